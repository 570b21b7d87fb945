"""Who plays in the demonstration."""

from game_server.demonstration.player import Person

CAST = (
    Person("Inaya", "481937", shared=("Trouver une immersion en cuisine", "Le permis, combien ça coûte")),
    Person("Yanis", "730264", shared=("Refaire mon CV",)),
    Person("Maëlle", "592816"),
    Person("Sofiane", "264093", shared=("Comprendre l’alternance",)),
    Person("Lou", "918357", choice="call_back"),
    Person("Tiago", "375182", shared=("Parler d’un projet de menuiserie",)),
    Person("Awa", "640729", choice="not_now"),
    Person("Nour", "157394"),
)
