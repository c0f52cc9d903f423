"""Section 9: what it costs to begin, ten years, what a dwelling pays, and where the money may come from."""

from collections.abc import Iterator

from vildplan.errors import Text, text
from vildplan.model.budget import BudgetYear
from vildplan.proposal.board.asked import BoardAsked, captioned, without_options
from vildplan.proposal.board.more_or_less import more_or_less_blocks
from vildplan.proposal.budget import conclusion, financing_grid, labour_grid, paid_grid, years_grid
from vildplan.proposal.budget_words import notes
from vildplan.proposal.charts import begun_in_words, year_name, years_chart
from vildplan.proposal.document import Block, Paragraph, Picture, Tone
from vildplan.proposal.economy import beginning_grid

FIVE, FOUR = (0.2, 0.2, 0.2, 0.2, 0.2), (0.4, 0.2, 0.2, 0.2)


def money_blocks(asked: BoardAsked) -> Iterator[Block]:
    """Yield what is paid, from where, and when."""
    economy, budget = asked.economy, asked.budget
    yield Paragraph(conclusion(budget.in_all), Tone.STRONG)
    if asked.plan.wishes.dwellings is None:
        yield Paragraph(text(
            "Ingen har sagt, hvor mange boliger der er, så beløbet er for hele afdelingen.",
            "Nobody said how many dwellings there are, so the amount is for the whole department.",
        ), Tone.QUIET)  # fmt: skip
    if budget.effects:
        yield captioned(paid_grid(budget), text("Det, boligerne betaler: lavt, sandsynligt og højt",
                                                "What the dwellings pay: low, likely and high"),
                        FOUR)  # fmt: skip
    if economy.one_offs:
        yield captioned(beginning_grid(economy), text("Hvad det koster at komme i gang",
                                                      "What it costs to begin"), (0.5, 0.2, 0.3))  # fmt: skip
    yield captioned(years_grid(budget), text("Ti år", "Ten years"), FIVE)
    yield _ten_years(asked)
    yield captioned(labour_grid(budget.years), text("Hvem der gør det, i ti år",
                                                    "Who does it, in ten years"), FIVE)  # fmt: skip
    if budget.money.financing:
        yield captioned(financing_grid(budget.money.financing),
                        text("Finansiering; kun det bevilgede er regnet med",
                             "Financing; only what is granted is counted with"),
                        (0.35, 0.25, 0.2, 0.2))  # fmt: skip
    else:
        yield Paragraph(text(
            "Der er ikke regnet med tilskud eller anden finansiering: afdelingen betaler det hele selv.",
            "No grants or other financing are counted with: the department pays it all itself.",
        ))  # fmt: skip
    yield from more_or_less_blocks(asked)
    told = notes(budget, how_to_set=False)
    yield from (Paragraph(without_options(words), Tone.QUIET) for words in told)


def _ten_years(asked: BoardAsked) -> Picture:
    years = asked.budget.years
    return Picture(
        years_chart(asked.budget),
        text("Hvad plejen koster år for år, i dag og med planen; {begun}",
             "What care costs year by year, today and with the plan; {begun}",
             begun=begun_in_words(asked.budget)),
        text("Søjler for ti år, i dag og med planen. {name}: {before:kr} i dag, {first:kr} med planen. Året "
             "efter er det {next:kr} med planen og det tiende år {last:kr}; alle tal står i tabellen "
             "ovenfor.",
             "Columns for ten years, today and with the plan. {name}: {before:kr} today, {first:kr} with the "
             "plan. The year after {next:kr}, the tenth {last:kr}. All figures stand in the table above.",
             name=_first_name(years[0]), before=float(years[0].before_kr),
             first=float(years[0].after_kr + years[0].begin_kr),
             next=float(years[1].after_kr + years[1].begin_kr),
             last=float(years[-1].after_kr + years[-1].begin_kr)),
        height=0.4,
    )  # fmt: skip


def _first_name(year: BudgetYear) -> Text:
    return text("År 1", "Year 1") if year.calendar is None else year_name(year)
