"""Every refusal about an appointment that a young person can get, said once."""

from game_server.application.refusals import RefusedRequest


def slot_taken(others: list[dict[str, object]]) -> RefusedRequest:
    """Somebody was faster; `slots` holds three others."""
    sentence = "Ce créneau vient d’être pris. " + (
        "En voici d’autres, choisis celui qui te va." if others else "Tu peux demander qu’on te rappelle."
    )
    return RefusedRequest("slot_taken", sentence, {"slots": others})


def seat_busy() -> RefusedRequest:
    """The young person has another meeting at that time."""
    return RefusedRequest("seat_busy", "Tu as déjà un rendez-vous à cette heure-là. Choisis un autre créneau.")


def already_chosen() -> RefusedRequest:
    """The mission has its appointment."""
    return RefusedRequest(
        "appointment_already_chosen", "Tu as déjà un rendez-vous. Pour en changer, annule-le puis choisis un créneau."
    )


def key_reused() -> RefusedRequest:
    """The request's key is missing, or served for another request."""
    return RefusedRequest(
        "key_reused", "Cette demande ne correspond pas à la première. Recharge la page et recommence."
    )


def busy_moment() -> RefusedRequest:
    """Too many people book at this instant."""
    return RefusedRequest("busy_moment", "Beaucoup de monde réserve en même temps. Réessaie dans un instant.")


def over() -> RefusedRequest:
    """The meeting has begun or is already cancelled."""
    return RefusedRequest(
        "appointment_over", "Ce rendez-vous a commencé ou n’a plus lieu. Appelle ta Mission Locale si besoin."
    )


def not_found() -> RefusedRequest:
    """No such appointment for whoever asks."""
    return RefusedRequest("appointment_not_found", "Ce rendez-vous n’existe pas ici. Reviens à la liste.")


def unknown_seat() -> RefusedRequest:
    """No such seat in this structure."""
    return RefusedRequest("seat_not_found", "Cette place n’existe plus. Demande à ton animateur ou ton animatrice.")


def too_late_alone() -> RefusedRequest:
    """The deadline of this sort of meeting has passed; warning is always possible."""
    return RefusedRequest(
        "too_late_alone",
        "C’est trop tard pour changer ce rendez-vous depuis ici. Tu peux toujours prévenir\N{NO-BREAK SPACE}: "
        "ton conseiller ou ta conseillère le verra tout de suite.",
    )
