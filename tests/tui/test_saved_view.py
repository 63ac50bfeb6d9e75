"""Looking into what is saved: notes with their quotations, exports, changed pages, notes on single articles."""

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

import sample_data
from storyreader.application import ArticleNotebook, Files, Notebook, compare_files
from storyreader.library import read_article
from storyreader.paths import exports_folder
from storyreader.saving import Store
from tests.tui.driving import settled, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.saved_keeper import SavedKeeper
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from tui.screens.saved import SavedScreen
from widgets.article_list import ArticleList
from widgets.reading_pane import ReadingPane
from widgets.saved_list import SavedList
from widgets.saved_preview import SavedPreview
from widgets.table import Table

DAM = sample_data.folder() / "dam-vote"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Two pages of the reader's own, which may change."""
    for name in ("gazette-first.html", "oldmere-review.txt"):
        (tmp_path / name).write_bytes((DAM / name).read_bytes())
    return tmp_path


def keep(folder: Path) -> Notebook:
    """A comparison of the two with a tagged note on a linked row."""
    comparison = compare_files(Files(str(folder / "gazette-first.html"), str(folder / "oldmere-review.txt")))
    notebook = Notebook(comparison, None, "Ina")
    linked = next(at for at, row in enumerate(comparison.rows) if row.link is not None)
    notebook.begin(linked)
    notebook.take(text="Who counted?", tags=["numbers"], verdict="check")
    notebook.write()
    return notebook


async def opened(pilot: Pilot[None]) -> SavedScreen:
    await started(pilot)
    await pilot.press("B")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, SavedScreen)
    return screen


def preview(screen: SavedScreen) -> str:
    return "\n".join(lines_of(screen.query_one(SavedPreview)))


@pytest.mark.parametrize("size", [(80, 40), (140, 40)])
async def test_the_notes_are_seen_with_both_quotations_before_anything_is_opened(
    pages: Path, size: tuple[int, int]
) -> None:
    notebook = keep(pages)
    note = notebook.as_saved().living_notes[0]
    app = StoryReader([pages])
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        shown = " ".join(preview(screen).split())
        assert "CHECK · Who counted? · #numbers" in shown
        for anchor in note.target.anchors:
            assert anchor.exact[:30] in shown
        assert "has changed" not in shown


async def test_a_page_that_changed_is_named_and_r_compares_anew(pages: Path) -> None:
    keep(pages)
    page = pages / "oldmere-review.txt"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more line at the end of it.\n", encoding="utf-8")
    app = StoryReader([pages])
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot)
        await until(pilot, lambda: "r compares anew" in " ".join(preview(screen).split()), "the change is named")
        assert "B has changed since" in preview(screen)
        await pilot.press("r")
        await settled(pilot)
        await until(pilot, lambda: isinstance(app.screen, CompareScreen), "the new comparison is open")
        await settled(pilot)
        heads = Store().listing().heads
        assert len(heads) == 2
        assert [head.note_texts for head in heads] == [("CHECK · Who counted? · #numbers",)] * 2


async def test_it_is_exported_from_the_list_and_from_the_notes(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(pages)
    monkeypatch.chdir(pages)
    app = StoryReader([pages])
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("e", "1")
        await settled(pilot)
        await pilot.press("2", "e", "2")
        await settled(pilot)
        assert "Exported to" in status(app)
        screen.query_one(SavedKeeper).read()  # as on coming back to the list: no news, the message stays
        await settled(pilot)
        assert "Exported to" in status(app)
    assert sorted(file.suffix for file in exports_folder().iterdir() if file.is_file()) == [".html", ".md"]
    assert len(list(pages.iterdir())) == 2 + (pages / "home").is_dir()


async def test_notes_are_narrowed_by_tag_verdict_and_outlet(pages: Path) -> None:
    keep(pages)
    app = StoryReader([pages])
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot)
        heads = screen.query_one(SavedList)
        for typed, count in (("#numbers", 1), ("#other", 0), ("verdict:check", 1), ("outlet:oldmere", 1)):
            await pilot.press("slash", *typed, "enter")
            assert heads.block_count() == count, typed
            await pilot.press("q")
        await pilot.press("2", "slash", *"#numbers", "enter")
        assert "Who counted?" in "\n".join(lines_of(screen.query_one("#notes", Table)))


async def test_corrected_links_are_in_the_counts(pages: Path) -> None:
    notebook = keep(pages)
    before = Store().listing().heads[0].counts
    link = notebook.comparison.links[0]
    notebook.amend("not a match", link.left, link.right)
    notebook.write()
    after = Store().listing().heads[0].counts
    assert before != after
    assert sum(after.values()) == len(notebook.comparison.rows)


async def test_the_notes_on_an_article_are_there_opened_and_exported(pages: Path) -> None:
    article = read_article(pages / "oldmere-review.txt")
    alone = ArticleNotebook(article, None, "Ina")
    alone.begin(2)
    alone.take(text="How many?")
    alone.write()
    app = StoryReader([pages])
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot)
        assert "How many?" in preview(screen)
        await pilot.press("e", "1")
        await until(pilot, lambda: app.screen is screen and "Exported to" in status(app), "the export")
        await pilot.press("enter")
        await settled(pilot)
        library = app.screen
        assert isinstance(library, LibraryScreen)
        current = library.query_one(ArticleList).current
        assert current is not None
        assert current.path == article.path
    (file,) = exports_folder().glob("*.md")
    assert "How many?" in file.read_text(encoding="utf-8")


async def test_an_article_that_is_not_open_is_named(pages: Path) -> None:
    alone = ArticleNotebook(read_article(pages / "oldmere-review.txt"), None, "Ina")
    alone.judge(0, "check")
    alone.write()
    app = StoryReader([pages / "gazette-first.html"])
    async with app.run_test(size=(140, 40)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        assert "not among the files" in status(app)


async def test_a_note_on_an_article_opens_it_at_its_sentence(pages: Path) -> None:
    article = read_article(pages / "oldmere-review.txt")
    alone = ArticleNotebook(article, None, "Ina")
    for sentence in (1, 4):
        alone.begin(sentence)
        alone.take(text=f"On {sentence}")
    alone.write()
    app = StoryReader([pages])
    async with app.run_test(size=(120, 30)) as pilot:
        library = await started(pilot)
        pane = library.query_one(ReadingPane)

        def listed() -> bool:
            return isinstance(app.screen, SavedScreen) and bool(app.screen._summaries)

        def is_at(wanted: int) -> bool:
            return (pane.article and pane.article.path, pane.sentence, pane.has_focus) == (article.path, wanted, True)

        for keys, place in ((("enter",), 1), (("j", "enter"), 4)):
            await pilot.press("B")
            await until(pilot, listed, "the notes are listed")
            await pilot.press("2", *keys)
            await until(pilot, partial(is_at, place), "the article is open at the sentence")
            assert app.screen is library


async def test_a_note_on_a_comparison_opens_it_at_its_row(pages: Path) -> None:
    book = keep(pages)
    last = len(book.comparison.rows) - 1
    book.begin(last)
    book.take(text="The last row")
    book.write()
    app = StoryReader([pages])
    async with app.run_test(size=(120, 30)) as pilot:
        for step, row_index in (((), next(iter(book.notes))), (("j",), last)):
            await opened(pilot) if not step else await pilot.press("q", "B")
            await settled(pilot)
            await pilot.press("2", *step, "enter")
            await settled(pilot)
            screen = app.screen
            assert isinstance(screen, CompareScreen)
            assert (screen.workspace.tab, screen.workspace.row_index) == ("text", row_index)
            await pilot.press("q")
            await settled(pilot)
