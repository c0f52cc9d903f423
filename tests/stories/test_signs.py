"""`vildplan signs` and the week as PDF: a page each, names as words, and what is refused."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from vildplan.export.signs_pdf import qr_svg

from .conftest import Planned, Run, assert_trouble
from .drawn import department, saved

ADDRESS = "https://www.boligforening.dk/vildt?a=1&b=2#z"
NAME = "<script>alert(1)</script> =cmd #panic(1) $x$ *b* {{x}} {area:m2} "


def pages(file: Path) -> list[str]:
    """The words of each page."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed, so the words of the PDF were not read back")
    done = subprocess.run([reader, "-raw", file, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00a0]+", "", words)


@pytest.fixture
def hostile(planned: Planned, tmp_path: Path) -> Path:
    """A plan whose lawn has a name that is markup in many languages, and very long."""
    land = department()
    for feature in land["features"]:
        if feature["properties"]["arealtype"] == "plæne":
            feature["properties"]["navn"] = NAME + "lang " * 60 + "🌼 حديقة"
    return planned(saved(tmp_path, land), "--target", "30%", name="hostile.plan")


def test_a_sign_for_each_zone_with_the_contact(run: Run, plan_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "vildplan.toml").write_text('[department]\ncontact = "kontoret, tlf. 12"\n', encoding="utf-8")
    out = tmp_path / "skilte.pdf"
    told = run("signs", plan_folder, "-o", out, "--qr", ADDRESS)
    assert (told.code, told.out) == (0, "")
    zones = run("proposal", plan_folder, "--json").record
    found = pages(out)
    assert len(found) == len(run("week", plan_folder, "29", "--year", "2029", "--json").record["do_not_mow"])
    assert zones["zones_m2"] > 0
    for number, words in enumerate(found, 1):
        assert f"Z{number} · " in words
        assert "Spørgsmål? kontoret, tlf. 12" in words
        assert squeezed(ADDRESS) in squeezed(words)
    assert "Vi slår det i september" in found[0]
    again = tmp_path / "igen.pdf"
    run("signs", plan_folder, "-o", again, "--qr", ADDRESS)
    assert again.read_bytes() == out.read_bytes()


def test_a_card_has_its_care_and_a_form(run: Run, plan_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "kort.pdf"
    told = run("signs", plan_folder, "-o", out, "--cards", "--zone", "Z1", lang="en")
    assert "contact under [department]" in told.err
    (words,) = pages(out)
    for part in ("Z1: ", "Tell us if something is wrong: the operations office.", "Bees, butterflies", "Sep"):
        assert part.casefold() in words.casefold()


def test_names_are_words_on_signs_cards_and_the_week(run: Run, hostile: Path, tmp_path: Path) -> None:
    asked = (
        ("signs", "-o", "a.pdf"), ("signs", "-o", "b.pdf", "--size", "a5"),
        ("signs", "-o", "c.pdf", "--cards"), ("week", "37", "-o", "d.pdf", "--year", "2029"),
    )  # fmt: skip
    for command, *words in asked:
        file = tmp_path / next(word for word in words if word.endswith(".pdf"))
        typed = [str(file) if word == file.name else word for word in words]
        assert run(command, hostile, *typed).code == 0
        found = pages(file)
        if command == "signs":
            assert squeezed(NAME) in squeezed(found[0])
            assert len(found) == len(json_zones(run, hostile))
        else:
            assert len(found) == 1


def json_zones(run: Run, plan: Path) -> list[str]:
    return run("week", plan, "29", "--year", "2029", "--json").record["do_not_mow"]


def test_a_qr_code_is_the_same_each_time_and_another_for_another_address() -> None:
    assert qr_svg(ADDRESS) == qr_svg(ADDRESS)
    assert qr_svg(ADDRESS) != qr_svg(ADDRESS + "x")


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_a_phone_reads_the_address_off_the_paper(
    size: str, run: Run, plan_folder: Path, tmp_path: Path
) -> None:
    """The page as a picture of 150 dots an inch, and a reader of codes that is not ours."""
    scanner, painter = shutil.which("zbarimg"), shutil.which("pdftoppm")
    if scanner is None or painter is None:
        pytest.skip("zbarimg or pdftoppm is not installed, so the code was not scanned")
    file, address = tmp_path / "skilt.pdf", ADDRESS + "æ"
    assert run("signs", plan_folder, "-o", file, "--zone", "Z1", "--size", size, "--qr", address).code == 0
    picture = tmp_path / "skilt"
    subprocess.run([painter, "-r", "150", "-png", "-singlefile", file, picture], check=True)
    read = subprocess.run([scanner, "-q", "--raw", f"{picture}.png"], capture_output=True, check=True)
    assert read.stdout.decode().strip() == address


def test_a_week_is_one_page_as_pdf(run: Run, plan_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "uge.pdf"
    assert run("week", plan_folder, "36", "--year", "2029", "-o", out).code == 0
    (words,) = pages(out)
    for row in run("week", plan_folder, "36", "--year", "2029", "--json").record["tasks"]:
        assert row["title"].casefold() in words.casefold()
    before = out.read_bytes()
    assert run("week", plan_folder, "36", "--year", "2029", "-o", out).code == 0
    assert out.read_bytes() == before


def test_what_is_no_sign(run: Run, plan_folder: Path, planned: Planned, yard: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert_trouble(run("signs", plan_folder), 2, "mangler en fil")
    assert_trouble(run("signs", plan_folder, "-o", "a.docx"), 2, ".pdf")
    assert_trouble(run("signs", plan_folder, "-o", out, "--size", "A3"), 2, "A4, A5")
    assert_trouble(run("signs", plan_folder, "-o", out, "--cards", "--size", "A5"), 2, "--cards")
    for address in ("boligforening.dk", "javascript:alert(1)", "https://a b", "http://[", "x" * 600):
        assert_trouble(run("signs", plan_folder, "-o", out, "--qr", address), 2, "--qr")
    assert_trouble(run("signs", plan_folder, "-o", out, "--zone", "Z99"), 2)
    reached = planned(yard, "--target", "1%", name="r.plan")
    assert_trouble(run("signs", reached, "-o", out), 3, "ingen nye zoner")
    assert not out.exists()
