"""The styles of the Word file: each that is used is real, and what a template has is left as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

FONT = "Calibri"
LEAF, QUIET, CAUTION, INK = "2F6F3E", "55625A", "8A5A00", "1D241F"


@dataclass(frozen=True)
class Look:
    """How a style looks: points, colour, weight, room before and after, hanging indent in cm."""

    size: float
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 4
    hanging_cm: float = 0
    keep: bool = False


LOOKS = {
    "Normal": Look(10.5, after=5),
    "Title": Look(22, LEAF, bold=True, after=10),
    "Heading 1": Look(15, LEAF, bold=True, before=16, after=6, keep=True),
    "Heading 2": Look(11.5, INK, bold=True, before=9, after=3, keep=True),
    "Caption": Look(9.5, QUIET, italic=True, before=8, after=3, keep=True),
    "List Bullet": Look(10.5, after=2, hanging_cm=0.6),
    "List Number": Look(10.5, after=3, hanging_cm=0.6),
    "Vildplan Strong": Look(10.5, INK, bold=True, after=5, keep=True),
    "Vildplan Good": Look(10.5, LEAF, bold=True, after=5),
    "Vildplan Caution": Look(10.5, CAUTION, bold=True, after=5),
    "Vildplan Quiet": Look(9.5, QUIET, after=5),
    "Vildplan Check": Look(10.5, after=2, hanging_cm=0.6),
    "Vildplan Cell": Look(9.5, after=0),
    "Vildplan Small Cell": Look(8.5, after=0),
    "Vildplan Choice": Look(14, INK, bold=True, before=6, after=4),
    "Footer": Look(8.5, QUIET, after=0),
}


def lay_styles(word: WordDocument, language: str, *, own_template: bool) -> None:
    """Lay every style of `LOOKS` down; in somebody's template only those that it does not have."""
    for name, look in LOOKS.items():
        there = name in [style.name for style in word.styles]
        if there and own_template:
            continue
        style: Any = word.styles[name] if there else _added(word, name)
        _dress(style, look, own_font=not own_template)
    _speak(word, language)


def _added(word: WordDocument, name: str) -> Any:
    """A new style that takes its font from the document's own."""
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name != "Normal":
        style.base_style = word.styles["Normal"]
    return style


def _dress(style: Any, look: Look, *, own_font: bool) -> None:
    font, room = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(look.size), look.bold, look.italic
    font.color.rgb = RGBColor.from_string(look.colour)
    if own_font:
        font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for part in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{part}"), FONT)
    room.space_before, room.space_after = Pt(look.before), Pt(look.after)
    room.keep_with_next = look.keep or None
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    if look.hanging_cm:
        room.left_indent, room.first_line_indent = Cm(look.hanging_cm), Cm(-look.hanging_cm)


def _speak(word: WordDocument, language: str) -> None:
    """Say which language the words are in, so that the spelling is checked in it."""
    defaults = word.styles.element.find(qn("w:docDefaults"))
    if defaults is None:
        return
    for lang in defaults.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
