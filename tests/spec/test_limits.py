"""Limits on hours and kroner: what nodes add by the economy's own lines, and plans that keep them."""

from dataclasses import replace
from functools import cache

import pytest

from tests.drawing import CATALOGUE, draw, plan_of, wish
from vildplan.core.economy import limits_of, used_of
from vildplan.core.proof import own_shares
from vildplan.core.worth import weigh
from vildplan.model.limits import Limit, Measure
from vildplan.model.money import CareToday, Machine, Money
from vildplan.model.plan import Plan
from vildplan.model.problem import Found
from vildplan.model.site import Soil
from vildplan.model.wishes import Insisted, Language, MownBy, Wishes
from vildplan.proposal.insisted import limit_sentence
from vildplan.proposal.words import say

DA = Language.DANISH
# A block between two lawns with a slope, a hedge and a bed; a path below, scrub in the north.
YARD = draw("""
    KKKKKKKKKKKK
    ............
    ............
    ..////......
    ..////..hh..
    HHHHHHHH....
    HHHHHHHH.bb.
    ............
    ............
    ============
""")  # fmt: skip


def asked(target: str = "40%", mown_by: MownBy | None = None, **insisted: float) -> Wishes:
    """The wishes of a plan within limits."""
    return replace(wish(target), mown_by=mown_by, insisted=Insisted(**insisted))


@cache
def plan(target: str = "40%", **insisted: float) -> Plan:
    """A plan of the yard."""
    return plan_of(YARD, asked(target, **insisted))


def hours(made: Plan) -> float:
    """Hours of care a year with the plan, as the report tells them."""
    assert made.economy is not None
    return float(made.economy.hours_after)


def limits(made: Plan, mown_by: MownBy | None = None) -> tuple[Limit, ...]:
    """Limits of 1 hour and 1 krone on the cells of a plan's ground."""
    wishes = asked(mown_by=mown_by, most_hours_per_year=1.0, most_kr_per_year=1.0)
    problem = weigh(made.ground, made.inventory, made.catalogue)
    found = Found(made.department, wishes, CATALOGUE, made.inventory, made.ground, made.goal)
    return limits_of(problem, found)


# ------------------------------------------------------------------------------ what a node adds


@pytest.mark.parametrize("mown_by", [None, MownBy.CONTRACTOR, MownBy.ROBOT])
def test_what_the_zones_add_on_the_cells_is_what_the_economy_says_of_them(mown_by: MownBy | None) -> None:
    made = plan_of(YARD, asked(mown_by=mown_by))
    problem = weigh(made.ground, made.inventory, made.catalogue)
    own = own_shares(problem, made.drawing)
    assert made.economy is not None
    for limit in limits(made, mown_by):
        # All is the same but the metres of frame, which a grid measures within some per cent.
        told = used_of(made.economy, limit.measure)
        assert limit.today + limit.added(problem, own) == pytest.approx(told, rel=0.02)


def test_a_limit_knows_of_rich_soil_and_of_places_that_are_mown_by_hand() -> None:
    rich = tuple(
        replace(one, site=replace(one.site, soil=Soil.RICH)) if one.surface == "lawn" else one
        for one in YARD.areas
    )
    lawn = next(one.id for one in YARD.areas if one.surface == "lawn")
    money = Money(care_today=CareToday(slope=Machine.HAND, places=((lawn, Machine.HAND),)))
    wishes = replace(asked(most_hours_per_year=1e6, most_kr_per_year=1e6), money=money)
    made = plan_of(replace(YARD, areas=rich), wishes)
    problem = weigh(made.ground, made.inventory, made.catalogue)
    found = Found(made.department, wishes, CATALOGUE, made.inventory, made.ground, made.goal)
    own = own_shares(problem, made.drawing)
    assert made.economy is not None
    assert {"hay_rich", "slope_hand", "mowing_hand"} <= {work.key for work in made.economy.work}
    for limit in limits_of(problem, found):
        told = used_of(made.economy, limit.measure)
        assert limit.today + limit.added(problem, own) == pytest.approx(told, rel=0.02)


def test_a_lawn_that_becomes_meadow_saves_its_mowing_and_takes_a_cut() -> None:
    made = plan()
    problem = weigh(made.ground, made.inventory, made.catalogue)
    by_hours, by_kr = limits(made)
    meadow = problem.zone_types.index("slaaeng")
    inner = by_hours.by_type[meadow] / problem.cells.area_m2
    # 6 h of hay less 20 x 0.267 h of mowing per 1,000 m2 where neither frame nor slope is; a slope saves
    # twice as much.
    assert min(abs(inner - 0.00066)) < 1e-9
    assert min(inner) == pytest.approx(0.006 - 2 * 0.00534, abs=1e-6)
    # 300 kr an hour with own staff
    assert by_kr.by_type == pytest.approx(300 * by_hours.by_type)
    # 15 rounds x 0.1 h per 100 m of frame
    assert by_hours.border == pytest.approx(0.015 * problem.border_m)


