"""Which sentence carries the headline, and what a headline promises beyond its text."""

from dataclasses import replace

import pytest

from storyreader import Article, compare, find_findings
from storyreader.reading import Reading
from tests.engine.stories import article


def read(headline: str, *sentences: str, language: str = "en") -> Reading:
    return Reading(replace(article(sentences, headline=headline), language=language))


@pytest.mark.parametrize(
    ("headline", "sentences", "carrier"),
    [
        (
            "Ferris to Name New Head of S.H.A.",
            (
                "Ada Ferris will tell the Sarn Harbour Authority on Friday whom she wants as its head.",
                "The S.H.A. did not answer when it was asked about the new name that Ms. Ferris had found.",
            ),
            0,
        ),
        (
            "Tull closes its salt works",
            (
                "The salt works of Tull will be closed in May, the town said on Monday.",
                "Tull has lived on salt since 1288, and the works of Tull stand on its arms.",
            ),
            0,
        ),
        (
            "Lachs stirbt im Fluss Lenn",
            (
                "Am Montag kamen viele Kinder nach Sarn.",
                "Im Fluss Lenn sind in dieser Woche 400 Lachse gestorben.",
                "Das Amt äußerte sich zunächst nicht zum Fluss Lenn und zum Lachs.",
            ),
            1,
        ),
    ],
)
def test_the_sentence_with_the_claim_carries_the_headline(
    headline: str, sentences: tuple[str, ...], carrier: int
) -> None:
    assert read(headline, *sentences, language="de" if "Fluss" in headline else "en").headline_sentence == carrier


PROMISES = [
    ("en", "Ada Ferris leaves harbour board", "Ada Ferris may soon leave the harbour board, a clerk said.", "leaves"),
    ("en", "Brewery poisoned the Lenn", "The brewery allegedly poisoned the river Lenn in March.", "poisoned"),
    ("en", "Tull bans barrel organs", "Tull is considering banning barrel organs from its market.", "bans"),
    ("de", "Direktorin Ferris tritt ab", "Direktorin Ferris könnte nach Angaben aus dem Amt noch im Mai abtreten.",
     "tritt … ab"),
    ("es", "La directora Ferris dimite", "La directora Ferris podría dimitir en mayo.", "dimite"),
    ("fr", "La directrice Ferris démissionne", "La directrice Ferris pourrait démissionner en mai.", "démissionne"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "headline", "text", "words"), PROMISES)
def test_a_headline_that_tells_as_done_what_the_text_leaves_open_is_named(
    language: str, headline: str, text: str, words: str
) -> None:
    found = read(headline, text, language=language).promise
    assert found is not None
    assert found.headline == words


@pytest.mark.parametrize(
    ("headline", "sentences"),
    [
        ("Ada Ferris may leave harbour board", ("Ada Ferris may leave the harbour board.",)),
        ("Ada Ferris to leave harbour board", ("Ada Ferris may leave the harbour board.",)),
        ("Will Ada Ferris leave the harbour board?", ("Ada Ferris may leave the harbour board.",)),
        ("Ada Ferris leaves harbour board", ("Ada Ferris left the harbour board.", "Karel Brook may leave it too.")),
        (
            "Mill whistle warns of fire",
            ("A whistle on the mill could have warned of the fire.", "It warned of this one."),
        ),
        ("New whistle for the mill", ("The mill could get a new whistle.",)),
    ],
)
def test_headlines_that_hedge_ask_or_hold_promise_nothing(headline: str, sentences: tuple[str, ...]) -> None:
    assert read(headline, *sentences).promise is None


def test_the_promise_is_said_of_its_side() -> None:
    left: Article = article((PROMISES[0][2],), headline=PROMISES[0][1])
    right = article(("Ada Ferris may soon leave the harbour board, it is said.",), headline="Ferris may leave board")
    told = [item.says for item in find_findings(compare(left, right)).observations if item.code == "headline_promises"]
    assert told == ["The headline of A says more than its text: “leaves” above “may soon leave”."]
