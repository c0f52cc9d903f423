"""`vildplan species`: plants for a place, one plant, and what a plan is planted with."""

import tomllib
from pathlib import Path

import pytest

from vildplan.reading.flora import read_flora

from .conftest import Run, assert_trouble
from .drawn import department, saved

USAGE, UNUSABLE = 2, 3


def keys(ran_record: dict[str, object]) -> set[str]:
    return {one["key"] for one in ran_record["species"]}  # type: ignore[index, attr-defined]


def test_every_species_without_a_question(run: Run) -> None:
    ran = run("species", COLUMNS="80")
    assert "55 af katalogets 55 arter" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "Hører til" not in ran.out
    assert "Hører til" in run("species", COLUMNS="140").out


@pytest.mark.parametrize(("words", "there", "not_there"), [
    # By hand from the table: in flower in April in scrub (with its fringe).
    (("--zone-type", "krat", "--month", "april"), {"slaaen", "seljepil", "oeret_pil"}, {"hassel"}),
    (("--moisture", "våd", "--month", "4"), {"seljepil", "engkarse", "engkabbeleje"}, {"slaaen"}),
    (("--zone-type", "krat", "--insects", "fugle", "--play"), {"skovaeble", "alm_roen", "hassel"},
     {"kvalkved", "benved"}),
    (("--zone-type", "krat", "--insects", "birds", "--allergy"), {"kvalkved", "skovaeble"}, {"hassel"}),
    (("--insects", "meget høj", "--soil", "mager", "--light", "sol", "--zone-type", "slåeng"),
     {"blaahat", "alm_knopurt", "stor_knopurt", "kaellingetand", "merian", "roedkloever", "hvidkloever",
      "djaevelsbid"}, {"timian"}),
])  # fmt: skip
def test_species_that_are_all_that_is_asked(
    run: Run, words: tuple[str, ...], there: set[str], not_there: set[str]
) -> None:
    found = keys(run("species", *words, "--json").record)
    assert there <= found
    assert found.isdisjoint(not_there)


def test_a_list_by_hand_is_whole(run: Run) -> None:
    assert keys(run("species", "--zone-type", "krat", "--month", "4", "--json").record) == {
        "slaaen", "seljepil", "oeret_pil", "loegkarse"
    }  # fmt: skip


def test_the_modes_name_what_they_leave_out(run: Run) -> None:
    ran = run("species", "--zone-type", "krat", "--allergy", "--play")
    assert "hassel, el, elm, birk, eg, ask" in ran.out
    assert "fingerbøl, liljekonval, taks, guldregn, galnebær, høsttidløs, klinte" in ran.out
    assert "Ikke ved døre og terrasser" in ran.out


def test_where_nothing_is_all_of_it_what_to_leave_out_is_told(run: Run) -> None:
    ran = run("species", "--zone-type", "krat", "--month", "10")
    assert (ran.code, "Ingen art er det hele" in ran.out) == (0, True)
    assert "Uden --zone-type: 1 art." in ran.out
    assert "Dødt ved bliver ikke plantet til" in run("species", "--zone-type", "doedt_ved").out


@pytest.mark.parametrize("name", ["blåhat", "Blåhat", "field scabious", "knautia arvensis", "blaahat"])
def test_one_plant_with_the_source_of_each_fact(run: Run, name: str) -> None:
    ran = run("species", name)
    assert "Blåhat (Knautia arvensis)" in ran.out
    assert "jun.-sep." in ran.out
    assert "antagelse (almen floraviden)" in ran.out
    assert "naturlighavedesign.dk" in ran.out


def test_part_of_a_name_finds_all_that_have_it(run: Run) -> None:
    assert keys(run("species", "knopurt", "--json").record) == {"alm_knopurt", "stor_knopurt"}
    assert "Invasiv: plant den aldrig" in run("species", "bjørneklo").out
    assert "birkeallergikere" in run("species", "eg").out


@pytest.mark.parametrize("name", [
    "kaempe_bjoerneklo", "Kæmpe-bjørneklo", "giant hogweed", "heracleum mantegazzianum", "mantegazz",
])  # fmt: skip
def test_an_invasive_plant_by_any_of_its_names(run: Run, name: str) -> None:
    """Key, Danish, English, Latin, or a part that only one has."""
    found = run("species", name, "--invasive", "--json").record["invasives"]
    assert [plant["key"] for plant in found] == ["kaempe_bjoerneklo"]


def test_the_invasive_plants_and_what_to_do(run: Run) -> None:
    ran = run("species", "--invasive", "--json")
    assert len(ran.record["invasives"]) == 18
    assert all(one["todo"] for one in ran.record["invasives"])
    assert "rynket rose" in run("species", "--invasive").out


