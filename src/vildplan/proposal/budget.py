"""Budget -> blocks: what the dwellings pay, ten years, who works, what is sought and granted, every line."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from vildplan.errors import Text, listed, plain, text
from vildplan.model.budget import YEARS, Budget, BudgetLine, BudgetYear, Effect, Factor, Part
from vildplan.model.economy import Span
from vildplan.model.money import Financing, Standing, Who
from vildplan.model.value import Status, Value
from vildplan.proposal.budget_words import BOUGHT, PARTS, PLACES, SOURCES, STANDINGS, WHO, notes
from vildplan.proposal.charts import year_name
from vildplan.proposal.document import (
    NONE,
    NOTHING,
    Block,
    Column,
    Document,
    Folded,
    Grid,
    Heading,
    Paragraph,
    ScreenOnly,
    Tone,
)

HUNDRED, TEN = 100, 10
IN_ALL = text("I alt", "In all")
ZERO = Decimal(0)


def budget_blocks(budget: Budget) -> Iterator[Block]:
    """Yield the ten years as a report tells them; every line stands folded."""
    yield Heading(text("Ti års budget", "A budget of ten years"))
    yield from _summed_up(budget)
    yield ScreenOnly(text(
        "Hver linje regnet ud står i rapport.html; vildplan budget PLAN viser dem også.",
        "Every line worked out stands in rapport.html; vildplan budget PLAN shows them too.",
    ))  # fmt: skip
    summary = text("Se hver linje regnet ud ({count:int})", "See every line worked out ({count:int})",
                   count=len(budget.lines))  # fmt: skip
    yield Folded(summary, (*_lines(budget), inputs_grid(budget.inputs)))


def budget_document(budget: Budget, name: str) -> Document:
    """Return the page of `vildplan budget`: the same, with every line and every number behind them."""
    blocks: list[Block] = [*_summed_up(budget), Heading(text("Hver linje", "Every line"))]
    blocks += _lines(budget)
    blocks += [Heading(text("Tallene bag", "The numbers behind")), inputs_grid(budget.inputs)]
    return Document(text("Ti års budget for {name}", "A budget of ten years for {name}", name=name),
                    tuple(blocks))  # fmt: skip


def _summed_up(budget: Budget) -> Iterator[Block]:
    yield Paragraph(conclusion(budget.in_all), Tone.STRONG)
    if budget.effects:
        yield paid_grid(budget)
    yield years_grid(budget)
    yield labour_grid(budget.years)
    if budget.money.financing:
        yield financing_grid(budget.money.financing)
    yield from (Paragraph(words, Tone.QUIET) for words in notes(budget))


def conclusion(effect: Effect) -> Text:
    """Say what the dwellings pay; less only where the dear end is less too."""
    per_month = effect.kr_per_dwelling_month
    span = effect.year_kr if per_month is None else per_month
    about = _hundreds if per_month is None else _whole if _is_wide(span) else _oere
    unit = text("om året", "a year") if per_month is None else text(
        "pr. bolig og måned", "per dwelling and month")  # fmt: skip
    facts = {
        "unit": unit, "likely": about(abs(span.likely))[0], "low": about(span.low)[1],
        "high": about(span.high)[1],
    }  # fmt: skip
    if span.high < 0:
        return text(
            "I gennemsnit over ti år betaler boligerne {likely} mindre {unit} (fra {low} til {high}).",
            "In the mean of ten years the dwellings pay {likely} less {unit} (from {low} to {high}).",
            **facts,
        )  # fmt: skip
    if span.likely < 0:
        return text(
            "I gennemsnit over ti år betaler boligerne omkring {likely} mindre {unit}, men tallene rækker "
            "fra {low} til {high}. Der loves ingen besparelse.",
            "In the mean of ten years the dwellings pay about {likely} less {unit}, but the numbers reach "
            "from {low} to {high}. No saving is promised.",
            **facts,
        )  # fmt: skip
    return text(
        "I gennemsnit over ti år betaler boligerne omkring {likely} mere {unit} (fra {low} til {high}).",
        "In the mean of ten years the dwellings pay about {likely} more {unit} (from {low} to {high}).",
        **facts,
    )  # fmt: skip


def paid_grid(budget: Budget) -> Grid:
    """Return what is paid from where, low, likely and high; per m2 and per dwelling where those are known."""
    several = len(budget.effects) > 1
    named = [(PLACES[effect.paid_from], effect) for effect in budget.effects]
    named += [(IN_ALL, budget.in_all)] if several else []
    rows = tuple(row for name, effect in named for row in _paid_rows(name, effect))
    return Grid(
        (
            Column(text("I gennemsnit over ti år", "In the mean of ten years")),
            Column(text("Lavt", "Low"), right=True), Column(text("Sandsynligt", "Likely"), right=True),
            Column(text("Højt", "High"), right=True),
        ),
        rows,
    )  # fmt: skip


def _paid_rows(name: Text, effect: Effect) -> Iterator[tuple[Text, ...]]:
    spans = (
        (text("{name}: kr. om året", "{name}: DKK a year", name=name), effect.year_kr, False),
        (text("– kr. pr. m² bolig om året", "– DKK per m² of dwelling a year"), effect.kr_per_m2, True),
        (text("– kr. pr. bolig og måned", "– DKK per dwelling and month"), effect.kr_per_dwelling_month,
         True),
    )  # fmt: skip
    for words, span, decimals in spans:
        if span is not None:
            yield words, *(_signed(kr, decimals) for kr in (span.low, span.likely, span.high))


def years_grid(budget: Budget) -> Grid:
    """Return the ten years, what is paid each year, and their sums."""
    granted = any(year.granted_kr for year in budget.years)
    begin = text("I gang", "To begin")
    if granted:
        begin = text("I gang, minus bevilget", "To begin, less granted")
    columns = (
        Column(text("År", "Year")), Column(text("Kr. i dag", "DKK today"), right=True),
        Column(text("Med planen", "With the plan"), right=True), Column(begin, right=True),
        Column(text("Boligerne", "Dwellings"), right=True),
    )  # fmt: skip
    rows = [_year_row(year) for year in budget.years]
    begun, given = (_added(y.begin_kr for y in budget.years), _added(y.granted_kr for y in budget.years))
    rows.append((
        text("Ti år", "Ten years"), _amount(_added(y.before_kr for y in budget.years)),
        _amount(_added(y.after_kr for y in budget.years)), _begun(begun, given),
        _signed(_added(y.paid_kr.likely for y in budget.years)),
    ))  # fmt: skip
    return Grid(columns, tuple(rows), total=True)


def _year_row(year: BudgetYear) -> tuple[Text, ...]:
    return (
        year_name(year), _amount(year.before_kr), _amount(year.after_kr),
        _begun(year.begin_kr, year.granted_kr), _signed(year.paid_kr.likely),
    )  # fmt: skip


def _begun(begin_kr: Decimal, granted_kr: Decimal) -> Text:
    if not granted_kr:
        return _amount(begin_kr)
    return text("{begin} {granted:plus}", "{begin} {granted:plus}",
                begin=_amount(begin_kr), granted=-float(granted_kr))  # fmt: skip


def labour_grid(years: Sequence[BudgetYear]) -> Grid:
    """Return hours and kroner with the plan over ten years; the beginning and what is bought with them."""
    rows = []
    for who in Who:
        mine = [year.by_who[who] for year in years if who in year.by_who]
        if mine:
            hours, kr = _added(one.hours for one in mine), _added(one.kr for one in mine)
            rows.append((WHO[who], _amount(hours), _amount(kr), _amount(hours / YEARS), _amount(kr / YEARS)))
    all_kr = _added(year.after_kr + year.begin_kr for year in years)
    bought_kr = all_kr - _added(one.kr for year in years for one in year.by_who.values())
    rows += [
        (name, NONE, _amount(kr), NONE, _amount(kr / YEARS))
        for name, kr in ((text("indkøb og anlæg", "purchases and works"), bought_kr), (IN_ALL, all_kr))
    ]
    return Grid(
        (
            Column(text("Med planen", "With the plan")),
            Column(text("Timer, ti år", "Hours, ten years"), right=True),
            Column(text("Kr., ti år", "DKK, ten years"), right=True),
            Column(text("Timer om året", "Hours a year"), right=True),
            Column(text("Kr. om året", "DKK a year"), right=True),
        ),
        tuple(rows),
        total=True,
    )  # fmt: skip


def financing_grid(financing: Sequence[Financing]) -> Grid:
    """Return where money may come from, and whether it is counted with."""
    rows = tuple(
        (
            SOURCES[one.source] if not one.name else text("{source}: {name}", "{source}: {name}",
                                                          source=SOURCES[one.source], name=one.name),
            text("{kr:kr} om året fra år {year:int}", "{kr:kr} a year from year {year:int}",
                 kr=float(one.amount_kr), year=one.year) if one.every_year else _kr(one.amount_kr, False),
            STANDINGS[one.standing],
            text("ja", "yes") if one.standing is Standing.GRANTED else text("nej", "no"),
        )
        for one in financing
    )  # fmt: skip
    return Grid(
        (
            Column(text("Finansiering", "Financing")), Column(text("Beløb", "Amount"), right=True),
            Column(text("Status", "Status")), Column(text("Regnet med", "Counted with")),
        ),
        rows,
    )  # fmt: skip


# --------------------------------------------------------------------------------- every line


def _lines(budget: Budget) -> list[Paragraph | Grid]:
    found: list[Paragraph | Grid] = []
    for part in Part:
        members = [line for line in budget.lines if line.part is part]
        if members:
            found.append(_part(part, members))
    return found


def _part(part: Part, lines: Sequence[BudgetLine]) -> Grid:
    once = part in (Part.BEGIN, Part.RENEWAL)
    kr = text("Kr. pr. gang", "DKK each time") if once else text("Kr. pr. år", "DKK a year")
    columns = (
        Column(PARTS[part]), Column(kr, right=True),
        Column(text("Regnestykke; hvem, konto og år", "Sum; who, account and years")),
    )  # fmt: skip
    return Grid(columns, tuple(_line(line) for line in lines))


def _line(line: BudgetLine) -> tuple[Text, ...]:
    name = text("{name} *", "{name} *", name=line.name) if line.status is Status.ASSUMPTION else line.name
    kr = text("{kr:oere}", "{kr:oere}", kr=round(float(line.kr), 2))
    how = text("{sum}; {who}, konto {account}, år {years}", "{sum}; {who}, account {account}, year {years}",
               sum=line_sum(line), who=BOUGHT if line.who is None else WHO[line.who], account=line.account,
               years=_span_of_years(line.years))  # fmt: skip
    return name, kr, how


def line_sum(line: BudgetLine) -> Text:
    """Return how a line is worked out, with all its numbers: `3,1 m² × 2 × 0,5 × 450 kr./time (3,1 timer)`.

    The product is of exact numbers, so that it comes to the øre; the hours beside it are rounded.
    """
    factors = listed(tuple(_factor(one, first=number == 0) for number, one in enumerate(line.factors)), "")
    if line.rate is None or line.hours is None:
        return factors
    rate = (float(line.rate.number), line.rate.unit)
    if len(line.factors) == 1:
        return text("{factors} × {rate:precise}", "{factors} × {rate:precise}", factors=factors, rate=rate)
    pattern, hours = "{factors} × {rate:precise} ({hours:quantity})", round(float(line.hours), 2)
    return text(pattern, pattern, factors=factors, rate=rate, hours=(hours, "timer"))


def _factor(factor: Factor, *, first: bool) -> Text:
    size = text("{q:precise}", "{q:precise}", q=(float(factor.number), factor.unit))
    if first:
        return size
    sign = " / " if factor.divides else " × "
    return text(sign + "{size}", sign + "{size}", size=size)


def _span_of_years(years: tuple[int, ...]) -> str:
    whole = len(years) > 1 and years[-1] - years[0] == len(years) - 1
    return f"{years[0]}-{years[-1]}" if whole else ", ".join(map(str, years))


def inputs_grid(values: Sequence[Value]) -> Grid:
    """Return the catalogue's values behind the lines, with their span and source."""
    rows = tuple(
        (plain(value.key), value.name, _precise(value.number, value.unit), _ends(value), value.source_words)
        for value in values
    )
    return Grid(
        (
            Column(text("Nøgle", "Key")), Column(text("Hvad", "What")),
            Column(text("Regnet med", "Counted with"), right=True),
            Column(text("Fra-til", "From-to"), right=True), Column(text("Kilde", "Source")),
        ),
        rows,
    )  # fmt: skip


