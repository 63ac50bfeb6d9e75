"""Files as real tools write them: pandoc, wget, wacz, SingleFile, Chromium, feedgen, ebooklib, mailbox, pyarrow,
newspaper, news-please, trafilatura, Defuddle; fundus and wallabag after their sources. All of two invented stories.
"""

import json
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from storyreader.article import Article
from storyreader.cleaning import clean_page
from storyreader.errors import UnreadablePage
from storyreader.loading import read_page, read_pages
from storyreader.loading.xml_root import root_name
from storyreader.page import Page

FILES = Path(__file__).parent / "files"
FERRY, MILL = "Ferry to Corran stops for the winter after crack is found", "Last paper mill on the Arden closes"
FIRST = {FERRY: "The only ferry to Corran Island will not sail before March", MILL: "The last paper mill on the Arden"}
LAST = {FERRY: "could take over in January if the harbour is dredged first", MILL: "when the lease on the weir ends."}
SITE = "https://www.skerryobserver.example/news/"
URLS = {FERRY: f"{SITE}ferry-corran", MILL: f"{SITE}arden-mill"}
PEOPLE = {FERRY: "Ailsa Brodie", MILL: "Rory Kinnear"}
DAYS = {FERRY: date(2025, 11, 6), MILL: date(2025, 11, 8)}
ALL = {"url", "byline", "day", "outlet"}

CASES: Mapping[str, tuple[list[tuple[str, str]], set[str]]] = {
    "feed.rss": ([(URLS[FERRY], FERRY), (URLS[MILL], MILL)], ALL),
    "feed.atom": ([(URLS[FERRY], FERRY), (URLS[MILL], MILL)], ALL),
    "jsonfeed.json": ([("1", FERRY)], ALL),
    "crawl.warc.gz": ([("753", FERRY), ("2707", MILL)], ALL),
    "crawl.wacz": ([("archive/crawl.warc.gz#753", FERRY), ("archive/crawl.warc.gz#2707", MILL)], ALL),
    "articles.parquet": ([("1", FERRY), ("2", MILL)], ALL),
    "letters.mbox": ([("0", FERRY), ("2854", MILL)], {"outlet"}),
    "saved.epub": ([("EPUB/ferry.xhtml", FERRY), ("EPUB/mill.xhtml", MILL)], set()),
    "ferry.epub": ([("EPUB/text/ch001.xhtml", FERRY)], {"byline", "day", "outlet"}),
    "ferry.docx": ([("", FERRY)], {"byline", "day"}),
    "ferry.rtf": ([("", FERRY)], {"byline", "day"}),
    "ferry.pdf": ([("", FERRY)], {"byline", "day", "outlet"}),
    "singlefile.html": ([("", FERRY)], ALL),
    "obsidian.md": ([("", FERRY)], ALL),
    "trafilatura.md": ([("", FERRY)], ALL),
    "trafilatura.json": ([("", FERRY)], ALL),
    "newspaper.json": ([("", FERRY)], ALL),
    "newsplease.json": ([("", FERRY)], ALL),
    "fundus.json": ([("1", FERRY)], {"byline", "day"}),
    "wallabag.json": ([("1", FERRY)], ALL),
}


def articles(file: Path) -> list[tuple[Page, Article]]:
    return [(page, clean_page(page)) for page in read_pages(file) if isinstance(page, Page)]


@pytest.mark.parametrize("name", CASES)
def test_the_articles_of_a_file(name: str) -> None:
    places, told = CASES[name]
    found = articles(FILES / name)
    assert [page.path for page, _ in found] == [
        str(FILES / name) + (f"#{place}" if place else "") for place, _ in places
    ]
    for (page, article), (_, headline) in zip(found, places, strict=True):
        assert (article.headline or "").removesuffix(" - The Skerry Observer") == headline
        assert article.paragraphs[0].startswith(FIRST[headline])
        assert any(LAST[headline] in paragraph for paragraph in article.paragraphs)
        assert article.language == "en"
        assert read_page(page.path) == page
        day = article.published.date() if isinstance(article.published, datetime) else article.published
        fields = {
            "url": article.url == URLS[headline] or (article.url or "").startswith("http://127.0.0.1"),
            "byline": article.byline == PEOPLE[headline],
            "day": day == DAYS[headline],
            "outlet": str(article.publisher).removeprefix("The ") == "Skerry Observer",
        }
        assert {field for field in told if not fields[field]} == set()


