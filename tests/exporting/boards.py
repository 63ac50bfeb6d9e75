"""A board with everything on it for tests of exports: conflict, rewording, copy, caveat, changed quotation, unsure
cells, notes, an orphan. Any text may be put into its articles and notes.
"""

from datetime import UTC, date, datetime
from functools import cache

import storyreader
from storyreader.article import Article
from storyreader.exporting import BoardDossier
from storyreader.saving import Anchor, Note, Review, Target
from storyreader.saving.items import Item
from storyreader.story_board import Board
from tests.making import make_article

COURIER = (
    "The weir at Tolmin Ford broke on Friday morning and 12 gardens were flooded.",
    "Nobody was hurt, the warden Ola Brandt said.",
    "“We had warned the town of the old gate for nine years,” said Ola Brandt.",
    "The mill owner declined to comment on the broken gate.",
    "A heron watched from the mill roof.",
)
GAZETTE = (
    "The weir at Tolmin Ford broke on Friday morning and 21 gardens were flooded.",
    "Nobody was hurt, according to the warden Ola Brandt.",
    "“We had warned the town of the gate for nine years,” said Ola Brandt.",
    "Divers will look at the foundations of the weir next week.",
)
RADIO = (
    "On Friday morning the weir at Tolmin Ford broke and 12 gardens were flooded.",
    "The divers are to look at the foundations of the weir in the coming week.",
    "כל הגינות יבשו עד הבוקר.",
)
OUTLETS = ("Tolmin Courier", "Evening Gazette", "Radio Ford")
WHEN = datetime(2026, 5, 4, 12, tzinfo=UTC)


def articles(extra: str = "") -> list[Article]:
    """Three accounts of one event, the third of which also has the extra sentence."""
    return [
        make_article(COURIER, headline="Weir breaks at Tolmin Ford", publisher=OUTLETS[0], language="en",
                     published=WHEN, agency="Norden Wire", content_hash="aa", url="https://courier.example/weir?a=1&b=2"),
        make_article(GAZETTE, headline="Gardens under water", publisher=OUTLETS[1], language="en",
                     published=date(2026, 5, 5), updated=datetime(2026, 5, 6, 7, tzinfo=UTC), agency="Norden Wire",
                     byline="By Piet Rho", content_hash="bb"),
        make_article((*RADIO, extra) if extra else RADIO, headline=extra or "Wet gardens", publisher=OUTLETS[2],
                     language="en", content_hash=f"cc{extra}"),
    ]  # fmt: skip


@cache
def weir() -> Board:
    return storyreader.board(articles())


def noted(board: Board, text: str = "Who counted?\nAsk again.") -> dict[int, list[Item]]:
    """A note with everything, and a reviewed mark, on the first claim; a note on the last one."""

    def anchor(claim: int) -> Target:
        place = board.claims[claim].representative
        article = board.articles[place.article]
        anchors = [Anchor(article=article.name, sentences=[place.sentence], exact=board.claims[claim].text)]
        return Target(anchors=anchors)

    last = len(board.claims) - 1
    note = Note(id="n1", target=anchor(0), text=text, verdict="conflict", tags=["count", text], author=text,
                evidence="https://weir.example/log?x=1&y=2", created=WHEN, changed=WHEN)  # fmt: skip
    review = Review(id="r1", target=anchor(0), author="Ina", created=WHEN, changed=WHEN)
    end = Note(id="n2", target=anchor(last), text="A last word", author="Ina", created=WHEN, changed=WHEN)
    return {0: [note, review], last: [end]}


def full(text: str = "Who counted?\nAsk again.", *, blind: bool = False) -> BoardDossier:
    """A dossier with everything."""
    board = weir()
    gone = Target(anchors=[Anchor(article=board.articles[1].name, exact="It rained for nine days.")])
    orphan = Note(id="n3", target=gone, orphaned=True, text="Nine?", author="Ina", created=WHEN, changed=WHEN)
    return BoardDossier(board, "The weir at Tolmin Ford", blind, noted(board, text), [orphan])
