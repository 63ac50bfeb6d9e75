"""Where quotations stand, by their marks: straight, curly, angled, and one kind that closes another.

Indexes count tokens. A quotation that began before the text starts at 0; one that goes on ends with the text.
"""

from storyreader.lexicon import MARK, Tables, Tokens

_PAIRS = {"“": "”", "«": "»", "„": "“”", "‹": "›", "»": "«", "「": "」", "『": "』", "‘": "’"}
_STRAIGHT = '"'
_CLOSING = frozenset("”»」“")
_SINGLE = frozenset("‘’‹›")
_MARKS = frozenset({_STRAIGHT, *_PAIRS, *_CLOSING})

Stretch = tuple[int, int]


def quotation_stretches(tokens: Tokens, tables: Tables) -> list[Stretch]:
    """The stretches between quotation marks, their marks included."""
    found: list[Stretch] = []
    if _MARKS.isdisjoint(tokens.texts):
        return found
    place = 0
    while place < len(tokens):
        end = None
        if _opens(tokens, place, tables):
            end = _close(tokens, place, tables)
        elif place and _closes(tokens, place) and all(tokens.texts[start] in _SINGLE for start, _ in found):
            found = [(0, place + 1)]
        if end is not None and end - place > 1:
            found.append((place, end))
        place = end if end is not None else place + 1
    return found


def _opens(tokens: Tokens, index: int, tables: Tables) -> bool:
    mark = tokens.texts[index]
    joined_after = tokens.touches(index + 1)
    if mark == _STRAIGHT:
        return not _ends_words(tokens, index) or index == 0
    if mark not in _PAIRS:
        return False
    if mark == "‘":
        return joined_after and not tokens.touches(index)
    if mark == "»":
        return tables.language == "de" and not tokens.touches(index) and joined_after
    return mark != "“" or not _ends_words(tokens, index)


def _closes(tokens: Tokens, index: int) -> bool:
    return tokens.texts[index] in _CLOSING or (tokens.texts[index] == _STRAIGHT and _ends_words(tokens, index))


def _ends_words(tokens: Tokens, index: int) -> bool:
    """Whether a mark that may open or close stands at the end of words: one touches it before, and none behind."""
    return tokens.touches(index) and (not tokens.touches(index + 1) or tokens.kind(index + 1) == MARK)


def _close(tokens: Tokens, start: int, tables: Tables) -> int | None:
    """The end of the quotation that a mark opens: behind the mark that closes it, else the end of the text. A straight
    mark closes a curly one and the other way round; a single one closes only its own.
    """
    mark = tokens.texts[start]
    german = mark == _STRAIGHT and tables.language == "de"
    closers = "”“" if german else "”" if mark == _STRAIGHT else _PAIRS[mark]
    depth = 1
    for cursor in range(start + 1, len(tokens)):
        text = tokens.texts[cursor]
        if text == _STRAIGHT and mark not in _SINGLE:
            opens = mark != _STRAIGHT and not _ends_words(tokens, cursor)
            depth += 1 if opens else -1
        elif text in closers and (text != "“" or _ends_words(tokens, cursor) or not german):
            depth -= 1
        elif text == mark or (mark == _STRAIGHT and text == "“"):
            depth += 1
        if depth == 0:
            return cursor + 1
    if mark == "‘":
        return None
    # a lone straight mark opens when a word follows directly
    return len(tokens) if mark != _STRAIGHT or tokens.touches(start + 1) else None
