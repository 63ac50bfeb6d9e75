"""The names of an article as they stand there, from the single words that it always writes with a capital."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from storyreader.lexicon import tables_for
from storyreader.reading.gist import bare_name

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_BOUND = re.compile(r"(?:-[^\W\d_]+)+")
_JOINTS = frozenset({" ", "-"})
"""What stands between two words of one name."""


def written_names(texts: Sequence[str], names: Container[str], language: str) -> Counter[str]:
    """The runs of words that are always written with a capital, with how often each stands there. `names` are those
    words.
    """
    titles = tables_for(language)
    found: Counter[str] = Counter()
    for text in texts:
        words = [match for match in _WORD.finditer(text) if bare_name(match[0]) in names]
        start = 0
        ends = [at for at, (one, other) in enumerate(pairwise(words), start=1) if not _are_joined(text, one, other)]
        for end in (*ends, len(words)):
            run = words[start:end]
            while run and titles.has("titles", run[0][0].lower()):
                run = run[1:]
            name = _told(text, run[0].start(), run[-1].end()) if run else ""
            if len(name) > 1:
                found[name] += 1
            start = end
    return found


def _told(text: str, start: int, end: int) -> str:
    """A name without the ending of a possessor, and with what a hyphen binds to it: "Val-du-Mer", not "Val-based"."""
    bound = _BOUND.match(text, end)
    last = bound[0].rpartition("-")[2] if bound else ""
    return bare_name(text[start : bound.end() if bound and last[0].isupper() else end])


def _are_joined(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two words stand in one name."""
    return text[one.end() : other.start()] in _JOINTS and bare_name(one[0]) == one[0]
