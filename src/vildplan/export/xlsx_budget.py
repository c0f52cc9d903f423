"""The budget's numbers and its lines as two sheets: change a number, and every line works itself out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vildplan.errors import Text, text
from vildplan.export.xlsx_sheet import Formula, Sheet, column_name
from vildplan.model.budget import YEARS, Budget, BudgetLine, Factor
from vildplan.model.money import PaidFrom
from vildplan.proposal.budget_words import BOUGHT, PARTS, SOURCES, STANDINGS, WHO
from vildplan.proposal.statuses import STATUS_NAMES
from vildplan.proposal.words import say

NUMBERS, LINES = text("Tal", "Numbers"), text("Linjer", "Lines")
FIRST = 3  # the first row below the headings, from 0
# Columns of the lines, from 0.
STANDING, EVERY_YEAR, SOURCE = 3, 4, 6  # of the money from elsewhere
WORDED = (STANDING, SOURCE, 7)
PART, NAME, BY, ACCOUNT, AMOUNT, UNIT, HOURS, KR, YEAR_1 = range(9)


class Said(NamedTuple):
    """The cells of what is said of money; flags are 0 or 1."""

    growth: str
    sold: str
    dwellings: str
    loan: str
    loan_years: str
    loan_percent: str


@dataclass(frozen=True, eq=False)
class Book:
    """The budget with the cells that its numbers stand in.

    `cells` are by the catalogue's key; `financing` is the first and the last row of the money from elsewhere;
    `numbers` and `lines` are the sheets as a formula names them.
    """

    budget: Budget
    dwellings: int | None
    cells: Mapping[str, str]
    said: Said
    financing: tuple[int, int]
    numbers: str
    lines: str

    def column(self, column: int) -> str:
        """Return the cells of a column of the lines."""
        name = column_name(column)
        return f"{self.lines}!${name}${FIRST + 1}:${name}${FIRST + len(self.budget.lines)}"

    def money(self, column: str) -> str:
        """Return the cells of a column of the money from elsewhere."""
        first, last = self.financing
        return f"{self.numbers}!${column}${first}:${column}${last}"


def write_numbers(sheet: Sheet, budget: Budget, dwellings: int | None) -> Book:
    """Write every number that the lines rest on, then what is said of money; return where they stand."""
    sheet.row(0, (text("Tallene bag", "The numbers behind"),), "title")
    sheet.row(1, (text("Gule celler kan ændres; resten regner sig selv.",
                       "Yellow cells can be changed; the rest works itself out."),), "note")  # fmt: skip
    sheet.head(2, (text("Nøgle", "Key"), text("Hvad", "What"), text("Regnet med", "Counted with"),
                   text("Enhed", "Unit"), text("Fra", "From"), text("Til", "To"), text("Status", "Status"),
                   text("Kilde", "Source")), (20, 46, 14, 12, 12, 12, 28, 90), right=(2, 4, 5))  # fmt: skip
    name = f"'{say(NUMBERS, sheet.language)}'"
    cells = {}
    for row, value in enumerate(budget.inputs, FIRST):
        sheet.row(row, (value.key, value.name))
        sheet.exact(row, 2, value.number, "input")
        sheet.put(row, 3, value.unit)
        sheet.exact(row, 4, value.low)
        sheet.exact(row, 5, value.high)
        sheet.row(row, (STATUS_NAMES[value.status], value.source_words), start=6)
        cells[value.key] = f"{name}!$C${row + 1}"
    row = FIRST + len(budget.inputs) + 1
    said = _money(sheet, budget, dwellings, row)
    row += len(said) + 1
    first, last = _financing(sheet, budget, row)
    return Book(budget, dwellings, cells, Said(*(f"{name}!$C${k + 1}" for k in said)), (first, last), name,
                f"'{say(LINES, sheet.language)}'")  # fmt: skip


def _money(sheet: Sheet, budget: Budget, dwellings: int | None, row: int) -> list[int]:
    """Write what is said of money, one a row, in the order of `Said`; return the rows."""
    money = budget.money
    rows: tuple[tuple[Text, float, str], ...] = (
        (text("prisstigning om året", "growth of prices a year"), float(money.price_growth_percent), "%"),
        (text("egne timer, der spares, er penge (1 = ja)", "own hours saved are money (1 = yes)"),
         int(money.hours_sold_off), ""),
        (text("boliger (0 = ikke oplyst)", "dwellings (0 = not told)"), dwellings or 0, ""),
        (text("det, der mangler til at komme i gang, lånes (1 = ja)",
              "what is missing to begin is borrowed (1 = yes)"),
         int(money.establishment_from is PaidFrom.LOAN), ""),
        (text("lånets år", "years of the loan"), money.loan_years or 0, ""),
        (text("lånets rente om året", "interest of the loan a year"), float(money.loan_percent or 0), "%"),
    )  # fmt: skip
    for number, (name, value, unit) in enumerate(rows):
        sheet.put(row + number, 1, name)
        sheet.exact(row + number, 2, value, "input")
        sheet.put(row + number, 3, unit)
    return [*range(row, row + len(rows))]


def _financing(sheet: Sheet, budget: Budget, row: int) -> tuple[int, int]:
    """Write the money from elsewhere, with an empty row for more; return first and last row from 1."""
    heads = (None, text("Penge udefra", "Money from elsewhere"), text("Kroner", "Kroner"),
             text("Status", "Status"), text("Hvert år (1 = ja)", "Every year (1 = yes)"),
             text("Fra år", "From year"), text("Kilde", "Source"), text("Navn", "Name"))  # fmt: skip
    for column, head in enumerate(heads):
        sheet.put(row, column, head, "head" if column in (1, *WORDED) else "head_right")
    members = budget.money.financing
    for number, one in enumerate(members, row + 1):
        sheet.exact(number, 2, float(one.amount_kr), "input")
        sheet.put(number, 3, STANDINGS[one.standing], "input_words")
        sheet.row(number, (int(one.every_year), one.year), "input0", start=4)
        sheet.row(number, (SOURCES[one.source], one.name), "input_words", start=6)
    empty = row + 1 + len(members)
    for column in range(2, 8):
        style = "input_words" if column in WORDED else "input"
        sheet.page.write_blank(empty, column, None, sheet.styles[style])
    _choices(sheet, (row + 1, empty))
    return row + 2, row + 2 + len(members)


def _choices(sheet: Sheet, rows: tuple[int, int]) -> None:
    """Let words be chosen where the formulas ask for the very word, and 0 or 1 where they ask for that."""
    lists: Mapping[int, list[str]] = {
        STANDING: [say(words, sheet.language) for words in STANDINGS.values()],
        EVERY_YEAR: ["0", "1"],
        SOURCE: [say(words, sheet.language) for words in SOURCES.values()],
    }
    for column, words in lists.items():
        sheet.page.data_validation(rows[0], column, rows[1], column, {"validate": "list", "source": words})


def write_lines(sheet: Sheet, book: Book) -> None:
    """Write every line of the budget with its formulas, and what it is in each of the ten years."""
    sheet.row(0, (text("Hver linje", "Every line"),), "title")
    sheet.row(1, (text("Før prisstigning. Timer og kroner er formler over arket Tal.",
                       "Before growth of prices. Hours and kroner are formulas over the sheet Numbers."),),
              "note")  # fmt: skip
    years = tuple(text("År {n:int}", "Year {n:int}", n=n) for n in range(1, YEARS + 1))
    sheet.head(2, (text("Del", "Part"), text("Linje", "Line"), text("Hvem", "Who"), text("Konto", "Account"),
                   text("Mængde", "Amount"), text("Enhed", "Unit"), text("Timer", "Hours"),
                   text("Kr. om året", "DKK a year"), *years),
               (20, 42, 16, 8, 14, 8, 10, 14, *(11,) * YEARS), KR,
               right=(AMOUNT, HOURS))  # fmt: skip
    for row, line in enumerate(book.budget.lines, FIRST):
        _line(sheet, book, line, row)


def _line(sheet: Sheet, book: Book, line: BudgetLine, row: int) -> None:
    amount = line.factors[0]
    sheet.row(row, (PARTS[line.part], line.name, BOUGHT if line.who is None else WHO[line.who], line.account))
    sheet.exact(row, AMOUNT, float(amount.number), "input")
    sheet.put(row, UNIT, amount.unit)
    product = f"={column_name(AMOUNT)}{row + 1}" + "".join(_times(one, book) for one in line.factors[1:])
    if line.rate is None or line.hours is None:
        kr = product
    else:
        sheet.put(row, HOURS, Formula(product, float(line.hours)), "tenths")
        kr = f"={column_name(HOURS)}{row + 1}*{book.cells[line.rate.key]}"
    sheet.put(row, KR, Formula(kr, float(line.kr)), "whole")
    for year in line.years:
        same = f"=${column_name(KR)}{row + 1}"
        sheet.put(row, YEAR_1 + year - 1, Formula(same, float(line.kr)), "whole")


def _times(factor: Factor, book: Book) -> str:
    """One factor of a formula: a cell of the numbers, or the number itself where it is counted by."""
    sign = "/" if factor.divides else "*"
    key = factor.key.removeprefix("1-")
    cell = book.cells.get(key)
    if cell is None:
        return f"{sign}{factor.number}"
    return f"{sign}(1-{cell})" if key != factor.key else f"{sign}{cell}"
