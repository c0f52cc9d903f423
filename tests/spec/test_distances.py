"""How far places lie from the nearest outline: by hand, and against shapely's own distances."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawing import box, point
from vildplan.geometry.distances import distance_m, outline_points
from vildplan.model.problem import Floats

FAR_M = 50.0


def places(*pairs: tuple[float, float]) -> Floats:
    """Points in metres from ORIGIN."""
    return shapely.get_coordinates([point(x, y) for x, y in pairs])


def test_straight_out_from_a_wall_it_is_the_metres_to_it() -> None:
    house = box(0, 0, 10, 5)
    away = distance_m(places((12, 2), (5, 8), (-7, 5), (10, -1)), [house], FAR_M)
    assert away == pytest.approx([2, 3, 7, 1], abs=1e-6)


def test_beyond_a_corner_it_is_the_hypotenuse() -> None:
    assert distance_m(places((13, 9)), [box(0, 0, 10, 5)], FAR_M) == pytest.approx([5])  # 3, 4, 5


def test_of_several_the_nearest_counts() -> None:
    two = [box(0, 0, 1, 1), box(10, 0, 11, 1)]
    assert distance_m(places((3, 0), (8, 0)), two, FAR_M) == pytest.approx([2, 2])


def test_the_outline_of_a_courtyard_counts_like_any_other() -> None:
    house = box(0, 0, 30, 30).difference(box(10, 10, 20, 20))
    assert distance_m(places((15, 12)), [house], FAR_M) == pytest.approx([2])


def test_beyond_the_farthest_it_is_infinite() -> None:
    assert distance_m(places((11, 2), (13, 2)), [box(0, 0, 10, 5)], 2.0).tolist() == pytest.approx(
        [1, np.inf]
    )


def test_nothing_is_infinitely_far_and_no_places_have_no_distances() -> None:
    assert distance_m(places((1, 1)), [], FAR_M).tolist() == [np.inf]
    assert distance_m(np.zeros((0, 2)), [box(0, 0, 1, 1)], FAR_M).tolist() == []


def test_outlines_are_points_at_most_25_cm_apart_corners_among_them() -> None:
    # 1.1 m in five steps of 22 cm, 0.6 m in three of 20 cm: twice (5 + 3)
    around = outline_points([box(0, 0, 1.1, 0.6)])
    assert len(around) == 16
    assert np.hypot(*(around - np.roll(around, 1, axis=0)).T).max() == pytest.approx(0.22)
    corners = {tuple(corner) for corner in box(0, 0, 1.1, 0.6).exterior.coords}
    assert corners <= {tuple(place) for place in around}


@given(st.lists(st.tuples(st.floats(-20, 40), st.floats(-20, 40)), min_size=1, max_size=20))
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
def test_it_is_never_too_short_and_at_most_a_centimetre_too_long(pairs: list[tuple[float, float]]) -> None:
    shapes = [
        point(3, 4).buffer(2.7, quad_segs=3),
        shapely.MultiPolygon([box(10, 0, 21, 3.3), box(0, 12, 4, 21)]),
        box(24, 20, 38, 33).difference(box(26, 22, 36, 31)),
    ]
    asked = places(*pairs)
    true = shapely.distance(shapely.points(asked), shapely.union_all(shapes))
    asked, true = asked[true > 0], true[true > 0]
    away = distance_m(asked, shapes, 15.0)
    near = true < 14.9
    assert (away[near] >= true[near] - 1e-6).all()
    # Half way between two points 25 cm apart, at 1 m: the root of 1 + 0.125^2
    assert (away[near & (true >= 1)] <= true[near & (true >= 1)] + 0.01).all()
    assert (away[near] <= true[near] + 0.125 + 1e-6).all()
    assert np.isinf(away[true > 15]).all()
