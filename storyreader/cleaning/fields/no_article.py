"""Says of a page that holds no article, such as a cookie wall, a login or a front page, that it holds none.

A scrap of such a page would be taken for an account of an event. What can only be told of an article goes with it.
"""

import itertools
import re
from collections.abc import Sequence

from storyreader import lexicon
from storyreader.cleaning.cues import CATEGORIES, PART
from storyreader.cleaning.draft import Block, Draft, words_in
from storyreader.cleaning.fields.outlet_by_words import BAR
from storyreader.cleaning.rules.consent import REASON as CONSENT

NO_ARTICLE = "no article was found on this page"
ONLY_CONSENT = "the page holds a question for consent and no article"
ONLY_APPEALS = "the page holds a login or an offer and no article"
ONLY_TEASERS = "the page lists articles and holds none"

_SCRAP = 15
"""Words beside a dialog up to which they are what is left of the page, not its article."""
_LONGEST_APPEAL = 60
"""Words of a page that only asks its reader to log in or sign up."""
_FEWEST_TEASERS, _LONGEST_TEASER, _TEASERS = 4, 30, 0.8
"""Paragraphs of a front page, their mean words, and the share of them below the linked title of what they tell of."""
_LINKED, _LONGEST_TITLE = 0.8, 20
_ASKING = tuple(CATEGORIES.index(name) for name in ("sign-up", "navigation"))
_TOLD_OF_AN_ARTICLE = ("headline", "byline", "standfirst", "agency", "published", "updated", "tags")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


def find(draft: Draft) -> None:
    """Warn when there is no body, or take back what is none and warn."""
    kept = [block for block in draft.blocks if block.kept]
    why, reason = _why_none(draft, kept)
    if not why:
        return
    draft.warn(why)
    if reason:
        for block in draft.blocks:
            if block.kept or block.reason in {"headline", "byline"}:
                block.reason = reason
        for name in _TOLD_OF_AN_ARTICLE:
            draft.fields.pop(name, None)
            draft.sources.pop(name, None)
    parts = BAR.split(draft.data.title)
    draft.find("publisher", parts[-1] if len(parts) > 1 else "", "name behind the page's title")
    draft.find("language", _language(draft), "the page's own words")


def _why_none(draft: Draft, kept: Sequence[Block]) -> tuple[str, str]:
    """Why there is no article, if there is none, and the verdict of the lines that are none."""
    if words_in(kept) <= _SCRAP and any(block.reason == CONSENT for block in draft.blocks):
        return ONLY_CONSENT, CONSENT
    if not kept:
        return NO_ARTICLE, ""
    if draft.data.articles or draft.data.first("og:type") == "article":
        return "", ""
    if not draft.clean and _only_asks(kept):
        return ONLY_APPEALS, "sign-up" if draft.page.media == "html" else ""
    return (ONLY_TEASERS, "related story") if _lists_articles(draft, kept) else ("", "")


def _only_asks(kept: Sequence[Block]) -> bool:
    """Whether all that a page says, it says to its reader, and some of it asks for something."""
    asks = [any(block.shape.cues[number] >= PART for number in _ASKING) for block in kept]
    spoken = [asked or block.shape.address_share > 0 for asked, block in zip(asks, kept, strict=True)]
    return words_in(kept) <= _LONGEST_APPEAL and any(asks) and all(spoken)


def _lists_articles(draft: Draft, kept: Sequence[Block]) -> bool:
    """Whether nearly every paragraph stands below a linked title, as on a front page."""
    if len(kept) < _FEWEST_TEASERS or words_in(kept) > _LONGEST_TEASER * len(kept):
        return False
    below = sum(1 for above, block in itertools.pairwise(draft.blocks) if block.kept and _is_linked_title(above))
    return below >= _TEASERS * len(kept)


def _is_linked_title(block: Block) -> bool:
    structure = block.structure
    return structure is not None and structure.links >= _LINKED and 1 < block.shape.words <= _LONGEST_TITLE


def _language(draft: Draft) -> str | None:
    said = _LANGUAGE.match(draft.data.language)
    return said.group().lower() if said else lexicon.detect_language("\n".join(block.text for block in draft.blocks))
