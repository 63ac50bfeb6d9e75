"""What a reader may take over on a page: nothing of it is in the article before the reader says so."""

from dataclasses import dataclass

from storyreader import cleaning
from storyreader.article import Article
from storyreader.cleaning import Correction
from storyreader.errors import StoryReaderError
from storyreader.library.corrections import CorrectionBook
from storyreader.library.files import ENOUGH, read_article
from storyreader.library.outlet_memory import OutletMemory


@dataclass(frozen=True, slots=True)
class Offers:
    """Corrections offered for one page, in page order, no line in both.

    `repeated` are the reader's own on the same lines of the outlet's other pages; `taught` are lines that stand on
    those pages too, and what follows for others when they are left out.
    """

    repeated: tuple[Correction, ...] = ()
    taught: tuple[Correction, ...] = ()

    @property
    def lines(self) -> tuple[Correction, ...]:
        """All of them."""
        return (*self.repeated, *self.taught)


def offers_for(article: Article, book: CorrectionBook, outlets: OutletMemory) -> Offers:
    """What is offered for an article that was read from a file; the memory counts it among its outlet's articles."""
    repeated = book.offered(article)
    numbers = {correction.number for correction in repeated}
    taught = tuple(correction for correction in _taught(article, outlets) if correction.number not in numbers)
    return Offers(repeated, taught)


def _taught(article: Article, outlets: OutletMemory) -> tuple[Correction, ...]:
    """The lines that would be judged otherwise with what the outlet's other pages taught."""
    known = outlets.learn(cleaning.outlet_key(article), article)
    if len(known) < ENOUGH:
        return ()
    try:
        again = read_article(article.path, known)
    except StoryReaderError:
        return ()  # the file has gone meanwhile
    if again.content_hash != article.content_hash:
        return ()
    return tuple(
        Correction(line.number, line.text, other.kept)
        for line, other in zip(article.lines, again.lines, strict=True)
        if line.kept != other.kept and line.text.strip() and line.number not in article.corrected
    )
