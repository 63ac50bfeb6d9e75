"""The words and marks in which verdicts are told: the one room in which sentences for the reader are made."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.messages.describing import (
        ASCII_MARKS as ASCII_MARKS,
    )
    from storyreader.messages.describing import (
        ASCII_MOVED_MARK as ASCII_MOVED_MARK,
    )
    from storyreader.messages.describing import (
        FACT_MARKS as FACT_MARKS,
    )
    from storyreader.messages.describing import (
        FACT_STATES as FACT_STATES,
    )
    from storyreader.messages.describing import (
        KIND_MARKS as KIND_MARKS,
    )
    from storyreader.messages.describing import (
        KIND_NAMES as KIND_NAMES,
    )
    from storyreader.messages.describing import (
        KIND_WORDS as KIND_WORDS,
    )
    from storyreader.messages.describing import (
        MOVED_MARK as MOVED_MARK,
    )
    from storyreader.messages.describing import (
        day_text as day_text,
    )
    from storyreader.messages.describing import (
        details as details,
    )
    from storyreader.messages.describing import (
        kind_counts as kind_counts,
    )
    from storyreader.messages.describing import (
        overview_lines as overview_lines,
    )
    from storyreader.messages.describing import (
        row_detail as row_detail,
    )
    from storyreader.messages.describing import (
        summary_lines as summary_lines,
    )
    from storyreader.messages.describing import (
        time_text as time_text,
    )

_HOMES = {
    "ASCII_MARKS": "describing", "ASCII_MOVED_MARK": "describing", "FACT_MARKS": "describing",
    "FACT_STATES": "describing", "KIND_MARKS": "describing", "KIND_NAMES": "describing", "KIND_WORDS": "describing",
    "MOVED_MARK": "describing", "day_text": "describing", "details": "describing", "kind_counts": "describing",
    "overview_lines": "describing", "row_detail": "describing", "summary_lines": "describing",
    "time_text": "describing",
}  # fmt: skip

__getattr__, __dir__ = lazy_face(__name__, _HOMES)
