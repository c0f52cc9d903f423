"""Charts -> SVG that stands alone: told apart without colours, said in words for who cannot see it.

The same picture goes into a page, and through `typesetting.png_of` or as SVG into a paper.
"""

from html import escape

from vildplan.export.chart_axis import (
    BOTTOM,
    HEIGHT,
    INK,
    LEAF,
    LEFT,
    LETTERS,
    RIGHT,
    WIDTH,
    Axis,
    Frame,
    words_at,
)
from vildplan.export.chart_curves import PANEL_HEIGHT, curve_body, panels_body
from vildplan.export.chart_shares import SHARES_HEIGHT, shares_body
from vildplan.export.chart_spans import spans_body, spans_height
from vildplan.export.legal_signs import without_illegal
from vildplan.export.sheet import Sheet
from vildplan.model.wishes import Language
from vildplan.proposal.charts import Bars, Chart, Curve, Panels, Shares, Spans, told
from vildplan.proposal.words import say

BAR_PART = 0.38
TITLE, TOP = 34.0, 10.0
FILLS = ("#c3cdc6", LEAF)


def chart_svg(chart: Bars | Curve, language: Language) -> str:
    """Return the chart as one SVG with its title in it, and all its numbers as words."""
    title = escape(say(chart.title, language))
    body = _body(chart, language, TITLE + TOP, HEIGHT)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" '
        f'role="img" font-family="sans-serif" font-size="{LETTERS:.0f}" data-chart="{escape(chart.key)}">'
        f"<title>{title}</title><desc>{escape(say(told(chart), language))}</desc>"
        f'<text x="0" y="{LETTERS:.0f}" font-weight="bold" fill="{INK}">{title}</text>{body}</svg>'
    )


def chart_sheet(chart: Chart, language: Language) -> Sheet:
    """Return the chart for a paper or a page that says what it is beside it."""
    height = _height(chart)
    body = _body(chart, language, TOP, height)
    size = f'width="{WIDTH:.0f}" height="{height:.0f}" viewBox="0 0 {WIDTH:.0f} {height:.0f}"'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" {size} role="img" font-family="sans-serif" '
        f'font-size="{LETTERS:.0f}" data-chart="{escape(chart.key)}">{body}</svg>'
    )
    return Sheet(without_illegal(svg), WIDTH, height)


def _height(chart: Chart) -> float:
    if isinstance(chart, Panels):
        return PANEL_HEIGHT
    if isinstance(chart, Spans):
        return spans_height(chart)
    return SHARES_HEIGHT if isinstance(chart, Shares) else HEIGHT - TITLE


def _body(chart: Chart, language: Language, top: float, height: float) -> str:
    frame = Frame(LEFT, WIDTH - RIGHT, top, height - BOTTOM)
    match chart:
        case Bars():
            return _bars(chart, language, frame)
        case Curve():
            return curve_body(chart, language, frame)
        case Panels():
            return panels_body(chart, language)
        case Shares():
            return shares_body(chart, language)
        case Spans():
            return spans_body(chart, language)


def _bars(chart: Bars, language: Language, frame: Frame) -> str:
    axis = Axis([value for one in chart.series for value in one.values], frame)
    parts = [*axis.drawn(chart.kind, language)]
    step = (frame.right - frame.left) / len(chart.places)
    for number, place in enumerate(chart.places):
        middle = frame.left + (number + 0.5) * step
        parts.append(words_at(middle, frame.bottom + 20, say(place, language)))
        for k, one in enumerate(chart.series):
            left = middle + (k - len(chart.series) / 2) * BAR_PART * step
            parts.append(_bar(left, BAR_PART * step * 0.94, axis, one.values[number], k))
    return "".join(parts) + _key(chart, language, frame)


def _bar(left: float, width: float, axis: Axis, value: float, k: int) -> str:
    top, bottom = sorted((axis.y(value), axis.y(0.0)))
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{bottom - top:.1f}" '
        f'fill="{FILLS[k]}" stroke="{INK}" stroke-width=".8"/>'
    )


def _key(chart: Bars, language: Language, frame: Frame) -> str:
    """Light and dark, so that it is read without colours too."""
    parts, x, y = [], frame.left, frame.bottom + BOTTOM
    for k, one in enumerate(chart.series):
        name = say(one.name, language)
        parts.append(f'<rect x="{x:.0f}" y="{y - 14:.0f}" width="12" height="12" fill="{FILLS[k]}" '
                     f'stroke="{INK}" stroke-width=".8"/>')  # fmt: skip
        parts.append(words_at(x + 18, y - 3, name, "start"))
        x += 44 + len(name) * LETTERS * 0.55
    return "".join(parts)
