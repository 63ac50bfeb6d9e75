"""The lead told again, cut short or glued together, as pages do in teasers and in hidden data, is no paragraph.

Compared by runs of five words, so that a changed mark or a lost end does not hide the repeat. Linear in the page.
"""

from storyreader.cleaning.draft import Block, Draft

_RUN = 5
_SHARE = 0.8


def apply(draft: Draft) -> None:
    """Judge blocks that repeat what the body has said."""
    body = [block for block in draft.blocks if block.kept]
    told: set[tuple[str, ...]] = set()
    flow: list[str] = []
    for block in body:
        runs = _runs(block)
        if block is not body[0] and runs and _covered(runs, told) >= _SHARE and block.shape.words >= 8:
            block.reason = "teaser repeat"
            continue
        flow = flow[-_RUN + 1 :] + list(block.shape.tokens)
        told.update(zip(*(flow[start:] for start in range(_RUN)), strict=False))
    for block in draft.blocks:
        if block.reason in {"", "comment"} and (runs := _runs(block)) and _covered(runs, told) >= _SHARE:
            block.reason = "teaser repeat"


def _runs(block: Block) -> list[tuple[str, ...]]:
    tokens = block.shape.tokens
    return list(zip(*(tokens[start:] for start in range(_RUN)), strict=False))


def _covered(runs: list[tuple[str, ...]], told: set[tuple[str, ...]]) -> float:
    return sum(run in told for run in runs) / len(runs)
