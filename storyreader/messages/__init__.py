"""The words and marks in which verdicts are told: the one room in which sentences for the reader are made."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.messages.sentences import (
        sentence as sentence,
    )
    from storyreader.messages.words import (
        ASCII_MARKS as ASCII_MARKS,
    )
    from storyreader.messages.words import (
        ASCII_MOVED_MARK as ASCII_MOVED_MARK,
    )
    from storyreader.messages.words import (
        FACT_MARKS as FACT_MARKS,
    )
    from storyreader.messages.words import (
        FACT_STATES as FACT_STATES,
    )
    from storyreader.messages.words import (
        KIND_MARKS as KIND_MARKS,
    )
    from storyreader.messages.words import (
        KIND_NAMES as KIND_NAMES,
    )
    from storyreader.messages.words import (
        KIND_WORDS as KIND_WORDS,
    )
    from storyreader.messages.words import (
        LETTERS as LETTERS,
    )
    from storyreader.messages.words import (
        MOVED_MARK as MOVED_MARK,
    )
    from storyreader.messages.words import (
        day_text as day_text,
    )
    from storyreader.messages.words import (
        details as details,
    )
    from storyreader.messages.words import (
        kind_counts as kind_counts,
    )
    from storyreader.messages.words import (
        overview_lines as overview_lines,
    )
    from storyreader.messages.words import (
        period_text as period_text,
    )
    from storyreader.messages.words import (
        row_detail as row_detail,
    )
    from storyreader.messages.words import (
        step_words as step_words,
    )
    from storyreader.messages.words import (
        summary_lines as summary_lines,
    )
    from storyreader.messages.words import (
        time_text as time_text,
    )

_HOMES = {
    "sentence": "sentences", "ASCII_MARKS": "words", "ASCII_MOVED_MARK": "words", "FACT_MARKS": "words",
    "FACT_STATES": "words", "KIND_MARKS": "words", "KIND_NAMES": "words", "KIND_WORDS": "words", "LETTERS": "words",
    "MOVED_MARK": "words", "day_text": "words", "details": "words", "kind_counts": "words",
    "overview_lines": "words", "period_text": "words", "row_detail": "words", "step_words": "words",
    "summary_lines": "words", "time_text": "words",
}  # fmt: skip

__getattr__, __dir__ = lazy_face(__name__, _HOMES)
