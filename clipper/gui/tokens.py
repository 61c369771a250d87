"""The design tokens: colours, sizes and fonts that all of the window is drawn from. Knows no Qt."""

import json
from functools import cache
from typing import Any, Literal, NamedTuple

from clipper import resources

Scheme = Literal["light", "dark"]


class Tokens(NamedTuple):  # made in a third of a dataclass's time, before the first paint
    """One scheme's tokens, as resources/styles/tokens.json names them. Colours are "#RRGGBB"."""

    scheme: Scheme
    grid: int
    radius: int
    ui_family: str
    reading_family: str
    small_pt: float
    body_pt: float
    title_pt: float
    text_px: int
    headline_px: int
    line_height: float
    measure_chars: int
    window: str
    sidebar: str
    surface: str
    text: str
    secondary: str
    faint: str
    hairline: str
    accent: str
    on_accent: str
    selection: str
    on_selection: str
    selection_secondary: str
    hover: str
    mark: str
    on_mark: str
    pill: str
    on_pill: str
    danger: str
    warning: str
    success: str


@cache
def load(scheme: Scheme) -> Tokens:
    """Read the tokens of a scheme."""
    raw = _raw()
    sizes, reading = raw["sizes_pt"], raw["reading_px"]
    return Tokens(
        scheme=scheme,
        grid=raw["grid"],
        radius=raw["radius"],
        ui_family=raw["fonts"]["ui"],
        reading_family=raw["fonts"]["reading"],
        small_pt=sizes["small"],
        body_pt=sizes["body"],
        title_pt=sizes["title"],
        text_px=reading["text"],
        headline_px=reading["headline"],
        line_height=reading["line_height"],
        measure_chars=reading["measure_chars"],
        **raw[scheme],
    )


@cache
def _raw() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(resources.path("styles", "tokens.json").read_text(encoding="utf-8"))
    return raw
