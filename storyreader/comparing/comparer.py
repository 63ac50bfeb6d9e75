"""Two articles become one comparison: the last step of the data flow that decides anything."""

from functools import partial

from storyreader.alignment import match_outlines
from storyreader.article import Article
from storyreader.comparing.article_facts import facts_of
from storyreader.comparing.conflict_judge import ConflictJudge
from storyreader.comparing.rows import reading_rows
from storyreader.comparing.same_event import event_of, may_contradict
from storyreader.comparing.summary import summarize
from storyreader.comparison import Comparison
from storyreader.garbage import without_garbage_collection
from storyreader.lazy import LazyComparison
from storyreader.reading import Reading
from storyreader.semantic import SentenceEncoder


def compare(left: Article, right: Article, encoder: SentenceEncoder | None = None) -> Comparison:
    """Compare two articles sentence by sentence.

    Links, what stands alone, facts and the summary of (right, left) are the mirror image of (left, right); the rows
    follow the left article. Never fails on empty articles: the summary's observations say what is missing. The
    grounds, changes and harmless differences of a link, and the facts of the articles, are worked out when they are
    first read. `encoder` (see `load_encoder`) adds sentence vectors, also for articles in two languages.
    """
    return compare_readings(Reading(left), Reading(right), encoder)


def compare_readings(left: Reading, right: Reading, encoder: SentenceEncoder | None = None) -> Comparison:
    """As `compare`, for articles that have been read before: nothing of a reading is worked out twice."""
    with without_garbage_collection():
        return _compared(left, right, encoder)


def _compared(left: Reading, right: Reading, encoder: SentenceEncoder | None) -> Comparison:
    matches = match_outlines(left.outline, right.outline, encoder)
    event = event_of(left, right, matches.links)
    links = ConflictJudge(left, right, contradict=may_contradict(event)).judged(matches.links)
    linked_left = {number for link in links for number in link.left}
    linked_right = {number for link in links for number in link.right}
    return LazyComparison(
        partial(facts_of, left, right),
        (left, right),
        left=left.article,
        right=right.article,
        links=links,
        only_left=tuple(n for n in range(len(left.texts)) if n not in linked_left),
        only_right=tuple(n for n in range(len(right.texts)) if n not in linked_right),
        rows=reading_rows(links, len(left.texts), len(right.texts), matches.related),
        related=matches.related,
        summary=summarize(left, right, links, event, semantic=encoder is not None),
    )


def readings_of(comparison: Comparison) -> tuple[Reading, Reading]:
    """The readings that a comparison was made from; read anew where it came from a file."""
    known = comparison.readings if isinstance(comparison, LazyComparison) else None
    return known or (Reading(comparison.left), Reading(comparison.right))
