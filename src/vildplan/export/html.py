"""Document + MapDrawing -> one HTML file that works offline, on a phone and on paper."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from vildplan.errors import Severity, Text
from vildplan.export import html_blocks
from vildplan.export.holding import held
from vildplan.export.legend import legend_of
from vildplan.export.svg import map_svg
from vildplan.model.wishes import Language
from vildplan.proposal.document import (
    Block,
    Bullets,
    DecisionBox,
    Document,
    FindingBlock,
    Folded,
    Grid,
    Heading,
    MapBlock,
    PageBreak,
    Paragraph,
    Picture,
)
from vildplan.proposal.map_drawing import MapDrawing
from vildplan.proposal.words import say

STYLE = """
:root{--ink:#1d241f;--quiet:#5d6a61;--line:#d9e0d6;--leaf:#2f6f3e;--caution:#8a5a00}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1rem 1.1rem 3rem;color:var(--ink);background:#fff;
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
h1{font-size:1.6rem;line-height:1.2;margin:.6rem 0 1rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem;padding-bottom:.2rem;
border-bottom:2px solid var(--line);color:var(--leaf)}
p{margin:.35rem 0;max-width:46rem}
.strong{font-weight:600}.good{font-weight:600;color:var(--leaf)}.caution{font-weight:600;color:var(--caution)}
.typed{white-space:nowrap;font-family:ui-monospace,Consolas,monospace;font-size:.92em}
.held{white-space:nowrap}
.quiet{color:var(--quiet);font-size:.9rem}
figure{margin:0}figure svg{display:block;width:100%;height:auto;max-height:85vh}
.zone{cursor:pointer}.zone:hover{filter:brightness(1.12)}g.narrow{display:none}
.legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin:.4rem 0;font-size:.9rem}
.legend .key{width:1.15em;height:1.15em;margin-right:.4em;vertical-align:-.2em;border-radius:2px}
.scroll{overflow-x:auto}
summary{cursor:pointer;color:var(--leaf);font-weight:500;margin:.5rem 0}
table{border-collapse:collapse;margin:.4rem 0;font-size:.95rem}
table.quiet{font-size:.9rem}
th{font-weight:500;color:var(--quiet);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:.28rem 1.2rem .28rem 0;border-bottom:1px solid var(--line)}
td:last-child{min-width:11rem}
td.first{white-space:nowrap}
th.right,td.right{min-width:0;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tr.total td{font-weight:600}
.finding{padding:.3rem .7rem;border-left:4px solid var(--line);margin:.4rem 0}
.warning{border-color:#d99a1c}.error{border-color:#b3261e}
@media screen and (max-width:40rem){
g.wide{display:none}g.narrow{display:inline}
h1{font-size:1.4rem}
th,td{padding-right:.6rem}th,th.right{white-space:normal;vertical-align:bottom}
td:last-child{min-width:0}td.right:last-child{white-space:normal}
table{font-size:.88rem}
.tight{font-size:.8rem}.tight th,.tight td{padding-right:.45rem}
.cards,.cards tbody{display:block}.cards thead{display:none}
.cards tr{display:block;padding:.45rem 0 .5rem 3rem;border-bottom:1px solid var(--line)}
.cards td{display:inline;text-align:left;padding:0;border:0;min-width:0;white-space:normal}
.cards td:empty{display:none!important}
.cards td:first-child{float:left;margin-left:-3rem;font-weight:600}
.cards tr.many{padding-left:0}.cards tr.many td:first-child{display:block;float:none;margin:0}
.cards td:nth-child(2){display:block;font-weight:600}
.cards td[data-is]::before{content:attr(data-is) ": ";color:var(--quiet);font-weight:400}
.cards td:last-child{display:block}
.cards td[data-is]:not(:nth-last-child(-n+2))::after{content:"  ·  ";color:var(--quiet)}
.cards .total td::after{content:none!important}
}
@media print{
@page{margin:15mm 14mm}
body{max-width:none;padding:0;font-size:10.5pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
figure svg{max-height:150mm}figure,.legend,.finding{break-inside:avoid}
p{orphans:3;widows:3}.quiet{font-size:9pt}
h2{break-after:avoid}thead{display:table-header-group}tr{break-inside:avoid}tr.total{break-before:avoid}
table{font-size:9pt}th,td{padding-right:.7rem}td:last-child:not(.right){min-width:9rem}
.scroll{overflow:visible}
summary{display:none}details::details-content{content-visibility:visible;display:block}
}
""".strip()

# A table of more columns than this becomes one card a row on a phone.
MOST_COLUMNS = 5
ROOMY_COLUMNS = 3
NAMED_COLUMNS = 2
SHORT_NAME = 5
# Kept on one line: a range of ids, an option and its value.
RANGE = re.compile(r"Z\w+-Z\w+")
VALUE = r"[A-Z]{2,}|[a-z]+=[\d.]*\d|[\d.]*\d(?:%|m2)?|lawn|green|all"
TYPED = re.compile(rf"--[a-z][a-z-]*(?: (?:{VALUE})(?!\w))?")


def report_html(document: Document, drawing: MapDrawing | None, language: Language) -> str:
    """Return the whole page; without a drawing it has no map."""
    title = escape(say(document.title, language))
    body = "\n".join(_shown(document.blocks, drawing, language))
    style = f"{STYLE}\n{html_blocks.STYLE}" if _is_paper(document) else STYLE
    return (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"{body}\n</body>\n</html>\n"
    )


def _is_paper(document: Document) -> bool:
    return any(isinstance(block, Bullets | DecisionBox | Picture) for block in document.blocks)


def _shown(blocks: Sequence[Block], drawing: MapDrawing | None, language: Language) -> Iterator[str]:
    for block in blocks:
        match block:
            case MapBlock() if drawing is not None:
                yield _map(drawing, language)
            case Heading():
                level = "h3" if block.minor else "h2"
                yield f"<{level}>{_said(block.numbered, language)}</{level}>"
            case Paragraph(words, tone):
                yield f'<p class="{tone.value}">{_said(words, language)}</p>'
            case Grid():
                yield _table(block, language)
            case Folded(summary, inside):
                rows = "\n".join(_shown(inside, drawing, language))
                yield f"<details><summary>{_said(summary, language)}</summary>{rows}</details>"
            case FindingBlock(finding):
                name = "" if finding.severity is Severity.NOTE else finding.severity.value
                yield (
                    f'<div class="finding {name}"><b>{_said(finding.place, language)}:</b> '
                    f"{_said(finding.sentence, language)} "
                    f'<span class="quiet">{_said(finding.advice, language)}</span></div>'
                )
            case _:
                yield from _of_a_paper(block, blocks, language)


def _of_a_paper(block: Block, blocks: Sequence[Block], language: Language) -> Iterator[str]:
    """What only papers have; pictures are numbered by where they stand among the blocks."""
    match block:
        case Bullets():
            yield html_blocks.list_html(block, language)
        case DecisionBox():
            yield html_blocks.decision_html(block, language)
        case Picture():
            before = [one for one in blocks[: blocks.index(block)] if isinstance(one, Picture)]
            yield html_blocks.picture_html(block, len(before) + 1, language)
        case PageBreak():
            yield '<div class="page"></div>'


def _map(drawing: MapDrawing, language: Language) -> str:
    entries = (f"<span>{key}{_said(words, language)}</span>" for key, words in legend_of(drawing))
    return f'<figure>{map_svg(drawing, language)}</figure><div class="legend">{"".join(entries)}</div>'


def _table(grid: Grid, language: Language) -> str:
    headings = [_said(column.heading, language) for column in grid.columns]
    sides = [' class="right"' if column.right else "" for column in grid.columns]
    head = "".join(f"<th{side}>{words}</th>" for side, words in zip(sides, headings, strict=True))
    rows = ["".join(_cells(grid, row, headings, language)) for row in grid.rows]
    kinds = [_row_kind(grid, number, language) for number in range(len(rows))]
    body = "".join(f"<tr{kind}>{row}</tr>" for kind, row in zip(kinds, rows, strict=True))
    top = f"<thead><tr>{head}</tr></thead>" if any(headings) else ""
    names = ["quiet"] * grid.quiet
    if len(grid.columns) > ROOMY_COLUMNS:
        names.append("cards" if len(grid.columns) > MOST_COLUMNS else "tight")
    kind = f' class="{" ".join(names)}"' if names else ""
    caption = "" if grid.caption is None else f"<caption>{_said(grid.caption, language)}</caption>"
    return f'<div class="scroll"><table{kind}>{caption}{top}<tbody>{body}</tbody></table></div>'


def _row_kind(grid: Grid, number: int, language: Language) -> str:
    """The class of a row: the total, or one whose first cell is no short name but several."""
    if grid.total and number == len(grid.rows) - 1:
        return ' class="total"'
    return ' class="many"' if len(say(grid.rows[number][0], language)) > SHORT_NAME else ""


def _cells(grid: Grid, row: Sequence[Text], headings: list[str], language: Language) -> Iterator[str]:
    """The cells of a row; past the name each says what it is, for where there are no headings."""
    for number, (cell, column) in enumerate(zip(row, grid.columns, strict=True)):
        names = ["right"] * column.right + ["first"] * (number == 0 and not any(headings))
        kind = f' class="{" ".join(names)}"' if names else ""
        is_named = number >= NAMED_COLUMNS and len(grid.columns) > MOST_COLUMNS
        label = f' data-is="{headings[number]}"' if is_named else ""
        yield f"<td{kind}{label}>{_said(cell, language)}</td>"


def _said(words: Text, language: Language) -> str:
    typed = TYPED.sub(r'<span class="typed">\g<0></span>', escape(say(words, language)))
    return RANGE.sub(r'<span class="held">\g<0></span>', held(typed))
