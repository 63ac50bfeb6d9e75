"""Takes outlet, tags, standfirst, language and address of an HTML page from its hidden data."""

import re
from collections.abc import Iterator
from typing import Any

from storyreader.cleaning.cues import words_of
from storyreader.cleaning.draft import Draft, first_kept
from storyreader.cleaning.fields.outlet_names import folded, may_be_name
from storyreader.cleaning.page_data import PageData, clean
from storyreader.loading import is_archive, original_address

_MOST_TAGS = 25
_END = re.compile(r"(?<!\s)\s+[|–—·•-]\s+|: ")
"""What sets the outlet off at the end of a title bar, and a motto behind its name."""
_LOGO = re.compile(r"^(?:logo (?:of |von |de |di )?|the logo of )| ?(?:logo|home ?page|home)$", re.IGNORECASE)
_LOGOS, _FOOT, _SHORTEST = 4, 15, 4
"""Logos that are asked, blocks at the foot of a page, characters of a name."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def find(draft: Draft) -> None:
    """Fill the fields that only hidden data tells for sure."""
    data = draft.data
    for name, rule in publishers(data):
        if name and not name.startswith("http") and not is_archive(name):
            draft.find("publisher", name, rule)
            break
    draft.find("publisher", _on_logo(draft), "name on the logo")
    tags = _tags(data)
    draft.find("tags", tags, "keywords of the page")
    _leave_out(draft, tags)
    for address, rule in ((data.canonical, "canonical link"), (data.first("og:url"), "OpenGraph address")):
        own, taken = original_address(address)
        if address.startswith(("http://", "https://")) and not is_archive(own):
            draft.find("url", own, rule)
            draft.find("saved", taken, rule)
            break
    _standfirst(draft)


def publishers(data: PageData) -> Iterator[tuple[str, str]]:
    """What a page states as its outlet, each with where; the surest first."""
    for article in data.articles:
        yield _name(article.get("publisher")), "JSON-LD publisher"
    yield data.first("og:site_name"), "OpenGraph site name"
    yield data.first("application-name", "publisher", "dc.publisher"), "meta publisher"


def _on_logo(draft: Draft) -> str | None:
    """The name that stands for the page's logo, where the title bar ends with it or a line at the foot says it."""
    last = _END.split(draft.data.title)[-1]
    foot = [block.text for block in draft.blocks[-_FOOT:] if not block.kept]
    for alt in draft.data.logos[:_LOGOS]:
        name = _LOGO.sub("", _END.split(alt)[0]).strip()
        if not may_be_name(name) or len(folded(name)) < _SHORTEST:
            continue
        if folded(last) == folded(name) or any(name in text for text in foot):
            return name
    return None


def _name(value: Any) -> str:
    if isinstance(value, list):
        return _name(value[0]) if value else ""
    if isinstance(value, dict):
        return clean(value["name"]) if isinstance(value.get("name"), str) else ""
    return ""


def _tags(data: PageData) -> tuple[str, ...]:
    for article in data.articles:
        if tags := _listed(article.get("keywords")):
            return tags
    for name in ("article:tag", "news_keywords", "keywords"):
        if tags := _listed(data.meta.get(name, [])):
            return tags
    return ()


def _leave_out(draft: Draft, tags: tuple[str, ...]) -> None:
    """Lines below the first paragraph that are a tag and nothing else are no body text; a subheading may be one."""
    shown = {tag.casefold() for tag in tags}
    kept = [block for block in draft.blocks if block.kept]
    for block in kept[1:]:
        heading = block.structure is not None and block.structure.tag in _HEADINGS
        if not heading and block.text.casefold() in shown:
            block.reason = "tags"


def _listed(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    if len(values) == 1 and isinstance(values[0], str):
        values = values[0].split(";" if ";" in values[0] and "," not in values[0] else ",")
    tags = [clean(part) for part in values if isinstance(part, str)]
    return tuple(dict.fromkeys(tag for tag in tags if tag and len(tag) <= 60))[:_MOST_TAGS]


def _standfirst(draft: Draft) -> None:
    """The description, when the page shows it in one block above its body or as the body's first."""
    said = frozenset(words_of(draft.data.first("og:description", "description")))
    if len(said) < 5:
        return
    first = first_kept(draft.blocks)
    for block in draft.blocks[: first + 1]:
        shown = frozenset(block.shape.tokens)
        if shown and block.reason != "headline" and len(shown & said) / len(shown | said) >= 0.6:
            draft.find("standfirst", block.text, "description shown on the page")
            return
