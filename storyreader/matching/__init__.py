"""Two articles side by side: which sentences tell the same, what was reworded, what stands alone."""

from storyreader.matching.comparing import compare
from storyreader.matching.linking import match_sentences

__all__ = ["compare", "match_sentences"]
