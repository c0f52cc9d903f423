"""A plan's budget, hours, zones and plants -> one workbook for Excel and LibreOffice, with live formulas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from vildplan.errors import Text, text
from vildplan.export.xlsx_budget import LINES, NUMBERS, write_lines, write_numbers
from vildplan.export.xlsx_sheet import STYLES, Cell, Formula, Sheet
from vildplan.export.xlsx_years import write_years
from vildplan.model.budget import Budget
from vildplan.model.flora import Form
from vildplan.model.planting import Planting
from vildplan.model.wishes import Language
from vildplan.proposal.layers import Layer
from vildplan.proposal.words import say

# No clock: the same plan gives the same bytes.
NO_TIME = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
NO_GUESSING = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
FIRST = 3
YEARS, HOURS = text("Budget", "Budget"), text("Timer", "Hours")
ZONES, PLANTS = text("Zoner", "Zones"), text("Planter", "Plants")
MINUTES = 60


@dataclass(frozen=True, eq=False)
class Workbook:
    """What goes into it: minutes are those of each month of a steady year, today and with the plan."""

    name: str
    budget: Budget
    dwellings: int | None
    zones: Layer
    minutes_before: Sequence[int]
    minutes_after: Sequence[int]
    year: int
    planting: Planting | None


def xlsx(book: Workbook, language: Language) -> bytes:
    """Return the file; every sum in it is a formula with what it comes to beside it."""
    import xlsxwriter

    made = BytesIO()
    workbook = xlsxwriter.Workbook(made, NO_GUESSING)
    workbook.set_properties({"title": book.name[:255], "author": "vildplan", "created": NO_TIME})
    styles = {name: workbook.add_format(style) for name, style in STYLES.items()}
    names = (YEARS, LINES, NUMBERS, HOURS, ZONES, PLANTS)
    years, lines, numbers, hours, zones, plants = (_sheet(workbook, name, styles, language) for name in names)
    priced = write_numbers(numbers, book.budget, book.dwellings)
    write_lines(lines, priced)
    write_years(years, priced, book.name)
    _hours(hours, book)
    _zones(zones, book.zones)
    _plants(plants, book.planting)
    workbook.close()
    return made.getvalue()


def _sheet(workbook: Any, name: Text, styles: dict[str, Any], language: Language) -> Sheet:
    page = workbook.add_worksheet(say(name, language))
    page.freeze_panes(FIRST, 0)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.set_footer("&L&A&R&P / &N")
    return Sheet(page, styles, language)


def _hours(sheet: Sheet, book: Workbook) -> None:
    """Hours by month, as the calendar has them."""
    title = text("Timer om måneden, år {year}", "Hours by month, year {year}", year=str(book.year))
    sheet.put(0, 0, title, "title")
    sheet.head(2, (text("Måned", "Month"), text("I dag", "Today"), text("Med planen", "With the plan"),
                   text("Forskel", "Difference")), (14, 14, 14, 14), numbers=1)  # fmt: skip
    pairs = zip(book.minutes_before, book.minutes_after, strict=True)
    for row, (before, after) in enumerate(pairs, FIRST):
        sheet.put(row, 0, text("{m:months}", "{m:months}", m=(row - FIRST + 1,)))
        sheet.row(row, (before / MINUTES, after / MINUTES), "tenths", start=1)
        sheet.put(row, 3, Formula(f"=C{row + 1}-B{row + 1}", (after - before) / MINUTES), "tenths")
    today, planned = sum(book.minutes_before) / MINUTES, sum(book.minutes_after) / MINUTES
    _sum(sheet, FIRST + 12, {1: today, 2: planned, 3: planned - today}, "sum_tenths", 4)


def _zones(sheet: Sheet, layer: Layer) -> None:
    """The zones with their m2 and the hours of a steady year."""
    sheet.put(0, 0, text("Zonerne", "The zones"), "title")
    sheet.head(2, (text("Zone", "Zone"), text("Navn", "Name"), text("Type", "Type"),
                   text("Areal m²", "Area m²"), text("Timer om året", "Hours a year"),
                   text("I dag", "Today"), text("Pleje", "Care")),
               (8, 40, 20, 12, 16, 18, 60), right=(3, 4))  # fmt: skip
    for row, one in enumerate(layer.features, FIRST):
        values = one.values
        sheet.row(row, [values[key] for key in ("id", "name", "type_name")])
        sheet.put(row, 3, values["area_m2"], "tenths")
        sheet.put(row, 4, values["hours_per_year"], "tenths")
        sheet.row(row, [values[key] for key in ("today", "care")], start=5)
    in_phases = any("phase_year" in one.values for one in layer.features)
    if in_phases:
        _beginnings(sheet, layer)
    sums = {3: _of(layer, "area_m2"), 4: _of(layer, "hours_per_year")}
    _sum(sheet, FIRST + len(layer.features), sums, "sum_tenths", 8 if in_phases else 7)


def _beginnings(sheet: Sheet, layer: Layer) -> None:
    """The year of each zone's phase, in a column of its own."""
    sheet.put(2, 7, text("Begynder", "Begins"), "head")
    for row, one in enumerate(layer.features, FIRST):
        sheet.put(row, 7, one.values.get("phase_year"), "plain")


def _of(layer: Layer, column: str) -> float:
    return sum(float(one.values[column]) for one in layer.features)


def _plants(sheet: Sheet, planting: Planting | None) -> None:
    """What to order; a price typed in is worked out."""
    sheet.put(0, 0, text("Indkøb af planter og frø", "Plants and seed to order"), "title")
    note = text("Skriv jeres pris i den gule kolonne.", "Put your price in the yellow column.")
    sheet.put(1, 0, note, "note")
    sheet.head(2, (text("Art", "Species"), text("Latin", "Latin"), text("Mængde", "Amount"),
                   text("Bestil", "Order"), text("Enhed", "Unit"), text("Fra", "From"), text("Til", "To"),
                   text("Pris pr. enhed", "Price per unit"), text("Kroner", "Kroner")),
               (30, 30, 10, 10, 8, 10, 10, 16, 12), right=(2, 3, 5, 6, 7, 8))  # fmt: skip
    lines = planting.shopping if planting else ()
    for row, line in enumerate(lines, FIRST):
        unit = "g" if line.form is Form.SEED else text("stk", "pcs")
        order = Formula(f"=ROUNDUP(C{row + 1}-0.000000001,0)", line.amount.order)
        cells: tuple[Cell, ...] = (line.species.name, line.species.latin)
        sheet.row(row, cells)
        sheet.exact(row, 2, line.amount.number)
        sheet.put(row, 3, order, "whole")
        sheet.put(row, 4, unit)
        sheet.exact(row, 5, line.amount.low)
        sheet.exact(row, 6, line.amount.high)
        sheet.page.write_blank(row, 7, None, sheet.styles["input"])
        sheet.put(row, 8, Formula(f"=D{row + 1}*H{row + 1}", 0.0), "whole")
    _sum(sheet, FIRST + len(lines), {8: 0.0}, "sum_whole", 9)


def _sum(sheet: Sheet, row: int, sums: dict[int, float], style: str, columns: int) -> None:
    """Add columns up, from the first row of the table to the one above; a line goes over all `columns`."""
    sheet.rule(row, columns)
    sheet.put(row, 0, text("I alt", "In all"), "sum_words")
    for column, value in sums.items():
        letter = "ABCDEFGHI"[column]
        words = f"=SUM({letter}{FIRST + 1}:{letter}{row})" if row > FIRST else "=0"
        sheet.put(row, column, Formula(words, value), style)
