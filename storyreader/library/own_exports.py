"""What storyreader has written itself is no page: its exports, and the file with everything copied."""

import re

COPIED = "Copied with storyreader"
"""The first line of the file with everything copied."""

_HEAD = 20_000
_MARKS = re.compile(
    r'<meta name="generator" content="storyreader '
    r"|^- (?:Compared|Read) by storyreader \S+, exported by storyreader "
    rf"|\A{COPIED}",
    re.MULTILINE,
)


def is_own_export(text: str) -> bool:
    """Whether a text was exported by this program, in any version that said so."""
    return _MARKS.search(text[:_HEAD]) is not None
