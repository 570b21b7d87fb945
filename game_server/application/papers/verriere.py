"""The geometry of a group's glass roof on paper: the twin of `web_client/src/kit/verriere.ts`, for the same seed the same picture.

Lengths are in the units of a picture 360 wide, of which the building takes 328. `tests/papers/verriere_pictures.json` holds
pictures that both must draw.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from game_server.application.papers.chance import between, chance

WIDTH = 328
MARGIN = 16
EAVES, GROUND, EDGE, LINES, HEIGHT = 56, 226, 244, 4, 286
"""Of the largest of the four sizes that screens know: the one that is printed."""
RIDGE = 6
FACET_PAIRS = 10
DAYS_PER_TOOTH_FROM = 6
TILT = {1: 0.0, 2: 0.17, 3: 0.125, 4: 0.09}
SEAM = (0.22, 0.78)
BENT = ("won", "clear")
WATER_STEP, WATER_GAP, WATER_FROM = 32.8, 8.5, 11

Point = tuple[float, float]
Bar = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Pane:
    """One mission: `state` is one of to_come, now, one_voice, kept, won, missed and clear."""

    mission: str
    state: str


@dataclass(frozen=True, slots=True)
class Verriere:
    """The days, each with its 1 to 4 panes from top to bottom, and the group's seed."""

    days: Sequence[Sequence[Pane]]
    seed: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One side of a seam: its outline and the name of its token, such as `facet-3-deep`."""

    path: str
    fill: str


@dataclass(frozen=True, slots=True)
class DrawnPane:
    """A pane as drawn. The first of the two facets lights with the first voice."""

    pane: Pane
    outline: str
    seam: str
    facets: tuple[Facet, Facet]
    middle: Point


@dataclass(frozen=True, slots=True)
class WaterLine:
    """One line of light on the water; `stroke` is the token of its colour, or None for plain water."""

    start: Point
    length: float
    width: float
    opacity: float
    stroke: str | None


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that there is to draw."""

    panes: Sequence[DrawnPane]
    frame: str
    posts: str
    water: Sequence[WaterLine]


@dataclass(frozen=True, slots=True)
class _Bay:
    """One day's slice of the roof, seen from the quay."""

    left: float
    right: float
    left_top: float
    right_top: float
    opens_tooth: bool


def draw(verriere: Verriere) -> Picture:
    """Draw the roof. Raises ValueError for no day, or a day without 1 to 4 panes."""
    days = verriere.days
    if not days or any(len(day) not in TILT for day in days):
        raise ValueError("a verrière has at least one day, and each day 1 to 4 panes")
    bays = _bays(len(days))
    return Picture(
        panes=[one for place, bay in enumerate(bays) for one in _draw_bay(verriere, place, bay)],
        frame=_frame(bays),
        posts="".join(f"M{_number(bay.left)} {_number(bay.left_top)}V{GROUND}" for bay in bays[1:] if bay.opens_tooth),
        water=[line for place, bay in enumerate(bays) for line in _draw_water(verriere, place, bay)],
    )


def _bays(count: int) -> list[_Bay]:
    per_tooth = 2 if count >= DAYS_PER_TOOTH_FROM else 1

    def bay(place: int) -> _Bay:
        first = place - place % per_tooth
        inside = min(per_tooth, count - first)
        left_top, right_top = (EAVES + ((RIDGE - EAVES) * step) / inside for step in (place - first, place - first + 1))
        return _Bay((WIDTH * place) / count, (WIDTH * (place + 1)) / count, left_top, right_top, place == first)

    return [bay(place) for place in range(count)]


def _draw_bay(verriere: Verriere, day: int, bay: _Bay) -> list[DrawnPane]:
    panes = verriere.days[day]
    bars = [_bar(verriere, index, day, bay) for index in range(len(panes) + 1)]
    return [
        _draw_pane(verriere, day, index, (top[0], top[1], bottom[1], bottom[0]))
        for index, (top, bottom) in enumerate(pairwise(bars))
    ]


