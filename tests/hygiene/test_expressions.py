"""Every regular expression takes time in step with the text, whatever stands in it over and over."""

import importlib
import math
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import storyreader
import tui
import widgets

pytestmark = pytest.mark.no_cover

SHORT, TIMES = 500, 4
STEEPEST = 1.45
LEAST_SECONDS = 0.0015
"""What takes less on the long text grows slowly enough, or cannot be measured."""

ENDS = ("", "\x00", "!")
RUNS = (
    " ", "\t", "\n", " \n", "\u00a0", "a", "A", "1", "a ", "Ab ", "1 ", "1.", "1,", "1, ", "1-", "a-", "a.", "A.",
    "a, ", "-", "—", ".", ",", ":", ";", "/", "|", "'", "’", '"', "“", "”", "(", ")", "[", "<",
    "<a ", "&", "@", "_", "=", "#",
    "é", "漢", "said ", "and ", "of ", "x\n", "http://a.b/", "Anna Berg ", "12 March ", "12:30 ", "by ", "%",
)  # fmt: skip


def expressions() -> dict[re.Pattern[str], str]:
    """All compiled expressions on texts, each with a place where it stands."""
    found: dict[re.Pattern[str], str] = {}
    for room in (storyreader, tui, widgets):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not module.name.endswith("__main__"):
                places = vars(importlib.import_module(module.name))
                for name, value in list(places.items()):
                    for pattern in _in(value, 0):
                        found.setdefault(pattern, f"{module.name}.{name}")
    return found


def _in(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 4:
        inner: object = ()
        if isinstance(value, dict):
            inner = value.values()
        elif isinstance(value, (tuple, list, frozenset, set)):
            inner = value
        elif hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
            inner = [getattr(value, name) for name in value.__dataclass_fields__]
        elif isinstance(value, type) and value.__module__.startswith(("storyreader", "tui", "widgets")):
            inner = vars(value).values()
        for one in (
            list(inner) if isinstance(inner, (tuple, list, frozenset, set)) or hasattr(inner, "__iter__") else ()
        ):
            yield from _in(one, depth + 1)


def only_matched(place: str) -> bool:
    """Whether an expression is asked only whether a text begins with it, or is it."""
    module, _, name = place.rpartition(".")
    file = importlib.import_module(module).__file__
    source = Path(str(file)).read_text("utf-8")
    asked = set(re.findall(rf"\b{name}\.(search|sub|subn|finditer|findall|split|match|fullmatch)\b", source))
    asked |= set(re.findall(rf"\b(search|sub|finditer|findall|split)\({name},", source))
    return bool(asked) and name.startswith("_") and asked <= {"match", "fullmatch"}


def _seconds(pattern: re.Pattern[str], text: str, *, whole: bool = True) -> float:
    begin = time.process_time()
    if whole:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
        pattern.fullmatch(text)
    return time.process_time() - begin


def steepness(pattern: re.Pattern[str], run: str, end: str, *, whole: bool = True) -> float:
    """The exponent by which time grows; 1 where it takes too little time to tell."""
    short, long = (run * max(1, size // len(run)) + end for size in (SHORT, TIMES * SHORT))
    if _seconds(pattern, short, whole=whole) > LEAST_SECONDS:  # too slow for the long one
        short, long = (run * max(1, size // len(run)) + end for size in (SHORT // TIMES, SHORT))
    elif _seconds(pattern, long, whole=whole) < LEAST_SECONDS:
        return 1.0
    first, second = (min(_seconds(pattern, text, whole=whole) for _ in range(3)) for text in (short, long))
    return math.log(max(second, 1e-7) / max(first, 1e-7), TIMES)


def _surely(pattern: re.Pattern[str], run: str, end: str, *, whole: bool) -> float:
    """The steepness; measured again where it is too much, as something else may have had the processor."""
    grows = steepness(pattern, run, end, whole=whole)
    return min(grows, *(steepness(pattern, run, end, whole=whole) for _ in range(2))) if grows > STEEPEST else grows


def _runs(pattern: re.Pattern[str]) -> Iterator[str]:
    """The runs that all get, and those made of the words of the expression itself."""
    yield from RUNS
    words = re.findall(r"[^\W\d_]{3,}", pattern.pattern)[:3]
    yield from (f"{word} " for word in words)


def test_every_expression_takes_time_in_step_with_the_text() -> None:
    found = expressions()
    assert len(found) > 150
    steep = [
        f"{place} on {run!r}{end!r}: {grows:.2f}"
        for pattern, place in found.items()
        for run in _runs(pattern)
        for end in ENDS[:2]
        if (grows := _surely(pattern, run, end, whole=not only_matched(place))) > STEEPEST
    ]
    assert not steep, "\n".join(steep)


@pytest.mark.parametrize(("expression", "run"), [(r"\s+$", " "), (r"[^\W\d]+:", "a")])
def test_a_steep_expression_would_be_found(expression: str, run: str) -> None:
    assert steepness(re.compile(expression), run, "\x00") > STEEPEST
