"""`vildplan record`: by options, by form, by survey; all bad input at once, and nothing lost."""

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
import shapely
import xlsxwriter

from vildplan.store.years import read_year

from .conftest import Planned, Run, assert_trouble
from .drawn import METRES, saved
from .following import ZONES, adopted, drawn
from .test_plan_folder import contents


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Where the adopted plan lies, once it was made."""
    return {"folder": tmp_path_factory.mktemp("vedtaget")}


@pytest.fixture
def plan(run: Run, planned: Planned, once: dict[str, Path], tmp_path: Path) -> Path:
    """An adopted plan with Z1 and Z2 (meadows) and Z3 (scrub)."""
    if "plan" not in once:
        once["plan"] = shutil.copytree(adopted(run, planned, tmp_path), once["folder"] / "plan")
        shutil.rmtree(tmp_path / "fem.plan")
    return Path(shutil.copytree(once["plan"], tmp_path / "fem.plan"))


def year_toml(plan: Path, year: int) -> dict[str, Any]:
    return tomllib.loads((plan / "years" / f"{year}.toml").read_text("utf-8"))


def test_what_is_said_twice_is_told_and_the_earlier_kept(run: Run, plan: Path) -> None:
    first = run("record", plan, "--year", "2027", "--zone", "Z1", "--state", "anlagt", "--m2", "780",
                "--cut", "10.9.2027", "--hours", "staff=3,5")  # fmt: skip
    assert first.code == 0, first.err
    before = (plan / "years" / "2027.toml").read_bytes()
    ran = run("record", plan, "--year", "2027", "--zone", "z1", "--m2", "790 m2", "--cut", "2027-06-01",
              "--hours", "youth=2")  # fmt: skip
    assert "Z1    area_m2  780.0  790.0" in ran.out
    zone = year_toml(plan, 2027)["zone"][0]
    assert zone["state"] == "laid-out"
    assert zone["cuts"] == ["2027-06-01", "2027-09-10"]
    assert zone["hours"] == {"staff": 3.5, "youth": 2.0}
    assert (plan / "history" / "years" / "2027.1.toml").read_bytes() == before
    again = run("record", plan, "--year", "2027", "--zone", "Z1", "--m2", "790")
    assert "intet er ændret" in again.out


@pytest.mark.parametrize("kind", ["xlsx", "csv", "toml"])
def test_a_form_comes_back_as_it_was_filled(run: Run, plan: Path, tmp_path: Path, kind: str) -> None:
    run("record", plan, "--year", "2027", "--zone", "Z1", "--state", "anlagt", "--cut", "2027-09-10",
        "--hours", "staff=3.5", "--flowering", "blåhat; røllike")  # fmt: skip
    before = year_toml(plan, 2027)
    form = tmp_path / f"skema.{kind}"
    assert run("record", plan, "--year", "2027", "--form-out", form).code == 0
    ran = run("record", plan, "--year", "2027", "--form", form)
    assert ran.code == 0, ran.err
    assert year_toml(plan, 2027) == before
    assert_trouble(run("record", plan, "--year", "2027", "--form-out", form), 2, "findes allerede")


def test_a_workbook_of_excel_is_read_with_its_dates_and_all_its_sheets(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    book = xlsxwriter.Workbook(tmp_path / "udfyldt.xlsx")
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    zones = book.add_worksheet("Zoner")
    zones.write_row(0, 0, ["Zone", "Tilstand", "Slået", "timer egne folk"])
    zones.write_row(1, 0, ["Z2", "delvis"])
    zones.write_row(2, 0, ["Z1", "anlagt"])
    zones.write(2, 2, 46640, day)  # 2027-09-10
    zones.write(2, 3, 3.5)
    zones.write(0, 4, "m2 anlagt")
    zones.write(1, 4, 120)
    words = book.add_worksheet("Klager og ros")
    words.write_row(0, 0, ["klage eller ros", "dato", "fra", "sag", "navn"])
    words.write_row(1, 0, ["Ros", "1/6-2027", "nabo", "smukt", "Inger Holm"])
    book.close()
    ran = run("record", plan, "--year", "2027", "--form", tmp_path / "udfyldt.xlsx")
    assert ran.code == 0, ran.err
    stored = year_toml(plan, 2027)
    assert [zone["zone"] for zone in stored["zone"]] == ["Z1", "Z2"]
    assert stored["zone"][0]["cuts"] == ["2027-09-10"]
    assert stored["word"][0] | {"person": ""} == {
        "mood": "praise", "day": "2027-06-01", "sender": "neighbour", "matter": "smukt", "person": "",
    }  # fmt: skip


def test_all_that_is_wrong_in_a_form_is_said_with_its_place(run: Run, plan: Path, tmp_path: Path) -> None:
    rows = ["zone;tilstand;m2;slået;hø kørt væk;timer egne folk;bemærkninger",
            "Z1;anlagd;;2026-09-10;;;",
            "Z9;anlagt;;;;;",
            "Z2;delvis;;;;;",
            "Z3;ikke;200;;;mange;hm",
            "Z1;anlagt;;2027-09-10;2027-09-01;;"]  # fmt: skip
    form = saved(tmp_path, "\n".join(rows).replace(";m2;", ";m2 anlagt;"), "skema.csv")
    before = contents(plan)
    ran = run("record", plan, "--year", "2027", "--form", form)
    assert_trouble(ran, 3, "bemærkninger: den kolonne kendes ikke")
    form.write_text(form.read_text("utf-8").replace(";bemærkninger", ";note"), encoding="utf-8")
    ran = run("record", plan, "--year", "2027", "--form", form)
    assert_trouble(
        ran, 3, "skema.csv, række 2, tilstand: anlagd kendes ikke. Mente du anlagt?",
        "række 2, slået: 2026-09-10 ligger ikke i 2027", "række 3, zone: Z9: den zone er der ikke",
        "række 4, m2 anlagt: det står ikke, hvor meget", "række 5, m2 anlagt: zonen er ikke anlagt",
        "række 5, timer egne folk: mange er ikke et tal", "række 6, hø kørt væk: høet er kørt væk",
    )  # fmt: skip
    assert contents(plan) == before


@pytest.mark.parametrize(("words", "told"), [
    ((), "ikke noget at registrere"),
    (("--state", "anlagt"), "hvilken zone"),
    (("--zone", "Z1", "--hours", "staf=3"), "--hours staff=3,5"),
    (("--zone", "Z1", "--state", "anlagt", "--answer", "ja"), "hverken en klage eller ros"),
    (("--name", "Inger Holm"), "hvem det er"),
    (("--zone", "Z1", "--m2", "-3"), "-3 er ikke et tal"),
    (("--form", "findes-ikke.xlsx"), "findes ikke"),
    (("--form-out", "skema.pdf"), ".xlsx, .csv eller .toml"),
])  # fmt: skip
def test_what_has_no_meaning(run: Run, plan: Path, words: tuple[str, ...], told: str) -> None:
    before = contents(plan)
    ran = run("record", plan, "--year", "2027", *words)
    assert ran.code in (2, 3)
    assert_trouble(ran, ran.code, told)
    assert contents(plan) == before


@pytest.mark.parametrize(("content", "told"), [
    (b"PK\x03\x04 halv", "kan ikke læses"),
    (b"", "er tom"),
])  # fmt: skip
def test_a_broken_workbook(run: Run, plan: Path, tmp_path: Path, content: bytes, told: str) -> None:
    form = saved(tmp_path, content, "skema.xlsx")
    assert_trouble(run("record", plan, "--year", "2027", "--form", form), 3, told)


def test_a_form_of_another_year_and_of_another_language(run: Run, plan: Path, tmp_path: Path) -> None:
    form = saved(tmp_path, "year = 2028\n[[zone]]\nzone = 'Z1'\nstate = 'laid-out'\n", "skema.toml")
    assert_trouble(run("record", plan, "--year", "2027", "--form", form), 3, "for 2028, ikke for 2027")
    english = saved(tmp_path, "zone,state,cut\nZ1,laid-out,2028-09-01\n".encode("cp1252"), "form.csv")
    assert run("record", plan, "--year", "2028", "--form", english).code == 0
    assert read_year(plan, 2028, METRES).zones[0].cuts[0].month == 9


def test_a_survey_off_the_land_swapped_or_on_itself(run: Run, plan: Path, tmp_path: Path) -> None:
    before = contents(plan)
    off = drawn(tmp_path / "ude.geojson", {"Z1": (100.0, 10.0, 150.0, 30.0)})
    assert_trouble(run("record", plan, "--year", "2028", "--geometry", off), 3, "uden for afdelingens jord")
    both = drawn(tmp_path / "begge.geojson", {"Z1": ZONES["Z1"], "Z2": (50.0, 8.0, 90.0, 28.0)})
    assert_trouble(run("record", plan, "--year", "2028", "--geometry", both), 3, "Z1 og Z2 ligger 200 m²")
    zone = json.loads((plan / "zones.geojson").read_text("utf-8"))["features"][0]["geometry"]
    turned = shapely.transform(shapely.from_geojson(json.dumps(zone)), lambda p: p[:, ::-1])
    feature = {"type": "Feature", "properties": {}, "geometry": json.loads(shapely.to_geojson(turned))}
    swapped = saved(tmp_path, {"type": "FeatureCollection", "features": [feature]}, "byttet.geojson")
    assert_trouble(run("record", plan, "--year", "2028", "--geometry", swapped), 3, "byttet om")
    assert contents(plan) == before


def test_a_survey_over_a_zone_that_is_laid_out_is_told_and_its_ground_counts_once(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    """Z2 is drawn 10 m into Z1: 200 of its 800 m2 go over to Z2, which is 40 x 20 m now."""
    run("record", plan, "--year", "2027", "--zone", "Z1", "--state", "anlagt")
    over = drawn(tmp_path / "o.geojson", {"Z2": (50.0, 8.0, 90.0, 28.0)})
    ran = run("record", plan, "--year", "2027", "--geometry", over)
    assert ran.code == 0
    assert "omridset ligger 200 m² inde over Z1, som er anlagt" in ran.out.replace("\u00a0", " ")
    zones = run("progress", plan, "--year", "2027", "--json").record["zones"]
    assert [zone["laid_out_m2"] for zone in zones] == pytest.approx([600, 800, 0], abs=0.1)


def test_a_survey_without_ids_finds_its_zones_by_the_ground(run: Run, plan: Path, tmp_path: Path) -> None:
    file = drawn(tmp_path / "o.geojson", {"": (24.0, 8.0, 64.0, 28.0)})
    ran = run("record", plan, "--year", "2028", "--geometry", file, "--measured-by", "landmåler")
    assert ran.code == 0, ran.err
    zone = read_year(plan, 2028, METRES).zones[0]
    assert (zone.zone, zone.how, zone.by) == ("Z1", "QGIS (o.geojson)", "landmåler")
    assert zone.outline is not None
    assert zone.outline.area == pytest.approx(800, abs=0.01)


def test_names_stand_in_one_file_and_a_person_can_be_forgotten(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    name = "Inger Holm"
    shown = ""
    for words in (("--complaint", f"{name} siger, det er rodet", "--from", "nabo", "--name", name),
                  ("--trained", "ejendomsfunktionær", "--name", "Per Bo"),
                  ("--zone", "Z1", "--contact", "formand", "--name", name,
                   "--note", f"se {name}")):  # fmt: skip
        ran = run("record", plan, "--year", "2027", *words, "--json")
        assert ran.code == 0, ran.err
        shown += ran.out
    form, page = tmp_path / "s.xlsx", tmp_path / "s.html"
    run("record", plan, "--year", "2027", "--form-out", form)
    run("progress", plan, "-o", page)
    shown += run("progress", plan, "--json").out + run("progress", plan).out + page.read_text("utf-8")
    assert name not in shown
    holding = [key for key, data in contents(plan).items() if name.encode() in data]
    assert holding == ["persons.toml"]
    assert run("forget", plan, "inger holm").code == 0
    assert [key for key, data in contents(plan).items() if b"Holm" in data] == []
    assert b"Per Bo" in contents(plan)["persons.toml"]
    assert run("verify", plan).code == 0
    assert "Intet er ændret" in run("forget", plan, "Ukendt Person").err


def test_a_plan_that_nobody_adopted_is_not_registered(run: Run, plan_folder: Path) -> None:
    ran = run("record", plan_folder, "--year", "2027", "--zone", "Z1", "--state", "anlagt")
    assert_trouble(ran, 3, "ikke vedtaget", "vildplan adopt")


def test_a_year_of_a_later_version_or_broken_by_hand(run: Run, plan: Path) -> None:
    (plan / "years").mkdir()
    (plan / "years" / "2027.toml").write_text("schema_version = 99\n", encoding="utf-8")
    words = ("record", plan, "--year", "2027", "--zone", "Z1", "--state", "anlagt")
    assert_trouble(run(*words), 3, "nyere vildplan")
    (plan / "years" / "2027.toml").write_text("year = [", encoding="utf-8")
    assert_trouble(run(*words), 3, "kan ikke læses", "history/years")
