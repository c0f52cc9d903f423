"""A plan that is adjusted: finds and counts lie in the zones of their own year, under one name each.

    2021    Z1 is 40 m wide, Z3 is scrub          2023    Z1 is its east half, Z4 its west half, Z3 is out
    11111111111111111111   33333                  44444444411111111111
    11111111T11111111111   33333                  44444444T11111111111

The count square T1 stays where it is: from 2022 on it lies in Z4.
"""

from pathlib import Path
from typing import Any

import pytest
import shapely

from .conftest import Planned, Run
from .drawn import CORNER, LON_LAT, METRES, moved, saved
from .following import ZONES, adopted, drawn

HALVES = {"Z1": (40.0, 8.0, 60.0, 28.0), "Z2": ZONES["Z2"], "": (20.0, 8.0, 39.5, 28.0)}
FORM = "felt;dato;start;minutter;humlebier;sommerfugle;biller"


@pytest.fixture
def plan(run: Run, planned: Planned, tmp_path: Path) -> Path:
    """Adopted in 2021, adjusted in April 2022."""
    plan = adopted(run, planned, tmp_path, "2021")
    new = drawn(tmp_path / "ny.geojson", HALVES, Z1="slaaeng", Z2="slaaeng")
    ran = run("adjust", plan, "--zones", new, "--type", "slaaeng", "--reason", "krattet er til bold",
              "--date", "2022-04-02")  # fmt: skip
    assert ran.code == 0, ran.err
    return plan


def degrees(x: float, y: float) -> tuple[float, float]:
    """A point in metres from the corner as longitude and latitude."""
    point = moved(shapely.Point(CORNER[0] + x, CORNER[1] + y), METRES, LON_LAT)
    return shapely.get_x(point), shapely.get_y(point)


def imported(run: Run, plan: Path, name: str, *lines: str) -> dict[str, Any]:
    ran = run("observe", plan, saved(plan.parent, "\n".join(lines) + "\n", name), "--json")
    assert ran.code == 0, ran.out
    return ran.record


def rates(run: Run, plan: Path, year: int) -> dict[str, int]:
    """Insects of all groups by place, of one year."""
    record = run("progress", plan, "--year", year, "--json").record["insects"]
    found = [rate for rate in record["rates"] if rate["year"] == year and rate["group"] == "all"]
    return {rate["place"]: rate["insects"] for rate in found}


def test_a_count_square_and_a_zone_that_is_no_more(run: Run, plan: Path) -> None:
    made = imported(run, plan, "fit.csv", FORM,
                    "T1;2021-06-01;10:00;10;3;1;0", "Z3;2021-06-01;11:00;10;2;0;0",
                    "T1;2023-06-01;10:00;10;5;1;0", "Z4;2023-06-01;11:00;10;7;0;0")["import"]  # fmt: skip
    assert made["new_by_year"] == {"2021": 6, "2023": 6}
    assert rates(run, plan, 2021) == {"all_zones": 6, "Z1": 4, "Z3": 2}
    assert rates(run, plan, 2023) == {"all_zones": 13, "Z4": 13}


def test_a_zone_of_another_year_is_told_and_not_guessed(run: Run, plan: Path) -> None:
    lines = (FORM, "Z4;2021-06-01;10:00;10;3;1;0", "Z3;2023-06-01;10:00;10;3;1;0")
    file = saved(plan.parent, "\n".join(lines) + "\n", "fit.csv")
    ran = run("observe", plan, file)
    assert ran.code == 1
    assert "række 2: der er ikke en zone eller et felt, der hedder “Z4”" in ran.out
    assert "række 3: der er ikke en zone eller et felt, der hedder “Z3”" in ran.out


