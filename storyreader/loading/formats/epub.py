"""Electronic books (EPUB): the articles of a periodical or of a read-later service, the chapters of a book."""

import re
import zipfile
from collections.abc import Container, Iterator
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from storyreader.errors import UnreadablePage
from storyreader.loading.formats import zipped
from storyreader.loading.source import ByteSource
from storyreader.loading.unpacked import Refused, Unpacked, moment
from storyreader.loading.xml_root import parsed_xml

_CONTAINER = "META-INF/container.xml"
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html"})
_SHORT = 30
"""Words below which a chapter is a title page or the like."""
_TOOLS = frozenset({"calibre", "pandoc"})
"""Programs that name themselves as publisher or author."""
_ISSUE = re.compile(r"(?:(?<!\s)\s+)?\[[^\[\]]*\]$")
"""The day of an issue behind a periodical's name."""
_LISTED, _LEAST_LISTED = 3, 0.15
"""Links to other chapters, and their share of a chapter's words, from which it is a list of these."""
_LINK = re.compile(rb"(?is)<a\b[^<>]*\bhref=[\"']([^\"'<>]{1,500})[\"'][^<>]*>(.{1,1000}?)</a>")
_PERIODICAL = "calibre:publication_type"


def read(source: ByteSource, place: str) -> Iterator[Unpacked | Refused]:
    """The chapters with text, in their order; the place of one is its file in the book."""
    with source.opened() as stream, zipped.opened(source, stream) as archive:
        folder, package = _package(source, archive)
        stated, made = _stated(package)
        every = list(_chapters(archive, folder, package))
        names = {name for name, _, _ in every}
        chapters = [one for one in every if one[2] >= _SHORT and not _lists_chapters(*one, names)]
        if len(chapters) > 1:  # title and author are those of the whole, such as of a service that collects articles
            stated = {name: value for name, value in stated.items() if name not in ("title", "byline")}
        for name, content, _ in chapters:
            if isinstance(content, Refused):
                yield content
            elif not place or name == place:
                yield Unpacked(content, ".html", saved=made, stated=stated, place=name)


def _package(source: ByteSource, archive: zipfile.ZipFile) -> tuple[PurePosixPath, Any]:
    """The folder and the root element of the file that lists what is in the book."""
    container = _xml(archive, _CONTAINER)
    paths = container.xpath("//*[local-name()='rootfile']/@full-path") if container is not None else []
    package = _xml(archive, paths[0]) if paths else None
    if package is None:
        raise UnreadablePage(f"{source.locator} is a damaged book.", "Download it again, or open it in a book reader.")
    return PurePosixPath(paths[0]).parent, package


def _xml(archive: zipfile.ZipFile, name: str) -> Any:
    data = zipped.content(archive, name)
    return parsed_xml(data) if isinstance(data, bytes) else None


def _chapters(
    archive: zipfile.ZipFile, folder: PurePosixPath, package: Any
) -> Iterator[tuple[str, bytes | Refused, int]]:
    """Name, content and number of words of each file to be read in turn."""
    items = {item.get("id"): item for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")}
    for reference in package.xpath("//*[local-name()='spine']/*[local-name()='itemref']"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _CHAPTERS or "nav" in (item.get("properties") or "").split():
            continue
        name = _inside(folder, unquote(item.get("href") or ""))
        content = zipped.content(archive, name)
        yield name, content, _words(content) if isinstance(content, bytes) else _SHORT


def _inside(folder: PurePosixPath, href: str) -> str:
    parts: list[str] = []
    for part in (folder / href.partition("#")[0]).parts:
        if part == ".." and parts:
            parts.pop()
        elif part not in ("..", "."):
            parts.append(part)
    return "/".join(parts)


def _lists_chapters(name: str, content: bytes | Refused, words: int, names: Container[str]) -> bool:
    """Whether a chapter is a list of others, as a periodical has one for each of its sections."""
    if isinstance(content, Refused):
        return False
    found = [(unquote(link.decode(errors="replace")), text) for link, text in _LINK.findall(content)]
    folder = PurePosixPath(name).parent
    inner = {place: text for link, text in found if (place := _inside(folder, link)) in names and place != name}
    return len(inner) >= _LISTED and sum(map(_words, inner.values())) >= _LEAST_LISTED * words


def _words(content: bytes) -> int:
    body = re.sub(rb"(?s)<head\b.*?</head>|<[^<>]*>", b" ", content)
    return len(body.split()) + sum(byte >= 0xE3 for byte in body) // 2


def _stated(package: Any) -> tuple[dict[str, str], datetime | None]:
    """What the book says of all that is in it, and when it was made, which is no day of its articles."""

    def told(name: str) -> list[str]:
        found = package.xpath(f"//*[local-name()='metadata']//*[local-name()='{name}']")
        return [text for one in found if (text := " ".join("".join(one.itertext()).split()))]

    people = [name for name in told("creator") if name.casefold() not in _TOOLS]
    publishers = [name for name in told("publisher") if name.casefold() not in _TOOLS]
    title = next(iter(told("title")), "")
    periodical = package.xpath(f"//*[local-name()='meta'][@name='{_PERIODICAL}']")
    made = next(iter(told("date")), "")
    stated = {
        "title": "" if periodical else title,
        "byline": "; ".join(people),
        "publisher": _ISSUE.sub("", title) if periodical else next(iter(publishers), ""),
        "published": made if periodical else "",
        "language": next(iter(told("language")), ""),
        "tags": "; ".join(told("subject")),
    }
    return {name: value for name, value in stated.items() if value}, None if periodical else moment(made)
