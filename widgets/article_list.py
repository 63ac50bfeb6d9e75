"""The list of articles, grouped by story or flat: headline, then outlet, day and how far the reader has come."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from storyreader.library import EntryList
from storyreader.messages import HIDDEN_OUTLET, copy_line, story_line, version_line
from widgets.block_view import BlockView, Line, Piece
from widgets.list_lines import excerpt_pieces, heading_lines, short_day
from widgets.wrapping import cells, in_two_lines, shortened

if TYPE_CHECKING:
    from storyreader.application import CloserLook, Progress
    from storyreader.library import Entry, Excerpt, LabelBook, Story


_LEAST_OUTLET = 12
"""Cells of an outlet's name by which it is still known."""


class _Item(NamedTuple):
    """A line of the list: a heading (`entry` is None), of a story or of others, or an article, by its index among the
    entries.
    """

    heading: str
    entry: int | None
    story: "Story | None" = None


class ArticleList(BlockView):
    """Shows entries; `marks` puts letters before the articles chosen for a comparison, `locators` tells of articles
    that lie in several places, by their ids; `arrived` are the ids of those that have just come.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries = EntryList()
        self.marks: dict[str, str] = {}
        self.blind = False
        self.progress: Progress | None = None
        self.labels: LabelBook | None = None
        self.look: CloserLook | None = None
        self.locators: Mapping[str, Sequence[str]] = {}
        self.arrived: Collection[str] = ()
        self._stories: Sequence[Story] | None = None
        self._found: Sequence[int] | None = None
        self._excerpts: Mapping[int, Excerpt] = {}
        self._items: list[_Item] = []
        self._blocks: dict[int, int] = {}
        self._problems: list[int] = []
        self._looked: CloserLook | None = None  # what was known of the texts when the list was laid out
        self._flat = 0  # blocks of a flat list at its top that stay while it only grows

    # What is shown

    def show(
        self,
        entries: "Iterable[Entry]",
        stories: "Sequence[Story] | None",
        found: Sequence[int] | None = None,
        excerpts: "Mapping[int, Excerpt] | None" = None,
    ) -> None:
        """Show these entries, grouped when stories are given; after a search those at the indexes `found`, in order,
        each with the place of its text that was found.

        The cursor stays on its article while that is still shown.
        """
        place = self._place
        was_flat = self._stories is None and self._found is None
        further = (
            was_flat and stories is None and found is None and entries is self.entries and self.look is self._looked
        )
        self.entries = entries if isinstance(entries, EntryList) else EntryList(entries)
        self._stories, self._found, self._excerpts = stories, found, excerpts or {}
        self._arrange(self._flat if further else 0)
        self._go_back_to(place)

    def _arrange(self, same: int = 0) -> None:
        """Put the items in order and lay them out; so many at the top are as they were. While files are read a flat
        list only grows, and is shown with every batch of them.
        """
        self._items[same:] = self._arranged(same)
        self._looked = self.look
        if not same:
            self._blocks.clear()
        further = enumerate(self._items[same:], same)
        self._blocks.update((item.entry, block) for block, item in further if item.entry is not None)
        self.lay_out(same=same)
        if self.cursor == self.step(-1, 1):  # the heading above the first article is to be seen
            self.scroll_to(y=0, animate=False, immediate=True)

    def _arranged(self, same: int) -> list[_Item]:
        """The items behind those that are as they were."""
        seen = same + len(self._problems) if same else 0
        further = list(enumerate(self.entries[seen:], seen))
        readable = [index for index, entry in further if not entry.problem]
        problems = [index for index, entry in further if entry.problem]
        self._problems = [*self._problems, *problems] if same else problems
        self._flat = 0
        items: list[_Item] = []
        if self._found is not None:
            return [_Item("", index) for index in self._found]
        if self._stories is None:
            items = [_Item("", index) for index in readable]
            self._flat = same + len(items)
        else:
            items = self._grouped(self._stories)
        if self._problems:
            items.append(_Item(f"NOT READ ({len(self._problems)})", None))
            items += [_Item("", index) for index in self._problems]
        return items

    def _grouped(self, stories: "Sequence[Story]") -> list[_Item]:
        grouped = [story for story in stories if len(story.members) > 1]
        items: list[_Item] = []
        for story in grouped:
            items.append(_Item(self._story_line(story), None, story))
            items += [_Item("", index) for index in story.members]
        single = [story.members[0] for story in stories if len(story.members) == 1]
        alone = [index for index in single if not self.entries[index].problem]
        if alone and grouped:
            items.append(_Item(f"NOT GROUPED ({len(alone)})", None))
        return [*items, *(_Item("", index) for index in alone)]

    def _story_line(self, story: "Story") -> str:
        if self.progress is None:
            return story_line(story, self.entries, None)
        members = {self.entries[index].article_id for index in story.members}
        conflicts, new = self.progress.conflicts_among(members), self.progress.new_to_board(members)
        return story_line(story, self.entries, conflicts, new)

    def know(
        self,
        progress: "Progress | None" = None,
        look: "CloserLook | None" = None,
        labels: "LabelBook | None" = None,
    ) -> None:
        """Say how far the reader has come, what their texts tell of each other, and what the reader's labels are."""
        self.progress, self.labels, self.look = progress or self.progress, labels or self.labels, look or self.look
        place = self._place
        self._arrange()
        self._go_back_to(place)

    # The current article or story

    def _item_at(self, block: int) -> _Item:
        return self._items[block] if 0 <= block < len(self._items) else _Item("", None)

    @property
    def current(self) -> "Entry | None":
        """The entry under the cursor."""
        index = self._item_at(self.cursor).entry
        return None if index is None else self.entries[index]

    @property
    def story(self) -> "list[Entry]":
        """The articles of the story whose heading is under the cursor; none on an article."""
        story = self._item_at(self.cursor).story
        return [self.entries[index] for index in story.members] if story is not None else []

    @property
    def _place(self) -> tuple[str | None, bool]:
        """The path of the article under the cursor, or of the first one below the heading there; whether it is one."""
        on_heading = self._item_at(self.cursor).entry is None
        index = self._item_at(self.cursor + on_heading).entry
        return None if index is None else self.entries[index].path, on_heading

    def _go_back_to(self, place: tuple[str | None, bool]) -> None:
        path, on_heading = place
        self.go_to(path)
        if on_heading and path is not None and self.cursor and self._items[self.cursor - 1].entry is None:
            self.cursor -= 1

    def go_to_heading(self, direction: int) -> bool:
        """Put the cursor on the next heading in a direction; False where there is none."""
        blocks = range(self.cursor + 1, len(self._items)) if direction > 0 else range(self.cursor - 1, -1, -1)
        heading = next((block for block in blocks if self._items[block].entry is None), None)
        if heading is not None:
            self.cursor = heading
        return heading is not None

    @property
    def shown(self) -> "list[Entry]":
        """The articles that are shown, from top to bottom."""
        there = [self.entries[item.entry] for item in self._items if item.entry is not None]
        return [entry for entry in there if not entry.problem]

    def neighbours(self) -> "list[Entry]":
        """Where the reader is likeliest to go next: the two articles after the current one, and the one before."""
        blocks: list[int | None] = [self.step(self.cursor, 1)]
        blocks += [self.step(blocks[0], 1) if blocks[0] is not None else None, self.step(self.cursor, -1)]
        found = [self._items[block].entry for block in blocks if block is not None]
        return [self.entries[index] for index in found if index is not None and not self.entries[index].problem]

    def go_to(self, path: str | None) -> None:
        """Put the cursor on an article, else on the first one."""
        at = self._place_of(path)
        if at is not None and at in self._blocks:
            self.cursor = self._blocks[at]
            return
        first = self.step(-1, 1)
        if first is not None and self._items[min(self.cursor, len(self._items) - 1)].entry is None:
            self.cursor = first

    def go_to_article(self, article: str) -> bool:
        """Put the cursor on an article, by its id; False when it is not there."""
        at = self.entries.of_article(article)
        there = at is not None and not self.entries[at].problem
        if at is not None and there:
            self.go_to(self.entries[at].path)
        return there

    def _place_of(self, path: str | None) -> int | None:
        return None if path is None else self.entries.of_path(path)

    def renew(self, index: int) -> None:
        """Draw an entry anew after it has changed."""
        if index in self._blocks:
            self.forget(self._blocks[index])

    def mark(self, marks: dict[str, str]) -> None:
        """Letters by path; only what changed is drawn anew."""
        touched = {path for path in {*marks, *self.marks} if marks.get(path) != self.marks.get(path)}
        self.marks = marks
        there = (self._place_of(path) for path in touched)
        self.forget(*(self._blocks[at] for at in there if at is not None and at in self._blocks))

    # Blocks

    def block_count(self) -> int:
        return len(self._items)

    def block_height(self, block: int, width: int) -> int:
        item = self._items[block]
        if item.entry is None:
            return self._title_lines(item.heading, width) + (block > 0)
        entry = self.entries[item.entry]
        below = sum([self._title_lines(remark, width - 2) for remark in self._remarks(entry)])
        return self._title_lines(self._title(entry), width - 2) + 1 + below + bool(self._excerpts.get(item.entry))

    @staticmethod
    def _title_lines(title: str, width: int) -> int:
        """A title takes two lines when it does not fit in one, and is cut there."""
        return 1 if cells(title) <= width else 2

    def step(self, start: int, direction: int) -> int | None:
        """The next article: headings are passed over."""
        block = super().step(start, direction)
        return super().step(block, direction) if block is not None and self._items[block].entry is None else block

    def block_lines(self, block: int, width: int) -> list[Line]:
        item = self._items[block]
        if item.entry is None:
            heading: list[Line] = [[Piece(text, "heading")] for text in heading_lines(item.heading, width)]
            return heading if block == 0 else [[], *heading]
        entry = self.entries[item.entry]
        letter = self.marks.get(entry.path, " ")
        mark = Piece(f"{letter} ", {"A": "left", "B": "right"}.get(letter, "mark"))
        first, *more = in_two_lines(self._title(entry), width - 2)
        lines: list[Line] = [[mark, Piece(first, "title")], *([Piece("  "), Piece(text, "title")] for text in more)]
        below = entry.problem or self._second_line(entry, width - 2)
        lines.append([Piece("  "), Piece(shortened(below, width - 2), "dim")])
        if excerpt := self._excerpts.get(item.entry):
            lines.append([Piece("  "), *excerpt_pieces(excerpt, width - 2)])
        for remark in self._remarks(entry):
            lines += [[Piece("  "), Piece(text, "note")] for text in in_two_lines(remark, width - 2)]
        return lines

    def _remarks(self, entry: "Entry") -> list[str]:
        """What the texts of the library tell of this one: a later version, word for word in another."""
        if self.look is None:
            return []
        change, copy = self.look.versions.get(entry.path), self.look.copies.get(entry.path)
        remarks = [version_line(change)] if change is not None else []
        return [*remarks, copy_line(copy, blind=self.blind)] if copy is not None else remarks

    def _title(self, entry: "Entry") -> str:
        starred = self.labels is not None and self.labels.of(entry.article_id).starred
        return f"★ {entry.title}" if starred else entry.title

    def _second_line(self, entry: "Entry", width: int) -> str:
        """Outlet, day, and how far the reader has come. The outlet is cut first, and the year goes only where little is
        left of it: without a year an old article looks like one of today.
        """
        outlet = HIDDEN_OUTLET if self.blind else entry.outlet
        state = self._state(entry)
        after = f" · {short_day(entry.published, year=True)}{state}"
        if min(cells(outlet), _LEAST_OUTLET) + cells(after) > width:
            after = f" · {short_day(entry.published, year=False)}{state}"
        return shortened(f"{shortened(outlet, max(4, width - cells(after)))}{after}", width)

    def _state(self, entry: "Entry") -> str:
        """In how many places it lies, new or compared, how many notes are on it, and its tags."""
        known, places = self.progress, len(self.locators.get(entry.article_id, ()))
        lies = f" · {places} places" if places > 1 else ""
        if known is None:
            return lies
        labels = self.labels.of(entry.article_id) if self.labels is not None else None
        opened = entry.article_id in known.places
        read = opened if labels is None else labels.is_read(opened=opened)
        state = "" if read else " · new"
        if entry.article_id in self.arrived:
            state = " · just come"
        if known.is_compared(entry.article_id):
            state = " · compared"
        notes = known.notes.get(entry.article_id, 0)
        tags = "".join(f" · #{tag}" for tag in labels.tags) if labels is not None else ""
        return f"{lies}{state} · ✎{notes}{tags}" if notes else f"{lies}{state}{tags}"
