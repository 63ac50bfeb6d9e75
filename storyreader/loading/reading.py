"""Reads one file as a page and says plainly why it cannot when it cannot. Sizes are bytes."""

import os
import re
from hashlib import sha256
from pathlib import Path

from storyreader.errors import UnreadablePage
from storyreader.loading import mhtml
from storyreader.loading.binary import binary_kind
from storyreader.loading.decoding import decode
from storyreader.loading.invisible import strip_invisible
from storyreader.page import Media, Page

SIZE_LIMIT = 64_000_000
"""The largest file that is read; an article with all its markup is a hundredth of this."""

_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MHTML_ENDINGS = frozenset({".mhtml", ".mht"})
_TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S{1,2000})", re.IGNORECASE)
_DOCUMENT = re.compile(
    r"\s*(?:<!--[^>]{0,500}-->\s*)?(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_ELEMENT = re.compile(r"</(?:p|div|span|a|li|h[1-6]|section|article|body)\s*>", re.IGNORECASE)


def read_page(path: str | os.PathLike[str]) -> Page:
    """Read one file as a page.

    The ending decides between text and HTML; an unknown ending is judged by the content. Raises UnreadablePage for a
    file that is missing, a folder, forbidden, larger than SIZE_LIMIT bytes, or no text.
    """
    file = Path(path)
    data = _bytes_of(file)
    digest = sha256(data).hexdigest()
    ending = file.suffix.lower()
    url = None
    declared = None
    content = data
    if ending in _MHTML_ENDINGS or (ending not in _TEXT_ENDINGS and mhtml.looks_like_mhtml(data)):
        inside = mhtml.unpack(data)
        if inside is None:
            raise UnreadablePage(f"{file} holds no HTML page.", "Save the page again as HTML or as text.")
        content, declared, url = inside
        ending = ".html"
    if kind := binary_kind(content):
        raise UnreadablePage(f"{file} is {kind}, not a page.", "Give a saved page (.html) or its text (.txt).")
    text, encoding, notes = decode(content, declared)
    text, removed = strip_invisible(text)
    media = _media(ending, text)
    if media == "html" and url is None and (saved := _SAVED_FROM.search(text[:3000])):
        url = saved.group(1)
    return Page(str(file), media, text, encoding, digest, len(data), url, (*notes, *removed))


def page_from_text(text: str, media: Media = "text", path: str = "", url: str | None = None) -> Page:
    """Make a page of a text already in memory, such as the clipboard; its hash is that of its UTF-8 bytes."""
    data = text.encode("utf-8", errors="surrogatepass")
    clean, notes = strip_invisible(text)
    return Page(path, media, clean, "utf-8", sha256(data).hexdigest(), len(data), url, tuple(notes))


def _bytes_of(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise UnreadablePage(f"{file} is a folder, not a page.", "Name a file in it, or open the folder itself.")
        size = file.stat().st_size
        if size > SIZE_LIMIT:
            raise UnreadablePage(
                f"{file} has {size / 1e6:.0f} MB; pages up to {SIZE_LIMIT / 1e6:.0f} MB are read.",
                "Save only the article as text.",
            )
        if not file.is_file():
            raise UnreadablePage(f"{file} is no ordinary file.", "Save the page to a file first.")
        return file.read_bytes()
    except FileNotFoundError as error:
        raise UnreadablePage(f"{file} does not exist.", "Check the spelling of the path.") from error
    except PermissionError as error:
        raise UnreadablePage(
            f"{file} may not be read.", "Change its permissions, or copy it to another folder."
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadablePage(f"{file} cannot be read: {error}.", "Check the path and the disk.") from error


def _media(ending: str, text: str) -> Media:
    if ending in _HTML_ENDINGS:
        return "html"
    head = text[:20_000]
    if _DOCUMENT.match(head):  # a page's markup saved under a text ending is still markup
        return "html"
    if ending in _TEXT_ENDINGS:
        return "text"
    return "html" if len(_ELEMENT.findall(head)) >= 3 else "text"