@pytest.mark.parametrize(
    ("name", "saved"), [("crawl.warc.gz", 2026), ("crawl.wacz", 2026), ("ferry.pdf", 2026), ("wallabag.json", 2025)]
)
def test_the_time_of_saving_is_told(name: str, saved: int) -> None:
    assert {article.saved.year for _, article in articles(FILES / name) if article.saved} == {saved}


def test_a_teaser_is_named_beside_the_articles() -> None:
    *_, problem = read_pages(FILES / "feed.rss")
    assert isinstance(problem, UnreadablePage)
    assert "holds only a teaser" in problem.message
    assert problem.path.endswith("feed.rss#https://www.skerryobserver.example/news/herring")


RECORDS = {"title": "Ferry late", "url": "https://x.example/1", "tags": "sea"}


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "pocket.html",
            '<ul><li><a href="https://x.example" time_added="1741600000">x</a></ul>',
            "list of links.*fetch",
        ),
        (
            "instapaper.csv",
            "URL,Title,Selection,Folder,Timestamp\nhttps://x.example,Ferry,,Unread,174\n",
            "table without",
        ),
        ("readwise.csv", "Title,URL,ID,Document tags\n31 hurt,https://x.example/1,a,[]\n", "table without"),
        ("no-name", "Title,URL,Tags\nFerry late,https://x.example/1,sea\n", "table without"),
        ("omnivore.json", json.dumps([RECORDS, RECORDS]), "JSON without the texts"),
        ("links.jsonl", json.dumps(RECORDS) + "\n" + json.dumps(RECORDS), "JSON without the texts"),
        ("api.json", json.dumps({"articles": [{**RECORDS, "content": "It was late… [+812 chars]"}]}), "teasers only"),
        ("feeds.opml", '<?xml version="1.0"?><opml version="2.0"><body/></opml>', "list of feeds.*fetch"),
        ("links.txt", "https://x.example/1\nhttps://x.example/2\n", "list of addresses"),
        (
            "links.md",
            "# To read\n- [Ferry late](https://x.example/1)\n- [Mill](https://x.example/2)\n",
            "list of addresses",
        ),
        ("news.xml", '<?xml version="1.0"?><nitf><body>Ferry late.</body></nitf>', "XML.*pandoc"),
        ("empty.rss", "<rss version='2.0'><channel><title>x</title></channel></rss>", "feed without"),
        ("compared.json", '{"format": "storyreader-compare"}', "storyreader import"),
        pytest.param("deep.json", "[" * 100_000 + "{}", "JSON", id="deep"),
    ],
)
def test_what_is_no_article_is_refused_with_the_next_step(tmp_path: Path, name: str, text: str, told: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    (problem,) = read_pages(file)
    assert isinstance(problem, UnreadablePage), problem
    with pytest.raises(UnreadablePage, match=told) as caught:
        read_page(file)
    assert str(caught.value) == str(problem)
    assert problem.hint


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "soffice --convert-to docx"),
        (b"7z\xbc\xaf\x27\x1c", "7z x"),
        (b"\x89PNG\r\n\x1a\n", "tesseract"),
        (b"x" * 257 + b"ustar\x00", "tar -xf"),
        (b"x" * 60 + b"BOOKMOBI\x00", "ebook-convert"),
        (b"PAR1\x00\x00", "Download it again"),
        (b"AT&TFORM\x00", "djvutxt"),
    ],
)
def test_binary_files_are_refused_with_their_converter(tmp_path: Path, data: bytes, told: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    with pytest.raises(UnreadablePage) as caught:
        read_page(file)
    assert told in caught.value.hint


def test_office_files_that_are_not_read_name_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePage, match="OpenDocument") as caught:
        read_page(FILES / "ferry.odt")
    assert "pandoc" in caught.value.hint
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr("xl/workbook.xml", "")
    with pytest.raises(UnreadablePage, match="spreadsheet"):
        read_page(tmp_path / "a.xlsx")


