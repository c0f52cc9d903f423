"""What people insist on -> blocks of the report: whether each limit is kept, and what each wish costs."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.limits import Measure
from vildplan.model.plan import LimitKept, Plan
from vildplan.proposal.document import Block, Heading, Paragraph, Tone


def insisted_blocks(plan: Plan) -> Iterator[Block]:
    """Yield a line for each limit, and one for the price of each wish; nothing where nobody insists."""
    if not plan.limits and not plan.wish_prices:
        return
    yield Heading(text("Det, I holder fast i", "What you insist on"))
    for limit in plan.limits:
        yield Paragraph(limit_sentence(limit), Tone.GOOD if limit.kept else Tone.CAUTION)
    yield from (Paragraph(price.sentence) for price in plan.wish_prices)


def limit_sentence(limit: LimitKept) -> Text:
    """Say whether a limit is kept, by the figures of the tables of hours and kroner."""
    facts = {"most": yearly(limit.measure, limit.most), "reached": yearly(limit.measure, limit.reached)}
    if limit.kept:
        return text("Grænsen på {most} om året holdes: plejen med planen er {reached}.",
                    "The limit of {most} a year is kept: the care with the plan is {reached}.",
                    **facts)  # fmt: skip
    return text("Grænsen på {most} om året holdes ikke: plejen med planen er {reached}.",
                "The limit of {most} a year is not kept: the care with the plan is {reached}.",
                **facts)  # fmt: skip


def yearly(measure: Measure, value: float) -> Text:
    """Return hours or kroner in words."""
    if measure is Measure.HOURS:
        return text("{v:num} timer", "{v:num} hours", v=value)
    return text("{v:kr}", "{v:kr}", v=value)
