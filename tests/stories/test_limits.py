"""Limits on hours and kroner as they are typed: kept, stored, verified; and each way to type them wrong."""

import tomllib
from pathlib import Path

import pytest

from .conftest import Run
from .drawn import department, saved

# 60 m by 56 m: a block, paths across, and four lawns; free, the plan at 30 % has three zones and takes
# 12.46 hours a year, 1.53 more than today.
LAND = """
###############
###############
---------------
V......-.......
V......-.......
V......-.......
V......-.......
V......---------
V......-.......
V......-.......
-------------..
.......-.......
.......-.......
.......-.......
"""
USAGE, NOT_REACHABLE = 2, 4


@pytest.fixture
def lawns(tmp_path: Path) -> Path:
    return saved(tmp_path, department(LAND), "plænerne.geojson")


def test_a_limit_is_kept_and_its_price_is_told(run: Run, lawns: Path, tmp_path: Path) -> None:
    words = ("plan", lawns, "--target", "30%", "--play-lawn", "0")
    free = run(*words, "--dry-run", "--json").record
    most = free["economy"]["hours_per_year"]["after"] - 0.3
    typed = f"{most:.1f}".replace(".", ",") + " timer"
    ran = run(*words, "--max-hours", typed, "--out", tmp_path / "p.plan")
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


def test_a_limit_that_nothing_keeps_says_what_would_do(run: Run, lawns: Path) -> None:
    ran = run("plan", lawns, "--target", "30%", "--play-lawn", "0", "--max-cost", "kr. 1.000", "--dry-run")
    assert ran.code == NOT_REACHABLE
    words = " ".join(ran.out.split())
    assert "med højst 1.000 kr. om året" in words
    assert "--max-cost " in words
    assert "Grænsen på 1.000 kr. om året holdes ikke" in words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--max-hours", "0"), "grænsen skal være over nul"),
        (("--max-hours", "mange"), "--max-hours mange"),
        (("--max-cost", "-5"), "--max-cost -5"),
    ],
)
def test_what_is_no_limit_is_refused_with_an_example(
    run: Run, lawns: Path, typed: tuple[str, str], said: str
) -> None:
    ran = run("plan", lawns, "--target", "30%", *typed, "--dry-run")
    assert ran.code == USAGE
    assert said in ran.err
    assert "Skriv f.eks." in ran.err


def test_few_zones_and_few_hours_hold_together_and_can_be_worked_out_again(
    run: Run, lawns: Path, tmp_path: Path
) -> None:
    """The example within 8 zones and 62 hours: benchmarks/limits.py."""
    folder = tmp_path / "p.plan"
    words = ("plan", lawns, "--target", "30%", "--play-lawn", "0")
    ran = run(*words, "--max-zones", "2", "--max-hours", "12,2", "--out", folder)
    assert ran.code == 0, ran.err
    plan = tomllib.loads((folder / "plan.toml").read_text("utf-8"))
    assert len(plan["zones"]) <= 2
    assert plan["economy"]["hours_per_year"]["after"] <= 12.2
    assert run("verify", folder).code == 0
