"""`vildplan text`: each text, the files it goes to, and what cannot be asked for."""

import json
import re
from pathlib import Path

import pytest

from vildplan.cli.stored_plan import Opened, open_plan

from .conftest import EXAMPLE, ROOT, Run, assert_trouble

MANUAL = ROOT / "docs" / "texts.md"


def test_without_a_kind_it_is_told_what_there_is(run: Run, plan_folder: Path) -> None:
    """A plan of many zones has a thousand lines of texts: what there is to choose between fits a screen."""
    ran = run("text", plan_folder, COLUMNS="100")
    assert ran.code == 0
    assert len(ran.out.splitlines()) < 20
    assert re.findall(r"^(\w+)  ", ran.out, re.MULTILINE) == [
        "reglement", "skilt", "pleje", "udseende", "tjekliste", "specifikation", "nabobrev", "fotopunkter",
        "alt",
    ]  # fmt: skip
    assert "care-sheet" in run("text", plan_folder, lang="en").out
    whole = run("text", plan_folder, "alt").out
    assert run("text", plan_folder, "skilt").out.splitlines()[-1] in whole
    assert [*run("text", plan_folder, "--json").record["texts"]], "a machine gets all of it"


def test_all_texts_come_where_all_is_asked_for(run: Run, plan_folder: Path) -> None:
    ran = run("text", plan_folder, "alt")
    assert ran.code == 0
    for words in ("Tekster til gaarden", "Forslag til vedligeholdelsesreglementet", "Skilt til ", "Gør ikke "
                                                                                                  "det her",
                  "År 3 og frem", "Spørg, før I går i gang", "Pleje, som andre har skrevet den"):  # fmt: skip
        assert words in ran.out
    english = run("text", plan_folder, "all", lang="en").out
    for words in ("Texts for gaarden", "Proposal for the maintenance rules", "Sign for ", "Do not do this",
                  "Year 3 and on", "Ask before you begin", "Care as others have written it"):  # fmt: skip
        assert words in english


def test_json_has_the_zones_and_figures_of_the_plan(run: Run, plan_folder: Path) -> None:
    told = run("text", plan_folder, "rules", "--for", "care-plan", "--json", lang="en").record
    assert (told["for"], told["language"]) == ("plejeplan", "en")
    zones = json.loads((plan_folder / "zones.geojson").read_text("utf-8"))["features"]
    assert told["texts"][0]["zones"] == [zone["properties"]["id"] for zone in zones]
    total_m2 = sum(zone["properties"]["area_m2"] for zone in zones)
    assert any(f"{total_m2:,.0f} m²" in block.get("text", "") for block in told["texts"][0]["blocks"])


def test_a_document_is_a_text_by_itself(run: Run, plan_folder: Path) -> None:
    said = run("text", plan_folder, "ordensreglement")
    assert said.out == run("text", plan_folder, "reglement", "--for", "ordensreglement").out
    assert "Forslag til ordensreglementet" in said.out


def test_one_zone(run: Run, plan_folder: Path) -> None:
    told = run("text", plan_folder, "plejekort", "--zone", "z1", "--json").record
    assert [part["zones"] for part in told["texts"]] == [["Z1"]]


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
def test_a_file_is_written_once_and_never_over_another(run: Run, plan_folder: Path, ending: str) -> None:
    file = plan_folder.parent / f"skilt.{ending}"
    ran = run("text", plan_folder, "skilt", "-o", file)
    assert (ran.code, ran.out) == (0, "")
    assert f"Teksten ligger i {file}." in ran.err
    assert "Skilt til " in file.read_text("utf-8")
    assert "er uændret" in run("text", plan_folder, "skilt", "-o", file).err
    before = file.read_bytes()
    assert_trouble(run("text", plan_folder, "pleje", "-o", file), 5, "findes allerede", "et andet navn")
    assert file.read_bytes() == before
    lies_there = sorted(path.name for path in file.parent.iterdir())
    assert lies_there == ["gaarden.geojson", "gaarden.plan", file.name]


