"""MapDrawing -> one SVG with north up, a scale bar and words to point at."""

from collections.abc import Iterator, Sequence
from html import escape

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.export.labels import Label, place_labels, place_names
from vildplan.export.patterns import fill_of, has_pattern, pattern
from vildplan.model.wishes import Language
from vildplan.proposal.map_drawing import MapDrawing, Shown
from vildplan.proposal.palette import PLACES
from vildplan.proposal.words import metres, say

DECIMALS = 2
LABEL_PART = 0.021
# Names of places are smaller than the ids of zones.
NAME_PART = 0.8
# On a phone the map is small, and its letters must not be.
PHONE = 1.6
PATTERN_PART = 0.0135
ZONE_EDGE = 0.0018
ZONE_ID = "zone-"
GROUND_EDGE = 0.0006
CROWN_EDGE = 0.0011
CROWN_DASH = 0.004
CORE_EDGE = 0.0009
CORE_INK, CORE_TONE = "#2a2000", 0.16


def map_svg(drawing: MapDrawing, language: Language) -> str:
    """Return the SVG as text; its units are metres."""
    left, bottom, right, top = drawing.bounds
    height = size_m(drawing) * LABEL_PART
    zones = [shown for shown in drawing.shapes if shown.zone_id]
    labels = place_labels(zones, height, all_of_them=True)
    parts = [drawn_map(drawing, language), labels_svg("wide", labels, height, drawing)]
    names = place_names(drawing.shapes, labels, height, height * NAME_PART)
    parts.append(labels_svg("wide", names, height * NAME_PART, drawing, name=True))
    large = [zone for zone in zones if not zone.minor]
    small = place_labels(large, height * PHONE, all_of_them=False)
    parts.append(labels_svg("narrow", small, height * PHONE, drawing))
    foot = height * 3
    parts.append(scale_svg("wide", drawing, height, foot, language))
    parts.append(scale_svg("narrow", drawing, height * PHONE, foot, language))
    box = f"0 0 {right - left:.2f} {top - bottom + foot:.2f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img">' + "".join(parts) + "</svg>"


def drawn_map(drawing: MapDrawing, language: Language) -> str:
    """Return the ground, the zones and their core, without any letters."""
    size = size_m(drawing)
    zones = [shown for shown in drawing.shapes if shown.zone_id]
    shapes = "".join(_shape(shown, drawing, size, language) for shown in drawing.shapes)
    return _definitions(drawing) + shapes + _core(drawing, size) + _outlines(zones, size)


def size_m(drawing: MapDrawing) -> float:
    """Return the longer side of the map in metres."""
    left, bottom, right, top = drawing.bounds
    return max(right - left, top - bottom)


def _definitions(drawing: MapDrawing) -> str:
    side_m = size_m(drawing) * PATTERN_PART
    known = [pattern(look, side_m) for look in drawing.legend if has_pattern(look)]
    return f"<defs>{''.join(known)}</defs>" if known else ""


def key_svg(look_fill: str, drawing: MapDrawing, inside: str = "", under: str = "") -> str:
    """Return a small square of the legend, filled as on the map and with the same units.

    `under` is a colour below the fill, so that the seams of a pattern do not show.
    """
    side = size_m(drawing) * PATTERN_PART * 1.5
    square = f'<rect width="{side:.3f}" height="{side:.3f}" fill='
    below = f'{square}"{under}"/>' if under else ""
    return (
        f'<svg class="key" viewBox="0 0 {side:.3f} {side:.3f}" aria-hidden="true">'
        f'{below}{square}"{look_fill}"/>{inside}</svg>'
    )


def _shape(shown: Shown, drawing: MapDrawing, size: float, language: Language) -> str:
    path = f'd="{_path(shown.geometry, drawing)}" fill-rule="evenodd"'
    words = f"<title>{escape(say(shown.words, language))}</title>"
    if not shown.zone_id:
        below = f'<path fill="{shown.look.colour}" {path}/>' if _has_seams(shown) else ""
        return f"{below}<path {_paint(shown, size)} {path}>{words}</path>"
    # Without a fill of its own, so that its outline can be drawn again on top.
    name = escape(f"{ZONE_ID}{shown.zone_id}")
    # The seams of a pattern show as lines unless its colour lies below.
    below = f'<use href="#{name}" fill="{shown.look.colour}"/>' if _has_seams(shown) else ""
    return f'{below}<g fill="{fill_of(shown.look)}"><path id="{name}" class="zone" {path}>{words}</path></g>'


def _has_seams(shown: Shown) -> bool:
    return has_pattern(shown.look) and not shown.overlay


