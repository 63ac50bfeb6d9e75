"""The engine does without a terminal, and nothing heavy is loaded before it is needed."""

import json
import subprocess
import sys

import pytest

HEAVY = ("trafilatura", "lxml", "pydantic", "numpy", "snowballstemmer", "py3langid")


def loaded_after(code: str) -> set[str]:
    """The modules loaded in a fresh interpreter after some code has run."""
    script = f"{code}\nimport sys, json\nprint(json.dumps(sorted(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(result.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "code",
    [
        "import storyreader",
        "import storyreader; storyreader.compare; storyreader.clean_html; storyreader.find_facts",
        "from storyreader.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass",
        "from storyreader.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
        "from storyreader import clean_text, compare\na = clean_text('One thing happened.')\ncompare(a, a)",
        "import storyreader.saving, storyreader.library, storyreader.exporting.documents",
    ],
)
def test_the_engine_loads_no_terminal_library(code: str) -> None:
    assert not loaded_after(code) & {"textual", "rich"}


def test_help_and_version_load_only_the_standard_library() -> None:
    loaded = loaded_after("from storyreader.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass")
    assert not loaded & {*HEAVY, "rapidfuzz", "platformdirs"}


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    loaded = loaded_after("import tui.app; tui.app.StoryReader([]).get_default_screen()")
    assert not loaded & {*HEAVY, "rapidfuzz", "sqlite3", "filelock"}


def test_every_public_name_is_there() -> None:
    import storyreader

    assert [name for name in storyreader.__all__ if not hasattr(storyreader, name)] == []
    with pytest.raises(AttributeError, match="no_such_name"):
        getattr(storyreader, "no_such_" + "name")
