"""Rich text (RTF)."""

from storyreader.loading.unpacked import Unpacked


def unpack(data: bytes) -> Unpacked | None:
    """The text without its looks."""
    from striprtf.striprtf import rtf_to_text

    text: str = rtf_to_text(  # type: ignore[no-untyped-call]
        data.decode("latin-1"), errors="replace"
    )
    # a paragraph is a line; blank lines tell that each is one
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return Unpacked("\n\n".join(lines).encode(errors="replace"), ".txt", "utf-8") if lines else None
