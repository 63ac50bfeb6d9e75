"""Facts that the table sets side by side though no difference of a link says so, and what it takes for one thing."""

from dataclasses import replace
from datetime import date

import pytest

from storyreader import Article, compare
from storyreader.comparison import Related
from storyreader.findings import FactRow, find_fact_rows
from tests.engine.stories import article

DAY = date(2026, 5, 6)


def told(*sentences: str, language: str = "en", published: date = DAY) -> Article:
    return replace(article(sentences, published), language=language)


def rows_of(left: Article, right: Article) -> tuple[FactRow, ...]:
    return find_fact_rows(compare(left, right))


def states(left: Article, right: Article, *words: str) -> set[str]:
    """The states of the rows in which the left and the right side have the words."""
    return state_of(rows_of(left, right), *words)


def state_of(rows: tuple[FactRow, ...], *words: str) -> set[str]:
    """The states of those among some rows."""
    return {
        row.state
        for row in rows
        if any(words[0] in mention.text for mention in row.left)
        and any(words[1] in mention.text for mention in row.right)
    }


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("A gust of 50 miles an hour felled the old elm in Tarn.", "A gust of 80 km/h felled the old elm in Tarn.",
         "50 miles", "80 km"),
        ("The blaze near Tarn took 1,200 acres of heath.", "The blaze near Tarn took about 490 hectares of heath.",
         "1,200 acres", "490 hectares"),
        ("It was 77 degrees Fahrenheit in Tarn at noon.", "It was 25 degrees Celsius in Tarn at noon.",
         "77 degrees", "25 degrees"),
        ("The mill in Tarn can hold about 900 sacks of grain.", "The mill in Tarn can hold 900 sacks of grain.",
         "900", "900"),
        ("The ferry left Tarn at 6 p.m. EST with its crew.", "The ferry left Tarn at 2300 GMT with its crew.",
         "6 p.m.", "2300"),
        ("A one-in-six share of the herd in Tarn fell ill.", "A 1 in 6 share of the herd in Tarn fell ill.",
         "one-in-six", "1 in 6"),
    ],
)  # fmt: skip
def test_one_value_told_in_two_ways_is_the_same(one: str, other: str, left: str, right: str) -> None:
    assert states(told(one), told(other), left, right) == {"same"}


def test_a_floor_and_the_figure_itself_are_told_differently() -> None:
    mill = "The mill in Tarn can hold {} sacks of grain."
    assert states(told(mill.format("at least 900")), told(mill.format("900")), "900", "900") == {"differs"}


def test_one_value_in_two_languages_and_units_is_the_same() -> None:
    left = told("Ida Moll crossed the lake of Tarn, 12 miles, in a tub on Monday.")
    right = told("Ida Moll cruzó el lunes el lago de Tarn, 19 kilómetros, en una tina.", language="es")
    assert states(left, right, "12 miles", "19 kilómetros") == {"same"}


def test_a_toll_that_has_risen_stands_beside_the_old_one() -> None:
    left = told("Four people were killed when a crane fell in Tarn on Monday, police said.")
    right = told("The number of people killed by the fallen crane in Tarn has risen to five, police said.")
    assert states(left, right, "Four", "five") == {"differs"}


def test_a_toll_that_has_risen_stands_beside_the_old_one_in_german() -> None:
    left = told("Vier Menschen starben am Montag, als in Tarn ein Kran umstürzte.", language="de")
    right = told("Die Zahl der Menschen, die in Tarn ein Kran am Montag tötete, ist auf fünf gestiegen.", language="de")
    assert states(left, right, "Vier", "fünf") == {"differs"}


def test_a_figure_alone_is_of_nothing_that_its_sentence_does_not_name() -> None:
    left = told("Four people were killed when a crane fell in Tarn on Monday, police said.")
    right = told("A crane fell in Tarn on Monday and the clock stopped at five, police said.")
    assert not states(left, right, "Four", "five")


def test_ages_of_one_person_stand_side_by_side() -> None:
    left = told("Moll, 52, of Tarn, swam across the lake on Monday.")
    right = told("The 54-year-old Moll swam across the lake on Monday.")
    assert states(left, right, "52", "54") <= {"differs"}
    assert states(left, right, "52", "54")


def test_the_same_words_on_two_days_differ() -> None:
    text = "The ferry to Tarn sank yesterday."
    earlier = told(text, published=date(2026, 4, 30))
    assert states(earlier, told(text), "yesterday", "yesterday") == {"differs"}
    assert states(told(text), told(text), "yesterday", "yesterday") == {"same"}


def test_the_same_words_on_two_days_differ_in_french() -> None:
    text = "Le bac de Tarn a coulé hier."
    earlier = told(text, language="fr", published=date(2026, 4, 30))
    assert states(earlier, told(text, language="fr"), "hier", "hier") == {"differs"}


OATHS = (
    told("Wearing a dark coat, Moll took the 35-word oath that Judge Ola Brandt gave her at noon."),
    told("Judge Ola Brandt gave the 38-word oath at 12:00, the end of a long way from the docks to the town hall."),
)


@pytest.mark.parametrize(("related", "expected"), [((Related(0, 0, 50),), {"differs"}), ((), set())])
def test_the_only_figures_for_a_thing_need_sentences_that_are_perhaps_related(
    related: tuple[Related, ...], expected: set[str]
) -> None:
    comparison = replace(compare(*OATHS), links=(), related=related)
    assert state_of(find_fact_rows(comparison), "35-word", "38-word") == expected


