"""Prints the tables of quality: our figures beside those of other tools on the same data, with intervals.

    python -m benchmarks.quality TABLE [EVAL_DIR] [options of the table]

TABLE is one of TABLES below, "all", or "suite". EVAL_DIR, or the variable STORYREADER_EVAL, is the folder of gold data,
for "suite" that of a peer's pages. Each table is a module of this package with a function
`run(folder: pathlib.Path, arguments: list[str]) -> None` that reads its own options from `arguments` and prints; see
the head of the module for what it needs.
"""

import os
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

TABLES = ("cleaning", "segmenting", "links", "claims", "facts", "conflicts", "differences", "stories", "voices")
"""The tables of the gold data, each a module beside this one."""
SUITE = "suite"
"""The table of a peer's test pages, which has a folder of its own and is no part of "all"."""


def main(arguments: list[str]) -> int:
    """Run the table asked for; the exit status is 2 when the command is not understood."""
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(__doc__)
        return 0
    name, rest = arguments[0], arguments[1:]
    named = rest and not rest[0].startswith("-")
    place = rest.pop(0) if named else os.environ.get("STORYREADER_EVAL", "")
    names = TABLES if name == "all" else (name,)
    if not set(names) <= {*TABLES, SUITE}:
        print(f"no table {name!r}: choose from {', '.join(TABLES)}, all, {SUITE}", file=sys.stderr)
        return 2
    if not Path(place).is_dir() or not place:
        print("give the folder of gold data, or set STORYREADER_EVAL", file=sys.stderr)
        return 2
    for table in names:
        module = f"benchmarks.quality.{table}"
        if find_spec(module) is None:
            print(f"{table}: no such table yet", file=sys.stderr)
            continue
        import_module(module).run(Path(place), rest)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
