"""Own code is imported at the head of a module; a room loads what it is asked for, so nobody needs to be late."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
KNOWN = {
    "storyreader/cli.py: tui.app",  # the app is its last step, and the engine does without
    "storyreader/cli.py: storyreader.paths",  # needs platformdirs, which --help does without
    "storyreader/cli_board.py: storyreader.paths",  # the same
    "storyreader/cli_saved.py: storyreader.paths",  # the same
    "storyreader/cli_saved.py: storyreader.settings",  # needs platformdirs, which --help does without
    "storyreader/saving/store.py: storyreader.saving.index",  # needs sqlite3, for the list only
}


def late_imports() -> set[str]:
    """Own modules that are imported inside functions, with the file."""
    found = set()
    for package in ("storyreader", "tui", "widgets"):
        for path in (ROOT / package).rglob("*.py"):
            for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                    modules = [node.module or "" for node in ast.walk(function) if isinstance(node, ast.ImportFrom)]
                    own = [module for module in modules if module.split(".")[0] in ("storyreader", "tui", "widgets")]
                    found |= {f"{path.relative_to(ROOT).as_posix()}: {module}" for module in own}
    return found


def test_own_imports_inside_functions_are_known_with_their_reason() -> None:
    assert late_imports() == KNOWN
