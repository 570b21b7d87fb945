"""What the open step shows: silence, many wrong tries, pieces that nobody present holds."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from game_server.application.needs.facts import GroupFacts, minutes
from game_server.application.needs.need import LATER, SOON, Action, Need
from game_server.application.needs.paces import limits
from game_server.core.decisions.setting import OpenStep
from game_server.core.ids import SeatId

MANY_TRIES = 6
DEALT_AGAIN = timedelta(seconds=30)
"""By then the pieces of somebody who left were dealt again, if they could be."""
NB = "\N{NO-BREAK SPACE}"


def playing(facts: GroupFacts, now: datetime) -> Iterator[Need]:
    """Every need of the open step."""
    step = facts.step()
    if step is None:
        return
    yield from _silence(facts, step, now)
    yield from _tries(facts, step, now)
    yield from _left_behind(facts, step, now)


def _silence(facts: GroupFacts, step: OpenStep, now: datetime) -> Iterator[Need]:
    state = facts.state
    one = state.mission(step.mission)
    still = state.played(now) - one.moved
    limit = limits(facts.paces.get(step.mission, ()), step.step.silence)
    if still < limit.look * facts.patience or state.played(now) < one.patient_until:
        return
    stuck = still >= limit.stuck * facts.patience
    since = state.wall(one.moved)
    place = f"«{NB}{step.plan.title}{NB}», étape {one.step + 1} sur {len(step.plan.steps)}"
    yield Need(
        key=facts.key("silence", step.mission, one.step),
        group=facts.group.id,
        group_name=facts.group.name,
        rank=SOON if stuck else LATER,
        why="stuck" if stuck else "look",
        title=_silence_title(facts, stuck=stuck),
        detail=f"{place}. Rien depuis {minutes(now - since)}.{_asked(one.asked_for_help)}",
        since=since,
        action=_help(facts, step, one.hints) if facts.here else Action("Mettre en pause", "act", {"type": "pause"}),
    )


def _silence_title(facts: GroupFacts, *, stuck: bool) -> str:
    if not facts.here:
        return "Plus personne n’est connecté"
    return "Le groupe est bloqué" if stuck else "Le groupe avance peu"


def _asked(times: int) -> str:
    return f" Indices demandés{NB}: {times}." if times else ""


def _help(facts: GroupFacts, step: OpenStep, hints: Any) -> Action:
    """The next rung, to be read and edited; without one left, the mission itself."""
    place = facts.state.mission(step.mission).step
    given = {hint.rung for hint in hints if hint.step == place and hint.word is None}
    following = next((rung for rung in range(len(step.step.hints)) if rung not in given), None)
    if following is None:
        return Action("Ouvrir la mission", "open", mission=step.mission, where="group")
    hint = step.step.hints[following]
    character = facts.rules.scenario.characters.get(hint.said_by)
    return Action(
        "Donner un indice",
        "hint",
        {"type": "give_hint", "mission": step.mission, "text": ""},
        text=hint.text,
        said_by=character.name if character else None,
        mission=step.mission,
    )


def _tries(facts: GroupFacts, step: OpenStep, now: datetime) -> Iterator[Need]:
    tries = wrong_tries(step.inner)
    if tries < MANY_TRIES:
        return
    since = facts.state.wall(facts.state.mission(step.mission).moved)
    yield Need(
        key=facts.key("tries", step.mission, facts.state.mission(step.mission).step),
        group=facts.group.id,
        group_name=facts.group.name,
        rank=LATER,
        why="tries",
        title="Beaucoup d’essais à côté",
        detail=f"{tries} essais sur «{NB}{step.plan.title}{NB}». Une réponse est peut-être juste{NB}: regardez-les.",
        since=min(since, now),
        action=Action("Regarder les réponses", "open", mission=step.mission, where="group"),
    )


def wrong_tries(inner: Any) -> int:
    """How many tries of a step were not right: kinds keep them as attempts, or as what was missed."""
    attempts = getattr(inner, "attempts", None)
    if attempts is not None:
        return sum(getattr(one, "worth", "wrong") != "right" for one in attempts)
    missed = getattr(inner, "missed", ())
    return sum(map(len, missed.values())) if isinstance(missed, Mapping) else len(missed)


def _left_behind(facts: GroupFacts, step: OpenStep, now: datetime) -> Iterator[Need]:
    """Pieces are dealt again by themselves; what still lies with somebody who is not here waits for a hand."""
    hands: Mapping[SeatId, Any] | None = getattr(step.inner, "hands", None)
    present = facts.here.intersection(facts.at_the_table())
    since = facts.state.wall(facts.state.mission(step.mission).moved)
    if hands is None or not present or now - since < DEALT_AGAIN:
        return
    gone = [seat for seat, held in hands.items() if held and seat not in present]
    if hands and not gone:
        return
    names = ", ".join(facts.name(seat) for seat in gone)
    detail = f"{names} n’est plus là et garde ce qu’il faut" if gone else "Personne n’a reçu ce qu’il faut"
    yield Need(
        key=facts.key("pieces", step.mission, facts.state.mission(step.mission).step),
        group=facts.group.id,
        group_name=facts.group.name,
        rank=SOON,
        why="role_left",
        title="Un rôle n’est plus tenu",
        detail=f"{detail} pour «{NB}{step.plan.title}{NB}».",
        since=since,
        action=Action("Redonner les rôles", "act", {"type": "redeal"}, mission=step.mission),
    )
