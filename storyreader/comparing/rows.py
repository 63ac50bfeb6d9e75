"""The reading order of a comparison: every sentence of both articles in exactly one row.

Rows follow the left article. What only the right article tells stands behind the row of the sentence before it there.
So the rows, alone of all parts of a comparison, are not mirrored when the sides are swapped: the same units come in
the other article's order.
"""

from collections import defaultdict
from collections.abc import Sequence

from storyreader.comparison import Link, Related, Row

_RANK = {"conflict": 0, "same": 1, "reworded": 2, "partial": 3}


def reading_rows(
    links: Sequence[Link], left_count: int, right_count: int, related: Sequence[Related] = ()
) -> tuple[Row, ...]:
    """Put every sentence into one row, in reading order.

    A sentence that is in several links is shown in the row of its best one (same before reworded before partial, then
    by score); the rows of its other links lack it and say in `elsewhere` where it is. A link whose sentences are all
    shown in rows of other links has no row of its own; those rows name each other in `elsewhere`.
    """
    owners = _owners(links)
    rows: list[Row] = []
    for number, link in enumerate(links):
        left = tuple(sentence for sentence in link.left if owners["left", sentence] == number)
        right = tuple(sentence for sentence in link.right if owners["right", sentence] == number)
        if left or right:
            rows.append(Row(link.kind, left, right, number))
    rows.extend(Row("only left", (n,), ()) for n in range(left_count) if ("left", n) not in owners)
    rows.extend(Row("only right", (), (n,)) for n in range(right_count) if ("right", n) not in owners)
    ordered = _ordered(rows, links)
    return _with_others(ordered, links, related)


def _owners(links: Sequence[Link]) -> dict[tuple[str, int], int]:
    """For each linked sentence the link in whose row it is shown."""
    owners: dict[tuple[str, int], int] = {}
    best = sorted(range(len(links)), key=lambda n: (_RANK[links[n].kind], -links[n].score, n))
    for number in best:
        for side, sentences in (("left", links[number].left), ("right", links[number].right)):
            for sentence in sentences:
                owners.setdefault((side, sentence), number)
    return owners


def _ordered(rows: Sequence[Row], links: Sequence[Link]) -> list[Row]:
    """Rows with a left side in its order; each of the others behind the row that holds the right sentence before."""
    first: list[Row] = []
    anchors: list[tuple[int, int]] = []
    with_left = sorted((row for row in rows if row.left), key=lambda row: row.left)
    followers: dict[int, list[Row]] = defaultdict(list)
    for index, row in enumerate(with_left):
        # a moved pair is no place to go on from: what follows it there follows something else here
        if row.right and row.link is not None and not links[row.link].moved:
            anchors.append((row.right[-1], index))
    anchors.sort()
    at = 0
    behind = -1
    for row in sorted((row for row in rows if not row.left), key=lambda row: row.right):
        while at < len(anchors) and anchors[at][0] < row.right[0]:
            behind = max(behind, anchors[at][1])
            at += 1
        if behind < 0:
            first.append(row)
        else:
            followers[behind].append(row)
    ordered = list(first)
    for index, row in enumerate(with_left):
        ordered.append(row)
        ordered.extend(followers[index])
    return ordered


def _with_others(rows: Sequence[Row], links: Sequence[Link], related: Sequence[Related]) -> tuple[Row, ...]:
    """The rows with what is shown elsewhere, and what is perhaps related."""
    shown = {("left", n): place for place, row in enumerate(rows) for n in row.left}
    shown.update({("right", n): place for place, row in enumerate(rows) for n in row.right})
    partners: dict[int, set[int]] = defaultdict(set)
    for link in links:
        places = {shown["left", n] for n in link.left} | {shown["right", n] for n in link.right}
        for place in places:
            partners[place] |= places - {place}
    perhaps: dict[int, list[int]] = defaultdict(list)
    for index, pair in enumerate(related):
        for place in {shown["left", pair.left], shown["right", pair.right]}:
            perhaps[place].append(index)
    return tuple(
        Row(row.kind, row.left, row.right, row.link, tuple(sorted(partners[place])), tuple(perhaps[place]))
        for place, row in enumerate(rows)
    )
