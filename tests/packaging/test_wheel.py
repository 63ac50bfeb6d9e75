"""What the wheel holds and asks for, and that it can be installed beside another project's `tui`."""

import ast
import json
import re
import subprocess
import sys
import venv
import zipfile
from email.parser import Parser
from pathlib import Path
from sysconfig import get_path

import pytest

from hatch_build import MOVED, Unmovable, moved_imports

ROOT = Path(__file__).parents[2]
SMOKE = Path(__file__).with_name("smoke.py")


def run(*command: object, folder: Path = ROOT) -> str:
    """What a command prints; with its errors in the message when it fails."""
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    (found,) = folder.glob("*.whl")
    return found


def other_wheel(folder: Path) -> Path:
    """A wheel of another project that has each of our folders' names at the top."""
    file = folder / "another-1.0-py3-none-any.whl"
    contents = {f"{name}/__init__.py": f"OWNER = 'another {name}'\n" for name in MOVED}
    contents["another-1.0.dist-info/METADATA"] = "Metadata-Version: 2.1\nName: another\nVersion: 1.0\n"
    contents["another-1.0.dist-info/WHEEL"] = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "another-1.0.dist-info/RECORD"
    contents[record] = "".join(f"{name},,\n" for name in [*contents, record])
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in contents.items():
            archive.writestr(name, text)
    return file


@pytest.mark.parametrize(
    ("source", "moved"),
    [
        ("from tui.app import run\n", "from storyreader.tui.app import run\n"),
        ("from widgets import naming\n", "from storyreader.widgets import naming\n"),
        ("def f():\n    import sample_data\n", "def f():\n    from storyreader import sample_data\n"),
        ("import widgets as w  # tui\n", "from storyreader import widgets as w  # tui\n"),
        ("from tui.keymap import (\n    a,\n    b,\n)\n", "from storyreader.tui.keymap import (\n    a,\n    b,\n)\n"),
        ("from textual.widgets import Input\n", "from textual.widgets import Input\n"),
        ("from .widgets import naming\n", "from .widgets import naming\n"),
        ("import widgetsmith\n", "import widgetsmith\n"),
        ('said = """\nfrom tui.app import run\n"""\n', 'said = """\nfrom tui.app import run\n"""\n'),
    ],
)
def test_imports_of_the_app_are_moved_and_nothing_else(source: str, moved: str) -> None:
    assert moved_imports(source) == moved


@pytest.mark.parametrize("source", ["import tui.app\n", "import os, widgets\n"])
def test_an_import_that_cannot_be_moved_stops_the_build(source: str) -> None:
    with pytest.raises(Unmovable, match=r"page\.py:1"):
        moved_imports(source, "page.py")


def test_no_module_of_the_app_is_named_in_a_string() -> None:
    """The build moves import statements only."""
    named = re.compile(rf"(?:{'|'.join(MOVED)})(?:\.[a-z_]+)+")
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for package in ("storyreader", *MOVED)
        for file in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and named.fullmatch(node.value)
    ]
    assert found == []


def test_the_wheel_has_one_name_and_every_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
    assert {name.split("/")[0] for name in names} == {"storyreader"}
    wanted = {
        (file if package == "storyreader" else Path("storyreader") / file).as_posix()
        for package in ("storyreader", *MOVED)
        for file in (path.relative_to(ROOT) for path in (ROOT / package).rglob("*"))
        if (ROOT / file).is_file() and "__pycache__" not in file.parts
    }
    assert sorted(names) == sorted(wanted)


def test_the_readme_of_the_wheel_has_whole_addresses(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(name).decode("utf-8"))
    targets = re.findall(r"\]\(([^)]*)\)", str(metadata.get_payload()))
    assert len(targets) > 5
    assert [target for target in targets if not target.startswith("https://")] == []
    assert any(target.endswith(".svg") and "/raw." in target for target in targets)


def test_another_project_of_the_same_names_is_left_alone_and_the_app_starts(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", symlinks=True)
    python = tmp_path / "env" / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-index",
        wheel, other_wheel(tmp_path))  # fmt: skip
    # what storyreader needs is taken from this environment; its line that leads to the repository is not read there
    (site,) = (tmp_path / "env" / "lib").glob("python*/site-packages")
    (site / "needed.pth").write_text(get_path("purelib") + "\n", encoding="utf-8")
    for name in MOVED:
        assert run(python, "-I", "-c", f"import {name}; print({name}.OWNER)") == f"another {name}\n"
    said = run(python, "-I", "-W", "error", SMOKE, folder=tmp_path)
    assert said.startswith(str(site))
    assert run(tmp_path / "env" / "bin" / "storyreader", "--version", folder=tmp_path).startswith("storyreader ")


def test_the_same_source_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_bill_of_materials_names_every_library_with_a_licence() -> None:
    document = json.loads(run(sys.executable, "docs/dependencies.py", "--sbom"))
    names = {part["name"]: part for part in document["components"]}
    assert {"textual", "lxml", "trafilatura", "pydantic-core", "numpy"} <= names.keys()
    assert not [name for name, part in names.items() if part["licenses"][0]["license"]["name"] in ("", "not stated")]
    assert run(sys.executable, "docs/dependencies.py", "--sbom") == json.dumps(document, indent=1) + "\n"


def test_every_library_in_the_docs_has_its_licence() -> None:
    told = (ROOT / "docs" / "security.md").read_text("utf-8")
    rows = run(sys.executable, "docs/dependencies.py").splitlines()[2:]
    missing = [row for row in rows if "| {} |".format(row.split(" | ")[0].strip("| ")) not in told]
    assert not missing
