"""The map and the page: ids that never stand on each other, patterns beside colours, tables for a phone."""

import re
from itertools import combinations

import pytest
import shapely

from tests.drawing import box, draw, plan_of, wish
from vildplan.errors import plain, text
from vildplan.export.html import report_html
from vildplan.export.labels import Label, place_labels
from vildplan.export.patterns import MARKS, fill_of, has_pattern, pattern, pattern_id
from vildplan.export.svg import map_svg
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.map_drawing import MapDrawing, Shown, map_drawing
from vildplan.proposal.palette import ZONE_LOOKS, Look, darker
from vildplan.proposal.report import plan_document

LOOK = ZONE_LOOKS["slaaeng"]


def zone(name: str, *sides: float) -> Shown:
    return Shown(box(*sides), LOOK, plain(name), name)


def standing(labels: tuple[Label, ...], height_m: float) -> dict[str, shapely.Polygon]:
    return {
        label.words: shapely.box(
            label.x - len(label.words) * 0.31 * height_m, label.y - height_m / 2,
            label.x + len(label.words) * 0.31 * height_m, label.y + height_m / 2,
        )
        for label in labels
    }  # fmt: skip


# ---------------------------------------------------------------------------------------- labels


def test_an_id_stands_in_the_widest_part() -> None:
    hook = shapely.union_all([box(0, 0, 60, 4), box(40, 0, 60, 20)])
    label = place_labels([Shown(hook, LOOK, plain("Z1"), "Z1")], 3, all_of_them=True)[0]
    assert box(42, 2, 58, 18).contains(shapely.Point(label.x, label.y))


def test_a_large_zone_gives_way_to_the_small_one_in_it() -> None:
    land = shapely.difference(box(0, 0, 60, 40), box(25, 15, 35, 25))
    zones = [Shown(land, LOOK, plain("Z2"), "Z2"), zone("Z1", 25, 15, 35, 25)]
    labels = place_labels(zones, 5, all_of_them=True)
    assert {label.words for label in labels} == {"Z1", "Z2"}
    places = standing(labels, 5)
    assert not places["Z1"].intersects(places["Z2"])
    assert land.contains(shapely.Point(labels[1].x, labels[1].y))


def test_small_zones_side_by_side_do_not_write_on_each_other() -> None:
    zones = [zone(f"Z{k}", 6 * k, 0, 6 * k + 5, 8) for k in range(1, 5)]
    for one, other in combinations(standing(place_labels(zones, 5, all_of_them=False), 5).values(), 2):
        assert not one.intersects(other)


def test_where_there_is_no_room_an_id_is_left_out_only_if_it_may() -> None:
    crowd = [zone(f"Z{k}", k % 4, k // 4, k % 4 + 1, k // 4 + 1) for k in range(16)]
    assert len(place_labels(crowd, 5, all_of_them=False)) < 16
    assert len(place_labels(crowd, 5, all_of_them=True)) == 16


def test_a_small_bed_has_an_id_only_where_there_is_room() -> None:
    # Letters of 5 m stand over, under and beside a bed of 2 m x 2 m; in the crowd all of that is taken.
    bed = Shown(box(11, 11, 13, 13), LOOK, plain("Z9"), "Z9", minor=True)
    corners = [(6 * column, 6 * row) for row in range(4) for column in range(4)]
    crowd = [zone(f"Z{number}", x, y, x + 6, y + 6) for number, (x, y) in enumerate(corners)]
    alone = place_labels([bed], 5, all_of_them=True)
    assert [label.words for label in alone] == ["Z9"]
    assert len(place_labels([bed, *crowd], 5, all_of_them=True)) == 16


def test_the_play_lawn_is_drawn_dashed_and_stands_in_the_legend() -> None:
    land = draw("..........\n..........\n..........\n==========", cell_m=8)
    plan = plan_of(land, wish("20%", play_lawn_m2=400))
    drawn = map_drawing(plan)
    assert 'class="play_lawn"' in map_svg(drawn, Language.DANISH)
    assert "legeplæne, holdes fri</span>" in report_html(plan_document(plan), drawn, Language.DANISH)


# -------------------------------------------------------------------------------------- patterns


def test_every_zone_type_has_a_pattern_of_its_own() -> None:
    patterns = [look.pattern for look in ZONE_LOOKS.values()]
    assert all(name in MARKS for name in patterns)
    assert len(set(patterns)) == len(patterns)


def test_a_look_without_a_pattern_is_plain() -> None:
    plain_look = Look("x", text("x", "x"), "#123456", "x")
    assert not has_pattern(plain_look)
    assert fill_of(plain_look) == "#123456"
    assert fill_of(LOOK) == f"url(#{pattern_id(LOOK)})"
    assert LOOK.colour in pattern(LOOK, 3.0)


def test_the_core_is_the_zones_own_colour_at_78_per_cent() -> None:
    # 0x80 = 128; 78 % of it is 100 = 0x64
    assert darker(Look("x", text("x", "x"), "#008000", "x")).colour == "#006400"


# ------------------------------------------------------------------------------------------ page


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(draw("//....HHH...VV\n//....HHH...VV\n//.....=....VV\n==============\n..............",
                        cell_m=8), wish("45%"))  # fmt: skip


@pytest.fixture(scope="module")
def drawing(plan: Plan) -> MapDrawing:
    return map_drawing(plan)


@pytest.fixture(scope="module")
def page(plan: Plan, drawing: MapDrawing) -> str:
    return report_html(plan_document(plan), drawing, Language.DANISH)


def test_what_is_referred_to_is_there(page: str) -> None:
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {*re.findall(r"url\(#([^)]+)\)", page), *re.findall(r'href="#([^"]+)"', page)} <= {*ids}


def test_the_page_stands_alone(page: str) -> None:
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "<script" not in page


def test_every_zone_is_named_on_the_map_and_can_be_pointed_at(plan: Plan, page: str) -> None:
    wide = re.search(r'<g class="wide".*?</g>', page)
    assert wide is not None
    for each in plan.zones:
        assert f">{each.id}</text>" in wide[0]
        assert f'id="zone-{each.id}"' in page


def test_the_core_has_an_entry_in_the_legend(page: str, drawing: MapDrawing) -> None:
    assert not drawing.core.is_empty
    assert "kernen: valgt uanset vægt" in page
    assert 'class="core"' in page


def test_without_a_core_nothing_is_darker() -> None:
    everything = plan_of(draw("......\n......\n======", cell_m=8), wish("99%"))
    drawn = map_drawing(everything)
    assert 'class="core"' not in map_svg(drawn, Language.DANISH)
    assert "kernen: valgt" not in report_html(plan_document(everything), drawn, Language.DANISH)


def test_the_table_of_zones_becomes_cards_where_each_cell_says_what_it_is(page: str) -> None:
    table = re.search(r'<table class="cards">.*?</table>', page)
    assert table is not None
    for heading in ("Type", "Areal", "I dag", "Pleje", "Hvorfor her"):
        assert f'data-is="{heading}"' in table[0]


def test_a_number_and_its_unit_stay_on_one_line(page: str) -> None:
    below_the_map = page.partition("</figure>")[2]
    assert "m²" in below_the_map
    assert not re.search(r"\d (?:%|m²|kr\.)", below_the_map)


def test_an_option_and_its_value_stay_on_one_line() -> None:
    stuck = plan_of(draw("......\n......\n======", cell_m=8), wish("99%", play_lawn_m2=400))
    page = report_html(plan_document(stuck), map_drawing(stuck), Language.DANISH)
    assert '<span class="typed">--play-lawn 0</span>' in page
    assert '<span class="typed">--clearance path=0.5</span>' in page
