"""Makes small harmful changes to the source, one after the other, and tells whether the tests notice.

    python -m benchmarks.mutations            # all changes; about five seconds each
    python -m benchmarks.mutations wire rows  # those whose name holds one of the words
    python -m benchmarks.mutations --check    # only whether every old text still stands once in its file

Works in a temporary copy of the tree. Ends with 1 when a change went unnoticed or its old text is not there once.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
LEFT_OUT = (".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__", "*.egg-info")
FAILED = 1
"""What pytest ends with when tests ran and some failed. Any other number but 0 is a broken run: nothing was noticed."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """In `file`, `old` becomes `new`; `tests` are the files or pytest ids that should notice."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


# The one place to adapt when a file or symbol is renamed. `old` must stand exactly once in its file.
MUTATIONS = (
    Mutation(
        "many-to-one links are never made",
        "storyreader/alignment/linking.py",
        "if len(run) > 1 and not any(",
        "if len(run) > len(judged) and not any(",
        ("tests/engine/alignment/test_linking.py",),
    ),
    Mutation(
        "a moved pair is an anchor of the rows",
        "storyreader/comparing/rows.py",
        "if row.right and row.link is not None and not links[row.link].moved:",
        "if row.right and row.link is not None:",
        ("tests/engine/comparing/test_rows.py",),
    ),
    Mutation(
        "the rank of conflicts is lost in the rows",
        "storyreader/comparing/rows.py",
        '"conflict": 0,',
        '"conflict": 4,',
        ("tests/engine/comparing/test_rows.py",),
    ),
    Mutation(
        "figures five in a hundred apart are cut off",
        "storyreader/facts/compatibility.py",
        "CUT_OFF = 0.01",
        "CUT_OFF = 0.05",
        ("tests/engine/facts/test_compatibility.py",),
    ),
    Mutation(
        "totals of parts are not recognised",
        "storyreader/facts/compatibility.py",
        "if math.isclose(sum(numbers), value[0]):\n        return True",
        "if len(numbers) >= 2:\n        return False",
        ("tests/engine/facts/test_compatibility.py",),
    ),
    Mutation(
        "differences are not recognised",
        "storyreader/facts/compatibility.py",
        " or math.isclose(abs(one - two), value[0])",
        "",
        ("tests/engine/facts/test_compatibility.py",),
    ),
    Mutation(
        "a fifth in common is wire copy",
        "storyreader/comparing/summary.py",
        "WIRE_SHARE = 0.5",
        "WIRE_SHARE = 0.2",
        ("tests/engine/comparing/test_compare.py",),
    ),
    Mutation(
        "names are not solid in wording",
        "storyreader/alignment/atoms.py",
        "Atom(start, end, plain, 1, number or name, common)",
        "Atom(start, end, plain, 1, number, common)",
        ("tests/engine/alignment/test_wording.py",),
    ),
    Mutation(
        "a change may cut a name in two",
        "storyreader/alignment/atoms.py",
        "return bool(_NAME_JOINT.fullmatch(between))",
        "return bool(_NAME_JOINT.fullmatch(between)) and last != 'name'",
        ("tests/engine/alignment/test_wording.py",),
    ),
    Mutation(
        "the date of an update is never set",
        "storyreader/cleaning/fields/published.py",
        "if updated is not None:",
        "if updated is not None and not draft.blocks:",
        ("tests/engine/cleaning/test_clean_text.py",),
    ),
    Mutation(
        "no margin between two places of a quotation",
        "storyreader/saving/quotes.py",
        "_APART = 15.0",
        "_APART = 0.0",
        ("tests/saving/test_quotes.py",),
    ),
    Mutation(
        "each sentence has four partners at most",
        "storyreader/alignment/candidates.py",
        "MOST_PARTNERS, FEWEST_PARTNERS = 24, 2",
        "MOST_PARTNERS, FEWEST_PARTNERS = 4, 2",
        ("tests/engine/alignment/test_candidates.py",),
    ),
    Mutation(
        "words of place are switched off",
        "storyreader/contradiction/differences.py",
        'words_in(pair.left.language, "place_words")',
        "set()",
        ("tests/engine/contradiction/test_differences.py",),
    ),
    Mutation(
        "no reading is taken from the shelf",
        "storyreader/application/reading_shelf.py",
        "if known is None or known.article != article:",
        "if True:",
        ("tests/application/test_reading_shelf.py",),
    ),
    Mutation(
        "slips are forgiven in short words",
        "storyreader/application/search.py",
        "SHORTEST = 4",
        "SHORTEST = 1",
        ("tests/application/test_search.py",),
    ),
    Mutation(
        "a failed save forgets that it is unsaved",
        "storyreader/application/notebook.py",
        "                self._unsaved = True\n                raise",
        "                raise",
        ("tests/application/test_notebook.py",),
    ),
    Mutation(
        "the figure of a market is nought",
        "storyreader/contradiction/values.py",
        "return float(min(3, len(words & lower)))",
        "return float(min(0, len(words & lower)))",
        ("tests/engine/contradiction/test_differences.py",),
    ),
    Mutation(
        "a source may not stand in the sentence beside",
        "storyreader/findings/omissions.py",
        "for step in (-1, 0, 1)}",
        "for step in (0,)}",
        ("tests/engine/findings/test_findings.py",),
    ),
)


