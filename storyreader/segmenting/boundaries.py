"""One decision for each mark that may end a sentence, from the words on both sides of it.

The rules are ordered: the first that speaks decides. They were written for news: "U.S. officials" goes on, "the U.S.
The White House" does not; a quotation with a question mark before "the officer asked" goes on. Units: characters.
"""

import re

from storyreader.segmenting.word_tables import WordTables

CANDIDATE = re.compile(
    r"(?P<mark>(?:\.(?:\s?\.)+|[.!?…؟۔।॥‽⁇⁈⁉‼։።፧！？｡。．]+))"
    r"(?P<close>(?:[\"'”“’‘»›)\]}*_]|\s?\[\d{1,3}\])*)(?P<blank>\s+|$)"
    r"|(?P<wide>[。！？｡።፧]+)(?P<wideclose>[\"'”’」』】》〉）)]*)\s*"
    r"|(?<=[a-z]{2})(?P<glued>[.!?][”\"]?)(?=[A-Z][a-z]*[\s,])"
)
"""Where a sentence may end. "wide" marks need no space after them; "glued" ones have lost theirs."""

_OPEN = "\"'“”‘’«»‹›„‚([{<¿¡*_-–—•「『《 \u00a0\u200b\u200e\u200f"
_NEXT = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_LAST = re.compile(r"\S+$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,}[^\W\d_]")
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday est edt cst cdt mst mdt pst pdt gmt utc et ct mt pt bst cet"
_AFTER_CLOCK = frozenset(_WEEKDAYS.split())
_ROMAN = re.compile(r"[IVXL]+")
_OUTER_CLOSE = re.compile(r"\([^()]{1,60}\)\s*[.,;:]")
LONGEST_WORD = 40
MOST_SIGNATURE_WORDS = 6


def ends_sentence(text: str, begin: int, end: int, found: re.Match[str], tables: WordTables) -> bool:
    """Whether the sentence that began at `begin` ends at this candidate, inside the block that ends at `end`."""
    if found["wide"] is not None:
        return _ends_wide(text, found, begin, end)
    after = found.end()
    follower = _NEXT.search(text, after, min(end, after + LONGEST_WORD))
    word = follower.group() if follower else ""
    opening = text[after : follower.start()] if follower else text[after : after + 3]
    if word.startswith(("http", "www.")):
        return True
    if any(mark not in _OPEN for mark in opening):
        # a symbol such as "$" or "#" opens a sentence as well as a letter does, a comma or dash goes on
        return opening.strip(_OPEN)[:1] not in {",", ";", ":", "%", "&", "/", "=", "+", "|", ".", ""}
    if found["glued"] is not None:
        return word.lower() in tables.openers and not text[: found.start()].endswith("www")
    mark, close = found["mark"], found["close"]
    if not word:
        return opening.startswith("[")
    if _goes_on(word, opening) and not (len(mark) == 1 and _is_careless(text, begin, found, word, tables)):
        return False
    if close.strip(")]") and _is_signature(text, after, end, opening):
        return False
    if mark[-1] in "!?" or mark[0] in "!?":
        return not (close.strip(")]") and _is_saying(text, begin, found.start(), follower, tables))
    if close and "(" in opening and _OUTER_CLOSE.match(text, after, end):
        return False
    if mark != "." or close:
        return True
    return _full_stop_ends(text, begin, found, word, opening, tables)


def _ends_wide(text: str, found: re.Match[str], begin: int, end: int) -> bool:
    follower = text[found.end() : found.end() + 1]
    if found.end() >= end or text.rfind("《", begin, found.start()) > text.rfind("》", begin, found.start()):
        return False
    # a closed quotation that goes on: 「…？」と…, “…！”他说
    if found["wideclose"] and (follower in "，、,と的" or "぀" <= follower <= "ゟ"):
        return False
    return not follower or follower not in "，、,；;：）)」』”"


def _goes_on(word: str, opening: str) -> bool:
    """A small letter goes on with the sentence, unless it is a brand such as iPhone."""
    first = word[0]
    if not first.islower():
        return False
    return not any(letter.isupper() for letter in word[1:]) or "," in opening


