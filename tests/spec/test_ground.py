"""What may become wild: exact distances, least sizes, the play lawn, and a reason for all the rest."""

from collections import defaultdict

import pytest
import shapely

from tests.drawing import area, box, department, draw, ground_of, inventory_of, moved
from vildplan.model.area import Department
from vildplan.model.problem import Ground
from vildplan.proposal.words import Language, say

from .measuring import disc_covers, narrowest_m2, polygons

CONVERTIBLE = ("lawn", "slope", "bed", "hedge", "shrub")
# A zone keeps its distance and at most 3 cm more.
HAIR_M = 0.03


def beside(letter: str) -> Department:
    """A lawn of 60 x 40 m with a neighbour of 10 m along its north side."""
    return draw("\n".join([letter * 6, *["......"] * 4]), cell_m=10)


@pytest.mark.parametrize(
    ("letter", "meadow_m", "scrub_m"),
    [
        ("H", 3, 3),  # building: facade and windows
        ("T", 5, 5),  # ground-floor terrace
        ("p", 5, 5),  # private garden
        ("P", 2, 2),  # playground
        ("F", 2, 2),  # pitch
        ("D", 2, 2),  # dog area
        ("R", 2, 2),  # road: clear view
        ("Q", 2, 2),  # parking
        ("=", 1, 2),  # path: bushes keep twice the distance of tall grass
    ],
)
def test_a_zone_keeps_its_distance_to_a_neighbour(letter: str, meadow_m: float, scrub_m: float) -> None:
    ground = ground_of(beside(letter))
    neighbour = box(0, 40, 60, 50)
    for key, metres in (("slaaeng", meadow_m), ("krat", scrub_m)):
        assert metres <= shapely.distance(ground.by_type[key], neighbour) <= metres + HAIR_M


@pytest.mark.parametrize("letter", "~VKWhsb?")
def test_other_neighbours_ask_for_no_distance(letter: str) -> None:
    ground = ground_of(beside(letter))
    assert moved(ground.by_type["slaaeng"])[3] == pytest.approx(40)
    assert moved(ground.by_type["krat"])[3] == pytest.approx(40)


def test_the_ground_is_the_lawn_less_the_strip_along_the_path() -> None:
    # 60 x 40 m less 1 m along the path: 60 x 39 = 2,340 m2, within 3 cm x 60 m
    ground = ground_of(beside("="))
    assert 2340 - 60 * HAIR_M <= ground.open.area <= 2340
    assert ground.convertible_m2 == pytest.approx(ground.open.area)


@pytest.mark.parametrize(
    ("letter", "metres", "taken_m2"),
    [
        # The neighbour is 20 x 10 m and stands free in the lawn; what d metres round it take is
        # 2 d (20 + 10) + pi d^2, and the lawn less the neighbour is 1,600 m2.
        ("H", 3, 208.3),
        ("T", 5, 378.5),
        ("P", 2, 132.6),
        ("Q", 2, 132.6),
        ("=", 1, 63.1),
    ],
)
def test_a_zone_keeps_its_distance_all_round(letter: str, metres: float, taken_m2: float) -> None:
    land = draw(
        """
        ......
        ..HH..
        ......
        """.replace("H", letter),
        cell_m=10,
    )
    ground = ground_of(land)
    assert ground.open.area == pytest.approx(1600 - taken_m2, abs=4)
    assert shapely.distance(ground.open, box(20, 10, 40, 20)) >= metres


def test_what_is_never_converted_has_no_ground() -> None:
    ground = ground_of(draw("P~?TR", cell_m=20))
    assert ground.open.is_empty
    assert ground.units == ()
    assert ground.convertible_m2 == 0


def test_a_slope_may_become_wild_like_a_lawn() -> None:
    assert ground_of(draw("///", cell_m=10)).open.area == pytest.approx(300, abs=0.01)


def test_a_strip_under_3_m_is_too_narrow_and_one_of_3_m_is_not() -> None:
    narrow = ground_of(department([area("lawn", box(0, 0, 100, 2.9))]))
    wide = ground_of(department([area("lawn", box(0, 0, 100, 3.1))]))
    assert narrow.open.is_empty
    assert wide.open.area == pytest.approx(310, abs=1)


def test_a_neck_under_3_m_is_taken_out_of_a_lawn() -> None:
    # Two lawns of 20 x 20 m and 2 m x 10 m between them.
    shape = shapely.union_all([box(0, 0, 20, 20), box(20, 9, 30, 11), box(30, 0, 50, 20)])
    ground = ground_of(department([area("lawn", shape)]))
    assert len(polygons(ground.open)) == 2
    # A disc of 3 m looks into the neck by 1.5 - sqrt(1.5^2 - 1^2) = 0.38 m, so little of it stays.
    assert 800 <= ground.open.area <= 802


