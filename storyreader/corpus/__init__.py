"""Archives too large for a library: which articles share text or a story, as a map and reduce on several machines."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.corpus.finding_pairs import find_pairs as find_pairs
    from storyreader.corpus.plan import Plan as Plan, make_plan as make_plan
    from storyreader.corpus.runners import Runner as Runner, runner as runner
    from storyreader.corpus.tables import FORMS as FORMS, Form as Form
    from storyreader.corpus.telling import Wanted as Wanted

_HOMES = {
    "find_pairs": "finding_pairs", "Plan": "plan", "make_plan": "plan", "Runner": "runners", "runner": "runners",
    "FORMS": "tables", "Form": "tables", "Wanted": "telling",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
