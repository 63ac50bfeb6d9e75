"""What is in a saved comparison, or in the notes on an article, before it is opened: notes with their quotations."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from storyreader.messages import HIDDEN_OUTLET, KIND_MARKS, KIND_WORDS, day_text, shown_title
from widgets.text_view import TextBlock, TextView

if TYPE_CHECKING:
    from storyreader.saving import SavedSummary


class SavedPreview(TextView):
    """Shows one summary. `changes` are sentences about source files that are no longer as they were."""

    def show(self, summary: "SavedSummary", changes: Sequence[str] = (), *, blind: bool = False) -> None:
        """Show what is in it."""
        self.show_blocks(list(_blocks(summary, changes, blind=blind)))


def _blocks(summary: "SavedSummary", changes: Sequence[str], *, blind: bool) -> Iterator[TextBlock]:
    yield TextBlock(shown_title(summary.title, blind=blind), "title")
    names = HIDDEN_OUTLET if blind else " ⇄ ".join(summary.outlets)
    yield TextBlock(f"{names} · last changed {day_text(summary.changed.astimezone())}", "dim")
    counts = [f"{mark} {summary.counts[kind]} {KIND_WORDS[kind]}" for kind, mark in KIND_MARKS.items()
              if summary.counts.get(kind)]  # fmt: skip
    if counts:
        yield TextBlock(" · ".join(counts), "dim")
        yield TextBlock(f"{summary.reviewed} of {summary.rows} rows reviewed", "dim")
    yield from (TextBlock(f"! {change}", "note") for change in changes)
    if not summary.passages:
        yield TextBlock("No notes yet.", "dim", 1)
    for passage in summary.passages:
        yield TextBlock(f"✎ {passage.told}", "note", 1)
        for letter, words in passage.quotations:
            yield TextBlock(f"“{words}”", label=letter or None)
