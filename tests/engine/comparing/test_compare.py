"""A whole comparison: rows, counts, remarks, and its mirror image."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from storyreader import Article, Comparison, compare
from tests.engine.stories import COAST_HERALD, HARBOUR_POST, article

POST = article(HARBOUR_POST, headline="Worm-eaten pier in Orrin to close Monday", publisher="Harbour Post")
HERALD = article(COAST_HERALD, headline="Orrin pier closes", publisher="Coast Herald")


def assert_each_sentence_in_one_row(comparison: Comparison) -> None:
    left = [number for row in comparison.rows for number in row.left]
    right = [number for row in comparison.rows for number in row.right]
    assert sorted(left) == list(range(len(comparison.left.sentences)))
    assert sorted(right) == list(range(len(comparison.right.sentences)))
    for place, row in enumerate(comparison.rows):
        assert row.left or row.right
        assert place not in row.elsewhere
        assert all(0 <= other < len(comparison.rows) for other in row.elsewhere)
        if row.link is None:
            assert row.kind in {"only left", "only right"}
        else:
            link = comparison.links[row.link]
            assert row.kind == link.kind
            missing = len(link.left) + len(link.right) - len(row.left) - len(row.right)
            assert bool(row.elsewhere) or not missing


def test_every_sentence_is_in_one_row_in_left_order() -> None:
    comparison = compare(POST, HERALD)
    assert_each_sentence_in_one_row(comparison)
    left = [number for row in comparison.rows for number in row.left]
    assert left == sorted(left)
    assert comparison.only_left == (5, 6)
    assert comparison.only_right == (4,)


def test_what_only_one_side_tells_stands_where_it_was_told() -> None:
    """“The town was founded” is the last sentence there, behind what is row 2 here ("WE WILL NOT WAIT")."""
    rows = compare(POST, HERALD).rows
    (alone,) = [at for at, row in enumerate(rows) if row.kind == "only right"]
    assert rows[alone].right == (4,)
    before = max((row for row in rows if row.right and row.left), key=lambda row: row.left)
    assert alone == rows.index(before) + 1


def test_swapping_gives_the_mirror_image() -> None:
    one, other = compare(POST, HERALD), compare(HERALD, POST)
    assert (one.only_left, one.only_right) == (other.only_right, other.only_left)
    assert {(link.left, link.right, link.kind, link.score) for link in one.links} == {
        (link.right, link.left, link.kind, link.score) for link in other.links
    }
    assert one.summary.coverage_left == other.summary.coverage_right
    assert one.summary.verbatim_share == other.summary.verbatim_share
    assert one.summary.longest_run_words == other.summary.longest_run_words
    assert one.summary.headline_left == other.summary.headline_right


def test_the_sentence_that_carries_the_headline_is_named() -> None:
    assert compare(POST, HERALD).summary.headline_left == 0
    alone = article(HARBOUR_POST, headline="Astronomers see a comet")
    assert compare(alone, HERALD).summary.headline_left is None


def test_nothing_shared_is_said() -> None:
    other = article(("Bakers in Tull sold 300 loaves to a choir.",))
    summary = compare(POST, other).summary
    assert len(summary.remarks) == 1
    assert summary.remarks[0].startswith("No sentence of A matches one of B. Longest shared run:")


def test_the_same_text_is_said() -> None:
    twin = article(HARBOUR_POST, publisher="Coast Herald")
    comparison = compare(POST, twin)
    assert comparison.summary.remarks == ("A and B have the same text (outlets differ).",)
    assert {link.kind for link in comparison.links} == {"same"}


def test_wire_copy_is_said() -> None:
    wire = article(HARBOUR_POST[:4], agency="Tidewire")
    desk = article((*HARBOUR_POST[:4], "Readers in Orrin were shocked by the news."), agency="Tidewire")
    summary = compare(wire, desk).summary
    assert summary.wire == "Tidewire"
    assert summary.remarks == ("100% of A is word for word in B. Likely the same wire copy: Tidewire.",)
    assert compare(desk, wire).summary.remarks == (
        "100% of B is word for word in A. Likely the same wire copy: Tidewire.",
    )


COPIED = (
    "The old pier in Orrin will be closed on Monday after divers found worms in its beams.",
    "Mayor Lida Voss said that 140 men would use the northern dock for now.",
    "The council has set aside money for repairs, and work is to begin in April.",
    "Nobody was on the pier when the first beam broke.",
)
OWN = (
    "Fishermen fear for their boats, and some want to leave for Tull.",
    "A crane will come from Sarn next week, if the sea allows it.",
    "The harbour office could not be reached on Sunday evening.",
    "An old song tells of a pier that fell into the sea with a bride on it.",
    "Children collected worms in jars and sold them to visitors.",
)
THEIRS = (
    "Nobody in the town hall wished to answer questions on Friday night.",
    "Readers wrote to us about it.",
    "The paper will tell more in its next issue, which appears after the feast.",
    "Three ships waited outside the bay.",
    "A tug from the south was asked to help.",
)


@pytest.mark.parametrize(("sentences", "wire"), [(1, False), (2, False), (3, False), (4, True)])
def test_less_than_half_in_common_is_no_wire_copy(sentences: int, wire: bool) -> None:
    """The four shares are 27, 40, 49 and 54 % of the shorter article."""
    left = article((*COPIED[:sentences], *OWN))
    right = article((*COPIED[:sentences], *THEIRS), agency="Tidewire")
    summary = compare(left, right).summary
    assert summary.wire == ("Tidewire" if wire else None)
    assert summary.remarks == (
        ("54% of B is word for word in A. Likely the same wire copy: Tidewire. Perhaps cut or edited by a desk.",)
        if wire
        else ()
    )


@pytest.mark.parametrize(
    ("language", "quotation"),
    [
        (
            "en",
            "“We cannot keep the ferry afloat, and we will not send the crews out on rotten planks again,” Voss said.",
        ),
        (
            "de",
            "„Wir halten die Fähre nicht über Wasser und schicken niemanden auf morschen Planken hinaus“, sagte Voss.",
        ),
    ],
)
def test_one_shared_quotation_is_no_wire_copy(language: str, quotation: str) -> None:
    left, right = article(("Voss spoke.", quotation)), article((quotation, "Voss left."))
    summary = compare(replace(left, language=language), replace(right, language=language)).summary
    assert summary.verbatim_share > 0.5
    assert (summary.wire, summary.remarks) == (None, ())


def test_copied_pages_of_one_outlet_or_address_are_versions() -> None:
    for fields in ({"publisher": "Quern Post"}, {"url": "https://quern.example/pier?from=home"}):
        first = replace(article(COPIED), publisher=fields.get("publisher"), url=fields.get("url"))
        second = replace(article((*COPIED, *THEIRS[:1])), publisher=fields.get("publisher"), url=first.url)
        assert compare(first, second).summary.remarks == (
            "100% of A is word for word in B. Likely two versions of one page.",
        )


def test_pages_that_differ_in_a_number_behind_their_address_are_two() -> None:
    first = replace(article(COPIED), url="https://quern.example/story.php?id=11")
    for address, versions in (("?id=12", False), ("?id=11&utm_medium=mail", True)):
        second = replace(article((*COPIED, *THEIRS[:1])), url=f"http://www.quern.example/story.php{address}")
        assert ("two versions of one page" in " ".join(compare(first, second).summary.remarks)) is versions


def test_an_empty_article_is_said() -> None:
    empty = Article(id="x", headline=None, paragraphs=(), sentences=())
    comparison = compare(POST, empty)
    assert comparison.summary.remarks == ("B has no sentences to compare.",)
    assert_each_sentence_in_one_row(comparison)
    assert compare(empty, empty).summary.remarks == ("A and B have no sentences to compare.",)


WORDS = st.sampled_from(
    [
        "Voss",
        "Orrin",
        "pier",
        "closed",
        "14",
        "the",
        "said",
        "dock",
        "storm",
        "beams",
        "worms",
        "Monday",
        "council",
        "April",
    ]
)
PARAGRAPH = st.lists(WORDS, min_size=1, max_size=10).map(lambda words: " ".join(words) + ".")
ARTICLE = st.lists(PARAGRAPH, max_size=6).map(lambda lines: article(tuple(lines), headline="Orrin pier closed"))


@given(ARTICLE, ARTICLE)
def test_any_two_articles_can_be_compared(left: Article, right: Article) -> None:
    comparison = compare(left, right)
    assert_each_sentence_in_one_row(comparison)
    assert comparison == compare(left, right)
    back = compare(right, left)
    assert comparison.summary.verbatim_share == back.summary.verbatim_share
    assert len(comparison.summary.remarks) == len(back.summary.remarks)


def test_words_of_a_shared_run_are_counted_as_written() -> None:
    left = article(("The United States is rebuilding its piers after the storm.",))
    right = article(("The United States is rebuilding nothing, a spokesman said on Monday.",))
    summary = compare(left, right).summary
    assert (summary.longest_run, summary.longest_run_words) == ("The United States is rebuilding", 5)
