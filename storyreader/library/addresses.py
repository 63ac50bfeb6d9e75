"""Addresses of pages, so that two ways of writing one are the same."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_FOR_COUNTING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|cmp(?:id)?|from|ref|ref_src|refsrc|referrer|source|src|"
    r"share|shared|smid|smtyp|ns_\w+|at_\w+|wt_\w+|xtor|amp|outputtype",
    re.IGNORECASE,
)
"""What is put behind an address to count who comes from where, or names a dress of the page."""
_HOST = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_ENDS = ("/amp", ".amp", "/index.html", "/index.htm", "/index.php")


def canonical_address(address: str) -> str:
    """An address without scheme, dress and what counts its readers; empty for a site's first page, and for what is
    none.
    """
    try:
        parts = urlsplit(address.strip())
        host = _HOST.sub("", (parts.hostname or "").rstrip("."))
    except ValueError:
        return ""
    kept = sorted((name, value) for name, value in parse_qsl(parts.query) if not _FOR_COUNTING.fullmatch(name))
    path = parts.path.removeprefix("/amp") if parts.path.startswith("/amp/") else parts.path
    path = path.rstrip("/")
    for end in _ENDS:
        path = path.removesuffix(end).rstrip("/")
    if parts.scheme not in ("http", "https") or not host or not (path or kept):
        return ""
    return f"{host}{path}{'?' if kept else ''}{urlencode(kept)}"
