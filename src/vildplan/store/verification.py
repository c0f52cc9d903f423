"""A plan folder against the same plan worked out again from its own files: what it says, and what comes out.

Zones are measured as they lie in `zones.geojson`; they are not drawn again.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan import __version__
from vildplan.errors import Text, text
from vildplan.geometry.morphology import minus, overlap
from vildplan.model.area import fingerprint
from vildplan.model.catalogue import Catalogue
from vildplan.model.checked import Check, Difference
from vildplan.model.plan import Plan
from vildplan.model.stored import StoredPlan
from vildplan.proposal.differences import Compared, compare
from vildplan.store.folder import MARK
from vildplan.store.plan_folder import catalogue_sha256, plan_files
from vildplan.store.plan_reading import BASELINE, ZONES

AREAS, CURVE = "areas.geojson", "curve.toml"
SHARED_M2 = 0.02
# What nine decimals of a degree may put outside a line: so many m2, or so many along an outline.
OUTSIDE_M2, OUTSIDE_M = 0.1, 1e-4
# About a centimetre.
DEGREES = 1e-7

Record = Mapping[str, Any]

# The tables of plan.toml by what they are about; whatever is not named here is told under `rest`.
PARTS: dict[str, tuple[Text, tuple[str, ...]]] = {
    "land": (
        text("Jorden: m² efter arealtype, grundlag og vildt i dag",
             "The land: m² by class, base and wild today"),
        ("surfaces_m2", "outdoor_m2", "green_m2", "convertible_m2", "wild_today_m2",
         "wild_today_documented_m2", "taken_by_rule"),
    ),
    "reached": (
        text("Målet: m² og andel", "The target: m² and share"),
        ("target", "zones_m2", "reached_m2", "reached_share", "reachable", "summary", "relaxations",
         "phases"),
    ),
    "zones": (
        text("Zonerne: m², hvad de er i dag, hvorfor og pleje",
             "The zones: m², what they are today, why and care"),
        ("zones",),
    ),
    "economy": (text("Timer og kroner", "Hours and kroner"), ("economy", "budget")),
    "proof": (
        text("Beviset: grænsen løst igen, pointene målt på zonerne",
             "The proof: the bound solved again, the points measured on the zones"),
        ("proof",),
    ),
    "robustness": (text("Andre vægte", "Other weights"), ("robustness",)),
}  # fmt: skip
REST = text("Antagelser og fund", "Assumptions and findings")
# Told by checks of their own, or what the plan is made from: it is not worked out.
APART = ("files", "made_by", "inputs", "wishes", "department", "crs", "schema_version")


def verify(stored: StoredPlan, made: Plan, catalogue: Catalogue) -> tuple[Check, ...]:
    """Hold all that a plan folder says against `made`, its own zones measured again."""
    files = plan_files(made, stored.language)
    now = tomllib.loads(files[MARK])
    return (
        _files(stored),
        _version(stored),
        _department(stored),
        _catalogue(stored, catalogue),
        _zones_on_the_map(stored, made, files[ZONES]),
        *_plan_toml(stored.record, now),
        _ground_on_the_map(stored, files[AREAS]),
        _curve(stored, files[CURVE]),
    )


def _check(key: str, name: Text, *found: Compared, note: Text | None = None) -> Check:
    return Check(
        key, name, sum(one.numbers for one in found), sum(one.words for one in found),
        tuple(difference for one in found for difference in one.differences), note,
    )  # fmt: skip


def _files(stored: StoredPlan) -> Check:
    wanted: Mapping[str, str] = stored.record.get("files", {})
    names = dict.fromkeys((ZONES, AREAS, BASELINE, CURVE, *wanted))
    there = {name: _sha256(Path(stored.folder) / name) for name in names}
    return _check(
        "files", text("Filernes fingeraftryk", "The fingerprints of the files"),
        *(compare(wanted.get(name), there[name], name, "sha256") for name in names),
    )  # fmt: skip


def _sha256(path: Path) -> str | None:
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def _version(stored: StoredPlan) -> Check:
    """Which version made the plan; another one is no fault, but may be why something differs."""
    maker = stored.record.get("made_by")
    made = maker.get("vildplan") if isinstance(maker, Mapping) else None
    unknown = text("en udgave, der ikke står i mappen", "a version that the folder does not name")
    by = unknown if made is None else text("vildplan {made}", "vildplan {made}", made=str(made))
    name = text("Programmet: planen er lavet med {by}, regnet efter med vildplan {now}",
                "The program: made with {by}, worked out again with vildplan {now}",
                by=by, now=__version__)  # fmt: skip
    return Check("version", name, 0, 0, ())


def _department(stored: StoredPlan) -> Check:
    land = stored.department
    now = fingerprint(land.areas, land.boundary, land.base, land.rest, land.site)
    return _check(
        "department", text("Jordens fingeraftryk", "The fingerprint of the land"),
        compare(land.input_hash, now, MARK, "inputs.department_sha256"),
    )  # fmt: skip


def _catalogue(stored: StoredPlan, catalogue: Catalogue) -> Check:
    """The fingerprint of the catalogue, and the values that are known to have changed since."""
    said = stored.record["inputs"].get("catalogue_sha256", "")
    found = compare(said, catalogue_sha256(catalogue), MARK, "inputs.catalogue_sha256")
    numbers = {value.key: value.number for value in catalogue.values()}
    rows = (row for row in stored.record.get("assumptions", ()) if isinstance(row, Mapping) and "key" in row)
    used = {row["key"]: row.get("value") for row in rows}
    values = compare(used, {key: numbers.get(key) for key in used}, MARK, "assumptions")
    note = text(
        "Kataloget har fået andre tal, siden planen blev lavet. Det, der hviler på dem, giver noget andet.",
        "The catalogue has other numbers since the plan was made. What rests on them comes out otherwise.",
    )
    name = text("Katalogets fingeraftryk", "The fingerprint of the catalogue")
    return _check("catalogue", name, found, values, note=note if found.differences else None)


def _zones_on_the_map(stored: StoredPlan, made: Plan, words: str) -> Check:
    """The zones' own file: what it says of each, that none lies in another, and all on the land."""
    path = Path(stored.folder) / ZONES
    said, now = _properties(path.read_text("utf-8")), _properties(words)
    lies = Compared(0, 0, (*_shared(stored), *_outside(stored, made)))
    return _check(
        "map", text("Zonerne på kortet: m² af polygonerne, ingen i hinanden, alle på jorden",
                    "The zones on the map: m² of the polygons, none in another, all on the land"),
        compare(said, now, ZONES), lies,
    )  # fmt: skip


