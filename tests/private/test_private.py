"""The private store: read by its owner alone, shown item by item, erased at once; calls for help.

Spec: P1 P2 P3 P4
"""

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import text

from game_server.application.people import ERASED, PersonLink, Staff
from tests.people.refused import refused
from tests.people.world import House, World

CANARY = "canari-7f3a91"
TABLES = (
    "seat", "session", "one_time_code", "device_notice", "private_value", "share", "help_call", "word", "pace",
)  # fmt: skip


async def on_duty(house: House, staff: Staff | None = None) -> Staff:
    staff = staff or house.staff
    await house.world.accounts.go_on_duty(staff, on_duty=True, phone="+33 3 20 00 00 00")
    return replace(staff, on_duty=True)


async def test_a_person_finds_their_values_again_and_another_seat_finds_nothing(house: House):
    inaya, malo = (await house.join()).player, (await house.join("Malo")).player
    await house.world.private.keep(inaya, {"need:toit": True, "need:argent": "un peu", "mood:1": 4})
    await house.world.private.keep(inaya, {"mood:1": 5})
    assert await house.world.private.mine(inaya, "need:") == {"need:toit": True, "need:argent": "un peu"}
    assert (await house.world.private.mine(inaya))["mood:1"] == 5
    assert await house.world.private.mine(malo) == {}


async def test_a_prefix_is_taken_as_written(house: House):
    inaya = (await house.join()).player
    await house.world.private.keep(inaya, {"need:toit": 1, "n%": 2})
    assert await house.world.private.mine(inaya, "n%") == {"n%": 2}


async def test_a_phone_opened_by_pin_alone_reads_writes_shares_and_erases_nothing(house: House):
    await house.join()
    back, private = (await house.come_back()).player, house.world.private
    for act in (
        private.mine(back),
        private.keep(back, {"need:toit": True}),
        private.share(back, "need:toit", house.staff.id),
        private.unshare(back, "need:toit", house.staff.id),
        private.my_shares(back),
        private.erase(back),
    ):
        with refused("known_phone_needed"):
            await act


async def test_a_key_that_cannot_be_kept_is_refused(house: House):
    inaya = (await house.join()).player
    for key in ("", "x" * 121, "a\nb"):
        with refused("bad_key"):
            await house.world.private.keep(inaya, {key: 1})


async def test_what_is_kept_and_the_fact_that_it_is_done_are_one_write(house: House):
    inaya = (await house.join()).player
    await house.world.private.keep(inaya, {"need:toit": CANARY}, fact='{"type":"private_done"}')
    told = await house.world.group_store.untold(10)
    assert [(fact.group, fact.fact) for fact in told] == [(house.group.id, '{"type":"private_done"}')]
    stranger = replace(inaya, seat=uuid4())
    with pytest.raises(Exception, match="foreign key"):
        await house.world.private.keep(stranger, {"need:toit": 1}, fact="{}")
    assert len(await house.world.group_store.untold(10)) == 1


async def test_staff_read_what_was_shared_with_them_and_nothing_else(house: House):
    inaya, private = (await house.join()).player, house.world.private
    karim = (await house.world.colleague(house.staff, "karim@exemple.fr", "counsellor")).staff
    await private.keep(inaya, {"need:toit": "chez un ami", "need:argent": CANARY})
    await private.share(inaya, "need:toit", karim.id)
    await private.share(inaya, "need:toit", karim.id)
    assert [(one.key, one.value) for one in await private.shared_with(karim)] == [("need:toit", "chez un ami")]
    assert await private.shared_with(house.staff) == []
    assert await private.shared_with(karim, uuid4()) == []
    assert await private.my_shares(inaya) == [("need:toit", karim.id)]


async def test_a_share_taken_back_is_gone_at_once(house: House):
    inaya, private = (await house.join()).player, house.world.private
    await private.keep(inaya, {"need:toit": "chez un ami"})
    await private.share(inaya, "need:toit", house.staff.id)
    await private.unshare(inaya, "need:toit", house.staff.id)
    assert await private.shared_with(house.staff) == []


async def test_a_value_that_changes_is_shown_to_nobody_until_it_is_shared_again(house: House):
    inaya, private = (await house.join()).player, house.world.private
    await private.keep(inaya, {"need:toit": "chez un ami"})
    await private.share(inaya, "need:toit", house.staff.id)
    await private.keep(inaya, {"need:toit": CANARY})
    assert await private.shared_with(house.staff) == []
    await private.share(inaya, "need:toit", house.staff.id)
    assert [one.value for one in await private.shared_with(house.staff)] == [CANARY]


async def test_nothing_is_shared_that_was_not_said_nor_with_somebody_who_is_not_there(world: World, house: House):
    inaya, other = (await house.join()).player, await world.house("Roubaix")
    with refused("nothing_to_share"):
        await world.private.share(inaya, "need:toit", house.staff.id)
    await world.private.keep(inaya, {"need:toit": 1})
    for staff in (other.staff.id, uuid4()):
        with refused("unknown_staff"):
            await world.private.share(inaya, "need:toit", staff)


async def test_a_call_for_help_leaves_any_phone_and_reaches_staff_on_duty_only(world: World, house: House):
    await house.join()
    back, other = (await house.come_back()).player, await world.house("Roubaix")
    await world.private.call_help(back, "help")
    alert = await world.private.call_help(back, "distress", f" {CANARY} ")
    with refused("not_on_duty"):
        await world.private.calls(house.staff)
    calls = await world.private.calls(await on_duty(house))
    assert [(call.kind, call.note) for call in calls] == [("distress", CANARY), ("help", None)]
    assert calls[0].id == alert
    assert await world.private.calls(await on_duty(other)) == []


