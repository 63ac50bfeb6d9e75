"""The entries of a library: each article once, found at once by its id and by its path."""

from storyreader.library import Entry, EntryList

THERE = [Entry("a.txt", "a"), Entry("b.pdf", problem="no page"), Entry("c.txt", "c")]


def test_an_article_that_comes_again_is_a_place_more() -> None:
    entries = EntryList(THERE)
    entries.add([Entry("d/a.txt", "a"), Entry("b.pdf", problem="no page"), Entry("e.txt", "e"), THERE[2]])
    assert [entry.path for entry in entries] == ["a.txt", "b.pdf", "c.txt", "e.txt"]
    assert entries.locators == {"a": ["a.txt", "d/a.txt"]}
    assert (len(entries), entries.problems) == (4, 1)
    assert entries[1:3] == THERE[1:]


def test_entries_are_found_by_article_and_by_path() -> None:
    entries = EntryList(THERE)
    assert (entries.of_article("c"), entries.of_article("x"), entries.of_path("b.pdf")) == (2, None, 1)
    assert entries.of_path("x") is None


def test_what_is_now_known_of_a_page_takes_its_place() -> None:
    entries = EntryList(THERE)
    now = Entry("b.pdf", "b", headline="Read at last")
    assert (entries.renew(now), entries.renew(now), entries.renew(Entry("x"))) == (1, None, None)
    assert (entries[1], entries.problems, entries.of_article("b")) == (now, 0, 1)
