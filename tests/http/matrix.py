"""Every route of the application: who may take it, and a body that it would grant."""

import re
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

Right = Literal[
    "anybody", "seat", "known", "staff", "console", "people", "facilitator", "manager", "counsellor", "duty"
]
SOME = str(UUID(int=7))
WEEK = {"openings": [{"weekday": 0, "start": "09:00", "end": "17:00"}]}
ABSENT = {"start": "2027-03-01T09:00:00+01:00", "end": "2027-03-02T09:00:00+01:00"}


@dataclass(frozen=True)
class Route:
    """A route, its right, and a body. `of` names what of a structure stands in its address."""

    method: str
    path: str
    right: Right
    body: Any = None

    @property
    def of(self) -> str:
        return next((name for name in ("group", "call", "booking", "colleague") if f"{{{name}}}" in self.path), "")

    def at(self, place: str, **places: str) -> str:
        """The address with these in their places, and `place` in every other."""
        return re.sub(r"{(\w+)}", lambda name: places.get(name[1], place), self.path)


def _seat(method: str, rest: str, right: Right, body: Any = None) -> Route:
    return Route(method, f"/api/seats/{{seat}}/{rest}", right, body)


def _group(method: str, rest: str, right: Right, body: Any = None) -> Route:
    return Route(method, f"/api/groups/{{group}}{rest}", right, body)


def _counsellor(method: str, rest: str, body: Any = None) -> Route:
    return Route(method, f"/api/counsellor/{rest}", "counsellor", body)


