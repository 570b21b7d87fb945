"""A photo: sent by a seat, seen by facilitators alone, erased as soon as it was judged; the éclat is never taken back.

Spec: P7 P8 SC11
"""

from dataclasses import replace
from uuid import uuid4

import pytest

from game_server.application.photos import LARGEST_PHOTO
from game_server.core.ids import MissionId
from game_server.core.state import MissionStatus
from missions.photo.values import Saw
from tests.people.refused import refused
from tests.photos.pictures import jpeg
from tests.photos.studio import Studio


async def test_a_photo_is_told_to_the_group_by_its_id_and_seen_by_another_is_a_yes(studio: Studio):
    sent = await studio.photos.send(studio.ana, "ombres", jpeg())
    assert await studio.tells() == 1
    assert studio.step.proofs == {str(studio.ana.seat): str(sent)}
    await studio.plays(studio.bilal, Saw(str(studio.ana.seat)))
    assert studio.step.seen


async def test_another_photo_takes_the_place_of_the_first(studio: Studio):
    first = await studio.photos.send(studio.ana, "ombres", jpeg())
    studio.house.world.clock.pass_(seconds=5)
    second = await studio.photos.send(studio.ana, "ombres", jpeg(colour="red"))
    waiting = await studio.photos.waiting(studio.house.staff, studio.group)
    assert [one.photo.id for one in waiting] == [second]
    with refused("unknown_photo"):
        await studio.photos.look(studio.house.staff, studio.group, first)
    await studio.tells()
    assert studio.step.proofs == {str(studio.ana.seat): str(second)}


async def test_a_photo_that_is_fine_is_erased_at_once(studio: Studio):
    sent = await studio.photos.send(studio.ana, "ombres", jpeg())
    assert (await studio.photos.look(studio.house.staff, studio.group, sent))[8:12] == b"WEBP"
    await studio.photos.fine(studio.house.staff, studio.group, sent)
    assert await studio.rows() == []
    for again in (studio.photos.fine, studio.photos.look):
        with refused("unknown_photo"):
            await again(studio.house.staff, studio.group, sent)


async def test_another_one_is_asked_for_kindly_and_only_its_sender_reads_why(studio: Studio):
    sent = await studio.photos.send(studio.ana, "ombres", jpeg())
    studio.house.world.clock.pass_(minutes=5)
    await studio.photos.ask_again(studio.house.staff, studio.group, sent, "someone")
    assert "True, 'someone'" in (await studio.rows())[0]
    [mine] = await studio.photos.mine(studio.ana)
    assert mine.sentence is not None
    assert mine.sentence.startswith("On voit quelqu’un.")
    assert await studio.photos.mine(studio.bilal) == []
    assert await studio.photos.waiting(studio.house.staff, studio.group) == []
    await studio.tells()
    assert studio.step.redo == {str(studio.ana.seat): "someone"}
    with refused("unknown_photo"):
        await studio.photos.ask_again(studio.house.staff, studio.group, sent, "blurred")


async def test_what_was_won_stays_won_when_another_one_is_asked_for_later(studio: Studio):
    sent = await studio.photos.send(studio.ana, "ombres", jpeg())
    await studio.tells()
    await studio.plays(studio.bilal, Saw(str(studio.ana.seat)))
    await studio.photos.ask_again(studio.house.staff, studio.group, sent, "someone")
    assert await studio.tells() == 1
    live = studio.game.groups.held()[0]
    assert live.state.mission(MissionId("ombres")).status is MissionStatus.DONE
    await studio.photos.send(studio.ana, "ombres", jpeg(colour="red"))
    assert [one.sentence for one in await studio.photos.mine(studio.ana)] == [None]


async def test_a_reason_that_is_not_of_the_list_is_refused(studio: Studio):
    sent = await studio.photos.send(studio.ana, "ombres", jpeg())
    with refused("unknown_reason"):
        await studio.photos.ask_again(studio.house.staff, studio.group, sent, "laide")


