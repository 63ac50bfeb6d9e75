"""How the wheel is laid: the app lives inside storyreader, so that nothing of another project is overwritten.

In the repository `tui`, `widgets` and `sample_data` stand at the top and are imported by these names. In a wheel they
are `storyreader.tui`, `storyreader.widgets` and `storyreader.sample_data`, and the import lines say so. See
docs/decisions/0007-one-name-in-the-wheel.md.
"""

import ast
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OUTER = "storyreader"
MOVED = ("tui", "widgets", "sample_data")
_NAMES = "|".join(MOVED)
_FROM = re.compile(rf"\bfrom\s+(?=(?:{_NAMES})\b)")
_IMPORT = re.compile(rf"\bimport\s+(?=(?:{_NAMES})\b)")


class Unmovable(ValueError):
    """An import that cannot be written in the same line for the wheel."""


def moved_imports(source: str, name: str = "<source>") -> str:
    """The same source with imports of the moved packages from inside `storyreader`; lines keep their numbers.

    Unmovable for `import tui.app` (it would bind another name) and for several modules in one import statement.
    """
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source, name)):
        at = getattr(node, "lineno", 0) - 1
        if isinstance(node, ast.ImportFrom) and not node.level and _root(node.module or "") in MOVED:
            lines[at] = _FROM.sub(f"from {OUTER}.", lines[at], count=1)
        elif isinstance(node, ast.Import) and any(_root(alias.name) in MOVED for alias in node.names):
            if len(node.names) > 1 or "." in node.names[0].name:
                raise Unmovable(f"{name}:{node.lineno}: write `from package import module` instead")
            lines[at] = _IMPORT.sub(f"from {OUTER} import ", lines[at], count=1)
    return "".join(lines)


def _root(module: str) -> str:
    return module.partition(".")[0]


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the changed files into a folder of their own and asks hatchling to take them from there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Editable installs use the repository as it is."""
        if version == "editable":
            return
        self._folder = TemporaryDirectory()
        for package in (OUTER, *MOVED):
            for file in sorted((Path(self.root) / package).rglob("*.py")):
                self._take(file, build_data)

    def _take(self, file: Path, build_data: dict[str, Any]) -> None:
        inside = file.relative_to(self.root)
        source = file.read_text(encoding="utf-8")
        changed = moved_imports(source, inside.as_posix())
        if changed == source:
            return
        copy = Path(self._folder.name) / inside
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(changed, encoding="utf-8", newline="\n")
        build_data["force_include"][str(copy)] = (inside if inside.parts[0] == OUTER else OUTER / inside).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """The wheel is written; the copies are not needed any more."""
        if version != "editable":
            self._folder.cleanup()
