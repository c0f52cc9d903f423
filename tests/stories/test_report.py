"""The report on the screen: within its width, without signs of colour in a pipe, and nothing left out."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import unicodedata
from html import unescape
from pathlib import Path

import pytest

from .conftest import EXAMPLE, SPEAKING, Ran, Run
from .drawn import department, saved

ESCAPE = "\x1b"
COLOUR = re.compile(r"\x1b\[[0-9;]*(?:[34][0-7]|9[0-7]|10[0-7]|[34]8;)[0-9;]*m")
CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


def squeezed(words: str) -> str:
    """Without blanks and line breaks, so that a wrapped sentence is found."""
    return "".join(words.split())


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("columns", [80, 100, 140])
@pytest.mark.parametrize("target", ["30%", "90%", "2%"])
def test_no_line_is_longer_than_the_screen(run: Run, target: str, columns: int, lang: str) -> None:
    ran = run("plan", EXAMPLE, "--target", target, "--dry-run", lang=lang, COLUMNS=str(columns))
    assert ran.code in (0, 4)
    assert [line for line in ran.out.splitlines() if width(line) > columns] == []


@pytest.mark.parametrize("columns", [40, 60])
def test_a_narrow_screen_still_gets_a_report(run: Run, columns: int) -> None:
    ran = run("plan", EXAMPLE, "--target", "30%", "--dry-run", COLUMNS=str(columns))
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if width(line) > columns] == []


def test_without_a_width_a_pipe_gets_a_hundred_columns(program: Run, tmp_path: Path) -> None:
    saved(tmp_path, department())
    ran = program("plan", "gaarden.geojson", "--target", "30%", "--dry-run", "--lang", "da")
    longest = max(width(line) for line in ran.out.splitlines())
    assert 90 < longest <= 100


def test_a_pipe_gets_no_codes(run: Run) -> None:
    ran = run("plan", EXAMPLE, "--target", "30%", "--dry-run")
    assert ESCAPE not in ran.out
    assert ESCAPE not in ran.err


def test_colour_that_is_forced_is_given(run: Run) -> None:
    ran = run("plan", EXAMPLE, "--target", "30%", "--dry-run", FORCE_COLOR="1", TERM="xterm-256color")
    assert COLOUR.search(ran.out)


def test_json_has_no_codes_even_when_colour_is_forced(run: Run) -> None:
    ran = run("plan", EXAMPLE, "--target", "30%", "--dry-run", "--json", FORCE_COLOR="1")
    assert ESCAPE not in ran.out


def test_no_color_gives_no_colours(run: Run) -> None:
    ran = run("plan", EXAMPLE, "--target", "30%", "--dry-run", FORCE_COLOR="1", NO_COLOR="1")
    assert COLOUR.findall(ran.out) == []


def test_no_color_draws_the_map_with_letters(run: Run) -> None:
    """Half blocks without their colours are one grey field."""
    ran = run("plan", EXAMPLE, "--target", "30%", "--dry-run", FORCE_COLOR="1", NO_COLOR="1")
    assert "▀" not in ran.out
    assert "EEEE" in CODES.sub("", ran.out)


def test_the_legend_names_every_letter_of_the_map(run: Run) -> None:
    report = run("plan", EXAMPLE, "--target", "30%", "--dry-run", COLUMNS="100").out.splitlines()
    scale = next(number for number, line in enumerate(report) if line.startswith("├"))
    drawn = set("".join(report[2:scale])) - {" "} - set("Z0123456789")
    legend = "\n".join(report[scale + 1 : scale + 5])
    assert len(drawn) > 8
    assert [sign for sign in sorted(drawn) if not re.search(rf"(^|\s){re.escape(sign)} \w", legend)] == []


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("target", ["30%", "90%", "2%"])
def test_all_that_was_found_is_in_the_report(run: Run, target: str, lang: str) -> None:
    words = ("plan", EXAMPLE, "--target", target, "--dry-run")
    record = run(*words, "--json", lang=lang).record
    report = squeezed(run(*words, lang=lang, COLUMNS="80").out)
    for finding in record["findings"]:
        for part in ("place", "sentence", "advice"):
            assert squeezed(finding[part]) in report
    count = len(record["assumptions"])
    assert {"da": f"alle{count}antagelser", "en": f"All{count}assumptions"}[lang] in report
    assert squeezed(record["summary"]) in report


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_assumption_is_on_the_page(run: Run, tmp_path: Path, lang: str) -> None:
    """The screen shows the decisive ones and says where the others are."""
    ran = run("plan", EXAMPLE, "--target", "30%", "--json", "--out", tmp_path / "p.plan", lang=lang)
    page = squeezed(unescape((tmp_path / "p.plan" / "rapport.html").read_text("utf-8")))
    for value in ran.record["assumptions"]:
        assert squeezed(value["name"]) in page


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_zone_and_its_care_is_in_the_report(run: Run, lang: str) -> None:
    words = ("plan", EXAMPLE, "--target", "30%", "--dry-run")
    record = run(*words, "--json", lang=lang).record
    report = run(*words, lang=lang, COLUMNS="200").out
    for zone in record["zones"]:
        row = next(line for line in report.splitlines() if line.startswith(f"{zone['id']} "))
        assert zone["name"] in row
    for line in {care["sentence"] for zone in record["zones"] for care in zone["care"]}:
        assert squeezed(line) in squeezed(report)
    assert squeezed(record["proof"]["sentence"]) in squeezed(report)
    for rule in record["proof"]["outside_bound"]:
        assert squeezed(rule) in squeezed(report)


def test_numbers_as_danes_write_them(run: Run) -> None:
    report = run("plan", EXAMPLE, "--target", "30%", "--dry-run").out
    assert "Målet på 4.491 m² nås." in report
    assert "30 % i alt = 4,3 % vildt i dag + 25,7 % nyt" in report
    assert "Udearealet er 14.968 m²" in report
    assert not re.search(r"\d%", report), "a blank before the per cent sign"
    assert not re.search(r"\d,\d{3} m²", report)


def test_numbers_as_the_english_write_them(run: Run) -> None:
    report = run("plan", EXAMPLE, "--target", "30%", "--dry-run", lang="en").out
    assert "4,491 m²" in report
    assert "30% in all = 4.3% wild today + 25.7% new" in report
    assert not re.search(r"\d %", report)
    assert not re.search(r"\d\.\d{3} m²", report)


def test_the_english_report_has_no_danish_in_it(run: Run) -> None:
    """Danish letters stand in names of the file only."""
    record = run("plan", EXAMPLE, "--target", "30%", "--dry-run", "--json", lang="en").record
    names = [f["properties"]["navn"] for f in json.loads(EXAMPLE.read_text("utf-8"))["features"]]
    for zone in record["zones"]:
        for part in [*zone["care"], *zone["why"]]:
            assert not set("æøåÆØÅ") & set(part.get("sentence", part.get("name", "")))
    for part in [*record["findings"], *record["taken_by_rule"], *record["assumptions"]]:
        words = part.get("sentence", part.get("name", ""))
        for name in ("vild_siden", *names):
            words = words.replace(name, "")
        assert not set("æøåÆØÅ") & set(words), words


def on_a_terminal(words: list[str], folder: Path, columns: int, **environment: str) -> Ran:
    """Run the program as on a screen of its own."""
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in SPEAKING}
    clean |= {"COLUMNS": str(columns), "LINES": "50", "TERM": "xterm-256color"} | environment
    process = subprocess.Popen(
        [sys.executable, "-m", "vildplan", *words],
        stdout=theirs,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=clean,
    )
    os.close(theirs)
    read = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            more = os.read(ours, 65536)
        except OSError:
            break
        if not more:
            break
        read += more
    os.close(ours)
    said = process.communicate(timeout=60)[1]
    return Ran(process.returncode, read.decode(), said.decode())


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_a_terminal_gets_colours_and_its_own_width(tmp_path: Path) -> None:
    saved(tmp_path, department())
    words = ["plan", "gaarden.geojson", "--target", "30%", "--dry-run", "--lang", "da"]
    ran = on_a_terminal(words, tmp_path, 80)
    assert ran.code == 0, ran.err
    assert COLOUR.search(ran.out)
    assert max(width(line) for line in CODES.sub("", ran.out).splitlines()) <= 80


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    saved(tmp_path, department())
    words = [sys.executable, "-m", "vildplan", "plan", "gaarden.geojson", "--target", "30%", "--dry-run"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert "Traceback" not in said
    assert "Exception" not in said
