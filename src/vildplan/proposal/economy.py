"""Economy -> blocks of the report: what changes, hours, a contractor's kroner, what it costs to begin."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from vildplan.errors import Text, text
from vildplan.model.economy import Economy, OneOff, Span
from vildplan.model.value import Status
from vildplan.model.wishes import MownBy
from vildplan.proposal.document import NONE, NOTHING, Block, Column, Folded, Grid, Paragraph, Tone
from vildplan.proposal.sentences import change_sentence, trust_sentence

HUNDRED = 100

# Name, today, with the plan, change, status.
Row = tuple[Text, Decimal, Decimal, Span, Status]


def economy_blocks(economy: Economy) -> Iterator[Block]:
    """Yield the conclusion, then the table of those who mow, then the other, and the beginning.

    Where own staff mow, a contractor's kroner are only there for who looks; where nobody said who mows,
    both stand open.
    """
    yield Paragraph(change_sentence(economy), Tone.STRONG)
    yield Paragraph(trust_sentence(economy))
    if economy.mown_by is MownBy.CONTRACTOR:
        yield _kroner(economy)
        yield hours_grid(economy)
    else:
        yield hours_grid(economy)
        yield Paragraph(_wages(economy))
    if economy.mown_by is None:
        yield _kroner(economy)
    if economy.one_offs:
        yield beginning_grid(economy)
    if economy.mown_by in (MownBy.STAFF, MownBy.ROBOT):
        yield Folded(text("Til sammenligning: med entreprenør", "For comparison: with a contractor"),
                     (_kroner(economy),))  # fmt: skip
    yield Paragraph(how_to_read(economy), Tone.QUIET)


def _wages(economy: Economy) -> Text:
    return text(
        "Med egne folk svarer timerne til {before:kr} om året i dag og {after:kr} med planen. Det er løn, "
        "ikke en besparelse: frigjorte timer bruges til andet.",
        "With own staff the hours correspond to {before:kr} a year today and {after:kr} with the plan. "
        "These are wages, not a saving: freed hours go to other work.",
        before=float(economy.staff_kr_before), after=float(economy.staff_kr_after),
    )  # fmt: skip


def hours_grid(economy: Economy) -> Grid:
    """Return the hours of a year by kind of work, today and with the plan."""
    rows = [(w.name, w.hours_before, w.hours_after, w.hours, w.hours_status) for w in economy.work]
    sums = (economy.hours_before, economy.hours_after)
    return _yearly(text("Timer om året", "Hours per year"), rows, sums, economy.hours_change)


def _kroner(economy: Economy) -> Grid:
    rows = [
        (w.name, w.contractor_kr_before, w.contractor_kr_after, w.kr, w.kr_status) for w in economy.work
    ]
    sums = (economy.contractor_kr_before, economy.contractor_kr_after)
    return _yearly(
        text("Entreprenør, kr. om året", "Contractor, DKK per year"), rows, sums,
        economy.contractor_kr_change, HUNDRED,
    )  # fmt: skip


def _yearly(
    heading: Text, rows: Sequence[Row], sums: tuple[Decimal, Decimal], change: Span, whole: int = 1
) -> Grid:
    """A table of today, the plan and the change; the ends of a span are rounded to `whole`."""
    cells = [
        (_starred(name, status), _amount(before), _amount(after), _signed(span.likely), _between(span, whole))
        for name, before, after, span, status in rows
    ]
    total = (
        text("I alt", "In all"), _amount(sums[0]), _amount(sums[1]), _signed(change.likely),
        _between(change, whole),
    )  # fmt: skip
    return Grid(
        (
            Column(heading), Column(text("I dag", "Today"), right=True),
            Column(text("Med planen", "With the plan"), right=True),
            Column(text("Forskel", "Change"), right=True),
            Column(text("Forskel fra-til", "Change from-to"), right=True),
        ),
        (*cells, total),
        total=True,
    )  # fmt: skip


def beginning_grid(economy: Economy) -> Grid:
    """Return what is paid once, item by item."""
    rows = [_paid_once(item) for item in economy.one_offs]
    several = len(rows) > 1
    if several:
        rows.append((text("I alt", "In all"), _amount(economy.establishment_kr), _from_to(economy.one_offs)))
    return Grid(
        (
            Column(text("At komme i gang, én gang", "To begin, once")),
            Column(text("Kroner", "DKK"), right=True), Column(text("Fra-til", "From-to"), right=True),
        ),
        tuple(rows),
        total=several,
    )  # fmt: skip


def _paid_once(item: OneOff) -> tuple[Text, ...]:
    return _starred(item.name, item.status), _amount(item.kr), _from_to((item,))


def _from_to(items: tuple[OneOff, ...]) -> Text:
    low, high = sum(float(item.span.low) for item in items), sum(float(item.span.high) for item in items)
    return text("{low:int} til {high:int}", "{low:int} to {high:int}", low=_to(low), high=_to(high))


def _to(value: float, whole: int = HUNDRED) -> int:
    """The nearest whole hundred: the ends of a span are known no better."""
    return round(value / whole) * whole


def _starred(name: Text, status: Status) -> Text:
    if status is Status.ASSUMPTION:
        return text("{name} *", "{name} *", name=name)
    return name


def _amount(value: Decimal) -> Text:
    return text("{v:int}", "{v:int}", v=float(value)) if value else NONE


def _signed(value: Decimal) -> Text:
    return text("{v:plus}", "{v:plus}", v=float(value))


def _between(span: Span, whole: int) -> Text:
    low, high = _to(float(span.low), whole), _to(float(span.high), whole)
    if low == high:
        return NOTHING
    return text("{low:plus} til {high:plus}", "{low:plus} to {high:plus}", low=low, high=high)


def how_to_read(economy: Economy) -> Text:
    """Say what the tables' marks mean, and what is counted."""
    mown = {work.key for work in economy.work}
    robot = "mowing_robot" in mown and "slope_robot" not in mown
    lawns = text(" Plænerne er regnet som klippet af robot, skråningerne ikke.",
                 " Lawns are counted as mown by robot, slopes are not.") if robot else NOTHING  # fmt: skip
    return text(
        "Tallene er afrundet. * hviler på mindst én antagelse. Fra-til: når alle tal, som linjen hviler på, "
        "er i den ene eller den anden ende. Plæner og skråninger er hele afdelingens; af hække og bede er "
        "kun dem, planen ændrer, regnet med.{lawns}",
        "Numbers are rounded. * rests on at least one assumption. From-to: with all numbers behind the line "
        "at one end or the other. Lawns and slopes are the whole department's; of hedges and beds only those "
        "that the plan changes are counted.{lawns}",
        lawns=lawns,
    )  # fmt: skip
