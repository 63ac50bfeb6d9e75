"""Finding in the library: what the catalogue knows together with what the reader said, and slips behind all that."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storyreader.application import FoundEntry, Progress, Shelved, find_entries
from storyreader.library import Catalogue, Entry, EntryList, LabelBook, Labels, ReadPage, Story, entry_of
from tests.making import make_article

TEXTS = {
    "bridge": ("Bridge shut", "A barge struck the bridge."),
    "toll": ("Brigde toll raised", "Nobody likes the toll of the bridge."),
    "orchard": ("Orchard blight", "Trees were felled."),
}
SHELVED = Shelved(
    [Story("The bridge", (0, 1)), Story("Orchard blight", (2,))],
    Progress(places={"bridge": 3}, notes={"orchard": 2}),
    LabelBook({"toll": Labels(starred=True, tags=("Money",)), "orchard": Labels(read=True)}),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[tuple[EntryList, Catalogue]]:
    with Catalogue(tmp_path / "library.sqlite") as catalogue:
        entries = []
        for name, (headline, sentence) in TEXTS.items():
            file = tmp_path / f"{name}.txt"
            file.write_text(headline, encoding="utf-8")
            article = make_article([sentence], headline=headline, id=name, path=str(file))
            entries.append(entry_of(article))
            catalogue.put(file, [ReadPage(entries[-1], article)])
        catalogue.flush()
        yield EntryList([*entries, Entry("d.pdf", problem="d.pdf is a PDF.")]), catalogue


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bridge", ["bridge", "toll"]),
        ("brigde", ["toll"]),  # it stands there as it is typed, and is no slip
        ("bridgw is:read", ["bridge"]),
        ("chard", ["orchard"]),  # inside of a word
        ("blihgt orhcard", ["orchard"]),
        ("bigde tol*", ["toll"]),
        ("xyzzy", []),
        ("-bridge", ["orchard"]),
        ("is:new", ["toll"]),
        ("is:read", ["bridge", "orchard"]),
        ("-is:read", ["toll"]),
        ("is:starred", ["toll"]),
        ("tag:mon", ["toll"]),
        ("has:note", ["orchard"]),
        ("has:tag", ["toll"]),
        ("story:bridge toll", ["toll"]),
        ("-story:bridge", ["orchard"]),
        ("outlet:nobody", []),
    ],
)
def test_a_query_finds(library: tuple[EntryList, Catalogue], typed: str, found: list[str]) -> None:
    entries, catalogue = library
    result = find_entries(typed, entries, SHELVED, catalogue)
    assert [entries[one.entry].article_id for one in result] == found


def test_the_best_place_of_the_text_comes_with_it(library: tuple[EntryList, Catalogue]) -> None:
    entries, catalogue = library
    assert find_entries("barge", entries, SHELVED, catalogue) == [
        FoundEntry(0, (("A ", False), ("barge", True), (" struck the bridge.", False)))
    ]


def test_articles_of_other_libraries_take_no_place(library: tuple[EntryList, Catalogue]) -> None:
    entries, catalogue = library
    alone = EntryList(entries[1:])
    assert [alone[one.entry].article_id for one in find_entries("bridge", alone, SHELVED, catalogue, 1)] == ["toll"]


def test_no_more_than_asked_for(library: tuple[EntryList, Catalogue]) -> None:
    assert len(find_entries("br*", library[0], SHELVED, library[1], 1)) == 1
