"""Several at once: threads with connections of their own, as several requests have."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection

Job = Callable[[], Any]


def at_once(*jobs: Job) -> list[Any]:
    """Do all jobs at the same time; give what each returned or raised, in order."""
    barrier = Barrier(len(jobs))

    def work(job: Job) -> Any:
        barrier.wait()
        try:
            return job()
        except Exception as problem:
            return problem
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(work, jobs))


def slowly(query: Callable[..., Any]) -> Callable[..., Any]:
    """Let time pass after a read, so that a change without its turn would lose another."""

    def slow(**given: Any) -> Any:
        found = query(**given)
        time.sleep(0.05)
        return found

    return slow
