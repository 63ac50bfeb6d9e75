"""The named lists of rules that turn a page into an article, in the order in which they speak."""

from collections.abc import Callable, Iterable

from storyreader.article import BODY
from storyreader.cleaning.block_scores import score_html, score_text
from storyreader.cleaning.block_stats import shape_of
from storyreader.cleaning.budget import Budget
from storyreader.cleaning.draft import Block, Draft, words_in
from storyreader.cleaning.drop_caps import join_drop_caps
from storyreader.cleaning.extractor_texts import extractor_texts
from storyreader.cleaning.fields import (
    agency,
    byline,
    byline_outlet,
    headline,
    headline_outlet,
    html_byline,
    html_headline,
    html_outlet,
    html_published,
    no_article,
    published,
    publisher,
    standfirst,
    stated,
    tags,
)
from storyreader.cleaning.html_blocks import html_blocks
from storyreader.cleaning.interruptions import put_back, set_aside, take_dialog
from storyreader.cleaning.markup import parse_html, without_crowded_tags
from storyreader.cleaning.outlet_lines import OutletLines
from storyreader.cleaning.own_parts import OwnParts
from storyreader.cleaning.page_data import PageData, page_data
from storyreader.cleaning.rules import (
    already_clean,
    announced_titles,
    author_note,
    body,
    comment_thread,
    comments_follow,
    consent,
    consistent_markup,
    cue_line,
    date_line,
    default_reason,
    entry_time,
    list_items,
    next_article,
    next_paragraph,
    outlet_line,
    picture_credit,
    picture_series,
    promo_inside,
    pull_quote,
    repeated_line,
    seen_inside,
    signed_end,
    standfirst_line,
    subheading,
    teaser_repeat,
    trim_edges,
)
from storyreader.cleaning.second_look import look_again
from storyreader.cleaning.text_blocks import paragraphs_of, text_blocks
from storyreader.cleaning.unrendered import render
from storyreader.cleaning.wrappers import archive_frame
from storyreader.cleaning.wrappers.unwrap import unwrap
from storyreader.page import Page

CleaningRule = Callable[[Draft], None]
_LEAST = 50
"""Words of a body of which no rule may take the greater part."""

_BODY: tuple[tuple[str, CleaningRule], ...] = (
    ("lines that are a date", date_line.apply),
    ("times of a live blog's entries", entry_time.apply),
    ("prose of consent dialogs", consent.apply),
    ("lines that are a cue", cue_line.apply),
    ("repeated lines", repeated_line.apply),
    ("comments below the article", comments_follow.apply),
    ("a thread of comments without a heading", comment_thread.apply),
    ("another story below the article", next_article.apply),
    ("the article's stretch", body.apply),
    ("the end that an agency signs", signed_end.apply),
    ("paragraphs beside the article", next_paragraph.apply),
    ("paragraphs with the story's markup", consistent_markup.apply),
    ("lists that the article announces", list_items.apply),
    ("standfirst below the headline", standfirst_line.apply),
    ("lines inside the story that the extractor has", seen_inside.apply),
    ("subheadings", subheading.apply),
    ("pull quotes", pull_quote.apply),
    ("teaser repeats", teaser_repeat.apply),
    ("promos inside the text", promo_inside.apply),
    ("titles that a label announces", announced_titles.apply),
    ("captions with a credit", picture_credit.apply),
    ("series of pictures", picture_series.apply),
    ("loose ends", trim_edges.apply),
)
_FIELDS: tuple[tuple[str, CleaningRule], ...] = (
    ("what the wrapper states", stated.find),
    ("headline", headline.find),
    ("tags", tags.find),
    ("published", published.find),
    ("byline", byline.find),
    ("standfirst", standfirst.find),
    ("agency", agency.find),
    ("publisher", publisher.find),
    ("byline without the outlet", byline_outlet.apply),
    ("who wrote it, told below it", author_note.apply),
    ("headline without the outlet", headline_outlet.apply),
    ("left over", default_reason.apply),
)

_DATA_FIELDS: tuple[tuple[str, CleaningRule], ...] = (
    ("headline from the page's data", html_headline.find),
    ("byline from the page's data", html_byline.find),
    ("outlet and tags from the page's data", html_outlet.find),
    ("dates from the page's data", html_published.find),
)
_TEXT_SCORES: tuple[tuple[str, CleaningRule], ...] = (
    ("text cleaned before", already_clean.apply),
    ("score of each line", score_text),
)
_HTML_SCORES: tuple[tuple[str, CleaningRule], ...] = (("score of each block", score_html),)


_NEEDED = frozenset({body.apply, *(rule for _, rule in (*_FIELDS, *_DATA_FIELDS, *_TEXT_SCORES, *_HTML_SCORES))})
"""What no page can do without, however long it has taken."""


def judge(page: Page, outlet_lines: OutletLines | None = None, budget: Budget | None = None) -> Draft:
    """Judge every line of a page that its budget allows; `outlet_lines` is what other pages of its outlet taught."""
    budget = budget or Budget()
    if page.cut:
        budget.leave_out("end")
    if page.cleaned:
        return _take_as_told(page, budget)
    if page.media == "html":
        return judge_html(page, outlet_lines, budget)
    return judge_text(page, outlet_lines, budget)


