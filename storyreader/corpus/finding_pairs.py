"""The whole work over an archive, step by step; what is there already is not done again."""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from storyreader.atomic import write_atomic
from storyreader.corpus import steps
from storyreader.corpus.plan import Plan
from storyreader.corpus.runners import Runner

Tell = Callable[[str, int, int], None]
"""Is told the step, how much of it is done, and of how much."""


def find_pairs(plan: Plan, runner: Runner, least: float, tell: Tell) -> tuple[Path, Path]:
    """Find the pairs of articles of which the shorter has at least a share (0 to 1) of its text in the other.

    Gives the files with the pairs and with the articles in them, both JSON Lines.
    """
    parts = [part.number for part in plan.parts]
    _do(plan, runner, "articles", [(number,) for number in parts], steps.read_part, tell)
    _do(plan, runner, "counts", [(bucket,) for bucket in range(plan.buckets)], steps.count_pile, tell)
    _do(plan, runner, "pairs", [(pile,) for pile in range(plan.buckets)], steps.add_up, tell)
    texts = f"texts-{round(1000 * least)}"
    (plan.folder / texts).mkdir(exist_ok=True)
    told = {number: steps.articles_of(plan, number) for number in parts}
    wanted: dict[int, set[int]] = defaultdict(set)
    rows = []
    for left, right, share in sorted(pair for pile in range(plan.buckets) for pair in steps.pairs_in(plan, pile)):
        if share < 1000 * least:
            continue
        sides = {}
        for side, article in (("left", left), ("right", right)):
            part, place = article >> steps.PLACES, article & (1 << steps.PLACES) - 1
            wanted[part].add(place)
            path, headline, publisher, published = told[part][place]
            sides[side] = {"path": path, "headline": headline, "publisher": publisher, "published": published}
        rows.append(json.dumps({**sides, "share": share / 1000}, ensure_ascii=False) + "\n")
    chosen = [(part, texts, [told[part][place][0] for place in sorted(wanted[part])]) for part in sorted(wanted)]
    _do(plan, runner, texts, chosen, steps.take_out, tell)
    pairs, articles = plan.folder / "pairs.jsonl", plan.folder / "articles.jsonl"
    write_atomic(pairs, "".join(rows).encode("utf-8", "replace"))
    write_atomic(articles, b"".join(plan.file(texts, part).read_bytes() for part in sorted(wanted)))
    return pairs, articles


def _do(
    plan: Plan, runner: Runner, step: str, given: Sequence[tuple[object, ...]], work: Callable[..., int], tell: Tell
) -> None:
    """Do what is missing of a step; the first argument of each call numbers what it leaves."""
    missing = [arguments for arguments in given if not plan.file(step, int(str(arguments[0]))).exists()]
    before = len(given) - len(missing)
    tell(step, before, len(given))
    for done, _ in enumerate(runner.run(work, [(plan, *arguments) for arguments in missing]), start=before + 1):
        tell(step, done, len(given))
