"""A sample of a text's runs of words, the same runs in whatever text they stand: those whose hash says so.

Broder 1997, "mod" sampling. What two texts share is then among what is kept of both and can be counted, so that a cut
text is found inside the whole one. Samples of a fixed size (MinHash) tell how much two whole texts are alike instead.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

_UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


class Sampling(NamedTuple):
    """Runs of so many words, of which one in so many is kept, as the number that `hashed` makes of it."""

    run: int
    one_in: int
    hashed: Callable[[bytes], int]


def sampled_runs(text: str, sampling: Sampling) -> set[int]:
    """The hashes of the kept runs, whatever the text's case and marks. Signs of scripts without spaces are words."""
    run, one_in, hashed = sampling
    words = _WORD.findall(text.casefold())
    hashes = {hashed(" ".join(words[at : at + run]).encode()) for at in range(len(words) - run + 1)}
    return {value for value in hashes if value % one_in == 0}
