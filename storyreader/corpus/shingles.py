"""What stands for an article's text: hashes of some of its stretches of words, the same ones in every article."""

import re
from hashlib import blake2b

WIDTH = 8
"""Words of a stretch: two articles that share one have hardly written it independently."""
_ONE_IN = 4
"""One stretch in so many is kept, chosen by its hash: what two texts share is then among what is kept of both."""
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff])")
"""Scripts without spaces between words: each character counts as one."""


def shingles_of(text: str) -> set[int]:
    """The hashes, 64 bits each, of the kept stretches of a text."""
    words = [word.casefold() for word in _WORD.findall(_UNSPACED.sub(r" \1 ", text))]
    found = set()
    for at in range(len(words) - WIDTH + 1):
        digest = blake2b(" ".join(words[at : at + WIDTH]).encode(), digest_size=8).digest()
        if digest[0] % _ONE_IN == 0:
            found.add(int.from_bytes(digest, "little"))
    return found
