"""The sentences of the report that carry its numbers; terminal, JSON and store all say the same."""

from decimal import Decimal

from vildplan.errors import Text, counted, listed, text
from vildplan.model.economy import Economy, Span
from vildplan.model.plan import Plan, Proof
from vildplan.model.wishes import Base, Count, MownBy
from vildplan.proposal.yearly import limits_named

# Decimals of a share: a tenth of a per cent, so that the sum on the page adds up.
TENTH = 3
STANDARD_NAMES = {
    Base.OUTDOOR: text("udearealet", "the outdoor area"),
    Base.GREEN: text("det grønne areal", "the green area"),
}
USED_UP = 0.98


def total_sentence(plan: Plan) -> Text:
    """`30 % i alt = 8 % vildt i dag + 22 % nyt`, on the base that was asked for."""
    goal = plan.goal
    if plan.wishes.count is Count.NEW:
        return text(
            "{all:pct} nyt vildt ({m2:m2}) af {base}; det, der er vildt i dag, tæller ikke med.",
            "{all:pct} new wild land ({m2:m2}) of {base}; what is wild today does not count.",
            all=plan.reached_share, m2=plan.zones_m2, base=base_name(plan),
        )  # fmt: skip
    base_m2 = goal.base_m2 or 1.0
    whole = round(plan.reached_share, TENTH)
    wild = round(goal.counted_wild_m2 / base_m2, TENTH)
    return text(
        "{all:pct} i alt = {wild:pct} vildt i dag + {new:pct} nyt (af {base}).",
        "{all:pct} in all = {wild:pct} wild today + {new:pct} new (of {base}).",
        all=whole, wild=wild, new=round(whole - wild, TENTH),
        base=base_name(plan),
    )  # fmt: skip


def goal_sentence(plan: Plan) -> Text:
    """Say whether the goal is reached, and by how much not."""
    facts = {"asked": plan.goal.area_m2, "reached": plan.reached_m2}
    if plan.goal.new_m2 <= 0:
        return text("Målet er nået: der er {reached:m2} vildt i dag, og målet er {asked:m2}.",
                    "The target is met: {reached:m2} is wild today, and the target is {asked:m2}.",
                    **facts)  # fmt: skip
    if plan.reachable:
        return text("Målet på {asked:m2} nås.", "The target of {asked:m2} is reached.", **facts)
    if plan.versions:
        return text("Målet på {asked:m2} nås ikke: med de rettede zoner er der {reached:m2} vildt.",
                    "The target of {asked:m2} is not reached: with the adjusted zones {reached:m2} are wild.",
                    **facts)  # fmt: skip
    if plan.amended:
        return text("Målet på {asked:m2} nås ikke med de zoner, der er vedtaget: de giver {reached:m2} "
                    "vildt i alt.",
                    "The target of {asked:m2} is not reached with the zones that were adopted: they give "
                    "{reached:m2} wild in all.", **facts)  # fmt: skip
    most = plan.wishes.insisted.most_zones
    # Where no limit is used up, it is not the limit that stands in the way.
    to_spare = all(limit.reached < USED_UP * limit.most for limit in plan.limits)
    few = most is not None and (len(plan.zones) >= most or (plan.limits and to_spare))
    if most is not None and few and plan.ground.convertible_m2 > plan.goal.new_m2:
        return text(
            "Målet på {asked:m2} nås ikke med højst {most}: så bliver det {reached:m2} vildt.",
            "The target of {asked:m2} is not reached with at most {most}: that gives {reached:m2} wild.",
            most=counted(most, ("zone", "zoner"), ("zone", "zones")), **facts,
        )  # fmt: skip
    if any(limit.least is not None for limit in plan.limits):
        return _limited_sentence(plan, facts)
    return text(
        "Målet på {asked:m2} kan ikke nås: jorden giver højst {reached:m2} vildt. Her er den bedste plan.",
        "The target of {asked:m2} cannot be reached: the land gives at most {reached:m2} wild. "
        "Here is the best plan.",
        **facts,
    )  # fmt: skip


