"""The recap on paper: what the group did, the offers behind it, where that stands on a path. No name but its owner's."""

from collections.abc import Mapping
from typing import Any

from game_server.application.papers.french import day_words, first_sentence
from game_server.application.papers.paper import Paper
from game_server.application.papers.scene import Scene, words_of
from game_server.application.refusals import RefusedRequest

KIND_WORDS = "Ce que le groupe a gagné est à toi aussi, et ne se perd pas. Reviens quand tu veux."
LAST_WORDS = "L’aventure est finie, pas la suite. Ce que le groupe a gagné est à toi aussi."


def recap_paper(scene: Scene, first_name: str, day: int | None) -> Paper:
    """The recap of one day, or of every day that is over. Refuses `recap_not_ready` before there is anything to tell."""
    recap, words = scene.reward("recap"), words_of("recap")
    days = [one for one in recap.get("days", []) if day in (None, one["day"])]
    if not days:
        raise RefusedRequest(
            "recap_not_ready", "Le récap d’un jour arrive à la fin de ce jour. Reviens à ce moment-là."
        )
    last = days[-1]
    heading = scene.day_name(last["day"], last["title"]) if day else scene.rules.scenario.title
    says = {
        "group": scene.group.name,
        "when": day_words(scene.on(last["day"])),
        "heading": heading,
        "hello": f"{first_name}, voici ce que vous avez fait ensemble.",
        "picture_words": scene.picture_words(),
        "days": [_day(scene, one, words) for one in days],
        "nothing_yet": "Ce jour-là, rien n’a été fini. Ça se reprend.",
        "path": [
            {"title": words[f"step_{one['step']}"], "touched": _touched(days, one["step"])} for one in recap["path"]
        ],
        "kind_words": LAST_WORDS if scene.over else KIND_WORDS,
        "words": dict(words),
    }
    return Paper("recap", f"{heading}, {first_name}", scene.on(last["day"]), says, {"verriere": scene.picture()})


def _touched(days: list[Mapping[str, Any]], step: int) -> bool:
    return any(step in day["path"] for day in days)


def _day(scene: Scene, day: Mapping[str, Any], words: Mapping[str, str]) -> Mapping[str, Any]:
    offers = {one.id: one for one in scene.rules.scenario.offers.values()}
    return {
        "number": day["day"],
        "name": scene.day_name(day["day"], day["title"]),
        "acts": [one["act"] for one in day["acts"]],
        "offers": [{"title": one["title"], "line": first_sentence(offers[one["id"]].text)} for one in day["offers"]],
        "to_take_up": [one["title"] for one in day["to_take_up"]],
        "help": _help(day["asked_for_help"], words),
    }


def _help(times: int, words: Mapping[str, str]) -> str | None:
    if times == 0:
        return None
    return words["asked_once"] if times == 1 else words["asked_often"].format(times=times)
