"""What happened in a group: ids, chosen options and verdicts, never a typed text, a name or a private value."""

from dataclasses import dataclass
from datetime import date

from game_server.core.calendar import Calendar
from game_server.core.erratum import Erratum
from game_server.core.ids import CharacterId, MissionId, OfferId, SeatId, WordId
from game_server.core.mission_kind import KindValue
from game_server.core.steering_events import SteeringEvent


@dataclass(frozen=True, slots=True)
class GroupCreated:
    """The group begins, on this edition and this calendar."""

    pack: str
    edition: int
    fingerprint: str
    seed: int
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class SeatAsked:
    """Somebody stands at the door; their first name is a word."""

    seat: SeatId
    name: WordId
    figure: int


@dataclass(frozen=True, slots=True)
class SeatAdmitted:
    """The person of this seat is in."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatRemoved:
    """The seat was taken away from the table."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SteppedAside:
    """« Je passe »."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class CameBack:
    """« Je reviens »."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """« Je pars » for today; the next action of the seat brings it back."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatForgotten:
    """What the person of this seat typed is erased for good."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class DayOpened:
    """The day began."""

    day: int


@dataclass(frozen=True, slots=True)
class DayEnded:
    """The day is over: its recap stands. `with_seats` are those who were here then."""

    day: int
    with_seats: tuple[SeatId, ...] = ()


@dataclass(frozen=True, slots=True)
class DayReopened:
    """The day goes on: its end was undone, or it is held again (`catch_up`), on the planned date `on` when there is one."""

    day: int
    catch_up: bool = False
    on: date | None = None


@dataclass(frozen=True, slots=True)
class DayWithdrawn:
    """The opening of the day was undone: the group waits for it again."""

    day: int


@dataclass(frozen=True, slots=True)
class MissionOpened:
    """This mission is the group's current one; a mission set aside goes on where it stood."""

    mission: MissionId


@dataclass(frozen=True, slots=True)
class MissionSetAside:
    """The mission is no longer current; what was done in it stays."""

    mission: MissionId


@dataclass(frozen=True, slots=True)
class StepOpened:
    """A step began."""

    mission: MissionId
    step: int


@dataclass(frozen=True, slots=True)
class StepTold:
    """An event of the step's own kind."""

    mission: MissionId
    step: int
    event: KindValue


@dataclass(frozen=True, slots=True)
class StepDone:
    """The step is over; `forced` when a facilitator said so."""

    mission: MissionId
    step: int
    forced: bool = False


@dataclass(frozen=True, slots=True)
class TookPart:
    """The first action of this seat in this mission."""

    seat: SeatId
    mission: MissionId


@dataclass(frozen=True, slots=True)
class MissionDone:
    """The last step of the mission is over. `with_seats` are those who were here then."""

    mission: MissionId
    with_seats: tuple[SeatId, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferUnlocked:
    """The mission's offer is open to the group, for good."""

    offer: OfferId
    mission: MissionId


@dataclass(frozen=True, slots=True)
class HelpOffered:
    """The group has been quiet for long: a hint is offered, and the board says so."""

    mission: MissionId
    step: int


@dataclass(frozen=True, slots=True)
class HintGiven:
    """A hint is shown to the group: a rung of the ladder, or a facilitator's own words."""

    mission: MissionId
    step: int
    rung: int
    word: WordId | None = None
    asked_by: SeatId | None = None
    said_by: CharacterId | None = None


@dataclass(frozen=True, slots=True)
class HintWithdrawn:
    """A hint was taken back by who gave it: the one at that place among the mission's hints, -1 for the last."""

    mission: MissionId
    step: int
    place: int = -1


@dataclass(frozen=True, slots=True)
class GroupPaused:
    """Every clock of the group stands still."""


@dataclass(frozen=True, slots=True)
class GroupResumed:
    """The clocks go on."""


@dataclass(frozen=True, slots=True)
class CalendarShifted:
    """This day and the later ones moved by whole local days."""

    from_day: int
    days: int


@dataclass(frozen=True, slots=True)
class ErratumEntered:
    """An answer counts as right for this step from now on."""

    erratum: Erratum


@dataclass(frozen=True, slots=True)
class FactHeard:
    """A fact stored elsewhere has been taken in; its id never counts again."""

    id: str


@dataclass(frozen=True, slots=True)
class ActNoted:
    """A facilitator's act, with its reason as a word when one was given, and with what undoing it needs.

    `detail` is an id or a status, never a typed text; `until` a game time; `inner` the open step's state before the act.
    """

    act: str
    by: str
    mission: MissionId | None = None
    seat: SeatId | None = None
    number: int = 0
    reason: WordId | None = None
    detail: str = ""
    until: float | None = None
    inner: KindValue | None = None


@dataclass(frozen=True, slots=True)
class ActUndone:
    """The act stored at this version was undone."""

    version: int
    by: str
    reason: WordId | None = None


@dataclass(frozen=True, slots=True)
class Rewarded:
    """An event of a reward rule."""

    rule: str
    event: KindValue


GroupEvent = (
    GroupCreated
    | SeatAsked
    | SeatAdmitted
    | SeatRemoved
    | SteppedAside
    | CameBack
    | SeatLeft
    | SeatForgotten
    | DayOpened
    | DayEnded
    | DayReopened
    | DayWithdrawn
    | MissionOpened
    | MissionSetAside
    | StepOpened
    | StepTold
    | StepDone
    | TookPart
    | MissionDone
    | OfferUnlocked
    | HelpOffered
    | HintGiven
    | HintWithdrawn
    | GroupPaused
    | GroupResumed
    | CalendarShifted
    | ErratumEntered
    | FactHeard
    | ActNoted
    | ActUndone
    | Rewarded
    | SteeringEvent
)
