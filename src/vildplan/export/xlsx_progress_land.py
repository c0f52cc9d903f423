"""The land and the care of a year as sheets, zone by zone, with live sums and differences."""

from collections.abc import Mapping, Sequence

from vildplan.errors import Text, text
from vildplan.export.xlsx_sheet import Formula, Sheet, column_name
from vildplan.model.progress import CareOfYear, PlannedZone, Progress, Why, ZoneStatus
from vildplan.model.years import State, Year
from vildplan.proposal.budget_words import WHO
from vildplan.proposal.progress_words import WHY, begins_in, measuring
from vildplan.proposal.registered import STATES, UNKNOWN
from vildplan.proposal.words import say

LAND = text("Zoner", "Zones")
FIRST = 3  # the first row below the headings, from 0
WHY_KEPT, MEASURED, SEEN, PLAN, LAID, MORE, KEPT, LAPSED, UNKNOWN_M2 = range(4, 13)
LAND_HEAD = (
    text("Zone", "Zone"), text("Navn", "Name"), text("Type", "Type"), text("Tilstand", "State"),
    text("Passet i år", "Kept up this year"), text("Målt", "Measured"), text("Sidst set", "Last seen"),
    text("Planens m²", "The plan's m²"), text("Anlagt m²", "Laid out m²"),
    text("Forskel m²", "Difference m²"), text("Passet m²", "Kept up m²"),
    text("Bortfaldet m²", "Lapsed m²"), text("Ukendt m²", "Unknown m²"),
)  # fmt: skip
CARE_HEAD = (
    text("Zone", "Zone"), text("Høslet, plan", "Hay cuts, plan"), text("Slået", "Cut"),
    text("Mangler", "Missing"), text("Hø kørt væk", "Hay removed"), text("Timer, plan", "Hours, plan"),
    text("Timer", "Hours"), text("Forskel", "Difference"), text("Kroner", "Kroner"),
)  # fmt: skip


def write_land(
    sheet: Sheet, progress: Progress, planned: Sequence[PlannedZone], types: Mapping[str, Text]
) -> Mapping[str, str]:
    """Write every zone; return the formulas of this year's figures, by name, for another sheet."""
    sheet.put(0, 0, text("Jorden, zone for zone, {year}", "The land, zone by zone, {year}",
                         year=str(progress.year)), "title")  # fmt: skip
    sheet.put(1, 0, text("Ret de gule m², når de er målt efter; summerne følger med.",
                         "Change the yellow m² once measured; the sums follow."), "note")  # fmt: skip
    sheet.head(2, LAND_HEAD, (8, 34, 18, 14, 34, 40, 10, *(12,) * 6), numbers=SEEN)
    by_id = {zone.id: zone for zone in planned}
    for row, zone in enumerate(progress.zones, FIRST):
        _zone(sheet, row, zone, by_id.get(zone.id), types)
    end = FIRST + len(progress.zones)
    own = {
        PLAN: sum(float(zone.geometry.area) for zone in planned), LAID: progress.figures.laid_out_m2,
        KEPT: progress.figures.kept_up_m2, LAPSED: progress.figures.lapsed_m2,
        UNKNOWN_M2: progress.figures.unknown_m2,
    }  # fmt: skip
    _sums(sheet, end, own, "sum_m2")
    name = say(LAND, sheet.language)
    places = {"laid_out": LAID, "kept_up": KEPT, "lapsed": LAPSED, "unknown": UNKNOWN_M2}
    return {key: f"'{name}'!{column_name(column)}{end + 1}" for key, column in places.items()}


def _state(zone: ZoneStatus) -> Text:
    """The state in a word; of a zone whose phase is to come, when it begins."""
    if zone.begins is not None:
        return begins_in(zone.begins)
    return UNKNOWN if zone.state is None else STATES[zone.state]


def _zone(
    sheet: Sheet, row: int, zone: ZoneStatus, planned: PlannedZone | None, types: Mapping[str, Text]
) -> None:
    state = _state(zone)
    sheet.put(row, 0, zone.id)
    if planned is not None:
        sheet.row(row, (planned.name, types.get(planned.type, planned.type)), start=1)
    why_not = None if zone.begins else WHY[zone.kept_up]
    sheet.row(row, (state, why_not, measuring(zone) if zone.laid_out else None), start=3)
    sheet.put(row, SEEN, zone.seen, "plain")
    laid_m2 = zone.area_m2 if zone.laid_out else 0.0
    plan_m2 = 0.0 if planned is None else float(planned.geometry.area)
    lapsed_m2 = zone.lapsed_m2 if zone.state is State.LAPSED else 0.0
    sheet.put(row, PLAN, plan_m2, "whole")
    sheet.put(row, LAID, laid_m2, "input_m2")
    sheet.put(row, LAPSED, lapsed_m2, "whole")
    why, plan, laid = (f"{column_name(column)}{row + 1}" for column in (WHY_KEPT, PLAN, LAID))
    sheet.put(row, MORE, Formula(f"={laid}-{plan}", laid_m2 - plan_m2), "whole")
    for column, reason in ((KEPT, Why.DONE), (UNKNOWN_M2, Why.UNKNOWN)):
        words = f'=IF({why}="{say(WHY[reason], sheet.language)}",{laid},0)'
        sheet.put(row, column, Formula(words, laid_m2 if zone.kept_up is reason else 0.0), "whole")


