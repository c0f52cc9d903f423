"""The words of a budget: who, from where, and what it is reckoned by."""

from collections.abc import Iterator, Mapping
from datetime import date

from vildplan.errors import Text, listed, text
from vildplan.model.budget import Budget, Part
from vildplan.model.money import PaidFrom, Source, Standing, Vat, Who

WHO: Mapping[Who, Text] = {
    Who.STAFF: text("egne folk", "own staff"),
    Who.CONTRACTOR: text("entreprenør", "contractor"),
    Who.YOUTH: text("unge 13-17 år", "youth aged 13-17"),
    Who.VOLUNTEERS: text("frivillige", "volunteers"),
}
BOUGHT = text("indkøb", "bought")
PLACES: Mapping[PaidFrom, Text] = {
    PaidFrom.RESERVES: text("Af henlæggelser", "From reserves"),
    PaidFrom.RUNNING: text("Af driften", "From the running budget"),
    PaidFrom.LOAN: text("Ydelse på lån", "Payments on a loan"),
}
SOURCES: Mapping[Source, Text] = {
    Source.OWN_RESERVES: text("egne henlæggelser", "own reserves"),
    Source.GRANT: text("tilskud", "grant"),
    Source.RAINWATER: text("medfinansiering af regnvand", "co-financing of rainwater"),
    Source.MUNICIPAL: text("kommunal pulje", "municipal pool"),
    Source.OTHER: text("andet", "other"),
}
STANDINGS: Mapping[Standing, Text] = {
    Standing.POSSIBLE: text("mulig", "possible"),
    Standing.SOUGHT: text("søgt", "sought"),
    Standing.GRANTED: text("bevilget", "granted"),
}
PARTS: Mapping[Part, Text] = {
    Part.TODAY: text("Pleje i dag", "Care today"),
    Part.PLAN: text("Pleje med planen", "Care with the plan"),
    Part.BEGIN: text("At komme i gang", "To begin"),
    Part.RENEWAL: text("Skilte igen", "Signs again"),
}
VATS: Mapping[Vat, Text] = {
    Vat.INCLUDED: text("Priserne er med moms.", "Prices are with VAT."),
    Vat.EXCLUDED: text("Priserne er uden moms.", "Prices are without VAT."),
    Vat.UNKNOWN: text(
        "Om priserne er med moms, siger kilderne mest ikke: spørg, når I får tilbud.",
        "Whether prices are with VAT the sources mostly do not say: ask when you get quotes.",
    ),
}

# What the source of a price says where none was found.
ASK = "indhent tilbud"


def notes(budget: Budget, *, how_to_set: bool = True) -> Iterator[Text]:
    """Yield what the numbers are reckoned by, and where to set it."""
    yield text("Tabellerne er ikke afrundet, så hver sum kan regnes efter; så sikre er tallene ikke.",
               "The tables are not rounded, so that every sum can be checked; the numbers are not that sure.")
    yield _prices(budget)
    yield _accounts(budget, SET_IN if how_to_set else text("", ""))
    yield _work(budget)
    yield from _per_m2(budget)
    guessed = tuple(value.name for value in budget.inputs if ASK in value.source)
    if guessed:
        yield _guessed(listed(guessed, "; "), how_to_set=how_to_set)
    if budget.youth_hours:
        yield _youth(budget)
    if budget.youth_short_years:
        yield text(
            "Den faste linje på {hours:num} timer til unge er for lille i år {years}.",
            "The fixed line of {hours:num} hours for youth is too small in year {years}.",
            hours=float(budget.youth_hours), years=", ".join(map(str, budget.youth_short_years)),
        )  # fmt: skip
    if budget.loan_kr.likely:
        yield _loan(budget)
    if budget.money.contract_until is not None:
        yield text(
            "Aftalen om klipning løber til {until}: til og med det år betales klipningen som i dag.",
            "The mowing agreement runs until {until}: to the end of that year mowing is paid as today.",
            until=day_of(budget.money.contract_until),
        )  # fmt: skip


def _loan(budget: Budget) -> Text:
    facts = {
        "loan": float(budget.loan_kr.likely), "years": budget.money.loan_years or 0,
        "percent": float(budget.money.loan_percent or 0), "each": float(budget.loan_year_kr.likely),
    }  # fmt: skip
    if begins_in_phases(budget):
        return text(
            "Hver etape lånes i det år, den begynder, over {years:int} år til {percent:num} % om året, i alt "
            "{loan:kr}.",
            "Each phase is borrowed in the year that it begins in, over {years:int} years at {percent:num}% "
            "a year, {loan:kr} in all.",
            **facts,
        )  # fmt: skip
    return text(
        "Lånet er {loan:kr} over {years:int} år til {percent:num} % om året: {each:kr} om året.",
        "The loan is {loan:kr} over {years:int} years at {percent:num}% a year: {each:kr} a year.",
        **facts,
    )  # fmt: skip


