"""Which claims lose their source or their caveat in the other account.

Worked out on demand: `compare` does not need it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from storyreader.comparison import SIDES, ArticleFact, Comparison, Link, Passage, Side
from storyreader.fact import Fact
from storyreader.facts import same_name
from storyreader.findings.nouns import Omission
from storyreader.lexicon import stop_keys, tables_for, words_of

_SOURCES = frozenset({"attribution", "quote"})
WHOLE = frozenset({"same", "reworded", "conflict"})
"""Kinds of link in which both sides tell the same claim; a partly shared one may be cut where the source stood."""
ANSWERS = frozenset({"no comment", "no response"})
_ALIKE = {"no comment": "no answer", "no response": "no answer", "no evidence": "unclear"}
"""Of one who was asked and said nothing, and of what nobody knows, each account tells in its own way."""
STANDING_ALONE = ANSWERS | {"unverified", "denial"}
"""What a sentence can say of the claims before it; other caveats belong to the claim beside them."""
ABOUT = 3
"""So many sentences before or behind a claim a caveat may stand."""
LIMITED = 5
"""Words of weight behind a caveat that tell what it limits."""
LEAST_SHARED = 3
"""So many of them the other account must have where it shares only a part of the sentence."""
MOST = 0.6
"""Share of the words beside a source that the other account must have then."""
FALLBACK_LANGUAGE = "en"


def find_omissions(comparison: Comparison) -> tuple[Omission, ...]:
    """Sources and caveats that only one side has, in the order of the links; each once.

    A source is looked for in links whose two sides tell the same claim, and the sentences beside it count too: a
    speaker named one sentence earlier still speaks. A caveat belongs to the claim of its sentence; one that doubts or
    denies may be a sentence of its own, and is then about the linked claim beside it. Swapping the sides gives the
    mirror image.
    """
    sides = {
        "left": _SideFacts(comparison.facts_left, comparison.links, "left"),
        "right": _SideFacts(comparison.facts_right, comparison.links, "right"),
    }
    found: list[Omission] = []
    for side in SIDES:
        own, other = sides[side], sides["right" if side == "left" else "left"]
        found.extend(_sources(comparison, side, own, other))
        found.extend(_caveats(comparison, side, own, other))
    return tuple(sorted(found, key=lambda item: item.link))


class _SideFacts:
    """What one side tells: its facts by sentence, and in which links its sentences are."""

    def __init__(self, facts: Iterable[ArticleFact], links: Sequence[Link], side: Side) -> None:
        self.facts: dict[int, list[Fact]] = defaultdict(list)
        for item in facts:
            self.facts[item.sentence].append(item.fact)
        self.links: dict[int, list[int]] = defaultdict(list)
        for number, link in enumerate(links):
            for sentence in link.numbers(side):
                self.links[sentence].append(number)

    @cached_property
    def caveats(self) -> list[tuple[int, Fact]]:
        """Its caveats with their sentences; those that somebody else says are not the account's own."""
        return [
            (sentence, fact)
            for sentence, facts in self.facts.items()
            for fact in facts
            if fact.kind == "caveat" and (fact.value in ANSWERS or not _quoted(fact, facts))
        ]

    def names(self, sentence: int) -> list[str]:
        """Who and what is named in a sentence."""
        return [fact.text for fact in self.facts.get(sentence, ()) if fact.kind == "name"]

    def beside(self, sentences: Iterable[int]) -> list[Fact]:
        """The facts of some sentences and of those before and behind them."""
        around = {sentence + step for sentence in sentences for step in (-1, 0, 1)}
        return [fact for sentence in around for fact in self.facts.get(sentence, ())]


def _quoted(fact: Fact, facts: Iterable[Fact]) -> bool:
    return any(
        quote.kind == "quote" and quote.span.start <= fact.span.start and fact.span.end <= quote.span.end
        for quote in facts
    )


def _sources(comparison: Comparison, side: Side, own: _SideFacts, other: _SideFacts) -> Iterator[Omission]:
    tables = tables_for(comparison.article(side).language)
    acts, pronouns = (tables.lists.get(name, frozenset()) for name in ("acts_of_speech", "pronouns"))
    for number, link in enumerate(comparison.links):
        if any(fact.kind in _SOURCES for fact in other.beside(_theirs(link, side))):
            continue
        told = [
            (sentence, fact)
            for sentence in link.numbers(side)
            for fact in own.facts.get(sentence, ())
            if is_source(fact, acts) and (fact.speaker or "").lower() not in pronouns
        ]
        if told:
            sentence, fact = min(told, key=lambda item: not is_named_by_cue(item[1]))
            passage = Passage(sentence, fact.span.start, fact.span.end)
            if link.kind in WHOLE or (is_named_by_cue(fact) and _is_vouched(comparison, number, side, passage)):
                yield Omission("source", side, number, passage, fact.text)


