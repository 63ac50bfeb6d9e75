"""Text to sentences: where a sentence ends and in which language it is written. Units: characters of the text given."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.segmenting.sentences import detect_language as detect_language, split_sentences as split_sentences

_HOMES = {
    "detect_language": "sentences", "split_sentences": "sentences",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
