"""The reader's corrections laid over what the engine found."""

from storyreader.saving import LinkCorrection, new_saved
from storyreader.saving.applying import corrected_comparison
from storyreader.saving.model import SavedComparison
from storyreader.saving.targets import target_of
from tests.making import make_comparison

COMPARISON = make_comparison()


def corrected(**fields: object) -> SavedComparison:
    item = LinkCorrection(kind="not a match", target=target_of(COMPARISON, COMPARISON.rows[2]))
    return new_saved(COMPARISON).model_copy(update={"link_corrections": [item.model_copy(update=fields)]})


def test_counts_follow_the_corrections() -> None:
    found = corrected_comparison(corrected())
    assert (found.only_left, found.only_right) == ((2, 3), (2, 3))
    assert (found.summary.coverage_left, found.summary.coverage_right) == (0.5, 0.5)
    assert found.summary.longest_run == COMPARISON.summary.longest_run


def test_deleted_and_orphaned_corrections_change_nothing() -> None:
    for fields in ({"deleted": True}, {"orphaned": True}):
        assert corrected_comparison(corrected(**fields)) == COMPARISON