def test_nobody_who_sets_no_limit_gets_one() -> None:
    assert plan().limits == ()
    assert plan().wish_prices == ()


# ---------------------------------------------------------------------------- plans that keep them


def test_a_limit_that_the_best_plan_keeps_anyway_costs_nothing() -> None:
    free = plan()
    made = plan(most_hours_per_year=hours(free) + 1)
    assert [zone.geometry for zone in made.zones] == [zone.geometry for zone in free.zones]
    (price,) = made.wish_prices
    assert (price.points, price.area_m2) == (0, 0)
    assert "koster ingenting" in say(price.sentence, DA)


@pytest.mark.parametrize("part", [0.3, 0.7])
def test_a_limit_between_the_best_and_the_cheapest_plan_is_kept_at_the_full_target(part: float) -> None:
    free, (nothing_keeps,) = plan(), plan(most_hours_per_year=0.01).limits
    assert nothing_keeps.least is not None
    most = hours(free) - part * (hours(free) - nothing_keeps.least)
    made = plan(most_hours_per_year=most)
    assert made.reachable
    assert made.zones_m2 == pytest.approx(free.zones_m2, abs=0.05)
    assert hours(made) <= most
    (limit,) = made.limits
    assert (limit.kept, limit.reached, limit.without) == (True, hours(made), hours(free))
    assert made.proof is not None
    assert free.proof is not None
    assert made.proof.objective <= made.proof.upper_bound + 1e-6
    parts = made.proof.parts
    assert made.proof.gap_points == pytest.approx(
        parts.split + parts.smooth + parts.size + parts.types + parts.limits
    )
    (price,) = made.wish_prices
    assert price.points == pytest.approx(free.proof.objective - made.proof.objective)
    assert say(limit_sentence(limit), DA).startswith("Grænsen på")


def test_two_limits_are_kept_together_and_priced_together() -> None:
    free, (nothing_keeps,) = plan(), plan(most_hours_per_year=0.01).limits
    most = 0.5 * (hours(free) + (nothing_keeps.least or 0.0))
    made = plan(most_hours_per_year=most, most_kr_per_year=round(290 * most))
    assert made.economy is not None
    assert hours(made) <= most
    assert float(made.economy.staff_kr_after) <= round(290 * most)
    assert len(made.wish_prices) == 1
    assert [limit.measure for limit in made.limits] == [Measure.HOURS, Measure.KRONER]


def test_where_nothing_keeps_the_limit_the_cheapest_plan_says_so_and_what_would_do() -> None:
    made = plan(most_hours_per_year=0.01)
    assert not made.reachable
    (limit,) = made.limits
    assert not limit.kept
    assert limit.least == limit.reached == hours(made)
    assert made.zones_m2 == pytest.approx(plan().zones_m2, abs=0.05)
    assert any("Der blev ikke fundet nogen plan" in say(one.sentence, DA) for one in made.findings)
    way = made.relaxations[0]
    option, _, typed = way.option.partition(" ")
    assert option == "--max-hours"
    # What is advised does what it says.
    assert plan(most_hours_per_year=float(typed)).reachable


def test_where_the_target_does_not_keep_the_limit_its_area_gives_way() -> None:
    # By robot a lawn takes 1.5 h per 1,000 m2 a year, so all that becomes wild is more work.
    land = draw("""
        ................
        ................
        ................
        ................
        ................
        ................
        ================
    """)  # fmt: skip
    wishes = asked("60%", MownBy.ROBOT)
    free = plan_of(land, wishes)
    (limit,) = plan_of(land, replace(wishes, insisted=Insisted(most_hours_per_year=0.01))).limits
    most = 0.5 * (limit.today + (limit.least or 0.0))
    made = plan_of(land, replace(wishes, insisted=Insisted(most_hours_per_year=most)))
    assert hours(made) <= most < (limit.least or 0.0)
    assert 100 < made.zones_m2 < free.zones_m2 - 100
    assert not made.reachable
    assert "--max-hours" in made.relaxations[0].option
    assert made.relaxations[-1].option.startswith("--target")
    assert "vildt og" in say(made.wish_prices[0].sentence, DA)
