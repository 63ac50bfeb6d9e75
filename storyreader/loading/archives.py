"""Addresses in web archives: where the page was, and when the archive took it.

The Wayback Machine and all archives that run its software write the time, in digits, and the page's own address behind
their own; archive.today does so in its long form; search engines' caches name the page behind a colon.
"""

import re
from datetime import UTC, datetime
from urllib.parse import unquote

_CAPTURE = re.compile(
    r"https?://[^/\s]+/(?:[^?\s]*?/)?(\d{4}[\d.-]{4,13}\d)(?:[a-z]{2}_)?/(https?:/{1,2}\S+)", re.IGNORECASE
)
_CACHE = re.compile(r"https?://webcache\.[^/\s]+/search\?(?:\S*?&)?q=cache:(?:[\w-]{10,16}:)?([^+&\s]+)", re.IGNORECASE)
_READER = re.compile(r"about:reader\?url=(\S+)")
_ARCHIVES = frozenset(
    [
        "archive.org",
        "web.archive.org",
        "perma.cc",
        "webcache.googleusercontent.com",
        "internet archive",
        "wayback machine",
        "internet archive wayback machine",
    ]
)
"""Sites and names of archives, beside those of archive.today."""
_TODAY = re.compile(r"archive\.(?:today|[a-z]{2})")


def original_address(address: str) -> tuple[str, datetime | None]:
    """Return the page's own address and the time of the capture, when this is the address of a copy; else as it is."""
    if match := _CAPTURE.match(address):
        url = re.sub(r"^(https?:)/{1,2}(?=[^/])", r"\1//", match.group(2))
        return url, capture_time(re.sub(r"\D", "", match.group(1)))
    if match := _CACHE.match(address):
        url = unquote(match.group(1))
        return url if "://" in url else f"http://{url}", None
    if match := _READER.match(address):
        return unquote(match.group(1)), None
    return address, None


def is_archive(text: str) -> bool:
    """Whether a text names an archive's site and nothing else."""
    host = re.sub(r"^https?://(?:www\.)?|/.*$", "", text.strip().casefold())
    return host in _ARCHIVES or _TODAY.fullmatch(host) is not None


def capture_time(digits: str) -> datetime | None:
    """The moment that an archive writes as 14, 12 or 8 digits; None where it cannot exist."""
    for length, form in ((14, "%Y%m%d%H%M%S"), (12, "%Y%m%d%H%M"), (8, "%Y%m%d")):
        if len(digits) >= length:
            try:
                return datetime.strptime(digits[:length], form).replace(tzinfo=UTC)
            except ValueError:
                return None
    return None
