"""A document as Word, PDF, page and Markdown: names from the data are text in all of them."""

import json
import re
import shutil
import subprocess
import zipfile
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import docx as word_library
import pytest
import shapely
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from tests.drawing import box
from vildplan.errors import plain, text
from vildplan.export.docx import docx
from vildplan.export.docx_parts import TABLE_ORDER
from vildplan.export.html import report_html
from vildplan.export.map_sheet import map_sheet
from vildplan.export.markdown import markdown
from vildplan.export.pdf import pdf
from vildplan.model.wishes import Language
from vildplan.proposal.document import (
    Block,
    Bullets,
    Column,
    DecisionBox,
    Document,
    Grid,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Tone,
)
from vildplan.proposal.map_drawing import MapDrawing, Shown
from vildplan.proposal.palette import GROUND_LOOKS, WILD, ZONE_LOOKS

DA = Language.DANISH
HOSTILE = (
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "#panic(1) $x$ *b* _i_ `c` @ref", "{{x}} {area:m2}",
    "{% for x in y %}", "a" * 300, "gården 🌼🦋", "حديقة الزهور", "Ræven & <Rådyret> \\ \"'", "]]></text>",
    "www.x.dk",
)  # fmt: skip
LONG = "Ærø og Låsby"


def drawing(*names: str) -> MapDrawing:
    """Squares of 20 m side by side, each with its name; the first is a zone."""
    shapes = [
        Shown(box(20 * n, 0, 20 * n + 20, 20), GROUND_LOOKS["facade"], plain(name), name=name)
        for n, name in enumerate(names)
    ]
    zone = Shown(box(0, 20, 60, 50), ZONE_LOOKS["slaaeng"], plain(names[0]), "Z1")
    legend = (ZONE_LOOKS["slaaeng"], WILD, GROUND_LOOKS["facade"])
    bounds = shapely.box(*box(-5, -5, 20 * len(names) + 5, 55).bounds).bounds
    notes = tuple(plain(name) for name in names)
    return MapDrawing(bounds, (*shapes, zone), legend, 20.0, shapely.Polygon(), plain("kerne"), notes)


@cache
def paper(*names: str) -> Document:
    """A document that says each name wherever words may stand."""
    blocks: list[Block] = [
        Heading(text("Kort", "Map"), 1),
        Picture(drawing(*names), plain("Kort 1. Alt"), plain(names[0])),
    ]
    for name in names:
        words = plain(name)
        blocks += [
            Heading(words, minor=True), Paragraph(words), Paragraph(words, Tone.QUIET),
            Bullets((words,), boxes=True),
            DecisionBox(words, (words,), (words,), (text("JA", "YES"), words)),
            Grid((Column(words), Column(plain("m²"), right=True)), ((words, plain("1 m²")),), caption=words),
            PageBreak(),
        ]  # fmt: skip
    return Document(plain(names[0]), tuple(blocks))


