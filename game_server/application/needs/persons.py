"""What persons need: calls for help, a page that broke, a place at the door, somebody missing, a low day."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from game_server.application.needs.facts import GroupFacts, minutes, older_of
from game_server.application.needs.need import FIRST, LATER, SOON, Action, Need
from game_server.application.private import HelpCall
from game_server.application.safety import SATURDAY
from game_server.core.ids import SeatId
from game_server.core.state import DayStatus, SeatStatus

TROUBLE_LASTS = timedelta(minutes=15)
WAITED_LONG = timedelta(minutes=3)
ENOUGH_FEELINGS = 3
NAMED = 6
LOW = "hard"
NB = "\N{NO-BREAK SPACE}"


def persons(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    """Every need of a person of the group."""
    yield from (_call(facts, call) for call in facts.calls)
    yield from _troubles(facts, now)
    yield from _door(facts, now)
    yield from _missing(facts, now)
    yield from _feeling(facts)


def _call(facts: GroupFacts, call: HelpCall) -> Need:
    """Nothing of what was written: it is read where the call is answered, by those on duty."""
    distress = call.kind == "distress"
    name = facts.name(call.seat) if facts.reader_on_duty else "Quelqu’un"
    phone = facts.phone(call.seat) if facts.reader_on_duty else None
    said = f"{name} ne va pas bien" if distress else f"{name} demande de l’aide"
    open_to_me = "Répondez maintenant." if facts.reader_on_duty else "Prenez la garde pour répondre."
    return Need(
        key=facts.key("call", call.id),
        group=facts.group.id,
        group_name=facts.group.name,
        rank=FIRST,
        why="distress" if distress else "help",
        title=said,
        detail=f"{open_to_me} Personne d’autre ne le voit dans le groupe.",
        since=call.opened_at,
        seat=call.seat if facts.reader_on_duty else None,
        action=Action(f"Appeler {name}" if phone else "Répondre", "call", phone=phone, call=call.id),
        status="claimed" if call.claimed_by else "new",
        by=call.claimed_by,
    )


def _troubles(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    for one in facts.troubles:
        if now - one.at < TROUBLE_LASTS:
            yield Need(
                key=facts.key("trouble", one.seat),
                group=facts.group.id,
                group_name=facts.group.name,
                rank=SOON,
                why="trouble",
                title=f"L’écran de {facts.name(one.seat)} s’est arrêté",
                detail="Sa page a signalé une panne. Faites recharger la page, ou donnez un autre téléphone.",
                since=one.at,
                seat=one.seat,
                action=Action("Voir sa place", "open", where="people"),
            )


def _door(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    waiting = [seat for seat, one in facts.state.seats.items() if one.status is SeatStatus.WAITING]
    if not waiting:
        return
    since = min((facts.known[seat].joined for seat in waiting if seat in facts.known), default=facts.state.at)
    alone = len(waiting) == 1
    admit = {"type": "admit_seat", "seat": waiting[0]}
    name = facts.name(waiting[0])
    yield Need(
        key=facts.key("door"),
        group=facts.group.id,
        group_name=facts.group.name,
        rank=SOON if now - since > WAITED_LONG else LATER,
        why="door",
        title=f"{name} attend à la porte" if alone else f"{len(waiting)} personnes attendent à la porte",
        detail=_who_waits(facts, waiting, minutes(now - since)),
        since=since,
        action=Action(f"Faire entrer {name}", "act", admit, where="door")
        if alone
        else Action("Voir la porte", "open", where="door"),
    )


def _who_waits(facts: GroupFacts, waiting: Sequence[SeatId], spent: str) -> str:
    if len(waiting) == 1:
        return f"Depuis {spent}. Faites entrer si vous connaissez cette personne."
    others = len(waiting) - NAMED
    names = ", ".join(facts.name(seat) for seat in waiting[:NAMED]) + (f" et {others} de plus" if others > 0 else "")
    return f"{names}. Depuis {spent}."


def _missing(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    """Somebody expected who is not here; a weekend outing is voluntary, and there nobody is missing."""
    state = facts.state
    day, opened = state.calendar.day(state.day), state.day_opened_at
    if not facts.open or not facts.here or opened is None or (day is not None and day.on.weekday() >= SATURDAY):
        return
    for seat in facts.at_the_table():
        known = facts.known.get(seat)
        if known is None or seat in facts.here or state.day in state.excused.get(seat, ()):
            continue
        since = older_of(opened, known.left)
        if now - since >= facts.missing_after:
            yield _is_missing(facts, seat, since, now)


def _is_missing(facts: GroupFacts, seat: SeatId, since: datetime, now: datetime) -> Need:
    name, phone = facts.name(seat), facts.phone(seat)
    call = Action(f"Appeler {name}", "call", phone=phone) if phone else Action("Voir sa place", "open", where="people")
    return Need(
        key=facts.key("absent", seat, facts.state.day),
        group=facts.group.id,
        group_name=facts.group.name,
        rank=LATER,
        why="absent",
        title=f"{name} n’est pas là",
        detail=f"Depuis {minutes(now - since)}. Le groupe joue sans attendre{NB}: prenez des nouvelles, ou excusez.",
        since=since,
        seat=UUID(seat),
        action=call,
    )


def _feeling(facts: GroupFacts) -> Iterator[Need]:
    """At least three answers, and never how many of them: each one stays private."""
    answers, state = facts.feelings, facts.state
    low = answers.count(LOW)
    if len(answers) < ENOUGH_FEELINGS or low * 3 < len(answers) or state.day_status is DayStatus.BEFORE:
        return
    many = low * 2 >= len(answers)
    yield Need(
        key=facts.key("feeling", state.day),
        group=facts.group.id,
        group_name=facts.group.name,
        rank=SOON if many else LATER,
        why="feeling",
        title="La journée a pesé sur le groupe",
        detail=f"Sur {len(answers)} réponses, {'au moins la moitié est basse' if many else 'plusieurs sont basses'}. "
        "Prenez un moment avec tout le groupe.",
        since=state.day_opened_at or state.at,
        action=Action("Ouvrir le groupe", "open", where="group"),
    )
