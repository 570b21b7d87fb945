"""The situations of a training, what answers each of them, and what is said of it afterwards. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

NB = "\N{NO-BREAK SPACE}"

Code = Literal["stuck", "absent", "photo", "pause", "plan_b", "distress"]
Standing = Literal["to_come", "now", "done", "left"]

DID = {
    "give_hint": "donné un indice",
    "force_step": "passé l’étape",
    "skip_mission": "mis la mission de côté",
    "open_mission": "ouvert une autre mission",
    "give_time": "donné du temps",
    "switch_plan_b": "choisi le plan B",
    "redeal": "redonné les rôles",
    "say": "écrit au groupe",
    "excuse_seat": "excusé la personne",
    "remove_seat": "libéré sa place",
    "pause": "mis le groupe en pause",
    "claim": "pris la tâche",
    "judged": "regardé la photo",
    "answered": "répondu à l’appel",
}
"""What a facilitator did, after « vous avez »."""
HELPS = ("give_hint", "force_step", "skip_mission", "open_mission", "give_time", "switch_plan_b", "redeal", "say")


@dataclass(frozen=True, slots=True)
class Situation:
    """One situation. `acts` answer it in the game; `call` is what a player writes to the staff on duty."""

    code: Code
    title: str
    acts: tuple[str, ...]
    advice: str
    call: str | None = None


SITUATIONS = (
    Situation("stuck", "Un groupe bloqué", HELPS, "un indice suffit souvent, la liste le propose déjà écrit"),
    Situation(
        "absent",
        "Quelqu’un n’est plus là",
        ("excuse_seat", "remove_seat", "redeal", "say"),
        "le groupe continue sans attendre, et un appel ou un mot d’excuse suffit",
    ),
    Situation("photo", "Une photo à regarder", (), "« c’est bon », ou une autre photo demandée gentiment"),
    Situation(
        "pause",
        "Le groupe a besoin de souffler",
        ("pause",),
        "la pause arrête toutes les horloges, et rien ne se perd",
        "Exercice. on se dispute, on voudrait souffler cinq minutes.",
    ),
    Situation(
        "plan_b",
        "Il pleut",
        ("switch_plan_b",),
        "le plan B se choisit pour tous ou pour une seule personne, sans que cela se voie",
        "Exercice. il pleut fort, on ne peut pas sortir pour la mission.",
    ),
    Situation(
        "distress",
        "Des mots de détresse",
        (),
        "un appel se prend avant tout le reste : d’abord « je m’en occupe », puis la voix",
        "Exercice. je n’en peux plus.",
    ),
)


@dataclass(frozen=True, slots=True)
class Met:
    """A situation as it was met: when, when it was answered, and how."""

    code: Code
    status: Standing = "to_come"
    met_at: datetime | None = None
    done_at: datetime | None = None
    did: str | None = None

    @property
    def seconds(self) -> int | None:
        """How long the answer took."""
        return int((self.done_at - self.met_at).total_seconds()) if self.met_at and self.done_at else None


def situation(code: Code) -> Situation:
    """The situation of that code."""
    return next(one for one in SITUATIONS if one.code == code)


def said(met: Met) -> str:
    """What is said of one situation: what was done and after how long, or what one may do next time."""
    advice = situation(met.code).advice.replace(" :", f"{NB}:")
    if met.status == "done" and met.seconds is not None:
        return f"Vous avez {DID.get(met.did or '', 'agi')} après {_spent(met.seconds)}."
    if met.status == "left":
        return f"Le groupe a continué sans vous. La prochaine fois, {advice}."
    return "" if met.status == "to_come" else "C’est en ce moment. Regardez la liste."


def summary(everything: Sequence[Met]) -> str:
    """What is said of the whole training."""
    done = sum(one.status == "done" for one in everything)
    met = sum(one.status in ("done", "left") for one in everything)
    if not met:
        return "L’entraînement commence. Gardez la liste sous les yeux."
    if done == met:
        return f"Vous avez répondu à chaque situation ({done} sur {met}). Vous pouvez accueillir un groupe."
    return f"Vous avez répondu à {done} situations sur {met}. Recommencez quand vous voulez{NB}: rien n’est noté."


def _spent(seconds: int) -> str:
    minute = 60
    return f"{seconds}{NB}s" if seconds < minute else f"{timedelta(seconds=seconds) // timedelta(minutes=1)}{NB}min"