def _bar(verriere: Verriere, index: int, day: int, bay: _Bay) -> Bar:
    """The bar above pane `index`: an even grid, bent as soon as a pane beside it was won."""
    panes = verriere.days[day]
    bent = 0 < index < len(panes) and any(one.state in BENT for one in panes[index - 1 : index + 1])
    reach = TILT[len(panes)] if bent else 0.0

    def end(x: float, top: float, side: str) -> Point:
        moved = between(verriere.seed, f"bar {day}.{index} {side}", -reach, reach)
        return x, top + (GROUND - top) * (index / len(panes) + moved)

    return end(bay.left, bay.left_top, "left"), end(bay.right, bay.right_top, "right")


def _draw_pane(verriere: Verriere, day: int, index: int, corners: tuple[Point, Point, Point, Point]) -> DrawnPane:
    top_left, top_right, bottom_right, bottom_left = corners
    seed, place = verriere.seed, f"{day}.{index}"
    top = _along(top_left, top_right, between(seed, f"seam {place} top", *SEAM))
    bottom = _along(bottom_left, bottom_right, between(seed, f"seam {place} bottom", *SEAM))
    tint = _tint(day, len(verriere.days), math.floor(between(seed, f"slip {place}", -1, 2)))
    fills = [f"facet-{tint}-deep", f"facet-{tint}-pale"]
    if chance(seed, f"light {place}") < 0.5:  # noqa: PLR2004 - heads or tails
        fills.reverse()
    left = Facet(_path(top_left, top, bottom, bottom_left), fills[0])
    right = Facet(_path(top, top_right, bottom_right, bottom), fills[1])
    facets = (right, left) if chance(seed, f"first {place}") < 0.5 else (left, right)  # noqa: PLR2004 - heads or tails
    middle = _along(_along(top_left, top_right, 0.5), _along(bottom_left, bottom_right, 0.5), 0.5)
    return DrawnPane(verriere.days[day][index], _path(*corners), _line(top, bottom), facets, middle)


def _tint(day: int, days: int, slip: int) -> int:
    """Which pair of facets, 1 to 10: the dawn is spread over the days there are, and a pane may slip one pair."""
    spread = (FACET_PAIRS - 1) / 2 if days == 1 else (day * (FACET_PAIRS - 1)) / (days - 1)
    return min(FACET_PAIRS, max(1, math.floor(spread + 0.5) + 1 + slip))


def _frame(bays: Sequence[_Bay]) -> str:
    roof: list[Point] = []
    for bay in bays:
        roof += [(bay.left, bay.left_top)] if bay.opens_tooth else []
        roof.append((bay.right, bay.right_top))
    return _line((0, GROUND), *roof, (WIDTH, GROUND))


def _draw_water(verriere: Verriere, day: int, bay: _Bay) -> list[WaterLine]:
    """The bay's light on the water: as many bright lines as its won panes give, from the quay outwards."""
    panes, seed = verriere.days[day], verriere.seed
    bright = math.ceil((LINES * sum(one.state == "won" for one in panes)) / len(panes))
    pieces = max(1, math.floor((bay.right - bay.left) / WATER_STEP + 0.5))
    step = (bay.right - bay.left) / pieces
    stroke = f"facet-{_tint(day, len(verriere.days), 0)}-deep"

    def line(row: int, piece: int) -> WaterLine:
        lit = row < bright
        part = (0.95 if lit else 0.57) - 0.13 * row * (1 if lit else 0.6)
        drift = between(seed, f"water {day}.{row}.{piece}", -0.06, 0.16) + 0.05 * row
        return WaterLine(
            start=(bay.left + step * (piece + drift), EDGE + WATER_FROM + WATER_GAP * row),
            length=step * part,
            width=3 - 0.25 * row if lit else 2,
            opacity=0.8 - 0.12 * row if lit else 1,
            stroke=stroke if lit else None,
        )

    return [line(row, piece) for row in range(LINES) for piece in range(pieces)]


def _along(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _path(*points: Point) -> str:
    return f"{_line(*points)}Z"


def _line(*points: Point) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """A tenth of a unit, written as JavaScript writes it."""
    return f"{math.floor(value * 10 + 0.5) / 10:g}"
