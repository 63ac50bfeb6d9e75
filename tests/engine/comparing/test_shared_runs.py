"""The longest shared run, against looking at every run there is."""

from hypothesis import given, strategies as st

from storyreader.comparing.shared_runs import SharedRuns

WORDS = st.lists(st.sampled_from(["the", "bridge", "fell", "old"]), max_size=30)


def every_run(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at:to]) for at in range(len(words)) for to in range(at + 1, len(words) + 1)}


@given(WORDS, WORDS)
def test_no_shared_run_is_longer(left: list[str], right: list[str]) -> None:
    shared = every_run(left) & every_run(right)
    place, size = SharedRuns(left, right).longest()
    assert size == max(map(len, shared), default=0)
    if size:
        assert tuple(left[place : place + size]) == min(run for run in shared if len(run) == size)


@given(WORDS, WORDS)
def test_both_sides_find_the_same_words(left: list[str], right: list[str]) -> None:
    ours, theirs = SharedRuns(left, right).longest(), SharedRuns(right, left).longest()
    assert left[ours[0] : sum(ours)] == right[theirs[0] : sum(theirs)]


def test_a_copied_stretch_counts_as_shared() -> None:
    words = ["the", "old", "bridge", "fell", "near", "noon", "on", "monday"]
    assert SharedRuns(words, words).left_share == 1.0
    assert SharedRuns(words, words[:5]).left_share == 0.0
    assert SharedRuns([], words).left_share == 0.0
    longer = SharedRuns(words, [*words, "and", "on", "friday", "too"])
    assert (longer.left_share, longer.right_share) == (1.0, 8 / 12)
