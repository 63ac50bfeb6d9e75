"""What is shown as reworded: whole phrases, never half a name or number, never punctuation."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

import sample_data
from storyreader.alignment.atoms import atoms_of
from storyreader.alignment.wording import changes_between


def changed(left: str, right: str) -> list[tuple[str, str]] | None:
    found = changes_between((0, left), (0, right), ("en", "en"))
    if found is None:
        return None
    return [
        (
            left[change.left.start : change.left.end] if change.left else "",
            right[change.right.start : change.right.end] if change.right else "",
        )
        for change in found
    ]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The old pier in Orrin will be closed on Monday.",
            "The old pier in Orrin will be shut for good on Monday.",
            [("closed", "shut for good")],
        ),
        (
            "Mayor Lida Voss opened the new dock.",
            "Mayor Voss opened the new dock.",
            [("Mayor Lida Voss", "Mayor Voss")],
        ),
        (
            "The repairs will cost $2.5 million in all.",
            "The repairs will cost $2.8 million in all.",
            [("$2.5 million", "$2.8 million")],
        ),
        ("She said: the dock is safe!", "she said the dock is safe", []),
        ("The dock is safe, she said.", "The dock is safe.", [("she said", "")]),
        ("The rate rose to 5% in May.", "The rate rose to 6% in May.", [("5%", "6%")]),
    ],
)
def test_changes_are_whole_phrases(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert changed(left, right) == expected


def test_single_kept_words_between_changes_are_no_confetti() -> None:
    found = changed(
        "The council in Orrin voted to keep the old pier open for the fishermen this winter.",
        "The council in Orrin decided to let the old pier stand for the fishermen this winter.",
    )
    assert found is not None
    assert len(found) <= 2


def test_a_name_between_two_changes_stands_and_is_not_taken_into_them() -> None:
    assert changed("The guild asked Voss for money on Monday.", "The board told Voss about money on Monday.") == [
        ("guild asked", "board told"),
        ("for", "about"),
    ]
    # a common word there is taken in
    assert changed("The council asked for money in May.", "The board begged for tents in May.") == [
        ("council asked for money", "board begged for tents")
    ]


def test_a_change_takes_the_whole_name_in() -> None:
    assert changed("On Monday the guild thanked Ilse Marie Dorn.", "On Monday the guild thanked Ilse Dorn.") == [
        ("Ilse Marie Dorn", "Ilse Dorn")
    ]


def test_heavy_rewording_is_none() -> None:
    assert (
        changed("Voss ruled out any closure before spring.", "No dock will be shut this winter, the mayor vowed.")
        is None
    )


TEXT = st.one_of(
    st.lists(
        st.sampled_from(
            ["Voss", "Lida", "Orrin", "the", "of", "14", "$2.5", "million", "5%", "pier,", "“dock”", "said", "–", "港"]
        ),
        max_size=14,
    ).map(" ".join),
    st.text(max_size=40),
)


@given(TEXT, TEXT)
def test_changes_are_mirrored_in_order_and_cut_no_atom(left: str, right: str) -> None:
    found = changes_between((3, left), (5, right), ("en", "en"))
    back = changes_between((5, right), (3, left), ("en", "en"))
    assert (found is None) == (back is None)
    if found is None or back is None:
        return
    assert [(change.left, change.right) for change in found] == [(change.right, change.left) for change in back]
    for text, side in ((left, "left"), (right, "right")):
        passages = [getattr(change, side) for change in found if getattr(change, side)]
        assert all(one.end <= other.start for one, other in pairwise(passages))
        edges = {edge for passage in passages for edge in (passage.start, passage.end)}
        assert not any(atom.start < edge < atom.end for atom in atoms_of(text, "en") for edge in edges)


def confetti(left: str, right: str) -> float:
    """The share of kept runs inside a reworded pair that are a single common word: nothing to read."""
    found = changes_between((0, left), (0, right), ("en", "en"))
    if not found:
        return 0.0
    ends = [change.left.end for change in found if change.left]
    starts = [change.left.start for change in found[1:] if change.left]
    kept = [left[end:start].split() for end, start in zip(ends, starts, strict=False)]
    return sum(len(words) < 2 for words in kept) / len(kept) if kept else 0.0


def test_few_kept_runs_of_the_sample_stories_are_confetti() -> None:
    shares = []
    for story in sample_data.manifest()["stories"]:
        for pair in story["pairs"]:
            for link in pair["links"]:
                shares += [confetti(one, other) for one in link["left"] for other in link["right"]]
    assert len(shares) > 100
    assert sum(shares) / len(shares) <= 0.04
