"""docs/tricky-cases.md says what the engine says: its third column is asked of the engine."""

from pathlib import Path

import pytest

from storyreader import match_sentences
from storyreader.contradiction.differences import is_conflict
from storyreader.messages.words import KIND_WORDS

DOCUMENT = Path(__file__).parents[3] / "docs" / "tricky-cases.md"
VERDICTS = {"same", "reworded", "partly shared", "conflict", "no link"}


def cases() -> list[tuple[str, ...]]:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("|")]
    return rows[2:]


def verdict(left: str, right: str) -> str:
    if is_conflict(left, right, "en")[0]:
        return "conflict"
    links = match_sentences([left], [right])
    return KIND_WORDS[links[0].kind] if links else "no link"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[0][:30])
def test_the_document_says_what_the_engine_says(case: tuple[str, ...]) -> None:
    left, right, says, should, why = case
    assert {says, should} <= VERDICTS
    assert verdict(left, right) == says
    assert why


def test_the_document_has_cases_of_both_kinds() -> None:
    wrong = [case for case in cases() if case[2] != case[3]]
    assert len(cases()) >= 20
    assert 0 < len(wrong) < len(cases()) / 2
