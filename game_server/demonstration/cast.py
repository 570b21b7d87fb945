"""Who plays in the demonstration: every sort of person, each by what their own phone shows."""

from game_server.application.bots import Persona
from game_server.demonstration.player import Person

CAST = (
    Person("Inaya", "481937", Persona.FAST, shared=("Trouver une immersion en cuisine", "Le permis, combien ça coûte")),
    Person("Yanis", "730264", Persona.STEADY, shared=("Refaire mon CV",)),
    Person("Maëlle", "592816", Persona.WEAK_READER),
    Person("Sofiane", "264093", Persona.SLOW, shared=("Comprendre l’alternance",)),
    Person("Lou", "918357", Persona.JOKER, choice="call_back"),
    Person("Tiago", "375182", Persona.ABSENT, shared=("Parler d’un projet de menuiserie",)),
    Person("Awa", "640729", Persona.LATE, choice="not_now"),
    Person("Nour", "157394", Persona.STEADY),
)
