"""Numbers in digits, with their marks for thousands and decimals in whatever way a language writes them."""

import re

_GROUPS_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPS_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_GROUPS_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPS_OTHER = re.compile(r"\d{1,3}(?:['’٬\u00a0\u202f]\d{3})+(?:[.,٫]\d+)?")
MOST_DIGITS = 18
"""Longer strings of digits are identifiers, not counts."""


def plain_number(text: str, comma_decimal: bool) -> float | int | None:
    """The value of a number in digits; None when the digits are no number, such as 1.2.3."""
    if _GROUPS_OTHER.fullmatch(text):
        text = re.sub(r"['’٬\u00a0\u202f]", "", text).replace(",", ".").replace("٫", ".")
    elif _GROUPS_INDIAN.fullmatch(text) or (
        _GROUPS_COMMA.fullmatch(text) and not (comma_decimal and text.count(",") == 1 and "." not in text)
    ):
        text = text.replace(",", "")
    elif _GROUPS_POINT.fullmatch(text) and (comma_decimal or text.count(".") > 1 or "," in text):
        text = text.replace(".", "").replace(",", ".")
    elif text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    text = re.sub("[٫・．]", ".", text)
    if sum(letter.isdigit() for letter in text) > MOST_DIGITS:
        return None
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return None
