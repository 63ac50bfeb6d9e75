"""What differs between the sentences of a link, and whether both can be true.

A false conflict costs a reader more than a missed one: the thresholds are set for precision, and whatever rounding,
bounds, totals of parts or coarser dates can explain is no conflict. `sure` is 0 to 100.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from storyreader.article import Article, Sentence
from storyreader.comparison import ArticleFact, Difference, Link, Passage
from storyreader.fact import Fact
from storyreader.facts import find_facts
from storyreader.facts.aliases import plain_name, same_name, spelt_differently
from storyreader.facts.clashing import MEASURES, agree, same_measure
from storyreader.matching.conflict_candidates import candidates
from storyreader.matching.conflict_model import chance, threshold
from storyreader.matching.conflict_places import Candidate
from storyreader.matching.conflict_slots import Pair, Range, Side, side_of
from storyreader.matching.conflict_speech import Spoken, speech_differences
from storyreader.matching.conflict_wording import counted, says_conflict, says_harmless
from storyreader.segmenting import detect_language

SAME_PLACE = 0.5
"""Likeness of the words around two figures from which they are shown as one figure told in two ways."""
SURE_HARMLESS = 70
_HUMAN = frozenset({"number", "ordinal"})


def differences_of(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    left_facts: Sequence[Sequence[Fact]],
    right_facts: Sequence[Sequence[Fact]],
    language: str | None = None,
) -> tuple[Difference, ...]:
    """The differences of one link: its sentences, and the facts of each sentence in the same order.

    Facts must be resolved against each article's own date. Passages are (Sentence.number, characters of the
    sentence). Conflicts come with `conflict=True`; a fuller name, a rounded figure, a floor and a count, another
    source do not. `language` is an ISO 639-1 code, detected when not given. Swapping the sides gives the same
    differences mirrored, `says` naming A for the left side.
    """
    found: list[Difference] = []
    for one, ones in zip(left, left_facts, strict=True):
        for other, others in zip(right, right_facts, strict=True):
            rest = [fact for facts in left_facts if facts is not ones for fact in facts]
            other_rest = [fact for facts in right_facts if facts is not others for fact in facts]
            code = language or _language(one.text, other.text)
            found += _of_sentences((one, ones), (other, others), (rest, other_rest), code)
    unique = {(item.what, item.left, item.right): item for item in found}
    return tuple(sorted(unique.values(), key=_order))


def _order(item: Difference) -> tuple[bool, int, int, int, int, int]:
    """Conflicts first, then by place; the same for swapped sides as far as places allow."""
    return (not item.conflict, -item.sure, item.left.sentence, item.left.start, item.right.sentence, item.right.start)


def is_conflict(left_text: str, right_text: str, language: str | None = None) -> tuple[bool, int]:
    """Whether two sentences contradict each other, and how sure that is (0 to 100). Dates stay unresolved."""
    sentences = [Sentence(text, 0, 0, 0, len(text)) for text in (left_text, right_text)]
    language = language or _language(left_text, right_text)
    facts = [find_facts(text, language=language) for text in (left_text, right_text)]
    found = differences_of(sentences[:1], sentences[1:], facts[:1], facts[1:], language)
    sure = max((item.sure for item in found if item.conflict), default=0)
    return sure > 0, sure


def judge_links(
    links: Sequence[Link],
    left: Article,
    right: Article,
    facts: tuple[Sequence[ArticleFact], Sequence[ArticleFact]],
) -> tuple[Link, ...]:
    """The links with their differences; one with a conflict becomes a link of kind "conflict"."""
    by_sentence: list[dict[int, list[Fact]]] = [{}, {}]
    for own, side in zip(by_sentence, facts, strict=True):
        for item in side:
            own.setdefault(item.sentence, []).append(item.fact)
    judged = []
    for link in links:
        if link.kind == "same":
            judged.append(link)
            continue
        differences = differences_of(
            [left.sentences[number] for number in link.left],
            [right.sentences[number] for number in link.right],
            [by_sentence[0].get(number, []) for number in link.left],
            [by_sentence[1].get(number, []) for number in link.right],
            left.language if left.language == right.language else None,
        )
        kind = "conflict" if any(item.conflict for item in differences) else link.kind
        judged.append(replace(link, kind=kind, differences=differences))
    return tuple(judged)


@lru_cache(maxsize=4096)
def _language(left: str, right: str) -> str:
    """The language of a pair; English when the sentences do not say."""
    return detect_language(left + " " + right if left <= right else right + " " + left) or "en"


def _of_sentences(
    left: tuple[Sentence, Sequence[Fact]],
    right: tuple[Sentence, Sequence[Fact]],
    rest: tuple[Sequence[Fact], Sequence[Fact]],
    language: str,
) -> Iterator[Difference]:
    """The differences of two sentences; `rest` are the facts of the other sentences of the link."""
    if left[0].text > right[0].text:
        # judged in a fixed order, so that swapped sides mirror each other to the last digit
        for item, swapped_says in _judged(right, left, (rest[1], rest[0]), language):
            yield replace(item, left=item.right, right=item.left, says=swapped_says)
        return
    yield from (item[0] for item in _judged(left, right, rest, language))


_Judged = tuple[Difference, str]


def _judged(
    left: tuple[Sentence, Sequence[Fact]],
    right: tuple[Sentence, Sequence[Fact]],
    rest: tuple[Sequence[Fact], Sequence[Fact]],
    language: str,
) -> Iterator[_Judged]:
    """Each difference with what it says when the sides are swapped."""
    pair = Pair(side_of(left[0].text, left[1], language), side_of(right[0].text, right[1], language))
    numbers = left[0].number, right[0].number
    for candidate in candidates(pair):
        likely = chance(candidate)
        if likely < threshold(candidate.family) or _told_elsewhere(candidate, rest):
            continue
        yield _conflict(pair, candidate, round(100 * likely), numbers)
    yield from _harmless(pair, numbers)
    for spoken in speech_differences(pair.left.facts, pair.right.facts, language):
        yield _of_speech(spoken, numbers)


def _told_elsewhere(candidate: Candidate, rest: tuple[Sequence[Fact], Sequence[Fact]]) -> bool:
    """Whether another sentence of the link has the value after all."""
    if candidate.facts is None:
        return False
    return any(
        any(same_measure(fact, other) and agree(fact, other) for other in others if other.kind == fact.kind)
        for fact, others in zip(candidate.facts, (rest[1], rest[0]), strict=True)
    )


def _conflict(pair: Pair, candidate: Candidate, sure: int, numbers: tuple[int, int]) -> _Judged:
    what = {"opposite": "value", "name": "name"}.get(candidate.family, candidate.family)
    if candidate.family == "value" and candidate.facts and candidate.facts[0].kind in _HUMAN:
        what = "count"
    if candidate.family == "value" and candidate.facts and candidate.facts[0].kind == "time":
        what = "date"
    if candidate.family == "name" and _in_place(pair, candidate):
        what = "place"
    places = [_passage(side, place, number) for side, place, number in (
        (pair.left, candidate.left, numbers[0]), (pair.right, candidate.right, numbers[1]))]  # fmt: skip
    if candidate.facts is not None:
        places = [
            Passage(number, fact.span.start, fact.span.end)
            for number, fact in zip(numbers, candidate.facts, strict=True)
        ]
    swapped = replace(
        candidate, left=candidate.right, right=candidate.left, facts=candidate.facts and candidate.facts[::-1]
    )
    says = says_conflict(pair, candidate), says_conflict(Pair(pair.right, pair.left), swapped)
    return Difference(what, places[0], places[1], says[0], sure, conflict=True), says[1]


def _in_place(pair: Pair, candidate: Candidate) -> bool:
    """Whether both names stand behind a word of place: "in Lyon", "near Paris"."""
    before = [side.words.keys[place[0] - 1] if place[0] else "" for side, place in (
        (pair.left, candidate.left), (pair.right, candidate.right))]  # fmt: skip
    return all(word in {"in", "at", "near", "from", "en", "à", "nach", "em", "в"} for word in before)


def _passage(side: Side, place: Range, number: int) -> Passage:
    if not side.words.spans:
        return Passage(number, 0, len(side.text))
    last = min(max(place[1] - 1, place[0]), len(side.words.spans) - 1)
    return Passage(number, side.words.spans[min(place[0], last)][0], side.words.spans[last][1])


def _harmless(pair: Pair, numbers: tuple[int, int]) -> Iterator[_Judged]:
    """Values told in two ways that both can hold, and names in a fuller and a shorter form."""
    for one in pair.left.facts:
        for other in pair.right.facts:
            if one.kind == other.kind == "name":
                why = _named_differently(one, other, pair)
            elif one.kind in MEASURES and one.kind == other.kind:
                why = _told_differently(one, other, pair)
            else:
                why = ""
            if not why:
                continue
            texts = (
                (one.text, other.text) if one.kind == "name" else (counted(pair.left, one), counted(pair.right, other))
            )
            places = (
                Passage(numbers[0], one.span.start, one.span.end),
                Passage(numbers[1], other.span.start, other.span.end),
            )
            what = "name" if one.kind == "name" else "count" if one.kind in _HUMAN else "value"
            says = says_harmless(texts[0], texts[1], why), says_harmless(texts[1], texts[0], why)
            yield Difference(what, *places, says[0], SURE_HARMLESS, conflict=False), says[1]


def _named_differently(one: Fact, other: Fact, pair: Pair) -> str:
    names = plain_name(str(one.value)), plain_name(str(other.value))
    if names[0] == names[1]:
        return ""
    why = "named differently" if same_name(*names) or same_name(*names[::-1]) else spelt_differently(*names)
    mine = {plain_name(str(fact.value)) for fact in pair.left.facts if fact.kind == "name"}
    theirs = {plain_name(str(fact.value)) for fact in pair.right.facts if fact.kind == "name"}
    return "" if names[0] in theirs or names[1] in mine else why


def _told_differently(one: Fact, other: Fact, pair: Pair) -> str:
    alike = (one.value, one.unit, one.bound, one.approx) == (other.value, other.unit, other.bound, other.approx)
    if alike or not same_measure(one, other) or not agree(one, other):
        return ""
    places = pair.left.range_of(one), pair.right.range_of(other)
    if places[0] is None or places[1] is None or pair.likeness(places[0], places[1]) < SAME_PLACE:
        return ""
    if one.bound != other.bound:
        return "both can hold: one is a bound"
    return "both can hold: rounded or in other units"


def _of_speech(spoken: Spoken, numbers: tuple[int, int]) -> _Judged:
    """A difference of quotations or sources as a sentence."""
    facts = spoken.left, spoken.right
    texts = [fact.text if spoken.what == "quote" else str(fact.speaker) for fact in facts]
    tail = {
        "speaker": "the same words from another speaker",
        "source": "another source",
        "quote": "the quotation differs",
    }
    says = says_harmless(texts[0], texts[1], tail[spoken.what]), says_harmless(texts[1], texts[0], tail[spoken.what])
    places = [Passage(number, fact.span.start, fact.span.end) for number, fact in zip(numbers, facts, strict=True)]
    return Difference(spoken.what, places[0], places[1], says[0], spoken.sure, spoken.conflict), says[1]
