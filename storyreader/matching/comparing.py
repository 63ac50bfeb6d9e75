"""Two articles become one comparison: the last step of the way of the data that decides anything."""

from storyreader.article import Article
from storyreader.comparison import Comparison
from storyreader.matching.article_facts import facts_of
from storyreader.matching.conflicts import judge_links
from storyreader.matching.linking import match_sentences
from storyreader.matching.rows import reading_rows
from storyreader.matching.summary import summarize


def compare(left: Article, right: Article) -> Comparison:
    """Compare two articles sentence by sentence.

    Links, what stands alone, facts and the summary of (right, left) are the mirror image of (left, right); the rows
    follow the left article. Never fails on empty articles: the summary's remarks say what is missing.
    """
    links = match_sentences(
        [sentence.text for sentence in left.sentences], [sentence.text for sentence in right.sentences]
    )
    facts = facts_of(left, right)
    links = judge_links(links, left, right, facts)
    linked_left = {number for link in links for number in link.left}
    linked_right = {number for link in links for number in link.right}
    return Comparison(
        left=left,
        right=right,
        links=links,
        only_left=tuple(n for n in range(len(left.sentences)) if n not in linked_left),
        only_right=tuple(n for n in range(len(right.sentences)) if n not in linked_right),
        rows=reading_rows(links, len(left.sentences), len(right.sentences)),
        facts_left=facts[0],
        facts_right=facts[1],
        summary=summarize(left, right, links),
    )
