"""Conflicts in pairs that two outlets would tell: floors on invented pairs that may be raised, never lowered."""

from functools import cache

import pytest

from .pairs_floor import GROUPS, KINDS, RAISE, count, digest, floors, pairs, share as measured, told

EACH = [(group, measure) for group in GROUPS for measure in (*KINDS, "linked")]

share = cache(measured)


@pytest.mark.parametrize(("group", "measure"), EACH)
def test_the_floor_holds(group: str, measure: str) -> None:
    floor = floors()[group][measure]
    assert share(group, measure) >= floor, f"{group} {measure} fell below {floor}:\n{told(group, measure)}"


@pytest.mark.parametrize(("group", "measure"), EACH)
def test_a_gain_of_more_than_a_pair_is_held_by_the_floor(group: str, measure: str) -> None:
    floor = floors()[group][measure]
    assert share(group, measure) <= floor + 1 / count(group, measure) + 0.001, f"{group} {measure} rose: {RAISE}"


def test_the_floors_belong_to_these_pairs() -> None:
    assert floors()["digest"] == digest(), "python -m tests.engine.comparing.pairs_floor --recount"


def test_there_are_pairs_of_every_kind_in_many_languages() -> None:
    assert all(count(group, kind) >= 60 for group in GROUPS for kind in KINDS)
    assert len({pair.language for pair in pairs()}) >= 14
    assert len(set(pairs())) == len(pairs())
