"""How much work a call is, counted and not timed, so that a busy machine changes nothing.

Counted are the lines of Python that are run and the calls of functions, those written in C too. What one call into C
does inside (a regular expression, a copy) counts once: `python -m benchmarks.growth` measures that by the clock.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def work(call: Callable[[], object]) -> int:
    """The number of lines run and functions called while `call` runs, in this thread. About ten times slower."""
    count = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def called(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    tracing, profiling = sys.gettrace(), sys.getprofile()
    sys.settrace(line)
    sys.setprofile(called)
    try:
        call()
    finally:
        sys.setprofile(profiling)
        sys.settrace(tracing)
    return count
