"""A real Chromium with a fresh profile, that asks nothing and phones nobody."""

import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


def program() -> str | None:
    """Give the browser's path, None where none is installed."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def command(address: str, profile: Path) -> list[str]:
    """Give the words that open an address in a window of 1100 x 900 in the upper left corner.

    --no-sandbox: CI runs as root. --test-type: no bar about that above the page.
    """
    return [
        program() or "chromium",
        "--no-sandbox",
        "--test-type",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-extensions",
        "--disable-sync",
        "--disable-features=Translate,OptimizationHints,MediaRouter",
        "--password-store=basic",
        "--force-device-scale-factor=1",
        f"--user-data-dir={profile}",
        "--window-position=0,0",
        "--window-size=1100,900",
        address,
    ]
