"""The board: claims over many articles, what each article does with them, where they come from."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import permutations

import pytest
from hypothesis import given, settings, strategies

import storyreader
from storyreader import Article, Board, Claim
from storyreader.alignment import claims_nothing
from storyreader.messages import board_letter, cell_lines, edit_lines, origins_of, source_lines_of
from tests.engine.stories import COAST_HERALD, HARBOUR_POST, article

POST = article(HARBOUR_POST, date(2026, 3, 2), publisher="Harbour Post")
HERALD = article(COAST_HERALD, date(2026, 3, 3), publisher="Coast Herald")
RADIO_TEXT = (
    "Radio Orrin: The old pier in Orrin closes on Monday because worms have eaten its beams.",
    "Repairs of the pier will cost $2.5 million, the council said.",
    "Nine people were hurt in the storm, the fire brigade said.",
    "Fishermen fear for the spring season and want to be paid.",
)
RADIO = article(RADIO_TEXT, publisher="Radio Orrin")
THREE = [POST, HERALD, RADIO]


def claim_with(board: Board, words: str) -> Claim:
    """The claim that some article tells with these words."""
    (found,) = [
        claim
        for claim in board.claims
        if any(words in board.articles[place.article].sentences[place.sentence].text for place in claim.places)
    ]
    return found


def test_a_claim_is_told_by_every_article_that_tells_it_in_its_own_way() -> None:
    board = storyreader.board(THREE)
    pier = claim_with(board, "divers found that worms")
    assert pier.articles == (0, 1, 2)
    assert all(cell.kind in {"says", "reworded", "partial"} for cell in pier.cells)
    monks = claim_with(board, "monks in 1288")
    assert [cell.kind for cell in monks.cells] == ["silent", "says", "silent"]


def test_the_article_that_stands_against_the_others_has_the_conflict() -> None:
    texts = ("Nine people were hurt, the fire brigade said.", "Fourteen people were hurt, the fire brigade said.")
    board = storyreader.board([article((texts[n],), publisher=f"Outlet {at}") for at, n in enumerate((0, 1, 0))])
    (claim,) = board.claims
    assert (claim.text, claim.conflicts) == (texts[0], True)
    assert [cell.kind for cell in claim.cells] == ["says", "conflict", "says"]
    difference = claim.cells[1].difference
    assert difference is not None
    assert (difference.left_text, difference.right_text) == ("Nine people", "Fourteen people")
    assert claim.cells[1].against == claim.representative


def test_two_values_are_a_conflict_also_where_the_wording_that_stands_for_the_claim_has_none() -> None:
    texts = (
        "Nine gardens on the river bank in Orrin stood under water on Monday night.",
        "Fourteen gardens on the river bank in Orrin stood under water on Monday night.",
        "Gardens on the river bank in Orrin stood under water on Monday night.",
    )
    board = storyreader.board([article((text,), publisher=text[:6]) for text in texts])
    (claim,) = board.claims
    assert (claim.text, [cell.kind for cell in claim.cells]) == (texts[2], ["conflict", "conflict", "says"])
    assert [cell.against.article for cell in claim.cells if cell.against] == [1, 0]


def test_values_that_are_perhaps_not_of_the_same_thing_stand_beside_each_other() -> None:
    one = (
        "A fire tore through a fertiliser warehouse in the port of Orrin late on Monday, injuring 24 people and forcing"
        " some 1,200 residents from their homes."
    )
    other = (
        "Thirty-one people were hurt when fire swept through a fertiliser store on Pier 9 on Monday night, and "
        "investigators will today ask why nobody heard a siren."
    )
    board = storyreader.board([article((one,), publisher="A"), article((other,), publisher="B")])
    (cell,) = [cell for cell in board.claims[0].cells if cell.kind != "says"]
    assert cell.kind in {"reworded", "partial"}
    assert cell.difference is not None
    assert (cell.difference.reason, cell.difference.conflict) == ("unsure", False)


def test_the_order_of_the_articles_changes_nothing_but_their_numbers() -> None:
    boards = [(order, storyreader.board([THREE[n] for n in order])) for order in permutations(range(3))]
    told = [_told(board, order) for order, board in boards]
    assert all(one == told[0] for one in told)


def _told(board: Board, order: tuple[int, ...]) -> list[object]:
    """Everything a board tells, by the articles' own numbers in THREE."""
    claims = sorted(
        (
            claim.text,
            claim.origins,
            tuple(sorted((order[n], cell.kind, cell.sentences) for n, cell in enumerate(claim.cells))),
            None if claim.first is None else order[claim.first],
        )
        for claim in board.claims
    )
    origins = sorted(tuple(sorted(order[n] for n in origin.articles)) for origin in board.origins)
    voices = sorted((voice.name, tuple(sorted(order[n] for n in voice.articles))) for voice in board.voices)
    return [claims, origins, voices]


