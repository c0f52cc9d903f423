"""The zones -> KML, which a phone and Google Earth open: coloured, each with what is done there."""

from collections.abc import Iterator
from html import escape

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, text
from vildplan.export.layer_json import ToLonLat
from vildplan.export.legal_signs import without_illegal
from vildplan.model.wishes import Language
from vildplan.proposal.layers import Feature, Layer
from vildplan.proposal.palette import Look
from vildplan.proposal.words import say

OPAQUE, HALF = "ff", "99"


def zones_kml(layer: Layer, title: str, to_lon_lat: ToLonLat, language: Language) -> str:
    """Return the zones as placemarks, each type with a style of its own."""
    looks = {one.look.key: one.look for one in layer.features}
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
        f"<name>{_escaped(title)}</name>",
        *(_style(look) for look in looks.values()),
        *(_placemark(one, to_lon_lat, language) for one in layer.features),
        "</Document></kml>\n",
    ]
    return "\n".join(parts)


def _style(look: Look) -> str:
    red, green, blue = look.colour[1:3], look.colour[3:5], look.colour[5:7]
    colour = f"{blue}{green}{red}"
    return (
        f'<Style id="{look.key}"><LineStyle><color>{OPAQUE}222222</color><width>2</width></LineStyle>'
        f"<PolyStyle><color>{HALF}{colour}</color></PolyStyle></Style>"
    )


def _placemark(one: Feature, to_lon_lat: ToLonLat, language: Language) -> str:
    shape = to_lon_lat(one.geometry)
    name = f"{one.values['id']} {one.values['name']}"
    return (
        f"<Placemark><name>{_escaped(name)}</name>"
        f"<description>{_escaped(_balloon(one, language))}</description>"
        f"<styleUrl>#{one.look.key}</styleUrl>"
        f"<MultiGeometry>{''.join(_polygons(shape))}</MultiGeometry></Placemark>"
    )


def _balloon(one: Feature, language: Language) -> str:
    """What a phone shows of a zone, a fact a line; it reads the words as a web page."""
    return "<br>".join(escape(say(line, language)) for line in _told(one))


def _told(one: Feature) -> Iterator[Text]:
    values = one.values
    yield text("{kind}, {area:m2}", "{kind}, {area:m2}", kind=values["type_name"], area=values["area_m2"])
    if "phase_year" in values:
        yield text("Begynder: {year}", "Begins: {year}", year=str(values["phase_year"]))
    yield text("Pleje: {care}", "Care: {care}", care=values["care"])
    yield text("Timer om året: {hours:num}", "Hours a year: {hours:num}", hours=values["hours_per_year"])
    yield text("I dag: {today}", "Today: {today}", today=values["today"])


def _polygons(shape: BaseGeometry) -> Iterator[str]:
    for polygon in shapely.get_parts(shape):
        outer, *holes = (_ring(ring) for ring in shapely.get_rings(polygon))
        inner = "".join(f"<innerBoundaryIs>{hole}</innerBoundaryIs>" for hole in holes)
        yield f"<Polygon><outerBoundaryIs>{outer}</outerBoundaryIs>{inner}</Polygon>"


def _ring(ring: BaseGeometry) -> str:
    points = " ".join(f"{x:.9f},{y:.9f}" for x, y in shapely.get_coordinates(ring))
    return f"<LinearRing><coordinates>{points}</coordinates></LinearRing>"


def _escaped(words: str) -> str:
    return escape(without_illegal(words))
