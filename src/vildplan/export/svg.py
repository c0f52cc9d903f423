"""MapDrawing -> one SVG with north up, a scale bar and words to point at."""

from collections.abc import Iterator
from html import escape

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.model.wishes import Language
from vildplan.proposal.map_drawing import MapDrawing, Shown
from vildplan.proposal.words import metres, say

DECIMALS = 2
LABEL_PART = 0.021
ZONE_EDGE = 0.0018
GROUND_EDGE = 0.0006
CROWN_EDGE = 0.0011
CROWN_DASH = 0.004


def map_svg(drawing: MapDrawing, language: Language) -> str:
    """Return the SVG as text; its units are metres."""
    left, bottom, right, top = drawing.bounds
    size = max(right - left, top - bottom)
    parts = [_shape(shown, drawing, size, language) for shown in drawing.shapes]
    parts += [_label(shown, drawing, size) for shown in drawing.shapes if shown.zone_id]
    foot = size * LABEL_PART * 3
    box = f"0 0 {right - left:.2f} {top - bottom + foot:.2f}"
    parts.append(_scale(drawing, size, foot, language))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img">' + "".join(parts) + "</svg>"


def _shape(shown: Shown, drawing: MapDrawing, size: float, language: Language) -> str:
    path = " ".join(_rings(shown.geometry, drawing))
    words = escape(say(shown.words, language))
    return f'<path {_paint(shown, size)} d="{path}" fill-rule="evenodd"><title>{words}</title></path>'


def _paint(shown: Shown, size: float) -> str:
    """Class, fill and outline; a crown is a light dashed outline that lets pointing through."""
    colour = shown.look.colour
    if shown.overlay:
        dash = size * CROWN_DASH
        return (
            f'class="crown" fill="{colour}" fill-opacity="0.12" stroke="{colour}" stroke-opacity="0.8" '
            f'stroke-width="{size * CROWN_EDGE:.2f}" stroke-dasharray="{dash:.2f} {dash * 0.7:.2f}" '
            f'pointer-events="none"'
        )
    if shown.zone_id:
        return f'class="zone" fill="{colour}" stroke="#222" stroke-width="{size * ZONE_EDGE:.2f}"'
    return f'class="ground" fill="{colour}" stroke="#fff" stroke-width="{size * GROUND_EDGE:.2f}"'


def _rings(geometry: BaseGeometry, drawing: MapDrawing) -> Iterator[str]:
    for polygon in shapely.get_parts(geometry):
        for ring in shapely.get_rings(polygon):
            points = shapely.get_coordinates(ring)[:-1]
            steps = (
                f"{x - drawing.bounds[0]:.{DECIMALS}f} {drawing.bounds[3] - y:.{DECIMALS}f}"
                for x, y in points
            )
            yield "M" + "L".join(steps) + "Z"


def _label(shown: Shown, drawing: MapDrawing, size: float) -> str:
    point = shown.geometry.representative_point()
    x, y = point.x - drawing.bounds[0], drawing.bounds[3] - point.y
    height = size * LABEL_PART
    return (
        f'<text x="{x:.2f}" y="{y + height * 0.35:.2f}" font-size="{height:.2f}" text-anchor="middle" '
        f'font-family="sans-serif" font-weight="bold" stroke="#fff" stroke-width="{height * 0.18:.2f}" '
        f'paint-order="stroke" fill="#111">{escape(shown.zone_id)}</text>'
    )


def _scale(drawing: MapDrawing, size: float, foot: float, language: Language) -> str:
    y = drawing.bounds[3] - drawing.bounds[1] + foot * 0.45
    height = size * LABEL_PART
    x, end = height, height + drawing.scale_m
    line = (
        f'<path d="M{x:.2f} {y - height / 3:.2f}V{y:.2f}H{end:.2f}V{y - height / 3:.2f}" fill="none" '
        f'stroke="#222" stroke-width="{size * ZONE_EDGE:.2f}"/>'
    )
    words = escape(metres(drawing.scale_m, language))
    north = end + height * 5
    arrow = (
        f'<path d="M{north:.2f} {y:.2f}V{y - height * 1.4:.2f}M{north - height * 0.4:.2f} '
        f'{y - height:.2f}L{north:.2f} {y - height * 1.5:.2f}L{north + height * 0.4:.2f} {y - height:.2f}" '
        f'fill="none" stroke="#222" stroke-width="{size * ZONE_EDGE:.2f}"/>'
    )
    style = f'font-size="{height:.2f}" font-family="sans-serif" fill="#222"'
    return (
        line + arrow
        + f'<text x="{end + height * 0.5:.2f}" y="{y:.2f}" {style}>{words}</text>'
        + f'<text x="{north + height * 0.7:.2f}" y="{y:.2f}" {style}>N</text>'
    )  # fmt: skip
