"""Document -> Word file: real styles, captions, headings of tables that repeat, maps with alternative text.

The bytes are the same each time: the archive's times are fixed. A template keeps its own styles.
"""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from vildplan.errors import text
from vildplan.export.docx_parts import (
    border,
    caption,
    describe,
    field,
    fix_widths,
    keep_near,
    keep_together,
    legal,
    pad,
    repeat_heading,
)
from vildplan.export.docx_styles import LEAF, lay_styles
from vildplan.export.faces import Typeset, Unshown
from vildplan.export.holding import HELD, held
from vildplan.export.pictures import sheet_of, width_cm
from vildplan.export.typesetting import png_of
from vildplan.model.wishes import Language
from vildplan.proposal.document import (
    BOX,
    Block,
    Bullets,
    DecisionBox,
    Document,
    FindingBlock,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Tone,
)
from vildplan.proposal.words import say

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LANGUAGES = {Language.DANISH: "da-DK", Language.ENGLISH: "en-GB"}
PAGE = text("side", "page")
STYLES = {
    Tone.NORMAL: "Normal", Tone.STRONG: "Vildplan Strong", Tone.GOOD: "Vildplan Good",
    Tone.CAUTION: "Vildplan Caution", Tone.QUIET: "Vildplan Quiet",
}  # fmt: skip
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
MARGIN_CM, WIDTH_CM, HEIGHT_CM = 2.2, 21.0, 29.7
TWIPS_PER_CM = 1440 / 2.54
EMU_PER_CM = 360_000
USED_HEIGHT, PADDING = 0.96, 140
# A table of so many rows is not broken between pages.
MOST_WHOLE = 14
# A number of so few signs and its unit stay on one line.
SHORT = 14


def docx(document: Document, language: Language, template: bytes | None = None) -> Typeset:
    """Return the whole file, on a template's styles and page where one is given.

    Raises:
        ValueError: when the template is no Word file.
    """
    word = _opened(template)
    lay_styles(word, LANGUAGES[language], own_template=template is not None)
    writer = _Writer(word, language)
    title = writer.said(document.title)
    word.add_paragraph(title, style="Title")
    for block, after in zip(document.blocks, (*document.blocks[1:], None), strict=True):
        writer.write(block)
        if isinstance(block, Grid | DecisionBox) and not _has_room_before(after):
            word.add_paragraph(style="Vildplan Small Cell")
    _finish(word, title, writer, LANGUAGES[language])
    # The words of Word are shown by Word; its pictures are not.
    return Typeset.of(_same_each_time(word), tuple(dict.fromkeys(writer.unshown)))


def _has_room_before(block: Block | None) -> bool:
    """Tell whether a block begins with a heading or a caption, which keep their own room to a table above.

    An empty line between the two would do no harm, but LibreOffice leaves a caption behind that follows one.
    """
    captioned = isinstance(block, Grid) and block.caption is not None
    return captioned or isinstance(block, Heading | Picture)


def _opened(template: bytes | None) -> WordDocument:
    """A new A4 page, or the template without what is written in it."""
    import docx as library
    from docx.opc.exceptions import PackageNotFoundError
    from docx.shared import Cm

    try:
        word = library.Document(None if template is None else BytesIO(template))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as fault:
        raise ValueError(str(fault)) from fault
    if template is not None:
        for child in [*word.element.body]:
            if not child.tag.endswith("}sectPr"):
                word.element.body.remove(child)
        return word
    section = word.sections[0]
    section.page_width, section.page_height = Cm(WIDTH_CM), Cm(HEIGHT_CM)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN_CM)
    return word


