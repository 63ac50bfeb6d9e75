"""Places of one article that cannot both hold: a weekday that is not that date's, two values for one thing.

Weekdays are checked against the calendar; like sentences of one article are laid over each other as linked ones are.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from storyreader.alignment import TextOutline, match_outlines
from storyreader.article import Article
from storyreader.comparison import Difference, Passage
from storyreader.contradiction import conflicts_of
from storyreader.fact import Fact
from storyreader.facts import opening_date
from storyreader.inconsistency import Inconsistency
from storyreader.lexicon import tables_for, words_in

LEAST_SURE = 70
"""Inside one article two like sentences mostly tell two things; only sure conflicts are told, 0 to 100."""
_TOLD = frozenset({"date", "value", "count"})
_BEFORE = re.compile(r"(?:([^\W\d_]+)[ ,.(\u00a0]{1,3})?\b([^\W\d_]+)[ ,.(\u00a0]{1,3}$")
_REACH = 24
"""Characters before a date in which its weekday may stand."""


def calendar_inconsistencies(
    article: Article, facts: Sequence[Sequence[Fact]], language: str
) -> Iterator[Inconsistency]:
    """Weekdays with a date beside them that falls on another day: "Tuesday, 4 March 2026"."""
    for number, fact in ((number, fact) for number, found in enumerate(facts) for fact in found):
        day = _day_of(fact)
        if day is None:
            continue
        for word, weekday in _weekdays_beside(article.sentences[number].text, fact, language):
            if weekday != day.isoweekday():
                here = Passage(number, fact.span.start, fact.span.end)
                values = word, fact.text, None, fact.value
                yield Inconsistency(article.name, here, here, "weekday", *values)


def _day_of(fact: Fact) -> date | None:
    if fact.kind != "date" or not any(letter.isdigit() for letter in fact.text):
        return None
    try:
        return date.fromisoformat(str(fact.value)) if len(str(fact.value)) == 10 else None
    except ValueError:
        return None


def _weekdays_beside(text: str, fact: Fact, language: str) -> Iterator[tuple[str, int]]:
    """The weekdays inside a date's text or before it, at most an article between."""
    weekdays = tables_for(language).row("weekdays")
    words = re.findall(r"[^\W\d_]+", fact.text)
    if before := _BEFORE.search(text[max(0, fact.span.start - _REACH) : fact.span.start]):
        article = before[2].lower() in words_in(language, "date_articles")
        words.append((before[1] or "") if article else before[2])
    for word in words:
        if word.lower() in weekdays:
            yield word, weekdays[word.lower()]


def repeated_inconsistencies(
    article: Article, text: TextOutline, facts: Sequence[Sequence[Fact]]
) -> Iterator[Inconsistency]:
    """Two sentences of the article that tell one thing with values that clash."""
    seen: set[tuple[Passage, Passage]] = set()
    for link in match_outlines(text, text):
        pairs = [(left, right) for left in link.left for right in link.right if left < right and link.kind != "same"]
        for left, right in pairs:
            if _are_entries(article, facts, left, right):
                continue
            sentences = [article.sentences[left]], [article.sentences[right]]
            for found in conflicts_of(*sentences, [facts[left]], [facts[right]], text.language):
                told = found.confidence >= LEAST_SURE and found.what in _TOLD
                if told and (found.left, found.right) not in seen:
                    seen.add((found.left, found.right))
                    yield _between(article, found)


def _are_entries(article: Article, facts: Sequence[Sequence[Fact]], left: int, right: int) -> bool:
    """Whether two sentences begin with two dates, as the entries of a list do: each tells of its own day."""
    dates = [opening_date(article.sentences[number].text, facts[number]) for number in (left, right)]
    return bool(dates[0] and dates[1] and dates[0].value != dates[1].value)


def _between(article: Article, found: Difference) -> Inconsistency:
    texts, values = (found.left_text, found.right_text), (found.left_value, found.right_value)
    return Inconsistency(article.name, found.left, found.right, found.reason, *texts, *values)
