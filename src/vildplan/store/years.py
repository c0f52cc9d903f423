"""`years/2027.toml` in a plan folder: what was registered of a year, with a seal; written whole or not."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pydantic import BaseModel, ConfigDict, ValidationError
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from vildplan.errors import UnusableInputError, text
from vildplan.model.money import Who
from vildplan.model.years import CareDone, Standing, State, Trained, Word, Year, ZoneYear
from vildplan.store.geojson import LON_LAT, to_lon_lat
from vildplan.store.plan_reading import GRID_DECIMALS
from vildplan.store.sealed import sealed
from vildplan.store.state_file import write_state
from vildplan.store.upgrade import Step, upgraded

YEARS = "years"
KNOWN_SCHEMA = 1
UPGRADES: dict[int, Step] = {}


class _Table(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Zone(_Table):
    zone: str
    state: State | None = None
    area_m2: float | None = None
    how: str = ""
    by: str = ""
    outline: str | None = None
    cuts: tuple[date, ...] = ()
    hay_removed: tuple[date, ...] = ()
    care: CareDone | None = None
    hours: dict[Who, float] = {}
    cost_kr: float | None = None
    flowering: tuple[str, ...] = ()
    photos: tuple[str, ...] = ()
    contact: str = ""
    note: str = ""


class _Year(_Table):
    year: int
    standing: Standing | None = None
    base_m2: float | None = None
    cost_kr: float | None = None
    hours: dict[Who, float] = {}
    zone: tuple[_Zone, ...] = ()
    word: tuple[Word, ...] = ()
    trained: tuple[Trained, ...] = ()


def year_files(folder: Path) -> Iterator[Path]:
    """Yield the files of registered years, the first first."""
    found = (folder / YEARS).glob("*.toml")
    yield from sorted((path for path in found if path.stem.isdigit()), key=lambda path: int(path.stem))


def read_years(folder: Path, crs: str) -> tuple[Year, ...]:
    """Read all registered years of a plan, the first first.

    Raises:
        UnusableInputError: when one cannot be read.
    """
    return tuple(_year(path, crs) for path in year_files(folder))


def read_year(folder: Path, year: int, crs: str) -> Year:
    """Read one year of a plan; an empty one where nothing was registered.

    Raises:
        UnusableInputError: when it cannot be read.
    """
    path = folder / YEARS / f"{year}.toml"
    return _year(path, crs) if path.is_file() else Year(year)


def year_record(path: Path) -> dict[str, Any]:
    """Return a file of a year as it stands.

    Raises:
        UnusableInputError: when it cannot be read.
    """
    try:
        return upgraded(tomllib.loads(path.read_text("utf-8")), path, KNOWN_SCHEMA, UPGRADES)
    except (OSError, ValueError) as fault:
        raise _broken(path, fault) from None


def write_year(folder: Path, year: Year, crs: str) -> bool:
    """Write a year; the earlier file goes to history/. Return False where nothing changed.

    Raises:
        CannotWriteError: when it cannot be written.
    """
    project = to_lon_lat(crs)
    whole = {
        "schema_version": KNOWN_SCHEMA,
        **_plain(year),
        "zone": [_zone_record(zone, project) for zone in year.zones],
        "word": [_plain(word) for word in year.words],
        "trained": [_plain(one) for one in year.trained],
    }
    # Nothing is written that could not be read back.
    _Year.model_validate(whole)
    return write_state(folder, f"{YEARS}/{year.year}.toml", sealed(whole))


def _zone_record(zone: ZoneYear, project: Any) -> dict[str, Any]:
    record = _plain(zone)
    if zone.outline is not None:
        record["outline"] = shapely.to_wkt(project(zone.outline), rounding_precision=9)
    return record


def _plain(row: Any) -> dict[str, Any]:
    """The fields that somebody filled in; tables and shapes are written elsewhere."""
    found = {one.name: getattr(row, one.name) for one in fields(row) if one.name not in (
        "zones", "words", "trained", "outline")}  # fmt: skip
    return {name: _simple(value) for name, value in found.items() if value not in (None, "", (), {})}


def _simple(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): one for key, one in sorted(value.items())}
    if isinstance(value, tuple):
        return [_simple(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _year(path: Path, crs: str) -> Year:
    try:
        table = _Year.model_validate(year_record(path))
        zones = tuple(_zone(row, crs) for row in table.zone)
    except (ValidationError, shapely.errors.ShapelyError) as fault:
        raise _broken(path, fault) from None
    return Year(
        year=table.year, standing=table.standing, zones=zones, words=table.word, trained=table.trained,
        hours=table.hours, cost_kr=table.cost_kr, base_m2=table.base_m2,
    )  # fmt: skip


def _zone(row: _Zone, crs: str) -> ZoneYear:
    members = {name: getattr(row, name) for name in type(row).model_fields if name != "outline"}
    return ZoneYear(**members, outline=None if row.outline is None else _metric(row.outline, crs))


def _metric(words: str, crs: str) -> BaseGeometry:
    transformer = Transformer.from_crs(LON_LAT, crs, always_xy=True)

    def metres(points: np.ndarray) -> np.ndarray:
        x, y = transformer.transform(points[:, 0], points[:, 1])
        return np.round(np.column_stack([x, y]), GRID_DECIMALS)

    return shapely.transform(shapely.from_wkt(words), metres).normalize()


def _broken(path: Path, fault: Exception) -> UnusableInputError:
    first = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
    return UnusableInputError(
        text("{file} kan ikke læses: {why}.", "{file} cannot be read: {why}.", file=str(path), why=first),
        text("Ret linjen, eller tag en tidligere udgave i history/years i planmappen.",
             "Mend the line, or take an earlier version in history/years of the plan folder."),
    )  # fmt: skip