def misfit(mutation: Mutation, root: Path) -> str:
    """Why a change cannot be made; empty when it can."""
    file = root / mutation.file
    if not file.is_file():
        return f"there is no {mutation.file}"
    if absent := [test for test in mutation.tests if not (root / test.partition("::")[0]).exists()]:
        return f"there is no {absent[0]}"
    count = file.read_text(encoding="utf-8").count(mutation.old)
    return "" if count == 1 else f"the old text stands {count} times in {mutation.file}"


def ran(tests: Sequence[str], tree: Path) -> tuple[int, str]:
    """What pytest ends with on some tests of a tree, and the first test that fails."""
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-x", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    first = next((line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))), "")
    return done.returncode, first.removeprefix("FAILED ").partition(" - ")[0]


def tried(mutation: Mutation, tree: Path) -> tuple[bool, str]:
    """Whether the tests noticed the change, and what to say of it. The tree is as before afterwards."""
    if why := misfit(mutation, tree):
        return False, f"CANNOT BE MADE  {mutation.name}: {why}"
    file = tree / mutation.file
    before = file.read_text(encoding="utf-8")
    try:
        file.write_text(before.replace(mutation.old, mutation.new), encoding="utf-8")
        code, first = ran(mutation.tests, tree)
    finally:
        file.write_text(before, encoding="utf-8")
    if code == FAILED:
        return True, f"noticed         {mutation.name}: {first}"
    return False, f"{'NOT NOTICED   ' if code == 0 else f'PYTEST ENDED {code}'}  {mutation.name}"


def tried_all(chosen: Sequence[Mutation]) -> bool:
    """Try changes in a temporary copy of the tree, saying each; whether all were noticed."""
    with tempfile.TemporaryDirectory(prefix="storyreader-mutations-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*LEFT_OUT))
        code, first = ran(sorted({test for mutation in chosen for test in mutation.tests}), tree)
        if code:
            print(f"The tests fail without any change: {first or f'pytest ended with {code}'}")
            return False
        noticed = 0
        for mutation in chosen:
            found, says = tried(mutation, tree)
            noticed += found
            print(says, flush=True)
    print(f"{noticed} of {len(chosen)} noticed")
    return noticed == len(chosen)


def main() -> int:
    """Read the arguments and do what they ask; 0 when all is well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("words", nargs="*", help="only changes whose name holds one of these")
    parser.add_argument("--check", action="store_true", help="only see whether every old text stands once in its file")
    given = parser.parse_args()
    chosen = [m for m in MUTATIONS if not given.words or any(word in m.name for word in given.words)]
    if not chosen:
        print("No change has such a name.")
        return 1
    if given.check:
        problems = [f"{mutation.name}: {why}" for mutation in chosen if (why := misfit(mutation, ROOT))]
        print("\n".join(problems) or f"All {len(chosen)} changes can be made.")
        return bool(problems)
    return 0 if tried_all(chosen) else 1


if __name__ == "__main__":
    sys.exit(main())
