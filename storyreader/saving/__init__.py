"""A comparison with the reader's notes becomes a file, and a file becomes both again."""

from storyreader.saving.heads import SavedHead
from storyreader.saving.model import Amendment, Anchor, Note, Review, SavedComparison, Step, Target, new_saved, saved_id
from storyreader.saving.store import Listing, Store

__all__ = [
    "Amendment",
    "Anchor",
    "Listing",
    "Note",
    "Review",
    "SavedComparison",
    "SavedHead",
    "Step",
    "Store",
    "Target",
    "new_saved",
    "saved_id",
]
