"""In section 9: what less or more wild land would come to, at whole plans under the same rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from vildplan.errors import Text, text
from vildplan.model.plan import Plan
from vildplan.proposal.board.asked import BoardAsked
from vildplan.proposal.board.lawn import mown_m2
from vildplan.proposal.charts import Curve, Panels
from vildplan.proposal.document import Block, Column, Grid, Heading, Paragraph, Picture, Tone, m2

MONTHS = 12
PLAN = text("{share:pct} (planen)", "{share:pct} (the plan)", share=0.0)
TODAY = text("{share:pct} (i dag)", "{share:pct} (today)", share=0.0)


@dataclass(frozen=True)
class Point:
    """What one share of wild land comes to.

    `share` (0 to 1) is of the base, with what is wild today where it counts; hours are those a year beyond
    today's, `paid_kr` what is paid a year in the mean of ten, by each dwelling a month where these are known.
    """

    share: float
    new_m2: float
    hours: float
    paid_kr: float
    lawn_m2: float


def points_of(asked: BoardAsked) -> tuple[Point, ...]:
    """Return today, the other plans and the plan itself, by their share."""
    plan = asked.plan
    wild = plan.goal.counted_wild_m2 / (plan.goal.base_m2 or 1.0)
    today = Point(wild, 0.0, 0.0, 0.0, mown_m2(plan)[0])
    points = [today, *(_point(one, plan.wishes.dwellings) for one in (*asked.others, plan))]
    return tuple(sorted(points, key=lambda point: point.share))


def _point(plan: Plan, dwellings: int | None) -> Point:
    if plan.economy is None or plan.budget is None:
        raise ValueError("no economy")
    year_kr = float(plan.budget.in_all.year_kr.likely)
    return Point(
        plan.reached_share, plan.zones_m2,
        float(plan.economy.hours_after - plan.economy.hours_before),
        year_kr / (MONTHS * dwellings) if dwellings else year_kr, mown_m2(plan)[1],
    )  # fmt: skip


def more_or_less_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield the curves and their table; nothing where there is no other plan."""
    if not asked.others:
        return
    points = points_of(asked)
    own = points.index(_point(asked.plan, asked.plan.wishes.dwellings))
    yield Heading(text("Mindre eller mere vildt", "Less or more wild land"), minor=True)
    yield Paragraph(text(
        "Kurverne viser, hvad andre andele ville koste. Hvert punkt er en hel plan efter de samme regler; "
        "ringen er denne plan.",
        "The curves show what other shares would cost. Each point is a whole plan under the same rules; the "
        "ring is this plan.",
    ))  # fmt: skip
    if asked.plan.phases:
        yield Paragraph(text(
            "Denne plan begynder i etaper. De andre er regnet, som om det hele lægges om det første år.",
            "This plan begins in phases. The others are counted as if all began in the first year.",
        ))  # fmt: skip
    yield _picture(points, own, asked)
    yield _grid(points, own, asked)
    yield from (Paragraph(words) for words in _falls(asked))
    yield Paragraph(text(
        "Timer er dem, der kommer til i forhold til i dag. Kroner er gennemsnittet over ti år, med alt, hvad "
        "det koster at komme i gang.",
        "Hours are those beyond today's. Kroner are the mean of ten years, with all that it costs to begin.",
    ), Tone.QUIET)  # fmt: skip


def _falls(asked: BoardAsked) -> Iterator[Text]:
    """Say what saves most where more wild land takes fewer hours, which nobody expects."""
    plans = sorted((*asked.others, asked.plan), key=lambda plan: plan.reached_share)
    for less, more in pairwise(plan for plan in plans if plan.economy is not None):
        before, after = _changes(less), _changes(more)
        if not after or sum(after.values()) >= sum(before.values()):
            continue
        key = min(after, key=lambda key: after[key] - before.get(key, 0.0))
        line = next(line for line in more.economy.work if line.key == key) if more.economy else None
        if line is not None:
            yield text(
                "Fra {low:pct} til {high:pct} falder timerne, mest på denne post: {name} ({old:int} timer "
                "i dag, {new:int} med den plan).",
                "From {low:pct} to {high:pct} the hours fall, most of all on this item: {name} "
                "({old:int} hours today, {new:int} with that plan).",
                low=less.reached_share, high=more.reached_share, name=line.name,
                old=float(line.hours_before), new=float(line.hours_after),
            )  # fmt: skip


def _changes(plan: Plan) -> dict[str, float]:
    """The change of each line of work; a line that a plan does not have is one that it does not change."""
    work = plan.economy.work if plan.economy is not None else ()
    return {line.key: float(line.hours_after - line.hours_before) for line in work}


