"""No widget, whatever it is made of, brings to the screen what a terminal would act upon."""

import importlib
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

import tui
import widgets
from storyreader.visible import UNSAFE
from tests.tui.driving import started
from tui.app import StoryReader
from tui.terminal import BackgroundTold, PasteSafeParser, light_by_environment

EVIL = "a\x1b]52;c;eA==\x07\x9b31m\u202eb\U000e0041\x85\nc\td"
STYLES = re.compile(r"\x1b\[[0-9;]*[mH]")
PAGE = "The ferry will stay in harbour until Friday, the company said on Tuesday. " * 4


class OfLines(Widget):
    def render_line(self, y: int) -> Strip:
        return Strip([Segment(EVIL), Segment("x", Style(link="http://x.example/\x1b\\\x1b[2J"))])


class OfContent(Widget):
    def render(self) -> RenderResult:
        return Content(EVIL)


class OfText(Widget):
    def render(self) -> RenderResult:
        return Text(EVIL)


class OfWords(Widget):
    def render(self) -> RenderResult:
        return EVIL


def bordered() -> Widget:
    made = Static("x", markup=False)
    made.styles.border = ("solid", "white")
    made.border_title, made.border_subtitle = EVIL, EVIL
    return made


HOSTILE: dict[str, Callable[[], Widget]] = {
    "lines": OfLines, "content": OfContent, "text": OfText, "words": OfWords, "border": bordered,
    "static": lambda: Static(EVIL, markup=False), "input": lambda: Input(EVIL, placeholder=EVIL),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
async def test_a_new_widget_cannot_bypass_the_gate(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    app = StoryReader([tmp_path])
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await app.screen.mount(HOSTILE[kind]())
        app.notify(EVIL, markup=False)
        await pilot.pause()
        painted = app.screen._compositor.render_full_update().render_segments(app.console)
        assert not UNSAFE.findall(STYLES.sub("", painted))


def test_no_widget_of_ours_paints_by_another_way() -> None:
    """`render_lines` and `get_line_filters` are where the gate stands; nobody may stand in its place."""
    for room in (tui, widgets):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    waiting, seen = [Widget], set()
    while waiting:
        kind = waiting.pop()
        waiting += [one for one in kind.__subclasses__() if one not in seen]
        seen.add(kind)
    ours = [kind for kind in seen if kind.__module__.split(".")[0] in ("tui", "widgets")]
    assert len(ours) > 30
    assert not [kind for kind in ours if {"render_lines", "get_line_filters"} & set(vars(kind))]


def _events(*chunks: str) -> list[object]:
    parser = PasteSafeParser()
    return [event for chunk in chunks for event in parser.feed(chunk)]


def test_a_paste_is_one_event_however_it_comes_and_whatever_is_in_it() -> None:
    given = "a\x1b[200~one\x1b[31mQ\x1b\x1bOQ\x1b[2two\x1b[201~b"
    whole = [(type(event), getattr(event, "text", getattr(event, "key", ""))) for event in _events(given)]
    assert [kind for kind, _ in whole] == [events.Key, events.Paste, events.Key]
    for size in (1, 2, 3, 5):
        chunks = [given[at : at + size] for at in range(0, len(given), size)]
        found = [(type(event), getattr(event, "text", getattr(event, "key", ""))) for event in _events(*chunks)]
        assert found == whole


def test_escape_alone_is_a_key_at_once() -> None:
    parser = PasteSafeParser()
    list(parser.feed("\x1b"))
    assert parser._seen == "\x1b"
    assert not parser._held


async def test_no_colour_means_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    app = StoryReader([tmp_path])
    async with app.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        painted = app.screen._compositor.render_full_update().render_segments(app.console)
    codes = {code for style in re.findall(r"\x1b\[([0-9;]*)m", painted) for code in style.split(";")}
    assert codes <= {"", "0", "1", "2", "3", "4", "7", "9"}


@pytest.mark.parametrize(("told", "light"), [("0;15", True), ("15;0", False), ("0;default;7", True), ("", None)])
def test_the_background_by_the_environment(monkeypatch: pytest.MonkeyPatch, told: str, light: bool | None) -> None:
    monkeypatch.setenv("COLORFGBG", told)
    assert light_by_environment() is light


@pytest.mark.parametrize("size", [5, 60])
def test_the_terminals_word_on_its_background_is_no_key(size: int) -> None:
    given = "a\x1b]11;rgb:ffff/ffff/eeee\x1b\\b\x1b]11;rgb:00/00/00\x07c"
    found = _events(*(given[at : at + size] for at in range(0, len(given), size)))
    assert [event.key for event in found if isinstance(event, events.Key)] == ["a", "b", "c"]
    assert [event.light for event in found if isinstance(event, BackgroundTold)] == [True, False]
