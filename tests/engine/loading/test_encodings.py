"""Encodings that a page declares wrongly or not at all, and text that was encoded twice."""

from pathlib import Path

import pytest

from storyreader.loading import read_page

_TOLD = {
    "gb18030": "河水昨天夜里漫过了堤岸，镇上的居民都搬到了山上的学校里，桥也关了三天。",
    "big5": "河水昨天夜裡漫過了堤岸，鎮上的居民都搬到了山上的學校裡，橋也關了三天。",
    "shift_jis": "川の水が昨夜堤防を越え、町の住民は丘の上の学校に避難した。橋は三日間閉まる。",
    "euc_jp": "川の水が昨夜堤防を越え、町の住民は丘の上の学校に避難した。橋は三日間閉まる。",
    "euc_kr": "강물이 어젯밤 둑을 넘어 주민들은 언덕 위의 학교로 옮겼고 다리는 사흘 동안 닫힌다.",
    "cp1251": "Ночью река вышла из берегов, жители перебрались в школу на холме, мост закрыт на три дня.",
    "koi8_r": "Ночью река вышла из берегов, жители перебрались в школу на холме, мост закрыт на три дня.",
    "cp1256": "فاض النهر ليلا فوق الضفة وانتقل السكان إلى المدرسة على التل وأغلق الجسر ثلاثة أيام.",
    "cp1253": "Το ποτάμι ξεχείλισε τη νύχτα και οι κάτοικοι πήγαν στο σχολείο στον λόφο.",
}


def _page(folder: Path, data: bytes, name: str = "page.html") -> Path:
    place = folder / name
    place.write_bytes(data)
    return place


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("encoding", list(_TOLD))
def test_a_wrong_declaration_gives_way_to_what_the_bytes_are(tmp_path: Path, encoding: str, declared: str) -> None:
    told = _TOLD[encoding]
    markup = f'<html><head><meta charset="{declared}"></head><body><p class="text">{told}</p></body></html>'
    page = read_page(_page(tmp_path, markup.encode(encoding)))
    assert told in page.text
    assert any("declares" in note or "guessed" in note for note in page.warnings)


def test_a_declared_encoding_is_read_with_all_the_characters_that_browsers_read(tmp_path: Path) -> None:
    markup = '<html><meta charset="gb2312"><p>朱镕基喆</p>'
    assert "朱镕基喆" in read_page(_page(tmp_path, markup.encode("gb18030"))).text


@pytest.mark.parametrize("declared", ["zlib", "rot13", "undefined", "idna", "unicode_escape", "nonsense", "utf-7"])
def test_a_declaration_that_names_no_encoding_of_text_is_passed_over(tmp_path: Path, declared: str) -> None:
    markup = f'<html><meta charset="{declared}"><p>Brücke gesperrt</p>'
    assert "Brücke gesperrt" in read_page(_page(tmp_path, markup.encode("cp1252"))).text


def test_western_text_keeps_its_declared_encoding(tmp_path: Path) -> None:
    markup = '<html><meta charset="iso-8859-1"><p>Später fährt die Fähre über den größeren Fluss – „endlich“.</p>'
    page = read_page(_page(tmp_path, markup.encode("cp1252")))
    assert "„endlich“" in page.text
    assert page.warnings == ()


@pytest.mark.parametrize(
    "told",
    ["Über die Brücke – „schön“", "l’été à Nîmes… déjà", "Река вышла из берегов", "河水漫过了堤岸", "فاض النهر ليلا"],
)
def test_text_encoded_twice_is_read_as_it_was(tmp_path: Path, told: str) -> None:
    twice = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in told.encode())
    page = read_page(_page(tmp_path, twice.encode(), "page.txt"))
    assert page.text == told
    assert any("twice" in note for note in page.warnings)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("Ночью река вышла из берегов, жители ушли", "cp1251"),
        ("Žluťoučký kůň pěl ďábelské ódy", "iso8859-2"),
        ("Un café naïve – déjà vu à l’été", "mac_roman"),
        ("川の水が昨夜堤防を越え", "latin-1"),
    ],
)
def test_text_read_in_a_wrong_encoding_is_mended_and_said(tmp_path: Path, told: str, wrong: str) -> None:
    broken = f"The ferry was late.\n{told.encode().decode(wrong)}\nNobody said why.\n"
    page = read_page(_page(tmp_path, broken.encode(), "page.txt"))
    assert page.text.splitlines() == ["The ferry was late.", told, "Nobody said why."]
    assert "1 line in a broken encoding mended" in page.warnings


@pytest.mark.parametrize(
    "told",
    [
        "O CORAÇÃO” e a MANHÃ” de IRMÃ”",
        "Ça va, À bientôt « CAFÉ »",
        "GROß… und Spaß“",
        "â, ã, ÃO",
        "Ã O PAULO",
        "ÄÖÜ ÅÄÖ ÆØÅ çédille",
        "Река и Ёлка",
    ],
)
def test_rare_letters_are_left_alone(tmp_path: Path, told: str) -> None:
    assert read_page(_page(tmp_path, told.encode(), "page.txt")).text == told
