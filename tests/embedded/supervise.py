"""A supervising process for the tests: `supervise.py FOLDER` says in one line of JSON what it runs, then watches.

SIGTERM makes it stop the stores; a refusal is its line and its end.
"""

import asyncio
import json
import signal
import sys
from contextlib import suppress
from pathlib import Path

from game_server.adapters.embedded import EmbeddedStores, StoresRefused


async def supervise(folder: Path) -> None:
    try:
        async with EmbeddedStores(folder) as stores:
            watching = asyncio.create_task(stores.watch())
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, watching.cancel)
            say(
                process_ids=stores.process_ids,
                folder=str(stores.folder),
                database_url=stores.database_url,
                redis_url=stores.redis_url,
            )
            with suppress(asyncio.CancelledError):
                await watching
    except StoresRefused as refused:
        say(code=refused.code, sentence=refused.sentence)


def say(**words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(supervise(Path(sys.argv[1])))
