"""What Word has and python-docx has no call for: repeating headings, borders, fields, words of pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from vildplan.export.legal_signs import without_illegal

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

LINE = "C9D3C6"
# So many rows at either end of a table stay together.
ENDS = 2
TABLE_ORDER = (
    "w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar",
    "w:tblLook",
)  # fmt: skip
NUMBERED = re.compile(r"^(\w+)\s(\d+)\.\s(.*)$", re.DOTALL)


def legal(words: str) -> str:
    """Return the words without signs that XML cannot hold; breaks of lines become spaces."""
    return " ".join(without_illegal(words).split())


def element(tag: str, **attributes: str) -> Any:
    """Return a new element of Word's namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def repeat_heading(row: Any) -> None:
    """Let the first row of a table stand on top of each page that it goes on to."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))


def keep_together(row: Any) -> None:
    """Never break a row between pages."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))


def keep_near(table: Table, *, whole: bool) -> None:
    """Keep a small table on one page; of a large one the first and the last rows stay with their next."""
    rows = table.rows
    for number, row in enumerate(rows):
        is_last = number == len(rows) - 1
        if not is_last and (whole or number < ENDS or number >= len(rows) - 1 - ENDS):
            for paragraph in row.cells[0].paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def border(table: Table, *, box: bool, colour: str = LINE, eighths: int = 4) -> None:
    """Draw thin lines below the rows, or a box round the table."""
    sides = ("top", "left", "bottom", "right") if box else ("bottom", "insideH")
    borders = element("w:tblBorders")
    for side in sides:
        borders.append(element(f"w:{side}", val="single", sz=str(eighths), space="0", color=colour))
    _lay(table, borders)


def pad(table: Table, twips: int) -> None:
    """Leave room between a box and its words."""
    room = element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        room.append(element(f"w:{side}", w=str(twips), type="dxa"))
    _lay(table, room)


def _lay(table: Table, part: Any) -> None:
    """Lay a property of a table where it belongs among the others; Word refuses any other order."""
    name = f"w:{part.tag.partition('}')[2]}"
    table._tbl.tblPr.insert_element_before(part, *TABLE_ORDER[TABLE_ORDER.index(name) + 1 :])


def fix_widths(table: Table, widths_twips: list[int]) -> None:
    """Set the width of each column, in the table's grid and in every cell."""
    table.autofit = False
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths_twips, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.rows:
        for cell, width in zip(row._tr.tc_lst, widths_twips, strict=True):
            properties = cell.get_or_add_tcPr()
            for old in properties.findall(qn("w:tcW")):
                properties.remove(old)
            properties.insert(0, element("w:tcW", w=str(width), type="dxa"))


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field, such as the number of the page, with what it shows until Word works it out."""
    for kind, words in (("begin", ""), ("", code), ("separate", ""), ("text", shown), ("end", "")):
        run = paragraph.add_run(words if kind == "text" else "")
        if kind == "":
            instruction = element("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {words} "
            run._r.append(instruction)
        elif kind != "text":
            run._r.append(element("w:fldChar", fldCharType=kind))


def caption(paragraph: Paragraph, words: str) -> None:
    """Write `Tabel 3. ...` with a number that Word counts itself, so that it can list its tables."""
    found = NUMBERED.match(words)
    if found is None:
        paragraph.add_run(words)
        return
    paragraph.add_run(f"{found[1]} ")
    field(paragraph, rf"SEQ {found[1]} \* ARABIC", found[2])
    paragraph.add_run(f". {found[3]}")


def describe(picture: Any, number: int, title: str, words: str) -> None:
    """Say what a picture shows, for who cannot see it."""
    for part in picture._inline.iter(qn("wp:docPr"), qn("pic:cNvPr")):
        part.set("id", str(number))
        part.set("name", f"{title} {number}")
        part.set("descr", words)
