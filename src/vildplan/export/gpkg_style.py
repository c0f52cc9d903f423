"""A layer -> the style that QGIS opens it with: colours and patterns of the paper's map, ids on the zones."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from vildplan.export.legal_signs import without_illegal
from vildplan.export.patterns import has_pattern, pattern_tile
from vildplan.model.wishes import Language
from vildplan.proposal.layers import HEADINGS, Feature, Layer
from vildplan.proposal.palette import Look
from vildplan.proposal.words import say

# By which column features are told apart, and what stands on the map.
BY = {"zones": "type", "ground": "class", "kept": "rule", "clearances": "rule"}
LABELS = {"zones": "id"}
GHOSTLY = ("kept", "clearances")
# What QGIS names a feature by, and what it shows where the pointer rests.
PREVIEW = {"zones": "id", "ground": "class_name", "kept": "because", "clearances": "because"}
TIPS = {
    "zones": ("id", "name", "type_name", "area_m2", "care", "hours_per_year"),
    "ground": ("area", "name", "class_name", "area_m2"),
    "kept": ("because", "name", "area_m2"),
    "clearances": ("because", "name", "area_m2"),
}  # fmt: skip
# The tip is a web page to QGIS, and names come from the data.
AS_WORDS = """replace(replace("{column}", '&', '&amp;'), '<', '&lt;')"""
AS_NUMBER = 'format_number("{column}", 1)'
# One square of a pattern on the screen or the paper.
TILE_MM = 3.6
THIN, LINE, FIRM = 0.1, 0.3, 0.4  # mm
FAINT, HALF, SOLID = 30, 115, 255  # of 255
INK, CLEAR = "35,35,35,255", "0,0,0,0"
# A word stands inside its zone, also where the zone is bent round another.
INSIDE = "pole_of_inaccessibility($geometry, 0.5)"


def qgis_style(layer: Layer, language: Language) -> str:
    """Return the style as QML; one category for each value that features are told apart by."""
    by = BY[layer.name]
    first: dict[str, Feature] = {}
    for one in layer.features:
        first.setdefault(str(one.values[by]), one)
    categories = "".join(
        f'<category symbol="{number}" value="{_said(value)}" type="string" render="true" '
        f'label="{_said(_label(one, layer, language))}"/>'
        for number, (value, one) in enumerate(first.items())
    )
    symbols = "".join(
        _symbol(number, one.look, ghost=layer.name in GHOSTLY) for number, one in enumerate(first.values())
    )
    return (
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
        '<qgis version="3.28.0" styleCategories="Symbology|Labeling|Fields|MapTips" '
        f'labelsEnabled="{int(layer.name in LABELS)}"><renderer-v2 type="categorizedSymbol" attr="{by}" '
        'symbollevels="0" enableorderby="0" forceraster="0">'
        f"<categories>{categories}</categories><symbols>{symbols}</symbols></renderer-v2>"
        f"{_labels(layer)}{_headings(layer, language)}"
        f"<previewExpression>{PREVIEW[layer.name]}</previewExpression>"
        f"<mapTip>{_said(_tip(layer, language))}</mapTip></qgis>"
    )


def _label(one: Feature, layer: Layer, language: Language) -> str:
    if layer.name == "ground":
        return str(one.values["class_name"])
    return str(one.values["type_name"]) if layer.name == "zones" else say(one.look.name, language)


def _symbol(number: int, look: Look, *, ghost: bool) -> str:
    layers = "".join(_fills(look, number, ghost=ghost))
    return (
        f'<symbol type="fill" name="{number}" alpha="1" clip_to_extent="1" force_rhr="0">{layers}</symbol>'
    )


def _fills(look: Look, number: int, *, ghost: bool) -> Iterator[str]:
    """The colour with an outline, and the pattern of the paper's map above it; a place is an outline."""
    if look.dashed:
        yield _fill(_rgb(look.colour, FAINT), (_rgb(look.colour), "dash", FIRM))
        return
    yield _fill(_rgb(look.colour, HALF if ghost else SOLID), (INK, "solid", THIN if ghost else LINE))
    if has_pattern(look):
        yield _pattern(look, number)


def _rgb(colour: str, alpha: int = SOLID) -> str:
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return f"{red},{green},{blue},{alpha}"


def _fill(colour: str, outline: tuple[str, str, float]) -> str:
    edge, style, width_mm = outline
    return _layer("SimpleFill", {
        "color": colour, "style": "solid", "outline_color": edge, "outline_style": style,
        "outline_width": f"{width_mm}", "outline_width_unit": "MM", "joinstyle": "bevel", "offset": "0,0",
        "offset_unit": "MM",
    })  # fmt: skip


def _pattern(look: Look, number: int) -> str:
    tile = b64encode(pattern_tile(look).encode()).decode()
    # A pattern has an outline of its own in QGIS, drawn with a symbol named after this one: none is seen.
    edge = _layer("SimpleLine", {"line_color": CLEAR, "line_style": "no", "line_width": "0"})
    unseen = f'<symbol type="line" name="@{number}@1" alpha="1" force_rhr="0">{edge}</symbol>'
    return _layer("SVGFill", {
        "svgFile": f"base64:{tile}", "width": f"{TILE_MM}", "pattern_width_unit": "MM", "angle": "0",
        "color": CLEAR, "outline_color": CLEAR, "outline_width": "0", "svg_outline_width_unit": "MM",
    }, unseen)  # fmt: skip


def _layer(kind: str, options: dict[str, str], inside: str = "") -> str:
    """One layer of a symbol, as QGIS wrote it before 3.26 and since."""
    said = "".join(f'<Option type="QString" name="{key}" value="{value}"/>' for key, value in options.items())
    old = "".join(f'<prop k="{name}" v="{value}"/>' for name, value in options.items())
    return (
        f'<layer class="{kind}" pass="0" enabled="1" locked="0">'
        f'<Option type="Map">{said}</Option>{old}{inside}</layer>'
    )


def _labels(layer: Layer) -> str:
    field = LABELS.get(layer.name)
    if field is None:
        return ""
    return (
        f'<labeling type="simple"><settings calloutType="simple"><text-style fieldName="{field}" '
        'isExpression="0" fontFamily="Sans Serif" fontSize="10" fontSizeUnit="Point" fontWeight="75" '
        'textColor="0,0,0,255" textOpacity="1"><text-buffer bufferDraw="1" bufferSize="1" '
        'bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/></text-style>'
        f'<placement placement="1" geometryGeneratorEnabled="1" geometryGenerator="{INSIDE}" '
        'geometryGeneratorType="PointGeometry" quadOffset="4"/>'
        '<rendering displayAll="1" obstacle="0"/></settings></labeling>'
    )


def _headings(layer: Layer, language: Language) -> str:
    """What the columns are called in the table and the form; the names in the file stay."""
    names = "".join(
        f'<alias index="{number}" field="{column}" name="{_said(say(HEADINGS[column], language))}"/>'
        for number, column in enumerate(layer.columns, 1)
    )
    return f"<aliases>{names}</aliases>"


def _tip(layer: Layer, language: Language) -> str:
    """What is shown where the pointer rests, one column a line; QGIS fills in the values."""
    return "<br>".join(
        f"<b>{escape(say(HEADINGS[column], language))}:</b> [% {_shown(layer, column)} %]"
        for column in TIPS[layer.name]
    )


def _shown(layer: Layer, column: str) -> str:
    """Words as words, numbers as the country writes them."""
    return (AS_WORDS if layer.columns[column] is str else AS_NUMBER).format(column=column)


def _said(words: str) -> str:
    return escape(without_illegal(words))
