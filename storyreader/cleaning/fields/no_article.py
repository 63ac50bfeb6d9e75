"""Says of a page that holds no article, such as a cookie wall or a login, that it holds none, instead of a scrap."""

import re

from storyreader import lexicon
from storyreader.cleaning.draft import Draft, words_in
from storyreader.cleaning.rules.consent import REASON as CONSENT

NO_ARTICLE, ONLY_CONSENT = "no article was found on this page", "the page holds a question for consent and no article"
_SCRAP = 15
"""Words beside a dialog up to which they are what is left of the page, not its article."""
_TOLD_OF_AN_ARTICLE = ("headline", "byline", "standfirst", "agency", "published", "updated", "tags")
_BAR = re.compile(r"\s+[|–—-]\s+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


def find(draft: Draft) -> None:
    """Warn when there is no body; beside a dialog drop the scraps, and what could only be told of an article."""
    words = words_in(block for block in draft.blocks if block.kept)
    walled = words <= _SCRAP and any(block.reason == CONSENT for block in draft.blocks)
    if words and not walled:
        return
    draft.warn(ONLY_CONSENT if walled else NO_ARTICLE)
    for block in draft.blocks:
        if walled and block.reason in {"body", "headline"}:
            block.reason = CONSENT
    for name in _TOLD_OF_AN_ARTICLE if walled else ():
        draft.fields.pop(name, None)
        draft.sources.pop(name, None)
    parts = _BAR.split(draft.data.title)
    draft.find("publisher", parts[-1] if len(parts) > 1 else "", "name behind the page's title")
    draft.find("language", _language(draft), "the page's own words")


def _language(draft: Draft) -> str | None:
    said = _LANGUAGE.match(draft.data.language)
    return said.group().lower() if said else lexicon.detect_language("\n".join(block.text for block in draft.blocks))
