"""Places of one article that cannot both hold: a weekday that is not that date's, two values for one thing.

Worked out on demand: `compare` does not need it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from storyreader.alignment import match_sentences
from storyreader.article import Article
from storyreader.comparison import ArticleFact, Comparison, Passage, Side
from storyreader.contradiction import differences_of
from storyreader.fact import Fact
from storyreader.findings.nouns import Inconsistency
from storyreader.lexicon import tables_for
from storyreader.messages import day_text

FALLBACK_LANGUAGE = "en"
LEAST_SURE = 70
"""Inside one article two like sentences mostly tell two things; only sure conflicts are told, 0 to 100."""
_TOLD = frozenset({"date", "value", "count"})
_BEFORE = re.compile(r"([^\W\d_]+)[ ,.(\u00a0]{1,3}(?:the |el |le |am |den )?$")
_REACH = 24
"""Characters before a date in which its weekday may stand."""


def find_inconsistencies(comparison: Comparison) -> tuple[Inconsistency, ...]:
    """What does not hold together inside either article, the left one's first.

    Weekdays are checked against the calendar where the date stands beside them; like sentences of one article are
    laid over each other as linked ones are. Costs about as much as comparing each article with itself.
    """
    sides: tuple[tuple[Side, Article, Sequence[ArticleFact]], ...] = (
        ("left", comparison.left, comparison.facts_left),
        ("right", comparison.right, comparison.facts_right),
    )
    return tuple(clash for side in sides for clash in (*_calendar(*side), *_repeated(*side)))


def _calendar(side: Side, article: Article, facts: Sequence[ArticleFact]) -> Iterator[Inconsistency]:
    """Weekdays with a date beside them that falls on another day: "Tuesday, 4 March 2026"."""
    weekdays = tables_for(article.language or FALLBACK_LANGUAGE).row("weekdays")
    for item in facts:
        fact = item.fact
        day = _day_of(fact)
        if day is None:
            continue
        text = article.sentences[item.sentence].text
        for word, number in _weekdays_beside(text, fact, weekdays):
            if number != day.isoweekday():
                here = Passage(item.sentence, fact.span.start, fact.span.end)
                says = f"{day_text(day)} is a {day:%A}, not “{word}”"
                yield Inconsistency(side, here, here, says)


def _day_of(fact: Fact) -> date | None:
    if fact.kind != "date" or not any(letter.isdigit() for letter in fact.text):
        return None
    try:
        return date.fromisoformat(str(fact.value)) if len(str(fact.value)) == 10 else None
    except ValueError:
        return None


def _weekdays_beside(text: str, fact: Fact, weekdays: dict[str, int]) -> Iterator[tuple[str, int]]:
    """The weekdays inside a date's text or directly before it."""
    inside = re.findall(r"[^\W\d_]+", fact.text)
    before = _BEFORE.search(text[max(0, fact.span.start - _REACH) : fact.span.start])
    for word in (*inside, *([before[1]] if before else ())):
        if word.lower() in weekdays:
            yield word, weekdays[word.lower()]


def _repeated(side: Side, article: Article, facts: Sequence[ArticleFact]) -> Iterator[Inconsistency]:
    """Two sentences of the article that tell one thing with values that clash."""
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for item in facts:
        by_sentence[item.sentence].append(item.fact)
    texts = [sentence.text for sentence in article.sentences]
    seen: set[tuple[Passage, Passage]] = set()
    for link in match_sentences(texts, texts):
        pairs = [(one, other) for one in link.left for other in link.right if one < other and link.kind != "same"]
        for one, other in pairs:
            differences = differences_of(
                [article.sentences[one]],
                [article.sentences[other]],
                [by_sentence[one]],
                [by_sentence[other]],
                article.language,
            )
            for found in differences:
                sure = found.conflict and found.sure >= LEAST_SURE and found.what in _TOLD
                if sure and (found.left, found.right) not in seen:
                    seen.add((found.left, found.right))
                    says = found.says.replace("A: ", "", 1).replace(", B: ", " and ", 1)
                    yield Inconsistency(side, found.left, found.right, says)
