"""A letter that another sends on within its own text, below a few lines of its head: "From:", "Date:", "Subject:"."""

import html
import re
from collections.abc import Iterator

COVER = 40
"""Words below which a letter is only the cover of the one that it encloses or sends on."""
_FIELDS = {
    "sender": "from|von|de|da|van|fra|från|od|от|差出人|发件人",
    "published": "date|sent|datum|gesendet|envoyé|fecha|enviado|enviado el|data|inviato|verzonden|dato|дата|日付",
    "headline": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|emne|ämne|тема|件名|主题",
    "": "to|an|à|para|a|aan|til|till|кому|宛先|收件人|cc|reply-to|antwort an|répondre à",
}
"""The labels of a head by what they tell."""
_MEANINGS = {label: field for field, labels in _FIELDS.items() for label in labels.split("|")}
_LABEL = re.compile(rf"(?:> ?)*[*_]*({'|'.join(map(re.escape, _MEANINGS))})\s?[:：][*_]*\s*(.*)", re.IGNORECASE)
_FEWEST = 3
_MARKUP = re.compile(r"<(?:html|body|div|p|br|table)\b", re.IGNORECASE)
_LINE_END = re.compile(r"<(?:br|/?(?:div|p|tr|li|blockquote|body|html))\b[^<>]*>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(head|style|script)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def sent_on(text: str) -> tuple[str, dict[str, str]] | None:
    """The text of the letter that is sent on, and what its head says; None when there is none, or when it is quoted
    below a letter of more words than a cover has.
    """
    words = 0
    told: dict[str, str] = {}
    labels = end = 0
    for line, after in _lines(text):
        match = _LABEL.fullmatch(line)
        if match:
            labels, end = labels + 1, after
            told.setdefault(_MEANINGS[match.group(1).lower()], match.group(2))
        elif line and labels >= _FEWEST and {"sender", "headline"} <= told.keys():
            break
        elif line:
            words += len(line.split())
            told, labels = {}, 0
            if words >= COVER:
                return None
    if labels < _FEWEST or not {"sender", "headline"} <= told.keys():
        return None
    found = text[end:], {field: value for field, value in told.items() if field and value}
    return sent_on(found[0]) or found


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The lines of a text as they are seen, each with the offset at which the next begins."""
    markup = _MARKUP.search(text) is not None
    seen = _UNSEEN.sub(lambda found: " " * len(found.group()), text) if markup else text
    at = 0
    for end in (_LINE_END if markup else re.compile(r"\n")).finditer(seen):
        yield _shown(seen[at : end.start()], markup), end.end()
        at = end.end()
    yield _shown(seen[at:], markup), len(seen)


def _shown(line: str, markup: bool) -> str:
    return " ".join((html.unescape(_TAG.sub("", line)) if markup else line).split())