def _properties(words: str) -> list[Any]:
    return [feature["properties"] for feature in json.loads(words)["features"]]


def _shared(stored: StoredPlan) -> Iterator[Difference]:
    for one, other in combinations(stored.zones, 2):
        common_m2 = overlap(one.geometry, other.geometry).area
        if common_m2 > SHARED_M2:
            yield Difference(ZONES, f"{one.id}+{other.id}.shared_m2", 0.0, common_m2)


def _outside(stored: StoredPlan, made: Plan) -> Iterator[Difference]:
    for zone in stored.zones:
        outside_m2 = minus(zone.geometry, made.inventory.outline).area
        if outside_m2 > max(OUTSIDE_M2, OUTSIDE_M * zone.geometry.length):
            yield Difference(ZONES, f"{zone.id}.outside_the_land_m2", 0.0, outside_m2)


def _plan_toml(stored: Record, now: Record) -> Iterator[Check]:
    known = {key for _, keys in PARTS.values() for key in keys}
    for part, (name, keys) in PARTS.items():
        yield _check(part, name, compare(_only(stored, keys), _only(now, keys), MARK))
    others = [key for key in {**stored, **now} if key not in known and key not in APART]
    yield _check("rest", REST, compare(_only(stored, others), _only(now, others), MARK))


def _only(record: Record, keys: Any) -> dict[str, Any]:
    return {key: record[key] for key in keys if key in record}


def _ground_on_the_map(stored: StoredPlan, words: str) -> Check:
    """`areas.geojson`: what may become wild and what not, and why."""
    name = text("Jorden på kortet: hvad der kan blive vildt, og hvorfor ikke",
                "The land on the map: what can become wild, and why not")  # fmt: skip
    return _check("ground", name, *_features(Path(stored.folder) / AREAS, words))


def _features(path: Path, words: str) -> Iterator[Compared]:
    """The features of a file against those made anew, in their order: properties and polygons."""
    now = json.loads(words)["features"]
    try:
        said = json.loads(path.read_text("utf-8"))["features"]
        shapes = [shapely.from_geojson(json.dumps(feature["geometry"])) for feature in said]
    except (OSError, ValueError, KeyError, TypeError, shapely.errors.ShapelyError):
        yield compare(None, len(now), path.name, "features")
        return
    yield compare(len(said), len(now), path.name, "features")
    for number, (one, other, shape) in enumerate(zip(said, now, shapes, strict=False), 1):
        key = f"{number}.{other['properties']['id']}"
        yield compare(one.get("properties"), other["properties"], path.name, key)
        wanted = shapely.from_geojson(json.dumps(other["geometry"]))
        if not shape.normalize().equals_exact(wanted.normalize(), DEGREES):
            yield Compared(1, 0, (Difference(path.name, f"{key}.geometry", _middle(shape), _middle(wanted)),))


def _middle(shape: BaseGeometry) -> str:
    return "" if shape.is_empty else f"{shape.centroid.y:.7f},{shape.centroid.x:.7f}"


def _curve(stored: StoredPlan, words: str) -> Check:
    name = text("Kurven: m² og point ved hver andel", "The curve: m² and points at every share")
    now = tomllib.loads(words)
    try:
        said = tomllib.loads((Path(stored.folder) / CURVE).read_text("utf-8"))
    except (OSError, ValueError):
        return _check("curve", name, compare(None, len(now["point"]), CURVE, "point"))
    return _check("curve", name, compare(said, now, CURVE))
