"""The list of articles: what it shows, where the cursor rests, and what it tells."""

import pytest

from storyreader.application import CloserLook, Progress
from storyreader.library import Entry, EntryList, Story, VersionChange, WordForWord
from tests.widgets.host import Host, lines_of
from widgets.article_list import ArticleList

ENTRIES = [
    Entry("a.txt", headline="Bridge shut", publisher="The Ferrow Echo", published="2026-05-04"),
    Entry("b.txt", headline="Crack closes [b]bridge[/b]", publisher="Radio Ferrow", agency="Norden Wire"),
    Entry("c.txt", headline="Orchard blight", publisher="Orchard Post", published="2026-05-01T08:00:00+02:00"),
    Entry("d.pdf", problem="d.pdf is a PDF."),
]
STORIES = [Story("Bridge shut", (0, 1)), Story("Orchard blight", (2,)), Story("d.pdf", (3,))]


async def test_stories_articles_and_unread_files_are_listed() -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)):
        articles.show(ENTRIES, STORIES)
        shown = "\n".join(lines_of(articles))
        outlets = ("Radio Ferrow/Norden Wire · no date", "Orchard Post · 1 May 2026")
        for text in (
            *outlets,
            "Bridge shut · 2 accounts · 4 May",
            "NOT GROUPED (1)",
            "NOT READ (1)",
            "d.pdf is a PDF.",
        ):
            assert text in shown
        assert shown.count("d.pdf is a PDF.") == 1


async def test_text_from_outside_is_never_markup() -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)):
        articles.show(ENTRIES, None)
        assert any("Crack closes [b]bridge[/b]" in line for line in lines_of(articles))


async def test_the_cursor_passes_over_headings_and_stops_at_the_ends() -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)) as pilot:
        articles.show(ENTRIES, STORIES)
        seen = [articles.current and articles.current.path]
        for _ in range(5):
            await pilot.press("j")
            seen.append(articles.current and articles.current.path)
        assert seen == ["a.txt", "b.txt", "c.txt", "d.pdf", "d.pdf", "d.pdf"]
        await pilot.press("g")
        assert articles.current == ENTRIES[0]
        await pilot.press("G")
        assert articles.current == ENTRIES[3]


async def test_headings_are_gone_to_by_themselves_and_kept() -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)) as pilot:
        articles.show(ENTRIES, STORIES)
        assert articles.go_to_heading(-1)
        assert (articles.current, articles.story) == (None, ENTRIES[:2])
        articles.know(Progress())
        assert articles.story == ENTRIES[:2]
        assert not articles.go_to_heading(-1)
        assert articles.go_to_heading(1)
        assert (articles.current, articles.story) == (None, [])  # those that are not grouped
        articles.show(ENTRIES, STORIES)
        await pilot.press("j")
        assert articles.current == ENTRIES[2]
        assert articles.go_to_heading(1)
        assert not articles.go_to_heading(1)
        await pilot.press("k")
        assert articles.current == ENTRIES[2]


async def test_a_flat_list_has_no_heading_to_go_to() -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)):
        articles.show(ENTRIES[:3], None)
        assert not articles.go_to_heading(1)
        assert articles.current == ENTRIES[0]


async def test_a_list_that_grows_is_as_one_shown_at_once() -> None:
    growing, whole = ArticleList(), ArticleList()
    entries = EntryList()
    further = [one._replace(path=f"{number}.txt") for number, one in enumerate(ENTRIES * 3)]
    async with Host(growing).run_test(size=(44, 80)):
        for at in range(0, len(further), 3):
            entries.add(further[at : at + 3])
            growing.show(entries, None)
        grown = lines_of(growing)
        assert growing.go_to_heading(1)
        growing.show(entries, None, [4, 1])  # a search, and back
        growing.show(entries, None)
        growing.go_to("0.txt")
        assert lines_of(growing) == grown
        growing.look = CloserLook(versions={"0.txt": VersionChange(1, 0, 0)})
        growing.show(entries, None)
        assert "1 sentence dropped" in "\n".join(lines_of(growing))
        growing.look = None
        growing.show(entries, None)
        assert lines_of(growing) == grown
    async with Host(whole).run_test(size=(44, 80)):
        whole.show(EntryList(further), None)
        assert lines_of(whole) == grown
    assert "NOT READ (3)" in "\n".join(grown)


async def test_the_cursor_stays_on_its_article_when_the_list_changes() -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)):
        articles.show(ENTRIES, None)
        articles.go_to("c.txt")
        articles.show(ENTRIES, STORIES)
        assert articles.current == ENTRIES[2]


async def test_moving_is_told_once() -> None:
    articles = ArticleList()
    host = Host(articles)
    async with host.run_test(size=(44, 20)) as pilot:
        articles.show(ENTRIES, None)
        await pilot.press("j", "j", "k")
        moves = [message.block for message in host.sent if isinstance(message, ArticleList.Highlighted)]
        assert moves == [1, 2, 1]


