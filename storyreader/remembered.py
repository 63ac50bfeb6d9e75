"""What the app remembers of how the reader likes it, from one day to the next: a small file in the data folder.

Losing it costs a few keys, so that a missing or damaged file counts as an empty one, and a full disk as no reason to
stop.
"""

import contextlib
import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from storyreader.atomic import write_atomic
from storyreader.errors import SavingFailed
from storyreader.paths import content_of, data_folder


@dataclass(frozen=True, slots=True)
class Remembered:
    """The theme chosen with a key; the view and the filter of comparisons; whether the first card was put away."""

    theme: str = ""
    view: str = ""
    filter: str = ""
    card_put_away: bool = False


def remembered_file() -> Path:
    """Where it is kept."""
    return data_folder() / "remembered.json"


def read_remembered() -> Remembered:
    """What is remembered; the defaults for what is not there or not of its kind."""
    try:
        found: Any = json.loads(content_of(remembered_file()))
    except (OSError, ValueError, RecursionError):
        return Remembered()
    if not isinstance(found, dict):
        return Remembered()
    known = {field.name: found[field.name] for field in fields(Remembered) if field.name in found}
    return Remembered(**{name: value for name, value in known.items() if type(value) is type(_USUAL[name])})


_USUAL = asdict(Remembered())


def remember(**changes: str | bool) -> None:
    """Remember something more. Waits for the disk."""
    now = replace(read_remembered(), **changes)  # type: ignore[arg-type]  # the callers name fields by their types
    with contextlib.suppress(SavingFailed):
        write_atomic(remembered_file(), json.dumps(asdict(now), indent=1).encode())
