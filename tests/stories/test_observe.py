"""`vildplan observe`: a form to take outside, files into the plan folder, and what insects tell so far."""

from pathlib import Path

import pytest

from vildplan.store.observations import read_observations

from .conftest import Planned, Run, assert_trouble
from .drawn import department, saved
from .test_plan_folder import contents
from .test_shared_files import SHARED

FARSUND = SHARED / "observations" / "dwca-lepidoptera-farsund.zip"
# Metres of EPSG:25832 at Einarsneset, where most of the Farsund finds lie.
EINARSNESET = (369_100.0, 6_438_400.0)
GROUPS = ("humlebier", "honningbier", "enlige bier", "svirrefluer", "andre fluer", "sommerfugle", "biller",
          "hvepse", "andre insekter")  # fmt: skip


def filled(form: Path, day: str, *numbers: int, counter: str = "Bo Beboer") -> None:
    """Fill a form in: the same numbers in every row, one group after the other; the third row is left."""
    heading, *rows = form.read_text("utf-8-sig").splitlines()
    names, lines = heading.split(";"), []
    for number, row in enumerate(rows):
        cells = dict(zip(names, row.split(";"), strict=True))
        if number % 3 != 2:
            cells |= {"dato": day, "start": f"{10 + number % 3}:00", "tæller": counter}
            cells |= {group: str(n) for group, n in zip(GROUPS, numbers, strict=False)}
        lines.append(";".join(cells.values()))
    form.write_text("\r\n".join([heading, *lines]) + "\r\n", encoding="utf-8")


