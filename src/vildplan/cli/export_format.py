"""Which file a plan is exported to, and who makes it; the library of each kind is loaded only then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vildplan.cli.planned_care import PlannedCare, read_year
from vildplan.cli.planted import with_planting
from vildplan.errors import Text, UnusableInputError, WrongUsageError, text
from vildplan.model.calendar import YEARS
from vildplan.model.wishes import Language
from vildplan.proposal.calendar import month_minutes
from vildplan.proposal.layers import layers_of, zone_layer


@dataclass(frozen=True, eq=False)
class Export:
    """A plan with its care, the year that was asked for, and the language of the words."""

    care: PlannedCare
    year: str | None
    language: Language

    @property
    def name(self) -> str:
        """The department's name."""
        return self.care.plan.department.name


def _geojson(asked: Export) -> bytes:
    from vildplan.export.layer_json import layer_geojson
    from vildplan.store.geojson import to_lon_lat

    plan = asked.care.plan
    project = to_lon_lat(plan.department.crs)
    return layer_geojson(zone_layer(plan, asked.language), project, asked.language).encode()


def _kml(asked: Export) -> bytes:
    from vildplan.export.kml import zones_kml
    from vildplan.store.geojson import to_lon_lat

    plan = asked.care.plan
    project = to_lon_lat(plan.department.crs)
    return zones_kml(zone_layer(plan, asked.language), asked.name, project, asked.language).encode()


def _gpkg(asked: Export) -> bytes:
    from vildplan.export.gpkg import gpkg

    plan = asked.care.plan
    return gpkg(layers_of(plan, asked.language), plan.department.crs, asked.language)


def _csv(asked: Export) -> bytes:
    from vildplan.export.zones_csv import zones_csv

    return zones_csv(zone_layer(asked.care.plan, asked.language), asked.language).encode()


def _ics(asked: Export) -> bytes:
    from vildplan.export.ics import calendar_ics
    from vildplan.proposal.entries import entries_of, place_of

    care = asked.care
    wanted = (
        range(care.first_year, care.first_year + YEARS) if asked.year is None
        else (read_year(asked.year, care.first_year),)
    )  # fmt: skip
    entries = entries_of(care.plan, [care.year(year) for year in wanted])
    return calendar_ics(entries, asked.name, place_of(care.plan), len(care.plan.versions), asked.language)


def _xlsx(asked: Export) -> bytes:
    from vildplan.export.xlsx import Workbook, xlsx

    care, plan = asked.care, with_planting(asked.care.plan)
    if plan.budget is None:
        raise without_zones(care.opened.stored.folder)
    steady = care.steady
    before, after = month_minutes(plan, steady)
    book = Workbook(
        asked.name, plan.budget, plan.wishes.dwellings, zone_layer(plan, asked.language), before, after,
        steady.year, plan.planting,
    )  # fmt: skip
    return xlsx(book, asked.language)


def _pdf(asked: Export) -> bytes:
    from vildplan.export.pdf import pdf
    from vildplan.proposal.pegging import set_out_of
    from vildplan.proposal.set_out_sheet import set_out_document

    plan = asked.care.plan
    return pdf(set_out_document(plan, set_out_of(plan, plan.zones)), asked.language)


def _gpx(asked: Export) -> bytes:
    from vildplan.export.gpx import pegs_gpx
    from vildplan.proposal.pegging import set_out_of
    from vildplan.store.geojson import to_lon_lat

    plan = asked.care.plan
    return pegs_gpx(set_out_of(plan, plan.zones), asked.name, to_lon_lat(plan.department.crs)).encode()


MAKERS: Mapping[str, Callable[[Export], bytes]] = {
    "gpkg": _gpkg, "geojson": _geojson, "kml": _kml, "csv": _csv, "ics": _ics, "xlsx": _xlsx,
    "pdf": _pdf, "gpx": _gpx,
}  # fmt: skip
OTHER_NAMES = {"json": "geojson", "ical": "ics", "geopackage": "gpkg", "excel": "xlsx"}
WITH_YEAR = "ics"


def kind_of(out: Path | None, typed: str | None, year: str | None) -> tuple[Path, str]:
    """Return the file and what it becomes.

    Raises:
        WrongUsageError: when there is no file, its kind is not known, or a year does not go with it.
    """
    if out is None:
        raise WrongUsageError(
            text("Der mangler en fil at skrive.", "The file to write is missing."),
            text("Skriv f.eks. -o zoner.gpkg; endelsen er en af {endings}.",
                 "Type for example -o zones.gpkg; the ending is one of {endings}.", endings=_endings()),
        )  # fmt: skip
    said = (typed if typed is not None else out.suffix).casefold().lstrip(".")
    kind = OTHER_NAMES.get(said, said)
    if kind not in MAKERS:
        raise WrongUsageError(_unknown(out, typed), text(
            "Vælg mellem {endings}, som endelse eller med --format.",
            "Choose between {endings}, as the ending or with --format.", endings=_endings(),
        ))  # fmt: skip
    if year is not None and kind != WITH_YEAR:
        raise WrongUsageError(
            text("--year er til kalenderen, men filen bliver {kind}.",
                 "--year is for the calendar, but the file becomes {kind}.", kind=kind),
            text("Skriv -o med .ics, eller udelad --year.", "Type -o with .ics, or leave --year out."),
        )  # fmt: skip
    return out, kind


def _unknown(out: Path, typed: str | None) -> Text:
    if typed is not None:
        return text("--format {typed}: den slags kendes ikke.", "--format {typed}: that kind is not known.",
                    typed=typed)  # fmt: skip
    return text("{file}: den slags fil kan ikke skrives.", "{file}: that kind of file cannot be written.",
                file=str(out))  # fmt: skip


def _endings() -> tuple[str, ...]:
    return tuple(f".{kind}" for kind in MAKERS)


def without_zones(folder: str) -> UnusableInputError:
    """Return what is said of a plan whose target was met without any new zone."""
    return UnusableInputError(
        text("Planen i {folder} har ingen nye zoner.", "The plan in {folder} has no new zones.",
             folder=folder),
        text("Målet er nået med det, der er vildt i dag. Sæt det højere: vildplan plan FIL --target 30%.",
             "The target is met by what is wild today. Raise it: vildplan plan FILE --target 30%."),
    )  # fmt: skip
