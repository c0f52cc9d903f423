"""What speaks for a zone's very place, beside the other ground of the plan: at most two short reasons.

Every lawn zone lies near some hedge, so the strongest term of each says the same of all. What tells places
apart are the terms in which a zone differs from the mean of the zones, and which neighbour it is near to.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, listed, text
from vildplan.geometry.morphology import joined, overlap
from vildplan.model.catalogue import WorthTerm
from vildplan.model.plan import Plan, WhyLine, Zone

MOST_REASONS = 2
# Points per m2 above the mean from which a reason is told.
TOLD_POINTS = 0.02
# A nuisance is far where it costs less than this part of its weight, a good neighbour near from the other on.
FAR_PART, NEAR_PART = 0.06, 0.2
# A second kind of neighbour is named where it is near to so much of what the first is near to.
SECOND_PART = 0.5
# What any lawn gains that is left to grow says nothing about the place.
COMMON_TERM = "nature_lawn"
STANDS_ALREADY = "nature_standing"
COMPACT = text("stort og samlet, lidt kant at klippe", "large and in one piece, little edge to trim")
FAR = {
    "near_facade": text("langt fra vinduer og terrasser", "far from windows and terraces"),
    "near_path": text("langt fra sti og vej", "far from paths and roads"),
    "near_play": text("langt fra leg", "far from play"),
}
NEIGHBOURLY = "near_habitat"
SHORT = {"nature_slope": text("skråning, der er tung at klippe", "slope that is heavy to mow")}


@dataclass(frozen=True)
class _Reason:
    """One reason: its words, and by how many points per m2 it lies above the mean."""

    words: Text
    above: float


def stands(zone: Zone) -> bool:
    """Tell whether a zone is a bed, hedge or shrub taken as it stands."""
    return any(line.key == STANDS_ALREADY for line in zone.why)


def why_here(zone: Zone, plan: Plan) -> Text:
    """Return why a zone lies where it does, against the mean over the zones in lawns and slopes."""
    if stands(zone):
        return listed(tuple(line.name for line in zone.why if line.points_per_m2 > 0)[:MOST_REASONS], "; ")
    others = tuple(other for other in plan.zones if not stands(other))
    order = sorted(_reasons(zone, others, plan), key=lambda reason: -round(reason.above, 6))
    told = [reason for reason in order if reason.above >= TOLD_POINTS][:MOST_REASONS] or order[:1]
    return listed(tuple(reason.words for reason in told) or _common(zone), "; ")


def _reasons(zone: Zone, others: tuple[Zone, ...], plan: Plan) -> Iterator[_Reason]:
    """Yield what speaks for the place: good neighbours near, nuisances far, little edge."""
    here = {line.key: line for line in zone.why}
    for term in plan.catalogue.terms:
        if term.zone_type != zone.type or term.key == COMMON_TERM:
            continue
        line, weight = here.get(term.key), term.weight.number
        points = line.points_per_m2 if line is not None else 0.0
        above = points - _mean(term.key, others)
        if weight < 0 and term.key in FAR and above > 0 and points >= FAR_PART * weight:
            yield _Reason(FAR[term.key], above)
        elif line is not None and 0 < NEAR_PART * weight <= points:
            yield _Reason(_words(line, term, zone, plan), above)
    above = plan.catalogue.rule("compactness") * (_edge(others) - _edge((zone,)))
    if above > 0:
        yield _Reason(COMPACT, above)


def _mean(key: str, zones: tuple[Zone, ...]) -> float:
    """The mean of a term over the zones, in points per m2; a zone without the term has none of it."""
    points = sum(zone.area_m2 * line.points_per_m2 for zone in zones for line in zone.why if line.key == key)
    return points / sum(zone.area_m2 for zone in zones)


def _edge(zones: tuple[Zone, ...]) -> float:
    """Metres of outline per m2."""
    return float(sum(zone.geometry.length for zone in zones)) / sum(zone.area_m2 for zone in zones)


def _words(line: WhyLine, term: WorthTerm, zone: Zone, plan: Plan) -> Text:
    """The term's name, short; a term of several neighbours says which of them stand here."""
    if term.key != NEIGHBOURLY:
        return SHORT.get(line.key, line.name)
    near = _neighbours(term, zone, plan)
    if not near:
        return line.name
    names = tuple(plan.catalogue.surfaces[key].name for key in near)
    return text("tæt på {names}", "close to {names}", names=_both(names))


def _neighbours(term: WorthTerm, zone: Zone, plan: Plan) -> tuple[str, ...]:
    """The surfaces within the term's reach of the zone, those that reach most of it first, at most two."""
    shapes: dict[str, list[BaseGeometry]] = {}
    for piece in plan.inventory.pieces:
        is_meant = plan.catalogue.surfaces[piece.surface].group in term.on
        if is_meant and shapely.dwithin(piece.geometry, zone.geometry, term.reach_m):
            shapes.setdefault(piece.surface, []).append(piece.geometry)
    reached = {
        key: overlap(shapely.buffer(joined(parts), term.reach_m), zone.geometry).area
        for key, parts in shapes.items()
    }
    near = [key for key in reached if reached[key] > 0]
    order = sorted(near, key=lambda key: (-round(reached[key], 3), key))
    return tuple(key for key in order[:2] if reached[key] >= SECOND_PART * reached[order[0]])


def _both(names: tuple[Text, ...]) -> Text:
    if len(names) == 1:
        return names[0]
    return text("{one} og {other}", "{one} and {other}", one=names[0], other=names[1])


def _common(zone: Zone) -> tuple[Text, ...]:
    """What any such ground gains, where nothing speaks for this place in particular."""
    return tuple(line.name for line in zone.why if line.points_per_m2 > 0)[:1]
