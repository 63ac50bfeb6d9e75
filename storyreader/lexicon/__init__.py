"""Words of every language: tokens, word keys, word tables, stop words, and which language a text is in."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.lexicon.language import detect_language as detect_language
    from storyreader.lexicon.months import month_names as month_names
    from storyreader.lexicon.normalised import normalised_text as normalised_text
    from storyreader.lexicon.number_digits import plain_number as plain_number
    from storyreader.lexicon.number_words import (
        Number as Number,
        fraction_at as fraction_at,
        is_hyphen as is_hyphen,
        number_at as number_at,
    )
    from storyreader.lexicon.packs import (
        currency_codes as currency_codes,
        languages as languages,
        neighbour as neighbour,
        pack as pack,
        shared_pack as shared_pack,
        words_in as words_in,
    )
    from storyreader.lexicon.stopwords import stop_words as stop_words, stop_words_of as stop_words_of
    from storyreader.lexicon.tokens import (
        MARK as MARK,
        NUMBER as NUMBER,
        SKIP as SKIP,
        WORD as WORD,
        Tokens as Tokens,
        tokens_of as tokens_of,
    )
    from storyreader.lexicon.word_tables import (
        MOST_PHRASE_WORDS as MOST_PHRASE_WORDS,
        Tables as Tables,
        tables_for as tables_for,
    )
    from storyreader.lexicon.words import (
        Words as Words,
        background as background,
        counted_things as counted_things,
        related_groups as related_groups,
        stop_keys as stop_keys,
        weak_keys as weak_keys,
        word_key as word_key,
        words_of as words_of,
        written_words as written_words,
    )

_HOMES = {
    "detect_language": "language", "month_names": "months", "normalised_text": "normalised", "Number": "number_words",
    "fraction_at": "number_words", "is_hyphen": "number_words", "number_at": "number_words",
    "plain_number": "number_digits", "currency_codes": "packs", "languages": "packs", "neighbour": "packs",
    "pack": "packs", "shared_pack": "packs", "words_in": "packs", "stop_words": "stopwords",
    "stop_words_of": "stopwords", "MARK": "tokens", "NUMBER": "tokens", "SKIP": "tokens", "Tokens": "tokens",
    "WORD": "tokens", "tokens_of": "tokens", "MOST_PHRASE_WORDS": "word_tables", "Tables": "word_tables",
    "tables_for": "word_tables", "Words": "words", "background": "words", "counted_things": "words",
    "related_groups": "words", "stop_keys": "words", "weak_keys": "words", "word_key": "words", "words_of": "words",
    "written_words": "words",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
