"""What programs beside the usual ones write: read with what it says of itself, or refused with what it is."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from storyreader.errors import UnreadablePage
from storyreader.loading import read_pages
from storyreader.page import Page

STORY = " ".join(
    f"The ferry of Orn sailed again on day {number} after the crew had mended the hull with oak."
    for number in range(12)
)


def pages(path: Path, content: str | bytes) -> list[Page | UnreadablePage]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_pages(path))


def page(path: Path, content: str | bytes) -> Page:
    (found,) = pages(path, content)
    assert isinstance(found, Page)
    return found


def refused(path: Path, content: str | bytes) -> str:
    (found,) = pages(path, content)
    assert isinstance(found, UnreadablePage)
    return f"{found.message} {found.hint}"


def test_notes_of_evernote_begin_with_what_xml_wants(tmp_path: Path) -> None:
    prologue = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE en-note SYSTEM "http://x.example/e.dtd">'
    )
    note = f"<![CDATA[{prologue}<en-note><div>{STORY}</div></en-note>]]>"
    export = f"<?xml version='1.0'?><en-export><note><title>Ferry</title><content>{note}</content></note></en-export>"
    found = page(tmp_path / "a.enex", export)
    assert found.stated["headline"] == "Ferry"
    assert STORY in found.text


def test_a_page_that_a_web_archive_breaks_off_is_refused(tmp_path: Path) -> None:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>{STORY}</p></body></html>".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-05-04T08:00:00Z\r\n"
        "WARC-Target-URI: https://orn.example/a\r\nContent-Type: application/http\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    ).encode()
    whole = head + http + b"\r\n\r\n"
    assert STORY in page(tmp_path / "a.warc", whole).text
    assert "is cut off" in refused(tmp_path / "b.warc", whole[:-200])


@pytest.mark.parametrize(("cover", "enclosed"), [("FYI", True), (STORY, False)])
def test_a_letter_that_encloses_another_with_few_words_is_the_other(tmp_path: Path, cover: str, enclosed: bool) -> None:
    inner = f"From: Orn Post <post@orn.example>\nSubject: Ferry sails\nMIME-Version: 1.0\n\nEnclosed. {STORY}\n"
    letter = (
        "From: a@orn.example\nSubject: Fwd: something\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\n{cover}\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
    )
    found = page(tmp_path / "a.eml", letter)
    assert ("Enclosed." in found.text) == enclosed
    assert found.stated["headline"] == ("Ferry sails" if enclosed else "something")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        (
            "a.html",
            "<html><body><h1>Unread</h1><ol><li><a href='/a'>Ferry</a></li><li><a href='/b'>Eels</a></ol></body>",
            "a list of links",
        ),
        ("a.url", "[InternetShortcut]\r\nURL=https://a.example/\r\nIconIndex=0\r\n", "a shortcut"),
        ("a.desktop", "[Desktop Entry]\nType=Link\nURL=https://a.example/\n", "a shortcut"),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nThe ferry sails.\n", "subtitles"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:04,000\nThe ferry sails.\n", "subtitles"),
        ("a.ris", "TY  - JOUR\nTI  - Ferries\nER  - \n", "a list of references"),
        ("a.txt", "@article{bell26,\n  title = {Ferries},\n}\n", "a list of references"),
        ("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Ferry\n", "a calendar"),
        ("a.ps", "%!PS-Adobe-3.0\n/F 12 def\n", "for printers"),
        ("a.tex", "\\documentclass{article}\n\\title{Ferry}\n", "LaTeX"),
        ("a.json", '[{"title": "Ferry", "text": "The fer', "cut off or damaged"),
        ("a.html", "", "is empty"),
        ("a.json", " \n\t\n", "is empty"),
        ("a.txt", "\ufeff\n", "is empty"),
    ],
)
def test_what_holds_no_text_says_what_it_is(tmp_path: Path, name: str, content: str, kind: str) -> None:
    assert kind in refused(tmp_path / name, content)


def test_a_page_of_links_with_a_text_is_a_page(tmp_path: Path) -> None:
    items = "<li><a href='https://a.example'>A ferry</a></li>" * 1000
    assert STORY in page(tmp_path / "a.html", f"<html><body><ul>{items}</ul><div>{STORY}</div></body></html>").text


def test_a_damaged_packed_file_is_called_damaged(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as stream:
        stream.write(STORY.encode())
    assert "damaged" in refused(tmp_path / "a.html.gz", packed.getvalue()[:-8] + b"\0" * 8)


def test_tables_of_newspaper_write_lists_as_python_does(tmp_path: Path) -> None:
    table = f"title,text,authors,meta_site_name\nFerry,{STORY},\"['Ann Bell', 'Carl Dorn']\",The Orn Post\n"
    stated = page(tmp_path / "a.csv", table).stated
    assert (stated["byline"], stated["publisher"]) == ("Ann Bell; Carl Dorn", "The Orn Post")


def test_fundus_keeps_the_address_with_the_markup(tmp_path: Path) -> None:
    record = {"title": "Ferry", "plaintext": STORY, "html": {"requested_url": "https://orn.example/a"}}
    assert page(tmp_path / "a.json", json.dumps(record)).url == "https://orn.example/a"


def test_the_only_day_of_an_entry_is_that_of_its_publication(tmp_path: Path) -> None:
    feed = (
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Orn Post</title><entry>"
        f"<title>Ferry</title><id>a</id><updated>2026-05-04T08:00:00Z</updated><content type='text'>{STORY}</content>"
        "</entry></feed>"
    )
    stated = page(tmp_path / "a.atom", feed).stated
    assert stated["published"].startswith("2026-05-04")
    assert "updated" not in stated


def test_one_damaged_file_of_a_zip_does_not_hide_the_others(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in ("a.html", "b.html", "desktop.ini"):
            archive.writestr(name, f"<html><body><h1>{name}</h1><p>{STORY}</p></body></html>")
    data = bytearray(packed.getvalue())
    data[data.index(b"<h1>a.html") + 4] = 0  # its sum no longer fits
    first, second = pages(tmp_path / "a.zip", bytes(data))
    assert isinstance(first, UnreadablePage)
    assert isinstance(second, Page)
    assert "b.html" in second.text


@pytest.mark.parametrize(
    "several",
    [
        "{0}\n\nEnd of Document\n\n\n{1}\n\nEnd of Document\n",
        "{0}\n\nDocument ORNPOST020260504em5400001\n\n\n{1}\n\nDocument ORNPOST020260504em5400002\n\nSearch Summary\n",
        "          1 of 2 DOCUMENTS\n\n{0}\n\n          2 of 2 DOCUMENTS\n\n{1}\n",
        "Document 1 of 2\r\n\r\n{0}\r\n\r\nDocument 2 of 2\r\n\r\n{1}\r\n",
    ],
)
def test_documents_of_a_press_database_are_articles_each(tmp_path: Path, several: str) -> None:
    told = [f"Ferry {name} sails\n\nThe Orn Post\n\n4 May 2026\n\n{STORY}" for name in ("Anna", "Berta")]
    first, second = pages(tmp_path / "a.txt", several.format(*told))
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert ("Anna" in first.text, "Berta" in first.text) == (True, False)
    assert ("Anna" in second.text, "Berta" in second.text) == (False, True)


def test_what_trafilatura_writes_in_xml_keeps_its_fields(tmp_path: Path) -> None:
    own = (
        '<doc sitename="The Orn Post" title="Ferry sails" author="Ann Bell" date="2026-05-04" source="https://orn.example/a">'
        f"<main><p>{STORY}</p><list><item>one</item></list></main></doc>"
    )
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><biblFull><titleStmt>'
        "<title>Ferry sails</title><author>Ann Bell</author></titleStmt><publicationStmt>"
        '<publisher>The Orn Post</publisher><ptr type="URL" target="https://orn.example/a"/><date>2026-05-04</date>'
        "</publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader>"
        f"<text><body><p>{STORY}</p></body></text></TEI>"
    )
    for content in (own, tei):
        found = page(tmp_path / "a.xml", content)
        assert found.url == "https://orn.example/a"
        assert found.stated == {
            "headline": "Ferry sails", "byline": "Ann Bell", "publisher": "The Orn Post", "published": "2026-05-04",
        }  # fmt: skip
        assert STORY in found.text


def test_the_lists_of_a_periodical_are_no_articles(tmp_path: Path) -> None:
    names = ("one", "two", "three")
    items = "".join(
        f"<li><a href='{name}.html'>The ferry of Orn sails again, part {name}</a><p>{STORY[:90]}</p></li>"
        for name in names
    )
    menu = "".join(f"<a href='{name}.html'>Next</a>" for name in names)
    files = {"list.html": f"<h2>News</h2><ul>{items}</ul>"} | {
        f"{name}.html": f"{menu}<h2>Part {name}</h2><p>{STORY}</p>" for name in names
    }
    with zipfile.ZipFile(tmp_path / "a.epub", "w") as archive:
        archive.writestr("META-INF/container.xml", "<container><rootfile full-path='book.opf'/></container>")
        manifest = "".join(f"<item id='{name}' href='{name}' media-type='text/html'/>" for name in files)
        spine = "".join(f"<itemref idref='{name}'/>" for name in files)
        archive.writestr("book.opf", f"<package><manifest>{manifest}</manifest><spine>{spine}</spine></package>")
        for name, content in files.items():
            archive.writestr(name, f"<html><body>{content}</body></html>")
    found = list(read_pages(tmp_path / "a.epub"))
    assert [str(one.path).rpartition("#")[2] for one in found] == [f"{name}.html" for name in names]


def test_a_web_archive_whose_lengths_are_wrong_writes_nothing_into_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>{STORY}</p></body></html>".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2026-05-04T08:00:00Z\r\n"
        "WARC-Target-URI: https://orn.example/a\r\nContent-Type: application/http\r\n"
        f"Content-Length: {len(http) - 9}\r\n\r\n"
    ).encode()
    first, *_ = pages(tmp_path / "a.warc", (head + http + b"\r\n\r\n") * 2)
    assert isinstance(first, Page)
    assert capsys.readouterr().err == ""
