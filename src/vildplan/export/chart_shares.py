"""Shares by year -> SVG: what is laid out and kept up as columns, the plan as steps, the target as a line.

The columns are light, hatched and dark, so that they are told apart without colours.
"""

from collections.abc import Iterator
from html import escape

from vildplan.errors import Text, text
from vildplan.export.chart_axis import INK, LEFT, LETTERS, QUIET, RIGHT, WIDTH, Axis, Frame, words_at
from vildplan.model.wishes import Language
from vildplan.proposal.charts import Shares, YearShare
from vildplan.proposal.words import say

SHARES_HEIGHT = 340.0
TOP, BOTTOM = 18.0, 258.0
BAR, MOST_BAR = 0.62, 90.0
WILD, THERE, KEPT, WANTED = "#dfe6df", "url(#shares-there)", "#1f5c34", "#333333"
HATCH = (
    '<defs><pattern id="shares-there" width="7" height="7" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/>'
    '<rect width="3" height="7" fill="#6f9a7c"/></pattern></defs>'
)
KEYS: tuple[tuple[str, Text], ...] = (
    (WILD, text("vildt fra før", "wild before")),
    (THERE, text("anlagt, men ikke passet i året", "laid out, but not kept up in the year")),
    (KEPT, text("anlagt og passet i året", "laid out and kept up in the year")),
    (WANTED, text("skulle være anlagt", "should be laid out")),
)


def shares_body(chart: Shares, language: Language) -> str:
    """Return what stands inside the picture; every column says its figures to who points at it."""
    highest = [max(one.wanted, one.there) for one in chart.years]
    axis = Axis([chart.target * 1.05, *highest, 0.01], Frame(LEFT, WIDTH - RIGHT, TOP, BOTTOM))
    drawn = "".join(axis.drawn("pct", language))
    return HATCH + drawn + "".join(
        (*_target(chart, axis, language), *_years(chart, axis, language), *_legend(language))
    )  # fmt: skip


def _years(chart: Shares, axis: Axis, language: Language) -> Iterator[str]:
    room = (WIDTH - RIGHT - LEFT) / max(len(chart.years), 1)
    width = min(room * BAR, MOST_BAR)
    for number, year in enumerate(chart.years):
        middle, wanted = LEFT + room * (number + 0.5), axis.y(year.wanted)
        yield (
            f"<g><title>{escape(_said(year, language))}</title>"
            + _box(middle - width / 2, width, axis, (0.0, chart.before), WILD)
            + _box(middle - width / 2, width, axis, (chart.before, year.kept), KEPT)
            + _box(middle - width / 2, width, axis, (max(year.kept, chart.before), year.there), THERE)
            + f'<path d="M{middle - room * 0.46:.1f} {wanted:.1f}h{room * 0.92:.1f}" stroke="{WANTED}" '
            f'stroke-width="4" stroke-dasharray="9 5" fill="none"/>'
            + words_at(middle, BOTTOM + 19, year.name) + "</g>"
        )  # fmt: skip


def _said(year: YearShare, language: Language) -> str:
    return say(text(
        "{year}: anlagt {there:pct}, passet {kept:pct}, planen {wanted:pct}",
        "{year}: laid out {there:pct}, kept up {kept:pct}, the plan {wanted:pct}",
        year=year.name, there=year.there, kept=year.kept, wanted=year.wanted), language)  # fmt: skip


def _box(x: float, width: float, axis: Axis, ends: tuple[float, float], fill: str) -> str:
    low, high = ends
    if high <= low:
        return ""
    y = axis.y(high)
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{axis.y(low) - y:.1f}" fill="{fill}" '
        f'stroke="{INK}" stroke-width=".8"/>'
    )


def _target(chart: Shares, axis: Axis, language: Language) -> Iterator[str]:
    y = axis.y(chart.target)
    words = say(text("målet {v:pct}", "target {v:pct}", v=chart.target), language)
    yield f'<path d="M{LEFT:.1f} {y:.1f}H{WIDTH - RIGHT:.1f}" stroke="{QUIET}" stroke-width="1.2"/>'
    yield (
        f'<text x="{WIDTH - RIGHT:.1f}" y="{y - 6:.1f}" text-anchor="end" font-weight="bold" fill="{INK}" '
        f'stroke="#fff" stroke-width="4" paint-order="stroke">{escape(words)}</text>'
    )


def _legend(language: Language) -> Iterator[str]:
    for number, (fill, words) in enumerate(KEYS):
        x, y = LEFT + 280 * (number // 2), BOTTOM + 50 + 24 * (number % 2)
        key = (
            f'<path d="M{x:.1f} {y - 5:.1f}h18" stroke="{fill}" stroke-width="4" stroke-dasharray="9 5"/>'
            if fill == WANTED
            else f'<rect x="{x:.1f}" y="{y - 12:.1f}" width="18" height="{LETTERS:.0f}" fill="{fill}" '
            f'stroke="{INK}" stroke-width=".8"/>'
        )
        yield key + words_at(x + 25, y, say(words, language), "start")
