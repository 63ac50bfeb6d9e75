"""What differs between the sentences of a link, and whether both can be true.

A false conflict costs a reader more than a missed one: the thresholds are set for precision, and whatever rounding,
bounds, totals of parts or coarser dates can explain is no conflict. `confidence` is 0 to 100.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from storyreader.article import Sentence
from storyreader.comparison import Difference, DifferenceKind, DifferenceReason, LinkKind, Passage
from storyreader.contradiction.aligned_pair import AlignedPair
from storyreader.contradiction.aligned_sentence import AlignedSentence, Range, aligned_sentence
from storyreader.contradiction.candidates import candidates, value_places
from storyreader.contradiction.counted import COUNTS, candidate_text
from storyreader.contradiction.model import chance, threshold
from storyreader.contradiction.names import name_candidates
from storyreader.contradiction.one_place import are_places, is_in_one_place, may_nest, stands_out
from storyreader.contradiction.slot_features import Candidate, places_of
from storyreader.contradiction.speech import SpeechDifference, speech_differences
from storyreader.contradiction.told_otherwise import told_otherwise
from storyreader.contradiction.tolls import is_toll_of_one_day
from storyreader.fact import Fact
from storyreader.facts import agree, extract_facts, same_measure
from storyreader.lexicon import detect_language

_OF_WORDS = {"date": 60, "polarity": 60, "opposite": 60, "name": 65}
TOLL_SURE = 0.8
"""How sure a conflict is at least of two tolls of one day and place."""
LEAST_SURE: dict[LinkKind | None, dict[str, int]] = {"reworded": _OF_WORDS, "partial": {"value": 70, **_OF_WORDS}}
"""How sure a conflict of two linked sentences must be, 0 to 100: chosen on whole articles."""
_KINDS: dict[str, DifferenceKind] = {
    "value": "value", "date": "date", "name": "name", "polarity": "polarity", "opposite": "value",
}  # fmt: skip
_REASONS: dict[str, DifferenceReason] = {
    "value": "value", "date": "date", "name": "name", "polarity": "negation", "opposite": "antonym",
}  # fmt: skip


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
    differences mirrored.
    """
    sides = (left, right), (left_facts, right_facts)
    judges = (partial(_conflicting, None), partial(_harmless, None))
    return _unique(item for judge in judges for item in _gather(*sides, judge, language))


def conflicts_of(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    left_facts: Sequence[Sequence[Fact]],
    right_facts: Sequence[Sequence[Fact]],
    language: str | None = None,
    link: LinkKind | None = None,
) -> tuple[Difference, ...]:
    """Only the conflicts among `differences_of`; of linked sentences, those that are sure enough for their kind."""
    return _unique(_gather((left, right), (left_facts, right_facts), partial(_conflicting, link), language))


def harmless_of(
    left: Sequence[Sentence],
    right: Sequence[Sentence],
    left_facts: Sequence[Sequence[Fact]],
    right_facts: Sequence[Sequence[Fact]],
    language: str | None = None,
    link: LinkKind | None = None,
) -> tuple[Difference, ...]:
    """Only what differs and can both be true, or is too unsure for a conflict, among `differences_of`."""
    return _unique(_gather((left, right), (left_facts, right_facts), partial(_harmless, link), language))


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
    for left, ones in zip(sentences[0], facts[0], strict=True):
        for right, others in zip(sentences[1], facts[1], strict=True):
            rest = [fact for own in facts[0] if own is not ones for fact in own]
            other_rest = [fact for own in facts[1] if own is not others for fact in own]
            code = language or _language(left.text, right.text)
            yield from _of_sentences((left, ones), (right, others), (rest, other_rest), code, judge)


def _order(item: Difference) -> tuple[bool, int, int, int, int, int]:
    """Conflicts first, then by place; the same for swapped sides as far as places allow."""
    return (
        not item.conflict,
        -item.confidence,
        item.left.sentence,
        item.left.start,
        item.right.sentence,
        item.right.start,
    )


def is_conflict(left_text: str, right_text: str, language: str | None = None) -> tuple[bool, int]:
    """Whether two sentences contradict each other, and how sure that is (0 to 100). Dates stay unresolved."""
    sentences = [Sentence(text, 0, 0, 0, len(text)) for text in (left_text, right_text)]
    language = language or _language(left_text, right_text)
    facts = [extract_facts(text, language=language) for text in (left_text, right_text)]
    found = differences_of(sentences[:1], sentences[1:], facts[:1], facts[1:], language)
    sure = max((item.confidence for item in found if item.conflict), default=0)
    return sure > 0, sure


def _language(left: str, right: str) -> str:
    """The language of a pair; English when the sentences do not say."""
    return detect_language(left + " " + right if left <= right else right + " " + left) or "en"


_Rest = tuple[Sequence[Fact], Sequence[Fact]]
Judge = Callable[[AlignedPair, tuple[int, int], _Rest], Iterator[Difference]]


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
    pair = AlignedPair(
        aligned_sentence(one[0].text, one[1], language), aligned_sentence(other[0].text, other[1], language)
    )
    numbers = one[0].number, other[0].number
    for item in judge(pair, numbers, (rest[1], rest[0]) if swapped else rest):
        yield _mirrored(item) if swapped else item


