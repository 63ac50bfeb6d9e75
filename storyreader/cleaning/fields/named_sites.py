"""What the sites that a page names say of its outlet: on lines of their own, in mail addresses, in several lines."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from storyreader.cleaning.draft import Block
from storyreader.cleaning.fields.outlet_names import Names, Rule, folded, may_be_name, outlet_words
from storyreader.cleaning.fields.sites import has_name

_MAIL = re.compile(r"[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,10})\b", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:https?://)?(?:www\.)?([a-z0-9-]{2,40})\.(?:com|org|net|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2})/?", re.IGNORECASE
)
_ENDINGS = r"(?:com|org|net|info|news|eu|tv|example|(?:co|com|org|net)\.[a-z]{2}|(?!js\b)[a-z]{2})"
_LABEL = re.compile(rf"\b(?:www\.)?([a-z0-9-]{{2,40}})\.{_ENDINGS}\b", re.IGNORECASE)
_WHOLE = re.compile(
    rf"(?<![\w@./-])(?:https?://)?(?:www\.)?([a-z0-9-]{{2,40}}\.{_ENDINGS})(?![\w-]|\.\w)", re.IGNORECASE
)
"""A host, not part of a longer one, of an address with a path or of a mail address."""
_LONGEST_NAME = 5
"""Words of an outlet's name."""
_LONG_SITE = 6
"""Letters of a site's name that hardly is another word."""
_SEVERAL, _TIMES = 2, 2
"""Lines that must name a site, and how many times as many as name any other."""
_TOP, _FOOT = 15, 30
"""Lines at the ends of a page, one of which must name its site."""
_LONGEST_TEXT = 300
"""Characters of a line that are asked."""


def add_sites(names: Names, outside: Sequence[Block], own: str) -> None:
    """Count the sites that lines outside the story name; a site backs the name that it is made of.

    `own` is the site of the page's address, if known.
    """
    named = {folded(label) for _, label in _found(_LABEL, outside)}
    for block in outside if named or own else ():
        # a name that is a site proves nothing by being one
        if block.shape.words > _LONGEST_NAME or "." in block.text:
            continue
        key = folded(block.text)
        if (key in named or has_name(own, block.text)) and may_be_name(block.text):
            names.add(block.text, Rule.LINE, 1.5 if len(key) > _LONG_SITE else 0.5, 1.5)
    for key in sorted(key for key in names.weights if key in named or has_name(own, key)):
        name = names.spellings[key].most_common(1)[0][0]
        if "." not in name:
            names.add(name, Rule.SITE, 1.0, 1.0)
    alone = {
        match.group(1).lower()
        for block in (*outside[:6], *outside[-12:])
        if block.shape.words == 1 and (match := _ALONE.fullmatch(block.text))
    }
    for site in sorted(alone):
        names.add(site, Rule.ALONE, 1.0 / len(alone), 1.0)
    # who calls itself a site is not another one, however often that is advertised
    called = {key for key, spellings in names.spellings.items() if any(map(_WHOLE.fullmatch, spellings))}
    if (site := _most_named(outside)) and called <= {folded(site)}:
        names.add(site, Rule.SEVERAL, 1.4, 1.4)
    mails = {
        label
        for block in outside
        for match in (_MAIL.finditer(block.text) if "@" in block.text else ())
        if (label := _brand(match.group(1)))
    }
    for site in sorted(mails):
        names.add(site, Rule.MAIL, 1.0 / len(mails), 1.0)


def sites_in(text: str) -> Iterator[str]:
    """The sites whose hosts a line names, but for those on which everybody has pages."""
    for match in _WHOLE.finditer(text[:_LONGEST_TEXT]):
        brand = _brand(match.group(1))
        if brand and brand not in outlet_words("other sites"):
            yield match.group(1).lower()


def _found(pattern: re.Pattern[str], blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The sites that lines name, each with the number of its line."""
    for number, block in enumerate(blocks):
        if "." in block.text:
            yield from ((number, match.group(1)) for match in pattern.finditer(block.text[:_LONGEST_TEXT]))


def _most_named(outside: Sequence[Block]) -> str | None:
    """The site that lines of different words name far more often than any other, at an end of the page too."""
    lines: dict[str, set[int]] = defaultdict(set)
    for number, site in _found(_WHOLE, outside):
        lines[site.lower()].add(number)
    counts: Counter[str] = Counter()
    for site, numbers in lines.items():
        brand = _brand(site)
        at_end = any(number < _TOP or number >= len(outside) - _FOOT for number in numbers)
        if brand and brand not in outlet_words("other sites") and at_end:
            counts[site] = len({outside[number].shape.tokens for number in numbers})
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < max(_SEVERAL, _TIMES * sum(count for _, count in ranked[1:])):
        return None
    return ranked[0][0]


def _brand(domain: str) -> str | None:
    labels = domain.lower().split(".")
    if len(labels) > 2 and labels[-2] in {"co", "com", "org", "net", "ac", "gov"}:
        labels = labels[:-1]
    brand = labels[-2] if len(labels) >= 2 else ""
    return None if not brand or brand in outlet_words("free mail") else brand
