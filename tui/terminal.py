"""The door to the terminal: what is painted cannot act upon it, and what is pasted cannot act upon the app."""

import importlib
import sys
from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual import constants, events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.color import Color
from textual.driver import Driver
from textual.filter import LineFilter
from textual.message import Message

from storyreader.errors import StoryReaderError
from storyreader.loading import strip_invisible
from storyreader.visible import UNSAFE, shown_text

_COLOR_SYSTEMS = ("auto", "standard", "256", "truecolor", "windows")
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

    def feed(self, data: str) -> Iterable[Message]:
        """The events in what was read; nothing read means the end."""
        if not data:
            return super().feed(data)
        safe = "".join(self._safe(data))
        return super().feed(safe) if safe else ()

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


def driver_class(usual: type[Driver]) -> type[Driver]:
    """The driver with the parser from above; drivers that have none are as they are."""
    module = sys.modules[usual.__module__]
    if not hasattr(module, "XTermParser"):
        return usual

    class SafeDriver(usual):  # type: ignore[misc, valid-type]  # the class is known when the app starts
        """Reads what the terminal sends with our parser."""

        def run_input_thread(self) -> None:
            module.XTermParser = PasteSafeParser  # type: ignore[attr-defined]  # the driver makes it of this name
            super().run_input_thread()

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
