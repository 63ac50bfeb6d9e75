"""Takes the fields that a page's wrapper states: a letter's head, front matter, a press record, a print's edges."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parseaddr, parsedate_to_datetime
from typing import get_args

from storyreader.article import Simplification
from storyreader.cleaning.candidates import after_opener
from storyreader.cleaning.cues import plain_words
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.fields.headline import STATED
from storyreader.cleaning.fields.html_headline import without_site
from storyreader.cleaning.fields.outlet_by_words import is_outlet_word
from storyreader.cleaning.fields.outlet_names import folded
from storyreader.cleaning.fields.sites import has_name, site_label
from storyreader.cleaning.names import split_names
from storyreader.dates import find_stamps
from storyreader.loading import original_address

_BAR = re.compile(r"(?<!\s)\s+[-–—|»·:]\s+|(?:(?<!\s)\s+)?\|\s*")
_SENDING = re.compile(
    r"(?<!\s)\s+(?:(?:from|at|via|von|vom|bei|chez|de|del|di|da)\s+|[-–—|»·]\s+)|(?:(?<!\s)\s+)?[|,]\s*", re.IGNORECASE
)
_FILED = re.compile(r"^([^\W\d_][\w'’-]*), ([^\W\d_][\w'’-]*(?: [^\W\d_]\.?)?)$")
"""One name as libraries file it: Lindqvist, Petra."""
_LONGEST_NAME = 60
"""Characters of who wrote or published something."""
_LINES = 3
"""Lines over which a headline may be broken."""


def find(draft: Draft) -> None:
    """Fill what is stated; for a page of markup its own data come before."""
    stated = draft.stated
    url, taken = original_address(stated.get("url", ""))
    draft.find("url", url, STATED)
    draft.find("saved", stated_time(stated.get("saved", "")) or taken, STATED)
    draft.find("published", stated_time(stated.get("published", "")), STATED)
    draft.find("updated", stated_time(stated.get("updated", "")), STATED)
    draft.find("language", _language(stated.get("language", "")), STATED)
    draft.find("agency", stated.get("agency"), STATED)
    draft.find("tags", tuple(tag for tag in re.split(r"\s*[,;]\s*", stated.get("tags", "")) if tag), STATED)
    _headline(draft)
    _people(draft)


def take(draft: Draft) -> None:
    """Fill what is stated word for word: the file holds an article, no page that has to be understood."""
    for name in ("headline", "standfirst", "byline", "publisher", "agency", "language"):
        draft.find(name, draft.stated.get(name), STATED)
    for name in ("published", "updated", "saved"):
        draft.find(name, stated_time(draft.stated.get(name, "")), STATED)
    draft.find("tags", tuple(tag for tag in draft.stated.get("tags", "").split("; ") if tag), STATED)
    told = draft.stated.get("simplified", "").split("; ")
    for what in get_args(Simplification):
        if what in told:
            draft.budget.leave_out(what)


def stated_time(text: str) -> datetime | date | None:
    """A time as files write it (ISO 8601, as in mail) or, failing that, as people do."""
    try:
        return date.fromisoformat(text) if len(text) <= len("2025-01-31") else datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        found = find_stamps(text[:100])
        return found[0].value if found else None


def _language(text: str) -> str:
    """The two letters of a language's code, nothing for anything else."""
    match = re.fullmatch(r"([a-zA-Z]{2})(?:[-_]\w{2,8})*", text.strip())
    return match.group(1).lower() if match else ""


def _headline(draft: Draft) -> None:
    headline, title = draft.stated.get("headline", ""), without_site(draft.stated.get("title", ""), frozenset())
    shown = _lines_of(draft, headline or title)
    if not headline and not shown:
        return  # a title bar may be cut, or written for search engines
    if "headline" not in draft.fields:
        headline = headline or " ".join(block.text for block in shown)
        draft.find("headline", headline, STATED)
        tokens = {block.shape.tokens for block in shown} | {tuple(plain_words(headline))}
        for block in draft.blocks:
            if block.shape.tokens in tokens:
                block.reason = "headline"


def _lines_of(draft: Draft, headline: str) -> list[Block]:
    """The lines that show a headline; it may be broken over several."""
    wanted = tuple(plain_words(headline))
    for number in range(len(draft.blocks)) if wanted else ():
        tokens: tuple[str, ...] = ()
        for end in range(number, min(len(draft.blocks), number + _LINES)):
            tokens += draft.blocks[end].shape.tokens
            if tokens == wanted:
                return draft.blocks[number : end + 1]
            if tokens != wanted[: len(tokens)]:
                break
    return []


def _people(draft: Draft) -> None:
    """Byline and outlet; who sends a letter may be either."""
    site = site_label(draft.address)
    outlet = _outlet(draft.stated.get("publisher", ""), site) or _title_outlet(draft, site)
    draft.find("publisher", outlet, STATED)
    byline = _names(draft.stated.get("byline", ""))
    name, mail = parseaddr(draft.stated.get("sender", ""))
    sender = list(_senders(name, site_label(mail.rpartition("@")[2])))
    draft.find("publisher", sender[0] if sender else "", STATED)
    if folded(byline) != folded(str(draft.fields.get("publisher", ""))):
        draft.find("byline", byline, STATED)


def _outlet(value: str, site: str) -> str:
    """The part of a title such as "The Herald - News" that names the outlet: the one of its address, else the first."""
    parts = [part.strip() for part in _BAR.split(value) if part.strip()]
    if not parts or len(parts[0]) > _LONGEST_NAME or re.match(r"(?:https?:|www\.)", value):
        return ""
    return next((part for part in parts if has_name(site, part)), parts[0])


def _title_outlet(draft: Draft, site: str) -> str:
    parts = _BAR.split(draft.stated.get("title", ""))
    return next((part for part in parts[1:] if has_name(site, part) or _names_outlet(part)), "")


def _senders(name: str, site: str) -> Iterator[str]:
    """What in a sender's name is the outlet: the name of its address, or one with a word for outlets."""
    parts = [part.strip() for part in (name, *reversed(_SENDING.split(name))) if part.strip()]
    yield from (part for part in parts if has_name(site, part))
    yield from (part for part in parts if _names_outlet(part))


def _names_outlet(text: str) -> bool:
    words = text.casefold().split()
    return 2 <= len(words) <= 5 and any(is_outlet_word(word) for word in words)


def _names(value: str) -> str:
    told = "; ".join(_FILED.sub(r"\2 \1", part.strip()) for part in (after_opener(value) or value).split(";"))
    if names := split_names(told):
        return ", ".join(names)
    return told if told and len(told) <= _LONGEST_NAME and not re.search(r"https?:|@|\d", told) else ""
