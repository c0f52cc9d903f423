"""MeetingPage -> the numbers, words and outlines that the page's script reads, as plain values."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.export.labels import Label, place_labels
from vildplan.export.patterns import fill_of
from vildplan.export.svg import LABEL_PART, size_m
from vildplan.model.nested import ZonePart
from vildplan.model.wishes import Base, Language
from vildplan.proposal.map_drawing import MapDrawing, Shown
from vildplan.proposal.meeting import MeetingPage, Stand, Totals, ZoneShown
from vildplan.proposal.meeting.words import OF_BASE, WORDS
from vildplan.proposal.palette import ZONE_LOOKS
from vildplan.proposal.words import say

TENTHS = 10


def page_data(page: MeetingPage, base: Base, commands: Sequence[str], language: Language) -> dict[str, Any]:
    """Return what the script reads; `commands` (one for each stand) record what was agreed."""
    size = size_m(page.under)
    left, bottom, right, top = page.under.bounds
    return {
        "lang": language.value,
        "box": [0, 0, round(right - left, 2), round(top - bottom, 2)],
        "letters": round(size * LABEL_PART, 2),
        "dwellings": page.dwellings,
        "outdoor": round(page.outdoor_m2, 3),
        "baseM2": round(page.base_m2, 3),
        "wildShare": page.stands[0].totals.share,
        "reachesAll": page.reaches_all,
        "base": say(OF_BASE[base], language),
        "decidedBy": page.meeting.decided_by.value,
        "words": {key: say(words, language) for key, words in WORDS.items()},
        "kinds": {
            kind.key: {
                "name": say(kind.name, language), "fill": fill_of(kind.look), "colour": kind.look.colour,
                "ages": [[say(age, language), say(words, language)] for age, words in kind.ages],
            } for kind in page.kinds
        },
        "stands": [
            _stand(stand, command, page.under, language)
            for stand, command in zip(page.stands, commands, strict=True)
        ],
    }  # fmt: skip


def as_script(data: dict[str, Any]) -> str:
    """Return the values as JSON that no name can end the script element with."""
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return words.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def short_path(geometry: BaseGeometry, drawing: MapDrawing) -> str:
    """Return an SVG path in metres from the upper left corner, to 10 cm, each point from the one before."""
    return "".join(_rings(geometry, drawing))


def _rings(geometry: BaseGeometry, drawing: MapDrawing) -> Iterator[str]:
    left, top = drawing.bounds[0], drawing.bounds[3]
    for polygon in shapely.get_parts(geometry):
        for ring in shapely.get_rings(polygon):
            points = shapely.get_coordinates(ring)
            tenths = np.rint((points - (left, top)) * (TENTHS, -TENTHS)).astype(np.int64)
            steps = np.diff(tenths, axis=0)
            steps = steps[steps.any(axis=1)]
            if len(steps) > 2:
                moves = "".join(_number(value) for value in steps[:-1].ravel())
                start = "".join(_number(value) for value in tenths[0]).lstrip()
                yield f"M{start}l{moves.lstrip()}z"


def _number(tenths: int) -> str:
    """A number of tenths with a sign or a space before it, and no zero that can be left out."""
    whole, part = divmod(abs(int(tenths)), TENTHS)
    written = f"{whole or ''}.{part}" if part else str(whole)
    return f"{'-' if tenths < 0 else ' '}{written}"


def _stand(stand: Stand, command: str, drawing: MapDrawing, language: Language) -> dict[str, Any]:
    places = _labels(stand.zones, drawing)
    return {
        "s": round(stand.share, 6),
        "k": stand.kind.value,
        "t": _totals(stand.totals),
        "c": command,
        "f": stand.folder,
        **({"d": short_path(stand.geometry, drawing)} if stand.geometry is not None else {}),
        **({} if stand.phase is None else {"ph": say(stand.phase, language), "later": list(stand.later)}),
        "z": [_zone(zone, places.get(zone.id), drawing, language) for zone in stand.zones],
    }


def _totals(totals: Totals) -> dict[str, Any]:
    return {
        "n": totals.zones, "m": round(totals.area_m2, 3), "sh": round(totals.share, 6),
        "hb": round(totals.hours_before, 3), "ha": round(totals.hours_after, 3),
        "b": round(totals.begin_kr, 2), "y": round(totals.year_kr, 2), "l": round(totals.lawn_m2, 3),
        **({"span": [round(end, 2) for end in totals.year_kr_span]} if totals.year_kr_span else {}),
    }  # fmt: skip


def _zone(
    zone: ZoneShown, label: Label | None, drawing: MapDrawing, language: Language
) -> dict[str, Any]:
    at = [round(label.x - drawing.bounds[0], 1), round(drawing.bounds[3] - label.y, 1)] if label else None
    return {
        "i": zone.id, "n": say(zone.name, language), "k": zone.type, "m": round(zone.area_m2, 3),
        "now": say(zone.today, language), "care": say(zone.care, language), "why": say(zone.why, language),
        "p": _part(zone.part), "by": [[who, round(h, 4), round(kr, 2)] for who, h, kr in zone.part.beside],
        "d": short_path(zone.geometry, drawing), "at": at, "small": zone.minor,
        **({} if zone.begins is None else {"y": zone.begins}),
    }  # fmt: skip


def _part(part: ZonePart) -> list[float]:
    """Hours today, hours with the plan, kroner to begin, kroner a year, m2 that are mown today."""
    return [round(part.hours_before, 4), round(part.hours_after, 4), round(part.begin_kr, 2),
            round(part.year_kr, 2), round(part.mown_m2, 3)]  # fmt: skip


def _labels(zones: Sequence[ZoneShown], drawing: MapDrawing) -> dict[str, Label]:
    shown = [
        Shown(zone.geometry, ZONE_LOOKS[zone.type], zone.name, zone.id, minor=zone.minor) for zone in zones
    ]
    labels = place_labels(shown, size_m(drawing) * LABEL_PART, all_of_them=True)
    return {label.words: label for label in labels}
