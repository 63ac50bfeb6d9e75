"""Texts that stand nearly whole in another are found by an index, whoever carries them and however they were cut."""

import random
from pathlib import Path

import pytest

from storyreader.library import Catalogue, ReadPage, entry_of
from storyreader.library.sketches import Near, near_texts, sketch_of
from tests.making import make_article

CHANCE = random.Random(5)
WORDS = [f"{first}{second}" for first in ("bar", "ter", "lon", "mis", "cra", "vel") for second in ("den", "low", "ick")]


def text(words: int) -> str:
    return " ".join(CHANCE.choices(WORDS, k=words))


def near(*texts: str) -> list[Near]:
    return near_texts([sketch_of(one) for one in texts])


def test_a_copy_is_found_whatever_its_case_and_marks() -> None:
    told = text(200)
    assert near(told, text(200), told.upper().replace("DEN ", "DEN, ")) == [Near(0, 2)]


def test_a_text_that_was_cut_is_found_in_the_whole_one_and_the_other_way_round() -> None:
    whole = text(600)
    begun = " ".join(whole.split()[:150])
    assert near(whole, begun) == [Near(0, 1)]
    assert near(begun, whole) == [Near(0, 1)]


def test_an_edited_copy_is_found_and_a_text_that_quotes_a_passage_is_not() -> None:
    told = text(400).split()
    edited = [word if at % 40 else "changed" for at, word in enumerate(told)]
    quoting = [*text(350).split(), *told[:60]]
    assert near(" ".join(told), " ".join(edited), " ".join(quoting)) == [Near(0, 1)]


def test_every_copy_is_near_the_first_not_each_near_every_other() -> None:
    told = text(300)
    assert near(*[told] * 50) == [Near(0, at) for at in range(1, 50)]


def test_what_is_too_short_is_passed_over() -> None:
    assert near("Nine words that stand in both of the texts", "Nine words that stand in both of the texts") == []


def test_text_without_spaces_is_looked_at_sign_by_sign() -> None:
    signs = [chr(0x4E00 + CHANCE.randrange(3000)) for _ in range(300)]
    other = [chr(0x4E00 + CHANCE.randrange(3000)) for _ in range(300)]
    assert near("".join(signs), "".join(other), "".join([*signs[:250], "新"])) == [Near(0, 2)]


def test_sketches_are_kept_until_the_text_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def watched(told: str) -> object:
        made.append(told)
        return sketch_of(told)

    monkeypatch.setattr("storyreader.library.sketches.sketch_of", watched)
    told, other = text(200), text(200)
    with Catalogue(tmp_path / "library.sqlite") as catalogue:

        def put(name: str, words: str) -> None:
            file = tmp_path / f"{name}.txt"
            file.touch()
            article = make_article([words], publisher=name, path=str(file))
            catalogue.put(file, [ReadPage(entry_of(article), article)])
            catalogue.flush()

        put("echo", told)
        put("radio", told)
        names = ["echo", "radio", "unknown"]
        assert catalogue.near_texts(names) == [Near(0, 1)]
        assert catalogue.near_texts(names) == [Near(0, 1)]
        assert made == [told, told]
        put("radio", other)
        assert catalogue.near_texts(names) == []
        assert made == [told, told, other]
