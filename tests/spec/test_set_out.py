"""Pegs along a zone, measured from corners: with the lengths alone, each is found where it is."""

from itertools import combinations, pairwise
from math import hypot, sqrt

import pytest
import shapely
from shapely import box

from tests.drawing import CATALOGUE
from vildplan.core.set_out import (
    Land,
    _angle,
    measured,
    pegs_along,
    set_out,
)
from vildplan.errors import UnusableInputError
from vildplan.export.spots import placed
from vildplan.model.plan import Zone
from vildplan.model.problem import Piece
from vildplan.model.set_out import Fixed, Measure, SetOut, Tools
from vildplan.proposal.map_drawing import Spot
from vildplan.proposal.pegging import tools_of
from vildplan.reading.own_values import with_own_numbers

TOOLS = Tools(apart_m=15.0, off_m=0.4, tape_m=50.0, least_angle=30.0)


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
    return set_out([zone(shape)], land(BLOCK, box(50, 20, 60, 60)), TOOLS)


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
    # Each point is within 0.35 m of the straight side, but a peg in the middle of it lies on a crest.
    side = [(x, 20 + 0.35 * (-1) ** x) for x in range(19, 0, -1)]
    waves = shapely.Polygon([(0, 60), (20, 60), (20, 20), *side, (0, 20)])
    for shape in (ROUND, waves, box(0, 20, 100, 60), box(0, 20, 100, 60).difference(ROUND)):
        one = laid(shape).zones[0]
        assert one.off_m <= TOOLS.off_m + 1e-9
        assert len(one.rings) == len(shapely.get_rings(shape))
        for ring in one.rings:
            for before, peg in pairwise([ring[-1], *ring]):
                apart = hypot(peg.x_m - before.x_m, peg.y_m - before.y_m)
                assert peg.before_m == pytest.approx(apart)
                assert apart <= TOOLS.apart_m + 1e-9
        points = [shapely.Point(peg.x_m, peg.y_m) for peg in one.pegs]
        assert max(shapely.distance(shape.boundary, points)) < 1e-9


def test_a_square_has_its_corners_and_what_lies_between() -> None:
    """40 m a side at most 15 m apart is three steps; clockwise from the north-west."""
    square = shapely.LineString([(0, 40), (40, 40), (40, 0), (0, 0), (0, 40)])
    third = 40 / 3
    found = pegs_along(square, TOOLS)
    assert len(found) == 12
    assert found[:4] == [pytest.approx(point) for point in ((0, 40), (third, 40), (2 * third, 40), (40, 40))]


def test_the_pair_is_the_shortest_of_all_that_meet_well_and_are_seen() -> None:
    blocks = (BLOCK, box(50, 20, 60, 60), box(-30, 25, -20, 32))
    sights = land(*blocks).sights(TOOLS)
    walls, corners = shapely.union_all(blocks).buffer(-0.05), sights.facades
    for peg in laid().zones[0].pegs:
        place = (peg.x_m, peg.y_m)
        told = measured(place, sights)
        sums = []
        for a, b in combinations(corners, 2):
            tapes = [shapely.LineString([place, (one.x_m, one.y_m)]) for one in (a, b)]
            seen = all(tape.length <= TOOLS.tape_m and not tape.intersects(walls) for tape in tapes)
            angle = _angle((a.x_m, a.y_m), place, (b.x_m, b.y_m))
            if seen and TOOLS.least_angle <= angle <= 180 - TOOLS.least_angle:
                sums.append(tapes[0].length + tapes[1].length)
        assert told is not None
        assert told.first_m + told.second_m == pytest.approx(min(sums))


def test_kerbs_where_there_are_no_facades_and_nothing_where_there_is_neither() -> None:
    far = box(1000, 1000, 1010, 1010)
    road = box(0, 0, 40, 5)
    pegs = set_out([zone(ROUND)], land(far, kerbs=(road,)), TOOLS).zones[0].pegs
    kinds = {corner.kind for peg in pegs if peg.measure for corner in (peg.measure.first, peg.measure.second)}
    assert kinds == {Fixed.KERB}
    assert {peg.measure for peg in set_out([zone(ROUND)], land(far), TOOLS).zones[0].pegs} == {None}


def test_corners_are_numbered_from_the_north_and_named_by_their_side() -> None:
    corners = laid().corners
    assert [corner.id for corner in corners] == [f"H{number}" for number in range(1, len(corners) + 1)]
    assert [corner.y_m for corner in corners] == sorted((corner.y_m for corner in corners), reverse=True)
    north_west = next(corner for corner in corners if (corner.x_m, corner.y_m) == (0, 10))
    assert (north_west.name, north_west.bearing) == ("Blok 1", 7)  # north-west, in a long house too


def test_numbers_of_pegs_cover_neither_each_other_nor_the_pegs() -> None:
    """A heap of pegs less than a letter apart: numbers stand round them, those that are far with a line."""
    spots = [Spot(20 + n % 4 * 0.6, 50.0 + n // 4 * 0.6, f"{n + 10}") for n in range(12)]
    found = placed(spots, [(one.x_m, one.y_m) for one in spots], letters=1.0, width=100.0)
    boxes = [
        box(one.x, one.y - 0.4, one.x + len(spot.words) * 0.48, one.y + 0.4)
        for one, spot in zip(found, spots, strict=True)
    ]
    rings = [shapely.Point(one.x_m, one.y_m).buffer(0.27) for one in spots]
    assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
    assert not any(a.intersects(ring) for a in boxes for ring in rings)
    assert any(one.far for one in found)
    assert not found[0].far


def test_own_sizes_go_before_the_catalogue_s() -> None:
    own = with_own_numbers(CATALOGUE, {"peg_apart": 10, "tape_length": "30 m"}, "vildplan.toml")
    assert tools_of(own) == Tools(apart_m=10.0, off_m=0.4, tape_m=30.0, least_angle=30.0)
    assert tools_of(CATALOGUE) == TOOLS
    with pytest.raises(UnusableInputError):
        with_own_numbers(CATALOGUE, {"peg_apart": 0.01}, "vildplan.toml")
