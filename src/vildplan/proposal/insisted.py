"""What people insist on -> blocks of the report: whether each limit is kept, and what each wish costs."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.limits import Measure
from vildplan.model.plan import LimitKept, Plan
from vildplan.model.wishes import MownBy
from vildplan.proposal.document import Block, Heading, Paragraph, Tone
from vildplan.proposal.yearly import yearly


def insisted_blocks(plan: Plan) -> Iterator[Block]:
    """Yield a line for each limit, and one for the price of each wish; nothing where nobody insists."""
    if not plan.limits and not plan.wish_prices:
        return
    yield Heading(text("Det, I holder fast i", "What you insist on"))
    for limit in plan.limits:
        yield Paragraph(limit_sentence(limit), Tone.GOOD if limit.kept else Tone.CAUTION)
    if any(limit.measure is Measure.KRONER for limit in plan.limits):
        yield Paragraph(_whose_kroner(plan), Tone.QUIET)
    yield from (Paragraph(price.sentence) for price in plan.wish_prices)


def _whose_kroner(plan: Plan) -> Text:
    if plan.wishes.mown_by is MownBy.CONTRACTOR:
        return text("Kronerne er entreprenørens pris for plejen.",
                    "The kroner are the contractor's price for the care.")  # fmt: skip
    return text("Kronerne er timerne gange timelønnen for egne folk; med --mower contractor gælder grænsen "
                "entreprenørens pris.",
                "The kroner are the hours at the wage of own staff; with --mower contractor the limit is on "
                "the contractor's price.")  # fmt: skip


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
