"""One English sentence for everything the engine finds: from codes and values, by the type of what is found.

Another language of the interface would be another module of this shape. A is always the left article, B the right one.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from storyreader.comparison import (
    CodeValue,
    Difference,
    DifferenceReason,
    Event,
    EventReason,
    EventVerdict,
    Ground,
    GroundCode,
    Observation,
    ObservationCode,
)
from storyreader.findings import Drift, FactRow, Omission, RowValue
from storyreader.inconsistency import Inconsistency
from storyreader.messages.board_words import board_letter, shortened
from storyreader.messages.words import LETTERS, day_text
from storyreader.spoken import Spoken
from storyreader.story_board import OriginCode, OriginEvidence

_REASONS: dict[DifferenceReason, str] = {
    "value": "not explained by rounding or “at least”",
    "date": "neither date lies inside the other",
    "negation": "one side negates it",
    "bound": "both can hold: one is a bound",
    "rounding": "both can hold: rounded or in other units",
    "naming": "named differently",
    "spelling": "spelt differently",
    "speaker": "the same words from another speaker",
    "source": "another source",
    "quotation": "the quotation differs",
    "updated": "the later account has a higher figure",
    "unsure": "perhaps not of the same thing",
}
_WORDS = frozenset({"negation", "antonym"})
"""Reasons whose texts are words of the sentence and no values: they stand in quotation marks."""


def sentence(found: Spoken) -> str:
    """The sentence of anything that can be told. TypeError for what has none."""
    for kind, tell in _SENTENCES.items():
        if isinstance(found, kind):
            return tell(found)
    raise TypeError(f"there is no sentence for {type(found).__name__}")


def _difference(found: Difference) -> str:
    return difference_between(found, "A", "B")


def difference_between(found: Difference, left_letter: str, right_letter: str) -> str:
    """The sentence of a difference between articles that are called by other letters, as on a board."""
    left, right = _values(found.left_text, found.right_text, found.left_value, found.right_value, found.reason)
    reason = _REASONS.get(found.reason)
    return f"{left_letter}: {left}, {right_letter}: {right}" + (f"; {reason}" if reason else "")


def _values(left: str, right: str, left_value: object, right_value: object, reason: str) -> tuple[str, str]:
    """Two texts as they are shown: dates with their values where the words alone do not tell them apart."""
    if reason in _WORDS:
        return f'"{left}"', f'"{right}"'
    relative = any(not any(letter.isdigit() for letter in text) for text in (left, right))
    closed = all(isinstance(value, str) and not value.startswith("X") for value in (left_value, right_value))
    if reason == "date" and relative and closed:
        return f"{left} ({left_value})", f"{right} ({right_value})"
    return left, right


_GROUNDS: dict[GroundCode, str] = {
    "same_text": "same text",
    "shared_run": "same run of words: “{}”",
    "shared_names": "shared names: {}",
    "shared_numbers": "shared figures: {}",
    "shared_words": "shared words: {}",
    "similar_meaning": "similar meaning {}",
    "similar_wording": "similar wording",
    "own_match": "your own match",
    "own_not_a_conflict": "you said that this is no conflict",
    "written": "{}",
}


def _ground(found: Ground) -> str:
    return _GROUNDS[found.code].format(", ".join(_value(value) for value in found.values))


def _value(value: CodeValue) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _shared_wording(share: float, side: str, agency: str, twin: str) -> str:
    left, right = ("each", "the other") if side == "both" else ("A", "B") if side == "left" else ("B", "A")
    if twin == "versions":
        return f"{share:.0%} of {left} is word for word in {right}. Likely two versions of one page."
    wire = f"Likely the same wire copy: {agency}." if agency else "Likely the same wire copy."
    edited = "" if twin == "twin" else " Perhaps cut or edited by a desk."
    return f"{share:.0%} of {left} is word for word in {right}. {wire}{edited}"


def _source_chain(left: str, left_through: str, right: str, right_through: str) -> str:
    return f"{_credited('A', left, left_through)}, {_credited('B', right, right_through)}."


def _credited(letter: str, outlets: str, through: str) -> str:
    if not outlets:
        return f"{letter} names no outlet"
    return f"{letter} credits {outlets}" + (f" through {through}" if through else "")


def _letter(side: object) -> str:
    return "A" if side == "left" else "B"


_OBSERVATIONS: dict[ObservationCode, Callable[..., str]] = {
    "languages": lambda left, right: (
        f"A is in {left}, B in {right}: without semantic comparison only names and figures can link their sentences."
    ),
    "empty": lambda *sides: (
        f"{' and '.join(map(_letter, sides))} {'have' if len(sides) > 1 else 'has'} no sentences to compare."
    ),
    "same_text": lambda *outlets: f"A and B have the same text{' (outlets differ)' if outlets else ''}.",
    "no_links": lambda words, *languages: (
        f"No sentence of A matches one of B. Longest shared run: {words} word{'' if words == 1 else 's'}."
        f"{'' if languages else ' They may be about different events.'}"
    ),
    "taken_back": lambda side: (
        f"{_letter(side)} corrects or withdraws an earlier report, perhaps what {'B' if side == 'left' else 'A'} tells."
    ),
    "shared_wording": _shared_wording,
    "sourcing": lambda left, right: f"A attributes {left:.0%} of its sentences to a source, B {right:.0%}.",
    "source_chain": _source_chain,
    "headline_not_carried": lambda side: f"No sentence of {_letter(side)} carries its headline.",
    "headline_promises": lambda side, told, text: (
        f"The headline of {_letter(side)} says more than its text: “{told}” above “{text}”."
    ),
    "headline_figure": lambda side, figure: f"“{figure}” appears in {_letter(side)}'s headline but not in its text.",
    "written": str,
}


def _observation(found: Observation) -> str:
    return _OBSERVATIONS[found.code](*found.values)


def _event(found: Event) -> str:
    """What the accounts tell of, with the reasons where they are needed."""
    said = _EVENTS[found.verdict]
    reasons = "; ".join(reason.says for reason in found.reasons)
    return f"{said}: {reasons}." if reasons else f"{said}."


_EVENTS: dict[EventVerdict, str] = {
    "same event": "Both tell of the same event",
    "later account": "One is a later account of the same event",
    "two events": "Perhaps two different events of one kind, so that no conflicts are told",
    "unsure": "Whether both tell of the same event cannot be told",
}


def _event_reason(found: EventReason) -> str:
    if found.code == "names_shared":
        return f"both name {_listed(found.values)}"
    if found.code == "names_alone":
        return f"{_letter(found.values[0])} names {_listed(found.values[1:])}"
    if found.code == "no_event":
        return no_event_words([_letter(side) for side in found.values])
    days = int(found.values[0])
    return f"{'B' if days > 0 else 'A'} was published {abs(days)} day{'' if abs(days) == 1 else 's'} later"


def no_event_words(letters: Sequence[str]) -> str:
    """That some accounts, by their letters, are perhaps none of an event."""
    who, name = " and ".join(letters), "name" if len(letters) > 1 else "names"
    return f"{who} hardly {name} a day or a source, as guides and lists do, so that no conflicts are told"


def _listed(values: Sequence[CodeValue]) -> str:
    return ", ".join(map(str, values))


_NOTHING = "–"
_TOLD_WITH_VALUES: frozenset[DifferenceReason] = frozenset({"updated", "unsure"})
"""Reasons that a reader needs beside the two values."""


def _row_value(found: RowValue) -> str:
    """Both values in a few words: "Thirty-one | at least 24 people"."""
    if found.quoted:
        left, right = (f"“{text}”" if text else _NOTHING for text in (found.left_text, found.right_text))
    else:
        texts = found.left_text, found.right_text
        left, right = _values(*texts, found.left_value, found.right_value, found.reason or "")
        left = _without_common_end(left, right)
    reason = f"; {_REASONS[found.reason]}" if found.reason in _TOLD_WITH_VALUES else ""
    return f"{left} | {right}{reason}"


def _without_common_end(left: str, right: str) -> str:
    """The first text without the words with which both end, unless nothing is left of one of them."""
    ours, theirs = left.split(), right.split()
    count = 0
    while count < min(len(ours), len(theirs)) - 1 and ours[-count - 1].casefold() == theirs[-count - 1].casefold():
        count += 1
    return " ".join(ours[: len(ours) - count])


def _fact_row(found: FactRow) -> str:
    """What differs in a row of the fact table; empty where nothing does."""
    if found.difference is not None:
        return _difference(found.difference)
    if found.state != "differs" or not found.left or not found.right:
        return ""
    return f"A: {found.left[0].text}, B: {found.right[0].text}"


def _drift(found: Drift) -> str:
    return drift_between(found, "A", "B")


def drift_between(found: Drift, left_letter: str, right_letter: str) -> str:
    """The sentence of a drift between articles that are called by other letters, as on a board."""
    if found.whole:
        ((left, right),) = found.changes
        return f"{left_letter}: “{left}”, {right_letter}: “{right}”"
    return "; ".join(_change((left_letter, left), (right_letter, right)) for left, right in found.changes)


def _change(left: tuple[str, str], right: tuple[str, str]) -> str:
    for (letter, words), (_, others) in ((left, right), (right, left)):
        if not others:
            return f"only {letter} has “{words}”"
    return f"{left[0]} “{left[1]}”, {right[0]} “{right[1]}”"


def _omission(found: Omission) -> str:
    letter = LETTERS[found.side]
    other = "B" if letter == "A" else "A"
    if found.what == "caveat":
        return f"{letter} says “{found.text}”, {other} does not"
    return f"{letter} names a source (“{found.text}”), {other} tells it as fact"


def _inconsistency(found: Inconsistency) -> str:
    if found.reason == "weekday":
        day = date.fromisoformat(str(found.second_value))
        return f"{day_text(day)} is a {day:%A}, not “{found.first_text}”"
    first, second = _values(
        found.first_text, found.second_text, found.first_value, found.second_value, found.reason
    )  # fmt: skip
    reason = _REASONS.get(found.reason)
    return f"{first} and {second}" + (f"; {reason}" if reason else "")


_ORIGINS: dict[OriginCode, str] = {
    "copied": "{values[0]:.0%} of {one} is word for word in {other}: “{values[1]}”",
    "versions": "{one} and {other}, likely versions of one page: {values[0]:.0%} of {one} is word for word in {other}",
    "agency": "{one} and {other} both carry {values[0]}",
    "credits": "{one} and {other} both name {values[0]} for the story",
}


def _origin_evidence(found: OriginEvidence) -> str:
    values = tuple(shortened(value) if isinstance(value, str) else value for value in found.values)
    return _ORIGINS[found.code].format(one=board_letter(found.one), other=board_letter(found.other), values=values)


_SENTENCES: dict[type[Spoken], Callable[[Any], str]] = {
    Difference: _difference,
    Ground: _ground,
    Observation: _observation,
    Event: _event,
    EventReason: _event_reason,
    FactRow: _fact_row,
    RowValue: _row_value,
    Drift: _drift,
    Omission: _omission,
    Inconsistency: _inconsistency,
    OriginEvidence: _origin_evidence,
}
