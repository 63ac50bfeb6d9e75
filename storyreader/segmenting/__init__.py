"""Text to sentences: where a sentence ends and in which language it is written. Units: characters of the text given."""

from storyreader.segmenting.language import detect_language
from storyreader.segmenting.sentences import split_sentences

__all__ = ["detect_language", "split_sentences"]
