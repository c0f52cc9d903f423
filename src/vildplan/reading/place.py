"""A place as a person types it, latitude and longitude or east and north -> metres on the plan's map."""

import re
from math import isfinite

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from vildplan.errors import Text, WrongUsageError, text
from vildplan.reading.projection import LON_LAT, projector

NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
DOTTED = r"[-+]?\d+(?:\.\d+)?"
MARKS = re.compile(r"°|(?<=[\d°\s])[NØEnøe](?=[\s,;]|$)")
# With dots a comma may stand between the two; with decimal commas it takes a space or a semicolon.
BETWEEN_COMMA = re.compile(rf"({DOTTED})\s*,\s*({DOTTED})")
BETWEEN_SPACE = re.compile(rf"({NUMBER})(?:\s*;\s*|\s+)({NUMBER})")
FOUR_PARTS = re.compile(r"([-+]?\d+),(\d+)\s*,\s*([-+]?\d+),(\d+)")
MOST_LAT, MOST_LON = 90.0, 180.0
# So near, swapped numbers were surely meant the other way round.
NEAR_M = 2000.0


def read_place(typed: str, crs: str, land: BaseGeometry) -> tuple[float, float]:
    """Return the place in metres of `crs` (x, y); it lies on the land, in metres too.

    Numbers that can be degrees are latitude and longitude, as maps on a telephone give them; others are
    east and north.

    Raises:
        WrongUsageError: when it is no place, or none on the land, with how far away it lies.
    """
    first, second = _numbers(typed)
    degrees = abs(first) <= MOST_LAT and abs(second) <= MOST_LON
    swapped_degrees = abs(second) <= MOST_LAT and abs(first) <= MOST_LON
    here = _metric(first, second, crs) if degrees else (first, second)
    away_m = _away_m(here, land)
    if away_m <= 0:
        return here
    other = _metric(second, first, crs) if swapped_degrees else (second, first)
    if away_m > NEAR_M and _away_m(other, land) <= NEAR_M:
        raise _swapped(typed, first, second, degrees=swapped_degrees)
    raise _outside(typed, away_m)


def _numbers(typed: str) -> tuple[float, float]:
    words = MARKS.sub("", typed).strip().strip("()").strip()
    four = FOUR_PARTS.fullmatch(words)
    pair = (f"{four[1]}.{four[2]}", f"{four[3]}.{four[4]}") if four else None
    match = BETWEEN_COMMA.fullmatch(words) or BETWEEN_SPACE.fullmatch(words)
    if match:
        pair = (match[1].replace(",", "."), match[2].replace(",", "."))
    if pair is None:
        raise WrongUsageError(
            text("--at {typed}: det er ikke et sted.", "--at {typed}: that is no place.", typed=typed), _how()
        )
    return float(pair[0]), float(pair[1])


def _metric(latitude: float, longitude: float, crs: str) -> tuple[float, float]:
    x, y = projector(LON_LAT, crs)(np.array([[longitude, latitude]]))[0]
    return float(x), float(y)


def _away_m(place: tuple[float, float], land: BaseGeometry) -> float:
    if not all(isfinite(number) for number in place):
        return float("inf")
    return float(shapely.distance(shapely.Point(place), land))


def _swapped(typed: str, first: float, second: float, *, degrees: bool) -> WrongUsageError:
    digits = ".6f" if degrees else ".1f"
    right = f"{second:{digits}},{first:{digits}}"
    order = text("bredden (nord) først", "latitude (north) first") if degrees else (
        text("øst først", "east first"))  # fmt: skip
    return WrongUsageError(
        text("--at {typed}: tallene er byttet om.", "--at {typed}: the numbers are swapped.", typed=typed),
        text("Skriv {order}: --at {right}.", "Type {order}: --at {right}.", order=order, right=right),
    )


def _outside(typed: str, away_m: float) -> WrongUsageError:
    return WrongUsageError(
        text("--at {typed}: stedet ligger {away} uden for afdelingens jord.",
             "--at {typed}: the place lies {away} outside the department's land.",
             typed=typed, away=_far(away_m)),
        _how(),
    )  # fmt: skip


def _far(away_m: float) -> Text:
    if not isfinite(away_m):
        return text("langt", "far")
    if away_m >= 10_000:
        return text("{km:int} km", "{km:int} km", km=away_m / 1000)
    if away_m >= 10:
        return text("{m:int} m", "{m:int} m", m=away_m)
    return text("{m:m}", "{m:m}", m=max(away_m, 0.1))


def _how() -> Text:
    return text(
        "Skriv bredde og længde, f.eks. --at 56.3071,9.5204, eller meter mod øst og nord, f.eks. "
        "--at 532210,6240480.",
        "Type latitude and longitude, such as --at 56.3071,9.5204, or metres east and north, such as "
        "--at 532210,6240480.",
    )
