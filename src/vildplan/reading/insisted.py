"""What a person insists on, as typed -> Insisted: names and files found on the department's land."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Finding, Severity, Text, VildplanError, WrongUsageError, few, plain, text
from vildplan.geometry.polygons import as_one, parts_of
from vildplan.model.area import Area, Department
from vildplan.model.catalogue import Catalogue
from vildplan.model.nearness import near_words
from vildplan.model.wishes import Drawn, Insisted
from vildplan.reading.classes import class_index
from vildplan.reading.clearances import read_drawn_clearance
from vildplan.reading.faults import all_together, tried
from vildplan.reading.geojson import read_features
from vildplan.reading.json_file import means_a_file
from vildplan.reading.metric import in_metres
from vildplan.reading.numbers import read_count, read_number
from vildplan.reading.projection import Project, projector, source_crs

MM_DECIMALS = 3
MOST_STRIP_M, MOST_WIDTH_M, MOST_AREA_M2, MOST_ZONES = 50.0, 50.0, 1e6, 10_000
MOST_HOURS, MOST_KR = 1e6, 1e9
# What people write after a number of hours or kroner, and before it.
YEARLY_UNITS = re.compile(r"^(?:kr\.?|dkk)\s*|\s*(?:kr\.?|dkk|timer|hours|t|h)$", re.IGNORECASE)
# A line or point may lie beside the land, as long as what it is about reaches in.
BESIDE_M = 50.0


@dataclass(frozen=True)
class Asked:
    """What was typed: names of areas or files, classes, distances and limits; None where nobody did."""

    keep: tuple[str, ...] = ()
    keep_class: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    clearance: tuple[str, ...] = ()
    play_lawn: str | None = None
    border_strip: str | None = None
    max_zones: str | None = None
    max_hours: str | None = None
    max_cost: str | None = None
    min_area: str | None = None
    min_width: str | None = None


def read_insisted(
    asked: Asked, department: Department, catalogue: Catalogue, notes: list[Finding] | None = None
) -> Insisted:
    """Find all that was asked for on the land; what was mended or set aside in a file goes to `notes`.

    Raises:
        WrongUsageError: with every name that is not found and every number that is none, together.
    """
    faults: list[VildplanError] = []
    finder = _Finder(department, faults, [] if notes is None else notes)
    found = Insisted(
        keep=finder.all_of("--keep", asked.keep),
        keep_classes=_classes(asked.keep_class, catalogue, faults),
        include=finder.all_of("--include", asked.include),
        clear=finder.cleared(asked.clearance),
        play_lawn=finder.lawn(asked.play_lawn),
        border_strip_m=_number("--border-strip", asked.border_strip, MOST_STRIP_M, "2", faults) or 0.0,
        most_zones=_count(asked.max_zones, faults),
        most_hours_per_year=_limit("--max-hours", asked.max_hours, MOST_HOURS, "60", faults),
        most_kr_per_year=_limit("--max-cost", asked.max_cost, MOST_KR, "12.000", faults),
        least_area_m2=_number("--min-area", asked.min_area, MOST_AREA_M2, "100", faults),
        least_width_m=_number("--min-width", asked.min_width, MOST_WIDTH_M, "4", faults),
    )
    if faults:
        raise all_together(faults)
    return found


class _Finder:
    """Finds names and files on one department's land, and keeps what could not be found."""

    def __init__(
        self, department: Department, faults: list[VildplanError], notes: list[Finding]
    ) -> None:
        self.department, self.faults, self.notes = department, faults, notes

    def all_of(self, option: str, words: Sequence[str]) -> tuple[Drawn, ...]:
        return tuple(one for word in words for one in self._one(option, word))

    def cleared(self, typed: Sequence[str]) -> tuple[Drawn, ...]:
        files = [read_drawn_clearance(words) for words in typed]
        return tuple(
            Drawn(Path(name).name, self._file("--clearance", name, shapes=True), distance_m=metres)
            for name, metres in (one for one in files if one is not None)
        )

    def lawn(self, typed: str | None) -> Drawn | None:
        if typed is None or not means_a_file(typed):
            return None
        return Drawn(Path(typed).name, self._file("--play-lawn", typed))

    def _one(self, option: str, word: str) -> Iterator[Drawn]:
        named = [area for area in self.department.areas if word.strip().casefold() in area.words]
        if len(named) > 1:
            self.notes.append(_several(option, word, len(named)))
        if named:
            yield from (Drawn(area.called, area.geometry, area_id=area.id) for area in named)
        elif means_a_file(word):
            yield Drawn(Path(word).name, self._file(option, word))
        else:
            self.faults.append(_unknown(option, word, self.department.areas))

    def _file(self, option: str, word: str, *, shapes: bool = False) -> BaseGeometry:
        """The ground that a file draws; with `shapes` points and lines too."""
        try:
            return self._read(option, Path(word), shapes=shapes)
        except VildplanError as fault:
            self.faults.append(fault)
            return as_one([])

    def _read(self, option: str, path: Path, *, shapes: bool) -> BaseGeometry:
        file = read_features(path, marks_do=shapes)
        features = [*file.features, *(file.marks if shapes else ())]
        drawn = [feature.geometry for feature in features]
        source = source_crs(file.name, file.crs_name, drawn) if drawn else self.department.crs
        project = projector(source, self.department.crs)
        self.notes += [*file.findings, *file.set_aside(() if shapes else file.marks)]
        metric = [in_metres(f.geometry, f.place, project, self.notes) for f in file.features]
        metric += [_to_the_mm(mark.geometry, project) for mark in file.marks if shapes]
        ground = shapely.union_all([shape for shape in metric if shape is not None])
        self._demand_here(option, path, ground)
        return (ground if shapes else as_one(parts_of(ground))).normalize()

    def _demand_here(self, option: str, path: Path, ground: BaseGeometry) -> None:
        land = [area.geometry for area in self.department.areas]
        reach_m = 0.0 if parts_of(ground) else BESIDE_M
        if not any(shapely.dwithin(ground, shape, reach_m) for shape in land):
            raise WrongUsageError(
                text("{option} {file}: intet af den ligger på afdelingens jord.",
                     "{option} {file}: none of it lies on the department's land.",
                     option=option, file=path.name),
                text("Er det den rigtige afdeling og det rigtige koordinatsystem?",
                     "Is it the right department and the right coordinate system?"),
            )  # fmt: skip


