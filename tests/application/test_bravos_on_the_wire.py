"""A gesture of a reward rule, as a phone sends it, as the journal keeps it, and as it is refused.

Spec: K7 K10
"""

import re
from pathlib import Path

import rewards
from game_server.application.codec import Codec
from game_server.application.texts import Texts
from game_server.core import group_commands as c
from game_server.core.messages import Actor, Role
from rewards.bravos.values import Give
from tests.conformance.adventure import Adventure
from tests.conformance.discovery import KINDS, REWARDS
from tests.conformance.table import seats

CODEC = Codec(KINDS, REWARDS)


def test_a_bravo_travels_from_the_phone_to_the_journal_and_back() -> None:
    group, (one, two) = Adventure().begins().plays_day(1), seats(2)
    action = {"type": "reward.bravos/give", "to": two, "bravo": "listened"}
    command = CODEC.command({"type": "use_reward", "rule": "bravos", "action": action})
    assert command == c.UseReward("bravos", Give(two, "listened"))
    group.asks(command, Actor(Role.PLAYER, one))
    assert CODEC.commit(CODEC.commit_bytes(group.commits[-1])) == group.commits[-1]
    assert CODEC.state(CODEC.snapshot_bytes(group.now)) == group.now


def test_a_journal_from_before_seats_were_told_is_read() -> None:
    group = Adventure().begins().plays_day(1)
    text = CODEC.commit_bytes(group.commits[-1]).decode()
    without = re.sub(r',"with_seats":\[[^]]*\]', "", text)
    assert without != text
    read = CODEC.commit(without.encode())
    assert [one.with_seats for one in read.events if hasattr(one, "with_seats")] == [()]


def test_every_refusal_of_a_rule_has_its_sentence() -> None:
    texts = Texts({}, REWARDS)
    for rule in REWARDS:
        sources = Path(rewards.__path__[0], rule.name).glob("*.py")
        codes = {code for one in sources for code in re.findall(r'Declined\("(\w+)"\)', one.read_text("utf-8"))}
        assert bool(codes) == bool(rule.actions)
        assert [code for code in codes if not texts.has(f"{rule.name}.{code}")] == []
