"""Finds the outlet: who holds the copyright, which site the page names as its own, or whose mail addresses it gives."""

import re
from collections import Counter
from functools import cache
from importlib.resources import files

from storyreader.cleaning.cues import CATEGORIES, START
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.fields.agency import is_agency
from storyreader.cleaning.shape import shape_of

_HOLDER = re.compile(
    r"(?:©|ⓒ|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:copyright)?\s*(?:[12]\d{3}(?:\s?[-–]\s?\d{2,4})?)?[\s,|:]*(?:by\s+)?(.{2,80})",
    re.IGNORECASE,
)
_STATES_RIGHTS = re.compile(
    r"\b(?:19|20)\d\d\b|rights|rechte|droits|derechos|diritti|direitos|rettigheter|práva|prawa|hakları|права|حقوق|금지|無断|禁",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"[\s,]*(?:19|20)\d\d.*$")
_RIGHTS = re.compile(
    r"\s*[.|,–—-]?\s*(?:all|alle|tous|todos|tutti|wszelkie|all) (?:rights|rechte|droits|los|i|prawa).*$", re.IGNORECASE
)
_COMPANY = frozenset(
    [
        "inc",
        "inc.",
        "ltd",
        "ltd.",
        "llc",
        "llc.",
        "plc",
        "gmbh",
        "co",
        "co.",
        "company",
        "corp",
        "corp.",
        "corporation",
        "limited",
        "media",
        "ag",
        "se",
        "kg",
        "s.a.",
        "sa",
        "s.l.",
        "s.r.l.",
        "srl",
        "spa",
        "s.p.a.",
        "bv",
        "b.v.",
        "ab",
        "as",
        "a/s",
        "oy",
        "a.s.",
        "s.r.o.",
        "group",
        "holdings",
        "publishing",
        "publications",
        "verlag",
        "pty",
        "pvt",
        "&",
        "and",
        "private",
    ]
)
_FIRM = frozenset({"inc", "inc.", "ltd", "ltd.", "limited", "llc", "plc", "gmbh", "pty", "s.a.", "s.l.", "a.s."})
"""Company forms behind which an address may follow."""
_MAIL = re.compile(r"[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,10})\b", re.IGNORECASE)
_SITE_ALONE = re.compile(
    r"(?:https?://)?(?:www\.)?([a-z0-9-]{2,40})\.(?:com|org|net|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})/?", re.IGNORECASE
)
_FREE_MAIL = frozenset(
    [
        "gmail",
        "yahoo",
        "hotmail",
        "outlook",
        "aol",
        "icloud",
        "gmx",
        "web",
        "protonmail",
        "proton",
        "mail",
        "live",
        "msn",
        "t-online",
        "orange",
        "free",
        "wanadoo",
        "yandex",
        "qq",
        "163",
        "libero",
    ]
)


_ARABIC_HOLDER = re.compile(r"محفوظة\s+ل(?:ـ|دى\s)?\s*([^©\d|]{3,40})")
_EASTERN_OUTLET = re.compile(
    r"[\u4e00-\u9fff\u30a0-\u30ff]{1,8}(?:新聞|新闻|日報|日报|晚报|晩報|快报|快報|時報|时报|新報|新报|周刊|週刊|通信)|[가-힣]{1,6}(?:일보|신문|뉴스|방송|타임스)"
)
_RIGHTS_WORDS = (
    "riserva",
    "reserv",
    "vorbehalten",
    "rights",
    "droits",
    "prohibi",
    "zastrze",
    "vyhrazen",
    "saklıdır",
    "board",
)
_TOP = 4
"""Blocks at the top among which the outlet's name is looked for."""
_BAR = re.compile(r"\s+[|–—-]\s+")
_OFFERS = tuple(CATEGORIES.index(name) for name in ("copyright", "sign-up", "promo", "share"))
_NO_OUTLETS = frozenset({"news", "sport", "privat", "video", "home", "menu"})
_FOOT = 15
"""Blocks at the foot of a page."""
_SHORT = 4
"""Characters of a name that may as well be a section's, in scripts without spaces."""
_TOP_NAMED = 3
"""Blocks at the top among which a name that needs no second witness is looked for."""
_LONGEST_NAME = 5
"""Words of an outlet's name."""


def find(draft: Draft) -> None:
    """Fill the publisher. Lines of the story itself are not asked."""
    if name := masthead(draft):
        draft.find("publisher", name, "name on top of the page that comes again below")
        return
    if name := _named_as_outlet(draft):
        draft.find("publisher", name, "name of a newspaper or station on top of the page")
        return
    outside = [block for block in draft.blocks if not block.kept and block.shape.words <= 60]
    holders: Counter[str] = Counter()
    last = max((number for number, block in enumerate(draft.blocks) if block.kept), default=0)
    below = {id(block) for block in draft.blocks[last:]}
    for block in outside:
        for line in block.raw:
            if not _STATES_RIGHTS.search(line) and id(block) not in below:
                continue  # "© Ann Bell" below a picture is hers alone
            if (match := _HOLDER.search(line[:300])) and (name := _bare_name(match.group(1))):
                holders[name] += 1
            elif match := _ARABIC_HOLDER.search(line[:300]):
                holders[match.group(1).strip()] += 1
    if holders:
        draft.find("publisher", holders.most_common(1)[0][0], "copyright line")
        return
    sites = Counter(
        match.group(1).lower()
        for block in (*outside[:6], *outside[-12:])
        if block.shape.words == 1 and (match := _SITE_ALONE.fullmatch(block.text))
    )
    if sites:
        draft.find("publisher", sites.most_common(1)[0][0], "site named on a line of its own")
        return
    mails = Counter(
        label for block in outside for match in _MAIL.finditer(block.text) if (label := _brand(match.group(1)))
    )
    if len(mails) == 1:
        draft.find("publisher", next(iter(mails)), "domain of the page's mail addresses")


