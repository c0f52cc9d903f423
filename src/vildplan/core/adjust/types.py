"""Which type fits a zone that somebody drew without saying."""

from dataclasses import replace

import numpy as np
from shapely.geometry.base import BaseGeometry

from vildplan.geometry.cells import covered_m2
from vildplan.geometry.morphology import overlap
from vildplan.model.admission import admitted
from vildplan.model.catalogue import ZoneType
from vildplan.model.edited import Adjustment
from vildplan.model.problem import Floats, Found, Problem
from vildplan.model.site import Site

MOSTLY = 0.5
# So little of a zone may lie where its type may not stand: its edge, drawn by hand.
SPARE_SHARE = 0.02


def all_typed(
    made: Adjustment, default: str | None, problem: Problem, found: Found
) -> Adjustment:
    """Give every zone without a type the default, or where there is none the type that fits best."""
    known = found.catalogue.zone_types
    types = {
        zone.id: zone.type if zone.type in known else default or fitting_type(zone.geometry, problem, found)
        for zone in made.zones
    }
    return Adjustment(
        zones=tuple(replace(zone, type=types[zone.id]) for zone in made.zones),
        changes=tuple(replace(change, type_after=types.get(change.id, "")) for change in made.changes),
    )


def fitting_type(zone: BaseGeometry, problem: Problem, found: Found) -> str:
    """Return the type that is worth most there among those that may stand there and are not too large.

    Of a bed or hedge it is the type it can become. Where none may stand, it is the first that the class
    of most of the ground may become, else the catalogue's first; the rules then say what is wrong.
    """
    units = ((unit, overlap(unit.geometry, zone).area) for unit in found.ground.units)
    standing = [unit for unit, common_m2 in units if common_m2 > MOSTLY * zone.area]
    if standing:
        return standing[0].zone_types[0]
    share = _share(zone, problem, found)
    kinds = [found.catalogue.zone_types[key] for key in problem.zone_types]
    may = [k for k, kind in enumerate(kinds) if _may_stand(k, kind, share, problem, zone)]
    if may:
        worth = problem.terms.sum(axis=1) * problem.cells.area_m2 - problem.edge
        return kinds[max(may, key=lambda k: float(worth[k] @ share))].key
    return _by_class(zone, found)


def _share(zone: BaseGeometry, problem: Problem, found: Found) -> Floats:
    """How much of each node (n) the zone holds."""
    count = problem.cells.grid_count
    share = np.zeros(len(problem.cells.area_m2))
    held_m2 = covered_m2(problem.cells, [overlap(zone, found.ground.open)])
    share[:count] = held_m2 / problem.cells.area_m2[:count]
    return share


def _may_stand(k: int, kind: ZoneType, share: Floats, problem: Problem, zone: BaseGeometry) -> bool:
    held_m2 = share * problem.cells.area_m2
    wrong_m2 = float(held_m2[~np.isfinite(problem.score_by_type[k])].sum())
    total_m2 = float(held_m2.sum())
    return total_m2 > 0 and wrong_m2 <= SPARE_SHARE * total_m2 and zone.area >= kind.min_area_m2.number


def _by_class(zone: BaseGeometry, found: Found) -> str:
    under: dict[tuple[str, Site], float] = {}
    for piece in found.inventory.pieces:
        common_m2 = overlap(piece.geometry, zone).area
        key = (piece.surface, piece.site)
        under[key] = under.get(key, 0.0) + common_m2
    most = max(under, key=lambda key: under[key], default=None)
    may = admitted(*most, found.catalogue) if most else ()
    return next(iter(may), next(iter(found.catalogue.zone_types)))
