"""The commonest words of each language."""

from functools import cache

from storyreader.lexicon.packs import languages, pack, words_in


@cache
def stop_words() -> dict[str, frozenset[str]]:
    """The commonest words of every language that has a list, by ISO 639-1 code."""
    lists = {language: pack(language).get("stop_words", "") for language in sorted(languages())}
    return {language: frozenset(words.split()) for language, words in lists.items() if words}


def stop_words_of(language: str) -> frozenset[str]:
    """The commonest words of a language, else of its neighbour; none where neither has a list."""
    return words_in(language, "stop_words")
