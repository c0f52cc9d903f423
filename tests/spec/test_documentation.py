"""`vild_siden` and `dokumentation`: what documents that land is wild, and what does not."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.drawing import CATALOGUE, draw, geojson, wish
from vildplan.errors import Severity
from vildplan.model.area import Department
from vildplan.planning import make_plan
from vildplan.proposal.words import Language, say
from vildplan.reading.department import ReadingChoices, read_department
from vildplan.reading.documentation import documentation_of

YEAR = 2026


@pytest.mark.parametrize(
    ("written", "year"),
    [
        (2019, 2019),
        ("2019", 2019),
        (2019.0, 2019),
        ("2019-05-01", 2019),
        ("1. maj 2019", 2019),
        ("ca. 2019", 2019),
        ("2015-2019", 2015),
        (2026, 2026),  # this year has come
        (1805, 1805),  # an old wood
        # and what is no year that has been
        ("gammel", None),
        (20199, None),
        (219, None),
        (2027, None),
        ("ja", None),
        (True, None),
        # nothing written is no fault either
        ("", None),
        (None, None),
        ("ukendt", None),
    ],
)
def test_a_year_is_found_in_what_people_write(written: object, year: int | None) -> None:
    assert documentation_of({"vild_siden": written}, YEAR).since == year
    assert documentation_of({"wild_since": written}, YEAR).since == year


@pytest.mark.parametrize(
    ("written", "faulty"),
    [("gammel", True), (20199, True), (2027, True), ("ja", True), ("", False), ("-", False), (2019, False)],
)
def test_a_year_that_cannot_be_is_a_fault_and_an_empty_one_is_not(written: object, faulty: bool) -> None:
    assert (documentation_of({"vild_siden": written}, YEAR).fault is not None) == faulty


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        ("Registreret af kommunen i 2018", True),
        ("luftfoto 2010", True),
        ("ja", False),  # that somebody knows, but not how
        (True, False),
        ("nej", False),
        ("", False),
    ],
)
def test_evidence_is_words_that_say_how_it_is_known(written: object, holds: bool) -> None:
    assert documentation_of({"dokumentation": written}, YEAR).holds is holds
    assert documentation_of({"evidence": written}, YEAR).holds is holds


# ------------------------------------------------------------------------------- in a whole file

# Six meadows of 100 m2 in a row, beside a lawn.
LAND = "V_V_V_V_V_V_."


def read(tmp_path: Path, properties: list[dict[str, Any]]) -> Department:
    """The meadows with these properties, from west to east."""
    document: dict[str, Any] = geojson(draw(LAND, cell_m=10))
    meadows = [f for f in document["features"] if f["properties"]["arealtype"] == "meadow"]
    meadows.sort(key=lambda f: f["geometry"]["coordinates"][0][0][0])
    for meadow, given in zip(meadows, properties, strict=False):
        meadow["properties"] = {"arealtype": "eng", **given}
    file = tmp_path / "enge.geojson"
    file.write_text(json.dumps(document), encoding="utf-8")
    return read_department(file, ReadingChoices(this_year=YEAR), CATALOGUE)


def test_a_bad_year_is_told_with_the_areas_and_documents_nothing(tmp_path: Path) -> None:
    land = read(
        tmp_path,
        [{"navn": "Øst", "vild_siden": "gammel"}, {"navn": "Vest", "vild_siden": "gammel"},
         {"navn": "Nord", "vild_siden": 2031}, {"navn": "Syd", "vild_siden": 2019}],
    )  # fmt: skip
    told = {say(f.place, Language.DANISH): say(f.sentence, Language.DANISH) for f in land.findings}
    assert told == {
        "enge.geojson: Vest, Øst": (
            "“gammel” i kolonnen “vild_siden” er ikke et årstal, så det dokumenterer ikke noget."
        ),
        "enge.geojson: Nord": (
            "“2031” i kolonnen “vild_siden” er et år, der ikke er kommet, så det dokumenterer ikke noget."
        ),
    }
    assert {f.severity for f in land.findings} == {Severity.WARNING}
    assert {area.name for area in land.areas if area.documented} >= {"Syd"}
    assert not {area.name for area in land.areas if area.documented} & {"Vest", "Øst", "Nord"}


def test_a_bad_year_beside_good_evidence_is_told_but_the_area_is_documented(tmp_path: Path) -> None:
    land = read(tmp_path, [{"navn": "Øst", "vild_siden": "gammel", "dokumentation": "luftfoto 2010"}])
    assert len(land.findings) == 1
    (area,) = [area for area in land.areas if area.name == "Øst"]
    assert (area.documented, area.wild_since, area.evidence) == (True, None, "luftfoto 2010")


def test_a_bad_year_on_a_lawn_is_nobodys_business(tmp_path: Path) -> None:
    assert read(tmp_path, [{"arealtype": "plæne", "vild_siden": "gammel"}]).findings == ()


def test_undocumented_areas_are_named_the_first_five_of_them(tmp_path: Path) -> None:
    names = ["A-eng", "B-eng", "C-eng", "D-eng", "E-eng", "F-eng"]
    land = read(tmp_path, [{"navn": name} for name in names])
    plan = make_plan(land, wish("10%"), CATALOGUE)
    (finding,) = [f for f in plan.findings if "ikke dokumenteret" in f.sentence.da]
    sentence = say(finding.sentence, Language.DANISH)
    assert sentence.startswith("600 m² er angivet som vildt i dag, men ikke dokumenteret: ")
    assert sentence.endswith(" og 1 til.")
    assert sum(name in sentence for name in names) == 5


def test_documented_areas_are_not_named(tmp_path: Path) -> None:
    land = read(tmp_path, [{"navn": "Gammel eng", "vild_siden": 2001}, {"navn": "Ny eng"}])
    plan = make_plan(land, wish("10%"), CATALOGUE)
    (finding,) = [f for f in plan.findings if "ikke dokumenteret" in f.sentence.da]
    assert "Ny eng" in say(finding.sentence, Language.DANISH)
    assert "Gammel eng" not in say(finding.sentence, Language.DANISH)
