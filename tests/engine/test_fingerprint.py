"""What is kept is stamped with the rules that made it: another rule or table, and everything is read anew."""

from importlib import metadata
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

import storyreader
from storyreader.article import Article
from storyreader.cleaning.outlet_lines import outlet_key
from storyreader.fingerprint import READING, SAVED_HEADS, fingerprint
from storyreader.library import Entry, article_of, read_article, scan
from storyreader.library.catalogue import Catalogue
from storyreader.page import Page
from storyreader.saving import Store, new_saved
from tests.library.outlet_pages import write_pages
from tests.making import make_comparison


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package's files, whose fingerprint is asked for in place of the real one's."""
    copy = tmp_path / "storyreader"
    copytree(Path(storyreader.__file__).parent, copy, ignore=ignore_patterns("__pycache__"))
    monkeypatch.setattr("storyreader.fingerprint._package", lambda: copy)
    fingerprint.cache_clear()
    return copy


@pytest.fixture(autouse=True)
def forgotten() -> object:
    yield
    fingerprint.cache_clear()


def change(file: Path) -> None:
    """Add a space and an end of line: what the file says stays the same."""
    file.write_bytes(file.read_bytes() + b" \n")
    fingerprint.cache_clear()


@pytest.mark.parametrize(
    "name",
    [
        "cleaning/data/text_weights.json",
        "cleaning/data/cues.toml",
        "cleaning/rules/promo_inside.py",
        "lexicon/packs/shared.json",
        "lexicon/language.py",
        "lexicon/packs/en.json",
        "loading/decoding.py",
        "library/entry.py",
    ],
)
def test_every_rule_and_table_counts(package: Path, name: str) -> None:
    before = fingerprint(READING)
    change(package / name)
    assert fingerprint(READING) != before


def test_a_new_rule_and_a_renamed_one_count(package: Path) -> None:
    before = fingerprint(READING)
    new = package / "cleaning" / "rules" / "new_rule.py"
    new.write_text("", encoding="utf-8")
    fingerprint.cache_clear()
    added = fingerprint(READING)
    new.rename(new.with_name("newer_rule.py"))
    fingerprint.cache_clear()
    assert len({before, added, fingerprint(READING)}) == 3


def test_what_decides_nothing_does_not_count(package: Path) -> None:
    before = fingerprint(READING), fingerprint(SAVED_HEADS)
    (package / "cleaning" / "__pycache__").mkdir()
    (package / "cleaning" / "__pycache__" / "x.pyc").write_bytes(b"x")
    change(package / "exporting" / "dossier.css")
    assert (fingerprint(READING), fingerprint(SAVED_HEADS)) == before
    change(package / "saving" / "summaries.py")
    assert fingerprint(READING) == before[0]
    assert fingerprint(SAVED_HEADS) != before[1]


def test_another_release_of_a_library_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    fingerprint.cache_clear()
    before = fingerprint(READING)
    monkeypatch.setattr("storyreader.fingerprint.metadata.version", lambda _: "999")
    fingerprint.cache_clear()
    assert fingerprint(READING) != before


def test_a_library_that_is_not_there_counts_when_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(READING)
    version = metadata.version

    def without(name: str) -> str:
        if name == "pdfminer.six":
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr("storyreader.fingerprint.metadata.version", without)
    fingerprint.cache_clear()
    assert fingerprint(READING) != before


def test_a_changed_table_makes_the_library_read_anew(
    tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = write_pages(tmp_path)
    read: list[Path] = []

    def entries() -> list[Entry]:
        cache = Catalogue(tmp_path / "cache.sqlite")
        found = [entry for batch in scan(files, cache) for entry in batch.entries]
        cache.close()
        return found

    def read_and_told(page: Page, known: None) -> Article:
        read.append(Path(page.path))
        return article_of(page, known)

    monkeypatch.setattr("storyreader.library.files.article_of", read_and_told)
    first = entries()
    assert read == files
    assert entries() == first
    assert read == files
    change(package / "cleaning" / "data" / "text_weights.json")
    assert entries() == first
    assert read == [*files, *files]


def test_what_pages_taught_under_other_rules_is_forgotten(tmp_path: Path, package: Path) -> None:
    files = write_pages(tmp_path)
    articles = [read_article(file) for file in files]

    def known() -> int:
        cache = Catalogue(tmp_path / "cache.sqlite")
        count = len(cache.outlets.learn(outlet_key(articles[0]), articles[0]))
        cache.close()
        return count

    cache = Catalogue(tmp_path / "cache.sqlite")
    list(scan(files, cache))
    cache.close()
    assert known() == 3
    change(package / "cleaning" / "rules" / "body.py")
    assert known() == 1


def test_changed_code_for_heads_makes_the_saved_list_read_anew(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    store.save(new_saved(make_comparison()))
    first = store.listing()
    read: list[Path] = []
    real = Store._read

    def watched(file: Path) -> object:
        read.append(file)
        return real(file)

    monkeypatch.setattr(Store, "_read", staticmethod(watched))
    assert store.listing() == first
    assert read == []
    change(package / "saving" / "summaries.py")
    assert store.listing() == first
    assert len(read) == 1
