"""The keepsake on paper: what of the adventure belongs to one person. Bravos stand without a number or a giver."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from game_server.application.appointments.french import NBSP
from game_server.application.papers.french import between_words
from game_server.application.papers.paper import Paper
from game_server.application.papers.scene import Scene, words_of
from game_server.application.refusals import RefusedRequest
from game_server.core.ids import SeatId
from game_server.core.scenario import Offer
from game_server.core.showing.seat import my_reward

MARKS = "offer/"
"""Where the player's page keeps what somebody thinks of an offer: « useful » or « later », by the offer's id."""
SHELVES = (("useful", "Utile pour moi"), ("later", "Plus tard"), (None, "Les autres portes, ouvertes aussi"))
AFTER = (
    "Ce carnet est à toi. Montre-le à qui tu veux, ou à personne. "
    f"Pour chaque porte, ta Mission Locale te répond{NBSP}: tu peux y aller avec cette page."
)


def keepsake_paper(scene: Scene, seat: SeatId, first_name: str, marks: Mapping[str, object]) -> Paper:
    """The keepsake; `marks` are the private values under MARKS. Refuses `keepsake_not_ready` before the last day is over."""
    rule = next((one for one in scene.rules.rewards if one.name == "keepsake"), None)
    kept = my_reward(rule, seat)(scene.rules, scene.state) if rule else None
    if kept is None:
        raise RefusedRequest("keepsake_not_ready", "Ce carnet arrive à la fin du dernier jour. Reviens à ce moment-là.")
    words, planned = words_of("keepsake"), scene.state.calendar.days
    says = {
        "group": scene.group.name,
        "when": between_words([one.on for one in planned]),
        "heading": f"Ce qui est à toi, {first_name}",
        "intro": words["intro"],
        "picture_words": scene.picture_words(),
        "came": _came(len(kept["days"]), words),
        "days": _days(scene, kept["acts"]),
        "bravos": list(dict.fromkeys(one["text"] for one in kept["from_rules"].get("bravos", []))),
        "shelves": _shelves(scene, [one["id"] for one in kept["offers"]], marks),
        "after": AFTER,
        "words": dict(words),
    }
    title = f"Ce qui est à toi, {first_name}"
    return Paper("keepsake", title, planned[-1].on, says, {"verriere": scene.picture()})


def _came(days: int, words: Mapping[str, str]) -> str:
    said = words["days_one"] if days <= 1 else words["days_many"].format(days=days)
    return f"{said}. Merci d’y avoir mis du tien." if days else "Ta place était gardée. Elle l’est encore."


def _days(scene: Scene, acts: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    titles = {day.number: day.title for day in scene.rules.scenario.days}
    return [
        {"number": number, "name": scene.day_name(number, titles[number]), "acts": [one["act"] for one in those]}
        for number, those in groupby(acts, key=lambda one: one["day"])
    ]


def _shelves(scene: Scene, opened: Sequence[str], marks: Mapping[str, object]) -> list[Mapping[str, Any]]:
    offers = {str(one.id): one for one in scene.rules.scenario.offers.values()}
    shelves: list[Mapping[str, Any]] = []
    for mark, name in SHELVES:
        there = [offers[one] for one in opened if _mark(marks, one) == mark]
        if there:
            shelves.append({"name": name, "offers": [_offer(one, in_full=mark == "useful") for one in there]})
    return shelves


def _mark(marks: Mapping[str, object], offer: str) -> object:
    mark = marks.get(f"{MARKS}{offer}")
    return mark if mark in ("useful", "later") else None


def _offer(offer: Offer, *, in_full: bool) -> Mapping[str, Any]:
    facts = list(offer.facts) if in_full else []
    return {"title": offer.title, "text": offer.text, "who": offer.who, "facts": facts}
