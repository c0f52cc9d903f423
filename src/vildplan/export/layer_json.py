"""The zones -> GeoJSON in degrees, one feature a line."""

import json
from collections.abc import Callable

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.model.wishes import Language
from vildplan.proposal.layers import Layer
from vildplan.proposal.words import say

ToLonLat = Callable[[BaseGeometry], BaseGeometry]


def layer_geojson(layer: Layer, to_lon_lat: ToLonLat, language: Language) -> str:
    """Return one layer with all its columns (RFC 7946)."""
    lines = [
        json.dumps(
            {"type": "Feature", "properties": dict(one.values),
             "geometry": json.loads(shapely.to_geojson(to_lon_lat(one.geometry)))},
            ensure_ascii=False,
        )
        for one in layer.features
    ]  # fmt: skip
    head = f'{{"type": "FeatureCollection", "name": "{say(layer.title, language)}", "features": [\n'
    return head + ",\n".join(lines) + "\n]}\n"