def _limited_sentence(plan: Plan, facts: dict[str, float]) -> Text:
    """A target that limits stand in the way of: what they give, or that nothing keeps them."""
    if all(limit.kept for limit in plan.limits):
        return text(
            "Målet på {asked:m2} nås ikke inden for {limits} om året: så bliver det {reached:m2} vildt.",
            "The target of {asked:m2} is not reached within {limits} a year: that gives {reached:m2} wild.",
            limits=limits_named(plan), **facts,
        )  # fmt: skip
    return text(
        "Der blev ikke fundet en plan for {asked:m2} med højst {limits} om året. Her er den billigste, der "
        "blev fundet.",
        "No plan was found of {asked:m2} with at most {limits} a year. Here is the cheapest that was found.",
        limits=limits_named(plan), **facts,
    )  # fmt: skip


def other_base_sentence(plan: Plan) -> Text:
    """The share on the standard bases that were not asked for."""
    if plan.wishes.base is Base.FILE:
        return text("Af hele udearealet er det {outdoor:pct}, af det grønne areal {green:pct}.",
                    "Of the whole outdoor area that is {outdoor:pct}, of the green area {green:pct}.",
                    outdoor=_share(plan, Base.OUTDOOR), green=_share(plan, Base.GREEN))  # fmt: skip
    other = Base.GREEN if plan.wishes.base is Base.OUTDOOR else Base.OUTDOOR
    return text("Af {base} er det {share:pct}.", "Of {base} that is {share:pct}.",
                base=STANDARD_NAMES[other], share=_share(plan, other))  # fmt: skip


def _share(plan: Plan, base: Base) -> float:
    """The share of a standard base that is wild with the plan, wild land outside `--base FILE` too."""
    whole_m2 = plan.inventory.outdoor_m2 if base is Base.OUTDOOR else plan.inventory.green_m2
    today_m2 = plan.inventory.wild_m2 if plan.wishes.count is Count.ALL else 0.0
    return (today_m2 + plan.zones_m2) / (whole_m2 or 1.0)


def undocumented_sentence(plan: Plan) -> Text | None:
    """The share without the wild land that nothing documents, where there is any."""
    loose_m2 = plan.goal.loose_wild_m2
    if loose_m2 < 1.0:
        return None
    share = (plan.reached_m2 - loose_m2) / (plan.goal.base_m2 or 1.0)
    return text(
        "{m2:m2} af det vilde i dag er angivet, ikke dokumenteret. Uden det: {share:pct}.",
        "{m2:m2} of what is wild today is stated, not documented. Without it: {share:pct}.",
        m2=loose_m2, share=share,
    )  # fmt: skip


