"""A zone of a plan with all that explains it: its terms, its neighbours, its rank, and what comes instead."""

import numpy as np
import shapely

from vildplan.geometry.cells import covered_m2
from vildplan.geometry.morphology import overlap
from vildplan.model.explained import Neighbour, Refusal, Term, ZoneReasons
from vildplan.model.plan import Plan, Zone
from vildplan.model.problem import Cells
from vildplan.proposal.core_ground import core_ground
from vildplan.proposal.rank import share_at

# The ranks of the middle eight tenths of a zone's m2 are told.
LOW, HIGH = 0.1, 0.9


def zone_reasons(
    plan: Plan, zone: Zone, cells: Cells, neighbours: tuple[Neighbour, ...], refusal: Refusal
) -> ZoneReasons:
    """Gather what explains one zone of a plan."""
    total = sum(line.points_per_m2 for line in zone.why)
    weights = {term.key: term.weight for term in plan.catalogue.terms if term.zone_type == zone.type}
    low, high = _span(plan, zone, cells)
    tried = plan.robustness is not None
    return ZoneReasons(
        zone=zone,
        terms=tuple(
            Term(line.key, line.name, line.points_per_m2, line.points_per_m2 / total if total else 0.0,
                 weights[line.key])
            for line in zone.why
        ),
        points_per_m2=total,
        neighbours=neighbours,
        core_share=overlap(core_ground(plan), zone.geometry).area / zone.area_m2 if tried else None,
        from_share=share_at(low, plan),
        to_share=share_at(high, plan),
        refusal=refusal,
    )  # fmt: skip


def _span(plan: Plan, zone: Zone, cells: Cells) -> tuple[float, float]:
    """The ranks below which a tenth, and nine tenths, of a zone's m2 lie."""
    choice = plan.choice
    if choice is None:
        return zone.rank, zone.rank
    held_m2 = np.zeros(len(cells.area_m2))
    held_m2[: cells.grid_count] = covered_m2(cells, [zone.geometry])
    for number, unit in enumerate(plan.ground.units):
        if shapely.contains(zone.geometry, unit.geometry.representative_point()):
            held_m2[cells.grid_count + number] = unit.geometry.area
    order = np.argsort(choice.rank, kind="stable")
    reached = np.cumsum(held_m2[order])
    if not reached[-1]:
        return zone.rank, zone.rank
    low, high = (float(choice.rank[order[np.searchsorted(reached, p * reached[-1])]]) for p in (LOW, HIGH))
    return low, high