async def test_of_two_who_claim_a_call_at_once_one_has_it(house: House):
    call = await house.world.private.call_help((await house.join()).player, "help")
    karim = (await house.world.colleague(house.staff, "karim@exemple.fr", "facilitator")).staff
    both = [await on_duty(house), await on_duty(house, karim)]
    outcomes = await asyncio.gather(*(house.world.private.claim(one, call) for one in both), return_exceptions=True)
    assert sorted(getattr(one, "code", "mine") for one in outcomes) == ["already_claimed", "mine"]
    winner = both[outcomes.index(None)]
    assert [one.claimed_by for one in await house.world.private.calls(winner)] == [winner.id]
    await house.world.private.claim(winner, call)


async def test_a_closed_call_is_closed_once_and_no_longer_shown(world: World, house: House):
    call, duty = await world.private.call_help((await house.join()).player, "help"), await on_duty(house)
    other = await on_duty(await world.house("Roubaix"))
    for act in (world.private.close_call, world.private.claim):
        with refused("unknown_call"):
            await act(other, call)
    await world.private.close_call(duty, call)
    assert await world.private.calls(duty) == []
    with refused("unknown_call"):
        await world.private.close_call(duty, call)


async def test_a_long_note_is_kept_to_what_a_person_can_read(house: House):
    await house.world.private.call_help((await house.join()).player, "distress", "a" * 20_000)
    assert len((await house.world.private.calls(await on_duty(house)))[0].note or "") == 500


async def left_behind(house: House) -> str:
    """Leave something everywhere, and return what every table says."""
    entered, private = await house.join(f"Inaya {CANARY[-2:]}"), house.world.private
    player = entered.player
    await private.keep(player, {"need:toit": CANARY, "need:argent": CANARY})
    await private.share(player, "need:toit", house.staff.id)
    await house.world.groups.link(house.staff, player.seat, PersonLink(CANARY, CANARY, CANARY, house.staff.id))
    await house.world.admission.issue_card(house.staff, player.seat)
    await house.world.admission.device_code(house.staff, player.seat)
    await house.come_back(f"Inaya {CANARY[-2:]}")
    closed = await private.call_help(player, "distress", CANARY)
    await private.close_call(await on_duty(house), closed)
    async with house.world.database.as_operator() as session:
        word = text("INSERT INTO word (group_id, id, owner, text) VALUES (:group, :id, :owner, :text)")
        for owner in (str(player.seat), str(uuid4())):
            mine = CANARY if owner == str(player.seat) else "un autre"
            await session.execute(word, {"group": house.group.id, "id": owner[:8], "owner": owner, "text": mine})
    return str(player.seat)


async def everything(house: House) -> str:
    said = []
    async with house.world.database.as_operator() as session:
        for table in TABLES:
            rows = await session.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - names above
            said += [str(row) for row in rows]
    return "\n".join(said)


async def test_erasing_ones_traces_leaves_no_canary_in_any_table_and_says_what_it_took(house: House):
    await left_behind(house)
    assert CANARY in await everything(house)
    seat = (await house.world.groups.seats(house.staff, house.group.id))[0]
    counts = await house.world.private.erase(house.staff, seat.id)
    assert counts == {
        "private_values": 2, "shares": 1, "help_calls": 1, "device_notices": 1, "codes": 1, "sessions": 2,
        "words": 1, "card": 1, "pin": 1,
    }  # fmt: skip
    said = await everything(house)
    assert CANARY not in said
    assert "un autre" in said
    erased = (await house.world.groups.seats(house.staff, house.group.id))[0]
    assert (erased.first_name, erased.has_card, erased.person) == (ERASED, False, PersonLink())


async def test_somebody_who_erased_their_traces_is_out_and_cannot_come_back_by_any_way(house: House):
    entered = await house.join()
    card = await house.world.admission.issue_card(entered.player, entered.player.seat)
    await house.world.private.erase(entered.player)
    assert await house.world.accounts.who(entered.token) is None
    for first_name in ("Inaya", ERASED):
        with refused("not_recognised"):
            await house.come_back(first_name)
    with refused("unknown_card"):
        await house.world.admission.enter_by_card(card)


async def test_two_who_erased_their_traces_keep_their_seats_and_the_name_is_free_again(house: House):
    for first_name in ("Inaya", "Malo"):
        await house.world.private.erase((await house.join(first_name)).player)
    await house.join("Inaya")
    names = sorted(seat.first_name for seat in await house.world.groups.seats(house.staff, house.group.id))
    assert names == ["Inaya", ERASED, ERASED]


async def test_an_open_call_survives_the_erasure_until_somebody_has_answered(house: House):
    entered = await house.join()
    await house.world.private.call_help(entered.player, "distress")
    await house.world.private.erase(entered.player)
    assert len(await house.world.private.calls(await on_duty(house))) == 1


async def test_staff_erase_nobody_elsewhere_and_a_counsellor_nobody_at_all(world: World, house: House):
    seat, other = (await house.join()).player.seat, await world.house("Roubaix")
    with refused("unknown_seat"):
        await world.private.erase(other.staff, seat)
    karim = (await world.colleague(house.staff, "karim@exemple.fr", "counsellor")).staff
    with refused("role_missing"):
        await world.private.erase(karim, seat)
