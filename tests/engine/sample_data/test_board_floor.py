"""How well the engine lays the sample stories beside each other: floors that may be raised, never lowered.

The labels of sample_data/manifest.json were written by reading the pages, claim by claim and account by account.
"""

from typing import Any

import pytest

from tests.engine.sample_data.board_scores import Row, Told, agrees, labelled, matching, scores

FLOORS = {
    "cells right": 0.845,
    "cells of shared claims right": 0.795,
    "telling precision": 0.96,
    "telling recall": 0.86,
    "conflicts precision": 0.90,
    "conflicts recall": 0.40,
    "origins right": 1.0,
}


@pytest.mark.parametrize("measure", FLOORS)
def test_the_floor_holds(measure: str) -> None:
    assert scores(labelled())[measure] >= FLOORS[measure], scores(labelled())


@pytest.mark.parametrize("story", labelled(), ids=lambda story: str(story["id"]))
def test_origins_are_exact(story: dict[str, Any]) -> None:
    assert scores([story])["origins right"] == 1.0


def row(words: str, **kinds: str) -> Row:
    """A claim whose accounts tell it with a sentence of their own name."""
    cells = {file: Told(kind, frozenset() if kind == "silent" else frozenset([file])) for file, kind in kinds.items()}
    return Row(cells, words)


def test_a_cell_is_right_by_its_kind_and_its_sentences() -> None:
    gold = row("a", a="says", b="reworded", c="silent", d="partial")
    found = row("a", a="says", b="says", c="partial", d="conflict")
    assert [agrees(gold, found, file) for file in "abcd"] == [True, True, False, False]
    elsewhere = Row({**found.cells, "b": Told("says", frozenset(["another sentence"]))}, "a")
    assert not agrees(gold, elsewhere, "b")


def test_which_of_two_wordings_stands_for_a_claim_is_not_weighed() -> None:
    gold = row("a", a="says", b="conflict", c="says")
    assert all(agrees(gold, row("b", a="conflict", b="says", c="conflict"), file) for file in "abc")
    assert not agrees(gold, row("b", a="partial", b="says", c="conflict"), "a")


def test_a_claim_is_matched_by_its_sentences_and_by_none_without() -> None:
    def of(*texts: str) -> Row:
        return Row({"x": Told("says", frozenset(texts)), "y": Told("silent")}, "x")

    rows = [of("a", "c", "d"), of("a"), of("e")]
    assert matching(of("a", "b"), rows) is rows[1]
    assert matching(of("z"), rows) is None
