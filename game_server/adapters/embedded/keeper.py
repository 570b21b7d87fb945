"""One store kept alive: adopted or started, waited for, started again when it dies, stopped."""

import asyncio
import time
from pathlib import Path
from typing import Protocol

import structlog

from game_server.adapters.embedded.process import GLANCE, Process, runs
from game_server.adapters.embedded.refusal import StoresRefused

PATIENCE = 30.0
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 10.0
TRIES_AT_START = 6
LONGEST_RECOVERY = 600.0
STEADY = 30.0

log = structlog.get_logger(__name__)


class Store(Protocol):
    """What a keeper knows of a store; each method is told where it is written."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def log(self) -> Path: ...  # noqa: D102
    @property
    def program(self) -> Path: ...  # noqa: D102
    def prepare(self) -> None: ...  # noqa: D102
    def adopt(self) -> Process | None: ...  # noqa: D102
    def start(self) -> Process: ...  # noqa: D102
    async def ready(self) -> bool: ...  # noqa: D102
    def ask_to_stop(self, process: Process, *, patience_is_over: bool) -> None: ...  # noqa: D102


class Keeper:
    """Keeps one store; one task at a time calls it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.process: Process | None = None

    async def bring_up(self) -> None:
        """Prepare, adopt or start, and wait until it answers, recovery included.

        Raises StoresRefused when it dies again and again, or is still silent after ten minutes.
        """
        await asyncio.to_thread(self.store.prepare)
        pause = FIRST_PAUSE
        for _ in range(TRIES_AT_START):
            if await self._try():
                return
            await asyncio.sleep(pause)
            pause *= 2
        raise self._refusal("ne démarre pas")

    async def watch(self) -> None:
        """Start it again whenever it dies, later and later while it does not hold; never returns."""
        pause, began = FIRST_PAUSE, time.monotonic()
        while True:
            if self.process is not None:
                await self.process.ended()
            if time.monotonic() - began > STEADY:
                pause = FIRST_PAUSE
            log.warning("store_died", store=self.store.name, again_in_s=pause)
            await asyncio.sleep(pause)
            pause, began = min(pause * 2, LONGEST_PAUSE), time.monotonic()
            try:
                if await self._try():
                    log.info("store_back", store=self.store.name)
            except (OSError, StoresRefused) as error:
                log.error("store_not_back", store=self.store.name, reason=str(error))  # noqa: TRY400 - tried again

    async def stop(self) -> None:
        """Stop it and wait: kindly at first, then at once."""
        if self.process is None:
            return
        for patience_is_over in (False, True):
            self.store.ask_to_stop(self.process, patience_is_over=patience_is_over)
            if await self.process.ended(PATIENCE):
                return
        log.error("store_does_not_stop", store=self.store.name)

    async def _try(self) -> bool:
        self.process = await self._adopted() or self.store.start()
        limit = time.monotonic() + LONGEST_RECOVERY
        while not await self.store.ready():
            if not self.process.alive():
                return False
            if time.monotonic() > limit:
                raise self._refusal("ne répond pas")
            await asyncio.sleep(GLANCE)
        return self.process.alive()

    def _refusal(self, trouble: str) -> StoresRefused:
        return StoresRefused("store_does_not_start", f"{self.store.name} {trouble} : lisez « {self.store.log} ».")

    async def _adopted(self) -> Process | None:
        process = self.store.adopt()
        if process is None or runs(process, self.store.program):
            return process
        log.info("store_of_older_version_stops", store=self.store.name)
        self.process = process
        await self.stop()
        return None
