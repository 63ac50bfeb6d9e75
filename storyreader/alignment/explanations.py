"""What a link has to say, worked out when it is asked for: reasons and changes of wording."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from storyreader.alignment.grounds import UNTOLD, reasons_for
from storyreader.alignment.wording import MOST_CHANGED, changes_between
from storyreader.comparison import Change, Difference, Link
from storyreader.lexicon import words_of


@dataclass(frozen=True, slots=True)
class WordExplainer:
    """Tells from the words alone. `names` are the keys that both articles always write with a capital. `cosines`
    are those of the pairs that were also judged by their meaning.
    """

    left: Sequence[str]
    right: Sequence[str]
    languages: tuple[str, str]
    names: frozenset[str]
    cosines: Mapping[tuple[int, int], float] = field(default_factory=dict)

    def reasons(self, link: Link) -> tuple[str, ...]:
        """The reasons, strongest first."""
        if link.kind == "same":
            return ("same text",)
        sides = [
            [words_of(texts[number], language) for number in numbers]
            for texts, numbers, language in zip(
                (self.left, self.right), (link.left, link.right), self.languages, strict=True
            )
        ]
        told = reasons_for(sides[0], sides[1], self.names, self.languages)
        alike = [c for one in link.left for other in link.right if (c := self.cosines.get((one, other))) is not None]
        if not alike:
            return told
        meant = f"similar meaning {max(alike):.2f}"
        return (meant,) if told == (UNTOLD,) else (*told, meant)

    def wording(self, link: Link) -> tuple[tuple[Change, ...], bool]:
        """The changes between two single sentences; links of several are always read as whole sentences."""
        if link.kind == "same":
            return (), False
        if len(link.left) > 1 or len(link.right) > 1:
            return (), True
        one, other = link.left[0], link.right[0]
        changes = changes_between((one, self.left[one]), (other, self.right[other]), self.languages)
        heavy = changes is None or len(changes) > MOST_CHANGED
        return () if heavy else changes or (), heavy

    def harmless(self, link: Link) -> tuple[Difference, ...]:
        """Words alone tell no facts."""
        del link
        return ()
