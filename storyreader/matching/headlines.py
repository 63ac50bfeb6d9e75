"""Which sentence of an article carries its own headline: headlines are written last and sometimes promise more."""

from storyreader.article import Article
from storyreader.matching.features import related_mass, share
from storyreader.matching.profiles import profile
from storyreader.matching.words import stop_keys, words_of

LEAST_CARRIED = 0.4
"""Share of the headline's weight that a sentence must have to carry it."""
FALLBACK_LANGUAGE = "en"


def headline_sentence(article: Article) -> int | None:
    """The number of the sentence that carries the headline best; None when none carries two fifths of it."""
    if not article.headline or not article.sentences:
        return None
    language = article.language or FALLBACK_LANGUAGE
    wanted = set(words_of(article.headline, language).keys) - stop_keys(language)
    # only sentences that share a word of weight are measured: a long article has thousands of others
    numbers = [s.number for s in article.sentences if not wanted.isdisjoint(words_of(s.text, language).keys)]
    found = profile([article.headline], [article.sentences[number].text for number in numbers], (language, language))
    headline = found.left[0]
    if not headline.common or not numbers:
        return None
    carried = []
    for sentence in found.right:
        shared = share(headline, sentence, found.vocabulary)
        carried.append(shared.common + related_mass(headline, sentence, shared, found.vocabulary))
    best = max(range(len(carried)), key=lambda place: (carried[place], -place))
    return numbers[best] if carried[best] >= LEAST_CARRIED * headline.common else None
