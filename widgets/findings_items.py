"""Groups of findings as items of a table: a heading with its count, then each finding with its mark."""

from collections.abc import Iterable

from storyreader.messages import FINDING_MARKS, FindingGroup, FindingItem
from widgets.table import TableItem


def finding_items(
    groups: Iterable[FindingGroup], nothing: str, remarks: Iterable[str] = (), *, ascii_marks: bool = False
) -> list[TableItem]:
    """The items of all groups below the remarks; `nothing` is said where there is neither."""
    items = [TableItem(remark) for remark in remarks]
    for group in groups:
        heading, colon, rest = group.heading.partition(":")
        items.append(TableItem(f"{heading.upper()} ({len(group.items)}){colon}{rest}"))
        items += [_table_item(item, ascii_marks=ascii_marks) for item in group.items]
    return items or [TableItem(nothing)]


def _table_item(item: FindingItem, *, ascii_marks: bool) -> TableItem:
    mark = FINDING_MARKS[ascii_marks][item.state]
    return TableItem(item.title, mark, item.detail, item.statements, item.sentences, item.is_stop)
