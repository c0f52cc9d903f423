"""Hours and kroner per year, today against the plan: each line worked out by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.drawing import CATALOGUE, area, box, department, draw, plan_of, wish
from vildplan.core.economy import hours_by_zone
from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.estimate import economy_of
from vildplan.model.economy import Economy, YearlyWork
from vildplan.model.problem import Found
from vildplan.model.value import Status
from vildplan.model.wishes import Language, MownBy
from vildplan.proposal.sentences import change_sentence, trust_sentence
from vildplan.proposal.words import say

DA = Language.DANISH


def economy(
    *, dwellings: int | None = None, mown_by: MownBy | None = None, prices: dict[str, float] | None = None,
    **amounts: object,
) -> Economy:  # fmt: skip
    """The economy of some amounts; `prices` are known for certain, instead of the catalogue's."""
    known = {
        key: replace(CATALOGUE.costing[key], number=number, low=None, high=None, status=Status.SOURCED)
        for key, number in (prices or {}).items()
    }
    wishes = replace(wish(), dwellings=dwellings, mown_by=mown_by)
    return economy_of(Amounts(**amounts), {**CATALOGUE.costing, **known}, wishes)


def lawn_taken(taken_m2: float) -> dict[str, object]:
    """The amounts of 1,000 m2 of lawn of which so much is taken."""
    return {"mown_m2": {"mowing": 1_000}, "taken_m2": {"mowing": taken_m2}}


def line(found: Economy, key: str) -> YearlyWork:
    """One line of work."""
    return next(work for work in found.work if work.key == key)


def numbers(work: YearlyWork) -> tuple[float, ...]:
    """Hours today and with the plan, a contractor's kroner today and with the plan."""
    found = work.hours_before, work.hours_after, work.contractor_kr_before, work.contractor_kr_after
    return tuple(float(number) for number in found)


