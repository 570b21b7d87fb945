"""What is asked at the same instant is done together: one transaction for many, one wait for its locks."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

PACE = 0.004
"""Seconds during which others may join."""
LARGEST = 64


class Together(Generic[Asked, Answer]):
    """Joins the requests of one structure; `run` gives each its answer or the exception that is its answer, in order."""

    def __init__(self, run: Callable[[UUID, Sequence[Asked]], Awaitable[Sequence[Answer | Exception]]]) -> None:
        """Take what does the work for several at once."""
        self._run = run
        self._waiting: dict[UUID, list[tuple[Asked, asyncio.Future[Answer]]]] = {}
        self._working: dict[UUID, asyncio.Task[None]] = {}

    async def ask(self, structure: UUID, asked: Asked) -> Answer:
        """Wait for one's own answer. Who goes away meanwhile stops nobody, and what was begun is finished."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(structure, []).append((asked, answer))
        if structure not in self._working:
            self._working[structure] = asyncio.create_task(self._empty(structure))
        return await answer

    async def _empty(self, structure: UUID) -> None:
        try:
            await asyncio.sleep(PACE)
            while waiting := self._waiting.pop(structure, None):
                batch, rest = waiting[:LARGEST], waiting[LARGEST:]
                if rest:
                    self._waiting[structure] = rest
                await self._answer(structure, batch)
        finally:
            del self._working[structure]

    async def _answer(self, structure: UUID, batch: Sequence[tuple[Asked, asyncio.Future[Answer]]]) -> None:
        try:
            answers: Sequence[Answer | Exception] = await self._run(structure, [asked for asked, _ in batch])
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told
            answers = [error] * len(batch)
        for (_, waiting), answer in zip(batch, answers, strict=True):
            if waiting.done():
                continue
            if isinstance(answer, Exception):
                waiting.set_exception(answer)
            else:
                waiting.set_result(answer)
