"""Numbers with intervals -> SVG: a row for each place, a dot or a square with whiskers for each series."""

from collections.abc import Callable, Iterator
from html import escape

from vildplan.export.chart_axis import INK, LETTERS, LINE, QUIET, RIGHT, WIDTH, ticks_of, words_at, written
from vildplan.model.wishes import Language
from vildplan.proposal.charts import Estimate, Spans
from vildplan.proposal.words import say

NAMES, TOP, FOOT = 168.0, 10.0, 62.0
EACH, BETWEEN = 13.0, 10.0
CAP, MARK = 4.0, 4.5


def spans_height(chart: Spans) -> float:
    """Return how high the picture is."""
    return TOP + FOOT + len(chart.places) * _row(chart)


def _row(chart: Spans) -> float:
    return EACH * len(chart.series) + BETWEEN


def spans_body(chart: Spans, language: Language) -> str:
    """Return what stands inside the picture."""
    known = [one for series in chart.series for one in series.values if one is not None]
    ticks = ticks_of(0.0, max((one.high for one in known), default=1.0) or 1.0)
    bottom = spans_height(chart) - FOOT

    def x_of(value: float) -> float:
        return NAMES + value / ticks[-1] * (WIDTH - RIGHT - NAMES)

    parts = []
    for tick in ticks:
        stroke = QUIET if tick == 0 else LINE
        parts.append(f'<path d="M{x_of(tick):.1f} {TOP:.0f}V{bottom:.0f}" stroke="{stroke}"/>')
        parts.append(words_at(x_of(tick), bottom + 19, written(tick, chart.kind, language)))
    for number, place in enumerate(chart.places):
        top = TOP + number * _row(chart)
        parts.append(words_at(NAMES - 12, top + _row(chart) / 2 + 5, say(place, language), "end"))
        for k, series in enumerate(chart.series):
            value = series.values[number]
            if value is not None:
                parts.append(_whiskers(value, x_of, top + BETWEEN / 2 + EACH * (k + 0.5), k))
    return "".join((*parts, *_legend(chart, language)))


def _whiskers(value: Estimate, x_of: Callable[[float], float], y: float, k: int) -> str:
    low, high, middle = x_of(value.low), x_of(value.high), x_of(value.value)
    ends = "".join(f"M{x:.1f} {y - CAP:.1f}v{2 * CAP}" for x in (low, high))
    line = f"M{low:.1f} {y:.1f}H{high:.1f}{ends}"
    return f'<path d="{line}" stroke="{INK}" stroke-width="1.6" fill="none"/>{_mark(middle, y, k)}'


def _mark(x: float, y: float, k: int) -> str:
    """A full dot for the first series, an empty square for the second."""
    if k == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{MARK}" fill="#1f5c34" stroke="{INK}"/>'
    return (
        f'<rect x="{x - MARK:.1f}" y="{y - MARK:.1f}" width="{2 * MARK}" height="{2 * MARK}" fill="#fff" '
        f'stroke="{INK}" stroke-width="1.8"/>'
    )


def _legend(chart: Spans, language: Language) -> Iterator[str]:
    x, y = NAMES, spans_height(chart) - 10
    for k, series in enumerate(chart.series):
        name = say(series.name, language)
        yield _mark(x + MARK, y - 5, k)
        yield words_at(x + 20, y, name, "start")
        x += 52 + len(escape(name)) * LETTERS * 0.52