class _Words(HTMLParser):
    """The words of a page, and the names of its elements; the style and the map are apart."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.tags, self.asked, self.inside = "", set[str](), [], 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.inside += tag in ("style", "svg")
        self.asked += [
            value for name, value in attrs if name in ("src", "href") and value and value[0] != "#"
        ]

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag in ("style", "svg")

    def handle_data(self, data: str) -> None:
        self.words += "" if self.inside else data


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00a0]+", "", words)


def docx_words(content: bytes) -> str:
    word = word_library.Document(BytesIO(content))
    return "\n".join(node.text or "" for node in word.element.body.iter(qn("w:t")))


def test_a_page_shows_hostile_names_as_text() -> None:
    page = _Words()
    page.feed(report_html(paper(*HOSTILE), None, DA))
    for name in HOSTILE:
        assert squeezed(page.words).count(squeezed(name)) >= 8, name
    assert "script" not in page.tags
    assert page.asked == [], "nothing is fetched"


def test_markdown_shows_hostile_names_as_text() -> None:
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown(paper(*HOSTILE), DA))
    page = _Words()
    page.feed(rendered)
    for name in HOSTILE:
        assert squeezed(page.words).count(squeezed(name)) >= 8, name
    assert page.tags <= {"h1", "h2", "h3", "p", "em", "strong", "ul", "ol", "li", "blockquote", "table",
                         "thead", "tbody", "tr", "th", "td"}  # fmt: skip


def test_word_shows_hostile_names_as_text() -> None:
    words = squeezed(docx_words(docx(paper(*HOSTILE), DA)))
    for name in HOSTILE:
        assert words.count(squeezed(name)) >= 8, name


def test_word_drops_what_no_file_can_hold() -> None:
    assert "ab" in docx_words(docx(paper("a\x00\x0bb"), DA))


def test_pdf_shows_hostile_names_as_text(tmp_path: Path) -> None:
    """Typst stops at markup that it cannot read, so that it is made says that names were data."""
    content = pdf(paper(*HOSTILE), DA)
    assert content.startswith(b"%PDF-")
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed, so the words of the PDF were not read back")
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    words = subprocess.run([reader, "-raw", file, "-"], capture_output=True, check=True).stdout.decode()
    # Signs that no font of typst has come out as boxes, and words from right to left by the eye.
    for name in (name for name in HOSTILE if name.isascii() and len(name) < 100):
        assert squeezed(words).count(squeezed(name)) >= 8, name


def test_the_same_document_gives_the_same_bytes() -> None:
    document = paper(LONG)
    assert docx(document, DA) == docx(document, DA)
    assert pdf(document, DA) == pdf(document, DA)


def test_a_pdf_passes_qpdf(tmp_path: Path) -> None:
    checker = shutil.which("qpdf")
    if checker is None:
        pytest.skip("qpdf is not installed")
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(paper(LONG), DA))
    done = subprocess.run([checker, "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_word_has_real_styles_captions_and_headings_that_repeat() -> None:
    word = word_library.Document(BytesIO(docx(paper(LONG), DA)))
    names = [paragraph.style.name for paragraph in word.paragraphs]
    assert {"Title", "Heading 1", "Heading 2", "Caption", "Vildplan Quiet", "Vildplan Check"} <= set(names)
    table = word.tables[-1]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert sum(int(c.get(qn("w:w"))) for c in table._tbl.tblGrid) == pytest.approx(16.6 / 2.54 * 1440, abs=3)
    shown = next(word.element.body.iter(qn("wp:docPr")))
    assert shown.get("descr") == LONG
    fields = [node.text.strip() for node in word.element.body.iter(qn("w:instrText"))]
    assert fields == ["SEQ Kort \\* ARABIC"]
    foot = [node.text.strip() for node in word.sections[0].footer._element.iter(qn("w:instrText"))]
    assert foot == ["PAGE", "NUMPAGES"]
    languages = {node.get(qn("w:val")) for node in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}


def test_the_parts_of_a_table_stand_in_the_order_that_word_demands() -> None:
    """A file with its properties in another order is one that Word offers to repair."""
    word = word_library.Document(BytesIO(docx(paper(LONG), DA)))
    assert len(word.tables) == 2
    for table in word.tables:
        names = [f"w:{part.tag.partition('}')[2]}" for part in table._tbl.tblPr]
        assert names == sorted(names, key=TABLE_ORDER.index)
        assert "w:tblBorders" in names
    for row in word.tables[-1].rows:
        for cell in row._tr.tc_lst:
            assert cell.tcPr[0].tag == qn("w:tcW")


def test_a_template_keeps_its_styles() -> None:
    own = word_library.Document()
    own.styles["Heading 1"].font.size = 123 * 12700
    own.add_paragraph("Brevhoved, der ikke skal med")
    made = BytesIO()
    own.save(made)
    word = word_library.Document(BytesIO(docx(paper(LONG), DA, made.getvalue())))
    assert word.styles["Heading 1"].font.size == 123 * 12700
    assert word.styles["Vildplan Quiet"].base_style.name == "Normal"
    assert "Brevhoved" not in docx_words(docx(paper(LONG), DA, made.getvalue()))
    assert word.paragraphs[0].style.name == "Title"


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"", b"PK\x03\x04 no zip"], ids=["pdf", "empty", "broken"])
def test_a_template_that_is_no_word_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):
        docx(paper(LONG), DA, content)


def test_a_template_that_is_another_zip_is_refused() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("a.txt", "x")
    with pytest.raises(ValueError):
        docx(paper(LONG), DA, made.getvalue())


# --------------------------------------------------------------------------------------- the map


def test_the_sheet_holds_all_its_words_within_its_width() -> None:
    sheet = map_sheet(drawing("Blok 1", "Blok 2", "Blok 3", "Legepladsen ved søen"), DA)
    places = re.findall(r'<text x="([\d.]+)" y="[\d.]+" font-size="([\d.]+)"[^>]*>([^<]*)</text>', sheet.svg)
    assert {"slåeng (ny)", "vildt i dag", "bygning"} <= {words for _, _, words in places}
    for x, size, words in places:
        assert float(x) + 0.5 * float(size) * len(words) <= sheet.width * 1.05, words


def test_names_stand_on_the_map_beside_the_ids_and_once() -> None:
    sheet = map_sheet(drawing("A1", "B2", "B2"), DA)
    assert sheet.svg.count(">A1</text>") == 2, "on the map and in the notes"
    assert sheet.svg.count(">B2</text>") == 1 + 2
    assert ">Z1</text>" in sheet.svg


def test_two_maps_on_a_page_have_names_of_their_own() -> None:
    shown = Picture(drawing("A"), plain("Kort 1. A"), plain("A"))
    page = report_html(
        Document(plain("A"), (shown, Picture(drawing("A"), plain("Kort 2. A"), plain("A")))), None, DA
    )
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 6
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


def test_records_carry_every_word() -> None:
    from vildplan.proposal.block_records import block_record

    told = json.dumps([block_record(block, DA) for block in paper(LONG).blocks], ensure_ascii=False)
    assert told.count(LONG) >= 9
