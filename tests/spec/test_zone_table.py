"""The table of the zones: what stands already shares a row, and each place says what speaks for it."""

from dataclasses import replace
from functools import cache

from tests.drawing import draw, plan_of, wish
from vildplan.model.plan import Plan, Zone
from vildplan.model.wishes import Language
from vildplan.proposal.why_here import why_here
from vildplan.proposal.words import say
from vildplan.proposal.zone_table import id_ranges, zone_table

DA, EN = Language.DANISH, Language.ENGLISH
# 160 x 24 m: three beds by a house in the west, then a path, lawn, and scrub in the east.
LAND = """
    HHHHHHHHHHHHH....................KKKKKKK
    .bb..bb..bb.=....................KKKKKKK
    ............=....................KKKKKKK
    ............=....................KKKKKKK
    ............=....................KKKKKKK
    ............=....................KKKKKKK
"""


@cache
def planned() -> Plan:
    return plan_of(draw(LAND, cell_m=4), wish("100%"))


def rows(plan: Plan, language: Language = DA) -> list[tuple[str, ...]]:
    return [tuple(say(cell, language) for cell in row) for row in zone_table(plan).rows]


def test_beds_share_a_row_with_their_number_and_their_area() -> None:
    (row,) = [row for row in rows(planned()) if row[2] == "vildt staudebed"]
    beds = [zone for zone in planned().zones if zone.type == "staudebed"]
    assert len(beds) == 3
    assert row[0] == id_ranges(beds)
    # each bed is 8 m x 4 m
    assert row[1:5] == ("3 bede", "vildt staudebed", "96 m²", "bed")
    assert row[5:] == ("luges 2-3 gange", "bedene ligger her allerede")


def test_one_bed_keeps_its_row() -> None:
    beds = [zone for zone in planned().zones if zone.type == "staudebed"]
    lawns = [zone for zone in planned().zones if zone.type != "staudebed"]
    alone = replace(planned(), zones=(beds[0], *lawns))
    (row,) = [row for row in rows(alone) if row[2] == "vildt staudebed"]
    assert row[0] == beds[0].id
    assert row[6] == "bedet ligger her allerede"


def test_lawn_zones_have_a_row_each_and_the_total_is_last() -> None:
    lawns = [zone.id for zone in planned().zones if zone.type != "staudebed"]
    assert [row[0] for row in rows(planned())][: len(lawns)] == lawns
    assert rows(planned())[-1][1] == "I alt"
    assert rows(planned(), EN)[-1][1] == "In all"


def numbered(*ids: str) -> list[Zone]:
    return [replace(planned().zones[0], id=key) for key in ids]


def test_three_in_a_row_are_written_as_first_and_last() -> None:
    assert id_ranges(numbered("Z1", "Z2", "Z3", "Z7")) == "Z1-Z3, Z7"
    assert id_ranges(numbered("Z1", "Z2", "Z4")) == "Z1, Z2, Z4"
    assert id_ranges(numbered("Z3a", "Z3b", "Z4")) == "Z3a, Z3b, Z4"


def test_a_zone_says_what_sets_its_place_apart() -> None:
    """The lawn by the house says that beds are near and nothing of windows; the last that they are far."""
    lawns = [zone for zone in planned().zones if zone.type != "staudebed"]
    by_the_house, *_, far = sorted(lawns, key=lambda zone: zone.geometry.centroid.x)
    assert say(why_here(by_the_house, planned()), DA) == "tæt på bed"
    assert say(why_here(by_the_house, planned()), EN) == "close to flower bed"
    assert say(why_here(far, planned()), DA).endswith("langt fra vinduer og terrasser")


def test_there_are_one_or_two_reasons() -> None:
    for zone in planned().zones:
        assert 1 <= len(say(why_here(zone, planned()), DA).split("; ")) <= 2
