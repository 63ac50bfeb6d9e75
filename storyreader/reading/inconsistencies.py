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
from storyreader.dates import day_of
from storyreader.fact import Fact
from storyreader.facts import opening_date
from storyreader.inconsistency import Inconsistency
from storyreader.lexicon import stop_keys, tables_for, words_in, words_of

_ENDS = (".", "!", "?", "…", "”", "’", '"', "»", ")", "。", "！", "？", "।")
LEAST_SURE = 70
"""Inside one article two like sentences mostly tell two things; only sure conflicts are told, 0 to 100."""
_TOLD = frozenset({"date", "value"})
"""Reasons of conflicts that are told: a word and its opposite are mostly said of two things."""
DAY = len("2026-03-04")
"""Characters of a value that names a day."""
ALIKE = 0.6
"""Share of the words of weight of the shorter sentence, beside the clashing values, that the other must have."""
LEAST_ALIKE = 3
"""So many words at least."""
SURE_DAYS = 60
"""Days around publication in which the year of a date is sure that the text leaves out."""
_BEFORE = re.compile(r"(?<![^\W\d_])(?:([^\W\d_]+)[ ,.(\u00a0]{1,3})?\b([^\W\d_]+)[ ,.(\u00a0]{1,3}$")
_REACH = 24
"""Characters before a date in which its weekday may stand."""


def calendar_inconsistencies(
    article: Article, facts: Sequence[Sequence[Fact]], language: str
) -> Iterator[Inconsistency]:
    """Weekdays with a date beside them that falls on another day: "Tuesday, 4 March 2026"."""
    for number, fact in ((number, fact) for number, found in enumerate(facts) for fact in found):
        day = _day_of(fact)
        if day is None or not _is_sure_year(fact, day, article):
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
        return date.fromisoformat(str(fact.value)) if len(str(fact.value)) == DAY else None
    except ValueError:
        return None


def _is_sure_year(fact: Fact, day: date, article: Article) -> bool:
    """Whether the year is the text's own, or that of a day close to publication."""
    published = day_of(article.published)
    return str(day.year) in fact.text or (published is not None and abs((day - published).days) <= SURE_DAYS)


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
    """Two sentences of the article that tell one thing with values that clash; neighbours tell of two steps."""
    links = [link for link in match_outlines(text, text).links if link.kind != "same"]
    pairs = [(left, right) for link in links for left in link.left for right in link.right if right - left > 1]
    for left, right in dict.fromkeys(pairs):
        if _are_entries(article, facts, left, right):
            continue
        sentences = [article.sentences[left]], [article.sentences[right]]
        conflicts = conflicts_of(*sentences, [facts[left]], [facts[right]], text.language)
        # sentences that differ in two values tell of two occasions
        if len(conflicts) == 1 and _is_told(conflicts[0]) and _of_one_thing(article, conflicts[0], text.language):
            yield _between(article, conflicts[0])


def _is_told(found: Difference) -> bool:
    """Whether a conflict is sure; months and years differ wherever something happened twice."""
    exact = found.reason != "date" or all(len(str(value)) == DAY for value in (found.left_value, found.right_value))
    return found.confidence >= LEAST_SURE and found.reason in _TOLD and exact


def _of_one_thing(article: Article, found: Difference, language: str) -> bool:
    """Whether the sentences tell the same beside their values: other words tell of another case or another time."""
    left, right = (
        {
            key
            for part in _beside(article.sentences[place.sentence].text, place)
            for key in words_of(part, language).keys
        } - stop_keys(language)
        for place in (found.left, found.right)
    )  # fmt: skip
    shared = len(left & right)
    return shared >= LEAST_ALIKE and shared >= ALIKE * min(len(left), len(right))


def _beside(text: str, place: Passage) -> tuple[str, str]:
    return text[: place.start], text[place.end :]


def _are_entries(article: Article, facts: Sequence[Sequence[Fact]], left: int, right: int) -> bool:
    """Whether two sentences begin with two dates, or end without a stop, as the entries of a list do: each tells of its
    own day.
    """
    if not any(article.sentences[number].text.rstrip().endswith(_ENDS) for number in (left, right)):
        return True
    dates = [opening_date(article.sentences[number].text, facts[number]) for number in (left, right)]
    return bool(dates[0] and dates[1] and dates[0].value != dates[1].value)


def _between(article: Article, found: Difference) -> Inconsistency:
    texts, values = (found.left_text, found.right_text), (found.left_value, found.right_value)
    return Inconsistency(article.name, found.left, found.right, found.reason, *texts, *values)
