"""The verrière on paper is the one on the phones.

Spec: V1 F2
"""

import json
from pathlib import Path
from typing import Any

import pytest

from game_server.application.papers.verriere import DrawnPane, Pane, Verriere, WaterLine, draw

PICTURES = json.loads(Path(__file__).with_name("verriere_pictures.json").read_text("utf-8"))
"""Made by the phones' own drawing: `web_client/src/kit/tests/verriere_on_paper.test.ts`."""


@pytest.mark.parametrize("place", range(len(PICTURES)))
def test_the_same_seed_gives_the_same_picture_as_on_a_phone(place: int):
    told, drawn_there = PICTURES[place]["verriere"], PICTURES[place]["picture"]
    days = [[Pane(pane["mission"], pane["state"]) for pane in day["panes"]] for day in told["days"]]
    picture = draw(Verriere(days, told["seed"]))
    assert (picture.frame, picture.posts) == (drawn_there["frame"], drawn_there["posts"])
    assert [_pane(one) for one in picture.panes] == [_pane_there(one) for one in drawn_there["panes"]]
    assert [_water(one) for one in picture.water] == [_water_there(one) for one in drawn_there["water"]]


def _pane(one: DrawnPane) -> Any:
    facets = [(facet.path, f"var(--{facet.fill})") for facet in one.facets]
    return one.pane.mission, one.pane.state, one.outline, one.seam, facets, one.middle


def _pane_there(one: Any) -> Any:
    facets = [(facet["path"], facet["fill"]) for facet in one["facets"]]
    middle = (one["middle"]["x"], one["middle"]["y"])
    return one["mission"], one["state"], one["outline"], one["seamPath"], facets, middle


def _water(one: WaterLine) -> Any:
    stroke = f"var(--{one.stroke})" if one.stroke else None
    return one.start, one.length, one.width, one.opacity, stroke


def _water_there(one: Any) -> Any:
    return (one["from"]["x"], one["from"]["y"]), one["length"], one["width"], one["opacity"], one["stroke"]


def test_a_roof_without_a_day_or_with_five_panes_in_one_is_refused():
    for days in ([], [[Pane("m", "won")] * 5], [[]]):
        with pytest.raises(ValueError, match="at least one day"):
            draw(Verriere(days, "1"))
