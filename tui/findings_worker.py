"""What is found beside the rows of a comparison, worked out in a thread."""

from dataclasses import dataclass

from textual.message import Message

from storyreader import findings
from storyreader.comparison import Comparison
from storyreader.findings import Findings, InShort, RowValues
from tui.background import Background, Turn, in_thread


class FindingsWorker(Background):
    """Looks; the answer names the comparison, so that a late one can be dropped."""

    @dataclass
    class Found(Message):
        """Everything that is found beside the rows."""

        comparison: Comparison
        findings: Findings
        in_short: InShort
        values: RowValues

    @in_thread("findings", exclusive=True, turn=Turn.ASKED)
    def look(self, comparison: Comparison) -> None:
        """Work out facts, voices, the values that differ, and the comparison in short."""
        found = findings.find_findings(comparison)
        values = findings.values_by_row(comparison, found)
        self.post_message(self.Found(comparison, found, findings.find_in_short(comparison, found), values))
