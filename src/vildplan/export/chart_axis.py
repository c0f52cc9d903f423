"""The side of a chart with its numbers: round ticks, where a value stands, and words beside it."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from vildplan.model.wishes import Language
from vildplan.proposal.words import FORMATS

WIDTH, HEIGHT = 640.0, 300.0
LEFT, RIGHT, BOTTOM = 84.0, 18.0, 42.0
LETTERS = 15.0
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
TICKS = 4
INK, QUIET, LINE = "#1d241f", "#56635a", "#d9e0d6"
LEAF = "#2f6f3e"


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


def written(value: float, kind: str, language: Language) -> str:
    """Return a value as people write it."""
    return FORMATS[kind](value, language)


def words_at(x: float, y: float, words: str, anchor: str = "middle") -> str:
    """Return quiet words at a place."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{QUIET}">{escape(words)}</text>'


class Frame(NamedTuple):
    """The sides of what is drawn between the numbers, from the upper left corner of the picture."""

    left: float
    right: float
    top: float
    bottom: float


class Axis:
    """The numbers up the side of a frame, and where a value stands."""

    def __init__(self, values: Sequence[float], frame: Frame) -> None:
        self.ticks = ticks_of(min(0.0, *values), max(0.0, *values))
        self.low, self.high = self.ticks[0], self.ticks[-1]
        self.frame = frame

    def y(self, value: float) -> float:
        """The place of a value from the top of the picture."""
        part = (value - self.low) / (self.high - self.low)
        return self.frame.bottom - part * (self.frame.bottom - self.frame.top)

    def drawn(self, kind: str, language: Language) -> Iterator[str]:
        """Yield the lines and numbers."""
        for tick in self.ticks:
            y, stroke = self.y(tick), QUIET if tick == 0 else LINE
            yield f'<path d="M{self.frame.left:.0f} {y:.1f}H{self.frame.right:.0f}" stroke="{stroke}"/>'
            yield words_at(self.frame.left - 8, y + 5, written(tick, kind, language), "end")
