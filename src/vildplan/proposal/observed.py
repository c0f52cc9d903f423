"""What an import came to: rows read, where they lie, why rows were left out, and what is new."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vildplan.errors import Finding, Text, counted, listed, plain, text
from vildplan.model.decision import REFERENCE
from vildplan.model.observation import Observation, Placed
from vildplan.model.wishes import Language
from vildplan.proposal.document import Block, Column, FindingBlock, Grid, Heading, Paragraph, Tone
from vildplan.proposal.records import finding_record
from vildplan.proposal.words import say

KM, MOST_YEARS = 1000, 5
EACH_GROUP = text(" (én for hver gruppe, der blev talt)", " (one for each group that was counted)")
WHY: Mapping[str, Text] = {
    "outside": text("uden for afdelingen", "outside the department"),
    "obscured": text(
        "stedet er sløret, så fundet kan ligge hvor som helst inden for kilometer",
        "the place is obscured, so the find may lie anywhere within kilometres",
    ),
    "captive": text(
        "dyrket, i fangenskab eller forstenet, ikke vildt", "cultivated, captive or fossil, not wild"
    ),
    "no_date": text("uden dato", "without a date"),
    "no_place": text("uden sted", "without a place"),
    "other_year": text("fra andre år end det, der er bedt om", "of other years than the one asked for"),
    "checklist": text("en artsliste, ikke fund", "a list of species, no finds"),
    "repeated": text("står flere gange i filen", "several times in the file"),
    "faulty": text("kan ikke bruges; se nedenfor", "cannot be used; see below"),
}


@dataclass(frozen=True)
class Imported:
    """What became of one file; `left` is reason -> rows, `nearest_m` of those outside."""

    file: str
    read: int
    kept: tuple[Observation, ...]
    left: Mapping[str, int]
    nearest_m: float | None
    absent: int
    notes: tuple[Finding, ...]


@dataclass(frozen=True)
class ImportSummary:
    """What became of all files together; `new` is by year, `first_year` that of the vote where there was one.

    `observers` are keys, or names where somebody asked for them.
    """

    files: tuple[Imported, ...]
    folder: str
    first_year: int | None
    new: Mapping[int, int]
    already: int
    otherwise: int
    observers: tuple[str, ...]
    names: bool


def import_blocks(summary: ImportSummary) -> Iterator[Block]:
    """Yield the summary of an import."""
    for one in summary.files:
        yield from _file_blocks(one)
    yield Heading(text("I planmappen", "In the plan folder"))
    yield from _stored(summary)


def _file_blocks(one: Imported) -> Iterator[Block]:
    yield Heading(plain(one.file))
    yield Paragraph(
        text(
            "{rows} læst; {kept}{each} hører til her.",
            "{rows} read; {kept}{each} belong here.",
            rows=counted(one.read, ("række", "rækker"), ("row", "rows")),
            kept=counted(len(one.kept), ("registrering", "registreringer"), ("record", "records")),
            each=EACH_GROUP if len(one.kept) > one.read else plain(""),
        )
    )
    if one.kept:
        yield _places(one)
    if one.absent:
        yield Paragraph(
            text(
                "{count:int} af dem siger, at der ikke var nogen (0); det tæller med som optalt.",
                "{count:int} of them say that there were none (0), which counts as counted.",
                count=one.absent,
            )
        )
    for why, rows in sorted(one.left.items()):
        yield Paragraph(
            text(
                "{rows} er udeladt: {why}.",
                "{rows} left out: {why}.",
                rows=counted(rows, ("række", "rækker"), ("row", "rows")),
                why=WHY[why],
            ),
            Tone.QUIET,
        )
    if one.nearest_m is not None:
        yield _nearest(one)
    yield from map(FindingBlock, one.notes)


def _nearest(one: Imported) -> Paragraph:
    distance = one.nearest_m or 0.0
    far = (
        text("{km:int} km", "{km:int} km", km=round(distance / KM))
        if distance >= 10 * KM
        else text("{m:int} m", "{m:int} m", m=round(distance))
    )
    if one.kept:
        return Paragraph(
            text("Det nærmeste uden for ligger {far} væk.", "The nearest outside is {far} away.", far=far),
            Tone.QUIET,
        )
    return Paragraph(
        text(
            "Ingen af fundene ligger inden for afdelingen; det nærmeste er {far} væk.",
            "None of the finds lie within the department; the nearest is {far} away.",
            far=far,
        ),
        Tone.CAUTION,
    )


def _places(one: Imported) -> Grid:
    columns = (
        Column(text("Sted", "Place")),
        Column(text("Helt sikkert", "For sure"), right=True),
        Column(text("Måske", "Maybe"), right=True),
    )
    return Grid(
        columns,
        tuple(
            (_name(zone), *(text("{n:int}", "{n:int}", n=n) for n in numbers))
            for zone, numbers in places_of(one.kept).items()
        ),
    )


def places_of(kept: Sequence[Observation]) -> dict[str, tuple[int, int]]:
    """Return place -> (for sure, maybe); the empty place is the land outside zones."""
    found: dict[str, list[int]] = {}
    for observation in sorted(kept, key=lambda o: (o.zone == "", o.zone == REFERENCE, len(o.zone), o.zone)):
        pair = found.setdefault(observation.zone, [0, 0])
        pair[observation.placed is Placed.MAYBE] += 1
    return {zone: (pair[0], pair[1]) for zone, pair in found.items()}


def _name(zone: str) -> Text:
    if zone == REFERENCE:
        return text("referencefelt", "reference square")
    return plain(zone) if zone else text("resten af afdelingen", "the rest of the department")


def _stored(summary: ImportSummary) -> Iterator[Block]:
    if summary.new:
        yield Paragraph(_kept(summary), Tone.GOOD)
    if summary.already:
        yield Paragraph(
            text(
                "{count:int} lå der allerede og er ikke gemt igen.",
                "{count:int} lay there already and were not kept again.",
                count=summary.already,
            )
        )
    if not summary.new and not summary.already:
        yield Paragraph(text("Intet er gemt.", "Nothing was kept."))
    if summary.otherwise:
        yield Paragraph(
            text(
                "{count:int} optællinger har et andet antal i filen end det, der ligger; det gamle står.",
                "{count:int} counts have another number in the file than what lies there; the old one "
                "stands.",
                count=summary.otherwise,
            ),
            Tone.CAUTION,
        )
    yield from _who(summary)


def _kept(summary: ImportSummary) -> Text:
    """How many went into which year's file, and what shows them."""
    kept = text("{count:int} nye er gemt: {places}.", "{count:int} new ones are kept: {places}.",
                count=sum(summary.new.values()), places=_files(summary.new))  # fmt: skip
    if summary.first_year is None or max(summary.new) < summary.first_year:
        return kept
    return text(
        "{kept} Årsstatus har dem med: vildplan progress {folder} --year {last}.",
        "{kept} The yearly status has them: vildplan progress {folder} --year {last}.",
        kept=kept, folder=summary.folder, last=str(max(summary.new)),
    )  # fmt: skip


