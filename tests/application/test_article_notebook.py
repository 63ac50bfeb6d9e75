"""Notes on a single article: kept, undone, found again, and never in the way of saved comparisons."""

from dataclasses import replace

from storyreader.application import ArticleNotebook, open_article_notebook
from storyreader.saving import SavedArticle, Store, article_notes_id
from tests.making import make_article

ARTICLE = make_article(
    ["The bridge closed on Monday.", "Engineers found a crack.", "Twelve vans were on it."],
    headline="Bridge shut after crack",
    publisher="The Ferrow Echo",
)


def notebook(saved: SavedArticle | None = None) -> ArticleNotebook:
    return ArticleNotebook(ARTICLE, saved, "Ina")


def told(book: ArticleNotebook) -> dict[int, list[str]]:
    return {number: [note.told for note in notes] for number, notes in book.notes.items()}


def test_a_note_comes_to_the_disk_and_back_and_is_undone_on_another_day() -> None:
    book = notebook()
    assert not book.write()
    book.begin(1)
    book.take(text="Which engineers?", tags=["source"])
    assert book.highlight(2, (2, 0, 11))
    assert book.write()
    again = open_article_notebook(ARTICLE, "Ina")
    assert told(again) == {1: ["Which engineers? · #source"], 2: ["“Twelve vans” · highlighted"]}
    assert again.undo() == ("highlight", 2)
    assert again.undo() == ("note Which engineers? · #source", 1)
    assert told(again) == {}
    assert again.redo() == ("note Which engineers? · #source", 1)
    assert again.write()
    assert told(open_article_notebook(ARTICLE, "Ina")) == {1: ["Which engineers? · #source"]}


def test_a_verdict_and_a_highlight_are_taken_away_by_giving_them_again() -> None:
    book = notebook()
    book.judge(0, "check")
    assert told(book) == {0: ["CHECK"]}
    book.judge(0, "check")
    assert told(book) == {}
    assert book.highlight(0)
    assert not book.highlight(0)
    assert told(book) == {}


def test_the_latest_note_on_a_whole_sentence_is_gone_on_with_and_words_begin_a_new_one() -> None:
    book = notebook()
    book.begin(1)
    book.take(text="Which?")
    assert book.begin(1).text == "Which?"
    assert book.begin(1, (1, 0, 9)).text == ""
    book.take(text="All of them?")
    assert sorted(told(book)[1]) == ["Which?", "“Engineers” · All of them?"]


def test_notes_stay_with_their_sentences_when_lines_are_corrected_and_are_orphaned_when_they_go() -> None:
    book = notebook()
    for number, text in ((1, "Which?"), (2, "Who counted?")):
        book.begin(number)
        book.take(text=text)
    book.write()
    other = make_article(["Engineers found a crack.", "A diver looked."])
    corrected = replace(ARTICLE, paragraphs=other.paragraphs, sentences=other.sentences)
    again = open_article_notebook(corrected, "Ina")
    assert told(again) == {0: ["Which?"]}
    assert [note.text for note in again.orphans] == ["Who counted?"]
    assert told(open_article_notebook(ARTICLE, "Ina")) == {1: ["Which?"], 2: ["Who counted?"]}


def test_what_two_storyreaders_write_is_merged() -> None:
    first, second = notebook(), notebook()
    first.judge(0, "check")
    second.judge(1, "agree")
    assert first.write()
    assert second.write()
    assert told(open_article_notebook(ARTICLE, "Ina")) == {0: ["CHECK"], 1: ["AGREE"]}


def test_it_is_listed_among_what_is_saved_and_is_no_comparison() -> None:
    book = notebook()
    book.judge(1, "check")
    book.write()
    (head,) = Store().listing().heads
    assert (head.title, head.outlets, head.is_comparison) == (
        "Bridge shut after crack: The Ferrow Echo",
        ("The Ferrow Echo",),
        False,
    )
    assert head.passages[0].quotations == (("", "Engineers found a crack."),)
    assert Store().load(head.id) is None
    assert Store().load_article(article_notes_id(ARTICLE)) is not None