class _Writer:
    """Writes block after block at the end of a Word document."""

    def __init__(self, word: WordDocument, language: Language) -> None:
        self.word, self.language, self.pictures = word, language, 0
        self.unshown: list[Unshown] = []
        section = word.sections[0]
        taken = (section.left_margin or 0) + (section.right_margin or 0)
        self.width_cm = ((section.page_width or 0) - taken) / EMU_PER_CM
        taken = (section.top_margin or 0) + (section.bottom_margin or 0)
        self.height_cm = ((section.page_height or 0) - taken) / EMU_PER_CM

    def said(self, words: Any) -> str:
        """Return a sentence as Word can hold it."""
        return held(legal(say(words, self.language)))

    def write(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Heading():
                style = "Heading 2" if block.minor else "Heading 1"
                self.word.add_paragraph(self.said(block.numbered), style)
            case Paragraph(words, tone):
                paragraph = self.word.add_paragraph(self.said(words), STYLES[tone])
                if paragraph.text.endswith(":"):
                    paragraph.paragraph_format.keep_with_next = True
            case FindingBlock(finding):
                parts = (finding.place, finding.sentence, finding.advice)
                self.word.add_paragraph(" ".join(self.said(part) for part in parts), "Normal")
            case Grid():
                self._table(block)
            case Bullets():
                self._list(block)
            case DecisionBox():
                self._decision(block)
            case Picture():
                self._picture(block)
            case PageBreak():
                from docx.enum.text import WD_BREAK

                self.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _caption(self, words: Any) -> None:
        caption(self.word.add_paragraph(style="Caption"), self.said(words))

    def _list(self, block: Bullets) -> None:
        for number, item in enumerate(block.items):
            mark, style = (f"{self.said(BOX)}\t", "Vildplan Check") if block.boxes else ("", "List Bullet")
            paragraph = self.word.add_paragraph(f"{mark}{self.said(item)}", style)
            # Neither the first nor the last stands alone on a page.
            if number in (0, len(block.items) - 2) and len(block.items) > 1:
                paragraph.paragraph_format.keep_with_next = True

    def _table(self, grid: Grid) -> None:
        if grid.caption is not None:
            self._caption(grid.caption)
        headings = [self.said(column.heading) for column in grid.columns]
        rows = [[self.said(cell) for cell in row] for row in grid.rows]
        rows = [headings, *rows] if any(headings) else rows
        table = self.word.add_table(len(rows), len(headings))
        border(table, box=False)
        for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            keep_together(row)
            is_heading = any(headings) and number == 0
            bold = is_heading or (grid.total and number == len(rows) - 1)
            self._cells(row, cells, grid, bold=bold)
        if any(headings):
            repeat_heading(table.rows[0])
        keep_near(table, whole=len(rows) <= MOST_WHOLE and not grid.quiet)
        parts = grid.widths or (1.0,) * len(headings)
        fix_widths(table, [round(part / sum(parts) * self.width_cm * TWIPS_PER_CM) for part in parts])

    def _cells(self, row: Any, cells: list[str], grid: Grid, *, bold: bool) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        style = "Vildplan Small Cell" if grid.quiet else "Vildplan Cell"
        for cell, words, column in zip(row.cells, cells, grid.columns, strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.style = self.word.styles[style]
            is_held = column.right and len(words) < SHORT
            run = paragraph.add_run(words.replace(" ", HELD) if is_held else words)
            run.bold = bold or None
            if column.right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _decision(self, box: DecisionBox) -> None:
        table = self.word.add_table(1, 1)
        border(table, box=True, colour=LEAF, eighths=12)
        pad(table, PADDING)
        fix_widths(table, [round(self.width_cm * TWIPS_PER_CM)])
        cell = table.rows[0].cells[0]
        lead = cell.paragraphs[0]
        lead.style = self.word.styles["Vildplan Strong"]
        lead.add_run(self.said(box.lead))
        for number, point in enumerate(box.points, 1):
            cell.add_paragraph(f"{number}.\t{self.said(point)}", "Vildplan Check")
        for words in box.after:
            cell.add_paragraph(self.said(words), "Normal")
        choices = "\t\t".join(f"{self.said(BOX)} {self.said(choice)}" for choice in box.choices)
        # Tabs are kept between the choices, which legal() would make spaces.
        cell.add_paragraph(choices, "Vildplan Choice")

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Cm

        sheet = sheet_of(picture, self.language)
        wide_cm = width_cm(picture, sheet, (self.width_cm, self.height_cm * USED_HEIGHT))
        self._caption(picture.caption)
        # The heading, the caption and the picture go on to the next page together.
        drawn = png_of(sheet.svg, wide_cm)
        self.unshown += drawn.unshown
        shown = self.word.add_picture(BytesIO(drawn), width=Cm(wide_cm))
        self.pictures += 1
        describe(shown, self.pictures, self.said(picture.caption), self.said(picture.alt))


def _finish(word: WordDocument, title: str, writer: _Writer, language: str) -> None:
    """The foot of each page, and what the file says of itself."""
    foot = word.sections[0].footer.paragraphs[0]
    if not foot.text.strip():
        foot.style = word.styles["Footer"]
        foot.add_run(f"{title}\t\t{writer.said(PAGE)} ")
        field(foot, "PAGE", "1")
        foot.add_run(" / ")
        field(foot, "NUMPAGES", "1")
    about = word.core_properties
    about.title, about.author, about.language, about.comments = title[:255], "vildplan", language, ""
    about.created = about.modified = about.last_printed = ALWAYS
    about.last_modified_by, about.revision = "vildplan", 1


def _same_each_time(word: WordDocument) -> bytes:
    """The file's bytes, with the time of no clock in them."""
    made, same = BytesIO(), BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            after.writestr(entry, before.read(name))
    return same.getvalue()
