"""Tells whether words are people's names, and cuts a byline into them. Only the look of words is used."""

import json
import re
from functools import cache
from importlib.resources import files
from itertools import takewhile

from storyreader.dates import without_dates

_PARTICLES = frozenset(
    [
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "zu",
        "zur",
        "ter",
        "ten",
        "af",
        "av",
        "mac",
        "e",
    ]
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*\.?")
_SPLIT = re.compile(
    r"(?:(?<!\s)\s+)?[,;&+|•·●∙»›/\t()\[\]:]\s*|(?<!\s)\s+[-–—]\s+|(?<!\s)\s+(?:and|und|et|y|e|og|och|en|ja|i|with|mit|von|by|for|für|in|aus)\s+"
    r"|\d+(?:[\s-]*min(?:s|utes?|uten|utos|uti|uter)?\b\.?(?:\s+read\b)?)?",
    re.IGNORECASE,
)
_NOBLE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? (?:von|von der|von und zu) [^\W\d_]+(?:-[^\W\d_]+)?")
"""A name that "von" belongs to: Alexa von Heyden."""
_LED_IN = re.compile(r"^(?:and|und|et|og|och) ")
"""What joins a name to one behind which an account stood: "Ann Bell@bell and Carl Dorn@dorn"."""
_KOREAN = re.compile(r"(?<![가-힣])([가-힣]{2,4})\s?기자")
_EASTERN = re.compile(r"[\u4e00-\u9fff]{1,3}[ \u3000][\u4e00-\u9fff\u3040-\u30ff]{1,4}")
_HAN = "[\u4e00-\u9fff]"
_EASTERN_LABEL = (
    r"记者|記者|撰文|撰稿|聞き手|取材・文|作者|著者|執筆者?|筆者|ライター|特派員|通讯员"
    rf"|(?<!{_HAN})文(?=\s*[:：|｜／/・=＝])"
)
_EASTERN_SIGNED = re.compile(
    rf"(?:{_EASTERN_LABEL})\s*[:：|｜／/・=＝]?\s*({_HAN}{{2,4}}(?:[、，]{_HAN}{{2,4}})*)(?![\u3040-\u30ff\u4e00-\u9fff])"
    rf"|^[（(【〔［\[〈《]({_HAN}{{3,5}}|{_HAN}{{1,3}}[ \u3000]{_HAN}{{1,3}})[)）】〕］\]〉》]$"
    rf"|(?:{_EASTERN_LABEL})\s*[:：|｜／/・=＝]\s*({_HAN}{{1,3}}[ \u3000]?[\u3041-\u3096]{{2,4}})$"
    rf"|(?:{_EASTERN_LABEL})\s*[:：]\s*({_HAN}{{5,6}})$"
    rf"|^[【《]({_HAN}{{1,3}}[ \u3000]?[\u3041-\u3096]{{2,4}})"
    r"(?<!あり)(?<!なし)(?<!より)(?<!から)(?<!まで)(?<!です)[】》]$"
    rf"|({_HAN}{{2,5}})\s?記者(?!{_HAN})"
)
_EASTERN_ALONE = re.compile(
    rf"{_HAN}{{1,3}}[ \u3000][\u4e00-\u9fff\u3040-\u30ff]{{1,4}}|{_HAN}{{2}}[\u4e00-\u9fff\u3040-\u309f々]{{0,3}}"
    r"|[\u30a0-\u30ff]{2,8}[・＝][\u30a0-\u30ff]{2,8}|[가-힣]{3,4}"
)
_EASTERN_DESK = re.compile(
    r"(?:部|社|局|報|报|網|网|紙|刊|室|課|会|團|团|班|組|组|台|員|通信|新聞|新闻|記者|记者|編集|编辑|小編|小编|取材|本誌"
    r"|기자|신문|뉴스|일보|편집)$"
)
"""The ends of names of desks and papers."""
_HANDLE = re.compile(r"\w[-_.]\w|\d")
"""What names of sites and accounts have, which may begin small: revamp-it, auto-motor.at."""
_UNCASED = re.compile(r"[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff'׳״.\u200c-]+")
_CONTACT = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|@\w+|https?://\S+|\bwww\.\S+")
_GLUED_BY = re.compile(r"^(?:By|Von|Par|Por)(?=[A-ZÀ-Ý][^\W\d_])")
_SEAM = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý][^\W\d_]*\W*$)")
_PREFIX = 3
"""Letters before a seam that may belong to the name: "MacDonald"."""
_SEAM_INSIDE = re.compile(r"[a-zß-ÿ][A-ZÀ-Ý]")
_SHOUTED_END = re.compile(r"(?<=[A-Z]{3})(?=(?:PUBLISHED|UPDATED|POSTED|LAST)\W*$)")


_PAIR = 2
_ARTICLES = frozenset(["the", "de", "het", "der", "die", "das", "el", "los", "las", "les", "il", "lo", "gli"])


