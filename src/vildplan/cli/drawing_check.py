"""The map in `rapport.html` against the zones in the folder: a report of another version shows others."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.cli.showing import REPORT
from vildplan.errors import text
from vildplan.export.svg import map_svg
from vildplan.model.checked import Check, Difference
from vildplan.model.plan import Plan
from vildplan.model.stored import StoredPlan
from vildplan.proposal.map_drawing import map_drawing

ZONE = re.compile(r'<path id="zone-([^"]+)" class="zone" d="([^"]*)"')
NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
# The drawing has two decimals; so far off its unit a line may lie where it is worked out again.
ROUNDED = 0.02


def drawing_check(stored: StoredPlan, made: Plan) -> Check:
    """Compare each zone of the report's map with the zone as stored: who is there, and that it lies so."""
    name = text("Kortet i rapporten: zonerne, som de ligger i mappen",
                "The map in the report: the zones as they lie in the folder")  # fmt: skip
    path = Path(stored.folder) / REPORT
    said = _zones(path.read_text("utf-8", errors="replace") if path.is_file() else "")
    now = _zones(map_svg(map_drawing(made), stored.language))
    return Check("drawing", name, len(now), 0, tuple(_differences(said, now, _m2_of_unit(made, now))))


def _zones(page: str) -> dict[str, BaseGeometry]:
    """The zones that a page draws, by id, in the units of the drawing; holes are rings of the same path."""
    return {found[1]: _polygon(found[2]) for found in ZONE.finditer(page)}


def _polygon(path: str) -> BaseGeometry:
    ground: BaseGeometry = shapely.Polygon()
    for ring in path.split("M"):
        numbers = [float(one) for one in NUMBERS.findall(ring)]
        corners = list(zip(numbers[::2], numbers[1::2], strict=False))
        if len(corners) > 2:
            ground = ground.symmetric_difference(shapely.make_valid(shapely.Polygon(corners)))
    return ground


def _m2_of_unit(made: Plan, now: Mapping[str, BaseGeometry]) -> float:
    """How many m2 a square unit of the drawing is."""
    drawn = sum(one.area for one in now.values())
    return sum(zone.area_m2 for zone in made.zones) / drawn if drawn else 1.0


def _differences(
    said: Mapping[str, BaseGeometry], now: Mapping[str, BaseGeometry], m2: float
) -> Iterator[Difference]:
    for key in dict.fromkeys((*said, *now)):
        one, other = said.get(key), now.get(key)
        if one is None or other is None:
            yield Difference(REPORT, key, *(None if ground is None else round(ground.area * m2, 1)
                                            for ground in (one, other)))  # fmt: skip
        elif (moved := one.symmetric_difference(other).area) > ROUNDED * other.length:
            yield Difference(REPORT, f"{key}.moved_m2", 0.0, round(moved * m2, 1))
