"""Bytes become text: by byte order mark, by what the page declares, as UTF-8, else by a guess, which is noted."""

import codecs
import re

from storyreader.loading.binary import wide_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 8192
"""Bytes in which a declaration is looked for; browsers read the first 1024, generators are less strict."""
_SAMPLE = 100_000
"""Bytes given to the guesser, which is slow on long input."""
_SUPERSETS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""What browsers read instead of what is declared, because pages do: the encoding with more characters."""
_NO_ENCODINGS = frozenset({"unicode_escape", "raw_unicode_escape", "punycode", "idna", "utf-7"})
"""Codecs of Python that no page is written in."""
_TELLING = 20
"""Bytes beyond ASCII from which encodings can be told apart."""
_WESTERN_LETTERS = 0.35
"""Share of bytes beyond ASCII among letters that no language of Western Europe reaches."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, str, list[str]]:
    """Return text, encoding name and notes. `declared` is a name given from outside, such as a mail header."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace"), name, []
    if wide := wide_encoding(data):
        return data.decode(wide, errors="replace"), wide, ["read as UTF-16, which the file does not declare"]
    named = _codec_name(declared) or _declared_in(data)
    utf8 = _try(data, "utf-8")
    if named and named != "utf-8":
        if utf8 is not None and not data.isascii():
            return utf8, "utf-8", [f"the page declares {named} but is UTF-8"]
        if (text := _try(data, named)) is not None and not (named == "cp1252" and _is_not_western(data)):
            return text, named, []
    if utf8 is not None:
        return utf8, "utf-8", []
    return _guess(data, named)


def _is_not_western(data: bytes) -> bool:
    """Whether bytes that any Western encoding can read are too rarely ASCII to be a Western text."""
    beyond_ascii = sum(byte > 127 for byte in data[:_SAMPLE])
    shown = re.sub(rb"<[^>]{0,2000}>", b" ", data[:_SAMPLE])
    return beyond_ascii >= _TELLING and beyond_ascii > _WESTERN_LETTERS * len(re.findall(rb"[A-Za-z\x80-\xff]", shown))


def _guess(data: bytes, named: str | None) -> tuple[str, str, list[str]]:
    broken = data.decode("utf-8", errors="replace")
    # a few broken bytes in an otherwise multi-byte text: a cut or spliced file, still UTF-8
    good = sum(1 for byte in data[:_SAMPLE] if byte & 0xC0 == 0xC0)
    if broken[:_SAMPLE].count("\ufffd") * 10 < good:
        return broken, "utf-8", ["some bytes are not valid UTF-8 and are shown as \ufffd"]
    wrong = named is None or named == "utf-8" or (named == "cp1252" and _is_not_western(data))
    declared = [] if wrong else [str(named)]
    names = (*declared, _guessed_name(data), "cp1252")
    texts = {name: data.decode(name, errors="replace") for name in dict.fromkeys(names) if name}
    name = min(texts, key=lambda name: texts[name].count("\ufffd"))
    says = f"the page declares {named} but is " if named and name != named else "encoding guessed as "
    return texts[name], name, [f"{says}{name}"]


def _guessed_name(data: bytes) -> str | None:
    beyond_ascii = sum(1 for byte in data[:_SAMPLE] if byte > 127)
    if beyond_ascii < _TELLING:  # too little to tell encodings apart; the commonest one is the best bet
        return None
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    best = from_bytes(data[:_SAMPLE]).best()
    return _codec_name(best.encoding) if best else None


def _declared_in(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    return _codec_name(match.group(1).decode("ascii")) if match else None


def _codec_name(name: str | None) -> str | None:
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip()).name
        b"a".decode(found, errors="replace")  # not every codec reads text
    except (LookupError, ValueError):
        return None
    if found in _NO_ENCODINGS:
        return None
    # a declaration that could be read is no wide encoding
    return "utf-8" if found.startswith(("utf-16", "utf-32")) else _SUPERSETS.get(found, found)


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
