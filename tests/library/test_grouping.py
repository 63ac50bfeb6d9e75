"""Stories of a large library grow with it; closeness is asked of the catalogue."""

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from storyreader.library import (
    Catalogue,
    Entry,
    EntryList,
    ReadPage,
    StoryIndex,
    entry_of,
    group_library,
    group_stories,
    terms_of,
)
from storyreader.library.term_vectors import TermVectors, dot
from tests.making import make_article

NAMES = [f"{first}{last}" for first in ("Far", "Abb", "Bri", "Cre", "Dun", "Eas", "Fox", "Gar", "Hem", "Ilm")
         for last in ("ham", "sby", "row", "ley", "ton", "mer")]  # fmt: skip
OTHERS = [f"{first}{last}" for first in ("mar", "sol", "tir", "vel", "wen") for last in ("don", "kes", "lap", "nor")]


def account(number: int) -> list[str]:
    """A sentence of the story of a number, three accounts to a story, and one of its own."""
    chance = random.Random(number)
    story = NAMES[number // 3 * 4 :][:4]
    return [f"{story[0]} {story[1]} met {story[2]} {story[3]}.", " ".join(chance.sample(OTHERS, 8))]


class Shelf:
    """A library of so many accounts, and its catalogue."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalogue = Catalogue(folder / "library.sqlite")

    def hold(self, numbers: Sequence[int]) -> EntryList:
        entries: list[Entry] = []
        for number in numbers:
            file = self.folder / f"{number}.txt"
            file.write_text("", encoding="utf-8")
            article = make_article(account(number), headline="", id=f"{number:02}", path=str(file))
            entries.append(entry_of(article))
            self.catalogue.put(file, [ReadPage(entries[-1], article)])
        self.catalogue.flush()
        return EntryList(entries)

    def grouped(self, entries: EntryList) -> StoryIndex:
        return group_library(entries, [self.folder], self.catalogue)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.setattr("storyreader.library.grouping.SMALL", 5)
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.catalogue.close()


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles were grouped each time."""
    sizes: list[int] = []
    real = TermVectors.__init__

    def told(vectors: TermVectors, texts: Iterable[str], *given: object) -> None:
        held = list(texts)
        sizes.append(len(held))
        real(vectors, held, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(TermVectors, "__init__", told)
    return sizes


def members(index: StoryIndex, entries: Sequence[Entry]) -> set[frozenset[str]]:
    return {frozenset(entries[at].article_id for at in story.members) for story in index.stories}


def test_new_articles_find_their_stories_and_the_others_are_left_alone(shelf: Shelf, anew: list[int]) -> None:
    before = shelf.hold(range(40))
    stories = shelf.grouped(before)
    entries = shelf.hold([*range(40), 40, 41, 42])  # the last two of one story, the first of another
    grown = shelf.grouped(entries)
    assert anew[0] == 40
    assert anew[1] < 20
    terms = [terms_of(make_article(account(number), headline="")) for number in range(43)]
    assert members(grown, entries) == {
        frozenset(entries[at].article_id for at in story.members) for story in group_stories(entries, terms)
    }
    assert shelf.grouped(entries) == grown
    untouched = members(stories, before) & members(grown, entries)
    assert len(untouched) >= len(stories.stories) - 4


def test_what_was_grouped_before_is_not_grouped_again(shelf: Shelf, anew: list[int]) -> None:
    entries = shelf.hold(range(30))
    first = shelf.grouped(entries)
    assert shelf.grouped(entries) == first
    assert anew == [30, 0]


def test_articles_that_are_gone_leave_their_stories(shelf: Shelf, anew: list[int]) -> None:
    shelf.grouped(shelf.hold(range(40)))
    fewer = EntryList(list(shelf.hold(range(40)))[1:])
    assert members(shelf.grouped(fewer), fewer) >= {frozenset(["01", "02"])}
    assert anew == [40, 0]


def test_when_a_tenth_is_new_all_is_grouped_anew(shelf: Shelf, anew: list[int]) -> None:
    shelf.grouped(shelf.hold(range(30)))
    shelf.grouped(shelf.hold(range(36)))
    assert anew == [30, 36]


def test_stories_that_other_rules_found_are_not_used(
    shelf: Shelf, anew: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = shelf.hold(range(30))
    shelf.grouped(entries)
    monkeypatch.setattr("storyreader.library.kept_stories._RULES", 0)
    shelf.grouped(entries)
    assert anew == [30, 30]


def test_damaged_stories_are_found_again(shelf: Shelf, anew: list[int]) -> None:
    entries = shelf.hold(range(30))
    stories = shelf.grouped(entries)
    assert shelf.catalogue.connection is not None
    with shelf.catalogue.connection as connection:
        connection.execute("UPDATE groupings SET numbers = x'00'")
    assert shelf.grouped(entries) == stories
    assert anew == [30, 30]


def test_the_closest_is_the_one_with_the_highest_product(shelf: Shelf) -> None:
    entries = shelf.hold(range(30))
    index = shelf.grouped(entries)
    terms = [terms_of(make_article(account(number), headline="")) for number in range(30)]
    vectors = TermVectors(terms)
    for place in range(30):
        products = {at: dot(vectors[place], vectors[at]) for at in range(30) if at != place}
        likeness = index.likeness(entries[place].article_id, entries, shelf.catalogue)
        assert likeness == pytest.approx({at: value for at, value in products.items() if value > 0})
        found = index.closest(entries[place].article_id, entries, shelf.catalogue)
        assert found is not None
        assert products[found] == pytest.approx(max(products.values()))


def test_only_articles_of_the_library_are_close(shelf: Shelf) -> None:
    shelf.hold(range(6))
    few = EntryList(list(shelf.hold(range(6)))[:1])
    index = shelf.grouped(few)
    assert index.closest("00", few, shelf.catalogue) is None
    assert index.closest("unknown", few, shelf.catalogue) is None


def test_a_folder_of_nothing_but_accounts_of_one_story_is_one_story() -> None:
    words = " ".join(f"{word}:3" for word in OTHERS[:14])
    terms = [f"{words} own{number}" for number in range(70)]
    entries = [entry_of(make_article(["Nothing."], headline="", id=str(number))) for number in range(70)]
    assert [len(story.members) for story in group_stories(entries, terms)] == [70]
