"""The door to the terminal: what is painted cannot act upon it, and what is pasted cannot act upon the app."""

import contextlib
import importlib
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TextIO

from rich.segment import Segment
from rich.style import Style
from textual import constants, events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.message import Message

from storyreader.errors import StoryReaderError
from storyreader.loading import strip_invisible
from storyreader.visible import UNSAFE, shown_text

_COLOR_SYSTEMS = ("auto", "standard", "256", "truecolor", "windows")
_LONGEST_ANSWER, _ANSWERED = 40, "\x1b]11;"
_STAND_IN = "\x1a"
"""What an escape character in a paste is until the paste is whole: a control that no parser looks at."""


class Gate(LineFilter):
    """Every line of every widget passes here last: a character that a terminal acts upon becomes a picture of it.

    Textual composes the screen of the lines that come out; escape sequences are added behind, from styles alone. A line
    keeps its width, so that its neighbours stay where they are.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(_acts(segment.text) for segment in segments):
            return segments
        width = sum(segment.cell_length for segment in segments)
        safe = [Segment(_on_one_line(text), _without_link(style), control) for text, style, control in segments]
        return Segment.adjust_line_length(safe, width)


GATE = Gate()


class Plain(LineFilter):
    """Takes every colour away, for NO_COLOR. What stands out by its background alone is reversed instead."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(text, None if style is None else _plain(style, background), control)
            for text, style, control in segments
        ]


PLAIN = Plain()
_STANDS_OUT = 0.3
"""Difference in brightness, 0 to 1, from which on a background stands out."""


@lru_cache(maxsize=1024)
def _plain(style: Style, background: Color) -> Style:
    colour = style.bgcolor
    out: bool = (
        colour is not None
        and not colour.is_default
        and abs(Color.from_rich_color(colour).brightness - background.brightness) > _STANDS_OUT
    )
    return Style(
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=bool(style.reverse) != out,
        meta=style.meta,
    )


def without_colour(filters: Sequence[LineFilter]) -> list[LineFilter]:
    """The filters of an app that sends no colour: Textual's own would send greys."""
    return [*(one for one in filters if not isinstance(one, (Monochrome, NoColor))), PLAIN]


class BackgroundTold(Message):
    """The terminal has answered which background it has."""

    def __init__(self, light: bool) -> None:
        super().__init__()
        self.light = light


BACKGROUND_QUESTION = "\x1b]11;?\x1b\\"
_PART = "([0-9a-fA-F]{1,4})"
_ANSWER = re.compile(rf"\x1b\]11;rgba?:{_PART}/{_PART}/{_PART}[^\x07\x1b]{{0,8}}(?:\x07|\x1b\\)")
_NOT_ASKED = ("linux", "dumb", "unknown", "vt")
"""Terminals, by the beginnings of their names, that would print the question."""


def may_be_asked() -> bool:
    """Whether the terminal can be asked for its background."""
    return not os.environ.get("TERM", "dumb").startswith(_NOT_ASKED)


def light_by_environment() -> bool | None:
    """Whether COLORFGBG tells of a light background; None when it tells nothing."""
    last = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return int(last) in (7, *range(9, 16)) if last.isdecimal() else None


def _is_light(answer: re.Match[str]) -> bool:
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in answer.groups())
    return bool(0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5)


def _acts(text: str) -> bool:
    return not text.isprintable() and (UNSAFE.search(text) is not None or "\n" in text or "\t" in text)


def _on_one_line(text: str) -> str:
    return shown_text(text).replace("\n", "\u240a").replace("\t", " ")


def _without_link(style: Style | None) -> Style | None:
    """An address in a style would be written out as it is."""
    return style.update_link(None) if style is not None and style.link else style


