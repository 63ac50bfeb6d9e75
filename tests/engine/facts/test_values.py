"""Features, dates and times: hand-written phrases, then what must hold for any text."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from storyreader.fact import Fact
from storyreader.facts import extract_article_facts, extract_facts

DAY = date(2026, 3, 4)
CASES = Path(__file__).with_name("fact_cases.txt")
VALUES = {"number", "percent", "money", "quantity", "duration", "age", "ordinal", "score", "date", "time"}
LANGUAGES = ("en", "es", "fr", "de", "pt", "ru", "ar", "tr", None)


def cases() -> list[tuple[str, str, list[str]]]:
    """Language, phrase, expected facts as words."""
    found = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            language, phrase, facts = (part.strip() for part in line.split("|"))
            found.append((language, phrase, [" ".join(fact.split()) for fact in facts.split(";") if fact.strip()]))
    return found


def written(fact: Fact) -> str:
    """A fact as the case file writes it."""
    value = fact.value
    text = "..".join(f"{part:g}" for part in value) if isinstance(value, tuple) else str(value)
    flags = ("~" if fact.approx else "") + (fact.bound or "")
    unit = fact.unit or ("-" if flags else "")
    return " ".join(part for part in (fact.kind, text, unit, flags) if part)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[1])
def test_phrases_give_their_values(case: tuple[str, str, list[str]]) -> None:
    language, phrase, expected = case
    found = [written(fact) for fact in extract_facts(phrase, DAY, language) if fact.kind in VALUES]
    assert found == expected


def test_without_a_day_relative_dates_stay_open_or_are_left_out() -> None:
    values = [
        fact.value for fact in extract_facts("On Tuesday, June 3, and last week.", language="en") if fact.kind == "date"
    ]
    assert values == ["XXXX-06-03"]
    assert [fact.value for fact in extract_facts("It rained on Friday.") if fact.kind == "date"] == ["XXXX-WXX-5"]


def test_the_span_holds_the_words_that_bound_a_figure() -> None:
    (fact,) = (fact for fact in extract_facts("Fire hurt at least 24 people.", DAY) if fact.kind == "number")
    assert fact.text == "at least 24"


@settings(max_examples=300)
@given(st.text(max_size=200), st.sampled_from(LANGUAGES), st.none() | st.dates())
def test_any_text_gives_facts_inside_it(text: str, language: str | None, day: date | None) -> None:
    facts = extract_facts(text, day, language)
    for fact in facts:
        assert 0 <= fact.span.start < fact.span.end <= len(text)
        assert text[fact.span.start : fact.span.end] == fact.text
    assert facts == extract_facts(text, day, language)


pieces = st.lists(
    st.sampled_from(
        ["12", "1,200", "3.5", "2026", "-", "–", "to", "between", "and", "percent", "%", "$", "million", "years", "old",
         "June", "May", "Monday", "p.m.", "a", "half", "of", "first", "'90s", "the", "1990", "s", "/", ":", "at least",
         "nearly", "°", "km", "one", "in", "five", "ago", "week", "last", "“", "”", "said", "According", "to", "X"]
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=400)
@given(pieces, st.sampled_from(LANGUAGES), st.sampled_from([" ", ""]))
def test_any_order_of_number_words_is_survived(words: list[str], language: str | None, glue: str) -> None:
    text = glue.join(words)
    for fact in extract_facts(text, date(9999, 12, 31), language):
        assert text[fact.span.start : fact.span.end] == fact.text


def test_a_long_text_costs_no_more_than_its_length() -> None:
    for text in ("a-" * 30_000, "1." * 30_000, '"' * 20_000, "said " * 10_000, "“said " * 5_000, "Ab " * 10_000):
        found = extract_facts(f"{text} and 24 people died.", DAY, "en")
        assert "24" in [fact.text for fact in found if fact.kind == "number"], text[:8]


def test_article_facts_come_sentence_by_sentence() -> None:
    sentences = ["Brine leaked from 4 tanks.", "The brine reached Lisport.", "In Lisport, brine killed 300 fish."]
    facts = extract_article_facts(sentences, DAY, "en")
    assert [[fact.text for fact in row if fact.kind == "name"] for row in facts] == [[], ["Lisport"], ["Lisport"]]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("zh", "火灾造成至少24人受伤。", ("number", 24, "min")),
        ("zh", "大桥建于1962年。", ("date", "1962", None)),
        ("ja", "再点灯は11月3日の予定だ。", ("date", "XXXX-11-03", None)),
        ("ja", "物価は３・２％上がった。", ("percent", 3.2, None)),
        ("ja", "物価は３．２％上がった。", ("percent", 3.2, None)),
        ("ja", "２・３年生が集まった。", ("number", 3, None)),
        ("it", "Almeno ventidue famiglie hanno lasciato le case.", ("number", 22, "min")),
        ("nl", "Er kwamen meer dan twaalf boten.", ("number", 12, "min")),
        ("tr", "Yangında en az beş kişi öldü.", ("number", 5, "min")),
        ("pl", "Zginęło co najmniej siedem osób.", ("number", 7, "min")),
        ("hi", "लगभग 40 लोग घायल हुए।", ("number", 40, None)),
    ],
)
def test_other_languages_have_their_words(language: str, text: str, wanted: tuple[object, ...]) -> None:
    found = [(fact.kind, fact.value, fact.bound) for fact in extract_facts(text, language=language)]
    assert wanted in found