def begins_in_phases(budget: Budget) -> bool:
    """Tell whether something begins in a later year than the first."""
    return any(line.part is Part.BEGIN and line.years != (1,) for line in budget.lines)


def day_of(day: date) -> Text:
    """Return a day as people write it: `31. dec. 2028`."""
    return text("{day:int}. {month:months} {year}", "{day:int} {month:months} {year}",
                day=day.day, month=(day.month,), year=str(day.year))  # fmt: skip


def _per_m2(budget: Budget) -> Iterator[Text]:
    """Say whose hours are not known, since they are paid by the m2."""
    if any(line.who is Who.CONTRACTOR and line.hours is None and line.part is not Part.TODAY
           for line in budget.lines):  # fmt: skip
        yield text("Entreprenørens timer er kun dem, der betales pr. time; resten er priser pr. m².",
                   "The contractor's hours are only those paid by the hour; the rest are prices per m².")


def _prices(budget: Budget) -> Text:
    growth = budget.money.price_growth_percent
    rise = text("De stiger {growth:num} % om året.", "They rise {growth:num}% a year.",
                growth=float(growth)) if growth else text(
        "De er ikke reguleret for prisstigninger.", "They are not adjusted for rising prices.")  # fmt: skip
    return text("Priserne er fra {year}. {rise} {vat}", "Prices are of {year}. {rise} {vat}",
                year=budget.price_year, rise=rise, vat=VATS[budget.money.vat])  # fmt: skip


SET_IN = text("; kontoen sættes i vildplan.toml", "; accounts are set in vildplan.toml")


def _accounts(budget: Budget, how: Text) -> Text:
    accounts = budget.money.accounts
    place = budget.money.establishment_from
    paid = text("", "")
    if place is None and begins_in_phases(budget):
        paid = text(
            " Ingen har sagt, hvad det betales af at komme i gang: her af driften i det år, etapen begynder.",
            " Nobody said what the beginning is paid from: here from the running budget in the year of each "
            "phase.",
        )
    elif place is None:
        paid = text(
            " Ingen har sagt, hvad det betales af at komme i gang: her af driften i år 1.",
            " Nobody said what the beginning is paid from: here from the running budget in year 1.",
        )
    return text(
        "Løbende pleje er på konto {running}, at komme i gang på konto {begin}{how}.{paid}",
        "Yearly care is on account {running}, the beginning on account {begin}{how}.{paid}",
        running=accounts.running, begin=accounts.establishment, how=how, paid=paid,
    )  # fmt: skip


def _work(budget: Budget) -> Text:
    freed = budget.years[-1 if begins_in_phases(budget) else 1].freed_hours
    if not budget.mower_said:
        return text(
            "Ingen har sagt, hvem der slår i dag: her er regnet med en entreprenør (--mower).",
            "Nobody said who mows today: a contractor is counted with here (--mower).",
        )  # fmt: skip
    if freed <= 0:
        return text("Beløbene hviler på de timer og priser, der står ved hver linje.",
                    "The sums rest on the hours and prices that stand at each line.")  # fmt: skip
    if budget.money.hours_sold_off:
        return text(
            "Egne folks {hours:num} frigjorte timer om året er regnet som sparede, fordi I siger, at de "
            "bliver sparet væk.",
            "Own staff's {hours:num} freed hours a year are counted as saved, since you say that they are "
            "cut.", hours=round(float(freed)),
        )  # fmt: skip
    return text(
        "Egne folks {hours:num} frigjorte timer om året er ikke kroner: de bruges til andet.",
        "Own staff's {hours:num} freed hours a year are no kroner: they go to other work.",
        hours=round(float(freed)),
    )  # fmt: skip


def _youth(budget: Budget) -> Text:
    return text(
        "Den faste linje til unge 13-17 år er {hours:num} timer om året i alle ti år, på konto {account}.",
        "The fixed line for youth aged 13-17 is {hours:num} hours a year in all ten years, on account "
        "{account}.",
        hours=round(float(budget.youth_hours), 1), account=budget.money.accounts.youth,
    )  # fmt: skip


def _guessed(names: Text, *, how_to_set: bool) -> Text:
    """Which prices nobody has found; who votes is told so, who plans what to do about it."""
    if how_to_set:
        return text("Ingen kilde er fundet til: {names}. Indhent tilbud, og skriv prisen under [values].",
                    "No source was found for: {names}. Ask for quotes, and put the price under [values].",
                    names=names)  # fmt: skip
    return text("Ingen kilde er fundet til: {names}. Der er regnet med et skøn, til der er indhentet tilbud.",
                "No source was found for: {names}. An estimate stands there until there are quotes.",
                names=names)  # fmt: skip
