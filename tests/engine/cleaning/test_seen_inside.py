"""What the extractor has too stays inside a story; what a cue, a link, a name or a date speaks against does not."""

import pytest

from storyreader.cleaning.block_stats import shape_of
from storyreader.cleaning.coverage import note_coverage
from storyreader.cleaning.draft import Block, Draft, Structure
from storyreader.cleaning.rules import seen_inside
from storyreader.loading import page_from_text

_FIRST = "The ferry of Hollin crossed for the last time on Friday, after forty years on the same rope."
_LAST = "The parish will sell the boat and keep the bell, which rings for fog and for funerals."


def _draft(line: str, seen: str, *, links: float = 0.0, flags: frozenset[str] = frozenset()) -> Draft:
    texts = (_FIRST, line, _LAST)
    blocks = [
        Block(text, (number,), (text,), 1, shape_of(text), Structure("p", 0.0, 0.0, 3, (1,)))
        for number, text in enumerate(texts, 1)
    ]
    blocks[1].structure = Structure("p", links, 0.0, 3, (1,), flags)
    blocks[0].reason = blocks[2].reason = "body"
    draft = Draft(page_from_text("<p></p>", "html"), blocks)
    draft.extractor_texts = ("\n".join((_FIRST, seen, _LAST)), "", "")
    note_coverage(draft)
    return draft


def test_a_short_line_that_the_extractor_has_stays() -> None:
    draft = _draft("A rope of hemp and wire", "A rope of hemp and wire")
    seen_inside.apply(draft)
    assert draft.blocks[1].kept


@pytest.mark.parametrize(
    ("line", "seen", "links", "flags"),
    [
        ("A rope of hemp and wire", "", 0.0, frozenset()),
        ("A rope of hemp and wire", "A rope of hemp and wire", 0.9, frozenset()),
        ("Hollin 3 4 12", "Hollin 3 4 12", 0.0, frozenset({"table"})),
        ("Wenna Tarrow", "Wenna Tarrow", 0.0, frozenset()),
        ("12 March 2026, 09:40", "12 March 2026, 09:40", 0.0, frozenset()),
        ("Loading the gallery…", "Loading the gallery…", 0.0, frozenset()),
        ("Share on Facebook", "Share on Facebook", 0.0, frozenset()),
    ],
    ids=["unseen", "links", "table", "name", "date", "unfinished", "cue"],
)
def test_other_lines_do_not(line: str, seen: str, links: float, flags: frozenset[str]) -> None:
    draft = _draft(line, seen, links=links, flags=flags)
    seen_inside.apply(draft)
    assert not draft.blocks[1].kept
