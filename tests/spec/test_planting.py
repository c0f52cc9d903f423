"""A mix for each zone: what flowers when, how much to order, and what the modes leave out."""

from itertools import combinations
from typing import Any

import pytest
from shapely import box

from tests.drawing import CATALOGUE, ORIGIN, draw, stages_of, wish
from vildplan.core.economy.amounts import Amounts
from vildplan.core.economy.estimate import economy_of
from vildplan.core.planting import propose_planting, surroundings
from vildplan.core.planting.mix import best_mix, score, with_bloom
from vildplan.errors import plain
from vildplan.model.flora import Form, Species
from vildplan.model.plan import Zone
from vildplan.model.planting import SEASON, Left, Planting, Surroundings, ZonePlanting
from vildplan.model.site import Light, Moisture, Site, Soil
from vildplan.model.wishes import PlantWishes
from vildplan.reading.flora import read_flora

FLORA = read_flora()
NUMBERS = {value.key: value for value in CATALOGUE.values()}
NEAR_DOORS, NEAR_PLAY = Surroundings(doors=True), Surroundings(play=True)


def zone(zone_type: str, area_m2: float = 200.0, surface: str = "lawn", **site: Any) -> Zone:
    return Zone(
        "Z1", plain("Z1"), zone_type, area_m2, surface, (), 1, 0.5, (), (), box(0, 0, 10, 10), Site(**site)
    )


def planted(one: Zone, near: Surroundings = Surroundings(), **wishes: Any) -> Planting:  # noqa: B008
    return propose_planting([one], FLORA, NUMBERS, PlantWishes(**wishes), {one.id: near})


def mix(one: Zone, near: Surroundings = Surroundings(), **wishes: Any) -> ZonePlanting:  # noqa: B008
    return planted(one, near, **wishes).zones[0]


def keys(found: ZonePlanting) -> set[str]:
    return {line.species.key for line in found.lines}


def left(found: ZonePlanting, why: Left) -> set[str]:
    return {one.species.key for one in found.left_out if one.why is why}


# ------------------------------------------------------------------------------- the choice


def twin(candidates: list[Species], most: int) -> tuple[Species, ...]:
    """All mixes of that many, one after another; the first of the best."""

    def judged(species: tuple[Species, ...]) -> tuple[int, int, int]:
        cover = (0, 0)
        for one in species:
            cover = with_bloom(cover, one)
        return score(cover, sum(one.insects.level for one in species))

    return max(combinations(candidates, min(most, len(candidates))), key=judged)


@pytest.mark.parametrize("start", [0, 7, 14, 28, 40])
@pytest.mark.parametrize("most", [1, 2, 4, 12])
def test_the_mix_is_the_best_of_all_mixes(start: int, most: int) -> None:
    candidates = [*FLORA.species.values()][start : start + 10]
    assert best_mix(candidates, most) == twin(candidates, most)


def test_no_candidates_make_no_mix() -> None:
    assert best_mix((), 5) == ()


def test_one_that_flowers_in_an_empty_month_goes_before_one_worth_more() -> None:
    """Blåhat 6-9 and knopurt 6-9 are worth most; only kodriver flowers in April, only røllike in October."""
    names = ("blaahat", "alm_knopurt", "roellike", "hulkravet_kodriver")
    found = best_mix([FLORA.species[name] for name in names], 3)
    assert [species.key for species in found] == ["blaahat", "roellike", "hulkravet_kodriver"]


# ------------------------------------------------------------------------------- how much


def test_a_hay_meadow_gets_plugs_on_a_trial_plot_and_is_not_sown() -> None:
    """20 m2 with 4 plugs/m2 are 80 of 8 species; 0.5 g/m2 of yellow rattle are 10 g."""
    found = mix(zone("slaaeng"))
    plugs = [line for line in found.lines if line.form is Form.PLUG]
    assert [line.amount.number for line in plugs] == pytest.approx([10.0] * 8)
    assert sum(line.share for line in plugs) == pytest.approx(1)
    # There may be none; at most 60 m2 with 6 plugs are 360.
    assert sum(line.amount.low for line in plugs) == 0
    assert sum(line.amount.high for line in plugs) == pytest.approx(360)
    (seed,) = [line for line in found.lines if line.form is Form.SEED]
    assert (seed.species.key, seed.amount.number) == ("liden_skjaller", pytest.approx(10))
    assert [line.paid for line in (*plugs[:1], seed)] == [True, True]


