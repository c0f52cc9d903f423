"""A department whose zones are rectangles, so that every m2 of five years can be worked out by hand."""

import json
from pathlib import Path
from typing import Any

import shapely

from .conftest import Planned, Run
from .drawn import CORNER, METRES, department, saved

# 120 m by 56 m: 5,760 m2 outdoors (the block takes 960), of which 192 m2 are scrub today.
LAND = """
##############################
##############################
------------------------------
..............................
..............................
..............................
..............................
..............................
..............................
VVV...........................
VVV...........................
VVV...........................
VVV...........................
==============================
"""
MEETING = ("--date", "2027-03-15", "--decided-by", "afdelingsmøde", "--votes", "41-12")
Box = tuple[float, float, float, float]
# Metres from the corner: two meadows and a scrub of 40 x 20, 20 x 20 and 10 x 20 m.
ZONES: dict[str, Box] = {"Z1": (20, 8, 60, 28), "Z2": (70, 8, 90, 28), "Z3": (100, 6, 110, 26)}
TYPES = {"Z1": "slaaeng", "Z2": "slaaeng", "Z3": "krat"}


def drawn(path: Path, zones: dict[str, Box], **types: str) -> Path:
    """Save rectangles as QGIS would, in metres."""
    x, y = CORNER
    features = [
        {
            "type": "Feature",
            "properties": {"id": key, "name": f"Zone {key}"} | ({"type": types[key]} if key in types else {}),
            "geometry": json.loads(shapely.to_geojson(shapely.box(x + a, y + b, x + c, y + d))),
        }
        for key, (a, b, c, d) in zones.items()
    ]  # fmt: skip
    crs = {"type": "name", "properties": {"name": METRES}}
    document: dict[str, Any] = {"type": "FeatureCollection", "crs": crs, "features": features}
    return saved(path.parent, document, path.name)


def adopted(run: Run, planned: Planned, folder: Path, year: str = "2027") -> Path:
    """Return the plan folder with the three rectangles, adopted in March of a year."""
    plan = planned(saved(folder, department(LAND), "fem.geojson"), "--target", "30%")
    zones = drawn(folder / "tegnet.geojson", ZONES, **TYPES)
    why = ("--reason", "gået igennem med driften", "--date", f"{year}-03-01")
    ran = run("adjust", plan, "--zones", zones, *why)
    assert ran.code == 0, ran.err
    ran = run("adopt", plan, "--date", f"{year}-03-15", *MEETING[2:], "--outcome", "approved")
    assert ran.code == 0, ran.err
    return plan
