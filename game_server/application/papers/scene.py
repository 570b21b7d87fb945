"""A group as its papers see it, and what several of them say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from game_server.application.appointments.french import NBSP
from game_server.application.papers.picture import svg_of
from game_server.application.papers.verriere import Pane, Verriere
from game_server.application.people import Group
from game_server.core.rules import Rules
from game_server.core.showing import missions, table
from game_server.core.state import DayStatus, GroupState
from rewards.sentences import sentences

OUTSIDE = {"won": "won", "clear": "clear"}
"""What shows on a paper for anybody: what is lit. The rest is frost, without a word of what is missing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A group, its scenario and where it stands."""

    group: Group
    rules: Rules
    state: GroupState

    @property
    def over(self) -> bool:
        """Whether the last day is over."""
        return self.state.day >= len(self.rules.scenario.days) and self.state.day_status is DayStatus.ENDED

    def on(self, day: int) -> date:
        """The date of a day of the game; of the group's first day when the calendar has no such day."""
        planned = self.state.calendar.day(day)
        return planned.on if planned else self.group.first_day

    def reward(self, name: str) -> Mapping[str, Any]:
        """What a reward rule shows to everyone; nothing when the scenario is played without it."""
        known = any(rule.name == name for rule in self.rules.rewards)
        return (table.show_reward(name)(self.rules, self.state) if known else None) or {}

    def picture(self, *, outside: bool = False) -> str:
        """The verrière as an SVG: as it is, or for anybody to see."""
        shown = missions.verriere(self.rules, self.state) or {}
        left = "clear" if self.over else "to_come"
        days = [
            [
                Pane(pane["mission"], OUTSIDE.get(pane["state"], left) if outside else pane["state"])
                for pane in day["panes"]
            ]
            for day in shown["days"]
        ]
        return svg_of(Verriere(days, shown["seed"]))

    def picture_words(self) -> str:
        """The picture in words, for its owner."""
        lit = sum(
            pane["state"] == "won"
            for day in (missions.verriere(self.rules, self.state) or {})["days"]
            for pane in day["panes"]
        )
        counted = ("Aucun éclat allumé", "1 éclat allumé")[lit] if lit <= 1 else f"{lit} éclats allumés"
        return f"La verrière du groupe. {counted}."

    def day_name(self, number: int, title: str) -> str:
        """As in « Jour 3 · Le sas »."""
        return f"Jour{NBSP}{number} · {title}"


def words_of(rule: str) -> Mapping[str, str]:
    """The sentences that the rule's own screen uses."""
    screen: Mapping[str, str] = sentences(rule)["screen"]
    return screen
