"""The words and marks in which verdicts are told: the one room in which sentences for the reader are made."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.messages.finding_groups import (
        NO_FACTS as NO_FACTS,
    )
    from storyreader.messages.finding_groups import (
        NO_VOICES as NO_VOICES,
    )
    from storyreader.messages.finding_groups import (
        FindingGroup as FindingGroup,
    )
    from storyreader.messages.finding_groups import (
        FindingItem as FindingItem,
    )
    from storyreader.messages.finding_groups import (
        ItemState as ItemState,
    )
    from storyreader.messages.finding_groups import (
        fact_groups as fact_groups,
    )
    from storyreader.messages.finding_groups import (
        voice_groups as voice_groups,
    )
    from storyreader.messages.naming import (
        HIDDEN_OUTLET as HIDDEN_OUTLET,
    )
    from storyreader.messages.naming import (
        row_citation as row_citation,
    )
    from storyreader.messages.naming import (
        shown_title as shown_title,
    )
    from storyreader.messages.naming import (
        side_name as side_name,
    )
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
        FINDING_MARKS as FINDING_MARKS,
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
    "NO_FACTS": "finding_groups",
    "NO_VOICES": "finding_groups",
    "FindingGroup": "finding_groups",
    "FindingItem": "finding_groups",
    "ItemState": "finding_groups",
    "fact_groups": "finding_groups",
    "voice_groups": "finding_groups",
    "HIDDEN_OUTLET": "naming",
    "row_citation": "naming",
    "shown_title": "naming",
    "side_name": "naming",
    "sentence": "sentences",
    "ASCII_MARKS": "words",
    "ASCII_MOVED_MARK": "words",
    "FINDING_MARKS": "words",
    "KIND_MARKS": "words",
    "KIND_NAMES": "words",
    "KIND_WORDS": "words",
    "LETTERS": "words",
    "MOVED_MARK": "words",
    "day_text": "words",
    "details": "words",
    "kind_counts": "words",
    "overview_lines": "words",
    "period_text": "words",
    "row_detail": "words",
    "step_words": "words",
    "summary_lines": "words",
    "time_text": "words",
}

__getattr__, __dir__ = lazy_face(__name__, _HOMES)
