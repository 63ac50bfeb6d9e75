"""Joins the large first letter of a story, which stands on a line of its own where the page was copied, to its word."""

from collections.abc import Sequence

from storyreader.cleaning.block_stats import function_words, shape_of
from storyreader.cleaning.draft import Block
from storyreader.lexicon import background, word_key

_QUOTES = "\"'“„«‘»"
_LEAST_LETTERS = 3
"""Letters of an English word before which the letter may be one by itself."""
_LEAST_WORDS = 8
"""Words of the paragraph that a letter opens."""


def join_drop_caps(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with each such letter in front of the paragraph below it."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if above is None or not _opens(above, block):
            joined.append(block)
            continue
        space = " " if _is_word(above.text.strip(_QUOTES), block, blocks) else ""
        text = f"{above.text}{space}{block.text}"
        numbers, raw = (*above.numbers, *block.numbers), (*above.raw, *block.raw)
        joined[-1] = Block(text, numbers, raw, above.gap, shape_of(text), block.structure)
    return joined


def _opens(letter: Block, block: Block) -> bool:
    bare = letter.text.strip(_QUOTES)
    if len(bare) != 1 or not bare.isupper() or block.shape.words < _LEAST_WORDS:
        return False
    first = block.text.split(None, 1)[0].strip(".,;:!?")
    return first[:1].islower() or (len(first) > 1 and first.isalpha() and first.isupper())


def _is_word(letter: str, block: Block, blocks: Sequence[Block]) -> bool:
    """Whether the letter is a word by itself, as in "A storm", rather than the beginning of the next."""
    if letter.casefold() not in function_words():
        return False
    rest = block.shape.tokens[0]
    english = background()
    if (
        len(rest) >= _LEAST_LETTERS
        and word_key(rest, "en") in english
        and word_key(letter.casefold() + rest, "en") not in english
    ):
        return True
    known = function_words().union(*(other.shape.tokens for other in blocks if other is not block))
    return rest in known and letter.casefold() + rest not in known
