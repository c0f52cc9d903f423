"""A layer -> the style that QGIS opens it with: colours and patterns of the paper's map, ids on the zones."""

from collections.abc import Iterator, Mapping
from html import escape

from vildplan.export.legal_signs import without_illegal
from vildplan.model.wishes import Language
from vildplan.proposal.layers import Feature, Layer
from vildplan.proposal.palette import Look, ink_on
from vildplan.proposal.words import say

# By which column features are told apart, and what stands on the map.
BY = {"zones": "type", "ground": "class", "kept": "rule", "clearances": "rule"}
LABELS = {"zones": "id"}
# What comes nearest to the pattern of the paper's map of those that QGIS can draw.
PATTERNS: Mapping[str, str] = {
    "ticks": "vertical", "dots": "dense6", "waves": "horizontal", "slant": "b_diagonal", "rings": "dense5",
    "cross": "cross", "grid": "cross", "logs": "horizontal", "grains": "dense7", "stones": "dense5",
    "drops": "dense6", "ripples": "horizontal", "slant_back": "f_diagonal", "trees": "dense5",
    "tufts": "vertical", "chequers": "diagonal_x",
}  # fmt: skip
GHOSTLY = ("kept", "clearances")


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
        '<qgis version="3.28.0" styleCategories="Symbology|Labeling" '
        f'labelsEnabled="{int(layer.name in LABELS)}"><renderer-v2 type="categorizedSymbol" attr="{by}" '
        'symbollevels="0" enableorderby="0" forceraster="0">'
        f"<categories>{categories}</categories><symbols>{symbols}</symbols></renderer-v2>"
        f"{_labels(layer)}</qgis>"
    )


def _label(one: Feature, layer: Layer, language: Language) -> str:
    if layer.name == "ground":
        return str(one.values["class_name"])
    return str(one.values["type_name"]) if layer.name == "zones" else say(one.look.name, language)


def _symbol(number: int, look: Look, *, ghost: bool) -> str:
    layers = [*_fills(look, ghost=ghost)]
    return (
        f'<symbol type="fill" name="{number}" alpha="{0.45 if ghost else 1}" clip_to_extent="1" '
        f'force_rhr="0">{"".join(layers)}</symbol>'
    )


def _fills(look: Look, *, ghost: bool) -> Iterator[str]:
    """The colour with an outline, and the pattern above it."""
    yield _fill(look.colour, "solid", "35,35,35,255", "0.3" if not ghost else "0.1")
    if look.pattern in PATTERNS:
        yield _fill(ink_on(look.colour), PATTERNS[look.pattern], "0,0,0,0", "0")


def _fill(colour: str, style: str, outline: str, width: str) -> str:
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    options = {
        "color": f"{red},{green},{blue},255", "style": style, "outline_color": outline,
        "outline_style": "solid" if width != "0" else "no", "outline_width": width,
        "outline_width_unit": "MM", "joinstyle": "bevel", "offset": "0,0", "offset_unit": "MM",
    }  # fmt: skip
    said = "".join(f'<Option type="QString" name="{key}" value="{value}"/>' for key, value in options.items())
    old = "".join(f'<prop k="{name}" v="{value}"/>' for name, value in options.items())
    return (
        '<layer class="SimpleFill" pass="0" enabled="1" locked="0">'
        f'<Option type="Map">{said}</Option>{old}</layer>'
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
        '<placement placement="1" centroidInside="1" centroidWhole="0"/></settings></labeling>'
    )


def _said(words: str) -> str:
    return escape(without_illegal(words))