@pytest.mark.parametrize(
    ("key", "amounts", "expected"),
    [
        # 20 mowings x 0.267 h = 5.34 h per 1,000 m2 a year, 20 x 0.11 = 2.2 kr/m2; 4,000 m2 become wild
        ("mowing", {"mown_m2": {"mowing": 10_000}, "taken_m2": {"mowing": 4_000}},
         (53.4, 32.04, 22_000, 13_200)),
        # a slope is twice as slow: 10.68 h per 1,000 m2 and 4.4 kr/m2
        ("slope", {"mown_m2": {"slope": 1_000}, "taken_m2": {"slope": 500}}, (10.68, 5.34, 4_400, 2_200)),
        # one cut at 6 h per 1,000 m2, or 3 kr/m2; hay meadow and flower meadow alike
        ("hay", {"m2": {"slaaeng": 3_000, "blomstereng": 1_000}}, (0, 24, 0, 12_000)),
        # by brush cutter 8 h per 1,000 m2, at the contractor's 450 kr/h
        ("slope_hay", {"m2": {"skraaning": 500}}, (0, 4, 0, 1_800)),
        # every second year: half of 6 h and of 3 kr/m2
        ("rough", {"m2": {"naturgraes": 2_000}}, (0, 6, 0, 3_000)),
        # 15 rounds x 0.1 h per 100 m
        ("frame", {"frame_m": 400}, (0, 6, 0, 2_700)),
        # 3 h per 1,000 m2
        ("krat", {"m2": {"krat": 500}}, (0, 1.5, 0, 675)),
        # today 2 x 4 h per 100 m; set free 8 h every third year
        ("hedge", {"hedge_m": 300}, (24, 8, 10_800, 3_600)),
        # today 6 x 2 h per 100 m2; wild 2.5 x 2 h
        # a bed that becomes something else is no longer weeded
        ("bed", {"beds_m2": 50}, (6, 0, 2_700, 0)),
        ("bed", {"beds_m2": 50, "m2": {"staudebed": 50}}, (6, 2.5, 2_700, 1_125)),
        # a robot takes 1.5 h per 1,000 m2 a year; a hand mower is three times as slow as a rider
        ("mowing_robot", {"mown_m2": {"mowing_robot": 10_000}, "taken_m2": {"mowing_robot": 4_000}},
         (15, 9, 6_750, 4_050)),
        ("mowing_hand", {"mown_m2": {"mowing_hand": 1_000}}, (16.02, 16.02, 6_600, 6_600)),
        ("slope_hand", {"mown_m2": {"slope_hand": 500}}, (16.02, 16.02, 6_600, 6_600)),
        # on rich soil two cuts: 2 x 6 h and 2 x 3 kr/m2; by brush cutter 2 x 8 h
        ("hay_rich", {"m2": {"slaaeng": 3_000}, "rich_m2": {"slaaeng": 1_000}}, (0, 12, 0, 6_000)),
        ("hay", {"m2": {"slaaeng": 3_000}, "rich_m2": {"slaaeng": 1_000}}, (0, 12, 0, 6_000)),
        ("slope_hay_rich", {"m2": {"skraaning": 500}, "rich_m2": {"skraaning": 500}}, (0, 8, 0, 3_600)),
        # the other types, at the contractor's 450 kr/h. 1 h per 10 m2 of brushwood each winter
        ("deadwood", {"m2": {"doedt_ved": 20}}, (0, 2, 0, 900)),
        ("sand", {"m2": {"sandbanke": 20}}, (0, 2, 0, 900)),
        ("stones", {"m2": {"stenbunke": 20}}, (0, 1, 0, 450)),
        ("rainbed", {"m2": {"regnbed": 20}}, (0, 3, 0, 1_350)),  # 3 visits x 0.5 h per 10 m2
        ("pond", {"m2": {"vandhul": 70}}, (0, 0.8, 0, 360)),  # 8 h per 100 m2 every 7th year
        ("roof", {"m2": {"vildt_tag": 200}}, (0, 6, 0, 2_700)),  # 1.5 visits x 2 h per 100 m2
        ("fruit", {"m2": {"frugtlund": 300}}, (0, 7.5, 0, 3_375)),  # 10 trees at 30 m2, 0.75 h each
        ("hay", {"m2": {"frugtlund": 300}}, (0, 1.8, 0, 900)),  # and the meadow below them
        ("garden", {"m2": {"laeringshave": 150}}, (0, 9, 0, 4_050)),  # 6 h per 100 m2
    ],
)
def test_a_line_of_work(key: str, amounts: dict[str, object], expected: tuple[float, ...]) -> None:
    assert numbers(line(economy(**amounts), key)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        # 3 x 800 kr, and half an hour to put each up
        ({"signs": 3}, {"signs": 2_400, "sign_posts": 675}),
        ({"m2": {"blomstereng": 100}}, {"sowing": 2_000}),  # 100 m2 x 20 kr
        # 200 m2 x 0.75 shrubs x 40 kr; in the fringe, a tenth of it, 4 perennials per m2: 80 x 8 kr, 1.32 h
        ({"planted_m2": 200, "m2": {"krat": 200}}, {"plants": 6_000, "fringe": 640, "fringe_planting": 594}),
        # of what stands a tenth are gaps: 7.5 shrubs, and in the fringe of the gaps 4 perennials
        ({"m2": {"krat": 100}}, {"scrub_gaps": 300, "gap_fringe": 32, "gap_fringe_planting": 29.7}),
        ({"m2": {"haek_vild": 40}}, {"hedge_gaps": 160}),  # 4 m2 of gaps x 1 shrub x 40 kr
        # 50 m2 x 6 perennials x 8 kr; 1.65 h per 100 of them; 2.5 rounds more than later years, 1 h each
        ({"m2": {"staudebed": 50}}, {"perennials": 2_400, "planting": 2_227.5, "first_weeding": 1_125}),
        # one trial plot of 20 m2 x 4 perennials, however many meadows; 10 g of yellow rattle at 10 kr
        ({"meadows": 3}, {"trial": 640, "rattle": 100, "trial_planting": 594}),
        ({"m2": {"doedt_ved": 20}}, {"deadwood_pile": 3_600}),  # 4 h per 10 m2
        ({"m2": {"sandbanke": 10}}, {"sand_bank": 4_000, "sand_plugs": 48, "sand_plugs_planting": 44.55}),
        ({"m2": {"stenbunke": 10}}, {"stone_pile": 6_000, "stone_plugs": 72, "stone_plugs_planting": 66.825}),
        ({"m2": {"regnbed": 20}}, {"rain_bed": 16_000}),
        ({"m2": {"vandhul": 50}}, {"pond_dug": 15_000, "bank_plugs": 480, "bank_plugs_planting": 445.5}),
        ({"m2": {"vildt_tag": 50}}, {"wild_roof": 50_000}),
        ({"m2": {"frugtlund": 300}}, {"trees": 6_000}),  # 10 trees
        ({"m2": {"laeringshave": 50}}, {"learning_garden": 15_000}),
    ],
)
def test_what_is_paid_once(amounts: dict[str, object], expected: dict[str, float]) -> None:
    found = economy(**amounts)
    assert {item.key: float(item.kr) for item in found.one_offs} == pytest.approx(expected)
    assert float(found.establishment_kr) == pytest.approx(sum(expected.values()))


