"""What people insist on holds on the published zones: kept ground, their own clearances, included ground."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from tests.drawing import (
    CATALOGUE,
    area,
    box,
    department,
    plan_of,
    point,
    problem_on,
    wish,
)
from vildplan.core.optimise.closing import objective
from vildplan.core.optimise.locked import Locked, choose_with, locked_in
from vildplan.errors import WrongUsageError
from vildplan.model.area import Department
from vildplan.model.plan import Plan
from vildplan.model.problem import Ground
from vildplan.model.wishes import Drawn, Insisted
from vildplan.proposal.words import Language, say

CRUMB_M2 = 0.01
# Corners are rounded and fronts move a little: so far in from its edge, included ground is wild.
RIM_M = 0.5


def land() -> Department:
    """Two lawns of 60 x 40 m with a path between them; a hedge along the north side of the first."""
    return department([
        area("lawn", box(0, 0, 60, 40), name="Vest"),
        area("path", box(60, 0, 63, 40), name="Stien"),
        area("lawn", box(63, 0, 123, 40), name="Øst"),
        area("hedge", box(0, 40, 60, 42), name="Hækken"),
    ])  # fmt: skip


def named(name: str) -> Drawn:
    one = next(area for area in land().areas if area.name == name)
    return Drawn(name, one.geometry, area_id=one.id)


def planned(target: str = "30%", **insisted: object) -> Plan:
    return plan_of(land(), replace(wish(target), insisted=Insisted(**insisted)))  # type: ignore[arg-type]


def zones(plan: Plan) -> BaseGeometry:
    return shapely.union_all([zone.geometry for zone in plan.zones])


def on_zones_m2(plan: Plan, ground: BaseGeometry) -> float:
    return float(shapely.intersection(zones(plan), ground).area)


def test_an_area_that_is_kept_has_no_zone() -> None:
    free, kept = planned(), planned(keep=(named("Vest"),))
    assert on_zones_m2(free, named("Vest").geometry) > 100
    assert on_zones_m2(kept, named("Vest").geometry) < CRUMB_M2
    assert kept.reachable
    assert [row.rule for row in kept.taken if row.rule == "kept"] == ["kept"]


def test_a_kept_lawn_does_not_keep_the_hedge_beside_it() -> None:
    kept = planned("5%", keep=(named("Vest"),))
    assert all(left.rule != "kept" or left.surface != "hedge" for left in kept.ground.left_out)


def test_a_kept_place_may_be_drawn() -> None:
    corner = Drawn("hjørnet.geojson", box(20, 0, 40, 20))
    kept = planned("60%", keep=(corner,))
    assert on_zones_m2(kept, corner.geometry) < CRUMB_M2


def test_a_class_that_is_kept_stays() -> None:
    free, kept = planned("95%"), planned("95%", keep_classes=("hedge",))
    assert any(zone.surface_today == "hedge" for zone in free.zones)
    assert all(zone.surface_today != "hedge" for zone in kept.zones)


@pytest.mark.parametrize("drawn", [
    point(90, 20), shapely.LineString([point(70, 5), point(110, 5)]), box(85, 15, 95, 25),
])  # fmt: skip
def test_a_clearance_of_ones_own_is_kept(drawn: BaseGeometry) -> None:
    plan = planned("50%", clear=(Drawn("terrasser.geojson", drawn, distance_m=6.0),))
    # within 3 cm: what is kept clear is a little wider
    assert shapely.distance(zones(plan), drawn) >= 6.0
    assert shapely.distance(plan.ground.open, drawn) == pytest.approx(6.0, abs=0.05)


def test_a_play_lawn_that_is_drawn_is_the_play_lawn() -> None:
    wishes = wish("50%", play_lawn_m2=400)
    lawn = Drawn("leg.geojson", box(70, 10, 100, 30))
    plan = plan_of(land(), replace(wishes, insisted=Insisted(play_lawn=lawn)))
    assert plan.ground.play_lawn.area == pytest.approx(600)
    assert on_zones_m2(plan, lawn.geometry) < CRUMB_M2


def test_a_strip_to_the_neighbour_is_free_of_zones_but_the_hedge_in_it_may_go_wild() -> None:
    plan = planned("40%", border_strip_m=4.0)
    outline = plan.inventory.outline.boundary
    new = [zone for zone in plan.zones if zone.surface_today == "lawn"]
    assert min(shapely.distance(zone.geometry, outline) for zone in new) >= 4.0
    free = planned("40%", border_strip_m=4.0, include=(named("Hækken"),))
    assert any(zone.surface_today == "hedge" for zone in free.zones)


def test_included_ground_is_wild_where_it_can_be() -> None:
    # The east lawn's south-east corner: with a free choice nothing there is wild at 10 %.
    corner = Drawn("hjørne.geojson", box(103, 0, 123, 20))
    assert on_zones_m2(planned("10%"), corner.geometry) < 50
    plan = planned("10%", include=(corner,))
    inside = shapely.buffer(corner.geometry, -RIM_M)
    assert on_zones_m2(plan, inside) > 0.995 * inside.area
    assert plan.reachable
    assert plan.proof is not None
    assert plan.proof.objective <= plan.proof.upper_bound + 1e-6


def test_the_price_of_included_ground_is_not_among_the_points() -> None:
    corner = Drawn("hjørne.geojson", box(103, 0, 123, 20))
    free, held = planned("10%").proof, planned("10%", include=(corner,)).proof
    assert free is not None
    assert held is not None
    assert held.objective < free.objective
    assert held.upper_bound < free.upper_bound


def test_an_included_hedge_is_set_free() -> None:
    plan = planned("10%", include=(named("Hækken"),))
    assert any(zone.surface_today == "hedge" for zone in plan.zones)


def test_no_zone_on_lawn_is_smaller_than_what_was_asked() -> None:
    catalogue = CATALOGUE.with_least(300.0, 6.0)
    plan = plan_of(land(), wish("20%"), catalogue)
    assert plan.zones
    assert all(zone.area_m2 >= 300 for zone in plan.zones if zone.surface_today == "lawn")


@pytest.mark.parametrize("most", [1, 2])
def test_there_are_no_more_zones_than_asked(most: int) -> None:
    plan = planned("45%", most_zones=most)
    assert 1 <= len(plan.zones) <= most


def test_zones_that_are_too_few_to_hold_the_area_are_told() -> None:
    plan = planned("60%", most_zones=1)
    assert len(plan.zones) == 1
    assert not plan.reachable
    told = [say(finding.sentence, Language.ENGLISH) for finding in plan.findings]
    assert any(words.startswith("With at most 1 zone ") for words in told)


@pytest.mark.parametrize(("target", "insisted", "told"), [
    ("30%", {"keep": (named("Vest"),), "include": (Drawn("x", box(10, 10, 30, 30)),)}, "both cover 400 m²"),
    ("30%", {"include": (named("Stien"),)}, "none of it can become wild"),
    ("30%", {"include": (Drawn("x", box(500, 0, 520, 20)),)}, "outside the department's land"),
    ("5%", {"include": (named("Vest"),)}, "the target leaves room for"),
    ("30%", {"include": (Drawn("x", box(5, 5, 15, 15)), Drawn("y", box(100, 5, 110, 15))), "most_zones": 1},
     "lie in 2 places"),
    ("30%", {"play_lawn": Drawn("leg", box(70, 5, 100, 30)), "include": (Drawn("x", box(80, 5, 90, 15)),)},
     "--include x and --play-lawn leg both cover 100 m²"),
])  # fmt: skip
def test_wishes_that_contradict_each_other_are_told(
    target: str, insisted: dict[str, object], told: str
) -> None:
    with pytest.raises(WrongUsageError) as error:
        planned(target, **insisted)
    assert told in say(error.value.sentence, Language.ENGLISH)


def test_all_contradictions_are_told_at_once() -> None:
    with pytest.raises(WrongUsageError) as error:
        planned(keep=(named("Vest"),), include=(named("Stien"), Drawn("x", box(10, 10, 30, 30))))
    assert len(error.value.findings) == 2


def test_the_choice_with_held_cells_is_the_best_of_all_that_take_them() -> None:
    """Five cells in a row, each worth less than the one before; the last is held. Every choice is tried."""
    score, borders = [9.0, 8.0, 7.0, 6.0, -3.0], [(k, k + 1, 1.5) for k in range(4)]
    problem = problem_on([0, 1, 2, 3, 4], [0] * 5, score, borders)
    held = 25.0 * problem.cells.area_m2 * np.array([0, 0, 0, 0, 1])
    locked = Locked(
        replace(problem, score=problem.score + held, score_by_type=problem.score_by_type + held), held, held
    )
    choices = [np.array(one, dtype=float) for one in product((0, 1), repeat=5) if one[4] == 1]
    for cells in (1, 2, 3, 4, 5):
        best = max(objective(problem, one) for one in choices if one.sum() == cells)
        choice = choose_with(problem, locked, 4.0 * cells)
        assert choice.share[4] == 1
        assert choice.objective == pytest.approx(best)
        assert choice.upper_bound >= best - 1e-6


def test_the_price_of_a_wish_is_what_the_best_plan_without_it_would_give_more() -> None:
    free, kept = planned(), planned(keep=(named("Vest"),))
    assert free.choice is not None
    assert kept.choice is not None
    (price,) = kept.wish_prices
    assert price.option == "--keep Vest"
    assert price.points == pytest.approx(free.choice.objective - kept.choice.objective)
    assert price.points > 0
    assert say(price.sentence, Language.ENGLISH).startswith("Keeping “Vest” as it is costs ")


def test_each_wish_has_a_price_of_its_own_and_one_that_changes_nothing_costs_nothing() -> None:
    far = Drawn("skuret", box(0, 40.5, 2, 41.5))
    plan = planned(keep=(named("Vest"), far), border_strip_m=3.0, most_zones=2)
    told = {price.option: say(price.sentence, Language.ENGLISH) for price in plan.wish_prices}
    assert [*told] == ["--keep Vest", "--keep skuret", "--border-strip 3", "--max-zones 2"]
    assert told["--keep skuret"] == "Keeping “skuret” as it is costs no nature points."


def test_a_least_size_is_priced_against_the_catalogues_own_sizes() -> None:
    wishes = replace(wish("20%"), insisted=Insisted(least_area_m2=300.0))
    (price,) = plan_of(land(), wishes, CATALOGUE.with_least(300.0, None)).wish_prices
    free = plan_of(land(), wish("20%"))
    assert free.proof is not None
    assert price.of_points == pytest.approx(free.proof.objective)


def test_nothing_included_leaves_the_problem_alone() -> None:
    problem = problem_on([0], [0], [1.0], [])
    ground = Ground({}, box(0, 0, 2, 2), (), (), box(0, 0, 2, 2), box(0, 0, 0, 0), 4.0, ())
    assert locked_in(problem, ground).problem is problem


def told_of(plan: Plan, place: str) -> list[str]:
    return [
        say(finding.sentence, Language.ENGLISH)
        for finding in plan.findings
        if say(finding.place, Language.ENGLISH) == place
    ]


def test_included_ground_tells_what_takes_the_rest_with_its_m2() -> None:
    # 20 m across the path and its two clearances of 1 m: 3 of 20 m are path, 2 m keep clear of it.
    across = Drawn("hjørnet", box(50, 10, 70, 20))
    (told,) = told_of(planned("20%", include=(across,)), "hjørnet")
    assert " of 200 m² becomes wild. The rest: " in told
    assert "30 m² path is not converted; 20 m² clearance of 1 m: " in told
    # Of the 150 m² that can, corners and a front's own movement may take some.
    assert 140 < int(told.split(" ")[0]) <= 150


def test_included_ground_that_is_all_wild_is_not_told_of() -> None:
    assert told_of(planned("20%", include=(Drawn("hjørnet", box(10, 10, 30, 20)),)), "hjørnet") == []


def test_a_play_lawn_drawn_where_there_is_no_lawn_is_told() -> None:
    on_the_path = Drawn("leg", box(60.5, 5, 62.5, 30))
    wishes = replace(wish("20%", play_lawn_m2=400), insisted=Insisted(play_lawn=on_the_path))
    with pytest.raises(WrongUsageError) as error:
        plan_of(land(), wishes)
    assert "there is no lawn where it is drawn" in say(error.value.sentence, Language.ENGLISH)
