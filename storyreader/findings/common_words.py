"""The words that two sentences have in common where they tell the same in other words."""

from storyreader.comparison import SIDES, Comparison, Link, Passage, Side
from storyreader.lexicon import stop_keys, words_of

FALLBACK_LANGUAGE = "en"


def shared_words(comparison: Comparison, link: Link) -> dict[Side, tuple[Passage, ...]]:
    """Where the words of weight that both sides of a link have stand on each side, in whatever form."""
    words = {
        side: [(number, words_of(comparison.article(side).sentences[number].text, language))
               for number in link.numbers(side)]
        for side in SIDES
        for language in (comparison.article(side).language or FALLBACK_LANGUAGE,)
    }  # fmt: skip
    keys = [{key for _, found in words[side] for key in found.keys} for side in SIDES]
    stops = [stop_keys(comparison.article(side).language or FALLBACK_LANGUAGE) for side in SIDES]
    shared = (keys[0] & keys[1]) - stops[0] - stops[1]
    return {
        side: tuple(
            Passage(number, *span)
            for number, found in words[side]
            for key, span in zip(found.keys, found.spans, strict=True)
            if key in shared
        )
        for side in SIDES
    }
