"""Known phones, new devices, personal cards and one-time QR.

Spec: A4 A7 A8
"""

import asyncio

from tests.people.refused import refused
from tests.people.world import PIN, House, guess


async def test_an_ended_session_still_proves_a_known_phone(house: House):
    entered = await house.join()
    await house.world.accounts.sign_out(entered.token)
    assert await house.world.accounts.who(entered.token) is None
    assert (await house.come_back("Inaya", PIN, entered.token)).player.known


async def test_a_pin_session_proves_nothing_for_the_next_time(house: House):
    await house.join()
    back = await house.come_back()
    assert not (await house.come_back("Inaya", PIN, back.token)).player.known


async def test_anothers_known_phone_proves_nothing_for_this_seat(house: House):
    await house.join()
    other = await house.join("Malo")
    assert not (await house.come_back("Inaya", PIN, other.token)).player.known


async def test_a_new_device_is_told_to_its_owner_and_to_the_facilitator(house: House):
    admission = house.world.admission
    entered = await house.join()
    assert await admission.my_notices(entered.player) == []
    await house.come_back()
    notices = await admission.notices(house.staff, house.group.id)
    assert [notice.seat for notice in notices] == [entered.player.seat]
    assert await admission.my_notices(entered.player) == notices
    await admission.see_notice(house.staff, notices[0].id)
    assert await admission.notices(house.staff, house.group.id) == []
    assert await admission.my_notices(entered.player) == notices


async def test_a_card_opens_everything_and_is_never_slowed(house: House):
    entered = await house.join()
    card = await house.world.admission.issue_card(entered.player, entered.player.seat)
    for _ in range(8):
        await guess(house)
    by_card = await house.world.admission.enter_by_card(card)
    assert by_card.player == entered.player
    assert by_card.new_device


async def test_a_revoked_card_closes_what_it_opened_and_opens_nothing_more(house: House):
    entered = await house.join()
    card = await house.world.admission.issue_card(house.staff, entered.player.seat)
    by_card = await house.world.admission.enter_by_card(card)
    assert await house.world.admission.revoke_card(house.staff, entered.player.seat) == 1
    assert await house.world.accounts.who(by_card.token) is None
    assert await house.world.accounts.who(entered.token) == entered.player
    with refused("unknown_card"):
        await house.world.admission.enter_by_card(card)


async def test_a_new_card_stops_the_old_one(house: House):
    entered = await house.join()
    old = await house.world.admission.issue_card(house.staff, entered.player.seat)
    await house.world.admission.issue_card(house.staff, entered.player.seat)
    with refused("unknown_card"):
        await house.world.admission.enter_by_card(old)


async def test_a_phone_opened_by_pin_alone_gets_no_card_and_no_new_pin(house: House):
    await house.join()
    back = await house.come_back()
    with refused("known_phone_needed"):
        await house.world.admission.issue_card(back.player, back.player.seat)
    with refused("known_phone_needed"):
        await house.world.admission.new_pin(back.player, back.player.seat, "730184")


async def test_a_player_changes_their_own_pin_whatever_seat_they_name(house: House):
    entered, other = await house.join(), await house.join("Malo")
    await house.world.admission.new_pin(entered.player, other.player.seat, "730184")
    assert (await house.come_back(pin="730184")).first_name == "Inaya"
    assert (await house.come_back("Malo")).first_name == "Malo"


async def test_a_one_time_qr_makes_one_known_phone(house: House):
    entered = await house.join()
    code = await house.world.admission.device_code(house.staff, entered.player.seat)
    tries = (house.world.admission.enter_by_code(code) for _ in range(4))
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(getattr(one, "code", "in") for one in outcomes) == ["code_gone", "code_gone", "code_gone", "in"]
    winner = next(one for one in outcomes if not isinstance(one, BaseException))
    assert winner.player == entered.player


async def test_a_one_time_qr_dies_after_ten_minutes_and_opens_no_staff_account(house: House):
    entered = await house.join()
    code = await house.world.admission.device_code(house.staff, entered.player.seat)
    with refused("code_gone"):
        await house.world.accounts.open_account(code, name="Intrus", email="x@exemple.fr", password="une longue phrase")
    house.world.clock.pass_(minutes=10)
    with refused("code_gone"):
        await house.world.admission.enter_by_code(code)


async def test_the_code_of_an_invitation_opens_no_seat(house: House):
    code = await house.world.accounts.invite(house.staff, frozenset({"manager"}))
    with refused("code_gone"):
        await house.world.admission.enter_by_code(code)


async def test_forgotten_phones_are_out_and_no_longer_known(house: House):
    entered = await house.join()
    assert await house.world.admission.revoke_phones(house.staff, entered.player.seat) == 1
    assert await house.world.accounts.who(entered.token) is None
    assert not (await house.come_back("Inaya", PIN, entered.token)).player.known


async def test_a_players_session_lasts_the_game_and_is_renewed_by_use(house: House):
    entered = await house.join()
    for _ in range(4):
        house.world.clock.pass_(days=40)
        assert await house.world.accounts.who(entered.token) == entered.player
    house.world.clock.pass_(days=60)
    assert await house.world.accounts.who(entered.token) is None
