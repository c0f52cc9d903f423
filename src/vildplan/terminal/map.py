"""The map in the terminal: half blocks in colour, letters without; zone ids, legend, scale and north."""

import numpy as np
from numpy.typing import NDArray
from rich.columns import Columns
from rich.console import Console, ConsoleOptions, RenderResult
from rich.style import Style
from rich.text import Text as RichText

from vildplan.errors import text
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.palette import DARK_INK, WILD, ZONE_LOOKS, Look, Marks, ink_on
from vildplan.proposal.words import metres, say
from vildplan.terminal.raster import Raster, draw_raster

MOST_COLUMNS = 110
MOST_LINES = 42
HALF = "▀"
LOWER = "▄"
SCALES_M = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
SCALE_PART = 0.25
FIRST = "".join(look.letter for look in (*ZONE_LOOKS.values(), WILD))


class TerminalMap:
    """A renderable that draws the plan as wide as the console allows."""

    def __init__(self, plan: Plan, language: Language, marks: Marks | None = None) -> None:
        self.plan = plan
        self.language = language
        self.marks = marks

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the map's lines, then scale, north and legend."""
        colour = console.color_system is not None and not console.no_color
        columns = min(options.max_width - 2, MOST_COLUMNS)
        raster = draw_raster(self.plan, columns, MOST_LINES * 2, with_core=colour, marks=self.marks)
        labels = _labels(self.plan, raster)
        yield from (_blocks if colour else _letters)(raster, labels)
        yield _scale(raster, self.language)
        yield _legend(raster, colour, self.language)


def _labels(plan: Plan, raster: Raster) -> dict[tuple[int, int], str]:
    """Return (line, column) -> sign of the zone ids, the largest zones first, none on another."""
    signs: dict[tuple[int, int], str] = {}
    for zone in sorted(plan.zones, key=lambda zone: -zone.area_m2):
        point = zone.geometry.representative_point()
        row, column = raster.place(point.x, point.y)
        start = min(max(column - len(zone.id) // 2, 0), raster.looks.shape[1] - len(zone.id))
        places = [(row // 2, start + k) for k in range(len(zone.id))]
        round_about = [(row // 2, start - 1), (row // 2, start + len(zone.id))]
        if not any(place in signs for place in places + round_about):
            signs |= dict(zip(places, zone.id, strict=True))
    return signs


def _blocks(raster: Raster, labels: dict[tuple[int, int], str]) -> list[RichText]:
    lines = []
    for line, (upper, lower) in enumerate(_pairs(raster.looks)):
        drawn = RichText(no_wrap=True)
        for column, (top, bottom) in enumerate(zip(upper, lower, strict=True)):
            sign = labels.get((line, column))
            if sign is not None:
                under = bottom or top
                ground = under.colour if under else None
                ink = ink_on(ground) if ground else DARK_INK
                drawn.append(sign, Style(color=ink, bgcolor=ground, bold=True))
            else:
                drawn.append(*_half(top, bottom))
        lines.append(drawn)
    return lines


def _half(top: Look | None, bottom: Look | None) -> tuple[str, Style]:
    if top is None and bottom is None:
        return " ", Style()
    if top is None:
        return LOWER, Style(color=bottom.colour if bottom else None)
    return HALF, Style(color=top.colour, bgcolor=bottom.colour if bottom else None)


def _letters(raster: Raster, labels: dict[tuple[int, int], str]) -> list[RichText]:
    return [
        RichText(
            "".join(
                labels.get((line, column)) or (upper[column] or lower[column] or _NOTHING).letter
                for column in range(len(upper))
            ).rstrip(),
            no_wrap=True,
        )
        for line, (upper, lower) in enumerate(_pairs(raster.looks))
    ]


_NOTHING = Look("", text("", ""), "#ffffff", " ")


def _pairs(looks: NDArray[np.object_]) -> list[tuple[NDArray[np.object_], NDArray[np.object_]]]:
    """Return the rows two by two; a missing last row is outside the land."""
    rows = list(looks)
    if len(rows) % 2:
        rows.append(np.full(looks.shape[1], None, dtype=object))
    return list(zip(rows[::2], rows[1::2], strict=True))


def _scale(raster: Raster, language: Language) -> RichText:
    """A bar of a round number of metres, and an arrow to the north."""
    room_m = raster.looks.shape[1] * raster.pixel_m * SCALE_PART
    length_m = max((m for m in SCALES_M if m <= room_m), default=SCALES_M[0])
    bar = "─" * max(round(length_m / raster.pixel_m) - 2, 1)
    north = say(text("nord er opad", "north is up"), language)
    return RichText(f"├{bar}┤ {metres(length_m, language)}   ↑ {north}", no_wrap=True)


def _legend(raster: Raster, colour: bool, language: Language) -> Columns:
    seen = {look.key: look for look in raster.looks.ravel() if look is not None}
    counts = {key: sum(1 for look in raster.looks.ravel() if look is seen[key]) for key in seen}
    entries = []
    for key in sorted(seen, key=lambda key: (seen[key].letter not in FIRST, -counts[key], key)):
        entry = RichText(no_wrap=True)
        entry.append(*("██", Style(color=seen[key].colour)) if colour else (seen[key].letter, Style()))
        entry.append(f" {say(seen[key].name, language)}")
        entries.append(entry)
    return Columns(entries, padding=(0, 2), column_first=True)