SENTENCES = sorted({sentence.text for one in THREE for sentence in one.sentences})


@settings(max_examples=25, deadline=None)
@given(strategies.lists(strategies.lists(strategies.sampled_from(SENTENCES), max_size=6), max_size=4))
def test_every_sentence_that_claims_something_is_in_a_claim(texts: list[list[str]]) -> None:
    articles = [article(tuple(own), publisher=f"Outlet {number}") for number, own in enumerate(texts)]
    board = storyreader.board(articles)
    told = {(place.article, place.sentence) for claim in board.claims for place in claim.places}
    expected = {
        (number, sentence.number)
        for number, one in enumerate(articles)
        for sentence in one.sentences
        if not claims_nothing(sentence.text, "en")
    }
    assert expected <= told
    for claim in board.claims:
        assert len(claim.cells) == len(articles)
        assert claim.cells[claim.representative.article].kind == "says"
        assert all(cell.sentences for cell in claim.cells if cell.kind != "silent")
    assert sorted(n for origin in board.origins for n in origin.articles) == list(range(len(articles)))


def test_a_chain_of_weak_links_is_no_claim() -> None:
    one = "The Karsen bridge in Tullow was closed on Friday after engineers had found cracks in two of its pillars."
    middle = "The Karsen bridge in Tullow was closed on Friday; the town will pay 4 million for a new ferry terminal."
    other = "The town council of Tullow will pay 4 million for the new ferry terminal at the southern quay."
    board = storyreader.board([article((text,), publisher=text[:20]) for text in (one, middle, other)])
    assert not any({0, 2} <= set(claim.articles) for claim in board.claims)


def test_copied_words_and_a_common_agency_make_one_origin_with_the_evidence() -> None:
    text = (
        "The ferry Alma ran aground off Tessin on Sunday with 212 people on board, the coast guard said.",
        "All passengers were taken off by noon and nobody was hurt, a spokeswoman told reporters.",
        "The captain had left the marked channel because of a drifting container, the operator said.",
        "Divers will look at the hull on Tuesday before the ship is towed to the yard in Malk.",
    )
    copy, wire, other = (
        article(text, publisher="The Beacon", agency="Norden Wire"),
        article((*text, "Our reporter saw the ship."), publisher="The Lantern"),
        article(("A ferry sat on a sandbank near Tessin.",), publisher="The Mirror", agency="Norden Wire"),
    )
    board = storyreader.board([copy, wire, other])
    (origin,) = board.origins
    assert {one.code for one in origin.evidence} == {"copied", "agency"}
    lines = "\n".join(origins_of(board))
    assert "word for word" in lines
    assert "Norden Wire" in lines
    assert claim_with(board, "Divers will look").origins == 1


def test_outlets_that_credit_one_report_are_one_origin_and_the_rest_is_not_called_independent() -> None:
    board = storyreader.board(
        [
            article(("The Kellen Post reported that the dam will be built.",), publisher="Radio Ost"),
            article(("The dam will be built, according to a report in the Kellen Post.",), publisher="Tagblick"),
            article(("Trees were felled near the river on Monday.",), publisher="Plain Water"),
        ]
    )
    assert [origin.articles for origin in board.origins] == [(0, 1), (2,)]
    assert origins_of(board)[-1] == "C: no common source seen"


def test_left_out_are_the_claims_of_others_those_of_most_origins_first() -> None:
    board = storyreader.board(THREE)
    missing = board.left_out(2)
    assert [claim.origins for claim in missing] == sorted((claim.origins for claim in missing), reverse=True)
    assert all(claim.cells[2].kind == "silent" for claim in missing)
    assert {claim.text for claim in board.alone(2)} >= {"Fishermen fear for the spring season and want to be paid."}
    assert [caveat.value for caveat in board.caveats_of(0)] == ["no response"]


