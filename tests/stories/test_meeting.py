"""`vildplan proposal --format meeting`: the page in a real browser, its plans, what cannot be asked for."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import Page, browser, found

from .conftest import Planned, Run, assert_trouble
from .drawn import department, saved

MOST_BYTES = 1_500_000
HOSTILE = ("<script>alert(1)</script>", "</script><b>{{x}}", "=cmd()'\"\\ 🌼 حديقة", "a" * 300)
LAND = """
###############...............
###############...............
------------------------------
V.............................
V.............................
V.............................
V...........sssss.............
V...........sssss.............
V.............................
V.............................
V.............................
"""


@pytest.fixture
def page(run: Run, planned: Planned, tmp_path: Path, written: Path) -> Path:
    """The page of a yard whose areas have names that mean harm; made once."""
    kept = written / "meeting"
    if not kept.exists():
        land = department(LAND)
        for feature, name in zip(land["features"], (*HOSTILE, "Plænen"), strict=False):
            feature["properties"]["navn"] = name
        folder = planned(saved(tmp_path, land), "--target", "40%", "--dwellings", "12")
        ran = run("proposal", folder, "--format", "meeting", "--stops", "40%", "-o", tmp_path / "moede.html")
        assert ran.code == 0, ran.err
        assert "De 2 andre planer" in ran.err or "De 1 andre planer" in ran.err
        again = run("proposal", folder, "--format", "møde", "--stops", "40", "-o", tmp_path / "moede.html")
        assert "uændret" in again.err
        shutil.copytree(tmp_path, kept)
    return kept / "moede.html"


@pytest.fixture
def shown(page: Path, tmp_path: Path) -> Iterator[Page]:
    if found() is None:
        pytest.skip("no Chromium on this machine")
    with browser(tmp_path / "profile") as opened:
        opened.open(page, 1200, 900)
        yield opened
        assert opened.troubles == []
        outside = [one for one in opened.fetched if not one.startswith(("file:", "data:"))]
        assert outside == []
        assert opened.run("document.querySelectorAll('script').length") == 2


def move(shown: Page, to: int) -> None:
    shown.run(f"(() => {{const s = document.getElementById('amount'); s.value = {to}; "
              "s.dispatchEvent(new Event('input'))})()")  # fmt: skip


def words(shown: Page, place: str) -> str:
    return str(shown.run(f"document.querySelector('{place}').textContent")).replace("\u00a0", " ")


def values(page: Path) -> dict:
    return json.loads(re.search(r'id="data">(.*?)</script>', page.read_text("utf-8"))[1])


# -------------------------------------------------------------------------------- without a browser


def test_the_page_stands_alone(page: Path) -> None:
    written = page.read_text("utf-8")
    assert len(written.encode()) < MOST_BYTES
    assert "default-src 'none'" in written
    assert not re.search(r'(?:src|href)="(?!#)', written)
    assert written.count("<script") == 2
    for name in HOSTILE[:2]:
        assert name not in written


def test_each_stop_is_a_plan_of_its_own(run: Run, page: Path) -> None:
    stops = [one for one in values(page)["stands"] if one["k"] == "stop"]
    assert stops
    for stop in stops:
        folder = page.parent / Path(stop["f"]).parent.name / Path(stop["f"]).name
        assert run("verify", folder).code == 0
        assert stop["c"].startswith("vildplan adopt ")


def test_what_cannot_be_asked_for(run: Run, plan_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "m.html"
    assert_trouble(run("proposal", plan_folder, "--format", "meeting"), 2, "ingen -o FIL")
    for typed in ("0", "x", "2,5"):
        ran = run("proposal", plan_folder, "--format", "meeting", "-o", out, "--stops", typed)
        assert_trouble(ran, 2, f"--stops {typed}", "fra 1 til 50")
    assert_trouble(run("proposal", plan_folder, "-o", out, "--stops", "10"), 2, "--format meeting")
    ran = run("proposal", plan_folder, "--format", "meeting", "-o", out, "--template", "a.docx")
    assert_trouble(ran, 2, "--template er til Word")
    (tmp_path / "m.stops" / "50.plan").mkdir(parents=True)
    (tmp_path / "m.stops" / "50.plan" / "mine.txt").write_text("mine", "utf-8")
    ran = run("proposal", plan_folder, "--format", "meeting", "-o", out, "--stops", "50")
    assert_trouble(ran, 5, "ikke en vildplan-mappe")


# ------------------------------------------------------------------------------------ in a browser


def test_the_slider_moves_all_that_is_said(page: Path, shown: Page) -> None:
    data = values(page)
    plan = next(number for number, one in enumerate(data["stands"]) if one["k"] == "plan")
    sketch = next(number for number, one in enumerate(data["stands"]) if one["k"] == "sketch")
    assert words(shown, "#kind") == "Forslaget: en fuld plan"
    seen = set()
    for to in (0, sketch, plan):
        move(shown, to)
        seen.add(words(shown, "#totals dl"))
    assert len(seen) == 3
    move(shown, sketch)
    assert words(shown, "#kind") == "Skitse mellem to fulde planer"
    assert "omkring" in words(shown, "#t-hours")
    assert shown.run("document.querySelectorAll('#zones .zone').length") == 0
    assert words(shown, "#command").startswith("Der skal vælges en fuld plan")
    shown.run("document.getElementById('amount').focus()")
    shown.key("ArrowLeft", 37)
    assert shown.run("Number(document.getElementById('amount').value)") == sketch - 1
    shown.run("document.getElementById('to-plan').click()")
    zones = len(data["stands"][plan]["z"])
    assert shown.run("document.querySelectorAll('#zones .zone').length") == zones
    # Half a second after the last move the whole is said aloud.
    shown.run("new Promise(done => setTimeout(done, 600))")
    assert words(shown, "#live").startswith("Forslaget: en fuld plan. ")


def test_a_zone_is_taken_out_and_the_command_follows(page: Path, shown: Page) -> None:
    plan = next(one for one in values(page)["stands"] if one["k"] == "plan")
    zone, total = plan["z"][0], plan["t"]
    before = words(shown, "#t-zones")
    shown.run(f"document.querySelector('.zone[data-zone={zone['i']}]')"
              ".dispatchEvent(new MouseEvent('click', {bubbles: true}))")  # fmt: skip
    assert words(shown, "#one h2").startswith(zone["i"])
    shown.run("document.getElementById('switch').click()")
    assert words(shown, "#t-zones") != before
    left_m2 = f"{total['m'] - zone['m']:,.0f} m²".replace(",", ".")
    assert left_m2 in words(shown, "#t-zones")
    assert words(shown, "#kind") == f"Uden {zone['i']}: tallene er omtrentlige"
    shown.run("for (const [id, to] of [['day', '2027-03-15'], ['yes', '41'], ['no', '12']]) {"
              "const one = document.getElementById(id); one.value = to; "
              "one.dispatchEvent(new Event('input'))}")  # fmt: skip
    outcome = "amended" if len(plan["z"]) > 1 else "rejected"
    said = words(shown, "#command").strip()
    assert " --date 2027-03-15 --decided-by afdelingsmøde --votes 41-12 " in said
    assert f"--outcome {outcome}" in said
    assert outcome == "rejected" or said.endswith(f"--without {zone['i']}")
    shown.run("document.getElementById('all-in').click()")
    assert words(shown, "#t-zones") == before
    assert "--outcome approved" in words(shown, "#command")


def test_names_that_mean_harm_are_words(page: Path, shown: Page) -> None:
    """Every zone is opened; the page fixture holds that nothing ran and nothing was fetched."""
    told = shown.run("[...document.querySelectorAll('#list button')].map(one => {one.click(); "
                     "return document.getElementById('one').textContent}).join('|')")  # fmt: skip
    for zone in next(one for one in values(page)["stands"] if one["k"] == "plan")["z"]:
        assert zone["n"] in told
    assert shown.run("document.querySelectorAll('#list script, #one script, #map script').length") == 0


def test_it_fits_a_phone_and_prints_what_is_voted_on(shown: Page) -> None:
    shown.resize(390, 844, phone=True)
    assert shown.run("document.documentElement.scrollWidth") <= 390
    buttons = "[...document.querySelectorAll('button, #amount')].filter(one => one.offsetParent)"
    least = shown.run(f"Math.min(...{buttons}.map(one => one.getBoundingClientRect().height))")
    assert least >= 36
    assert shown.paper().startswith(b"%PDF")
    assert "at " in words(shown, "#vote-area")
    assert shown.run("document.querySelectorAll('#sheet-zones tbody tr').length") > 0
