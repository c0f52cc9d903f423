"""A plan folder -> StoredPlan; whatever is wrong with it is said in a sentence, and nothing is changed."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pydantic import ValidationError
from pyproj import Transformer
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, UnusableInputError, plain, text
from vildplan.geometry.polygons import polygons_only
from vildplan.model.area import Area, BaseLand, Department
from vildplan.model.stored import StoredPlan, StoredZone
from vildplan.model.wishes import Drawn, Insisted, PlantWishes, Target, Wishes
from vildplan.proposal.figures import Figures, figures_of
from vildplan.store import baseline as role
from vildplan.store.folder import MARK, recover
from vildplan.store.geojson import LON_LAT
from vildplan.store.schema import PlanFile, SiteTable, WishesTable
from vildplan.store.upgrade import Step, upgraded

GRID_DECIMALS = 3
KNOWN_SCHEMA = 1
# What brings a folder of an earlier schema up to date: version -> the step to the next.
UPGRADES: dict[int, Step] = {}
ZONES, BASELINE = "zones.geojson", "baseline.geojson"

Feature = tuple[Mapping[str, Any], BaseGeometry]


def read_plan(folder: Path, *, zones_edited: bool = False) -> StoredPlan:
    """Read a plan folder back.

    With `zones_edited` somebody may have drawn in the folder's own zones.geojson: what the columns of a
    zone no longer say does no harm, such zones are left out.

    Raises:
        UnusableInputError: when it is no plan folder, or a file in it is missing or cannot be used.
    """
    recover(folder)
    record = _toml(folder)
    table = _table(record, folder)
    land = _features(folder, BASELINE, table.crs)
    zones = _zones(folder, table.crs, zones_edited)
    missing, changed = _against_fingerprints(folder, table.files)
    try:
        department, wishes = _department(table, land), _wishes(table.wishes, land)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise _broken(folder / BASELINE, plain(f"{type(fault).__name__} {fault}")) from None
    return StoredPlan(
        folder=str(folder),
        department=department,
        wishes=wishes,
        language=table.wishes.language,
        own_values=table.inputs.own_values,
        zones=zones,
        record=record,
        changed_files=changed,
        missing_files=missing,
        versions=tuple(row.value() for row in table.versions),
    )


def read_zones(folder: Path, name: str, crs: str) -> tuple[StoredZone, ...]:
    """Read a file of zones of a plan folder, in metres of `crs`.

    Raises:
        UnusableInputError: when it is missing or cannot be used.
    """
    return tuple(_zone(*feature, folder) for feature in _features(folder, name, crs))


def figures_as_stored(stored: StoredPlan) -> Figures:
    """Return the figures that plan.toml holds.

    Raises:
        UnusableInputError: when it does not hold them.
    """
    try:
        return figures_of(stored.record)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise _broken(Path(stored.folder) / MARK, plain(f"{type(fault).__name__} {fault}")) from None


def _toml(folder: Path) -> dict[str, Any]:
    if not folder.exists():
        raise _unusable(
            text("Der er ingen mappe {folder}.", "There is no folder {folder}.", folder=str(folder)),
            text("Skriv navnet på planmappen, f.eks. lindeparken.plan.",
                 "Type the name of the plan folder, such as lindeparken.plan."),
        )  # fmt: skip
    if not folder.is_dir() or not (folder / MARK).is_file():
        raise _unusable(
            text("{folder} er ikke en planmappe: der er ingen {mark} i den.",
                 "{folder} is no plan folder: there is no {mark} in it.", folder=str(folder), mark=MARK),
            text("Lav en plan med vildplan plan FIL --target 30%, og skriv navnet på mappen, den laver.",
                 "Make a plan with vildplan plan FILE --target 30%, and type the name of its folder."),
        )  # fmt: skip
    try:
        record = tomllib.loads(_text(folder / MARK))
    except tomllib.TOMLDecodeError as fault:
        raise _broken(folder / MARK, plain(str(fault))) from None
    return upgraded(record, folder / MARK, KNOWN_SCHEMA, UPGRADES)


def _table(record: Mapping[str, Any], folder: Path) -> PlanFile:
    try:
        return PlanFile.model_validate(record)
    except ValidationError as error:
        raise UnusableInputError(
            text("{file} kan ikke bruges.", "{file} cannot be used.", file=str(folder / MARK)),
            _from_history(),
            tuple(_fault(one) for one in error.errors()),
        ) from None


def _fault(error: Any) -> Finding:
    place = plain(".".join(map(str, error["loc"])))
    if error["type"] == "missing":
        words = text("linjen mangler.", "the line is missing.")
    else:
        words = text("værdien kan ikke bruges ({why}).", "the value cannot be used ({why}).",
                     why=str(error["msg"]))  # fmt: skip
    return Finding(place, Severity.ERROR, words, text("Ret linjen.", "Mend the line."))


def _features(folder: Path, name: str, crs: str) -> list[Feature]:
    """The features of a file of ours, in metres on the 1 mm grid that they were published from."""
    path = folder / name
    try:
        transformer = Transformer.from_crs(LON_LAT, crs, always_xy=True)
        document = json.loads(_text(path))
        return [
            (feature["properties"], _metric(feature["geometry"], transformer))
            for feature in document["features"]
        ]
    except shapely.errors.ShapelyError:
        raise _broken(path, text("et omrids i den er ikke lukket eller har for få punkter",
                                 "an outline in it is not closed or has too few points")) from None
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise _broken(path, plain(str(fault))) from None
    except CRSError:
        raise _broken(folder / MARK, plain(f"crs = {crs}")) from None


def _metric(geometry: Any, transformer: Transformer) -> BaseGeometry:
    def metres(points: np.ndarray) -> np.ndarray:
        x, y = transformer.transform(points[:, 0], points[:, 1])
        return np.round(np.column_stack([x, y]), GRID_DECIMALS)

    shape = shapely.from_geojson(json.dumps(geometry))
    if not shape.is_valid:
        # What we write is valid: somebody drew in it, and an outline that crosses itself stops every overlay.
        shape = polygons_only(shapely.make_valid(shape))
    return shapely.transform(shape, metres).normalize()


def _zones(folder: Path, crs: str, edited: bool) -> tuple[StoredZone, ...]:
    if not edited:
        return read_zones(folder, ZONES, crs)
    found = []
    with suppress(UnusableInputError):
        for feature in _features(folder, ZONES, crs):
            with suppress(UnusableInputError):
                found.append(_zone(*feature, folder))
    return tuple(found)


def _zone(properties: Mapping[str, Any], geometry: BaseGeometry, folder: Path) -> StoredZone:
    try:
        return StoredZone(
            id=str(properties["id"]),
            name=str(properties["name"]),
            type=str(properties["type"]),
            area_m2=float(properties["area_m2"]),
            # QGIS saves a plain outline as a collection of one.
            geometry=polygons_only(geometry) if geometry.geom_type == "MultiPolygon" else geometry,
            phase=int(properties.get("phase") or 1),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise _broken(folder / ZONES, plain(f"{type(fault).__name__} {fault}")) from None


def _department(table: PlanFile, land: list[Feature]) -> Department:
    boundary = next((shape for _, shape in _of(land, role.BOUNDARY)), None)
    bases = [BaseLand(str(row["said"]), shape) for row, shape in _of(land, role.BASE)]
    return Department(
        name=table.department,
        file=table.inputs.file,
        crs=table.crs,
        areas=tuple(_area(row, shape) for row, shape in _of(land, role.AREA)),
        boundary=boundary,
        rest=table.inputs.rest,
        input_hash=table.inputs.department_sha256,
        findings=tuple(
            one.value() for one in table.inputs.findings
        ),
        base=next(iter(bases), None),
        assumed=table.inputs.assumed,
        site=table.inputs.site.value(),
    )


def _area(row: Mapping[str, Any], shape: BaseGeometry) -> Area:
    return Area(
        id=str(row["id"]),
        surface=str(row["surface"]),
        name=str(row.get("name") or ""),
        source_id=str(row.get("source_id") or ""),
        documented=bool(row.get("documented")),
        geometry=shape,
        label=str(row.get("label") or ""),
        wild_since=row.get("wild_since"),
        evidence=str(row.get("evidence") or ""),
        site=SiteTable.model_validate(row.get("site") or {}).value(),
    )


def _wishes(table: WishesTable, land: list[Feature]) -> Wishes:
    wish = table.insisted
    return Wishes(
        target=Target(table.target, table.target_share, table.target_m2),
        base=table.base,
        count=table.count,
        play_lawn_m2=table.play_lawn_m2,
        dwellings=table.dwellings,
        mown_by=table.mown_by,
        clearances=tuple(sorted(table.clearances_m.items())),
        insisted=Insisted(
            keep=_drawn(land, role.KEEP),
            keep_classes=wish.keep_classes,
            include=_drawn(land, role.INCLUDE),
            clear=_drawn(land, role.CLEAR),
            play_lawn=next(iter(_drawn(land, role.PLAY_LAWN)), None),
            border_strip_m=wish.border_strip_m,
            most_zones=wish.most_zones,
            most_hours_per_year=wish.most_hours_per_year,
            most_kr_per_year=wish.most_kr_per_year,
            least_area_m2=wish.least_area_m2,
            least_width_m=wish.least_width_m,
        ),
        from_file=table.from_file,
        phases=tuple(phase.value() for phase in table.phases),
        plants=PlantWishes(table.allergy, table.play, table.avoid_plants, table.want_plants),
        crew=table.crew,
        money=table.money,
    )


def _drawn(land: list[Feature], wanted: str) -> tuple[Drawn, ...]:
    return tuple(
        Drawn(
            said=str(row.get("said") or ""),
            geometry=shape,
            area_id=str(row.get("area_id") or ""),
            distance_m=float(row.get("distance_m") or 0.0),
            adopted=row.get("adopted") is True,
        )
        for row, shape in _of(land, wanted)
    )


def _of(land: list[Feature], wanted: str) -> Iterator[Feature]:
    return (feature for feature in land if feature[0].get("role") == wanted)


def _against_fingerprints(
    folder: Path, files: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the files that are missing, and those that are not as they were written."""
    missing = tuple(name for name in files if not (folder / name).is_file())
    there = {name: wanted for name, wanted in files.items() if name not in missing}
    changed = (name for name, wanted in there.items() if _sha256(folder / name) != wanted)
    return missing, tuple(changed)


