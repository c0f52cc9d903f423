"""How much of each square a polygon covers: worked out by hand, and against overlays one by one."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import rotate, translate
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.coverage import Frame, Windows, mask_of, windows_of

# Three rows of four squares of 1 m; row 0 is the southern one. Maps of numbers below have north up.
SMALL = Frame(left_m=0.0, bottom_m=0.0, size_m=1.0, rows=3, columns=4)


def shares(ground: BaseGeometry, frame: Frame = SMALL) -> list[list[float]]:
    """The covered share of each square of 1 m in a frame, with north up; what lies outside is left out."""
    found = np.zeros((frame.rows, frame.columns))
    for (column, row), m2 in squares(windows_of([ground], 1.0)).items():
        if 0 <= column < frame.columns and 0 <= row < frame.rows:
            found[row, column] = m2
    return np.round(found, 9)[::-1].tolist()


def squares(found: Windows) -> dict[tuple[int, int], float]:
    """The m2 of each (column, row) that is covered at all."""
    places = zip(found.column.tolist(), found.row.tolist(), found.area_m2.tolist(), strict=True)
    return {(column, row): m2 for column, row, m2 in places if m2 > 1e-9}


# ---------------------------------------------------------------------------- worked out by hand


def test_whole_half_and_quarter_squares() -> None:
    assert shares(shapely.box(0.5, 0.5, 3, 2)) == [
        [0, 0, 0, 0],
        [0.5, 1, 1, 0],
        [0.25, 0.5, 0.5, 0],
    ]


def test_a_triangle() -> None:
    # The hypotenuse falls from (0, 2) to (4, 0), half a metre for each: under it in the columns of the
    # lower row lie 1, 1 (it runs from 1.5 to 1), 3/4 and 1/4; in the row above 3/4 and 1/4.
    assert shares(shapely.Polygon([(0, 0), (4, 0), (0, 2)])) == [
        [0, 0, 0, 0],
        [0.75, 0.25, 0, 0],
        [1, 1, 0.75, 0.25],
    ]


def test_a_hole_takes_away_what_it_covers_whichever_way_its_ring_runs() -> None:
    # A hole of 1 x 1 m across the four squares round (2, 1) takes a quarter of each.
    hole = [(1.5, 0.5), (2.5, 0.5), (2.5, 1.5), (1.5, 1.5)]
    for ring in (hole, hole[::-1]):
        assert shares(shapely.Polygon([(0, 0), (4, 0), (4, 3), (0, 3)], [ring])) == [
            [1, 1, 1, 1],
            [1, 0.75, 0.75, 1],
            [1, 0.75, 0.75, 1],
        ]


def test_a_ring_drawn_with_the_clock_covers_as_much_as_one_drawn_against_it() -> None:
    box = shapely.box(0.5, 0.5, 3, 2)
    assert shares(shapely.Polygon(box.exterior.coords[::-1])) == shares(box)


@pytest.mark.parametrize(
    ("ground", "found"),
    [
        # over the western edge, over the eastern, over the southern, over the northern
        (shapely.box(-5, 1, 0.5, 2), [[0, 0, 0, 0], [0.5, 0, 0, 0], [0, 0, 0, 0]]),
        (shapely.box(3.25, 1, 9, 2), [[0, 0, 0, 0], [0, 0, 0, 0.75], [0, 0, 0, 0]]),
        (shapely.box(1, -7, 2, 0.5), [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0.5, 0, 0]]),
        (shapely.box(1, 2.5, 2, 99), [[0, 0.5, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]),
        # over all four, and beside all of it
        (shapely.box(-9, -9, 9, 9), [[1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]]),
        (shapely.box(5, 0, 9, 3), [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]),
        (shapely.box(-9, 0, -5, 3), [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]),
        # a slant over the south-west corner, x + y > 1: half of the corner square
        (shapely.Polygon([(-9, 10), (10, -9), (99, 99)]), [[1, 1, 1, 1], [1, 1, 1, 1], [0.5, 1, 1, 1]]),
    ],
)
def test_what_lies_over_the_frames_edge_is_left_out(ground: BaseGeometry, found: list[list[float]]) -> None:
    assert shares(ground) == found


def test_nothing_covers_nothing() -> None:
    assert not mask_of(SMALL, shapely.MultiPolygon()).any()
    assert len(windows_of([], 2.0).area_m2) == 0


def test_the_mask_holds_the_squares_whose_middle_lies_in_the_ground() -> None:
    # Middles stand at 0.5, 1.5 ... A box from 0.6 to 2.6 misses the first and the fourth.
    assert mask_of(SMALL, shapely.box(0.6, 0.4, 2.6, 1.6))[::-1].tolist() == [
        [False, False, False, False],
        [False, True, True, False],
        [False, True, True, False],
    ]


def test_windows_tell_square_area_and_middle() -> None:
    # Squares of 2 m from (0, 0). A box of 2 x 1 m astride the line x = 2: 1 m2 in each, their middles
    # at x = 1.5 and 2.5, and y = 0.5.
    found = windows_of([shapely.box(1, 0, 3, 1)], 2.0)
    assert squares(found) == pytest.approx({(0, 0): 1, (1, 0): 1})
    covered = found.area_m2 > 0
    assert found.x_m[covered].tolist() == pytest.approx([1.5, 2.5])
    assert found.y_m[covered].tolist() == pytest.approx([0.5, 0.5])


def test_the_middle_of_a_triangle_is_its_centroid() -> None:
    # (0, 0), (3, 0), (0, 3) in one square of 4 m: a third of the sum of its corners
    found = windows_of([shapely.Polygon([(0, 0), (3, 0), (0, 3)])], 4.0)
    assert found.area_m2.tolist() == pytest.approx([4.5])
    assert (found.x_m[0], found.y_m[0]) == pytest.approx((1, 1))


def test_the_middle_of_a_square_with_a_hole_leans_away_from_it() -> None:
    # 4 x 4 m with its middle at 2, less 2 x 2 m with its middle at 2.5: (16 x 2 - 4 x 2.5) / 12 = 22 / 12
    ring = shapely.box(0, 0, 4, 4).difference(shapely.box(1.5, 1.5, 3.5, 3.5))
    found = windows_of([ring], 4.0)
    big = int(np.argmax(found.area_m2))
    assert found.area_m2[big] == pytest.approx(12)
    assert (found.x_m[big], found.y_m[big]) == pytest.approx((22 / 12, 22 / 12))


def test_each_polygon_has_its_own_window() -> None:
    # Two that share a square: each tells its own part of it.
    found = windows_of([shapely.box(0, 0, 1, 2), shapely.box(1, 0, 2, 2), shapely.box(5, 5, 6, 6)], 2.0)
    covered = found.area_m2 > 0
    rows = np.column_stack([found.part, found.column, found.row, found.area_m2])[covered]
    assert rows.tolist() == [[0, 0, 0, 2], [1, 0, 0, 2], [2, 2, 2, 1]]


def test_coordinates_of_a_map_cost_no_precision() -> None:
    # 6,225 km north, as in UTM: squares of 2 m still sum to 1 cm2.
    shape = translate(shapely.Point(0, 0).buffer(17.3), 574_003.1, 6_225_011.7)
    found = windows_of([shape], 2.0)
    assert found.area_m2.sum() == pytest.approx(shape.area, abs=1e-4)


# ------------------------------------------------------------------ the slow twin: overlay by overlay


@st.composite
def shapes(draw_from: st.DrawFn) -> BaseGeometry:
    """A turned box, a disc or a star, with or without a hole, some of it outside the frame."""
    x, y = draw_from(st.floats(-3, 11)), draw_from(st.floats(-3, 9))
    size = draw_from(st.floats(0.3, 6))
    kind = draw_from(st.sampled_from(["box", "disc", "star"]))
    if kind == "box":
        whole = shapely.box(x, y, x + size, y + draw_from(st.floats(0.3, 6)))
    elif kind == "disc":
        whole = shapely.Point(x, y).buffer(size, quad_segs=5)
    else:
        turn = np.arange(10) * np.pi / 5
        radius = np.where(np.arange(10) % 2, size, size / 3)
        whole = shapely.Polygon(np.column_stack([x + radius * np.cos(turn), y + radius * np.sin(turn)]))
    whole = rotate(whole, draw_from(st.sampled_from([0, 0, 13, 45, 90])))
    if draw_from(st.booleans()):
        inner = whole.representative_point().buffer(size / 6)
        whole = whole.difference(inner)
    return whole


@given(shapes(), st.sampled_from([0.5, 1.0, 1.5]))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_the_mask_is_what_contains_the_middles(ground: BaseGeometry, size_m: float) -> None:
    frame = Frame(left_m=-0.5, bottom_m=0.25, size_m=size_m, rows=6, columns=8)
    left = frame.left_m + np.arange(8) * size_m
    bottom = frame.bottom_m + np.arange(6)[:, None] * size_m
    middles = shapely.points(left + size_m / 2 + 0 * bottom, bottom + size_m / 2 + 0 * left)
    # A middle on the outline itself may fall to either side.
    clear = shapely.distance(shapely.boundary(ground), middles) > 1e-9
    assert (mask_of(frame, ground) == shapely.contains(ground, middles))[clear].all()


@given(st.lists(shapes(), min_size=1, max_size=4), st.sampled_from([0.5, 2.0]))
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
def test_windows_are_those_of_intersections(parts: list[BaseGeometry], size_m: float) -> None:
    parts = [max(shapely.get_parts(part), key=lambda p: p.area) for part in parts]
    found = windows_of(parts, size_m)
    left, bottom = found.column * size_m, found.row * size_m
    boxes = shapely.box(left, bottom, left + size_m, bottom + size_m)
    inside = shapely.intersection(boxes, np.array(parts, dtype=object)[found.part])
    assert found.area_m2 == pytest.approx(shapely.area(inside), abs=1e-8)
    sums = np.bincount(found.part, found.area_m2, minlength=len(parts))
    assert sums == pytest.approx(shapely.area(np.array(parts, dtype=object)), abs=1e-7)
    large = found.area_m2 > 1e-3 * size_m**2
    middle = shapely.get_coordinates(shapely.centroid(inside[large]))
    assert np.column_stack([found.x_m, found.y_m])[large] == pytest.approx(middle, abs=1e-5)
