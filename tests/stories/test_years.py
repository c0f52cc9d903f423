"""Five years of a department, figures by hand: adopt, redraw, lapse, adjust, reach the target."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.docs.year_schemas import progress_schema, year_schema

from .conftest import Planned, Ran, Run
from .following import ZONES, adopted, drawn

# zone     adopted   2027      2028           2029        2030          2031
# Z1 eng   40 x 20   800 cut   moved 4 m cut  no cut      cut           cut
# Z2 eng   20 x 20   not       400 cut        mown short  400, hay left cut
# Z3 krat  10 x 20   nothing   120 m2 told    care done   16 x 21, 200  336 care done
HAY = ("--cut", "{y}-09-10", "--hay-removed", "{y}-09-20")
WILD_M2, BASE_M2, TARGET_M2 = 192, 5760, 1728
REDRAWN = {"Z1": (24.0, 8.0, 64.0, 28.0)}
ENLARGED = ZONES | {"Z3": (98.0, 6.0, 114.0, 27.0)}


@pytest.fixture
def story(run: Run, planned: Planned, tmp_path: Path) -> Path:
    """The plan folder after five years; each step as somebody would type it."""
    plan = adopted(run, planned, tmp_path)

    def record(year: int, zone: str, *words: str) -> None:
        typed = [word.format(y=year) for word in words]
        ran = run("record", plan, "--year", year, "--zone", zone, "--measured-by", "gartner", *typed)
        assert ran.code == 0, ran.err

    record(2027, "Z1", "--state", "anlagt", *HAY, "--hours", "staff=6")
    record(2027, "Z2", "--state", "ikke")
    survey = drawn(tmp_path / "opmaaling.geojson", REDRAWN)
    assert run("record", plan, "--year", 2028, "--geometry", survey).code == 0
    record(2028, "Z1", *HAY, "--flowering", "blåhat, røllike")
    record(2028, "Z2", "--state", "anlagt", *HAY)
    record(2028, "Z3", "--state", "delvis", "--m2", "120")
    record(2029, "Z1", "--state", "anlagt", "--flowering", "blåhat, knopurt")
    record(2029, "Z2", "--state", "bortfaldet", "--complaint", "hvorfor er engen klippet?", "--from", "nabo")
    record(2029, "Z3", "--care", "udført")
    new = drawn(tmp_path / "ny.geojson", ENLARGED, Z1="slaaeng", Z2="slaaeng", Z3="krat")
    ran = run("adjust", plan, "--zones", new, "--reason", "krattet må blive større", "--date", "2030-04-02")
    assert ran.code == 0, ran.err
    record(2030, "Z1", *HAY)
    record(2030, "Z2", "--state", "anlagt", "--cut", "2030-09-10")
    record(2030, "Z3", "--state", "delvis", "--m2", "200")
    for zone in ("Z1", "Z2"):
        record(2031, zone, "--state", "anlagt", *HAY)
    record(2031, "Z3", "--state", "anlagt", "--care", "udført", "--status", "udført")
    return plan


def of_year(run: Run, plan: Path, year: int) -> tuple[Ran, dict[str, Any]]:
    ran = run("progress", plan, "--year", year, "--json")
    Draft202012Validator(progress_schema()).validate(ran.record)
    return ran, ran.record


#                     laid out, kept up, lapsed, kept, moved, lost, new, behind
TABLE = {
    2027: (800, 800, 0, 0, 0, 0, 800, {"land"}),
    2028: (1320, 1200, 0, 720, 80, 0, 520, {"land", "care"}),
    2029: (920, 120, 400, 920, 0, 400, 0, {"land", "care", "lapsed"}),
    2030: (1400, 800, 0, 920, 0, 0, 480, {"land", "care"}),
    2031: (1536, 1536, 0, 1400, 0, 0, 136, set()),
}


def test_five_years(run: Run, story: Path, tmp_path: Path) -> None:
    for year, (laid, kept_up, lapsed, kept, moved, lost, new, behind) in TABLE.items():
        ran, record = of_year(run, story, year)
        figures, compared = record["figures"], record["compared"]
        assert figures["planned_m2"] == figures["adopted_m2"] == pytest.approx(1400, abs=0.05)
        got = [figures[name] for name in ("laid_out_m2", "kept_up_m2", "lapsed_m2")]
        assert got == pytest.approx([laid, kept_up, lapsed], abs=0.1), year
        got = [compared[name] for name in ("kept_m2", "moved_m2", "lost_m2", "new_m2")]
        assert got == pytest.approx([kept, moved, lost, new], abs=0.1), year
        assert set(record["behind"]) == behind, year
        assert ran.code == (1 if behind else 0)
        assert record["shares"]["laid_out"] == pytest.approx((WILD_M2 + laid) / BASE_M2, abs=1e-4)
    _, last = of_year(run, story, 2031)
    assert last["figures"]["adjusted_m2"] == pytest.approx(800 + 400 + 336, abs=0.1)
    assert last["target_m2"] == pytest.approx(TARGET_M2, abs=0.1)
    assert last["forecast"]["reached"]
    assert of_year(run, story, 2029)[1]["figures"]["adjusted_m2"] is None
    for year in TABLE:
        stored = tomllib.loads((story / "years" / f"{year}.toml").read_text("utf-8"))
        Draft202012Validator(year_schema()).validate(stored)
    check_forecasts(run, story)
    check_flowers(run, story)
    check_page(run, story, tmp_path)
    assert run("verify", story).code == 0
    check_damage(run, story)


def check_forecasts(run: Run, plan: Path) -> None:
    """1,536 m2 are wanted. After 2028: 520 a year, 216 missing. After 2029: 60 a year, 616 missing."""
    assert of_year(run, plan, 2027)[1]["forecast"] is None
    for year, rate, missing, reached in ((2028, 520, 216, 2029), (2029, 60, 616, 2040)):
        forecast = of_year(run, plan, year)[1]["forecast"]
        assert [forecast["rate_m2"], forecast["missing_m2"]] == pytest.approx([rate, missing], abs=0.1)
        assert forecast["year"] == reached


def check_flowers(run: Run, plan: Path) -> None:
    flowers = of_year(run, plan, 2029)[1]["flowers"]
    assert flowers == {"seen": ["blåhat", "knopurt"], "new": ["knopurt"], "not_again": ["røllike"]}


def check_page(run: Run, plan: Path, folder: Path) -> None:
    page = folder / "aarsstatus.html"
    assert run("progress", plan, "--year", "2029", "-o", page).code == 1
    words = page.read_text("utf-8")
    for told in ("bortfaldet", "Fra 2028 til 2029: 920 m² bevaret, 0 m² flyttet, 400 m² tabt, 0 m² nyt",
                 "hvorfor er engen klippet?", "ikke besvaret", "skulle være anlagt", "tabt siden sidste år",
                 "intet høslet i år", "I samme tempo nås målet i 2040"):  # fmt: skip
        assert told in words.replace("\u00a0", " "), told
    ran = run("progress", plan, "--year", "2031")
    assert "Ved udgangen af 2031 følger afdelingen planen." in ran.out
    assert "krattet må blive større" in ran.out


def check_damage(run: Run, plan: Path) -> None:
    """A figure changed by hand is found, in the year and in the vote."""
    year = plan / "years" / "2028.toml"
    year.write_text(year.read_text("utf-8").replace("area_m2 = 120", "area_m2 = 190"), encoding="utf-8")
    vote = plan / "decision.toml"
    vote.write_text(vote.read_text("utf-8").replace("yes = 41", "yes = 51"), encoding="utf-8")
    ran = run("verify", plan)
    assert ran.code == 1
    assert "years/2028.toml" in ran.out
    assert "decision.toml" in ran.out


def test_a_plan_nobody_adopted_is_not_followed(run: Run, plan_folder: Path) -> None:
    ran = run("progress", plan_folder)
    assert ran.code == 3
    assert "vildplan adopt" in ran.err
