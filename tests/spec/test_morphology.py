"""Width of polygons and the thinning of their outlines: by hand, and against slower ways."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from vildplan.geometry.morphology import narrow_parts, thinned, widest_breach_m2
from vildplan.geometry.polygons import parts_of

TWINS = settings(max_examples=40, deadline=None, derandomize=True, database=None)


def blot(seed: int, points: int) -> shapely.Polygon:
    """A wavy outline some 20 m across, with a hole."""
    chance = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, points, endpoint=False)
    waves = np.zeros(points)
    for k in range(2, 9):
        waves += chance.uniform(0, 2.5 / k) * np.sin(k * angle + chance.uniform(0, 6))
    ring = (10 + waves)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return shapely.Polygon(ring).difference(shapely.Point(0, 0).buffer(2.0, quad_segs=16))


def test_points_on_a_straight_line_go_and_corners_stay() -> None:
    square = shapely.segmentize(shapely.box(0, 0, 10, 10), 0.25)
    assert shapely.get_num_coordinates(square) == 161
    assert thinned(square, 0.05).normalize() == shapely.box(0, 0, 10, 10).normalize()


def test_a_hole_that_would_cross_the_outline_keeps_clear_of_it() -> None:
    # The edge below bulges 4 cm down to make room for the hole's point; without the bulge they cross.
    shell = [(0, 0), (4.9, 0), (5, -0.04), (5.1, 0), (10, 0), (10, 10), (0, 10)]
    hole = [(5, -0.03), (7, 3), (3, 3)]
    thin = thinned(shapely.Polygon(shell, [hole]), 0.05)
    assert thin.is_valid
    assert len(thin.interiors) == 1


@given(st.integers(0, 999), st.sampled_from([60, 400]), st.sampled_from([0.02, 0.05, 0.5]))
@TWINS
def test_rings_thinned_by_themselves_are_rings_that_were_watched(seed: int, points: int, by_m: float) -> None:
    shape = blot(seed, points)
    assert thinned(shape, by_m).normalize() == shapely.simplify(shape, by_m).normalize()


def test_a_neck_is_as_large_as_what_a_disc_cannot_cover() -> None:
    # Two squares of 10 m with a strip of 1 x 20 m between: no disc of 3 m fits in the strip.
    bells = shapely.union_all(
        [shapely.box(0, 0, 10, 10), shapely.box(10, 4.5, 30, 5.5), shapely.box(30, 0, 40, 10)]
    )
    assert widest_breach_m2(bells, 3.0) == pytest.approx(20, abs=0.6)
    assert widest_breach_m2(bells, 0.9) == pytest.approx(0, abs=0.1)


@given(st.integers(0, 999), st.sampled_from([2.0, 4.0, 7.0]), st.sampled_from([0.0, 0.5, 2.0]))
@TWINS
def test_no_breach_is_overlooked_where_all_that_is_small_is_passed_over(
    seed: int, width_m: float, enough_m2: float
) -> None:
    shape = blot(seed, 200)
    largest_m2 = max((part.area for part in parts_of(narrow_parts(shape, width_m))), default=0.0)
    found_m2 = widest_breach_m2(shape, width_m, enough_m2)
    assert (found_m2 > enough_m2) == (largest_m2 > enough_m2)
    if largest_m2 > enough_m2:
        assert found_m2 == pytest.approx(largest_m2)
