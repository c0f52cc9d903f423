"""A yearly status -> one workbook; sums, shares and differences are live formulas, and no name is in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from vildplan.errors import Text, text
from vildplan.export.xlsx import NO_GUESSING, NO_TIME
from vildplan.export.xlsx_progress_land import LAND, write_care, write_land
from vildplan.export.xlsx_progress_life import write_insects, write_species, write_words
from vildplan.export.xlsx_sheet import STYLES, Formula, Sheet, column_name
from vildplan.model.decision import Decision
from vildplan.model.insects import InsectStatus
from vildplan.model.progress import FourFigures, PlannedZone, Progress
from vildplan.model.wishes import Language
from vildplan.proposal.progress_words import comparison_sentence, forecast_sentence, verdict
from vildplan.proposal.words import say

YEARS, CARE = text("Årsstatus", "Yearly status"), text("Pleje", "Care")
WORDS, INSECTS = text("Klager og ros", "Complaints and praise"), text("Insekter", "Insects")
SPECIES = text("Arter", "Species")
MORE_STYLES: dict[str, dict[str, Any]] = {
    "share": {"num_format": "0.0%", "valign": "top"},
    "day": {"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"},
    "wrap": {"text_wrap": True, "valign": "top"},
    "year": {"num_format": "0", "valign": "top", "align": "left"},
    "input_m2": {"num_format": "#,##0", "bg_color": "#fff6c8", "valign": "top"},
    "sum_m2": {"num_format": "#,##0", "bold": True, "top": 1},
}
# Rows of the first sheet, from 0: what was decided, then the years.
BASE, WILD, TARGET, HEAD = 6, 7, 8, 10
COLUMNS = (
    text("År", "Year"), text("Planlagt m²", "Planned m²"), text("Vedtaget m²", "Adopted m²"),
    text("Som rettet siden m²", "As adjusted since m²"), text("Skulle være anlagt m²", "Should be there m²"),
    text("Anlagt m²", "Laid out m²"), text("Passet i år m²", "Kept up m²"),
    text("Heraf ukendt m²", "Of it unknown m²"), text("Bortfaldet m²", "Lapsed m²"),
    text("Vildt i alt, anlagt", "Wild in all, laid out"), text("Vildt i alt, passet", "Wild in all, kept up"),
    text("Mangler til målet m²", "Missing to the target m²"),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class ProgressBook:
    """What goes into it; `zones` are those that the plan has in the year, `types` names each type's key."""

    name: str
    progress: Progress
    decision: Decision
    reason: str
    zones: Sequence[PlannedZone]
    types: Mapping[str, Text]
    insects: InsectStatus


def progress_xlsx(book: ProgressBook, language: Language) -> bytes:
    """Return the file; the same status gives the same bytes."""
    import xlsxwriter

    made = BytesIO()
    workbook = xlsxwriter.Workbook(made, NO_GUESSING)
    workbook.set_properties({"title": book.name[:255], "author": "vildplan", "created": NO_TIME})
    styles = {name: workbook.add_format(style) for name, style in (STYLES | MORE_STYLES).items()}
    names = (YEARS, LAND, CARE, WORDS, INSECTS, SPECIES)
    years, land, care, words, insects, species = (_sheet(workbook, one, styles, language) for one in names)
    sums = write_land(land, book.progress, book.zones, book.types)
    _years(workbook, years, book, sums)
    write_care(care, book.progress)
    write_words(words, book.progress.record)
    write_insects(insects, book.insects)
    write_species(species, book.progress.flowers, book.insects)
    workbook.close()
    return made.getvalue()


def _sheet(workbook: Any, name: Text, styles: dict[str, Any], language: Language) -> Sheet:
    page = workbook.add_worksheet(say(name, language))
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    return Sheet(page, styles, language)


