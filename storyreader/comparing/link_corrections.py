"""The reader's own word on links, laid over what the engine found; the engine's result itself stays as it was."""

from collections.abc import Sequence
from dataclasses import replace

from storyreader.comparing.rows import reading_rows
from storyreader.comparison import SIDES, Comparison, Ground, Link

LinkChange = tuple[str, tuple[int, ...], tuple[int, ...]]
"""What is said ("not a match", "match", "not a conflict") of which left and which right sentences."""


def apply_link_corrections(comparison: Comparison, corrections: Sequence[LinkChange]) -> Comparison:
    """The comparison with the corrections applied in their order, and its rows made anew."""
    links = list(comparison.links)
    for kind, left, right in corrections:
        inside = [set(link.left) <= set(left) and set(link.right) <= set(right) for link in links]
        if kind == "not a conflict":
            links = [_calmed(link) if here else link for link, here in zip(links, inside, strict=True)]
            continue
        links = [link for link, here in zip(links, inside, strict=True) if not here]
        if kind == "match":
            links.append(_own(comparison, left, right))
    links.sort(key=lambda link: (link.left, link.right))
    pairs = {(one, other) for link in links for one in link.left for other in link.right}
    related = tuple(pair for pair in comparison.related if (pair.left, pair.right) not in pairs)
    linked = {side: {n for link in links for n in link.numbers(side)} for side in SIDES}
    counts = len(comparison.left.sentences), len(comparison.right.sentences)
    return replace(
        comparison,
        links=tuple(links),
        only_left=tuple(n for n in range(counts[0]) if n not in linked["left"]),
        only_right=tuple(n for n in range(counts[1]) if n not in linked["right"]),
        rows=reading_rows(links, *counts, related),
        related=related,
    )


def _own(comparison: Comparison, left: tuple[int, ...], right: tuple[int, ...]) -> Link:
    texts = [
        " ".join(article.sentences[number].text for number in numbers)
        for article, numbers in ((comparison.left, left), (comparison.right, right))
    ]
    return Link(
        left,
        right,
        "same" if texts[0] == texts[1] else "reworded",
        100.0,
        grounds=(Ground("own_match"),),
        rewritten=True,
    )


def _calmed(link: Link) -> Link:
    if link.kind != "conflict":
        return link
    calm = tuple(replace(difference, conflict=False) for difference in link.differences)
    return replace(link, kind="reworded", differences=calm, grounds=(*link.grounds, Ground("own_not_a_conflict")))