def _outlines(zones: Sequence[Shown], size: float) -> str:
    uses = "".join(f'<use href="#{escape(f"{ZONE_ID}{zone.zone_id}")}"/>' for zone in zones)
    style = f'fill="none" stroke="#222" stroke-width="{size * ZONE_EDGE:.2f}" pointer-events="none"'
    return f"<g {style}>{uses}</g>"


def _paint(shown: Shown, size: float) -> str:
    """Class, fill and outline; what lies above the ground is a dashed outline that lets pointing through."""
    look = shown.look
    if shown.overlay:
        dash = size * CROWN_DASH
        edge = ZONE_EDGE if look in PLACES else CROWN_EDGE
        return (
            f'class="{look.key}" fill="{look.colour}" fill-opacity="0.12" stroke="{look.colour}" '
            f'stroke-opacity="0.8" stroke-width="{size * edge:.2f}" '
            f'stroke-dasharray="{dash:.2f} {dash * 0.7:.2f}" pointer-events="none"'
        )
    fill = fill_of(shown.look)
    return f'class="ground" fill="{fill}" stroke="#fff" stroke-width="{size * GROUND_EDGE:.2f}"'


def _core(drawing: MapDrawing, size: float) -> str:
    """Darken what stays chosen whatever the weight, with a thin line round it."""
    if drawing.core.is_empty:
        return ""
    return (
        f'<path class="core" d="{_path(drawing.core, drawing)}" fill="{CORE_INK}" fill-opacity="{CORE_TONE}" '
        f'fill-rule="evenodd" stroke="{CORE_INK}" stroke-width="{size * CORE_EDGE:.2f}" '
        f'pointer-events="none"/>'
    )


def _path(geometry: BaseGeometry, drawing: MapDrawing) -> str:
    return " ".join(_rings(geometry, drawing))


def _rings(geometry: BaseGeometry, drawing: MapDrawing) -> Iterator[str]:
    for polygon in shapely.get_parts(geometry):
        for ring in shapely.get_rings(polygon):
            points = shapely.get_coordinates(ring)[:-1]
            steps = (
                f"{x - drawing.bounds[0]:.{DECIMALS}f} {drawing.bounds[3] - y:.{DECIMALS}f}"
                for x, y in points
            )
            yield "M" + "L".join(steps) + "Z"


def labels_svg(
    kind: str, labels: Sequence[Label], height: float, drawing: MapDrawing, *, name: bool = False
) -> str:
    """Return ids, or names of places, in letters of one size; which size is shown is for the page to say."""
    left, top = drawing.bounds[0], drawing.bounds[3]
    words = "".join(
        f'<text x="{label.x - left:.2f}" y="{top - label.y + height * 0.35:.2f}">{escape(label.words)}</text>'
        for label in labels
    )
    weight = "normal" if name else "bold"
    return (
        f'<g class="{kind}" font-size="{height:.2f}" text-anchor="middle" font-family="sans-serif" '
        f'font-weight="{weight}" stroke="#fff" stroke-width="{height * 0.18:.2f}" paint-order="stroke" '
        f'fill="#111" pointer-events="none">{words}</g>'
    )


def scale_svg(kind: str, drawing: MapDrawing, height: float, foot: float, language: Language) -> str:
    """Return the scale bar and the north arrow, in a strip `foot` high below the map."""
    y = drawing.bounds[3] - drawing.bounds[1] + foot * 0.6
    stroke = f'fill="none" stroke="#222" stroke-width="{height * ZONE_EDGE / LABEL_PART:.2f}"'
    x, end = height, height + drawing.scale_m
    line = f'<path d="M{x:.2f} {y - height / 3:.2f}V{y:.2f}H{end:.2f}V{y - height / 3:.2f}" {stroke}/>'
    north = end + height * 5
    arrow = (
        f'<path d="M{north:.2f} {y:.2f}V{y - height * 1.4:.2f}M{north - height * 0.4:.2f} '
        f'{y - height:.2f}L{north:.2f} {y - height * 1.5:.2f}L{north + height * 0.4:.2f} {y - height:.2f}" '
        f"{stroke}/>"
    )
    return (
        f'<g class="{kind}" font-size="{height:.2f}" font-family="sans-serif">{line}{arrow}'
        f'<text x="{end + height * 0.5:.2f}" y="{y:.2f}" fill="#222">'
        f"{escape(metres(drawing.scale_m, language))}</text>"
        f'<text x="{north + height * 0.7:.2f}" y="{y:.2f}" fill="#222">N</text></g>'
    )
