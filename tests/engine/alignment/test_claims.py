"""What makes a claim in common, and which stretches of two sentences tell the same."""

import pytest

from storyreader import compare
from storyreader.alignment import match_sentences, outline
from storyreader.alignment.claims import Claims, ToldText, claims_nothing
from storyreader.alignment.linking import match_outlines
from storyreader.facts import ranges_apart
from tests.engine.stories import article


@pytest.mark.parametrize(
    "text",
    [
        "Who pays for the new pier?",
        "Was kostet die neue Mole?",
        "¿Quién paga el muelle?",
        "The other dates of the tour:",
        "Updated 4 May 2026 10:15",
        "— Ulla Brenn (@brenn.orn.example) March 4, 2026 at 9:12 AM",
        "Die weiteren Termine:",
        "— Ulla Brenn (@ulla_brenn) March 4, 2026",
        "https://orn.example/x7Qa",
        "tips@orn.example",
        "Posted: Mar 4, 2026 11:06 PM",
        "4 March 2026 Last updated at 11:06 GMT",
        "“Rods.",
        "Final Result",
        "Falland Pier, Orn, Norden",
        "4. März 2026, 18:07 Uhr",
    ],
)
def test_questions_headings_signatures_and_addresses_claim_nothing(text: str) -> None:
    assert claims_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "March 4 – Town Hall, Orn",
        "2 June 2027: Orn, Opera",
        "“Who pays for the pier?” asked Brenn:",
        "– The pier was closed on Monday.",
        "大桥建于1962年。",
        "关闭。",
        "Nobody was hurt.",
        "4 March -- Falland Pier, Orn",
        "On 3 May 1962 he died.",
        "The form is at orn.example/pier for all who want to come.",
    ],
)
def test_what_tells_something_is_a_claim(text: str) -> None:
    assert not claims_nothing(text)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The pier is safe, engineer Ulla Brenn said.", ["engineer Ulla Brenn said"]),
        ("According to Ulla Brenn, the pier is safe.", ["According to Ulla Brenn"]),
        ("Ulla Brenn said that the pier is safe.", ["Ulla Brenn said"]),
        ("Ulla Brenn called for a vote.", []),
        ("Ulla Brenn, a retired engineer, left.", [", a retired engineer"]),
        ("Ulla Brenn, an engineer of the Harbour Trust.", [", an engineer of the Harbour Trust"]),
        ("Ulla Brenn, a nurse who was there, left.", []),
        ("Ulla Brenn, the pier was shut, left.", []),
        ("“It holds,” Ulla Brenn said of the pier in a letter.", ["Ulla Brenn said"]),
        (
            "“It holds,” said Ulla Brenn, deputy head of Orn's ferry line.",
            ["said Ulla Brenn, deputy head of Orn's ferry line"],
        ),
        ("The pier is safe, according to Ulla Brenn, an engineer.", ["according to Ulla Brenn, an engineer"]),
        (
            "It holds, said Ulla Brenn, a spokeswoman for Ivo Kent, the head of the Harbour Trust.",
            ["said Ulla Brenn, a spokeswoman for Ivo Kent, the head of the Harbour Trust"],
        ),
        ("Ulla Brenn said there was no hole in the pier.", ["Ulla Brenn said"]),
        ("According to Ulla Brenn, the price of fish fell.", ["According to Ulla Brenn"]),
        ("“It holds,” said Ulla Brenn, but the pier was shut.", ["said Ulla Brenn"]),
        ("“It holds,” said Ulla Brenn, the pier was safe.", ["said Ulla Brenn"]),
        ("“It holds,” said Ulla Brenn, dressed for the rain.", ["said Ulla Brenn"]),
        ("The crew left the pier at noon, saying it was unsafe.", ["The crew", "saying"]),
        ("The suit, which names the mayor, says the pier was unsafe.", ["The suit,", "says"]),
        ("Die Mole ist sicher, sagte Ulla Brenn.", ["sagte Ulla Brenn"]),
        ("Die Mole ist sicher, sagte Ulla Brenn, Sprecherin des Hafens.", ["sagte Ulla Brenn, Sprecherin des Hafens"]),
        ("El muelle es seguro, dijo Ulla Brenn.", ["dijo Ulla Brenn"]),
    ],
)
def test_who_says_it_and_who_somebody_is_are_set_apart(text: str, apart: list[str]) -> None:
    language = outline([text]).language
    assert [text[start:end] for start, end in ranges_apart(text, language)] == apart


def claims(left: str, right: str) -> Claims:
    one, other = outline([left]), outline([right])
    names = frozenset({"ulla", "brenn", "harbour", "trust", "orn"})
    return Claims(ToldText(one, other.language), ToldText(other, one.language), names)


