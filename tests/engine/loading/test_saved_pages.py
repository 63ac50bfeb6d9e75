"""Pages inside other files, and what savers note in a page: its address and when it was saved."""

import plistlib
from datetime import UTC, date, datetime, timedelta, timezone
from email.message import EmailMessage
from pathlib import Path

import pytest

from storyreader.errors import UnreadablePage
from storyreader.loading import is_archive, original_address, read_page

_STORY = "https://outlet.example/news/ferry?a=1"
_TAKEN = datetime(2025, 3, 6, 10, 15, 2, tzinfo=UTC)
_CACHE = "http://webcache.googleusercontent.com/search?q=cache:"
_CET = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("address", "url", "taken"),
    [
        (f"https://web.archive.org/web/20250306101502/{_STORY}", _STORY, _TAKEN),
        (f"https://web.archive.org/web/20250306101502if_/{_STORY}", _STORY, _TAKEN),
        (f"https://arquivo.example/wayback/202503061015/{_STORY}", _STORY, datetime(2025, 3, 6, 10, 15, tzinfo=UTC)),
        (f"https://archive.ph/2025.03.06-101502/{_STORY}", _STORY, _TAKEN),
        ("https://web.archive.org/web/*/http:/a.example/", "https://web.archive.org/web/*/http:/a.example/", None),
        (f"{_CACHE}AbCdEfGhIjKl:outlet.example/a+ferry", "http://outlet.example/a", None),
        ("about:reader?url=https%3A%2F%2Foutlet.example%2Fa", "https://outlet.example/a", None),
        (_STORY, _STORY, None),
        ("https://outlet.example/2025/03/06/ferry", "https://outlet.example/2025/03/06/ferry", None),
    ],
)  # fmt: skip
def test_the_address_of_a_copy_tells_the_page(address: str, url: str, taken: datetime | None) -> None:
    assert original_address(address) == (url, taken)


@pytest.mark.parametrize(
    ("name", "archive"),
    [
        ("archive.ph", True),
        ("Internet Archive", True),
        ("Internet Archive Wayback Machine", True),
        ("Quern Post", False),
    ],
)
def test_archives_are_known(name: str, archive: bool) -> None:
    assert is_archive(name) == archive


_SAVED_WITH = (
    f"<!--\n Page saved with SingleFile \n url: {_STORY} \n saved date: Thu Mar 06 2025 09:15:02 GMT+0100 (CET)\n-->"
)
_ONE_HOUR = datetime(2025, 3, 6, 9, 15, tzinfo=_CET)


@pytest.mark.parametrize(
    ("mark", "url", "saved"),
    [
        (f"<!DOCTYPE html> <html lang=de>{_SAVED_WITH}<body>", _STORY, _ONE_HOUR),
        (f"<!-- saved from url=(0030){_STORY} --><html>", _STORY, None),
        (f"<html><!-- Saved from {_STORY} at 2025-03-06T08:15:02Z using monolith v2.8 -->", _STORY,
         datetime(2025, 3, 6, 8, 15, 2, tzinfo=UTC)),
        ("<html><!-- Mirrored from outlet.example/a by HTTrack, Thu, 06 Mar 2025 08:15:02 GMT -->", "http://outlet.example/a",
         datetime(2025, 3, 6, 8, 15, tzinfo=UTC)),
        (f'<html data-scrapbook-source="{_STORY}" data-scrapbook-create="20250306081502000">', _STORY,
         datetime(2025, 3, 6, 8, 15, 2, tzinfo=UTC)),
        (f'<html><meta name="savepage-url" content="{_STORY}"><meta name="savepage-date" content="6 Mar 2025">', _STORY,
         date(2025, 3, 6)),
        (f"<html><!-- see {_STORY} for the old layout, 6 March 2025 -->", None, None),
    ],
)  # fmt: skip
def test_savers_note_address_and_time(
    tmp_path: Path, mark: str, url: str | None, saved: datetime | date | None
) -> None:
    place = tmp_path / "page.html"
    place.write_text(f"{mark}<p>The ferry was late.</p>", "utf-8")
    page = read_page(place)
    assert (page.url, page.saved) == (url, saved)


