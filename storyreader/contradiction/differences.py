"""What differs between the sentences of a link, and whether both can be true.

A false conflict costs a reader more than a missed one: the thresholds are set for precision, and whatever rounding,
bounds, totals of parts or coarser dates can explain is no conflict. `sure` is 0 to 100.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from storyreader.article import Sentence
from storyreader.comparison import Difference, Passage
from storyreader.contradiction.aligned_pair import Pair, Range, Side, side_of
from storyreader.contradiction.candidates import candidates
from storyreader.contradiction.counted import counted, says_conflict, says_harmless
from storyreader.contradiction.model import chance, threshold
from storyreader.contradiction.slot_features import Candidate
from storyreader.contradiction.speech import Spoken, speech_differences
from storyreader.fact import Fact
from storyreader.facts import MEASURES, agree, find_facts, plain_name, same_measure, same_name, spelt_differently
from storyreader.lexicon import detect_language

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
    sides = (left, right), (left_facts, right_facts)
    found = [*_gather(*sides, _conflicting, language), *_gather(*sides, _harmless, language)]
    return _unique(found)


def conflicts_of(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    left_facts: Sequence[Sequence[Fact]],
    right_facts: Sequence[Sequence[Fact]],
    language: str | None = None,
) -> tuple[Difference, ...]:
    """Only the conflicts among `differences_of`."""
    return _unique(_gather((left, right), (left_facts, right_facts), _conflicting, language))


def harmless_of(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    left_facts: Sequence[Sequence[Fact]],
    right_facts: Sequence[Sequence[Fact]],
    language: str | None = None,
) -> tuple[Difference, ...]:
    """Only what differs and can both be true, among `differences_of`."""
    return _unique(_gather((left, right), (left_facts, right_facts), _harmless, language))


def _unique(found: Iterable[Difference]) -> tuple[Difference, ...]:
    unique = {(item.what, item.left, item.right): item for item in found}
    return tuple(sorted(unique.values(), key=_order))


def _gather(
    sentences: tuple[Sequence[Sentence], Sequence[Sentence]],
    facts: tuple[Sequence[Sequence[Fact]], Sequence[Sequence[Fact]]],
    judge: "Judge",
    language: str | None,
) -> Iterator[Difference]:
    """What a judge says of every pair of sentences of a link."""
    for one, ones in zip(sentences[0], facts[0], strict=True):
        for other, others in zip(sentences[1], facts[1], strict=True):
            rest = [fact for own in facts[0] if own is not ones for fact in own]
            other_rest = [fact for own in facts[1] if own is not others for fact in own]
            code = language or _language(one.text, other.text)
            yield from _of_sentences((one, ones), (other, others), (rest, other_rest), code, judge)


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


@lru_cache(maxsize=4096)
def _language(left: str, right: str) -> str:
    """The language of a pair; English when the sentences do not say."""
    return detect_language(left + " " + right if left <= right else right + " " + left) or "en"


_Judged = tuple[Difference, str]
"""A difference with what it says when the sides are swapped."""
_Rest = tuple[Sequence[Fact], Sequence[Fact]]
Judge = Callable[[Pair, tuple[int, int], _Rest], Iterator[_Judged]]


def _of_sentences(
    left: tuple[Sentence, Sequence[Fact]],
    right: tuple[Sentence, Sequence[Fact]],
    rest: _Rest,
    language: str,
    judge: Judge,
) -> Iterator[Difference]:
    """The differences of two sentences; `rest` are the facts of the other sentences of the link.

    They are judged in a fixed order, so that swapped sides mirror each other to the last digit.
    """
    swapped = left[0].text > right[0].text
    one, other = (right, left) if swapped else (left, right)
    pair = Pair(side_of(one[0].text, one[1], language), side_of(other[0].text, other[1], language))
    numbers = one[0].number, other[0].number
    for item, swapped_says in judge(pair, numbers, (rest[1], rest[0]) if swapped else rest):
        yield replace(item, left=item.right, right=item.left, says=swapped_says) if swapped else item


def _conflicting(pair: Pair, numbers: tuple[int, int], rest: _Rest) -> Iterator[_Judged]:
    """What cannot both be true."""
    for candidate in candidates(pair):
        likely = chance(candidate)
        if likely < threshold(candidate.family) or _told_elsewhere(candidate, rest):
            continue
        yield _conflict(pair, candidate, round(100 * likely), numbers)
    yield from _spoken(pair, numbers, conflict=True)


def _harmless(pair: Pair, numbers: tuple[int, int], rest: _Rest) -> Iterator[_Judged]:
    """What differs and can both be true."""
    del rest
    yield from _told_otherwise(pair, numbers)
    yield from _spoken(pair, numbers, conflict=False)


def _spoken(pair: Pair, numbers: tuple[int, int], conflict: bool) -> Iterator[_Judged]:
    for spoken in speech_differences(pair.left.facts, pair.right.facts, pair.left.language):
        if spoken.conflict == conflict:
            yield _of_speech(spoken, numbers)


def _told_elsewhere(candidate: Candidate, rest: _Rest) -> bool:
    """Whether another sentence of the link has the value after all."""
    if candidate.facts is None:
        return False
    return any(
        any(same_measure(fact, other) and agree(fact, other) for other in others if other.kind == fact.kind)
        for fact, others in zip(candidate.facts, (rest[1], rest[0]), strict=True)
    )


def _conflict(pair: Pair, candidate: Candidate, sure: int, numbers: tuple[int, int]) -> _Judged:
    what = {"opposite": "value", "class": "value", "name": "name"}.get(candidate.family, candidate.family)
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


def _told_otherwise(pair: Pair, numbers: tuple[int, int]) -> Iterator[_Judged]:
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
