"""What stands on both sides of a mark that may end a sentence. Units: characters of the text given."""

import re
from dataclasses import dataclass

from storyreader.segmenting.abbreviations import WordTables

OPENING_MARKS = "\"'“”‘’«»‹›„‚([{<¿¡*_-–—•「『《 \u00a0\u200b\u200e\u200f"
"""Marks that may stand between a sentence end and the first word of the next sentence."""

LONGEST_WORD = 40
_NEXT = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_LAST = re.compile(r"\S+$")


@dataclass(frozen=True, slots=True)
class BoundaryContext:
    """A candidate: the sentence began at `begin`, its mark stands at `stop`, the block ends at `end`.

    `before` is the word that carries the mark, without opening marks; `word` the next one, with `opening` between them.
    """

    text: str
    begin: int
    stop: int
    end: int
    found: re.Match[str]
    mark: str
    close: str
    before: str
    opening: str
    word: str
    tables: WordTables

    @property
    def opens_sentence(self) -> bool:
        """Whether the next word often begins a sentence, or a quotation mark opens one."""
        return self.word.lower() in self.tables.openers

    @property
    def said(self) -> str:
        """The sentence up to the mark."""
        return self.text[self.begin : self.stop]


def boundary_context(text: str, begin: int, end: int, found: re.Match[str], tables: WordTables) -> BoundaryContext:
    """Gather both sides of a candidate."""
    after = found.end()
    follower = _NEXT.search(text, after, min(end, after + LONGEST_WORD))
    last = _LAST.search(text, max(begin, found.start() - LONGEST_WORD), found.start())
    return BoundaryContext(
        text=text,
        begin=begin,
        stop=found.start(),
        end=end,
        found=found,
        mark=found["mark"] or found["glued"][:1],
        close=found["close"] or "",
        before=last.group().lstrip(OPENING_MARKS) if last else "",
        opening=text[after : follower.start()] if follower else text[after : after + 3],
        word=follower.group() if follower else "",
        tables=tables,
    )
