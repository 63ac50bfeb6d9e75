"""Undo and redo of everything the reader does to a comparison, kept in its file so that they outlast the app.

An undone step is turned by writing the items' earlier states as their latest ones: another storyreader that merges the
file sees an ordinary change. A new step after an undone one drops what was undone.
"""

from collections.abc import Sequence
from typing import Any

from storyreader.saving.model import Amendment, Change, Item, Note, Review, SavedComparison, Step, now

MOST_STEPS = 500
"""Steps kept in a file; the oldest go first, and with them only the possibility to undo."""

_LISTS: dict[type[Item], str] = {Note: "notes", Review: "reviews", Amendment: "amendments"}
_TYPES: dict[str, type[Item]] = {name: kind for kind, name in _LISTS.items()}


def recorded(
    saved: SavedComparison, says: str, items: Sequence[Item], going_on: str | None = None
) -> tuple[SavedComparison, Step]:
    """The comparison with these items in their new states, and the step that this was.

    `going_on` is the identity of a step to go on with, if it is still the latest: what is typed in one sitting is
    undone at once.
    """
    changes = [Change.model_validate(_change(saved, item)) for item in items]
    steps = [step for step in saved.steps if not step.undone]
    if going_on and steps and steps[-1].id == going_on:
        before = {change.after["id"]: change.before for change in steps[-1].changes}
        kept = [c.model_copy(update={"before": before.get(c.after["id"], c.before)}) for c in changes]
        step = steps.pop().model_copy(update={"changes": kept, "says": says, "at": now()})
    else:
        step = Step(says=says, changes=changes)
    return _with(saved, items, [*steps, step][-MOST_STEPS:]), step


def undone(saved: SavedComparison) -> tuple[SavedComparison, Step] | None:
    """The comparison without its latest step, and that step; None when there is none."""
    step = next((step for step in reversed(saved.steps) if not step.undone), None)
    if step is None:
        return None
    items = [_item(change, change.before or {**change.after, "deleted": True}) for change in step.changes]
    return _with(saved, items, _marked(saved, step, undone=True)), step


def redone(saved: SavedComparison) -> tuple[SavedComparison, Step] | None:
    """The comparison with the step that was undone last, and that step; None when there is none."""
    step = next((step for step in saved.steps if step.undone), None)
    if step is None:
        return None
    items = [_item(change, change.after) for change in step.changes]
    return _with(saved, items, _marked(saved, step, undone=False)), step


def _change(saved: SavedComparison, item: Item) -> dict[str, Any]:
    name = _LISTS[type(item)]
    known = next((old for old in getattr(saved, name) if old.id == item.id), None)
    before = known.model_dump(mode="json") if known else None
    return {"kind": name, "before": before, "after": item.model_dump(mode="json")}


def _item(change: Change, state: dict[str, Any]) -> Item:
    return _TYPES[change.kind].model_validate({**state, "changed": now()})


def _with(saved: SavedComparison, items: Sequence[Item], steps: Sequence[Step]) -> SavedComparison:
    lists: dict[str, list[Item]] = {}
    for item in items:
        name = _LISTS[type(item)]
        others = [old for old in lists.get(name, getattr(saved, name)) if old.id != item.id]
        lists[name] = sorted([*others, item], key=lambda each: (each.created, each.id))
    return saved.model_copy(update={**lists, "steps": list(steps)})


def _marked(saved: SavedComparison, turned: Step, *, undone: bool) -> list[Step]:
    return [step.model_copy(update={"undone": undone}) if step.id == turned.id else step for step in saved.steps]
