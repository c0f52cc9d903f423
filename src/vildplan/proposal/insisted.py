"""What people insist on -> blocks of the report: whether each limit is kept, and what each wish costs."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.plan import LimitKept, Plan
from vildplan.proposal.document import Block, Heading, Paragraph, Tone
from vildplan.proposal.yearly import yearly


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
        return text("Grænsen på {most} om året holdes: plejen er {reached} med planen.",
                    "The limit of {most} a year is kept: the care is {reached} with the plan.",
                    **facts)  # fmt: skip
    return text("Grænsen på {most} om året holdes ikke: plejen er {reached} med planen.",
                "The limit of {most} a year is not kept: the care is {reached} with the plan.",
                **facts)  # fmt: skip
