"""The named lists of rules that turn a page into an article, in the order in which they speak."""

from collections.abc import Callable

from storyreader.cleaning.draft import Draft
from storyreader.cleaning.fields import agency, byline, headline, published, publisher, tags
from storyreader.cleaning.html_blocks import html_blocks, parse_html
from storyreader.cleaning.rules import body, cue_line, leftover, repeated_line, teaser_repeat
from storyreader.cleaning.scoring import score_plainly
from storyreader.cleaning.text_blocks import text_blocks
from storyreader.page import Page

Rule = Callable[[Draft], None]

TEXT_RULES: tuple[tuple[str, Rule], ...] = (
    ("score of each line", score_plainly),
    ("lines that are a cue", cue_line.apply),
    ("repeated lines", repeated_line.apply),
    ("the article's stretch", body.apply),
    ("teaser repeats", teaser_repeat.apply),
    ("headline", headline.find),
    ("tags", tags.find),
    ("published", published.find),
    ("byline", byline.find),
    ("agency", agency.find),
    ("publisher", publisher.find),
    ("left over", leftover.apply),
)


def judge_text(page: Page) -> Draft:
    """Judge every line of a text page.

    The paragraphs are judged again by themselves until nothing more goes, so that cleaning a cleaned text changes nothing.
    """
    draft = _judge(page)
    kept = [block for block in draft.blocks if block.kept]
    while kept:
        again = _judge(_page_of([block.text for block in kept], page))
        if len(again.blocks) != len(kept):  # cannot be: a paragraph is one line
            break
        for block, verdict in zip(kept, again.blocks, strict=True):
            if not verdict.kept:
                block.reason = verdict.reason
        remaining = [block for block in kept if block.kept]
        if len(remaining) == len(kept):
            break
        kept = remaining
    return draft


def _judge(page: Page) -> Draft:
    draft = Draft(page, text_blocks(page.text))
    for _, rule in TEXT_RULES:
        rule(draft)
    return draft


def _page_of(paragraphs: list[str], page: Page) -> Page:
    return Page(page.path, "text", "\n\n".join(paragraphs), page.encoding, page.content_hash, page.size)


def judge_html(page: Page) -> Draft:
    """Judge every visible text block of an HTML page."""
    root = parse_html(page.text)
    draft = Draft(page, [] if root is None else html_blocks(root))
    for _, rule in TEXT_RULES:
        rule(draft)
    return draft
