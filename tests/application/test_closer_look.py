"""What the texts of a library tell of each other: versions of one page, and outlets that carry one copy."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from storyreader.application import CloserLook, look_closer
from storyreader.library import Catalogue, Edit, Entry, ReadPage, Story, WordForWord, entry_of
from storyreader.messages import copy_line
from tests.making import make_article

CHANCE = random.Random(8)
WORDS = [
    f"{first}{second}" for first in ("har", "dun", "mel", "tor", "wes", "fen") for second in ("bour", "ley", "mere")
]


def sentences(count: int) -> list[str]:
    return [f"{' '.join(CHANCE.choices(WORDS, k=14)).capitalize()}." for _ in range(count)]


TOLD = sentences(20)


class Library:
    """A catalogue that is filled by hand."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self._folder, self._catalogue = folder, catalogue
        self.entries: list[Entry] = []

    def put(self, name: str, told: Sequence[str], **fields: object) -> Entry:
        file = self._folder / f"{name}.txt"
        file.touch()
        article = make_article(told, path=str(file), id=name, **fields)  # type: ignore[arg-type]
        entry = entry_of(article)
        self._catalogue.put(file, [ReadPage(entry, article)])
        self._catalogue.flush()
        self.entries.append(entry)
        return entry

    def look(self, *stories: Story) -> CloserLook:
        return look_closer(self.entries, stories, self._catalogue)


def counts(look: CloserLook) -> dict[str, tuple[int, int, int]]:
    return {path: (change.dropped, change.added, change.reworded) for path, change in look.versions.items()}


@pytest.fixture
def library(tmp_path: Path) -> Iterator["Library"]:
    with Catalogue(tmp_path / "library.sqlite") as catalogue:
        yield Library(tmp_path, catalogue)


def test_wire_copy_of_two_outlets_is_told_of_both_and_of_the_agency(library: Library) -> None:
    echo = library.put("a", TOLD, publisher="Echo", agency="Norden Wire")
    radio = library.put("b", [*TOLD[:19], *sentences(1)], publisher="Radio")
    library.put("c", sentences(20), publisher="Post")
    look = library.look()
    assert look.versions == {}
    assert look.copies == {
        echo.path: WordForWord(0.95, radio, 0, "Norden Wire"),
        radio.path: WordForWord(0.95, echo, 0, "Norden Wire"),
    }


def test_a_brief_that_was_cut_from_a_long_report_is_told_of_the_brief_alone(library: Library) -> None:
    library.put("a", TOLD, publisher="Echo")
    brief = library.put("b", TOLD[:6], publisher="Radio")
    assert {path: copy.share for path, copy in library.look().copies.items()} == {brief.path: 1.0}


def test_others_that_carry_it_too_are_counted_and_two_agencies_are_none(library: Library) -> None:
    for name, agency in (("a", "Norden Wire"), ("b", None), ("c", "Sund Press")):
        library.put(name, TOLD, publisher=f"Outlet {name}", agency=agency)
    copies = library.look().copies
    assert [(copy.more, copy.agency) for copy in copies.values()] == [(1, "")] * 3


def test_pages_of_one_outlet_are_versions_in_no_story_too(library: Library) -> None:
    library.put("later", [*TOLD[1:], *sentences(2)], publisher="Echo", published=None)
    earlier = library.entries[0]
    library.put("other", sentences(20), publisher="Echo")
    library.put("again", TOLD, publisher="ECHO")
    look = library.look()
    assert counts(look) == {library.entries[2].path: (2, 1, 0)}
    assert earlier.path not in look.versions
    assert look.copies == {}


def test_versions_that_share_too_little_for_the_index_are_told_in_a_story(library: Library) -> None:
    library.put("a", TOLD[:3], publisher="Echo")
    later = library.put("b", TOLD[:2], publisher="Echo")
    assert counts(library.look(Story("x", (0, 1)))) == {later.path: (1, 0, 0)}


def test_versions_at_one_address_are_told_whatever_became_of_outlet_and_text(library: Library) -> None:
    address = "https://echo.example/fire"
    library.put("a", TOLD, publisher="Echo", headline="Fire", url=address, published=date(2026, 4, 22))
    new = [*TOLD[:4], *sentences(16)]
    later = library.put(
        "b", new, publisher="Echo Online", headline="Fire is out", url=f"{address}?utm_source=x",
        published=date(2026, 4, 23),
    )  # fmt: skip
    library.put("c", sentences(20), publisher="Echo", url="https://echo.example/other")
    look = library.look()
    assert set(look.versions) == {later.path}
    assert look.versions[later.path].edits[0] == Edit("headline", "Fire", "Fire is out")


@pytest.mark.parametrize(
    ("copy", "line"),
    [
        (WordForWord(0.969, Entry("x", publisher="Radio"), 2, "Norden Wire"),
         "97% word for word, likely Norden Wire, in Radio and 2 more"),
        (WordForWord(0.999, Entry("x", publisher="Radio")), "100% word for word in Radio"),
        (WordForWord(1.0, Entry("x", headline="A fire"), 0, ""), "100% word for word in A fire"),
        (WordForWord(1.0, Entry("x", publisher="Norden Wire"), 0, "Norden Wire"), "100% word for word in Norden Wire"),
    ],
)  # fmt: skip
def test_a_copy_in_a_line(copy: WordForWord, line: str) -> None:
    assert copy_line(copy) == line


def test_a_blind_reader_sees_no_outlet() -> None:
    copy = WordForWord(0.9, Entry("x", publisher="Radio"), 2, "Norden Wire")
    assert copy_line(copy, blind=True) == "90% word for word in several other accounts"
