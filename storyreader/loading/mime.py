"""Unpacks pages that are saved as a mail message: the MHTML of browsers, and letters such as newsletters (.eml).

Of a page the first HTML part is taken, the rest are its pictures and styles; of a letter its HTML, else its text.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from storyreader.loading.decoding import decode
from storyreader.loading.sent_on import COVER, sent_on
from storyreader.loading.unpacked import Unpacked

_HEADER = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?MIME-Version:", re.IGNORECASE)
_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_FORWARDED = re.compile(r"^(?:(?:fwd?|fw|wg|tr|rv|doorst)\s*:\s*)+", re.IGNORECASE)
"""What programs for mail write before the subject of a letter that is sent on."""
_SAVED_BY = re.compile(r"saved by", re.IGNORECASE)


def looks_like_message(data: bytes) -> bool:
    """Whether the bytes begin with mail headers that hold a MIME version."""
    return bool(_HEADER.match(data[:8192].replace(b"\r\n", b"\n"))) or data[:13].lower() == b"mime-version:"


def unpack(data: bytes) -> Unpacked | None:
    """Return the page or letter inside, or None when there is no text in the message."""
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        message = _forwarded(message)
        parts = list(_texts(message))
    except RecursionError:  # messages in messages in messages
        return None
    part = next((p for p in parts if _ENDINGS[p.get_content_type()] == ".html"), parts[0] if parts else None)
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return None
    url = _address(message) or _address(part)
    when = _time(message)
    ending = _ENDINGS[part.get_content_type()]
    if url or _SAVED_BY.search(_words(message, "From")):
        return Unpacked(payload, ending, part.get_content_charset(), url, saved=when)
    stated = {
        "headline": _words(message, "Subject"),
        "sender": _words(message, "From"),
        "published": when.isoformat() if when else "",
    }
    encoding = part.get_content_charset()
    if (inner := sent_on(decode(payload, encoding)[0])) is not None:
        payload, encoding = inner[0].encode(errors="replace"), "utf-8"
        stated |= inner[1]
    stated["headline"] = _FORWARDED.sub("", stated["headline"])
    return Unpacked(payload, ending, encoding, stated={k: v for k, v in stated.items() if v})


def _forwarded(message: Message) -> Message:
    """The letter that is enclosed in another of few words, such as "FYI"; else the letter itself."""
    for part in message.walk():
        enclosed = part.get_payload() if part.get_content_type() == "message/rfc822" else None
        if isinstance(enclosed, list) and enclosed and isinstance(enclosed[0], Message):
            own = [one for one in _texts(message) if all(one is not inner for inner in enclosed[0].walk())]
            written = b" ".join(data for one in own if isinstance(data := one.get_payload(decode=True), bytes))
            return enclosed[0] if len(re.sub(rb"<[^<>]*>", b" ", written).split()) < COVER else message
    return message


def _texts(message: Message) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() in _ENDINGS and part.get_content_disposition() != "attachment":
            yield part


def _words(message: Message, name: str) -> str:
    """A header with its encoded words decoded."""
    value = str(message.get(name, ""))
    with suppress(LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())


def _time(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", "")))
    except (TypeError, ValueError, IndexError):
        return None


def _address(part: Message) -> str | None:
    for name in ("Snapshot-Content-Location", "Content-Location"):
        value = str(part.get(name, "")).strip()
        if value.startswith(("http://", "https://")):
            return value
    return None
