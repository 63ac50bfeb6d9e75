"""Two articles become one comparison: links with their conflicts, rows in reading order, a summary."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.comparing.comparer import (
        compare as compare,
        compare_readings as compare_readings,
        readings_of as readings_of,
    )
    from storyreader.comparing.link_corrections import apply_link_corrections as apply_link_corrections
    from storyreader.comparing.many import PairLinks as PairLinks, link_all as link_all
    from storyreader.comparing.same_event import event_of as event_of
    from storyreader.comparing.shared_runs import SharedRuns as SharedRuns
    from storyreader.comparing.summary import (
        TWIN_SHARE as TWIN_SHARE,
        CopiedText as CopiedText,
        are_one_page as are_one_page,
        word_for_word as word_for_word,
    )

_HOMES = {
    "compare": "comparer", "compare_readings": "comparer", "readings_of": "comparer",
    "PairLinks": "many", "link_all": "many", "event_of": "same_event",
    "apply_link_corrections": "link_corrections", "SharedRuns": "shared_runs", "TWIN_SHARE": "summary",
    "CopiedText": "summary", "are_one_page": "summary", "word_for_word": "summary",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