ROUTES = (
    Route("GET", "/api/door/{code}", "anybody"),
    Route("GET", "/calendrier/{token}.ics", "anybody"),
    Route("GET", "/api/packs/{pack}/{edition}/texts", "anybody"),
    Route("GET", "/api/packs/{pack}/{edition}/texts/{name}.json", "anybody"),
    Route("GET", "/api/packs/{pack}/{edition}/audio/{name}", "anybody"),
    Route("POST", "/api/join", "anybody", {"code": "x", "first_name": "Zoé", "pin": "402917"}),
    Route("POST", "/api/return", "anybody", {"group_code": "x", "first_name": "Zoé", "pin": "402917"}),
    Route("POST", "/api/card", "anybody", {"card": "x"}),
    Route("POST", "/api/device", "anybody", {"code": "x"}),
    Route("POST", "/api/staff/sign-in", "anybody", {"email": "x@exemple.fr", "password": "x"}),
    Route("POST", "/api/staff/key", "anybody", {"key": "x"}),
    Route(
        "POST",
        "/api/staff/open-account",
        "anybody",
        {"code": "x", "name": "Zoé", "email": "zoe@exemple.fr", "password": "une longue phrase"},
    ),
    Route("POST", "/api/staff/password", "anybody", {"code": "x", "password": "une longue phrase"}),
    _seat("GET", "me", "seat"),
    _seat("GET", "days.ics", "seat"),
    _seat("POST", "sign-out", "seat"),
    _seat("POST", "help", "seat", {"kind": "help"}),
    _seat("GET", "slots", "seat"),
    _seat("POST", "choice", "seat", {"mission": "meeting", "choice": "not_now"}),
    _seat("POST", "pin", "known", {"pin": "730184"}),
    _seat("POST", "card", "known"),
    _seat("GET", "private", "known"),
    _seat("PUT", "private", "known", {"values": {"portrait.mood": "bien"}}),
    _seat("DELETE", "traces", "known"),
    _seat("POST", "photos", "seat"),
    _seat("GET", "photos", "seat"),
    _seat("GET", "papers/recap.pdf", "seat"),
    _seat("GET", "papers/keepsake.pdf", "known"),
    _seat("POST", "papers/card.pdf", "known", {"card": "x"}),
    _seat("GET", "appointments", "known"),
    _seat("DELETE", "appointments/{booking}", "known"),
    _seat("GET", "appointments/{booking}.ics", "known"),
    _seat("POST", "hold", "known", {"offer": "x", "key": "k"}),
    _seat("POST", "appointments", "known", {"offer": "x", "key": "k"}),
    _seat("POST", "appointments/{booking}/move", "known", {"offer": "x"}),
    _seat("PUT", "appointments/{booking}/shared", "known", {"shared": []}),
    _seat("POST", "appointments/{booking}/warn", "known", {"what": "late"}),
    _seat("GET", "reminders", "known"),
    _seat("PUT", "reminders", "known", {"ways": ["app"], "moments": ["morning"]}),
    _seat("GET", "follow-ups", "known"),
    _seat("POST", "follow-ups/{row}", "known", {"done": "done"}),
    _seat("GET", "notices", "known"),
    _seat("POST", "notices", "known", {"seen": [SOME]}),
    Route("POST", "/api/staff/sign-out", "staff"),
    Route("GET", "/api/staff/me", "staff"),
    Route("POST", "/api/staff/duty", "staff", {"on_duty": True}),
    Route("GET", "/api/colleagues", "staff"),
    Route("GET", "/api/sites", "staff"),
    Route("GET", "/api/packs", "staff"),
    Route("POST", "/api/staff/invite", "manager", {"roles": ["manager"]}),
    Route("POST", "/api/colleagues/{colleague}/password", "manager"),
    Route("POST", "/api/colleagues/{colleague}/disable", "manager"),
    Route("GET", "/api/help-calls", "duty"),
    Route("POST", "/api/help-calls/{call}/claim", "duty"),
    Route("POST", "/api/help-calls/{call}/close", "duty"),
    Route("GET", "/api/groups", "console"),
    Route(
        "POST",
        "/api/groups",
        "facilitator",
        {"name": "Volé", "site": "{site}", "pack": "maison", "edition": 1, "first_day": "2027-03-03"},
    ),
    _group("GET", "", "console"),
    _group("POST", "/end", "facilitator"),
    _group("GET", "/door", "console"),
    _group("POST", "/door", "facilitator"),
    _group("DELETE", "/door", "facilitator"),
    _group("GET", "/people", "people"),
    _group("GET", "/photos", "facilitator"),
    _group("GET", "/photos/{photo}", "facilitator"),
    _group("POST", "/photos/{photo}/judge", "facilitator", {"verdict": "fine"}),
    _group("GET", "/papers/door_cards.pdf", "console"),
    _group("GET", "/papers/door_poster.pdf", "console"),
    _group("GET", "/papers/verriere.pdf", "console"),
    _group("GET", "/papers/hours.pdf", "console"),
    _group("POST", "/papers/people/{seat}/card.pdf", "facilitator", {"card": "x"}),
    _group("GET", "/papers/people/{seat}/attestation.pdf", "facilitator"),
    _group("POST", "/papers/people/{seat}/attestation.pdf", "facilitator", {"first_name": "Zoé"}),
    _group("PUT", "/people/{seat}", "facilitator", {"surname": "Volé"}),
    _group("POST", "/people/{seat}/unslow", "facilitator"),
    _group("POST", "/people/{seat}/card", "facilitator"),
    _group("POST", "/people/{seat}/device", "facilitator"),
    _group("POST", "/people/{seat}/pin", "facilitator", {"pin": "730184"}),
    _group("POST", "/people/{seat}/revoke", "facilitator"),
    _group("POST", "/notices/{notice}/seen", "facilitator"),
    _group("GET", "/attendance", "console"),
    Route("GET", "/api/needs", "console"),
    Route("POST", "/api/needs/{key}/claim", "console"),
    Route("POST", "/api/needs/{key}/snooze", "console", {"minutes": 5}),
    Route("POST", "/api/needs/{key}/hand_over", "console", {"to": SOME}),
    Route("POST", "/api/needs/{key}/release", "console"),
    Route("POST", "/api/duty/hand_over", "console", {"to": SOME}),
    Route("POST", "/api/duty/take_over", "console", {"from": SOME}),
    _seat("POST", "trouble", "seat", {"code": "script.error"}),
    _group("GET", "/tasks", "console"),
    _group("GET", "/moments", "console"),
    _group("GET", "/at/{version}", "console"),
    _group("GET", "/hours", "console"),
    _group("PUT", "/hours/{seat}/{day}", "facilitator", {"minutes": 60, "reason": "Oubli"}),
    _group("GET", "/hours.csv", "facilitator"),
    _group("GET", "/safety", "console"),
    _group("PUT", "/safety", "facilitator", {"authorisations": {}}),
    Route("POST", "/api/packs/{pack}/{edition}/plan", "facilitator", {"site": "{site}"}),
    Route("POST", "/api/training", "facilitator", {"pack": "maison", "edition": 1}),
    Route("GET", "/api/training", "console"),
    Route("GET", "/api/training/{group}", "console"),
    _group(
        "POST",
        "/accept",
        "facilitator",
        {"mission": "riddle", "step": 0, "attempt": "1.answer", "device": "d", "counter": 1},
    ),
    _group("POST", "/accept/undo", "facilitator", {"version": 3, "device": "d", "counter": 1}),
    _counsellor("GET", "calendar"),
    _counsellor("PUT", "calendar", {"channel": "imip", "site": "{site}"}),
    _counsellor("GET", "openings"),
    _counsellor("PUT", "openings", WEEK),
    _counsellor("POST", "exceptions", {"day": "2027-03-03"}),
    _counsellor("POST", "absences", ABSENT),
    _counsellor("DELETE", "hours/{row}"),
    _counsellor("GET", "appointments"),
    _counsellor("POST", "appointments/{booking}/confirm"),
    _counsellor("POST", "appointments/{booking}/move", {"start": "2030-03-04T10:00:00+01:00"}),
    _counsellor("POST", "appointments/{booking}/cancel"),
    _counsellor("POST", "appointments/{booking}/mark", {"outcome": "attended"}),
    _counsellor("POST", "appointments/{booking}/settle", {"keep": "ours"}),
    _counsellor("POST", "appointments/{booking}/hand-over", {"to": SOME}),
    _counsellor("GET", "appointments/{booking}/card"),
    _counsellor("GET", "replacements"),
    _counsellor("POST", "calendar/try", {"channel": "imip", "site": "{site}"}),
    _counsellor("GET", "reasons"),
    _counsellor("PUT", "reasons", {"reasons": []}),
    _counsellor("POST", "feed"),
    _counsellor("DELETE", "feed"),
)
