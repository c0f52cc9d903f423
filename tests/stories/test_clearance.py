"""A distance of the user's own: it changes the ground, and stands in the plan and its assumptions."""

import tomllib
from pathlib import Path

from .conftest import Run
from .drawn import department, saved


def test_it_is_kept_in_the_plan(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department())
    words = ("plan", file, "--target", "20%", "--clearance", "sti=0,5", "--clearance", "facade=2")
    ran = run(*words, "--out", tmp_path / "p")
    assert ran.code == 0, ran.err
    kept = tomllib.loads((tmp_path / "p" / "plan.toml").read_text("utf-8"))
    assert kept["wishes"]["clearances_m"] == {"facade": 2.0, "path": 0.5}
    own = [value["name"] for value in kept["assumptions"] if "jeres egen værdi" in value["name"]]
    assert own
    assert "jeres egen værdi" in (tmp_path / "p" / "rapport.html").read_text("utf-8")


def test_without_one_the_plan_says_nothing_of_it(run: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, department())
    run("plan", file, "--target", "20%", "--out", tmp_path / "p")
    assert "clearances_m" not in (tmp_path / "p" / "plan.toml").read_text("utf-8")


def test_less_distance_is_more_ground(run: Run, tmp_path: Path) -> None:
    words = ("plan", saved(tmp_path, department()), "--target", "20%", "--dry-run", "--json")
    usual = run(*words).record["convertible_m2"]
    assert run(*words, "--clearance", "path=0").record["convertible_m2"] > usual
    assert run(*words, "--clearance", "path=4").record["convertible_m2"] < usual


def test_robustness_is_in_the_json(run: Run, tmp_path: Path) -> None:
    words = ("plan", saved(tmp_path, department()), "--target", "20%", "--dry-run", "--json")
    found = run(*words).record["robustness"]
    assert 0 <= found["share_kept"] <= min(each["share_kept"] for each in found["runs"]) + 1e-9
    assert {each["factor"] for each in found["runs"]} == {0.5, 2.0}
    assert "compactness" in {each["key"] for each in found["runs"]}
