"""Robustness -> blocks of the report: what stays chosen when a weight is halved or doubled."""

from collections.abc import Iterator

from vildplan.errors import Text, listed, text
from vildplan.model.plan import Plan, Robustness, WeightRun
from vildplan.proposal.core_ground import movers
from vildplan.proposal.document import Block, Column, Grid, Heading, Paragraph, Tone

# The runs are made on merged cells and are right within a per cent or two.
WHOLE_PERCENT = 2


def robustness_blocks(plan: Plan) -> Iterator[Block]:
    """Yield the section, or nothing where no weight was tried."""
    found = plan.robustness
    if found is None:
        return
    yield Heading(text("Holder planen, hvis vægtene er andre?", "Does the plan hold with other weights?"))
    yield Paragraph(robustness_sentence(plan, found))
    by_key: dict[str, list[WeightRun]] = {}
    for run in found.runs:
        by_key.setdefault(run.key, []).append(run)
    rows = sorted(by_key.values(), key=lambda runs: (min(run.share_kept for run in runs), runs[0].key))
    moving = [runs for runs in rows if min(_told(run) for run in runs) < 1]
    if moving:
        yield _table(moving)
    still = tuple(runs[0].name for runs in rows if runs not in moving)
    if still and moving:
        yield Paragraph(text("Uden betydning for valget her: {names}.", "Without effect here: {names}.",
                             names=listed(still, "; ")), Tone.QUIET)  # fmt: skip


def robustness_sentence(plan: Plan, found: Robustness) -> Text:
    """How much stays chosen in every run; the weight that matters most, and what it moves."""
    if not found.runs:
        return text(
            "Alt, hvad der kan blive vildt, er taget med, så vægtene ændrer ikke på planen.",
            "All that can become wild is taken, so the weights do not change the plan.",
        )
    worst = min(found.runs, key=lambda run: run.share_kept)
    if _told(worst) == 1:
        return text(
            "Ingen vægt flytter noget: planen er den samme, når de hver for sig halveres eller fordobles.",
            "No weight moves anything: the plan is the same when each of them is halved or doubled.",
        )
    most = _most(plan, worst)
    kept = round(found.share_kept, WHOLE_PERCENT)
    if kept == 0:
        return text(
            "Ingen af zonernes m² bliver valgt hver gang, når vægtene halveres og fordobles én ad gangen. "
            "{most}",
            "None of the zones' m² stay chosen every time when each weight is halved and doubled. {most}",
            most=most,
        )  # fmt: skip
    return text(
        "{kept:pct} af zonernes m² bliver valgt, uanset hvilken af vægtene der halveres eller fordobles "
        "(kernen på kortet). {most}",
        "{kept:pct} of the zones' m² stay chosen, whichever of the weights is halved or doubled "
        "(the core on the map). {most}",
        kept=kept, most=most,
    )  # fmt: skip


def _most(plan: Plan, worst: WeightRun) -> Text:
    facts = {"name": worst.name, "how": _how(worst), "part": 1 - _told(worst), "zones": _from(plan)}
    return text("Mest betyder “{name}”: {how}, flytter {part:pct} af arealet{zones}.",
                "What matters most is “{name}”: {how}, {part:pct} of the area moves{zones}.",
                **facts)  # fmt: skip


def _from(plan: Plan) -> Text:
    """The zones that lose most, as the end of a sentence."""
    ids = [zone.id for zone in movers(plan)]
    if not ids:
        return text("", "")
    if len(ids) == 1:
        return text(", mest fra {one}", ", mostly from {one}", one=ids[0])
    return text(", mest fra {one} og {other}", ", mostly from {one} and {other}", one=ids[0], other=ids[1])


def _how(run: WeightRun) -> Text:
    if run.factor < 1:
        return text("halveres den", "halved")
    return text("fordobles den", "doubled")


def _told(run: WeightRun) -> float:
    return round(run.share_kept, WHOLE_PERCENT)


def _table(rows: list[list[WeightRun]]) -> Grid:
    return Grid(
        (
            Column(text("Så meget bliver, når vægten", "How much stays when the weight")),
            Column(text("halveres", "is halved"), right=True),
            Column(text("fordobles", "is doubled"), right=True),
        ),
        tuple((runs[0].name, *(_percent(run) for run in runs)) for runs in rows),
        quiet=True,
    )  # fmt: skip


def _percent(run: WeightRun) -> Text:
    return text("{share:pct}", "{share:pct}", share=_told(run))
