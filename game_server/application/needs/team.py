"""The team: who takes care of which need, for how long it can wait, and what is passed on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import structlog

from game_server.application.needs.gather import Gatherer, handed_key
from game_server.application.needs.need import FIRST, LATER, Need, Status, Task, TaskAct, Trouble
from game_server.application.needs.ports import NeedStore
from game_server.application.people import Player, Staff
from game_server.application.ports import Clock
from game_server.application.ports_people import StaffStore
from game_server.application.refusals import RefusedRequest

LONGEST_NOTE = 500
LONGEST_SNOOZE = timedelta(hours=4)
CALLS = ("help", "distress")

log = structlog.get_logger(__name__)


class Team:
    """Use cases of the list. Every refusal is a RefusedRequest; StoreUnreachableError when the store is away."""

    def __init__(self, store: NeedStore, gatherer: Gatherer, staff: StaffStore, clock: Clock) -> None:
        """Take the store, the list and the clock."""
        self._store, self._gatherer, self._staff, self._clock = store, gatherer, staff, clock

    async def needs(self, by: Staff) -> list[Need]:
        """« Qui a besoin de moi »."""
        by.must_be("facilitator", "manager")
        return await self._gatherer.needs(by)

    async def claim(self, by: Staff, key: str) -> Task:
        """« Je m’en occupe ». Refuses unknown_need, need_taken, not_on_duty for a call."""
        need = await self._free(by, key)
        return await self._settle(by, need, "claim", self._task(need, "claimed", by.id))

    async def snooze(self, by: Staff, key: str, minutes: int) -> Task:
        """« Plus tard ». Refuses cannot_snooze for a person who calls, and for more than four hours."""
        need = await self._free(by, key)
        later = timedelta(minutes=minutes)
        if need.rank == FIRST or not timedelta() < later <= LONGEST_SNOOZE:
            sentence = "Un appel n’attend pas, et rien n’attend plus de quatre heures. Prenez-le, ou passez-le."
            raise RefusedRequest("cannot_snooze", sentence)
        task = replace(self._task(need, "snoozed", by.id), until=self._clock.now() + later)
        return await self._settle(by, need, "snooze", task)

    async def hand_over(self, by: Staff, key: str, to: UUID, note: str) -> Task:
        """Give one need to a colleague, with a note. Refuses unknown_colleague, bad_note."""
        need, colleague = await self._free(by, key), await self._colleague(by, to)
        task = replace(self._task(need, "claimed", colleague.id), note=_checked(note))
        return await self._settle(by, need, "hand_over", task)

    async def release(self, by: Staff, key: str) -> Task:
        """Put it back for everybody."""
        need = await self._free(by, key)
        return await self._settle(by, need, "release", self._task(need, "new", None))

    async def pass_everything_on(self, by: Staff, to: UUID, note: str) -> int:
        """Leave the duty to a colleague, who finds every open task and the note; return how many tasks."""
        by.must_be("facilitator", "manager")
        return await self._pass_on(by, await self._colleague(by, to), "hand_over", _checked(note))

    async def take_over(self, by: Staff, giver: UUID) -> int:
        """Take everything from a colleague who cannot pass it on any more; return how many tasks."""
        by.must_be("facilitator", "manager")
        absent = await self._colleague(by, giver)
        return await self._pass_on(absent, by, "take_over", "")

    async def acts(self, by: Staff, group: UUID) -> Sequence[TaskAct]:
        """The log of a group, the newest first."""
        by.must_be("facilitator", "manager")
        return await self._store.acts(by.structure, group)

    async def report_trouble(self, player: Player, code: str) -> None:
        """A page says that it broke: a code of its own, and nothing that somebody typed."""
        trouble = Trouble(player.seat, player.group, code, self._clock.now())
        await self._store.report_trouble(player.structure, trouble)

    async def _free(self, by: Staff, key: str) -> Need:
        need = next((one for one in await self.needs(by) if one.key == key), None)
        if need is None:
            raise RefusedRequest("unknown_need", "La liste vient de changer, et ce n’est plus à faire. Rechargez-la.")
        if need.status == "claimed" and need.by not in (None, by.id):
            raise _taken(need.by)
        if need.why in CALLS and not by.on_duty:
            raise RefusedRequest("not_on_duty", "Prenez la garde pour voir les appels à l’aide et y répondre.")
        return need

    async def _settle(self, by: Staff, need: Need, what: str, task: Task) -> Task:
        """Write it; of two colleagues at once the second is told who has it."""
        to = task.by if what == "hand_over" else None
        act = TaskAct(need.key, need.group, what, by.id, to, task.note, task.at)
        if await self._store.take(by.structure, task, act, by=by.id, since=need.since) is None:
            raise _taken(None)
        if need.why in CALLS and need.action.call is not None:
            await self._store.give_call(by.structure, need.action.call, task.by)
        log.info("task", act=what, key=need.key, by=str(by.id))
        return task

    async def _pass_on(self, giver: Staff, to: Staff, what: str, note: str) -> int:
        now = self._clock.now()
        open_tasks = [one for one in await self._gatherer.needs(giver) if one.by == giver.id]
        acts = [TaskAct(one.key, one.group, what, giver.id, to.id, note, now) for one in open_tasks]
        told = Task(handed_key(giver.id, uuid4()), None, "claimed", LATER, to.id, None, note, now)
        await self._store.pass_on(giver.structure, giver.id, to.id, acts, told)
        await self._staff.set_on_duty(giver.structure, to.id, on_duty=True, phone=None)
        await self._staff.set_on_duty(giver.structure, giver.id, on_duty=False, phone=None)
        log.info("tasks_passed_on", act=what, by=str(giver.id), to=str(to.id), tasks=len(acts))
        return len(acts)

    async def _colleague(self, by: Staff, wanted: UUID) -> Staff:
        found = await self._staff.staff(by.structure, wanted)
        steers = found is not None and {"facilitator", "manager"} & found.roles
        if found is None or not steers or found.disabled_at is not None or found.id == by.id:
            raise RefusedRequest("unknown_colleague", "Choisissez une autre personne de votre équipe dans la liste.")
        return found

    def _task(self, need: Need, status: Status, by: UUID | None) -> Task:
        at: datetime = self._clock.now()
        return Task(need.key, need.group, status, need.rank, by, None, None, at)


def _taken(by: UUID | None) -> RefusedRequest:
    sentence = "Une personne de votre équipe s’en occupe déjà. Voyez avec elle."
    return RefusedRequest("need_taken", sentence, {"by": str(by)} if by else {})


def _checked(note: str) -> str:
    kept = note.strip()
    if len(kept) > LONGEST_NOTE:
        raise RefusedRequest("bad_note", f"Écrivez {LONGEST_NOTE} signes au plus.", {"field": "note"})
    return kept
