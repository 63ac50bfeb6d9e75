"""A checkable value in a text: number, date, name, quotation, attribution, caveat."""

from dataclasses import dataclass
from typing import Literal

from storyreader.article import Span

FactKind = Literal[
    "number", "percent", "money", "quantity", "duration", "age", "ordinal", "score", "date", "time",
    "name", "quote", "attribution", "caveat", "negation",
]  # fmt: skip
Bound = Literal["min", "max"]
Inferred = Literal["year", "week"]
FactValue = float | int | str | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact with its normalised value.

    `value` is a number; a (low, high) pair for a range or a score; for a date an EDTF-like string (2026-01-15, 2026-01,
    2026, 2026-W02 an ISO week, 199X a decade, 2025-21 a spring); HH:MM for a time; the text for names and quotations.
    `unit` is None, an ISO 4217 code for money, else a singular lower-case name ("mile/hour"). `bound` is "min" for
    "at least", "max" for "at most". `speaker` belongs to quotations, attributions and caveats. `inferred` names what of
    a date the text leaves to its reader: the "year" of "in April", the "week" of "on Tuesday", filled in from the tense
    and the day of publication. `span` is in characters of the text given.
    """

    kind: FactKind
    value: FactValue
    span: Span
    text: str
    unit: str | None = None
    approx: bool = False
    bound: Bound | None = None
    speaker: str | None = None
    inferred: Inferred | None = None
