"""Finds the news agency that wrote the text: in the copyright line, the byline, the dateline or a line of its own."""

import json
import re
from functools import cache
from importlib.resources import files

from storyreader.cleaning.draft import Draft
from storyreader.cleaning.fields.byline import GUESSED

_DATELINE = re.compile(r"^[^.\n]{0,60}?[(/]([^()/\n]{2,40})[)/]\s*[-–—:]?\s")
_SIGNED = re.compile(r"(?:[(\[（【]([^()\[\]（）【】]{2,40})[)\]）】]|\s[/–—]\s?([^\W\d_][\w .-]{1,30}?))[.。]?\s*$")
_SIGNATURE = 45
"""Characters at the end of a text in which an agency signs."""
_TOGETHER = re.compile(r"(?<!\s)\s*+[/,;&+]\s*")
_DESK = re.compile(r"[a-z]{2,4}")
"""Letters of an agency's regional desk: dpa/lby."""
_AGENCY_WORDS = frozenset(
    {
        "wire",
        "newswire",
        "agency",
        "agencia",
        "agence",
        "agentur",
        "agenzia",
        "agência",
        "agencja",
        "agentura",
        "presse-agentur",
        "nachrichtenagentur",
        "ajansı",
        "агентство",
        "агенція",
        "وكالة",
    }
)
"""Words in the names of news agencies that no list knows."""
_MARKS = re.compile(
    r"[©()|,/:]|\b(?:by|von|par|por|with|mit|from|source|quelle|via|copyright|(?:19|20)\d\d)\b", re.IGNORECASE
)


def find(draft: Draft) -> None:
    """Fill the agency. Only places that state it count; a mention inside the story does not."""
    kept = [number for number, block in enumerate(draft.blocks) if block.kept]
    if not kept:
        return
    near = draft.blocks[max(0, kept[0] - 8) : kept[0]] + draft.blocks[kept[-1] + 1 : kept[-1] + 6]
    for block in near:
        if block.shape.words <= 14 and block.reason != "headline" and (agency := _in_credit(block.text)):
            draft.find("agency", agency, "copyright line" if "©" in block.text else "line beside the article")
            if not block.kept:
                block.reason = block.reason or ("copyright" if "©" in block.text else "byline")
            bylines = {block.text.casefold(), agency.casefold()}
            if draft.sources.get("byline") == GUESSED and draft.fields["byline"].casefold() in bylines:
                del draft.fields["byline"], draft.sources["byline"]  # an agency alone signs for no one
            return
    lead = draft.blocks[kept[0]].text
    if (match := _DATELINE.match(lead[:120])) and (agency := _known(match.group(1))):
        draft.find("agency", agency, "dateline")
    elif agency := signature(draft.blocks[kept[-1]].text):
        draft.find("agency", agency, "signature below the text")


def signature(text: str) -> str | None:
    """The agency that alone stands behind the end of a text: "(dpa)", "(Reuters/AFP)", "(dpa/lby)", "/ Reuters"."""
    match = _SIGNED.search(text[-_SIGNATURE:])
    if match is None:
        return None
    first, *others = _TOGETHER.split(match.group(1) or match.group(2))
    agency = _known(first)
    return agency if all(_known(other) or _DESK.fullmatch(other) for other in others) else None


def _in_credit(text: str) -> str | None:
    """The agency when a short line names it between marks, such as "© 2026 Thomson/Reuters. All rights reserved."."""
    for sentence in text.split(". "):
        whole = _known(" ".join(_MARKS.sub(" ", sentence).split()))
        if whole:
            return whole
        for part in _MARKS.split(sentence):
            if agency := _known(part):
                return agency
    return None


def _known(text: str) -> str | None:
    bare = " ".join(text.split()).strip(" .,-–—:")
    if name := _names().get(bare.casefold()):
        return name
    words = bare.split()
    if 2 <= len(words) <= 4 and words[0][0].isupper() and any(word.casefold() in _AGENCY_WORDS for word in words):
        return bare
    return None


def is_agency(text: str) -> bool:
    """Whether a text names a news agency, alone or between marks."""
    return _in_credit(text) is not None


@cache
def _names() -> dict[str, str]:
    data = json.loads(files("storyreader.cleaning").joinpath("data/agencies.json").read_text("utf-8"))
    return {spelling: name for name, spellings in data.items() for spelling in spellings}
