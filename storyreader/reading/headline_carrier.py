"""Which sentence of an article carries its own headline: headlines are written last and sometimes promise more."""

from collections.abc import Sequence

from storyreader.alignment import profile, related_mass, share
from storyreader.article import Article
from storyreader.lexicon import Words, stop_keys, word_key, words_of

LEAST_CARRIED = 0.4
"""Share of the headline's weight that a sentence must have to carry it."""
FALLBACK_LANGUAGE = "en"


def headline_sentence(article: Article, written: Sequence[Words]) -> int | None:
    """The number of the sentence that carries the headline best; None when none carries two fifths of it.

    `written` are the words of the article's sentences as they are written.
    """
    if not article.headline or not article.sentences:
        return None
    language = article.language or FALLBACK_LANGUAGE
    wanted = set(words_of(article.headline, language).keys) - stop_keys(language)
    # only sentences that share a word of weight are measured: a long article has thousands of others
    forms = {text for words in written for text in words.texts}
    forms = {text for text in forms if word_key(text, language) in wanted}
    numbers = [number for number, words in enumerate(written) if not forms.isdisjoint(words.texts)]
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