def _years(workbook: Any, sheet: Sheet, book: ProgressBook, sums: Mapping[str, str]) -> None:
    """The figures year by year; this year's are sums of the sheet of zones."""
    progress = book.progress
    sheet.put(0, 0, text("{name}: årsstatus {year}", "{name}: yearly status {year}", name=book.name,
                         year=str(progress.year)), "title")  # fmt: skip
    sheet.put(1, 0, verdict(progress))
    sheet.put(2, 0, forecast_sentence(progress.forecast, progress.registered))
    if progress.compared is not None and len(progress.registered) > 1:
        sheet.put(3, 0, comparison_sentence(progress.compared, progress.year))
    if book.reason:
        sheet.put(4, 0, text("Planen er rettet siden beslutningen: {why}",
                             "The plan was adjusted since the vote: {why}", why=book.reason))  # fmt: skip
    _decided(sheet, book.decision)
    sheet.head(HEAD, COLUMNS, (34, *(15,) * (len(COLUMNS) - 1)), numbers=1)
    for row, figures in enumerate(progress.series, HEAD + 1):
        _year(sheet, row, figures, book.decision, sums if figures.year == progress.year else {})
    last = HEAD + len(progress.series)
    note = text("Gule celler kan ændres. Anlagt og passet i {year} er summer af arket {land}.",
                "Yellow cells can be changed. Laid out and kept up in {year} are sums of the sheet {land}.",
                year=str(progress.year), land=LAND)  # fmt: skip
    sheet.put(last + 2, 0, note, "note")
    _chart(workbook, sheet, last)


def _decided(sheet: Sheet, decision: Decision) -> None:
    day: date = decision.date
    sheet.put(BASE - 1, 0, text("Besluttet {day:date}, {by}", "Decided {day:date}, {by}", day=day,
                                by=decision.decided_by), "head")  # fmt: skip
    for row, name, number in (
        (BASE, text("Grundlag m²", "Base m²"), decision.base_m2),
        (WILD, text("Vildt fra før m²", "Wild before m²"), decision.counted_wild_m2),
        (TARGET, text("Mål m²", "Target m²"), decision.target_m2),
    ):
        sheet.put(row, 0, name)
        sheet.put(row, 1, number, "input_m2")


def _year(
    sheet: Sheet, row: int, figures: FourFigures, decision: Decision, sums: Mapping[str, str]
) -> None:  # fmt: skip
    sheet.put(row, 0, figures.year, "year")
    decided = (figures.planned_m2, figures.adopted_m2, figures.adjusted_m2, figures.due_m2)
    sheet.row(row, decided, "whole", start=1)
    for column, name, number in (
        (5, "laid_out", figures.laid_out_m2), (6, "kept_up", figures.kept_up_m2),
        (7, "unknown", figures.unknown_m2), (8, "lapsed", figures.lapsed_m2),
    ):  # fmt: skip
        sheet.put(row, column, Formula(f"={sums[name]}", number) if name in sums else number, "whole")
    base, wild, target = (f"$B${cell + 1}" for cell in (BASE, WILD, TARGET))
    for column, letter, number in ((9, "F", figures.laid_out_m2), (10, "G", figures.kept_up_m2)):
        share = (decision.counted_wild_m2 + number) / (decision.base_m2 or 1.0)
        words = f"=IF({base}>0,({wild}+{letter}{row + 1})/{base},0)"
        sheet.put(row, column, Formula(words, share), "share")
    missing = max(decision.target_m2 - decision.counted_wild_m2 - figures.laid_out_m2, 0.0)
    sheet.put(row, 11, Formula(f"=MAX({target}-{wild}-F{row + 1},0)", missing), "whole")


def _chart(workbook: Any, sheet: Sheet, last: int) -> None:
    """What should be laid out, what is and what was kept up, year beside year."""
    chart = workbook.add_chart({"type": "column"})
    name = say(YEARS, sheet.language)
    for column, colour in ((4, "#d9cfb8"), (5, "#2b6cb0"), (6, "#2f8f5b")):
        letter = column_name(column)
        chart.add_series({
            "name": f"='{name}'!${letter}${HEAD + 1}",
            "categories": f"='{name}'!$A${HEAD + 2}:$A${last + 1}",
            "values": f"='{name}'!${letter}${HEAD + 2}:${letter}${last + 1}",
            "fill": {"color": colour}, "gap": 60,
        })  # fmt: skip
    lines = {"visible": True, "line": {"color": "#dddddd"}}
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": lines})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 760, "height": 300})
    sheet.page.insert_chart(last + 4, 0, chart)
