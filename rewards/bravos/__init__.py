"""Bravos: a fixed list of things seen in somebody, given by one person to another, shown to the receiver alone, never counted."""

from game_server.core.reward_rule import RewardRule
from rewards.bravos.rules import decide, evolve, react
from rewards.bravos.values import Bravos, Give, Given, GivenByCharacter
from rewards.bravos.views import mine, show

RULE = RewardRule(
    name="bravos",
    kept=Bravos,
    events={"given": Given, "given_by_character": GivenByCharacter},
    start=Bravos,
    evolve=evolve,
    show=show,
    react=react,
    mine=mine,
    actions={"give": Give},
    decide=decide,
)
