"""Names in sentences, and which of them mean the same."""

import pytest
from hypothesis import given, strategies as st

from storyreader.facts import extract_article_facts, extract_facts, resolve_names, same_name
from storyreader.facts.aliases import spelt_differently


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Clara Montane met Tomas Kell in Lisport.", ["President Clara Montane", "Tomas Kell", "Lisport"]),
        ("Police searched the house of J. R. Holm on Monday.", ["J. R. Holm"]),
        ("However, the University of Lisport closed in May.", ["University of Lisport"]),
        ("The WGC and the U.S. signed a treaty.", ["WGC", "U.S."]),
        ("Meanwhile prices rose.", []),
        ("He said the French minister would come.", []),
        ("Montane’s lawyer called Dr. Ines Okafor.", ["Montane", "Dr. Ines Okafor"]),
        ("It is kept by the Royal Mill and Ferry Museum in Orrin.", ["Royal Mill and Ferry Museum", "Orrin"]),
        ("She left the Ministry of Dams and Inland Waters.", ["Ministry of Dams and Inland Waters"]),
        ("He thanked Orrin and the Harbour Commission.", ["Orrin", "Harbour Commission"]),
        ("Kell and the Voss Foundation paid.", ["Kell", "Voss Foundation"]),
        ("Park Seo-yun told GB Harbour News in English about it.", ["Park Seo-yun", "GB Harbour News", "English"]),
        ("Sen. Ada Kell (D-Texas) watched TV.", ["Sen. Ada Kell", "Texas"]),
        # as the first of a sentence a plain word is told by what it is, and by what follows
        ("Burglars emptied the mill of Orrin.", ["Orrin"]),
        ("Ferries sail from Orrin.", ["Orrin"]),
        ("Violet lamps lit the mill of Orrin.", ["Orrin"]),
        ("Violet said the mill was lit.", ["Violet"]),
        ("Grey has left Orrin.", ["Grey", "Orrin"]),
        ("Harris rowed to Orrin.", ["Harris", "Orrin"]),
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert [fact.text for fact in extract_facts(text, language="en") if fact.kind == "name"] == names


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Montane", "President Clara Montane"),
        ("WGC", "World Grain Council"),
        ("Clara Montane", "Clara J. Montane"),
        ("the US", "United States"),
        ("Prime Minister", "Prime Minister Paula Reyes"),
        ("Harlow", "Harlow News Agency"),
        ("KGA", "Korean Grain Archive"),
        ("Grain Council Director", "Grain Council Director Ada Voss"),
        ("Voldania", "Republic of Voldania"),
        ("World Grain Organization", "World Grain Organisation"),
        ("DOG", "Department of Grain"),
        ("IGM", "International Grain Mills Corp."),
        ("FGA", "U.S. Federal Grain Administration"),
        ("Bob Kell", "Robert Kell"),
        ("Sen. Bob Kell", "Senator Robert J. Kell"),
        ("Harbour St.", "Harbour Street"),
        ("R. Kell", "Robert Kell"),
        ("Park", "Park Seo-yun"),
        ("Ms. Paris", "Odile Paris"),
        ("Korea Republic", "South Korea"),
        ("Lanternology", "Church of Lanternology"),
        ("Voss", "Voss Motor Co."),
        ("Grain Department", "U.S. Grain Department"),
    ],
)
def test_short_forms_are_the_same_name(short: str, long: str) -> None:
    assert same_name(short, long)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paula Reyes", "Paula Hoxha"),
        ("Korea", "North Korea"),
        ("Lund", "Lund Bridge Museum"),
        ("WGC", "WGC Director"),
        ("U.S.", "U.S. Senate"),
        ("Justice Department", "Defense Department"),
        ("American Grain Association", "British Grain Association"),
        ("France", "Church of France"),
        ("Ada Kell", "Robert Kell"),
        ("Lisport", "WGC Lisport"),
        ("the U.S.", "Charter of the United States"),
    ],
)
def test_other_names_are_not(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_names_are_resolved_across_two_articles() -> None:
    found = resolve_names(["President Clara Montane", "Lisport"], ["Montane", "Kell"])
    assert found["Montane"] == "President Clara Montane"
    assert found["Kell"] == "Kell"
    assert resolve_names(["Montane", "Kell"], ["President Clara Montane", "Lisport"]) == found


def test_a_short_form_of_two_people_stays_alone() -> None:
    found = resolve_names(["Clara Montane", "Hugo Montane", "Montane"])
    assert found["Montane"] == "Montane"


def test_one_name_in_two_spellings_is_told_from_two_names() -> None:
    assert spelt_differently("Gleb Arsentev", "Gleb Arsenev")
    assert not spelt_differently("Paula Reyes", "Paula Hoxha")


def test_two_spellings_of_a_full_name_are_one_name() -> None:
    assert len(set(resolve_names(["Kristen Wallin", "Kristin Wallin", "Wallin"]).values())) == 1
    assert len(set(resolve_names(["Voldania", "Voldanians"]).values())) == 2


def test_the_first_half_of_a_name_is_another_thing_unless_it_is_a_given_name() -> None:
    found = resolve_names(["Tessa Runner", "Tessa", "Morva Lund", "Morva"], ["Lund"])
    assert (found["Tessa"], found["Morva"], found["Lund"]) == ("Tessa", "Morva", "Morva Lund")
    assert resolve_names(["Robert Kell", "Robert"])["Robert"] == "Robert Kell"
    assert resolve_names(["Park Orrin", "Park"])["Park"] == "Park Orrin"


def test_mr_and_mrs_are_two() -> None:
    found = resolve_names(["Ada Rose Kell", "Mrs. Kell", "Mr. Kell", "WGC Director Tom Voss", "Voss"])
    assert found["Mrs. Kell"] != found["Mr. Kell"]
    assert found["Voss"] == "WGC Director Tom Voss"


def test_a_misspelt_family_name_joins_the_full_name() -> None:
    assert resolve_names(["K. C. Maurlin", "Maulin"])["Maulin"] == "K. C. Maurlin"
    assert resolve_names(["Ada Brandt", "Tom Brand", "Brandt"])["Brandt"] == "Ada Brandt"
    assert resolve_names(["Port Austria", "Australia"])["Australia"] == "Australia"


@given(st.lists(st.sampled_from(["Ada Voss", "Voss", "Chief Voss", "WGC", "World Grain Council", "Grain", "Ada"])))
def test_every_name_is_resolved_to_one_of_its_group(names: list[str]) -> None:
    found = resolve_names(names)
    assert set(found) == set(names)
    assert all(found[full] == full for full in found.values())


def test_labels_of_a_list_of_points_are_no_names() -> None:
    texts = [
        "Trade Leverage: Talks have included the ports of Orrin.",
        "Pressure Tactics: The council has shut the Vell bridge.",
        "Lida Voss: The mayor stands firm.",
        "Reporters asked Lida Voss about it.",
    ]
    names = [
        [fact.text for fact in facts if fact.kind == "name"] for facts in extract_article_facts(texts, language="en")
    ]
    assert names == [["Orrin"], ["Vell"], ["Lida Voss"], ["Lida Voss"]]


def test_speakers_before_a_colon_are_names() -> None:
    texts = ["Lida Voss: We stay.", "Tom Kell: We go.", "Anna Brandt: We wait.", "Tom Kell: Then go."]
    names = [
        [fact.text for fact in facts if fact.kind == "name"] for facts in extract_article_facts(texts, language="en")
    ]
    assert names == [["Lida Voss"], ["Tom Kell"], ["Anna Brandt"], ["Tom Kell"]]


def test_a_german_office_begins_a_name() -> None:
    texts = ["Der Rat prüft das Gesetz von Premierminister Tom Orlo.", "Sie traf den Herzog von Orn."]
    names = [
        [fact.text for fact in facts if fact.kind == "name"] for facts in extract_article_facts(texts, language="de")
    ]
    assert "Premierminister Tom Orlo" in names[0]
    assert names[1] == ["Herzog von Orn"]
