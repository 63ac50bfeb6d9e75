"""Tells files that are no page at all, so that the reader gets a sentence instead of a screen of rubbish."""

_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"RIFF", "a RIFF media file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "an Ogg media file"),
    (b"ID3", "an MP3 file"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"wOF2", "a font"),
)
_SAMPLE = 65_536
"""Bytes looked at: enough to tell, little enough for a 20 MB file."""


def binary_kind(data: bytes) -> str | None:
    """Return what the bytes are ("a PDF document") when they are no text, else None."""
    head = data[:_SAMPLE]
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encoding(data):
        return None
    # a stray NUL in a long text is dirt; more of them is a format of its own
    if head.count(0) * 1000 > len(head):
        return "binary data"
    controls = sum(head.count(code) for code in (*range(1, 7), *range(14, 27), *range(28, 32)))
    return "binary data" if controls * 10 > len(head) else None


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