class PasteSafeParser(XTermParser):
    """Reads keys from the terminal. What is pasted stays a text: an escape character in it begins no key.

    Textual looks for sequences inside a paste too, and hands on as keys what it does not know.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasting = False
        self._seen = ""
        self._held = ""
        self._answer = ""

    def feed(self, data: str) -> Iterable[Message]:
        """The events in what was read; nothing read means the end."""
        if not data:
            yield from super().feed(data)
            return
        if not self._pasting:
            data, answers = self._without_answers(data)
            yield from answers
        safe = "".join(self._safe(data))
        if safe:
            yield from super().feed(safe)

    def _without_answers(self, data: str) -> tuple[str, list[Message]]:
        """What was read without the terminal's word on its background; one that is not whole yet is held back."""
        data, self._answer = self._answer + data, ""
        answers: list[Message] = [BackgroundTold(_is_light(found)) for found in _ANSWER.finditer(data)]
        data = _ANSWER.sub("", data)
        begun = data.rfind("\x1b]")  # an escape alone may be the key
        rest = data[begun:] if begun >= 0 else ""
        if rest and len(rest) < _LONGEST_ANSWER and (rest.startswith(_ANSWERED) or _ANSWERED.startswith(rest)):
            data, self._answer = data[:begun], rest
        return data, answers

    def _safe(self, data: str) -> Iterator[str]:
        while data:
            passed, data = self._in_paste(data) if self._pasting else self._between(data)
            yield passed

    def _between(self, data: str) -> tuple[str, str]:
        """What comes up to the next paste, and the rest; its mark may have begun in what was read before."""
        known = self._seen + data
        at = known.find(BRACKETED_PASTE_START)
        if at < 0:
            self._seen = known[1 - len(BRACKETED_PASTE_START) :]
            return data, ""
        end = at + len(BRACKETED_PASTE_START) - len(self._seen)
        self._pasting, self._seen = True, ""
        return data[:end], data[end:]

    def _in_paste(self, data: str) -> tuple[str, str]:
        """What comes up to the end of the paste, and the rest; what may be the beginning of the mark is held back."""
        given, self._held = self._held + data, ""
        text, mark, rest = given.partition(BRACKETED_PASTE_END)
        if mark:
            self._pasting = False
        else:
            ends = (size for size in range(len(BRACKETED_PASTE_END) - 1, 0, -1) if text.endswith(mark_of(size)))
            kept = next(ends, 0)
            text, self._held = text[: len(text) - kept], text[len(text) - kept :]
        return text.replace("\x1b", _STAND_IN) + mark, rest


def mark_of(size: int) -> str:
    """The first characters of the mark that ends a paste."""
    return BRACKETED_PASTE_END[:size]


def without_acts(event: events.Paste) -> events.Paste:
    """A paste without what a terminal would act upon."""
    return events.Paste(strip_invisible(event.text.replace(_STAND_IN, "\x1b"))[0])


class _UntilItIsGone:
    """What is painted on. A terminal that has gone takes nothing more, which is no fault: a signal tells the app.

    Textual's thread would end at it, and whoever wrote more wait for ever.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write, if anybody is there."""
        with contextlib.suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Send what was written, if anybody is there."""
        with contextlib.suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()


def driver_class(usual: type[Driver]) -> type[Driver]:
    """The driver with the parser from above; drivers that have none are as they are."""
    module = sys.modules[usual.__module__]
    if not hasattr(module, "XTermParser"):
        return usual

    class SafeDriver(usual):  # type: ignore[misc, valid-type]  # the class is known when the app starts
        """Reads what the terminal sends with our parser, and outlives the terminal for as long as leaving takes."""

        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            file: Any = vars(self).get("_file")
            if file is not None:
                self._file = _UntilItIsGone(file)

        def run_input_thread(self) -> None:
            module.XTermParser = PasteSafeParser  # type: ignore[attr-defined]  # the driver makes it of this name
            super().run_input_thread()

        def _sigcont_application(self, *given: Any) -> None:
            # a window that is closed sends this signal too: Textual would begin anew, in a terminal that is gone
            if self._must_signal_resume:
                super()._sigcont_application(*given)

    return SafeDriver


def check_environment() -> None:
    """Refuse what Textual would stop at with a traceback. Raises StoryReaderError."""
    if constants.DRIVER is not None:
        module, _, name = constants.DRIVER.partition(":")
        try:
            found = getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError, ValueError, TypeError):
            found = None
        if not (isinstance(found, type) and issubclass(found, Driver)):
            raise StoryReaderError(f"TEXTUAL_DRIVER names no driver: {constants.DRIVER}.", "Unset it.")
    if constants.COLOR_SYSTEM not in _COLOR_SYSTEMS:
        systems = ", ".join(_COLOR_SYSTEMS)
        raise StoryReaderError(f"TEXTUAL_COLOR_SYSTEM is {constants.COLOR_SYSTEM!r}.", f"It may be one of {systems}.")
