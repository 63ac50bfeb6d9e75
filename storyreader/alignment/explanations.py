"""What explains a link, worked out when it is asked for: its grounds and changes of wording."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from storyreader.alignment.claims import Claims
from storyreader.alignment.grounds import UNTOLD, grounds_for
from storyreader.alignment.outlines import TextOutline
from storyreader.alignment.wording import MOST_CHANGED, changes_between
from storyreader.comparison import Change, Difference, Ground, Link, Passage, SharedClaim


@dataclass(frozen=True)
class WordExplainer:
    """Explains from the words alone. `cosines` are those of the pairs that were also scored semantically."""

    claims: Claims
    cosines: Mapping[tuple[int, int], float] = field(default_factory=dict)

    @property
    def _texts(self) -> tuple[TextOutline, TextOutline]:
        return self.claims.left.outline, self.claims.right.outline

    @property
    def _languages(self) -> tuple[str, str]:
        left, right = self._texts
        return left.language, right.language

    def grounds(self, link: Link) -> tuple[Ground, ...]:
        """The grounds, strongest first."""
        if link.kind == "same":
            return (Ground("same_text"),)
        sides = [
            [outline.sentences[number].words for number in numbers]
            for outline, numbers in zip(self._texts, (link.left, link.right), strict=True)
        ]
        told = grounds_for(sides[0], sides[1], self.claims.names, self._languages)
        alike = [c for left in link.left for right in link.right if (c := self.cosines.get((left, right))) is not None]
        if not alike:
            return told
        meant = Ground("similar_meaning", (round(max(alike), 2),))
        return (meant,) if told == (UNTOLD,) else (*told, meant)

    def wording(self, link: Link) -> tuple[tuple[Change, ...], bool]:
        """The changes between two single sentences; links of several are always read as whole sentences."""
        if link.kind == "same":
            return (), False
        if len(link.left) > 1 or len(link.right) > 1:
            return (), True
        left, right = link.left[0], link.right[0]
        texts = self._texts[0].texts[left], self._texts[1].texts[right]
        changes = changes_between((left, texts[0]), (right, texts[1]), self._languages)
        rewritten = changes is None or len(changes) > MOST_CHANGED
        return () if rewritten else changes or (), rewritten

    def shared(self, link: Link) -> tuple[SharedClaim, ...]:
        """The stretches that tell the same, where a link is not the same as a whole."""
        if link.kind == "same":
            return ()
        found = [claim for left in link.left for right in link.right for claim in self.claims.shared(left, right)]
        return tuple(sorted(found, key=lambda claim: (*_place(claim.left), *_place(claim.right))))

    def harmless(self, link: Link) -> tuple[Difference, ...]:
        """Words alone tell no facts."""
        del link
        return ()


def _place(passage: Passage) -> tuple[int, int]:
    return passage.sentence, passage.start
