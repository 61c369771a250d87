"""Processes that write to a library or an index until they are killed: killed.py says what they do."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

SCRIPT = Path(__file__).with_name("killed.py")

Meanwhile = Callable[[], object]


class Victims:
    """A process that forks a victim for each order."""

    def __init__(self) -> None:
        # A measured process would be killed before it could write down its coverage.
        bare = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
        self._process = subprocess.Popen(
            [sys.executable, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=bare
        )

    def kill(
        self, kind: str, folder: Path, call: str | None, number: int, *, meanwhile: Meanwhile | None = None
    ) -> list[str]:
        """Let a victim write until it is killed, at a call of a function or after meanwhile. Give what it said."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"kind": kind, "folder": str(folder), "call": call, "number": number}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        said = list[str]()
        failed: Exception | None = None
        for line in self._process.stdout:
            if line.startswith("begun") and call is None:
                pid = int(line.split()[1])
                try:
                    if meanwhile:
                        meanwhile()
                except Exception as error:  # noqa: BLE001 - told once the victim is gone
                    failed = error
                os.kill(pid, signal.SIGKILL)
            elif line.startswith("ended"):
                if failed:
                    raise failed
                assert line.split()[1] == ("0" if call == "count" else str(-signal.SIGKILL))
                return said
            elif not line.startswith("begun"):
                said.append(line.strip())
        raise AssertionError("the victims' process has ended")

    def calls(self, kind: str, folder: Path) -> dict[str, int]:
        """Give how often functions that touch files are called in some rounds."""
        counted: dict[str, int] = json.loads(self.kill(kind, folder, "count", 0)[-1])
        return counted

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)
