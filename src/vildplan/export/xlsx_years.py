"""The ten years as a sheet of formulas over the lines: care, the beginning, and what the dwellings pay."""

from decimal import Decimal

from vildplan.errors import Text, text
from vildplan.export.xlsx_budget import BY, FIRST, KR, PART, YEAR_1, Book
from vildplan.export.xlsx_sheet import Cell, Formula, Sheet, column_name
from vildplan.model.budget import YEARS, Budget, Part
from vildplan.model.money import Source, Standing, Who
from vildplan.proposal.budget_words import PARTS, SOURCES, STANDINGS, WHO, begins_in_phases
from vildplan.proposal.words import say

MONTHS = 12
HEADINGS = (
    text("År", "Year"), text("Kalenderår", "Calendar year"), text("I dag", "Today"),
    text("Med planen", "With the plan"), text("At komme i gang", "To begin"),
    text("Ændring, egne folk", "Change, own staff"), text("Ændring, andre", "Change, others"),
    text("Ændring, der tæller", "Change that counts"), text("Bevilget", "Granted"),
    text("Boligerne betaler", "The dwellings pay"),
    text("Kr. pr. bolig og måned", "DKK per dwelling and month"),
)  # fmt: skip
# A sum of ten years has a meaning for kroner, not for kroner per month.
SUMMED, MEANT = range(2, 10), range(2, 11)
CARE_WITH_PLAN = (Part.PLAN, Part.RENEWAL)


def write_years(sheet: Sheet, book: Book, name: str) -> None:
    """Write the ten years, their sums and their means."""
    sheet.put(0, 0, text("Ti års budget for {name}", "A budget of ten years for {name}", name=name), "title")
    note = text("Kroner i sandsynlige tal. Alt er formler; ret tallene i arket Tal.",
                "Likely kroner. All is formulas; change the numbers in the sheet Numbers.")  # fmt: skip
    sheet.put(1, 0, note, "note")
    sheet.head(2, HEADINGS, (10, 12, *(14,) * (len(HEADINGS) - 2)), numbers=0)
    if all(year.calendar is None for year in book.budget.years):
        sheet.page.set_column(1, 1, None, None, {"hidden": True})
    years = _Years(sheet, book)
    rows = [years.row(number) for number in range(1, YEARS + 1)]
    for row, cells in enumerate(rows, FIRST):
        sheet.row(row, cells[:2], "plain")
        sheet.row(row, cells[2:10], "whole", start=2)
        sheet.row(row, cells[10:], start=10)
    last = FIRST + YEARS
    for row, words, function in (
        (last, text("Ti år", "Ten years"), "SUM"), (last + 1, text("I snit", "Mean"), "AVERAGE"),
    ):  # fmt: skip
        sheet.rule(row, len(HEADINGS))
        sheet.put(row, 0, words, "sum_words")
        for column in SUMMED if function == "SUM" else MEANT:
            letter = column_name(column)
            values = [one.value for cells in rows if isinstance(one := cells[column], Formula)]
            value = sum(values) / (1 if function == "SUM" else YEARS)
            sheet.put(row, column, Formula(f"={function}({letter}{FIRST + 1}:{letter}{last})", value),
                      "sum" if column == MEANT[-1] else "sum_whole")  # fmt: skip


