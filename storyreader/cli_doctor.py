"""`storyreader doctor`: whether everything that storyreader needs is in order, and repairs for what is not."""

import argparse
from collections.abc import Sequence

from storyreader import application

DONE, PROBLEMS = 0, 1


def doctor(given: Sequence[str]) -> int:
    """Look at everything, and with --repair put right what can be."""
    parser = argparse.ArgumentParser(
        prog="storyreader doctor",
        description="Looks at folders, permissions, the terminal, versions, saved files, the catalogue and scraps of "
        "killed saves. Nothing is changed without --repair. Exit status 1 when something is wrong.",
    )
    parser.add_argument("--repair", action="store_true", help="put right what can be; nothing of yours is deleted")
    options = parser.parse_args(given)
    wrong = 0
    for finding in application.examine():
        if not finding.problem:
            print(f"ok  {finding.about}: {finding.says}")
            continue
        print(f"!   {finding.about}: {finding.problem}")
        if finding.repair is not None and options.repair:
            print(f"    {finding.repair()}")
            continue
        wrong += 1
        if finding.repair is not None:
            print("    storyreader doctor --repair puts this right.")
    return PROBLEMS if wrong else DONE