def test_a_department_has_one_trial_plot_in_its_largest_hay_meadow() -> None:
    zones = [
        Zone(**{**zone(kind, area_m2).__dict__, "id": key})
        for key, kind, area_m2 in (("Z1", "slaaeng", 90), ("Z2", "slaaeng", 300), ("Z3", "skraaning", 900))
    ]
    found = propose_planting(zones, FLORA, NUMBERS, PlantWishes(), {})
    assert found.trial_zone == "Z2"
    taken = {one.zone_id: sum(line.amount.number for line in one.lines) for one in found.zones}
    assert taken == {"Z1": 0, "Z2": pytest.approx(90), "Z3": 0}
    assert all(one.missing_months == () for one in found.zones)


def test_the_plugs_are_those_that_the_plan_pays_for() -> None:
    """The prices have one trial plot in hay meadow; on a slope it is a choice."""
    assert all(line.paid for line in mix(zone("slaaeng")).lines if line.form is Form.PLUG)
    assert not any(line.paid for line in mix(zone("skraaning")).lines)


@pytest.mark.parametrize(("zone_type", "surface", "form", "item", "unit_kr"), [
    ("krat", "lawn", Form.SHRUB, "plants", 40), ("krat", "lawn", Form.PLUG, "fringe", 8),
    ("krat", "shrub", Form.SHRUB, "scrub_gaps", 40), ("krat", "shrub", Form.PLUG, "gap_fringe", 8),
    ("haek_vild", "hedge", Form.SHRUB, "hedge_gaps", 40), ("vandhul", "lawn", Form.PLUG, "bank_plugs", 8),
    ("sandbanke", "lawn", Form.PLUG, "sand_plugs", 8), ("stenbunke", "lawn", Form.PLUG, "stone_plugs", 8),
    ("slaaeng", "lawn", Form.PLUG, "trial", 8), ("slaaeng", "lawn", Form.SEED, "rattle", 10),
    ("staudebed", "bed", Form.PLUG, "perennials", 8),
])  # fmt: skip
def test_what_is_ordered_is_what_is_paid_for(
    zone_type: str, surface: str, form: Form, item: str, unit_kr: float
) -> None:
    """100 m2 of one type: the pieces (or grams) of the order list times their price are the budget's line."""
    ordered = [line for line in mix(zone(zone_type, 100, surface)).lines if line.form is form]
    assert all(line.paid for line in ordered)
    new = 100.0 if zone_type == "krat" and surface == "lawn" else 0.0
    amounts = Amounts(m2={zone_type: 100.0}, planted_m2=new, meadows=int(zone_type == "slaaeng"))
    paid = {one.key: one.kr for one in economy_of(amounts, CATALOGUE.costing, wish()).one_offs}
    assert float(paid[item]) == pytest.approx(unit_kr * sum(line.amount.number for line in ordered))


def test_a_sown_meadow_takes_2_g_per_m2_a_tenth_of_it_annuals() -> None:
    found = mix(zone("blomstereng", 150))
    grams = {growth: sum(line.amount.number for line in found.lines if line.species.growth == growth)
             for growth in ("perennial", "annual")}  # fmt: skip
    assert grams == {"perennial": pytest.approx(270), "annual": pytest.approx(30)}
    assert {line.form for line in found.lines} == {Form.SEED}


@pytest.mark.parametrize(("zone_type", "area_m2", "surface", "form", "pieces"), [
    ("staudebed", 10, "bed", Form.PLUG, 60), ("krat", 100, "lawn", Form.SHRUB, 75),
    ("haek_vild", 40, "lawn", Form.SHRUB, 40), ("haek_vild", 40, "hedge", Form.SHRUB, 4),
    ("frugtlund", 300, "lawn", Form.TREE, 10), ("vandhul", 100, "lawn", Form.PLUG, 120),
    ("regnbed", 10, "lawn", Form.PLUG, 60), ("vildt_tag", 10, "roof_garden", Form.PLUG, 80),
])  # fmt: skip
def test_pieces_by_type(zone_type: str, area_m2: float, surface: str, form: Form, pieces: float) -> None:
    lines = mix(zone(zone_type, area_m2, surface)).lines
    assert sum(line.amount.number for line in lines if line.form is form) == pytest.approx(pieces)


def test_there_are_no_more_species_than_plants() -> None:
    assert len(mix(zone("haek_vild", 20, "hedge")).lines) == 2


def test_what_is_ordered_is_rounded_up_once_the_zones_are_summed_up() -> None:
    """Two orchards of 50 m2 take 1.67 trees each: one species each, together 3.33, so 4."""
    one = zone("frugtlund", 50)
    both = propose_planting([one, one], FLORA, NUMBERS, PlantWishes(), {})
    (trees,) = [line for line in both.shopping if line.form is Form.TREE]
    assert (trees.amount.number, trees.amount.order) == (pytest.approx(10 / 3), 4)


# ------------------------------------------------------------------------------- in flower


@pytest.mark.parametrize("zone_type", ["slaaeng", "blomstereng", "staudebed", "frugtlund"])
def test_something_flowers_from_april_to_october(zone_type: str) -> None:
    assert mix(zone(zone_type)).missing_months == ()


