"""The program, with a clock that a test sets forward: nobody waits five minutes for a group to stand still."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from game_server.adapters.system.clock_and_luck import SystemClock
from game_server.main import run


def ahead(file: Path) -> timedelta:
    """How far that clock is before the machine's own."""
    return timedelta(seconds=float(file.read_text("ascii"))) if file.exists() else timedelta(0)


def let_pass(file: Path, spent: timedelta) -> None:
    """Set the clock forward: it never goes back."""
    new = file.with_suffix(".new")
    new.write_text(str((ahead(file) + spent).total_seconds()), "ascii")
    new.replace(file)


def main() -> None:
    """Run the command whose words follow the name of the file."""
    file = Path(sys.argv.pop(1))
    with patch.object(SystemClock, "now", lambda _: datetime.now(UTC) + ahead(file)):
        run()


if __name__ == "__main__":
    main()
