"""Ten years of a plan's money: every figure here is worked out by hand."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.drawing import CATALOGUE, area, box, department, plan_of, wish
from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.budget import budget_of
from vildplan.core.economy.estimate import economy_of
from vildplan.core.economy.paying import effect_of
from vildplan.model.budget import Budget, BudgetLine, Part
from vildplan.model.economy import Span
from vildplan.model.money import (
    CareToday,
    Financing,
    Machine,
    Money,
    PaidFrom,
    Source,
    Standing,
    Who,
)
from vildplan.model.wishes import Language, MownBy, Wishes
from vildplan.proposal.budget import budget_document, conclusion, line_sum
from vildplan.proposal.document import Paragraph
from vildplan.proposal.words import say

DA = Language.DANISH
# 10,000 m2 of lawn, 3,000 of them become hay meadow with 500 m of frame and 5 signs.
EXAMPLE = Amounts(
    mown_m2={"mowing": 10_000.0}, taken_m2={"mowing": 3_000.0}, m2={"slaaeng": 3_000.0}, frame_m=500.0,
    signs=5,
)  # fmt: skip


def asked(
    mown_by: MownBy | None = MownBy.CONTRACTOR, dwellings: int | None = None, **money: object
) -> Wishes:
    """Wishes with something said of money."""
    return replace(wish(), mown_by=mown_by, dwellings=dwellings, money=Money(**money))  # type: ignore[arg-type]


def budget(
    amounts: Amounts = EXAMPLE, mown_by: MownBy | None = MownBy.CONTRACTOR, dwellings: int | None = None,
    **money: object,
) -> Budget:  # fmt: skip
    """The budget of some amounts."""
    return budget_of(amounts, CATALOGUE.costing, asked(mown_by, dwellings, **money))


def line(found: Budget, key: str, part: Part = Part.PLAN) -> BudgetLine:
    """One line of the budget."""
    return next(one for one in found.lines if one.key == key and one.part is part)


def granted(kr: int, **more: object) -> Financing:
    """Money that is granted."""
    return Financing(Source.GRANT, Decimal(kr), Standing.GRANTED, **more)  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------- the lines


def test_a_contractor_is_paid_by_the_m2_where_a_price_is_known_and_else_by_the_hour() -> None:
    found = budget()
    # 10,000 m2 x 20 x 0.11 kr; 7,000 m2 of it are left
    assert line(found, "mowing", Part.TODAY).kr == 22_000
    assert line(found, "mowing").kr == 15_400
    # 3,000 m2 x 1 cut x 3 kr: half of it is raking
    assert (line(found, "hay_cutting").kr, line(found, "hay_raking").kr) == (4_500, 4_500)
    assert line(found, "hay_cutting").hours is None
    # 500 m / 100 m x 15 rounds x 0.1 h x 450 kr
    assert (line(found, "frame").hours, line(found, "frame").kr) == (Decimal("7.5"), 3_375)
    # 5 signs at 800 kr, and half an hour each at 450 kr
    assert (line(found, "signs", Part.BEGIN).kr, line(found, "sign_posts", Part.BEGIN).kr) == (4_000, 1_125)


def test_the_first_years_of_the_example() -> None:
    one, two, *_ = budget().years
    assert (one.before_kr, one.after_kr, one.begin_kr) == (22_000, 27_775, 5_125)
    assert (two.before_kr, two.after_kr, two.begin_kr) == (22_000, 27_775, 0)
    # signs last five years, so they are bought and put up again in year 6
    assert budget().years[5].after_kr == 27_775 + 5_125
    assert one.change_kr.likely == 5_775
    # all of it from the running budget, where nobody said otherwise
    assert one.paid[PaidFrom.RUNNING].likely == 5_775 + 5_125
    assert (two.paid_kr.likely, one.paid[PaidFrom.LOAN].likely) == (5_775, 0)


def test_a_change_goes_as_far_as_the_economy_says() -> None:
    change = budget().years[1].change_kr
    economy = economy_of(EXAMPLE, CATALOGUE.costing, asked())
    assert change == economy.contractor_kr_change
    assert budget().begin_kr.likely == economy.establishment_kr


def test_the_mean_of_ten_years_by_m2_and_by_dwelling() -> None:
    found = budget(dwellings=40, dwelling_area_m2=Decimal(3_000)).in_all
    # ten times 5,775 kr, and twice 5,125 kr: a mean of 6,800 kr a year
    assert found.year_kr.likely == 6_800
    assert float(found.kr_per_m2.likely) == pytest.approx(6_800 / 3_000)  # type: ignore[union-attr]
    assert float(found.kr_per_dwelling_month.likely) == pytest.approx(6_800 / 480)  # type: ignore[union-attr]
    low_to_high = found.year_kr
    assert low_to_high.low < low_to_high.likely < low_to_high.high
    assert budget().in_all.kr_per_m2 is None


def test_money_stays_decimal() -> None:
    found = budget(dwellings=40, price_growth_percent=Decimal("2.5"))
    assert isinstance(found.years[9].paid_kr.high, Decimal)
    assert isinstance(found.lines[0].kr, Decimal)


def test_prices_grow_from_year_two_on() -> None:
    found = budget(price_growth_percent=Decimal(2)).years
    assert found[0].before_kr == 22_000
    assert found[2].before_kr == 22_000 * Decimal("1.02") ** 2


def test_scrub_is_cared_for_every_year_and_a_pond_cleared_in_a_year_of_its_own() -> None:
    found = budget(Amounts(m2={"krat": 1_000.0, "vandhul": 100.0}))
    # 3 h x 450 kr: branches and fringe each year, and a part of the thinning, as the calendar has it
    assert (line(found, "krat").years, line(found, "krat").kr) == (tuple(range(1, 11)), 1_350)
    # 8 h per 100 m2 every seventh year
    assert (line(found, "pond").years, line(found, "pond").kr) == ((7,), 3_600)
    assert [year.after_kr for year in found.years] == [1_350] * 6 + [4_950] + [1_350] * 3


def test_the_extra_weeding_of_the_first_year_comes_once() -> None:
    found = budget(Amounts(m2={"staudebed": 50.0}, beds_m2=50.0))
    assert line(found, "first_weeding", Part.BEGIN).years == (1,)
    assert line(found, "bed").years == tuple(range(1, 11))


# ------------------------------------------------------------------------------------ who works


def test_freed_hours_of_own_staff_are_no_kroner_unless_they_are_sold_off() -> None:
    lawn = Amounts(mown_m2={"mowing": 10_000.0}, taken_m2={"mowing": 5_000.0})
    freed = budget(lawn, MownBy.STAFF).years[1]
    # 5,000 m2 x 20 x 0.267 h per 1,000 m2
    assert float(freed.freed_hours) == pytest.approx(26.7)
    assert freed.paid_kr.likely == 0
    sold = budget(lawn, MownBy.STAFF, hours_sold_off=True).years[1]
    assert float(sold.paid_kr.likely) == pytest.approx(-26.7 * 300)


def test_more_hours_of_own_staff_cost() -> None:
    more = budget(Amounts(m2={"slaaeng": 1_000.0}), MownBy.STAFF).years[1]
    assert (more.freed_hours, more.paid_kr.likely) == (-6, 1_800)


def test_youth_are_a_fixed_line_of_ten_years() -> None:
    found = budget(labour=(("hay_raking", Who.YOUTH),))
    # half of 3 x 6 h is raking: 9 h a year at 150 kr
    raking = line(found, "hay_raking")
    assert (raking.who, raking.hours, raking.kr) == (Who.YOUTH, 9, 1_350)
    assert found.youth_hours == 9
    said = budget(labour=(("hay_raking", Who.YOUTH),), youth_hours_per_year=Decimal(40))
    rest = line(said, "youth_rest")
    assert (rest.hours, rest.kr, rest.years) == (31, 4_650, tuple(range(1, 11)))
    assert {year.by_who[Who.YOUTH].kr for year in said.years} == {6_000}
    short = budget(labour=(("hay_raking", Who.YOUTH),), youth_hours_per_year=Decimal(5))
    assert short.youth_short_years == tuple(range(1, 11))


def test_what_youth_do_goes_to_their_account() -> None:
    found = budget(labour=(("signs", Who.VOLUNTEERS), ("hay_raking", Who.YOUTH)))
    assert line(found, "hay_raking").account == "114"
    assert line(found, "sign_posts", Part.BEGIN).kr == 0
    assert line(found, "signs", Part.BEGIN).account == "116"


def test_today_is_mown_by_surface_and_machine() -> None:
    lawn, slope = area("lawn", box(0, 0, 60, 40)), area("slope", box(60, 0, 75, 40))
    play = area("lawn", box(0, 50, 20, 60), name="Boldbanen")
    land = department([lawn, slope, play])
    (ball,) = [one.id for one in land.areas if one.name]
    care = CareToday(Machine.ROBOT, Machine.HAND, ((ball, Machine.RIDER),))
    made = plan_of(land, replace(wish("20%"), money=Money(care_today=care)))
    assert made.economy is not None
    work = {one.key: float(one.hours_before) for one in made.economy.work if one.hours_before}
    # 2,400 m2 by robot, 200 m2 by rider, 600 m2 of slope by hand: 20 x 0.267 x 2 x 3 h per 1,000 m2
    assert work == pytest.approx({"mowing_robot": 3.6, "mowing": 1.068, "slope_hand": 19.224})


# ----------------------------------------------------------------------------------- who pays


def test_until_the_agreement_ends_mowing_saves_nothing() -> None:
    found = budget(first_year=2027, contract_until=date(2028, 6, 30))
    # 2027 and 2028 pay for all the lawn; the meadow's work comes on top
    assert [year.after_kr for year in found.years[:3]] == [34_375, 34_375, 27_775]
    assert found.years[0].change_kr.likely == 12_375
    assert found.years[0].calendar == 2027


def test_only_what_is_granted_lowers_what_the_dwellings_pay() -> None:
    sought = Financing(Source.MUNICIPAL, Decimal(3_000), Standing.SOUGHT)
    assert budget(financing=(sought,)).in_all == budget().in_all
    found = budget(financing=(sought, granted(2_000)))
    assert found.years[0].granted_kr == 2_000
    assert found.years[0].paid_kr.likely == 5_775 + 3_125
    # more than it costs is never paid out
    assert budget(financing=(granted(99_000),)).years[0].paid_kr.likely == 5_775


def test_a_yearly_grant_pays_from_its_year_on() -> None:
    found = budget(financing=(granted(1_000, every_year=True, year=3),))
    assert [year.paid_kr.likely for year in found.years[1:4]] == [5_775, 4_775, 4_775]


def test_own_reserves_pay_in_place_of_the_running_budget() -> None:
    aside = Financing(Source.OWN_RESERVES, Decimal(4_000), Standing.GRANTED)
    paid = budget(financing=(aside,)).years[0].paid
    assert (paid[PaidFrom.RESERVES].likely, paid[PaidFrom.RUNNING].likely) == (4_000, 5_775 + 1_125)
    assert budget(establishment_from=PaidFrom.RESERVES).years[0].paid[PaidFrom.RESERVES].likely == 5_125


def test_a_loan_is_paid_back_by_the_same_sum_every_year() -> None:
    found = budget(establishment_from=PaidFrom.LOAN, loan_years=2, loan_percent=Decimal(10))
    # 5,125 kr over two years at 10 %: 5,125 x 0.1 / (1 - 1.1^-2) = 5,125 x 0.5761904...
    assert float(found.loan_year_kr.likely) == pytest.approx(2_952.976, abs=0.001)
    # it pays the loan back: (5,125 x 1.1 - 2,952.976) x 1.1 = 2,952.976
    rest = (Decimal(5_125) * Decimal("1.1") - found.loan_year_kr.likely) * Decimal("1.1")
    assert float(rest) == pytest.approx(float(found.loan_year_kr.likely))
    assert [year.paid[PaidFrom.LOAN].likely > 0 for year in found.years[:3]] == [True, True, False]
    without_interest = budget(establishment_from=PaidFrom.LOAN, loan_years=5, loan_percent=Decimal(0))
    assert without_interest.loan_year_kr.likely == 1_025


# ---------------------------------------------------------------------------------- what is said


def told(found: Budget) -> str:
    """All paragraphs of the page."""
    blocks = budget_document(found, "afdelingen").blocks
    return " ".join(say(block.words, DA) for block in blocks if isinstance(block, Paragraph))


def test_a_line_is_told_with_all_its_numbers() -> None:
    found = budget()
    assert say(line_sum(line(found, "frame")), DA) == (
        "500 m / 100 m × 15 gange × 0,1 timer × 450 kr./time (7,5 timer)"
    )
    assert say(line_sum(line(found, "hay_raking")), DA) == "3.000 m² × 1 gang × 3 kr./m² × 0,5"


def test_no_saving_is_claimed_unless_the_dear_end_shows_one_too() -> None:
    lawn = Amounts(mown_m2={"mowing": 10_000.0}, taken_m2={"mowing": 5_000.0})
    open_end = replace(lawn, m2={"slaaeng": 3_000.0})
    assert budget(open_end).in_all.year_kr.likely < 0 < budget(open_end).in_all.year_kr.high
    assert "Der loves ingen besparelse." in told(budget(open_end))
    assert "ingen besparelse" not in told(budget(lawn))
    assert "betaler boligerne 11.000 kr. mindre om året" in told(budget(lawn))


def test_prices_accounts_and_vat_are_told() -> None:
    words = told(budget(mown_by=None))
    assert "Priserne er fra 2026. De er ikke reguleret for prisstigninger." in words
    assert "Om priserne er med moms, siger kilderne mest ikke" in words
    assert "konto 114" in words
    assert "Ingen har sagt, hvem der slår i dag" in words


def test_prices_that_nobody_found_are_named() -> None:
    assert "Ingen kilde er fundet til: vandhul pr. m²" in told(budget(Amounts(m2={"vandhul": 50.0})))
    assert "Ingen kilde er fundet" not in told(budget())


def test_rich_soil_costs_a_second_cut() -> None:
    rich = budget(replace(EXAMPLE, rich_m2={"slaaeng": 3_000.0}))
    # 3,000 m2 x 2 cuts x 3 kr, where it was one cut
    assert line(rich, "hay_rich_cutting").kr + line(rich, "hay_rich_raking").kr == 18_000
    assert rich.years[1].after_kr == budget().years[1].after_kr + 9_000
    assert rich.in_all.year_kr.likely == budget().in_all.year_kr.likely + 9_000


# ------------------------------------------------------------------------------ in the reader's language

DANISH = re.compile(r"antagelse|udledt|\bingen|\bkilde|gange\b|timer\b|jord\b|[æøåÆØÅ]")
# Names of Danish things that have no English name.
NAMES = ("2r Blomstergræs med høslet",)


def test_every_number_of_the_budget_tells_its_source_in_english_too() -> None:
    for value in CATALOGUE.costing.values():
        said = say(value.source_words, Language.ENGLISH)
        for name in NAMES:
            said = said.replace(name, "")
        assert not DANISH.search(said), value.key
        assert say(value.source_words, DA) == value.source


def test_a_sentence_rounds_as_far_as_the_numbers_are_known() -> None:
    """Over 40 homes -20 to +70 kroner a month: nobody knows the øre. Where the ends lie near, they are."""
    wide = effect_of(PaidFrom.RUNNING, [Span(Decimal(-9601), Decimal(4807), Decimal(33_604))] * 10,
                     asked(dwellings=40))  # fmt: skip
    assert say(conclusion(wide), DA) == (
        "I gennemsnit over ti år betaler boligerne omkring 10 kr. mere pr. bolig og måned (fra -20 til +70)."
    )
    near = effect_of(PaidFrom.RUNNING, [Span(Decimal(480), Decimal(600), Decimal(960))] * 10,
                     asked(dwellings=40))  # fmt: skip
    assert "omkring 1,25 kr. mere pr. bolig og måned (fra +1,00 til +2,00)" in say(conclusion(near), DA)