def test_what_there_is_none_of_is_not_told() -> None:
    assert economy().work == ()
    assert economy().one_offs == ()
    assert [work.key for work in economy(frame_m=10).work] == ["frame"]


# ---------------------------------------------------------------------- a treasurer's worked example

# A department of 40 homes with 10,000 m2 of lawn and 1,000 m2 of slope. The plan: 3,000 m2 of lawn become
# hay meadow with 500 m of frame, the whole slope becomes meadow, 200 m of hedge are set free; 5 signs.
EXAMPLE = {
    "mown_m2": {"mowing": 10_000.0, "slope": 1_000.0}, "taken_m2": {"mowing": 3_000.0, "slope": 1_000.0},
    "m2": {"slaaeng": 3_000.0, "skraaning": 1_000.0, "haek_vild": 200.0}, "hedge_m": 200.0,
    "frame_m": 500.0, "signs": 5,
}  # fmt: skip


def test_the_sums_of_the_worked_example() -> None:
    found = economy(**EXAMPLE)
    # lawn 53.4 -> 37.38, slope 10.68 -> 0, hay 0 -> 18, hay on the slope 0 -> 8, frame 0 -> 7.5,
    # hedges 16 -> 5.333
    assert float(found.hours_before) == pytest.approx(80.08)
    assert float(found.hours_after) == pytest.approx(76.213, abs=0.001)
    assert float(found.staff_kr_before) == pytest.approx(24_024)  # at 300 kr/h
    # lawn 22,000 -> 15,400, slope 4,400 -> 0, hay 9,000, hay on the slope 3,600, frame 3,375,
    # hedges 7,200 -> 2,400
    assert float(found.contractor_kr_before) == pytest.approx(33_600)
    assert float(found.contractor_kr_after) == pytest.approx(33_775)
    assert float(found.establishment_kr) == pytest.approx(5_925)  # 5 signs put up, and 20 shrubs in gaps


def test_money_is_decimal_to_the_last() -> None:
    found = economy(dwellings=40, **EXAMPLE)
    assert isinstance(found.contractor_kr_after, Decimal)
    assert isinstance(found.one_offs[0].kr, Decimal)
    assert found.contractor_kr_after == Decimal("33775.000")


def test_per_dwelling_and_month() -> None:
    found = economy(dwellings=40, **EXAMPLE).per_dwelling
    assert found is not None
    # 175 kr a year over 40 homes and 12 months, and 5,925 kr once over 40 homes
    assert float(found.month_kr.likely) == pytest.approx(175 / 480)
    assert float(found.establishment_kr) == pytest.approx(148.125)
    assert economy(**EXAMPLE).per_dwelling is None


# --------------------------------------------------------------------------------- how sure it is


def test_a_line_goes_from_the_best_to_the_worst_end_of_its_prices() -> None:
    found = line(economy(m2={"slaaeng": 1_000}), "hay")
    # one or two cuts (6 h, 4-8 h; 3 kr, 2-3 kr)
    assert (found.hours.low, found.hours.likely, found.hours.high) == (4, 6, 16)
    assert (found.kr.low, found.kr.likely, found.kr.high) == (2_000, 3_000, 6_000)


def test_where_a_line_could_turn_either_way_both_ends_are_found() -> None:
    found = line(economy(hedge_m=100), "hedge")
    # at best 2 x 6 h become 6 h every 4th year; at worst 1 x 2 h become 12 h every 2nd
    assert (found.hours.low, found.hours.high) == (1.5 - 12, 6 - 2)
    # the contractor's 350-550 kr/h go with it
    assert (found.kr.low, found.kr.high) == (-10.5 * 550, 4 * 550)


