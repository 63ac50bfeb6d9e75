"""What is found beside the rows, as places to work: in short, the facts, who is quoted; the sentences below the tables.

The cursor of each view stands for a row: `row_index`. What the reader does is done to that row.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from textual.app import ComposeResult
from textual.containers import Vertical

from storyreader import messages
from storyreader.application import NO_JUDGEMENTS, FactPlace, Judgements
from storyreader.comparison import Side
from storyreader.findings import Findings, InShort
from storyreader.messages import TABLE_FILTERS, TABLE_ORDERS, FindingGroup, FindingItem
from widgets.comparison_panel import ComparisonPanel
from widgets.findings_table import FindingsTable, TableHead
from widgets.short_view import ShortView
from widgets.side_texts import SideTexts

_EVIDENCE_ROWS = 4
"""So many rows are shown below a table at most; a name that stands everywhere needs no more."""


_LEAST_HEIGHT = 18
"""Lines of the screen from which there is room for the sentences below a table."""


class Evidence(ComparisonPanel, can_focus=False):
    """The sentences of the finding under the cursor, in their own words."""


@dataclass
class _Table:
    """What a table shows of what there is."""

    groups: Sequence[FindingGroup] = ()
    nothing: str = ""
    filter: messages.TableFilter = "all"
    order: messages.TableOrder = "by state"
    shown: list[FindingGroup] = field(default_factory=list)


class FindingsPane(Vertical):
    """Three views, one of them shown, and the evidence below the tables."""

    def __init__(self, *, ascii_marks: bool) -> None:
        super().__init__()
        self._ascii_marks = ascii_marks
        self._texts: SideTexts | None = None
        self._found: InShort | None = None
        self._tables = {"facts": _Table(), "who": _Table()}
        self._notes: Mapping[int, Sequence[str]] = {}
        self._judgements = NO_JUDGEMENTS
        self._alone: frozenset[FindingItem] = frozenset()
        self._blind = self._renewed = False
        self.tab = "short"

    def compose(self) -> ComposeResult:
        yield ShortView(ascii_marks=self._ascii_marks, id="short")
        yield TableHead()
        yield FindingsTable(ascii_marks=self._ascii_marks, id="facts")
        yield FindingsTable(ascii_marks=self._ascii_marks, id="who")
        yield Evidence(ascii_marks=self._ascii_marks, id="evidence")

    @property
    def looking(self) -> bool:
        """Whether what is found beside the rows is still to come."""
        return self._found is None

    @property
    def short(self) -> ShortView:
        """The comparison at a glance."""
        return self.query_one(ShortView)

    @property
    def view(self) -> ShortView | FindingsTable:
        """The view that is shown."""
        return self.short if self.tab == "short" else self.query_one(f"#{self.tab}", FindingsTable)

    # What is shown

    def show(self, texts: SideTexts, *, blind: bool) -> None:
        """Show a comparison of which only the rows are known; of the same articles what was found stays meanwhile."""
        before, self._texts = self._texts, texts
        self._renewed = before is not None and before.comparison.named == texts.comparison.named
        self.query_one(Evidence).show(texts.comparison, self._notes, texts)
        if self._renewed:
            return
        self._found, self._blind = None, blind
        self._tables = {"facts": _Table(), "who": _Table()}
        self.short.show(messages.short_lines(texts.comparison, None, blind=blind))
        for name in self._tables:
            self.query_one(f"#{name}", FindingsTable).show([], "Looking for facts…", self.judgement)

    def take(self, findings: Findings, in_short: InShort) -> None:
        """Show what has been found beside the rows."""
        self._found = in_short
        found = (
            (messages.fact_groups(findings), messages.NO_FACTS),
            (messages.voice_table(findings), messages.NO_VOICES),
        )
        for table, (groups, nothing) in zip(self._tables.values(), found, strict=True):
            table.groups, table.nothing = groups, nothing
        self._alone = self._alone_in_their_rows()
        for name in self._tables:
            self._fill(name, from_top=not self._renewed)
        self.show_short(from_top=False)
        self.follow()

    def show_blind(self, blind: bool) -> None:
        """Hide the outlets' names, or show them again."""
        self._blind = blind
        self.show_short(from_top=False)

    def show_short(self, *, from_top: bool) -> None:
        """Show the lines of the block."""
        if self._texts is not None:
            lines = messages.short_lines(self._texts.comparison, self._found, blind=self._blind)
            self.short.show(lines, from_top=from_top)

    def show_notes(self, notes: Mapping[int, Sequence[str]], judgements: Judgements) -> None:
        """Change what the reader has added; the cursors stay."""
        self._notes, self._judgements = notes, judgements
        for name in self._tables:
            self._fill(name, from_top=False)
        self.query_one(Evidence).show_notes(notes)

    def show_tab(self, tab: str) -> None:
        """Show one of the views."""
        self.tab = tab
        for name in ("short", "facts", "who"):
            self.query_one(f"#{name}").display = name == tab
        self._show_head()
        self.follow()

    def _show_head(self) -> None:
        """Show the names of the columns above a table that has some."""
        self.query_one(TableHead).show(self.size.width if self.tab in self._tables else 0)

    def _fill(self, name: str, *, from_top: bool = True) -> None:
        table = self._tables[name]
        judged = [item for group in table.groups for item in group.items if self.judgement(item)]
        table.shown = messages.chosen_groups(table.groups, table.filter, table.order, judged)
        nothing = table.nothing if table.filter == "all" else f"Nothing is left of “{table.filter}”; f goes on."
        self.query_one(f"#{name}", FindingsTable).show(table.shown, nothing, self.judgement, from_top=from_top)

    def follow(self) -> None:
        """Show the sentences of the finding under the cursor."""
        evidence = self.query_one(Evidence)
        evidence.display = self.tab in self._tables and self.screen.size.height >= _LEAST_HEIGHT
        if evidence.display and self._texts is not None:
            evidence.set_view("columns" if self.size.width >= 100 else "pairs")
            evidence.folded = False
            evidence.show_rows(self._rows_of(self.sentences)[:_EVIDENCE_ROWS])
            evidence.scroll_to(y=0, animate=False, immediate=True)

    def on_resize(self) -> None:
        """The columns and the sentences may have room now, or none any more."""
        self._show_head()
        self.follow()

    # Filtering, sorting, folding

    def next_filter(self, direction: int) -> str:
        """The next filter that leaves anything, in words with its count."""
        table = self._tables[self.tab]
        judged = [item for group in table.groups for item in group.items if self.judgement(item)]
        at = TABLE_FILTERS.index(table.filter)
        for step in range(1, len(TABLE_FILTERS) + 1):
            table.filter = TABLE_FILTERS[(at + direction * step) % len(TABLE_FILTERS)]
            if messages.chosen_groups(table.groups, table.filter, "by state", judged):
                break
        self._fill(self.tab)
        self.follow()
        return f"{table.filter}: {sum(len(group.items) for group in table.shown)}"

    def next_order(self) -> str:
        """The next way of sorting, in words."""
        table = self._tables[self.tab]
        table.order = TABLE_ORDERS[(TABLE_ORDERS.index(table.order) + 1) % len(TABLE_ORDERS)]
        self._fill(self.tab)
        self.follow()
        return f"sorted {table.order}"

    def unfilter(self) -> bool:
        """Take the filter off; False when there is none."""
        table = self._tables.get(self.tab)
        if table is None or table.filter == "all":
            return False
        table.filter = "all"
        self._fill(self.tab, from_top=False)
        self.follow()
        return True

    def fold(self) -> None:
        """Open the names, or fold them away."""
        view = self.view
        if isinstance(view, FindingsTable):
            view.folded = not view.folded
            self._fill(self.tab, from_top=False)

    # The row that is worked on

    @property
    def row_index(self) -> int | None:
        """The row of the finding under the cursor: the linked one where it stands in several."""
        return self._row_of(self.sentences)

    @property
    def sentences(self) -> tuple[tuple[Side, int], ...]:
        """The sentences of the finding under the cursor."""
        current = self.view.current
        return tuple(current.sentences) if current else ()

    @property
    def passages(self) -> tuple[FactPlace, ...]:
        """The words that tell the finding under the cursor; empty where whole sentences do."""
        current = self.view.current
        return tuple(current.passages) if current else ()

    def _rows_of(self, sentences: Sequence[tuple[Side, int]]) -> list[int]:
        """The rows in which some sentences are shown, each once."""
        if self._texts is None:
            return []
        return list(dict.fromkeys(self._texts.row_of[side][number] for side, number in sentences))

    def _row_of(self, sentences: Sequence[tuple[Side, int]]) -> int | None:
        """The first linked row of some sentences, else the first."""
        rows = self._rows_of(sentences)
        linked = (row for row in rows if self._texts and self._texts.comparison.rows[row].link is not None)
        return next(linked, rows[0] if rows else None)

    def judgement(self, item: FindingItem) -> str:
        """The reader's word on a finding; a word on its row is one on it where no other of its table stands there."""
        own = self._judgements.on_fact(item.passages)
        row = self._row_of(item.sentences) if not own and item in self._alone else None
        return self._judgements.rows.get(row, "") if row is not None else own

    def _alone_in_their_rows(self) -> frozenset[FindingItem]:
        """The findings at which n stops and no other of their table does in their row."""
        alone: set[FindingItem] = set()
        for table in self._tables.values():
            stops = [item for group in table.groups for item in group.items if item.is_stop]
            count = Counter(self._row_of(item.sentences) for item in stops)
            alone.update(item for item in stops if count[self._row_of(item.sentences)] == 1)
        return frozenset(alone)

    def judged(self) -> tuple[int, int]:
        """How many of the findings at which n stops are judged, and how many there are; in short those of the facts."""
        stops = [
            item
            for group in self._tables.get(self.tab, self._tables["facts"]).groups
            for item in group.items
            if item.is_stop
        ]
        return sum(bool(self.judgement(item)) for item in stops), len(stops)

    @property
    def filter_words(self) -> str:
        """The filter of the table, empty where all is shown."""
        table = self._tables.get(self.tab)
        return table.filter if table is not None and table.filter != "all" else ""
