"""What the list of articles says: of a story, of what became of a version, of how far the reader has come."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyreader.library import Entry, Story, VersionChange


def story_line(story: "Story", entries: "Sequence[Entry]", conflicts: int | None) -> str:
    """A story's name, how many accounts of it there are, of which days, and the conflicts found by comparing them."""
    members = [entries[index] for index in story.members]
    parts = [story.title, f"{len(members)} accounts", days_line([entry.published for entry in members])]
    if conflicts:
        parts.append(f"! {conflicts}")
    return " · ".join(part for part in parts if part)


def days_line(times: "Sequence[str | None]") -> str:
    """The days of some times (ISO 8601), from the first to the last: "22-23 Apr"; empty where none is known."""
    days = sorted({date.fromisoformat(time[:10]) for time in times if time})
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return f"{last.day} {last:%b}"
    if first.year != last.year:
        return f"{first.day} {first:%b %Y}-{last.day} {last:%b %Y}"
    if first.month != last.month:
        return f"{first.day} {first:%b}-{last.day} {last:%b}"
    return f"{first.day}-{last.day} {last:%b}"


def version_line(change: "VersionChange") -> str:
    """What a later version has made of the one before: "two versions, 1 sentence dropped"."""
    counts = ((change.dropped, "dropped"), (change.added, "added"), (change.reworded, "reworded"))
    found = [(count, what) for count, what in counts if count]
    if not found:
        return "two versions, the same sentences"
    (count, what), *others = found
    first = f"{count} sentence{'' if count == 1 else 's'} {what}"
    return ", ".join(["two versions", first, *(f"{count} {what}" for count, what in others)])
