"""Tells an outlet by the words of its name alone: The Mercury, Der Bote, 海湾晚报."""

import re
from functools import cache
from importlib.resources import files

from storyreader.cleaning.block_stats import shape_of
from storyreader.cleaning.cues import START, words_of
from storyreader.cleaning.draft import Block
from storyreader.cleaning.fields.outlet_names import outlet_words

BAR = re.compile(r"(?<!\s)\s+[|–—-]\s+")
GLUED_MENU = re.compile(r"[a-zß-ÿ][A-ZÀ-Ý].*[a-zß-ÿ][A-ZÀ-Ý]")
"""Three links without blanks between them."""
LONGEST_NAME = 5
"""Words of an outlet's name."""
_EASTERN_OUTLET = re.compile(
    r"[\u4e00-\u9fff\u30a0-\u30ff]{1,8}(?:新聞|新闻|日報|日报|晚报|晩報|快报|快報|時報|时报|新報|新报|周刊|週刊|通信|オンライン|ニュース|放送|テレビ)|[가-힣]{1,6}(?:일보|신문|뉴스|방송|타임스)"
)
_LONG = 5
"""Letters of a word that is known at the end of another."""
_CASELESS = "\u0590"
"""From this character on scripts have no capitals, and shorter words."""


def outlet_name(block: Block) -> str | None:
    """The outlet that a short line names and that is known by its words alone: The Mercury, Der Bote, 海湾晚报."""
    name = BAR.split(block.text)[0]
    shape = block.shape if name == block.text else shape_of(name)
    if shape.closes or shape.separators or max(shape.cues) >= START or GLUED_MENU.search(name):
        return None
    if (match := _EASTERN_OUTLET.match(name)) and shape.chars <= 16:
        return match.group()
    if shape.has_year or shape.digit_share or not 1 <= shape.words <= LONGEST_NAME or "  " in block.raw[0].strip():
        return None
    if not names_outlet(name) or name[0].islower():
        return None
    return name


def names_outlet(name: str) -> bool:
    """Whether a name has a word for outlets and another one beside it; without that it is a section, or the link to the
    paper's edition.
    """
    return has_outlet_word(name) and not outlet_words("menu").issuperset(_naming(name))


def has_outlet_word(name: str) -> bool:
    """Whether one of a name's words stands in names of outlets."""
    return any(map(is_outlet_word, words_of(name)))


def leads_to_section(name: str) -> bool:
    """Whether a name is words of menus beside others that stand in names of outlets: "Read the Blog"."""
    naming = _naming(name)
    return bool(naming) and outlet_words("menu").issuperset(naming)


def _naming(name: str) -> list[str]:
    """The longer words of a name but for those that stand in names of outlets."""
    words = (word for word in words_of(name) if word.isalpha() and word not in outlet_name_words())
    return [word for word in words if len(word) > (3 if word[0] < _CASELESS else 1)]


def is_outlet_word(word: str) -> bool:
    """Whether a word stands in names of outlets, alone or as the end of a longer one, such as Tagespost."""
    return word in outlet_name_words() or word.endswith(_long_words())


@cache
def _long_words() -> tuple[str, ...]:
    """Such words that are long enough to be known by at the end of another."""
    return tuple(word for word in outlet_name_words() if len(word) >= _LONG)


@cache
def outlet_name_words() -> frozenset[str]:
    """Words that stand in names of outlets."""
    text = files("storyreader.cleaning").joinpath("data/outlet_words.txt").read_text("utf-8")
    return frozenset(text.split())
