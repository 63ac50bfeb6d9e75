"""Zones of times in running text: EST, GMT+2, Eastern time. Indexes count tokens; offsets are minutes ahead of UTC."""

import re

from storyreader.lexicon import NUMBER, Tokens, shared_pack

MOST_WORDS = 3
HALF_DAYS = 14
"""Hours that a zone may be away from UTC."""
_OFFSET = re.compile(r"(?:utc|gmt)\s?([+-])(\d{1,2})$")


def zone_end(tokens: Tokens, index: int) -> int:
    """The place behind the zone that begins at a token, in brackets or not; the same place where there is none."""
    if tokens.low(index) == "(":
        end = zone_end(tokens, index + 1)
        return end + 1 if end > index + 1 and tokens.low(end) == ")" else index
    known = shared_pack()["zone_minutes"]
    for size in range(MOST_WORDS, 1, -1):
        if tokens.phrase(index, index + size) in known:
            return index + size
    word = tokens.low(index)
    written = word in known and (tokens.texts[index].isupper() or (len(word) > 5 and tokens.capital(index)))
    if not written:
        return index
    signed = word in {"gmt", "utc"} and tokens.low(index + 1) in {"+", "-"} and tokens.kind(index + 2) == NUMBER
    return index + 3 if signed and tokens.touches(index + 1) and tokens.touches(index + 2) else index + 1


def zone_offsets(time: str) -> tuple[int, ...]:
    """How far the zone at the end of a time is ahead: none where it names none, two of one that tells no summer."""
    text = time.lower().removesuffix(")")
    if signed := _OFFSET.search(text):
        minutes = 60 * int(signed[2])
        return (-minutes if signed[1] == "-" else minutes,) if minutes <= 60 * HALF_DAYS else ()
    words = text.replace("(", " ").split()
    known = shared_pack()["zone_minutes"]
    for size in range(min(MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[-size:])
        if name in known:
            either = name in shared_pack()["zones_of_either_half"]
            return (known[name], known[name] + 60) if either else (known[name],)
    return ()
