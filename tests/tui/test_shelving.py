"""The library as a reader keeps it: looked through by queries, starred, tagged, sorted; many at once, and undone."""

import sample_data
from storyreader.library import Labels, read_labels
from tests.tui.driving import settled, started, status
from tests.widgets.host import lines_of
from tui.app import StoryReader
from widgets.article_list import ArticleList

HARBOUR = sample_data.folder() / "harbour-fire"


async def test_a_query_finds_words_of_the_text_and_shows_where_they_stand() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        everything = len(articles.shown)
        await pilot.press("slash", *'"sprinklers" -outlet:daily', "enter")
        found = articles.shown
        assert 0 < len(found) < everything
        assert "sprinklers" in "\n".join(lines_of(articles))
        assert f"{len(found)} article" in status(app)
        await pilot.press("q")
        assert len(articles.shown) == everything


async def test_what_cannot_be_looked_for_is_said() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("slash", *"date:soon", "enter")
        assert "date:soon is no date" in status(app)


async def test_one_article_is_starred_and_tagged_and_both_are_undone() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        entry = articles.current
        assert entry is not None
        await pilot.press("m")
        await settled(pilot)
        await pilot.press("t", *"dam, night", "enter")
        await settled(pilot)
        assert read_labels().of(entry.article_id) == Labels(starred=True, tags=("dam", "night"))
        shown = "\n".join(lines_of(articles))
        assert "★ " in shown
        assert "#dam" in shown
        for left in (Labels(starred=True), Labels()):
            await pilot.press("u")
            await settled(pilot)
            assert read_labels().of(entry.article_id) == left
        await pilot.press("U")
        await settled(pilot)
        assert read_labels().of(entry.article_id) == Labels(starred=True)


async def test_all_that_were_found_are_tagged_at_once_and_that_is_one_step() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        await pilot.press("slash", *"sprinklers", "enter")
        count = len(articles.shown)
        assert count > 1
        await pilot.press("t", "2", *"fire", "enter")
        await settled(pilot)
        assert f"{count} articles tagged fire" in status(app)
        assert len(read_labels().articles) == count
        await pilot.press("u")
        await settled(pilot)
        assert read_labels().articles == {}


async def test_read_and_new_can_be_said_and_the_list_narrowed_to_it() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        entry, count = articles.current, len(articles.shown)
        assert entry is not None
        await pilot.press("M")
        await settled(pilot)
        assert read_labels().of(entry.article_id).read is True
        await pilot.press("f", "1")
        assert len(articles.shown) == count - 1
        assert entry not in articles.shown
        await pilot.press("f", "2")
        assert articles.shown == [entry]


async def test_a_search_is_kept_under_a_name_and_found_again() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        await pilot.press("slash", *"sprinklers", "enter")
        found = articles.shown
        await pilot.press("s", *"the shed", "enter", "q", "f", "6")
        assert read_labels().searches == {"the shed": "sprinklers"}
        assert articles.shown == found


async def test_the_flat_list_is_sorted_in_every_order() -> None:
    app = StoryReader([HARBOUR])
    async with app.run_test(size=(120, 40)) as pilot:
        articles = (await started(pilot)).query_one(ArticleList)
        await pilot.press("S", "S")
        assert "latest first" in status(app)
        days = [entry.published or "" for entry in articles.shown]
        assert days == sorted(days, reverse=True)
        await pilot.press("S")
        outlets = [entry.outlet.casefold() for entry in articles.shown]
        assert outlets == sorted(outlets)
        await pilot.press("S", "S")
        words = [entry.words for entry in articles.shown]
        assert words == sorted(words, reverse=True)
        current = articles.current
        await pilot.press("S")
        assert "closest first" in status(app)
        assert articles.shown[0] == current
        await pilot.press("v")
        assert "Grouped by story" in status(app)