def masthead(draft: Draft) -> str | None:
    """The name on one of the first lines, when other lines outside the story speak of it too."""
    outside = [block for block in draft.blocks if not block.kept and block.shape.words <= 60]
    foot = {id(block) for block in draft.blocks[-_FOOT:]}
    for number, block in enumerate(draft.blocks[:_TOP]):
        shape = block.shape
        plain = not shape.has_year and not shape.has_clock and not shape.separators and max(shape.cues) < START
        if block.kept or not plain or not 1 <= shape.words <= _LONGEST_NAME or "  " in block.raw[0].strip():
            continue
        name = block.text.casefold()
        if name in _NO_OUTLETS:
            continue
        # a section's name comes again in many lines, an outlet's in those about rights, pictures and offers, at the
        # beginning of lines at the foot of the page, and in the story, when it speaks of its own reporters
        long = shape.words > 1 and shape.chars > _SHORT
        again = [
            other.text
            for other in outside
            if name in other.text.casefold()
            and other.shape.tokens != shape.tokens
            and (
                _speaks_of_owner(other, long) or (long and id(other) in foot and other.text.casefold().startswith(name))
            )
        ]
        if long and not number and not again and shape.capital_share > 0.5:
            again = [other.text for other in draft.blocks if other.kept and name in other.text.casefold()]
        if again:
            place = again[0].casefold().find(name)
            return again[0][place : place + len(name)] if block.text.isupper() else block.text
    return None


def _speaks_of_owner(block: Block, long: bool) -> bool:
    """Whether a line is about rights, pictures or an app; about letters too, where the name is a long one."""
    folded = block.text.casefold()
    if any(mark in folded for mark in ("©", "ⓒ", "image:", "foto:", "تطبيق")) or "app" in folded.split():
        return True
    cues = block.shape.cues
    return long and max(cues[number] for number in _OFFERS) > 0


def _named_as_outlet(draft: Draft) -> str | None:
    """The name on one of the first lines that says by itself that it is an outlet's."""
    for block in draft.blocks[:_TOP_NAMED]:
        if not block.kept and block.reason != "headline" and (name := outlet_name(block)):
            return name
    return None


def outlet_name(block: Block) -> str | None:
    """The outlet that a short line names and that is known by its words alone: The Mercury, Der Bote, 海湾晚报."""
    name = _BAR.split(block.text)[0]
    shape = block.shape if name == block.text else shape_of(name)
    if shape.closes or shape.separators or max(shape.cues) >= START:
        return None
    if (match := _EASTERN_OUTLET.match(name)) and shape.chars <= 16:
        return match.group()
    if shape.has_year or shape.digit_share or not 1 <= shape.words <= _LONGEST_NAME or "  " in block.raw[0].strip():
        return None
    words = [word for word in shape.tokens if word.isalpha()]
    naming = [word for word in words if word not in _outlet_words() and len(word) > 3]
    if not any(_is_outlet_word(word) for word in words) or not naming or name[0].islower():
        return None  # a word for outlets without a name beside it is a section, or the link to the paper's edition
    return name.title() if name.isupper() and len(words) > 1 else name


def _is_outlet_word(word: str) -> bool:
    """Whether a word stands in names of outlets, alone or as the end of a longer one, such as Tagespost."""
    known = _outlet_words()
    return word in known or any(word.endswith(end) for end in known if len(end) >= 5 and len(word) > len(end))


@cache
def _outlet_words() -> frozenset[str]:
    text = files("storyreader.cleaning").joinpath("data/outlet_words.txt").read_text("utf-8")
    return frozenset(text.split())


def _bare_name(text: str) -> str | None:
    """A copyright holder without its company form, or None when it is an agency, a photographer's agency or no name."""
    text = _LAST_YEAR.sub("", _RIGHTS.sub("", text)).strip(" .,|–—-/©")
    text = re.split(r"\s[|•·–—-]\s|[,;]\s(?=[A-Z][a-z]+ [a-z])|\. ", text)[0]
    folded = text.casefold()
    if is_agency(text) or "getty" in folded or any(word in folded for word in _RIGHTS_WORDS):
        return None
    words = text.replace(",", " ").split()
    firm = next((place for place, word in enumerate(words) if place and word.casefold() in _FIRM), len(words))
    words = words[:firm]
    while len(words) > 1 and words[-1].casefold() in _COMPANY:
        words.pop()
    if not 1 <= len(words) <= 6 or not any(word[0].upper() == word[0] != "&" for word in words):
        return None
    if words[0][0].islower() or not words[0][0].isalpha() or any(word.isdigit() for word in words):
        return None
    return " ".join(words).strip(" .,")


def _brand(domain: str) -> str | None:
    labels = domain.lower().split(".")
    if len(labels) > 2 and labels[-2] in {"co", "com", "org", "net", "ac", "gov"}:
        labels = labels[:-1]
    brand = labels[-2] if len(labels) >= 2 else ""
    return None if not brand or brand in _FREE_MAIL else brand
