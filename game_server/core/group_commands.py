"""What may be asked of a group. Each command names who may ask it; what it needs from outside comes in it or in the moment."""

from dataclasses import dataclass

from game_server.core.calendar import Calendar
from game_server.core.erratum import Erratum
from game_server.core.ids import CharacterId, DueId, MissionId, SeatId
from game_server.core.mission_kind import KindValue
from game_server.core.steering_commands import SteeringCommand


@dataclass(frozen=True, slots=True)
class CreateGroup:
    """Staff or system: begin a group on a pack's edition. `seed` (64 bits) draws its verrière."""

    pack: str
    edition: int
    fingerprint: str
    seed: int
    calendar: Calendar
    errata: tuple[Erratum, ...] = ()


@dataclass(frozen=True, slots=True)
class AskSeat:
    """System, for a young person at the door: a seat under a first name, to be admitted. `figure` is drawn on the quay."""

    seat: SeatId
    first_name: str
    figure: int


@dataclass(frozen=True, slots=True)
class AdmitSeat:
    """Staff: let the person of this seat in (again)."""

    seat: SeatId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemoveSeat:
    """Staff: take this seat away from the table; it can be admitted again."""

    seat: SeatId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StepAside:
    """Player: « je passe ». The pieces go to somebody present; no reason is asked."""


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Player: « je reviens »."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Player: « je pars » for today."""


@dataclass(frozen=True, slots=True)
class Play:
    """Player: an action of the kind of the step that is open."""

    mission: MissionId
    step: int
    action: KindValue


@dataclass(frozen=True, slots=True)
class AskHint:
    """Player: show the next hint to the group. Asking costs nothing."""

    mission: MissionId


@dataclass(frozen=True, slots=True)
class TakeUp:
    """Player: the day's own missions are done; take up one that was left behind."""

    mission: MissionId


@dataclass(frozen=True, slots=True)
class UseReward:
    """Player: an action of a reward rule (a bravo for somebody)."""

    rule: str
    action: KindValue


@dataclass(frozen=True, slots=True)
class OpenDay:
    """Staff: open the next day now, before its hour."""

    day: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EndDay:
    """Staff: close the open day now."""

    day: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpenMission:
    """Staff: make this mission the group's current one."""

    mission: MissionId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SkipMission:
    """Staff: set this mission aside; it can be taken up again."""

    mission: MissionId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ForceStep:
    """Staff: count the open step as done."""

    mission: MissionId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GiveHint:
    """Staff: give a hint now: own words, the rung of that place (from 0), or the first rung not given yet."""

    mission: MissionId
    text: str = ""
    said_by: CharacterId | None = None
    rung: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    """Staff: stop every clock of the group."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resume:
    """Staff: start the clocks again, exactly where they stood."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShiftCalendar:
    """Staff: move this day and the later ones by whole days (negative: earlier)."""

    from_day: int
    days: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Staff: undo the act that was stored at this version."""

    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EnterErratum:
    """Staff, or system for another group of the structure: an accepted answer, with the attempts of this group that gave it."""

    erratum: Erratum
    attempts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawErratum:
    """System, for another group of the structure: this accepted answer counts no more."""

    number: str


@dataclass(frozen=True, slots=True)
class ForgetSeat:
    """System: the words of this seat were erased at its person's wish; show « effacé » in their place."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class DealAgain:
    """System: presence changed; let pieces held by absent people go to those who are here."""


@dataclass(frozen=True, slots=True)
class FallDue:
    """Clock: something whose time has come."""

    item: DueId


@dataclass(frozen=True, slots=True)
class TellFact:
    """System: something that was stored outside the journal (an appointment chosen, a portrait done); `id` makes it count once."""

    id: str
    mission: MissionId
    seat: SeatId
    action: KindValue


GroupCommand = (
    CreateGroup
    | AskSeat
    | AdmitSeat
    | RemoveSeat
    | StepAside
    | ComeBack
    | Leave
    | Play
    | AskHint
    | TakeUp
    | UseReward
    | OpenDay
    | EndDay
    | OpenMission
    | SkipMission
    | ForceStep
    | GiveHint
    | Pause
    | Resume
    | ShiftCalendar
    | Undo
    | EnterErratum
    | WithdrawErratum
    | ForgetSeat
    | DealAgain
    | FallDue
    | TellFact
    | SteeringCommand
)
