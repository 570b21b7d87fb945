"""Getting in: door, PIN, card, one-time QR; twelve phones in a room, and somebody who guesses.

Spec: A3 A5 A6 A7 X2 SC1
"""

import asyncio

import pytest

from game_server.application.people import Player
from game_server.application.ways_in import readable_code
from tests.people.refused import refused
from tests.people.world import PIN, House, World, guess


async def test_joining_by_the_door_gives_a_seat_and_a_known_phone(house: House):
    entered = await house.join()
    assert entered.first_name == "Inaya"
    assert entered.player.known
    assert not entered.new_device
    assert await house.world.accounts.who(entered.token) == entered.player
    seats = await house.world.groups.seats(house.staff, house.group.id)
    assert [(seat.id, seat.first_name) for seat in seats] == [(entered.player.seat, "Inaya")]


async def test_twelve_phones_behind_one_address_join_at_once_and_none_is_refused(house: House):
    names = ["Inaya", "Malo", "Awa", "Tom", "Zoé", "Yanis", "Lina", "Enzo", "Jade", "Noé", "Sara", "Ali"]
    entered = await asyncio.gather(*(house.join(name, f"40291{n % 7}") for n, name in enumerate(names)))
    assert len({one.player.seat for one in entered}) == 12
    back = await asyncio.gather(*(house.come_back(name, f"40291{n % 7}") for n, name in enumerate(names)))
    assert [one.player.seat for one in back] == [one.player.seat for one in entered]


async def test_a_thousand_guessed_codes_open_nothing_and_raise_the_alarm(house: House):
    opened = []
    for _ in range(1000):
        try:
            opened.append(await house.world.admission.look(readable_code(house.world.luck)))
        except Exception as refusal:  # noqa: BLE001 - counted below
            assert getattr(refusal, "code", None) == "door_closed"  # noqa: PT017
    assert opened == []
    assert house.world.alarms == [("wrong_door_codes", 100)] * 10


async def test_a_thousand_guesses_of_a_pin_over_an_hour_are_seventeen_tries_and_none_is_right(house: House):
    await house.join()
    outcomes = []
    for n in range(1000):
        outcomes.append(await guess(house, f"{518203 + n}"))
        house.world.clock.pass_(seconds=3.6)
    assert set(outcomes) == {"not_recognised", "too_fast"}
    assert outcomes.count("not_recognised") <= 21


async def test_a_hundred_guesses_at_once_are_five_tries(house: House):
    await house.join()
    outcomes = await asyncio.gather(*(guess(house, f"{518203 + n}") for n in range(100)))
    assert outcomes.count("not_recognised") == 5
    assert outcomes.count("too_fast") == 95


async def test_a_door_code_dies_after_fifteen_minutes(house: House):
    house.world.clock.pass_(minutes=14, seconds=59)
    await house.join("Malo")
    house.world.clock.pass_(seconds=1)
    with refused("door_closed"):
        await house.join("Awa")


async def test_a_renewed_door_has_a_new_code_and_a_closed_one_none(house: House):
    renewed = await house.world.groups.open_door(house.staff, house.group.id)
    assert renewed.code != house.door.code
    with refused("door_closed"):
        await house.join()
    await house.world.admission.join(renewed.code.lower(), "Inaya", PIN)
    await house.world.groups.close_door(house.staff, house.group.id)
    with refused("door_closed"):
        await house.world.admission.join(renewed.code, "Malo", PIN)
    assert await house.world.groups.door(house.staff, house.group.id) is None


async def test_a_second_inaya_is_asked_for_a_letter_of_her_surname(house: House):
    await house.join()
    with refused("name_taken") as caught:
        await house.join("INAYA")
    assert caught[0].details["proposal"] == "INAYA B."
    assert (await house.join("Inaya B.")).first_name == "Inaya B."


async def test_two_who_take_one_name_at_once_make_one_seat(house: House):
    outcomes = await asyncio.gather(*(house.join("Malo", f"40291{n}") for n in range(4)), return_exceptions=True)
    assert sorted(getattr(one, "code", "in") for one in outcomes) == ["in", "name_taken", "name_taken", "name_taken"]


