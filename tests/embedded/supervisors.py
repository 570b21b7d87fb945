"""Supervising processes to be killed, and the folder that they share."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).parents[2]
SUPERVISE = Path(__file__).with_name("supervise.py")


@dataclass(frozen=True)
class Supervisor:
    """A supervising process, and what it said once the stores were ready: addresses and process ids, or a refusal."""

    process: subprocess.Popen[str]
    said: dict[str, Any]

    @property
    def folder(self) -> Path:
        return Path(self.said["folder"])

    @property
    def process_ids(self) -> dict[str, int]:
        return self.said["process_ids"]

    @property
    def database_url(self) -> str:
        return self.said["database_url"]

    @property
    def redis_url(self) -> str:
        return self.said["redis_url"]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def supervisors(folder: Path) -> Iterator[Callable[..., Supervisor]]:
    """Give what starts a supervising process; at the end all are killed, and the stores that they leave."""
    begun: list[Supervisor] = []

    def begin(where: Path = folder, prefix: list[str] | None = None) -> Supervisor:
        command = [*(prefix or []), sys.executable, str(SUPERVISE), str(where)]
        environment = os.environ | {"PYTHONPATH": str(HOUSE)}
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        begun.append(Supervisor(process, json.loads(process.stdout.readline() or "{}")))
        return begun[-1]

    yield begin
    for supervisor in begun:
        supervisor.kill()
        supervisor.process.stdout.close()
    _kill_stores_of(folder.parent)


def _kill_stores_of(folder: Path) -> None:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if any(word.startswith(os.fsencode(folder) + b"/") for word in words):
            os.kill(int(process.name), signal.SIGKILL)
