"""`--base FILE`: the land that the share is a share of; only there does anything count or change."""

from dataclasses import replace

import pytest

from tests.drawing import CATALOGUE, box, department, draw, inventory_of, plan_of, wish
from vildplan.core.base import measure_base
from vildplan.errors import UnusableInputError, WrongUsageError
from vildplan.model.area import BaseLand, Department
from vildplan.model.plan import Plan
from vildplan.model.wishes import Base, Count
from vildplan.proposal.sentences import (
    bases_sentence,
    other_base_sentence,
    total_sentence,
    undocumented_sentence,
)
from vildplan.proposal.words import Language, say

# 80 x 40 m: a house in the north-west, meadows in the west and the east, lawn between.
LAND = """
    HH......
    HH......
    VV....VV
    VV....VV
"""


def land(*bounds: float, drawing: str = LAND, documented: bool = True) -> Department:
    """The land, with a base between (left, bottom, right, top) in metres."""
    base = BaseLand("gaarden.geojson", box(*bounds))
    return replace(draw(drawing, cell_m=10, documented=documented), base=base)


def said(plan: Plan) -> str:
    lines = (total_sentence(plan), other_base_sentence(plan), bases_sentence(plan))
    return " ".join(say(line, Language.DANISH) for line in lines)


def test_the_base_is_the_outdoor_area_inside_the_file() -> None:
    # The western half is 40 x 40 m, less a house of 20 x 20 m; half the wild land of 800 m2 is in it.
    there = land(0, 0, 40, 40)
    own = measure_base(inventory_of(there), there, CATALOGUE).own_base
    assert own is not None
    assert own.outdoor_m2 == pytest.approx(1200)
    assert own.wild_m2 == pytest.approx(400)
    assert own.outside.area == pytest.approx(1600)


def test_what_the_file_draws_beyond_the_land_is_no_base() -> None:
    there = land(-100, -100, 40, 40)
    own = measure_base(inventory_of(there), there, CATALOGUE).own_base
    assert own is not None
    assert own.outdoor_m2 == pytest.approx(1200)


def test_without_a_file_there_is_no_own_base() -> None:
    plain = draw(LAND, cell_m=10)
    assert measure_base(inventory_of(plain), plain, CATALOGUE).own_base is None


def test_the_target_is_a_share_of_it_and_zones_lie_in_it() -> None:
    plan = plan_of(land(0, 0, 50, 40), wish("50%", base=Base.FILE))
    # 50 x 40 m less the house: 1,600 m2. Half is 800 m2; 400 m2 of it is wild today.
    assert plan.goal.base_m2 == pytest.approx(1600)
    assert plan.goal.new_m2 == pytest.approx(400)
    assert plan.zones_m2 == pytest.approx(400, rel=1e-3)
    inside = box(0, 0, 50, 40)
    assert all(zone.geometry.difference(inside).area < 0.01 for zone in plan.zones)


def test_new_only_leaves_out_the_wild_land_of_the_base() -> None:
    plan = plan_of(land(0, 0, 50, 40), wish("25%", base=Base.FILE, count=Count.NEW))
    assert (plan.goal.new_m2, plan.zones_m2) == (pytest.approx(400), pytest.approx(400, rel=1e-3))


def test_the_report_names_the_file_and_gives_both_standard_shares() -> None:
    plan = plan_of(land(0, 0, 50, 40), wish("50%", base=Base.FILE))
    # With 400 m2 of zones and all 800 m2 of wild land: 1,200 of 2,800 m2 outdoors, all of it green.
    assert said(plan).startswith(
        "50 % i alt = 25 % vildt i dag + 25 % nyt (af jorden i filen gaarden.geojson). "
        "Af hele udearealet er det 42,9 %, af det grønne areal 42,9 %. "
        "Jorden i filen gaarden.geojson er 1.600 m² af udearealet. "
        "Udearealet er 2.800 m², det grønne areal 2.800 m²; "
    )


def test_only_undocumented_land_in_the_base_takes_from_its_share() -> None:
    plan = plan_of(land(0, 0, 50, 40, documented=False), wish("50%", base=Base.FILE))
    sentence = undocumented_sentence(plan)
    assert sentence is not None
    assert say(sentence, Language.DANISH).startswith("400 m² af det vilde i dag")


def test_lawn_outside_the_base_is_left_out_for_that_reason() -> None:
    plan = plan_of(land(0, 0, 50, 40), wish("50%", base=Base.FILE))
    taken = {row.rule: row.area_m2 for row in plan.taken}
    # East of 50 m lie 30 x 40 m, less 400 m2 of meadow.
    assert taken["outside_base"] == pytest.approx(800, rel=0.01)


def test_a_bed_that_lies_partly_outside_is_not_taken() -> None:
    drawing = "..ssss.."
    wide = {"drawing": drawing + "\n" + drawing}
    whole = plan_of(land(0, 0, 80, 20, **wide), wish("10%", base=Base.FILE))  # type: ignore[arg-type]
    part = plan_of(land(0, 0, 30, 20, **wide), wish("10%", base=Base.FILE))  # type: ignore[arg-type]
    assert (len(whole.ground.units), len(part.ground.units)) == (1, 0)


def test_wild_land_and_land_of_others_beside_the_base_are_told() -> None:
    plan = plan_of(land(-20, 0, 50, 40), wish("50%", base=Base.FILE))
    sentences = [say(f.sentence, Language.DANISH) for f in plan.findings]
    assert "400 m² vildt i dag ligger uden for grundlaget og tæller ikke med." in sentences
    assert "800 m² af filen ligger uden for afdelingens jord og tæller ikke med." in sentences


def test_ways_out_are_measured_in_the_base_too() -> None:
    # 80 x 40 m that only an outline describes, but for a lawn in the west; the base is the west.
    drawing = "########\n" * 4
    lawn = draw("..\n..\n..\n..", cell_m=10).areas
    ground = draw(drawing, cell_m=10)
    named = department([*ground.areas, *lawn])
    there = replace(named, base=BaseLand("vest.geojson", box(0, 0, 40, 40)))
    plan = plan_of(there, wish("90%", base=Base.FILE))
    assert not plan.reachable
    assert all(way.gain_m2 <= 1600 for way in plan.relaxations)


def test_a_base_of_houses_only_is_no_base() -> None:
    with pytest.raises(UnusableInputError) as error:
        plan_of(land(0, 20, 20, 40), wish("50%", base=Base.FILE))
    assert "--base gaarden.geojson" in say(error.value.sentence, Language.DANISH)


def test_more_m2_than_the_base_has_is_wrong_usage() -> None:
    with pytest.raises(WrongUsageError) as error:
        plan_of(land(0, 0, 50, 40), wish("1700m2", base=Base.FILE))
    assert "Grundlaget er 1.600 m²" in say(error.value.sentence, Language.DANISH)
