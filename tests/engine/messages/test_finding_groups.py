"""Findings under their headings: which groups there are, their order, what each item says, where one stops."""

from storyreader.comparison import Difference, Passage
from storyreader.exporting.sections import sections
from storyreader.findings import Drift, FactRow, Findings, Mention, Omission, Utterance, Voice
from storyreader.inconsistency import Inconsistency
from storyreader.messages import fact_groups, voice_groups
from widgets.findings_items import finding_items


def at(sentence: int) -> Passage:
    return Passage(sentence, 0, 5)


def mention(sentence: int, text: str) -> tuple[Mention, ...]:
    return (Mention(at(sentence), text),)


VANS = Difference("count", at(2), at(2), "twelve vans", "fourteen vans", "value", 90, True)
FINDINGS = Findings(
    facts=(
        FactRow("number", "vans", mention(2, "Twelve vans"), mention(2, "Fourteen vans"), "differs", True, 2, VANS),
        FactRow("time", "at noon", mention(4, "at noon"), mention(5, "around noon"), "differs"),
        FactRow("caveat", "not reached", mention(3, "could not be reached"), (), "caveat dropped"),
        FactRow("name", "Ida Brenn", (), mention(1, "Ida Brenn"), "only right"),
        FactRow("date", "Monday", mention(0, "Monday"), mention(0, "Monday"), "same"),
    ),
    voices=(
        Voice("", False, (), (Utterance(at(3), "officials said", False, 0),)),
        Voice("Ida Brenn", True, (Utterance(at(1), "every beam", True, 2),), (Utterance(at(1), "each beam", True, 2),),
              (Drift(at(1), at(1), (("every", "each"),)),), 2, 2),
    ),
    omissions=(Omission("source", "left", 1, at(1), "officials said"), Omission("caveat", "left", 1, at(3), "maybe")),
    inconsistencies_left=(),
    inconsistencies_right=(
        Inconsistency("b", at(0), at(0), "weekday", "Monday", "5 May", second_value="2026-05-05"),
    ),
    sourced_left=0.5,
    sourced_right=0.0,
    observations=(),
)  # fmt: skip
NOTHING = Findings((), (), (), (), (), 0.0, 0.0, ())


def test_the_order_of_the_groups_and_where_one_stops() -> None:
    groups = fact_groups(FINDINGS)
    assert [(group.heading, [(item.state, item.is_stop) for item in group.items]) for group in groups] == [
        ("Conflicts", [("conflict", True)]),
        ("Facts told differently", [("differs", True)]),
        ("Sources and caveats", [("caveat dropped", True), ("caveat dropped", True)]),
        ("Facts in both", [("same", False)]),
        ("Inconsistent within one article", [("only right", False)]),
        ("Names", [("only right", False)]),
    ]


def test_what_an_item_says() -> None:
    conflict, *_ = (item for group in fact_groups(FINDINGS) for item in group.items)
    assert conflict.statements == (("", FINDINGS.facts[0].says), ("A3", "Twelve vans"), ("B3", "Fourteen vans"))
    assert conflict.sentences == (("left", 2), ("right", 2))
    same = fact_groups(FINDINGS)[3].items[0]
    assert (same.title, same.detail, same.statements) == ("Monday", "date · A1 B1", ())


def test_voices_of_both_come_first_with_their_drift() -> None:
    both, right = voice_groups(FINDINGS)
    assert (both.heading, both.items[0].state) == ("Quoted or cited in both", "differs")
    assert both.items[0].statements[0] == ("", "A “every”, B “each”")
    assert (right.heading, right.items[0].title) == ("Quoted or cited only in B", "Nobody named")


def test_nothing_found_makes_no_groups() -> None:
    assert (fact_groups(NOTHING), voice_groups(NOTHING), list(sections(NOTHING))) == ([], [], [])


def test_screen_and_export_say_the_same_in_the_same_order() -> None:
    groups = [*fact_groups(FINDINGS), *voice_groups(FINDINGS)]
    shown = finding_items(groups, "nothing")
    screen = [part for item in shown for part in (item.title.split(" (")[0].upper(), *(t for _, t in item.statements))]
    export = [line for heading, lines in sections(FINDINGS) for line in (heading.upper(), *lines)]
    assert len(screen) == len(export)
    for part, line in zip(screen, export, strict=True):
        assert part.upper() in line.upper()
