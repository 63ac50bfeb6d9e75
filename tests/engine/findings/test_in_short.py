"""A comparison at a glance: what is chosen of the findings, which values stand in which row, when each appeared."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from storyreader.article import Article
from storyreader.comparing import compare
from storyreader.comparison import Comparison
from storyreader.findings import (
    find_findings,
    find_in_short,
    publication_gap,
    shared_words,
    values_by_row,
)
from storyreader.messages import LOOKING, short_lines, short_text
from tests.making import make_article, make_comparison

LEFT = (
    "Thirty-one people were hurt when a crane fell on the market in Orrin on Friday.",
    "Mayor Ada Voss said the crane had been checked in March.",
    "“We told them in writing that the bolts were loose,” said Tom Kell, a welder.",
    "The firm could not be reached for comment.",
)
RIGHT = (
    "Twenty-four people were hurt when a crane fell on the market in Orrin on Friday.",
    "The crane had been checked in March, mayor Ada Voss said.",
    "Stalls will open again on Monday.",
)


NINE = datetime.fromisoformat("2026-05-04T09:00")
"""A time without a zone, as many pages have it."""


@pytest.fixture(scope="module")
def pair() -> Comparison:
    left = make_article(LEFT, headline="Crane falls", publisher="The Orrin Post", language="en",
                        published=datetime(2026, 5, 4, 9, tzinfo=UTC))  # fmt: skip
    right = make_article(RIGHT, headline="Market hit", publisher="Radio Orrin", language="en",
                         published=datetime(2026, 5, 4, 12, 20, tzinfo=UTC))  # fmt: skip
    return compare(left, right)


def dated(published: date | None) -> Article:
    return make_article(["Rain fell."], published=published)


def test_what_weighs_most_is_chosen(pair: Comparison) -> None:
    found = find_in_short(pair, find_findings(pair))
    assert [(value.left_text, value.right_text) for value in found.differing] == [
        ("Thirty-one people", "Twenty-four people")
    ]
    assert (found.left_out[0].what, found.left_out[0].side) == ("caveat", "left")
    assert "Tom Kell" in [voice.name for voice in found.sources]
    assert [(one.side, one.name) for one in found.quoted] == [("left", "Tom Kell")]


def test_a_hedge_on_what_one_side_alone_tells_is_left_out_by_nobody() -> None:
    alone = (
        "The owner of a second crane in Lund allegedly paid no taxes.",
        "Whether it was insured remains to be seen.",
    )
    comparison = compare(make_article([*LEFT[:2], *alone], language="en"), make_article(RIGHT, language="en"))
    findings = find_findings(comparison)
    assert {row.text for row in findings.facts if row.kind == "caveat"} == {"allegedly", "remains to be seen"}
    assert [one.text for one in find_in_short(comparison, findings).left_out] == ["remains to be seen"]


def test_those_who_could_be_anybody_are_no_sources(pair: Comparison) -> None:
    left = make_article([*LEFT, "Some said the crane swayed.", "Another man said it was old."], language="en")
    found = find_in_short(compare(left, pair.right), find_findings(compare(left, pair.right)))
    names = [voice.name for voice in found.sources]
    assert "Tom Kell" in names
    assert not {"Some", "Another man"} & set(names)


def test_the_block_tells_heads_times_shares_and_differences(pair: Comparison) -> None:
    lines = short_text(pair, find_in_short(pair, find_findings(pair)))
    told = "\n".join(lines)
    assert lines[0].startswith("A: Crane falls")
    assert "The Orrin Post · Mon 4 May 2026, 09:00 UTC · 3 h 20 min earlier" in told
    assert "differ: ! Thirty-one | Twenty-four people (A1 B1)" in told
    assert "50% of 4 sentences in A have a partner in B" in told
    assert "quotes: Tom Kell: “We told them in writing that the bolts were loose” (A3)" in told


def test_read_blind_no_outlet_is_told(pair: Comparison) -> None:
    found = find_in_short(pair, find_findings(pair))
    assert not any("Orrin Post" in line.text for line in short_lines(pair, found, blind=True))


def test_before_the_findings_come_the_heads_are_there(pair: Comparison) -> None:
    whole = short_lines(pair, find_in_short(pair, find_findings(pair)))
    early = short_lines(pair, None)
    assert [line.label for line in early] == [line.label for line in whole[: len(early)]]
    assert early[-1].text == LOOKING
    assert not any(line.text == LOOKING for line in whole)
    assert not any(line.state for line in early)


def test_what_does_not_fit_is_counted(pair: Comparison) -> None:
    findings = find_findings(pair)
    row = next(row for row in findings.facts if row.state == "differs")
    many = find_in_short(pair, replace(findings, facts=(row,) * 8))
    assert (len(many.differing), many.more_differing) == (5, 3)
    assert any(line.text == "and 3 more" for line in short_lines(pair, many))


def test_values_stand_in_the_row_of_their_link(pair: Comparison) -> None:
    found = values_by_row(pair, find_findings(pair))
    (row_index,) = [at for at, row in enumerate(pair.rows) if row.left == (0,)]
    assert [value.says for value in found[row_index]] == ["Thirty-one | Twenty-four people"]
    value = found[row_index][0]
    assert value.left is not None
    assert LEFT[0][value.left.start : value.left.end].startswith("Thirty-one")


def test_words_of_weight_that_both_have_are_found_in_whatever_form() -> None:
    comparison = compare(
        make_article(["Two ferries collided off Orrin on Friday, the coast guard said."], language="en"),
        make_article(["The coast guard said that two ferries were in collision near Orrin on Friday."], language="en"),
    )
    (link,) = comparison.links
    found = shared_words(comparison, link)
    told = {
        side: {comparison.article(side).sentences[p.sentence].text[p.start : p.end] for p in places}
        for side, places in found.items()
    }
    assert {"ferries", "Orrin", "Friday"} <= told["left"] & told["right"]
    assert not {"the", "on", "The", "that"} & (told["left"] | told["right"])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (datetime(2026, 5, 4, 9, tzinfo=UTC), datetime(2026, 5, 4, 6, tzinfo=UTC), ("right", timedelta(hours=3), True)),
        (NINE, NINE, (None, timedelta(), True)),
        (NINE, date(2026, 5, 6), ("left", timedelta(days=2), False)),
        (NINE, datetime(2026, 5, 4, 6, tzinfo=UTC), (None, timedelta(), False)),
    ],
)  # fmt: skip
def test_which_account_came_first(left: date, right: date, expected: tuple[object, timedelta, bool]) -> None:
    gap = publication_gap(dated(left), dated(right))
    assert gap is not None
    assert (gap.earlier, gap.by, gap.exact) == expected


def test_without_a_date_nothing_is_said_of_time() -> None:
    assert publication_gap(dated(None), dated(date(2026, 5, 4))) is None


def test_the_same_words_from_two_speakers_are_a_conflict_of_the_table_and_of_the_block() -> None:
    comparison = compare(
        make_article(["“The bridge is safe for lorries today,” said mayor Ada Voss."], language="en"),
        make_article(["“The bridge is safe for lorries today,” said engineer Tom Kell."], language="en"),
    )
    findings = find_findings(comparison)
    (row,) = [row for row in findings.facts if row.conflict]
    assert (row.kind, row.left[0].text, row.right[0].text) == ("attribution", "Ada Voss", "Tom Kell")
    (value,) = find_in_short(comparison, findings).differing
    assert (value.conflict, value.says) == (True, "Ada Voss | Tom Kell")
    assert values_by_row(comparison, findings)[0] == (value,)


def test_a_conflict_told_twice_is_marked_in_both_rows() -> None:
    comparison = make_comparison()
    again = replace(comparison.links[2], left=(3,), right=(3,))
    rows = (*comparison.rows[:3], replace(comparison.rows[2], left=(3,), right=(3,), link=3))
    twice = replace(comparison, links=(*comparison.links, again), rows=rows, only_left=(), only_right=())
    found = values_by_row(twice, find_findings(twice))
    assert [value.says for at in (2, 3) for value in found[at]] == ["twelve | fourteen vans"] * 2
