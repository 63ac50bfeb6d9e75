"""The facts of two accounts in one table: what both tell, what differs, what only one has, which caveat is gone.

Worked out on demand: `compare` does not need it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from storyreader.comparison import SIDES, Comparison, Difference, Passage, Side
from storyreader.fact import FactKind
from storyreader.findings.mentions import Mentions
from storyreader.findings.nouns import FactRow, FactRowKind, FactState, Mention
from storyreader.findings.occurrences import FactOccurrence
from storyreader.findings.omissions import STANDING_ALONE
from storyreader.findings.side_by_side import side_by_side
from storyreader.lexicon import normalised_text

_PERIOD = re.compile(r"\d{4}-(?:\d\d(?:-\d\d)?|W\d\d)")
_STATES: tuple[FactState, ...] = ("differs", "caveat dropped", "only left", "only right", "same")
_KINDS: tuple[FactRowKind, ...] = (
    "number", "money", "percent", "quantity", "score", "age", "duration", "ordinal", "date", "time", "wording",
    "attribution", "caveat", "name",
)  # fmt: skip
_OF_WHAT: dict[str, FactRowKind] = {"polarity": "wording", "value": "wording", "place": "name"}
_TOLD_ELSEWHERE = frozenset({"quote", "speaker", "source", "name"})
"""Differences of speech are told with the voices, other forms of a name nowhere; a conflict has its row."""
_RankedRow = tuple[FactRow, int]
"""A row with what puts it first in its state: how sure its conflict is, or that its caveat doubts or denies a claim."""


def find_fact_rows(comparison: Comparison) -> tuple[FactRow, ...]:
    """One row for each fact of the two articles: conflicts first, then what differs, dropped caveats, facts of one
    side only, and what both tell.

    Numbers, dates and times are one fact when their normalised values are equal and, for small plain figures, when
    they count the same thing; names when one is a form of the other; a date also with a coarser one in a linked
    sentence. Quotations and sources are in `voices`. Swapping the sides gives the same rows mirrored, in another
    order. Linear in the facts but for those inside one link.
    """
    found = Mentions(comparison)
    seen: set[object] = set()
    rows = [*_differing(found, seen), *((row, 0) for row in _told_apart(found, seen))]
    taken = {(mention.passage, side) for row, _ in rows for side in SIDES for mention in _side(row, side)}
    for group in found.groups.values():
        left = [occurrence for occurrence in group if occurrence.side == "left"]
        right = [occurrence for occurrence in group if occurrence.side == "right"]
        told = {(found.mention(occurrence).passage, occurrence.side) for occurrence in group}
        # a group that a difference already shows whole needs no row of its own, unless both sides tell the value
        if told <= taken and not (left and right):
            continue
        row = _row(found, left, right)
        rows.append((row, int(row.state == "caveat dropped" and group[0].fact.value in STANDING_ALONE)))
    rows.sort(key=_order)
    return tuple(row for row, _ in rows)


def _side(row: FactRow, side: Side) -> tuple[Mention, ...]:
    return row.left if side == "left" else row.right


def _order(item: _RankedRow) -> tuple[bool, int, int, int, tuple[int, int], str]:
    row, sure = item
    first = (*row.left, *row.right)[0].passage
    occurrence = first.sentence, first.start
    return not row.conflict, _STATES.index(row.state), -sure, _KINDS.index(row.kind), occurrence, row.text


def _row(found: Mentions, left: Sequence[FactOccurrence], right: Sequence[FactOccurrence]) -> FactRow:
    """The row of one group."""
    kind: FactKind = (*left, *right)[0].fact.kind
    sides = [tuple(found.mention(occurrence) for occurrence in own) for own in (left, right)]
    state: FactState = "same" if left and right else "only left" if left else "only right"
    link: int | None = None
    if kind == "caveat" and not (left and right):
        links = [found.dropped[item.key] for item in (*left, *right) if item.key in found.dropped]
        if links:
            state, link = "caveat dropped", min(links)
    elif left and right and kind not in {"caveat", "name"} and not _told_alike(left, right):
        link = _common_link(found, left, right)
        state = "same" if link is None else "differs"
    day = _day(left or right) if kind == "date" else ""
    return FactRow(kind, _fullest(sides[0] + sides[1]), sides[0], sides[1], state, link=link, day=day)


def _day(occurrences: Sequence[FactOccurrence]) -> str:
    """The finest value of a date that names a day, a week or a month; empty for others."""
    value = min((str(occurrence.fact.value) for occurrence in occurrences), key=lambda value: (-len(value), value))
    return value if _PERIOD.fullmatch(value) else ""


def _common_link(found: Mentions, left: Sequence[FactOccurrence], right: Sequence[FactOccurrence]) -> int | None:
    """The first link in which both sides tell the fact."""
    links = [
        {number for occurrence in own for number in found.links_of.get((occurrence.side, occurrence.sentence), ())}
        for own in (left, right)
    ]
    return min(links[0] & links[1], default=None)


def _told_alike(left: Iterable[FactOccurrence], right: Iterable[FactOccurrence]) -> bool:
    """Whether both sides once give the value in the same way: "at least 24" is not "24", but "about 800" is 800, and of
    two units one is rounded.
    """
    ours, theirs = ({occurrence.fact.bound for occurrence in own} for own in (left, right))
    units = [{occurrence.fact.unit for occurrence in own} for own in (left, right)]
    return bool(ours & theirs) or units[0].isdisjoint(units[1])


def _fullest(mentions: Sequence[Mention]) -> str:
    return max((mention.text for mention in mentions), key=lambda text: (len(text), text))


def _differing(found: Mentions, seen: set[object]) -> Iterator[_RankedRow]:
    """A row for each difference inside the links, each pair of values once."""
    for number, link in enumerate(found.comparison.links):
        for difference in sorted(link.differences, key=lambda item: not item.conflict):
            if difference.what in _TOLD_ELSEWHERE and not difference.conflict:
                continue
            groups = [_group(found, side, passage) for side, passage in _passages(difference)]
            if not difference.conflict and groups[0] is not None and groups[0] == groups[1]:
                told = found.groups[groups[0]]
                if _told_alike(*([one for one in told if one.side == side] for side in SIDES)):
                    continue
            key = tuple(groups) if None not in groups else (difference.left, difference.right)
            if key not in seen:
                seen.add(key)
                yield _difference_row(found, number, difference, groups), difference.confidence


def _passages(difference: Difference) -> tuple[tuple[Side, Passage], tuple[Side, Passage]]:
    return ("left", difference.left), ("right", difference.right)


def _told_apart(found: Mentions, seen: set[object]) -> Iterator[FactRow]:
    """Facts that tell one thing with two values and are no conflict: "at least 24 people" and "31 people"."""
    unmatched = {
        number: group for number, group in found.groups.items() if len({occurrence.side for occurrence in group}) == 1
    }
    taken = {group for key in seen if isinstance(key, tuple) for group in key}
    for link, (one, other) in side_by_side(found, unmatched):
        groups = found.group_of[one.key], found.group_of[other.key]
        if groups in seen or any(group in taken or group not in unmatched for group in groups):
            continue
        seen.add(groups)
        left, right = (tuple(found.mention(occurrence) for occurrence in unmatched[group]) for group in groups)
        label = _in_common(left[0].text, right[0].text) or _fullest(left + right)
        yield FactRow(one.fact.kind, label, left, right, "differs", link=link)


def _group(found: Mentions, side: Side, passage: Passage) -> int | None:
    return found.group_of.get((side, passage.sentence, passage.start, passage.end))


def _difference_row(found: Mentions, link: int, difference: Difference, groups: Sequence[int | None]) -> FactRow:
    if difference.what == "speaker":
        return _speaker_row(found, link, difference)
    sides: list[tuple[Mention, ...]] = []
    kind: FactRowKind = _OF_WHAT.get(difference.what, "name" if difference.what == "name" else "wording")
    for (side, passage), group in zip(_passages(difference), groups, strict=True):
        occurrences = found.groups[group] if group is not None else []
        if occurrences:
            kind = occurrences[0].fact.kind
        if occurrences and all(occurrence.side == side for occurrence in occurrences):
            sides.append(tuple(found.mention(occurrence) for occurrence in occurrences))
            continue
        here = [
            occurrence
            for occurrence in occurrences
            if occurrence.side == side and occurrence.sentence == passage.sentence
        ]
        text = found.sentence_text(side, passage.sentence)[passage.start : passage.end]
        sides.append((found.mention(here[0]) if here else Mention(passage, text),))
    label = _in_common(sides[0][0].text, sides[1][0].text) or _fullest(sides[0] + sides[1])
    return FactRow(kind, label, sides[0], sides[1], "differs", difference.conflict, link, difference)


def _speaker_row(found: Mentions, link: int, difference: Difference) -> FactRow:
    """The same words from two speakers: called by the words, told by the speakers."""
    said = [found.sentence_text(side, place.sentence)[place.start : place.end] for side, place in _passages(difference)]
    words = max(said, key=lambda text: (len(text), text))
    left = (Mention(difference.left, difference.left_text),)
    right = (Mention(difference.right, difference.right_text),)
    return FactRow("attribution", words, left, right, "differs", difference.conflict, link, difference)


def _in_common(left: str, right: str) -> str:
    """The words at the end of both texts, without figures: "of the injured"."""
    mine, theirs = left.split(), right.split()
    shared: list[str] = []
    while mine and theirs and normalised_text(mine[-1]) == normalised_text(theirs[-1]) and not mine[-1][0].isdigit():
        word = min(mine.pop(), theirs.pop())
        shared.insert(0, word)
    return " ".join(shared)
