"""Document + MapDrawing -> one HTML file that works offline, on a phone and on paper."""

from collections.abc import Iterator, Sequence
from html import escape

from vildplan.errors import Severity, Text
from vildplan.export.svg import map_svg
from vildplan.model.wishes import Language
from vildplan.proposal.document import (
    Block,
    Document,
    FindingBlock,
    Grid,
    Heading,
    MapBlock,
    Paragraph,
)
from vildplan.proposal.map_drawing import MapDrawing
from vildplan.proposal.palette import Look
from vildplan.proposal.words import say

STYLE = """
:root{--ink:#1d241f;--quiet:#5d6a61;--line:#d9e0d6;--leaf:#2f6f3e;--caution:#8a5a00}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1rem 1.1rem 3rem;color:var(--ink);background:#fff;
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1{font-size:1.6rem;line-height:1.2;margin:.6rem 0 1rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem;padding-bottom:.2rem;
border-bottom:2px solid var(--line);color:var(--leaf)}
p{margin:.35rem 0;max-width:46rem}
.strong{font-weight:600}.good{font-weight:600;color:var(--leaf)}.caution{font-weight:600;color:var(--caution)}
.quiet{color:var(--quiet);font-size:.9rem}
figure{margin:0}svg{display:block;width:100%;height:auto;max-height:85vh}
.zone{cursor:pointer}.zone:hover{filter:brightness(1.12)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.4rem 0;font-size:.9rem}
.legend i{display:inline-block;width:1em;height:1em;margin-right:.4em;vertical-align:-.12em;border-radius:2px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;margin:.4rem 0;font-size:.95rem}
th{font-weight:500;color:var(--quiet);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:.28rem 1.2rem .28rem 0;border-bottom:1px solid var(--line)}
td:last-child{min-width:11rem}
th.right,td.right{min-width:0;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tr.total td{font-weight:600}
.finding{padding:.3rem .7rem;border-left:4px solid var(--line);margin:.4rem 0}
.warning{border-color:#d99a1c}.error{border-color:#b3261e}
@media print{body{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}}
""".strip()


def report_html(document: Document, drawing: MapDrawing, language: Language) -> str:
    """Return the whole page."""
    title = escape(say(document.title, language))
    body = "\n".join(_shown(document.blocks, drawing, language))
    return (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"{body}\n</body>\n</html>\n"
    )


def _shown(blocks: Sequence[Block], drawing: MapDrawing, language: Language) -> Iterator[str]:
    for block in blocks:
        match block:
            case MapBlock():
                yield _map(drawing, language)
            case Heading(words):
                yield f"<h2>{_said(words, language)}</h2>"
            case Paragraph(words, tone):
                yield f'<p class="{tone.value}">{_said(words, language)}</p>'
            case Grid():
                yield _table(block, language)
            case FindingBlock(finding):
                name = "" if finding.severity is Severity.NOTE else finding.severity.value
                yield (
                    f'<div class="finding {name}"><b>{_said(finding.place, language)}:</b> '
                    f"{_said(finding.sentence, language)} "
                    f'<span class="quiet">{_said(finding.advice, language)}</span></div>'
                )


def _map(drawing: MapDrawing, language: Language) -> str:
    entries = "".join(
        f'<span><i style="{_swatch(look)}"></i>{_said(look.name, language)}</span>'
        for look in drawing.legend
    )
    return f'<figure>{map_svg(drawing, language)}</figure><div class="legend">{entries}</div>'


def _swatch(look: Look) -> str:
    """The little square of the legend; a dashed one is drawn as on the map."""
    if look.dashed:
        return f"border:1.5px dashed {look.colour};background:{look.colour}1f;border-radius:50%"
    return f"background:{look.colour}"


def _table(grid: Grid, language: Language) -> str:
    sides = [' class="right"' if column.right else "" for column in grid.columns]
    headings = [_said(column.heading, language) for column in grid.columns]
    head = "".join(f"<th{side}>{words}</th>" for side, words in zip(sides, headings, strict=True))
    rows = [
        "".join(f"<td{side}>{_said(cell, language)}</td>" for side, cell in zip(sides, row, strict=True))
        for row in grid.rows
    ]
    last = len(rows) - 1
    body = "".join(
        f'<tr class="total">{row}</tr>' if grid.total and number == last else f"<tr>{row}</tr>"
        for number, row in enumerate(rows)
    )
    top = f"<thead><tr>{head}</tr></thead>" if any(headings) else ""
    return f'<div class="scroll"><table>{top}<tbody>{body}</tbody></table></div>'


def _said(words: Text, language: Language) -> str:
    return escape(say(words, language))
