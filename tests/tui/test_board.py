"""The board: opened from the list, read by cell, filtered, arranged, corrected, noted, saved and opened again."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

import sample_data
from storyreader.application import BoardFiles
from storyreader.messages import board_letter
from storyreader.saving import SavedBoard, Store
from tests.tui.driving import settled, shows, started, status, until
from tests.widgets.host import lines_of
from tui.app import StoryReader
from tui.board.desk import BoardDesk, CellInHand
from tui.screens.board import BoardScreen
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from tui.screens.saved import SavedScreen
from widgets.article_list import ArticleList
from widgets.frame import HeadLine
from widgets.matrix import Matrix, MatrixHead
from widgets.text_view import TextView

SAMPLES = Path(sample_data.__file__).parent
HARBOUR = SAMPLES / "harbour-fire"


async def board_of(pilot: Pilot[None]) -> BoardDesk:
    """The board of the story under the cursor."""
    await started(pilot)
    await pilot.press("b")
    return await desk_of(pilot)


async def desk_of(pilot: Pilot[None]) -> BoardDesk:
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, BoardScreen)
    desk = screen.desk
    assert desk is not None
    return desk


def evidence(desk: BoardDesk) -> str:
    return shown_in(desk.evidence)


def shown_in(view: TextView) -> str:
    """The text of a view, its lines joined."""
    lines = [view.render_line(y).text.strip() for y in range(view.size.height)]
    return " ".join(line for line in lines if line)


def on_disk() -> SavedBoard:
    store = Store()
    (head,) = store.listing().heads
    saved = store.load_board(head.id)
    assert saved is not None
    return saved


async def test_b_lays_the_story_of_the_article_under_the_cursor_beside_each_other() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await board_of(pilot)
        assert len(desk.board.articles) == 5
        assert desk.matrix.rows == [n for n, claim in enumerate(desk.board.claims) if len(claim.articles) > 1]
        head = app.screen.query_one(HeadLine).left
        assert "5 accounts" in head
        letters = app.screen.query_one(MatrixHead).lines[0]
        assert all(board_letter(number) in letters for number in range(3))
        await pilot.press("q")
        assert shows(app, LibraryScreen)


@pytest.mark.parametrize("key", ["enter", "b", "c"])
async def test_the_heading_of_a_story_opens_its_board(key: str) -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("left_square_bracket")
        assert "Enter lays the 5 accounts of this story side by side" in status(app)
        await pilot.press(key)
        assert len((await desk_of(pilot)).board.articles) == 5
        await pilot.press("q")
        assert shows(app, LibraryScreen)
        assert len(app.screen.query_one(ArticleList).story) == 5
        await pilot.press("left_square_bracket")
        assert "No story further up." in status(app)
        await pilot.press("v", "right_square_bracket")
        assert "This is one flat list. v groups it by story." in status(app)


async def test_a_double_click_on_a_story_opens_its_board() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.click(ArticleList, offset=(5, 0), times=2)
        assert len((await desk_of(pilot)).board.articles) == 5


async def test_three_marked_articles_and_c_make_a_board() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("space", "j", "space", "j", "space")
        assert "c lays 3 accounts beside each other" in status(app)
        await pilot.press("c")
        assert len((await desk_of(pilot)).board.articles) == 3


async def test_a_cell_shows_its_words_and_enter_reads_them_in_their_account() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await board_of(pilot)
        assert isinstance(app.screen, BoardScreen)
        claim = desk.board.claims[desk.matrix.rows[0]]
        assert claim.text[:30] in evidence(desk)
        await pilot.press("l")
        account = desk.matrix.account
        assert account is not None
        cell = claim.cells[account]
        text = desk.board.articles[account].sentences[cell.sentences[0]].text
        assert text[:30] in evidence(desk)
        await pilot.press("enter")
        assert app.screen.mode == "board.account"
        assert text[:30] in shown_in(desk.lines)
        await pilot.press("q")
        assert app.screen.mode == "board.claims"
        await pilot.press("h")
        assert desk.matrix.account is None


async def test_n_goes_from_conflict_to_conflict_and_says_what_differs() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await board_of(pilot)
        seen: list[CellInHand] = []
        for _ in range(40):
            await pilot.press("n")
            cell = desk.in_hand
            assert cell is not None
            if seen and cell == seen[-1]:
                break
            assert cell.account is not None
            assert desk.board.claims[cell.claim].cells[cell.account].kind in {"conflict", "updated"}
            seen.append(cell)
        assert len(seen) == len(set(seen)) > 1
        assert "No further conflict" in status(app)
        await pilot.press("N")
        assert desk.in_hand == seen[-2]


async def test_filters_orders_and_finding_say_what_they_show() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await board_of(pilot)
        claims = desk.board.claims
        await pilot.press("f")
        assert desk.matrix.rows == [n for n, claim in enumerate(claims) if claim.conflicts]
        await pilot.press("f")
        assert all(len(claims[n].articles) == 1 for n in desk.matrix.rows)
        await pilot.press("f")
        assert "not in A" in status(app)
        assert all(claims[n].cells[0].kind == "silent" for n in desk.matrix.rows)
        await pilot.press("f")
        assert desk.matrix.rows == []
        await pilot.press("V")
        assert status(app) == "No claim is shown; f shows others."
        await pilot.press("f")
        assert len(desk.matrix.rows) == len(claims)
        await pilot.press("S")
        told = [(-claims[n].conflicts, -claims[n].origins, -len(claims[n].articles)) for n in desk.matrix.rows]
        assert told == sorted(told)
        await pilot.press("S", "S", "slash", *"sea", "enter")
        await settled(pilot)
        assert 0 < len(desk.matrix.rows) < len(claims)
        await pilot.press("q")
        assert not desk.words
        assert shows(app, BoardScreen)


async def test_accounts_are_hidden_moved_and_kept_in_sight() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(80, 24)) as pilot:
        desk = await board_of(pilot)
        await pilot.press("l", "l", "minus")
        assert desk.matrix.columns == [0, 2, 3, 4]
        await pilot.press("equals_sign", "h", "h", "h", "l", "greater_than_sign")
        assert desk.matrix.columns == [1, 0, 2, 3, 4]
        assert desk.matrix.account == 0
        await pilot.press("l", "l", "P")
        assert (desk.matrix.columns, desk.matrix.pinned) == ([3, 1, 0, 2, 4], 1)
        await pilot.resize_terminal(44, 24)
        await pilot.press(*"llll")
        top = app.screen.query_one(MatrixHead).lines[0]
        assert "D" in top
        assert "[E]" in top
        assert "‹" in top


async def test_notes_verdicts_and_reviewed_marks_are_saved_and_undone(tmp_path: Path) -> None:
    del tmp_path
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await board_of(pilot)
        first = desk.matrix.rows[0]
        await pilot.press("a", *"who", "f2")
        await settled(pilot)
        assert [note.told for note in desk.notebook.notes[first]] == ["who"]
        await pilot.press("space")
        assert desk.notebook.reviewed == {first}
        assert desk.matrix.cursor == 1
        await pilot.press("k", "l", "V", "1")
        await settled(pilot)
        assert len(desk.notebook.notes[first]) == 2
        await settled(pilot)
        assert (len(on_disk().living_notes), len(on_disk().reviews)) == (2, 1)
        await pilot.press("u", "u")
        await settled(pilot)
        assert desk.notebook.reviewed == set()
        assert len(on_disk().living_notes) == 1


async def test_claims_are_joined_parted_and_accounts_taken_out() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await board_of(pilot)
        count = len(desk.board.claims)
        await pilot.press("l", "space", "j", "L")
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        assert len(desk.board.claims) == count - 1
        await pilot.press("u")
        await settled(pilot)
        assert len(desk.board.claims) == count
        row = next(n for n in desk.matrix.rows if desk.board.claims[n].cells[1].tells)
        desk.matrix.go(row, 1)
        await pilot.press("L", "1")
        await settled(pilot)
        assert len(desk.board.claims) == count + 1
        await pilot.press("L")
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        assert all(1 not in claim.articles for claim in desk.board.claims)
        assert "B×" in app.screen.query_one(MatrixHead).lines[0]


async def test_c_compares_the_accounts_of_two_marked_cells() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await board_of(pilot)
        await pilot.press("l", "space", "l", "l", "space")
        assert "Two cells are marked" in status(app)
        await pilot.press("c")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        comparison = screen.workspace.comparison
        assert comparison is not None
        assert {comparison.left.name, comparison.right.name} == {desk.board.articles[n].name for n in (0, 2)}
        await pilot.press("q", "q")
        assert desk.marked == []


async def test_a_saved_board_opens_from_the_list_without_its_pages(tmp_path: Path) -> None:
    files = []
    for page in HARBOUR.iterdir():
        copy = tmp_path / page.name
        copy.write_bytes(page.read_bytes())
        files.append(str(copy))
    app = StoryReader([tmp_path])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        app.open_board(BoardFiles(tuple(files)))
        await desk_of(pilot)
        await pilot.press("s")
        await settled(pilot)
        await pilot.press("q")
        for file in files:
            Path(file).unlink()
        await pilot.press("B")
        await settled(pilot)
        assert shows(app, SavedScreen)
        await pilot.press("enter")
        desk = await desk_of(pilot)
        assert len(desk.board.articles) == 5
        assert desk.notebook.saved is not None
        await pilot.press("e", "1")
        await settled(pilot)
        assert "Exported to" in status(app)


async def test_an_account_that_came_after_the_board_was_saved_is_told_in_the_list_and_on_the_board(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    latest = HARBOUR / "kestrel-daily.txt"
    for file in set(HARBOUR.glob("*.*")) - {latest}:
        (folder / file.name).write_bytes(file.read_bytes())
    app = StoryReader([folder])
    async with app.run_test(size=(160, 40)) as pilot:
        await board_of(pilot)
        await pilot.press("s")
        await settled(pilot)
    (folder / latest.name).write_bytes(latest.read_bytes())
    app = StoryReader([folder])
    async with app.run_test(size=(160, 40)) as pilot:
        await started(pilot)
        articles = app.screen.query_one(ArticleList)
        await until(pilot, lambda: "board: 1 new" in "\n".join(lines_of(articles)), "the heading")
        await pilot.press("b")
        await desk_of(pilot)
        assert "1 new account" in status(app)
        await pilot.press("s")
        await settled(pilot)
        await pilot.press("q")
        await settled(pilot)
        assert "board: 1 new" not in "\n".join(lines_of(articles))


async def test_what_stands_beside_the_claims_is_told_in_tabs() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        desk = await board_of(pilot)
        for key, words in (("2", "What each account leaves out"), ("3", "one origin"), ("4", "Margit Halloran")):
            await pilot.press(key)
            assert words in shown_in(desk.lines)
        await pilot.press("1")
        assert app.focused is app.screen.query_one(Matrix)


async def test_read_blind_no_outlet_is_on_the_board() -> None:
    app = StoryReader([HARBOUR], blind=True)
    async with app.run_test(size=(160, 48)) as pilot:
        desk = await board_of(pilot)
        outlets = [article.publisher for article in desk.board.articles if article.publisher]
        for key in ("1", "3", "4"):
            await pilot.press(key)
            painted = "\n".join(line.text for line in app.screen._compositor.render_strips())
            assert not [name for name in outlets if name in painted]


async def test_a_board_of_one_readable_article_says_what_next(tmp_path: Path) -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        app.open_board(BoardFiles((str(next(HARBOUR.iterdir())), str(tmp_path / "gone.txt"))))
        await settled(pilot)
        assert "needs two accounts or more" in status(app)
        await pilot.press("n", "a", "space", "l", "q")
        assert shows(app, LibraryScreen)


async def test_keys_before_the_board_is_there_do_nothing() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("b", "n", "a", "V", "L", "f")
        desk = await desk_of(pilot)
        await until(pilot, lambda: bool(desk.matrix.rows), "the claims are shown")
