"""The set of articles: which files there are, what each says of itself, and which tell the same story."""

from storyreader.library.entry import Entry, entry_of, unreadable_entry
from storyreader.library.files import find_files, read_article, read_entry, scan
from storyreader.library.stories import Story, closest, group_stories

__all__ = [
    "Entry",
    "Story",
    "closest",
    "entry_of",
    "find_files",
    "group_stories",
    "read_article",
    "read_entry",
    "scan",
    "unreadable_entry",
]
