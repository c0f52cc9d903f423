"""Squares -> outlines: one smooth line for each zone, within its ground, to the exact area."""

import numpy as np
import pytest
import shapely

from tests.drawing import CATALOGUE, box
from vildplan.core.zones.outline import drawn, exact_outlines, outlines
from vildplan.geometry.morphology import GRID_M
from vildplan.model.problem import Bools

from .measuring import narrowest_m2, polygons, sharpest_turn
from .test_sketch import Ground, m2

EXACT_M2 = 0.004
# A front may move by some 30 cm.
FRONT_M = 0.3


@pytest.fixture(scope="module")
def lawn() -> Ground:
    """60 x 40 m of lawn, with a wall along its north side and a path along its south side.

    Zones keep 3 m from the wall and 1 m from the path: the ground lies between y = 6 and y = 42.
    """
    return Ground("\n".join(["HHHHHHHHHHHH", *["............"] * 8, "============"]))


def exact(land: Ground, zones: Bools, area_m2: float) -> list[shapely.Polygon]:
    (found,) = exact_outlines([drawn(land.sheet, zones)], area_m2, CATALOGUE)
    return found


# ------------------------------------------------------------------------------------ the exact area


@pytest.mark.parametrize("more_m2", [-12, -5, -0.5, 0, 0.5, 5, 12])
@pytest.mark.parametrize("shape", ["disc", "box", "at the wall"])
def test_a_zone_has_the_area_asked_for_within_40_cm2(lawn: Ground, shape: str, more_m2: float) -> None:
    zones = {
        "disc": lawn.disc(30, 22, 9),
        "box": lawn.box(15, 15, 35, 27),
        "at the wall": lawn.disc(30, 40, 12),
    }[shape]
    wanted = m2(zones) + more_m2
    (zone,) = exact(lawn, zones, wanted)
    assert zone.area == pytest.approx(wanted, abs=EXACT_M2)


def test_several_zones_come_to_their_area_together(lawn: Ground) -> None:
    zones = lawn.box(5, 10, 20, 20) | lawn.box(30, 10, 50, 25) | lawn.box(5, 30, 55, 38)
    found = exact(lawn, zones, 860.0)  # 150 + 300 + 400, and 10 more
    assert len(found) == 3
    assert sum(zone.area for zone in found) == pytest.approx(860, abs=EXACT_M2)


def test_all_fronts_move_alike(lawn: Ground) -> None:
    zones = lawn.disc(15, 22, 6.5) | lawn.disc(42, 22, 6.5)  # two of 132.7 m2
    found = exact(lawn, zones, 2 * 132.7 + 20.0)
    assert [zone.area for zone in found] == pytest.approx([142.7, 142.7], abs=1.5)


@pytest.mark.parametrize("wanted", [100.0, 400.0])
def test_no_front_moves_by_more_than_it_may(lawn: Ground, wanted: float) -> None:
    zones = lawn.box(15, 15, 35, 27)
    for zone in exact(lawn, zones, wanted):
        assert shapely.contains(box(15, 15, 35, 27).buffer(2 * FRONT_M), zone)
        assert zone.area > (20 - 4 * FRONT_M) * (12 - 4 * FRONT_M)


def test_no_zone_gets_smaller_than_its_type_may_be(lawn: Ground) -> None:
    zones = lawn.box(15, 15, 22.25, 22.25)  # 52.6 m2
    (zone,) = exact(lawn, zones, 45.0)
    assert zone.area >= 50 - EXACT_M2


def test_no_zones_have_no_outlines(lawn: Ground) -> None:
    assert exact(lawn, np.zeros_like(lawn.sheet.open), 0.0) == []
    assert exact_outlines([], 0.0, CATALOGUE) == []


# --------------------------------------------------------------------------------------- the outlines


def test_outlines_stand_on_the_published_grid_north_to_south(lawn: Ground) -> None:
    found = outlines(drawn(lawn.sheet, lawn.box(5, 10, 20, 20) | lawn.box(30, 10, 50, 30)))
    assert [round(zone.area) > 300 for zone in found] == [True, False]
    for zone in found:
        xy = shapely.get_coordinates(zone)
        assert xy == pytest.approx(np.round(xy / GRID_M) * GRID_M, abs=1e-6)
        assert zone.is_valid


