"""Caveats, denials and sources that one account tells and the other leaves out."""

from dataclasses import replace

import pytest

from storyreader import Article, compare
from storyreader.findings import find_fact_rows, find_omissions
from tests.engine.stories import article


def told(*sentences: str, language: str = "en") -> Article:
    return replace(article(sentences), language=language)


def dropped(left: Article, right: Article, what: str = "caveat") -> list[tuple[str, str]]:
    return [(item.side, item.text) for item in find_omissions(compare(left, right)) if item.what == what]


CLAIM = "The brewery of Tull poured 900 litres of dye into the river Lenn in March."
OTHER = "Children learn to swim in the river Lenn each summer."


@pytest.mark.parametrize(
    ("doubt", "words"),
    [
        (
            "The Quern Post has not been able to independently verify the claim.",
            "has not been able to independently verify",
        ),
        ("Repeated calls to the brewery were not answered.", "were not answered"),
        ("The brewery has not yet commented.", "has not yet commented"),
        ("The brewery's owner denies that any dye was used.", "denies that"),
        ("It dismissed the accusations in a letter to the council.", "dismissed the accusations"),
        ("Its owner says that the accusation is untrue.", "accusation is untrue"),
        ("Its owner called the reports baseless.", "reports baseless"),
    ],
)
def test_a_sentence_that_doubts_or_denies_is_dropped_with_the_claim_before_it(doubt: str, words: str) -> None:
    left, right = told(CLAIM, doubt), told(CLAIM, OTHER)
    assert dropped(left, right) == [("left", words)]
    assert dropped(right, left) == [("right", words)]
    (found,) = find_omissions(compare(left, right))
    assert compare(left, right).links[found.link].right == (0,)


@pytest.mark.parametrize(
    ("language", "claim", "doubt", "words"),
    [
        ("de", "Die Brauerei von Tull leitete im März 900 Liter Farbe in den Fluss Lenn.",
         "Die Angaben ließen sich zunächst nicht unabhängig überprüfen.", "nicht unabhängig überprüfen"),
        ("de", "Die Brauerei von Tull leitete im März 900 Liter Farbe in den Fluss Lenn.",
         "Der Besitzer weist die Umweltvorwürfe zurück.", "weist die Umweltvorwürfe"),
        ("de", "Die Brauerei von Tull leitete im März 900 Liter Farbe in den Fluss Lenn.",
         "Die Vorwürfe seien haltlos, sagte der Besitzer.", "Vorwürfe seien haltlos"),
        ("es", "La cervecería de Tull vertió 900 litros de tinte en el río Lenn en marzo.",
         "El dueño negó las acusaciones.", "negó las acusaciones"),
        ("fr", "La brasserie de Tull a versé 900 litres de teinture dans la rivière Lenn en mars.",
         "Contactée lundi, la brasserie n'a pas encore répondu.", "n'a pas encore répondu"),
    ],
)  # fmt: skip
def test_doubts_and_denials_are_known_in_other_languages(language: str, claim: str, doubt: str, words: str) -> None:
    left, right = told(claim, doubt, language=language), told(claim, language=language)
    assert dropped(left, right) == [("left", words)]


def test_a_caveat_that_is_a_whole_sentence_comes_first_in_its_group() -> None:
    left = told("Two men allegedly opened the sluice of the brewery in Tull.", CLAIM, "The brewery did not reply.")
    right = told("Two men opened the sluice of the brewery in Tull.", CLAIM)
    rows = [row for row in find_fact_rows(compare(left, right)) if row.state == "caveat dropped"]
    assert [row.text for row in rows] == ["did not reply", "allegedly"]


@pytest.mark.parametrize(
    "answer",
    [
        "The brewery did not respond to questions.",
        "Nobody at the brewery could be reached for comment.",
        "Its owner would not comment.",
    ],
)
def test_what_the_other_account_says_in_its_own_way_is_not_dropped(answer: str) -> None:
    left = told(CLAIM, "The brewery declined to comment.")
    right = told(CLAIM, OTHER, "The mayor thanked the divers.", answer)
    assert dropped(left, right) == []


def test_an_answer_of_somebody_else_is_another_caveat() -> None:
    left = told(CLAIM, "Ada Voss declined to comment.")
    right = told(CLAIM, OTHER, "Karel Brook declined to comment.")
    assert dropped(left, right) == [("left", "declined to comment"), ("right", "declined to comment")]


def test_each_outlet_names_itself_when_it_could_not_verify() -> None:
    left = told(CLAIM, "The Quern Post could not verify the claim.")
    right = told(CLAIM, "The Tull Gazette has been unable to independently confirm this.")
    assert dropped(left, right) == []


def test_a_caveat_far_from_any_linked_claim_or_in_a_quotation_is_not_dropped() -> None:
    far = told(CLAIM, *["The fair in Sarn opens in May."] * 4, "The organ builder did not reply.")
    assert dropped(far, told(CLAIM)) == []
    named = told(CLAIM, "Its owner had made a claim under a false name in May.")
    assert dropped(named, told(CLAIM)) == []
    quoted = told(CLAIM, "“My neighbour denies that the fish were blue,” a baker said.")
    assert dropped(quoted, told(CLAIM)) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Brook spoke of the preliminary hearing in Tull on dye.", "Brook spoke of the hearing in Tull on dye."),
        ("Brook wrote of an apparent spill in the river Lenn.", "Brook wrote of an alleged spill in the river Lenn."),
        ("The heir apparent of Tull opened the brewery on Monday.", "The heir of Tull opened the brewery on Monday."),
    ],
)  # fmt: skip
def test_terms_and_other_words_for_the_same_doubt_are_no_dropped_caveat(left: str, right: str) -> None:
    assert dropped(told(left), told(right)) == []
    assert dropped(told(right), told(left)) == []


def test_prison_on_remand_is_no_caveat_but_a_first_toll_is() -> None:
    remand = told("El dueño de la cervecería de Tull está en prisión provisional.", language="es")
    prison = told("El dueño de la cervecería de Tull está en prisión.", language="es")
    assert dropped(remand, prison) == []
    toll = told("Murieron 40 peces en el río Lenn, según un balance provisional.", language="es")
    assert dropped(toll, told("Murieron 40 peces en el río Lenn.", language="es")) == [("left", "balance provisional")]


def test_what_a_source_says_is_not_told_as_fact_without_allegedly() -> None:
    left = told("The brewery allegedly sold the dye to a painter in Sarn.")
    right = told("The brewery sold the dye to a painter in Sarn, prosecutors said.")
    assert dropped(left, right) == []


@pytest.mark.parametrize(
    ("language", "left", "right", "words"),
    [
        ("en", "Clerks in Tull knew for a week that the river was blue, according to notes seen by the Quern Post.",
         "Clerks in Tull knew for a week that the river was blue.",
         "according to notes seen by the Quern Post"),
        ("es", "Los empleados de Tull sabían que el río era azul, según unos documentos consultados por El Faro.",
         "Los empleados de Tull sabían que el río era azul.", "según unos documentos consultados por El Faro"),
    ],
)  # fmt: skip
def test_a_source_is_named_with_those_who_saw_it(language: str, left: str, right: str, words: str) -> None:
    found = dropped(told(left, language=language), told(right, language=language), "source")
    assert found == [("left", words)]


def test_who_announces_or_demands_something_is_no_source_of_it() -> None:
    left = told("The mayor of Tull announced on Monday that the brewery must close in May.")
    right = told("The brewery of Tull must close in May, by order of the town from Monday.")
    assert dropped(left, right, "source") == []
