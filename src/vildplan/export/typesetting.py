"""The one door to typst: data into a template of ours, PDF or PNG out, the same bytes each time.

No fonts of the machine are used, and words come as JSON data, never as markup.
"""

import json
from importlib.resources import files
from typing import Any, Literal

PPI = 200.0
# Tagged, and checked by typst itself; what has signs that no font of ours can show is tagged all the same.
ACCESSIBLE: Literal["ua-1"] = "ua-1"
PICTURE = """
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: eval(sys.inputs.width))
""".strip()


def pdf_of(template: str, data: dict[str, Any]) -> bytes:
    """Return the PDF of a template in `export/templates`, laid with data."""
    import typst

    source = (files("vildplan") / "export" / "templates" / template).read_bytes()
    given = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        return typst.compile(source, format="pdf", sys_inputs=given, ignore_system_fonts=True,
                             pdf_standards=ACCESSIBLE, timestamp=0)  # fmt: skip
    except typst.TypstError:
        return typst.compile(source, format="pdf", sys_inputs=given, ignore_system_fonts=True, timestamp=0)


def png_of(svg: str, width_cm: float) -> bytes:
    """Return a picture of an SVG, so many cm wide at 200 points per inch."""
    import typst

    given = {"svg": svg, "width": f"{width_cm:.4f}cm"}
    return typst.compile(PICTURE.encode(), format="png", ppi=PPI, sys_inputs=given, ignore_system_fonts=True,
                         timestamp=0)  # fmt: skip
