"""How far a name goes: capitalised words with what joins them. Indexes count tokens."""

from storyreader.lexicon import WORD, Tables, Tokens

_OPENING = frozenset({"the", "us", "u.s.", "uk", "u.k."})
SHORTEST_OFFICE = 6
"""Letters of a title in which a German word ends."""


def has_capital(tokens: Tokens, index: int) -> bool:
    """Whether a word begins with a capital or has one inside, as "iPad" has."""
    text = tokens.texts[index]
    if text.islower():
        return False
    return text[0].isupper() or (len(text) > 2 and text[1:] != text[1:].lower())


def run_end(tokens: Tokens, start: int, tables: Tables) -> int:
    """How far a run of capitalised words goes, with joining words and marks inside names."""
    end = start + 1
    while end < len(tokens):
        if tokens.kinds[end] == WORD and has_capital(tokens, end) and tokens.lower[end] != "i":
            if is_date_word(tokens, end, tables):
                break
            end += 1
            continue
        step = _joint(tokens, end, tables)
        if not step:
            break
        end += step
    return end


def _joint(tokens: Tokens, index: int, tables: Tables) -> int:
    """How many tokens join a capitalised word to the next one: "of the", "&", a hyphen, the dot of "J."."""
    text = tokens.texts[index]
    if (
        tokens.lower[index] == "'s"
        and tables.has("possessive_names", tokens.low(index - 1))
        and tokens.capital(index + 1)
    ):
        return 1
    if text == "." and tokens.touches(index) and has_capital(tokens, index + 1) if index + 1 < len(tokens) else False:
        short = tokens.texts[index - 1]
        return 1 if len(short) == 1 or tables.has("titles", short.lower()) or short in {"St", "Jr", "Mt", "Ft"} else 0
    if text in "-‑–" and tokens.touches(index) and tokens.touches(index + 1) and index + 1 < len(tokens):
        return _hyphened(tokens, index, tables)
    if text in {"&", "'", "’"} or (tables.has("name_joints", text) and not _is_genitive(tokens, index, tables)):
        for size in (1, 2):
            following = index + size
            named = following < len(tokens) and tokens.kinds[following] == WORD and tokens.texts[following][0].isupper()
            if named and not offices_in(tokens.lower[following], tables):
                if text in {"and", "for", "y", "e", "et", "und", "the"} and not _joins_title(tokens, index, tables):
                    return size if text == "and" and size == 1 and _joins_office(tokens, index, tables) else 0
                return size
            if following >= len(tokens) or not tables.has("name_joints", tokens.lower[following]):
                break
    return 0


def _is_genitive(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a German article only tells whose something is: "die Nähe der Stadt", not "Verband der Brauer"."""
    if tables.language != "de" or tokens.lower[index] != "der" or tables.has("name_joints", tokens.low(index - 1)):
        return False
    return not tokens.low(index - 1).endswith(tuple(tables.lists["organisation_words"]))


def offices_in(word: str, tables: Tables) -> list[str]:
    """The titles in which a German word ends: a name begins with it ("das Gesetz von Premierminister Orlo"), and of an
    "Umweltministerin" the text may speak as of the "Ministerin".
    """
    titles = tables.lists["titles"] if tables.language == "de" else ()
    return [title for title in titles if len(title) >= SHORTEST_OFFICE and word.endswith(title)]


def _hyphened(tokens: Tokens, index: int, tables: Tables) -> int:
    """How many tokens a hyphen joins: it and a capital or figure behind it, or the end of "Kim Jong-un"."""
    if has_capital(tokens, index + 1) or tokens.texts[index + 1].isdigit():
        return 1
    family = tables.has("family_first", tokens.low(index - 2)) and has_capital(tokens, index - 2)
    return 2 if family and len(tokens.texts[index + 1]) <= 4 else 0


def _joins_title(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether "for" stands inside the name of an institution: "Department for Education"."""
    before = tokens.low(index - 1)
    return tables.has("organisation_words", before) and tokens.low(index) == "for"


def _joins_office(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether "and" stands inside the name of an office: "the National Air and Space Museum"."""
    start, end = index, index + 1
    while start > 0 and tokens.kinds[start - 1] == WORD and has_capital(tokens, start - 1):
        start -= 1
    while end < len(tokens) and tokens.kinds[end] == WORD and has_capital(tokens, end):
        end += 1
    opened = tokens.lower[start] in _OPENING
    first, second = tokens.lower[start + opened : index], tokens.lower[index + 1 : end]
    parted = any(
        tables.has("organisation_words", word) or tables.has("places", word)
        for word in [*first, *second[:-1]]
        if word != "exchange"
    )
    shouted = any(len(text) > 1 and text.isalpha() and text.isupper() for text in tokens.texts[start + opened : end])
    if parted or shouted or not first:
        return False
    if tokens.low(start - 1) == "of":
        # "Department of Health and Human Services"
        return tables.has("offices", tokens.low(start - 2)) and not tables.has("places", second[-1])
    headed = len(second) > 1 and tables.has("joined_heads", second[-1])
    return headed and (opened or tokens.low(start - 1) in _OPENING)


def is_date_word(tokens: Tokens, index: int, tables: Tables) -> bool:
    """Whether a word is a weekday or a month, as far as what stands beside it tells."""
    word = tokens.lower[index]
    if word in tables.row("weekdays"):
        return len(word) > 3
    if word not in tables.row("months"):
        return False
    following = tokens.texts[index + 1] if index + 1 < len(tokens) else ""
    doubtful = tables.has("doubtful_months", word)
    return not doubtful or following.isdigit() or tables.has("month_cues", tokens.low(index - 1))
