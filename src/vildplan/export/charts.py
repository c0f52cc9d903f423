"""Charts -> SVG that stands alone: told apart without colours, said in words for who cannot see it.

The same picture goes into a page, and through `typesetting.png_of` or as SVG into a paper.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from vildplan.model.wishes import Language
from vildplan.proposal.charts import Bars, Chart, Curve
from vildplan.proposal.words import FORMATS, say

WIDTH, HEIGHT = 640.0, 300.0
LEFT, RIGHT, TOP, BOTTOM = 84.0, 18.0, 44.0, 42.0
LETTERS = 15.0
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
TICKS = 4
BAR_PART = 0.38
INK, QUIET, LINE = "#1d241f", "#56635a", "#d9e0d6"
FILLS = ("#b9c4bc", "#2f6f3e")


def chart_svg(chart: Chart, language: Language) -> str:
    """Return the chart as one SVG."""
    body = _bars(chart, language) if isinstance(chart, Bars) else _curve(chart, language)
    title = escape(say(chart.title, language))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" '
        f'role="img" font-family="sans-serif" font-size="{LETTERS:.0f}" data-chart="{escape(chart.key)}">'
        f"<title>{title}</title><desc>{escape(_said(chart, language))}</desc>"
        f'<text x="0" y="{LETTERS:.0f}" font-weight="bold" fill="{INK}">{title}</text>{body}</svg>'
    )


def ticks_of(low: float, high: float) -> list[float]:
    """Return about four round numbers that hold all between two numbers."""
    span = max(high - low, 1e-9)
    raw = span / TICKS
    power = 1.0
    while power * STEPS[-1] < raw:
        power *= 10
    while power > raw:
        power /= 10
    step = power * next(step for step in STEPS if power * step >= raw * (1 - 1e-9))
    first = int(low // step)
    last = first
    while last * step < high - step * 1e-9:
        last += 1
    return [number * step for number in range(first, max(last, first + 1) + 1)]


def _written(value: float, kind: str, language: Language) -> str:
    return FORMATS[kind](value, language)


def _said(chart: Chart, language: Language) -> str:
    """All numbers as a sentence."""
    if isinstance(chart, Curve):
        pairs = zip(chart.x, chart.y, strict=True)
        return "; ".join(
            f"{_written(x, chart.x_kind, language)}: {_written(y, chart.kind, language)}" for x, y in pairs
        )
    rows = []
    for place, *values in zip(chart.places, *(one.values for one in chart.series), strict=True):
        told = ", ".join(
            f"{say(one.name, language)} {_written(value, chart.kind, language)}"
            for one, value in zip(chart.series, values, strict=True)
        )
        rows.append(f"{say(place, language)}: {told}")
    return "; ".join(rows)


class _Axis:
    """The numbers up the side, and where a value stands."""

    def __init__(self, values: Sequence[float]) -> None:
        self.ticks = ticks_of(min(0.0, *values), max(0.0, *values))
        self.low, self.high = self.ticks[0], self.ticks[-1]

    def y(self, value: float) -> float:
        """The place of a value from the top of the picture."""
        return HEIGHT - BOTTOM - (value - self.low) / (self.high - self.low) * (HEIGHT - TOP - BOTTOM)

    def drawn(self, kind: str, language: Language) -> Iterator[str]:
        """Yield the lines and numbers."""
        for tick in self.ticks:
            y, stroke = self.y(tick), QUIET if tick == 0 else LINE
            yield f'<path d="M{LEFT:.0f} {y:.1f}H{WIDTH - RIGHT:.0f}" stroke="{stroke}"/>'
            yield _words(LEFT - 8, y + 5, _written(tick, kind, language), "end")


def _words(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{QUIET}">{escape(words)}</text>'


def _bars(chart: Bars, language: Language) -> str:
    axis = _Axis([value for one in chart.series for value in one.values])
    parts = [*axis.drawn(chart.kind, language)]
    step = (WIDTH - LEFT - RIGHT) / len(chart.places)
    for number, place in enumerate(chart.places):
        middle = LEFT + (number + 0.5) * step
        parts.append(_words(middle, HEIGHT - BOTTOM + 20, say(place, language)))
        for k, one in enumerate(chart.series):
            left = middle + (k - len(chart.series) / 2) * BAR_PART * step
            parts.append(_bar(left, BAR_PART * step * 0.94, axis, one.values[number], k))
    return "".join(parts) + _key(chart, language)


def _bar(left: float, width: float, axis: _Axis, value: float, k: int) -> str:
    top, bottom = sorted((axis.y(value), axis.y(0.0)))
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{bottom - top:.1f}" '
        f'fill="{FILLS[k]}" stroke="{INK}" stroke-width=".8"/>'
    )


def _key(chart: Bars, language: Language) -> str:
    """Light and dark, so that it is read without colours too."""
    parts, x = [], LEFT
    for k, one in enumerate(chart.series):
        name = say(one.name, language)
        parts.append(f'<rect x="{x:.0f}" y="{HEIGHT - 14:.0f}" width="12" height="12" fill="{FILLS[k]}" '
                     f'stroke="{INK}" stroke-width=".8"/>')  # fmt: skip
        parts.append(_words(x + 18, HEIGHT - 3, name, "start"))
        x += 44 + len(name) * LETTERS * 0.55
    return "".join(parts)


def _curve(chart: Curve, language: Language) -> str:
    """The line with its points; a page may move the dashed line `here`."""
    axis = _Axis(chart.y)
    most = max(chart.x) or 1.0

    def x_of(value: float) -> float:
        return LEFT + value / most * (WIDTH - LEFT - RIGHT)

    points = [(x_of(x), axis.y(y)) for x, y in zip(chart.x, chart.y, strict=True)]
    lines = "".join(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in pairwise(points))
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{FILLS[1]}"/>' for x, y in points)
    numbers = "".join(
        _words(min(x_of(tick), WIDTH - RIGHT - 24), HEIGHT - BOTTOM + 20,
               _written(tick, chart.x_kind, language))
        for tick in ticks_of(0.0, most) if tick <= most
    )  # fmt: skip
    here = (
        f'<path class="here" d="M0 {TOP:.0f}V{HEIGHT - BOTTOM:.0f}" stroke="{INK}" stroke-width="1.5" '
        f'stroke-dasharray="5 4" visibility="hidden" data-left="{LEFT:.0f}" '
        f'data-wide="{WIDTH - LEFT - RIGHT:.0f}" data-most="{most:.3f}"/>'
    )
    return (
        "".join(axis.drawn(chart.kind, language)) + numbers
        + f'<path d="{lines}" fill="none" stroke="{FILLS[1]}" stroke-width="2.5"/>{dots}{here}'
    )  # fmt: skip