def is_source(fact: Fact, acts: frozenset[str]) -> bool:
    """Whether somebody vouches for a statement: who announces or demands something does it by saying so."""
    return fact.kind == "attribution" and acts.isdisjoint(fact.text.lower().split())


def is_named_by_cue(fact: Fact) -> bool:
    """Who is named by "according to", or what is said to show it, vouches for the whole sentence, whoever speaks."""
    shows = tables_for(FALLBACK_LANGUAGE).has("evidence_verbs", fact.text.rpartition(" ")[2])
    return shows or not fact.text.startswith(fact.speaker or "")


def _theirs(link: Link, side: Side) -> tuple[int, ...]:
    return link.right if side == "left" else link.left


def _caveats(comparison: Comparison, side: Side, own: _SideFacts, other: _SideFacts) -> Iterator[Omission]:
    told: set[tuple[int, str]] = set()
    for sentence, fact in own.caveats:
        passage = Passage(sentence, fact.span.start, fact.span.end)
        if fact.value in STANDING_ALONE:
            said = any(_said_alike(own, (sentence, fact), other, theirs) for theirs in other.caveats)
            numbers = [] if said else _claims(sentence, own)
        else:
            numbers = own.links.get(sentence, [])
            if any(_answered(fact, other.beside(_theirs(comparison.links[number], side))) for number in numbers):
                continue
            if fact.value == "alleged" and any(_is_hedged(comparison, number, side) for number in numbers):
                continue
            numbers = [number for number in numbers if _is_limited(comparison, number, side, passage)]
        if numbers and (sentence, _value(fact)) not in told:
            told.add((sentence, _value(fact)))
            about = min(numbers, key=lambda number: (comparison.links[number].kind not in WHOLE, number))
            yield Omission("caveat", side, about, passage, fact.text)


def _claims(sentence: int, own: _SideFacts) -> list[int]:
    """The links of a sentence that doubts or denies; of one without a partner, those of the nearest that has one."""
    near = (sentence + step for distance in range(ABOUT + 1) for step in (-distance, distance))
    return next((own.links[place] for place in near if place in own.links), [])


def _said_alike(own: _SideFacts, mine: tuple[int, Fact], other: _SideFacts, theirs: tuple[int, Fact]) -> bool:
    """Whether two caveats say the same, as far as can be seen of the same people; each outlet verifies for itself."""
    if _value(mine[1]) != _value(theirs[1]) or mine[1].value == "unverified":
        return _value(mine[1]) == _value(theirs[1])
    ours, others = own.names(mine[0]), other.names(theirs[0])
    return not ours or not others or any(same_name(one, another) for one in ours for another in others)


def _value(fact: Fact) -> str:
    return _ALIKE.get(str(fact.value), str(fact.value))


def _answered(fact: Fact, theirs: Sequence[Fact]) -> bool:
    """Whether the other account limits the claim too: what a source says is not told as fact."""
    if any(other.kind == "caveat" and _value(other) == _value(fact) for other in theirs):
        return True
    return fact.value == "alleged" and any(other.kind in _SOURCES for other in theirs)


def _is_hedged(comparison: Comparison, number: int, side: Side) -> bool:
    """Whether the other side tells a claim as possible: "a possible arson attack" beside "an alleged" one."""
    other = comparison.article("right" if side == "left" else "left")
    hedges = tables_for(other.language).lists.get("hedges", frozenset())
    texts = (other.sentences[at].text for at in _theirs(comparison.links[number], side))
    return any(not hedges.isdisjoint(text.lower().split()) for text in texts)


def _is_limited(comparison: Comparison, number: int, side: Side, passage: Passage) -> bool:
    """Whether the other side tells what a caveat limits: the words behind it, where the two share only a part."""
    text = comparison.article(side).sentences[passage.sentence].text
    told = _told_too(comparison, number, side, text[passage.end :])[:LIMITED]
    return comparison.links[number].kind in WHOLE or sum(told) >= LEAST_SHARED


def _is_vouched(comparison: Comparison, number: int, side: Side, passage: Passage) -> bool:
    """Whether the other side tells most of what a source vouches for: the words around it."""
    text = comparison.article(side).sentences[passage.sentence].text
    told = _told_too(comparison, number, side, f"{text[: passage.start]} {text[passage.end :]}")
    return sum(told) >= max(MOST * len(told), LEAST_SHARED)


def _told_too(comparison: Comparison, number: int, side: Side, text: str) -> list[bool]:
    """For each word of weight in a text whether the other side of a link has it."""
    other = comparison.article("right" if side == "left" else "left")
    language = comparison.article(side).language or FALLBACK_LANGUAGE
    sentences = (other.sentences[at].text for at in _theirs(comparison.links[number], side))
    theirs = {key for sentence in sentences for key in words_of(sentence, language).keys}
    return [key in theirs for key in words_of(text, language).keys if key not in stop_keys(language)]
