"""Reading files: what becomes a page, what is refused, and how the reader is told."""

from pathlib import Path

import pytest

from storyreader.errors import UnreadablePage
from storyreader.loading import MOST_CHARACTERS, SIZE_LIMIT, page_from_text, read_page
from storyreader.loading.beginning import MOST_BYTES


def _file(folder: Path, name: str, data: bytes) -> Path:
    place = folder / name
    place.write_bytes(data)
    return place


def test_a_text_file_is_read_with_its_hash_and_size(tmp_path: Path) -> None:
    data = "Der Fluss stieg über Nacht.\n".encode()
    page = read_page(_file(tmp_path, "flood.txt", data))
    assert (page.media, page.text, page.encoding, page.size) == ("text", data.decode(), "utf-8", len(data))
    assert len(page.content_hash) == 64
    assert page.warnings == ()


@pytest.mark.parametrize("ending", [".html", ".htm", ".xhtml"])
def test_html_is_told_by_its_ending(tmp_path: Path, ending: str) -> None:
    assert read_page(_file(tmp_path, f"page{ending}", b"<p>Ferry late</p>")).media == "html"


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"<!doctype html><html><body><p>Ferry late</p></body></html>", "html"),
        (b"  <html lang='en'><p>x", "html"),
        (b"<div><p>One</p><p>Two</p><p>Three</p></div>", "html"),
        (b"The ferry was late. Nobody said why.", "text"),
    ],
)
def test_an_unknown_ending_is_judged_by_content(tmp_path: Path, data: bytes, media: str) -> None:
    assert read_page(_file(tmp_path, "page.unknown", data)).media == media


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9 closed", "café closed"),
        ("café closed".encode("utf-16"), "café closed"),
        ("the café stayed closed".encode("utf-16-le"), "the café stayed closed"),
        (b"caf\xe9 closed \x93early\x94", "café closed “early”"),
    ],
)
def test_encodings_are_found(tmp_path: Path, data: bytes, text: str) -> None:
    assert read_page(_file(tmp_path, "page.txt", data)).text == text


def test_a_guessed_encoding_is_noted(tmp_path: Path) -> None:
    page = read_page(_file(tmp_path, "page.txt", b"caf\xe9"))
    assert any("guessed" in note for note in page.warnings)


def test_the_declared_encoding_of_markup_is_used(tmp_path: Path) -> None:
    markup = '<html><head><meta charset="windows-1251"></head><body>Река вышла из берегов</body></html>'
    page = read_page(_file(tmp_path, "page.html", markup.encode("cp1251")))
    assert "Река вышла" in page.text
    assert page.encoding == "cp1251"


def test_a_wrong_declaration_gives_way_to_utf8_with_a_note(tmp_path: Path) -> None:
    markup = '<html><head><meta charset="iso-8859-1"></head><body>Über die Brücke</body></html>'
    page = read_page(_file(tmp_path, "page.html", markup.encode()))
    assert "Über die Brücke" in page.text
    assert any("declares" in note for note in page.warnings)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 rest", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0rest", "JPEG"),
        (b"abc\x00def\x00ghi", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
    ],
)
def test_files_that_are_no_text_are_named(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(UnreadablePage, match=what) as caught:
        read_page(_file(tmp_path, "page.txt", data))
    assert caught.value.hint


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePage, match="does not exist"):
        read_page(tmp_path / "none.txt")
    with pytest.raises(UnreadablePage, match="is a folder"):
        read_page(tmp_path)


def test_a_forbidden_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = _file(tmp_path, "page.txt", b"text")

    def forbidden(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(UnreadablePage, match="may not be read"):
        read_page(place)


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    place = tmp_path / "huge.txt"
    with place.open("wb") as handle:
        handle.truncate(SIZE_LIMIT + 1)
    with pytest.raises(UnreadablePage, match="MB"):
        read_page(place)


def test_of_twenty_megabytes_of_text_the_beginning_is_read(tmp_path: Path) -> None:
    line = b"The ferry was late again, and nobody on the pier said why.\n"
    page = read_page(_file(tmp_path, "huge.txt", line * (20_000_000 // len(line))))
    assert len(page.text) == MOST_CHARACTERS
    assert page.cut
    assert page.size > 19_900_000
    assert not read_page(_file(tmp_path, "short.txt", line * 100)).cut


@pytest.mark.parametrize("text", ["mühsam ", "漢字", "漢字漢字\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_large_page_is_cut_between_characters(tmp_path: Path, text: str, encoding: str) -> None:
    markup = f"<html><head><meta charset={encoding}></head><body><p>{text * (MOST_BYTES // len(text.encode(encoding)))}"
    page = read_page(_file(tmp_path, "huge.html", (markup * 2).encode(encoding)))
    assert page.cut
    assert page.encoding.startswith(encoding)
    assert "\ufffd" not in page.text[:-1]
    assert text in page.text


def test_pictures_in_a_page_do_not_count(tmp_path: Path) -> None:
    picture = b'<img src="data:image/png;base64,' + b"iVBORw0+/" * 300_000 + b'==">'
    markup = b"<html><body><p>First.</p>" + picture * 3 + b"<p>Last.</p></body></html>"
    page = read_page(_file(tmp_path, "saved.html", markup))
    assert len(markup) > MOST_BYTES
    assert not page.cut
    assert page.text.endswith('base64,"><p>Last.</p></body></html>')


def test_very_many_marks_of_pictures_take_time_in_step(tmp_path: Path) -> None:
    page = read_page(_file(tmp_path, "marks.html", b"<html><body>" + b";base64," * (3 * MOST_BYTES // 8)))
    assert page.cut


def test_what_cannot_be_seen_is_removed_and_noted() -> None:
    page = page_from_text("\x1b[31mred\x1b[0m \u202eover\u202c ze\u200bro\x07\r\nnext\u2028line")
    assert page.text == "red over zero\nnext\nline"
    assert len(page.warnings) == 4


def test_joiners_that_spell_words_stay() -> None:
    assert page_from_text("می\u200cخواهم").text == "می\u200cخواهم"


def test_a_page_saved_as_one_file_is_unpacked(tmp_path: Path) -> None:
    parts = (
        b"From: <Saved>\r\nSnapshot-Content-Location: https://outlet.example/story\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/html; charset=utf-8\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>Br=C3=BCcke gesperrt</p></body></html>\r\n--cut--\r\n"
    )
    page = read_page(_file(tmp_path, "page.mhtml", parts))
    assert (page.media, page.url) == ("html", "https://outlet.example/story")
    assert "Brücke gesperrt" in page.text


def test_the_address_of_a_saved_page_is_kept(tmp_path: Path) -> None:
    markup = b"<!-- saved from url=(0030)https://outlet.example/a/story -->\n<html><body>x</body></html>"
    assert read_page(_file(tmp_path, "page.html", markup)).url == "https://outlet.example/a/story"
