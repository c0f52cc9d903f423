"""Charts as SVG: lengths that are their numbers, told apart without colours, words for all of it."""

import re

import pytest

from vildplan.errors import plain
from vildplan.export.chart_axis import LEFT, RIGHT, WIDTH
from vildplan.export.chart_curves import PANEL_LEFT, PANEL_RIGHT
from vildplan.export.chart_shares import BOTTOM, KEPT, THERE, TOP, WILD
from vildplan.export.chart_spans import NAMES
from vildplan.export.charts import FILLS, chart_sheet
from vildplan.model.insects import ALL_ZONES, Rate
from vildplan.model.observation import Group, Protocol
from vildplan.model.wishes import Language
from vildplan.proposal.charts import (
    Curve,
    Estimate,
    Panels,
    Shares,
    Spans,
    SpanSeries,
    YearShare,
)
from vildplan.proposal.insect_pictures import insect_pictures
from vildplan.proposal.insects import NAMES as GROUPS
from vildplan.proposal.words import say

DA, EN = Language.DANISH, Language.ENGLISH


def lightness(colour: str) -> float:
    """How light a grey the colour becomes on paper, 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_pairs_are_told_apart_in_grey() -> None:
    assert lightness(FILLS[0]) - lightness(FILLS[1]) > 0.35
    assert lightness(WILD) - lightness(KEPT) > 0.35
    assert THERE.startswith("url("), "hatched"


def test_shares_stand_on_what_was_wild_before() -> None:
    """10 % wild before, 20 % kept up in all, 30 % laid out in all; the axis ends at 40 %."""
    year = YearShare("2028", wanted=0.4, there=0.3, kept=0.2)
    svg = chart_sheet(Shares("shares", plain("x"), (year,), before=0.1, target=0.35), DA).svg
    boxes = re.findall(r'y="([\d.]+)" width="[\d.]+" height="([\d.]+)" fill="([^"]+)" stroke', svg)
    each = (BOTTOM - TOP) / 4
    assert [fill for *_, fill in boxes[:3]] == [WILD, KEPT, THERE]
    for n, (y, height, _) in enumerate(boxes[:3]):
        assert float(height) == pytest.approx(each, abs=0.1)
        assert float(y) == pytest.approx(BOTTOM - (n + 1) * each, abs=0.1)
    assert "målet 35 %" in svg
    assert "2028: anlagt 30 %, passet 20 %, planen 40 %" in svg


def test_whiskers_end_where_the_interval_does() -> None:
    """The axis goes to 10; the second series has nothing at the second place."""
    zones = SpanSeries(plain("zoner"), (Estimate(5, 2.5, 10), Estimate(1, 0, 2)))
    square = SpanSeries(plain("felt"), (Estimate(2, 1, 4), None))
    svg = chart_sheet(Spans("g", plain("x"), (plain("<a>"), plain("b")), (zones, square), "num"), DA).svg
    lines = [[float(part) for part in pair] for pair in re.findall(r'd="M([\d.]+) [\d.]+H([\d.]+)M', svg)]
    each = (WIDTH - RIGHT - NAMES) / 10
    wanted = [(2.5, 10), (1, 4), (0, 2)]
    assert lines == [pytest.approx([NAMES + low * each, NAMES + high * each], abs=0.1)
                     for low, high in wanted]  # fmt: skip
    assert svg.count("<circle") == 2 + 1, "one in the legend"
    assert "&lt;a&gt;" in svg


def test_panels_stand_side_by_side_with_the_plan_ringed() -> None:
    curve = Curve("kr", plain("Kr."), (0.1, 0.2, 0.4), (0.0, 5.0, 8.0), "pct", "kr", mark=1)
    svg = chart_sheet(Panels("p", plain("x"), (curve, curve)), DA).svg
    rings = [float(x) for x in re.findall(r'<circle cx="([\d.]+)" cy="[\d.]+" r="5.5"', svg)]
    half = WIDTH / 2
    # 20 % of an axis to 40 %: half way across each panel.
    middle = (PANEL_LEFT + half - PANEL_RIGHT) / 2
    assert rings == pytest.approx([middle, half + middle], abs=0.1)
    assert svg.count(">5 kr.</text>") >= 2
    assert LEFT > PANEL_LEFT, "the numbers of a panel are smaller"


def rate(zone: str, group: Group | None, per_10: float, year: int = 2028) -> Rate:
    return Rate(zone, group, year, Protocol.FIT, round(per_10 * 3), 30.0, 3, per_10, per_10 / 2, per_10 * 2)


def test_insects_stand_beside_the_reference_square() -> None:
    """Two groups and all insects in 2028, all insects in 2027; nobody counted the square in 2027."""
    rates = (
        rate(ALL_ZONES, None, 9.0), rate(ALL_ZONES, Group.BUMBLEBEES, 6.0), rate(ALL_ZONES, Group.FLIES, 3.0),
        rate("reference", None, 3.0), rate("reference", Group.FLIES, 2.0), rate(ALL_ZONES, None, 4.0, 2027),
    )  # fmt: skip
    groups, years = insect_pictures(rates, 2028, 0.9, GROUPS)
    assert isinstance(groups.drawing, Spans)
    assert isinstance(years.drawing, Spans)
    assert [say(one, DA) for one in groups.drawing.places] == ["humlebier", "andre fluer"]
    assert "90 % interval" in say(groups.caption, DA)
    assert groups.drawing.series[1].values == (None, Estimate(2.0, 1.0, 4.0))
    assert [say(one, DA) for one in years.drawing.places] == ["2027", "2028"]
    assert years.drawing.series[1].values == (None, Estimate(3.0, 1.5, 6.0))
    assert "Humlebier: i zonerne 6 (3 til 12)." in say(groups.alt, DA)
    assert "2028: i zonerne 9 (4,5 til 18), i referencefeltet 3 (1,5 til 6)." in say(years.alt, DA)
    assert "2028: in the zones 9 (4.5 to 18), in the reference square 3 (1.5 to 6)." in say(years.alt, EN)


def test_one_group_in_one_year_is_no_picture() -> None:
    assert [*insect_pictures((rate(ALL_ZONES, Group.FLIES, 3.0),), 2028, 0.9, GROUPS)] == []
