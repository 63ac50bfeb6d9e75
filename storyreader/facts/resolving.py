"""Which names mean the same person, organisation or place, inside one article or across two.

"Sheinbaum" is "President Claudia Sheinbaum" when no other Sheinbaum is named; "WHO" is "World Health Organization".
A short name that fits two longer ones stays alone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from storyreader.facts.aliases import LANGUAGE, NameForm, known_aliases, name_form, same_name, spelt_differently
from storyreader.lexicon import tables_for

SHORTEST_SPELT = 5
"""Letters; a change in shorter names makes another name."""


def resolve_names(
    left: Iterable[str], right: Iterable[str] = (), places: Collection[str] = frozenset()
) -> dict[str, str]:
    """For each name as written, the fullest form of the same name in the two articles.

    A name joins a longer one when it is its short form and no other entity of the articles has that short form too.
    The same for (right, left); names that stand alone map to themselves. `places` are names of one word that stand for
    places, and so are no part of what has such a word in its name: the port of Lund is not the ferry Tessa Lund.
    """
    names = sorted(set(left) | set(right), key=lambda name: (-len(name_form(name).words), -len(name), name))
    groups: list[list[str]] = []
    index: dict[str, set[int]] = defaultdict(set)
    spelt: dict[str, set[int]] = defaultdict(set)
    for name in names:
        sharing = {number for key in _wanted(name) if key in index for number in index[key]}
        words = name_form(name).words
        alike = _spellings(words[0]) if len(words) == 1 else ()
        nearby = sorted(sharing.union(*(spelt[key] for key in alike if key in spelt)))
        fitting = [groups[number] for number in nearby if _fits(name, groups[number], number in sharing)]
        if name in places:
            fitting = [group for group in fitting if not _is_inside(name, group)]
        exact = [group for group in fitting if any(name_form(name).words == name_form(other).words for other in group)]
        chosen = exact or fitting
        if len(chosen) == 1:
            group = chosen[0]
        elif len(chosen) > 1 and (best := _by_last_word(name, chosen)) is not None:
            group = best
        else:
            group = []
            groups.append(group)
        group.append(name)
        number = next(number for number in (*nearby, len(groups) - 1) if groups[number] is group)
        for key in _offered(name):
            index[key].add(number)
        for key in _spellings(_family_name(name_form(name))):
            spelt[key].add(number)
    return {name: group[0] for group in groups for name in group}


def _is_inside(name: str, group: Sequence[str]) -> bool:
    """Whether a name of one word is one of several words of another."""
    words = name_form(name).words
    return any(len(other) > 1 and words[0] in other for other in (name_form(one).words for one in group))


def _fits(name: str, group: Sequence[str], sharing: bool) -> bool:
    """Whether a name is that of a group; "Mr. Clinton" is not where "Mrs. Clinton" is. A group that is not `sharing`
    has nothing in common with it: the name can only be misspelt.
    """
    one = _one if sharing else _misspelt
    return any(one(name, other) for other in group) and not any(_other_sex(name, other) for other in group)


def _other_sex(left: str, right: str) -> bool:
    """Whether one name is that of a man, the other that of a woman, as far as Mr and Mrs tell."""
    tables = tables_for(LANGUAGE)
    titles = name_form(left).title[:1], name_form(right).title[:1]
    if not titles[0] or not titles[1]:
        return False
    sexes = [[tables.has(sex, title[0]) for sex in ("titles_of_men", "titles_of_women")] for title in titles]
    return any(sexes[0]) and any(sexes[1]) and sexes[0] != sexes[1]


def _one(name: str, other: str) -> bool:
    """Whether a name joins a longer one, or one of its size that is spelt a little differently."""
    if same_name(name, other):
        return True
    # "Texas" and "Texans" are alike too: names of several words, or the family name of one
    return _misspelt(name, other) if len(name_form(name).words) == 1 else spelt_differently(name, other)


def _misspelt(name: str, other: str) -> bool:
    """Whether a word is the family name of a person with a letter or two changed: "Mauer" of "K. C. Maurer"."""
    word, last = name_form(name).words[0], _family_name(name_form(other))
    if not last or len(word) < SHORTEST_SPELT or word[0] != last[0] or tables_for(LANGUAGE).has("places", word):
        return False
    if word.startswith(last) or last.startswith(word):
        return False
    return Levenshtein.distance(word, last) <= (1 if len(word) < 8 else 2)


def _family_name(form: NameForm) -> str:
    """The last word of a name that may be a person's, where it is long enough to be misspelt; else empty."""
    last = form.words[-1] if len(form.words) > 1 and not form.institution and not form.headed else ""
    return "" if len(last) < SHORTEST_SPELT or tables_for(LANGUAGE).has("places", last) else last


def _wanted(name: str) -> set[str]:
    """What a longer form of a name has of it, as `_offered` has it; found so, names need not be tried with all."""
    form = name_form(name)
    return _in_both(form) | {f"={form.acronym}", *(f"{word}." for word in form.words)}


def _offered(name: str) -> set[str]:
    """What a shorter form of a name may have: its words, its initials, and its title as a name."""
    form = name_form(name)
    nation = "".join(word[0] for word in form.nation)
    initials = (form.initials, nation + form.initials, form.every_initial)
    return _in_both(form) | {f"={letters}" for letters in initials if letters} | {f"{word}." for word in form.title}


def _in_both(form: NameForm) -> set[str]:
    known = known_aliases().get(" ".join(form.words))
    return {*form.words, "".join(form.words), *([known] if known else ())}


def _spellings(word: str) -> tuple[str, ...]:
    """What two family names have in common if one is the other misspelt."""
    return (word[:3], f"{word[0]}…{word[-1]}") if len(word) >= SHORTEST_SPELT else ()


def _by_last_word(name: str, groups: Sequence[list[str]]) -> list[str] | None:
    """Of several candidates the only one whose last word it is: family names before given names."""
    words = name_form(name).words
    last = [group for group in groups if name_form(group[0]).words[-len(words) :] == words]
    return last[0] if len(last) == 1 else None
