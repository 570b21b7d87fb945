"""From rows to the records of the use cases, and back."""

from datetime import datetime
from typing import cast, get_args

from game_server.adapters.postgres.people_tables import (
    DeviceNoticeRow,
    GroupRow,
    OneTimeCodeRow,
    SeatRow,
    SessionTokenRow,
    StaffRow,
)
from game_server.application.people import (
    CodePurpose,
    DeviceNotice,
    Group,
    OneTimeCode,
    PersonLink,
    Seat,
    SessionRow,
    Staff,
    StaffRole,
    WayIn,
)


def roles(names: list[str]) -> frozenset[StaffRole]:
    """Return the roles of a row; the table's CHECK keeps the list closed."""
    return frozenset(role for role in get_args(StaffRole) if role in names)


def staff(row: StaffRow) -> Staff:
    """Return an account without its password's hash."""
    return Staff(
        id=row.id,
        structure=row.structure,
        name=row.name,
        email=row.email,
        roles=roles(row.roles),
        on_duty=row.on_duty,
        on_call_phone=row.on_call_phone,
        disabled_at=row.disabled_at,
    )


def code(row: OneTimeCodeRow) -> OneTimeCode:
    """Return a one-time code."""
    return OneTimeCode(
        code_hash=row.code_hash,
        structure=row.structure,
        purpose=cast("CodePurpose", row.purpose),
        expires_at=row.expires_at,
        subject=row.subject,
        roles=roles(row.roles),
    )


def session(row: SessionTokenRow) -> SessionRow:
    """Return an open session."""
    return SessionRow(
        token_hash=row.token_hash,
        structure=row.structure,
        role="player" if row.role == "player" else "staff",
        subject=row.subject,
        group=row.group_id,
        known=row.known,
        way=cast("WayIn", row.way),
        created_at=row.created_at,
        expires_at=row.expires_at,
    )


def session_row(session: SessionRow) -> SessionTokenRow:
    """Return the row of a session."""
    return SessionTokenRow(
        token_hash=session.token_hash,
        structure=session.structure,
        role=session.role,
        subject=session.subject,
        group_id=session.group,
        known=session.known,
        way=session.way,
        created_at=session.created_at,
        expires_at=session.expires_at,
    )


def group(row: GroupRow) -> Group:
    """Return a group."""
    return Group(
        id=row.id,
        structure=row.structure,
        site=row.site,
        name=row.name,
        pack=row.pack,
        edition=row.edition,
        first_day=row.first_day,
        time_zone=row.time_zone,
        seed=row.seed,
        group_code=row.group_code,
        created_at=row.created_at,
        ended_at=row.ended_at,
    )


def seat(row: SeatRow) -> Seat:
    """Return a seat and the person behind it."""
    return Seat(
        id=row.id,
        structure=row.structure,
        group=row.group_id,
        first_name=row.first_name,
        has_card=row.card_hash is not None,
        created_at=row.created_at,
        person=PersonLink(row.surname, row.file_number, row.phone, row.referent),
    )


def notice(row: DeviceNoticeRow) -> DeviceNotice:
    """Return a « nouvel appareil »."""
    return DeviceNotice(row.id, row.structure, row.group_id, row.seat, row.at)


def notice_row(notice: DeviceNotice) -> DeviceNoticeRow:
    """Return the row of a « nouvel appareil »."""
    return DeviceNoticeRow(
        id=notice.id, structure=notice.structure, group_id=notice.group, seat=notice.seat, at=notice.at, seen_at=None
    )


def staff_columns(staff: Staff, password_hash: str, created_at: datetime) -> dict[str, object]:
    """Return the columns of a new account."""
    return {
        "id": staff.id,
        "structure": staff.structure,
        "name": staff.name,
        "email": staff.email,
        "roles": sorted(staff.roles),
        "password_hash": password_hash,
        "on_duty": staff.on_duty,
        "on_call_phone": staff.on_call_phone,
        "created_at": created_at,
    }


def seat_columns(seat: Seat, name_key: str, pin_hash: str) -> dict[str, object]:
    """Return the columns of a new seat."""
    return {
        "id": seat.id,
        "structure": seat.structure,
        "group_id": seat.group,
        "first_name": seat.first_name,
        "name_key": name_key,
        "pin_hash": pin_hash,
        "created_at": seat.created_at,
    }
