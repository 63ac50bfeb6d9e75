"""The working state of cleaning: the blocks of a page, what each has been judged to be, and the fields found so far.

A block is one line of a text page (several when the page is hard-wrapped) or one visible text block of an HTML page.
Rules change a draft in place; the finished draft becomes an Article and is thrown away.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from storyreader.article import BODY
from storyreader.cleaning.block_stats import BlockStats
from storyreader.cleaning.budget import Budget
from storyreader.cleaning.outlet_lines import OutletLines
from storyreader.cleaning.page_data import PageData
from storyreader.page import Page

_SPACED = 0.8
"""Share of the paragraphs that have a blank line above them where all of them are meant to."""


@dataclass(slots=True)
class Structure:
    """Where an HTML block stands in the page.

    `links` is the share of its characters inside links, `bold` inside bold type, 0 to 1; `ancestors` numbers the
    elements around it, the nearest first; `classes` joins their class names, the nearest first.
    """

    tag: str
    links: float
    bold: float
    depth: int
    ancestors: tuple[int, ...]
    flags: frozenset[str] = frozenset()
    classes: str = ""

    @property
    def nearest_class(self) -> str:
        """The first class name of the nearest element that has one."""
        return next(iter(self.classes.split(None, 1)), "")


@dataclass(slots=True)
class Block:
    """A stretch of page text that is judged as one.

    `text` has single spaces; `numbers` and `raw` are the page lines it was made of; `gap` is the number of blank lines
    above, 2 at most; `reason` is empty until a rule decides; `score` is the probability of being body text, 0 to 1.
    `seen` is the share of it that each of the draft's extractor texts has, -1 where there is no text (see coverage).
    `common_heading` tells that other articles of the outlet have these words above them too, so that they head none.
    """

    text: str
    numbers: tuple[int, ...]
    raw: tuple[str, ...]
    gap: int
    shape: BlockStats
    structure: Structure | None = None
    reason: str = ""
    score: float = 0.0
    common_heading: bool = False
    seen: tuple[float, ...] = ()

    def decide(self, reason: str) -> None:
        """Judge the block unless it has been judged before: the first rule to speak wins."""
        if not self.reason:
            self.reason = reason

    @property
    def extracted(self) -> float:
        """The share of it that the extractor has, 0 to 1; -1 where that has found nothing, and for text pages."""
        return self.seen[0] if self.seen else -1.0

    @property
    def kept(self) -> bool:
        """Whether the block is body text so far."""
        return self.reason == BODY


def first_kept(blocks: Iterable[Block]) -> int:
    """The number of the story's first block; 0 without one."""
    return next((number for number, block in enumerate(blocks) if block.kept), 0)


def last_kept(blocks: Iterable[Block]) -> int:
    """The number of the story's last block, below which comments have names and times of their own; 0 without one."""
    return max((number for number, block in enumerate(blocks) if block.kept), default=0)


def is_spaced(blocks: Iterable[Block]) -> bool:
    """Whether the story's paragraphs have blank lines between them, so that lines without one belong together."""
    gaps = [block.gap > 0 for block in blocks if block.kept]
    return sum(gaps) >= _SPACED * len(gaps)


def words_in(blocks: Iterable[Block]) -> int:
    """The number of words of some blocks."""
    return sum(block.shape.words for block in blocks)


@dataclass(slots=True)
class Draft:
    """A page on its way to an article.

    `fields` are Article fields by name, `sources` the rule that found each; `data` is what an HTML page says of
    itself out of sight and `extractor_texts` are texts that others take for its article (both empty for text);
    `headlines` are the blocks that the model takes for the headline, each as index and probability, likeliest first;
    `bylines` and `dates` are the candidates for byline and date once they were asked for (see candidates),
    `byline_guesses` are the former with their probabilities, the one that was taken first, then the likeliest;
    `date_guess` is the likeliest date with its probability, or None; `outlets` are the candidates for the outlet;
    `day_first` holds whether the page writes the day before the month once that was asked (see date_order);
    `clean` tells that the page is nothing but paragraphs; `corrected` are the lines on which the reader has spoken;
    `outlet_lines` is what other pages of the outlet taught, if anything; `stated` is what the page's wrapper says, by
    the name of the field, and `whole` that it holds all of a page, menus and all; `budget` is what it may cost.
    """

    page: Page
    blocks: list[Block]
    fields: dict[str, Any] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    language: str | None = None
    data: PageData = field(default_factory=PageData)
    extractor_texts: tuple[str, ...] = ()
    headlines: tuple[tuple[int, float], ...] = ()
    bylines: Any = None
    dates: Any = None
    byline_guesses: Any = ()
    date_guess: Any = None
    outlets: Any = ()
    day_first: tuple[bool | None] | None = None
    clean: bool = False
    corrected: set[int] = field(default_factory=set)
    outlet_lines: OutletLines | None = None
    stated: dict[str, str] = field(default_factory=dict)
    whole: bool = False
    budget: Budget = field(default_factory=Budget)

    @property
    def address(self) -> str:
        """Where the page was, as far as is known."""
        return self.fields.get("url") or self.page.url or ""

    @property
    def byline_guess(self) -> Any:
        """The likeliest candidate for the byline, or the one that was taken, with its probability; None without one."""
        return self.byline_guesses[0] if self.byline_guesses else None

    @property
    def headline_index(self) -> int | None:
        """The block that the model takes for the headline."""
        return self.headlines[0][0] if self.headlines else None

    @property
    def headline_score(self) -> float:
        """The probability of that block."""
        return self.headlines[0][1] if self.headlines else 0.0

    def find(self, name: str, value: Any, rule: str) -> None:
        """Fill a field unless an earlier, better rule has filled it."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.sources[name] = rule

    def warn(self, text: str) -> None:
        """Write down a doubt once."""
        if text not in self.warnings:
            self.warnings.append(text)
