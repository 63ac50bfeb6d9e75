"""Tables of facts and voices, dropped sources and caveats, clashes inside one article: told from links, on demand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from storyreader import Comparison, compare
from storyreader.findings import (
    FactRow,
    Voice,
    find_fact_rows,
    find_findings,
    find_omissions,
    find_voices,
    quotations,
)
from storyreader.reading import Reading
from tests.engine.stories import COAST_HERALD, HARBOUR_POST, article

MILL = article(
    (
        "At least 14 people were hurt when a flour mill in Sarn exploded on Tuesday, fire chief Ada Voss said.",
        "“We heard it in every street of the town,” Voss said.",
        "She said three walls had fallen into the river Lenn.",
        "The mill could hold 900 tonnes of grain.",
        "The company did not respond to questions about the explosion at its mill.",
        "A baker said the windows of 40 houses were broken.",
    ),
    headline="Mill explodes in Sarn, 14 hurt",
    published=date(2026, 5, 6),
)
COURIER = article(
    (
        "The flour mill of Sarn exploded on Tuesday and 17 people were hurt, fire chief Ada Voss said.",
        "“We heard it in each street of the town,” said Voss.",
        "Three walls fell into the river Lenn.",
        "The mill could hold 500 tonnes of grain.",
        "The explosion at its mill is a mystery to the company.",
        "The mill was built in 1931.",
    ),
    headline="22 hurt as mill explodes",
    published=date(2026, 5, 6),
)


def row_of(rows: tuple[FactRow, ...], *texts: str) -> FactRow:
    """The one row that mentions all the texts."""
    (found,) = [
        row for row in rows if all(any(text in m.text for m in (*row.left, *row.right)) for text in texts)
    ]  # fmt: skip
    return found


def voice_of(found: tuple[Voice, ...], name: str) -> Voice:
    (voice,) = [voice for voice in found if voice.name == name]
    return voice


def test_conflicts_come_first_with_their_link() -> None:
    comparison = compare(MILL, COURIER)
    first = find_fact_rows(comparison)[0]
    assert (first.kind, first.state, first.conflict) == ("quantity", "differs", True)
    assert first.says.startswith("A: 900 tonnes")
    assert first.link is not None
    assert comparison.links[first.link].left == (3,)


def test_a_floor_and_a_count_differ_without_a_conflict() -> None:
    row = row_of(find_fact_rows(compare(MILL, COURIER)), "At least 14 people", "17 people")
    assert (row.state, row.conflict) == ("differs", False)
    assert [mention.passage.sentence for mention in (*row.left, *row.right)] == [0, 0]


def test_a_toll_that_rose_stands_beside_the_first_one() -> None:
    left = article(("At least four people died when a ferry sank off Orn on Wednesday, rescuers said.",))
    right = article(("The death toll from the sinking of a ferry off the old pier of Orn rose to 11, rescuers said.",))
    assert row_of(find_fact_rows(compare(left, right)), "At least four people", "11").state == "differs"


def test_a_fact_of_both_is_one_row() -> None:
    rows = find_fact_rows(compare(MILL, COURIER))
    assert row_of(rows, "Tuesday").state == "same"
    assert row_of(rows, "Tuesday").label == "5 May 2026"
    assert row_of(rows, "three walls").state == "same"


def test_labels_tell_weeks_and_months_and_whole_nouns() -> None:
    told = (
        "An owl was heard last week and 70,000 cotton bales were lost.",
        "In March nobody knew, and 24 people left.",
        "Mother-of-three Ina Sund stayed.",
    )
    left = article(told, published=date(2026, 5, 6))
    labels = [row.label for row in find_fact_rows(compare(left, COURIER)) if row.state == "only left"]
    assert "week of 27 Apr 2026" in labels
    assert "Mar 2026" in labels
    assert "70,000 cotton bales" in labels
    assert "24 people" in labels
    assert "three" in labels


def test_what_one_side_tells_alone_says_which() -> None:
    rows = find_fact_rows(compare(MILL, COURIER))
    assert row_of(rows, "40 houses").state == "only left"
    assert row_of(rows, "1931").state == "only right"


def test_a_missing_caveat_is_named() -> None:
    comparison = compare(MILL, COURIER)
    row = row_of(find_fact_rows(comparison), "did not respond")
    assert (row.kind, row.state) == ("caveat", "caveat dropped")
    assert row.link is not None
    assert any(item.what == "caveat" and item.side == "left" for item in find_omissions(comparison))


def test_a_source_that_one_side_leaves_out_is_named() -> None:
    plain = article(("Geese fly south in autumn.", "Three walls had fallen into the river Lenn."))
    found = [item for item in find_omissions(compare(MILL, plain)) if item.what == "source"]
    assert [(item.side, item.says) for item in found] == [("left", "A names a source (“She said”), B tells it as fact")]


CLAIM = "Three walls fell into the river Lenn."
SPOKE = "“I saw it myself,” Ada Voss said."


@pytest.mark.parametrize(
    ("sentences", "missing"),
    [
        ((CLAIM,), True),
        ((SPOKE, CLAIM), False),
        ((CLAIM, SPOKE), False),
        ((SPOKE, "It was dark.", CLAIM), True),
        ((CLAIM, "It was dark.", SPOKE), True),
    ],
)
def test_a_source_in_the_sentence_beside_the_claim_counts_and_one_further_off_does_not(
    sentences: tuple[str, ...], missing: bool
) -> None:
    told = article(("Geese fly south.", "Three walls had fallen into the river Lenn, fire chief Ada Voss said."))
    for comparison, side in ((compare(told, article(sentences)), "left"), (compare(article(sentences), told), "right")):
        found = [item.side for item in find_omissions(comparison) if item.what == "source"]
        assert found == ([side] if missing else [])


def test_voices_join_the_forms_of_a_name_and_pronouns() -> None:
    found = find_voices(compare(MILL, COURIER))
    voss = voice_of(found, "Ada Voss")
    assert voss.named
    assert [item.passage.sentence for item in voss.left] == [0, 1, 2]
    assert [item.direct for item in voss.left] == [False, True, False]
    assert (voss.words_left, voss.words_right) == (9, 9)
    assert not voice_of(found, "A baker").named


def test_the_drift_of_a_quotation_is_told() -> None:
    (drift,) = voice_of(find_voices(compare(MILL, COURIER)), "Ada Voss").drifts
    assert drift.says == "A “every”, B “each”"
    assert (drift.left.sentence, drift.right.sentence) == (1, 1)


def test_a_quotation_without_a_speaker_has_an_empty_name() -> None:
    sign = article(("On the gate of the mill: “No entry for anybody.”",))
    found = find_voices(compare(MILL, sign))
    assert found[-1].name == ""
    assert found[-1].right[0].text == "No entry for anybody."


def test_a_weekday_that_is_not_that_dates_is_named() -> None:
    wrong = article(
        ("The bridge over the Lenn closes on Monday, 6 May 2026, for repairs.",), published=date(2026, 5, 1)
    )
    (clash,) = Reading(wrong).inconsistencies
    assert (clash.article, clash.says) == (wrong.name, "6 May 2026 is a Wednesday, not “Monday”")
    right = article(("The bridge over the Lenn closes on Wednesday, 6 May 2026.",), published=date(2026, 5, 1))
    assert not Reading(right).inconsistencies


def test_two_dates_for_one_thing_in_one_article_clash() -> None:
    twice = article(
        (
            "The council of Sarn signed the contract for the new mill on 3 March 2024.",
            "Neighbours protested for weeks and blocked the road with carts.",
            "The council of Sarn signed the contract for the new mill on 9 March 2024, a letter shows.",
        )
    )
    (clash,) = find_findings(compare(COURIER, twice)).inconsistencies_right
    assert clash.article == twice.name
    assert (clash.first.sentence, clash.second.sentence) == (0, 2)
    assert "3 March 2024" in clash.says


def test_entries_of_a_list_clash_with_nothing() -> None:
    talks = article(
        (
            "The talks of the winter in Sarn:",
            "Prof. Ada Lind, Great Hall, 12 January 2026",
            "Dr. Tom Reid, Old Library, 9 February 2026",
            "Prof. Ines Solar, Great Hall, 2 March 2026",
        )
    )
    assert find_findings(compare(COURIER, talks)).inconsistencies_right == ()


def test_what_documents_show_is_the_source_of_the_whole_sentence() -> None:
    left = article(
        ("Managers of the mill told staff to hide the leak for nine days, documents seen by the Post show.",)
    )
    right = article(("The leak at the mill was hidden by staff for nine days, as managers wanted.",))
    sources = [item.passage for item in find_omissions(compare(left, right)) if item.what == "source"]
    assert [left.sentences[0].text[one.start : one.end] for one in sources] == ["documents seen by the Post show"]


def test_two_languages_without_a_link_may_well_be_of_one_event() -> None:
    other = replace(article(("Le vieux moulin a rouvert samedi.", "La mairie paie le toit.")), language="fr")
    (said,) = [text for text in compare(COURIER, other).summary.remarks if "No sentence" in text]
    assert "different events" not in said
    eels = article(("Eels are dear this year.", "Nobody buys them."))
    assert any("different events" in text for text in compare(COURIER, eels).summary.remarks)


def test_remarks_name_a_figure_that_only_the_headline_has() -> None:
    found = find_findings(compare(MILL, COURIER))
    assert found.remarks == (
        "A attributes 67% of its sentences to a source, B 33%.",
        "“22” appears in B's headline but not in its text.",
    )
    assert (found.sourced_left, found.sourced_right) == (4 / 6, 2 / 6)


def test_nothing_to_find_in_empty_articles() -> None:
    empty = article(())
    found = find_findings(compare(empty, empty))
    assert not any((found.facts, found.voices, found.omissions, found.clashes))


SENTENCES = st.lists(st.sampled_from([*MILL.paragraphs, *COURIER.paragraphs, *HARBOUR_POST, *COAST_HERALD]), max_size=7)


def rows_of(comparison: Comparison, swapped: bool) -> set[object]:
    sides = {"only left": "only right", "only right": "only left"}
    return {
        (row.kind, row.label, row.right, row.left, sides.get(row.state, row.state), row.conflict)
        if swapped
        else (row.kind, row.label, row.left, row.right, row.state, row.conflict)
        for row in find_fact_rows(comparison)
    }


@given(SENTENCES, SENTENCES)
def test_swapped_sides_give_the_mirror_image(left: list[str], right: list[str]) -> None:
    one = article(tuple(left), published=date(2026, 5, 6))
    other = article(tuple(right), published=date(2026, 5, 6))
    here, there = compare(one, other), compare(other, one)
    assert rows_of(here, swapped=False) == rows_of(there, swapped=True)
    assert {(v.name, v.named, v.left, v.right, len(v.drifts)) for v in find_voices(here)} == {
        (v.name, v.named, v.right, v.left, len(v.drifts)) for v in find_voices(there)
    }
    assert {(d.what, d.side == "left", d.passage) for d in find_omissions(here)} == {
        (d.what, d.side == "right", d.passage) for d in find_omissions(there)
    }
    for row in find_fact_rows(here):
        for own, side in ((row.left, one), (row.right, other)):
            for mention in own:
                text = side.sentences[mention.passage.sentence].text
                assert mention.text.startswith(text[mention.passage.start : mention.passage.end])


def test_every_fact_of_a_table_stands_in_some_row() -> None:
    comparison = compare(MILL, COURIER)
    shown = {mention.passage for row in find_fact_rows(comparison) for mention in row.left}
    wanted = [item for item in comparison.facts_left if item.fact.kind in {"number", "date", "name", "quantity"}]
    assert len(wanted) > 5
    assert all(any(p.sentence == i.sentence and p.start == i.fact.span.start for p in shown) for i in wanted)


def test_a_comparison_is_not_changed_by_looking() -> None:
    comparison = compare(MILL, COURIER)
    find_findings(comparison)
    assert comparison == compare(MILL, COURIER)


def test_a_quotation_among_very_many_is_compared_with_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is counted, not time: words that all quotations share must not bring each before every other."""
    asked = 0
    known = quotations._likeness

    def counted(one: Sequence[str], other: Sequence[str]) -> float:
        nonlocal asked
        asked += 1
        return known(one, other)

    monkeypatch.setattr(quotations, "_likeness", counted)
    many = article(tuple(f"“We will wait for boat {n},” said Ada Voss." for n in range(600)))
    found = find_voices(compare(many, many))
    assert len(found[0].left) == len(found[0].right) == 600
    assert 600 <= asked <= 600 * quotations.MOST_PLACES
