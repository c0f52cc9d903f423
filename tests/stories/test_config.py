"""`vildplan config`: what is set, whether it can be used, and every key explained."""

import json
from pathlib import Path

import pytest

from vildplan.model.plan_keys import KEYS, PLAN_KEYS

from .conftest import Run, assert_trouble

USAGE, UNUSABLE = 2, 3
OWN = '[plan]\ntarget = "30%"\nmax_zones = 3\nkeep = ["Krattet"]\n[values]\ncontractor_rate = 480\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "vildplan.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.mark.usefixtures("own")
def test_it_shows_what_is_set(run: Run, yard: Path) -> None:
    da, en = run("config", yard), run("config", yard, lang="en")
    assert da.code == en.code == 0
    for ran, told in ((da, ("Filen kan bruges.", "Ønskerne er prøvet på gaarden.geojson (4 arealer).")),
                      (en, ("The file can be used.", "tried on gaarden.geojson (4 areas)."))):  # fmt: skip
        for words in (*told, "30%", "max_zones", "Krattet", "contractor_rate", "480", "450"):
            assert words in ran.out
        assert "border_strip" not in ran.out


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("named", ["", "gaarden.geojson", "gaarden", "vildplan.toml", "."])
def test_the_file_is_found_by_any_name(
    run: Run, yard: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(yard.parent)
    ran = run("config", *([named] if named else []))
    assert ran.code == 0
    assert "max_zones" in ran.out


def test_where_there_is_no_file(run: Run, yard: Path) -> None:
    ran = run("config", yard)
    assert ran.code == 0
    assert "Filen findes ikke" in ran.out
    assert "Skriv vildplan init for at lave en." in ran.out
    assert "det er der ikke" not in ran.out
    assert "vildplan init" in run("config", yard, "--explain").out


@pytest.mark.usefixtures("own")
def test_every_key_is_explained(run: Run, yard: Path) -> None:
    for lang in ("da", "en"):
        page = run("config", yard, "--explain", lang=lang, COLUMNS="80").out
        assert max(map(len, page.splitlines())) <= 80
        for key in KEYS:
            assert key.name in page
        said = " ".join(run("config", yard, "--explain", lang=lang, COLUMNS="300").out.split())
        for key in KEYS:
            assert getattr(key.meaning, lang) in said
        assert "[values]" in said
        assert "contractor_rate" in said


@pytest.mark.usefixtures("own")
def test_the_same_as_json(run: Run, yard: Path) -> None:
    record = run("config", yard, "--explain", "--json").record
    keys = {key["key"]: key for key in record["plan"]}
    assert [*keys] == [*PLAN_KEYS]
    assert keys["target"] == {
        "key": "target", "option": "--target", "kind": "goal", "default": None, "from": "vildplan.toml",
        "meaning": "Så meget skal være vildt: 0.3, 30% eller 4500m2", "value": "30%",
        "otherwise": "ingen, det skal skrives",
    }  # fmt: skip
    assert keys["keep"]["value"] == ["Krattet"]
    assert (keys["base"]["value"], keys["base"]["from"]) == ("outdoor", "default")
    assert keys["play_lawn"]["value"] == 400
    assert [(one["key"], one["value"], one["catalogue"]) for one in record["values"]] == [
        ("contractor_rate", 480, 450),
    ]  # fmt: skip
    brief = run("config", yard, "--json").record
    assert [key["key"] for key in brief["plan"]] == ["target", "keep", "max_zones"]
    assert brief["there"] is True


def test_a_default_that_is_a_number_of_the_catalogue_follows_it(run: Run, yard: Path, tmp_path: Path) -> None:
    (tmp_path / "vildplan.toml").write_text("[values]\nplay_lawn_m2 = 250\n", encoding="utf-8")
    keys = {key["key"]: key for key in run("config", yard, "--explain", "--json").record["plan"]}
    assert keys["play_lawn"]["value"] == 250


@pytest.mark.parametrize(("words", "told"), [
    ("[plan]\nmax-zones = 3\n", "Mente du max_zones?"),
    ("[plan\n", "der er en fejl i linje 1"),
    ("[values]\nstaff_rat = 3\n", "Mente du staff_rate"),
    ("[plan]\nkeep = ['Plænnen']\n", 'vildplan.toml: keep = ["Plænnen"]: der er intet areal'),
    ("[plan]\nmin_area = 'stor'\n", 'vildplan.toml: min_area = "stor": det skal være 0 eller mere.'),
    ("[plan]\ntarget = 30\n", "Mente du 30 %?"),
])  # fmt: skip
def test_a_file_that_cannot_be_used(run: Run, yard: Path, own: Path, words: str, told: str) -> None:
    own.write_text(words, encoding="utf-8")
    assert_trouble(run("config", yard), UNUSABLE, told, "vildplan.toml")
    assert run("config", yard, "--json").record["error"]["exit_code"] == UNUSABLE
    explained = run("config", yard, "--explain")
    assert explained.code == UNUSABLE
    assert told in explained.err, "what is wrong is told"
    assert "border_strip" in explained.out, "and the keys are explained all the same"
    record = run("config", yard, "--explain", "--json")
    assert record.code == UNUSABLE
    assert record.record["error"]["exit_code"] == UNUSABLE
    assert len(record.record["plan"]) == len(KEYS)


def test_a_file_of_areas_that_is_not_there(run: Run, yard: Path) -> None:
    assert_trouble(run("config", yard.parent / "garden.geojson"), UNUSABLE, "findes ikke", "Mente du")
    yard.write_text("{}", encoding="utf-8")
    assert run("config", yard).code == 0, "there is no vildplan.toml to try on it"


def test_the_language_of_the_file(run: Run, yard: Path, own: Path) -> None:
    own.write_text('[plan]\nlang = "en"\n', encoding="utf-8")
    assert "The file can be used." in run("config", yard, lang=None, LANG="da_DK.UTF-8").out
    assert "Filen kan bruges." in run("config", yard, lang="da").out
    assert "Filen kan bruges." in run("--lang", "da", "config", yard, lang=None).out


def test_nothing_is_written(run: Run, yard: Path, own: Path) -> None:
    run("config", yard, "--explain")
    json.loads(run("config", yard, "--explain", "--json").out)
    assert {*yard.parent.iterdir()} == {yard, own}
    assert own.read_text("utf-8") == OWN