async def test_a_weak_pin_or_a_hostile_name_makes_no_seat(house: House):
    for first_name, pin, code in (("Inaya", "123456", "weak_pin"), ("I\u202enaya", PIN, "bad_first_name")):
        with refused(code):
            await house.join(first_name, pin)
    assert await house.world.groups.seats(house.staff, house.group.id) == []


async def test_strangers_cannot_fill_a_group_without_end(house: House):
    for n in range(24):
        await house.join(f"Ami {n}")
    with refused("group_full"):
        await house.join("Malo")


async def test_a_cousins_phone_comes_back_to_the_same_seat_but_opens_play_only(house: House):
    entered = await house.join()
    back = await house.come_back("inaya")
    assert back.player == Player(house.group.structure, house.group.id, entered.player.seat, known=False)
    assert back.new_device
    with refused("known_phone_needed"):
        back.player.must_be_known()


async def test_coming_back_works_with_the_door_closed_and_until_long_after(house: House):
    await house.join()
    await house.world.groups.end(house.staff, house.group.id)
    house.world.clock.pass_(days=20)
    assert (await house.come_back()).first_name == "Inaya"


@pytest.mark.parametrize("wrong", [{"pin": "518203"}, {"first_name": "Malo"}, {"pin": ""}, {"first_name": "x" * 5000}])
async def test_a_wrong_name_and_a_wrong_pin_are_answered_alike(house: House, wrong: dict[str, str]):
    await house.join()
    with refused("not_recognised"):
        await house.come_back(**wrong)


async def test_an_unknown_group_code_is_answered_alike(house: House):
    with refused("not_recognised"):
        await house.world.admission.come_back("ZZZZ2222", "Inaya", PIN)


async def test_five_wrong_tries_slow_unknown_phones_and_never_the_known_one(house: House):
    entered = await house.join()
    for _ in range(5):
        assert await guess(house) == "not_recognised"
    with refused("too_fast") as caught:
        await house.come_back()
    assert caught[0].details["wait_seconds"] == 15
    for _ in range(9):
        with refused("not_recognised"):
            await house.come_back("Inaya", "518203", entered.token)
    back = await house.come_back("Inaya", PIN, entered.token)
    assert back.player.known
    assert not back.new_device


async def test_the_pace_settles_at_one_try_in_five_minutes(house: House):
    await house.join()
    for _ in range(12):
        house.world.clock.pass_(minutes=5)
        assert await guess(house) == "not_recognised"
    house.world.clock.pass_(minutes=4, seconds=59)
    assert await guess(house) == "too_fast"
    house.world.clock.pass_(seconds=1)
    assert (await house.come_back()).first_name == "Inaya"


async def test_one_person_slowed_slows_nobody_else(house: House):
    await house.join()
    await house.join("Malo")
    for _ in range(6):
        await guess(house)
    assert (await house.come_back("Malo")).first_name == "Malo"


async def test_the_facilitators_tap_lets_the_person_try_at_once(house: House):
    entered = await house.join()
    for _ in range(6):
        await guess(house)
    await house.world.admission.unslow(house.staff, entered.player.seat)
    assert (await house.come_back()).player.seat == entered.player.seat


async def test_staff_of_another_structure_reach_no_seat_here(world: World, house: House):
    entered, other = await house.join(), await world.house("Roubaix")
    seat = entered.player.seat
    for act in (
        world.admission.device_code,
        world.admission.issue_card,
        world.admission.revoke_card,
        world.admission.revoke_phones,
        world.admission.unslow,
    ):
        with refused("unknown_seat"):
            await act(other.staff, seat)
    with refused("unknown_seat"):
        await world.admission.new_pin(other.staff, seat, "730184")
    assert await world.admission.notices(other.staff, house.group.id) == []


async def test_a_counsellor_alone_opens_no_way_in(house: House):
    entered = await house.join()
    counsellor = (await house.world.colleague(house.staff, "karim@exemple.fr", "counsellor")).staff
    with refused("role_missing"):
        await house.world.admission.device_code(counsellor, entered.player.seat)
