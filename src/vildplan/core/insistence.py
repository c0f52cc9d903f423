"""What people insist on, set against the land: wishes that contradict each other are told, all at once."""

from collections.abc import Iterator
from itertools import product

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, WrongUsageError, plain, text
from vildplan.geometry.morphology import joined, larger_than, overlap
from vildplan.geometry.pointing import pointed_out
from vildplan.geometry.polygons import parts_of
from vildplan.model.problem import Found
from vildplan.model.wishes import Drawn

LEAST_M2 = 0.5
TOLD_M2 = 1.0


def demand_consistent(found: Found) -> None:
    """Refuse wishes that cannot all be met.

    Raises:
        WrongUsageError: with every contradiction.
    """
    clashes = [*_clashes(found)]
    lost = {id(included) for included, *_ in clashes}
    faults = [*map(_told, clashes), *_included_nowhere(found, lost), *_numbers(found)]
    if not faults:
        return
    if len(faults) == 1:
        raise WrongUsageError(faults[0].sentence, faults[0].advice)
    raise WrongUsageError(
        text("{count:int} ønsker modsiger hinanden eller jorden.",
             "{count:int} wishes contradict each other or the land.", count=len(faults)),
        text("Ret dem, og prøv igen.", "Mend them and try again."),
        tuple(faults),
    )  # fmt: skip


def _fault(sentence: Text, advice: Text) -> Finding:
    return Finding(plain(""), Severity.ERROR, sentence, advice)


# What shall become wild, the option and the place it clashes with, and how many m2 both cover.
Clash = tuple[Drawn, str, Drawn, float]


def _clashes(found: Found) -> Iterator[Clash]:
    wish, inventory = found.wishes.insisted, found.inventory
    lawns = () if wish.play_lawn is None else (wish.play_lawn,)
    others = [("--keep", one) for one in wish.keep] + [("--play-lawn", one) for one in lawns]
    for included, (option, other) in product(wish.include, others):
        common_m2 = overlap(pointed_out(included, inventory), pointed_out(other, inventory)).area
        if common_m2 >= LEAST_M2:
            yield included, option, other, common_m2


def _told(clash: Clash) -> Finding:
    included, option, other, common_m2 = clash
    return _fault(
        text("--include {wild} og {option} {kept} dækker begge {m2:m2}.",
             "--include {wild} and {option} {kept} both cover {m2:m2}.",
             wild=included.said, option=option, kept=other.said, m2=common_m2),
        text("Det samme sted kan ikke både blive vildt og blive, som det er. Fjern den ene.",
             "The same place cannot both go wild and stay as it is. Take one away."),
    )  # fmt: skip


def _included_nowhere(found: Found, told: set[int]) -> Iterator[Finding]:
    """Ground that shall become wild, but that some rule lets nothing of become wild."""
    for one in found.wishes.insisted.include:
        if id(one) in told:
            continue
        place = pointed_out(one, found.inventory)
        if overlap(place, found.ground.included).area >= LEAST_M2 or _holds_a_unit(place, found):
            continue
        yield _fault(
            text("--include {said}: intet af det kan blive vildt; {why}.",
                 "--include {said}: none of it can become wild; {why}.",
                 said=one.said, why=_why(place, found)),
            text("Vælg et andet sted, eller lempe reglen, f.eks. med --clearance.",
                 "Choose another place, or loosen the rule, such as with --clearance."),
        )  # fmt: skip


def _holds_a_unit(place: BaseGeometry, found: Found) -> bool:
    units = (found.ground.units[k].geometry for k in found.ground.included_units)
    return any(overlap(place, unit).area >= LEAST_M2 for unit in units)


def _why(place: BaseGeometry, found: Found) -> Text:
    """The rule that takes most of a place."""
    taken = [(overlap(left.geometry, place).area, left.reason) for left in found.ground.left_out]
    most = max(taken, key=lambda one: one[0], default=None)
    if most is None or most[0] < LEAST_M2:
        return text("det ligger uden for afdelingens jord", "it lies outside the department's land")
    return most[1]


def _numbers(found: Found) -> Iterator[Finding]:
    yield from _least_area(found)
    wish = found.wishes.insisted
    held = [part for part in parts_of(found.ground.included) if part.area >= TOLD_M2]
    count = len(held) + len(found.ground.included_units)
    if wish.most_zones is not None and count > wish.most_zones:
        yield _fault(
            text("--max-zones {most:int}: det, der skal blive vildt (--include), ligger {count:int} steder.",
                 "--max-zones {most:int}: what shall become wild (--include) lies in {count:int} places.",
                 most=wish.most_zones, count=count),
            text("Skriv --max-zones {count:int}, eller færre --include.",
                 "Type --max-zones {count:int}, or fewer --include.", count=count),
        )  # fmt: skip
    held_m2 = found.ground.included.area + sum(
        found.ground.units[k].geometry.area for k in found.ground.included_units
    )
    if held_m2 > found.goal.new_m2 + TOLD_M2:
        yield _fault(
            text("--include tager {held:m2}, men målet giver kun plads til {new:m2} nyt.",
                 "--include takes {held:m2}, but the target leaves room for {new:m2} that is new.",
                 held=held_m2, new=found.goal.new_m2),
            text("Skriv et større mål, mindst --target {least:int}m2.",
                 "Type a larger target, at least --target {least:int}m2.",
                 least=float(int(held_m2 + found.goal.counted_wild_m2) + 1)),
        )  # fmt: skip


def _least_area(found: Found) -> Iterator[Finding]:
    wish = found.wishes.insisted
    if wish.least_area_m2 is None:
        return
    if not found.ground.units and found.ground.open.is_empty:
        yield _fault(
            text("--min-area {m2:num}: så stor er ingen plæne, når afstandene er holdt.",
                 "--min-area {m2:num}: no lawn is that large once the clearances are kept.",
                 m2=wish.least_area_m2),
            text("Skriv et mindre tal.", "Type a smaller number."),
        )  # fmt: skip
    elif found.goal.new_m2 and wish.least_area_m2 > found.goal.new_m2 and not found.ground.units:
        yield _fault(
            text("--min-area {m2:num} er mere end målet, som er {new:m2} nyt.",
                 "--min-area {m2:num} is more than the target, which is {new:m2} that is new.",
                 m2=wish.least_area_m2, new=found.goal.new_m2),
            text("Skriv et mindre tal, eller et større mål.", "Type a smaller number, or a larger target."),
        )  # fmt: skip


def insistence_findings(found: Found) -> Iterator[Finding]:
    """Tell how much of the ground that shall become wild cannot, and which rule takes it."""
    for one in found.wishes.insisted.include:
        place = pointed_out(one, found.inventory)
        missed = larger_than(
            overlap(place, joined([left.geometry for left in found.ground.left_out])), TOLD_M2
        )
        if missed.area >= TOLD_M2:
            yield Finding(
                plain(one.said), Severity.NOTE,
                text("{m2:m2} af det, der skal blive vildt, kan ikke: {why}.",
                     "{m2:m2} of what shall become wild cannot: {why}.",
                     m2=missed.area, why=_why(missed, found)),
                text("Resten bliver vildt.", "The rest becomes wild."),
            )  # fmt: skip
