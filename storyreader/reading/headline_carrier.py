"""Which sentence of an article carries its own headline: headlines are written last and sometimes promise more."""

from collections.abc import Sequence

from storyreader.alignment import TextOutline, outline, profile, related_mass, share
from storyreader.lexicon import stop_keys, word_key

LEAST_CARRIED = 0.4
"""Share of the headline's weight that a sentence must have to carry it."""


def headline_sentence(headline: str | None, text: TextOutline, written: Sequence[Sequence[str]]) -> int | None:
    """The number of the sentence that carries the headline best; None when none carries two fifths of it.

    `written` are the words of the article's sentences as they are written.
    """
    if not headline or not text.sentences:
        return None
    told = outline((headline,), language=text.language)
    wanted = set(told.sentences[0].words.keys) - stop_keys(text.language)
    # only sentences that share a word of weight are measured: a long article has thousands of others
    forms = {form for words in written for form in words}
    forms = {form for form in forms if word_key(form, text.language) in wanted}
    numbers = [number for number, words in enumerate(written) if not forms.isdisjoint(words)]
    found = profile(told, text.part(numbers))
    carrier = found.left[0]
    if not carrier.common or not numbers:
        return None
    carried = []
    for sentence in found.right:
        shared = share(carrier, sentence, found.vocabulary)
        carried.append(shared.common + related_mass(carrier, sentence, shared, found.vocabulary))
    best = max(range(len(carried)), key=lambda index: (carried[index], -index))
    return numbers[best] if carried[best] >= LEAST_CARRIED * carrier.common else None