def test_a_table_with_texts_is_read(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    text = "The ferry was late again on Monday, and nobody on the pier said why. " * 3
    file.write_text(f'\ufefftitle;text;date;source\nFerry late;"{text}";2025-11-06;The Skerry Observer\n;;;\n', "utf-8")
    page, problem = read_pages(file)
    assert isinstance(page, Page)
    assert page.path == f"{file}#1"
    article = clean_page(page)
    assert (article.headline, article.publisher, article.published) == (
        "Ferry late",
        "The Skerry Observer",
        date(2025, 11, 6),
    )
    assert article.paragraphs == (text.strip(),)
    assert isinstance(problem, UnreadablePage)


def test_packed_files_are_looked_into(tmp_path: Path) -> None:
    import bz2
    import gzip
    import lzma

    markup = b"<html><p>The ferry was late again.</p></html>"
    for ending, pack in ((".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)):
        file = tmp_path / f"page.html{ending}"
        file.write_bytes(pack(markup))
        assert read_page(file).text == markup.decode()
        assert read_page(file).media == "html"
        file.write_bytes(pack(markup * 100)[:-20])
        with pytest.raises(UnreadablePage, match="cut off or damaged"):
            read_page(file)


def test_a_long_list_is_read_record_by_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [
        {"format": "storyreader-article", "headline": f"Ferry {n}", "paragraphs": ["It came."]} for n in range(3)
    ]
    file = tmp_path / "all.json"
    file.write_text(json.dumps(records), "utf-8")
    at_once = list(read_pages(file))
    monkeypatch.setattr("storyreader.loading.formats.json_file._AT_ONCE", 10)
    assert list(read_pages(file)) == at_once
    assert [page.stated["headline"] for page in at_once if isinstance(page, Page)] == ["Ferry 0", "Ferry 1", "Ferry 2"]


def test_pictures_of_pages_and_locked_documents_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "scan.pdf"
    data = (FILES / "ferry.pdf").read_bytes()
    file.write_bytes(data)
    monkeypatch.setattr("storyreader.loading.formats.pdf._pages", lambda _: [])
    with pytest.raises(UnreadablePage, match=r"pictures of pages.*ocrmypdf"):
        read_page(file)
    monkeypatch.setitem(__import__("sys").modules, "pdfminer.pdfdocument", None)
    with pytest.raises(UnreadablePage, match=r"storyreader\[formats\]"):
        read_page(file)


@pytest.mark.parametrize("name", sorted(file.name for file in FILES.iterdir()))
def test_damaged_files_are_named_and_nothing_is_raised(tmp_path: Path, name: str) -> None:
    data = (FILES / name).read_bytes()
    for number, damaged in enumerate(
        [data[: len(data) // 2], data[: len(data) // 3] + b"\x00\xff" * 40 + data[len(data) // 3 + 80 :], data[:40]]
    ):
        file = tmp_path / f"{number}-{name}"
        file.write_bytes(damaged)
        found = list(read_pages(file))
        assert found
        assert all(isinstance(one, Page) or (one.message and one.path) for one in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\ufeff <?xml version='1.0'?><!-- a --><!DOCTYPE rss [<!ENTITY a '>'> ]>\n<RSS>", "rss"),
        ("<rdf:RDF>", "rdf"),
        ("<!-- " * 300, ""),
        ("<!-- x -->" * 190 + "<feed>", "feed"),
        ("<!doctype html>\n<html>", "html"),
        ("Text <p>", ""),
        ("<!DOCTYPE x [", ""),
    ],
)
def test_the_outermost_element_is_found_in_no_time(text: str, name: str) -> None:
    assert root_name(text) == name


def test_documents_made_to_blow_up_are_bounded(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    doctype = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{entities}]>'
    entry = "<item><title>x</title><description>&a8;&f; {}</description></item>".format("word " * 100)
    (tmp_path / "a.rss").write_text(f'{doctype}<rss version="2.0"><channel>{entry}</channel></rss>', "utf-8")
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as archive:
        archive.writestr("word/document.xml", f"{doctype}<x>&a8;</x>")
    with zipfile.ZipFile(tmp_path / "c.epub", "w") as archive:
        archive.writestr("META-INF/container.xml", '<container><rootfile full-path="book.xml"/></container>')
        archive.writestr("book.xml", f"{doctype}<package><title>&a8;</title></package>")
    for name in ("a.rss", "b.docx", "c.epub"):
        (found,) = read_pages(tmp_path / name)
        assert isinstance(found, UnreadablePage) or len(found.text) < 2000
        assert "root:" not in str(found)
