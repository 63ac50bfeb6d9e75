"""What the list shows of a saved comparison, without its articles and links."""

from dataclasses import dataclass
from datetime import datetime

from storyreader.saving.model import SavedComparison, living


@dataclass(frozen=True, slots=True)
class SavedSummary:
    """What the list shows of a saved comparison. `counts` are rows by kind; times are aware."""

    id: str
    title: str
    outlets: tuple[str, str]
    changed: datetime
    notes: int
    note_texts: tuple[str, ...]
    counts: dict[str, int]
    rows: int = 0
    reviewed: int = 0

    @property
    def searched(self) -> str:
        """Everything a search looks at, in lower case."""
        return " ".join([self.title, *self.outlets, *self.note_texts]).casefold()


def saved_summary(saved: SavedComparison) -> SavedSummary:
    """The head of a saved comparison."""
    counts: dict[str, int] = {}
    for row in saved.comparison.get("rows", ()):
        counts[row["kind"]] = counts.get(row["kind"], 0) + 1
    sides = (saved.comparison.get("left", {}), saved.comparison.get("right", {}))
    first, second = (side.get("publisher") or "unknown" for side in sides)
    notes = saved.living_notes
    return SavedSummary(
        id=saved.id,
        title=saved.title,
        outlets=(first, second),
        changed=saved.changed,
        notes=len(notes),
        note_texts=tuple(note.told for note in notes),
        counts=counts,
        rows=sum(counts.values()),
        reviewed=len(living(saved.reviews)),
    )
