"""Files of earlier versions, brought to the present one step at a time; each version has a stored file in the tests."""

from collections.abc import Callable, Mapping
from typing import Any

from storyreader.saving.version_3 import codes_for_sentences

Document = dict[str, Any]


def migrated(document: Mapping[str, Any]) -> Document:
    """The document in the present version; fields that nobody here knows stay in it."""
    found = dict(document)
    while (step := _STEPS.get(found.get("version", 1))) is not None:
        found = step(found)
    return found


def _anchored_notes(document: Document) -> Document:
    """Version 1 kept numbers and quotations of both sides beside each other; version 2 has an anchor for each side."""
    comparison = document.get("comparison", {})
    notes = []
    for note in document.get("notes", ()):
        target = dict(note.get("target", {}))
        for side in ("left", "right"):
            numbers, exact = target.pop(side, []), target.pop(f"quote_{side}", "")
            content_hash = comparison.get(side, {}).get("content_hash", "")
            anchor = {"sentences": numbers, "exact": exact, "content_hash": content_hash}
            target[side] = anchor if numbers else None
        notes.append({**note, "target": target})
    return {**document, "notes": notes, "version": 2}


_STEPS: dict[Any, Callable[[Document], Document]] = {1: _anchored_notes, 2: codes_for_sentences}
