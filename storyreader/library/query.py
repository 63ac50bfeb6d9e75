"""What a reader looks for in the library, as they type it: words, "phrases", outlet:, by:, date: and the like, -not.

    harbour "fire brigade" outlet:echo -date:2025.. is:new

Words and phrases stand anywhere in headline, outlet, byline or text; all that is typed must hold. A word that ends in
a star stands for all that begin so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from storyreader.errors import StoryReaderError

Field = Literal["text", "outlet", "by", "date", "tag", "is", "has", "story"]
STATES = {"is": ("new", "read", "starred"), "has": ("note", "tag")}
"""What may stand behind is: and has:."""

_FIELDS = ("outlet", "by", "date", "tag", "is", "has", "story")
_PART = re.compile(r'(?P<not>-)?(?:(?P<field>[a-z]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_DATES = re.compile(rf"(?P<from>{_DAY})?(?P<to>\.\.)?(?P<until>{_DAY})?")


class NotAQuery(StoryReaderError):
    """What was typed cannot be looked for; says which part, and what would be right."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold, or must not when `negated`. `text` is as it was typed, of a phrase without quotes."""

    field: Field
    text: str
    negated: bool = False

    @property
    def days(self) -> tuple[str, str]:
        """The first and last day (ISO 8601, which compare as texts) that a date: names; open ends are far away."""
        found = _DATES.fullmatch(self.text)
        if self.field != "date" or found is None or not (found["from"] or found["until"]):
            right = "Write date:2026-04, date:2026-04-22 or date:2026-04..2026-06."
            raise NotAQuery(f"date:{self.text} is no date.", right)
        begin = found["from"] or ""
        end = found["until"] or ("9" if found["to"] else begin)
        return begin, f"{end}~"  # behind every day that begins so


@dataclass(frozen=True, slots=True)
class Query:
    """All conditions, in the order they were typed."""

    conditions: tuple[Condition, ...]

    def of(self, *fields: Field) -> Iterator[Condition]:
        """The conditions on some fields."""
        return (condition for condition in self.conditions if condition.field in fields)


def parse_query(typed: str) -> Query:
    """Read a query. Raises NotAQuery."""
    conditions: list[Condition] = []
    for part in _PART.finditer(typed):
        field, text = part["field"], (part["word"] if part["phrase"] is None else part["phrase"]).strip()
        if field is not None and field not in _FIELDS:  # 10:30, or the title: of something
            field, text = None, f"{field}:{text}"
        if not text or not any(sign.isalnum() for sign in text):
            continue
        if field is not None and field not in ("outlet", "by"):
            text = text.rstrip("*")  # a date or a state is no beginning of a word
        condition = Condition(cast("Field", field or "text"), text, part["not"] is not None)
        if condition.field == "date":
            _ = condition.days
        states = STATES.get(condition.field)
        if states is not None and text not in states:
            right = f"There is {', '.join(f'{field}:{state}' for state in states)}."
            raise NotAQuery(f"{field}:{text} is not known.", right)
        conditions.append(condition)
    return Query(tuple(conditions))