class _Years:
    """The formulas of one year after the other; a formula stands beside what it comes to."""

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self.sheet, self.book = sheet, book
        self.budget: Budget = book.budget

    def row(self, number: int) -> tuple[Cell, ...]:
        """Return the cells of a year (1-10)."""
        year, r, said = self.budget.years[number - 1], FIRST + number, self.book.said
        growth = f"(1+{said.growth}/100)^{number - 1}"
        after = "+".join(self.part(part, number) for part in CARE_WITH_PLAN)
        own = self.own(number)
        paid = year.paid_kr.likely
        return (
            number,
            year.calendar,
            Formula(f"={self.part(Part.TODAY, number)}*{growth}", float(year.before_kr)),
            Formula(f"=({after})*{growth}", float(year.after_kr)),
            Formula(self.begun(number, growth), float(year.begin_kr)),
            Formula(f"=({self.staff(number)})*{growth}", float(own)),
            Formula(f"=D{r}-C{r}-F{r}", float(year.after_kr - year.before_kr - own)),
            Formula(f"=IF({said.sold}=1,F{r},MAX(F{r},0))+G{r}", float(year.change_kr.likely)),
            Formula(self.granted(number, r), float(year.granted_kr)),
            Formula(self.paid(number, r), float(paid)),
            Formula(f"=IF({said.dwellings}>0,J{r}/{said.dwellings}/{MONTHS},0)",
                    float(paid) / (self.book.dwellings or 1) / MONTHS if self.book.dwellings else 0.0),
        )  # fmt: skip

    def part(self, part: Part, number: int) -> str:
        """Add up a part's lines in a year."""
        year = self.book.column(YEAR_1 + number - 1)
        return f"SUMIF({self.book.column(PART)},{self.quoted(PARTS[part])},{year})"

    def staff(self, number: int) -> str:
        """Add up what own staff's care changes by in a year."""
        signs = (("", Part.PLAN), ("+", Part.RENEWAL), ("-", Part.TODAY))
        who = self.quoted(WHO[Who.STAFF])
        return "".join(
            f"{sign}SUMIFS({self.book.column(YEAR_1 + number - 1)},{self.book.column(PART)},"
            f"{self.quoted(PARTS[part])},{self.book.column(BY)},{who})"
            for sign, part in signs
        )

    def own(self, number: int) -> Decimal:
        """Work out the same, with price growth."""
        money = self.budget.money
        growth = (1 + money.price_growth_percent / 100) ** (number - 1)
        lines = [line for line in self.budget.lines if line.who is Who.STAFF and number in line.years]
        care = [line for line in lines if line.part is not Part.BEGIN]
        return sum((-line.kr if line.part is Part.TODAY else line.kr for line in care), Decimal(0)) * growth

    def granted(self, number: int, r: int) -> str:
        """What others pay in a year: no more than it costs, and the beginning in the first."""
        given = self.money(False, 0, own=False)
        once = f"+MIN({given},{self.begin})" if number == 1 else ""
        if self.in_phases:
            once = f"+MIN({given},{self.until(number)})-MIN({given},{self.until(number - 1)})"
        return f"=MIN({self.money(True, number, own=False)},MAX(H{r},0)){once}"

    def paid(self, number: int, r: int) -> str:
        """What the dwellings pay: the change that nobody else pays, the beginning, and the loan."""
        said = self.book.said
        left = f"MAX({self.begin}-{self.money(False, 0, own=False)},0)"
        loan = f"{said.loan}*MAX({left}-{self.money(False, 0, own=True)},0)"
        rate = f"({said.loan_percent}/100)"
        each = f"IF({rate}=0,1/MAX({said.loan_years},1),{rate}/(1-(1+{rate})^(-MAX({said.loan_years},1))))"
        first = f"+{left}-{loan}" if number == 1 else ""
        if self.in_phases:
            return self._paid_in_phases(number, r, each)
        return (
            f"=H{r}-MIN({self.money(True, number, own=False)},MAX(H{r},0)){first}"
            f"+IF({number}<={said.loan_years},{loan}*{each},0)"
        )

    def begun(self, number: int, growth: str) -> str:
        """What begins in a year; in a later one with price growth."""
        part = f"={self.part(Part.BEGIN, number)}"
        return f"{part}*{growth}" if self.in_phases and number > 1 else part

    @property
    def in_phases(self) -> bool:
        """Tell whether something begins in another year than the first."""
        return begins_in_phases(self.budget)

    def until(self, number: int | str) -> str:
        """All that has begun by the end of a year."""
        rows = FIRST + 1, FIRST + YEARS
        return f'SUMIFS(E${rows[0]}:E${rows[1]},A${rows[0]}:A${rows[1]},"<="&({number}))'

    def _paid_in_phases(self, number: int, r: int, each: str) -> str:
        """The same as `paid`, where each phase is paid or borrowed in its own year."""
        said, others = self.book.said, self.money(False, 0, own=False)
        own = self.money(False, 0, own=True)

        def left(year: int | str) -> str:
            return f"MAX({self.until(year)}-{others},0)"

        def loan(year: int | str) -> str:
            return f"{said.loan}*MAX({self.until(year)}-{others}-{own},0)"

        return (
            f"=H{r}-MIN({self.money(True, number, own=False)},MAX(H{r},0))"
            f"+{left(number)}-{left(number - 1)}-({loan(number)}-{loan(number - 1)})"
            f"+({loan(number)}-{loan(f'{number}-{said.loan_years}')})*{each}"
        )

    @property
    def begin(self) -> str:
        """The beginning in all, each line once."""
        return f"SUMIF({self.book.column(PART)},{self.quoted(PARTS[Part.BEGIN])},{self.book.column(KR)})"

    def money(self, every_year: bool, number: int, *, own: bool) -> str:
        """Add up the money that is granted: once, or in each year up to a number; own reserves or others'."""
        book, source = self.book, say(SOURCES[Source.OWN_RESERVES], self.sheet.language)
        until = f',{book.money("F")},"<={number}"' if every_year else ""
        return (
            f'SUMIFS({book.money("C")},{book.money("D")},{self.quoted(STANDINGS[Standing.GRANTED])},'
            f'{book.money("E")},{int(every_year)},{book.money("G")},"{"" if own else "<>"}{source}"{until})'
        )

    def quoted(self, words: Text) -> str:
        """Words as a formula has them."""
        return '"' + say(words, self.sheet.language).replace('"', '""') + '"'
