"""A file becomes its pages, one after the other, and what is no page a reason. Sizes are bytes."""

import io
import json
import os
import re
import shutil
import tempfile
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from storyreader import locators
from storyreader.errors import UnreadablePage
from storyreader.loading.archives import original_address
from storyreader.loading.beginning import MOST_CHARACTERS, beginning_of
from storyreader.loading.binary import binary_kind
from storyreader.loading.data_files import data_kind
from storyreader.loading.decoding import decode
from storyreader.loading.fetching import fetch
from storyreader.loading.formats import Format, format_of
from storyreader.loading.invisible import strip_invisible
from storyreader.loading.mended import mend
from storyreader.loading.saved_marks import saved_mark
from storyreader.loading.source import HEAD, ByteSource, file_source, unreadable
from storyreader.loading.unpacked import Refused, Unpacked
from storyreader.page import Media, Page

_BLANKS = b" \t\r\n\f\v\x00\xef\xbb\xbf\xfe\xff"
"""Bytes of a file in which nothing is written."""
_DEEPEST = 4
"""Containers in containers that are opened: a page in a web archive in a zip file is three."""
_HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
_DOCUMENT = re.compile(
    r"\s*(?:<!--[^>]{0,500}-->\s*)?(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_TELLING = 20_000
"""Characters of a page that tell whether it is markup."""
_ELEMENT = re.compile(r"</(?:p|div|span|a|li|h[1-6]|section|article|body)\s*>", re.IGNORECASE)


def read_pages(path: str | os.PathLike[str]) -> Generator[Page | UnreadablePage, None, None]:
    """Read a file as its pages, in its order, each as soon as it is known; a file of many is never held whole.

    What is no page comes as the reason why, with its locator: the file itself when it is missing, a folder, forbidden
    or of no known kind, or a part of it. Nothing is raised.
    """
    try:
        yield from _pages(file_source(path))
    except UnreadablePage as error:
        yield unreadable(error, os.fspath(path))


def read_stretch(path: str | os.PathLike[str], begin: int, end: int) -> Generator[Page | UnreadablePage, None, None]:
    """Read the pages of a file that `can_be_cut` which begin from one offset up to another, in bytes."""
    try:
        source = file_source(path)
        form = format_of(source)
        if form is not None and form.many:
            for part in form.stretch(source, begin, end):
                yield from _pages(part) if isinstance(part, ByteSource) else [_page_of_part(source, part)]
    except Exception as error:
        yield unreadable(error, os.fspath(path))


def can_be_cut(path: str | os.PathLike[str]) -> bool:
    """Whether stretches of a file can be read by themselves; False for one that cannot be read."""
    try:
        source = file_source(path)
        form = format_of(source)
        return form is not None and form.many and form.can_be_cut(source)
    except Exception:  # libraries raise what they like; who reads it will hear
        return False


def read_stream(stream: IO[bytes], name: str = "-") -> Generator[Page | UnreadablePage, None, None]:
    """Read what comes in a stream, such as the standard input, as `read_pages` does a file.

    It is put aside on the disk first, since a file may have to be looked into more than once.
    """
    with tempfile.TemporaryDirectory(prefix="storyreader-") as folder:
        copy = Path(folder) / "input"
        try:
            with copy.open("wb") as file:
                shutil.copyfileobj(stream, file)
        except OSError as error:
            yield unreadable(error, name)
            return
        yield from _pages(replace(file_source(copy), locator=name, name=name))


def fetch_pages(url: str, *, allow_private: bool = False) -> Generator[Page | UnreadablePage, None, None]:
    """Get what is at an address of the web, as pages; only when the reader has asked for that."""
    try:
        found = fetch(url, allow_private=allow_private)
        source = ByteSource(url, urlsplit(found.url).path, partial(io.BytesIO, found.content), size=len(found.content))
        form = None if found.ending else format_of(source)
        if form is not None:
            yield from _pages(source)
            return
        page = Unpacked(found.content, found.ending, found.encoding, found.url, found.time)
        yield _page(page, url, sha256(found.content).hexdigest(), len(found.content))
    except UnreadablePage as error:
        yield unreadable(error, url)


def read_page(locator: str | os.PathLike[str]) -> Page:
    """Read one page: that of a file, or the one at a place in it.

    Raises UnreadablePage when there is none, and when the file has many and no place is given.
    """
    file, place = locators.split_locator(locator)
    source = file_source(file)
    if place:
        return _raised(_at(source, place), source)
    with closing(_pages(source)) as pages:
        found = list(islice(pages, 2))
    if len(found) > 1:
        example = next((str(one.path) for one in found if one.path), "")
        raise UnreadablePage(f"{file} holds many pages.", f"Name one of them, such as {example}", str(file))
    return _raised(found[0] if found else None, source)


def holds_many(path: str | os.PathLike[str]) -> bool:
    """Whether a file is of a kind that may hold many pages; False for one that cannot be read."""
    try:
        form = format_of(file_source(path))
    except (OSError, UnreadablePage):
        return False
    return form is not None and form.many


def _raised(found: Page | UnreadablePage | None, source: ByteSource) -> Page:
    if isinstance(found, Page):
        return found
    if found is None:
        found = UnreadablePage(f"{source.locator} no longer holds this page.", "Open the file to see what it holds.")
    raise found


def _pages(source: ByteSource) -> Generator[Page | UnreadablePage, None, None]:
    """What a source holds. Libraries raise what they like on damaged files, which must not end the other files."""
    empty = True
    try:
        head = source.head()
        if len(head) < HEAD and not head.strip(_BLANKS):
            raise UnreadablePage(f"{source.locator} is empty.", "Save the page again.", source.locator)
        form = format_of(source, head)
        if form is None or not form.many:
            yield _page_of_file(source, form)
            return
        if source.depth >= _DEEPEST:
            raise UnreadablePage(f"{source.locator} is packed too often.", "Unpack it first.")
        for part in form.read(source, ""):
            empty = False
            yield from _pages(part) if isinstance(part, ByteSource) else [_page_of_part(source, part)]
    except Exception as error:
        empty = False
        yield unreadable(error, source.locator)
    if empty:
        yield UnreadablePage(
            f"{source.locator} holds no page.", "Save the page itself as HTML or as text.", source.locator
        )


def _at(source: ByteSource, place: str) -> Page | UnreadablePage | None:
    """What is at a place in a source."""
    try:
        form = format_of(source)
        if form is None or not form.many or source.depth >= _DEEPEST:
            return None
        with closing(form.read(source, place)) as parts:
            for part in parts:
                rest = locators.same_place(part.place, place) if part.place else place
                if isinstance(part, ByteSource) and rest:
                    return _at(part, rest)
                if isinstance(part, ByteSource) and rest == "":
                    with closing(_pages(part)) as pages:
                        return next(pages)
                if not isinstance(part, ByteSource) and rest == "":
                    return _page_of_part(source, part)
    except Exception as error:
        return unreadable(error, locators.joined(source.locator, place))
    return None


def _page_of_file(source: ByteSource, form: Format | None) -> Page:
    """The page that a file is, or the only one that it holds; its hash is that of the file."""
    data = source.data()
    inside = form.unpack(data) if form else Unpacked(data, source.ending)
    if inside is None:
        raise UnreadablePage(f"{source.locator} holds no page.", "Save the page again as HTML or as text.")
    if isinstance(inside, Refused):
        raise UnreadablePage(f"{source.locator} {inside.why}.", inside.hint, source.locator)
    return _page(inside, source.locator, sha256(data).hexdigest(), len(data))


def _page_of_part(source: ByteSource, part: Unpacked | Refused) -> Page | UnreadablePage:
    """One page of many; its hash is that of its content and of what the file says of it."""
    locator = locators.joined(source.locator, part.place)
    if isinstance(part, Refused):
        return UnreadablePage(f"{locator} {part.why}.", part.hint, locator)
    digest = sha256(part.content)
    if part.stated:
        digest.update(json.dumps(dict(part.stated), sort_keys=True).encode())
    try:
        return _page(part, locator, digest.hexdigest(), len(part.content))
    except UnreadablePage as error:
        return unreadable(error, locator)


def _page(inside: Unpacked, locator: str, digest: str, size: int) -> Page:
    if kind := binary_kind(inside.content):
        raise UnreadablePage(f"{locator} is {kind[0]}, not a page.", kind[1], locator)
    content, cut = beginning_of(inside.content)
    text, encoding, notes = decode(content, inside.encoding)
    media = _media(inside.ending, strip_invisible(text[:_TELLING])[0])
    if media == "text" and len(text) > MOST_CHARACTERS:
        text, cut = text[:MOST_CHARACTERS], True
    if encoding == "utf-8" and not inside.cleaned:
        text, mended = mend(text)
        notes += mended
    text, removed = strip_invisible(text)
    if not inside.cleaned and (kind := data_kind(text)):
        raise UnreadablePage(f"{locator} is {kind[0]}, not a page.", kind[1], locator)
    url, saved = _origin(inside, media, text)
    warnings = (*inside.notes, *notes, *removed)
    return Page(
        locator, media, text, encoding, digest, size, url, warnings,
        saved=saved, stated={name: strip_invisible(value)[0] for name, value in inside.stated.items()},
        cleaned=inside.cleaned, cut=cut,
    )  # fmt: skip


def _origin(inside: Unpacked, media: Media, text: str) -> tuple[str | None, datetime | date | None]:
    """Where the page was, and when it was saved there."""
    url, saved = inside.url, inside.saved
    if media == "html" and url is None:
        url, noted = saved_mark(text)
        saved = saved or noted
    if url is None:
        return None, saved
    url, taken = original_address(strip_invisible(url)[0])
    return url, taken or saved


def page_from_text(text: str, media: Media = "text", path: str = "", url: str | None = None) -> Page:
    """Make a page of a text already in memory, such as the clipboard; its hash is that of its UTF-8 bytes."""
    data = text.encode("utf-8", errors="surrogatepass")
    clean, notes = strip_invisible(text)
    return Page(path, media, clean, "utf-8", sha256(data).hexdigest(), len(data), url, tuple(notes))


def _media(ending: str, text: str) -> Media:
    if ending in _HTML_ENDINGS:
        return "html"
    head = text[:_TELLING]
    if _DOCUMENT.match(head):  # a page's markup saved under a text ending is still markup
        return "html"
    if ending in _TEXT_ENDINGS:
        return "text"
    return "html" if len(_ELEMENT.findall(head)) >= 3 else "text"
