"""Zones and the land around them -> what the board should know before it decides, as findings.

The rules of `core/rules` say where a zone breaks what a plan must keep; advice speaks of plans that keep
them all. Distances are those of the catalogue's `advice`; the same advice to several zones is one finding.
"""

from collections.abc import Iterator, Sequence

from vildplan.core.advice.asked_for import asked_for_and_not_taken, asked_for_on_too_much
from vildplan.core.advice.basement import wet_near_basement
from vildplan.core.advice.between_blocks import long_grass_between_blocks
from vildplan.core.advice.lit_paths import shrubs_at_paths
from vildplan.core.advice.play import planting_near_play
from vildplan.core.advice.sight import shrubs_at_sight_lines
from vildplan.core.advice.signs import no_sign_near_dwellings
from vildplan.core.advice.soil import soil_leaves
from vildplan.core.advice.sown import sown_on_rich_soil
from vildplan.core.advice.surroundings import Surroundings
from vildplan.core.advice.water import water_without_a_wet_zone
from vildplan.errors import Finding
from vildplan.model.plan import Zone
from vildplan.model.problem import Found

RULES = (
    long_grass_between_blocks, no_sign_near_dwellings, soil_leaves, planting_near_play,
    sown_on_rich_soil, wet_near_basement, shrubs_at_sight_lines, shrubs_at_paths, asked_for_and_not_taken,
    asked_for_on_too_much, water_without_a_wet_zone,
)  # fmt: skip


def advise(zones: Sequence[Zone], found: Found) -> Iterator[Finding]:
    """Yield the advice on zones; they are in metres of the department's CRS."""
    around = Surroundings(found)
    sound = [zone for zone in zones if not zone.geometry.is_empty]
    for rule in RULES:
        yield from rule(sound, around)