async def test_a_double_click_chooses() -> None:
    articles = ArticleList()
    host = Host(articles)
    async with host.run_test(size=(44, 20)) as pilot:
        articles.show(ENTRIES, None)
        await pilot.click(ArticleList, offset=(5, 3), times=2)
        await pilot.pause()
        assert [message.block for message in host.sent if isinstance(message, ArticleList.Chosen)] == [1]


async def test_what_a_search_found_is_shown_in_its_order_and_nothing_else() -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)):
        articles.show(ENTRIES, STORIES, [2, 0])
        shown = [line for line in lines_of(articles) if line.strip(" ▌")]
        assert ["Orchard blight" in shown[0], "Bridge shut" in shown[2], len(shown)] == [True, True, 4]
        articles.show(ENTRIES, STORIES, [])
        assert articles.block_count() == 0


async def test_marks_stand_before_their_articles() -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)):
        articles.show(ENTRIES, None)
        articles.mark({"a.txt": "A", "c.txt": "B"})
        shown = lines_of(articles)
        assert shown[0].startswith("▌A Bridge shut")
        assert shown[4].startswith(" B Orchard blight")


@pytest.mark.parametrize("size", [(3, 2), (10, 3), (200, 60)])
async def test_any_size_is_drawn(size: tuple[int, int]) -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=size) as pilot:
        articles.show(ENTRIES, STORIES)
        await pilot.press("j", "G", "pagedown", "pageup")
        assert len(lines_of(articles)) == size[1]


async def test_a_long_title_takes_two_lines_and_a_version_says_what_changed() -> None:
    long = Entry("a.txt", "a1", headline="A very long headline about the old bridge over the river Ferrow " * 2,
                 publisher="Echo", published="2026-05-04")  # fmt: skip
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)):
        articles.show([long, ENTRIES[2]], None)
        articles.know(look=CloserLook(versions={"a.txt": VersionChange(1, 0, 0)}))
        shown = lines_of(articles)
        assert shown[0].strip("▌ ") == "A very long headline about the old"
        assert shown[1].endswith("…")
        assert shown[2].strip("▌ ") == "Echo · 4 May 2026"
        assert shown[3].strip("▌ ") == "two versions, 1 sentence dropped"
        assert "Orchard blight" in shown[4]


async def test_an_article_in_two_places_and_a_copy_say_so_and_a_blind_reader_sees_no_outlet() -> None:
    first = ENTRIES[0]._replace(article_id="a1")
    look = CloserLook(copies={"a.txt": WordForWord(0.96, ENTRIES[1], 0, "Norden Wire")})
    articles = ArticleList()
    async with Host(articles).run_test(size=(66, 20)):
        articles.locators = {"a1": ["a.txt", "copy/a.txt"]}
        articles.show([first, ENTRIES[2]], None)
        articles.know(look=look)
        shown = lines_of(articles)
        assert shown[1].strip("▌ ") == "The Ferrow Echo · 4 May 2026 · 2 places"
        assert shown[2].strip("▌ ") == "96% word for word, likely Norden Wire, in Radio Ferrow"
        assert "Orchard blight" in shown[3]
        articles.blind = True
        articles.lay_out()
        assert lines_of(articles)[2].strip("▌ ") == "96% word for word in another account"


async def test_how_far_the_reader_has_come_and_the_conflicts_of_a_story() -> None:
    entries = [entry._replace(article_id=entry.path) for entry in ENTRIES]
    articles = ArticleList()
    async with Host(articles).run_test(size=(60, 20)):
        articles.show(entries, STORIES)
        articles.know(Progress({"a.txt": 0, "b.txt": 3}, {"b.txt": 2}, {("a.txt", "b.txt"): 2}))
        shown = "\n".join(lines_of(articles))
        assert "Bridge shut · 2 accounts · 4 May · ! 2" in shown
        assert "The Ferrow Echo · 4 May 2026 · compared" in shown
        assert "no date · compared · ✎2" in shown
        assert "Orchard Post · 1 May 2026 · new" in shown


async def test_a_place_that_was_found_stands_in_one_line_with_its_blanks() -> None:
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 20)):
        excerpt = (("Nobody had expected that a ", False), ("fire", True), (" would break out so late in May", False))
        articles.show(ENTRIES, None, [0], {0: excerpt})
        line = next(line for line in lines_of(articles) if "fire" in line)
        assert "a fire would" in line
        assert line.rstrip().endswith("…")


async def test_when_a_search_ends_the_article_under_the_cursor_is_in_sight() -> None:
    many = [Entry(f"{number}.txt", headline=f"Report {number} of the board") for number in range(60)]
    articles = ArticleList()
    async with Host(articles).run_test(size=(44, 12)) as pilot:
        articles.show(many, None, [2, 50])
        await pilot.press("j")
        articles.show(many, None)
        await pilot.pause()
        assert articles.current == many[50]
        assert any("Report 50" in line for line in lines_of(articles))