def test_corners_of_squares_become_curves(lawn: Ground) -> None:
    stairs = lawn.box(10, 12, 30, 18) | lawn.box(14, 18, 30, 22) | lawn.box(18, 22, 30, 26)
    (zone,) = outlines(drawn(lawn.sheet, stairs))
    assert sharpest_turn(zone, shapely.boundary(shapely.MultiPolygon(lawn.sheet.parts))) < 60
    assert zone.area == pytest.approx(m2(stairs), rel=0.01)


def test_a_zone_along_a_wall_lies_on_the_edge_of_its_ground(lawn: Ground) -> None:
    (ground,) = lawn.sheet.parts
    (zone,) = outlines(drawn(lawn.sheet, lawn.box(10, 32, 50, 45)))
    top = zone.bounds[3]
    assert top == pytest.approx(ground.bounds[3], abs=GRID_M)
    # Where it meets the edge it runs straight out to it: as wide there as 3 m farther in.
    at_edge, inside = (width_at(zone, top - down) for down in (0.1, 3.0))
    assert at_edge == pytest.approx(inside, abs=0.2)  # 10 cm on either side
    assert inside == pytest.approx(40, abs=0.1)


@pytest.mark.parametrize("strip_m", [1.5, 2.0, 3.0])
def test_a_strip_left_along_a_wall_keeps_its_width(lawn: Ground, strip_m: float) -> None:
    (ground,) = lawn.sheet.parts
    top = ground.bounds[3]
    # Zones of whole squares: the ground ends at 41.98 m, so the strip is up to a square narrower.
    zones = lawn.box(10, 20, 50, 42 - strip_m)
    (zone,) = outlines(drawn(lawn.sheet, zones))
    middle = shapely.intersection(zone, box(14, 0, 46, 60))
    assert top - middle.bounds[3] == pytest.approx(strip_m, abs=0.05)
    # as level as the wall: no point of the front lies nearer or farther
    front = shapely.get_coordinates(middle)[:, 1]
    front = front[front > middle.bounds[3] - 0.5]
    assert np.ptp(front) < 0.05


def test_a_pin_hole_is_filled_and_a_lawn_inside_a_zone_is_not(lawn: Ground) -> None:
    whole = lawn.box(10, 12, 40, 36)
    (zone,) = outlines(drawn(lawn.sheet, whole & ~lawn.box(20, 20, 21, 21)))
    assert len(zone.interiors) == 0
    (zone,) = outlines(drawn(lawn.sheet, whole & ~lawn.box(20, 20, 24, 24)))
    assert len(zone.interiors) == 1
    assert shapely.Polygon(zone.interiors[0]).area == pytest.approx(16, rel=0.1)


def test_a_crumb_under_2_m2_is_left_out(lawn: Ground) -> None:
    zones = lawn.box(10, 12, 30, 24) | lawn.box(40, 12, 41, 13)
    assert len(outlines(drawn(lawn.sheet, zones))) == 1


def test_what_is_too_narrow_after_all_is_taken_out(lawn: Ground) -> None:
    bells = lawn.box(5, 12, 20, 24) | lawn.box(35, 12, 50, 24)
    neck = lawn.box(20, 17, 35, 19)  # 15 x 2 m
    found = exact(lawn, bells | neck, 360.0)
    assert len(found) == 2
    assert max(narrowest_m2(zone, 3) for zone in found) <= 1.05


def test_the_same_squares_give_the_same_points(lawn: Ground) -> None:
    zones = lawn.box(5, 10, 20, 20) | lawn.box(30, 10, 50, 30)
    once, again = (exact(lawn, zones, 555.0) for _ in range(2))
    assert [zone.wkb for zone in once] == [zone.wkb for zone in again]


def width_at(zone: shapely.Polygon, y: float) -> float:
    """How wide a zone is at a height (m)."""
    left, _, right, _ = zone.bounds
    cut = shapely.intersection(zone, shapely.box(left - 1, y - 0.01, right + 1, y + 0.01))
    return max(part.bounds[2] - part.bounds[0] for part in polygons(cut))
