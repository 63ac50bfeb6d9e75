"""`python -m storyreader`: the same as the `storyreader` command."""

import sys

from storyreader.cli import main

if __name__ == "__main__":
    sys.exit(main())
