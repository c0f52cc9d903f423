"""What a paper has besides a report, as HTML: lists with boxes, the decision, pictures."""

import re
from html import escape

from vildplan.export.charts import chart_sheet
from vildplan.export.legend import legend_of
from vildplan.export.svg import map_svg
from vildplan.model.wishes import Language
from vildplan.proposal.charts import Chart
from vildplan.proposal.document import BOX, Bullets, DecisionBox, Picture
from vildplan.proposal.map_drawing import MapDrawing
from vildplan.proposal.words import say

STYLE = """
h3{font-size:1rem;margin:1.1rem 0 .3rem}
caption,figcaption{caption-side:top;text-align:left;color:var(--quiet);font-style:italic;font-size:.9rem;
padding:.5rem 0 .2rem}
figure .legend .key{display:inline-block;max-height:none}
@media screen and (max-width:40rem){.cards caption{display:block}}
ul,ol{margin:.3rem 0;padding-left:1.4rem;max-width:46rem}li{margin:.15rem 0}
ul.boxes{list-style:none;padding-left:0}ul.boxes li{padding-left:1.6rem;text-indent:-1.6rem}
ul.boxes li::before{content:"☐";display:inline-block;width:1.6rem;text-indent:0}
.decision{border:2px solid var(--leaf);border-radius:6px;padding:.6rem 1rem .8rem;margin:.6rem 0;
max-width:46rem}
.choices{display:flex;flex-wrap:wrap;gap:.4rem 2.5rem;font-size:1.2rem;font-weight:600;margin-top:.6rem}
.graph svg{max-width:40rem}
@media screen and (max-width:40rem){.graph{overflow-x:auto}.graph svg{min-width:30rem}}
.notes{color:var(--quiet);font-size:.85rem}
@media print{.page{break-before:page}h3,caption{break-after:avoid}.decision{break-inside:avoid}
figure svg{max-height:205mm}}
""".strip()
# The fill of a pattern and its definition, in a map's own attributes: no words of the map hold a plain quote.
PATTERN = re.compile(r'(fill="url\(#|<pattern id=")look-')
ZONE = re.compile(r'(id="|href="#)zone-')


def list_html(block: Bullets, language: Language) -> str:
    """Return a list."""
    kind = ' class="boxes"' if block.boxes else ""
    items = "".join(f"<li>{escape(say(item, language))}</li>" for item in block.items)
    return f"<ul{kind}>{items}</ul>"


def decision_html(box: DecisionBox, language: Language) -> str:
    """Return what is voted on."""
    points = "".join(f"<li>{escape(say(point, language))}</li>" for point in box.points)
    after = "".join(f"<p>{escape(say(words, language))}</p>" for words in box.after)
    choices = "".join(
        f"<span>{say(BOX, language)} {escape(say(choice, language))}</span>" for choice in box.choices
    )
    lead = f'<p class="strong">{escape(say(box.lead, language))}</p>'
    return f'<div class="decision">{lead}<ol>{points}</ol>{after}<div class="choices">{choices}</div></div>'


def _chart_html(picture: Picture, chart: Chart, language: Language) -> str:
    said = escape(say(picture.alt, language))
    drawn = chart_sheet(chart, language).svg.replace('role="img"', f'role="img" aria-label="{said}"', 1)
    caption = escape(say(picture.caption, language))
    return f'<figure class="graph"><figcaption>{caption}</figcaption>{drawn}</figure>'


def picture_html(picture: Picture, number: int, language: Language) -> str:
    """Return a chart, or a map with its legend; its parts have names of their own on the page."""
    drawing = picture.drawing
    if not isinstance(drawing, MapDrawing):
        return _chart_html(picture, drawing, language)
    entries = "".join(
        f"<span>{key}{escape(say(words, language))}</span>" for key, words in legend_of(drawing)
    )
    said = escape(say(picture.alt, language))
    plain = map_svg(drawing, language).replace('role="img">', f'role="img" aria-label="{said}">', 1)
    notes = " ".join(escape(say(note, language)) for note in drawing.notes)
    whole = (
        f"<figure><figcaption>{escape(say(picture.caption, language))}</figcaption>{plain}"
        f'<div class="legend">{entries}</div><p class="notes">{notes}</p></figure>'
    )
    return ZONE.sub(rf"\g<1>map{number}-zone-", PATTERN.sub(rf"\g<1>map{number}-look-", whole))
