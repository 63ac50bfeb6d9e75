"""Sentence vectors as an optional help: the same claim in other words, or in another language."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.semantic.encoder import (
        EncoderMissing as EncoderMissing,
        SentenceEncoder as SentenceEncoder,
        load_encoder as load_encoder,
    )
    from storyreader.semantic.pairs import (
        LexicalScore as LexicalScore,
        load_semantic_model as load_semantic_model,
        semantic_pairs as semantic_pairs,
    )

_HOMES = {
    "EncoderMissing": "encoder", "SentenceEncoder": "encoder", "load_encoder": "encoder", "LexicalScore": "pairs",
    "load_semantic_model": "pairs", "semantic_pairs": "pairs",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
