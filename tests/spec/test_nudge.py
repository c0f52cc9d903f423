"""Single points of free fronts are moved by centimetres, until the area is exact."""

import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.core.zones.nudge import FARTHEST_M, nudged

LAWN = shapely.box(0, 0, 60, 40)


def disc(x: float, y: float, radius: float) -> BaseGeometry:
    return shapely.set_precision(shapely.Point(x, y).buffer(radius, quad_segs=8), 0.001)


@pytest.mark.parametrize("missing_m2", [-0.8, -0.05, 0.0, 0.003, 0.05, 0.8])
def test_a_free_zone_gets_its_area_to_20_cm2(missing_m2: float) -> None:
    zone = disc(30, 20, 10)
    (moved,) = nudged([zone], [LAWN], missing_m2)
    assert moved.is_valid
    assert moved.area == pytest.approx(zone.area + missing_m2, abs=0.0021)


def test_points_stay_on_the_grid_and_within_some_centimetres() -> None:
    zone = disc(30, 20, 10)
    (moved,) = nudged([zone], [LAWN], 0.5)
    old, new = (shapely.get_coordinates(one) for one in (zone, moved))
    assert len(old) == len(new)
    assert new == pytest.approx(np.round(new, 3), abs=1e-9)
    assert np.hypot(*(new - old).T).max() <= 4 * FARTHEST_M


def test_points_by_the_edge_of_the_ground_stay_where_they_are() -> None:
    along_the_wall = shapely.box(0, 0, 30, 12)
    (moved,) = nudged([along_the_wall], [LAWN], 0.01)
    corners = {tuple(xy) for xy in shapely.get_coordinates(moved)}
    assert {(0.0, 0.0), (30.0, 0.0), (0.0, 12.0)} <= corners
    assert (30.0, 12.0) not in corners
    # A millimetre of the one free corner is 160 cm2 between neighbours that lie 32 m apart.
    assert moved.area == pytest.approx(360.01, abs=0.016)


def test_a_zone_that_fills_its_ground_cannot_move() -> None:
    assert nudged([LAWN], [LAWN], 0.5) == [LAWN]


def test_the_largest_zone_moves_and_the_others_only_where_that_is_not_enough() -> None:
    large, small = disc(20, 20, 10), disc(45, 20, 5)
    moved = nudged([small, large], [LAWN], 0.1)
    assert moved[0] == small
    assert moved[1].area == pytest.approx(large.area + 0.1, abs=0.0021)


def test_no_ground_and_no_zones_are_no_harm() -> None:
    assert nudged([], [], 0.5) == []