def _web_archive(form: plistlib.PlistFormat) -> bytes:
    main = {
        "WebResourceData": "<html><body><p>Br\u00fccke gesperrt</p></body></html>".encode("latin-1"),
        "WebResourceMIMEType": "text/html", "WebResourceTextEncodingName": "iso-8859-1", "WebResourceURL": _STORY,
    }  # fmt: skip
    return plistlib.dumps({"WebMainResource": main}, fmt=form)


@pytest.mark.parametrize("form", list(plistlib.PlistFormat))
def test_a_web_archive_is_unpacked(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    place = tmp_path / "page.webarchive"
    place.write_bytes(_web_archive(form))
    page = read_page(place)
    assert (page.media, page.url) == ("html", _STORY)
    assert "Brücke gesperrt" in page.text


@pytest.mark.parametrize("data", [b"bplist00" + b"\xff" * 40, plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY)])
def test_a_property_list_without_a_page_is_refused(tmp_path: Path, data: bytes) -> None:
    place = tmp_path / "page.webarchive"
    place.write_bytes(data)
    with pytest.raises(UnreadablePage, match="holds no page"):
        read_page(place)


def _letter(*, html: bool) -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = "Das Blatt für Ährenfeld <brief@aehrenfeld.example>"
    letter["Subject"] = "Die Mühle mahlt wieder"
    letter["Date"] = "Thu, 06 Mar 2025 06:30:00 +0100"
    letter.set_content("Die Mühle mahlt wieder.")
    if html:
        letter.add_alternative("<p>Die Mühle mahlt <b>wieder</b>.</p>", subtype="html")
    return letter


@pytest.mark.parametrize(("html", "media"), [(True, "html"), (False, "text")])
def test_a_letter_is_read_with_what_its_head_states(tmp_path: Path, html: bool, media: str) -> None:
    place = tmp_path / "letter.eml"
    place.write_bytes(_letter(html=html).as_bytes())
    page = read_page(place)
    assert (page.media, page.url, page.saved) == (media, None, None)
    assert "Die Mühle mahlt" in page.text
    assert page.stated == {
        "headline": "Die Mühle mahlt wieder",
        "sender": "Das Blatt für Ährenfeld <brief@aehrenfeld.example>",
        "published": "2025-03-06T06:30:00+01:00",
    }


def test_a_letter_of_pictures_alone_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "letter.eml"
    place.write_bytes(b"From: a@b.example\r\nContent-Type: image/png\r\n\r\nx")
    with pytest.raises(UnreadablePage, match="holds no page"):
        read_page(place)


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.json", '{"headline": "Ferry late"}', "JSON"),
        ("a.txt", '{"a": 1}\n{"a": 2}\n', "JSON"),
        ("a.csv", "title,url\nFerry late,https://outlet.example\n", "table"),
        ("a.xml", '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "feed"),
        ("a.xml", '<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "feed"),
        ("a.opml", "<opml version='2.0'></opml>", "list of feeds"),
        ("a.html", '<html><ul><li><a href="https://outlet.example" time_added="1741600000">x</a></ul></html>', "links"),
    ],
)
def test_data_is_no_page(tmp_path: Path, name: str, text: str, what: str) -> None:
    place = tmp_path / name
    place.write_text(text, "utf-8")
    with pytest.raises(UnreadablePage, match=what):
        read_page(place)


@pytest.mark.parametrize("text", ["[8]Home\n\nThe ferry was late.", "{The ferry} was late.", "<p>1</p>", "[]x"])
def test_what_only_begins_like_data_is_read(tmp_path: Path, text: str) -> None:
    place = tmp_path / "page.txt"
    place.write_text(text, "utf-8")
    assert read_page(place).text == text
