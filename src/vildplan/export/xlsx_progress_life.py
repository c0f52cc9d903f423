"""What people said and what lives there, as sheets of a yearly status; roles, and no name of a person."""

from collections.abc import Iterator
from datetime import date

from vildplan.errors import Text, text
from vildplan.export.xlsx_sheet import Formula, Sheet
from vildplan.model.insects import InsectStatus
from vildplan.model.observation import Protocol
from vildplan.model.progress import Flowers
from vildplan.model.years import Year
from vildplan.proposal.document import Paragraph
from vildplan.proposal.insect_trends import trend_blocks
from vildplan.proposal.insects import PROTOCOL_NAMES, group_name, place_name, species_name
from vildplan.proposal.progress import NEIGHBOUR
from vildplan.proposal.registered import MOODS

FIRST = 3
DAY_ZERO = date(1899, 12, 30)
TEN = 10
RATES_HEAD = (
    text("År", "Year"), text("Metode", "Method"), text("Sted", "Place"), text("Gruppe", "Group"),
    text("Optællinger", "Counts"), text("Minutter", "Minutes"), text("Insekter", "Insects"),
    text("Pr. 10 min", "Per 10 min"), text("Fra", "From"), text("Til", "To"),
)  # fmt: skip


def write_words(sheet: Sheet, record: Year | None) -> None:
    """Write complaints and praise with their answers, and which roles have learned the care."""
    sheet.put(0, 0, text("Klager og ros", "Complaints and praise"), "title")
    sheet.put(1, 0, text("Navne står ikke her.", "No names are in here."), "note")
    sheet.head(2, (text("Dato", "Date"), text("Hvad", "What"), text("Fra", "From"), text("Zone", "Zone"),
                   text("Sag", "Matter"), text("Svar", "Answer")), (12, 10, 14, 8, 60, 60))  # fmt: skip
    for row, one in enumerate(() if record is None else record.words, FIRST):
        sheet.put(row, 0, None if one.day is None else (one.day - DAY_ZERO).days, "day")
        sender = None if one.sender is None else NEIGHBOUR[one.sender.value]
        sheet.row(row, (MOODS[one.mood], sender, one.zone or None), start=1)
        sheet.put(row, 4, one.matter, "wrap")
        sheet.put(row, 5, one.answer or text("ikke besvaret", "not answered"), "wrap")
    if record is not None and record.trained:
        roles = tuple(one.role for one in record.trained)
        told = text("Uddannet i plejen: {roles}.", "Trained in the care: {roles}.", roles=roles)
        sheet.put(FIRST + len(record.words) + 1, 0, told)


def write_insects(sheet: Sheet, insects: InsectStatus) -> None:
    """Write every rate of every year with its number of counts and its interval, then what may be said."""
    sheet.put(0, 0, text("Insekter pr. 10 minutter", "Insects per 10 minutes"), "title")
    sure = insects.rules.confidence
    sheet.put(1, 0, text("Fra og til er et interval på {sure:pct}: så meget kan tilfældet flytte tallet.",
                         "From and to are a {sure:pct} interval: so far chance may move the figure.",
                         sure=sure), "note")  # fmt: skip
    sheet.head(2, RATES_HEAD, (8, 34, 18, 22, 13, 12, 12, 12, 12, 12), numbers=4)
    rates = sorted(insects.rates, key=lambda rate: rate.year)
    for row, rate in enumerate(rates, FIRST):
        sheet.put(row, 0, rate.year, "year")
        names = (PROTOCOL_NAMES[rate.protocol], place_name(rate.zone), group_name(rate.group))
        sheet.row(row, [text("{name:cap}", "{name:cap}", name=name) for name in names], start=1)
        sheet.row(row, (rate.counts, rate.minutes, rate.insects), "whole", start=4)
        per = f"=IF(F{row + 1}>0,{TEN}*G{row + 1}/F{row + 1},0)"
        sheet.put(row, 7, Formula(per, rate.per_10))
        sheet.row(row, (rate.low, rate.high), start=8)
    for row, words in enumerate(_told(insects), FIRST + len(rates) + 1):
        sheet.put(row, 0, words)


def _told(insects: InsectStatus) -> Iterator[Text]:
    if not insects.rates:
        yield text("Der er ingen optællinger endnu.", "There are no counts yet.")
        return
    for protocol in Protocol:
        if any(rate.protocol is protocol for rate in insects.rates):
            blocks = trend_blocks(insects, protocol, group_name, place_name)
            yield from (block.words for block in blocks if isinstance(block, Paragraph))


def write_species(sheet: Sheet, flowers: Flowers, insects: InsectStatus) -> None:
    """Write the kinds in flower and the species of insects, and when each was seen."""
    sheet.put(0, 0, text("Blomster og dyr, nogen har set", "Flowers and animals that somebody saw"), "title")
    sheet.put(1, 0, text("Listen siger ikke, om der er blevet flere eller færre.",
                         "The list does not say whether there are more or fewer."), "note")  # fmt: skip
    sheet.head(2, (text("Art", "Species"), text("Hvad", "What"), text("Hvornår", "When")), (40, 16, 26))
    bloom, insect = text("i blomst", "in flower"), text("insekt", "insect")
    species = insects.species
    found = _rows(species.found, species.new, species.not_again, insect)
    rows = [
        *_rows(flowers.seen, flowers.new, flowers.not_again, bloom),
        *((species_name(name, insects), *rest) for name, *rest in found),
    ]
    for row, cells in enumerate(rows, FIRST):
        sheet.row(row, cells)


def _rows(
    seen: tuple[str, ...], new: tuple[str, ...], not_again: tuple[str, ...], what: Text
) -> Iterator[tuple[str, Text, Text]]:
    for name in seen:
        when = text("ny i år", "new this year") if name in new else text("set i år", "seen this year")
        yield name, what, when
    for name in not_again:
        yield name, what, text("ikke set igen i år", "not seen again this year")