def test_months_without_a_flower_are_told() -> None:
    """No bush of the table flowers in October."""
    found = mix(zone("krat"))
    assert found.missing_months == (10,)
    assert [month for month, _ in found.bloom] == [*SEASON]


# ------------------------------------------------------------------------------- the place


def test_known_ground_takes_only_what_stands_it() -> None:
    found = mix(zone("slaaeng", soil=Soil.RICH, moisture=Moisture.FRESH))
    for line in found.lines:
        assert Soil.RICH in line.species.soil
        assert Moisture.FRESH in line.species.moisture


def test_a_wet_meadow_takes_the_plants_of_wet_ground() -> None:
    found = keys(mix(zone("slaaeng", moisture=Moisture.WET)))
    assert {"djaevelsbid", "traevlekrone", "engkarse"} <= found


def test_shade_is_told() -> None:
    assert len(mix(zone("krat", light=Light.SHADE)).remarks) == 1


# ------------------------------------------------------------------------------- the modes


def test_allergy_mode_leaves_out_wind_and_near_doors_scent() -> None:
    hedge = zone("krat")
    assert left(mix(hedge, allergy=True), Left.WIND) == {"hassel"}
    assert left(mix(hedge, allergy=True), Left.SCENT) == set()
    near = mix(hedge, NEAR_DOORS, allergy=True)
    assert left(near, Left.SCENT) == {"alm_hvidtjoern", "kvalkved", "alm_gedeblad", "alm_haeg", "alm_roen"}
    # Willow is pollinated by insects too, and stays.
    assert {"seljepil", "oeret_pil"} <= keys(near)
    assert mix(hedge, NEAR_DOORS).left_out == ()


def test_tall_grass_near_windows_is_told_in_allergy_mode() -> None:
    near = Surroundings(windows=True)
    assert len(planted(zone("slaaeng"), near, allergy=True).remarks) == 1
    assert planted(zone("slaaeng"), near).remarks == planted(zone("krat"), near, allergy=True).remarks == ()


def test_play_mode_leaves_out_the_poisonous_everywhere_or_near_a_playground() -> None:
    poisonous = {"kvalkved", "toerst", "benved", "alm_gedeblad"}
    assert left(mix(zone("krat"), play=True), Left.POISON) == poisonous
    assert left(mix(zone("krat"), NEAR_PLAY), Left.POISON) == poisonous
    assert left(mix(zone("blomstereng"), play=True), Left.POISON) == {"klinte"}
    assert "klinte" in keys(mix(zone("blomstereng")))


@pytest.mark.parametrize("zone_type", list(FLORA.schemes))
@pytest.mark.parametrize("near", [Surroundings(), Surroundings(play=True, doors=True)])
def test_every_mix_is_native_and_keeps_the_modes(zone_type: str, near: Surroundings) -> None:
    invasive = {plant.latin for plant in FLORA.invasives.values()}
    found = mix(zone(zone_type), near, allergy=True, play=True)
    assert found.lines
    for line in found.lines:
        assert line.species.latin not in invasive
        assert FLORA.species[line.species.key] is line.species
        assert line.species.allergy.value != "wind"
        assert line.species.poison.value != "keep_away"
        assert not (near.doors and line.species.allergy.value == "scent")


def test_what_people_avoid_and_want_goes_before_the_choice() -> None:
    found = mix(zone("slaaeng"), avoid=("blaahat",), want=("gul_snerre",))
    assert "blaahat" not in keys(found)
    assert left(found, Left.AVOIDED) == {"blaahat"}
    assert "gul_snerre" in keys(found)


def test_what_is_wanted_and_suits_no_zone_is_told() -> None:
    assert len(planted(zone("slaaeng"), want=("engkabbeleje",)).remarks) == 1
    assert planted(zone("slaaeng"), want=("gul_snerre",)).remarks == ()


# ------------------------------------------------------------------------------- what lies near


def test_a_zone_is_near_a_playground_or_a_door_within_10_m() -> None:
    """A house to 10 m, a playground from 55 m; tall grass is too near windows within 5 m."""
    stages = stages_of(draw("HH.........PP", cell_m=5), wish("10%"))
    x, y = ORIGIN

    def near(start_m: float, end_m: float) -> Surroundings:
        one = zone("krat")
        shape = box(x + start_m, y, x + end_m, y + 5)
        moved = Zone(**{**one.__dict__, "geometry": shape})
        return surroundings([moved], stages.inventory, CATALOGUE)["Z1"]

    assert near(14.9, 20) == Surroundings(doors=True, windows=True)
    assert near(15, 20) == Surroundings(doors=True)
    assert near(21, 44) == Surroundings()
    assert near(40, 46) == Surroundings(play=True)
