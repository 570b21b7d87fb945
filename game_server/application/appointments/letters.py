"""What is sent to a counsellor: an event for a calendar server, an invitation by mail, or a plain notice."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr
from uuid import UUID

from game_server.application.appointments.event_file import Revision, invitation, published_event, stored_event
from game_server.application.appointments.french import NBSP, in_words
from game_server.application.appointments.letter_page import as_html
from game_server.application.appointments.records import Chosen
from game_server.application.appointments.words import Booking, Channel, Counsellor, Method, Mode, Place, Warned


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the mailbox and its name, the installation's own host (part of every UID), the counsellors' page."""

    sender: str
    sender_name: str
    host: str
    page: str


def counsellor_revision(booking: Booking, counsellor: Counsellor) -> Revision:
    """The event as the counsellor sees it: a first name and what its owner chose to share."""
    return _revision(booking, counsellor, f"Rendez-vous avec {booking.first_name}", booking.shared)


def feed_revision(booking: Booking, counsellor: Counsellor) -> Revision:
    """The event as a calendar that anybody with its address may read: an initial, and nothing that was shared."""
    return _revision(booking, counsellor, f"Rendez-vous ({booking.first_name[:1].upper()}.)", ())


def young_person_file(booking: Booking, counsellor: Counsellor) -> bytes:
    """The event for the young person's own phone: nothing in it says with whom or why."""
    return published_event(_revision(booking, counsellor, "Rendez-vous", ()))


def calendar_event(booking: Booking, counsellor: Counsellor) -> bytes:
    """The event for the counsellor's CalDAV calendar."""
    return stored_event(counsellor_revision(booking, counsellor))


def invitation_mail(booking: Booking, counsellor: Counsellor, method: Method, head: Letterhead) -> bytes:
    """The mail that is the invitation (RFC 6047): text, HTML, calendar part, and the same file attached for older clients."""
    message = _notice(booking, counsellor, method, head, Channel.IMIP)
    message.add_alternative(as_html(message.get_content()), subtype="html", cte="quoted-printable")
    file = invitation(
        counsellor_revision(booking, counsellor),
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


def warning_mail(booking: Booking, counsellor: Counsellor, head: Letterhead, at: datetime) -> bytes:
    """The plain mail that carries what somebody lets their counsellor know at the last minute."""
    when = in_words(booking.during.start, booking.time_zone)
    what = "sera en retard à" if booking.warned is Warned.LATE else "ne pourra pas venir à"
    text = _body(counsellor, f"{booking.first_name} {what} votre rendez-vous, {when}.", (), head)
    subject = f"{booking.first_name} {what} votre rendez-vous, {when}"
    return bytes(_letter(counsellor, head, subject, text, f"{booking.id.hex}.{int(at.timestamp())}.w", at))


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


def reminder_words(booking: Booking) -> str:
    """What a reminder says, to whoever may read over a shoulder: when, and nothing else."""
    when = in_words(booking.during.start, booking.time_zone)
    return f"Rappel{NBSP}: tu as rendez-vous {when}. Un empêchement{NBSP}? Préviens depuis ta page."


def reminder_mail(reminder: UUID, booking: Booking, to: str, head: Letterhead, at: datetime) -> bytes:
    """The mail that reminds a young person, as discreet as the text message."""
    message = EmailMessage(policy=SMTP)
    message["From"] = head.sender
    message["To"] = to
    message["Subject"] = f"Rappel{NBSP}: {in_words(booking.during.start, booking.time_zone)}"
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{reminder.hex}.r@{head.host}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(reminder_words(booking) + "\n", cte="quoted-printable")
    return bytes(message)


def _revision(booking: Booking, counsellor: Counsellor, title: str, lines: tuple[str, ...]) -> Revision:
    return Revision(
        uid=booking.uid,
        sequence=booking.sequence,
        dtstamp=booking.dtstamp,
        during=booking.during,
        time_zone=booking.time_zone,
        title=title,
        place=meeting_place(booking.mode, counsellor),
        lines=lines,
    )


def _notice(
    booking: Booking, counsellor: Counsellor, method: Method, head: Letterhead, channel: Channel
) -> EmailMessage:
    when = in_words(booking.during.start, booking.time_zone)
    place = meeting_place(booking.mode, counsellor)
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


def meeting_place(mode: Mode, counsellor: Counsellor) -> str:
    """Where two people meet, on one line: an address, « par téléphone » or a link."""
    if mode is Mode.PHONE:
        return "par téléphone"
    if mode is Mode.VIDEO:
        return counsellor.video_link or "en visio"
    return booking_place(counsellor.place)


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
