"""How time grows with the text: the exponent for each stage and each pattern.

    python -m benchmarks.growth [--stage STAGE] [--pattern WORDS] [--limit 1.2]

An exponent of 1 is time in step with the text, 2 its square. Processor time is measured, the least of two calls. Ends
with 1 when some exponent is above the limit where the long text takes long enough to tell.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable, Iterator

from storyreader.cleaning import clean_page
from storyreader.comparing import compare
from storyreader.facts import extract_facts
from storyreader.loading import page_from_text
from storyreader.segmenting import split_sentences

TIMES = 4
LEAST_SECONDS = 0.15
"""What takes less on the long text is not judged: it would be the clock that is measured."""
MOST_SECONDS = 20.0
"""A short text that takes longer than this is not tried at four times the length."""

TEXTS = (
    " ", "\t", "\n", "\n\n", "\u00a0", ". ", "a.", "a. b. ", "... ", "—", "- ", "x", "a-", "a/", "9b0", "1", "1.",
    "1, ", "12 ", "1) ", "[1] ", "12,5 ", "3.5 million ", "two hundred ", "twenty-one ", "one and ", "24 people, ",
    "17 and 18 ", "$5 ", "5% ", "(AP) ", "(", ")", "[", '"', '" ', '" a ', "“", "“a” ", "'", "’s ", "said ",
    "said Anna, ", "“said ", "“No,” she said. ", "He said no. ", "according to Berg ", "told reporters ", "Ab ",
    "Anna Berg ", "Anna Berg, ", "Mr. ", "U.S. ", "Dr. No. ", "of the ", "not ", "no ", "on Monday ", "3 March 2026 ",
    "03/04/2026 ", "at 3:03 pm ", "12:30 ", "last Thursday, ", "http://x.example/a ", "a@b.example ", "#tag ", "@ ",
    "| ", "> ", "* ", "漢字", "漢。", "あ、", "ก", "ا ", "é", "e\u0301", "🙂", "👩\u200d🚀", "\u200d",
    "&amp; ", "&#x41;", "_",
    "/", ":", "The bridge closed on Monday. ", "Read more: ", "5 comments\n", "News\n",
    "7 March 2026, 10:15\n", "© 2026 Post\n",
    "Orla on March 3, 2026 at 3:03 pm said:\n", "These remain:\n- a ferry\n- a bus\n", "By Anna Berg\n",
    "Story about the mill\n7 March 2026\n", "Share\nTweet\n",
)  # fmt: skip
MARKUP = (
    "<p>a</p>", "<p>", "<div>", "<div></div>", "<b>", "<b>x</b>", "<i><b>x</i></b>",
    "<span>a </span>", "<br>", "<hr>",
    "<time datetime='2026-03-04'>4 March</time> ", "<time>x</time>", "<a href='/a'>a</a> ", "<ul><li>a</li></ul>",
    "<li>a", "<table><tr><td>a</td></tr></table>", "<td>a</td>", "<!-- a -->", "<!--", "<script>a</script>",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>", "<style>a{}</style>",
    "<img src=a alt=b>", "<figure><figcaption>a</figcaption></figure>", "<h2>a</h2>", "<h1>a</h1>",
    "<blockquote>a</blockquote>",
    "<meta name=author content=Anna>", "<link rel=canonical href='http://x.example/'>", "<section><p>a</p></section>",
    "<article><p>Anna said no.</p></article>", "<p class='promo share'>a</p>", "<iframe></iframe>", "<svg><g/></svg>",
    "<noscript><p>a</p></noscript>", "<form><input></form>", "<button>a</button>", "<nav><a href=b>b</a></nav>",
    "&amp;", "&#120;", "<p>&nbsp;</p>", "<p>4 March 2026</p>", "<p>By Anna Berg</p>", "<font>", "<center>", "<a>",
    "<x-y>a</x-y>", "<details><summary>a</summary>b</details>", "<dl><dt>a<dd>b</dl>",
    "<template><p>a</p></template>",
)  # fmt: skip
STORY = (
    "The bridge at Quernmouth will close for good on Friday, the board said, after divers found cracks in its piers.",
    "Some 4,000 people cross it every day on foot, and a ferry will carry them from 5:40 a.m. on.",
    "“We looked at every way to keep it open, and none of them was safe,” said Orla Dunmere, the head engineer.",
)
HEAD = "Bridge at Quernmouth to close\n\nBy Orla Dunmere\n\n4 March 2026\n\n" + "\n\n".join(STORY) + "\n\n"


def segmented(text: str) -> object:
    """Cut into sentences."""
    return split_sentences(text, "en")


def facts(text: str) -> object:
    """Find facts."""
    return extract_facts(text, None, "en")


def cleaned(text: str) -> object:
    """Clean a page of text."""
    return clean_page(page_from_text(HEAD + text))


def compared(text: str) -> object:
    """Both sides have the text, with another word in front."""
    left, right = (
        clean_page(page_from_text(f"{HEAD}The {word} told of this: {text}\n\n", path=word))
        for word in ("mayor", "port")
    )
    return compare(left, right)


def rendered(markup: str) -> object:
    """Clean a page of HTML."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = f"<html><head><title>Bridge to close</title></head><body><article><h1>Bridge to close</h1>{paragraphs}"
    return clean_page(page_from_text(f"{page}<div>{markup}</div></article></body></html>", "html"))


