"""What is mown today, by the line of work that mows it: class and machine."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vildplan.geometry.morphology import overlap
from vildplan.model.money import Machine
from vildplan.model.plan import Zone
from vildplan.model.problem import Found, Piece
from vildplan.model.wishes import MownBy, Wishes

STEEP = "slope"
M2 = Mapping[str, float]
# A piece with a line of its own, and how many m2 of it.
Apart = tuple[Piece, str, float]


def line_of(surface: str, machine: Machine) -> str:
    """Return the key of the line that mows ground of a class with a machine, such as `slope_hand`."""
    stem = "slope" if surface == STEEP else "mowing"
    return stem if machine is Machine.RIDER else f"{stem}_{machine.value}"


def usual_line(surface: str, wishes: Wishes) -> str:
    """Return the line of a class where no place is told apart; a robot mows lawns, never slopes unsaid."""
    care = wishes.money.care_today
    if surface == STEEP:
        return line_of(surface, care.slope or Machine.RIDER)
    robot = wishes.mown_by is MownBy.ROBOT
    return line_of(surface, care.lawn or (Machine.ROBOT if robot else Machine.RIDER))


def told_apart(found: Found) -> list[tuple[Piece, str]]:
    """Return the mown pieces that another machine mows than their class, each with its line."""
    machines = dict(found.wishes.money.care_today.places)
    surfaces = found.catalogue.surfaces
    pieces = [piece for piece in found.inventory.pieces if piece.area_id in machines] if machines else []
    lines = [(piece, line_of(piece.surface, machines[piece.area_id])) for piece in pieces
             if surfaces[piece.surface].mown]  # fmt: skip
    return [(piece, line) for piece, line in lines if line != usual_line(piece.surface, found.wishes)]


def mown_today(found: Found) -> M2:
    """Return the m2 of the whole department by line."""
    return _apart(found.inventory.area_m2_by_surface, found,
                  ((piece, line, piece.geometry.area) for piece, line in told_apart(found)))  # fmt: skip


def taken_by(zone: Zone, found: Found) -> M2:
    """Return what one zone takes of it."""
    apart = ((piece, line, overlap(zone.geometry, piece.geometry).area) for piece, line in told_apart(found))
    return _apart(dict(zone.surfaces_m2), found, apart)


def _apart(by_surface: M2, found: Found, apart: Iterable[Apart]) -> M2:
    sums: defaultdict[str, float] = defaultdict(float)
    for surface, area_m2 in by_surface.items():
        if found.catalogue.surfaces[surface].mown:
            sums[usual_line(surface, found.wishes)] += area_m2
    for piece, line, area_m2 in apart:
        sums[usual_line(piece.surface, found.wishes)] -= area_m2
        sums[line] += area_m2
    return sums
