"""How long things are kept: one table, one purge. Source: the promises made to young people, shown on « Mes données »."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

MONTH = timedelta(days=30)
WEEK = timedelta(days=7)
LOGS = timedelta(days=183)
DOOR = timedelta(minutes=15)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rule:
    """One promise. `name` is its purge in the store; without `purged`, `held_by` says who else keeps it."""

    name: str
    what: str
    kept: timedelta
    since: str
    purged: bool = True
    held_by: str = ""


RETENTION: tuple[Rule, ...] = (
    Rule("journal", "le journal de la partie et son film", MONTH, "la fin du groupe"),
    Rule("answers", "les réponses libres, repliées", WEEK, "leur envoi"),
    Rule("names", "les prénoms, les textes partagés, les notes et le lien avec la personne", MONTH, "la fin du groupe"),
    Rule("private", "le coffre privé et ce qui en est partagé", MONTH, "la fin du groupe"),
    Rule("help_calls", "les appels à l’aide et les alertes", WEEK, "leur clôture"),
    Rule("doors", "les codes de porte", DOOR, "l’ouverture de la porte"),
    Rule("ways_in", "les sessions, les cartes, les codes secrets", MONTH, "la fin du groupe ou le dernier rendez-vous"),
    Rule("old_sessions", "la mémoire des appareils", MONTH, "la fin de leur session"),
    Rule("codes", "les codes à usage unique", DAY, "leur fin de validité"),
    Rule("paces", "le compte des essais manqués", DAY, "le dernier essai"),
    Rule("appointments", "les rendez-vous et leurs envois", MONTH, "la rencontre"),
    Rule("choices", "le choix d’un créneau, d’un rappel ou de « pas maintenant »", MONTH, "la fin du groupe"),
    Rule("attendance", "les présences et les heures, une fois exportées", MONTH, "la fin du groupe"),
    Rule("photos", "les photos, effacées dès qu’elles sont regardées", WEEK, "leur envoi"),
    Rule("training", "les groupes d’entraînement, où ne joue personne", WEEK, "leur création"),
    Rule("tasks", "les tâches de l’équipe et leurs notes", MONTH, "la fin du groupe ou le dernier geste"),
    Rule("outings", "la fiche de sortie et ses autorisations", MONTH, "la fin du groupe"),
    Rule("troubles", "la dernière panne d’une page", DAY, "son signalement"),
    Rule("logs", "les journaux techniques, sans aucun nom", LOGS, "leur écriture", purged=False, held_by="le serveur"),
    Rule("positions", "la position", timedelta(0), "jamais reçue", purged=False, held_by="le téléphone"),
)


class RetentionStore(Protocol):
    """The purges, by the name of their rule."""

    async def purge(self, name: str, *, now: datetime, limit: datetime) -> int:
        """Erase what began before `limit` (`now` less the time it is kept) and return how many rows changed."""
        ...


async def purge(store: RetentionStore, now: datetime) -> Mapping[str, int]:
    """Run every purge, each in its own transaction; return the counts by rule. Running it again changes nothing."""
    return {
        rule.name: await store.purge(rule.name, now=now, limit=now - rule.kept) for rule in RETENTION if rule.purged
    }