def _files(new: Mapping[int, int]) -> Text:
    """The file of each year with what came into it; of many years the first and the last."""
    if len(new) > MOST_YEARS:
        return text(
            "{years:int} år, hvert i sin fil fra observations/{first}.csv til observations/{last}.csv",
            "{years:int} years, each in its file from observations/{first}.csv to observations/{last}.csv",
            years=len(new), first=str(min(new)), last=str(max(new)),
        )  # fmt: skip
    return listed(tuple(
        text("{count:int} fra {year} i observations/{year}.csv",
             "{count:int} of {year} in observations/{year}.csv", count=count, year=str(year))
        for year, count in new.items()
    ))  # fmt: skip


def _who(summary: ImportSummary) -> Iterator[Block]:
    if summary.names and summary.observers:
        yield Paragraph(
            text("Fundet eller talt af {names}.", "Found or counted by {names}.", names=summary.observers)
        )
    elif summary.observers:
        yield Paragraph(
            text(
                "{people} har fundet eller talt; navne ligger i persons.toml og ingen andre steder.",
                "{people} found or counted; names are in persons.toml and nowhere else.",
                people=counted(len(summary.observers), ("person", "personer"), ("person", "people")),
            ),
            Tone.QUIET,
        )


def import_record(summary: ImportSummary, language: Language) -> dict[str, Any]:
    """Return an import as one object."""
    return {
        "files": [
            {
                "file": one.file,
                "read": one.read,
                "kept": len(one.kept),
                "absent": one.absent,
                "left_out": {
                    why: {"rows": rows, "why": say(WHY[why], language)} for why, rows in one.left.items()
                },
                "nearest_outside_m": one.nearest_m,
                "places": [
                    {"place": zone or "grounds", "sure": sure, "maybe": maybe}
                    for zone, (sure, maybe) in places_of(one.kept).items()
                ],
                "findings": [finding_record(note, language) for note in one.notes],
            }
            for one in summary.files
        ],
        "new": sum(summary.new.values()),
        "new_by_year": {str(year): count for year, count in summary.new.items()},
        "already": summary.already,
        "counted_otherwise": summary.otherwise,
        "observers": list(summary.observers),
    }
