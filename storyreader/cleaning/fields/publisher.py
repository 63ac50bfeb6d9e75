"""Finds the outlet: who holds the copyright, which site the page names as its own, or whose mail addresses it gives."""

import re
from collections import Counter

from storyreader.cleaning.cues import START
from storyreader.cleaning.draft import Draft
from storyreader.cleaning.fields.agency import is_agency

_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:copyright)?\s*(?:[12]\d{3}(?:\s?[-–]\s?\d{2,4})?)?[\s,|:]*(?:by\s+)?(.{2,80})",
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


_TOP = 4
"""Blocks at the top among which the outlet's name is looked for."""
_LONGEST_NAME = 5
"""Words of an outlet's name."""


def find(draft: Draft) -> None:
    """Fill the publisher. Lines of the story itself are not asked."""
    if name := _masthead(draft):
        draft.find("publisher", name, "name on top of the page that comes again below")
        return
    outside = [block for block in draft.blocks if not block.kept and block.shape.words <= 60]
    holders: Counter[str] = Counter()
    for block in outside:
        for line in block.raw:
            if (match := _HOLDER.search(line[:300])) and (name := _bare_name(match.group(1))):
                holders[name] += 1
    if holders:
        draft.find("publisher", holders.most_common(1)[0][0], "copyright line")
        return
    sites = Counter(
        match.group(1).lower()
        for block in outside
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


def _masthead(draft: Draft) -> str | None:
    """The name on one of the first lines, when other lines outside the story speak of it too."""
    outside = [block for block in draft.blocks if not block.kept and block.shape.words <= 60]
    for block in draft.blocks[:_TOP]:
        shape = block.shape
        plain = not shape.has_year and not shape.has_clock and not shape.separators and max(shape.cues) < START
        if block.kept or not plain or not 1 <= shape.words <= _LONGEST_NAME or "  " in block.raw[0].strip():
            continue
        name = block.text.casefold()
        again = [
            other.text
            for other in outside
            if name in other.text.casefold() and other.shape.tokens != shape.tokens and other.reason != "headline"
        ]
        if shape.words == 1:  # a section's name comes again in many lines, an outlet's in those about rights and offers
            again = [text for text in again if "©" in text or "app" in text.casefold().split()]
        if again:
            place = again[0].casefold().find(name)
            return again[0][place : place + len(name)] if block.text.isupper() else block.text
    return None


def _bare_name(text: str) -> str | None:
    """A copyright holder without its company form, or None when it is an agency, a photographer's agency or no name."""
    text = _LAST_YEAR.sub("", _RIGHTS.sub("", text)).strip(" .,|–—-/©")
    text = re.split(r"\s[|•·–—-]\s|[,;]\s(?=[A-Z][a-z]+ [a-z])|\. ", text)[0]
    if is_agency(text) or "getty" in text.casefold():
        return None
    words = text.replace(",", " ").split()
    while len(words) > 1 and words[-1].casefold() in _COMPANY:
        words.pop()
    if not 1 <= len(words) <= 6 or not any(word[0].isupper() for word in words):
        return None
    return " ".join(words).strip(" .,")


def _brand(domain: str) -> str | None:
    labels = domain.lower().split(".")
    if len(labels) > 2 and labels[-2] in {"co", "com", "org", "net", "ac", "gov"}:
        labels = labels[:-1]
    brand = labels[-2] if len(labels) >= 2 else ""
    return None if not brand or brand in _FREE_MAIL else brand
