"""Tells files that are no page at all, so that the reader gets a sentence instead of a screen of rubbish."""

_UNPACK = "Unpack it first: "
_PICTURE = "a picture", "Have its words read with: tesseract FILE OUT, and open OUT.txt."
_MEDIA = "a recording", "A transcript saved as text can be read."
_SIGNATURES = (
    (b"PK\x03\x04", ("a zip archive", f"{_UNPACK}unzip FILE.")),
    (b"%PDF", ("a PDF document", "Open the file that it came in by itself.")),
    (b"\x89PNG", ("a PNG picture", _PICTURE[1])),
    (b"\xff\xd8\xff", ("a JPEG picture", _PICTURE[1])),
    (b"GIF87a", ("a GIF picture", _PICTURE[1])),
    (b"GIF89a", ("a GIF picture", _PICTURE[1])),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"RIFF", ("a RIFF media file", _MEDIA[1])),
    (b"\x28\xb5\x2f\xfd", ("a zstd archive", f"{_UNPACK}zstd -d FILE.")),
    (b"\x04\x22\x4d\x18", ("an lz4 archive", f"{_UNPACK}lz4 -d FILE.")),
    (b"\x1f\x8b", ("a gzip archive", f"{_UNPACK}gunzip FILE.")),
    (b"7z\xbc\xaf", ("a 7z archive", f"{_UNPACK}7z x FILE.")),
    (b"Rar!", ("a rar archive", f"{_UNPACK}unar FILE.")),
    (b"\x7fELF", ("a program", "")),
    (b"\xd0\xcf\x11\xe0", ("an old office document", "Make a .docx of it: soffice --convert-to docx FILE.")),
    (b"SQLite format 3\x00", ("a database", "Export the pages with the program that it belongs to.")),
    (b"AT&TFORM", ("a DjVu document", "Make a text of it: djvutxt FILE OUT.txt.")),
    (b"OggS", _MEDIA),
    (b"ID3", _MEDIA),
    (b"\x00\x00\x01\x00", ("an icon", "")),
    (b"wOF2", ("a font", "")),
)
_LATER = (
    (60, b"BOOKMOBI", ("a Kindle book", "Make an EPUB of it: ebook-convert FILE FILE.epub.")),
    (257, b"ustar", ("a tar archive", f"{_UNPACK}tar -xf FILE.")),
    (4, b"ftyp", _MEDIA),
)
"""What tells a kind further down: offset, bytes, kind."""
_NO_PAGE = "Give a saved page (.html) or its text (.txt)."
_SAMPLE = 65_536
"""Bytes looked at: enough to tell, little enough for a 20 MB file."""


def binary_kind(data: bytes) -> tuple[str, str] | None:
    """Return what the bytes are ("a PNG picture") and what can be done when they are no text, else None."""
    head = data[:_SAMPLE]
    known = next((told for signature, told in _SIGNATURES if head.startswith(signature)), None)
    known = known or next((told for at, mark, told in _LATER if head.startswith(mark, at)), None)
    if known:
        return known[0], known[1] or _NO_PAGE
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encoding(data):
        return None
    # a stray NUL in a long text is dirt; more of them is a format of its own
    if head.count(0) * 1000 > len(head):
        return "binary data", _NO_PAGE
    controls = sum(head.count(code) for code in (*range(1, 7), *range(14, 27), *range(28, 32)))
    return ("binary data", _NO_PAGE) if controls * 10 > len(head) else None


def wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 variant of bytes without a byte order mark, told by where their NUL bytes stand."""
    head = data[: _SAMPLE - _SAMPLE % 2]
    half = len(head) // 2
    if half < 2:
        return None
    first, second = head[0::2].count(0), head[1::2].count(0)
    if second > 0.6 * half and first < 0.05 * half:
        return "utf-16-le"
    if first > 0.6 * half and second < 0.05 * half:
        return "utf-16-be"
    return None
