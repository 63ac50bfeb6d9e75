"""What differs inside a link, and whether both can be true."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.contradiction.differences import conflicts_of as conflicts_of, harmless_of as harmless_of
    from storyreader.contradiction.plain_values import (
        across_conflicts as across_conflicts,
        same_text_conflicts as same_text_conflicts,
    )
    from storyreader.contradiction.tolls import toll_at as toll_at
    from storyreader.contradiction.updates import with_update as with_update

_HOMES = {
    "conflicts_of": "differences", "harmless_of": "differences", "with_update": "updates",
    "across_conflicts": "plain_values", "same_text_conflicts": "plain_values",
    "toll_at": "tolls",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
