"""A paper as lines that a person can compare: what it says, and as what (style, row, picture, page)."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import docx as word_library
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from .test_goldens import GOLDEN, normalised

SPACES = re.compile(r"[^\S\n]+")


def docx_lines(file: Path) -> str:
    """Each paragraph after its style, each row of a table, each picture with its words and its size."""
    return "\n".join(_docx_lines(word_library.Document(str(file)))) + "\n"


def _docx_lines(word: word_library.document.Document) -> Iterator[str]:
    for part in word.iter_inner_content():
        if isinstance(part, Table):
            repeats = part.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
            yield f"[table of {len(part.columns)} columns{', heading repeats' * repeats}]"
            for row in part.rows:
                yield "| " + " | ".join(cell.text.replace("\n", " / ") for cell in row.cells)
        else:
            yield from _paragraph(part)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    for shown in paragraph._p.iter(qn("wp:inline")):
        size = shown.find(qn("wp:extent"))
        wide, high = (int(size.get(side)) / 360_000 for side in ("cx", "cy"))
        yield f"[picture {wide:.1f} x {high:.1f} cm] {shown.find(qn('wp:docPr')).get('descr')}"
    if paragraph.text.strip():
        yield f"{paragraph.style.name}: {paragraph.text}"


def pdf_lines(file: Path) -> str:
    """The lines of each page as they are read."""
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed, so the words of the PDF were not read back")
    done = subprocess.run([reader, "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    pages = done.stdout.decode().rstrip("\f").split("\f")
    return "".join(f"--- page {n}\n{page.strip()}\n" for n, page in enumerate(pages, 1))


def page_lines(file: Path) -> str:
    """A page without its pictures and its style."""
    words = re.sub(r"<svg.*?</svg>", "<svg/>", file.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"<style>.*?</style>", "<style/>", words, flags=re.DOTALL)


READERS = {
    ".docx": docx_lines, ".pdf": pdf_lines, ".html": page_lines, ".md": lambda file: file.read_text("utf-8")
}  # fmt: skip


def assert_as_it_was(file: Path, request: pytest.FixtureRequest, name: str = "") -> None:
    """Hold a paper against its golden; `--update-golden` writes it anew."""
    name = name or file.name
    kind = ".txt" if file.suffix in (".docx", ".pdf") else ""
    golden = GOLDEN / f"{name}{kind}"
    now = normalised(golden.name, SPACES.sub(" ", READERS[file.suffix](file)))
    if request.config.getoption("--update-golden", default=False):
        golden.write_text(now, encoding="utf-8", newline="\n")
    before = golden.read_text("utf-8")
    lines = unified_diff(before.splitlines(), now.splitlines(), "golden", "now", lineterm="", n=1)
    assert now == before, f"{golden.name} has changed:\n" + "\n".join(lines)[:6000]
