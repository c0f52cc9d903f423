"""`vildplan budget`, and a budget whose every line anybody can work out again from what is printed."""

import re
from math import prod
from pathlib import Path
from typing import Any

import pytest

from .conftest import ROOT, Run

BIRKEHAVEN = ROOT / "examples" / "birkehaven.geojson"
MONEY = """
[economy]
first_year = 2027
price_growth_percent = 2
[labour]
hay_raking = "unge"
youth_hours_per_year = 90
[[financing]]
source = "tilskud"
amount_kr = 1000
status = "bevilget"
"""
PARTS = {"today": "before_kr", "begin": "establishment_kr"}


@pytest.fixture
def real(run: Run) -> dict[str, Any]:
    """The real-sized example."""
    return run("plan", BIRKEHAVEN, "--target", "30%", "--dry-run", "--json").record["budget"]


@pytest.fixture
def folder(run: Run, yard: Path) -> Path:
    (yard.parent / "vildplan.toml").write_text(MONEY, encoding="utf-8")
    assert run("plan", yard, "--target", "30%", "--mower", "staff", "--dwellings", "12").code == 0
    return yard.with_suffix(".plan")


def product(factors: list[dict[str, Any]]) -> float:
    """What the printed factors of a line come to."""
    return prod(1 / f["number"] if f.get("divides") else f["number"] for f in factors)


def demand_followed_by_hand(budget: dict[str, Any]) -> None:
    """Work every line and every year out again from the printed numbers alone, to the øre."""
    inputs = {row["key"]: row["value"] for row in budget["inputs"]}
    assert all(row["source"] and row["unit"] and row["status"] for row in budget["inputs"])
    for line in budget["lines"]:
        for factor in [*line["factors"], *([line["rate"]] if "rate" in line else [])]:
            key = factor["key"]
            if key.startswith("1-"):
                assert factor["number"] == pytest.approx(1 - inputs[key[2:]])
            elif key not in ("amount", "per", "hours"):
                assert factor["number"] == inputs[key]
        found = product(line["factors"])
        if "hours" in line:
            assert line["hours"] == pytest.approx(found, rel=1e-12)
            found *= line["rate"]["number"]
        assert line["kr"] == pytest.approx(found, abs=0.005), line["key"]
    for year in budget["years"]:
        growth = (1 + budget["price_growth_percent"] / 100) ** (year["year"] - 1)
        sums = {"before_kr": 0.0, "after_kr": 0.0, "establishment_kr": 0.0}
        for line in budget["lines"]:
            if year["year"] in line["years"]:
                grown = 1 if line["part"] == "begin" else growth
                sums[PARTS.get(line["part"], "after_kr")] += line["kr"] * grown
        assert sums == {key: pytest.approx(year[key], abs=0.005) for key in sums}


def test_every_line_and_year_of_the_real_sized_example_can_be_followed_by_hand(real: dict[str, Any]) -> None:
    demand_followed_by_hand(real)
    assert len(real["years"]) == 10
    assert {line["part"] for line in real["lines"]} == {"today", "plan", "begin", "renewal"}
    for year in real["years"]:
        # All of it is a contractor's, from the running budget: what care costs more, and the beginning.
        change = year["after_kr"] - year["before_kr"]
        assert year["change_kr"]["likely"] == pytest.approx(change, abs=0.005)
        paid = year["paid_kr"]["running"]["likely"]
        assert paid == pytest.approx(change + year["establishment_kr"], abs=0.005)
    mean = sum(year["paid_kr"]["running"]["likely"] for year in real["years"]) / 10
    paid = real["paid_in_all"]["kr_per_year"]
    assert paid["likely"] == pytest.approx(mean, abs=0.005)
    assert paid["low"] < paid["likely"] < paid["high"]


def test_with_staff_youth_a_grant_and_growth_it_can_still_be_followed(run: Run, folder: Path) -> None:
    found = run("budget", folder, "--json").record
    demand_followed_by_hand(found)
    first = found["years"][0]
    assert (first["calendar_year"], first["labour"]["youth"]) == (2027, {"hours": 90, "kr": 13_500})
    month = found["paid_in_all"]["kr_per_dwelling_per_month"]
    assert month["likely"] == pytest.approx(found["paid_in_all"]["kr_per_year"]["likely"] / 144)
    assert found["granted_once_kr"] == 1_000


def number(words: str) -> float:
    return float(words.replace(".", "").replace(",", "."))


def test_the_sums_on_the_page_come_out(run: Run, folder: Path) -> None:
    page = run("budget", folder).out
    sums = re.findall(r"  ([\d.,]+)  ([\d.,]+ [^;\n]*); [^;\n]*, konto", page)
    assert len(sums) > 6
    assert any("(" in words for _, words in sums)
    for kr, words in sums:
        factors, _, hours = words.partition(" (")
        found = rate = 1.0
        for sign, size in re.findall(r"(^|×|/) ?([\d.,]*\d)", factors):
            rate = number(size)
            found = found / rate if sign == "/" else found * rate
        assert found == pytest.approx(number(kr), abs=0.006), words
        if hours:
            # The last factor is the rate; the hours are rounded for people.
            assert number(hours.split()[0]) == pytest.approx(found / rate, abs=0.0051), words


def test_verify_works_the_budget_out_again_to_the_oere(run: Run, folder: Path) -> None:
    assert run("verify", folder).code == 0
    words = (folder / "plan.toml").read_text("utf-8")
    kr = re.search(r"^before_kr = ([\d.]+)$", words, re.MULTILINE)
    assert kr is not None
    wrong = f"before_kr = {float(kr[1]) + 0.01:.6f}"
    (folder / "plan.toml").write_text(words.replace(kr[0], wrong, 1), encoding="utf-8")
    told = run("verify", folder)
    assert told.code == 1
    assert "before_kr" in told.out


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_page_fits_a_screen(run: Run, folder: Path, lang: str) -> None:
    page = run("budget", folder, lang=lang, COLUMNS="80").out
    assert max(map(len, page.splitlines())) <= 80
    assert "2027" in page


def test_an_area_that_is_not_there_is_named(run: Run, yard: Path) -> None:
    own = '[[care_today.place]]\narea = "Boldbannen"\nmachine = "robot"\n'
    (yard.parent / "vildplan.toml").write_text(own, encoding="utf-8")
    ran = run("plan", yard, "--target", "30%", "--dry-run")
    assert ran.code == 3
    assert "[[care_today.place]] Boldbannen: det areal findes ikke." in ran.err


def test_init_offers_every_key_and_config_explains_it(run: Run, yard: Path) -> None:
    assert run("init", yard, "--target", "30%").code == 0
    offered = (yard.parent / "vildplan.toml").read_text("utf-8")
    page = run("config", yard, "--explain").out
    for key in ("first_year", "contract_until", "hay_raking", "amount_kr", "establishment_from", "machine"):
        assert f"# {key} = " in offered
        assert key in page
    assert "# [[financing]]" in offered
