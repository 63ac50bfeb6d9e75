"""What is said of two accounts beside their links, as titled lists of plain lines for text and Markdown."""

from collections.abc import Iterator

from storyreader.findings import Findings
from storyreader.messages import FINDING_MARKS, FindingItem, fact_groups, voice_groups


def sections(findings: Findings) -> Iterator[tuple[str, list[str]]]:
    """Each group of findings with its lines; those that belong to the line before are indented by two blanks."""
    for group in [*fact_groups(findings), *voice_groups(findings)]:
        yield group.heading, [line for item in group.items for line in _lines(item)]


def _lines(item: FindingItem) -> Iterator[str]:
    mark = f"{FINDING_MARKS[False]['conflict']} " if item.state == "conflict" else ""
    yield f"{mark}{item.title}" + (f" ({item.detail})" if item.detail else "")
    for label, text in item.statements:
        yield f"  {label} {text}" if label else f"  {text}"
