"""The legend of a map: a small square for each look, filled as on the map, and its words."""

from collections.abc import Sequence

from vildplan.errors import Text
from vildplan.export.patterns import fill_of
from vildplan.export.svg import CORE_INK, CORE_TONE, PATTERN_PART, key_svg, size_m
from vildplan.proposal.map_drawing import MapDrawing
from vildplan.proposal.palette import PLACES, Look


def legend_of(drawing: MapDrawing) -> Sequence[tuple[str, Text]]:
    """Return the entries: the square as SVG, and what it is; the zones first, then their core."""
    entries = [(_key(look, drawing), look.name) for look in drawing.legend]
    if not drawing.core.is_empty:
        entries.insert(_zone_looks(drawing), (_core_key(drawing), drawing.core_words))
    return entries


def _key(look: Look, drawing: MapDrawing) -> str:
    """The square of a look; a dashed one is a ring or a square of dashes as on the map."""
    if not look.dashed:
        return key_svg(fill_of(look), drawing, under=look.colour)
    side = size_m(drawing) * PATTERN_PART * 1.5
    style = (
        f'fill="{look.colour}" fill-opacity=".12" stroke="{look.colour}" stroke-width="{side / 10:.3f}" '
        f'stroke-dasharray="{side / 5:.3f} {side / 8:.3f}"'
    )
    if look in PLACES:
        start, inner = f"{side * 0.1:.3f}", f"{side * 0.8:.3f}"
        square = f'x="{start}" y="{start}" width="{inner}" height="{inner}"'
        return key_svg("none", drawing, f"<rect {square} {style}/>")
    ring = f'cx="{side / 2:.3f}" cy="{side / 2:.3f}" r="{side * 0.4:.3f}"'
    return key_svg("none", drawing, f"<circle {ring} {style}/>")


def _zone_looks(drawing: MapDrawing) -> int:
    """How many entries of the legend are zones; they stand first."""
    return len({shown.look.key for shown in drawing.shapes if shown.zone_id})


def _core_key(drawing: MapDrawing) -> str:
    """The core as on the map: darker inside a thin line, the zone as it is outside."""
    zones = [shown for shown in drawing.shapes if shown.zone_id]
    look = max(zones, key=lambda shown: (shown.geometry.area, shown.zone_id)).look
    side = size_m(drawing) * PATTERN_PART * 1.5
    darker = (
        f'<path d="M0 0H{side:.3f}L0 {side:.3f}Z" fill="{CORE_INK}" fill-opacity="{CORE_TONE}"/>'
        f'<path d="M{side:.3f} 0L0 {side:.3f}" stroke="{CORE_INK}" stroke-width="{side / 14:.3f}"/>'
    )
    return key_svg(fill_of(look), drawing, darker, under=look.colour)
