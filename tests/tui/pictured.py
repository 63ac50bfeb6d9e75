"""Invented pages, fixed times and waits, so that a picture of a screen is the same on every machine and every day."""

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from storyreader.saving import Note, Store, new_saved
from storyreader.saving.targets import target_of
from tests.making import make_comparison
from tests.tui.driving import settled, started, until
from widgets.note_sheet import NoteSheet

WHEN = datetime(2026, 5, 4, 12, tzinfo=UTC)
FOLDER = "pages"
TYPED = ("Who?",)
"""The note that is being written where a picture shows one."""
_COURIER = """The Skarholm Courier
News
Sport

Ferry to Skarholm runs aground in fog
By Ina Sund
4 May 2026 09:30

The ferry to Skarholm ran aground at dawn on Monday with forty people aboard, the coast guard said.

Two lifeboats brought everybody ashore before noon, and at least three passengers were treated for cold.

“The fog came from nowhere,” said Captain Ada Voss, who has sailed the strait for 20 years.

The ferry company could not be reached for comment.

Tickets for the week will be refunded.

Sign up for our morning letter and read the best of the strait before you have had your tea!

© 2026 The Skarholm Courier. All rights reserved.
"""
_STRAIT = """Radio Strait
Contact

Skarholm ferry stuck on sandbank
By Tom Kell
4 May 2026 11:05

The Skarholm ferry ran aground at dawn on Monday with fifty people aboard, according to the coast guard.

Two lifeboats took everyone ashore before noon.

“The fog came out of nowhere,” Captain Ada Voss said.

A tug from Orrin will try to pull the ferry free on Tuesday.

© 2026 Radio Strait
"""
_ORCHARD = """The Orchard Post
Contact

Late frost takes a third of the apple blossom
By Lida Brandt
2 May 2026 07:40

A late frost took a third of the apple blossom around Orrin on Friday night, growers said.

They had burned straw between the trees until four in the morning.

© 2026 The Orchard Post
"""
PAGES = {"courier.txt": _COURIER, "strait.txt": _STRAIT, "orchard.txt": _ORCHARD}


@pytest.fixture
def pictured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the pages, named without the machine's path; a clock that stands still, in one time zone."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.setattr("storyreader.saving.store.now", lambda: WHEN)
    return Path(FOLDER)


def keep_two() -> None:
    """Two saved comparisons, one with notes."""
    comparison = make_comparison()
    target = target_of(comparison, comparison.rows[1])
    note = Note(id="n1", target=target, author="Ina", text="Which engineers?", verdict="check", tags=["source"],
                created=WHEN, changed=WHEN)  # fmt: skip
    for number, (title, notes) in enumerate((("Bridge shut after crack", [note]), ("Crack closes bridge", []))):
        when = WHEN + timedelta(hours=number)
        fields = {"id": f"kept{number}", "title": title, "notes": notes, "created": when, "changed": when}
        Store().save(new_saved(comparison).model_copy(update=fields))


def screen_text(app: App[None]) -> str:
    """What the screen shows, line by line."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines)


def reached(*keys: str, shows: tuple[str, ...]) -> Callable[[Pilot[None]], Awaitable[None]]:
    """A way to a screen: the keys from the library on, each settled. Fails unless the screen shows some texts, so that
    no picture is taken of an empty screen or of another one.
    """

    async def go(pilot: Pilot[None]) -> None:
        await started(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        for field in pilot.app.screen.query("Input, TextArea").results():
            if isinstance(field, Input | TextArea):
                field.cursor_blink = False  # by the clock it is there or not
        if any(sheet.is_open for sheet in pilot.app.screen.query(NoteSheet)):
            # what is typed is kept a moment later; the picture is the one of after that
            await until(pilot, lambda: any(head.note_texts == TYPED for head in Store().listing().heads), "the note")
        await settled(pilot)
        shown = " ".join(screen_text(pilot.app).split())
        for text in shows:
            assert text in shown, f"{text!r} is not on the screen:\n{screen_text(pilot.app)}"

    return go
