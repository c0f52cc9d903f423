"""Zones as drawn: the exact area, wide and large enough, curved, and lawn that can still be mown."""

from functools import cache

import pytest
import shapely

from tests.drawing import Stages, area, box, department, draw, drivable_of, stages_of, wish
from vildplan.model.area import Department
from vildplan.model.wishes import Count

from .measuring import narrowest_m2, polygons, sharpest_turn, unreachable_m2

YARD = """
    HHHH......HHHH
    HHHH......HHHH
    ..............
    ......PP......
    ======PP======
    ..............
    ....hhhh......
    ..............
"""
LAWNS = """
    ........=.......
    ........=.......
    ........=...VVVV
    ........=...VVVV
    ================
    ................
    ................
    bbbb............
"""
SLOPE = """
    HHHHHHHHHHHHHHHH
    ................
    ................
    ////////////////
    ////////////////
    RRRRRRRRRRRRRRRR
"""
PLACES = {"yard": YARD, "lawns": LAWNS, "slope": SLOPE}
# A nook of 2 m2 may be trimmed by hand; 5 dm2 are the slack of the measuring.
NOOK_M2 = 2.05
TARGETS = ["5%", "12%", "20%", "33%", "45%"]


@cache
def planned(place: str, target: str, *, play_lawn_m2: float = 0.0) -> Stages:
    return stages_of(draw(PLACES[place], cell_m=7), wish(target, play_lawn_m2=play_lawn_m2))


every_place = pytest.mark.parametrize("place", list(PLACES))
every_target = pytest.mark.parametrize("target", TARGETS)


@every_place
@every_target
def test_the_area_is_exact_to_100_cm2(place: str, target: str) -> None:
    stages = planned(place, target)
    assert stages.drawing.findings == ()
    assert stages.zones_m2 == pytest.approx(min(stages.goal.new_m2, stages.ground.convertible_m2), abs=0.01)


@every_place
@every_target
def test_zones_lie_inside_the_ground_of_their_type_and_do_not_overlap(place: str, target: str) -> None:
    stages = planned(place, target)
    standing = shapely.union_all([unit.geometry for unit in stages.ground.units])
    for shape in stages.drawing.shapes:
        may = shapely.union_all([stages.ground.by_type[shape.zone_type], standing], grid_size=0.001)
        outside = shapely.difference(shape.geometry, may)
        assert outside.area < 0.01
    assert stages.taken.area == pytest.approx(stages.zones_m2, abs=0.01)


@every_place
@every_target
def test_zones_keep_the_least_area_and_width_of_their_type(place: str, target: str) -> None:
    least = {
        "slaaeng": (50, 3), "blomstereng": (20, 2), "naturgraes": (100, 5), "skraaning": (50, 2),
        "krat": (100, 5), "haek_vild": (6, 0), "staudebed": (5, 0),
    }  # fmt: skip
    for shape in planned(place, target).drawing.shapes:
        area_m2, width_m = least[shape.zone_type]
        assert shape.geometry.geom_type == "Polygon"
        assert shape.geometry.area >= area_m2 - 0.01
        # A tip may be as large as in a square corner: 1 m2 at 3 m of width, 2.8 m2 at 5 m.
        assert narrowest_m2(shape.geometry, width_m) <= 1.05 * max(width_m / 3, 1) ** 2


@every_place
@every_target
def test_no_lawn_is_cut_off_from_the_mower(place: str, target: str) -> None:
    stages = planned(place, target)
    drivable = drivable_of(stages.inventory)
    assert unreachable_m2(stages.ground.mown, drivable, stages.taken, 1.5) <= NOOK_M2


@every_place
@every_target
def test_outlines_are_curved_where_they_meet_lawn(place: str, target: str) -> None:
    stages = planned(place, target)
    walls = shapely.boundary(stages.ground.open)
    zones = polygons(stages.taken)  # borders between types are no outline
    # A staircase of cells would turn by 90 degrees, the corner of a triangle by more.
    assert max((sharpest_turn(zone, walls) for zone in zones), default=0) < 60


