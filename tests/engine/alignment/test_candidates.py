"""Which pairs are worth measuring: everybody who tells the same meets everybody, and very long articles stay cheap."""

from storyreader import match_sentences
from storyreader.alignment import outline
from storyreader.alignment.candidates import PAIR_BUDGET, candidate_pairs
from storyreader.alignment.profiles import profile

WITNESSES = ("Voss", "Kell", "Brandt", "Lund", "Dorn", "Sund", "Marlow", "Finch")
PIER = [f"The old pier of Orrin was closed by the council after divers found worms in it, {w} said." for w in WITNESSES]
SHUT = [f"After divers found worms in it, the council closed the old pier of Orrin, {w} told us." for w in WITNESSES]


def test_what_eight_sentences_of_each_side_tell_is_linked_all_with_all() -> None:
    linked = {(one, other) for link in match_sentences(PIER, SHUT) for one in link.left for other in link.right}
    assert linked == {(one, other) for one in range(8) for other in range(8)}


def test_sentences_without_a_word_in_common_are_not_measured() -> None:
    found = profile(
        outline(["Voss closed the pier."], language="en"), outline(["Bakers sold loaves to a choir."], language="en")
    )
    assert candidate_pairs(found) == []


def test_of_very_many_alike_sentences_about_as_many_pairs_are_measured_as_the_budget_allows() -> None:
    left = [f"Voss closed pier {number} of the harbour in Orrin." for number in range(100, 400)]
    right = [f"Pier {number} of the harbour in Orrin was closed by Voss." for number in range(100, 400)]
    pairs = candidate_pairs(profile(outline(left, language="en"), outline(right, language="en")))
    assert len(pairs) <= 2 * PAIR_BUDGET
    assert {(number, number) for number in range(300)} <= set(pairs)