def _take_as_told(page: Page, budget: Budget) -> Draft:
    """A page whose lines are an article's paragraphs, with the fields that its file states."""
    lines = [(number, line) for number, line in enumerate(budget.lines(page.text).split("\n"), start=1) if line.strip()]
    blocks = [Block(line, (number,), (line,), 1, shape_of(line), reason=BODY) for number, line in lines]
    draft = Draft(page, blocks, stated=dict(page.stated), budget=budget)
    stated.take(draft)
    return draft


def judge_text(page: Page, outlet_lines: OutletLines | None, budget: Budget) -> Draft:
    """Judge every line of a text page; `outlet_lines` is what other pages of its outlet taught."""
    unwrapped = unwrap(budget.lines(page.text), page.path)
    blocks = join_drop_caps(text_blocks(unwrapped))
    draft = Draft(page, blocks, outlet_lines=outlet_lines, budget=budget, whole=unwrapped.whole)
    draft.stated = {**page.stated, **unwrapped.stated}
    aside = set_aside(draft)
    _judge_lines(draft)
    if dialog := take_dialog(draft):
        aside += dialog
        _judge_lines(draft)
    _run(draft, _FIELDS)
    _settle(draft)
    put_back(draft, aside)
    no_article.find(draft)
    wrapper = unwrapped.wrapper_blocks()
    draft.blocks = sorted((*draft.blocks, *wrapper), key=lambda block: block.numbers)
    return draft


def _judge_lines(draft: Draft) -> None:
    _run(draft, _TEXT_SCORES)
    _choose_body(draft)


def judge_html(page: Page, outlet_lines: OutletLines | None, budget: Budget) -> Draft:
    """Judge every visible text block of an HTML page; `outlet_lines` is what other pages of its outlet taught."""
    markup = budget.markup(page.text)
    root = parse_html(markup)
    if root is None:
        return Draft(page, [], budget=budget)
    stated = {**page.stated, **archive_frame.take_off(root)}
    render(root)
    own = OwnParts(root)
    data = page_data(root, own)
    votes = extractor_texts(without_crowded_tags(markup), data, budget)

    def judged(blocks: list[Block]) -> Draft:
        draft = Draft(page, join_drop_caps(blocks), data=data, extractor_texts=votes, budget=budget)
        draft.stated, draft.outlet_lines = stated, outlet_lines
        _run(draft, _HTML_SCORES)
        _choose_body(draft)
        return draft

    draft = look_again(judged(html_blocks(root, own, budget)), root, judged, _choose_body)
    _run(
        draft,
        (*_FIELDS[:1], *_DATA_FIELDS, *_FIELDS[1:]) if _is_told_outside(page, data) else (*_DATA_FIELDS, *_FIELDS),
    )
    _settle(draft)
    no_article.find(draft)
    return draft


def _is_told_outside(page: Page, data: PageData) -> bool:
    """Whether the file around a page knows more of it than the page does, as a feed does of an entry's markup.

    A letter's sender and subject may be anybody's, and are asked last.
    """
    silent = not (data.articles or data.title or data.first("og:title"))
    return silent and "headline" in page.stated and "sender" not in page.stated


def _run(draft: Draft, rules: tuple[tuple[str, CleaningRule], ...]) -> None:
    """Run rules in order; one that takes the greater part of an article is wrong about it, and is undone."""
    for _, rule in rules:
        if rule not in _NEEDED and not draft.budget.allows("rules"):
            continue
        before = [block for block in draft.blocks if block.kept]
        rule(draft)
        if _takes_most(words_in(before), (block for block in before if block.kept)):
            for block in before:
                block.reason = BODY


def _takes_most(words: int, left: Iterable[Block]) -> bool:
    """Whether most of an article's words are gone from what is left."""
    return words >= _LEAST and 2 * words_in(left) < words


def _choose_body(draft: Draft) -> None:
    """Choose the body's lines; where the outlet's other pages speak against some, choose again without those."""
    _run(draft, _BODY)
    common = outlet_line.common_lines(draft)
    if not common or not draft.budget.allows("repeats"):
        return
    for number, block in enumerate(draft.blocks):
        block.reason = common.get(number, "")
    _run(draft, _BODY)


def _settle(draft: Draft) -> None:
    """Judge the paragraphs again by themselves until nothing more goes: cleaning a cleaned text changes nothing."""
    kept = [block for block in draft.blocks if block.kept]
    words = words_in(kept)
    while kept and draft.budget.allows("repeats"):
        again = Draft(Page("", "text", "", "utf-8", "", 0), paragraphs_of(kept), budget=draft.budget)
        for rules in (_TEXT_SCORES, _BODY, _FIELDS):
            _run(again, rules)
        verdicts = list(zip(kept, again.blocks, strict=True))
        remaining = [block for block, verdict in verdicts if verdict.kept]
        if len(remaining) == len(kept) or _takes_most(words, remaining):
            return
        for block, verdict in verdicts:
            block.reason = verdict.reason
        kept = remaining