@every_place
def test_the_play_lawn_stays_mown(place: str) -> None:
    stages = planned(place, "25%", play_lawn_m2=400)
    assert stages.ground.play_lawn.area >= 400
    assert shapely.intersection(stages.taken, stages.ground.play_lawn).area < 0.01


# ------------------------------------------------------------------------------------- the islands


def lone_lawn(side_m: float) -> Department:
    """A square lawn inside a path."""
    shape = box(10, 10, 10 + side_m, 10 + side_m)
    around = box(0, 0, 20 + side_m, 20 + side_m).difference(shape)
    return department([area("lawn", shape), area("path", around)])


@pytest.mark.parametrize("target", ["60m2", "80m2", "99m2", "101m2", "150m2"])
def test_a_zone_under_100_m2_does_not_lie_free_in_a_lawn(target: str) -> None:
    stages = stages_of(lone_lawn(50), wish(target))
    for zone in polygons(stages.taken):
        free = shapely.distance(zone, shapely.boundary(stages.ground.mown)) > 4
        assert zone.area >= 100 or not free


@pytest.mark.parametrize("target", ["5m2", "10m2", "20m2", "30m2", "40m2", "49m2"])
def test_asked_for_less_than_a_zone_the_plan_draws_the_smallest_there_can_be_and_says_so(target: str) -> None:
    stages = stages_of(lone_lawn(50), wish(target))
    # The smallest meadow is 50 m2; a little more is no harm, all of the lawn would be.
    assert 49.99 <= stages.zones_m2 <= 60
    assert len(stages.drawing.findings) == 1


@pytest.mark.parametrize("target", ["50m2", "51m2", "60m2", "99m2", "101m2"])
def test_a_small_zone_at_the_edge_of_a_lawn_has_its_exact_area(target: str) -> None:
    stages = stages_of(lone_lawn(50), wish(target))
    assert stages.zones_m2 == pytest.approx(float(target.removesuffix("m2")), abs=0.01)
    assert stages.drawing.findings == ()


# -------------------------------------------------------------------------------- all of the ground


def test_a_target_of_all_ground_takes_all_that_can_be_kept() -> None:
    stages = stages_of(draw("......\n......\n......\n======", cell_m=7), wish("100%"))
    assert stages.zones_m2 == pytest.approx(stages.drawing.largest_m2, abs=0.05)
    assert stages.zones_m2 <= stages.ground.convertible_m2 + 0.01
    # 42 x 21 m less the clipped edge of 1 m along the path
    assert stages.zones_m2 == pytest.approx(42 * 20, abs=2)


def test_beds_that_are_taken_are_taken_as_they_stand() -> None:
    bed = box(8, 8, 32, 18).buffer(3)
    land = department([area("lawn", box(0, 0, 60, 40)), area("bed", bed)])
    stages = stages_of(land, wish("100%"))
    assert stages.drawing.whole_units == (0,)
    (zone,) = [s.geometry for s in stages.drawing.shapes if s.geometry.intersection(bed).area > 1]
    assert zone.symmetric_difference(bed).area < 0.1


def test_each_zone_knows_what_it_is_today() -> None:
    stages = planned("slope", "45%")
    ids = {piece.area_id: piece.surface for piece in stages.inventory.pieces}
    for shape in stages.drawing.shapes:
        assert sum(m2 for _, m2 in shape.surfaces) == pytest.approx(shape.geometry.area, abs=0.05)
        assert {ids[key] for key, _ in shape.surfaces} <= {"lawn", "slope"}
        assert [m2 for _, m2 in shape.surfaces] == sorted((m2 for _, m2 in shape.surfaces), reverse=True)


# --------------------------------------------------------------------------------- awkward grounds
# Small grounds on which a drawing is easily wrong: there is always a good zone to be found.


def awkward(text: str, target: str, *, cell_m: float, play_lawn_m2: float = 0.0) -> Stages:
    return stages_of(draw(text, cell_m=cell_m), wish(target, count=Count.NEW, play_lawn_m2=play_lawn_m2))


