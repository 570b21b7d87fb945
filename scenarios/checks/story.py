"""Days, missions, characters and flags hold together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import time, timedelta

from scenarios.checks.registry import Kinds, check
from scenarios.checks.scenes import declare
from scenarios.documents import Document, Node
from scenarios.mistakes import Mistake
from scenarios.reader import Draft
from scenarios.scenes import flags_set

MOST_MISSIONS = 4
LADDER = 3


@check
def days_have_missions(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """One to four missions a day."""
    for day in draft.pack.root["days"].each():
        missions = len(list(day["missions"].each()))
        if missions == 0:
            yield day.mistake("day_without_mission", "Ce jour n’a pas de mission. Donnez-lui-en une, ou retirez-le.")
        elif missions > MOST_MISSIONS:
            sentence = f"{missions} missions ce jour-là : {MOST_MISSIONS} au plus. Déplacez-en vers un autre jour."
            yield day["missions"].mistake("too_many_missions", sentence)


@check
def hours_go_forward(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """A day closes after it opens, and its missions fit in between."""
    for day in draft.pack.root["days"].each():
        length = _length(day)
        if length is None:
            continue
        if length <= timedelta():
            yield day["closes"].mistake("hours_upside_down", "Ce jour ferme avant d’ouvrir. Corrigez opens ou closes.")
            continue
        planned = timedelta(minutes=sum(_minutes(draft, one.text) for one in day["missions"].each()))
        if planned > length:
            sentence = f"Les missions durent {_in_minutes(planned)} minutes, le jour {_in_minutes(length)}. Allégez-le."
            yield day["missions"].mistake("day_too_full", sentence)


def _length(day: Node) -> timedelta | None:
    opens, closes = (_since_midnight(day[key].text) for key in ("opens", "closes"))
    return None if opens is None or closes is None else closes - opens


def _since_midnight(written: str) -> timedelta | None:
    try:
        at = time.fromisoformat(written)
    except ValueError:
        return None
    return timedelta(hours=at.hour, minutes=at.minute)


def _in_minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)


def _minutes(draft: Draft, slug: str) -> int:
    mission = draft.missions.get(slug)
    minutes = mission.root["minutes"].value if mission else None
    return minutes if isinstance(minutes, int) and 0 < minutes < 1000 else 0  # noqa: PLR2004 - absurd ones are told elsewhere


@check
def missions_are_planned_once(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Each mission stands on one day, and each day's mission has its file."""
    planned = [one for day in draft.pack.root["days"].each() for one in day["missions"].each()]
    seen: set[str] = set()
    for one in planned:
        if one.text and one.text not in draft.missions:
            sentence = (
                f"La mission « {one.text} » n’a pas de fichier. Créez missions/01-{one.text}.yaml, ou corrigez le nom."
            )
            yield one.mistake("unknown_mission", sentence)
        if one.text in seen:
            yield one.mistake("mission_twice", f"La mission « {one.text} » est prévue deux fois. Gardez-en une.")
        seen.add(one.text)
    for slug, mission in draft.missions.items():
        if slug not in seen and draft.pack.value:
            sentence = f"Cette mission n’est prévue aucun jour. Ajoutez « {slug} » à un jour de pack.yaml."
            yield mission.mistake((), "mission_never_played", sentence)


@check
def characters_exist(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Whoever speaks is in the list of characters, once."""
    characters = [one["id"] for one in draft.pack.root["characters"].each()]
    yield from _twice(characters, "Ce personnage")
    known = {one.text for one in characters}
    if not known:
        return
    for _, step in draft.steps():
        for hint in step["hints"].each():
            if hint["said_by"].text and hint["said_by"].text not in known:
                yield hint["said_by"].mistake("unknown_character", _unknown(hint["said_by"].text, known))


def _unknown(name: str, known: Iterable[str]) -> str:
    return f"« {name} » n’est pas un personnage de pack.yaml. Personnages : {', '.join(sorted(known))}."


@check
def ladders_have_three_rungs(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """Three hints, from a small push to nearly the answer."""
    for _, step in draft.steps():
        hints = len(list(step["hints"].each()))
        if hints != LADDER:
            sentence = f"Il faut trois indices, du plus léger au plus net : il y en a {hints}."
            yield (step["hints"] or step).mistake("ladder_not_three", sentence)


@check
def plans_b_are_written(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """A way to play each step without moving, without sound, without a telephone."""
    for _, step in draft.steps():
        if not step["plan_b"].text.strip():
            sentence = "Il manque le plan B : dites comment jouer sans bouger, sans son ou sans téléphone."
            yield (step["plan_b"] or step).mistake("no_plan_b", sentence)


@check
def ids_are_unique(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """A fact has one id in the whole pack."""
    yield from _twice([fact["id"] for _, fact in draft.facts()], "Ce fait")


def _twice(ids: list[Node], what: str) -> Iterator[Mistake]:
    counts = Counter(one.text for one in ids if one.text)
    first: dict[str, Document] = {}
    for one in ids:
        if counts[one.text] > 1 and one.text in first:
            sentence = f"{what} « {one.text} » existe déjà dans {first[one.text].file}. Donnez-lui un autre id."
            yield one.mistake("duplicate_id", sentence)
        first.setdefault(one.text, one.document)


@check
def flags_are_declared_and_set(draft: Draft, _kinds: Kinds) -> Iterator[Mistake]:
    """A flag is declared in pack.yaml, and something sets it."""
    declared = dict(draft.pack.root["flags"].pairs())
    used: set[str] = set()
    for _, step in draft.steps():
        for flag, place in _flags_in(step["content"]):
            used.add(flag)
            if flag not in declared and draft.pack.value:
                yield place.mistake("unknown_flag", declare(flag))
    for scene in draft.scenes.values():
        if scene.graph is None:
            return
        used |= flags_set(scene.graph)
    for flag, place in declared.items():
        if flag not in used:
            sentence = f"Rien ne change « {flag} ». Changez-le dans un vote ou une scène, ou retirez-le."
            yield place.mistake("flag_never_set", sentence)


def _flags_in(content: Node) -> Iterator[tuple[str, Node]]:
    for node in content.walk():
        if node.path[-1:] == ("sets",):
            yield from node.pairs()
