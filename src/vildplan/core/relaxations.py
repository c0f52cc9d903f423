"""A target that cannot be reached -> what could be typed instead, and the m2 that each really gives."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import accumulate
from math import floor

from vildplan.errors import Text, plain, text
from vildplan.model.area import Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.plan import Plan, Relaxation
from vildplan.model.wishes import Base, Count, Wishes

TOLD_M2 = 10.0
WHOLE_PERCENT = 100
SMALLER_PLAY_LAWN_M2 = 150.0
MOST_CLEARANCES = 3
# What is measured is ground; a tenth of it may be lost where zones are drawn.
SURE = 1.1
SURELY_DRAWN = 0.99
# From here on a way opens no ground, it only counts otherwise.
COUNTS_OTHERWISE = 4
LAWN, REST, UNCLASSED = "lawn", "rest", ("unknown", "rest")
NEIGHBOURS = {
    "facade": text("facader og vinduer", "facades and windows"),
    "terrace": text("terrasser og haver", "terraces and gardens"),
    "play": text("leg og bold", "play and ball games"),
    "road": text("vej og parkering", "roads and parking"),
    "path": text("stier", "paths"),
}


@dataclass(frozen=True, eq=False)
class Start:
    """What a plan starts from."""

    department: Department
    wishes: Wishes
    catalogue: Catalogue


@dataclass(frozen=True, eq=False)
class Way:
    """One way out: what to type, how it changes the start, and what it says once its m2 are known.

    `given_up` orders the ways: 0 only says what the land is, higher numbers give more up.
    """

    option: str
    given_up: int
    change: Callable[[Start], Start]
    words: Callable[[float], Text]


def relaxations(plan: Plan, nearer_m2: Callable[[Start], float]) -> tuple[Relaxation, ...]:
    """Return the ways out, the least given up first; then all together, and the target that is reached.

    `nearer_m2` measures how many m2 nearer the target another start comes.
    """
    start = Start(plan.department, plan.wishes, plan.catalogue)
    found = [(way, nearer_m2(way.change(start))) for way in _ways(plan)]
    told = sorted(
        ((way, gain_m2) for way, gain_m2 in found if gain_m2 >= TOLD_M2),
        key=lambda one: (one[0].given_up, -one[1], one[0].option),
    )
    missing_m2 = plan.goal.area_m2 - plan.reached_m2
    singles = tuple(
        Relaxation(way.option, gain_m2, _told(way.words(gain_m2), gain_m2, missing_m2))
        for way, gain_m2 in told
    )
    return (*singles, *_together(told, start, missing_m2, nearer_m2), *lower_target(plan))


def _ways(plan: Plan) -> Iterator[Way]:
    yield from _said_to_be_lawn(plan)
    yield from _clearances(plan)
    for size_m2, given_up in ((SMALLER_PLAY_LAWN_M2, 2), (0.0, 3)):
        if plan.wishes.play_lawn_m2 > size_m2:
            yield _play_lawn(size_m2, given_up, plan.wishes.play_lawn_m2)
    yield from _counted_otherwise(plan)


def _counted_otherwise(plan: Plan) -> Iterator[Way]:
    def with_all(start: Start) -> Start:
        return replace(start, wishes=replace(start.wishes, count=Count.ALL))

    def of_the_green(start: Start) -> Start:
        return replace(start, wishes=replace(start.wishes, base=Base.GREEN))

    if plan.wishes.count is Count.NEW:
        yield Way("--count all", COUNTS_OTHERWISE, with_all, lambda m2: text(
            "tæller det med, der er vildt i dag, er der {m2:m2} mindre at finde",
            "if what is wild today counts, there is {m2:m2} less to find", m2=m2,
        ))  # fmt: skip
    is_share = plan.goal.target.share is not None
    if is_share and plan.wishes.base is Base.OUTDOOR and plan.inventory.green_m2 > 0:
        yield Way("--base green", COUNTS_OTHERWISE + 1, of_the_green, lambda m2: text(
            "regnes målet af det grønne areal, er det {m2:m2} mindre",
            "as a share of the green area the target is {m2:m2} less", m2=m2,
        ))  # fmt: skip


def _said_to_be_lawn(plan: Plan) -> Iterator[Way]:
    """Ground of no class may be lawn; only who knows the place can say so."""
    blank_m2 = sum(piece.geometry.area for piece in plan.inventory.pieces if not piece.area_id)
    if blank_m2 >= TOLD_M2 and plan.department.rest == REST:
        yield Way(
            "--rest lawn", 0,
            lambda start: replace(start, department=replace(start.department, rest=LAWN)),
            lambda m2: text("{blank:m2} er ikke beskrevet; er det plæne, giver det {m2:m2} mere",
                            "{blank:m2} is not described; if it is lawn, it gives {m2:m2} more",
                            blank=blank_m2, m2=m2),
        )  # fmt: skip
    unclassed_m2 = sum(
        piece.geometry.area for piece in plan.inventory.pieces
        if piece.area_id and piece.surface in UNCLASSED
    )  # fmt: skip
    if unclassed_m2 >= TOLD_M2:
        yield Way("--surface lawn", 0, _unclassed_as_lawn, lambda m2: text(
            "{blank:m2} er tegnet, men uden kendt arealtype; er det plæne, giver det {m2:m2} mere",
            "{blank:m2} is drawn but of no known class; if it is lawn, it gives {m2:m2} more",
            blank=unclassed_m2, m2=m2,
        ))  # fmt: skip


def _unclassed_as_lawn(start: Start) -> Start:
    areas = tuple(
        replace(area, surface=LAWN) if area.surface in UNCLASSED else area for area in start.department.areas
    )
    return replace(start, department=replace(start.department, areas=areas))


def _clearances(plan: Plan) -> Iterator[Way]:
    """The clearances that take most, each about a third shorter."""
    taken = {row.rule: row.area_m2 for row in plan.taken}
    kept: dict[str, list[float]] = {}
    sums: dict[str, float] = {}
    for clearance in plan.catalogue.clearances:
        kept.setdefault(clearance.group, []).append(clearance.distance_m.number)
        sums[clearance.group] = taken.get(clearance.key, 0.0)
    groups = sorted((group for group in sums if sums[group] >= TOLD_M2), key=lambda g: (-sums[g], g))
    for group in groups[:MOST_CLEARANCES]:
        metres = min(kept[group])
        less = floor(metres * 4 / 3) / 2
        if less > 0:
            yield _clearance(group, less, metres)


def _clearance(group: str, metres: float, was: float) -> Way:
    def words(m2: float) -> Text:
        name = NEIGHBOURS.get(group, plain(group))
        return text("{m:m} i stedet for {was:m} til {name} giver {m2:m2} mere",
                    "{m:m} instead of {was:m} to {name} gives {m2:m2} more",
                    m=metres, was=was, name=name, m2=m2)  # fmt: skip

    def change(start: Start) -> Start:
        return replace(start, catalogue=start.catalogue.with_clearances({group: metres}))

    return Way(f"--clearance {group}={metres:g}", 1, change, words)


def _play_lawn(size_m2: float, given_up: int, was_m2: float) -> Way:
    def words(m2: float) -> Text:
        if size_m2 == 0:
            return text("ingen legeplæne giver {m2:m2} mere", "no play lawn gives {m2:m2} more", m2=m2)
        return text("en legeplæne på {size:m2} i stedet for {was:m2} giver {m2:m2} mere",
                    "a play lawn of {size:m2} instead of {was:m2} gives {m2:m2} more",
                    size=size_m2, was=was_m2, m2=m2)  # fmt: skip

    def change(start: Start) -> Start:
        return replace(start, wishes=replace(start.wishes, play_lawn_m2=size_m2))

    return Way(f"--play-lawn {size_m2:g}", given_up, change, words)


def _told(words: Text, gain_m2: float, missing_m2: float) -> Text:
    if gain_m2 < SURE * missing_m2:
        return words
    return text("{words}, og så kan målet nås", "{words}, and then the target can be reached", words=words)


def _together(
    told: list[tuple[Way, float]], start: Start, missing_m2: float, nearer_m2: Callable[[Start], float]
) -> Iterator[Relaxation]:
    """The first ways in the ground that are enough together, else all, and that even they are not."""
    told = [(way, gain_m2) for way, gain_m2 in told if way.given_up < COUNTS_OTHERWISE]
    if len(told) < 2 or any(gain_m2 >= SURE * missing_m2 for _, gain_m2 in told):
        return
    summed = list(accumulate(gain_m2 for _, gain_m2 in told))
    first = next((n for n, m2 in enumerate(summed, 1) if m2 >= SURE * missing_m2), len(told))
    for count in sorted({max(first, 2), len(told)}):
        ways = _one_of_a_kind(way for way, _ in told[:count])
        gain_m2 = nearer_m2(reduce(lambda changed, way: way.change(changed), ways, start))
        if gain_m2 >= SURE * missing_m2:
            break
    option = " ".join(way.option for way in ways)
    if gain_m2 >= SURE * missing_m2:
        yield Relaxation(option, gain_m2, text(
            "sammen giver det {m2:m2}, og så kan målet nås",
            "together that gives {m2:m2}, and then the target can be reached", m2=gain_m2,
        ))  # fmt: skip
    elif gain_m2 < missing_m2:
        yield Relaxation(option, gain_m2, text(
            "selv det hele på én gang giver kun {m2:m2}, og så mangler der stadig {missing:m2}",
            "even all of it at once gives only {m2:m2}, and {missing:m2} are still missing",
            m2=gain_m2, missing=missing_m2 - gain_m2,
        ))  # fmt: skip
    else:
        yield Relaxation(option, gain_m2, text(
            "sammen giver det {m2:m2}, og målet kan måske lige nås",
            "together that gives {m2:m2}, and the target may just be reached", m2=gain_m2,
        ))  # fmt: skip


def _one_of_a_kind(ways: Iterable[Way]) -> list[Way]:
    """Of two sizes of play lawn the last holds."""
    return list({way.option.rpartition("=")[0] or way.option.split()[0]: way for way in ways}.values())


def lower_target(plan: Plan) -> Iterator[Relaxation]:
    """The target that is reached; none where nothing is.

    It is a little lower than the most that can be drawn: some square metres are to be had only together.
    """
    percent = int(SURELY_DRAWN * plan.reached_share * WHOLE_PERCENT)
    if plan.goal.target.share is not None and percent >= 1:
        option = f"--target {percent}%"
    elif plan.reached_m2 >= 1:
        option = f"--target {int(SURELY_DRAWN * plan.reached_m2)}m2"
    else:
        return
    yield Relaxation(option, 0.0, text("det mål kan nås", "that target can be reached"))