def _paid(asked: BoardAsked) -> Text:
    if asked.plan.wishes.dwellings:
        return text("Kr. pr. bolig og måned", "DKK per dwelling and month")
    return text("Kroner om året", "DKK a year")


def _picture(points: tuple[Point, ...], own: int, asked: BoardAsked) -> Picture:
    x = tuple(point.share for point in points)
    hours = text("Timer om året mere end i dag", "Hours a year more than today")
    lawn = text("Kortklippet plæne tilbage", "Short lawn left")
    curves = (
        Curve("hours", hours, x, tuple(point.hours for point in points), "pct", "int", own, "plus"),
        Curve("kr", _paid(asked), x, tuple(point.paid_kr for point in points), "pct", "kr", own,
              "kroner" if asked.plan.wishes.dwellings else "kr"),
        Curve("lawn", lawn, x, tuple(point.lawn_m2 for point in points), "pct", "m2", own),
    )  # fmt: skip
    caption = text(
        "Hvad mindre eller mere vildt koster; vandret: det vilde i alt, som andel af {of}",
        "What less or more wild land costs; across: wild land in all, as a share of {of}", of=_of(asked),
    )  # fmt: skip
    return Picture(Panels("more_or_less", caption, curves), caption, _alt(points, own, asked), height=0.55)


def _of(asked: BoardAsked) -> Text:
    if asked.plan.wishes.base.value == "green":
        return text("det grønne areal", "the green area")
    if asked.plan.wishes.base.value == "outdoor":
        return text("udearealet", "the outdoor area")
    return text("grundlaget", "the base")


def _alt(points: tuple[Point, ...], own: int, asked: BoardAsked) -> Text:
    here, first, last = points[own], points[1], points[-1]
    return text(
        "Tre kurver fra {low:pct} til {high:pct} vildt. Ved planens {share:pct}: {hours:plus} timer om "
        "året, {paid} {each} og {lawn:m2} kortklippet plæne tilbage. Alle tal står i tabellen nedenunder.",
        "Three curves from {low:pct} to {high:pct} wild land. At the plan's {share:pct}: {hours:plus} hours "
        "a year, {paid} {each} and {lawn:m2} of short lawn left. All figures stand in the table below.",
        low=min(points[0].share, first.share), high=last.share, share=here.share, hours=here.hours,
        paid=_kroner(here, asked), lawn=here.lawn_m2,
        each=text("pr. bolig og måned", "per dwelling and month") if asked.plan.wishes.dwellings
        else text("om året", "a year"),
    )  # fmt: skip


def _grid(points: tuple[Point, ...], own: int, asked: BoardAsked) -> Grid:
    columns = (
        Column(text("Vildt i alt", "Wild in all")), Column(text("Nyt", "New"), right=True),
        Column(text("Timer om året", "Hours a year"), right=True), Column(_paid(asked), right=True),
        Column(text("Kortklippet plæne", "Short lawn"), right=True),
    )  # fmt: skip
    return Grid(
        columns, tuple(_row(point, asked, is_plan=n == own) for n, point in enumerate(points)),
        caption=text("Mindre eller mere vildt", "Less or more wild land"),
        widths=(0.22, 0.15, 0.17, 0.27, 0.19),
    )  # fmt: skip


def _kroner(point: Point, asked: BoardAsked) -> Text:
    """Kroner, with øre where it is what a dwelling pays a month, as everywhere in the paper."""
    if asked.plan.wishes.dwellings:
        return text("{v:kroner}", "{v:kroner}", v=point.paid_kr)
    return text("{v:kr}", "{v:kr}", v=point.paid_kr)


def _row(point: Point, asked: BoardAsked, *, is_plan: bool) -> tuple[Text, ...]:
    name = text("{v:pct}", "{v:pct}", v=point.share)
    if is_plan or not point.new_m2:
        words = PLAN if is_plan else TODAY
        name = Text(words.da, words.en, {"share": point.share})
    return (
        name, m2(point.new_m2), text("{v:plus}", "{v:plus}", v=point.hours),
        _kroner(point, asked), m2(point.lawn_m2),
    )  # fmt: skip


def more_or_less_records(asked: BoardAsked) -> list[dict[str, Any]]:
    """Return the points in full precision."""
    key = "kr_per_dwelling_month" if asked.plan.wishes.dwellings else "kr_per_year"
    return [
        {"share": one.share, "new_m2": one.new_m2, "hours_change": one.hours, key: one.paid_kr,
         "short_lawn_m2": one.lawn_m2}
        for one in points_of(asked)
    ]  # fmt: skip