def test_a_find_lies_in_the_zone_of_its_year_and_a_species_has_one_name(run: Run, plan: Path) -> None:
    """The same spot, 10 m into the west half; three names of the peacock, two of a hoverfly nobody lists."""
    x, y = degrees(30, 18)
    at = f"{y};{x};2"
    record = imported(
        run, plan, "fund.csv",
        "scientificName;dansk navn;orden;dato;breddegrad;længdegrad;usikkerhed",
        f"Inachis io;;Lepidoptera;2021-06-01;{at}",
        f";Dagpåfugleøje;Lepidoptera;2021-06-02;{at}",
        f"Aglais io;;Lepidoptera;2023-06-01;{at}",
        f"Syrphus ribesii;stor havesvirreflue;Diptera;2021-06-01;{at}",
        f";Stor  havesvirreflue;Diptera;2023-06-01;{at}",
        f";ukendt bille;Coleoptera;2023-06-01;{at}",
    )  # fmt: skip
    (file,) = record["import"]["files"]
    places = {place["place"]: place["sure"] for place in file["places"]}
    assert places == {"Z1": 3, "Z4": 3}
    species = record["insects"]["species"]
    assert species["found"] == ["Aglais io", "Syrphus ribesii", "ukendt bille"]
    assert (species["new"], species["not_again"]) == (["ukendt bille"], [])
    told = run("observe", plan).out
    assert "I år (3): dagpåfugleøje (Aglais io), Syrphus ribesii, ukendt bille." in told


def test_a_second_import_of_several_years_adds_nothing(run: Run, plan: Path) -> None:
    lines = (FORM, "T1;2021-06-01;10:00;10;3;1;0", "T1;2023-06-01;10:00;10;5;1;0")
    file = saved(plan.parent, "\n".join(lines) + "\n", "fit.csv")
    first = run("observe", plan, file)
    told = "6 nye er gemt: 3 fra 2021 i observations/2021.csv, 3 fra 2023 i observations/2023.csv."
    assert f"{told} Årsstatus har dem med: vildplan progress {plan} --year 2023." in first.out
    before = {path.name: path.read_bytes() for path in (plan / "observations").iterdir()}
    assert [*sorted(before)] == ["2021.csv", "2023.csv"]
    second = run("observe", plan, file)
    assert "6 lå der allerede og er ikke gemt igen." in second.out
    assert {path.name: path.read_bytes() for path in (plan / "observations").iterdir()} == before


def test_own_numbers_of_statistics_stand_in_vildplan_toml(run: Run, plan: Path) -> None:
    """Two counts a year are enough for whoever says so, and then nobody has measured how sure that is."""
    visits = [(year, day) for year in (2021, 2022, 2023) for day in (1, 2)]
    imported(run, plan, "fit.csv", FORM, *(f"Z2;{year}-06-0{day};10:00;10;3;1;0" for year, day in visits))
    assert run("observe", plan, "--json").record["insects"]["no_trend"]["fit"] == "few_counts"
    own = saved(plan.parent, "[values]\nleast_counts = 2\nconfidence = 90\n", "vildplan.toml")
    ran = run("observe", plan)
    assert "90 % interval" in ran.out
    assert "I regner med egne tal (least_counts, confidence)." in ran.out
    own.write_text("[values]\nleast_years = 2\n", encoding="utf-8")
    assert "for lille" in run("observe", plan).err


def test_a_year_is_registered_with_the_zones_that_it_had(run: Run, plan: Path) -> None:
    """Somebody writes 2021 down after the plan was adjusted: Z3 was there then, and Z4 was not."""
    for zone, year, code in (("Z3", 2021, 0), ("Z4", 2021, 3), ("Z3", 2023, 3), ("Z4", 2023, 0)):
        ran = run("record", plan, "--year", year, "--zone", zone, "--state", "anlagt")
        assert ran.code == code, (zone, year, ran.err)
    assert run("verify", plan).code == 0
    figures = run("progress", plan, "--year", "2021", "--json").record["figures"]
    assert figures["laid_out_m2"] == pytest.approx(200)