def test_what_cannot_be_asked_for(run: Run, plan_folder: Path) -> None:
    assert_trouble(run("text", plan_folder, "skilte", "--for", "plejeplan"), 2, "--for hører til reglementet")
    assert_trouble(run("text", plan_folder, "skildt"), 2, "den tekst findes ikke", "Mente du skilt?")
    assert_trouble(run("text", plan_folder, "xyz", lang="en"), 2, "Choose between rules, sign, care-sheet")
    assert_trouble(run("text", plan_folder, "--for", "lov"), 2, "det dokument findes ikke")
    assert_trouble(run("text", plan_folder, "-o", "skilt.docx"), 2, "skilt.docx", ".md, .txt, .html")
    assert_trouble(run("text", plan_folder, "--zone", "Z99"), 2, "Z99")
    gone = plan_folder.parent / "nowhere" / "a.md"
    assert_trouble(run("text", plan_folder, "skilt", "-o", gone), 5, "kan ikke skrives", "mappen findes")


def test_the_department_is_a_member_where_the_file_says_so(run: Run, plan_folder: Path) -> None:
    own = plan_folder.parent / "vildplan.toml"
    own.write_text('[department]\nmember_of = "Vild Med Vilje"\ncontact = "driftskontoret"\n', "utf-8")
    said = run("text", plan_folder, "skilt").out
    assert "Afdelingen er medlem af Vild Med Vilje." in said
    assert "Spørgsmål? driftskontoret" in said


def test_faults_in_the_department_are_told_together(run: Run, plan_folder: Path, yard: Path) -> None:
    own = plan_folder.parent / "vildplan.toml"
    own.write_text('[department]\nmemberof = "X"\ncontact = 12\n', encoding="utf-8")
    for ran in (run("text", plan_folder, "skilt"), run("plan", yard, "--target", "20%")):
        assert_trouble(ran, 3, "[department] memberof", "Mente du member_of?", "[department] contact")


EXAMPLES = re.compile(r"```\nvildplan text lindeparken\.plan ([^\n]*)\n```\n\n```text\n(.*?)```\n", re.DOTALL)


def test_the_examples_of_the_manual_are_what_is_printed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Write them anew with `pytest tests/stories/test_text.py --update-golden`."""
    folder = tmp_path / "lindeparken.plan"
    assert run("plan", EXAMPLE, "--target", "0.3", "--out", folder).code == 0
    made = open_plan(folder).measured(lambda _: None)
    monkeypatch.setattr(Opened, "measured", lambda *_: made)

    def printed(match: re.Match[str]) -> str:
        typed = match[1].split()
        shown = run("text", folder, *typed, lang=None if "--lang" in typed else "da", COLUMNS="100").out
        lines = "\n".join(line.rstrip() for line in shown.strip("\n").split("\n"))
        return f"```\nvildplan text lindeparken.plan {match[1]}\n```\n\n```text\n{lines}\n```\n"

    before = MANUAL.read_text("utf-8")
    now = EXAMPLES.sub(printed, before)
    if request.config.getoption("--update-golden", default=False):
        MANUAL.write_text(now, encoding="utf-8", newline="\n")
    assert len(EXAMPLES.findall(before)) == 7
    assert now == MANUAL.read_text("utf-8")


def test_a_letter_to_the_neighbours_fits_a_page(run: Run, plan_folder: Path) -> None:
    own = plan_folder.parent / "vildplan.toml"
    own.write_text('[department]\ncontact = "kontoret"\n', encoding="utf-8")
    said = run("text", plan_folder, "nabobrev").out
    zones = json.loads((plan_folder / "zones.geojson").read_text("utf-8"))["features"]
    total_m2 = sum(zone["properties"]["area_m2"] for zone in zones)
    assert f"{total_m2:,.0f} m² i alt".replace(",", ".") in said
    assert re.search(r"slås i .*september", said)
    assert "sig det til kontoret" in said
    assert len(said) < 2500, "no more than a page"
    assert "Dear neighbours" in run("text", plan_folder, "letter", lang="en").out


def test_each_zone_has_a_photo_point_on_firm_ground(run: Run, plan_folder: Path) -> None:
    told = run("text", plan_folder, "fotopunkter", "--json").record["texts"][0]
    rows = next(block for block in told["blocks"] if "rows" in block)["rows"]
    assert [row[0] for row in rows] == told["zones"]
    assert all("fra zonen" in row[1] and row[2].startswith("mod ") for row in rows)
