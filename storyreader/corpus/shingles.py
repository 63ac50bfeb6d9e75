"""What stands for an article's text: hashes of some of its stretches of words, the same ones in every article.

As the library's sketches, with other measures. Among millions of articles stretches of six words come again by chance,
and 32 bits are too few; one in four is kept, since a short passage in another article is to be found too, not only
texts that have half of each other.
"""

from hashlib import blake2b

from storyreader import library


def _hashed(stretch: bytes) -> int:
    return int.from_bytes(blake2b(stretch, digest_size=8).digest(), "little")


SAMPLING = library.Sampling(8, 4, _hashed)


def shingles_of(text: str) -> set[int]:
    """The hashes, 64 bits each, of the kept stretches of a text."""
    return library.sampled_runs(text, SAMPLING)
