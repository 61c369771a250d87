"""The user's settings and the file they live in. Loading never fails: it gives defaults and complaints."""

import os
import sys
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

MIN_TEXT_PERCENT, MAX_TEXT_PERCENT = 60, 300


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Values outside their range are put back to the default at loading.

    allow_private: addresses on this machine and its network may be fetched. scheme: "system", "light" or "dark".
    language: of the window, "" for the system's. text_percent: size of the reading text. parallel: pages fetched at
    once. paper: "a4" or "us-letter". motion: short animations.
    leave_out_repeated: lines that a site repeats stay out of its articles.
    """

    allow_private: bool = False
    scheme: str = "system"
    language: str = ""
    text_percent: int = 100
    parallel: int = 4
    paper: str = "a4"
    pdf_pictures: bool = True
    motion: bool = True
    mark_read: bool = True
    leave_out_repeated: bool = True


_CHOICES = {
    "scheme": ("system", "light", "dark"),
    "language": ("", "en", "de"),
    "paper": ("a4", "us-letter"),
}
_RANGES = {"text_percent": (MIN_TEXT_PERCENT, MAX_TEXT_PERCENT), "parallel": (1, 16)}


def config_folder() -> Path:
    """Give the folder of the settings ($CLIPPER_CONFIG, else the platform's)."""
    return Path(os.environ.get("CLIPPER_CONFIG") or _user_folder("config"))


def data_folder() -> Path:
    """Give the default library folder ($CLIPPER_LIBRARY, else the platform's data directory)."""
    return Path(os.environ.get("CLIPPER_LIBRARY") or _user_folder("data") / "library")


def log_folder() -> Path:
    """Give the folder of the log file."""
    return _user_folder("log")


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Read settings from a TOML file. Gives complaints as "key" or "file" codes; a missing file has none."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError):
        return Settings(), ("file",)
    import tomllib  # 4 ms of the window's start, where nothing was ever set

    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return Settings(), ("file",)
    return _checked(raw)


def save(settings: Settings, path: Path) -> None:
    """Write settings whole or not at all. Keys of the file that we do not know are kept. Raises OSError."""
    import tomllib  # nothing is written while the window starts

    import tomli_w

    try:
        known = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        known = {}
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_text(tomli_w.dumps({**known, **asdict(settings)}), encoding="utf-8")
    beside.replace(path)


def _user_folder(kind: Literal["config", "data", "log"]) -> Path:
    if sys.platform == "linux":
        # What platformdirs answers here in 9 ms of import, which the window's first paint would wait for.
        variable, default = {"config": ("XDG_CONFIG_HOME", ".config"), "data": ("XDG_DATA_HOME", ".local/share")}.get(
            kind, ("XDG_STATE_HOME", ".local/state")
        )
        base = Path(os.environ.get(variable, "").strip() or Path.home() / default) / "clipper"
        return base / "log" if kind == "log" else base
    import platformdirs  # knows the other platforms

    if kind == "config":
        return Path(platformdirs.user_config_dir("clipper", appauthor=False))
    if kind == "data":
        return Path(platformdirs.user_data_dir("clipper", appauthor=False))
    return Path(platformdirs.user_log_dir("clipper", appauthor=False))


def _checked(raw: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    settings, complaints = Settings(), []
    hints = get_type_hints(Settings)
    for spec in fields(Settings):
        if spec.name not in raw:
            continue
        value = raw[spec.name]
        if _fits(spec.name, value, hints[spec.name]):
            settings = replace(settings, **{spec.name: value})
        else:
            complaints.append(spec.name)
    return settings, tuple(complaints)


def _fits(name: str, value: object, kind: type) -> bool:
    if type(value) is not kind and type(value) not in get_args(kind):
        return False
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name in _RANGES and isinstance(value, int):
        low, high = _RANGES[name]
        return low <= value <= high
    return True
