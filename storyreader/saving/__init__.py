"""A comparison with the reader's notes becomes a file, and a file becomes both again."""

from storyreader.saving.model import Note, SavedComparison, Target, new_saved, saved_id
from storyreader.saving.store import Listing, SavedHead, Store

__all__ = ["Listing", "Note", "SavedComparison", "SavedHead", "Store", "Target", "new_saved", "saved_id"]
