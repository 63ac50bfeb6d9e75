"""Stories as the reader corrects them: an article stands by itself, or with another one wherever that stands."""

from collections.abc import Mapping, Sequence

from storyreader.library.entry import Entry
from storyreader.library.stories import Story, story_title


def corrected_stories(stories: Sequence[Story], entries: Sequence[Entry], told: Mapping[str, str]) -> list[Story]:
    """The stories with the articles put where the reader wants them; `told` is `LabelBook.stories`.

    Of an article that is to stand with one that is not there only the first half holds: it stands by itself.
    """
    places = {entry.article_id: at for at, entry in enumerate(entries) if entry.article_id}
    moved = {places[article]: places.get(other) for article, other in told.items() if article in places}
    if not moved:
        return list(stories)
    # groups by number: first the stories without those that are moved, then each of those by itself
    groups = [[at for at in story.members if at not in moved] for story in stories] + [[at] for at in moved]
    home = {at: number for number, members in enumerate(groups) for at in members}
    for at, other in moved.items():
        if other is not None and home[at] != home[other]:
            from_, to = home[at], home[other]
            for member in groups[from_]:
                home[member] = to
            groups[to] += groups[from_]
            groups[from_] = []
    return _as_stories(groups, stories, entries)


def _as_stories(groups: Sequence[list[int]], before: Sequence[Story], entries: Sequence[Entry]) -> list[Story]:
    titles = {story.members: story.title for story in before}
    found: list[Story] = []
    for group in filter(None, groups):
        members = tuple(sorted(group))
        title = titles.get(members) or story_title([entries[at] for at in members])
        found.append(Story(title, members))
    return sorted(found, key=lambda story: (len(story.members) < 2, story.members[0]))
