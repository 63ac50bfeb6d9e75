"""Which articles have a source in common: copied words, one agency, one outlet that they credit.

What is not seen is not claimed: an article without a common source may have one all the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from storyreader.comparing import are_one_page, word_for_word
from storyreader.comparison import ArticleFact
from storyreader.findings import credited_outlets, same_outlet
from storyreader.reading import Reading
from storyreader.story_board.nouns import Origin, OriginEvidence

RUN = 8
"""Words of a run by which articles that may have copied are found."""
LEAST_RUNS, LEAST_SHARE = 10, 0.15
"""So many of them two articles have in common at least, and this share of the runs of the shorter one, before it is
looked how much of one stands in the other: half of it must.
"""


def find_origins(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """Every article in exactly one origin, in the order of the articles."""
    evidence = [*_copied(readings), *_agencies(readings), *_credits(readings)]
    of = {number: {number} for number in range(len(readings))}
    for found in evidence:
        joined = of[found.one] | of[found.other]
        of.update(dict.fromkeys(joined, joined))
    groups = sorted({tuple(sorted(own)) for own in of.values()})
    return tuple(Origin(own, tuple(one for one in evidence if one.one in own)) for own in groups)


def _copied(readings: Sequence[Reading]) -> Iterator[OriginEvidence]:
    """Articles of which one stands in large part word for word in the other."""
    for one, other in _sharing(readings):
        text = word_for_word(readings[one], readings[other])
        if text.is_copy:
            first, second = (one, other) if text.left >= text.right else (other, one)
            versions = are_one_page(readings[one].article, readings[other].article)
            share = max(text.left, text.right)
            yield OriginEvidence("versions" if versions else "copied", first, second, (share, text.run))


def _sharing(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """The pairs of articles that have many runs of words in common, by one index over all of them."""
    having: dict[int, set[int]] = defaultdict(set)
    for number, reading in enumerate(readings):
        forms = reading.word_forms
        for at in range(len(forms) - RUN + 1):
            having[hash(forms[at : at + RUN])].add(number)
    common = Counter(pair for own in having.values() if len(own) > 1 for pair in combinations(sorted(own), 2))
    sizes = [len(reading.word_forms) for reading in readings]
    return sorted(
        pair
        for pair, count in common.items()
        if count >= max(LEAST_RUNS, LEAST_SHARE * min(sizes[pair[0]], sizes[pair[1]]))
    )


def _agencies(readings: Sequence[Reading]) -> Iterator[OriginEvidence]:
    """Articles that carry one agency's copy by their own word."""
    by_agency: dict[str, list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        if reading.article.agency:
            by_agency[reading.article.agency].append(number)
    for agency, own in by_agency.items():
        for other in own[1:]:
            yield OriginEvidence("agency", own[0], other, (agency,))


def _credits(readings: Sequence[Reading]) -> Iterator[OriginEvidence]:
    """Articles that credit one outlet with the story, or of which one credits the other."""
    credited = [credited_outlets(reading.article, _facts(reading)) for reading in readings]
    own = [(reading.article.publisher,) if reading.article.publisher else () for reading in readings]
    for one, other in combinations(range(len(readings)), 2):
        ours, theirs = (*credited[one], *own[one]), (*credited[other], *own[other])
        # two articles of one outlet credit each other with nothing
        common = [
            name
            for name in ours
            for their in theirs
            if (name in credited[one] or their in credited[other]) and same_outlet(name, their)
        ]
        if common:
            yield OriginEvidence("credits", one, other, (common[0],))


def _facts(reading: Reading) -> list[ArticleFact]:
    return [ArticleFact(number, fact, False) for number, fact in reading.numbered_facts]
