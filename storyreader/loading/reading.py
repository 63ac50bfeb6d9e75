"""Reads one file as a page and says plainly why it cannot when it cannot. Sizes are bytes."""

import os
import re
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from storyreader.errors import UnreadablePage
from storyreader.loading import mime, webarchive
from storyreader.loading.archives import original_address
from storyreader.loading.binary import binary_kind
from storyreader.loading.data_files import data_kind
from storyreader.loading.decoding import decode
from storyreader.loading.encoded_twice import repair_twice
from storyreader.loading.invisible import strip_invisible
from storyreader.loading.saved_marks import saved_mark
from storyreader.loading.unpacked import Unpacked
from storyreader.page import Media, Page

SIZE_LIMIT = 64_000_000
"""The largest file that is read; an article with all its markup is a hundredth of this."""

_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MESSAGE_ENDINGS = frozenset({".mhtml", ".mht", ".eml"})
_TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
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
    inside = _unpack(data, file.suffix.lower(), file)
    if kind := binary_kind(inside.content):
        raise UnreadablePage(f"{file} is {kind}, not a page.", "Give a saved page (.html) or its text (.txt).")
    text, encoding, notes = decode(inside.content, inside.encoding)
    if encoding == "utf-8":
        text, twice = repair_twice(text)
        notes += [f"{twice} characters were encoded twice and have been repaired"] if twice else []
    text, removed = strip_invisible(text)
    if kind := data_kind(text, inside.ending):
        raise UnreadablePage(f"{file} is {kind}, not a page.", "Save the page itself as HTML or as text.")
    media = _media(inside.ending, text)
    url, saved = _origin(inside, media, text)
    return Page(
        str(file), media, text, encoding, digest, len(data), url, (*notes, *removed), saved=saved, stated=inside.stated
    )


def _unpack(data: bytes, ending: str, file: Path) -> Unpacked:
    """The page in a file of another form; a file that is the page itself comes back as it is."""
    if webarchive.looks_like_webarchive(data):
        inside = webarchive.unpack(data)
    elif ending in _MESSAGE_ENDINGS or (ending not in _TEXT_ENDINGS and mime.looks_like_message(data)):
        inside = mime.unpack(data)
    else:
        return Unpacked(data, ending)
    if inside is None:
        raise UnreadablePage(f"{file} holds no page.", "Save the page again as HTML or as text.")
    return inside


def _origin(inside: Unpacked, media: Media, text: str) -> tuple[str | None, datetime | date | None]:
    """Where the page was, and when it was saved there."""
    url, saved = inside.url, inside.saved
    if media == "html" and url is None:
        url, noted = saved_mark(text)
        saved = saved or noted
    if url is None:
        return None, saved
    url, taken = original_address(url)
    return url, taken or saved


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