def test_ground_under_50_m2_is_too_small_for_meadow_and_under_100_m2_for_scrub() -> None:
    ground = ground_of(draw(". _. ", cell_m=7))  # two lawns of 49 m2
    assert ground.open.is_empty
    ground = ground_of(draw(".", cell_m=8))  # 64 m2
    assert ground.by_type["slaaeng"].area == pytest.approx(64, abs=0.01)
    assert ground.by_type["krat"].is_empty


def test_ground_is_everywhere_3_m_wide_and_scrub_5_m() -> None:
    ground = ground_of(
        draw(
            """
            HH..........
            HH....=.....
            ......=.....
            ===.===..HH.
            ......=..HH.
            .P....=.....
            """,
            cell_m=6,
        )
    )
    assert narrowest_m2(ground.by_type["slaaeng"], 3) <= 1
    assert narrowest_m2(ground.by_type["krat"], 5) <= (5 / 3) ** 2


# ------------------------------------------------------------------------- beds, hedges and shrubs


def in_a_lawn(surface: str, width: float, height: float, *, round_m: float = 0.0) -> Department:
    """An area of a class in a lawn of 60 x 40 m, its corners rounded by a radius."""
    left, right = 5 + round_m, 5 + width - round_m
    shape = box(left, 5 + round_m, right, 5 + height - round_m)
    if round_m:
        shape = shapely.buffer(shape, round_m, quad_segs=16)
    return department([area("lawn", box(0, 0, 60, 40)), area(surface, shape)])


@pytest.mark.parametrize(
    ("surface", "width", "height", "zone_type"),
    [
        ("bed", 5, 1, "staudebed"),  # 5 m2 is enough, however narrow
        ("bed", 20, 10, "staudebed"),
        ("hedge", 12, 0.6, "haek_vild"),  # half the outline is 12.6 m
        ("hedge", 40, 2, "haek_vild"),
    ],
)
def test_what_stands_is_offered_whole_as_it_stands(
    surface: str, width: float, height: float, zone_type: str
) -> None:
    ground = ground_of(in_a_lawn(surface, width, height))
    (unit,) = ground.units
    assert unit.geometry.area == pytest.approx(width * height)
    assert unit.zone_types == (zone_type,)
    assert ground.by_type[zone_type].is_empty
    assert ground.convertible_m2 == pytest.approx(ground.open.area + unit.geometry.area)


@pytest.mark.parametrize(
    ("surface", "width", "height", "reason"),
    [
        ("bed", 4, 1, "for lille til vildt staudebed: mindst 5 m²"),
        ("hedge", 8, 1, "for kort eller lille til vild hæk: mindst 10 m langt og 6 m²"),
        ("shrub", 10, 9, "for småt eller smalt til krat: mindst 100 m² og 5 m bredt"),
        ("shrub", 40, 4, "for småt eller smalt til krat: mindst 100 m² og 5 m bredt"),
    ],
)
def test_what_is_too_small_is_refused_with_the_reason(
    surface: str, width: float, height: float, reason: str
) -> None:
    ground = ground_of(in_a_lawn(surface, width, height))
    assert ground.units == ()
    (left,) = [left for left in ground.left_out if left.surface == surface]
    assert left.rule == "too_small"
    assert left.geometry.area == pytest.approx(width * height)
    assert say(left.reason, Language.DANISH) == reason


def test_shrubs_are_offered_whole_to_scrub() -> None:
    (unit,) = ground_of(in_a_lawn("shrub", 20, 10, round_m=3)).units
    # 20 x 10 m less four corners: 200 - (4 - pi) x 9 = 192.3 m2
    assert unit.geometry.area == pytest.approx(192.3, abs=0.1)
    assert unit.zone_types == ("krat",)


def test_shrubs_with_square_corners_are_taken_as_they_stand() -> None:
    # 30 x 10 m: far more than scrub's 100 m2 and 5 m of width. A square corner leaves 1.34 m2 that a disc of
    # 5 m cannot cover; at that width a tip may be 1 m2 * (5 / 3)^2 = 2.78 m2.
    ground = ground_of(in_a_lawn("shrub", 30, 10))
    assert [round(unit.geometry.area) for unit in ground.units] == [300]


@pytest.mark.parametrize("surface", ["bed", "hedge", "shrub"])
def test_what_stands_keeps_its_place_at_a_wall(surface: str) -> None:
    land = in_a_lawn(surface, 20, 10, round_m=3)
    house = area("building", box(5, 15, 25, 20))
    ground = ground_of(department([*land.areas, house]))
    assert len(ground.units) == 1
    assert shapely.distance(ground.units[0].geometry, house.geometry) < 0.01


# ----------------------------------------------------------------------------------- the play lawn


def test_a_play_lawn_of_400_m2_is_held_nowhere_narrower_than_8_m() -> None:
    ground = ground_of(
        draw(
            """
            ........
            ........
            ........
            ====.PP.
            """,
            cell_m=10,
        ),
        play_lawn_m2=400,
    )
    lawn = ground.play_lawn
    assert len(polygons(lawn)) == 1
    assert 400 <= lawn.area <= 420
    assert disc_covers(lawn, 3.95).area >= 400
    assert shapely.intersection(lawn, ground.open).area == pytest.approx(0, abs=1e-6)
    assert ground.findings == ()


