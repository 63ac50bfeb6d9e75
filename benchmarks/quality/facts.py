"""Facts of single sentences and names of whole articles, with 95 % intervals over phrases or articles.

    python -m benchmarks.quality facts EVAL_DIR

Numbers, dates and times go through EVAL_DIR/score_facts.py; names, names of one thing, speakers and negation are
counted here. See benchmarks/facts/evaluate.py for what each figure is.
"""

import tempfile
from pathlib import Path

from benchmarks.facts import evaluate


def run(folder: Path, arguments: list[str]) -> None:
    """Print the tables."""
    if arguments:
        raise SystemExit("facts takes no options")
    with tempfile.TemporaryDirectory(prefix="storyreader-") as out:
        evaluate.values(folder, Path(out))
    evaluate.names(folder)
    evaluate.quotations(folder)
    evaluate.negation(folder)
