"""Features -> Department: classes, metres, repaired rings, ids by position, and all findings at once."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, UnusableInputError, WrongUsageError, areas, text
from vildplan.model.area import Area, BaseLand, Department, fingerprint
from vildplan.model.catalogue import Catalogue
from vildplan.reading.class_findings import below_finding, unknown_findings
from vildplan.reading.classes import ClassIndex, class_index, is_underground, printable
from vildplan.reading.documentation import Fault, documentation_of, year_findings
from vildplan.reading.duplicates import duplicate_findings
from vildplan.reading.geojson import Feature, FeatureFile, read_features
from vildplan.reading.hedges import wide_hedges
from vildplan.reading.marks import Marks, read_marks
from vildplan.reading.metric import far_apart, in_metres, on_grid
from vildplan.reading.outlines import read_base, read_boundary
from vildplan.reading.own_site import NO_SITE, OwnSite
from vildplan.reading.projection import Project, metric_crs_of, projector, source_crs
from vildplan.reading.settling import Said, settle_all
from vildplan.reading.site import NO_FACTS, ColumnReader, usual_rest
from vildplan.reading.site_words import Words

UNDESCRIBED = "rest"
UNKNOWN = "unknown"


def _this_year() -> int:
    return datetime.now(tz=UTC).year


@dataclass(frozen=True)
class ReadingChoices:
    """What the user declares about the file: class of unclassified areas, boundary file, rest class.

    `base` draws the land that a share is a share of; a `vild_siden` after `this_year` is refused. `site` is
    what `vildplan.toml` says of places.
    """

    surface: str | None = None
    boundary: Path | None = None
    rest: str | None = None
    base: Path | None = None
    site: OwnSite = NO_SITE
    this_year: int = field(default_factory=_this_year)


def read_department(path: Path, choices: ReadingChoices, catalogue: Catalogue) -> Department:
    """Read one department from a GeoJSON file.

    Raises:
        UnusableInputError: when the file, or the boundary or base file, cannot be used.
        WrongUsageError: when `--surface` or `--rest` names an unknown class.
    """
    index = class_index(catalogue)
    declared = _typed_class(index, choices.surface, "--surface")
    rest = _typed_class(index, choices.rest, "--rest") or UNDESCRIBED
    file = read_features(path)
    shapes = [feature.geometry for feature in file.features]
    source = source_crs(file.name, file.crs_name, shapes)
    crs = metric_crs_of(source, shapes)
    project = projector(source, crs)
    marks = read_marks(file, index, catalogue, project)
    reader = _Reader(file, index, catalogue, declared, choices.this_year)
    read = [*reader.of_features(project), *_of_marks(marks)]
    _demand_a_class(file, [area for area, _ in read], rest)
    rest, usual = usual_rest(rest, choices.site.usual, catalogue)
    settled = settle_all(file.name, _with_ids(read), choices.site, catalogue)
    ordered = settled.areas
    apart = far_apart(file.name, ordered)
    findings = [*file.findings, *marks.findings, *reader.told(), *settled.findings]
    findings += duplicate_findings(file.name, ordered, catalogue)
    findings += wide_hedges(file.name, ordered) + apart
    boundary, base = _outlines(choices, (source, crs), ordered, findings)
    return Department(
        name=path.stem,
        file=path.name,
        crs=crs,
        areas=ordered,
        boundary=boundary,
        rest=rest,
        input_hash=fingerprint(ordered, boundary, base, rest, usual),
        findings=_in_order(findings),
        base=base,
        assumed=(*marks.assumed, *settled.assumed),
        site=usual,
    )


def _outlines(
    choices: ReadingChoices, systems: tuple[str, str], areas: Sequence[Area], findings: list[Finding]
) -> tuple[BaseGeometry | None, BaseLand | None]:
    """The boundary and the base, where files draw them; `systems` are the CRS of the areas and ours."""
    source, crs = systems
    boundary = read_boundary(choices.boundary, crs, areas, findings) if choices.boundary else None
    land = [boundary] if boundary is not None else [area.geometry for area in areas]
    base = read_base(choices.base, crs, source, land, findings) if choices.base else None
    return boundary, base


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


class _Reader:
    """Polygons of one file -> areas; keeps what it finds on the way until all are read."""

    def __init__(
        self, file: FeatureFile, index: ClassIndex, catalogue: Catalogue, declared: str | None, this_year: int
    ) -> None:
        self.file, self.index, self.declared, self.this_year = file, index, declared, this_year
        self.wild = {key for key, row in catalogue.surfaces.items() if row.wild_today}
        self.unknown: dict[str, list[str]] = defaultdict(list)
        self.years: dict[Fault, list[str]] = defaultdict(list)
        self.columns = ColumnReader(file.name, Words.of(catalogue))
        self.below: list[str] = []
        self.findings: list[Finding] = []

    def of_features(self, project: Project) -> list[Said]:
        """Return the areas with what their columns say of the place, in the order of the file."""
        found = []
        for feature in self.file.features:
            if is_underground(feature.properties):
                self.below.append(feature.label)
                continue
            key = self._class(feature)
            shape = in_metres(feature.geometry, feature.place, project, self.findings)
            if shape is not None:
                facts = self.columns.read(feature.properties, feature.label)
                found.append((self._area(feature, key, shape), facts))
        return found

    def told(self) -> list[Finding]:
        """Return all that was found."""
        name = self.file.name
        below = [below_finding(name, self.below)] if self.below else []
        declared = self.index.name(self.declared)
        unknown = unknown_findings(name, self.unknown, self.index, declared)
        years = year_findings(name, self.years, self.this_year)
        return [*self.findings, *below, *unknown, *self.columns.findings(), *years]

    def _class(self, feature: Feature) -> str:
        found = self.index.of(feature.properties)
        key = found.key or self.declared
        if found.key is None and (key is None or found.unknown_word):
            self.unknown[found.unknown_word].append(feature.label)
        # A class that somebody wrote but misspelt keeps its ground; an OSM feature of no class does not.
        return key or (UNKNOWN if found.own_word else UNDESCRIBED)

    def _area(self, feature: Feature, key: str, shape: BaseGeometry) -> Area:
        area = _area(feature, key, shape)
        said = documentation_of(feature.properties, self.this_year)
        if said.fault is not None and key in self.wild:
            self.years[said.fault].append(feature.label)
        return replace(area, documented=said.holds, wild_since=said.since, evidence=said.evidence)


def _area(feature: Feature, key: str, shape: BaseGeometry) -> Area:
    properties = feature.properties
    name = properties.get("navn") or properties.get("name") or ""
    return Area(
        id="",
        surface=key,
        name=printable(str(name)),
        source_id=printable(feature.source_id),
        documented=False,
        geometry=shape,
        label=printable(feature.label),
    )


def _of_marks(marks: Marks) -> list[Said]:
    """Trees and hedges that were points and lines."""
    return [(_area(mark.feature, mark.surface, on_grid(mark.geometry)), NO_FACTS) for mark in marks.drawn]


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


def _with_ids(areas: list[Said]) -> list[Said]:
    """Give ids A1, A2 ... from north to south; equal places are told apart by size and words."""

    def place(said: Said) -> tuple[Any, ...]:
        area, _ = said
        left, _, _, top = area.geometry.bounds
        words = (area.surface, area.name, area.source_id, area.geometry.normalize().wkb_hex)
        return (-round(top, 3), round(left, 3), round(area.geometry.area, 3), *words)

    return [
        (replace(area, id=f"A{number}", geometry=area.geometry.normalize()), facts)
        for number, (area, facts) in enumerate(sorted(areas, key=place), 1)
    ]


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    rank = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}

    def key(finding: Finding) -> tuple[int, str, str]:
        place = "".join(map(str, finding.place.facts.values()))
        return rank[finding.severity], finding.sentence.en, place

    return tuple(sorted(findings, key=key))
