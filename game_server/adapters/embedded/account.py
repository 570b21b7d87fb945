"""Under which account the stores run: ours, or an unprivileged one when we are root.

PostgreSQL refuses to run as root, and Valkey should not. As root both run as `nobody`, or as the account that already
owns the data folder, over a folder that this account can reach. The modes of parent folders are never touched.
"""

import hashlib
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from game_server.adapters.embedded.refusal import StoresRefused

SYSTEM_FOLDER = Path("/var/lib/eclats")
UNPRIVILEGED = "nobody"


@dataclass(frozen=True)
class Account:
    """Who runs the stores; `changes` is true when it is not who we are."""

    user: int
    group: int

    @property
    def changes(self) -> bool:
        """Whether a child must give up our rights."""
        return self.user != os.geteuid()

    def give(self, path: Path) -> None:
        """Make this account the owner of `path`. Raises StoresRefused where the machine does not let us."""
        if not self.changes:
            return
        try:
            os.chown(path, self.user, self.group, follow_symlinks=False)
        except OSError as error:
            raise cannot_change() from error


def cannot_change() -> StoresRefused:
    """Build the refusal of a machine where root may not become somebody else, as some containers decide."""
    return StoresRefused(
        "account_cannot_change",
        f"PostgreSQL ne tourne pas en root, et cette machine ne permet pas de passer au compte « {UNPRIVILEGED} ». "
        "Lancez la commande depuis un compte ordinaire, ou donnez vos propres bases par DATABASE_URL et REDIS_URL.",
    )


def account_for(folder: Path) -> Account:
    """Return who runs the stores of `folder`: ourselves, or as root the folder's owner, or else `nobody`."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if folder.is_dir() and folder.stat().st_uid != 0:
        return Account(folder.stat().st_uid, folder.stat().st_gid)
    entry = pwd.getpwnam(UNPRIVILEGED)
    return Account(entry.pw_uid, entry.pw_gid)


def reachable_folder(folder: Path) -> Path:
    """Return `folder`, or its stand-in under /var/lib/eclats when root's own folders would hide it from the account."""
    folder = folder.resolve()
    account = account_for(folder)
    if not account.changes or all(_may_cross(parent, account) for parent in folder.parents if parent.exists()):
        return folder
    return SYSTEM_FOLDER / f"{folder.name}-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]}"


def _may_cross(folder: Path, account: Account) -> bool:
    found = folder.stat()
    if found.st_uid == account.user:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == account.group:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)
