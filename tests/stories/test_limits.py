"""Limits on hours and kroner as they are typed: kept, stored, verified; and each way to type them wrong."""

import tomllib
from pathlib import Path

import pytest

from .conftest import EXAMPLE, Run

USAGE, NOT_REACHABLE = 2, 4


def test_a_limit_is_kept_and_its_price_is_told(run: Run, tmp_path: Path) -> None:
    free = run("plan", EXAMPLE, "--target", "30%", "--dry-run", "--json").record
    most = free["economy"]["hours_per_year"]["after"] - 2
    typed = f"{most:.1f}".replace(".", ",") + " timer"
    ran = run("plan", EXAMPLE, "--target", "30%", "--max-hours", typed, "--out", tmp_path / "p.plan")
    assert ran.code == 0, ran.err
    plan = tomllib.loads((tmp_path / "p.plan" / "plan.toml").read_text("utf-8"))
    assert plan["wishes"]["insisted"]["most_hours_per_year"] == pytest.approx(most, abs=0.06)
    (limit,) = plan["limits"]
    assert limit["kept"]
    assert limit["reached"] == plan["economy"]["hours_per_year"]["after"] <= limit["most"]
    assert plan["reached_m2"] == pytest.approx(free["reached_m2"], abs=0.1)
    (price,) = plan["wish_prices"]
    assert price["option"].startswith("--max-hours")
    words = " ".join(ran.out.split())
    assert limit["sentence"] in words
    assert price["sentence"] in words
    assert "vægte, regler og grænser" in words
    assert run("verify", tmp_path / "p.plan").code == 0


def test_a_limit_that_nothing_keeps_says_what_would_do(run: Run) -> None:
    ran = run("plan", EXAMPLE, "--target", "30%", "--max-cost", "kr. 3.000", "--dry-run")
    assert ran.code == NOT_REACHABLE
    words = " ".join(ran.out.split())
    assert "med højst 3.000 kr. om året" in words
    assert "--max-cost " in words
    assert "Grænsen på 3.000 kr. om året holdes ikke" in words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--max-hours", "0"), "grænsen skal være over nul"),
        (("--max-hours", "mange"), "--max-hours mange"),
        (("--max-cost", "-5"), "--max-cost -5"),
    ],
)
def test_what_is_no_limit_is_refused_with_an_example(run: Run, typed: tuple[str, str], said: str) -> None:
    ran = run("plan", EXAMPLE, "--target", "30%", *typed, "--dry-run")
    assert ran.code == USAGE
    assert said in ran.err
    assert "Skriv f.eks." in ran.err


def test_few_zones_and_few_hours_hold_together_and_can_be_worked_out_again(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "p.plan"
    ran = run("plan", EXAMPLE, "--target", "30%", "--max-zones", "8", "--max-hours", "62", "--out", folder)
    assert ran.code == 0, ran.err
    plan = tomllib.loads((folder / "plan.toml").read_text("utf-8"))
    assert len(plan["zones"]) <= 8
    assert plan["economy"]["hours_per_year"]["after"] <= 62
    assert run("verify", folder).code == 0
