"""What every rule for dates needs: tokens, words of the language, the day of publication. Indexes count tokens."""

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

    def day(self, index: int) -> int | None:
        """A day of the month in digits: 1 to 31, "3rd", "1er"."""
        if self.tokens.kind(index) != NUMBER or not 1 <= len(self.tokens.texts[index]) <= 2:
            return None
        number = int(self.tokens.texts[index])
        return number if 1 <= number <= 31 else None

    def after_day(self, index: int) -> int:
        """The place behind a day, its ordinal suffix included."""
        tokens = self.tokens
        if tokens.touches(index + 1) and self.tables.has("ordinal_suffixes", tokens.low(index + 1)):
            return index + 2
        if self.tables.language == "de" and tokens.low(index + 1) == "." and tokens.touches(index + 1):
            return index + 2
        return index + 1

    def month(self, index: int) -> int | None:
        """The month named by a token."""
        word = self.tokens.low(index)
        if not word:
            return None
        found: int | None = self.tables.row("months").get(word)
        return found

    def after_month(self, index: int) -> int:
        """The place behind a month, the full stop of its abbreviation included."""
        short = (
            len(self.tokens.lower[index]) <= 4 and self.tokens.low(index + 1) == "." and self.tokens.touches(index + 1)
        )
        return (
            index + 2
            if (short and self.tokens.kind(index + 2) == NUMBER) or (short and self.month(index))
            else index + 1
        )

    def year(self, index: int) -> int | None:
        """A year of four digits."""
        if self.tokens.kind(index) == NUMBER and _YEAR.fullmatch(self.tokens.texts[index]):
            return int(self.tokens.texts[index])
        return None

    def told_as_past(self, index: int) -> bool:
        """Whether a verb of the past stands right before a date: "failed on June 24"."""
        past = self.tables.lists.get("past", frozenset())
        near = self.tokens.lower[max(0, index - 3) : index]
        ends = self.tables.language == "en" and any(len(word) > 4 and word.endswith("ed") for word in near)
        return ends or not past.isdisjoint(near)

    def direction(self, index: int) -> int:
        """1 when the verb closest to the place speaks of the future, else 0."""
        future, past = self.tables.lists.get("future", frozenset()), self.tables.lists.get("past", frozenset())
        lower, until = self.tokens.lower, self.tables.lists.get("until_words", frozenset())
        if not until.isdisjoint(lower[max(0, index - 3) : index]):
            return 1
        english = self.tables.language == "en"
        before = lower[max(0, index - VERB_REACH) : index][::-1]
        behind = lower[index + 1 : index + 1 + VERB_REACH]
        # a comma behind the day ends what it belongs to
        for words in (before, behind[: behind.index(",")] if "," in behind else behind):
            for word in words:
                if word in future:
                    return 1
                if word in past or (english and len(word) > 4 and word.endswith("ed")):
                    return 0
        return 0
