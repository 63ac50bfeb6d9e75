"""One article read: its words, facts and what it says of itself, found once and used by every comparison."""

from storyreader.reading.article_reading import Reading

__all__ = ["Reading"]
