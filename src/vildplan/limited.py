"""Plans within limits on the yearly care: drawn ever nearer to them, proved against all that keep them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from vildplan.core.describe import describe_zones
from vildplan.core.economy import limits_of, used_by
from vildplan.core.few_zones import sum_m2
from vildplan.core.limits_told import limit_findings, limit_prices, limit_ways, limits_kept
from vildplan.core.nearing import Nearing
from vildplan.core.optimise import (
    CHEAPEST,
    Within,
    added_by,
    bound_within,
    choose_cheapest,
    choose_within,
    dearest_price,
    least_bound,
    locked_in,
)
from vildplan.core.proof import own_shares, prove
from vildplan.core.relaxations import lower_target
from vildplan.core.retyping import Retyping
from vildplan.core.rules import lawn_is_left
from vildplan.core.summary import is_reached
from vildplan.model.limits import Limit, priced
from vildplan.model.plan import Plan, Proof, Zone
from vildplan.model.problem import Choice, Drawing, Found, Problem, Shape


@dataclass(frozen=True, eq=False)
class Solved:
    """What is found, with the choice on its cells.

    `held` is the problem that the choice is the best of: with included ground held in, and what limits
    count paid for.
    """

    found: Found
    problem: Problem
    held: Problem
    choice: Choice


# Where the bound has no price for a limit, types are tried at such a part of the dearest.
LEAST_PRICE = 1e-5
# So many drawings are drawn anew with room for other types, and of so many the fronts are moved.
MOST_ROOMY, MOST_POLISHED = 2, 2
# Prices nearer to each other than this part are the same.
SAME_PRICE = 0.1
# Only plans of the same area are compared.
SAME_AREA_M2 = 0.05


def _none_of(*_: object) -> None:
    pass


@dataclass(frozen=True, eq=False)
class Typing:
    """Zones whose outlines are drawn: `typed` gives them the types that are best by a problem's points.

    `with_room` draws them anew without strips that keep zones from such types; `polished` moves their fronts
    while that gains points, at a price of area. None where there is no such drawing.
    """

    typed: Callable[[Problem], Drawing]
    with_room: Callable[[Problem], "Typing | None"] = _none_of
    polished: Callable[[Problem, float], "Typing | None"] = _none_of


Draw = Callable[[Solved], Typing]


@dataclass(frozen=True, eq=False)
class Made:
    """A choice as drawn: its zones and what they use of the limits; `typing` gives them other types."""

    solved: Solved
    drawing: Drawing
    zones: tuple[Zone, ...]
    used: tuple[float, ...]
    typing: Typing


@dataclass(frozen=True, eq=False)
class Limited:
    """Limits, the best plan without them and within them; and the cheapest of a target that breaks them."""

    limits: tuple[Limit, ...]
    free: Made
    best: Made
    cheapest: Made | None


def within_limits(solved: Solved, draw: Draw, *, drawn: bool = True) -> Limited:
    """Draw the best plan, and where it does not keep the limits ever nearer to them.

    Where the zones lie there already, nothing is `drawn` without limits, and within them only what tells
    which choice they are set against.
    """
    limits = limits_of(solved.problem, solved.found)
    if not limits and not drawn:
        empty = Drawing((), solved.choice.share, (), 0.0, ())
        nothing = Made(solved, empty, (), (), Typing(lambda _: empty))
        return Limited(limits, nothing, nothing, None)
    free = _made(solved, limits, draw)
    if all(used <= limit.most for used, limit in zip(free.used, limits, strict=True)):
        return Limited(limits, free, free, None)
    drawn_all = [(free.solved, free.typing)]
    nearing = _nearing(free, limits, _gathering(draw, drawn_all))
    best, cheapest = nearing.found()
    if drawn and nearing.keeps(best):
        for bettering in _betterings(nearing, best):
            best = bettering.best(best, drawn_all)
    return Limited(limits, free, best, cheapest)


def _nearing(free: Made, limits: tuple[Limit, ...], draw: Draw) -> Nearing[Made]:
    """The search for the best plan within the limits, in terms of the stages."""
    solved, area_m2 = free.solved, free.solved.choice.area_m2
    least = choose_cheapest(solved.held, limits, area_m2)

    def within(aimed: tuple[Limit, ...]) -> Made | None:
        chosen = choose_within(solved.held, aimed, area_m2)
        return None if chosen is None else _made(_chosen(solved, chosen), limits, draw)

    def made(of_m2: float, part: float) -> Made:
        first = of_m2 == area_m2 and part == CHEAPEST[0]
        chosen = least if first else choose_cheapest(solved.held, limits, of_m2, part)
        return _made(_chosen(solved, chosen), limits, draw)

    @cache
    def whole() -> tuple[float, Made]:
        """The cheapest of all the area as drawn, and the part of the dearest price that it came of."""
        tried: list[tuple[float, Made]] = []
        for part in CHEAPEST:
            tried.append((part, made(area_m2, part)))
            if _over(tried[-1][1], limits) <= 1:
                break
        return min(tried, key=lambda one: _over(one[1], limits))

    def cheapest(of_m2: float) -> Made:
        part, plan = whole()
        return plan if of_m2 == area_m2 else made(of_m2, part)

    def points(made: Made) -> float:
        return prove(solved.problem, made.solved.choice, made.drawing).objective

    free_added = added_by(solved.held, solved.held, limits, solved.choice.share)
    return Nearing(
        limits, area_m2, free,
        free_cells=tuple(limit.today + more for limit, more in zip(limits, free_added, strict=True)),
        least_cells=tuple(limit.today + more for limit, more in zip(limits, least.added, strict=True)),
        draw=within, cheapest=cheapest, used=lambda made: made.used, points=points,
    )  # fmt: skip


def _gathering(draw: Draw, into: list[tuple[Solved, Typing]]) -> Draw:
    """Draw as before, and keep what is drawn."""

    def drawing(solved: Solved) -> Typing:
        typing = draw(solved)
        into.append((solved, typing))
        return typing

    return drawing


@dataclass(frozen=True, eq=False)
class _Bettering:
    """What was drawn within limits, drawn anew and given other types at the `prices` of the bound.

    `held` is the problem in which the limits are paid for at them, `price` what an m2 is worth then.
    """

    nearing: Nearing[Made]
    prices: tuple[float, ...]
    price: float
    held: Problem
    area_m2: float

    @classmethod
    def of(cls, nearing: Nearing[Made], aimed: tuple[Limit, ...], best: Made) -> "_Bettering":
        """At the prices of the bound on all that keeps what is aimed at."""
        solved = nearing.free.solved
        bound = least_bound(solved.held, aimed, solved.choice.area_m2).bound
        prices = tuple(
            max(nu, LEAST_PRICE * dearest_price(solved.held, limit))
            for nu, limit in zip(bound.limit_prices, aimed, strict=True)
        )
        held = priced(solved.held, nearing.limits, prices)
        return cls(nearing, prices, bound.price, held, sum_m2(best.drawing.shapes))

    def best(self, best: Made, drawn_all: Sequence[tuple[Solved, Typing]]) -> Made:
        """Return the best that keeps the limits of all that was drawn, with other types and fronts.

        The outlines that may be worth most are drawn anew with room for the types that are best at these
        prices, and the fronts of the best of all these are moved. It is set against the choice of the best
        that was drawn before, so that zones that lie there already are set against the same.
        """
        # What is drawn at near prices may be the same to the last point.
        same = (self.made(solved, typing) for solved, typing in drawn_all)
        asked = Retyping(self.typed, self.nearing.keeps, cache(self.nearing.points), self.left, self.is_sound)
        found = list({asked.most(one): one for one in same if self.is_whole(one)}.values())
        found.sort(key=asked.most, reverse=True)
        found += self.anew(found[:MOST_ROOMY], lambda typing: typing.with_room(self.held))
        better = asked.best(best, found)
        found.sort(key=asked.most, reverse=True)
        fronts = found[:MOST_POLISHED] if better is best else [better, *found[: MOST_POLISHED - 1]]
        polished = self.anew(fronts, lambda typing: typing.polished(self.held, self.price))
        better = asked.best(better, polished)
        return best if better is best else self.set_against(best, better)

    def anew(self, found: Sequence[Made], draw: Callable[[Typing], Typing | None]) -> list[Made]:
        """Draw plans anew, with the types that are best at the prices; what lacks area is left out."""
        again = [(one.solved, typing) for one in found if (typing := draw(one.typing)) is not None]
        return [made for one in again if self.is_whole(made := self.made(*one))]

    def set_against(self, before: Made, better: Made) -> Made:
        """Return a plan with what is told of it against the choice of another."""
        against = before.drawing
        drawing = replace(
            better.drawing, level_share=against.level_share, whole_units=against.whole_units,
            largest_m2=against.largest_m2,
        )  # fmt: skip
        typing = Typing(lambda _: drawing)
        return _typed(before.solved, self.nearing.limits, typing, before.solved.held)

    def is_whole(self, made: Made) -> bool:
        """Tell whether the zones have the area: only such plans are compared."""
        return sum_m2(made.drawing.shapes) >= self.area_m2 - SAME_AREA_M2

    def is_sound(self, made: Made) -> bool:
        """Tell whether a mower still covers the lawn beside zones: their raster misses a few centimetres."""
        return lawn_is_left(made.zones, made.solved.found)

    def left(self, made: Made) -> float:
        """Return what zones leave of the limits, in points at the prices."""
        rows = zip(self.prices, made.used, self.nearing.limits, strict=True)
        return sum(nu * (limit.most - used) for nu, used, limit in rows)

    def made(self, solved: Solved, typing: Typing) -> Made:
        """Give zones the types that are best at the prices."""
        return _typed(solved, self.nearing.limits, typing, self.held)

    def typed(self, made: Made, times: float) -> Made:
        """Give the zones the types that are best at so many times the prices."""
        limits = self.nearing.limits
        held = priced(self.nearing.free.solved.held, limits, tuple(times * nu for nu in self.prices))
        return _typed(made.solved, limits, made.typing, held)


def _betterings(nearing: Nearing[Made], best: Made) -> list[_Bettering]:
    """At the prices of the limits, and of what is aimed at: zones use more than their cells.

    On the cells a limit may have no price where it has one for all that can be drawn.
    """
    found = [_Bettering.of(nearing, aimed, best) for aimed in (nearing.limits, nearing.aimed(0.0))]
    same = all(abs(a - b) <= SAME_PRICE * b for a, b in zip(*(one.prices for one in found), strict=True))
    return found[:1] if same else found


def _over(made: Made, limits: tuple[Limit, ...]) -> float:
    """Return how many times the most it may the published zones use of a limit, at the worst."""
    return max(used / limit.most for used, limit in zip(made.used, limits, strict=True))


def _chosen(solved: Solved, within: Within) -> Solved:
    """The same land with a choice within limits; its points without those that hold ground in."""
    holding = float(((solved.held.score - solved.problem.score) * within.choice.share).sum())
    choice = replace(
        within.choice,
        objective=within.choice.objective - holding,
        curve=solved.choice.curve,
        paid=within.problem,
    )
    return replace(solved, held=within.problem, choice=choice)


def _made(solved: Solved, limits: tuple[Limit, ...], draw: Draw) -> Made:
    return _typed(solved, limits, draw(solved), solved.held)


def _typed(solved: Solved, limits: tuple[Limit, ...], typing: Typing, held: Problem) -> Made:
    found, drawing = solved.found, typing.typed(held)
    zones = describe_zones(drawing, solved.problem, solved.choice, found.inventory, found.catalogue)
    return Made(solved, drawing, zones, used_by(zones, found, limits), typing)


def measured_on(
    solved: Solved, limited: Limited, measured: Callable[[Solved, Sequence[Shape]], Drawing]
) -> Limited:
    """Return the same plans measured on other ground, of which theirs is a part.

    The choice within the limits is made on that ground too, where there is one.
    """
    limits = limits_of(solved.problem, solved.found)
    chosen = choose_within(solved.held, limits, solved.choice.area_m2)
    within = solved if chosen is None else _chosen(solved, chosen)

    def on(made: Made, whole: Solved) -> Made:
        lying = measured(whole, made.drawing.shapes)
        return _made(whole, limits, lambda _: Typing(lambda _: lying))

    free = on(limited.free, solved)
    best = free if limited.best is limited.free else on(limited.best, within)
    cheapest = None if limited.cheapest is None else on(limited.cheapest, within)
    return Limited(limits, free, best, cheapest)


def in_place_of_drawn(limited: Limited, drawing: Drawing, zones: tuple[Zone, ...]) -> Limited:
    """Return the same with zones that lie there already in place of those that were drawn."""
    solved = limited.best.solved
    used = used_by(zones, solved.found, limited.limits)
    made = Made(solved, drawing, zones, used, Typing(lambda _: drawing))
    return replace(limited, best=made)


def proof_within(limited: Limited) -> Proof:
    """Prove a plan against all others within its limits, or what it uses itself on the cells."""
    solved, drawing = limited.best.solved, limited.best.drawing
    if not limited.limits:
        return prove(solved.problem, solved.choice, drawing)
    own = own_shares(solved.problem, drawing)
    wide = tuple(
        replace(limit, most=max(limit.most, limit.today + limit.added(solved.problem, own)))
        for limit in limited.limits
    )
    locked = locked_in(solved.problem, solved.found.ground)
    bound = bound_within(solved.problem, locked, wide, solved.choice.area_m2)
    return prove(solved.problem, solved.choice, drawing, bound)


def told_of_limits(plan: Plan, limited: Limited, *, by_hand: bool = False) -> Plan:
    """Return the plan with what came of its limits, and what they cost.

    Of zones drawn `by_hand` the rules tell what is broken, and nothing is advised.
    """
    if not limited.limits:
        return plan
    free, best, cheapest = limited.free, limited.best, limited.cheapest
    kept = limits_kept(limited.limits, free.used, best.used, None if cheapest is None else cheapest.used)
    before = prove(free.solved.problem, free.solved.choice, free.drawing)
    plan = replace(
        plan,
        reachable=plan.reachable and all(limit.kept for limit in kept),
        limits=kept,
        wish_prices=(*plan.wish_prices, *limit_prices(plan, kept, before, sum_m2(free.drawing.shapes))),
    )
    if by_hand:
        return plan
    free_m2 = plan.goal.counted_wild_m2 + sum_m2(free.drawing.shapes)
    # Where the land holds the target, only the limits stand in its way.
    alone = is_reached(free_m2, plan.goal) and not plan.reachable
    lower = lower_target(plan) if all(limit.kept for limit in kept) else ()
    ways = (*limit_ways(plan), *lower) if alone else ()
    return replace(plan, relaxations=ways, findings=(*plan.findings, *limit_findings(plan)))


