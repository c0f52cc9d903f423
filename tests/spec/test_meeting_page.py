"""The stands of the slider and their sums; charts; and what the page is made of."""

import json
import re
from dataclasses import replace

import pytest
import shapely

from tests.drawing import box, draw, plan_of, wish
from vildplan.errors import plain, text
from vildplan.export.chart_axis import ticks_of
from vildplan.export.charts import chart_svg
from vildplan.export.meeting_data import as_script, short_path
from vildplan.model.nested import NestedGround, OnTheCells, Outline
from vildplan.model.wishes import Language
from vildplan.planning import zone_parts
from vildplan.proposal.charts import Bars, Curve, Series
from vildplan.proposal.map_drawing import MapDrawing, map_drawing
from vildplan.proposal.meeting import Full, Stand, StandKind
from vildplan.proposal.meeting.stands import mown_today_m2, stands_of

LAND = "HHHH......\nHHHH......\n==========\n..........\n..........\n.........."


# ---------------------------------------------------------------------------------------- stands


@pytest.fixture(scope="module")
def stands() -> tuple[Stand, ...]:
    """Today, a sketch half way, and a plan at 40 %; the cells say 100, 104 and 110 hours."""
    plan = plan_of(draw(LAND, cell_m=8), wish("40%"))
    full = Full(plan, zone_parts(plan), "gaarden.plan", is_own=True)
    shares, hours = (0.0, full.share / 2, full.share), (100.0, 104.0, 110.0)
    outlines = tuple(Outline(share, 0.0, box(0, 0, 10, 10), shapely.get_coordinates(box(0, 0, 1, 1))[:, 0])
                     for share in shares)  # fmt: skip
    cells = tuple(OnTheCells(one, 10 * one, 2000.0 - one) for one in hours)
    return stands_of([full], NestedGround(outlines, {}), cells)


def test_the_kinds_of_stands_rise(stands: tuple[Stand, ...]) -> None:
    assert [one.kind for one in stands] == [StandKind.TODAY, StandKind.SKETCH, StandKind.PLAN]
    assert stands[0].totals.hours_after == stands[0].totals.hours_before == 100.0
    assert stands[2].folder == "gaarden.plan"


def test_a_full_plan_has_its_own_sums(stands: tuple[Stand, ...]) -> None:
    plan = plan_of(draw(LAND, cell_m=8), wish("40%"))
    told = stands[2].totals
    assert told.zones == len(plan.zones)
    assert told.area_m2 == plan.zones_m2
    assert told.hours_after == float(plan.economy.hours_after)
    assert told.begin_kr == float(plan.budget.begin_kr.likely)
    assert told.year_kr == float(plan.budget.in_all.year_kr.likely)
    # All zones lie in the lawn, so what is left of it is the rest.
    assert told.lawn_m2 == pytest.approx(mown_today_m2(plan) - plan.zones_m2, abs=0.1)


def test_a_sketch_is_brought_into_line_with_the_plans_beside_it(stands: tuple[Stand, ...]) -> None:
    _, sketch, plan = (one.totals for one in stands)
    # Half way the cells say 104; they are off by nothing at today and by (plan - 110) at the plan.
    assert sketch.hours_after == pytest.approx(104 + (plan.hours_after - 110) / 2)
    # 1,040 kr of care, 1,000 of them today's: what is paid more begins at nothing.
    assert sketch.year_kr == pytest.approx(1040 + (-1000 + (plan.year_kr - 1100)) / 2)
    assert sketch.begin_kr == pytest.approx(plan.begin_kr / 2)
    assert sketch.area_m2 == pytest.approx(plan.area_m2 / 2)
    assert sketch.year_kr_span is None
    assert sketch.zones == round(plan.zones / 2)


# ---------------------------------------------------------------------------------------- charts


def test_ticks_are_round_and_hold_all() -> None:
    assert ticks_of(0, 236) == [0, 100, 200, 300]
    assert ticks_of(-3, 17.2) == [-10, 0, 10, 20]
    assert ticks_of(0, 0) != []


def test_bars_are_as_high_as_their_numbers() -> None:
    chart = Bars("months", plain("Timer"), (plain("jan."), plain("feb.")),
                 (Series(text("i dag", "today"), (10, 20)), Series(text("med planen", "with"), (40, 0))),
                 "int")  # fmt: skip
    svg = chart_svg(chart, Language.DANISH)
    heights = [float(value) for value in re.findall(r'height="([\d.]+)" fill="#\w+" stroke', svg)]
    assert heights[1] == pytest.approx(4 * heights[0], abs=0.2)
    assert heights[2] == pytest.approx(2 * heights[0], abs=0.2)
    assert "jan.: i dag 10, med planen 40; feb.: i dag 20, med planen 0" in svg


def test_a_curve_can_be_moved_along() -> None:
    svg = chart_svg(Curve("kr", plain("<Kr>"), (0, 500, 1000), (0, -4, 8), "m2", "kr"), Language.ENGLISH)
    assert "&lt;Kr&gt;" in svg
    assert 'data-most="1000.000"' in svg
    assert "500 m²: DKK -4" in svg


# ------------------------------------------------------------------------------------------ page


@pytest.fixture
def drawing() -> MapDrawing:
    whole = map_drawing(plan_of(draw(LAND, cell_m=8), wish("40%")))
    left, bottom, _, _ = box(0, 0, 1, 1).bounds
    return replace(whole, bounds=(left, bottom, left + 100, bottom + 50))


def test_a_path_is_short_and_to_ten_centimetres(drawing: MapDrawing) -> None:
    # From the upper left corner: 10 m right, 40 m down; then round, each point from the one before.
    square = shapely.Polygon([(x, y) for x, y in shapely.get_coordinates(box(10, 0, 20.52, 10))])
    moves = short_path(square, drawing)
    assert re.fullmatch(r"M\d+(\.\d)? \d+(\.\d)?l([ -]?\d*(\.\d)?){6}z", moves)
    numbers = [float(one) for one in re.findall(r"-?\d*\.?\d+", moves)]
    assert sorted(abs(one) for one in numbers[2:]) == [0, 0, 0, 10, 10, 10.5]


def test_no_name_ends_the_script() -> None:
    words = as_script({"name": "</script><script>alert(1)</script><!-- & {{x}}"})
    assert "<" not in words
    assert json.loads(words)["name"] == "</script><script>alert(1)</script><!-- & {{x}}"
