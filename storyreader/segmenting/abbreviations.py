"""What decides where a sentence ends in each language, made once from its pack."""

from dataclasses import dataclass
from functools import cache

from storyreader.lexicon import neighbour, pack, shared_pack, stop_words, stop_words_of, words_in

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class WordTables:
    """Lower-case words of one language, without their last full stop.

    `titles` never end a sentence; `maybe` end one when a sentence opener follows, `often` when any capital does;
    `numbered` wait for a number; `months` are short names of months; `openers` are words that often begin a
    sentence; `sayings` are verbs that follow a quotation; `labels` open a caption with a number, as written.
    `ordinals`: "3." means "3rd"; `units_end`: a title behind a number is a unit and may end a sentence; `danda`: the
    full stop is foreign, sentences end with a danda.
    """

    titles: frozenset[str]
    maybe: frozenset[str]
    often: frozenset[str]
    numbered: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]
    sayings: frozenset[str]
    labels: frozenset[str]
    ordinals: bool
    units_end: bool
    danda: bool

    @property
    def abbreviations(self) -> frozenset[str]:
        """Every word that is written with a full stop of its own."""
        return self.titles | self.maybe | self.often | self.numbered | self.months


@cache
def word_tables(language: str | None) -> WordTables:
    """The tables of a language, else of its neighbour. Others get the general list and the English sentence openers."""
    code = language or ENGLISH
    own, nearest = pack(code), pack(neighbour(code))
    rows = own.get("abbreviations") or nearest.get("abbreviations", {})

    def words(kind: str) -> frozenset[str]:
        return frozenset(f"{rows.get(kind, '')} {shared_pack()['abbreviations'][kind]}".split())

    return WordTables(
        titles=words("titles"),
        maybe=words("maybe"),
        often=words("often"),
        numbered=words("numbered"),
        months=words("months"),
        openers=stop_words_of(code) or stop_words()[ENGLISH],
        sayings=frozenset(own.get("quotation_verbs", "").split()),
        labels=words_in(code, "caption_labels") | words_in(ENGLISH, "caption_labels"),
        ordinals="ordinal_full_stop" in own,
        units_end="unit_ends_sentence" in nearest,
        danda="danda" in own,
    )
