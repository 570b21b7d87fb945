"""What the days need: one to open or to close, a weekend to prepare, photos, slots, a long pause."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from game_server.application.needs.facts import GroupFacts, minutes
from game_server.application.needs.need import LATER, SOON, Action, Need
from game_server.application.safety import missing, weekend_days
from game_server.core.due import dues
from game_server.core.state import DayStatus, MissionStatus

SOON_OPENS = timedelta(minutes=10)
LATE_BY = timedelta(minutes=2)
OVER_BY = timedelta(minutes=15)
PAUSED_LONG, PAUSED_VERY_LONG = timedelta(minutes=20), timedelta(minutes=45)
PHOTO_WAITS = timedelta(minutes=30)
PREPARE = timedelta(days=3)
SLOTS_FROM_DAY = 7
NB = "\N{NO-BREAK SPACE}"


def days(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    """Every need of the calendar and of what waits for staff."""
    yield from _weekend(facts, now)
    yield from _opening(facts, now)
    yield from _closing(facts, now)
    yield from _paused(facts, now)
    yield from _photos(facts, now)
    yield from _slots(facts, now)


def _need(facts: GroupFacts, key: str, said: tuple[int, str, str, str], since: datetime, action: Action) -> Need:
    rank, why, title, detail = said
    return Need(key, facts.group.id, facts.group.name, rank, why, title, detail, since, action)


def _weekend(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    state = facts.state
    coming = next((one for one in weekend_days(state.calendar) if one.number > state.day), None)
    opening = state.calendar.opening(coming.number) if coming else None
    lacking = missing(facts.checklist, state.table())
    if coming is None or opening is None or not lacking or now < opening - PREPARE:
        return
    held = now >= opening and coming.number == state.day + 1
    close = now >= opening - timedelta(hours=12)
    title = (
        f"Le jour {coming.number} attend la fiche de sortie" if held else f"Préparez la sortie du jour {coming.number}"
    )
    detail = " ".join(one.sentence for one in lacking[:2])
    said = (SOON if close else LATER, "safety", title, detail)
    action = Action("Remplir la fiche de sortie", "open", where="safety")
    yield _need(facts, facts.key("safety", coming.number), said, max(opening - PREPARE, state.created_at), action)


def _opening(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    """A day that did not open by itself, or one that could open before its hour: everybody is there."""
    state, number = facts.state, facts.state.day + 1
    opening = next((due.at for due in dues(facts.rules, state) if due.id == f"open_day:{number}"), None)
    if opening is None or _waits_for_safety(facts, number):
        return
    action = Action(f"Ouvrir le jour {number}", "act", {"type": "open_day", "day": number})
    late = now - opening > LATE_BY
    everybody = bool(state.table()) and set(state.table()) <= facts.here
    early = state.day_status is not DayStatus.OPEN and everybody and now > opening - SOON_OPENS
    if late:
        said = (
            SOON,
            "day_to_open",
            f"Le jour {number} n’est pas ouvert",
            f"Il devait ouvrir il y a {minutes(now - opening)}.",
        )
        yield _need(facts, facts.key("opening", number), said, opening, action)
    elif early:
        said = (
            LATER,
            "day_to_open",
            f"Tout le monde est là pour le jour {number}",
            "Vous pouvez ouvrir avant l’heure.",
        )
        yield _need(facts, facts.key("opening", number), said, opening - SOON_OPENS, action)


def _waits_for_safety(facts: GroupFacts, number: int) -> bool:
    weekend = any(one.number == number for one in weekend_days(facts.state.calendar))
    return weekend and bool(missing(facts.checklist, facts.state.table()))


def _closing(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    state = facts.state
    closing, day = state.calendar.closing(state.day), facts.rules.scenario.day(state.day)
    if state.day_status is not DayStatus.OPEN or day is None or closing is None:
        return
    action = Action(f"Terminer le jour {state.day}", "act", {"type": "end_day", "day": state.day})
    key = facts.key("closing", state.day)
    if now - closing > OVER_BY:
        said = (
            LATER,
            "day_to_close",
            f"Le jour {state.day} est resté ouvert",
            f"Il finissait il y a {minutes(now - closing)}.",
        )
        yield _need(facts, key, said, closing, action)
    elif all(state.mission(one.id).status is MissionStatus.DONE for one in day.missions):
        said = (
            LATER,
            "day_to_close",
            f"Le jour {state.day} est fini",
            f"Toutes ses missions sont faites{NB}: place au bilan.",
        )
        moved = max((state.mission(one.id).moved for one in day.missions), default=0.0)
        yield _need(facts, key, said, state.wall(moved), action)


def _paused(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    state, paused = facts.state, facts.state.paused_at
    opening = state.calendar.opening(state.day + 1)
    held_up = state.day_status is DayStatus.OPEN or (opening is not None and now > opening)
    if paused is None or now - paused < PAUSED_LONG or not held_up:
        return
    rank = SOON if now - paused >= PAUSED_VERY_LONG else LATER
    said = (
        rank,
        "paused",
        "Le groupe est encore en pause",
        f"Depuis {minutes(now - paused)}. Toutes les horloges attendent.",
    )
    yield _need(facts, facts.key("paused"), said, paused, Action("Reprendre", "act", {"type": "resume"}))


def _photos(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    for photo in facts.photos:
        rank = SOON if now - photo.sent_at > PHOTO_WAITS else LATER
        yield Need(
            key=facts.key("photo", photo.id),
            group=facts.group.id,
            group_name=facts.group.name,
            rank=rank,
            why="photo",
            title=f"Une photo de {facts.name(photo.seat)} à regarder",
            detail=f"«{NB}{facts.mission_title(photo.mission)}{NB}». Le groupe continue sans attendre. Aucun jeune ne la reçoit.",
            since=photo.sent_at,
            seat=photo.seat,
            action=Action("Regarder la photo", "photo", photo=photo.id, mission=photo.mission),
        )


def _slots(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    slots, state = facts.slots, facts.state
    from_day = state.calendar.opening(SLOTS_FROM_DAY)
    reached = state.day >= SLOTS_FROM_DAY or (from_day is not None and now >= from_day)
    if slots is None or not reached or slots.free >= slots.waiting:
        return
    last = state.day >= len(facts.rules.scenario.days)
    free = "Aucun créneau libre" if not slots.free else f"{slots.free} créneaux libres"
    detail = f"{free} pour {slots.waiting} jeunes. Prévenez les conseillers et conseillères."
    said = (SOON if last else LATER, "slots", "Moins de créneaux que de jeunes", detail)
    since = from_day if from_day is not None and from_day < now else min(state.at, now)
    yield _need(facts, facts.key("slots"), said, since, Action("Voir les créneaux", "open", where="slots"))
