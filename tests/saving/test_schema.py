"""The schema in the docs is the one of the models, and real files fit it."""

import json
from pathlib import Path
from typing import Any

import pytest

from storyreader.saving import ClaimCorrection, Target, new_saved, new_saved_board
from storyreader.saving.history import recorded
from storyreader.saving.model import parsed
from storyreader.saving.schema import board_schema, schema, schema_files
from tests.exporting.dossiers import full
from tests.making import make_comparison

DOCS = Path(__file__).parents[2] / "docs"
VERSION_1 = Path(__file__).parent / "fixtures" / "version-1.json"
TYPES: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
    "null": type(None),
}  # fmt: skip


def faults(value: Any, part: dict[str, Any], whole: dict[str, Any], place: str = "$") -> list[str]:
    """Where a value does not fit, by the keywords that our schema uses."""
    if "$ref" in part:
        return faults(value, whole["$defs"][part["$ref"].rsplit("/", 1)[1]], whole, place)
    if "anyOf" in part:
        tried = [faults(value, option, whole, place) for option in part["anyOf"]]
        return [] if [] in tried else tried[0]
    kind = part.get("type")
    if kind and (not isinstance(value, TYPES[kind]) or (kind in ("integer", "number") and isinstance(value, bool))):
        return [f"{place} is no {kind}"]
    if "const" in part and value != part["const"]:
        return [f"{place} is not {part['const']}"]
    if "enum" in part and value not in part["enum"]:
        return [f"{place} is none of {part['enum']}"]
    found: list[str] = []
    if isinstance(value, dict):
        known = part.get("properties", {})
        found += [f"{place}.{name} is missing" for name in part.get("required", ()) if name not in value]
        for name in known.keys() & value.keys():
            found += faults(value[name], known[name], whole, f"{place}.{name}")
        found += [f"{place}.{name} is not described" for name in value if known and name not in known]
    if isinstance(value, list):
        inner = part.get("prefixItems") or [part.get("items", {})] * len(value)
        found += [f for n, one in enumerate(value[: len(inner)]) for f in faults(one, inner[n], whole, f"{place}[{n}]")]
        if "maxItems" in part and len(value) > part["maxItems"]:
            found.append(f"{place} is too long")
    return found


def test_the_stored_schemas_are_those_of_the_models() -> None:
    for name, text in schema_files().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, "run python docs/generate.py"


def test_a_board_fits_its_schema() -> None:
    comparison = make_comparison()
    saved = new_saved_board([comparison.left, comparison.right])
    saved, _ = recorded(saved, "another story", [ClaimCorrection(kind="another story", target=Target())], "A")
    made = board_schema()
    assert faults(json.loads(saved.model_dump_json()), made, made) == []
    assert faults({**json.loads(saved.model_dump_json()), "claim_corrections": [{"kind": "x"}]}, made, made)


def test_real_files_fit_the_schema() -> None:
    made = schema()
    old = parsed(json.loads(VERSION_1.read_text(encoding="utf-8")))
    for saved in (full(), new_saved(make_comparison()), old):
        assert faults(json.loads(saved.model_dump_json()), made, made) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"version": 1}, "$.version is not 3"),
        ({"notes": [{}]}, "$.notes[0].target is missing"),
        ({"title": 7}, "$.title is no string"),
        ({"comparison": {}}, "$.comparison.left is missing"),
        ({"colour": "blue"}, "$.colour is not described"),
    ],
)
def test_the_schema_says_what_is_wrong(change: dict[str, Any], fault: str) -> None:
    made = schema()
    assert fault in faults({**json.loads(full().model_dump_json()), **change}, made, made)
