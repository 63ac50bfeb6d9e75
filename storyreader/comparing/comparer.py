"""Two articles become one comparison: the last step of the way of the data that decides anything."""

from functools import partial

from storyreader.alignment import match_sentences
from storyreader.article import Article
from storyreader.comparing.article_facts import facts_of
from storyreader.comparing.conflict_judge import ConflictJudge
from storyreader.comparing.rows import reading_rows
from storyreader.comparing.summary import summarize
from storyreader.comparison import Comparison
from storyreader.garbage import without_garbage_collection
from storyreader.lazy import LazyComparison
from storyreader.semantic import SentenceEncoder


def compare(left: Article, right: Article, encoder: SentenceEncoder | None = None) -> Comparison:
    """Compare two articles sentence by sentence.

    Links, what stands alone, facts and the summary of (right, left) are the mirror image of (left, right); the rows
    follow the left article. Never fails on empty articles: the summary's remarks say what is missing. The reasons,
    changes and harmless differences of a link, and the facts of the articles, are worked out when they are first
    read. `encoder` (see `load_encoder`) adds sentence vectors, also for articles in two languages.
    """
    with without_garbage_collection():
        return _compared(left, right, encoder)


def _compared(left: Article, right: Article, encoder: SentenceEncoder | None) -> Comparison:
    texts = [[sentence.text for sentence in article.sentences] for article in (left, right)]
    matched = match_sentences(texts[0], texts[1], encoder)
    telling = ConflictJudge(left, right)
    links = telling.judged(matched)
    linked_left = {number for link in links for number in link.left}
    linked_right = {number for link in links for number in link.right}
    return LazyComparison(
        partial(facts_of, *telling.finders),
        left=left,
        right=right,
        links=links,
        only_left=tuple(n for n in range(len(left.sentences)) if n not in linked_left),
        only_right=tuple(n for n in range(len(right.sentences)) if n not in linked_right),
        rows=reading_rows(links, len(left.sentences), len(right.sentences)),
        summary=summarize(left, right, links, encoder is not None),
    )
