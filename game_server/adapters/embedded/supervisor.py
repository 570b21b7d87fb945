"""The supervisor of the embedded stores: one data folder, one PostgreSQL, one Valkey."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from game_server.adapters.embedded.binaries import binaries_for
from game_server.adapters.embedded.folder import DataFolder, open_folder
from game_server.adapters.embedded.keeper import Keeper
from game_server.adapters.embedded.postgres import Postgres
from game_server.adapters.embedded.valkey import Valkey


class EmbeddedStores:
    """The real stores, as our children, over one folder that nobody else may read.

    `async with EmbeddedStores(folder) as stores:` gives them ready, with the data of the run before, and adopts what a
    killed supervisor left alive; run `stores.watch()` beside, so that a store that dies comes back. Leaving stops both.
    `durable=False` forgets what the machine's loss would lose: for tests only.
    """

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self._wanted = folder
        self._durable = durable
        self._leaving = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Lock, prepare, start and wait. Raises StoresRefused with a code and what to do."""
        async with AsyncExitStack() as failing:
            self._folder: DataFolder = await asyncio.to_thread(open_folder, self._wanted)
            failing.callback(self._folder.release)
            binaries = await asyncio.to_thread(binaries_for, self._folder.account, self._folder.path)
            self.postgres = Postgres(self._folder, binaries, self._durable)
            self.valkey = Valkey(self._folder, binaries, self._durable)
            self._keepers = [Keeper(self.postgres), Keeper(self.valkey)]
            failing.push_async_callback(self._stop)
            await asyncio.gather(*(keeper.bring_up() for keeper in self._keepers))
            self._leaving = failing.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop both, everything written, and free the folder."""
        await self._leaving.aclose()

    @property
    def folder(self) -> Path:
        """Where the data really is: the folder asked for, or its stand-in when root's home hides it."""
        return self._folder.path

    @property
    def database_url(self) -> str:
        """PostgreSQL's address, as the ordinary role that owns the database."""
        return self.postgres.url()

    @property
    def redis_url(self) -> str:
        """Valkey's address."""
        return self.valkey.url()

    @property
    def process_ids(self) -> dict[str, int]:
        """The process of each store, by its name."""
        return {keeper.store.name: keeper.process.pid for keeper in self._keepers if keeper.process is not None}

    async def watch(self) -> None:
        """Bring back whichever dies; runs until cancelled."""
        await asyncio.gather(*(keeper.watch() for keeper in self._keepers))

    async def healthy(self) -> bool:
        """Tell whether both answer now."""
        return all(await asyncio.gather(*(keeper.store.ready() for keeper in self._keepers)))

    async def _stop(self) -> None:
        await asyncio.gather(*(keeper.stop() for keeper in self._keepers))
