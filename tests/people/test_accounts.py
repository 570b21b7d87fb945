"""Staff accounts: first code, invitation, sign-in, sessions.

Spec: A1 A2 A3 A4 A10
"""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text

from game_server.application.people import Staff
from game_server.application.staff_keys import StaffKeys
from tests.people.refused import refused
from tests.people.world import PASSWORD, House, World


async def test_the_code_of_the_set_up_opens_the_first_account_with_every_role(world: World):
    founded = await world.found()
    opened = await world.first_account(founded)
    assert opened.staff.roles == {"facilitator", "counsellor", "manager"}
    assert await world.accounts.who(opened.token) == opened.staff


async def test_reading_a_code_fifty_times_does_not_use_it(world: World):
    founded = await world.found()
    for _ in range(50):
        assert (await world.accounts.read_code(founded.code)).purpose == "first_staff"
    assert (await world.first_account(founded)).staff.structure == founded.structure.id


async def test_of_two_who_use_a_code_at_once_one_wins(world: World):
    founded = await world.found()
    tries = (world.first_account(founded, f"{name}@exemple.fr") for name in ("lea", "tom", "zoe"))
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(getattr(outcome, "code", "in") for outcome in outcomes) == ["code_gone", "code_gone", "in"]
    assert len(await world.staff_store.staff_of(founded.structure.id)) == 1


async def test_two_codes_of_a_set_up_run_twice_open_one_account(world: World):
    founded = await world.found()
    again = replace(founded, code=await world.accounts.first_code(founded.structure.id))
    tries = (world.first_account(founded), world.first_account(again, "tom@exemple.fr"))
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(getattr(outcome, "code", "in") for outcome in outcomes) == ["code_gone", "in"]
    with refused("already_founded"):
        await world.accounts.first_code(founded.structure.id)


async def test_a_first_code_dies_after_24_hours(world: World):
    founded = await world.found()
    world.clock.pass_(hours=24)
    with refused("code_gone"):
        await world.first_account(founded)


async def test_an_address_that_has_an_account_leaves_the_code_unused(world: World):
    first = await world.first_account(await world.found())
    code = await world.accounts.invite(first.staff, frozenset({"counsellor"}))
    with refused("email_taken"):
        await world.accounts.open_account(code, name="Autre", email="LEA@exemple.fr ", password=PASSWORD)
    opened = await world.accounts.open_account(code, name="Autre", email="autre@exemple.fr", password=PASSWORD)
    assert opened.staff.roles == {"counsellor"}


async def test_only_a_manager_invites(world: World):
    first = await world.first_account(await world.found())
    counsellor = await world.colleague(first.staff, "karim@exemple.fr", "counsellor")
    with refused("role_missing"):
        await world.accounts.invite(counsellor.staff, frozenset({"manager"}))


async def test_an_invitation_without_a_role_is_refused(world: World):
    first = await world.first_account(await world.found())
    with refused("bad_roles"):
        await world.accounts.invite(first.staff, frozenset())


@pytest.mark.parametrize("password", ["court", "aaaaaaaaaaaaaaa", "x" * 129, "lea.morel pour toujours"])
async def test_a_weak_password_is_refused_with_an_example(world: World, password: str):
    founded = await world.found()
    with refused("weak_password"):
        await world.accounts.open_account(founded.code, name="Léa", email="lea.morel@exemple.fr", password=password)


@pytest.mark.parametrize("email", ["", "lea", "lea@exemple", "a b@exemple.fr", "a\n@exemple.fr", f"{'a' * 260}@x.fr"])
async def test_an_address_that_no_mail_reaches_is_refused(world: World, email: str):
    founded = await world.found()
    with refused("bad_email"):
        await world.accounts.open_account(founded.code, name="Léa", email=email, password=PASSWORD)


async def test_sign_in_takes_the_address_in_any_case_and_the_password_from_any_keyboard(world: World):
    founded = await world.found()
    await world.accounts.open_account(
        founded.code, name="Léa", email="lea@exemple.fr", password="un caf\u00e9 tr\u00e8s noir"
    )
    opened = await world.accounts.sign_in(" LEA@Exemple.fr", "un cafe\u0301 tre\u0300s noir")
    assert opened.staff.email == "lea@exemple.fr"


async def test_an_unknown_address_is_answered_and_slowed_as_a_wrong_password_is(world: World):
    await world.first_account(await world.found())
    for email in ("lea@exemple.fr", "personne@exemple.fr"):
        answers = []
        for _ in range(7):
            with refused("wrong_password") if len(answers) < 5 else refused("too_fast") as caught:
                await world.accounts.sign_in(email, "pas le bon du tout")
            answers.append(caught[0])
        assert answers[0].sentence == "L’adresse ou le mot de passe ne convient pas. Vérifiez les deux."
        assert [answer.details.get("wait_seconds") for answer in answers] == [None] * 5 + [15, 15]


