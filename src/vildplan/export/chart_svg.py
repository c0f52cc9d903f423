"""Shares by year -> one SVG: bars of what is laid out and kept up, the plan in steps, the target."""

from collections.abc import Iterator
from html import escape

from vildplan.errors import Text, text
from vildplan.model.wishes import Language
from vildplan.proposal.document import ChartBlock
from vildplan.proposal.words import say

WIDTH, HEIGHT = 420.0, 290.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 408.0, 30.0, 214.0
LETTERS = 13
WILD, THERE, KEPT, WANTED, TARGET, INK = "#9bb89f", "#d9a400", "#1f7a3d", "#333333", "#b3261e", "#222222"
STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25)
MOST_LINES = 6
BAR, MOST_BAR = 0.62, 64.0
KEYS: tuple[tuple[str, Text], ...] = (
    (WILD, text("vildt fra før", "wild before")),
    (THERE, text("anlagt", "laid out")),
    (KEPT, text("passet i året", "kept up in the year")),
    (WANTED, text("skulle være anlagt", "should be laid out")),
)


def chart_svg(chart: ChartBlock, language: Language) -> str:
    """Return the picture; every bar says its figures to who points at it."""
    top = max([chart.target, *(max(bar.wanted, bar.there) for bar in chart.bars), 0.01]) * 1.12
    parts = [
        *_scale(top, language),
        *_bars(chart, top, language),
        *_target(chart, top, language),
        *_legend(language),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" '
        f'role="img" font-family="sans-serif" font-size="{LETTERS}" fill="{INK}" '
        f'style="max-width:640px">{"".join(parts)}</svg>'
    )


def _y(share: float, top: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * share / top


def _scale(top: float, language: Language) -> Iterator[str]:
    step = next((step for step in STEPS if top / step <= MOST_LINES), STEPS[-1])
    for number in range(int(top / step) + 1):
        y = _y(number * step, top)
        yield f'<path d="M{LEFT:.1f} {y:.1f}H{RIGHT:.1f}" stroke="#ddd" stroke-width="1"/>'
        words = _percent(number * step, language)
        yield f'<text x="{LEFT - 6:.1f}" y="{y + 4:.1f}" text-anchor="end">{words}</text>'


def _percent(share: float, language: Language) -> str:
    return escape(say(text("{v:pct}", "{v:pct}", v=share), language))


def _bars(chart: ChartBlock, top: float, language: Language) -> Iterator[str]:
    room = (RIGHT - LEFT) / max(len(chart.bars), 1)
    width = min(room * BAR, MOST_BAR)
    for number, bar in enumerate(chart.bars):
        middle = LEFT + room * (number + 0.5)
        words = say(
            text("{year}: anlagt {there:pct}, passet {kept:pct}, planen {wanted:pct}",
                 "{year}: laid out {there:pct}, kept up {kept:pct}, the plan {wanted:pct}",
                 year=bar.name, there=bar.there, kept=bar.kept, wanted=bar.wanted), language,
        )  # fmt: skip
        wanted = _y(bar.wanted, top)
        yield (
            f"<g><title>{escape(words)}</title>"
            + _box(middle - width / 2, width, chart.before, bar.there, THERE, top)
            + _box(middle - width / 4, width / 2, chart.before, bar.kept, KEPT, top)
            + _box(middle - width / 2, width, 0.0, chart.before, WILD, top)
            + f'<path d="M{middle - room / 2:.1f} {wanted:.1f}h{room:.1f}" stroke="{WANTED}" '
            f'stroke-width="2" stroke-dasharray="5 3" fill="none"/>'
            f'<text x="{middle:.1f}" y="{BOTTOM + 17:.1f}" text-anchor="middle">{escape(bar.name)}</text></g>'
        )
    yield f'<path d="M{LEFT:.1f} {BOTTOM:.1f}H{RIGHT:.1f}" stroke="{INK}" stroke-width="1"/>'


def _box(x: float, width: float, low: float, high: float, colour: str, top: float) -> str:
    if high <= low:
        return ""
    y = _y(high, top)
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_y(low, top) - y:.1f}" fill="{colour}"/>'
    )


def _target(chart: ChartBlock, top: float, language: Language) -> Iterator[str]:
    y = _y(chart.target, top)
    words = say(text("målet {v:pct}", "target {v:pct}", v=chart.target), language)
    yield f'<path d="M{LEFT:.1f} {y:.1f}H{RIGHT:.1f}" stroke="{TARGET}" stroke-width="1.5"/>'
    yield f'<text x="{RIGHT:.1f}" y="{y - 6:.1f}" text-anchor="end" fill="{TARGET}">{escape(words)}</text>'


def _legend(language: Language) -> Iterator[str]:
    for number, (colour, words) in enumerate(KEYS):
        x, y = LEFT + 182 * (number % 2), BOTTOM + 44 + 20 * (number // 2)
        key = (
            f'<path d="M{x:.1f} {y - 5:.1f}h14" stroke="{colour}" stroke-width="2" stroke-dasharray="5 3"/>'
            if colour == WANTED
            else f'<rect x="{x:.1f}" y="{y - 11:.1f}" width="14" height="12" fill="{colour}"/>'
        )
        yield f'{key}<text x="{x + 20:.1f}" y="{y:.1f}">{escape(say(words, language))}</text>'
