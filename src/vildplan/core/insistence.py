"""What people insist on, set against the land: wishes that contradict each other are told, all at once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, WrongUsageError, plain, text
from vildplan.geometry.morphology import joined, minus, overlap
from vildplan.geometry.pointing import pointed_out
from vildplan.geometry.polygons import parts_of
from vildplan.model.plan import Zone
from vildplan.model.problem import Found
from vildplan.model.wishes import Drawn

LEAST_M2 = 0.5
TOLD_M2 = 1.0
# A rim along its edge may stay lawn.
RIM_SHARE = 0.02
NOT_TAKEN = "not_taken"
ADJUST_FIRST = text(
    "Det, et møde har vedtaget, bliver stående. Lemp reglen, eller ret først den vedtagne plan med vildplan "
    "adjust.",
    "What a meeting has adopted stays. Loosen the rule, or first change the adopted plan with vildplan "
    "adjust.",
)


def demand_consistent(found: Found) -> None:
    """Refuse wishes that cannot all be met.

    Raises:
        WrongUsageError: with every contradiction.
    """
    clashes = [*_clashes(found)]
    lost = {id(included) for included, *_ in clashes}
    faults = [*map(_told, clashes), *_no_play_lawn(found), *_included_nowhere(found, lost), *_numbers(found)]
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
        text("{wild:cap} og {option} {kept} dækker begge {m2:m2}.",
             "{wild:cap} and {option} {kept} both cover {m2:m2}.",
             wild=named_held(included), option=option, kept=other.said, m2=common_m2),
        ADJUST_FIRST if included.adopted else
        text("Det samme sted kan ikke både blive vildt og blive, som det er. Fjern den ene.",
             "The same place cannot both go wild and stay as it is. Take one away."),
    )  # fmt: skip


def _no_play_lawn(found: Found) -> Iterator[Finding]:
    drawn = found.wishes.insisted.play_lawn
    if drawn is not None and found.wishes.play_lawn_m2 > 0 and found.ground.play_lawn.area < TOLD_M2:
        yield _fault(
            text("--play-lawn {said}: der er ingen plæne, hvor den er tegnet.",
                 "--play-lawn {said}: there is no lawn where it is drawn.", said=drawn.said),
            text("Tegn den på en plæne, eller skriv et antal m².",
                 "Draw it on a lawn, or type a number of m²."),
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
            text("{said:cap}: intet af det kan blive vildt; {why}.",
                 "{said:cap}: none of it can become wild; {why}.",
                 said=named_held(one), why=_why(place, found)),
            ADJUST_FIRST if one.adopted else
            text("Vælg et andet sted, eller lemp reglen, f.eks. med --clearance.",
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
            text("--max-zones {most:int}: {held} ligger {count:int} steder.",
                 "--max-zones {most:int}: {held} lie in {count:int} places.",
                 most=wish.most_zones, count=count, held=what_is_held(wish.include)),
            text("Skriv mindst --max-zones {count:int}.", "Type at least --max-zones {count:int}.",
                 count=count),
        )  # fmt: skip
    held_m2 = found.ground.included.area + sum(
        found.ground.units[k].geometry.area for k in found.ground.included_units
    )
    if held_m2 > found.goal.new_m2 + TOLD_M2:
        yield _fault(
            text("{what:cap} fylder {held:m2}, men målet giver kun plads til {new:m2} nyt.",
                 "{what:cap} take up {held:m2}, but the target leaves room for {new:m2} that is new.",
                 what=what_is_held(wish.include), held=held_m2, new=found.goal.new_m2),
            text("Skriv et større mål, mindst --target {least:int}m2.",
                 "Type a larger target, at least --target {least:int}m2.",
                 least=float(int(held_m2 + found.goal.counted_wild_m2) + 1)),
        )  # fmt: skip


def named_held(one: Drawn) -> Text:
    """Name ground that shall become wild as whoever asked for it knows it: an option, or a zone voted for."""
    if one.adopted:
        return text("den vedtagne zone {said}", "the adopted zone {said}", said=one.said)
    return text("--include {said}", "--include {said}", said=one.said)


def what_is_held(include: Sequence[Drawn]) -> Text:
    """Name all of it together."""
    kinds = {one.adopted for one in include}
    if kinds == {True}:
        return text("de vedtagne zoner", "the adopted zones")
    if kinds == {True, False}:
        return text("de vedtagne zoner og --include", "the adopted zones and --include")
    return text("arealerne i --include", "the areas of --include")


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


def insistence_findings(found: Found, zones: Sequence[Zone]) -> Iterator[Finding]:
    """Tell how much of the ground that shall become wild does, and what takes the rest."""
    taken = joined([zone.geometry for zone in zones])
    for one in found.wishes.insisted.include:
        place = pointed_out(one, found.inventory)
        wild_m2 = overlap(place, taken).area
        reasons = _reasons(place, taken, found)
        if place.area - wild_m2 < max(TOLD_M2, RIM_SHARE * place.area) or not reasons:
            continue
        yield Finding(
            plain(one.said), Severity.WARNING,
            text("{wild:m2} af {all:m2} bliver vildt. Resten: {why}.",
                 "{wild:m2} of {all:m2} becomes wild. The rest: {why}.",
                 wild=wild_m2, all=place.area, why=_listed(reasons)),
            _beneath(one, place),
        )  # fmt: skip


def _reasons(place: BaseGeometry, taken: BaseGeometry, found: Found) -> list[Text]:
    """What takes the rest of a place, with its m2, the most first."""
    clearances = {clearance.key for clearance in found.catalogue.clearances}
    sums: dict[str, float] = defaultdict(float)
    words: dict[str, Text] = {}
    for left in found.ground.left_out:
        common_m2 = overlap(left.geometry, place).area
        if common_m2 > 0:
            sums[left.rule] += common_m2
            words[left.rule] = left.reason
            if left.rule in clearances:
                words[left.rule] = text("afstand på {why}", "clearance of {why}", why=left.reason)
    could = minus(overlap(place, found.ground.included), taken).area
    sums[NOT_TAKEN], words[NOT_TAKEN] = could, text(
        "for lidt til en zone, eller klippes, så klipperen kan komme frem",
        "too little for a zone, or mown so that the mower gets through",
    )
    told = sorted((rule for rule in sums if sums[rule] >= TOLD_M2), key=lambda rule: -sums[rule])
    return [text("{m2:m2} {why}", "{m2:m2} {why}", m2=sums[rule], why=words[rule]) for rule in told]


def _listed(reasons: list[Text]) -> Text:
    first, *others = reasons
    for other in others:
        first = text("{one}; {other}", "{one}; {other}", one=first, other=other)
    return first


def _beneath(one: Drawn, place: BaseGeometry) -> Text:
    """Where other areas lie on top of an area, it is smaller than it was drawn."""
    if one.area_id and one.geometry.area > place.area + TOLD_M2:
        return text("Arealet er tegnet som {drawn:m2}, men andre arealer ligger oven på en del af det.",
                    "The area is drawn as {drawn:m2}, but other areas lie on a part of it.",
                    drawn=one.geometry.area)  # fmt: skip
    return text("En regel kan lempes, f.eks. med --clearance eller --min-area.",
                "A rule can be loosened, such as with --clearance or --min-area.")  # fmt: skip