def test_a_name_and_an_office_are_no_claim_in_common() -> None:
    left = "The nets were torn, Ulla Brenn of the Harbour Trust in Orn said."
    assert not claims(left, "The Harbour Trust in Orn has sold its last ship.").are_one(0, 0)
    assert not claims("Ulla Brenn came by train.", "The pier is unsafe, according to Ulla Brenn.").are_one(0, 0)
    assert claims(left, "Nets were torn in Orn.").are_one(0, 0)


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        (
            "“I will dive at noon unless the doctors forbid it,” Ulla Brenn said.",
            "“I will dive at noon,” Brenn said.",
            False,
        ),
        ("The pier opens if the wall holds.", "The pier of Orn opens.", False),
        ("The pier opens if the wall holds.", "Once the wall holds, the pier opens.", True),
        ("The pier opens at noon.", "The pier is open from noon on.", True),
    ],
)
def test_a_condition_that_one_leaves_out_makes_a_part(left: str, right: str, whole: bool) -> None:
    assert claims(left, right).are_whole(0, 0) == whole
    assert claims(right, left).are_whole(0, 0) == whole


def test_one_speaker_with_a_long_office_is_no_claim_in_common() -> None:
    left = "“The nets were torn,” said Ulla Brenn, vice president of advanced ferry programmes at the Harbour Trust."
    right = "And so we go,” said Ulla Brenn, vice president of advanced ferry programmes at the Harbour Trust."
    assert not claims(left, right).are_one(0, 0)


def test_what_has_only_its_speaker_in_common_is_not_even_related() -> None:
    left = ["“The nets were torn,” said Ulla Brenn, head of the Orn Harbour Trust.", "The pier closed on Monday."]
    right = ["“We go on,” Ulla Brenn, head of the Orn Harbour Trust, said in a letter.", "On Monday the pier closed."]
    found = match_outlines(outline(left), outline(right))
    assert [(link.left, link.right) for link in found.links] == [((1,), (1,))]
    assert not found.related


def test_what_has_only_a_name_in_common_is_at_most_perhaps_related() -> None:
    left = ["Ulla Brenn of the Orn Harbour Trust collects old lamps.", "The pier closed on Monday."]
    right = ["The Orn Harbour Trust sold two ships, said Ulla Brenn.", "On Monday the pier closed."]
    found = match_outlines(outline(left), outline(right))
    assert [(link.left, link.right) for link in found.links] == [((1,), (1,))]
    assert all(related.score < 62 for related in found.related)


def test_a_question_is_linked_with_nothing_but_itself() -> None:
    told, asked = "The pier of Orn was closed on Monday.", "Why was the pier of Orn closed on Monday?"
    assert not match_sentences([told, "It rained."], ["Snow fell.", asked])
    (link,) = match_sentences([asked, "It rained."], ["Snow fell.", asked])
    assert link.kind == "same"


def shared(left: str, right: str) -> list[tuple[str, str]]:
    return [
        (left[claim.left.start : claim.left.end], right[claim.right.start : claim.right.end])
        for link in match_sentences([left], [right])
        for claim in link.shared
    ]


def test_the_stretches_that_tell_the_same_are_named_on_both_sides() -> None:
    left = "The council of Orn closed the pier on Monday, and a ferry ran aground off the northern lighthouse at night."
    right = "After weeks of quarrels about money, the pier was closed on Monday by the council of Orn."
    (found, *_) = shared(left, right)
    assert "closed the pier on Monday" in found[0]
    assert "pier was closed on Monday" in found[1]
    assert not any("ferry" in one or "quarrels" in other for one, other in shared(left, right))


def test_they_are_named_in_other_languages() -> None:
    left = "Der Stadtrat von Orn schloss die Mole am Montag, und in der Nacht lief eine Fähre auf Grund."
    right = "Am Montag schloss der Stadtrat von Orn die Mole, über deren Kosten seit Wochen gestritten wurde."
    assert any("Mole" in one and "Mole" in other for one, other in shared(left, right))


def test_the_same_text_needs_no_stretches() -> None:
    assert not shared("The pier closed on Monday.", "The pier closed on Monday.")


def test_what_is_perhaps_related_is_counted_nowhere() -> None:
    left = article(("The council of Orn closed the pier.", "Skippers pay more for their places since Friday."))
    right = article(("The pier was closed by the council of Orn.", "Fees for boats rose, and skippers grumble."))
    comparison = compare(left, right)
    linked = {(one, other) for link in comparison.links for one in link.left for other in link.right}
    for related in comparison.related:
        assert (related.left, related.right) not in linked
    assert comparison.summary.coverage_left == len({one for one, _ in linked}) / 2
