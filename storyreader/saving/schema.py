"""The JSON Schemas of the saved files, made from the models, so that it says nothing else than the program does."""

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from storyreader.article import Article
from storyreader.comparison import Comparison
from storyreader.saving.boards import SavedBoard
from storyreader.saving.model import VERSION, SavedComparison

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODE: JsonSchemaMode = "validation"


def schema() -> dict[str, Any]:
    """The schema of a saved comparison, its `comparison` field included."""
    return _schema(TypeAdapter(SavedComparison), "comparison", TypeAdapter(Comparison))


def board_schema() -> dict[str, Any]:
    """The schema of a saved board, its `articles` included."""
    return _schema(TypeAdapter(SavedBoard), "articles", TypeAdapter(list[Article]))


def _schema(file: TypeAdapter[Any], name: str, content: TypeAdapter[Any]) -> dict[str, Any]:
    """The schema of a kind of file with what the engine put into the field `name`."""
    adapters: list[tuple[str, JsonSchemaMode, TypeAdapter[Any]]] = [("saved", _MODE, file), (name, _MODE, content)]
    schemas, definitions = TypeAdapter.json_schemas(adapters)
    parts: dict[str, Any] = definitions["$defs"]
    saved = parts.pop(schemas[("saved", _MODE)]["$ref"].rsplit("/", 1)[-1])
    saved["properties"][name] = schemas[(name, _MODE)]
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


def schema_files() -> dict[str, str]:
    """The schemas as docs/ holds them, by the names of their files."""
    schemas = {"saved-comparison.schema.json": schema(), "saved-board.schema.json": board_schema()}
    return {name: json.dumps(found, ensure_ascii=False, indent=1) + "\n" for name, found in schemas.items()}
