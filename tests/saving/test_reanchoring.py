"""Items in changed articles: they find their place for sure, or keep their quotation in the tray."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings, strategies as st

from storyreader.article import Article
from storyreader.comparing.rows import reading_rows
from storyreader.comparison import Comparison, Link, Passage
from storyreader.saving import Anchor, LinkCorrection, Note, SavedComparison, new_saved
from storyreader.saving.applying import corrected_comparison
from storyreader.saving.history import recorded, undone
from storyreader.saving.items import living
from storyreader.saving.quotes import QuotedText, QuoteSelector
from storyreader.saving.reanchoring import Reanchorer, orphans, reanchored
from storyreader.saving.sentence_tracking import track_sentences
from storyreader.saving.targets import anchor_of, items_by_row, target_of, words_target
from tests.making import make_article

OLD = (
    "The ferry to Skarholm ran aground at dawn with forty people aboard.",
    "Rescuers in two boats brought everybody ashore before noon.",
    "The captain said the fog had come from nowhere.",
    "A spokeswoman declined to comment.",
    "Tickets for the week will be refunded, the company promised.",
)
NEW_WORDS = "The ferry to Skarholm ran aground at sunrise with fifty people aboard."
SPLIT = ("Rescuers in two boats came out.", "They brought everybody ashore before noon.")
MERGED = "The captain said the fog had come from nowhere and a spokeswoman declined to comment."


def after(*sentences: str) -> dict[int, tuple[int, ...]]:
    return track_sentences(OLD, sentences)


def test_unchanged_sentences_stay() -> None:
    assert after(*OLD) == {number: (number,) for number in range(5)}


def test_changed_moved_split_merged_and_deleted_sentences() -> None:
    assert after(NEW_WORDS, *OLD[1:])[0] == (0,)
    assert after(OLD[4], *OLD[:4]) == {0: (1,), 1: (2,), 2: (3,), 3: (4,), 4: (0,)}
    assert after(OLD[0], *SPLIT, *OLD[2:])[1] == (1, 2)
    assert {n: places for n, places in after(*OLD[:2], MERGED, OLD[4]).items() if n in (2, 3)} == {2: (2,), 3: (2,)}
    assert 2 not in after(*OLD[:2], *OLD[3:])
    assert after("Nothing of it is left here.") == {}


def test_one_of_two_equal_sentences_is_told_by_its_neighbours_or_not_at_all() -> None:
    twice = ("He waved.", OLD[0], "He waved.", OLD[1])
    assert track_sentences(twice, (OLD[0], "He waved.", OLD[1])) == {1: (0,), 2: (1,), 3: (2,)}
    assert track_sentences(("He waved.", "Rain fell.", "He waved."), ("He waved.",)) == {}


def test_two_rivals_are_left_open() -> None:
    rivals = ("The ferry to Skarholm ran aground at noon with forty people aboard.", *OLD[1:],
              "The ferry to Skarholm ran aground at dusk with forty people aboard.")  # fmt: skip
    assert 0 not in track_sentences(OLD, tuple(reversed(rivals)))


@settings(max_examples=60)
@given(st.permutations(range(5)), st.sets(st.integers(0, 4)))
def test_no_sentence_is_followed_to_a_wrong_one(order: Sequence[int], kept: set[int]) -> None:
    new = [OLD[number] for number in order if number in kept]
    assert track_sentences(OLD, new) == {number: (new.index(OLD[number]),) for number in kept}


def articles(*new: str) -> tuple[Reanchorer, Article, Article]:
    old, changed = make_article(OLD), make_article(new, headline="changed")
    return Reanchorer([(old.name, old)], [(changed.name, changed)]), old, changed


def moved(span: str, *new: str) -> Anchor | None:
    """Where words of the first sentence are in the new article."""
    moving, old, _ = articles(*new)
    start = OLD[0].index(span)
    anchor = anchor_of(old, [0], (start, start + len(span)))
    assert anchor is not None
    return moving.anchor(anchor)


def test_words_are_found_in_the_changed_sentence() -> None:
    placed = moved("ran aground", OLD[1], NEW_WORDS)
    assert placed is not None
    assert (placed.sentences, placed.span, placed.exact, placed.was) == ([1], (22, 33), "ran aground", "")
    assert NEW_WORDS[22:33] == "ran aground"


def test_words_with_a_small_change_keep_how_they_read() -> None:
    placed = moved("ferry to Skarholm", "The ferries to Skarholm ran aground at dawn with forty people aboard.")
    assert placed is not None
    assert (placed.exact, placed.was) == ("ferries to Skarholm", "ferry to Skarholm")


def test_words_that_are_gone_are_not_guessed() -> None:
    assert moved("forty", NEW_WORDS) is None


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        (QuoteSelector("declined to comment", prefix="A spokeswoman "), "declined to comment"),
        (QuoteSelector("the", prefix="xx", suffix="yy"), None),
        (QuoteSelector("The captain said that fog had come from nowhere."), OLD[2]),
        (QuoteSelector("No such words stand anywhere in this article."), None),
        (QuoteSelector("ferry", start=4, end=9), "ferry"),
        (QuoteSelector(""), None),
    ],
)
def test_a_quotation_is_found_for_sure_or_not_at_all(quote: QuoteSelector, words: str | None) -> None:
    text = QuotedText(make_article(OLD))
    place = text.find(quote)
    assert (place and text.text[place[0] : place[1]]) == words


@given(st.integers(0, 4), st.data())
def test_any_stretch_is_found_by_its_position_and_told_as_it_was(number: int, data: st.DataObject) -> None:
    article = make_article(OLD)
    start = data.draw(st.integers(0, len(OLD[number]) - 1))
    end = data.draw(st.integers(start + 1, len(OLD[number])))
    text = QuotedText(article)
    first = text.starts[number] + start
    exact = OLD[number][start:end]
    assert text.find(QuoteSelector(exact, start=first, end=first + end - start)) == (first, first + end - start)
    if any(character.isalnum() for character in exact):
        anchor = text.anchor(first, first + end - start)
        assert anchor is not None
        assert (anchor.sentences, anchor.exact) == ([number], exact)


@settings(max_examples=200)
@given(
    sentences=st.lists(st.integers(-2, 7), max_size=3),
    span=st.none() | st.tuples(st.integers(-3, 80), st.integers(-3, 80)),
    exact=st.sampled_from(["", "the fog", *OLD, "e", "Rain.", NEW_WORDS]),
    new=st.lists(st.sampled_from([*OLD, NEW_WORDS, *SPLIT, MERGED, "", "e"]), max_size=6),
)
def test_any_anchor_is_placed_on_what_is_there_or_nowhere(
    sentences: list[int], span: tuple[int, int] | None, exact: str, new: list[str]
) -> None:
    moving, old, changed = articles(*new)
    placed = moving.anchor(Anchor(article=old.name, sentences=sentences, span=span, exact=exact, prefix="x"))
    if placed is not None:
        assert placed.sentences
        assert placed.exact == anchor_exact(changed, placed)


def anchor_exact(article: Article, anchor: Anchor) -> str:
    known = anchor_of(article, anchor.sentences, anchor.span)
    assert known is not None
    return known.exact


def paired(left: Sequence[str], right: Sequence[str]) -> Comparison:
    """A comparison in which equal sentences are linked."""
    links = [Link((left.index(text),), (number,), "same", 100.0) for number, text in enumerate(right) if text in left]
    rows = reading_rows(links, len(left), len(right))
    articles = make_article(left, publisher="x"), make_article(right, publisher="y")
    return Comparison(*articles, tuple(links), (), (), rows)


def saved_on_old() -> SavedComparison:
    comparison = paired(OLD, OLD[:3])
    rows = comparison.rows
    notes = [
        Note(id=f"n{place}", target=target_of(comparison, row), text=f"on {place}") for place, row in enumerate(rows)
    ]
    words = Note(id="w", target=words_target(comparison, [("left", Passage(3, 2, 13))]), text="words")
    correction = LinkCorrection(id="a", kind="not a match", target=target_of(comparison, rows[1]))
    saved, _ = recorded(new_saved(comparison), "note", [*notes, words, correction])
    return saved


def test_every_item_is_placed_or_orphaned() -> None:
    saved = saved_on_old()
    found = reanchored(saved, paired([OLD[4], NEW_WORDS, *OLD[2:4]], OLD[:3]))
    assert {item.id for item in found.orphans} == {"n1", "a"}
    assert orphans(found.saved) == found.orphans
    told = {
        note.text: note.target.numbers(found.saved.names["left"]) for note in found.saved.notes if not note.orphaned
    }
    assert told == {"on 0": [1], "on 2": [2], "on 3": [3], "on 4": [0], "words": [3]}
    assert len(items_by_row(found.saved.restored(), found.saved.notes)) >= 4
    [lost] = [note for note in found.saved.notes if note.id == "n1"]
    anchor = lost.target.anchor(found.saved.names["left"])
    assert anchor is not None
    assert (anchor.exact, anchor.sentences) == (OLD[1], [])
    assert {note.id for note in living(found.saved.notes)} == {note.id for note in living(saved.notes)}
    assert corrected_comparison(found.saved).links == found.saved.restored().links


def test_no_item_stays_orphaned_when_the_page_is_as_before() -> None:
    saved = saved_on_old()
    changed = paired(OLD[2:], OLD[:3])
    there = reanchored(saved, changed)
    assert there.orphans
    back = reanchored(there.saved, saved.restored())
    assert back.orphans == []
    # quotations and all else are as they were
    assert [note.model_dump(exclude={"target"}) for note in back.saved.notes] == [
        note.model_dump(exclude={"target"}) for note in saved.notes
    ]
    assert [note.target.numbers(saved.names["left"]) for note in back.saved.notes] == [
        n.target.numbers(saved.names["left"]) for n in saved.notes
    ]


def test_undoing_works_on_the_changed_page() -> None:
    saved = saved_on_old()
    place = next(note for note in saved.notes if note.id == "n2")
    saved, _ = recorded(saved, "note", [place.model_copy(update={"text": "later"})])
    found = reanchored(saved, paired(OLD[2:], OLD[:3]))
    back = undone(found.saved)
    assert back is not None
    [note] = [note for note in back[0].notes if note.id == "n2"]
    assert (note.text, note.target.numbers(found.saved.names["left"])) == ("on 2", [0])