def test_the_play_lawn_lies_at_the_playground_else_at_the_houses() -> None:
    at_play = ground_of(draw("H......P\nH......P", cell_m=20), play_lawn_m2=400)
    at_home = ground_of(draw("H.......\nH.......", cell_m=20), play_lawn_m2=400)
    assert shapely.distance(at_play.play_lawn, box(140, 0, 160, 40)) < 0.5
    assert shapely.distance(at_home.play_lawn, box(0, 0, 20, 40)) < 0.5


def test_in_a_long_lawn_of_10_m_the_play_lawn_lies_at_the_playground_too() -> None:
    ground = ground_of(draw("HH............PP", cell_m=10), play_lawn_m2=400)
    assert shapely.distance(ground.play_lawn, box(140, 0, 160, 10)) < 0.5


def test_the_play_lawn_is_lifted_with_nought() -> None:
    ground = ground_of(draw("......", cell_m=10), play_lawn_m2=0)
    assert ground.play_lawn.is_empty
    assert ground.open.area == pytest.approx(600, abs=0.01)


def test_where_no_lawn_is_large_enough_the_largest_is_kept_whole_with_a_finding() -> None:
    ground = ground_of(
        draw(
            """
            ...=..
            ...=..
            """,
            cell_m=10,
        ),
        play_lawn_m2=700,
    )
    # The west lawn is 30 x 20 m = 600 m2; a disc of 8 m cannot cover its corners: (4 - pi) x 16 = 13.7 m2.
    assert ground.play_lawn.area == pytest.approx(600 - 13.7, abs=1)
    assert moved(ground.play_lawn)[2] == pytest.approx(30, abs=0.01)
    (finding,) = ground.findings
    assert "600" in say(finding.sentence, Language.DANISH) or "586" in say(finding.sentence, Language.DANISH)


def test_a_slope_is_no_play_lawn() -> None:
    ground = ground_of(draw("//////", cell_m=10), play_lawn_m2=400)
    assert ground.play_lawn.is_empty
    assert len(ground.findings) == 1


# --------------------------------------------------------------------------------- why not here?


def reasons(ground: Ground, surface: str = "lawn") -> dict[str, float]:
    """M2 of one surface by the rule that takes it, from 1 m2."""
    sums: dict[str, float] = defaultdict(float)
    for left in ground.left_out:
        if left.surface == surface:
            sums[left.rule] += left.geometry.area
    return {rule: m2 for rule, m2 in sums.items() if m2 > 1}


def test_each_rule_answers_for_what_it_takes() -> None:
    ground = ground_of(beside("H"))
    # 3 m along 60 m of facade
    assert reasons(ground) == pytest.approx({"clearance_facade": 180}, abs=2)
    (left,) = [left for left in ground.left_out if left.rule == "clearance_facade"]
    assert say(left.reason, Language.DANISH) == "3 m: langt græs holdes fri af facade og vinduer"
    assert say(left.reason, Language.ENGLISH) == "3 m: tall grass stays clear of facades and windows"


def test_what_is_wild_already_and_what_is_never_converted_are_told_apart() -> None:
    ground = ground_of(draw("VV=.", cell_m=10))
    assert reasons(ground, "meadow") == pytest.approx({"wild_today": 200})
    assert reasons(ground, "path") == pytest.approx({"class": 100})


def test_every_square_metre_is_either_convertible_or_left_out_with_a_reason() -> None:
    land = draw(
        """
        HHHHHH........bb
        HHHHHH........bb
        ..........T...bb
        ......hh..T.....
        =======h========
        /////..h..P...ss
        /////.....P...ss
        VVVV..~~....RRRR
        """,
        cell_m=6,
    )
    inventory, ground = inventory_of(land), ground_of(land, play_lawn_m2=400)
    asked = sum(inventory.area_m2_by_surface[key] for key in CONVERTIBLE)
    left = [left.geometry for left in ground.left_out if left.surface in CONVERTIBLE]
    assert sum(shape.area for shape in left) + ground.convertible_m2 == pytest.approx(asked, abs=0.1)
    # ... and nothing twice
    units = [unit.geometry for unit in ground.units]
    together = shapely.union_all([*left, *units, ground.open], grid_size=0.001)
    assert together.area == pytest.approx(asked, abs=0.1)


def test_all_ground_has_a_reason_in_both_languages() -> None:
    ground = ground_of(draw("HH..T..=..P~V?", cell_m=10), play_lawn_m2=100)
    for left in ground.left_out:
        assert say(left.reason, Language.DANISH)
        assert say(left.reason, Language.ENGLISH) != say(left.reason, Language.DANISH)
