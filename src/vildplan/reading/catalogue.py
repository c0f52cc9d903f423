"""The catalogue's TOML files -> Catalogue; unknown keys are refused."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from vildplan.errors import text
from vildplan.model.catalogue import Catalogue, Clearance, Role, SurfaceClass, WorthTerm, ZoneType
from vildplan.model.needs import NO_NEEDS, Needs
from vildplan.model.site import Light, Moisture, Soil, Traffic
from vildplan.model.value import Status, Told, Value
from vildplan.reading.care import read_care
from vildplan.reading.value_rows import KeyedValueRow, SourcedRow, StrictRow, ValueRow, WordsRow

FILES = (
    "surfaces", "zone_types", "clearances", "worth", "rules", "prices", "planting", "advice",
    "following", "insects",
)  # fmt: skip

# How far a weight reaches stands beside it, and nobody has a source for it.
NO_SOURCE = "antagelse, ingen kilde fundet"


class _ToldRow(SourcedRow):
    advice_da: str = ""
    advice_en: str = ""

    def told(self) -> Told:
        advice = text(self.advice_da, self.advice_en) if self.advice_da else None
        return Told(self.wording(), self.source, self.year, self.status, advice)


class _NeedsRow(StrictRow):
    roof_water: bool = False
    wet: bool = False
    load_checked: bool = False
    light: tuple[Light, ...] = ()
    not_soil: tuple[Soil, ...] = ()
    not_moisture: tuple[Moisture, ...] = ()
    not_light: tuple[Light, ...] = ()
    not_traffic: tuple[Traffic, ...] = ()


class _SurfaceRow(WordsRow):
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
    on_request: tuple[str, ...] = ()
    soil: Soil = Soil.UNKNOWN
    why_da: str
    why_en: str
    words: tuple[str, ...]
    osm: tuple[str, ...]


class _ZoneTypeRow(WordsRow):
    key: str
    letter: str
    standing: bool
    min_area: ValueRow
    min_width: ValueRow
    min_length: ValueRow | None = None
    suits: _ToldRow
    establishment: _ToldRow
    needs: _NeedsRow | None = None
    check: _ToldRow | None = None


class _WithoutRow(StrictRow):
    fact: Literal["basement", "wooden_facade"]
    distance: ValueRow


class _ClearanceRow(WordsRow):
    key: str
    zone_type: str
    group: str
    distance: ValueRow
    known_without: _WithoutRow | None = None
    firm: bool = False


class _TermRow(WordsRow):
    key: str
    zone_type: str
    kind: str
    on: tuple[str, ...]
    soil: Soil = Soil.UNKNOWN
    reach_m: float
    weight: ValueRow


class _Files(StrictRow):
    """All the catalogue's files laid together."""

    surface: tuple[_SurfaceRow, ...]
    zone_type: tuple[_ZoneTypeRow, ...]
    clearance: tuple[_ClearanceRow, ...]
    term: tuple[_TermRow, ...]
    rule: tuple[KeyedValueRow, ...]
    price: tuple[KeyedValueRow, ...]
    planting: tuple[KeyedValueRow, ...]
    advice: tuple[KeyedValueRow, ...]
    following: tuple[KeyedValueRow, ...]
    insects: tuple[KeyedValueRow, ...]


@cache
def read_catalogue() -> Catalogue:
    """Read the catalogue that comes with the program."""
    folder = files("vildplan") / "catalogue"
    laid_together: dict[str, object] = {}
    for name in FILES:
        laid_together |= tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    care, todays_work = read_care(folder)
    rows = _Files.model_validate(laid_together)
    return Catalogue(
        surfaces={row.key: _surface(row) for row in rows.surface},
        zone_types={row.key: _zone_type(row) for row in rows.zone_type},
        clearances=tuple(_clearance(row) for row in rows.clearance),
        terms=tuple(_term(row) for row in rows.term),
        care=care,
        rules={row.key: row.keyed() for row in rows.rule},
        prices={row.key: row.keyed() for row in rows.price},
        planting={row.key: row.keyed() for row in rows.planting},
        advice={row.key: row.keyed() for row in rows.advice},
        todays_work=todays_work,
        following={row.key: row.keyed() for row in rows.following},
        insects={row.key: row.keyed() for row in rows.insects},
    )


def _surface(row: _SurfaceRow) -> SurfaceClass:
    facts = row.model_dump(exclude={"da", "en", "why_da", "why_en"})
    return SurfaceClass(name=row.wording(), why=text(row.why_da, row.why_en), **facts)


def _zone_type(row: _ZoneTypeRow) -> ZoneType:
    return ZoneType(
        row.key,
        row.wording(),
        row.letter,
        row.min_area.value(f"{row.key}.min_area"),
        row.min_width.value(f"{row.key}.min_width"),
        row.standing,
        row.min_length.value(f"{row.key}.min_length") if row.min_length else None,
        suits=row.suits.told(),
        establishment=row.establishment.told(),
        needs=Needs(**row.needs.model_dump()) if row.needs else NO_NEEDS,
        check=row.check.told() if row.check else None,
    )


def _clearance(row: _ClearanceRow) -> Clearance:
    key, less = f"{row.zone_type}.{row.key}", row.known_without
    return Clearance(
        row.key, row.zone_type, row.group, row.distance.value(key), row.wording(),
        guards=less.fact if less else "",
        without_m=less.distance.value(f"{key}.without_{less.fact}") if less else None,
        firm=row.firm,
    )  # fmt: skip


def _term(row: _TermRow) -> WorthTerm:
    key = f"{row.zone_type}.{row.key}"
    weight, name = row.weight.value(key), text("{name}, rækkevidde", "{name}, reach", name=row.wording())
    reach = Value(f"{key}_reach", row.reach_m, "m", NO_SOURCE, weight.year, Status.ASSUMPTION, name)
    return WorthTerm(row.key, row.zone_type, row.kind, row.on, weight, reach, row.wording(), row.soil)
