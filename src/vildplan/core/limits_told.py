"""What people insist on, once the plan is drawn: whether it is kept, what it costs, and what to know."""

from collections.abc import Iterator
from math import ceil

from vildplan.errors import Finding, Severity, Text, plain, text
from vildplan.model.limits import Limit, Measure
from vildplan.model.plan import LimitKept, Plan, Proof, Relaxation, WishPrice

OPTIONS = {Measure.HOURS: "--max-hours", Measure.KRONER: "--max-cost"}
# Less than this is a matter of how zones are drawn.
TOLD_SHARE = 0.0005
TOLD_M2 = 1.0


def limits_kept(
    limits: tuple[Limit, ...], without: tuple[float, ...], reached: tuple[float, ...],
    least: tuple[float, ...] | None,
) -> tuple[LimitKept, ...]:  # fmt: skip
    """Return what came of each limit; `least` where the whole target does not keep them."""
    leasts = least or (None,) * len(limits)
    rows = zip(limits, without, reached, leasts, strict=True)
    return tuple(
        LimitKept(limit.measure, limit.most, limit.today, free, now, cheapest)
        for limit, free, now, cheapest in rows
    )


def limit_prices(
    plan: Plan, limits: tuple[LimitKept, ...], before: Proof, before_m2: float
) -> tuple[WishPrice, ...]:
    """Return what the limits cost, against the best plan without them; several that bind cost together."""
    idle = [limit for limit in limits if limit.without <= limit.most]
    bind = [limit for limit in limits if limit.without > limit.most]
    prices = [_idle(limit, before) for limit in idle]
    if bind and plan.proof is not None:
        lost = before.objective - plan.proof.objective
        less_m2 = before_m2 - plan.zones_m2
        option = " ".join(option_of(limit.measure, limit.most) for limit in bind)
        sentence = _cost(bind, lost, before.objective, less_m2)
        prices.append(WishPrice(option, lost, before.objective, less_m2, sentence))
    return tuple(prices)


def limit_findings(plan: Plan) -> Iterator[Finding]:
    """Say of each limit that is not kept what the target would take at least."""
    for limit in plan.limits:
        if not limit.kept:
            yield Finding(
                plain(option_of(limit.measure, limit.most)), Severity.WARNING,
                text("Der blev ikke fundet nogen plan med højst {most} om året. Plejen af plæner og "
                     "skråninger er {today} i dag, og {least} med den billigste plan for hele målet, som "
                     "vises her.",
                     "No plan of at most {most} a year was found. The care of lawns and slopes is {today} "
                     "today, and {least} with the cheapest plan of the whole target, which is this one.",
                     most=amount(limit.measure, limit.most), today=amount(limit.measure, limit.today),
                     least=amount(limit.measure, limit.reached)),
                text("Hæv grænsen, eller sænk målet.", "Raise the limit, or lower the target."),
            )  # fmt: skip


def limit_ways(plan: Plan) -> Iterator[Relaxation]:
    """Say with which limits the whole target is within reach: a plan of it was drawn that keeps them."""
    over = [limit for limit in plan.limits if limit.least is not None and limit.least > limit.most]
    if over:
        raised = [(limit, _raised(limit)) for limit in over]
        option = " ".join(option_of(limit.measure, most) for limit, most in raised)
        yield Relaxation(option, max(plan.goal.area_m2 - plan.reached_m2, 0.0), text(
            "så kan hele målet nås; den billigste plan for det tager {least} om året",
            "then the whole target can be reached; the cheapest plan of it takes {least} a year",
            least=joined_amounts([amount(limit.measure, limit.least or 0.0) for limit in over]),
        ))  # fmt: skip


def _raised(limit: LimitKept) -> float:
    """The least care of the whole target, rounded up to whole hours or hundreds of kroner."""
    step = 1.0 if limit.measure is Measure.HOURS else 100.0
    return step * ceil((limit.least or 0.0) / step)


def joined_amounts(amounts: list[Text]) -> Text:
    """Return one amount, or two with an and between."""
    if len(amounts) == 1:
        return amounts[0]
    return text("{one} og {other}", "{one} and {other}", one=amounts[0], other=amounts[1])


def option_of(measure: Measure, most: float) -> str:
    """Return what to type for a limit."""
    return f"{OPTIONS[measure]} {most:.10g}"


def amount(measure: Measure, value: float) -> Text:
    """Return hours or kroner in words."""
    if measure is Measure.HOURS:
        return text("{v:num} timer", "{v:num} hours", v=round(value, 1))
    return text("{v:kr}", "{v:kr}", v=value)


def _idle(limit: LimitKept, before: Proof) -> WishPrice:
    sentence = text(
        "Grænsen på {most} om året koster ingenting: den bedste plan er under den alligevel.",
        "The limit of {most} a year costs nothing: the best plan is below it anyway.",
        most=amount(limit.measure, limit.most),
    )  # fmt: skip
    return WishPrice(option_of(limit.measure, limit.most), 0.0, before.objective, 0.0, sentence)


def _cost(bind: list[LimitKept], lost: float, of_points: float, less_m2: float) -> Text:
    most = [amount(limit.measure, limit.most) for limit in bind]
    who = text("Grænsen på {most} om året", "The limit of {most} a year", most=most[0])
    if len(bind) > 1:
        who = text("Grænserne på {one} og {other} om året", "The limits of {one} and {other} a year",
                   one=most[0], other=most[1])  # fmt: skip
    facts = {"who": who, "lost": lost, "of": of_points, "share": lost / abs(of_points or 1.0), "m2": less_m2}
    if less_m2 >= TOLD_M2:
        return text(
            "{who} koster {m2:m2} vildt og {lost:int} naturpoint ud af {of:int} ({share:pct}).",
            "{who} costs {m2:m2} of wild land and {lost:int} nature points of {of:int} ({share:pct}).",
            **facts,
        )  # fmt: skip
    if not all(limit.kept for limit in bind):
        return text("{who} koster {lost:int} naturpoint ud af {of:int} ({share:pct}), uden at den holdes.",
                    "{who} costs {lost:int} nature points of {of:int} ({share:pct}) without being kept.",
                    **facts)  # fmt: skip
    if lost < TOLD_SHARE * abs(of_points):
        return text("{who} koster ingen naturpoint, der kan måles.",
                    "{who} costs no nature points that can be measured.", who=who)  # fmt: skip
    return text("{who} koster {lost:int} naturpoint ud af {of:int} ({share:pct}).",
                "{who} costs {lost:int} nature points of {of:int} ({share:pct}).", **facts)  # fmt: skip
