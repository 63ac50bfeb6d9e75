"""Two places of one article that do not go together."""

from dataclasses import dataclass
from typing import Literal

from storyreader.comparison import DifferenceReason, Passage
from storyreader.fact import FactValue
from storyreader.spoken import Spoken


@dataclass(frozen=True, slots=True)
class Inconsistency(Spoken):
    """Two places of one article that cannot both hold, or one place that contradicts the calendar.

    `article` names the article by its hash. `reason` is "weekday" where `first_text` is a weekday and `second_value`
    the day (ISO 8601) on which it does not fall; else it is that of the difference between the two places.
    """

    article: str
    first: Passage
    second: Passage
    reason: DifferenceReason | Literal["weekday"]
    first_text: str
    second_text: str
    first_value: FactValue | None = None
    second_value: FactValue | None = None