def _sha256(path: Path) -> str:
    return sha256(_bytes(path)).hexdigest()


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        raise _broken(path, text("den er ikke UTF-8-tekst", "it is not UTF-8 text")) from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise _unusable(
            text("Der mangler en fil i planmappen: {file}.",
                 "A file is missing from the plan folder: {file}.", file=str(path)),
            _from_history(),
        ) from None  # fmt: skip
    except OSError as error:
        raise _unusable(
            text("{file} kan ikke åbnes ({why}).", "{file} cannot be opened ({why}).",
                 file=str(path), why=error.strerror or type(error).__name__),
            text("Luk den i andre programmer, og tjek rettighederne.",
                 "Close it in other programs and check the permissions."),
        ) from None  # fmt: skip


def _broken(path: Path, why: Text) -> UnusableInputError:
    return _unusable(
        text("{file} kan ikke læses: {why}.", "{file} cannot be read: {why}.", file=str(path), why=why),
        _from_history(),
    )


def _from_history() -> Text:
    return text(
        "Tidligere udgaver ligger i history/ i planmappen; eller lav planen igen med vildplan plan.",
        "Earlier versions lie in history/ in the plan folder; or make the plan again with vildplan plan.",
    )


def _unusable(sentence: Text, advice: Text) -> UnusableInputError:
    return UnusableInputError(sentence, advice)
