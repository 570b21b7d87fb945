"""The demonstration's report is true: what it says is read where it lies.

Spec: D1 D2 D3
"""

import urllib.request
from typing import Any

from redis import Redis


def test_the_whole_road_was_played_by_eight_people(told: dict[str, Any]) -> None:
    assert (told["players"], told["days"], told["missions_done"], told["offers_unlocked"], told["eclats"]) == (
        8,
        3,
        5,
        5,
        5,
    )


def test_the_eclats_of_the_report_stand_in_redis(told: dict[str, Any]) -> None:
    with Redis.from_url(told["redis"]["url"], decode_responses=True) as client:
        assert client.hget(told["redis"]["progress_key"], "eclats") == str(told["eclats"])


def test_redis_shows_the_version_of_the_journal(told: dict[str, Any]) -> None:
    assert told["redis"]["group_version"] == told["journal"]["commits"]
    assert told["journal"]["events"] >= told["journal"]["commits"]


def test_every_appointment_stands_in_the_calendar_at_its_local_hour_and_in_the_mailbox(told: dict[str, Any]) -> None:
    assert len(told["appointments"]) == 6
    for one in told["appointments"]:
        assert one["time_zone"] == "Europe/Paris"
        assert one["calendar_delivered"]
        assert one["mail_delivered"]
        assert one["start"][11:16] >= "09:00"


def test_one_asked_for_a_call_and_one_said_not_now(told: dict[str, Any]) -> None:
    assert told["choices"].count("call_back") == 1
    assert told["choices"].count("not_now") == 1


def test_the_mailbox_page_shows_what_the_counsellors_received(told: dict[str, Any]) -> None:
    with urllib.request.urlopen(told["urls"]["mail"]) as answer:  # noqa: S310 - our own loopback page
        page = answer.read().decode()
    assert page.count("<article>") >= len(told["appointments"])
