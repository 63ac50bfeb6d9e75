"""A body that is empty, or far below what else the page holds, is looked at again, and the better supported wins.

Looked at are what the page hides until a script shows it, and the article in its data. A text in the data
counts only when it tells what the page's title announces.
"""

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from storyreader.cleaning.block_stats import shape_of
from storyreader.cleaning.coverage import note_coverage
from storyreader.cleaning.cues import words_of
from storyreader.cleaning.data_bodies import UNSPACED, data_bodies
from storyreader.cleaning.draft import Block, Draft, Structure, words_in
from storyreader.cleaning.html_blocks import html_blocks
from storyreader.cleaning.own_parts import OwnParts
from storyreader.cleaning.unrendered import reveal

Judge = Callable[[list[Block]], Draft]
Choose = Callable[[Draft], None]

FROM_DATA = "the text is from the page's hidden data; the page itself shows less of it"
_THIN = 120
"""Words of a body below which what the page hides is looked at."""
_LEAST = 50
"""Words of a body that is taken in place of another."""
_TIMES = 2
"""How often the words of the other it must have."""
_SUPPORT = 0.4
"""Share of the headline's words that a text in the page's data must tell."""
_COVERED, _BELIEVED = 0.8, 0.9
"""Share of a block that the extractor's text has when it sees it, and the score of such a block when it is believed."""
_LONG_WORD, _STEM = 3, 6


def look_again(draft: Draft, root: Any, judge: Judge, choose: Choose) -> Draft:
    """Return the draft, or the one that tells more: `judge` makes a draft of blocks, `choose` chooses its body."""
    thin = words_kept(draft) < _THIN
    if thin and draft.budget.allows("hidden") and reveal(root):
        shown = judge(html_blocks(root, OwnParts(root), draft.budget))
        if _tells_more(words_kept(shown), draft):
            draft = shown
    bodies = _in_time(data_bodies(root if thin else None, draft.data.articles), draft)
    sized = [(_size(body), body) for body in bodies if _is_told(draft, body)]
    size, best = max(sized, key=itemgetter(0), default=(0, []))
    if _tells_more(size, draft):
        _take(draft, best, choose)
    if words_kept(draft) < _LEAST:
        _believe_extractor(draft, choose)
    return draft


def _in_time(bodies: Iterator[list[str]], draft: Draft) -> Iterator[list[str]]:
    """Texts in the data for as long as there is time to look for them."""
    while draft.budget.allows("hidden") and (body := next(bodies, None)) is not None:
        yield body


def words_kept(draft: Draft) -> int:
    """The number of words of the body so far."""
    return words_in(block for block in draft.blocks if block.kept)


def _believe_extractor(draft: Draft, choose: Choose) -> None:
    """Where we see next to nothing, what the extractor sees is the article, as far as the rules let it pass."""
    seen = [block for block in draft.blocks if block.extracted >= _COVERED and block.shape.closes]
    if not _tells_more(words_in(seen), draft):
        return
    for block in seen:
        block.score = max(block.score, _BELIEVED)
    for block in draft.blocks:
        block.reason = ""
    choose(draft)


def _tells_more(words: int, draft: Draft) -> bool:
    return words >= max(_LEAST, _TIMES * words_kept(draft))


def _size(body: Sequence[str]) -> int:
    return sum(shape_of(text).words for text in body)


def _is_told(draft: Draft, body: Sequence[str]) -> bool:
    """Whether a text in the data tells what the page's own title announces; without a title nothing speaks for it."""
    data = draft.data
    titles = [data.title, data.first("og:title"), *data.headings[:1]]
    text = " ".join(body).casefold()
    shares = [_share([part for word in words_of(title) for part in _parts(word)], text) for title in titles]
    return max(shares, default=0.0) >= _SUPPORT


def _parts(word: str) -> list[str]:
    """The beginning of a long word; of a run of a script without spaces its pairs of signs."""
    if UNSPACED.search(word):
        return [word[start : start + 2] for start in range(len(word) - 1)]
    return [word[:_STEM]] if len(word) > _LONG_WORD else []


def _share(parts: Sequence[str], text: str) -> float:
    return sum(part in text for part in parts) / len(parts) if parts else 0.0


def _take(draft: Draft, body: Sequence[str], choose: Choose) -> None:
    """Lay the text below the page's blocks, sure to be its body, and choose again: what was shown of it is a repeat."""
    structure = Structure("p", 0.0, 0.0, 1, (-1,))
    for text in body:
        number = len(draft.blocks) + 1
        draft.blocks.append(Block(text, (number,), (text,), 1, shape_of(text), structure, score=1.0))
    note_coverage(draft)
    for block in draft.blocks:
        block.reason = ""
    choose(draft)
    draft.warn(FROM_DATA)
