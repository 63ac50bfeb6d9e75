"""Reads who holds a page's copyright: "© 2026 Quern Post Media Ltd. All rights reserved." is Quern Post's."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storyreader.cleaning.draft import Block, last_kept
from storyreader.cleaning.fields.agency import is_agency
from storyreader.cleaning.fields.outlet_names import outlet_words

_HOLDER = re.compile(
    r"(?:©|ⓒ|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:copyright)?\s*(?:[12]\d{3}(?:\s?[-–]\s?\d{2,4})?)?[\s,|:]*(?:by\s+)?(.{2,80})",
    re.IGNORECASE,
)
_NAME_FIRST = re.compile(r"(?!copyright)(?P<name>[^©|•·]{2,60}?)[®™]?\s*(?:©|\(c\))\s*(?:19|20)\d\d\b", re.IGNORECASE)
"""The holder before the mark: "Quern Post © 2026. All rights reserved."."""
_STATES_RIGHTS = re.compile(
    r"\b(?:19|20)\d\d\b|rights|rechte|droits|derechos|diritti|direitos|rettigheter|práva|prawa|hakları|права|حقوق|금지|無断|禁",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"(?<![\s,])[\s,]*+(?:19|20)\d\d.*$")
_RIGHTS = re.compile(
    r"(?:(?<!\s)\s++)?(?:[.|,–—-]\s*+)?(?:all|alle|tous|todos|tutti|wszelkie) "
    r"(?:rights|rechte|droits|los|i|prawa).*$|\s?(?:版权所有|版權所有|著作権所有|保留所有权利|保留一切權利|無断|무단).*$",
    re.IGNORECASE,
)
_MAKER = re.compile(r"(?:(?<!\s)\s+|^)(?:powered|designed|developed|built|hosted) (?:by|on)\b.*$", re.IGNORECASE)
_RESERVED_FOR = re.compile(r"(?:محفوظة\s+ل(?:ـ|دى\s)?|שמורות\s+ל)\s*([^©\d|]{3,40})")
_LIMITED = re.compile(r"(?<!\s)\s+בע[\"״]מ\s*$")
_RIGHTS_WORDS = (
    "riserva", "reserv", "vorbehalten", "rights", "droits", "prohibi", "zastrze", "vyhrazen", "saklıdır", "board",
    "teisės", "licencj", "محفوظة", "сохранены", "захищені",
)  # fmt: skip
_LONGEST = 60
"""Words of a line about rights that does not begin with their mark."""
_MARKS = ("©", "ⓒ", "(c)", "(C)", "Copyright")


class Holder(NamedTuple):
    """Who holds the rights, without the form of a company; `is_company` tells that there was one."""

    name: str
    is_company: bool


def copyright_holders(blocks: Sequence[Block]) -> Iterator[Holder]:
    """Yield the holder that each line outside the story states."""
    last = last_kept(blocks)
    for number, block in enumerate(blocks):
        if block.kept or (block.shape.words > _LONGEST and not block.text.startswith(_MARKS)):
            continue
        for line in block.raw:
            if number < last and not _STATES_RIGHTS.search(line):
                continue  # "© Ann Bell" below a picture is hers alone
            if (match := _HOLDER.search(line[:300])) and (holder := _holder_in(match.group(1))):
                if " / " not in holder.name or _STATES_RIGHTS.search(line):  # a photographer and her agency
                    yield holder
            elif (match := _NAME_FIRST.match(line[:300])) and (holder := _holder_in(match["name"])):
                yield holder
            elif match := _RESERVED_FOR.search(line[:300]):
                name = _LIMITED.sub("", match.group(1)).strip()
                yield Holder(name, name != match.group(1).strip())


def _is_one_of(forms: frozenset[str], word: str) -> bool:
    """Whether a word is a company's form, a full stop at its end or none."""
    folded = word.casefold()
    return folded in forms or f"{folded}." in forms


def _holder_in(text: str) -> Holder | None:
    """The holder that a text names, or None when it is an agency, a photographer's agency or no name."""
    text = _MAKER.sub("", _LAST_YEAR.sub("", _RIGHTS.sub("", text))).strip(" .,;|–—-/©")
    text = re.split(r"\s[|•·–—-]\s|[,;]\s(?=[A-Za-z][a-z]* [a-z])|\s(?:and|und)\s(?=[a-z])|\. |©", text)[0]
    folded = text.casefold()
    if is_agency(text) or "getty" in folded or any(word in folded for word in _RIGHTS_WORDS):
        return None
    company, firm = outlet_words("company"), outlet_words("firm")  # behind a firm, an address may follow
    words = text.replace(",", " ").split()
    end = next((index for index, word in enumerate(words) if index and _is_one_of(firm, word)), len(words))
    whole, words = len(words), words[:end]
    while len(words) > 1 and _is_one_of(company, words[-1]):
        words.pop()
    if not 1 <= len(words) <= 6 or not any(word[0].upper() == word[0] != "&" for word in words):
        return None
    if words[0][0].islower() or not words[0][0].isalpha() or any(word.isdigit() for word in words):
        return None
    name = " ".join(words).strip(" .,")
    return None if name.casefold() in outlet_words("no names") else Holder(name, len(words) < whole)
