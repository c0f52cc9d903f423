"""Curves -> SVG: a line through its points, the plan's own with a ring; and several side by side."""

from collections.abc import Callable, Iterator
from html import escape
from itertools import pairwise

from vildplan.export.chart_axis import (
    INK,
    LEAF,
    LETTERS,
    QUIET,
    WIDTH,
    Axis,
    Frame,
    ticks_of,
    words_at,
    written,
)
from vildplan.model.wishes import Language
from vildplan.proposal.charts import Curve, Panels
from vildplan.proposal.words import say

PANEL_HEIGHT, PANEL_LETTERS = 196.0, 12.5
PANEL_TOP, PANEL_BOTTOM, PANEL_LEFT, PANEL_RIGHT = 32.0, 168.0, 64.0, 14.0


def panels_body(chart: Panels, language: Language) -> str:
    """Return the curves side by side, each under its own name."""
    return f'<g font-size="{PANEL_LETTERS}">{"".join(_panels(chart, language))}</g>'


def _panels(chart: Panels, language: Language) -> Iterator[str]:
    width = WIDTH / len(chart.curves)
    for number, curve in enumerate(chart.curves):
        left = number * width
        name = escape(say(curve.title, language))
        yield f'<text x="{left + 6:.1f}" y="14" font-weight="bold" fill="{INK}">{name}</text>'
        frame = Frame(left + PANEL_LEFT, left + width - PANEL_RIGHT, PANEL_TOP, PANEL_BOTTOM)
        yield curve_body(curve, language, frame)


def curve_body(chart: Curve, language: Language, frame: Frame) -> str:
    """Return the line with its points; where no point is marked, a page may move the dashed line `here`."""
    axis = Axis(chart.y, frame)
    most = max(chart.x) or 1.0

    def x_of(value: float) -> float:
        return frame.left + value / most * (frame.right - frame.left)

    points = [(x_of(x), axis.y(y)) for x, y in zip(chart.x, chart.y, strict=True)]
    lines = "".join(f"M{a[0]:.1f} {a[1]:.1f}L{b[0]:.1f} {b[1]:.1f}" for a, b in pairwise(points))
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{LEAF}"/>' for x, y in points)
    mark = _here(frame, most) if chart.mark is None else _mark(chart, points[chart.mark], axis, language)
    return (
        "".join(axis.drawn(chart.kind, language)) + "".join(_across(chart, x_of, most, frame, language))
        + f'<path d="{lines}" fill="none" stroke="{LEAF}" stroke-width="2.5"/>{dots}{mark}'
    )  # fmt: skip


def _across(
    chart: Curve, x_of: Callable[[float], float], most: float, frame: Frame, language: Language
) -> Iterator[str]:
    """The numbers along the bottom; the last ends where the frame does, so that it is not cut off."""
    for tick in ticks_of(0.0, most):
        if tick <= most * (1 + 1e-9):
            x, said = x_of(tick), written(tick, chart.x_kind, language)
            is_last = x + len(said) * LETTERS * 0.3 > frame.right + PANEL_RIGHT
            place = frame.right + PANEL_RIGHT if is_last else x
            yield words_at(place, frame.bottom + 20, said, "end" if is_last else "middle")


def _here(frame: Frame, most: float) -> str:
    return (
        f'<path class="here" d="M0 {frame.top:.0f}V{frame.bottom:.0f}" stroke="{INK}" stroke-width="1.5" '
        f'stroke-dasharray="5 4" visibility="hidden" data-left="{frame.left:.0f}" '
        f'data-wide="{frame.right - frame.left:.0f}" data-most="{most:.3f}"/>'
    )


def _mark(chart: Curve, point: tuple[float, float], axis: Axis, language: Language) -> str:
    """A ring and a dashed line at the plan, with its own number beside it, on the side of the line's back."""
    x, y = point
    mark = chart.mark or 0
    said = escape(written(chart.y[mark], chart.mark_kind or chart.kind, language))
    top, bottom = axis.frame.top, axis.frame.bottom
    is_falling = chart.y[mark] < chart.y[max(mark - 1, 0)]
    height = y + 10 + LETTERS if is_falling or y - 11 - LETTERS < top else y - 11
    side, place = ("end", x - 9) if x > (axis.frame.left + axis.frame.right) / 2 else ("start", x + 9)
    return (
        f'<path d="M{x:.1f} {top:.0f}V{bottom:.0f}" stroke="{QUIET}" stroke-dasharray="5 4"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" fill="#fff" stroke="{INK}" stroke-width="2.5"/>'
        f'<text x="{place:.1f}" y="{height:.1f}" font-weight="bold" fill="{INK}" text-anchor="{side}" '
        f'stroke="#fff" stroke-width="4" paint-order="stroke">{said}</text>'
    )