def looks_like_name(text: str) -> bool:
    """Whether a text of two to five words has the look of one person's name."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 50:
        return False
    capitals = [word for word in words if word[0].isupper()]
    if len(words) == _PAIR and words[0].casefold() in _ARTICLES:
        return False  # De Ochtenddijk, The Quern: nobody is called so without a first name
    if (
        len(capitals) < 2
        or not any(len(word.strip(".")) > 1 for word in words)
        or not all(_NAME_WORD.fullmatch(word) for word in words)
    ):
        return False
    if any(word not in _PARTICLES for word in words if not word[0].isupper()) or len(_SEAM_INSIDE.findall(text)) > 2:
        return False
    return not any(_says_no_name(word.casefold().strip(".")) for word in capitals)


def _says_no_name(word: str) -> bool:
    return word.endswith(("'s", "’s")) or any(part in _words("no_names") for part in (word, *word.split("-")))


def is_signed(text: str) -> bool:
    """Whether a Chinese or Japanese line names people beside a word for their part in it, or signs in brackets."""
    return _EASTERN_SIGNED.search(text) is not None


def split_names(text: str) -> list[str]:
    """Cut "Ann Bell, Carl Dorn and Eva Fink, Staff Writers" into the parts that are names, roles cut off their ends."""
    if len(text) > 300:
        return []
    if reporters := _KOREAN.findall(text):
        return list(dict.fromkeys(reporters))
    signed = [name for found in _EASTERN_SIGNED.findall(text) for names in found for name in re.split("[、，]", names)]
    if any(signed):
        return list(dict.fromkeys(filter(None, signed)))
    if _EASTERN.fullmatch(text.strip()):
        return [text.strip()]
    told = _without_neighbours(text).strip()
    if _NOBLE.fullmatch(told) and looks_like_name(told):
        return [told]
    names = (_without_roles(_LED_IN.sub("", part.strip(" .,:-–—*"))) for part in _SPLIT.split(told))
    return list(dict.fromkeys(name for name in names if looks_like_name(name)))


def _without_neighbours(text: str) -> str:
    """A byline with a tab where addresses, handles, dates and the words glued to a name stood or begin."""
    text = without_dates(_GLUED_BY.sub("", _CONTACT.sub("\t", text.strip())), "\t")
    words = text.split(" ")
    apart = (_unglued(word, behind) for word, behind in zip(words, [*words[1:], ""], strict=True))
    return " ".join(_SHOUTED_END.sub("\t", word) for word in apart)


def _unglued(word: str, behind: str) -> str:
    """Set "PeakeStaff" apart and, with "reporter" `behind`, "PeakeHarbour"; leave "McDonald" and "DeLuca"."""
    for seam in _SEAM.finditer(word):
        tail, role = (text.casefold().rstrip(",.:;|\u00a0") for text in (word[seam.start() :], behind))
        if (
            tail in _words("roles")
            or tail in _words("no_names")
            or (seam.start() > _PREFIX and role in _words("roles"))
        ):
            return f"{word[: seam.start()]}\t{word[seam.start() :]}"
    return word


def eastern_name(text: str) -> str | None:
    """A Chinese, Japanese or Korean name that stands alone where an author is named; no desk and no paper."""
    bare = text.strip(" \u3000.,:：")
    return (
        bare
        if (_EASTERN_ALONE.fullmatch(bare) or _EASTERN.fullmatch(bare)) and not _EASTERN_DESK.search(bare)
        else None
    )


def signed_name(text: str) -> str | None:
    """What stands behind a word for "by" when it is no full name: a desk, an agency, a first name, a nickname."""
    parts = _SPLIT.split(_without_neighbours(text))
    first = next((part for part in parts if part and part.strip(" .,:-–—*")), "")
    words = first.strip(" .,:;|-–—()/*").split()
    words = [*words[:1], *takewhile(lambda word: word.casefold() not in _words("before_date"), words[1:])]
    if not 1 <= len(words) <= 4 or len(first) > 40:
        return None
    bare = " ".join(words)
    if known_desk(bare):
        return bare
    if len(words) == 1 and _says_no_name(bare.casefold()):
        return None
    named = all(
        not word[0].isalpha() or word[0] != word[0].lower() or word[0] == word[0].upper() or _HANDLE.search(word)
        for word in words
    )
    return bare if named or len(words) == 1 else None


def uncased_name(text: str) -> str | None:
    """Two to four words of a script without capitals, up to a dash or a comma: perhaps a name, perhaps not."""
    first = re.split(r"\s+[–—-]\s+|[,،|/:]", text, maxsplit=1)[0]
    words = first.split()
    if not 2 <= len(words) <= 4 or len(first) > 30 or not all(_UNCASED.fullmatch(word) for word in words):
        return None
    return " ".join(words)


def known_desk(text: str) -> str | None:
    """The agency or desk that a byline names instead of a person, such as "Reuters" or "Staff", as it stands."""
    bare = text.strip(" .,:;|-–—()/")
    folded = bare.casefold()
    return bare if folded in _agencies() or folded in _words("desks") else None


def is_role(text: str) -> bool:
    """Whether a line is nothing but what a reporter is: "Senior Reporter", "Journalist"."""
    words = text.casefold().split()
    return bool(words) and all(word in _words("roles") for word in words)


def _without_roles(part: str) -> str:
    words = part.split()
    roles, others = _words("roles"), _words("no_names")
    while len(words) > 2 and (words[-1].islower() or (last := words[-1].casefold()) in roles or last in others):
        words.pop()
    while len(words) > 2 and words[0].casefold() in roles:
        words.pop(0)
    return "" if words and words[-1].casefold() in roles else " ".join(words)


@cache
def _words(name: str) -> frozenset[str]:
    data = json.loads(files("storyreader.cleaning").joinpath("data/bylines.json").read_text("utf-8"))
    return frozenset(data[name])


@cache
def _agencies() -> frozenset[str]:
    data = json.loads(files("storyreader.cleaning").joinpath("data/agencies.json").read_text("utf-8"))
    return frozenset(spelling for spellings in data.values() for spelling in spellings)
