"""What the reader does to a comparison: verdicts, tags, reviewed marks, corrections, undo, an editor of their own."""

from pathlib import Path

import pytest

import sample_data
from storyreader.paths import exports_folder
from storyreader.saving import Store
from storyreader.settings import Settings, read_settings
from tests.tui.driving import at_work, compared, on_disk, settled, status
from tests.widgets.host import lines_of
from tui.app import StoryReader
from widgets.comparison_panel import ComparisonPanel
from widgets.frame import StatusLine
from widgets.note_sheet import NoteSheet, TagsInput, VerdictLine
from widgets.table import Table

HARBOUR = sample_data.folder() / "harbour-fire"


async def test_space_marks_as_reviewed_goes_on_and_is_counted() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(160, 40)) as pilot:
        screen = await at_work(pilot)
        row_index = screen.workspace.row_index
        await pilot.press("space")
        await settled(pilot)
        assert screen.workspace.row_index != row_index
        right = app.screen.query_one(StatusLine).right
        assert "1/" in right
        assert right.endswith("reviewed")
        assert row_index in screen.workspace.reviewed
        assert len(on_disk().reviews) == 1
        while screen.workspace.filter != "not reviewed":
            await pilot.press("f")
        assert row_index not in screen.workspace.row_indexes


async def test_a_verdict_is_one_digit_and_can_be_undone() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await at_work(pilot)
        await pilot.press("V", "6")
        await settled(pilot)
        assert on_disk().living_notes[0].verdict == "check"
        assert "CHECK" in "\n".join(lines_of(screen.query_one(ComparisonPanel)))
        await pilot.press("u")
        await settled(pilot)
        assert "Undone" in status(app)
        assert on_disk().living_notes == []
        await pilot.press("U")
        await settled(pilot)
        assert on_disk().living_notes[0].verdict == "check"


async def test_all_fields_of_a_note_reach_the_disk_and_come_back() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await at_work(pilot)
        await pilot.press("a", *"Who?")
        sheet = screen.query_one(NoteSheet)
        sheet.query_one(VerdictLine).focus()
        await pilot.press("3")
        sheet.query_one(TagsInput).focus()
        await pilot.press(*"source #quote")
        sheet.query_one("#note-evidence").focus()
        await pilot.press(*"log.txt", "f2")
        await settled(pilot)
        (note,) = on_disk().living_notes
        assert (note.text, note.verdict, note.tags, note.evidence) == (
            "Who?",
            "omitted",
            ["source", "quote"],
            "log.txt",
        )
        assert all(anchor.article for anchor in note.target.anchors)
        await pilot.press("j", "t", "1", "f2")
        await settled(pilot)
        assert [n.tags for n in on_disk().living_notes] == [["source", "quote"], ["source"]]
        await pilot.press("k", "a")
        assert (sheet.fields.text, sheet.fields.verdict, sheet.fields.evidence) == ("Who?", "omitted", "log.txt")


async def test_highlight_and_the_same_note_again() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await at_work(pilot)
        await pilot.press("full_stop")
        assert "no note yet" in status(app)
        await pilot.press("H")
        await settled(pilot)
        assert on_disk().living_notes[0].highlight
        await pilot.press("H", "a", *"odd", "f2", "j", "full_stop")
        await settled(pilot)
        assert [note.text for note in on_disk().living_notes] == ["odd", "odd"]
        assert len(screen.workspace.notes) == 2


async def test_a_wrong_match_is_taken_apart_survives_and_comes_back_by_undo() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await at_work(pilot)
        comparison = screen.workspace.comparison
        assert comparison is not None
        row_index = next(at for at, row in enumerate(comparison.rows) if row.kind == "reworded")
        links = len(comparison.links)
        screen.workspace.go(row_index)
        await pilot.press("L", "1")
        await settled(pilot)
        assert screen.workspace.comparison is not None
        assert len(screen.workspace.comparison.links) < links
        assert on_disk().link_corrections[0].kind == "not a match"
        await pilot.press("q")
        await settled(pilot)
        screen = await compared(pilot)
        assert screen.workspace.comparison is not None
        assert len(screen.workspace.comparison.links) < links
        await pilot.press("u")
        await settled(pilot)
        assert len(screen.workspace.comparison.links) == links


