"""Measure facts and conflicts on development data.

usage: python benchmarks/facts/evaluate.py [EVAL_DIR] [--out FOLDER]

EVAL_DIR (or the environment variable STORYREADER_EVAL) holds sentences/, matching/ and the scorers. Predictions are
written to FOLDER (default: a temporary one) and scored by the scorers of EVAL_DIR; names, aliases, quotations and
negation, which have no scorer there, are counted here with 95 % bootstrap intervals over documents or items.
"""

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from storyreader.contradiction.differences import is_conflict
from storyreader.fact import Fact
from storyreader.facts import extract_article_facts, extract_facts, resolve_names
from storyreader.facts.aliases import plain_name
from storyreader.lexicon.word_tables import tables_for

PAIRS = ("pairs_synthconf_dev", "pairs_msrp_train", "pairs_stsnews_dev", "pairs_feversym_dev")
DRAWS = 1000
Counts = tuple[int, int, int]
"""Right, predicted, gold."""


def main() -> None:
    """Run every table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("eval_dir", nargs="?", type=Path, default=os.environ.get("STORYREADER_EVAL"))
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    if given.eval_dir is None:
        parser.error("name the data folder or set STORYREADER_EVAL")
    folder = Path(given.eval_dir)
    out = given.out or Path(tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    values(folder, out)
    names(folder)
    quotations(folder)
    negation(folder)
    conflicts(folder, out)
    speed(folder)


def read_json(path: Path) -> Any:
    """The content of a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def values(folder: Path, out: Path) -> None:
    """Numbers, dates and times through score_facts.py."""
    for name, pool in (("facts_gold", "all"), ("dates_gum", "date")):
        gold, predicted = folder / "sentences" / f"{name}.json", out / f"{name}.jsonl"
        with predicted.open("w", encoding="utf-8") as file:
            for item in read_json(gold):
                day = date.fromisoformat(item["article_date"]) if item["article_date"] else None
                facts = [plain(fact) for fact in extract_facts(item["phrase"], day)]
                file.write(json.dumps({"id": item["id"], "facts": facts}) + "\n")
        print(f"\n{name}")
        score(folder / "score_facts.py", gold, predicted, "--pool", pool)


def plain(fact: Fact) -> dict[str, Any]:
    """A fact as the scorer reads it."""
    return {
        "kind": fact.kind, "value": fact.value, "unit": fact.unit, "approx": fact.approx, "bound": fact.bound,
        "span": [fact.span.start, fact.span.end],
    }  # fmt: skip


def score(script: Path, *arguments: object) -> None:
    """Print what a scorer says."""
    command = [sys.executable, str(script), *map(str, arguments)]
    print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip())


def overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def names(folder: Path) -> None:
    """Names against runs of proper nouns (recall) and named mentions (precision), dates and links left out; aliases
    as pairs of differently written names of one document that mean the same.
    """
    rows: list[Counts] = []
    precise: list[Counts] = []
    pairs: list[Counts] = []
    for document in read_json(folder / "sentences" / "names_gum.json"):
        facts = extract_article_facts([sentence["text"] for sentence in document["sents"]], language="en")
        rows.append((0, 0, 0))
        precise.append((0, 0, 0))
        ids: dict[str, str] = {}
        for sentence, found in zip(document["sents"], facts, strict=True):
            spans = [(fact.span.start, fact.span.end) for fact in found if fact.kind == "name"]
            gold = [span for span in sentence["propn"] if not is_calendar(sentence["text"][slice(*span)])]
            known = gold + [mention["span"] for mention in sentence["mentions"] if mention["named"]]
            hit = sum(any(overlap(span, other) for other in spans) for span in gold)
            good = sum(any(overlap(span, other) for other in known) for span in spans)
            rows[-1] = add(rows[-1], (hit, 0, len(gold)))
            precise[-1] = add(precise[-1], (good, len(spans), 0))
            ids.update(identities(sentence, spans))
        pairs.append(alias_counts(ids))
    print("\nnames    recall", interval(rows, recall), " precision", interval(precise, precision))
    print("aliases  precision", interval(pairs, precision), " recall", interval(pairs, recall))
    print("aliases  F1", interval(pairs, f1))


def is_calendar(text: str) -> bool:
    """Whether a proper noun is a month, a weekday or an address on the web."""
    tables = tables_for("en")
    word = text.lower().strip(".")
    return word in tables.row("months") or word in tables.row("weekdays") or "://" in word


def identities(sentence: dict[str, Any], spans: Iterable[tuple[int, int]]) -> dict[str, str]:
    """For each found name the entity of the named mention that fits it best."""
    found = {}
    for start, end in spans:
        size = end - start
        fitting = [
            mention for mention in sentence["mentions"]
            if mention["named"] and mention["span"][0] <= start + 4 and mention["span"][1] >= end - 4
            and mention["span"][1] - mention["span"][0] <= size + 22
        ]  # fmt: skip
        if fitting:
            best = min(fitting, key=lambda mention: abs(mention["span"][1] - mention["span"][0] - size))
            found[sentence["text"][start:end]] = best["id"]
    return found


