"""Names of outlets in web addresses: the label that names the site, and the words in it."""

import re
import unicodedata
from functools import cache
from urllib.parse import urlsplit

from storyreader.cleaning.fields.outlet_names import folded, outlet_words

_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "or", "ne", "go"})
_HOSTS = frozenset({"blogspot", "wordpress", "substack", "medium", "tumblr", "typepad", "beehiiv", "ghost", "github"})
"""Sites whose pages are other people's; these have a name of their own before them."""
_LINKS = {
    "dela": "de la", "delos": "de los", "delas": "de las", "del": "del", "della": "della", "dello": "dello",
    "des": "des", "du": "du", "dos": "dos", "das": "das", "do": "do", "da": "da", "di": "di", "de": "de", "von": "von",
    "vom": "vom", "van": "van", "of": "of",
}  # fmt: skip
"""Small words between an outlet's word and its place, as addresses run them together; the longest come first."""
ARTICLES = (
    "der",
    "die",
    "das",
    "les",
    "los",
    "las",
    "het",
    "le",
    "la",
    "el",
    "il",
    "lo",
    "de",
    "os",
    "as",
    "l",
    "o",
    "a",
)
_LED_BY = ("les", "los", "las", "the", "le", "la", "el", "il", "lo", "die", "der", "das")
"""Articles with which an address begins."""
_SHORTEST, _AFTER_ARTICLE = 4, 3
"""Letters of a word for outlets that is found in a run of letters, and right behind an article."""
_PLACE = range(3, 11)
"""Letters of a single word; longer runs are several words, and nothing tells where to cut them."""


def site_label(address: str) -> str:
    """The label of an address or a host that names the site, folded: vallermouthpost of www.vallermouth-post.co.uk."""
    try:
        host = (urlsplit(address).hostname or "") if "//" in address else address
    except ValueError:  # half an address
        return ""
    labels = [label for label in host.lower().split(".") if label]
    if len(labels) < 2 or all(label.isdigit() for label in labels):
        return ""
    if len(labels) > 2 and labels[-2] in _SECOND_LEVEL:
        labels = labels[:-1]
    label = labels[-2]
    if label in _HOSTS and len(labels) > 2:
        label = labels[-3]
    return "" if label in outlet_words("free mail") else folded(label)


def has_name(label: str, name: str) -> bool:
    """Whether a site's label is a name as addresses spell it: without accents, with or without its article."""
    site, key = plain_key(label), plain_key(folded(name))
    return bool(site) and (site == key or any(key == word + site or site == word + key for word in ARTICLES))


def spelled_name(label: str, naming: frozenset[str]) -> str | None:
    """The words of a label that is one of the words for outlets and one other word: diariodelaribera, woldgazette; an
    article may stand before: lavozdecastrillo.
    """
    article = next((word for word in _LED_BY if label.startswith(word)), "")
    behind = _spelled(label.removeprefix(article), naming, _AFTER_ARTICLE) if article else None
    return f"{article.title()} {behind}" if behind else _spelled(label, naming, _SHORTEST)


def _spelled(label: str, naming: frozenset[str], shortest: int) -> str | None:
    for word in _spellings(naming, shortest):
        if label.startswith(word):
            rest = label.removeprefix(word)
            link = next((link for link in _LINKS if rest.startswith(link) and len(rest) - len(link) in _PLACE), "")
            if len(rest) - len(link) in _PLACE:
                return " ".join(
                    part for part in (word.title(), _LINKS.get(link, ""), rest[len(link) :].title()) if part
                )
        if label.endswith(word) and len(label) - len(word) in _PLACE:
            return f"{label.removesuffix(word).title()} {word.title()}"
    return None


@cache
def _spellings(naming: frozenset[str], shortest: int) -> tuple[str, ...]:
    """Words as addresses spell them, the longest first."""
    words = {_plain(word) for word in naming}
    return tuple(sorted((w for w in words if len(w) >= shortest and w.isascii()), key=lambda w: (-len(w), w)))


def plain_key(name: str) -> str:
    """A name without marks and accents, of two ways to write one letter the shorter; ß and ss go."""
    return re.sub("([aou])e|ß", r"\1", _plain(re.sub(r"[\W_]", "", name))).replace("ss", "")


def _plain(word: str) -> str:
    """A word as addresses spell it, without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
