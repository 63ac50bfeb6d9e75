"""Tells texts that are data for programs and no page, such as JSON and feeds: they are refused, not cleaned."""

import json
import re

_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*|<!DOCTYPE[^>]{0,300}>\s*)*<(rss|feed|rdf:RDF|opml|urlset|sitemapindex|plist)\b",
    re.DOTALL,
)
_ROOTS = {
    "opml": "a list of feeds", "urlset": "a site map", "sitemapindex": "a site map", "plist": "a property list",
}  # fmt: skip
_TABLES = frozenset({".csv", ".tsv"})
_BOOKMARK = re.compile(r"<a\b[^<>]{0,2000}\b(?:time_added|add_date)=", re.IGNORECASE)
_HEAD = 20_000


def data_kind(text: str, ending: str) -> str | None:
    """Return what the text is ("a news feed") when it is no page, else None."""
    if match := _ROOT.match(text[:_HEAD]):
        return _ROOTS.get(match.group(1), "a news feed")
    if ending in _TABLES:
        return "a table"
    if _JSON.match(text) and (_is_json(text) or _is_json(text.strip().partition("\n")[0])):
        return "data in JSON"
    return "a list of links" if _BOOKMARK.search(text[:_HEAD]) else None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
