"""Conflicts of two sentences: precision, recall, F1, and how many pairs that say the same are flagged.

    python -m benchmarks.quality conflicts EVAL_DIR

Needs scikit-learn (extra "bench"): every pair is judged by trees that saw none of its sentences, trained in the run
(half a minute). Beside them a plain rule: a conflict is where the figures of the two sentences differ, or only one of
them has a "not". Brackets are 95 % intervals over pairs. At the end a curve: all thresholds moved by the same step,
counted in log odds; above 0 fewer conflicts are told.
"""

import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.facts.train import HELD_BACK, LINKED, SETS, THRESHOLDS, UNSEEN, Row, read_rows, train
from benchmarks.quality.bootstrap import bootstrap

STEPS = (-0.9, -0.6, -0.3, 0.0, 0.3, 0.6, 0.9)
CURVE = ("synthconf_dev", "msrp_train", "feversym_dev", "linked")
"""Sets of the curve; "linked" are all sentences linked by people."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NOT = re.compile(r"\b(?:not|no|never)\b|n't", re.IGNORECASE)


class Verdict(NamedTuple):
    """Whether a pair was flagged, and whether it is a conflict."""

    flagged: bool
    conflict: bool


def run(folder: Path, arguments: list[str]) -> None:
    """Print the tables."""
    if arguments:
        raise SystemExit("conflicts takes no options")
    rows = read_rows(folder)
    _, likely = train(rows)
    ours = _flags(likely, 0.0)
    for name in (*SETS, *UNSEEN, *LINKED, *HELD_BACK):
        print(f"\n{name}")
        for tool, flags in (("storyreader", ours), ("plain rule", [_plain(row) for row in rows])):
            verdicts = [
                Verdict(flag, row.label == "conflict")
                for row, flag in zip(rows, flags, strict=True)
                if row.data == name
            ]
            _print(tool, verdicts)

    _print_curve(rows, likely)


def _flags(likely: Sequence[Mapping[str, float]], step: float) -> list[bool]:
    """Which pairs are told as conflicts with thresholds moved by a step; families that are ruled have none."""
    moved = {family: 1 / (1 + math.exp(-math.log(limit / (1 - limit)) - step)) for family, limit in THRESHOLDS.items()}
    return [any(chance >= moved.get(family, 0.0) for family, chance in found.items()) for found in likely]


def _print_curve(rows: Sequence[Row], likely: Sequence[Mapping[str, float]]) -> None:
    print("\ncurve")
    for step in STEPS:
        flags = _flags(likely, step)
        cells = []
        for name in CURVE:
            sets = (*LINKED, *HELD_BACK) if name == "linked" else (name,)
            verdicts = [
                Verdict(flag, row.label == "conflict")
                for row, flag in zip(rows, flags, strict=True)
                if row.data in sets
            ]
            same = flagged([one for one in verdicts if not one.conflict])
            scored = f"F1 {f1(verdicts):.3f} precision {precision(verdicts):.3f} " if "_dev" in name else ""
            cells.append(f"{name} {scored}flagged {same:.3f}")
        print(f"  {step:+.1f}  " + "  ".join(cells))


def _plain(row: Row) -> bool:
    figures = [set(_FIGURE.findall(text)) for text in row.texts]
    denied = [bool(_NOT.search(text)) for text in row.texts]
    return (all(figures) and figures[0] != figures[1]) or denied[0] != denied[1]


def _print(tool: str, verdicts: Sequence[Verdict]) -> None:
    cells = []
    if any(one.conflict for one in verdicts):
        cells += [f"F1 {bootstrap(verdicts, f1)}", f"precision {bootstrap(verdicts, precision)}"]
        cells.append(f"recall {bootstrap(verdicts, recall)}")
    same = [one for one in verdicts if not one.conflict]
    cells.append(f"same flagged {bootstrap(same, flagged)}")
    print(f"  {tool:12s} " + "  ".join(cells))


def precision(verdicts: Sequence[Verdict]) -> float:
    """Right of flagged."""
    said = [one.conflict for one in verdicts if one.flagged]
    return sum(said) / len(said) if said else 1.0


def recall(verdicts: Sequence[Verdict]) -> float:
    """Flagged of the conflicts."""
    gold = [one.flagged for one in verdicts if one.conflict]
    return sum(gold) / len(gold) if gold else 1.0


def f1(verdicts: Sequence[Verdict]) -> float:
    """Harmonic mean of precision and recall."""
    one, other = precision(verdicts), recall(verdicts)
    return 2 * one * other / (one + other) if one + other else 0.0


def flagged(verdicts: Sequence[Verdict]) -> float:
    """Share that is flagged."""
    return sum(one.flagged for one in verdicts) / len(verdicts) if verdicts else 0.0
