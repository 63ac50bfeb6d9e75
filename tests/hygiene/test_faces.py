"""A room shows the same names to the type checker, to a script and to a reader, and no name means two things."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

import storyreader

ENGINE = Path(storyreader.__file__).parent
FACES = sorted(path.parent for path in ENGINE.glob("*/__init__.py") if "_HOMES" in path.read_text(encoding="utf-8"))


def named(face: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The names of a face with their modules: as the type checker is told, and as they are loaded."""
    tree = ast.parse((face / "__init__.py").read_text(encoding="utf-8"))
    checked = {
        name.asname or name.name: (node.module or "").removeprefix(f"storyreader.{face.name}.")
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    }
    homes = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_HOMES"
    )
    return checked, homes


def test_there_are_rooms() -> None:
    assert len(FACES) > 10


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_face_tells_the_type_checker_what_it_loads(face: Path) -> None:
    checked, homes = named(face)
    assert checked == homes
    room = import_module(f"storyreader.{face.name}")
    assert [name for name in homes if not hasattr(room, name)] == []
    assert dir(room) == sorted(homes)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_no_name_of_a_face_is_a_module_too(face: Path) -> None:
    # whichever of the two is loaded first would hide the other
    assert named(face)[1].keys() & {path.stem for path in face.glob("*.py")} == set()


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_face_does_not_know_other_names(face: Path) -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        import_module(f"storyreader.{face.name}").no_such_name  # noqa: B018  looking is the test


def test_no_two_types_have_one_name() -> None:
    found: dict[str, list[str]] = {}
    for path in ENGINE.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name.lstrip("_"), []).append(str(path.relative_to(ENGINE)))
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}