async def test_what_is_too_heavy_or_no_picture_is_refused_and_nothing_is_kept(studio: Studio):
    with refused("too_large"):
        await studio.photos.send(studio.ana, "ombres", b"x" * (LARGEST_PHOTO + 1))
    with refused("photo_not_valid"):
        await studio.photos.send(studio.ana, "ombres", b"<svg/>")
    assert await studio.rows() == []


async def test_a_photo_belongs_to_a_mission_that_asks_for_one_and_was_reached(studio: Studio):
    with refused("unknown_mission"):
        await studio.photos.send(studio.ana, "m9", jpeg())
    with refused("mission_not_open"):
        await studio.photos.send(studio.ana, "plus-tard", jpeg())


async def test_nobody_elsewhere_and_no_counsellor_sees_or_judges_a_photo(studio: Studio):
    sent = await studio.photos.send(studio.ana, "ombres", jpeg())
    other = await studio.house.world.house("Roubaix")
    karim = (await studio.house.world.colleague(studio.house.staff, "karim@exemple.fr", "counsellor")).staff
    assert await studio.photos.waiting(other.staff, studio.group) == []
    for who, code in ((other.staff, "unknown_photo"), (karim, "role_missing")):
        with refused(code):
            await studio.photos.look(who, studio.group, sent)
        with refused(code):
            await studio.photos.fine(who, studio.group, sent)
        with refused(code):
            await studio.photos.ask_again(who, studio.group, sent, "someone")
    with refused("unknown_photo"):
        await studio.photos.look(studio.house.staff, uuid4(), sent)
    assert len(await studio.rows()) == 1


async def test_erasing_ones_traces_erases_ones_photos_on_a_known_phone(studio: Studio):
    for one in (studio.ana, studio.bilal):
        await studio.photos.send(one, "ombres", jpeg())
    with refused("known_phone_needed"):
        await studio.photos.forget(replace(studio.ana, known=False))
    assert await studio.photos.forget(studio.ana) == 1
    assert [str(studio.bilal.seat) in row for row in await studio.rows()] == [True]


async def test_over_the_web_a_photo_goes_from_a_phone_to_a_facilitator_and_no_further(studio: Studio):
    seat, group = f"/api/seats/{studio.ana.seat}/photos", f"/api/groups/{studio.group}/photos"
    token = studio.tokens[studio.ana.seat]
    answer = await studio.web("POST", f"{seat}?mission=ombres", token=token, content=jpeg())
    assert answer.status_code == 200
    photo = answer.json()["id"]
    mine = (await studio.web("GET", seat, token=token)).json()
    assert [(one["id"], one["sentence"], sorted(one)) for one in mine] == [
        (photo, None, ["id", "mission", "sent_at", "sentence"])
    ]
    for path in (group, f"{group}/{photo}"):
        assert (await studio.web("GET", path, token=token, staff=True)).status_code == 401


@pytest.fixture
async def staff_token(studio: Studio) -> str:
    return (await studio.house.world.accounts.sign_in("lille@exemple.fr", "un train pour demain")).token


async def test_over_the_web_a_facilitator_looks_and_judges(studio: Studio, staff_token: str):
    sent = await studio.photos.send(studio.ana, "ombres", jpeg())
    group = f"/api/groups/{studio.group}/photos"
    [waiting] = (await studio.web("GET", group, token=staff_token, staff=True)).json()
    assert (waiting["id"], waiting["mission"], len(waiting["reasons"])) == (str(sent), "ombres", 4)
    picture = await studio.web("GET", f"{group}/{sent}", token=staff_token, staff=True)
    assert picture.headers["content-type"] == "image/webp"
    assert picture.headers["content-disposition"].startswith("attachment")
    judge = f"{group}/{sent}/judge"
    for body in ({"verdict": "redo"}, {"verdict": "fine", "reason": "someone"}, {"verdict": "belle"}):
        assert (await studio.web("POST", judge, token=staff_token, staff=True, json=body)).status_code == 422
    body = {"verdict": "redo", "reason": "someone"}
    assert (await studio.web("POST", judge, token=staff_token, staff=True, json=body)).json() == {"done": True}
    again = await studio.web("POST", judge, token=staff_token, staff=True, json={"verdict": "fine"})
    assert (again.status_code, again.json()["code"]) == (404, "unknown_photo")
