"""Measure a published plan folder against its own rules, from the input file and the written files only."""

from pathlib import Path

from .facts import zones_stand_where_facts_allow
from .figures import (
    areas_fill_the_outline,
    curve_is_concave,
    every_m2_is_convertible_or_taken,
    land_is_measured_right,
    proof_adds_up,
    sums_add_up,
    target_is_met,
)
from .insisting import (
    hours_are_within_the_limit,
    included_ground_is_wild,
    kept_ground_is_kept,
    own_clearances_are_kept,
    zones_are_few_and_large,
)
from .land import Options, polygons
from .lawns import a_play_lawn_is_left, left_lawn_can_be_mown
from .plan_files import Breach, Published, Zone, read_published
from .zones import (
    clearances_are_kept,
    islands_are_large,
    units_are_taken_whole,
    zones_are_one_sound_polygon_each,
    zones_are_wide_and_large,
    zones_file_is_rfc7946,
    zones_have_no_slits,
    zones_lie_in_convertible_ground,
    zones_say_one_thing,
    zones_stand_where_their_type_may,
)

__all__ = ["Breach", "Published", "Zone", "judge", "polygons", "read_published"]


def judge(source: Path, folder: Path, options: Options) -> list[Breach]:
    """Return every breach of a plan folder."""
    made = read_published(source, folder, options)
    checks = (
        target_is_met, sums_add_up, every_m2_is_convertible_or_taken,
        zones_are_one_sound_polygon_each, zones_say_one_thing, zones_file_is_rfc7946,
        zones_lie_in_convertible_ground, zones_stand_where_their_type_may, units_are_taken_whole,
        zones_stand_where_facts_allow,
        areas_fill_the_outline, clearances_are_kept,
        zones_are_wide_and_large, zones_have_no_slits, islands_are_large,
        left_lawn_can_be_mown, a_play_lawn_is_left,
        kept_ground_is_kept, own_clearances_are_kept, included_ground_is_wild, zones_are_few_and_large,
        hours_are_within_the_limit,
        land_is_measured_right, curve_is_concave, proof_adds_up,
    )  # fmt: skip
    return [breach for check in checks for breach in check(made)]
