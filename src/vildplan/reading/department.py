"""Features -> Department: classes, metres, repaired rings, ids by position, and all findings at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import (
    Finding,
    Severity,
    Text,
    UnusableInputError,
    WrongUsageError,
    areas,
    plain,
    text,
)
from vildplan.geometry.polygons import polygons_only
from vildplan.model.area import Area, Department
from vildplan.model.catalogue import Catalogue
from vildplan.reading.classes import ClassIndex, class_index, is_underground, printable
from vildplan.reading.geojson import Feature, FeatureFile, read_features
from vildplan.reading.projection import Project, metric_crs_of, projector, source_crs

GRID_M = 0.001
CHANGED_M2 = 0.01
DOCUMENTED_BY = ("wild_since", "vild_siden", "evidence", "dokumentation")
UNDESCRIBED = "rest"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class ReadingChoices:
    """What the user declares about the file: class of unclassified areas, boundary file, rest class."""

    surface: str | None = None
    boundary: Path | None = None
    rest: str | None = None


def read_department(path: Path, choices: ReadingChoices, catalogue: Catalogue) -> Department:
    """Read one department from a GeoJSON file.

    Raises:
        UnusableInputError: when the file, or the boundary file, cannot be used.
        WrongUsageError: when `--surface` or `--rest` names an unknown class.
    """
    index = class_index(catalogue)
    declared = _typed_class(index, choices.surface, "--surface")
    rest = _typed_class(index, choices.rest, "--rest") or UNDESCRIBED
    file = read_features(path)
    shapes = [feature.geometry for feature in file.features]
    source = source_crs(file.name, file.crs_name, shapes)
    crs = metric_crs_of(source, shapes)
    findings = list(file.findings)
    found = _areas(file, index, declared, projector(source, crs), findings)
    _demand_a_class(file, found, rest)
    boundary = _boundary(choices.boundary, crs, findings) if choices.boundary else None
    ordered = _with_ids(found)
    _demand_overlap(choices.boundary, boundary, ordered)
    return Department(
        name=path.stem,
        file=path.name,
        crs=crs,
        areas=ordered,
        boundary=boundary,
        rest=rest,
        input_hash=_hash(ordered, boundary, rest),
        findings=_in_order(findings),
    )


def _typed_class(index: ClassIndex, typed: str | None, option: str) -> str | None:
    if typed is None:
        return None
    key = index.word(typed)
    if key is None:
        near = index.suggestions(typed)
        advice = (
            text("Mente du {near}?", "Did you mean {near}?", near=", ".join(near)) if near
            else text("Skriv f.eks. lawn (plæne), path (sti) eller building (bygning).",
                      "Type for example lawn, path or building.")
        )  # fmt: skip
        raise WrongUsageError(
            text("{option} {typed}: den arealtype kendes ikke.",
                 "{option} {typed}: there is no such class.", option=option, typed=typed),
            advice,
        )  # fmt: skip
    return key


def _areas(
    file: FeatureFile,
    index: ClassIndex,
    declared: str | None,
    project: Project,
    findings: list[Finding],
) -> list[Area]:
    found_areas: list[Area] = []
    unknown: Counter[str] = Counter()
    below = 0
    for feature in file.features:
        if is_underground(feature.properties):
            below += 1
            continue
        found = index.of(feature.properties)
        key = found.key or declared
        if found.key is None and (key is None or found.unknown_word):
            unknown[found.unknown_word] += 1
        shape = _metric(feature, project, findings)
        if shape is not None:
            # A class that somebody wrote but misspelt keeps its ground; an OSM feature of no class does not.
            found_areas.append(_area(feature, key or (UNKNOWN if found.own_word else UNDESCRIBED), shape))
    findings.extend(_unknown_findings(file.name, unknown, index, index.name(declared)))
    if below:
        findings.append(_below_finding(file.name, below))
    return found_areas


def _area(feature: Feature, key: str, shape: BaseGeometry) -> Area:
    properties = feature.properties
    name = properties.get("navn") or properties.get("name") or ""
    return Area(
        id="",
        surface=key,
        name=printable(str(name)),
        source_id=printable(feature.source_id),
        documented=any(properties.get(word) for word in DOCUMENTED_BY),
        geometry=shape,
    )


def _metric(feature: Feature, project: Project, findings: list[Finding]) -> BaseGeometry | None:
    """Project to metres on a 1 mm grid and repair what is broken; say how many m2 that changed."""
    raw = shapely.transform(feature.geometry, project)
    whole = polygons_only(shapely.make_valid(raw))
    shape = polygons_only(shapely.set_precision(whole, GRID_M))
    if shape.is_empty:
        findings.append(
            Finding(
                feature.place, Severity.WARNING,
                text("Arealet har ingen flade og er sat til side.", "The area is empty and was set aside."),
                text("Tegn det igen.", "Draw it again."),
            )
        )  # fmt: skip
        return None
    if not raw.is_valid:
        findings.append(_repaired(feature.place, abs(shape.area - raw.area)))
    return shape


def _repaired(place: Text, changed_m2: float) -> Finding:
    return Finding(
        place,
        Severity.WARNING if changed_m2 > CHANGED_M2 else Severity.NOTE,
        text("Omridset krydser sig selv og er repareret; {changed:m2} blev ændret.",
             "The outline crosses itself and was repaired; {changed:m2} changed.", changed=changed_m2),
        text("Se efter på kortet, og ret omridset i QGIS.", "Check the map and mend the outline in QGIS."),
    )  # fmt: skip


def _below_finding(file: str, count: int) -> Finding:
    return Finding(
        plain(file), Severity.NOTE,
        text("{count} ligger under jorden og er sat til side.",
             "{count} below the ground set aside.", count=areas(count)),
        text("De tager ikke jord fra udearealet.", "They take no ground from the outdoor area."),
    )  # fmt: skip


def _unknown_findings(
    file: str, unknown: Counter[str], index: ClassIndex, declared: Text | None
) -> list[Finding]:
    if declared is not None:
        return [_taken_as(file, word, count, declared) for word, count in sorted(unknown.items())]
    return [_unknown_finding(file, word, count, index) for word, count in sorted(unknown.items())]


def _taken_as(file: str, word: str, count: int, declared: Text) -> Finding:
    return Finding(
        plain(file), Severity.WARNING,
        text("Arealtypen “{word}” kendes ikke ({count}); læst som {name} (--surface).",
             "The class “{word}” is unknown ({count}); read as {name} (--surface).",
             word=word, count=areas(count), name=declared),
        text("Ret ordet i kolonnen “arealtype”, hvis det er forkert.",
             "Change the word in the column “arealtype” if that is wrong."),
    )  # fmt: skip


def _unknown_finding(file: str, word: str, count: int, index: ClassIndex) -> Finding:
    if not word:
        return Finding(
            plain(file), Severity.WARNING,
            text("{count} uden arealtype; jorden dér er, hvad andre arealer siger.",
                 "{count} without a class; the ground there is what other areas say.", count=areas(count)),
            text("Giv dem en arealtype i kolonnen “arealtype”, eller skriv --surface TYPE.",
                 "Give them a class in the column “arealtype”, or type --surface CLASS."),
        )  # fmt: skip
    near = ", ".join(index.suggestions(word))
    advice = (
        text("Mente du {near}? Ret kolonnen “arealtype”.",
             "Did you mean {near}? Mend the column “arealtype”.",
             near=near)
        if near
        else text("Ret ordet i kolonnen “arealtype”.", "Change the word in the column “arealtype”.")
    )  # fmt: skip
    return Finding(
        plain(file), Severity.WARNING,
        text("Arealtypen “{word}” kendes ikke ({count}); det bliver, som i dag.",
             "The class “{word}” is unknown ({count}); nothing there changes.",
             word=word, count=areas(count)),
        advice,
    )  # fmt: skip


def _demand_a_class(file: FeatureFile, found: Sequence[Area], rest: str) -> None:
    if rest != UNDESCRIBED or any(area.surface not in (UNKNOWN, UNDESCRIBED) for area in found):
        return
    raise UnusableInputError(
        text("{file}: {count}, men ingen arealtype, som kan genkendes.",
             "{file}: {count}, but no class that is recognised.",
             file=file.name, count=areas(len(file.features))),
        text("Er de alle græsplæner, så skriv --surface lawn. Ellers giv dem en kolonne “arealtype” "
             "(plæne, sti, bygning ...).",
             "If they are all lawns, type --surface lawn. Otherwise give them a column “arealtype” "
             "(lawn, path, building ...)."),
        file.findings,
    )  # fmt: skip


def _demand_overlap(path: Path | None, boundary: BaseGeometry | None, areas: Sequence[Area]) -> None:
    if path is None or boundary is None:
        return
    if any(shapely.intersects(boundary, area.geometry) for area in areas):
        return
    raise UnusableInputError(
        text("{file}: ingen af arealerne ligger inden for den grænse.",
             "{file}: none of the areas lies within that boundary.", file=path.name),
        text("Er det den rigtige afdeling og det rigtige koordinatsystem?",
             "Is it the right department and the right coordinate system?"),
    )  # fmt: skip


def _boundary(path: Path, crs: str, findings: list[Finding]) -> BaseGeometry:
    file = read_features(path)
    findings.extend(file.findings)
    shapes = [feature.geometry for feature in file.features]
    project = projector(source_crs(file.name, file.crs_name, shapes), crs)
    metric = [_metric(feature, project, findings) for feature in file.features]
    shapes_m = [shape for shape in metric if shape is not None]
    return polygons_only(shapely.union_all(shapes_m, grid_size=GRID_M))


def _with_ids(areas: list[Area]) -> tuple[Area, ...]:
    """Give ids A1, A2 ... from north to south; equal places are told apart by size and words."""

    def place(area: Area) -> tuple[Any, ...]:
        left, _, _, top = area.geometry.bounds
        words = (area.surface, area.name, area.source_id, area.geometry.normalize().wkb_hex)
        return (-round(top, 3), round(left, 3), round(area.geometry.area, 3), *words)

    return tuple(
        replace(area, id=f"A{number}") for number, area in enumerate(sorted(areas, key=place), 1)
    )


def _hash(areas: Sequence[Area], boundary: BaseGeometry | None, rest: str) -> str:
    """Return the fingerprint of the canonical department: sorted areas on the 1 mm grid."""
    digest = sha256(f"rest={rest}\n".encode())
    for area in areas:
        line = f"{area.surface}|{area.name}|{area.source_id}|{area.documented}|"
        digest.update(f"{line}{area.geometry.normalize().wkb_hex}\n".encode())
    if boundary is not None:
        digest.update(f"boundary|{boundary.normalize().wkb_hex}\n".encode())
    return digest.hexdigest()


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    rank = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}

    def key(finding: Finding) -> tuple[int, str, str]:
        place = "".join(map(str, finding.place.facts.values()))
        return rank[finding.severity], finding.sentence.en, place

    return tuple(sorted(findings, key=key))
