"""What there is to know about the comparison and the row under the cursor: counts, reasons, facts that differ."""

from collections.abc import Mapping, Sequence

from storyreader.comparison import SIDES, Comparison, Difference, Row, RowKind, SharedClaim
from storyreader.messages import KIND_MARKS, KIND_WORDS, LETTERS, PERHAPS, kind_counts
from storyreader.row_filters import Overviews
from widgets.frame import with_cell_marked
from widgets.text_view import TextBlock, TextView
from widgets.wrapping import shortened

_COUNT_WIDTH = 8


class DetailsPane(TextView):
    """Shows one row's details and the summary; beside the comparison on wide screens, else below it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(label_width=_COUNT_WIDTH, id=id)
        self._summary: list[TextBlock] = []
        self._summary_of: Comparison | None = None

    def show(
        self, overviews: Overviews, row_index: int, notes: Sequence[str], marks: Mapping[RowKind, str] = KIND_MARKS
    ) -> None:
        """Show the details of the row at `row_index`, where it stands in both articles, and the summary."""
        comparison = overviews.comparison
        if self._summary_of is not comparison:  # the counts of a long comparison would cost at every move
            self._summary, self._summary_of = summary_blocks(comparison, marks), comparison
        room = min(self.measure, self.text_width) - 4
        self.show_blocks([
            *row_blocks(comparison, row_index, notes),
            *overview_blocks(overviews, row_index, room, marks),
            *self._summary,
        ])  # fmt: skip


def overview_blocks(overviews: Overviews, row_index: int, room: int, marks: Mapping[RowKind, str]) -> list[TextBlock]:
    """Both articles as strips of marks, a mark a sentence where there is room, the present place in brackets."""
    blocks = [TextBlock("WHERE IN THE ARTICLES", "title", 1)]
    for side in SIDES:
        overview = overviews.get(max(8, room - 4), side)
        strip = "".join(marks[kind] for kind in overview.kinds)
        blocks.append(TextBlock(f"{LETTERS[side]} {with_cell_marked(strip, overview.cells.get(row_index, -1))}"))
    return blocks


def summary_blocks(comparison: Comparison, marks: Mapping[RowKind, str] = KIND_MARKS) -> list[TextBlock]:
    """The counts and remarks, each a block."""
    counts = kind_counts(comparison)
    summary = comparison.summary
    sides = (len(comparison.left.sentences), len(comparison.right.sentences))
    shares = (summary.coverage_left, summary.coverage_right)
    blocks = [TextBlock("COUNTS (not a judgement of truth)", "title", 1)]
    blocks += [TextBlock(KIND_WORDS[kind], label=f"{marks[kind]} {count:>4}") for kind, count in counts.items()]
    one_event = summary.event.verdict != "two events"  # of two events it says nothing
    for letter, other, count, share in zip("AB", "BA", sides, shares, strict=True) if one_event else ():
        blocks.append(TextBlock(f"{share:.0%} of the {count} sentences of {letter} have a partner in {other}", "dim"))
    run = f"Longest shared run: {summary.longest_run_words} words"
    blocks.append(TextBlock(f"{run}: “{shortened(summary.longest_run, 160)}”" if summary.longest_run else run, "dim"))
    blocks += [TextBlock(remark, "note") for remark in summary.remarks]
    return blocks


def row_blocks(comparison: Comparison, row_index: int, notes: Sequence[str]) -> list[TextBlock]:
    """Why a row is what it is, each statement a block."""
    row: Row = comparison.rows[row_index]
    blocks = [TextBlock(f"ROW {row_index + 1} OF {len(comparison.rows)}: {KIND_WORDS[row.kind].upper()}", "title")]
    if row.link is None:
        other = "B" if row.kind == "only left" else "A"
        blocks.append(TextBlock(f"No sentence of {other} says this surely. It may still be there in other words."))
    else:
        link = comparison.links[row.link]
        said = "Same text" if link.kind == "same" else f"Right with a chance of {link.score:.0f} in 100"
        blocks.append(TextBlock(said + (" · heavily reworded" if link.rewritten else "")))
        blocks.append(TextBlock("Why paired", "title", 1))
        blocks += [TextBlock(f"· {reason}") for reason in link.reasons] or [TextBlock("· the wording as a whole")]
        if link.kind == "partial" and link.shared:
            blocks.append(TextBlock("Both tell", "title", 1))
            blocks += [TextBlock(_claim_text(comparison, claim)) for claim in link.shared]
        if link.differences:
            blocks.append(TextBlock("Facts that differ", "title", 1))
            blocks += [TextBlock(_difference_text(difference)) for difference in link.differences]
    if row.related:
        blocks.append(TextBlock("Perhaps related (not counted)", "title", 1))
        pairs = [comparison.related[index] for index in row.related]
        blocks += [
            TextBlock(f"{PERHAPS} A{pair.left + 1} and B{pair.right + 1}, a chance of {pair.score:.0f} in 100", "dim")
            for pair in pairs
        ]
    if notes:
        blocks.append(TextBlock("Notes", "title", 1))
        blocks += [TextBlock(f"✎ {note}", "note") for note in notes]
    return blocks


def _claim_text(comparison: Comparison, claim: SharedClaim) -> str:
    """A stretch of each side that tells the same, in its words."""
    left, right = (
        article.sentences[place.sentence].text[place.start : place.end]
        for article, place in ((comparison.left, claim.left), (comparison.right, claim.right))
    )
    return f"· “{left}”" if left == right else f"· “{left}” and “{right}”"


def _difference_text(difference: Difference) -> str:
    mark = "!" if difference.conflict else "·"
    return f"{mark} {difference.says} (confidence {difference.confidence} of 100)"