def test_the_sum_goes_as_far_as_its_lines_together() -> None:
    found = economy(**EXAMPLE)
    assert found.hours_change.low == sum(work.hours.low for work in found.work)
    assert found.hours_change.high == sum(work.hours.high for work in found.work)
    assert found.hours_change.likely == found.hours_after - found.hours_before


def test_a_line_tells_its_prices_and_the_status_of_the_least_known() -> None:
    found = line(economy(m2={"slaaeng": 1_000}), "hay")
    assert found.prices == ("hay_cuts", "hay_hours", "hay_kr")
    # 4-8 h is an assumption; the price per m2 and the number of cuts have a source
    assert (found.hours_status, found.kr_status) == (Status.ASSUMPTION, Status.SOURCED)


def test_the_share_that_rests_on_assumptions() -> None:
    found = economy(mown_m2={"mowing": 1_000}, m2={"slaaeng": 1_000})
    assert found.assumed_hours_share == 1.0  # 20 mowings and 6 h are assumptions both
    # mowing 2 x 2,200 kr on an assumption, hay 3,000 kr on sources
    assert found.assumed_kr_share == pytest.approx(4_400 / 7_400)
    known = economy(mown_m2={"mowing": 1_000}, m2={"slaaeng": 1_000}, prices={"mowings": 18})
    assert known.assumed_kr_share == 0.0


def test_the_three_values_that_matter_most() -> None:
    # 1,000 m2 of lawn become hay meadow: one cut more 6 h, 4-8 h 4 h, 12-26 mowings 3.7 h,
    # 0.2-0.4 h per mowing 4 h
    found = economy(m2={"slaaeng": 1_000}, **lawn_taken(1_000))
    assert [value.key for value in found.decisive] == ["hay_cuts", "hay_hours", "mowing_hours"]


def test_who_pays_a_contractor_is_told_what_matters_in_kroner() -> None:
    # one cut more 3,000 kr, 2-3 kr/m2 1,000 kr, 12-26 mowings 1,540 kr, 0.10-0.17 kr per mowing 1,400 kr
    found = economy(
        mown_by=MownBy.CONTRACTOR, m2={"slaaeng": 1_000}, **lawn_taken(1_000)
    )  # fmt: skip
    assert [value.key for value in found.decisive] == ["hay_cuts", "mowings", "mowing_kr"]


# ---------------------------------------------------------------------------------- what is said


def test_a_difference_within_the_assumptions_is_no_saving() -> None:
    found = economy(**EXAMPLE)
    assert found.hours_after < found.hours_before
    said = say(change_sentence(found), DA)
    assert said.startswith("Arbejdet flyttes og bliver ikke nødvendigvis mindre: omkring 4 timer mindre")
    assert said.endswith("Der loves ingen besparelse.")


def test_less_work_is_said_only_where_the_worst_end_is_less_too() -> None:
    # 2,000 m2 of lawn become scrub. At worst 12 mowings x 0.2 h = 2.4 h per 1,000 m2 become 6 h ...
    scrub = {"mown_m2": {"mowing": 2_000}, "taken_m2": {"mowing": 2_000}, "m2": {"krat": 2_000}}
    assert "Der loves ingen besparelse" in say(change_sentence(economy(**scrub)), DA)
    # ... unless the caretaker knows that it is 20 mowings and 3 h: 10.68 - 6 h, at worst 8 - 6 h.
    known = economy(prices={"mowings": 20, "krat_hours": 3}, **scrub)
    assert say(change_sentence(known), DA) == (
        "Planen giver omkring 5 timer mindre om året, og mindst 2 timer mindre, selv om alle tal rammer til "
        "den dyre side (10 timer mindre til den billige)."
    )


def test_more_work_is_called_more_work() -> None:
    said = say(change_sentence(economy(m2={"slaaeng": 1_000}, **lawn_taken(10))), DA)
    assert said == "Arbejdet flyttes og vokser med omkring 6 timer om året (fra 4 timer til 16 timer)."


def test_who_pays_a_contractor_reads_kroner() -> None:
    said = say(change_sentence(economy(mown_by=MownBy.CONTRACTOR, **EXAMPLE)), DA)
    assert "omkring 200 kr. mere om året" in said


