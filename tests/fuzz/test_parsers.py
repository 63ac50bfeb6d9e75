"""Whatever a file holds: a result, or a StoryReaderError; nothing else, and nothing that a terminal would act upon."""

import encodings
import json
import os
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from storyreader import cleaning, loading
from storyreader.application import rendered
from storyreader.errors import StoryReaderError
from storyreader.facts import extract_facts
from storyreader.page import Page
from storyreader.remembered import read_remembered, remembered_file
from storyreader.saving import ClaimCorrection, Store, new_saved_board, read_imported_file, recorded
from storyreader.segmenting import split_sentences
from storyreader.settings import read_settings
from storyreader.visible import UNSAFE
from tests.exporting.dossiers import full
from tests.making import make_comparison
from tui.own_keys import keymap_problems

quickly = settings(
    max_examples=int(os.environ.get("STORYREADER_FUZZ", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
CODECS = sorted({module.name for module in pkgutil.iter_modules(encodings.__path__)} - {"__pycache__"})
ENDINGS = (".txt", ".html", ".mhtml", ".eml", ".json", ".xml", ".rtf", ".csv", ".webarchive", ".md", "")
PIECES = (
    b"<html>", b"<p>", b"</p>", b"<time datetime='", b"<script type='application/ld+json'>",
    b'{"@type":"NewsArticle",', b"MIME-Version: 1.0\r\n", b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
    b"Content-Type: text/html\n\n", b"Content-Transfer-Encoding: base64\n\n", b"charset=", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf", b"&#x1b;[31m", b"\x1b]0;x\x07", b"9999-12-31T23:59:59-12:00", b"<!--", b"]]>", b"{\\rtf1",
    b"From x@y Mon\n", b"Date: Mon, 99 Foo 0000\n", b"Subject: =?x?q?=\n", b"two hundred " * 40, b"told reporters",
    b"The council said on Monday that 3.5 million people had gone. ", b'"', b"\n\n",
)  # fmt: skip
pages = st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=12)), max_size=25).map(b"".join)
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)),
    max_leaves=8,
)


def cleaned(file: Path) -> int:
    """How many pages of a file could be read and cleaned."""
    count = 0
    for page in loading.read_pages(file):
        if isinstance(page, Page):
            article = cleaning.clean_page(page)
            texts = [article.headline, article.publisher, article.byline, article.url, *article.paragraphs]
            assert not any(UNSAFE.search(text) for text in texts if text)
            count += 1
    return count


@quickly
@given(content=pages, ending=st.sampled_from(ENDINGS))
def test_pages(tmp_path: Path, content: bytes, ending: str) -> None:
    file = tmp_path / f"page{ending}"
    file.write_bytes(content)
    cleaned(file)


@pytest.mark.parametrize("kind", ["meta", "mail", "xml"])
@quickly
@given(name=st.one_of(st.sampled_from(CODECS), st.binary(max_size=10).map(lambda name: name.decode("latin-1"))))
def test_charsets(tmp_path: Path, kind: str, name: str) -> None:
    text = b"caf\xe9 \x1b[31m The council said on Monday that the mill would close. " * 8
    charset = name.encode("latin-1", "replace")
    heads = {
        "meta": b'<html><head><meta charset="' + charset + b'"></head><body><p>',
        "mail": b'MIME-Version: 1.0\nContent-Type: text/plain; charset="' + charset + b'"\n\n',
        "xml": b'<?xml version="1.0" encoding="' + charset + b'"?><html><body><p>',
    }
    file = tmp_path / ("page.eml" if kind == "mail" else "page.html")
    file.write_bytes(heads[kind] + text)
    cleaned(file)


@quickly
@given(
    text=st.one_of(
        st.text(max_size=300),
        st.lists(st.sampled_from(PIECES), max_size=12).map(lambda some: b"".join(some).decode("latin-1")),
    )
)
def test_sentences_and_facts_lie_in_the_text(text: str) -> None:
    for span in split_sentences(text, "en"):
        assert 0 <= span.start < span.end <= len(text)
    for fact in extract_facts(text, None, "en"):
        assert 0 <= fact.span.start < fact.span.end <= len(text)


@quickly
@given(
    document=anything, path=st.sampled_from(["", "comparison", "notes", "steps", "version", "changed", "id", "reviews"])
)
def test_saved_files_and_imports(tmp_path: Path, document: Any, path: str) -> None:
    whole = json.loads(full().model_dump_json())
    content = json.dumps({**whole, path: document} if path else document)
    store = Store(tmp_path / "data")
    store.folder.mkdir(exist_ok=True)
    for old in store.folder.glob("x.json*"):
        old.unlink()
    store.file("x").write_text(content, "utf-8")
    (tmp_path / "theirs.json").write_text(content, "utf-8")
    listing = store.listing()
    assert len(listing.heads) + len(listing.problems) == 1
    for way in (
        lambda: store.load("x") or store.load_article("x"),
        lambda: read_imported_file(tmp_path / "theirs.json"),
    ):
        tried(way)


@quickly
@given(
    document=anything,
    path=st.sampled_from(["articles", "notes", "claim_corrections", "reviews", "steps", "earlier", "title", "id"]),
    place=st.sampled_from(["whole", "inside"]),
)
def test_saved_boards_open_and_export_whatever_stands_in_them(
    tmp_path: Path, document: Any, path: str, place: str
) -> None:
    comparison = make_comparison()
    articles = [comparison.left, comparison.right]
    target = {"anchors": [{"article": articles[0].name, "sentences": [0], "exact": "x"}]}
    corrections = [ClaimCorrection.model_validate({"kind": "one claim", "target": target})]
    whole, _ = recorded(new_saved_board(articles), "one claim", corrections)
    content = json.loads(whole.model_dump_json())
    if place == "inside" and isinstance(content[path], list) and content[path] and isinstance(document, dict):
        content[path][0] = {**content[path][0], **document}
    elif place == "inside" and path == "claim_corrections":
        content[path][0]["target"]["anchors"][0]["sentences"] = document
    else:
        content[path] = document
    store = Store(tmp_path / "data")
    store.folder.mkdir(exist_ok=True)
    for old in store.folder.glob("x.json*"):
        old.unlink()
    store.file("x").write_text(json.dumps(content), "utf-8")
    listing = store.listing()
    assert len(listing.heads) + len(listing.problems) == 1

    def opened() -> None:
        saved = store.load_board("x")
        if saved is not None:
            rendered(saved, "text")
            rendered(saved, "json")

    tried(opened)


def tried(way: Callable[[], object]) -> None:
    told = ""
    try:
        way()
    except StoryReaderError as error:
        told = str(error)
    assert not UNSAFE.search(told)


@quickly
@given(
    content=st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
)
def test_settings_and_what_is_remembered(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content)
    read_settings(file)
    remembered_file().parent.mkdir(parents=True, exist_ok=True)
    remembered_file().write_bytes(content)
    read_remembered()


@quickly
@given(keys=st.dictionaries(st.text(max_size=12), st.text(max_size=8), max_size=5))
def test_key_tables(keys: dict[str, str]) -> None:
    keymap_problems(keys)
