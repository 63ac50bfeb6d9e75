"""Undo and redo of everything the reader adds, kept in the file so that they outlast the app.

An undone step is turned by writing the items' earlier states as their latest ones: another storyreader that merges the
file sees an ordinary change. A new step after an undone one drops what was undone.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from storyreader.saving.items import (
    ClaimCorrection,
    Item,
    ItemChange,
    LinkCorrection,
    Note,
    Review,
    Step,
    StepAction,
    now,
)
from storyreader.saving.model import SavedFile, SavedType

MOST_STEPS = 500
"""Steps kept in a file; the oldest go first, and with them only the possibility to undo."""

_LISTS: dict[type[Item], str] = {Note: "notes", Review: "reviews", LinkCorrection: "link_corrections",
                                 ClaimCorrection: "claim_corrections"}  # fmt: skip
_TYPES: dict[str, type[Item]] = {name: kind for kind, name in _LISTS.items()}


def recorded(
    saved: SavedType, action: StepAction, items: Sequence[Item], text: str = "", going_on: str | None = None
) -> tuple[SavedType, Step]:
    """The saved file with these items in their new states, and the step that this was.

    `going_on` is the identity of a step to go on with, if it is still the latest: what is typed in one sitting is
    undone at once.
    """
    changes = [ItemChange.model_validate(_change(saved, item)) for item in items]
    steps = [step for step in saved.steps if not step.undone]
    if going_on and steps and steps[-1].id == going_on:
        before = {change.after["id"]: change.before for change in steps[-1].changes}
        kept = [c.model_copy(update={"before": before.get(c.after["id"], c.before)}) for c in changes]
        last = steps.pop()
        step = last.model_copy(update={"changes": kept, "action": action, "text": text, "at": _later_than(last.at)})
    else:
        step = Step(action=action, text=text, changes=changes, at=_later_than(*(step.at for step in saved.steps)))
    return _with(saved, items, [*steps, step][-MOST_STEPS:]), step


def tidied(steps: Sequence[Step]) -> list[Step]:
    """The steps of merged files: what was undone before a later step is dropped, and so are the oldest."""
    last = max((index for index, step in enumerate(steps) if not step.undone), default=-1)
    return [step for index, step in enumerate(steps) if not step.undone or index > last][-MOST_STEPS:]


def undone(saved: SavedType) -> tuple[SavedType, Step] | None:
    """The file without its latest step, and that step; None when there is none."""
    step = next((step for step in reversed(saved.steps) if not step.undone), None)
    if step is None:
        return None
    items = [_item(change, change.before or {**change.after, "deleted": True}) for change in step.changes]
    return _with(saved, items, _marked(saved, step, undone=True)), step


def redone(saved: SavedType) -> tuple[SavedType, Step] | None:
    """The file with the step that was undone last, and that step; None when there is none."""
    step = next((step for step in saved.steps if step.undone), None)
    if step is None:
        return None
    items = [_item(change, change.after) for change in step.changes]
    return _with(saved, items, _marked(saved, step, undone=False)), step


def _change(saved: SavedFile, item: Item) -> dict[str, Any]:
    name = _LISTS[type(item)]
    known = next((old for old in getattr(saved, name) if old.id == item.id), None)
    before = known.model_dump(mode="json") if known else None
    return {"kind": name, "before": before, "after": item.model_dump(mode="json")}


def _item(change: ItemChange, state: dict[str, Any]) -> Item:
    return _TYPES[change.kind].model_validate({**state, "changed": now()})


def _with(saved: SavedType, items: Sequence[Item], steps: Sequence[Step]) -> SavedType:
    lists: dict[str, list[Item]] = {}
    for item in items:
        name = _LISTS[type(item)]
        known: list[Item] = lists.get(name, getattr(saved, name))
        before = [old.changed for old in known if old.id == item.id]
        # the later state wins a merge, also when the clock was set back in between
        changed = item.changed if all(item.changed > moment for moment in before) else _later_than(*before)
        latest = item.model_copy(update={"changed": changed})
        others = [old for old in known if old.id != item.id]
        lists[name] = sorted([*others, latest], key=lambda each: (each.created, each.id))
    return saved.model_copy(update={**lists, "steps": list(steps)})


def _later_than(*moments: datetime) -> datetime:
    """The present moment, or a millisecond after the latest of these if the clock says less."""
    return max([now(), *(moment + timedelta(milliseconds=1) for moment in moments)])


def _marked(saved: SavedFile, turned: Step, *, undone: bool) -> list[Step]:
    return [step.model_copy(update={"undone": undone}) if step.id == turned.id else step for step in saved.steps]
