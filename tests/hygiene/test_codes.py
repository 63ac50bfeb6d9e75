"""A code is one of a closed set, has its words in one room, and is described for scripts."""

from pathlib import Path
from typing import get_args

import pytest

from storyreader.comparison import (
    DifferenceKind,
    DifferenceReason,
    EventReasonCode,
    EventVerdict,
    Ground,
    GroundCode,
    ObservationCode,
)
from storyreader.messages import sentence

JSON_DOCS = Path(__file__).parents[2] / "docs" / "json.md"


@pytest.mark.parametrize(
    "codes", [DifferenceKind, DifferenceReason, GroundCode, ObservationCode, EventVerdict, EventReasonCode]
)
def test_every_code_is_described_for_scripts(codes: object) -> None:
    text = JSON_DOCS.read_text(encoding="utf-8")
    assert [code for code in get_args(codes) if f"`{code}`" not in text] == []


@pytest.mark.parametrize("code", get_args(GroundCode))
def test_every_ground_has_a_sentence(code: GroundCode) -> None:
    values = (0.91,) if code == "similar_meaning" else ("Lake Ambeck",)
    assert sentence(Ground(code, values)).strip()


def test_sentences_are_made_in_one_room() -> None:
    engine = Path(__file__).parents[2] / "storyreader"
    rooms = ("alignment", "comparing", "contradiction", "facts", "reading", "semantic")
    spoken = [
        f"{path.relative_to(engine)}: {line.strip()}"
        for room in rooms
        for path in (engine / room).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if 'f"A: ' in line or ", B: {" in line
    ]
    assert spoken == []
