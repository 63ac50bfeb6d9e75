"""Finding files, reading them in batches, remembering them, and telling stories apart."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import sample_data
from storyreader.article import Article
from storyreader.errors import UnreadablePage
from storyreader.library import Entry, entry_of, find_files, group_stories, read_articles, scan, terms_of

STORY = (
    "Lantern workshop burns down in Ferrow\n\n"
    "A workshop for paper lanterns burned down in Ferrow on Tuesday night, and nobody was hurt.\n\n"
    "The owner, Idris Polk, said that forty years of patterns were lost in the flames.\n"
)


def test_folders_are_walked_and_companions_passed_over(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.html",
        ".hidden.txt",
        "page_files/script.js",
        "page_files/inner.html",
        "sub/c.txt",
        "x.css",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [Path(file).relative_to(tmp_path).as_posix() for file in find_files([tmp_path])] == [
        "a.html",
        "b.txt",
        "sub/c.txt",
    ]


def test_a_file_named_outright_is_taken_once(tmp_path: Path) -> None:
    file = tmp_path / "x.css"
    file.write_text("x", encoding="utf-8")
    assert find_files([file, file]) == [str(file)]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePage, match="nowhere"):
        find_files([tmp_path / "nowhere"])
    for odd in ("x" * 5000, "a\0b", "~no-such-user/x"):
        with pytest.raises(UnreadablePage, match="no file or folder"):
            find_files([odd])


def test_unreadable_files_are_listed_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7 \x00\x01\x02")
    entries = [entry for batch in scan(find_files([tmp_path])) for entry in batch.entries]
    assert [bool(entry.problem) for entry in entries] == [False, True]
    assert entries[0].headline == "Lantern workshop burns down in Ferrow"
    assert "b.txt" in (entries[1].problem or "")


def entries_of(count: int) -> list[Entry]:
    return [Entry(str(place), headline=str(place)) for place in range(count)]


def groups(terms: list[str]) -> list[tuple[int, ...]]:
    return [story.members for story in group_stories(entries_of(len(terms)), terms)]


def test_articles_that_share_rare_words_are_one_story() -> None:
    terms = [
        "ferrow flames lantern polk workshop",
        "driver monday strike tram union",
        "ferrow lantern patterns polk workshop",
        "beetle blight orchard",
    ]
    assert groups(terms) == [(0, 2), (1,), (3,)]


HALF_ALIKE = [
    "ferrow lantern workshop flames mayor street dawn",
    "ferrow lantern prize judges harbour choir bread",
]
COPIES = ["ferrow lantern polk workshop flames mayor", "ferrow lantern polk workshop flames captain"]


@pytest.mark.parametrize(
    ("terms", "days", "together"),
    [
        (HALF_ALIKE, ("2026-03-10", "2026-03-11T09:30:00+01:00"), True),
        (HALF_ALIKE, ("2026-03-10", "2026-03-17"), True),
        (HALF_ALIKE, ("2026-03-10", None), True),
        (HALF_ALIKE, ("2026-03-10", "2026-04-10"), False),  # two festivals of one town
        (HALF_ALIKE, ("2024-03-10", "2026-03-10"), False),
        (COPIES, ("2024-03-10", "2026-03-10"), True),
    ],
)
def test_accounts_of_one_event_are_of_the_same_days(
    terms: list[str], days: tuple[str | None, str | None], together: bool
) -> None:
    entries = [entry._replace(published=day) for entry, day in zip(entries_of(2), days, strict=True)]
    assert len(group_stories(entries, terms)) == (1 if together else 2)


def test_what_comes_a_month_after_a_story_is_another_one() -> None:
    terms = [terms.replace("ferrow", "ferrow:2") for terms in HALF_ALIKE] + [
        "ferrow lantern skaters bridge frost drums kites ropes"
    ]
    days = ["2026-03-01", "2026-03-05", "2026-04-10"]
    entries = [entry._replace(published=day) for entry, day in zip(entries_of(3), days, strict=True)]
    assert [story.members for story in group_stories(entries_of(3), terms)] == [(0, 1, 2)]
    assert [story.members for story in group_stories(entries, terms)] == [(0, 1), (2,)]


@given(st.lists(st.lists(st.sampled_from("abcdefghijkl"), max_size=6, unique=True), max_size=12))
def test_every_article_is_in_exactly_one_story(word_lists: list[list[str]]) -> None:
    members = [place for group in groups([" ".join(words) for words in word_lists]) for place in group]
    assert sorted(members) == list(range(len(word_lists)))


def test_the_sample_stories_are_told_apart() -> None:
    """No story is mixed with another; two told in two languages may fall in two."""
    articles = [one for one in read_articles(find_files([sample_data.folder()])) if isinstance(one, Article)]
    entries = [entry_of(article) for article in articles]
    stories = group_stories(entries, [terms_of(article) for article in articles])
    for story in stories:
        folders = {Path(entries[place].path).parent.name for place in story.members}
        assert len(folders) == 1, folders
    whole = [story for story in stories if len(story.members) >= 3]
    assert len(whole) >= 4


def test_data_with_articles_is_found_and_other_data_passed_over(tmp_path: Path) -> None:
    texts = {
        "fundus.json": '[{"title": "Ferry late", "body": {"sections": []}}]',
        "table.csv": "title,url,text\nFerry late,x,It was late.\n",
        "package.json": '{"name": "x", "title": "y"}',
        "library.json": '[{"id": "x", "title": "Ferry late", "author": []}]',
        "links.csv": "Title,URL,Tags\nFerry late,x,sea\n",
        "sales.csv": "Title,Price\nFerry,3\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [Path(file).name for file in find_files([tmp_path])] == ["fundus.json", "links.csv", "table.csv"]
    assert find_files([tmp_path / "sales.csv"]) == [str(tmp_path / "sales.csv")]


def test_a_zotero_storage_gives_each_items_page(tmp_path: Path) -> None:
    item = tmp_path / "storage" / "AB12CD34"
    item.mkdir(parents=True)
    for name, size in (("Ferry late.html", 900), ("frame.html", 20), ("logo.png", 50), (".zotero-ft-cache", 9)):
        (item / name).write_text("x" * size, encoding="utf-8")
    other = tmp_path / "storage" / "ZZ12CD34"
    other.mkdir()
    (other / "paper.pdf").write_bytes(b"%PDF")
    assert [Path(file).name for file in find_files([tmp_path])] == ["Ferry late.html", "paper.pdf"]
