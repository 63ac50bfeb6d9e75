"""One decision for each mark that may end a sentence, from the words on both sides of it.

The rules stand in a list; the first that speaks decides. They were written for news: a quotation with a question mark
before "the officer asked" goes on, "U.S. officials" goes on, "the U.S. The White House" does not. Units: characters.
"""

import re
from collections.abc import Callable

from storyreader.segmenting.abbreviations import WordTables
from storyreader.segmenting.boundary_context import OPENING_MARKS, BoundaryContext, boundary_context
from storyreader.segmenting.full_stops import FULL_STOP_RULES, is_careless

CANDIDATE = re.compile(
    r"(?<![.!?…؟۔।॥‽⁇⁈⁉‼։።፧！？｡。．])(?P<mark>(?:(?<!\.\s)\.(?:\s?\.)+|[.!?…؟۔।॥‽⁇⁈⁉‼։።፧！？｡。．]+))"
    r"(?P<close>(?:[\"'”“’‘»›)\]}*_]|\s?\[\d{1,3}\])*)(?P<blank>\s+|$)"
    r"|(?P<wide>[。！？｡።፧]+)(?P<wideclose>[\"'”’」』】》〉）)]*)\s*"
    r"|(?<=[a-z]{2})(?P<glued>[.!?][”\"]?)(?=[A-Z][a-z]*[\s,])"
)
"""Where a sentence may end. "wide" marks need no space after them; "glued" ones have lost theirs."""


_OUTER_CLOSE = re.compile(r"\([^()]{1,60}\)\s*[.,;:]")
MOST_SIGNATURE_WORDS = 6
LONGEST_NAME = 60
"""Letters of a quotation that is a word of its sentence."""
SAYING_REACH = 3
"""How many words after a quotation may pass before its verb of saying."""

BoundaryRule = Callable[[BoundaryContext], bool | None]


def ends_sentence(text: str, begin: int, end: int, found: re.Match[str], tables: WordTables) -> bool:
    """Whether the sentence that began at `begin` ends at this candidate, inside the block that ends at `end`."""
    if found["wide"] is not None:
        return _ends_wide(text, found, begin, end)
    context = boundary_context(text, begin, end, found, tables)
    for rule in RULES:
        verdict = rule(context)
        if verdict is not None:
            return verdict
    return True


def _ends_wide(text: str, found: re.Match[str], begin: int, end: int) -> bool:
    """Marks of scripts without word spaces: they end a sentence unless a title or a quotation goes on."""
    follower = text[found.end() : found.end() + 1]
    if found.end() >= end or text.rfind("《", begin, found.start()) > text.rfind("》", begin, found.start()):
        return False
    if found["wideclose"] and (follower in "，、,と的" or "぀" <= follower <= "ゟ"):
        return False
    return not follower or follower not in "，、,；;：）)」』”"


def _address_follows(context: BoundaryContext) -> bool | None:
    return True if context.word.startswith(("http", "www.")) else None


def _symbol_follows(context: BoundaryContext) -> bool | None:
    """A symbol such as "$" or "#" opens a sentence as well as a letter does, a comma or dash goes on."""
    if not context.word and context.opening.startswith("["):
        return True
    if all(mark in OPENING_MARKS for mark in context.opening):
        return None
    return context.opening.strip(OPENING_MARKS)[:1] not in {",", ";", ":", "%", "&", "/", "=", "+", "|", ".", ""}


def _glued(context: BoundaryContext) -> bool | None:
    """A full stop that has lost its space: only a common opener may follow, for names are written so too."""
    return context.word.lower() in context.tables.openers if context.found["glued"] is not None else None


def _small_letter_follows(context: BoundaryContext) -> bool | None:
    """A small letter goes on with the sentence, unless it is a brand such as ePaddle or the writer is careless."""
    if not context.word:
        return False
    if not context.word[0].islower():
        return None
    if any(letter.isupper() for letter in context.word[1:]) and "," not in context.opening:
        return None
    if context.mark in "?!" and not context.close and context.said[:1].islower():
        # who opens a question with a small letter opens the next sentence so too
        return None
    return None if len(context.mark) == 1 and is_careless(context) else False


def _signature_follows(context: BoundaryContext) -> bool | None:
    """The name behind a quotation that stands alone: '"It is a long game." - Jane Doe'."""
    if not context.close.strip(")]") or context.opening[:1] not in tuple("-–—"):
        return None
    return False if len(context.text[context.found.end() : context.end].split()) <= MOST_SIGNATURE_WORDS else None


def _saying_follows(context: BoundaryContext) -> bool | None:
    """'Name said' or 'Name Surname asked' behind a question in quotation marks: the quotation goes on."""
    if context.mark[0] not in "!?" and context.mark[-1] not in "!?":
        return None
    sayings = context.tables.sayings
    if not context.close.strip(")]") or context.opens_sentence:
        return True
    if any(word.strip(",:").lower() in sayings for word in context.text[context.begin : context.stop].split()):
        return True
    following = context.text[context.found.end() : context.found.end() + 60].split()[1 : SAYING_REACH + 1]
    for word in following:
        if word.rstrip(".,:").lower() in sayings:
            return False
        if not word[:1].isupper():
            return True
    return True


def _bracket_follows(context: BoundaryContext) -> bool | None:
    """A source in brackets that has the full stop behind it: '"… the sea" (Brook 55).'"""
    inside = (
        context.close and "(" in context.opening and _OUTER_CLOSE.match(context.text, context.found.end(), context.end)
    )
    return False if inside else None


def _inside_a_name(context: BoundaryContext) -> bool | None:
    """A short quotation that is a word of its sentence, as a slogan or a title is: 'the “Wait. Think.” campaign'."""
    text, here = context.text, context.found.start()
    first = max(context.begin, here - LONGEST_NAME)
    opening, last = text.rfind("“", first, here), min(context.end, context.found.end() + LONGEST_NAME)
    closed = text.find("”", context.found.end(), last)
    if context.close or closed < 0 or opening < 0 or text.find("”", opening, here) >= 0:
        return None
    before = text[max(context.begin, opening - LONGEST_NAME) : opening].split()
    behind = text[closed + 1 : min(context.end, closed + LONGEST_NAME)].split()
    if not before or not behind or not before[-1][-1].isalnum() or not behind[0][0].islower():
        return None
    words = {before[-1].lower(), behind[0].strip(".,:;").lower()}
    return None if words & context.tables.sayings or text[closed - 1] == "," else False


def _not_one_full_stop(context: BoundaryContext) -> bool | None:
    return True if context.mark != "." or context.close else None


RULES: tuple[BoundaryRule, ...] = (
    _address_follows,
    _symbol_follows,
    _glued,
    _small_letter_follows,
    _signature_follows,
    _saying_follows,
    _bracket_follows,
    _inside_a_name,
    _not_one_full_stop,
    *FULL_STOP_RULES,
)
