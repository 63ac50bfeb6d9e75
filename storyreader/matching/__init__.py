"""Two articles side by side: which sentences tell the same, what was reworded, what stands alone.

`compare` is what a screen needs first. `fact_table`, `voices`, `dropped`, `inner_clashes`, or all of them with
`find_findings`, are worked out on demand from a finished comparison.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storyreader.matching.amending import amended
    from storyreader.matching.clashes import inner_clashes
    from storyreader.matching.comparing import compare
    from storyreader.matching.dropping import dropped
    from storyreader.matching.finding import find_findings
    from storyreader.matching.linking import match_sentences
    from storyreader.matching.meaning import Meaning, MeaningMissing, VectorCache, load_meaning
    from storyreader.matching.speaking import voices
    from storyreader.matching.tabling import fact_table

_HOMES = {
    "amended": "amending", "compare": "comparing", "match_sentences": "linking", "dropped": "dropping",
    "fact_table": "tabling", "find_findings": "finding", "inner_clashes": "clashes", "voices": "speaking",
    "load_meaning": "meaning", "Meaning": "meaning", "MeaningMissing": "meaning", "VectorCache": "meaning",
}  # fmt: skip

__all__ = [
    "Meaning", "MeaningMissing", "VectorCache", "amended", "compare", "dropped", "fact_table", "find_findings",
    "inner_clashes", "load_meaning", "match_sentences", "voices",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
