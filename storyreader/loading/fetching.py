"""Gets a page from the web, when the reader asks for it: never by itself, and from nowhere but public addresses.

Every host is looked up here, what it leads to is judged, and exactly that is connected to; so is every redirection.
"""

import ipaddress
import re
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from storyreader.errors import UnreadablePage

LARGEST = 20_000_000
"""Bytes of a page, unpacked, that are taken."""
LONGEST = 40.0
"""Seconds that a page may take with all its redirections."""
_CONNECTING, _WAITING = 10.0, 20.0
"""Seconds for a connection, and for the next bytes."""
_HOPS = 5
_PIECE = 16_384
_AGENT = "storyreader (a reader's own copy)"
_ACCEPTED = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"
_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address: `url` is where it was in the end, `ending` that of a file for it (empty: unknown)."""

    url: str
    content: bytes
    ending: str
    encoding: str | None
    time: datetime


def is_address(text: str) -> bool:
    """Whether a text is an address of the web and no path."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def fetch(url: str, *, allow_private: bool = False) -> Fetched:
    """Get what is at an address. Raises UnreadablePage where nothing can or may be had from there.

    `allow_private` lets addresses in the reader's own network pass, such as a server on this machine.
    """
    from urllib3.exceptions import HTTPError

    end = time.monotonic() + LONGEST
    try:
        for _ in range(_HOPS + 1):
            response = _asked(url, allow_private)
            try:
                if response.status in _REDIRECTIONS and response.headers.get("Location"):
                    url = urljoin(url, response.headers["Location"])
                    continue
                if response.status != 200:
                    raise _refused(url, f"answers {response.status} {response.reason or ''}".strip())
                return _fetched(url, response, b"".join(_pieces(url, response, end)))
            finally:
                response.close()
                response.release_conn()
    except (HTTPError, OSError, ValueError) as error:
        raise _refused(url, f"cannot be read ({type(error).__name__})") from error
    raise _refused(url, f"was redirected more than {_HOPS} times")


def _refused(url: str, why: str) -> UnreadablePage:
    return UnreadablePage(f"{url} {why}.", "Open it in a browser, save the page there, and give the file.", url)


def _asked(url: str, allow_private: bool) -> Any:
    """The answer to one request, of which nothing but the head has been read."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout

    parts = urlsplit(url)
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise _refused(url, "is no address of the web (http or https)")
    host = parts.hostname.encode("idna").decode("ascii") if not parts.hostname.isascii() else parts.hostname
    address = _checked(url, host, parts, allow_private)
    timeout = Timeout(connect=_CONNECTING, read=_WAITING)
    if parts.scheme.lower() == "https":
        import certifi

        pool: HTTPConnectionPool = HTTPSConnectionPool(
            address, parts.port or 443, timeout=timeout, cert_reqs="CERT_REQUIRED", ca_certs=certifi.where(),
            server_hostname=host, assert_hostname=host,
        )  # fmt: skip
    else:
        pool = HTTPConnectionPool(address, parts.port or 80, timeout=timeout)
    named = f"[{host}]" if ":" in host else host
    headers = {
        "Host": f"{named}:{parts.port}" if parts.port else named, "User-Agent": _AGENT, "Accept": _ACCEPTED,
        "Accept-Encoding": "gzip, deflate",
    }  # fmt: skip
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return pool.urlopen("GET", target, headers=headers, redirect=False, retries=False, preload_content=False)


def _checked(url: str, host: str, parts: SplitResult, allow_private: bool) -> str:
    """The machine to connect to; refused when any that the host leads to is not public."""
    try:
        found = socket.getaddrinfo(host, parts.port or 80, type=socket.SOCK_STREAM)
    except OSError as error:
        raise _refused(url, "leads nowhere: the host is not known") from error
    addresses = [str(one[4][0]) for one in found]
    if not addresses or not (allow_private or all(map(_is_public, addresses))):
        hint = "If you mean it, allow it: storyreader clean --fetch --allow-private."
        raise UnreadablePage(f"{url} is in a private network.", hint, url)
    return next((one for one in addresses if ":" not in one), addresses[0])


def _is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inner is None or inner.is_global)


def _pieces(url: str, response: Any, end: float) -> Iterator[bytes]:
    """The content, unpacked, as it comes: within its bounds of size and time."""
    size = 0
    while piece := response.read1(_PIECE, decode_content=True):
        size += len(piece)
        if size > LARGEST:
            raise _refused(url, f"has more than {LARGEST / 1e6:.0f} MB")
        if time.monotonic() > end:
            raise _refused(url, f"took longer than {LONGEST:.0f} seconds")
        yield piece


def _fetched(url: str, response: Any, content: bytes) -> Fetched:
    kind, _, rest = str(response.headers.get("Content-Type", "")).partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", rest, re.IGNORECASE)
    ending = _ENDINGS.get(kind.strip().lower(), "")
    return Fetched(url, content, ending, charset.group(1) if charset else None, datetime.now(UTC))
