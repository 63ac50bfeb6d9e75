"""Every table of the segmenter and the matcher, next to the baselines, through the scorers of the gold data.

    python benchmarks/matching/evaluate.py [EVAL_DIR] [--out FOLDER]

EVAL_DIR (or the environment variable STORYREADER_EVAL) holds sentences/, matching/ and the scorers score_*.py.
Predictions are written to FOLDER (default: a temporary one). Intervals are the scorers' 95 % bootstrap intervals.
Sets in align_* and pairs_* that the weights were trained on are marked with *: their figures are no measure of new
articles; the figures stored in storyreader/alignment/data/weights.json are, they come from unseen stories.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from storyreader import match_sentences, split_sentences
from storyreader.alignment import outline
from storyreader.alignment.features import cosine, share
from storyreader.alignment.profiles import profile
from storyreader.article import Article, Sentence
from storyreader.lexicon.normalised import normalised_text

Claim = tuple[int, int, str]
Matcher = Callable[[Sequence[str], Sequence[str]], list[Claim]]
TOKEN_SET_THRESHOLD, COSINE_THRESHOLD = 56, 0.21
"""Best single thresholds on development data."""


def article_of(name: str, texts: Sequence[str], title: str | None = None) -> Article:
    """An article of sentences that are cut already, each a paragraph."""
    cut = tuple(Sentence(text, number, number, 0, len(text)) for number, text in enumerate(texts))
    return Article(name, title, tuple(texts), cut)


def ours(left: Sequence[str], right: Sequence[str]) -> list[Claim]:
    """The matcher itself."""
    return [
        (one, other, link.kind) for link in match_sentences(left, right) for one in link.left for other in link.right
    ]


def line_diff(left: Sequence[str], right: Sequence[str]) -> list[Claim]:
    """What a line diff pairs: equal lines, and changed ones in order."""
    blocks = SequenceMatcher(
        None, [normalised_text(s) for s in left], [normalised_text(s) for s in right], autojunk=False
    )
    found: list[Claim] = []
    for tag, start, end, other, last in blocks.get_opcodes():
        if tag in {"equal", "replace"}:
            found.extend(
                (one, two, "reworded") for one, two in zip(range(start, end), range(other, last), strict=False)
            )
    return found


def token_set(left: Sequence[str], right: Sequence[str]) -> list[Claim]:
    """Every pair whose rapidfuzz token_set_ratio passes one threshold."""
    plain = [[normalised_text(sentence) for sentence in side] for side in (left, right)]
    return [
        (one, other, "reworded")
        for one, ours_ in enumerate(plain[0])
        for other, theirs in enumerate(plain[1])
        if fuzz.token_set_ratio(ours_, theirs) >= TOKEN_SET_THRESHOLD
    ]


def tf_idf(left: Sequence[str], right: Sequence[str]) -> list[Claim]:
    """Every pair whose TF-IDF cosine on stems passes one threshold."""
    found = profile(outline(left, language="en"), outline(right, language="en"))
    return [
        (one, other, "reworded")
        for one, ours_ in enumerate(found.left)
        for other, theirs in enumerate(found.right)
        if cosine(ours_, theirs, share(ours_, theirs, found.vocabulary)) >= COSINE_THRESHOLD
    ]


MATCHERS: dict[str, Matcher] = {
    "difflib lines": line_diff,
    "rapidfuzz token_set": token_set,
    "TF-IDF": tf_idf,
    "storyreader": ours,
}


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON lines, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """Write JSON lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def score(folder: Path, scorer: str, gold: Path, predicted: Path) -> Any:
    """Run a scorer and read its JSON."""
    command = [sys.executable, str(folder / scorer), str(gold), str(predicted), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def sentences(folder: Path, out: Path) -> None:
    """Print the table of sentence boundaries."""
    print("\nSENTENCES  boundaries inside paragraphs, F1 (punct: only those with a mark)")
    for gold in sorted((folder / "sentences").glob("sent.*.jsonl")):
        rows = [
            {"id": row["id"], "sents": [[s.start, s.end] for s in split_sentences(row["text"], row.get("lang"))]}
            for row in records(gold)
        ]
        total = score(folder, "score_sentences.py", gold, write(out / gold.name, rows))["TOTAL"]
        print(
            f"  {gold.stem:24s} interior {total['interior']['f1']:.4f}  punct {total['punct']['f1']:.4f}  "
            f"texts right {total['docs_right'][0]}/{total['docs_right'][1]}  lossless {total['lossless'][0]}"
        )


def alignment(folder: Path, out: Path) -> None:
    """Print the table of linked sentences for every matcher."""
    print("\nLINKS  lenient F1 and strict3 F1 with 95 % intervals; * trained on")
    for gold in sorted((folder / "matching").glob("align_*_dev.jsonl.gz")):
        print(f"  {gold.name.removesuffix('.jsonl.gz')}*")
        rows = records(gold)
        for name, matcher in MATCHERS.items():
            predicted = [{"id": row["id"], "pairs": matcher(row["a"], row["b"])} for row in rows]
            result = score(folder, "score_align.py", gold, write(out / f"{gold.stem}.{name}", predicted))
            figures = [f"{mode} {result[mode]['F1']:.3f} {result[mode]['ci95']}" for mode in ("lenient", "strict3")]
            print(f"    {name:22s} {'  '.join(figures)}")


def pairs(folder: Path, out: Path) -> None:
    """Print the table of single sentence pairs: same when reworded or the same as a whole."""
    print("\nPAIRS  accuracy of same / different, and AUC of the score for same, with 95 % intervals")
    for name in ("pairs_msrp_train", "pairs_stsnews_dev", "pairs_sick_dev"):
        gold = folder / "matching" / f"{name}.jsonl.gz"
        if not gold.exists():
            continue
        rows = []
        for row in records(gold):
            links = match_sentences([row["s1"]], [row["s2"]])
            whole = bool(links) and links[0].kind in {"same", "reworded"}
            rank = links[0].score + 100 * whole if links else 0.0
            rows.append({"id": row["id"], "label": "same" if whole else "different", "score": rank})
        result = score(folder, "score_pairs.py", gold, write(out / name, rows))
        figures = [f"{key} {result[key]['value']:.3f} {result[key]['ci95']}" for key in ("accuracy", "AUC.same")]
        print(f"  {name:22s} {'  '.join(figures)}")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=os.environ.get("STORYREADER_EVAL"))
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    if arguments.folder is None:
        parser.error("give the folder of gold data or set STORYREADER_EVAL")
    out = arguments.out or Path(tempfile.mkdtemp(prefix="storyreader-"))
    out.mkdir(parents=True, exist_ok=True)
    sentences(Path(arguments.folder), out)
    alignment(Path(arguments.folder), out)
    pairs(Path(arguments.folder), out)


if __name__ == "__main__":
    main()
