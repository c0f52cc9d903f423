"""What people insist on, once the plan is drawn: whether it is kept, what it costs, and what to know."""

from collections.abc import Iterator

from vildplan.errors import Finding, Severity, Text, plain, text
from vildplan.model.limits import Limit, Measure
from vildplan.model.plan import LimitKept, Plan, Proof, WishPrice

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
                text("Grænsen på {most} om året kan ikke holdes: plejen er {today} i dag, og med målet er den "
                     "mindst {least}. Planen her er den, der tager mindst.",
                     "The limit of {most} a year cannot be kept: the care is {today} today, and with the target "
                     "at least {least}. This is the plan that takes least.",
                     most=amount(limit.measure, limit.most), today=amount(limit.measure, limit.today),
                     least=amount(limit.measure, limit.reached)),
                text("Hæv grænsen, eller find arbejde, der kan spares andre steder.",
                     "Raise the limit, or find work that can be saved elsewhere."),
            )  # fmt: skip


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
    if lost < TOLD_SHARE * abs(of_points):
        return text("{who} koster ingen naturpoint, der kan måles.",
                    "{who} costs no nature points that can be measured.", who=who)  # fmt: skip
    return text("{who} koster {lost:int} naturpoint ud af {of:int} ({share:pct}).",
                "{who} costs {lost:int} nature points of {of:int} ({share:pct}).", **facts)  # fmt: skip