def write_care(sheet: Sheet, progress: Progress) -> None:
    """Write the year's care beside its calendar, then hours and kroner of the department beside the plan."""
    care = progress.care
    sheet.put(0, 0, text("Pleje mod kalenderen, {year}", "Care against the calendar, {year}",
                         year=str(progress.year)), "title")  # fmt: skip
    if care is None:
        return
    sheet.put(1, 0, text("Tomt er ikke registreret.", "Empty is not registered."), "note")
    sheet.head(2, CARE_HEAD, (44, *(14,) * (len(CARE_HEAD) - 1)), numbers=1)
    for row, zone in enumerate(care.zones, FIRST):
        sheet.put(row, 0, zone.id)
        sheet.row(row, (zone.cuts_planned, zone.cuts), "plain", start=1)
        missing = max(zone.cuts_planned - zone.cuts, 0)
        sheet.put(row, 3, Formula(f"=MAX(B{row + 1}-C{row + 1},0)", missing), "plain")
        sheet.put(row, 4, zone.removals, "plain")
        sheet.put(row, 5, zone.hours_planned)
        sheet.put(row, 6, zone.hours, "input")
        if zone.hours is not None:
            sheet.put(row, 7, Formula(f"=G{row + 1}-F{row + 1}", zone.hours - zone.hours_planned))
        sheet.put(row, 8, zone.cost_kr, "input")
    end = FIRST + len(care.zones)
    said = [zone for zone in care.zones if zone.hours is not None]
    paid = [zone.cost_kr for zone in care.zones if zone.cost_kr is not None]
    _sums(sheet, end, {
        5: sum(zone.hours_planned for zone in care.zones), 6: sum(zone.hours or 0.0 for zone in said),
        **({8: sum(paid)} if paid else {}),
    })  # fmt: skip
    _department(sheet, end + 3, care, progress.record)


def _department(sheet: Sheet, row: int, care: CareOfYear, record: Year | None) -> None:
    """Hours by who did them and kroner, of zones and the rest, beside what the plan has for all of it."""
    sheet.row(row, (text("Hele afdelingens grønne pleje", "The whole department's green care"),), "head")
    sheet.row(row, (text("Planen", "The plan"), text("Registreret", "Registered"),
                    text("Forskel", "Difference")), "head_right", start=1)  # fmt: skip
    hours = _hours(record)
    for place, (who, number) in enumerate(hours, row + 1):
        sheet.put(place, 0, text("Timer, {who}", "Hours, {who}", who=who))
        sheet.put(place, 2, number, "input")
    end = row + 1 + len(hours)
    sheet.put(end, 0, text("Timer i alt", "Hours in all"), "sum_words")
    sheet.put(end, 1, care.hours_planned, "sum")
    if hours:
        _against(sheet, end, Formula(f"=SUM(C{row + 2}:C{end})", care.hours or 0.0), care.hours_planned)
    sheet.put(end + 1, 0, text("Kroner (pleje og anlæg)", "Kroner (care and laying out)"), "sum_words")
    sheet.put(end + 1, 1, care.kr_planned, "sum")
    if care.kr is not None:
        _against(sheet, end + 1, care.kr, care.kr_planned)
    note = text(
        "Planens tal er for alle zoner og de plæner, der er tilbage; det registrerede er kun det, nogen har "
        "skrevet ned.",
        "The plan's figures are for all zones and the lawns that are left; what is registered is only what "
        "somebody wrote down.",
    )
    sheet.put(end + 2, 0, note, "note")


def _against(sheet: Sheet, row: int, done: Formula | float, planned: float | None) -> None:
    sheet.put(row, 2, done, "sum")
    number = done.value if isinstance(done, Formula) else done
    if planned is not None:
        sheet.put(row, 3, Formula(f"=C{row + 1}-B{row + 1}", number - planned), "sum")


def _hours(record: Year | None) -> list[tuple[Text, float]]:
    if record is None:
        return []
    tables = [*(zone.hours for zone in record.zones), record.hours]
    told = {who: [table[who] for table in tables if who in table] for who in WHO}
    return [(WHO[who], sum(hours)) for who, hours in told.items() if hours]


def _sums(sheet: Sheet, row: int, sums: Mapping[int, float], style: str = "sum") -> None:
    """Add columns up, from the first row of the table to the one above."""
    sheet.put(row, 0, text("I alt", "In all"), "sum_words")
    for column, value in sums.items():
        letter = column_name(column)
        words = f"=SUM({letter}{FIRST + 1}:{letter}{row})" if row > FIRST else "=0"
        sheet.put(row, column, Formula(words, value), style)
