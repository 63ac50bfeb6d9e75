"""Two articles become one comparison: links with their conflicts, rows in reading order, a summary."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.comparing.comparer import (
        compare as compare,
    )
    from storyreader.comparing.link_corrections import (
        amended as amended,
    )

_HOMES = {
    "compare": "comparer", "amended": "link_corrections",
}  # fmt: skip

__getattr__, __dir__ = lazy_face(__name__, _HOMES)