def test_figures_of_sentences_that_share_no_word_are_not_set_side_by_side() -> None:
    left = told("Asked about it, Moll said she got two thirds of the vote.")
    right = told("Years ago Ola Brandt lost just 43 votes.")
    comparison = replace(compare(left, right), links=(), related=(Related(0, 0, 50),))
    assert not state_of(find_fact_rows(comparison), "two thirds", "43")


def test_a_figure_told_as_a_floor_in_another_statement_is_the_same_figure() -> None:
    left, right = told("The bridge cost more than 900 crowns a day."), told("A stranger paid 900 crowns for a lamp.")
    assert state_of(find_fact_rows(replace(compare(left, right), links=())), "900", "900") == {"same"}


def test_figures_that_cannot_both_be_true_are_for_the_conflicts_of_a_link_to_tell() -> None:
    left = told("Doug Moll scored 23 points on Friday to become the best scorer of Tarn in any cup.")
    right = told("With his first throw on Friday Doug Moll became the best scorer of Tarn in any cup: 2,117 points.")
    comparison = compare(left, right)
    assert comparison.links
    assert not state_of(find_fact_rows(comparison), "23", "2,117")


def test_figures_for_one_thing_beside_one_name_stand_side_by_side_across_languages() -> None:
    left = told("Heavy rain fell for a week.", "Some 62 houses in Tarn were flooded.")
    right = told("Es regnete eine Woche lang.", "In Tarn wurden 67 Häuser überflutet.", language="de")
    assert states(left, right, "62 houses", "67 Häuser") == {"differs"}
    elsewhere = told("Es regnete eine Woche lang.", "In Lund wurden 67 Häuser überflutet.", language="de")
    assert "same" not in states(left, elsewhere, "62 houses", "67 Häuser")


@pytest.mark.parametrize(
    ("text", "language", "label"),
    [
        ("The dyke of Tarn was raised between 1990 and 1996.", "en", "between 1990 and 1996"),
        ("The dyke of Tarn was raised from May 1990 to June 1996.", "en", "from May 1990 to June 1996"),
        ("Der Deich von Tarn wurde von 1990 bis 1996 erhöht.", "de", "von 1990 bis 1996"),
        ("El dique de Tarn se elevó entre 1990 y 1996.", "es", "entre 1990 y 1996"),
    ],
)
def test_a_stretch_of_time_is_one_thing(text: str, language: str, label: str) -> None:
    left = told(text, language=language)
    right = told("A storm broke the dyke of Tarn in 1990.", "It broke again in 1996.")
    dates = [row for row in rows_of(left, right) if row.kind == "date"]
    assert [row.text for row in dates if row.left] == [label]
    assert not any(row.left and row.right for row in dates)


def test_two_dates_that_no_word_joins_are_two_things() -> None:
    left = told("The dyke of Tarn broke in 1990 and again in 1996.")
    right = told("The dyke of Tarn broke in 1990 and again in 1996.")
    assert [row.text for row in rows_of(left, right) if row.kind == "date"] == ["1990", "1996"]


def test_stretches_with_another_end_are_one_conflict() -> None:
    left = told("Ida Moll was mayor of Tarn from 1990 to 1996.")
    right = told("Ida Moll was mayor of Tarn from 1990 to 1998.")
    (row,) = (row for row in rows_of(left, right) if row.kind == "date")
    assert row.conflict
    assert [mention.text for mention in (*row.left, *row.right)] == ["from 1990 to 1996", "from 1990 to 1998"]


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (("The ferry Tessa Marn was late.", "It lay in Marn for a week.", "The quay in Marn is old."), "en"),
        (("El ferri Tessa Marn llegó tarde.", "Pasó una semana en Marn.", "Un muelle en Marn es viejo."), "es"),
    ],
)
def test_a_place_is_no_part_of_what_bears_its_name(texts: tuple[str, ...], language: str) -> None:
    rows = rows_of(told(*texts, language=language), told(*texts, language=language))
    names = [{mention.text for mention in row.left} for row in rows if row.kind == "name"]
    assert {"Marn"} in names
    assert not any("Marn" in texts and len(texts) > 1 for texts in names)


def test_a_family_name_is_the_person() -> None:
    texts = ("Ida Marn was late.", "Few trust in Marn.", "But Marn won.", "The prize went to Marn.")
    names = [{mention.text for mention in row.left} for row in rows_of(told(*texts), told(*texts))]
    assert {"Ida Marn", "Marn"} in names


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("The eel swam 6,480 kilometres.", "Some 4,000 miles later its tag came up.", "6,480", "4,000"),
        (
            "The pool was at 10 degrees Celsius.",
            "It was a chilly trip: 50 degrees Fahrenheit.",
            "10 degrees",
            "50 degrees",
        ),
        ("The fire took 1,900 hectares of heath.", "Nearly 4,700 acres of heath burned in the fire.", "1,900", "4,700"),
    ],
)
def test_a_measure_in_two_units_is_one_fact_wherever_it_is_told(one: str, other: str, left: str, right: str) -> None:
    assert states(told(one), told(other), left, right) == {"same"}
    assert states(told(other), told(one), right, left) == {"same"}


def test_measures_of_which_several_may_be_meant_stay_apart() -> None:
    left, right = (
        told("The first eel swam 6,480 kilometres, the second 6,400 kilometres."),
        told("Some 4,000 miles later a tag came up."),
    )
    assert states(left, right, "6,480", "4,000") == states(left, right, "6,400", "4,000") == set()
