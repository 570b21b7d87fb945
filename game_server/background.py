"""Tasks that run as long as the server does: one that fails is noted and begun again, the others never notice."""

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

REST = 1.0
COLLECT_EVERY = 60.0


@asynccontextmanager
async def running(*workers: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Run each worker for ever beside the body, and stop them after it."""
    tasks = [asyncio.create_task(_for_ever(worker)) for worker in workers]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _for_ever(worker: Callable[[], Awaitable[None]]) -> None:
    log = structlog.get_logger()
    while True:
        try:
            await worker()
        except Exception:
            log.exception("background_task_failed", worker=getattr(worker, "__qualname__", "worker"))
        await asyncio.sleep(REST)


async def collect_at_quiet_times(is_quiet: Callable[[], bool]) -> None:
    """Collect garbage by hand when nobody is acting: left to itself it stops every socket of the process for long."""
    gc.collect()
    gc.freeze()
    gc.disable()
    while True:
        await asyncio.sleep(COLLECT_EVERY)
        if is_quiet():
            gc.collect()
