"""What people type and choose in private is found where it belongs and nowhere else: canaries through the real routes.

Spec: R7 K8 K16 P6
"""

import json
import random
from dataclasses import dataclass
from typing import Any

import pytest

from game_server.core.ids import SeatId
from tests.end_to_end.everything_kept import Kept, kept_by
from tests.end_to_end.kit import Server
from tests.end_to_end.phone import Page
from tests.end_to_end.table import Office, Table

PIN = "640281"
MOVED_BY_TIME = ("moved_at", "closes_at")
RIDDLE_AND_VOTE, MEETING = "l-affiche-du-quai", "le-rendez-vous"


@dataclass(frozen=True)
class Typed:
    """What is typed in one test, found nowhere else."""

    first_names: tuple[str, ...]
    private: str
    note: str
    answer: str
    shared: str
    surname: str
    hint: str
    reason: str

    @property
    def everything(self) -> tuple[str, ...]:
        """All of it."""
        own = (self.private, self.note, self.answer, self.shared, self.surname, self.hint, self.reason)
        return (*self.first_names, *own, PIN)


def canary() -> str:
    return "Canari" + "".join(random.choices("bcdfghjklmnpqrtvwz", k=12))


@pytest.fixture
def typed() -> Typed:
    return Typed((canary(), canary(), canary()), *(canary().lower() for _ in range(7)))


def said_to(page: Page) -> str:
    return json.dumps(page.told, ensure_ascii=False)


async def seated(office: Office, typed: Typed) -> Table:
    """A group of three, by the door, with first names that are found nowhere else; one name is tried twice."""
    table = await office.table(0, random.Random(3))
    for name in typed.first_names:
        await table.join(name, PIN)
    guest = next(iter(table.phones.values())).browser
    again = await guest.ask(
        "POST", "/api/join", {"code": table.door["code"], "first_name": typed.first_names[0], "pin": PIN}
    )
    assert again.json()["code"] == "name_taken"
    await table.everyone_is_here()
    return table


async def day(table: Table, number: int) -> None:
    """End the day before this one, if need be, and open it."""
    if number > 1:
        await table.accepted({"type": "end_day", "day": number - 1})
    await table.accepted({"type": "open_day", "day": number})
    for page in table.pages():
        await page.until(lambda page=page: _is(page, number))


def _is(page: Page, number: int) -> bool:
    return bool(page.slices["group"]["day"] == number and page.slices["group"]["day_status"] == "open")


async def play(phone: Page, mission: str, step: int, action: dict[str, Any]) -> dict[str, Any]:
    return await phone.submit({"type": "play", "mission": mission, "step": step, "action": action})


async def to_the_vote(table: Table, reason: str) -> None:
    """Day 2, its riddle closed by the facilitator with a reason."""
    await table.accepted({"type": "force_step", "mission": RIDDLE_AND_VOTE, "reason": reason})
    for page in table.pages():
        await page.until(lambda page=page: page.slices["mission"]["kind"] == "vote")


async def type_everything(office: Office, table: Table, typed: Typed) -> None:
    """Everything that a person can type, through the routes that take it."""
    phones, lead = list(table.phones.items()), office.lead
    seat, phone = phones[0]
    place = f"/api/seats/{seat}"
    await phone.browser.put(
        f"{place}/private", {"values": {"need:toit": typed.private, "portrait:1": {"texte": typed.private}}}
    )
    await phone.browser.post(f"{place}/help", {"kind": "distress", "note": typed.note})
    me = (await lead.get("/api/staff/me"))["id"]
    link = {"surname": typed.surname, "file_number": None, "phone": None, "referent": me}
    await lead.put(f"/api/groups/{table.id}/people/{seat}", link)
    for number in (1, 2):
        await day(table, number)
    assert (await play(phone, RIDDLE_AND_VOTE, 0, {"type": "riddle/answer", "text": typed.answer}))["type"] == "receipt"
    await table.accepted({"type": "give_hint", "mission": RIDDLE_AND_VOTE, "text": typed.hint})
    await to_the_vote(table, typed.reason)
    await day(table, 3)
    await table.accepted({"type": "force_step", "mission": MEETING, "reason": ""})
    await phone.until(lambda: phone.slices["mission"]["kind"] == "appointment")
    choice = {"mission": MEETING, "choice": "call_back", "offer": None, "key": f"{seat}-1", "shared": [typed.shared]}
    await phone.browser.post(f"{place}/choice", choice)
    await phone.until(lambda: phone.slices["mine"]["here"]["private"]["decided"])


