"""Finding files, reading them in batches, remembering them, and telling stories apart."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import sample_data
from storyreader.errors import UnreadablePage
from storyreader.library import Entry, StoryIndex, find_files, group_stories, scan
from storyreader.library.term_vectors import TermVectors, dot

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
    assert [file.relative_to(tmp_path).as_posix() for file in find_files([tmp_path])] == [
        "a.html",
        "b.txt",
        "sub/c.txt",
    ]


def test_a_file_named_outright_is_taken_once(tmp_path: Path) -> None:
    file = tmp_path / "x.css"
    file.write_text("x", encoding="utf-8")
    assert find_files([file, file]) == [file]


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


def entry(path: str, words: str) -> Entry:
    return Entry(path, headline=path, terms=" ".join(sorted(words.split())))


def test_articles_that_share_rare_words_are_one_story() -> None:
    entries = [
        entry("a1", "lantern workshop ferrow polk flames"),
        entry("b1", "tram driver union strike monday"),
        entry("a2", "lantern workshop ferrow polk patterns"),
        entry("c1", "beetle orchard blight"),
    ]
    assert [story.members for story in group_stories(entries)] == [(0, 2), (1,), (3,)]
    index = StoryIndex(entries)
    assert index.stories == group_stories(entries)
    assert [index.closest(place) for place in range(4)] == [2, None, 0, None]
    assert StoryIndex(entries, grouped=False).stories == []


@given(st.lists(st.lists(st.sampled_from("abcdefghijkl"), max_size=6, unique=True), max_size=12))
def test_every_article_is_in_exactly_one_story(word_lists: list[list[str]]) -> None:
    entries = [entry(str(place), " ".join(words)) for place, words in enumerate(word_lists)]
    members = [place for story in group_stories(entries) for place in story.members]
    assert sorted(members) == list(range(len(entries)))


@given(st.lists(st.lists(st.sampled_from("abcdefghijkl"), max_size=6, unique=True), min_size=1, max_size=12))
def test_the_closest_is_the_one_with_the_highest_product(word_lists: list[list[str]]) -> None:
    entries = [entry(str(place), " ".join(words)) for place, words in enumerate(word_lists)]
    index, vectors = StoryIndex(entries), TermVectors([one.terms for one in entries])
    for place in range(len(vectors)):
        products = {at: dot(vectors[place], vectors[at]) for at in range(len(vectors)) if at != place}
        best = max(products.values(), default=0.0)
        found = index.closest(place)
        assert (best == 0.0) == (found is None)
        if found is not None:
            assert products[found] == pytest.approx(best)


def test_ten_thousand_entries_are_asked_within_a_frame() -> None:
    chance = random.Random(7)
    words = [f"w{number}" for number in range(20_000)]
    common = words[:200]
    entries = [
        entry(str(place), " ".join(sorted({*chance.sample(common, 15), *chance.sample(words, 45)})))
        for place in range(10_000)
    ]
    index = StoryIndex(entries, grouped=False)
    times = []
    for place in range(0, 10_000, 1000):
        began = time.perf_counter()
        assert index.closest(place) is not None
        times.append(time.perf_counter() - began)
    assert sorted(times)[len(times) // 2] < 0.1  # some 10 ms alone; this machine may be busy


def test_the_sample_stories_are_told_apart() -> None:
    """No story is mixed with another; two told in two languages may fall in two."""
    entries = [e for batch in scan(find_files([sample_data.folder()])) for e in batch.entries]
    for story in group_stories(entries):
        folders = {Path(entries[place].path).parent.name for place in story.members}
        assert len(folders) == 1, folders
    whole = [story for story in group_stories(entries) if len(story.members) >= 3]
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
    assert [file.name for file in find_files([tmp_path])] == ["fundus.json", "links.csv", "table.csv"]
    assert find_files([tmp_path / "sales.csv"]) == [tmp_path / "sales.csv"]


def test_a_zotero_storage_gives_each_items_page(tmp_path: Path) -> None:
    item = tmp_path / "storage" / "AB12CD34"
    item.mkdir(parents=True)
    for name, size in (("Ferry late.html", 900), ("frame.html", 20), ("logo.png", 50), (".zotero-ft-cache", 9)):
        (item / name).write_text("x" * size, encoding="utf-8")
    other = tmp_path / "storage" / "ZZ12CD34"
    other.mkdir()
    (other / "paper.pdf").write_bytes(b"%PDF")
    assert [file.name for file in find_files([tmp_path])] == ["Ferry late.html", "paper.pdf"]