def test_one_zone_in_one_large_lawn_is_3_m_wide() -> None:
    stages = awkward(
        """
        .........
        .........
        .........
        .........
        hh.......
        hh..T....
        hh..T....
        """,
        "7%",
        cell_m=5,
    )
    assert max(narrowest_m2(zone, 3) for zone in polygons(stages.taken)) <= 1.05


def test_three_zones_between_play_and_parking_are_3_m_wide() -> None:
    stages = awkward(
        """
        ......Q...
        ...PP.Q...
        ...PP.Q~~.
        ......~...
        .....P~~~.
        """,
        "552.5m2",
        cell_m=6,
        play_lawn_m2=400,
    )
    assert max(narrowest_m2(zone, 3) for zone in polygons(stages.taken)) <= 1.05


def test_no_lawn_is_cut_off_where_nearly_all_of_it_becomes_wild() -> None:
    stages = awkward(
        """
        .....b
        .....b
        .....b
        ......
        ......
        ...=bb
        """,
        "80%",
        cell_m=8,
    )
    drivable = drivable_of(stages.inventory)
    assert unreachable_m2(stages.ground.mown, drivable, stages.taken, 1.5) <= NOOK_M2


def test_a_target_of_45_m2_gives_no_zone_under_50_m2() -> None:
    stages = awkward(
        """
        ......
        .~..b.
        .~..b.
        .~..b.
        ......
        ......
        """,
        "5%",
        cell_m=5,
    )
    assert min(zone.area for zone in polygons(stages.taken)) >= 49.99


def test_where_one_zone_is_enough_a_second_does_not_take_half_as_much_again() -> None:
    # 100.8 m2 are asked for, and there are 600 m2 to find them in.
    stages = awkward(
        """
        //.KK..
        ...KK..
        ..TKKTV
        ......V
        ......V
        """,
        "8%",
        cell_m=6,
    )
    assert stages.zones_m2 == pytest.approx(100.8, abs=0.02)


def test_a_zone_can_be_a_little_larger_than_the_smallest() -> None:
    # 52.5 m2 are asked for, a little more than the smallest zone of 50 m2.
    stages = awkward(
        """
        ====..
        ====..
        ====..
        ....~~
        ......
        ...bbb
        """,
        "52.5m2",
        cell_m=5,
        play_lawn_m2=400,
    )
    assert stages.zones_m2 == pytest.approx(52.5, abs=0.02)


@pytest.mark.parametrize("target", ["60m2", "130m2", "180m2", "250m2", "400m2"])
def test_small_targets_are_met_on_a_yard_too(target: str) -> None:
    stages = stages_of(draw(YARD, cell_m=7), wish(target, count=Count.NEW))
    assert stages.zones_m2 == pytest.approx(float(target.removesuffix("m2")), abs=0.02)
    assert stages.drawing.findings == ()


def test_two_zones_on_a_large_lawn_are_exact_to_200_cm2() -> None:
    stages = awkward(
        """
        .........Q
        ..........
        ..........
        ......hhhh
        ......hhhT
        """,
        "2170.4m2",
        cell_m=8,
    )
    assert stages.zones_m2 == pytest.approx(2170.4, abs=0.02)


@pytest.mark.parametrize("target", ["1%", "10%", "30%", "50%", "75%", "99%"])
def test_a_bare_rectangle_of_lawn_can_be_planned_at_any_share(target: str) -> None:
    stages = awkward("......\n......\n......", target, cell_m=12)
    asked = 2592 * float(target.removesuffix("%")) / 100
    # Nothing else is near, so a zone lies free and is at least 100 m2.
    assert stages.zones_m2 == pytest.approx(max(asked, 100), rel=0.1)


def test_shrubs_taken_whole_may_be_more_than_was_asked_for() -> None:
    # 30 % of 30 squares of 36 m2 are 324 m2, and the shrubs that stand already are 11 squares: 396 m2.
    stages = awkward(
        """
        ......
        ..sss.
        ...sss
        ...sss
        ...sss
        """,
        "30%",
        cell_m=6,
        play_lawn_m2=400,
    )
    assert stages.zones_m2 >= 324 - 0.02
