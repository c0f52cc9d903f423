"""Each zone type has its care, with the catalogue's numbers in the words."""

import pytest

from tests.drawing import CATALOGUE, draw, stages_of, wish
from vildplan.core.care import care_of, with_care
from vildplan.core.describe import describe_zones
from vildplan.proposal.words import Language, say


def said(zone_type: str, language: Language = Language.DANISH) -> dict[str, str]:
    """The care of a type in words, by key."""
    return {line.key: say(line.sentence, language) for line in care_of(zone_type, CATALOGUE)}


def test_a_hay_meadow_is_cut_in_september_with_the_stubble_of_the_catalogue() -> None:
    (line,) = [line for line in care_of("slaaeng", CATALOGUE) if line.key == "hoeslet"]
    assert line.months == (9,)
    assert "stubhøjde 7-12 cm" in said("slaaeng")["hoeslet"]
    assert "stubble 7-12 cm" in said("slaaeng", Language.ENGLISH)["hoeslet"]


def test_hay_lies_7_to_14_days_and_is_taken_away() -> None:
    assert "mindst 7 og højst 14 dage" in said("slaaeng")["hay_away"]
    assert "køres så væk" in said("slaaeng")["hay_away"]


def test_on_rich_soil_the_early_cut_is_told_too() -> None:
    early = {line.key: line.short for line in care_of("slaaeng", CATALOGUE, twice=True)}["early_cut"]
    assert early is not None and say(early, Language.DANISH) == "tidligt slæt i maj-juni"
    assert "early_cut" not in said("slaaeng")
    assert "én gang" not in said("slaaeng")["hoeslet"]


def test_about_a_fifth_of_a_meadow_is_left_standing() -> None:
    assert "20 %" in said("slaaeng")["left_uncut"]


@pytest.mark.parametrize("zone_type", ["slaaeng", "blomstereng", "naturgraes", "skraaning", "krat"])
def test_no_zone_in_a_lawn_goes_without_a_clipped_frame_and_a_sign(zone_type: str) -> None:
    lines = said(zone_type)
    assert "ramme på 1 m" in lines["frame"]
    assert "skilt" in lines["sign"]


@pytest.mark.parametrize("zone_type", ["haek_vild", "staudebed"])
def test_what_stands_already_keeps_a_sharp_edge(zone_type: str) -> None:
    assert "skarp" in said(zone_type)["edge"]


def test_a_flower_meadow_is_sown_on_stripped_soil_and_cut_to_10_cm() -> None:
    lines = said("blomstereng")
    assert "øverste 3-5 cm" in lines["prepare"]
    assert "1,5-8 g" in lines["sow"]
    assert "mere end 1 m³" in lines["soil"]
    assert "ned til 10 cm" in lines["hoeslet"]
    assert "År 2 ligner ikke år 1" in lines["weeds"]


def test_a_hedge_set_free_is_cut_in_sections_and_never_while_birds_nest() -> None:
    lines = said("haek_vild")
    assert "hvert 2.-4. år" in lines["sections"]
    assert "før 1. marts" in lines["sections"]
    assert "efter 1. august" in lines["no_clip"]


def test_a_slope_is_never_stripped() -> None:
    assert "stejlere end 33 %" in said("skraaning")["erosion"]
    assert "buskrydder" in said("skraaning")["hoeslet"]


def test_every_care_line_is_in_both_languages_with_months() -> None:
    for zone_type in CATALOGUE.zone_types:
        for line in care_of(zone_type, CATALOGUE):
            assert line.months
            assert say(line.sentence, Language.DANISH) != say(line.sentence, Language.ENGLISH)


def test_an_unknown_type_has_no_care() -> None:
    assert care_of("rock_garden", CATALOGUE) == ()


def test_every_zone_of_a_plan_gets_the_care_of_its_type() -> None:
    stages = stages_of(draw("...hhh\n......\n......\n......", cell_m=10), wish("60%"))
    zones = describe_zones(stages.drawing, stages.problem, stages.choice, stages.inventory, CATALOGUE)
    cared = with_care(zones, CATALOGUE)
    assert [zone.care for zone in cared] == [care_of(zone.type, CATALOGUE) for zone in cared]
    assert [zone.geometry for zone in cared] == [zone.geometry for zone in zones]
