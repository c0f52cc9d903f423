"""Pegs along a zone, measured from corners: with the lengths alone, each is found where it is."""

from itertools import combinations, pairwise
from math import hypot, sqrt

import pytest
import shapely
from shapely import box

from vildplan.core.set_out import (
    LEAST_ANGLE,
    MOST_APART_M,
    MOST_OFF_M,
    TAPE_M,
    Land,
    _angle,
    measured,
    pegs_along,
    set_out,
)
from vildplan.model.plan import Zone
from vildplan.model.problem import Piece
from vildplan.model.set_out import Corner, Fixed, Measure, SetOut


def zone(shape: shapely.Geometry) -> Zone:
    return Zone("Z1", None, "slaaeng", shape.area, "lawn", (), 1, 0.0, (), (), shape)  # type: ignore[arg-type]


def land(*blocks: shapely.Geometry, kerbs: tuple[shapely.Geometry, ...] = ()) -> Land:
    """Buildings and roads."""
    return Land(
        tuple(Piece(f"A{n}", "building", f"Blok {n}", False, one) for n, one in enumerate(blocks, 1)),
        tuple(Piece(f"B{n}", "road", "Vejen", False, one) for n, one in enumerate(kerbs, 1)),
    )


BLOCK = box(0, 0, 40, 10)
ROUND = shapely.Point(20, 30).buffer(12, quad_segs=32)


def found_with_tapes(measure: Measure) -> tuple[float, float]:
    """Where two lengths meet, on the side that is told: as a crew finds it, by Pythagoras."""
    a, b = measure.first, measure.second
    apart = hypot(b.x_m - a.x_m, b.y_m - a.y_m)
    along = (measure.first_m**2 - measure.second_m**2 + apart**2) / (2 * apart)
    aside = sqrt(max(measure.first_m**2 - along**2, 0.0)) * (1 if measure.left else -1)
    east, north = (b.x_m - a.x_m) / apart, (b.y_m - a.y_m) / apart
    return a.x_m + along * east - aside * north, a.y_m + along * north + aside * east


def laid(shape: shapely.Geometry = ROUND) -> SetOut:
    return set_out([zone(shape)], land(BLOCK, box(50, 20, 60, 60)))


def test_each_peg_is_found_again_with_two_tapes() -> None:
    for peg in laid().zones[0].pegs:
        assert peg.measure is not None
        assert found_with_tapes(peg.measure) == pytest.approx((peg.x_m, peg.y_m), abs=1e-6)


def test_lengths_to_the_centimetre_are_enough() -> None:
    """Half a centimetre on each tape moves a peg by less than 2 cm, since they meet at 30 degrees or more."""
    for peg in laid().zones[0].pegs:
        told = peg.measure
        rough = Measure(told.first, round(told.first_m, 2), told.second, round(told.second_m, 2), told.left)
        x, y = found_with_tapes(rough)
        assert hypot(x - peg.x_m, y - peg.y_m) < 0.02


def test_pegs_are_near_each_other_and_the_cord_near_the_outline() -> None:
    for shape in (ROUND, box(0, 20, 100, 60), box(0, 20, 100, 60).difference(ROUND)):
        one = laid(shape).zones[0]
        assert one.off_m <= MOST_OFF_M + 1e-9
        assert len(one.rings) == len(shapely.get_rings(shape))
        for ring in one.rings:
            for before, peg in pairwise([ring[-1], *ring]):
                apart = hypot(peg.x_m - before.x_m, peg.y_m - before.y_m)
                assert peg.before_m == pytest.approx(apart)
                assert apart <= MOST_APART_M + 1e-9
        points = [shapely.Point(peg.x_m, peg.y_m) for peg in one.pegs]
        assert max(shapely.distance(shape.boundary, points)) < 1e-9


def test_a_square_has_its_corners_and_what_lies_between() -> None:
    """40 m a side at most 15 m apart is three steps; clockwise from the north-west."""
    square = shapely.LineString([(0, 40), (40, 40), (40, 0), (0, 0), (0, 40)])
    third = 40 / 3
    found = pegs_along(square)
    assert len(found) == 12
    assert found[:4] == [pytest.approx(point) for point in ((0, 40), (third, 40), (2 * third, 40), (40, 40))]


def test_the_pair_is_the_shortest_of_all_that_meet_well_and_are_seen() -> None:
    blocks = (BLOCK, box(50, 20, 60, 60), box(-30, 25, -20, 32))
    walls = shapely.union_all(blocks).buffer(-0.05)
    corners = [Corner("", Fixed.FACADE, x, y, "building", "", 0)
               for block in blocks for x, y in shapely.get_coordinates(block)[:-1]]  # fmt: skip
    for peg in laid().zones[0].pegs:
        place = (peg.x_m, peg.y_m)
        told = measured(place, corners, [], walls)
        sums = []
        for a, b in combinations(corners, 2):
            tapes = [shapely.LineString([place, (one.x_m, one.y_m)]) for one in (a, b)]
            seen = all(tape.length <= TAPE_M and not tape.intersects(walls) for tape in tapes)
            angle = _angle((a.x_m, a.y_m), place, (b.x_m, b.y_m))
            if seen and LEAST_ANGLE <= angle <= 180 - LEAST_ANGLE:
                sums.append(tapes[0].length + tapes[1].length)
        assert told is not None
        assert told.first_m + told.second_m == pytest.approx(min(sums))


def test_kerbs_where_there_are_no_facades_and_nothing_where_there_is_neither() -> None:
    far = box(1000, 1000, 1010, 1010)
    road = box(0, 0, 40, 5)
    pegs = set_out([zone(ROUND)], land(far, kerbs=(road,))).zones[0].pegs
    kinds = {corner.kind for peg in pegs if peg.measure for corner in (peg.measure.first, peg.measure.second)}
    assert kinds == {Fixed.KERB}
    assert {peg.measure for peg in set_out([zone(ROUND)], land(far)).zones[0].pegs} == {None}


def test_corners_are_numbered_from_the_north_and_named_by_their_side() -> None:
    corners = laid().corners
    assert [corner.id for corner in corners] == [f"H{number}" for number in range(1, len(corners) + 1)]
    assert [corner.y_m for corner in corners] == sorted((corner.y_m for corner in corners), reverse=True)
    north_west = next(corner for corner in corners if (corner.x_m, corner.y_m) == (0, 10))
    assert (north_west.name, north_west.bearing) == ("Blok 1", 7)  # north-west, in a long house too
