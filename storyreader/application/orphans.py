"""The reader's items that have lost their place in a changed page, as a group of findings."""

from storyreader.application.notebook import Notebook
from storyreader.messages import LETTERS, FindingGroup, FindingItem
from storyreader.saving import Note


def orphan_group(notebook: Notebook) -> FindingGroup | None:
    """The items without a place, in the notebook's order, each with its old quotations; None where there are none."""
    items = []
    for item in notebook.orphans:
        title = item.told if isinstance(item, Note) else type(item).__name__.lower()
        anchors = [(LETTERS[side], item.target.anchor(name)) for side, name in notebook.comparison.names.items()]
        quotations = tuple((letter, f"“{anchor.exact}”") for letter, anchor in anchors if anchor)
        items.append(FindingItem(title, "orphaned", "", quotations, is_stop=True))
    return (
        FindingGroup("Orphaned: Enter puts one on the row you came from, or deletes it", tuple(items))
        if items
        else None
    )
