"""The tables of facts and voices: cells, aligned quotations, the reader's filters and orders."""

from storyreader.comparison import Passage
from storyreader.findings import Drift, FactRow, Findings, Mention, Utterance, Voice
from storyreader.messages import TABLE_FILTERS, chosen_groups, fact_groups, voice_table


def at(sentence: int) -> Passage:
    return Passage(sentence, 0, 5)


def mention(sentence: int, text: str) -> tuple[Mention, ...]:
    return (Mention(at(sentence), text),)


FACTS = (
    FactRow("number", "vans", mention(2, "Twelve vans"), mention(2, "Fourteen vans"), "differs", True, 2),
    FactRow("date", "4 May", mention(0, "Monday"), mention(0, "Monday"), "same"),
    FactRow("caveat", "not reached", mention(3, "could not be reached"), (), "caveat dropped"),
    FactRow("caveat", "alleged", (), mention(4, "allegedly"), "only right"),
    FactRow("name", "Ida Brenn", (), mention(1, "Ida Brenn"), "only right"),
)
SAID = Utterance(at(1), "We checked every beam", True, 4, shared=True)
VOICES = (
    Voice("Ida Brenn", True, (SAID, Utterance(at(5), "Nobody fell", True, 2)),
          (Utterance(at(1), "We checked each beam", True, 4, shared=True), Utterance(at(7), "Brenn said", False, 0)),
          (Drift(at(1), at(1), (("every", "each"),)),), 6, 4),
    Voice("Tom Kell", True, (Utterance(at(6), "It is cold", True, 3, shared=True),),
          (Utterance(at(6), "It is cold.", True, 3, shared=True),), (), 3, 3),
)  # fmt: skip
FINDINGS = Findings(FACTS, VOICES, (), (), (), 0.0, 0.0, ())


def test_the_cells_say_what_each_side_has_and_where() -> None:
    conflict = fact_groups(FINDINGS)[0].items[0]
    assert (conflict.left.text, conflict.left.where) == ("Twelve vans", "A3")
    assert (conflict.right.text, conflict.right.where) == ("Fourteen vans", "B3")


def test_caveats_stand_together_and_names_come_last() -> None:
    groups = fact_groups(FINDINGS)
    assert [group.heading for group in groups] == ["Conflicts", "Sources and caveats", "Facts in both", "Names"]
    assert [item.title for item in groups[1].items] == ["not reached", "alleged"]


def test_both_wordings_of_a_quotation_stand_beside_each_other_with_what_changed() -> None:
    (group,) = voice_table(FINDINGS)
    drift, alone, cited, same = group.items
    assert (drift.state, drift.is_stop) == ("differs", True)
    assert [cell.text[slice(*cell.marks[0])] for cell in (drift.left, drift.right)] == ["every", "each"]
    assert (alone.left.text, alone.right.text, alone.state) == ("“Nobody fell”", "", "only left")
    assert (cited.kind, cited.right.where) == ("cited", "B8")
    assert (same.left.text, same.right.text, same.state) == ("“It is cold”", "“It is cold.”", "same")


def test_filters_by_state_and_kind() -> None:
    groups = fact_groups(FINDINGS)
    judged = [groups[0].items[0]]
    shown = {
        chosen: [item.title for group in chosen_groups(groups, chosen, "by state", judged) for item in group.items]
        for chosen in TABLE_FILTERS
    }
    assert shown == {
        "all": ["vans", "not reached", "alleged", "4 May", "Ida Brenn"],
        "conflicts": ["vans"],
        "told differently": ["vans"],
        "sources and caveats": ["not reached", "alleged"],
        "only A": ["not reached"],
        "only B": ["alleged", "Ida Brenn"],
        "both": ["4 May"],
        "figures": ["vans"],
        "dates": ["4 May"],
        "names": ["Ida Brenn"],
        "judged": ["vans"],
        "not judged": [],
    }
    (unjudged,) = chosen_groups(groups, "not judged")
    assert [item.title for item in unjudged.items] == ["vans"]


def test_orders_by_kind_and_by_place() -> None:
    groups = fact_groups(FINDINGS)
    assert [group.heading for group in chosen_groups(groups, order="by kind")] == ["Number", "Caveat", "Date", "Name"]
    (by_left,) = chosen_groups(groups, order="order of A")
    assert [item.title for item in by_left.items] == ["4 May", "vans", "not reached", "Ida Brenn", "alleged"]
