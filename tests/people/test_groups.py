"""Groups as staff run them.

Spec: A11 G17
"""

from dataclasses import replace
from uuid import uuid4

import pytest

from game_server.adapters.postgres.people_groups import leave_fact
from game_server.application.people import Fact, PersonLink
from tests.people.refused import refused
from tests.people.world import House, World, new_group


async def test_a_group_has_a_code_a_seed_and_the_time_zone_of_its_site(house: House):
    assert len(house.group.group_code) == 8
    assert 0 <= house.group.seed < 2**63
    assert house.group.time_zone == "Europe/Paris"
    assert await house.world.groups.one(house.staff, house.group.id) == house.group


async def test_groups_are_listed_the_newest_first(house: House):
    house.world.clock.pass_(days=1)
    second = await house.world.groups.create(house.staff, new_group(house.founded, "Groupe d’avril"))
    assert list(await house.world.groups.all(house.staff)) == [second, house.group]


async def test_a_code_already_drawn_is_drawn_again(house: House):
    taken = replace(house.group, id=uuid4())
    assert not await house.world.group_store.add(taken)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "bad_name"),
        ({"name": "x" * 61}, "bad_name"),
        ({"name": "a\nb"}, "bad_name"),
        ({"time_zone": "Europe/Lille"}, "bad_time_zone"),
        ({"time_zone": "../../etc/passwd"}, "bad_time_zone"),
        ({"site": uuid4()}, "unknown_site"),
    ],
)
async def test_a_group_that_cannot_be_is_refused(house: House, change: dict[str, object], code: str):
    with refused(code):
        await house.world.groups.create(house.staff, replace(new_group(house.founded), **change))


async def test_the_site_of_another_structure_is_unknown_here(world: World, house: House):
    other = await world.house("Roubaix")
    with refused("unknown_site"):
        await world.groups.create(house.staff, new_group(other.founded))


async def test_an_ended_group_keeps_its_first_end_and_opens_no_door(house: House):
    await house.world.groups.end(house.staff, house.group.id)
    ended = house.world.clock.now()
    house.world.clock.pass_(days=1)
    await house.world.groups.end(house.staff, house.group.id)
    assert (await house.world.groups.one(house.staff, house.group.id)).ended_at == ended
    with refused("door_closed"):
        await house.join()
    with refused("group_ended"):
        await house.world.groups.open_door(house.staff, house.group.id)


async def test_a_seat_is_linked_to_a_person_and_a_referent_or_none_yet(house: House):
    entered = await house.join()
    counsellor = (await house.world.colleague(house.staff, "karim@exemple.fr", "counsellor")).staff
    person = PersonLink("Benali", "0123456", "+33 6 12 34 56 78", counsellor.id)
    await house.world.groups.link(house.staff, entered.player.seat, person)
    assert [seat.person for seat in await house.world.groups.seats(counsellor, house.group.id)] == [person]
    await house.world.groups.link(house.staff, entered.player.seat, replace(person, referent=None))
    assert (await house.world.groups.seats(house.staff, house.group.id))[0].person.referent is None


async def test_a_referent_is_a_counsellor_of_the_same_structure(world: World, house: House):
    entered, other = await house.join(), await world.house("Roubaix")
    facilitator = (await world.colleague(house.staff, "karim@exemple.fr", "facilitator")).staff
    for referent in (other.staff.id, facilitator.id, uuid4()):
        with refused("unknown_referent"):
            await world.groups.link(house.staff, entered.player.seat, PersonLink(referent=referent))


async def test_a_field_of_a_person_stays_short_and_on_one_line(house: House):
    entered = await house.join()
    for person in (PersonLink(surname="x" * 81), PersonLink(file_number="1\n2"), PersonLink(phone="0" * 25)):
        with refused("bad_field"):
            await house.world.groups.link(house.staff, entered.player.seat, person)


async def test_staff_of_another_structure_find_no_group_no_door_and_no_person(world: World, house: House):
    entered, other = await house.join(), await world.house("Roubaix")
    groups, group = world.groups, house.group.id
    for act in (groups.one, groups.end, groups.open_door, groups.close_door, groups.seats, groups.attendance):
        with refused("unknown_group"):
            await act(other.staff, group)
    assert await groups.door(other.staff, group) is None
    with refused("unknown_seat"):
        await groups.link(other.staff, entered.player.seat, PersonLink("Espion"))
    assert [one.id for one in await groups.all(other.staff)] == [other.group.id]


async def test_attendance_holds_each_stay_once(house: House):
    groups, seat, clock = house.world.groups, (await house.join()).player.seat, house.world.clock
    first = clock.now()
    await groups.arrived(house.group.structure, house.group.id, seat, day=1, at=first)
    clock.pass_(minutes=10)
    await groups.arrived(house.group.structure, house.group.id, seat, day=1, at=clock.now())
    await groups.left(house.group.structure, seat, clock.now())
    gone = clock.now()
    await groups.left(house.group.structure, seat, clock.now())
    clock.pass_(minutes=5)
    await groups.arrived(house.group.structure, house.group.id, seat, day=1, at=clock.now())
    stays = await groups.attendance(house.staff, house.group.id)
    assert [(stay.day, stay.arrived, stay.left) for stay in stays] == [(1, first, gone), (1, clock.now(), None)]


async def test_a_stay_whose_end_nobody_saw_counts_for_nothing_the_day_after(house: House):
    groups, seat, clock = house.world.groups, (await house.join()).player.seat, house.world.clock
    await groups.arrived(house.group.structure, house.group.id, seat, day=1, at=clock.now())
    clock.pass_(days=1)
    await groups.arrived(house.group.structure, house.group.id, seat, day=2, at=clock.now())
    first, second = await groups.attendance(house.staff, house.group.id)
    assert first.left == first.arrived
    assert second.left is None


async def test_a_fact_is_told_until_it_is_known_to_be_told(house: House):
    structure, group, store = house.group.structure, house.group.id, house.world.group_store
    async with house.world.database.within(structure) as session:
        fact = leave_fact(session, structure, group, '{"type":"done"}', house.world.clock.now())
    assert list(await store.untold(10)) == [Fact(fact, structure, group, '{"type":"done"}')]
    await store.told(fact, house.world.clock.now())
    assert list(await store.untold(10)) == []