@pytest.fixture
def form(run: Run, plan_folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "skema.csv"
    ran = run("observe", plan_folder, "--form", "fit", "-o", path)
    assert (ran.code, ran.out) == (0, "")
    return path


def test_before_anything_was_counted_the_next_step_is_said(run: Run, plan_folder: Path) -> None:
    before = contents(plan_folder)
    ran = run("observe", plan_folder)
    assert ran.code == 0
    assert "vildplan observe PLAN --form fit -o skema.csv" in ran.out
    assert contents(plan_folder) == before


def test_a_form_has_rows_for_every_zone_and_the_reference_and_is_never_overwritten(
    run: Run, form: Path
) -> None:
    places = [line.split(";")[0] for line in form.read_text("utf-8-sig").splitlines()]
    assert places == ["felt", *["Z1"] * 3, *["Z2"] * 3, *["reference"] * 3]
    filled(form, "2026-06-01", 3)
    assert_trouble(
        run("observe", form.parent / "gaarden.plan", "--form", "fit", "-o", form), 5, "findes allerede"
    )


def test_a_filled_form_is_kept_once_and_no_name_is_shown(run: Run, plan_folder: Path, form: Path) -> None:
    filled(form, "2026-06-01", 3, 0, 1)
    first = run("observe", plan_folder, form)
    assert first.code == 0, first.err + first.out
    # 3 places x 2 counts x 9 groups
    assert "54 nye er gemt: 54 fra 2026 i observations/2026.csv." in first.out
    assert "Første år = udgangspunkt." in first.out
    assert "Hjørring" in first.out
    before = contents(plan_folder)
    again = run("observe", plan_folder, form)
    assert "54 lå der allerede og er ikke gemt igen." in again.out
    assert contents(plan_folder) == before
    assert "Beboer" not in first.out + again.out + run("observe", plan_folder, form, "--json").out
    assert "Beboer" in run("observe", plan_folder, form, "--with-names").out
    assert [name for name, words in before.items() if b"Beboer" in words] == ["persons.toml"]


def test_the_rates_are_in_json(run: Run, plan_folder: Path, form: Path) -> None:
    """Two counts of ten minutes with 3 bumblebees and a hoverfly."""
    filled(form, "2026-06-01", 3, 0, 0, 1)
    run("observe", plan_folder, form)
    found = run("observe", plan_folder, "--json").record["insects"]
    rates = {(r["place"], r["group"]): r for r in found["rates"]}
    assert rates["Z1", "all"]["per_10_minutes"] == 4
    assert (rates["reference", "humlebier"]["insects"], rates["reference", "humlebier"]["counts"]) == (6, 2)
    assert found["no_trend"]["fit"] == "first_year"


def test_a_count_that_says_another_number_later_is_told_and_the_old_one_stands(
    run: Run, plan_folder: Path, form: Path
) -> None:
    filled(form, "2026-06-01", 3)
    run("observe", plan_folder, form)
    filled(form, "2026-06-01", 4)
    assert "6 optællinger har et andet antal i filen" in run("observe", plan_folder, form).out
    assert {one.observation.number for one in read_observations(plan_folder)} == {0, 3}


def test_a_row_with_a_fault_is_told_and_the_rest_kept(run: Run, plan_folder: Path, form: Path) -> None:
    filled(form, "2026-06-01", 3)
    form.write_text(form.read_text("utf-8").replace("2026-06-01", "2026-06-31", 1), encoding="utf-8")
    ran = run("observe", plan_folder, form)
    assert ran.code == 1
    assert "skema.csv, række 2: “2026-06-31” er ikke en dato." in ran.out
    assert "45 nye er gemt" in ran.out


def test_one_file_that_cannot_be_used_and_nothing_is_kept(run: Run, plan_folder: Path, form: Path) -> None:
    filled(form, "2026-06-01", 3)
    before = contents(plan_folder)
    bad = form.with_name("fund.pdf")
    bad.write_bytes(b"%PDF-1.7")
    assert_trouble(run("observe", plan_folder, form, bad), 3, "fund.pdf")
    assert contents(plan_folder) == before


def test_own_columns_stand_in_the_own_file_or_are_typed(run: Run, plan_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "fund.csv").write_text("hvad;datum;hvor\nblåfugl;2026-06-01;Z1\n", encoding="utf-8")
    own = tmp_path / "vildplan.toml"
    own.write_text('[observe]\nhvad = "vernacularName"\nhvor = "locationID"\n', encoding="utf-8")
    ran = run("observe", plan_folder, tmp_path / "fund.csv", "--map", "datum=eventDate", "--json")
    assert ran.record["import"]["new"] == 1
    assert ran.record["insects"]["species"]["others"] == 1  # nobody said that it is a butterfly
    assert_trouble(
        run("observe", plan_folder, tmp_path / "fund.csv", "--map", "datum=dagen"), 2, "--map datum=dagen"
    )
    own.write_text('[observe]\nhvad = "navnet"\n', encoding="utf-8")
    assert_trouble(
        run("observe", plan_folder, tmp_path / "fund.csv"), 3, "[observe] hvad", "“navnet” kendes ikke"
    )


@pytest.mark.skipif(not FARSUND.is_file(), reason="the shared test data is not beside the project")
def test_an_archive_where_the_finds_are_is_kept_once(run: Run, planned: Planned, tmp_path: Path) -> None:
    """A yard of 60 m where a find may be 50 m off: it may lie inside, and is never counted as sure."""
    folder = planned(saved(tmp_path, department(corner=EINARSNESET), "nes.geojson"), "--target", "30%")
    first = run("observe", folder, FARSUND, "--json").record["import"]
    assert first["files"][0]["read"] == 800
    assert first["new"] == first["files"][0]["kept"] > 0
    assert {place["sure"] for place in first["files"][0]["places"] if place["place"] != "grounds"} <= {0}
    second = run("observe", folder, FARSUND, "--json").record["import"]
    assert (second["new"], second["already"]) == (0, first["new"])
    words = b"".join(words for name, words in contents(folder).items() if name != "persons.toml")
    assert b"Berggren" not in words
    assert "uden for afdelingen" in run("observe", folder, FARSUND).out


@pytest.mark.skipif(not FARSUND.is_file(), reason="the shared test data is not beside the project")
def test_from_afar_it_is_said_that_none_lies_inside(run: Run, plan_folder: Path) -> None:
    ran = run("observe", plan_folder, FARSUND)
    assert "Ingen af fundene ligger inden for afdelingen; det nærmeste er" in ran.out
    assert "Intet er gemt." in ran.out
    assert not (plan_folder / "observations").exists()