async def test_a_stranger_who_fails_never_slows_the_browser_that_was_in_before(world: World):
    opened = await world.first_account(await world.found())
    await world.accounts.sign_out(opened.token)
    for _ in range(20):
        with refused("wrong_password"):
            await world.accounts.sign_in("lea@exemple.fr", "pas le bon du tout")
        world.clock.pass_(minutes=5)
    with refused("wrong_password"):
        await world.accounts.sign_in("lea@exemple.fr", "pas le bon du tout")
    with refused("too_fast"):
        await world.accounts.sign_in("lea@exemple.fr", PASSWORD)
    assert await world.accounts.sign_in("lea@exemple.fr", PASSWORD, old_token=opened.token)


async def test_the_wait_grows_to_five_minutes_and_no_further(world: World):
    await world.first_account(await world.found())
    waits = []
    for _ in range(12):
        with refused("wrong_password"):
            await world.accounts.sign_in("lea@exemple.fr", "pas le bon du tout")
        try:
            await world.accounts.sign_in("lea@exemple.fr", "pas le bon du tout")
        except Exception as refusal:  # noqa: BLE001 - either refusal counts
            waits.append(getattr(refusal, "details", {}).get("wait_seconds", 0))
        world.clock.pass_(seconds=waits[-1])
    assert waits[-1] == 300
    assert sorted(waits) == waits
    assert (await world.accounts.sign_in("lea@exemple.fr", PASSWORD)).staff.email == "lea@exemple.fr"


async def test_thirty_wrong_passwords_at_once_are_not_thirty_tries(world: World):
    await world.first_account(await world.found())
    tries = (world.accounts.sign_in("lea@exemple.fr", "pas le bon du tout") for _ in range(30))
    codes = [getattr(outcome, "code", "in") for outcome in await asyncio.gather(*tries, return_exceptions=True)]
    assert codes.count("wrong_password") == 5
    assert codes.count("too_fast") == 25


async def test_a_session_lives_while_it_is_used_and_seven_days_at_most(world: World):
    opened = await world.first_account(await world.found())
    for _ in range(20):
        world.clock.pass_(hours=8)
        assert await world.accounts.who(opened.token) is not None
    world.clock.pass_(hours=9)
    assert await world.accounts.who(opened.token) is None


async def test_a_session_left_alone_dies_after_twelve_hours(world: World):
    opened = await world.first_account(await world.found())
    world.clock.pass_(hours=12)
    assert await world.accounts.who(opened.token) is None


async def test_a_closed_session_opens_nothing(world: World):
    opened = await world.first_account(await world.found())
    await world.accounts.sign_out(opened.token)
    assert await world.accounts.who(opened.token) is None
    assert await world.accounts.who("") is None


async def test_a_disabled_colleague_is_out_at_once(world: World):
    first = await world.first_account(await world.found())
    colleague = await world.colleague(first.staff, "karim@exemple.fr", "facilitator")
    with refused("not_oneself"):
        await world.accounts.disable(first.staff, first.staff.id)
    await world.accounts.disable(first.staff, colleague.staff.id)
    assert await world.accounts.who(colleague.token) is None
    with refused("wrong_password"):
        await world.accounts.sign_in("karim@exemple.fr", PASSWORD)


async def test_a_password_code_changes_the_password_and_closes_every_other_session(world: World):
    first = await world.first_account(await world.found())
    colleague = await world.colleague(first.staff, "karim@exemple.fr", "facilitator")
    code = await world.accounts.password_code(first.staff, colleague.staff.id)
    changed = await world.accounts.change_password(code, "encore un train pour demain")
    assert await world.accounts.who(colleague.token) is None
    assert isinstance(await world.accounts.who(changed.token), Staff)
    with refused("code_gone"):
        await world.accounts.change_password(code, "encore un train pour demain")
    assert await world.accounts.sign_in("karim@exemple.fr", "encore un train pour demain")


async def test_a_manager_of_another_structure_changes_nothing_here(world: World, house: House):
    other = await world.house("Roubaix")
    for act in (world.accounts.disable, world.accounts.password_code):
        with refused("unknown_staff"):
            await act(other.staff, house.staff.id)


async def test_the_key_of_the_demonstration_opens_again_and_again_until_the_process_ends(world: World, house: House):
    keys = StaffKeys(world.accounts, world.luck)
    key = keys.mint(house.staff)
    tokens = {(await keys.exchange(key)).token for _ in range(3)}
    assert len(tokens) == 3
    assert all([await world.accounts.who(token) == house.staff for token in tokens])
    with refused("unknown_key"):
        await StaffKeys(world.accounts, world.luck).exchange(key)


async def test_no_store_holds_a_token_a_code_or_a_password_as_it_was_shown(world: World):
    founded = await world.found()
    opened = await world.first_account(founded)
    async with world.database.as_operator() as session:
        rows = [
            str(row)
            for table in ("staff", "session", "one_time_code", "pace")
            for row in (await session.execute(text(f"SELECT * FROM {table}"))).all()  # noqa: S608 - names above
        ]
    assert len(rows) >= 3
    assert not [secret for secret in (founded.code, opened.token, PASSWORD) if secret in "".join(rows)]
