"""MapDrawing -> the map as one picture for paper: ids and names, scale, north, legend, where it is from.

The HTML page has its own legend beside the same map (`export.html`); what is printed has all in one picture.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from vildplan.export.labels import SIGN_PART, place_labels, place_names
from vildplan.export.legal_signs import without_illegal
from vildplan.export.legend import legend_of
from vildplan.export.spots import spots_svg
from vildplan.export.svg import LABEL_PART, NAME_PART, drawn_map, labels_svg, scale_svg, size_m
from vildplan.model.wishes import Language
from vildplan.proposal.map_drawing import MapDrawing
from vildplan.proposal.words import say

KEY_PART, GAP_PART, ROW_PART, SMALL = 1.2, 0.9, 1.7, 0.85
# The mean width of a sign of running words, as a part of their height.
WORDS_PART = 0.52
FOOT_PART, NOTE_PART = 2.6, 1.3


class Sheet(NamedTuple):
    """A picture: the SVG, and how wide and high it is in its own units (metres)."""

    svg: str
    width: float
    height: float

    def width_within(self, width_cm: float, height_cm: float) -> float:
        """Return how wide it stands (cm) where it may be so wide and so high."""
        return min(width_cm, height_cm * self.width / self.height)


def map_sheet(drawing: MapDrawing, language: Language) -> Sheet:
    """Return the whole picture."""
    left, bottom, right, top = drawing.bounds
    width, letters = right - left, size_m(drawing) * LABEL_PART
    zones = [shown for shown in drawing.shapes if shown.zone_id]
    labels = place_labels(zones, letters, all_of_them=True)
    names = place_names(drawing.shapes, labels, letters, letters * NAME_PART)
    foot = letters * FOOT_PART
    parts = [drawn_map(drawing, language), labels_svg("wide", labels, letters, drawing)]
    parts.append(labels_svg("wide", names, letters * NAME_PART, drawing, name=True))
    parts += spots_svg(drawing, letters)
    parts.append(scale_svg("wide", drawing, letters, foot, language))
    below = top - bottom + foot
    rows = [*_legend(drawing, language, width, letters)]
    for number, row in enumerate(rows):
        parts.append(f'<g transform="translate(0 {below + number * letters * ROW_PART:.2f})">{row}</g>')
    below += (len(rows) + 0.4) * letters * ROW_PART
    notes = [line for note in drawing.notes for line in _broken(say(note, language), width, letters * SMALL)]
    each = letters * NOTE_PART
    parts += [_line(line, below + number * each, letters * SMALL) for number, line in enumerate(notes)]
    height = below + len(notes) * each
    size = f'width="{width:.2f}" height="{height:.2f}" viewBox="0 0 {width:.2f} {height:.2f}"'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'
    return Sheet(without_illegal(drawn), width, height)


def _legend(drawing: MapDrawing, language: Language, width: float, letters: float) -> Iterator[str]:
    """Yield the rows of the legend, each as many entries as its words have room for."""
    row: list[str] = []
    x = 0.0
    for key, words in legend_of(drawing):
        said = say(words, language)
        needed = letters * (KEY_PART + 0.4 + GAP_PART) + len(said) * WORDS_PART * letters
        if row and x + needed > width:
            yield "".join(row)
            row, x = [], 0.0
        row.append(_entry(key, said, x, letters))
        x += needed
    if row:
        yield "".join(row)


def _entry(key: str, said: str, x: float, letters: float) -> str:
    side = letters * KEY_PART
    box = key.replace('<svg class="key"', f'<svg x="{x:.2f}" y="0" width="{side:.2f}" height="{side:.2f}"')
    return (
        f'{box}<rect x="{x:.2f}" y="0" width="{side:.2f}" height="{side:.2f}" fill="none" stroke="#444" '
        f'stroke-width="{side * 0.05:.3f}"/>{_words(said, x + side + letters * 0.4, letters)}'
    )


def _words(said: str, x: float, letters: float) -> str:
    return (
        f'<text x="{x:.2f}" y="{letters:.2f}" font-size="{letters:.2f}" font-family="sans-serif" '
        f'fill="#222">{escape(said)}</text>'
    )


def _line(said: str, y: float, letters: float) -> str:
    return f'<g transform="translate(0 {y:.2f})">{_words(said, 0, letters)}</g>'


def _broken(said: str, width: float, letters: float) -> Iterator[str]:
    """Yield the words in lines that fit; a word that is longer than a line is broken."""
    most = max(int(width / (SIGN_PART * letters)), 8)
    line = ""
    for word in _short(said.split(), most):
        if line and len(line) + 1 + len(word) > most:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


def _short(words: Sequence[str], most: int) -> Iterator[str]:
    for word in words:
        for start in range(0, len(word), most):
            yield word[start : start + most]
