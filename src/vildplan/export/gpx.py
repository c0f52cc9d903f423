"""Pegs -> GPX for a phone or a GPS: a point for each, and each ring as a route."""

from collections.abc import Iterator
from html import escape

import shapely

from vildplan.export.layer_json import ToLonLat
from vildplan.export.legal_signs import without_illegal
from vildplan.model.set_out import Peg, SetOut


def pegs_gpx(laid: SetOut, title: str, to_lon_lat: ToLonLat) -> str:
    """Return the file; points are named as on the sheet."""
    points = [_point("wpt", peg, to_lon_lat) for zone in laid.zones for peg in zone.pegs]
    return "\n".join([
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gpx version="1.1" creator="vildplan" xmlns="http://www.topografix.com/GPX/1/1">',
        f"<metadata><name>{escape(without_illegal(title))}</name></metadata>",
        *points, *_routes(laid, to_lon_lat), "</gpx>\n",
    ])  # fmt: skip


def _routes(laid: SetOut, to_lon_lat: ToLonLat) -> Iterator[str]:
    for zone in laid.zones:
        for ring in zone.rings:
            pegs = "".join(_point("rtept", peg, to_lon_lat) for peg in (*ring, ring[0]))
            yield f"<rte><name>{escape(zone.zone_id)}</name>{pegs}</rte>"


def _point(kind: str, peg: Peg, to_lon_lat: ToLonLat) -> str:
    place = shapely.get_coordinates(to_lon_lat(shapely.Point(peg.x_m, peg.y_m)))[0]
    return f'<{kind} lat="{place[1]:.9f}" lon="{place[0]:.9f}"><name>{escape(peg.id)}</name></{kind}>'
