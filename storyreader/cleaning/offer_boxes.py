"""Tells boxes of markup in which the page offers something to its reader, a subscription, a letter, an app, or asks
something: whether cookies may be kept, what is thought of a question.
"""

import re
from typing import Any

OFFER = "offer"
"""The flag of blocks in such boxes."""
_DIALOGS = frozenset({"dialog", "alertdialog"})
"""Roles of what lies over a page."""
_BOXES = frozenset({"section", "div", "aside", "form"})
_NAMED_BY = ("class", "id", "data-component", "data-testid", "data-module", "data-type", "aria-label")
"""Attributes that say what an element is for."""
_NAMES = frozenset({
    "newsletter", "newsletters", "signup", "subscribe", "subscription", "subscriptions", "membership",
    "donate", "donation", "donations", "upsell", "upgrade", "abo", "abonnement", "abonnieren", "abonner", "suscripcion",
    "suscribete", "assine", "assinatura", "abbonati", "abbonamento", "prenumerera", "appbanner", "appstore",
    "promo", "poll", "umfrage", "abstimmung", "sondage", "encuesta", "sondaggio", "enquete", "peiling", "ankieta",
})  # fmt: skip
_PLAIN = frozenset({"newsletter", "newsletters", "upsell", "promo", "podcast"})
"""Names that nothing else in a story has."""
_WORD = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where another word begins in "pollBox"."""
_MAIL = re.compile(r"@|\be?-?mail", re.IGNORECASE)
_LONGEST, _LETTER = 60, 25
"""Words of an offer, and of one that is told by the word for a letter in it."""


def is_dialog(element: Any) -> bool:
    """Whether an element lies over the page to ask its reader something, and holds no article."""
    role = (element.get("role") or "").strip().lower()
    if element.tag != "dialog" and role not in _DIALOGS and element.get("aria-modal") != "true":
        return False
    return next(element.iter("article", "main", "h1"), None) is None


def is_offer(element: Any) -> bool:
    """Whether an element is called an offer, says little, and has something to click unless its name is plain; or says
    little and asks for an address.
    """
    if element.tag not in _BOXES or len("".join(element.itertext()).split()) > _LONGEST:
        return False
    names = " ".join(value for name in _NAMED_BY if (value := element.get(name)))
    called = frozenset(_WORD.findall(_HUMP.sub(" ", names).lower()))
    if not called.isdisjoint(_PLAIN):
        return True
    return (not called.isdisjoint(_NAMES) and _has_control(element)) or _asks_for_address(element)


def _asks_for_address(element: Any) -> bool:
    """Whether its reader is to give an address for letters, whatever it is called."""
    fields = element.iter("input")
    text = "".join(element.itertext())
    if next(element.iter("button"), None) is not None and "newsletter" in text.lower() and len(text.split()) <= _LETTER:
        return True
    return any(field.get("type") == "email" or _MAIL.search(field.get("placeholder") or "") for field in fields)


def _has_control(element: Any) -> bool:
    """Whether there is a button, or a link that is part of no paragraph."""
    if next(element.iter("button", "input"), None) is not None:
        return True
    return any(all(around.tag != "p" for around in link.iterancestors()) for link in element.iter("a"))