def alias_counts(ids: dict[str, str]) -> Counts:
    """Pairs of names of one document: right, predicted, gold."""
    resolved = resolve_names(ids)
    counts = (0, 0, 0)
    for one, other in combinations(sorted(ids), 2):
        if plain_name(one) == plain_name(other):
            continue
        gold, predicted = ids[one] == ids[other], resolved[one] == resolved[other]
        counts = add(counts, (int(gold and predicted), int(predicted), int(gold)))
    return counts


def quotations(folder: Path) -> None:
    """Span and speaker right together; the speaker's words must overlap with those of the gold."""
    rows: list[Counts] = []
    for item in read_json(folder / "sentences" / "quotes_own.json"):
        found = {(fact.span.start, fact.span.end): fact for fact in extract_facts(item["text"]) if fact.kind == "quote"}
        right = 0
        for gold in item["quotes"]:
            fact = found.get(tuple(gold["span"]))
            if fact is not None:
                one, other = fact.speaker, gold["who_text"]
                right += one is other is None or bool(one and other and (one in other or other in one))
        rows.append((right, len(found), len(item["quotes"])))
    print("\nquotations with speaker, end to end  F1", interval(rows, f1))


def negation(folder: Path) -> None:
    """Whether a sentence is negated."""
    rows: list[Counts] = []
    for item in read_json(folder / "sentences" / "negation_own.json"):
        found = any(fact.kind == "negation" for fact in extract_facts(item["text"]))
        rows.append((int(found == item["negated"]), 1, 1))
    print("negation  accuracy", interval(rows, precision))


def conflicts(folder: Path, out: Path) -> None:
    """Sentence pairs through score_pairs.py, and the share of "same" pairs that are flagged."""
    for name in PAIRS:
        gold = folder / "matching" / f"{name}.jsonl.gz"
        with gzip.open(gold, "rt", encoding="utf-8") as file:
            items = [item for item in map(json.loads, file) if item["label"] in {"same", "conflict"}]
        kept, predicted = out / f"{name}.gold.jsonl", out / f"{name}.jsonl"
        flagged: list[Counts] = []
        with kept.open("w", encoding="utf-8") as golden, predicted.open("w", encoding="utf-8") as file:
            for item in items:
                found, sure = is_conflict(item["s1"], item["s2"])
                label = "conflict" if found else "same"
                golden.write(json.dumps(item) + "\n")
                file.write(json.dumps({"id": item["id"], "label": label, "conflict_score": sure / 100}) + "\n")
                if item["label"] == "same":
                    flagged.append((int(found), 1, 1))
        print(f'\n{name}  "same" pairs flagged', interval(flagged, precision))
        if any(item["label"] == "conflict" for item in items):
            score(folder / "score_pairs.py", kept, predicted, "--boot", 300)


def speed(folder: Path) -> None:
    """Milliseconds for one sentence, and for one pair of sentences with its facts found."""
    with gzip.open(folder / "matching" / "pairs_msrp_train.jsonl.gz", "rt", encoding="utf-8") as file:
        pairs = [(item["s1"], item["s2"]) for item in map(json.loads, file)][:400]
    extract_facts("Warm the tables.", language="en")
    start = time.perf_counter()
    for one, _ in pairs:
        extract_facts(one, language="en")
    facts = (time.perf_counter() - start) / len(pairs) * 1000
    start = time.perf_counter()
    for one, other in pairs:
        is_conflict(one, other)
    both = (time.perf_counter() - start) / len(pairs) * 1000
    print(f"\nspeed  facts {facts:.2f} ms a sentence, conflicts with facts {both:.2f} ms a pair")


def add(one: Counts, other: Counts) -> Counts:
    """Sum of counts."""
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def precision(counts: Counts) -> float:
    """Right of predicted."""
    return counts[0] / max(1, counts[1])


def recall(counts: Counts) -> float:
    """Right of gold."""
    return counts[0] / max(1, counts[2])


def f1(counts: Counts) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * counts[0] / max(1, counts[1] + counts[2])


def interval(rows: Sequence[Counts], measure: Callable[[Counts], float]) -> str:
    """A figure with its 95 % bootstrap interval."""
    chance = random.Random(0)
    draws = []
    for _ in range(DRAWS):
        total = (0, 0, 0)
        for _ in rows:
            total = add(total, rows[chance.randrange(len(rows))])
        draws.append(measure(total))
    draws.sort()
    whole = (0, 0, 0)
    for row in rows:
        whole = add(whole, row)
    return f"{measure(whole):.3f} [{draws[DRAWS // 40]:.3f}, {draws[-DRAWS // 40]:.3f}]"


if __name__ == "__main__":
    main()
