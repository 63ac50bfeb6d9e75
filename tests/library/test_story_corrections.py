"""Stories as the reader corrects them."""

import pytest

from storyreader.library import Entry, Story, corrected_stories

ENTRIES = [Entry(f"{name}.txt", name, headline=f"Headline {name}", publisher=f"Outlet {name}") for name in "abcde"]
STORIES = [Story("The dam", (0, 1, 2)), Story("Headline d", (3,)), Story("Headline e", (4,))]


@pytest.mark.parametrize(
    ("told", "members"),
    [
        ({}, [(0, 1, 2), (3,), (4,)]),
        ({"b": "b"}, [(0, 2), (1,), (3,), (4,)]),  # not this story
        ({"d": "a"}, [(0, 1, 2, 3), (4,)]),  # join
        ({"e": "d"}, [(3, 4), (0, 1, 2)][::-1]),
        ({"b": "d"}, [(0, 2), (1, 3), (4,)]),  # out of one, into another
        ({"a": "a", "b": "a"}, [(0, 1), (2,), (3,), (4,)]),  # with one that stands by itself
        ({"a": "d", "d": "a"}, [(0, 3), (1, 2), (4,)]),  # with each other
        ({"d": "e", "e": "a"}, [(0, 1, 2, 3, 4)]),  # where that stands
        ({"a": "gone"}, [(0,), (1, 2), (3,), (4,)]),
        ({"gone": "a"}, [(0, 1, 2), (3,), (4,)]),
    ],
)
def test_articles_stand_where_the_reader_wants_them(told: dict[str, str], members: list[tuple[int, ...]]) -> None:
    found = corrected_stories(STORIES, ENTRIES, told)
    assert sorted(story.members for story in found) == sorted(members)
    assert [len(story.members) > 1 for story in found] == sorted((len(s.members) > 1 for s in found), reverse=True)


def test_a_story_that_did_not_change_keeps_its_name_and_a_lone_article_its_headline() -> None:
    found = corrected_stories(STORIES, ENTRIES, {"e": "d"})
    assert found[0] == STORIES[0]
    alone = corrected_stories(STORIES, ENTRIES, {"b": "b"})
    assert Story("Headline b", (1,)) in alone
