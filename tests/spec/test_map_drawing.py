"""The map: the ground, the zones on it, and tree crowns above both."""

from tests.drawing import CATALOGUE, area, box, department, draw, plan_of, wish
from vildplan.export.html import report_html
from vildplan.export.svg import map_svg
from vildplan.model.plan import Plan
from vildplan.model.wishes import Language
from vildplan.proposal.map_drawing import map_drawing
from vildplan.proposal.report import plan_document

# 60 x 40 m: a house, a path, scrub along the east, and lawn; two crowns over the lawn's far corner.
LAND = """
    HH...K
    ==...K
    .....K
    .....K
"""


def planned(*crowns: tuple[float, float, float, float]) -> Plan:
    overlays = [area("tree_crown", box(*bounds)) for bounds in crowns]
    return plan_of(department([*draw(LAND, cell_m=10).areas, *overlays]), wish("50%"), CATALOGUE)


def test_crowns_lie_above_the_zones_and_cover_none_of_them() -> None:
    shapes = map_drawing(planned((40, 0, 48, 8), (50, 0, 58, 8))).shapes
    assert [shape.overlay for shape in shapes[-2:]] == [True, True]
    assert any(shape.zone_id for shape in shapes[:-2])
    assert not any(shape.overlay for shape in shapes[:-2])


def test_crowns_are_dashed_and_let_pointing_through() -> None:
    svg = map_svg(map_drawing(planned((40, 0, 48, 8))), Language.DANISH)
    (crown,) = [part for part in svg.split("<path ") if part.startswith('class="crown"')]
    assert "stroke-dasharray" in crown
    assert 'pointer-events="none"' in crown
    assert "<title>trækrone</title>" in crown


def test_the_legend_has_crowns_only_where_there_are_any() -> None:
    for plan, shown in ((planned(), False), (planned((40, 0, 48, 8)), True)):
        page = report_html(plan_document(plan), map_drawing(plan), Language.DANISH)
        assert ("trækrone</span>" in page) is shown
        assert page.count("stroke-dasharray") == (2 if shown else 0)  # on the map and in the legend


def test_a_zone_under_crowns_says_so() -> None:
    # Crowns over the whole lawn east of the house.
    plan = planned((20, 0, 60, 40))
    assert "near_crown" in {line.key for zone in plan.zones for line in zone.why}