def attributes(text: str) -> object:
    """One element with as many attributes as the text has letters."""
    return rendered(f"<p {' '.join(f'a{number}=b' for number in range(len(text)))}>a</p>")


STAGES: dict[str, tuple[Callable[[str], object], tuple[str, ...], int]] = {
    "segmenting": (segmented, TEXTS, 20_000),
    "facts": (facts, TEXTS, 6_000),
    "text": (cleaned, TEXTS, 20_000),
    "html": (rendered, MARKUP, 20_000),
    "attributes": (attributes, ("x",), 4_000),
    "comparing": (compared, TEXTS, 2_000),
}
"""Each stage: what it does, the patterns, and how many characters the short text has."""


def exponent(call: Callable[[str], object], pattern: str, size: int) -> tuple[float, float, float]:
    """Seconds on the short text, on the long one, and the exponent between them."""
    short, long = (pattern * max(1, length // len(pattern)) for length in (size, TIMES * size))
    call(short)
    first = seconds(call, short)
    if first > MOST_SECONDS:
        return first, math.inf, math.inf
    second = seconds(call, long)
    return first, second, math.log(max(second, 1e-9) / max(first, 1e-9), TIMES)


def seconds(call: Callable[[str], object], text: str) -> float:
    """Processor time, the least of two calls."""
    found = []
    for _ in range(2):
        begin = time.process_time()
        call(text)
        found.append(time.process_time() - begin)
        if found[-1] > 2:
            break
    return min(found)


def cases(stage: str, words: str) -> Iterator[tuple[str, str]]:
    """The stages with their patterns."""
    for name, (_, patterns, _) in STAGES.items():
        if stage in ("", name):
            yield from ((name, pattern) for pattern in patterns if words in pattern)


def main() -> int:
    """Measure and print; 1 when something grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--stage", choices=tuple(STAGES), default="")
    parser.add_argument("--pattern", default="", help="only patterns with these words in them")
    parser.add_argument("--limit", type=float, default=1.2)
    options = parser.parse_args()
    tried = too_fast = 0
    for name, pattern in cases(options.stage, options.pattern):
        call, _, size = STAGES[name]
        short, long, grows = exponent(call, pattern, size)
        bad = long > LEAST_SECONDS and grows > options.limit
        tried, too_fast = tried + 1, too_fast + bad
        print(
            f"{short:8.3f} s {long:8.3f} s {grows:6.2f} {name:11}{pattern!r}{'  TOO FAST' if bad else ''}", flush=True
        )
    print(f"{tried} tried, {too_fast} above {options.limit}")
    return 1 if too_fast else 0


if __name__ == "__main__":
    sys.exit(main())
