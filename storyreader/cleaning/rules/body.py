"""Inside the article's stretch the likely blocks become its paragraphs."""

from storyreader.article import BODY
from storyreader.cleaning.draft import Draft
from storyreader.cleaning.span import article_span

THRESHOLD = 0.5


def apply(draft: Draft) -> None:
    """Keep the undecided blocks of the best stretch whose score reaches the threshold."""
    open_blocks = [block for block in draft.blocks if not block.reason]
    first, last = article_span(open_blocks)
    for block in open_blocks[first:last]:
        if block.score >= THRESHOLD:
            block.decide(BODY)