def _is_careless(text: str, begin: int, found: re.Match[str], word: str, tables: WordTables) -> bool:
    """A writer who begins sentences with small letters: this one began so, and a common opener follows."""
    if word.lower() not in tables.openers or found["close"]:
        return False
    first = _NEXT.search(text, begin, found.start())
    before = _LAST.search(text, max(begin, found.start() - LONGEST_WORD), found.start())
    return bool(
        first
        and first.group()[0].islower()
        and before
        and len(before.group()) > 2
        and before.group().isalpha()
        and not before.group().lower() in tables.titles | tables.maybe | tables.numbered | tables.often
    )


def _is_signature(text: str, after: int, end: int, opening: str) -> bool:
    """The name behind a quotation that stands alone: '"It is a long game." - Jane Doe'."""
    return bool(opening) and opening[0] in "-–—" and len(text[after:end].split()) <= MOST_SIGNATURE_WORDS


def _is_saying(text: str, begin: int, stop: int, follower: re.Match[str] | None, tables: WordTables) -> bool:
    """Whether 'Name said' or 'Name Surname asked' follows: the quotation goes on."""
    if follower is None or follower.group().lower() in tables.openers:
        return False
    if any(word.strip(",:").lower() in tables.sayings for word in text[begin:stop].split()):
        return False
    words = text[follower.start() : follower.start() + 60].split()[1:4]
    for word in words:
        if word.rstrip(".,:").lower() in tables.sayings:
            return True
        if not word[:1].isupper():
            return False
    return False


def _full_stop_ends(text: str, begin: int, found: re.Match[str], word: str, opening: str, tables: WordTables) -> bool:
    """Whether one full stop without a closing mark ends the sentence: abbreviations, initials, numbers."""
    stop = found.start()
    last = _LAST.search(text, max(begin, stop - LONGEST_WORD), stop)
    before = last.group().lstrip(_OPEN) if last else ""
    lower = before.lower()
    opener = word.lower() in tables.openers or bool(opening.strip(" \u00a0-–—"))
    if before.isdigit() or (tables.ordinals and _ROMAN.fullmatch(before)):
        small = (len(before) <= 2 or not before.isdigit()) and stop - len(before) > begin
        return not (tables.ordinals and small and not opener)
    if lower in tables.often:
        return True
    if word[0].isdigit() and (lower in tables.numbered or lower in tables.months):
        return False
    if lower in {"a.m", "p.m"}:
        return _clock_ends(text, begin, stop, word, opener)
    if lower in tables.maybe or (_DOTTED.fullmatch(before) and len(before) > 3):
        # "trademarks of Acme, Inc. Acme News is": a company named again begins anew
        return opener or word in text[begin:stop].split()
    if lower in tables.titles:
        return bool(text[begin : stop - len(before)].rstrip()[-1:].isdigit()) and tables.units_end
    if _INITIAL.fullmatch(before):
        return _initial_ends(text, begin, stop, before, word, opener and text[found.end() + 1 : found.end() + 2] != ".")
    if tables.danda and (len(before) <= 3 or "." in before):
        return False
    return not _is_name_list(text, found.end(), word)


def _clock_ends(text: str, begin: int, stop: int, word: str, opener: bool) -> bool:
    if word.lower() in _AFTER_CLOCK:
        return False
    # "At 5 a.m. Mr. Smith left": nothing has been said yet
    return opener or len(text[begin:stop].split()) > 4


def _initial_ends(text: str, begin: int, stop: int, before: str, word: str, opener: bool) -> bool:
    if len(before) > 1:
        return opener
    if not before.isupper():
        return False
    if before == "I" and not text[begin:stop].rstrip("I").rstrip().endswith(("Queen", "King", "World War", "Part")):
        return opener
    return opener and len(text[begin:stop].split()) > 1


def _is_name_list(text: str, after: int, word: str) -> bool:
    """A single word with its own full stop before a small letter is part of a name: "Bold. Free. is a paper"."""
    end = after + len(word)
    return text[after:end] == word and text[end : end + 2] == ". " and text[end + 2 : end + 3].islower() and len(word) > 3
