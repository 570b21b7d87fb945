"""Keys of the demonstration: an address whose fragment opens a staff page for as long as the process lives."""

from game_server.application.accounts import Accounts, Opened
from game_server.application.people import Staff
from game_server.application.ports_people import Luck
from game_server.application.refusals import RefusedRequest
from game_server.application.ways_in import TOKEN_BYTES, hashed


class StaffKeys:
    """Reusable keys kept in memory only; who may present one, and from where, is checked before this class."""

    def __init__(self, accounts: Accounts, luck: Luck) -> None:
        """Take the accounts whose sessions the keys open."""
        self._accounts, self._luck = accounts, luck
        self._holders: dict[str, Staff] = {}

    def mint(self, staff: Staff) -> str:
        """Return a new key for the fragment of this person's address."""
        key = self._luck.token(TOKEN_BYTES)
        self._holders[hashed(key)] = staff
        return key

    async def exchange(self, key: str) -> Opened:
        """Open a session for a key; refuse with `unknown_key`."""
        staff = self._holders.get(hashed(key))
        if staff is None:
            raise RefusedRequest(
                "unknown_key",
                "Cette adresse ne vaut que pour la démonstration en cours. Reprenez celle qui est affichée.",
            )
        return await self._accounts.open_session(staff, "key")
