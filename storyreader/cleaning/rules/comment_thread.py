"""A thread of comments without a heading is known by its signatures: who said it, or the minute, again and again.

Three signatures close to each other, each followed by text that speaks of itself or to others, are a thread; the
article's own date line stands alone, and a live blog's times come with text that speaks to no one.
"""

import re
from itertools import accumulate

from storyreader.cleaning.draft import Block, Draft

_SAYS = re.compile(
    r"\b(?:says?|said|writes?|wrote|commented|replied|schrieb|sagt|meint|écrit|a dit|dice|dijo|escribió|ha scritto|"
    r"disse|escreveu|schreef|zegt|skrev|пишет|написал\w*|pisze|napisał\w*)\s*:?$|^(?:reply|antworten|répondre|responder|rispondi|"
    r"antwoorden|svara|svar|ответить|odpowiedz)$",
    re.IGNORECASE,
)
_LONGEST = 14
"""Words of a signature."""
_NEAR = 12
"""Blocks between one signature and the next."""
_REACH = 120
"""Blocks in which the thread's text is looked at."""
_MANY = 3
_LEAST_ABOVE = 80.0
_TALK = 0.05
"""Mean share of words such as "I" and "you" in the text of a thread."""


def apply(draft: Draft) -> None:
    """Judge the thread and all below it."""
    if draft.clean:
        return
    blocks = draft.blocks
    signed = [number for number, block in enumerate(blocks) if _is_signature(block)]
    mass = [block.shape.words * block.score if block.score >= 0.5 else 0.0 for block in blocks]
    above = list(accumulate(mass, initial=0.0))
    for index, number in enumerate(signed):
        run = signed[index : index + _MANY]
        if len(run) < _MANY or run[-1] - run[0] > _NEAR * (_MANY - 1) or above[number] < _LEAST_ABOVE:
            continue
        if _talks(blocks[number : number + _REACH]):
            for block in blocks[number:]:
                block.decide("comment")
            return


def _is_signature(block: Block) -> bool:
    shape = block.shape
    if not 1 <= shape.words <= _LONGEST:
        return False
    return (shape.has_clock and shape.has_year) or _SAYS.search(block.text[-40:]) is not None


def _talks(blocks: list[Block]) -> bool:
    prose = [block.shape.address_share for block in blocks if block.shape.prose][:8]
    return bool(prose) and sum(prose) / len(prose) >= _TALK