@pytest.mark.parametrize(("words", "told"), [
    (("blåhatt",), "Mente du blåhat"), (("--zone-type", "slåengg"), "Mente du slaaeng"),
    (("--month", "13"), "--month 13"), (("--soil", "xyz"), "Vælg mellem poor, rich"),
    (("--zone-type", "xyzxyz", "--month", "xyzxyz"), "2 ønsker kan ikke bruges"),
    (("blåhat", "--invasive"), "blåhat er ikke blandt de invasive planter."),
    (("--month", "5", "--invasive"), "kan ikke bruges sammen"), (("",), "NAVN er tom."),
])  # fmt: skip
def test_words_that_are_not_known(run: Run, words: tuple[str, ...], told: str) -> None:
    assert_trouble(run("species", *words), USAGE, told)


def test_the_facts_of_plants_are_rows_of_the_catalogue(run: Run) -> None:
    rows = {row["key"]: row for row in run("catalogue", "--json").record}
    groups = [row["group"] for row in rows.values()]
    assert (groups.count("species"), groups.count("invasives")) == (55, 18)
    assert {fact.key for fact in read_flora().facts() if fact.key.startswith("species.")} <= {*rows}
    for row in rows.values():
        assert {"key", "value", "unit", "source", "year", "status"} <= set(row)
    assert "jun.-sep." in run("catalogue", "species.blaahat.months").out


# ------------------------------------------------------------------------------- a plan


def test_a_plan_shows_its_plants(run: Run, plan_folder: Path) -> None:
    ran = run("species", "--plan", plan_folder, "--json")
    (*zones,) = ran.record["planting"]["zones"]
    assert zones
    for line in ran.record["planting"]["shopping"]:
        amount = sum(one["amount"] for zone in zones for one in zone["mix"]
                     if (one["species"], one["form"]) == (line["species"], line["form"]))  # fmt: skip
        assert line["amount"] == pytest.approx(amount)
        assert 0 <= line["order"] - line["amount"] < 1
    assert "At bestille i alt" in run("species", "--plan", plan_folder).out
    page = (plan_folder / "rapport.html").read_text("utf-8")
    assert "<h2>Planter</h2>" in page
    assert "Se blandingerne og indkøbslisten" in page


def test_modes_and_own_plants_are_kept_with_the_plan(run: Run, tmp_path: Path) -> None:
    yard = saved(tmp_path, department())
    (tmp_path / "vildplan.toml").write_text(
        '[plan]\nplay = true\n\n[plants]\navoid = ["Blåhat"]\nwant = "gul snerre"\n', encoding="utf-8"
    )
    assert run("plan", yard, "--target", "30%", "--allergy").code == 0
    kept = tomllib.loads((tmp_path / "gaarden.plan" / "plan.toml").read_text("utf-8"))["wishes"]
    wishes = {"allergy": True, "play": True, "avoid_plants": ["blaahat"], "want_plants": ["gul_snerre"]}
    assert wishes.items() <= kept.items()
    ran = run("species", "--plan", tmp_path / "gaarden.plan", "--json")
    planted = {line["species"] for line in ran.record["planting"]["shopping"]}
    assert "gul_snerre" in planted
    assert "blaahat" not in planted
    assert "Rapporten, som folk læser den" not in run("verify", tmp_path / "gaarden.plan").err
    assert run("verify", tmp_path / "gaarden.plan").code == 0
    assert "[plants]" in run("config", yard).out


def test_every_fault_of_own_plants_is_told_at_once(run: Run, tmp_path: Path) -> None:
    yard = saved(tmp_path, department())
    (tmp_path / "vildplan.toml").write_text(
        '[plan]\nallergy = "ja"\n\n[plants]\navoid = ["blåhatt", 3]\nwant = ["rynket rose", "el", "merian"]\n'
        'like = ["merian"]\n', encoding="utf-8",
    )  # fmt: skip
    ran = run("plan", yard, "--target", "30%")
    assert_trouble(
        ran, UNUSABLE, "6 linjer kan ikke bruges", "[plan] allergy: det skal være true eller false",
        "[plants] avoid: blåhatt er ikke i kataloget. Mente du blåhat?", "liste af tekster",
        "[plants] want: rynket rose er invasiv og plantes aldrig", "el er ikke blandt de arter",
        "[plants] like: den nøgle findes ikke",
    )  # fmt: skip


def test_a_species_cannot_be_both_avoided_and_wanted(run: Run, tmp_path: Path) -> None:
    yard = saved(tmp_path, department())
    (tmp_path / "vildplan.toml").write_text(
        '[plants]\navoid = ["merian"]\nwant = ["Origanum vulgare"]\n', encoding="utf-8"
    )
    assert_trouble(run("plan", yard, "--target", "30%"), UNUSABLE, "merian står under både avoid og want")


def test_plants_are_not_read_where_nobody_asks_for_them(program: Run) -> None:
    ran = program("plan", "--help", PYTHONPROFILEIMPORTTIME="1")
    assert ran.code == 0
    assert "vildplan.reading.flora" not in ran.err
