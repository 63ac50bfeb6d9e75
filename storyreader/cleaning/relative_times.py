"""Tells lines that date an article by its age alone, such as "16 hours ago", "vor 3 Stunden" or "8h"."""

import json
import re
from functools import cache
from importlib.resources import files

_ONE = "einer|einem|une?|una?|uma?|uno|en|ett|et|jednou"
"""Words for one behind a word for ago."""


def shows_age(text: str) -> bool:
    """Whether a short line says how long ago something was."""
    return bool(_age().search(text))


@cache
def _age() -> re.Pattern[str]:
    words = json.loads(files("storyreader.cleaning").joinpath("data/relative_times.json").read_text("utf-8"))
    before, after, units, short, unspaced, unspaced_after = (
        "|".join(sorted(map(re.escape, words[name]), key=len, reverse=True))
        for name in ("before", "after", "units", "short", "unspaced", "unspaced_after")
    )
    forms = (
        rf"\b(?:{before})\s+(?:\d{{1,3}}|{_ONE})\s+(?:{units})\b",
        rf"\b\w+\s*(?:{units})\s+(?:{after})\b",
        rf"\b\d{{1,2}}\s?(?:{short})\s+(?:{after})\b",
        rf"\d\s?(?:{unspaced})\s?(?:{unspaced_after})",
        rf"(?:^|[•·|]\s*)\d{{1,2}}\s?(?:{short})\.?\s*$",
    )
    return re.compile("|".join(forms), re.IGNORECASE)
