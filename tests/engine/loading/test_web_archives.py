"""Web archives beyond those that a tool has written for the tests: odd records, packed contents, lists of pages."""

import gzip
import json
import zipfile
from pathlib import Path

import brotli
import pytest

from storyreader.errors import UnreadablePage
from storyreader.loading import read_page, read_pages
from storyreader.page import Page

MARKUP = "<html><p>The ferry was late again, and nobody said why.</p></html>"


def archived(*records: tuple[str, str, bytes, dict[str, str]], packed: bool = True) -> bytes:
    """A web archive of records: kind, address, content, headers of the answer."""
    return b"".join(gzip.compress(one) if packed else one for one in (_record(*record) for record in records))


def _record(kind: str, url: str, content: bytes, headers: dict[str, str]) -> bytes:
    type_ = headers.get("Content-Type", "")
    if kind == "response":
        told = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if name != "status")
        content = f"HTTP/1.1 {headers.get('status', '200 OK')}\r\n{told}\r\n".encode() + content
        type_ = "application/http; msgtype=response"
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-03-10T09:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {type_}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.mark.parametrize("packed", [True, False])
def test_only_pages_are_taken(tmp_path: Path, packed: bool) -> None:
    file = tmp_path / ("a.warc.gz" if packed else "a.warc")
    records = [
        ("response", "https://x.example/style.css", b"p {}", {"Content-Type": "text/css"}),
        ("response", "https://x.example/gone", b"<p>gone</p>", {**HTML, "status": "404 Not Found"}),
        ("response", "https://x.example/a", MARKUP.encode(), dict(HTML)),
        ("resource", "https://x.example/b", MARKUP.encode(), dict(HTML)),
        ("conversion", "https://x.example/c", b"The ferry was late.", {"Content-Type": "text/plain"}),
    ]
    file.write_bytes(archived(*records, packed=packed))
    pages = [page for page in read_pages(file) if isinstance(page, Page)]
    assert [(page.url, page.media) for page in pages] == [
        ("https://x.example/a", "html"), ("https://x.example/b", "html"), ("https://x.example/c", "text"),
    ]  # fmt: skip
    assert [str(page.saved) for page in pages] == ["2026-03-10 09:30:00+00:00"] * 3
    assert [read_page(page.path) for page in pages] == pages


def test_packed_contents_are_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.warc.gz"
    records = [
        ("response", "https://x.example/a", gzip.compress(MARKUP.encode()), {**HTML, "Content-Encoding": "gzip"}),
        ("response", "https://x.example/b", brotli.compress(MARKUP.encode()), {**HTML, "Content-Encoding": "br"}),
    ]
    file.write_bytes(archived(*records))
    assert [page.text for page in read_pages(file) if isinstance(page, Page)] == [MARKUP, MARKUP]
    monkeypatch.setattr("storyreader.loading.formats.warc._brotli", lambda: False)
    _, problem = read_pages(file)
    assert isinstance(problem, UnreadablePage)
    assert "storyreader[formats]" in problem.hint


def test_an_archive_packed_in_one_piece_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    records = [("response", f"https://x.example/{n}", MARKUP.encode(), dict(HTML)) for n in range(3)]
    file.write_bytes(gzip.compress(archived(*records, packed=False)))
    *_, problem = read_pages(file)
    assert isinstance(problem, UnreadablePage)
    assert "warcio recompress" in problem.hint


@pytest.mark.parametrize(("listed", "count"), [("https://x.example/1", 1), ("https://elsewhere.example/", 3)])
def test_the_list_of_pages_decides_where_it_fits(tmp_path: Path, listed: str, count: int) -> None:
    file = tmp_path / "a.wacz"
    records = [("response", f"https://x.example/{n}", MARKUP.encode(), dict(HTML)) for n in range(3)]
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n' + json.dumps({"url": f"{listed}#top"}))
        archive.writestr("archive/data.warc.gz", archived(*records))
    pages = [page for page in read_pages(file) if isinstance(page, Page)]
    assert len(pages) == count
    assert [read_page(page.path) for page in pages] == pages
