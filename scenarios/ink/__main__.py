"""`python -m scenarios.ink SCENE.ink…`: compile scenes, or say what to mend, with file and line."""

import sys
from pathlib import Path

from scenarios.ink import InkRefused, ToolsMissing, write_graph


def main(paths: list[str]) -> int:
    """Compile each scene; returns 1 when one was refused, 2 when the tools are missing."""
    refused = False
    for path in map(Path, paths):
        try:
            sys.stdout.write(f"{write_graph(path)}\n")
        except InkRefused as refusal:
            refused = True
            lines = (
                f"{path.parent / one.file}:{one.line}: {one.french}\n  {one.english}\n" for one in refusal.problems
            )
            sys.stderr.writelines(lines)
        except ToolsMissing as missing:
            sys.stderr.write(f"{missing}\n")
            return 2
    return int(refused)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
