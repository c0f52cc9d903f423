"""Section 8: the care, and its hours before and after, in the year and by month."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.plan import CareLine
from vildplan.proposal.board.asked import BoardAsked, captioned, ids
from vildplan.proposal.calendar import MONTHS, month_minutes
from vildplan.proposal.care_words import duration
from vildplan.proposal.charts import months_chart
from vildplan.proposal.document import NONE, Block, Column, Grid, Heading, Paragraph, Picture, Tone
from vildplan.proposal.economy import hours_grid, how_to_read
from vildplan.proposal.sentences import change_sentence, trust_sentence
from vildplan.proposal.texts.asked import lines_of
from vildplan.proposal.texts.rules import care_grid

MINUTES = 60


def care_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield what is done when in each type of zone, and the hours."""
    for zones in asked.by_type():
        yield Heading(text("{kind:cap} ({ids})", "{kind:cap} ({ids})", kind=asked.words.kind_name(zones[0]),
                           ids=ids(zones)), minor=True)  # fmt: skip
        lines: tuple[CareLine, ...] = max((lines_of(zone, asked.words) for zone in zones), key=len)
        grid = care_grid(lines)
        yield Grid(grid.columns, grid.rows, widths=(0.22, 0.78))
    yield Heading(text("Timer før og efter", "Hours before and after"), minor=True)
    yield Paragraph(change_sentence(asked.economy), Tone.STRONG)
    yield Paragraph(trust_sentence(asked.economy))
    yield captioned(hours_grid(asked.economy), text("Timer om året, i dag og med planen",
                                                    "Hours a year, today and with the plan"),
                    (0.36, 0.13, 0.17, 0.13, 0.21))  # fmt: skip
    yield _months(asked)
    yield _months_picture(asked)
    yield from _missing(asked)
    yield Paragraph(how_to_read(asked.economy), Tone.QUIET)


def _months(asked: BoardAsked) -> Grid:
    before, after = month_minutes(asked.plan, asked.year)
    rows = [
        (text("{m:months}", "{m:months}", m=(month,)), _hours(old), _hours(new), _change(new - old))
        for month, old, new in zip(MONTHS, before, after, strict=True) if old or new
    ]  # fmt: skip
    old, new = sum(before), sum(after)
    total = (text("I alt", "In all"), _hours(old), _hours(new), _change(new - old))
    return Grid(
        (
            Column(text("Måned", "Month")), Column(text("I dag", "Today"), right=True),
            Column(text("Med planen", "With the plan"), right=True),
            Column(text("Forskel", "Change"), right=True),
        ),
        (*rows, total), total=True,
        caption=text("Timer måned for måned i {year}, efter kalenderen",
                     "Hours by month in {year}, by the calendar", year=str(asked.year.year)),
        widths=(0.25, 0.25, 0.25, 0.25),
    )  # fmt: skip


def _months_picture(asked: BoardAsked) -> Picture:
    before, after = month_minutes(asked.plan, asked.year)
    old, new = (max(range(12), key=row.__getitem__) for row in (before, after))
    return Picture(
        months_chart(before, after, asked.year.year),
        text("Timer måned for måned, i dag og i {year} med planen",
             "Hours by month, today and in {year} with the plan", year=str(asked.year.year)),
        text("Søjler for hver måned. I dag er der mest at lave i {old:months} ({old_h:num} timer), med "
             "planen i {new:months} ({new_h:num} timer). Alle tal står i tabellen ovenfor.",
             "Columns for each month. Today most is done in {old:months} ({old_h:num} hours), with the plan "
             "in {new:months} ({new_h:num} hours). All figures stand in the table above.",
             old=(old + 1,), new=(new + 1,), old_h=round(before[old] / MINUTES, 1),
             new_h=round(after[new] / MINUTES, 1)),
        height=0.4,
    )  # fmt: skip


def _missing(asked: BoardAsked) -> Iterator[Block]:
    missing = sum(one.minutes for one in asked.year.missing)
    if missing:
        yield Paragraph(text(
            "Med {hours:num} timer om ugen mangler der {missing} i {year}.",
            "With {hours:num} hours a week {missing} are missing in {year}.",
            hours=float(asked.plan.wishes.crew.hours_per_week), missing=duration(missing),
            year=str(asked.year.year),
        ), Tone.CAUTION)  # fmt: skip


def _hours(minutes: int) -> Text:
    return text("{h:num}", "{h:num}", h=round(minutes / MINUTES, 1)) if minutes else NONE


def _change(minutes: int) -> Text:
    hours = round(minutes / MINUTES, 1)
    sign = "+" if hours > 0 else ""
    return text(sign + "{h:num}", sign + "{h:num}", h=hours) if hours else NONE