def test_a_claim_is_dated_by_the_first_account_whose_time_is_known() -> None:
    board = storyreader.board(THREE)
    assert claim_with(board, "divers found that worms").first == 0
    assert claim_with(board, "Fishermen fear").first is None
    early = article(HARBOUR_POST, datetime(2026, 3, 2, 6, tzinfo=UTC), publisher="Early")
    late = article(COAST_HERALD, datetime(2026, 3, 2, 9, tzinfo=UTC), publisher="Late")
    assert claim_with(storyreader.board([late, early]), "divers found that worms").first == 1
    day = article(RADIO_TEXT, date(2026, 3, 2), publisher="Day")
    assert claim_with(storyreader.board([day, late]), "divers have discovered").first == 1
    west = article(HARBOUR_POST, datetime(2026, 3, 2, 5, tzinfo=timezone(timedelta(hours=-8))), publisher="West")
    assert claim_with(storyreader.board([west, late]), "divers found that worms").first == 1


def test_who_is_quoted_where_and_what_changed() -> None:
    board = storyreader.board([POST, article(("“We will not wait for the pier to sink,” said Lida Voss.",))])
    (voice,) = [one for one in board.voices if "Voss" in one.name]
    assert voice.articles == (0, 1)
    assert voice.words_in(1) == 9
    (change,) = voice.changes
    assert (change.left, change.right, change.drift.changes) == (0, 1, (("fall", "sink"),))


def test_an_article_of_another_event_is_told() -> None:
    other = article(
        (
            "A bus with schoolchildren overturned near Quell on Thursday, and eleven pupils were taken to hospital.",
            "The driver, Marek Dorn, told police that a deer had jumped in front of the bus.",
            "The road to Quell was closed for four hours.",
            "Parents waited in the gym of the Tarn school until evening.",
        ),
        publisher="Quell Courier",
    )
    assert storyreader.board([*THREE, other]).events[3].verdict == "two events"


@pytest.mark.parametrize("articles", [[], [article(())], [article(()), POST]])
def test_articles_without_a_sentence_are_silent(articles: list[Article]) -> None:
    board = storyreader.board(articles)
    assert len(board.events) == len(articles)
    assert all(claim.cells[0].kind == "silent" for claim in board.claims)


def test_an_article_may_tell_a_claim_twice() -> None:
    board = storyreader.board(
        [
            article(("Two boats were damaged in a storm last week.", "Two boats were damaged in a storm last week.")),
            article(("Two boats were damaged in last week's storm.",), publisher="B"),
        ]
    )
    (claim,) = board.claims
    assert sorted(len(cell.sentences) for cell in claim.cells) == [1, 2]


def test_letters_go_on_behind_z() -> None:
    assert [board_letter(n) for n in (0, 25, 26, 27, 51, 52)] == ["A", "Z", "AA", "AB", "AZ", "BA"]


def test_versions_of_a_page_are_lined_up_in_time_with_their_edits_the_weightiest_first() -> None:
    def version(hour: int, people: str, verb: str) -> Article:
        texts = (
            f"The ferry Alma ran aground off Tessin on Sunday with {people} people on board, the coast guard said.",
            "All passengers were taken off by noon and nobody was hurt, a spokeswoman told reporters.",
            "The captain had left the marked channel because of a drifting container.",
            f"Divers will {verb} the hull on Tuesday before the ship is towed to the yard in Malk.",
        )
        return article(texts, datetime(2026, 3, 2, hour, tzinfo=UTC), publisher="The Beacon", headline=f"Alma {people}")

    board = storyreader.board([version(9, "212", "inspect"), version(7, "12", "look at"), RADIO])
    (versions,) = board.versions
    assert (versions.earlier, versions.later) == (1, 0)
    assert [edit.kind for edit in versions.edits] == ["headline", "number", "wording"]
    lines = edit_lines(board)
    assert lines[0] == "B to A: 3 silent edits"
    assert lines[1] == "  headline: “Alma 12” became “Alma 212”"
    assert storyreader.board([RADIO, POST]).versions == ()


def test_who_is_said_to_know_a_claim_is_told_account_by_account() -> None:
    board = storyreader.board(
        [
            article(("Nine people were hurt in the storm, the fire brigade said.",), publisher="A"),
            article(("According to Mayor Lida Voss, nine people were hurt in the storm.",), publisher="B"),
            article(("Nine people were hurt in the storm.",), publisher="C"),
        ]
    )
    (claim,) = board.claims
    assert source_lines_of(board, claim) == ["A: the fire brigade", "B: Mayor Lida Voss", "C: no source named"]
    assert (
        cell_lines(board, claim)[-1]
        == "Said to be known by A: the fire brigade; B: Mayor Lida Voss; C: no source named"
    )
