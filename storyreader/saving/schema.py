"""The JSON Schema of the saved file, made from the models, so that it says nothing else than the program does."""

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from storyreader.comparison import Comparison
from storyreader.saving.model import VERSION, SavedComparison

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODE: JsonSchemaMode = "validation"


def schema() -> dict[str, Any]:
    """The schema of a saved comparison, its `comparison` field included."""
    adapters: list[tuple[str, JsonSchemaMode, TypeAdapter[Any]]] = [
        ("saved", _MODE, TypeAdapter(SavedComparison)),
        ("comparison", _MODE, TypeAdapter(Comparison)),
    ]
    schemas, definitions = TypeAdapter.json_schemas(adapters)
    parts: dict[str, Any] = definitions["$defs"]
    saved = parts.pop(schemas[("saved", _MODE)]["$ref"].rsplit("/", 1)[-1])
    saved["properties"]["comparison"] = schemas[("comparison", _MODE)]
    saved["properties"]["version"] = {"const": VERSION, "type": "integer"}
    saved["properties"]["app_version"].pop("default")  # else the schema would change with every version of the program
    saved["required"] = sorted({*saved["required"], "format", "version"})
    found: dict[str, Any] = _bare({"$schema": DIALECT, **saved, "$defs": dict(sorted(parts.items()))})
    return found


def _bare(part: Any) -> Any:
    """The schema without the titles that only repeat the names of the fields."""
    if isinstance(part, list):
        return [_bare(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {name: _bare(value) for name, value in part.items() if name != "title" or isinstance(value, dict)}


def schema_text() -> str:
    """The schema as docs/saved-comparison.schema.json holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