def proof_sentence(plan: Plan) -> Text | None:
    """What the bound says, and what it does not say."""
    if plan.proof is None or not plan.zones:
        return None
    # Rounded up to a tenth, so that the sentence never promises more than the bound.
    gap = max(-(-plan.proof.gap_percent * 10 // 1) / 1000, 0.001)
    if plan.limits:
        return text(
            "Med de valgte vægte, regler og grænser kan intet andet valg på samme areal give mere end "
            "{gap:pct} flere naturpoint. Det siger ikke, at vægtene er rigtige.",
            "With the chosen weights, rules and limits, no other choice of the same area can give more than "
            "{gap:pct} more nature points. It does not say that the weights are right.",
            gap=gap,
        )  # fmt: skip
    return text(
        "Med de valgte vægte og regler kan intet andet valg på samme areal give mere end {gap:pct} "
        "flere naturpoint. Det siger ikke, at vægtene er rigtige.",
        "With the chosen weights and rules, no other choice of the same area can give more than "
        "{gap:pct} more nature points. It does not say that the weights are right.",
        gap=gap,
    )  # fmt: skip


def outside_sentence(proof: Proof) -> Text:
    """What the bound does not know, and the metres of outline."""
    return text(
        "Uden for beviset ligger: {rules}. Zonernes kanter er {edge:int} m i alt, og langs dem skal nogen "
        "klippe.",
        "Outside the proof lie: {rules}. The zones' edges are {edge:int} m in all, and somebody has to trim "
        "along them.",
        rules=proof.outside_bound, edge=round(proof.edge_m),
    )  # fmt: skip


def bases_sentence(plan: Plan) -> Text:
    """The sizes that every share is a share of."""
    sizes = text(
        "Udearealet er {outdoor:m2}, det grønne areal {green:m2}; {convertible:m2} kan blive vildt.",
        "The outdoor area is {outdoor:m2}, the green area {green:m2}; {convertible:m2} can become wild.",
        outdoor=plan.inventory.outdoor_m2, green=plan.inventory.green_m2,
        convertible=plan.ground.convertible_m2,
    )  # fmt: skip
    if plan.wishes.base is not Base.FILE:
        return sizes
    return text("{base:cap} er {m2:m2} af udearealet. {sizes}",
                "{base:cap} is {m2:m2} of the outdoor area. {sizes}",
                base=base_name(plan), m2=plan.goal.base_m2, sizes=sizes)  # fmt: skip


def economy_sentence(economy: Economy) -> Text:
    """Say what the numbers show, and what they rest on."""
    return text("{change} {trust}", "{change} {trust}",
                change=change_sentence(economy), trust=trust_sentence(economy))  # fmt: skip


def change_sentence(economy: Economy) -> Text:
    """Say what changes per year; a saving only where the numbers show it whatever the assumptions."""
    by_contractor = economy.mown_by is MownBy.CONTRACTOR
    change = economy.contractor_kr_change if by_contractor else economy.hours_change
    facts = {
        "likely": _work_of(change.likely, by_contractor),
        "low": _work_of(change.low, by_contractor),
        "high": _work_of(change.high, by_contractor),
    }
    if change.high < 0:
        return text(
            "Planen giver omkring {likely} mindre om året, og mindst {high} mindre, selv om alle tal rammer "
            "til den dyre side ({low} mindre til den billige).",
            "The plan gives about {likely} less a year, and at least {high} less even with all numbers at "
            "their dear end ({low} less at the cheap end).",
            **facts,
        )  # fmt: skip
    if change.low > 0:
        return text(
            "Arbejdet flyttes og vokser med omkring {likely} om året (fra {low} til {high}).",
            "The work moves and grows by about {likely} a year (from {low} to {high}).",
            **facts,
        )  # fmt: skip
    return _open_sentence(change, facts)


def _open_sentence(change: Span, facts: dict[str, Text]) -> Text:
    """The difference lies within what is not known, so it is no saving, and no certain growth."""
    if change.likely < 0:
        return text(
            "Arbejdet flyttes og bliver ikke nødvendigvis mindre: omkring {likely} mindre om året, men "
            "tallene rækker fra {low} mindre til {high} mere. Der loves ingen besparelse.",
            "The work moves, and is not necessarily less: about {likely} less a year, but the numbers reach "
            "from {low} less to {high} more. No saving is promised.",
            **facts,
        )  # fmt: skip
    return text(
        "Arbejdet flyttes: omkring {likely} mere om året, men tallene rækker fra {low} mindre til {high} "
        "mere. Der loves ingen besparelse.",
        "The work moves: about {likely} more a year, but the numbers reach from {low} less to {high} more. "
        "No saving is promised.",
        **facts,
    )  # fmt: skip


def trust_sentence(economy: Economy) -> Text:
    """Say how much of it rests on assumptions, and which values to look up first, where any matter."""
    rest = text(
        "{hours:pct} af timerne og {kr:pct} af kronerne hviler på antagelser.",
        "{hours:pct} of the hours and {kr:pct} of the kroner rest on assumptions.",
        hours=round(economy.assumed_hours_share, 2), kr=round(economy.assumed_kr_share, 2),
    )  # fmt: skip
    if not economy.decisive:
        return rest
    return text(
        "{rest} Mest betyder: {values}.", "{rest} What matters most: {values}.",
        rest=rest, values=listed(tuple(value.name for value in economy.decisive), "; "),
    )  # fmt: skip


def _work_of(change: Decimal, in_kr: bool) -> Text:
    """The size of a change, as hours or as hundreds of kroner."""
    if in_kr:
        return text("{v:kr}", "{v:kr}", v=abs(round(float(change), -2)))
    return text("{v:int} timer", "{v:int} hours", v=abs(float(change)))


def base_name(plan: Plan) -> Text:
    """The base as people say it; land that a file draws goes by the name of the file."""
    own = plan.inventory.own_base
    if plan.wishes.base is Base.FILE and own is not None:
        return text("jorden i filen {file}", "the land in the file {file}", file=own.file)
    return STANDARD_NAMES.get(plan.wishes.base, STANDARD_NAMES[Base.OUTDOOR])
