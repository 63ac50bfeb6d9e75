"""Where the work is done: in this process, or by dask's workers on this machine or any others."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from storyreader.errors import StoryReaderError


class Runner(Protocol):
    """Does a step for each of several arguments; gives the results as they come."""

    def run(self, step: Callable[..., int], arguments: Iterable[tuple[Any, ...]]) -> Iterator[int]:
        """The results, in any order."""
        ...


class _Here:
    def run(self, step: Callable[..., int], arguments: Iterable[tuple[Any, ...]]) -> Iterator[int]:
        for given in arguments:
            yield step(*given)


class _Dask:
    def __init__(self, client: Any) -> None:
        self._client = client

    def run(self, step: Callable[..., int], arguments: Iterable[tuple[Any, ...]]) -> Iterator[int]:
        from distributed import as_completed

        futures = [self._client.submit(step, *given, pure=False) for given in arguments]
        for future in as_completed(futures):  # type: ignore[no-untyped-call]
            yield future.result()
            future.release()


@contextmanager
def runner(workers: int, scheduler: str | None = None) -> Iterator[Runner]:
    """Workers of a scheduler somewhere, or so many of this machine; 0: this process alone, without dask."""
    if not workers and scheduler is None:
        yield _Here()
        return
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise StoryReaderError(
            "Work in several processes needs dask.distributed.", "pip install 'storyreader[pairs]', or --workers 0."
        ) from error
    if scheduler is not None:
        with Client(scheduler) as client:  # type: ignore[no-untyped-call]
            yield _Dask(client)
        return
    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=workers, threads_per_worker=1, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        yield _Dask(client)
