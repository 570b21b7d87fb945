"""Between the game's values and JSON text: commands from the wire, events in the journal, snapshots of a state.

A value of a kind or rule carries its name: an event {"type": "riddle.attempted", …}, an action {"type": "riddle/answer", …};
so do a group event and a command: {"type": "seat_admitted", …}.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any, get_args

import msgspec

from game_server.core import group_commands, group_events
from game_server.core.ids import DeviceId, GroupId, WordId
from game_server.core.messages import Actor, Commit, Role
from game_server.core.mission_kind import KindValue, MissionKind, WordRef
from game_server.core.reward_rule import RewardRule
from game_server.core.state import GroupState
from game_server.core.steering_commands import NEVER_SENT

LARGEST_FRAME = 16 * 1024


class UnreadableError(ValueError):
    """The text is not what was expected; `args[0]` says where."""


class _Head(msgspec.Struct):
    """A commit without its events: msgspec takes no union of plain dataclasses."""

    group: GroupId
    version: int
    device: DeviceId | None
    counter: int | None
    actor: Actor
    at: datetime


class Codec:
    """Knows the name of every value of the game, those of kinds and rules included."""

    def __init__(self, kinds: Mapping[str, MissionKind[Any, Any]], rewards: tuple[RewardRule[Any], ...]) -> None:
        """Learn the names that the kinds and rules give to their values."""
        self._values: dict[str, type] = {}
        for kind in kinds.values():
            self._learn(kind.name, {"state": kind.state, **kind.events})
            self._learn(kind.name, {**kind.actions, **kind.outside}, "/")
        for rule in rewards:
            self._learn(f"reward.{rule.name}", {"kept": rule.kept, **rule.events})
            self._learn(f"reward.{rule.name}", rule.actions, "/")
        self._names = {value: name for name, value in self._values.items()}
        self._actions = {kind.name: kind.actions for kind in kinds.values()}
        self._events = _by_name(get_args(group_events.GroupEvent))
        self._commands = _by_name(set(get_args(group_commands.GroupCommand)) - NEVER_SENT)
        self._event_names = {value: name for name, value in (*self._events.items(), *self._commands.items())}

    def _learn(self, prefix: str, values: Mapping[str, type], joint: str = ".") -> None:
        self._values |= {f"{prefix}{joint}{name}": value for name, value in values.items()}

    def commit_bytes(self, commit: Commit) -> bytes:
        """One commit as the journal and the feed carry it."""
        return msgspec.json.encode(self.plain(commit))

    def commit(self, data: bytes) -> Commit:
        """A commit read back. Raises UnreadableError."""
        raw = _decode(data)
        events = tuple(self._tagged(event, self._events) for event in raw.pop("events", ()))
        head: _Head = self._convert(raw, _Head)
        return Commit(head.group, head.version, head.device, head.counter, head.actor, head.at, events)

    def events_text(self, commit: Commit) -> str:
        """The events alone, for the journal's own column."""
        return msgspec.json.encode([self.plain(event) for event in commit.events]).decode()

    def commit_from_row(self, row: Mapping[str, Any]) -> Commit:
        """A commit from a row: group, version, device, counter, actor ("role:id"), at, events (JSON text)."""
        role, _, actor = str(row["actor"]).partition(":")
        events = tuple(self._tagged(event, self._events) for event in _decode(row["events"]))
        device = DeviceId(row["device"]) if row["device"] is not None else None
        who = Actor(Role(role), actor)
        return Commit(GroupId(str(row["group"])), row["version"], device, row["counter"], who, row["at"], events)

    def snapshot_bytes(self, state: GroupState) -> bytes:
        """A whole state."""
        return msgspec.json.encode(self.plain(state))

    def state(self, data: bytes) -> GroupState:
        """A state read back, equal to the one that was written. Raises UnreadableError."""
        state: GroupState = self._convert(_decode(data), GroupState)
        return state

    def command(self, raw: Any) -> group_commands.GroupCommand:
        """A command from the wire, with the action of its kind. Raises UnreadableError on anything else."""
        if not isinstance(raw, dict):
            raise UnreadableError("command")
        command: group_commands.GroupCommand = self._tagged(dict(raw), self._commands)
        return command

    def _tagged(self, raw: Any, names: Mapping[str, type]) -> Any:
        if not isinstance(raw, dict):
            raise UnreadableError("type")
        wanted = names.get(str(raw.get("type")))
        if wanted is None:
            raise UnreadableError("type")
        return self._convert({key: value for key, value in raw.items() if key != "type"}, wanted)

    def _convert(self, raw: Any, wanted: Any) -> Any:
        try:
            return msgspec.convert(raw, wanted, dec_hook=self._kind_value)
        except (msgspec.ValidationError, TypeError, ValueError) as error:
            raise UnreadableError(str(error)) from error

    def _kind_value(self, wanted: type, raw: Any) -> Any:
        if wanted is not KindValue or not isinstance(raw, dict):
            raise TypeError(f"no {wanted.__name__} here")
        known = self._values.get(str(raw.get("type")))
        if known is None:
            raise TypeError("type of the action")
        return self._convert({key: value for key, value in raw.items() if key != "type"}, known)

    def plain(self, value: Any) -> Any:
        """A value as JSON data, each kind's value and each event under its name."""
        if is_dataclass(value) and not isinstance(value, type):
            name = self._names.get(type(value)) or self._event_names.get(type(value))
            tag = {"type": name} if name else {}
            return tag | {one.name: self.plain(getattr(value, one.name)) for one in fields(value)}
        if isinstance(value, Mapping):
            return {key: self.plain(one) for key, one in value.items()}
        if isinstance(value, tuple | list | frozenset | set):
            items = sorted(value) if isinstance(value, frozenset | set) else value
            return [self.plain(one) for one in items]
        return value


def slice_bytes(value: Any, words: Mapping[WordId, str]) -> bytes:
    """A slice as the browser gets it, each word put in its place, « effacé » where it no longer exists."""

    def word(reference: Any) -> str:
        if isinstance(reference, WordRef):
            return words.get(reference.id, "effacé")
        raise NotImplementedError(type(reference).__name__)

    return msgspec.json.encode(value, enc_hook=word)


def word_ids(value: Any) -> set[str]:
    """The ids of every word that a slice names."""
    if isinstance(value, WordRef):
        return {value.id}
    if isinstance(value, Mapping):
        return set().union(*(word_ids(one) for one in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(word_ids(one) for one in value))
    return set()


def _by_name(classes: Iterable[type]) -> dict[str, type]:
    return {re.sub(r"(?<!^)(?=[A-Z])", "_", one.__name__).lower(): one for one in classes}


def _decode(data: bytes | str) -> Any:
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise UnreadableError(str(error)) from error
