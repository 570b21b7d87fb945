"""The numbers that anybody in France can call for free, as every « j'ai besoin d'aide » shows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpNumber:
    """One number: what is dialled, whose it is, and when to use it."""

    number: str
    title: str
    text: str


HELP_NUMBERS = (
    HelpNumber("112", "Urgence", "Danger, accident, malaise : jour et nuit, même sans crédit."),
    HelpNumber("114", "Urgence par SMS", "Si tu ne peux pas parler ou entendre : envoie un SMS."),
    HelpNumber("3114", "Souffrance et idées suicidaires", "Une personne formée t’écoute, jour et nuit."),
    HelpNumber("119", "Enfance en danger", "Pour toi ou pour quelqu’un de ton âge : jour et nuit."),
    HelpNumber(
        "3018", "Harcèlement et violences en ligne", "Conseil et retrait de contenus, tous les jours de 9 h à 23 h."
    ),
    HelpNumber(
        "0 800 235 236", "Fil Santé Jeunes", "Santé, amour, mal-être, de 12 à 25 ans : tous les jours de 9 h à 23 h."
    ),
    HelpNumber("115", "Sans abri ce soir", "Pour trouver un hébergement d’urgence : jour et nuit."),
)
"""In the order of urgency. All are free; 3114, 119 and 115 answer day and night, the others as said."""