def test_what_it_rests_on_is_said_in_one_sentence() -> None:
    found = economy(m2={"slaaeng": 1_000}, **lawn_taken(1_000))
    assert say(trust_sentence(found), DA) == (
        "100 % af timerne og 42 % af kronerne hviler på antagelser. Mest betyder: høslet om året; "
        "timer pr. 1.000 m² høslet med rivning og læsning; "
        "timer pr. 1.000 m² pr. klipning, med trimning."
    )


# ------------------------------------------------------------------------------- measured on a plan


def test_the_amounts_of_a_plan() -> None:
    # A hedge of 40 x 1 m and a bed of 10 x 5 m in 60 x 40 m of lawn, all of it asked for; a path beside it.
    land = department([
        area("lawn", box(0, 0, 60, 40)), area("hedge", box(10, 20, 50, 21)), area("bed", box(10, 5, 20, 10)),
        area("path", box(-2, 0, 0, 40)),
    ])  # fmt: skip
    plan = plan_of(land, wish("100%"))
    found = plan.economy
    assert found is not None
    # half the hedge's outline is 41 m: 2 x 4 h per 100 m
    assert float(line(found, "hedge").hours_before) == pytest.approx(0.41 * 8)
    # 50 m2 of bed: 6 x 2 h per 100 m2
    assert float(line(found, "bed").hours_before) == pytest.approx(6)
    # 2,400 m2 of lawn less hedge and bed
    assert float(line(found, "mowing").hours_before) == pytest.approx((2_400 - 90) * 0.00534)
    signs = next(item for item in found.one_offs if item.key == "signs")
    grass = [zone for zone in plan.zones if zone.type not in ("haek_vild", "staudebed")]
    assert float(signs.kr) == 800 * len(grass)


def test_a_hedge_set_free_in_a_lawn_needs_no_new_frame() -> None:
    # The lawn is 2.5 m wide, too narrow for any zone.
    land = department([area("lawn", box(0, 0, 60, 2.5)), area("hedge", box(10, 2.5, 50, 3.5))])
    plan = plan_of(land, wish("40m2"))
    assert [zone.type for zone in plan.zones] == ["haek_vild"]
    assert plan.economy is not None
    assert [work.key for work in plan.economy.work] == ["mowing", "hedge"]
    # and no sign, only shrubs in its gaps
    assert [item.key for item in plan.economy.one_offs] == ["hedge_gaps"]


def test_nothing_to_do_has_no_economy() -> None:
    assert plan_of(draw("VV==", cell_m=10), wish("10%")).economy is None


# ------------------------------------------------------------------------------------- zone by zone


def test_the_hours_of_the_zones_are_those_of_the_economy() -> None:
    land = department([
        area("lawn", box(0, 0, 60, 40)), area("hedge", box(10, 20, 50, 21)), area("bed", box(10, 5, 20, 10)),
        area("path", box(-2, 0, 0, 40)), area("slope", box(60, 0, 75, 40)),
    ])  # fmt: skip
    plan = plan_of(land, wish("60%"))
    found = Found(plan.department, plan.wishes, plan.catalogue, plan.inventory, plan.ground, plan.goal)
    by_zone = hours_by_zone(plan.zones, found)
    assert set(by_zone) == {zone.id for zone in plan.zones}
    sums: dict[str, Decimal] = {}
    for hours in by_zone.values():
        for key, one in hours.items():
            sums[key] = sums.get(key, Decimal(0)) + one
    assert plan.economy is not None
    work = {one.key: one.hours_after for one in plan.economy.work if one.key not in ("mowing", "slope")}
    assert sums == {key: pytest.approx(hours, rel=Decimal("1e-20")) for key, hours in work.items()}
    assert sums["frame"] > 0


def test_a_zone_half_on_rich_soil_is_cut_twice_there() -> None:
    land = department([area("lawn", box(0, 0, 40, 40))])
    plan = plan_of(land, wish("100%"))
    found = Found(plan.department, plan.wishes, plan.catalogue, plan.inventory, plan.ground, plan.goal)
    zone = replace(plan.zones[0], type="slaaeng", area_m2=1_000.0, rich_m2=500.0)
    hours = hours_by_zone((zone,), found)[zone.id]
    assert (hours["hay"], hours["hay_rich"]) == (3, 6)  # 500 m2 x 6 h per 1,000 m2, once and twice
