"""What every rule for dates needs: tokens, words of the language, the day of publication. Places count tokens."""

import re
from dataclasses import dataclass
from datetime import date

from storyreader.lexicon import NUMBER, Tables, Tokens

_YEAR = re.compile(r"1[0-9]\d\d|20\d\d|21\d\d")
VERB_REACH = 8
"""How many words away a verb may say whether a weekday is past or to come."""


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date from token `start` to token `end` (exclusive)."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateContext:
    """What every rule needs: the tokens, the words of the language, the day of publication."""

    tokens: Tokens
    tables: Tables
    published: date | None

    def day(self, place: int) -> int | None:
        """A day of the month in digits: 1 to 31, "3rd", "1er"."""
        if self.tokens.kind(place) != NUMBER or not 1 <= len(self.tokens.texts[place]) <= 2:
            return None
        number = int(self.tokens.texts[place])
        return number if 1 <= number <= 31 else None

    def after_day(self, place: int) -> int:
        """The place behind a day, its ordinal suffix included."""
        tokens = self.tokens
        if tokens.touches(place + 1) and self.tables.has("ordinal_suffixes", tokens.low(place + 1)):
            return place + 2
        if self.tables.language == "de" and tokens.low(place + 1) == "." and tokens.touches(place + 1):
            return place + 2
        return place + 1

    def month(self, place: int) -> int | None:
        """The month named by a token."""
        word = self.tokens.low(place)
        if not word:
            return None
        found: int | None = self.tables.row("months").get(word)
        return found

    def after_month(self, place: int) -> int:
        """The place behind a month, the full stop of its abbreviation included."""
        short = (
            len(self.tokens.lower[place]) <= 4 and self.tokens.low(place + 1) == "." and self.tokens.touches(place + 1)
        )
        return (
            place + 2
            if (short and self.tokens.kind(place + 2) == NUMBER) or (short and self.month(place))
            else place + 1
        )

    def year(self, place: int) -> int | None:
        """A year of four digits."""
        if self.tokens.kind(place) == NUMBER and _YEAR.fullmatch(self.tokens.texts[place]):
            return int(self.tokens.texts[place])
        return None

    def told_as_past(self, place: int) -> bool:
        """Whether a verb of the past stands right before a date: "failed on June 24"."""
        past = self.tables.lists.get("past", frozenset())
        near = self.tokens.lower[max(0, place - 3) : place]
        ends = self.tables.language == "en" and any(len(word) > 4 and word.endswith("ed") for word in near)
        return ends or not past.isdisjoint(near)

    def direction(self, place: int) -> int:
        """1 when the verb closest to the place speaks of the future, else 0."""
        future, past = self.tables.lists.get("future", frozenset()), self.tables.lists.get("past", frozenset())
        lower, until = self.tokens.lower, self.tables.lists.get("until_words", frozenset())
        if not until.isdisjoint(lower[max(0, place - 3) : place]):
            return 1
        english = self.tables.language == "en"
        before = lower[max(0, place - VERB_REACH) : place][::-1]
        behind = lower[place + 1 : place + 1 + VERB_REACH]
        # a comma behind the day ends what it belongs to
        for words in (before, behind[: behind.index(",")] if "," in behind else behind):
            for word in words:
                if word in future:
                    return 1
                if word in past or (english and len(word) > 4 and word.endswith("ed")):
                    return 0
        return 0
