"""Unpacks a page saved as one MHTML file: the first HTML part is the page, the rest are its pictures and styles."""

import re
from email import message_from_bytes
from email.message import Message

_HEADER = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?MIME-Version:", re.IGNORECASE)


def looks_like_mhtml(data: bytes) -> bool:
    """Whether the bytes begin with mail headers that hold a MIME version."""
    return bool(_HEADER.match(data[:8192].replace(b"\r\n", b"\n"))) or data[:13].lower() == b"mime-version:"


def unpack(data: bytes) -> tuple[bytes, str | None, str | None] | None:
    """Return HTML bytes, declared encoding and address of the page inside, or None when there is no HTML part."""
    message = message_from_bytes(data)
    part = next((p for p in message.walk() if p.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    if part is None:
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    return payload, part.get_content_charset(), _address(message) or _address(part)


def _address(part: Message) -> str | None:
    for name in ("Snapshot-Content-Location", "Content-Location"):
        value = str(part.get(name, "")).strip()
        if value.startswith(("http://", "https://")):
            return value
    return None
