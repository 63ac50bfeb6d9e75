"""Long computations without looks for cycles: a large comparison makes millions of objects and no cycles.

Looking for cycles meanwhile costs a quarter of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """The garbage collector rests; inside another such block, until the outer one ends."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
