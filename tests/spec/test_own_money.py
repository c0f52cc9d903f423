"""The tables of `vildplan.toml` on money: what they mean, and all that is wrong with them at once."""

import tomllib
from datetime import date
from decimal import Decimal

import pytest

from vildplan.model.money import (
    CareToday,
    Financing,
    Machine,
    Money,
    PaidFrom,
    Source,
    Standing,
    Vat,
    Who,
)
from vildplan.model.wishes import Language
from vildplan.proposal.words import say
from vildplan.reading.labour import read_tasks
from vildplan.reading.own_money import read_money
from vildplan.store.money import money_table
from vildplan.store.schema import WishesTable

SAID = """
[economy]
first_year = 2027
dwelling_area_m2 = 9100
vat = "inkl"
price_growth_percent = 1.5
account = 114
establishment_from = "lån"
loan_years = 20
loan_percent = 4.5
contract_until = 2028-12-31

[labour]
hay_raking = "Unge"
signs = "volunteers"
youth_hours_per_year = 60

[[financing]]
source = "medfinansiering af regnvand"
amount_kr = 20000.50
status = "søgt"

[[financing]]
source = "egne henlæggelser"
name = "Legepladsen"
amount_kr = 5000
status = "granted"
kind = "årligt"
year = 3

[care_today]
lawn = "robot"
slope = "hånd"
[[care_today.place]]
area = "Boldbanen"
machine = "rytter"
"""


def faults(words: str) -> list[str]:
    """All that is wrong, in English."""
    _, found = read_money(tomllib.loads(words))
    return [f"{say(f.place, Language.ENGLISH)}: {say(f.sentence, Language.ENGLISH)} "
            f"{say(f.advice, Language.ENGLISH)}" for f in found]  # fmt: skip


def test_all_that_may_be_said() -> None:
    money, wrong = read_money(tomllib.loads(SAID))
    assert wrong == ()
    assert (money.first_year, money.dwelling_area_m2, money.vat) == (2027, 9100, Vat.INCLUDED)
    assert (money.price_growth_percent, money.loan_percent) == (Decimal("1.5"), Decimal("4.5"))
    assert (money.accounts.running, money.establishment_from) == ("114", PaidFrom.LOAN)
    assert money.contract_until == date(2028, 12, 31)
    assert money.labour == (("hay_raking", Who.YOUTH), ("signs", Who.VOLUNTEERS))
    assert money.youth_hours_per_year == 60
    assert money.financing == (
        Financing(Source.RAINWATER, Decimal("20000.5"), Standing.SOUGHT),
        Financing(Source.OWN_RESERVES, Decimal(5000), Standing.GRANTED, every_year=True, year=3,
                  name="Legepladsen"),
    )  # fmt: skip
    assert money.care_today == CareToday(Machine.ROBOT, Machine.HAND, (("Boldbanen", Machine.RIDER),))


def test_nothing_said_is_nothing_assumed() -> None:
    assert read_money({}) == (Money(), ())


def test_a_plan_folder_gives_it_back_as_it_was() -> None:
    money, _ = read_money(tomllib.loads(SAID))
    row = {"target": "30%", "base": "outdoor", "count": "all", "play_lawn_m2": 400, "language": "da"}
    assert WishesTable.model_validate(row | {"money": money_table(money)}).money == money
    assert WishesTable.model_validate(row).money == Money()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[economy]\nfrist_year = 2027", "[economy] frist_year: there is no such key. Did you mean first"),
        ('[economy]\nvat = "maybe"', "[economy] vat: that cannot stand here; choose between incl"),
        ("[economy]\nfirst_year = 27", "[economy] first_year: it must be a whole number from 1900 to 2200."),
        ("[economy]\ndwelling_area_m2 = -1", "[economy] dwelling_area_m2: the number is too small."),
        ('[economy]\nprice_growth_percent = "2"', "[economy] price_growth_percent: that is not a number."),
        ("[economy]\nprice_growth_percent = nan", "[economy] price_growth_percent: that is not a number."),
        ('[economy]\nhours_sold_off = "yes"', "[economy] hours_sold_off: it must be true or false."),
        ('[economy]\ncontract_until = "31/12"', "[economy] contract_until: that is not a date."),
        ("[economy]\ncontract_until = 2028-12-31", "[economy] first_year: contract_until is a date, so"),
        ('[economy]\nestablishment_from = "loan"', "[economy] loan_years: money is borrowed, so it"),
        ('[labour]\nhay_cutting = "unge"', "[labour] hay_cutting: that task is not for unge;"),
        ('[labour]\nsigns = "entreprenor"', "that cannot stand here; did you mean entreprenør?"),
        ("[[financing]]\namount_kr = 5", "[[financing]] 1 source: it is missing."),
        ("[[financing]]\namount_kr = -5", "[[financing]] 1 amount_kr: the number is too small."),
        ("[care_today]\nlawn = 3", "[care_today] lawn: that cannot stand here; choose between rytter"),
        ('[[care_today.place]]\narea = "x"', "[[care_today.place]] 1 machine: it is missing."),
        ("economy = 3", "economy: it must be a table."),
        ("financing = [3]", "financing: it must be a table."),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_with_its_key(words: str, expected: str) -> None:
    assert any(expected in fault for fault in faults(words)), faults(words)


def test_everything_wrong_is_said_at_once() -> None:
    words = '[economy]\nvat = 1\nfirst_year = 1\n[labour]\nhay = "unge"\n[[financing]]\nx = 1'
    assert len(faults(words)) == 7


def test_youth_of_13_to_17_use_no_machine_and_climb_no_roof() -> None:
    suits = {task.key for task in read_tasks() if Who.YOUTH in task.suits}
    assert suits == {"hay_raking", "signs", "plugs"}


@pytest.mark.parametrize(
    "line", ["price_growth_percent = 1e9", "loan_percent = 101", "first_year = " + "9" * 400]
)
def test_interest_and_prices_stay_within_what_can_be_counted(line: str) -> None:
    _, (told,) = read_money(tomllib.loads(f"[economy]\n{line}\n"))
    assert say(told.place, Language.DANISH) == f"[economy] {line.split(' ')[0]}"
