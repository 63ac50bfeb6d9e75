"""An article that is compared with several others is read once: its facts are found once."""

from pathlib import Path

import pytest

from storyreader import library
from storyreader.application import ArticleShelf, Files, ReadingShelf, compare_semantically, open_comparison
from storyreader.article import Article
from storyreader.facts import FactExtractor
from storyreader.semantic import EncoderMissing
from tests.making import make_article

PAGES = {
    "kiln": "Kiln cracks at Ambeck\n\nThe great kiln of Ambeck cracked on Monday, and twelve potters left the hall.\n\n"
    "The firing had begun two days before, a foreman said, and the hall was full of smoke.\n",
    "potters": "Potters leave hall\n\nThe kiln of Ambeck cracked on Monday night while twelve potters looked on.\n\n"
    "Nobody was hurt, the foreman said, and the hall was closed for the rest of the week.\n",
    "mayor": "Mayor sees kiln\n\nThe mayor of Ambeck looked at the cracked kiln on Wednesday with two engineers.\n\n"
    "It will cost 40,000 crowns to mend it, the mayor said after she had seen the damage.\n",
}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    for name, text in PAGES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return {name: str(tmp_path / f"{name}.txt") for name in PAGES}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first sentence of every article whose facts are looked for, in order; headlines are passed over."""
    first: list[str] = []
    make = FactExtractor.__init__

    def noted(self: FactExtractor, sentences: tuple[str, ...], *given: object, **named: object) -> None:
        if len(sentences) > 1:
            first.append(sentences[0])
        make(self, sentences, *given, **named)  # type: ignore[arg-type]  # passed on as given

    monkeypatch.setattr(FactExtractor, "__init__", noted)
    return first


def test_going_through_the_partners_reads_a_once(files: dict[str, str], read: list[str]) -> None:
    shelf = ReadingShelf()
    for partner in ("potters", "mayor", "potters"):
        comparison = open_comparison(Files(files["kiln"], files[partner]), "Ina", shelf).comparison
        assert (comparison.left.path, comparison.right.path) == (files["kiln"], files[partner])
        assert comparison.facts_left
    assert [sum(word in text for text in read) for word in ("great kiln", "Monday night", "The mayor")] == [1, 1, 1]


def test_without_a_shelf_in_common_everything_is_read_again(files: dict[str, str], read: list[str]) -> None:
    for partner in ("potters", "mayor"):
        assert open_comparison(Files(files["kiln"], files[partner]), "Ina", ReadingShelf()).comparison.facts_left
    assert sum("great kiln" in text for text in read) == 2


def test_the_semantic_comparison_takes_the_same_readings(
    files: dict[str, str], read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = ReadingShelf()
    comparison = open_comparison(Files(files["kiln"], files["potters"]), "Ina", shelf).comparison
    monkeypatch.setattr("storyreader.semantic.load_encoder", lambda _: None)
    better = compare_semantically(comparison, shelf)
    assert better is not None
    assert better.facts_left == comparison.facts_left
    assert sum("great kiln" in text for text in read) == 1


def test_without_the_extra_there_is_no_semantic_comparison(
    files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: object) -> None:
        raise EncoderMissing("There is no model.", "Install it.")

    shelf = ReadingShelf()
    comparison = open_comparison(Files(files["kiln"], files["potters"]), "Ina", shelf).comparison
    monkeypatch.setattr("storyreader.semantic.load_encoder", missing)
    assert compare_semantically(comparison, shelf) is None


def test_a_corrected_page_is_another_reading() -> None:
    shelf = ReadingShelf()
    page = make_article(["Nine boats came in.", "Join our club."], content_hash="a", path="a.txt")
    corrected = make_article(["Nine boats came in."], content_hash="a", path="a.txt")
    reading = shelf.reading_of(page)
    assert shelf.reading_of(page) is reading
    assert shelf.reading_of(corrected).article is corrected
    assert shelf.reading_of(page) is not reading


def test_the_latest_are_kept() -> None:
    shelf = ReadingShelf(size=2)
    one, two, three = (make_article([f"Boat {name}."], content_hash=name, path=name) for name in "abc")
    first, second = shelf.reading_of(one), shelf.reading_of(two)
    assert shelf.reading_of(one) is first
    shelf.reading_of(three)
    assert shelf.reading_of(one) is first
    assert shelf.reading_of(two) is not second


def test_what_the_reader_has_had_before_them_is_not_read_from_its_file_again(
    files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = ArticleShelf("Ina")
    kept = articles.open(files["kiln"]).article
    asked: list[str] = []
    read = library.read_article

    def noted(path: str) -> Article:
        asked.append(path)
        return read(path)

    monkeypatch.setattr(library, "read_article", noted)
    comparison = open_comparison(Files(files["kiln"], files["mayor"]), "Ina", ReadingShelf(articles)).comparison
    assert comparison.left is kept
    assert asked == [files["mayor"]]


def test_a_file_that_has_changed_is_read_again(files: dict[str, str]) -> None:
    articles = ArticleShelf("Ina")
    articles.open(files["kiln"])
    Path(files["kiln"]).write_text(PAGES["kiln"].replace("twelve", "thirteen"), encoding="utf-8")
    comparison = open_comparison(Files(files["kiln"], files["mayor"]), "Ina", ReadingShelf(articles)).comparison
    assert any("thirteen potters" in sentence.text for sentence in comparison.left.sentences)