def _ends(value: Value) -> Text:
    if value.low is None or value.high is None:
        return NOTHING
    return text("{low:exact}-{high:exact}", "{low:exact}-{high:exact}", low=value.low, high=value.high)


def _precise(number: float, unit: str) -> Text:
    return text("{q:precise}", "{q:precise}", q=(number, unit))


# ------------------------------------------------------------------------------------ amounts


def _kr(value: Decimal, decimals: bool) -> Text:
    if decimals:
        return text("{v:kroner}", "{v:kroner}", v=float(value))
    return text("{v:kr}", "{v:kr}", v=_round(float(value)))


def _signed(value: Decimal, decimals: bool = False) -> Text:
    if decimals:
        sign = "+" if value > 0 else ""
        return text(sign + "{v:oere}", sign + "{v:oere}", v=round(float(value), 2))
    return text("{v:plus}", "{v:plus}", v=float(value))


def _is_wide(span: Span) -> bool:
    """Tell whether øre say nothing, as the ends lie so many kroner apart."""
    return span.high - span.low >= TEN


# An amount in a sentence, and the same with its sign, as an end of a span: rounded as far as it is known.


def _hundreds(value: Decimal) -> tuple[Text, Text]:
    return _kr(value, False), _signed(Decimal(round(_round(float(value)))))


def _whole(value: Decimal) -> tuple[Text, Text]:
    return text("{v:kr}", "{v:kr}", v=float(value)), _signed(value)


def _oere(value: Decimal) -> tuple[Text, Text]:
    return _kr(value, True), _signed(value, decimals=True)


def _amount(value: Decimal) -> Text:
    return text("{v:int}", "{v:int}", v=float(value)) if value else NONE


def _added(values: Iterable[Decimal]) -> Decimal:
    return sum(values, ZERO)


def _round(value: float) -> float:
    """The nearest hundred, or ten of small sums: the ends are known no better."""
    whole = HUNDRED if abs(value) >= TEN * HUNDRED else TEN
    return round(value / whole) * whole