async def nowhere(kept: Kept, *canaries: str, tables: tuple[str, ...]) -> None:
    """No canary in these tables, in Redis, or in any log."""
    held = await kept.tables()
    places = {name: held[name] for name in tables} | {"redis": await kept.redis(), "logs": kept.logs()}
    found = {(canary, place) for canary in canaries for place, text in places.items() if canary in text}
    assert found == set()


async def test_what_is_typed_reaches_no_event_no_redis_no_log_and_no_page_it_is_not_for(
    server: Server, office: Office, typed: Typed
):
    async with kept_by(server) as kept, await seated(office, typed) as table:
        await type_everything(office, table, typed)
        await nowhere(kept, *typed.everything, tables=("journal_commit", "facts_to_tell", "game_group", "structure"))
        assert kept.passed
        mine, *others = table.phones.values()
        console = said_to(table.console)
        for secret in (typed.private, typed.note, typed.shared, typed.surname, PIN):
            assert all(secret not in said_to(page) for page in others)
            assert secret not in console
        assert all(typed.answer not in said_to(page) for page in others)
        assert typed.answer in said_to(mine)
        assert typed.answer in console


async def test_no_page_and_no_desk_shows_the_pieces_of_a_seat_that_is_not_theirs(office: Office, typed: Typed):
    async with await seated(office, typed) as table:
        await day(table, 1)
        for page in table.phones.values():
            await page.until(lambda page=page: page.slices["mine"]["here"]["private"]["pieces"])
        held = {
            seat: [piece["text"] for piece in page.slices["mine"]["here"]["private"]["pieces"]]
            for seat, page in table.phones.items()
        }
        for seat, pieces in held.items():
            for page in [table.console, *(page for other, page in table.phones.items() if other != seat)]:
                assert [piece for piece in pieces if json.dumps(piece, ensure_ascii=False) in said_to(page)] == []


async def test_nobody_but_the_voter_can_tell_one_ballot_from_another(office: Office, typed: Typed):
    async with await seated(office, typed) as table:
        for number in (1, 2):
            await day(table, number)
        await to_the_vote(table, typed.reason)
        voter, *others = table.phones.values()
        watching = [table.console, *others]
        shown = []
        for option in ("anciens", "ecole", "velos"):
            before = [len(page.told) for page in watching]
            cast = {"type": "vote/cast", "option": option, "round": 1}
            version = (await play(voter, RIDDLE_AND_VOTE, 1, cast))["version"]
            for page in watching:
                await page.until(lambda page=page, version=version: page.version >= version)
            told = [page.told[since:] for page, since in zip(watching, before, strict=True)]
            assert voter.slices["mine"]["here"]["private"]["ballot"] == option
            shown.append([same_for_all(page.slices) for page in watching])
            assert all(option not in json.dumps(without_options(one)) for one in told)
        assert shown[0] == shown[1] == shown[2]


def same_for_all(slices: dict[str, Any]) -> dict[str, Any]:
    """The slices without what every action moves by its time alone."""

    def cleaned(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: cleaned(one) for name, one in value.items() if name not in MOVED_BY_TIME}
        return [cleaned(one) for one in value] if isinstance(value, list) else value

    return cleaned(slices)


def without_options(messages: list[dict[str, Any]]) -> list[Any]:
    """The messages without the list of what one may vote for."""

    def cleaned(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: cleaned(one) for name, one in value.items() if name != "options"}
        return [cleaned(one) for one in value] if isinstance(value, list) else value

    return [cleaned(message) for message in messages]


async def test_effaced_traces_are_gone_from_every_table_and_from_the_pages_of_every_process(
    server: Server, office: Office, typed: Typed
):
    async with kept_by(server) as kept, await seated(office, typed) as table:
        await table.reach_both(server)
        await type_everything(office, table, typed)
        seat, phone = next(iter(table.phones.items()))
        rest = [page for page in table.pages() if page is not phone]
        erased = await phone.browser.ask("DELETE", f"/api/seats/{seat}/traces")
        assert erased.status_code == 200
        for page in rest:
            await page.until(lambda page=page: name_of(page, SeatId(seat)) == "effacé")
            assert typed.first_names[0] not in json.dumps(page.slices, ensure_ascii=False)
            assert typed.answer not in json.dumps(page.slices, ensure_ascii=False)
        held = await kept.tables()
        left = {
            (canary, name)
            for canary in (typed.first_names[0], typed.private, typed.answer, typed.surname)
            for name in held
            if canary in held[name]
        }
        assert left == set()


def name_of(page: Page, seat: SeatId) -> str:
    """The first name under which a page shows a seat."""
    return next(one["name"] for one in page.slices["seats"]["seats"] if one["id"] == seat)
