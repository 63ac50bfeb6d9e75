"""The differing values of a comparison's rows: two figures, dates or words of a quotation in one another's place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from storyreader.comparison import Comparison, Difference, DifferenceReason, Passage, Side
from storyreader.fact import FactValue
from storyreader.findings.nouns import Drift, FactRow, Findings, Mention
from storyreader.lexicon import stop_keys, words_of
from storyreader.spoken import Spoken

_HARMLESS = frozenset({"naming", "spelling", "rounding", "source"})
"""Reasons of differences between two ways of telling one value."""


@dataclass(frozen=True, slots=True)
class RowValue(Spoken):
    """Two values in one another's place in a linked row; a text is empty, its passage None, where one side has none.

    `quoted` are words of a quotation. `reason` and the values are those of a difference (see Difference), where the
    engine has given them.
    """

    left: Passage | None
    right: Passage | None
    left_text: str
    right_text: str
    conflict: bool = False
    quoted: bool = False
    reason: DifferenceReason | None = None
    left_value: FactValue | None = None
    right_value: FactValue | None = None

    def passage(self, side: Side) -> Passage | None:
        """Where the value of one side stands."""
        return self.left if side == "left" else self.right


RowValues = Mapping[int, tuple[RowValue, ...]]
"""The values that differ, by the index of their row; a row without one is not in it."""


def values_by_row(comparison: Comparison, findings: Findings) -> RowValues:
    """What differs in each linked row, conflicts first; other forms of a name, rounding and units do not."""
    by_link: dict[int, list[RowValue]] = defaultdict(list)
    for place, value in differing_values(comparison, findings):
        if place is not None:
            by_link[place].append(value)
    drifts = dict.fromkeys(drift for voice in findings.voices for drift in voice.drifts)
    for number, link in enumerate(comparison.links):
        if link.kind == "conflict":  # the table tells each pair of values once
            conflicts = [value_of(found) for found in link.differences if found.conflict]
            by_link[number] += [value for value in conflicts if value not in by_link[number]]
        inside = [drift for drift in drifts if drift.left.sentence in link.left and drift.right.sentence in link.right]
        by_link[number] += [value for drift in inside if not drift.trimmed for value in _drifted(comparison, drift)]
    return {
        index: tuple(sorted(by_link[row.link], key=lambda value: not value.conflict))
        for index, row in enumerate(comparison.rows)
        if row.link is not None and by_link[row.link]
    }


def differing_values(comparison: Comparison, findings: Findings) -> Iterator[tuple[int | None, RowValue]]:
    """The facts with two values, conflicts first, each with the link in which it stands, if in one."""
    for row in findings.facts:
        if row.state == "differs" and not _is_harmless(row):
            yield row.link, _value(comparison, row)


def _is_harmless(row: FactRow) -> bool:
    return row.difference is not None and row.difference.reason in _HARMLESS


def _value(comparison: Comparison, row: FactRow) -> RowValue:
    if row.difference is not None:
        return value_of(row.difference)
    left, right = _inside(comparison, row, "left"), _inside(comparison, row, "right")
    reason: DifferenceReason | None = "date" if row.kind == "date" else None
    values = _fact_at(comparison, "left", left), _fact_at(comparison, "right", right)
    return RowValue(left.passage, right.passage, left.text, right.text, row.conflict, False, reason, *values)


def value_of(found: Difference) -> RowValue:
    """A difference inside a link as two values."""
    texts = found.left_text, found.right_text
    values = found.left_value, found.right_value
    return RowValue(found.left, found.right, *texts, found.conflict, False, found.reason, *values)


def _inside(comparison: Comparison, row: FactRow, side: Side) -> Mention:
    """The mention of one side in the row's link; outside of links the first one."""
    mentions = row.left if side == "left" else row.right
    inside = comparison.links[row.link].numbers(side) if row.link is not None else ()
    return next((one for one in mentions if one.passage.sentence in inside), mentions[0])


def _fact_at(comparison: Comparison, side: Side, mention: Mention) -> FactValue | None:
    facts = comparison.facts_left if side == "left" else comparison.facts_right
    place = mention.passage
    here = (item.fact for item in facts if item.sentence == place.sentence)
    return next((fact.value for fact in here if (fact.span.start, fact.span.end) == (place.start, place.end)), None)


def _drifted(comparison: Comparison, drift: Drift) -> Iterator[RowValue]:
    """Each change of a quotation; one that reads otherwise as a whole is marked as a whole. Small words that one has
    more are no value.
    """
    language = comparison.left.language or "en"
    stops = stop_keys(language)
    for left, right in drift.changes:
        if not (left and right) and all(key in stops for key in words_of(left or right, language).keys):
            continue
        yield RowValue(
            _place(comparison, "left", drift.left, left), _place(comparison, "right", drift.right, right),
            left, right, quoted=True,
        )  # fmt: skip


def _place(comparison: Comparison, side: Side, quotation: Passage, words: str) -> Passage | None:
    text = comparison.article(side).sentences[quotation.sentence].text
    at = text.find(words, quotation.start, quotation.end) if words else -1
    return Passage(quotation.sentence, at, at + len(words)) if at >= 0 else None
