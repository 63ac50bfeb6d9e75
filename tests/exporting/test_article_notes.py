"""Notes on a single article go out in every format that a comparison has, from the app and from the shell."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from storyreader.application import ArticleNotebook, write_dossier
from storyreader.cli import main
from storyreader.errors import StoryReaderError
from storyreader.exporting import FILES, NOTE_FILES, render
from storyreader.library import read_article
from storyreader.saving import SavedArticle, Store
from tests.exporting.test_annotations import check_collection
from tests.making import make_article

ARTICLE = make_article(
    ["The bridge closed.", "Twelve vans were on it.", "=1+1 <b>& more</b>"],
    headline="Bridge shut", publisher="Echo", url="https://echo.example/bridge", path="/home/ina/bridge.txt",
)  # fmt: skip


def saved() -> SavedArticle:
    book = ArticleNotebook(ARTICLE, None, "Ina")
    book.begin(1)
    book.take(text="Who counted?\nAnd when?", verdict="check", tags=["source"], evidence="https://log.example/3")
    book.highlight(0, (0, 4, 10))
    book.begin(2)
    book.take(text="<script>")
    return book.as_saved()


def test_the_notes_stand_in_the_order_of_the_text() -> None:
    text = render(saved(), "markdown").decode()
    for part in ("# Bridge shut", "**Outlet:** Echo", "> **2** Twelve vans were on it", "Who counted?", "\\#source"):
        assert part in text
    assert text.index("> **1** bridge") < text.index("> **2** Twelve")
    assert "**On the words:** “bridge”" in text


def test_the_page_holds_them_as_text_and_the_evidence_as_a_link() -> None:
    page = html.document_fromstring(render(saved(), "html"))
    assert page.xpath("//main//h2/text()") == ["The article", "Made", "Notes"]
    assert [quote.text_content() for quote in page.xpath("//section[@id='notes']//blockquote")] == [
        "bridge", "Twelve vans were on it.", "=1+1 <b>& more</b>",
    ]  # fmt: skip
    assert page.xpath("//section[@id='notes']//a/@href") == ["https://log.example/3"]
    assert not page.xpath("//script")
    assert page.xpath("//a[@class='skip']/@href") == ["#notes"]


def test_the_table_has_a_line_a_note_and_no_cell_that_runs() -> None:
    lines = list(csv.DictReader(io.StringIO(render(saved(), "csv").decode("utf-8-sig"), newline="")))
    assert [(line["sentences"], line["entry"], line["verdict"]) for line in lines] == [
        ("1", "highlight", ""), ("2", "note", "check"), ("3", "note", ""),
    ]  # fmt: skip
    assert [line["text"] for line in lines] == ["bridge", "Twelve vans were on it.", "'=1+1 <b>& more</b>"]
    assert {line["headline"] for line in lines} == {"Bridge shut"}


def test_the_document_tells_notes_and_file_without_folders_and_steps() -> None:
    document = json.loads(render(saved(), "json"))
    assert document["format"] == "storyreader-article-export"
    assert [note["quotations"] for note in document["notes"]][1] == [
        {"sentences": "2", "text": "Twelve vans were on it."}
    ]
    assert document["source"]["file"] == "bridge.txt"
    assert (document["saved"]["article"]["path"], document["saved"]["steps"]) == ("bridge.txt", [])
    assert SavedArticle.model_validate(document["saved"]).restored().headline == "Bridge shut"


def test_annotations_and_references_are_of_the_one_article() -> None:
    collection = json.loads(render(saved(), "w3c"))
    check_collection(collection)
    assert collection["id"].startswith("urn:storyreader:notes:")
    sources = [target["source"]["id"] for entry in collection["first"]["items"] for target in entry["target"]]
    assert len(set(sources)) == 1
    assert render(saved(), "bibtex").decode().count("@misc{echo,") == 1
    assert [item["id"] for item in json.loads(render(saved(), "csl"))] == ["echo"]


def test_no_export_of_notes_is_read_as_a_page() -> None:
    for form in ("markdown", "html"):
        with pytest.raises(StoryReaderError, match="written by storyreader itself"):
            read_article(write_dossier(saved(), form))


def test_the_shell_exports_them_by_name_from_a_file_and_with_everything(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    kept = Store().save(saved())
    assert main(["export", kept.id[:6], "--format", "csv"]) == 0
    assert b"Who counted?" in capsysbinary.readouterr().out
    for file in (Store().file(kept.id), tmp_path / "notes.json"):
        if not file.exists():
            assert main(["export", kept.id, "--format", "json", "-o", str(file)]) == 0
        assert main(["export", str(file)]) == 0
        assert capsysbinary.readouterr().out.startswith(b"# Bridge shut")
    assert main(["export", "--all", str(tmp_path / "all")]) == 0
    [folder] = (tmp_path / "all").iterdir()
    assert sorted(file.name for file in folder.iterdir()) == sorted(NOTE_FILES.values())
    assert main(["import", str(tmp_path / "notes.json")]) == 2
    assert b"a single article" in capsysbinary.readouterr().err


def test_every_format_is_there_for_both() -> None:
    assert NOTE_FILES.keys() == FILES.keys()
    damaged = saved().model_copy(update={"article": {}})
    with pytest.raises(StoryReaderError, match="damaged"):
        render(damaged, "csv")
    assert "once" not in render(saved(), "markdown").decode()
    book = ArticleNotebook(replace(ARTICLE, url=""), saved(), "Ina")
    assert render(book.as_saved(), "html")
