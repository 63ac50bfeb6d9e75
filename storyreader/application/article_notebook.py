"""The reader's side of one article read alone: notes, verdicts, tags and highlights on sentences or words of them."""

from storyreader.application.item_book import ItemBook, deleted_item
from storyreader.application.unsaved import UNSAVED
from storyreader.article import Article
from storyreader.saving import (
    Item,
    Note,
    SavedArticle,
    Store,
    Target,
    anchor_of,
    article_notes_id,
    living,
    new_saved_article,
    on_article,
)

Words = tuple[int, int, int]
"""Words of a sentence: its number, and first and end character."""


class ArticleNotebook(ItemBook[SavedArticle]):
    """What the reader adds to one article; places are numbers of sentences."""

    def __init__(self, article: Article, saved: SavedArticle | None, author: str) -> None:
        self._article = article
        super().__init__(on_article(saved, article) if saved else None, author)

    def _new(self) -> SavedArticle:
        return new_saved_article(self._article)

    def _place_of(self, item: Item) -> int | None:
        return next(iter(item.target.numbers(self._article.name)), None)

    @property
    def notes(self) -> dict[int, list[Note]]:
        """The notes by the number of the first sentence they are on."""
        found: dict[int, list[Note]] = {}
        for note in living(self.saved.notes) if self.saved else ():
            if (place := self._place_of(note)) is not None:
                found.setdefault(place, []).append(note)
        return found

    @property
    def orphans(self) -> list[Note]:
        """The notes whose words are no longer in the article."""
        return [note for note in living(self.saved.notes) if note.orphaned] if self.saved else []

    def begin(self, sentence: int, words: Words | None = None) -> Note:
        """Start writing on a sentence, or on words of it: the latest note there, or a new one."""
        target = self._target(sentence, words)
        there = [note for note in self._on(target) if not note.highlight]
        return self._begin(there[-1] if there else Note(target=target, author=self._author))

    def _on(self, target: Target) -> list[Note]:
        """The notes on just these words, or on just this sentence."""
        return [note for notes in self.notes.values() for note in notes if note.target.places == target.places]

    def highlight(self, sentence: int, words: Words | None = None) -> bool:
        """Highlight a sentence or some words without a note, or take that back; tells which of the two."""
        target = self._target(sentence, words)
        there = [note for note in self._on(target) if note.highlight]
        if there:
            self._record("no highlight", *(deleted_item(note) for note in there))
            return False
        self._record("highlight", Note(target=target, author=self._author, highlight=True))
        return True

    def judge(self, sentence: int, verdict: str, words: Words | None = None) -> None:
        """Give a sentence, or words of it, a verdict; the same verdict again takes it away."""
        note = self.begin(sentence, words)
        self.take(verdict="" if note.verdict == verdict else verdict)
        self._writing = None

    def _target(self, sentence: int, words: Words | None) -> Target:
        number, span = (words[0], words[1:]) if words else (sentence, None)
        anchor = anchor_of(self._article, [number], span)
        return Target(anchors=[anchor] if anchor else [])


def open_article_notebook(article: Article, author: str) -> ArticleNotebook:
    """The notebook of an article, with the notes of earlier days. Raises StoryReaderError when they cannot be read."""
    identity = article_notes_id(article)
    return ArticleNotebook(article, UNSAVED.with_waiting(Store().load_article(identity), identity), author)
