"""`vildplan progress -o status.xlsx`: sums that live, words that stay words, and no name."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from .conftest import Planned, Run
from .following import adopted

YEAR = ("--year", "2027")


@pytest.fixture
def plan(run: Run, planned: Planned, tmp_path: Path) -> Path:
    """Z1 is laid out and kept up with six hours, Z2 is not, Z3 was never seen; a neighbour complains."""
    plan = adopted(run, planned, tmp_path)
    hay = ("--cut", "2027-09-10", "--hay-removed", "2027-09-20", "--hours", "staff=6", "--cost-kr", "1200")
    words = ("--complaint", '=HYPERLINK("http://x";"se her")', "--from", "nabo", "--name", "Inger Holm")
    flowers = ("--flowering", "+blåhat")
    laid, left = ("--zone", "Z1", "--state", "anlagt"), ("--zone", "Z2", "--state", "ikke")
    for said in ((*laid, *hay, *flowers), left, words):
        ran = run("record", plan, *YEAR, *said)
        assert ran.code == 0, ran.err
    return plan


@pytest.fixture
def file(run: Run, plan: Path) -> Path:
    path = plan.parent / "status.xlsx"
    ran = run("progress", plan, *YEAR, "-o", path)
    assert (ran.code, ran.out) == (1, "")
    assert "status.xlsx" in ran.err
    return path


def test_sums_shares_and_differences_are_formulas(file: Path) -> None:
    formulas, values = openpyxl.load_workbook(file), openpyxl.load_workbook(file, data_only=True)
    assert formulas.sheetnames == ["Årsstatus", "Zoner", "Pleje", "Klager og ros", "Insekter", "Arter"]
    this_year = 12
    links = [formulas["Årsstatus"].cell(this_year, column).value for column in (6, 7)]
    assert links == ["='Zoner'!I7", "='Zoner'!K7"]
    # 800 m2 of 1,400 are laid out and kept up; 192 of 5,760 m2 were wild before, the target is 1,728.
    got = [values["Årsstatus"].cell(this_year, column).value for column in (2, 3, 5, 6, 7, 8, 9, 10, 12)]
    assert got == pytest.approx([1400, 1400, 1400, 800, 800, 0, 0, 992 / 5760, 736], abs=0.1)
    care = [cell.value for cell in values["Pleje"][4]]
    assert care[:5] == ["Z1", 1, 1, 0, 1]
    assert (care[6], care[7], care[8]) == (6, pytest.approx(6 - care[5]), 1200)


def test_words_stay_words_and_names_stay_at_home(file: Path) -> None:
    book = openpyxl.load_workbook(file)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    odd = [cell for cell in cells if str(cell.value).startswith(("=HYPER", "+blå"))]
    assert [cell.data_type for cell in odd] == ["s", "s"]
    assert "Holm" not in " ".join(str(cell.value) for cell in cells)
    assert [cell.value for cell in book["Klager og ros"][4]][1:3] == ["klage", "nabo"]


def test_the_same_status_gives_the_same_bytes_in_both_languages(run: Run, plan: Path, file: Path) -> None:
    again, english = plan.parent / "igen.xlsx", plan.parent / "status-en.xlsx"
    run("progress", plan, *YEAR, "-o", again)
    assert file.read_bytes() == again.read_bytes()
    assert run("progress", plan, *YEAR, "-o", english, lang="en").code == 1
    assert openpyxl.load_workbook(english).sheetnames[:2] == ["Yearly status", "Zones"]


def test_a_spreadsheet_program_comes_to_the_same_and_to_no_error(file: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed, so the formulas were not worked out anew")
    bare, done = file.with_name("bare.xlsx"), file.parent / "done"
    without_results(file, bare)
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    into = ("--headless", "--convert-to", "xlsx", "--outdir", done)
    subprocess.run([program, profile, *into, bare], capture_output=True, timeout=120, check=False)
    if not (done / "bare.xlsx").exists():
        pytest.skip("LibreOffice has no Calc here")
    mine, theirs = (openpyxl.load_workbook(one, data_only=True) for one in (file, done / "bare.xlsx"))
    for sheet in mine:
        for row in sheet.iter_rows():
            for cell in row:
                got = theirs[sheet.title][cell.coordinate].value
                assert not str(got).startswith(("#", "Err:")), (sheet.title, cell.coordinate)
                if isinstance(cell.value, int | float):
                    assert got == pytest.approx(cell.value, abs=1e-6), (sheet.title, cell.coordinate)


def without_results(file: Path, bare: Path) -> None:
    """Copy a workbook without what its formulas come to."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            words = old.read(name).decode() if name.endswith(".xml") else ""
            parts = words.split("</f><v>")
            new.writestr(name, "</f>".join([parts[0], *(part.split("</v>", 1)[1] for part in parts[1:])])
                         if words else old.read(name))  # fmt: skip
