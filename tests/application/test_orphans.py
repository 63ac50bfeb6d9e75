"""Items without a place are told with the words they were about, in the notebook's order."""

from storyreader.application import Notebook, orphan_group
from storyreader.saving import Anchor, Note, Review, Target, new_saved
from tests.making import make_comparison


def test_orphans_with_their_old_quotations() -> None:
    comparison = make_comparison()
    gone = Target(anchors=[Anchor(article=comparison.left.name, exact="Nobody saw it.")])
    note = Note(target=gone, text="Who did?", orphaned=True)
    both = Target(anchors=[*gone.anchors, Anchor(article=comparison.right.name, exact="No witness.")])
    saved = new_saved(comparison).model_copy(update={"notes": [note], "reviews": [Review(target=both, orphaned=True)]})
    group = orphan_group(Notebook(comparison, saved, "Ina"))
    assert group is not None
    told, seen = group.items
    assert (told.title, told.state, told.statements) == ("Who did?", "orphaned", (("A", "“Nobody saw it.”"),))
    assert (seen.title, seen.statements) == ("review", (("A", "“Nobody saw it.”"), ("B", "“No witness.”")))


def test_without_orphans_there_is_no_group() -> None:
    assert orphan_group(Notebook(make_comparison(), None, "Ina")) is None
