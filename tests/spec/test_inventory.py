"""What the land is: sums on both bases, and what is wild today."""

import pytest

from tests.drawing import area, box, department, draw, inventory_of

# Every square is 10 x 10 m = 100 m2.
LAND = """
    HHQ=
    ~PT.
    VVb.
"""


def test_outdoor_is_all_but_buildings() -> None:
    # 12 squares less 2 of house
    assert inventory_of(draw(LAND, cell_m=10)).outdoor_m2 == pytest.approx(1000)


def test_green_is_outdoor_less_what_is_paved_and_less_water() -> None:
    # less parking, path, water and terrace, 100 m2 each
    assert inventory_of(draw(LAND, cell_m=10)).green_m2 == pytest.approx(600)


def test_a_roof_garden_is_on_both_bases_and_the_house_under_it_on_none() -> None:
    found = inventory_of(draw("HHH", "G", cell_m=10))
    assert (found.outdoor_m2, found.green_m2) == (pytest.approx(100), pytest.approx(100))


def test_private_gardens_are_on_both_bases() -> None:
    found = inventory_of(draw("Hp.", cell_m=10))
    assert (found.outdoor_m2, found.green_m2) == (pytest.approx(200), pytest.approx(200))


def test_undescribed_ground_is_on_both_bases_so_that_a_share_is_not_flattered() -> None:
    found = inventory_of(draw("##", ".", cell_m=10))
    assert (found.outdoor_m2, found.green_m2) == (pytest.approx(200), pytest.approx(200))


@pytest.mark.parametrize(
    ("letter", "wild"),
    [("V", True), ("K", True), ("W", True)] + [(letter, False) for letter in "bhs/.~PQ=H?"],
)
def test_meadow_scrub_and_wood_are_wild_today_and_nothing_else_is(letter: str, wild: bool) -> None:
    found = inventory_of(draw(letter + "P", cell_m=10))
    assert found.wild_m2 == pytest.approx(100 if wild else 0)


def test_wild_land_without_a_year_is_wild_but_not_documented() -> None:
    old = draw("VV  ", cell_m=10, documented=True).areas
    new = draw("  V.", cell_m=10, documented=False).areas
    found = inventory_of(department([*old, *new]))
    assert (found.wild_m2, found.documented_wild_m2) == (pytest.approx(300), pytest.approx(200))


def test_wild_land_under_a_path_is_path() -> None:
    found = inventory_of(draw("VVVV", " ==", cell_m=10))
    assert (found.wild_m2, found.documented_wild_m2) == (pytest.approx(200), pytest.approx(200))


def test_sums_do_not_depend_on_the_order_of_areas() -> None:
    first = [
        area("lawn", box(0, 0, 30, 30)),
        area("path", box(10, 0, 12, 30)),
        area("bed", box(5, 5, 15, 15)),
    ]
    one, other = inventory_of(department(first)), inventory_of(department(first[::-1]))
    assert one.area_m2_by_surface == other.area_m2_by_surface
    # the path takes 60 m2; the bed its 100 less the 20 under the path; the lawn what is left of 900
    assert one.area_m2_by_surface == pytest.approx({"path": 60, "bed": 80, "lawn": 760})
