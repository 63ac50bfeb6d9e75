"""Write the list of English words that are no names when they open a sentence, from a list of words of SCOWL.

usage: python benchmarks/facts/plain_words.py [FILE]

FILE has a word a line, as Debian's package wamerican-small puts it at /usr/share/dict/american-english-small (SCOWL up
to size 35); names are those with a capital. Forms that can be told by their ending are left out.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from storyreader.facts import names

LIST = "/usr/share/dict/american-english-small"
SHORTEST = 3
NOTICE = """\
# Words that are no names: those of SCOWL (size 35) with a small letter only, without plurals and other forms that are
# told by their ending; made by benchmarks/facts/plain_words.py.
#
# Copyright 2000-2011 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the
# associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
"""


def main() -> None:
    """Write storyreader/facts/data/plain_en.txt."""
    lines = Path(sys.argv[1] if len(sys.argv) > 1 else LIST).read_text(encoding="utf-8").splitlines()
    proper = {word.lower() for word in lines if word[:1].isupper()}
    small = {word for word in lines if word == word.lower() and word.isascii() and word.isalpha()} - proper
    kept = sorted(
        word
        for word in small
        if len(word) >= SHORTEST
        and not names.has_plain_ending(word)
        and not small.intersection(names.singulars_of(word))
    )
    target = Path(names.__file__).parent / "data" / "plain_en.txt"
    target.write_text(NOTICE + "\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
