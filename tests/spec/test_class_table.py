"""The class table, printed: what is in which base, and what is wild today.

outdoor = the outline less buildings; parking and private gardens are in it.
green = outdoor less what is paved, and less water that is not wild.
"""

from textwrap import dedent

from tests.drawing import CATALOGUE
from vildplan.model.catalogue import Role

TABLE = """
    class           outdoor  green  wild
    roof_garden     yes      yes    -
    building        -        -      -
    road            yes      -      -
    parking         yes      -      -
    path            yes      -      -
    water           yes      -      -
    playground      yes      yes    -
    pitch           yes      yes    -
    dog_area        yes      yes    -
    terrace         yes      -      -
    private_garden  yes      yes    -
    pond            yes      yes    yes
    wetland         yes      yes    yes
    wood            yes      yes    yes
    scrub           yes      yes    yes
    meadow          yes      yes    yes
    hedge           yes      yes    -
    shrub           yes      yes    -
    bed             yes      yes    -
    slope           yes      yes    -
    lawn            yes      yes    -
    poor_lawn       yes      yes    -
    farmland        yes      yes    -
    cemetery        yes      yes    -
    construction    yes      yes    -
    gravel          yes      -      -
    bare            yes      yes    -
    unknown         yes      yes    -
    rest            yes      yes    -
    container       -        -      -
    tree_crown      -        -      -
"""
PAVED = {"road", "parking", "path", "terrace", "gravel"}


def printed() -> str:
    rows = [("class", "outdoor", "green", "wild")]
    for key, row in CATALOGUE.surfaces.items():
        flags = (row.in_outdoor, row.in_green, row.wild_today)
        rows.append((key, *("yes" if flag else "-" for flag in flags)))
    return "\n".join(f"{a:16}{b:9}{c:7}{d}" for a, b, c, d in rows)


def test_the_table_is_as_printed_here() -> None:
    assert printed() == dedent(TABLE).strip()


def test_the_bases_follow_from_their_definitions() -> None:
    for key, row in CATALOGUE.surfaces.items():
        surface = row.role is Role.SURFACE
        assert row.in_outdoor == (surface and key != "building"), key
        assert row.in_green == (row.in_outdoor and key not in PAVED and key != "water"), key


def test_what_is_wild_is_on_both_bases_and_keeps_its_ground_before_lawn() -> None:
    lawn = CATALOGUE.surfaces["lawn"]
    for key, row in CATALOGUE.surfaces.items():
        if row.wild_today:
            assert (row.in_outdoor, row.in_green) == (True, True), key
            assert row.order < lawn.order, key


def test_roof_gardens_keep_their_ground_before_the_house_and_crowns_keep_none() -> None:
    rows = CATALOGUE.surfaces
    assert rows["roof_garden"].order < rows["building"].order
    assert (rows["tree_crown"].role, rows["tree_crown"].group) == (Role.OVERLAY, "crown")
