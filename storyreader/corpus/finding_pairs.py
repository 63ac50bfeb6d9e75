"""The whole work over an archive, step by step; what is there already is not done again."""

from collections.abc import Callable, Sequence

from storyreader.corpus import steps, telling, windows
from storyreader.corpus.plan import Plan
from storyreader.corpus.runners import Runner
from storyreader.corpus.tables import Form, Written, check_form, write_articles, write_lines, write_pairs
from storyreader.corpus.telling import Wanted

_LEFT = (
    "articles", "documents", "sizes", "problems", "shingles", "terms", "frequencies", "terms-known", "counts", "pairs",
    "stories",
)  # fmt: skip
"""What is left by part and by pile whatever is wanted."""

Tell = Callable[[str, int, int], None]
"""Is told the step, how much of it is done, and of how much."""


def find_pairs(plan: Plan, runner: Runner, wanted: Wanted, form: Form, tell: Tell) -> tuple[Written, Written, Written]:
    """Find the pairs of articles that share text, or tell one story.

    Gives the files with the pairs, with the articles in them, and with the pages that could not be read. Raises
    StoryReaderError where the form cannot be written.
    """
    check_form(form)
    name = wanted.name
    plan.make_room(*_LEFT, *(f"{step}-{name}" for step in ("rows", "wanted", "texts")))
    parts, piles = [(part,) for part in range(plan.count)], [(pile,) for pile in range(plan.buckets)]
    _do(plan, runner, "articles", parts, steps.read_part, tell)
    _do(plan, runner, "counts", piles if wanted.text <= 1 else [], steps.count_pile, tell)
    _do(plan, runner, "pairs", piles if wanted.text <= 1 else [], steps.add_up, tell)
    blocks = windows.windows(plan) if wanted.story <= 1 else []
    asked = [(pile, windows.articles_in(plan)) for (pile,) in piles] if blocks else []
    _do(plan, runner, "terms-known", asked, windows.add_up_terms, tell)
    _do(plan, runner, "stories", list(enumerate(blocks)), windows.group_window, tell)
    told = [(pile, len(blocks), wanted) for (pile,) in piles]
    _do(plan, runner, f"rows-{name}", told, telling.tell_pile, tell)
    _do(plan, runner, f"texts-{name}", [(part, wanted) for (part,) in parts], telling.take_out, tell)
    pairs = write_pairs(plan.folder / "pairs", telling.rows(plan, wanted), form)
    articles = write_articles(plan.folder / "articles", telling.documents(plan, wanted), form)
    return pairs, articles, write_lines(plan.folder / "not-read", steps.problems(plan))


def _do(
    plan: Plan, runner: Runner, step: str, given: Sequence[tuple[object, ...]], work: Callable[..., int], tell: Tell
) -> None:
    """Do what is missing of a step; the first argument of each call numbers what it leaves."""
    missing = [arguments for arguments in given if not plan.file(step, int(str(arguments[0]))).exists()]
    before = len(given) - len(missing)
    if given:
        tell(step, before, len(given))
    for done, _ in enumerate(runner.run(work, [(plan, *arguments) for arguments in missing]), start=before + 1):
        tell(step, done, len(given))
