"""Which sentence of an article carries its own headline: headlines are written last and sometimes promise more."""

from storyreader.article import Article
from storyreader.matching.features import related_mass, share
from storyreader.matching.profiles import profile

LEAST_CARRIED = 0.4
"""Share of the headline's weight that a sentence must have to carry it."""
FALLBACK_LANGUAGE = "en"


def headline_sentence(article: Article) -> int | None:
    """The number of the sentence that carries the headline best; None when none carries two fifths of it."""
    if not article.headline or not article.sentences:
        return None
    language = article.language or FALLBACK_LANGUAGE
    texts = [sentence.text for sentence in article.sentences]
    found = profile([article.headline], texts, (language, language))
    headline = found.left[0]
    if not headline.common:
        return None
    carried = []
    for sentence in found.right:
        shared = share(headline, sentence, found.vocabulary)
        carried.append(shared.common + related_mass(headline, sentence, shared, found.vocabulary))
    best = max(range(len(carried)), key=lambda number: (carried[number], -number))
    return best if carried[best] >= LEAST_CARRIED * headline.common else None
