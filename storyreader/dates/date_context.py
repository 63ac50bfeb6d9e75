"""What every rule for dates needs: tokens, words of the language, the day of publication. Indexes count tokens."""

import re
from dataclasses import dataclass
from datetime import date

from storyreader.fact import Inferred
from storyreader.lexicon import NUMBER, Tables, Tokens

_YEAR = re.compile(r"1[0-9]\d\d|20\d\d|21\d\d")
VERB_REACH = 12
"""How many words away a verb may say whether a weekday is past or to come."""


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date from token `start` to token `end` (exclusive); `inferred` as in `Fact`."""

    value: str
    start: int
    end: int
    inferred: Inferred | None = None


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
        return any(map(self._is_past, range(max(0, index - 3), index)))

    def is_repeated(self, index: int) -> bool:
        """Whether a day comes again and again: "every Sunday", "jeden Sonntag", "todos los domingos"."""
        return any(
            self.tables.has("every", self.tokens.phrase(index - size, index)) for size in (1, 2) if index >= size
        )

    def is_habitual(self, index: int) -> bool:
        """Whether a token stands by a habit and no verb tells a time: "Today, such knots are seldom tied"."""
        near = self.tokens.lower[max(0, index - VERB_REACH) : index + VERB_REACH]
        habits = self.tables.lists.get("habits", frozenset())
        return not habits.isdisjoint(near) and self.tense(index) == 0

    def tense(self, index: int) -> int:
        """1 when the verb closest to a token speaks of the future, -1 when of the past, 0 when none tells."""
        lower = self.tokens.lower
        if self._is_until(index):
            return 1
        behind = range(index + 1, min(len(lower), index + 1 + VERB_REACH))
        # a comma behind the day ends what it belongs to
        end = next((at for at in behind if lower[at] == ","), behind.stop)
        first = max(0, index - VERB_REACH)
        # and a semicolon before it begins another statement
        begin = next((at + 1 for at in range(index - 1, first - 1, -1) if lower[at] == ";"), first)
        places = (*range(index - 1, begin - 1, -1), *range(behind.start, end))
        return next((tense for at in places if (tense := self._tense_of(at))), 0)

    def _is_until(self, index: int) -> bool:
        """Whether "by" or "until" leads to a token: "by early June", not "by fire in June"."""
        near = self.tables.places("until_words", self.tokens.lower[max(0, index - 3) : index])
        led = [max(0, index - 3) + at for at in near]
        before = self.tokens.low(index - 1)
        other = self.tables.has("prepositions", before) and not self.tables.has("of", before)
        return bool(led) and (not other or led[-1] >= index - 2)

    def _tense_of(self, index: int) -> int:
        """The tense that a single word tells."""
        word, before = self.tokens.lower[index], self.tokens.lower[index - 1] if index else ""
        english = self.tables.language == "en"
        if self.tables.has("future", word) or (english and word == "to" and before in {"is", "are"}):
            return 1
        if english and before == "be":
            return 0  # "will be shown", "is to be resumed": the tense stands in front
        if english and word in {"has", "have"}:
            # "have voted" is past, "have no shop" is not
            return -1 if any(map(self._is_past, range(index + 1, index + 3))) else 0
        return -1 if self._is_past(index) else 0

    def _is_past(self, index: int) -> bool:
        """Whether a token is a verb of the past, as lists and the English ending tell: not in "the damaged pier"."""
        word = self.tokens.low(index)
        described = self.tokens.low(index - 1) in {"the", "a", "an", "his", "its", "their"}
        ends = self.tables.language == "en" and len(word) > 4 and word.endswith("ed") and not described
        return ends or self.tables.has("past", word)
