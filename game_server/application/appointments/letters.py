"""What is sent to a counsellor: an event for a calendar server, an invitation by mail, or a plain notice."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from game_server.application.appointments.event_file import Revision, invitation, published_event, stored_event
from game_server.application.appointments.french import NBSP, in_words
from game_server.application.appointments.words import Booking, Channel, Chosen, Counsellor, Method, Place


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the mailbox and its name, the installation's own host (part of every UID), the counsellors' page."""

    sender: str
    sender_name: str
    host: str
    page: str


def counsellor_revision(booking: Booking, place: Place) -> Revision:
    """The event as the counsellor sees it: a first name and what its owner chose to share."""
    return _revision(booking, place, f"Rendez-vous avec {booking.first_name}", booking.shared)


def young_person_file(booking: Booking, place: Place) -> bytes:
    """The event for the young person's own phone: nothing in it says with whom or why."""
    return published_event(_revision(booking, place, "Rendez-vous", ()))


def calendar_event(booking: Booking, counsellor: Counsellor) -> bytes:
    """The event for the counsellor's CalDAV calendar."""
    return stored_event(counsellor_revision(booking, counsellor.place))


def invitation_mail(booking: Booking, counsellor: Counsellor, method: Method, head: Letterhead) -> bytes:
    """The mail that is the invitation (RFC 6047): text, calendar part, and the same file attached for older clients."""
    message = _notice(booking, counsellor, method, head, Channel.IMIP)
    file = invitation(
        counsellor_revision(booking, counsellor.place),
        method,
        organizer=head.sender,
        attendee=counsellor.email,
        attendee_name=counsellor.name,
    )
    # Quoted-printable calendar parts are broken by some Outlook versions, hence base64.
    message.add_alternative(file.decode(), subtype="calendar", params={"method": method.value}, cte="base64")
    message.add_attachment(file, maintype="application", subtype="ics", filename="rendez-vous.ics")
    return bytes(message)


def notice_mail(booking: Booking, counsellor: Counsellor, method: Method, head: Letterhead) -> bytes:
    """The plain mail beside a CalDAV calendar: without a calendar part, which would make a second entry."""
    return bytes(_notice(booking, counsellor, method, head, Channel.NOTICE))


def call_back_mail(chosen: Chosen, first_name: str, counsellor: Counsellor, head: Letterhead) -> bytes:
    """The plain mail that says who would like to be called."""
    text = _body(
        counsellor,
        f"{first_name} aimerait que vous l’appeliez. Son numéro, s’il est connu, est dans votre page.",
        chosen.shared,
        head,
    )
    return bytes(_letter(counsellor, head, f"{first_name} demande un appel", text, f"{chosen.id.hex}.call", chosen.at))


def overlap_mail(booking: Booking, counsellor: Counsellor, head: Letterhead, at: datetime) -> bytes:
    """The plain mail that says that an event of their own calendar meets an appointment."""
    when = in_words(booking.during.start, booking.time_zone)
    text = _body(
        counsellor,
        f"Un autre événement de votre agenda tombe en même temps que votre rendez-vous avec {booking.first_name}, "
        f"{when}. Vous pouvez déplacer ou annuler le rendez-vous depuis votre page.",
        (),
        head,
    )
    subject = f"À vérifier{NBSP}: rendez-vous avec {booking.first_name}, {when}"
    return bytes(_letter(counsellor, head, subject, text, f"{booking.id.hex}.{int(at.timestamp())}", at))


def _revision(booking: Booking, place: Place, title: str, lines: tuple[str, ...]) -> Revision:
    return Revision(
        uid=booking.uid,
        sequence=booking.sequence,
        dtstamp=booking.dtstamp,
        during=booking.during,
        time_zone=booking.time_zone,
        title=title,
        place=booking_place(place),
        lines=lines,
    )


def _notice(
    booking: Booking, counsellor: Counsellor, method: Method, head: Letterhead, channel: Channel
) -> EmailMessage:
    when = in_words(booking.during.start, booking.time_zone)
    place = booking_place(counsellor.place)
    if method is Method.CANCEL:
        subject, sentence = f"Annulé{NBSP}: ", f"Le rendez-vous avec {booking.first_name} {when} est annulé."
    elif booking.sequence:
        subject, sentence = (
            f"Mis à jour{NBSP}: ",
            f"Le rendez-vous avec {booking.first_name} aura lieu {when}, {place}.",
        )
    else:
        subject, sentence = "", f"{booking.first_name} a choisi un rendez-vous avec vous {when}, {place}."
    lines = () if method is Method.CANCEL else booking.shared
    text = _body(counsellor, sentence, lines, head)
    # Short, so that the header is not folded, which some servers read as another name.
    name = f"{booking.uid.partition('@')[0]}.{booking.sequence}.{method.value.lower()}.{channel.value[0]}"
    return _letter(
        counsellor, head, f"{subject}rendez-vous avec {booking.first_name}, {when}", text, name, booking.dtstamp
    )


def booking_place(place: Place) -> str:
    """Where to go, on one line."""
    return ", ".join(part for part in (place.name, place.address) if part)


def _body(counsellor: Counsellor, sentence: str, shared: tuple[str, ...], head: Letterhead) -> str:
    parts = [f"Bonjour {counsellor.name},", sentence]
    if shared:
        parts.append("\n".join([f"Ce que cette personne a choisi de partager{NBSP}:", *(f"- {it}" for it in shared)]))
    parts.append(f"Voir et répondre{NBSP}: {head.page}")
    return "\n\n".join(parts) + "\n"


def _letter(
    counsellor: Counsellor, head: Letterhead, subject: str, text: str, name: str, written_at: datetime
) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = formataddr((head.sender_name, head.sender))
    message["To"] = counsellor.email
    message["Subject"] = " ".join(f"{subject[:1].upper()}{subject[1:]}".splitlines())
    message["Date"] = format_datetime(written_at)
    message["Message-ID"] = f"<{name}@{head.host}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="quoted-printable")
    return message
