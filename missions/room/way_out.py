"""Whether a scene can be left by who knows every code; the proof that it has no dead end."""

from collections.abc import Collection, Sequence
from typing import Protocol


class AnyLock(Protocol):
    """What an object needs."""

    @property
    def code(self) -> str | None: ...  # noqa: D102
    @property
    def item(self) -> str | None: ...  # noqa: D102


class AnyThing(Protocol):
    """What is asked of an object."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def needs(self) -> AnyLock | None: ...  # noqa: D102
    @property
    def gives(self) -> str | None: ...  # noqa: D102
    @property
    def reveals(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def exit(self) -> bool: ...  # noqa: D102


def way_out(things: Sequence[AnyThing], items: Collection[str]) -> str | None:
    """The author's mistake, in French, or None when the exit opens. Everything that can be opened is opened, in any order."""
    exits = [thing for thing in things if thing.exit]
    if len(exits) != 1 or exits[0].needs is None:
        return "objects : il faut une sortie (exit: true) et une seule, avec ce qu'elle demande dans needs."
    strange = _strangers(things, items)
    if strange:
        return f"objects : « {strange[0]} » n'est l'id d'aucun objet ni item."
    closed = [thing.id for thing in things if thing.id not in _opened(things)]
    if closed:
        return f"objects : « {closed[0]} » ne peut jamais s'ouvrir. Vérifiez needs, gives et reveals."
    return None


def _strangers(things: Sequence[AnyThing], items: Collection[str]) -> list[str]:
    known = {thing.id for thing in things}
    needed = [thing.needs.item for thing in things if thing.needs is not None]
    named = [one for one in (*needed, *(thing.gives for thing in things)) if one is not None]
    shown = [one for thing in things for one in thing.reveals]
    return [one for one in named if one not in items] + [one for one in shown if one not in known]


def _opened(things: Sequence[AnyThing]) -> set[str]:
    hidden = {one for thing in things for one in thing.reveals}
    opened: set[str] = set()
    for _ in things:
        shown = {one for thing in things if thing.id in opened for one in thing.reveals}
        pocket = {thing.gives for thing in things if thing.id in opened}
        opened |= {
            thing.id
            for thing in things
            if (thing.id not in hidden or thing.id in shown)
            and (thing.needs is None or thing.needs.item is None or thing.needs.item in pocket)
        }
    return opened
