"""Whether an article corrects or withdraws an earlier report, by the words in which outlets do so."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from storyreader.facts import cue_at, phrase_index
from storyreader.lexicon import MARK, tokens_of

TakeBack = Literal["report", "version", ""]
_QUOTED = re.compile('[“„«"][^“”„«»"]*[”“»"]')


def take_back(headline: str | None, texts: Sequence[str], language: str) -> TakeBack:
    """A "report" for one that takes back what was reported, "version" for a note on an earlier version of its page.

    What stands in quotation marks is somebody else's regret.
    """
    if headline and _is_labelled(headline, language):
        return "report"
    plain = [_QUOTED.sub(" ", text) for text in texts]
    if any(_says(text, language, "take_backs") for text in plain):
        return "report"
    return "version" if any(_says(text, language, "own_versions") for text in plain) else ""


def _is_labelled(headline: str, language: str) -> bool:
    """Whether a headline begins with "Correction:"."""
    tokens = tokens_of(headline)
    label = cue_at(tokens, 0, phrase_index(language, "correction_labels")) if len(tokens) else None
    return label is not None and (label.end == len(tokens) or tokens.kinds[label.end] == MARK)


@cache
def _beginnings(language: str, table: str) -> frozenset[str]:
    """The first words of the phrases of a table, two where the second is told: most sentences have none of them."""
    return frozenset(
        f"{first} {words[0]}" if words and words[0].isalpha() else first
        for first, rest in phrase_index(language, table).items()
        for words, _ in rest
    )


def _says(text: str, language: str, table: str) -> bool:
    index, small = phrase_index(language, table), text.lower()
    if not any(begun in small for begun in _beginnings(language, table)):
        return False
    tokens = tokens_of(text)
    return any(word in index and cue_at(tokens, place, index) for place, word in enumerate(tokens.lower))
