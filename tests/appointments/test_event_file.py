"""The event on the wire: the right instant in every zone, whole text, one identity for life.

Spec: B5 B8 SC10
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from game_server.application.appointments.event_file import Revision, invitation, published_event, stored_event
from game_server.application.appointments.slots import Interval
from game_server.application.appointments.vtimezone import vtimezone
from game_server.application.appointments.words import Method
from tests.appointments.house import House

START = datetime(2027, 3, 29, 12, 30, tzinfo=UTC)
REVISION = Revision(
    uid="0f8b@lille.example",
    sequence=2,
    dtstamp=datetime(2027, 3, 22, 8, tzinfo=UTC),
    during=Interval(START, START + timedelta(minutes=30)),
    time_zone="Europe/Paris",
    title='Rendez-vous avec Zoé, « l’été » ; "déjà" 🎈',
    place="Mission Locale, 5 boulevard du Maréchal-de-Lattre-de-Tassigny, bâtiment Œ, deuxième étage, 59000 Lille",
    lines=("Je cherche un stage, un vrai ; merci", "Deuxième ligne\\avec barre"),
)


def event_in(file: bytes) -> dict[str, object]:
    return Calendar.from_ical(file).walk("VEVENT")[0]


def test_accents_commas_quotes_and_emoji_survive_folding_at_75_bytes():
    file = stored_event(REVISION)
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    event = event_in(file)
    assert event["summary"] == REVISION.title
    assert event["location"] == REVISION.place
    assert event["description"] == "\n".join(REVISION.lines)


def test_a_calendar_servers_copy_names_no_method_no_organizer_and_no_attendee():
    file = stored_event(REVISION)
    assert not any(word in file for word in (b"METHOD", b"ORGANIZER", b"ATTENDEE"))


def test_an_invitation_asks_its_one_guest_and_its_cancellation_says_cancelled():
    parts = {"organizer": "rdv@lille.example", "attendee": "nadia@lille.example", "attendee_name": "Nadia Ferrand"}
    asked = Calendar.from_ical(invitation(REVISION, Method.REQUEST, **parts))
    assert asked["method"] == "REQUEST"
    guest = asked.walk("VEVENT")[0]["attendee"]
    assert (guest, guest.params["PARTSTAT"], guest.params["RSVP"]) == (
        "mailto:nadia@lille.example",
        "NEEDS-ACTION",
        "TRUE",
    )
    cancelled = Calendar.from_ical(invitation(REVISION, Method.CANCEL, **parts))
    assert (cancelled["method"], cancelled.walk("VEVENT")[0]["status"]) == ("CANCEL", "CANCELLED")
    assert published_event(REVISION).count(b"METHOD:PUBLISH") == 1


def test_the_same_revision_always_gives_the_same_bytes():
    assert stored_event(REVISION) == stored_event(replace(REVISION))


@pytest.mark.parametrize(
    "zone", ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "Pacific/Noumea", "America/Miquelon"]
)
def test_the_clock_rules_written_in_the_file_agree_with_the_zone_at_every_hour_of_three_years(zone: str):
    described = vtimezone(zone, START).to_tz()
    instant = datetime(2026, 1, 2, tzinfo=UTC)
    while instant.year < 2029:
        wall = instant.astimezone(ZoneInfo(zone))
        if wall.fold == 0 and (wall + timedelta(hours=1)).utcoffset() == wall.utcoffset():
            read = wall.replace(tzinfo=described)
            assert read.utcoffset() == wall.utcoffset(), wall
        instant += timedelta(hours=7)


def test_the_spring_change_is_written_at_the_hour_when_it_happens():
    text = vtimezone("Europe/Paris", START).to_ical().decode()
    assert "BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200" in text


@pytest.mark.parametrize(
    ("zone", "profile", "offset"),
    [("Indian/Reunion", "la-reunion", "+0400"), ("Pacific/Noumea", "nouvelle-caledonie", "+1100")],
)
async def test_overseas_the_database_the_file_the_mail_and_the_page_tell_one_time(
    make_house, zone: str, profile: str, offset: str
):
    house: House = await make_house(zone, profile)
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    slots = (await house.appointments.slots(house.structure, seat)).slots
    slot = next(it for it in slots if it.start.hour == 9)
    booked = await house.appointments.book(house.structure, seat, "last", slot.token, "a")
    await house.deliver_all()

    assert slot.start.strftime("%H:%M %z") == f"09:00 {offset}"
    assert "9\N{NO-BREAK SPACE}h" in slot.words
    assert await house.query("SELECT lower(during) FROM booking") == [(slot.start.astimezone(UTC),)]
    (mail,) = house.mailbox.messages()
    assert slot.words in mail.get_body(("plain",)).get_content().replace("\n", " ")
    event = event_in(next(it for it in mail.walk() if it.get_content_type() == "text/calendar").get_content())
    assert (event["dtstart"].params["TZID"], event["dtstart"].dt) == (zone, slot.start)
    assert booked.local_start == slot.start


async def test_two_installations_with_the_same_rows_make_different_events(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    booked = await house.appointments.book(house.structure, seat, "last", (await house.first_offers(seat))[0], "a")
    assert booked.uid.endswith("@lille.example")
    assert booked.id.hex not in booked.uid


async def test_what_a_young_person_keeps_on_the_phone_says_neither_with_whom_nor_why(house: House):
    counsellor = await house.new_counsellor()
    seat = await house.new_seat(counsellor)
    offer = (await house.first_offers(seat))[0]
    booked = await house.appointments.book(house.structure, seat, "last", offer, "a", ["Un souci de logement"])

    file = (await house.appointments.calendar_file(house.structure, seat, booked.id)).decode()

    assert event_in(file.encode())["summary"] == "Rendez-vous"
    for hidden in (counsellor.name, counsellor.email, "logement", "Inès", "DESCRIPTION", "ATTENDEE", "ORGANIZER"):
        assert hidden not in file