def _mirrored(item: Difference) -> Difference:
    """The same difference with the sides exchanged."""
    return replace(
        item,
        left=item.right,
        right=item.left,
        left_text=item.right_text,
        right_text=item.left_text,
        left_value=item.right_value,
        right_value=item.left_value,
    )


def _conflicting(
    link: LinkKind | None, pair: AlignedPair, numbers: tuple[int, int], rest: _Rest
) -> Iterator[Difference]:
    """What cannot both be true."""
    found = _conflicts(pair, link, rest) if any(rest) else _known_conflicts(pair.left, pair.right, link)
    for item in found:
        left, right = replace(item.left, sentence=numbers[0]), replace(item.right, sentence=numbers[1])
        yield replace(item, left=left, right=right)


@lru_cache(maxsize=4_000)
def _known_conflicts(left: AlignedSentence, right: AlignedSentence, link: LinkKind | None) -> tuple[Difference, ...]:
    """Those of two single sentences: in accounts that copy from each other the same two meet again and again."""
    return tuple(_conflicts(AlignedPair(left, right), link, ((), ())))


def _conflicts(pair: AlignedPair, link: LinkKind | None, rest: _Rest) -> Iterator[Difference]:
    """The conflicts, with sentences that count from 0 on either side."""
    for candidate in candidates(pair):
        sure = _surely(pair, candidate, link)
        if sure and not _told_elsewhere(candidate, rest):
            yield _conflict(pair, candidate, sure, (0, 0))
    yield from _spoken(pair, (0, 0), conflict=True)


def _harmless(link: LinkKind | None, pair: AlignedPair, numbers: tuple[int, int], rest: _Rest) -> Iterator[Difference]:
    """What differs and can both be true, or may be told of two things."""
    yield from told_otherwise(pair, numbers)
    for candidate in value_places(pair):
        likely = chance(candidate)
        told = _surely(pair, candidate, link) or _told_elsewhere(candidate, rest)
        if not told and is_in_one_place(pair, candidate, link):
            yield replace(_conflict(pair, candidate, round(100 * likely), numbers), reason="unsure", conflict=False)
    for candidate in name_candidates(pair) if link is not None else ():
        if may_nest(pair, candidate, link) and (likely := chance(candidate)) >= threshold("name"):
            yield replace(_conflict(pair, candidate, round(100 * likely), numbers), reason="unsure", conflict=False)
    yield from _spoken(pair, numbers, conflict=False)


def _surely(pair: AlignedPair, candidate: Candidate, link: LinkKind | None) -> int:
    """How sure a conflict is, 1 to 100; 0 where it is not sure enough for two sentences that are linked so."""
    likely = max(chance(candidate), TOLL_SURE if is_toll_of_one_day(pair, candidate) else 0.0)
    sure = round(100 * likely)
    if likely < threshold(candidate.family) or not stands_out(pair, candidate, link):
        return 0
    return 0 if sure < LEAST_SURE.get(link, {}).get(candidate.family, 0) else sure


def _spoken(pair: AlignedPair, numbers: tuple[int, int], conflict: bool) -> Iterator[Difference]:
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


def _conflict(pair: AlignedPair, candidate: Candidate, sure: int, numbers: tuple[int, int]) -> Difference:
    what = _KINDS[candidate.family]
    if candidate.family == "value" and candidate.facts and candidate.facts[0].kind in COUNTS:
        what = "count"
    if candidate.family == "value" and candidate.facts and candidate.facts[0].kind == "time":
        what = "date"
    if candidate.family == "name" and are_places(pair, candidate):
        what = "place"
    places = list(places_of(pair, candidate))
    spans = [_passage(*place, number) for place, number in zip(places, numbers, strict=True)]
    if candidate.facts is not None:
        spans = [
            Passage(number, fact.span.start, fact.span.end)
            for number, fact in zip(numbers, candidate.facts, strict=True)
        ]
    facts = candidate.facts or (None, None)
    left, right = (
        candidate_text(candidate, side, span, fact) for (side, span), fact in zip(places, facts, strict=True)
    )
    values = [fact.value if fact else None for fact in facts]
    reason = _REASONS[candidate.family]
    return Difference(what, spans[0], spans[1], left, right, reason, sure, True, values[0], values[1])


def _passage(side: AlignedSentence, span: Range, number: int) -> Passage:
    if not side.words.spans:
        return Passage(number, 0, len(side.text))
    last = min(max(span[1] - 1, span[0]), len(side.words.spans) - 1)
    return Passage(number, side.words.spans[min(span[0], last)][0], side.words.spans[last][1])


def _of_speech(spoken: SpeechDifference, numbers: tuple[int, int]) -> Difference:
    """A difference of quotations or sources."""
    facts = spoken.left, spoken.right
    left, right = (fact.text if spoken.what == "quote" else str(fact.speaker) for fact in facts)
    spans = [Passage(number, fact.span.start, fact.span.end) for number, fact in zip(numbers, facts, strict=True)]
    reason: DifferenceReason = "quotation" if spoken.what == "quote" else spoken.what
    return Difference(spoken.what, spans[0], spans[1], left, right, reason, spoken.confidence, spoken.conflict)