async def test_a_match_of_ones_own_is_made_with_two_presses() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await at_work(pilot)
        space = screen.workspace
        assert space.comparison is not None
        rows = space.comparison.rows
        one = next(at for at, row in enumerate(rows) if row.left)
        two = next(at for at, row in enumerate(rows) if row.right and at != one)
        space.go(one)
        await pilot.press("L")
        await pilot.press(str(1 + (rows[one].link is not None) + (rows[one].kind == "conflict")))
        space.go(two)
        await pilot.press("L")
        answers = 1 + (rows[two].link is not None) + (rows[two].kind == "conflict")
        await pilot.press(str(answers))
        await settled(pilot)
        assert [item.kind for item in on_disk().link_corrections] == ["match"]
        assert any(link.reasons == ("your own match",) for link in space.comparison.links)


async def test_the_readers_own_verdicts() -> None:
    app = StoryReader([HARBOUR], Settings(verdicts=("true", "false")))
    async with app.run_test(size=(100, 40)) as pilot:
        await at_work(pilot)
        await pilot.press("V", "2")
        await settled(pilot)
        assert on_disk().living_notes[0].verdict == "false"


def test_settings_with_a_wrong_list_of_verdicts(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('verdicts = ["a", 3]\n', encoding="utf-8")
    settings = read_settings(file)
    assert settings.verdicts[0] == "agree"
    assert "verdicts must be a list" in settings.problems[0]
    file.write_text('verdicts = ["yes", "no"]\n', encoding="utf-8")
    assert read_settings(file).verdicts == ("yes", "no")


async def test_export_from_the_screen_never_writes_over_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await at_work(pilot)
        await pilot.press("V", "6")
        for _ in range(2):
            await pilot.press("e", "1")
            await settled(pilot)
        assert "Exported to" in status(app)
    assert list(tmp_path.glob("*.md")) == []
    files = sorted(exports_folder().glob("*.md"))
    assert len(files) == 2
    assert "check" in files[0].read_text(encoding="utf-8").casefold()


async def test_a_changed_page_is_compared_again_and_what_lost_its_place_waits_in_the_tray(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("kestrel-daily.txt", "coastline-24.txt"):
        (folder / name).write_bytes((HARBOUR / name).read_bytes())
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await at_work(pilot)
        comparison = screen.workspace.comparison
        assert comparison is not None
        alone = next(at for at, row in enumerate(comparison.rows) if row.kind in ("only left", "only right"))
        gone = comparison.rows[alone]
        side = "left" if gone.left else "right"
        article = comparison.left if gone.left else comparison.right
        sentence = article.sentences[gone.numbers(side)[0]].text  # type: ignore[arg-type]
        screen.workspace.go(alone)
        await pilot.press("a", *"lost", "f2")
        screen.workspace.go(next(at for at, row in enumerate(comparison.rows) if row.kind == "same"))
        await pilot.press("a", *"stays", "f2")
        await settled(pilot)
        page = Path(article.path)
        page.write_text(page.read_text(encoding="utf-8").replace(sentence, ""), encoding="utf-8")
        await pilot.press("r")
        await settled(pilot)
        await settled(pilot)
        assert "1 orphaned (5 shows them)" in status(app)
        await pilot.press("5")
        table = screen.workspace.query_one("#orphans", Table)
        shown = "\n".join(lines_of(table))
        assert "lost" in shown
        assert sentence[:30] in shown
        assert "stays" not in shown
        await pilot.press("enter", "1")
        await settled(pilot)
        assert "Placed" in status(app)
        assert screen.session.desk.notebook.orphans == []
        await pilot.press("u")
        assert len(screen.session.desk.notebook.orphans) == 1


async def test_a_page_saved_anew_and_compared_from_the_list_offers_what_was_noted_before(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("kestrel-daily.txt", "coastline-24.txt"):
        (folder / name).write_bytes((HARBOUR / name).read_bytes())
    app = StoryReader([folder])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await at_work(pilot)
        await pilot.press("a", *"seen before", "f2")
        await settled(pilot)
        comparison = screen.workspace.comparison
        assert comparison is not None
        await pilot.press("q")
        await settled(pilot)
        page = Path(comparison.left.path)
        page.write_text(page.read_text(encoding="utf-8").replace("allowed back", "let back"), encoding="utf-8")
        screen = await compared(pilot)
        assert screen.session.desk.notebook.notes == {}
        assert any("r brings it here" in message for message in app._messages)
        await pilot.press("r")
        await settled(pilot)
        await settled(pilot)
        assert any("1 of your items kept their place" in message for message in app._messages)
        (notes,) = screen.session.desk.notebook.notes.values()
        assert [note.text for note in notes] == ["seen before"]
        assert len(Store().listing().heads) == 2