def _to_the_mm(mark: BaseGeometry, project: Project) -> BaseGeometry:
    """A point or line in metres, to the millimetre that is kept in the plan folder."""
    return shapely.transform(mark, lambda points: np.round(project(points), MM_DECIMALS))


def _several(option: str, word: str, count: int) -> Finding:
    return Finding(
        plain(word), Severity.NOTE,
        text("{option} {word}: {count:int} arealer hedder det, og de er alle med.",
             "{option} {word}: {count:int} areas are called that, and all of them are meant.",
             option=option, word=word, count=count),
        text("Skal det kun være ét af dem, så skriv dets nummer fra areas.geojson.",
             "If only one of them is meant, type its number from areas.geojson."),
    )  # fmt: skip


def _unknown(option: str, word: str, areas: Sequence[Area]) -> WrongUsageError:
    known = {said.casefold(): said for area in areas for said in (area.id, area.source_id, area.name) if said}
    near = tuple(known[key] for key in near_words(word, known))
    names = sorted({area.name for area in areas if area.name})
    advice = (
        text("Mente du {near}?", "Did you mean {near}?", near=near) if near
        else text("Skriv navnet på et areal ({names}) eller en GeoJSON-fil, der tegner stedet.",
                  "Type the name of an area ({names}) or a GeoJSON file that draws the place.",
                  names=few(names))
    )  # fmt: skip
    return WrongUsageError(
        text("{option} {word}: der er intet areal, der hedder det.",
             "{option} {word}: no area is called that.", option=option, word=word),
        advice,
    )  # fmt: skip


def _classes(
    words: Sequence[str], catalogue: Catalogue, faults: list[VildplanError]
) -> tuple[str, ...]:
    index = class_index(catalogue)
    found: dict[str, None] = {}
    for word in words:
        key = index.word(word)
        if key is not None and catalogue.surfaces[key].may_become:
            found[key] = None
            continue
        faults.append(WrongUsageError(_no_class(word, key is not None), _which_classes(word, catalogue)))
    return tuple(sorted(found))


def _no_class(word: str, known: bool) -> Text:
    if known:
        return text("--keep-class {word}: den arealtype omlægges aldrig.",
                    "--keep-class {word}: that class is never converted.", word=word)  # fmt: skip
    return text("--keep-class {word}: den arealtype kendes ikke.",
                "--keep-class {word}: there is no such class.", word=word)  # fmt: skip


def _which_classes(word: str, catalogue: Catalogue) -> Text:
    near = class_index(catalogue).suggestions(word)
    useful = tuple(row.words[0] for row in catalogue.surfaces.values() if row.convertible_to and row.words)
    if near:
        return text("Mente du {near}?", "Did you mean {near}?", near=near)
    return text("Vælg mellem {useful}.", "Choose between {useful}.", useful=useful)


def _number(
    option: str, typed: str | None, most: float, example: str, faults: list[VildplanError]
) -> float | None:
    return None if typed is None else tried(lambda: read_number(option, typed, most, example), faults)


def _limit(
    option: str, typed: str | None, most: float, example: str, faults: list[VildplanError]
) -> float | None:
    """Read a limit per year, such as `62,5 timer` or `kr. 12.000`; a limit of nothing is none."""
    if typed is None:
        return None
    found = _number(option, YEARLY_UNITS.sub("", typed.strip()), most, example, faults)
    if found == 0:
        faults.append(WrongUsageError(
            text("{option} {typed}: grænsen skal være over nul.",
                 "{option} {typed}: the limit must be above nought.", option=option, typed=typed),
            text("Skriv f.eks. {option} {example}.", "Type for example {option} {example}.",
                 option=option, example=example),
        ))  # fmt: skip
    return found


def _count(typed: str | None, faults: list[VildplanError]) -> int | None:
    if typed is None:
        return None
    return tried(lambda: read_count("--max-zones", typed, MOST_ZONES, "8"), faults)
