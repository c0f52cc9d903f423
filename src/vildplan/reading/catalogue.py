"""The catalogue's TOML files -> Catalogue; unknown keys are refused."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from vildplan.errors import Text, text
from vildplan.model.catalogue import (
    Catalogue,
    Clearance,
    Role,
    Status,
    SurfaceClass,
    Value,
    WorthTerm,
    ZoneType,
)
from vildplan.reading.care import read_care


class _Row(BaseModel):
    """A row of the catalogue: it has a name in both languages and no key we do not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    da: str
    en: str

    def name(self) -> Text:
        return text(self.da, self.en)


class _ValueRow(_Row):
    number: float
    unit: str
    source: str
    year: int
    status: Status
    low: float | None = None
    high: float | None = None

    def value(self, key: str) -> Value:
        return Value(
            key, self.number, self.unit, self.source, self.year, self.status, self.name(), self.low, self.high
        )


class _NamedValueRow(_ValueRow):
    key: str


class _SurfaceRow(_Row):
    key: str
    role: Role
    order: int
    in_outdoor: bool
    in_green: bool
    wild_today: bool
    mown: bool
    drivable: bool
    whole: bool
    group: str
    convertible_to: tuple[str, ...]
    words: tuple[str, ...]
    osm: tuple[str, ...]


class _ZoneTypeRow(_Row):
    key: str
    letter: str
    standing: bool
    min_area: _ValueRow
    min_width: _ValueRow
    min_length: _ValueRow | None = None


class _ClearanceRow(_Row):
    key: str
    zone_type: str
    group: str
    distance: _ValueRow


class _TermRow(_Row):
    key: str
    zone_type: str
    kind: str
    on: tuple[str, ...]
    reach_m: float
    weight: _ValueRow


class _Files(BaseModel):
    """All the catalogue's files laid together."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    surface: tuple[_SurfaceRow, ...]
    zone_type: tuple[_ZoneTypeRow, ...]
    clearance: tuple[_ClearanceRow, ...]
    term: tuple[_TermRow, ...]
    rule: tuple[_NamedValueRow, ...]
    price: tuple[_NamedValueRow, ...]


@cache
def read_catalogue() -> Catalogue:
    """Read the catalogue that comes with the program."""
    folder = files("vildplan") / "catalogue"
    laid_together: dict[str, object] = {}
    for name in ("surfaces", "zone_types", "clearances", "worth", "rules", "prices"):
        laid_together |= tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    care, todays_work = read_care()
    rows = _Files.model_validate(laid_together)
    return Catalogue(
        surfaces={row.key: _surface(row) for row in rows.surface},
        zone_types={row.key: _zone_type(row) for row in rows.zone_type},
        clearances=tuple(_clearance(row) for row in rows.clearance),
        terms=tuple(_term(row) for row in rows.term),
        care=care,
        rules={row.key: row.value(row.key) for row in rows.rule},
        prices={row.key: row.value(row.key) for row in rows.price},
        todays_work=todays_work,
    )


def _surface(row: _SurfaceRow) -> SurfaceClass:
    facts = row.model_dump(exclude={"da", "en"})
    return SurfaceClass(name=row.name(), **facts)


def _zone_type(row: _ZoneTypeRow) -> ZoneType:
    return ZoneType(
        row.key,
        row.name(),
        row.letter,
        row.min_area.value(f"{row.key}.min_area"),
        row.min_width.value(f"{row.key}.min_width"),
        row.standing,
        row.min_length.value(f"{row.key}.min_length") if row.min_length else None,
    )


def _clearance(row: _ClearanceRow) -> Clearance:
    distance = row.distance.value(f"{row.zone_type}.{row.key}")
    return Clearance(row.key, row.zone_type, row.group, distance, row.name())


def _term(row: _TermRow) -> WorthTerm:
    weight = row.weight.value(f"{row.zone_type}.{row.key}")
    return WorthTerm(row.key, row.zone_type, row.kind, row.on, weight, row.reach_m, row.name())
