"""The one door to typst: data into a template of ours, PDF or PNG out, the same bytes each time.

The fonts of the machine are asked only for signs that ours lack (`faces`), and words come as JSON data, never
as markup.
"""

import json
from importlib.resources import files
from typing import Any, Literal

from vildplan.export.faces import Typeset, faces_for

PPI = 200.0
# Tagged, and checked by typst itself; what has signs that no font can show is tagged all the same.
ACCESSIBLE: Literal["ua-1"] = "ua-1"
PICTURE = """
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: eval(sys.inputs.width))
""".strip()


def pdf_of(template: str, data: dict[str, Any]) -> Typeset:
    """Return the PDF of a template in `export/templates`, laid with data."""
    import typst

    source = (files("vildplan") / "export" / "templates" / template).read_bytes()
    given = {"data": json.dumps(data, ensure_ascii=False)}
    faces = faces_for(data)
    ours = not faces.of_the_machine
    try:
        content = typst.compile(source, format="pdf", sys_inputs=given, ignore_system_fonts=ours,
                                pdf_standards=ACCESSIBLE, timestamp=0)  # fmt: skip
    except typst.TypstError:
        content = typst.compile(source, format="pdf", sys_inputs=given, ignore_system_fonts=ours, timestamp=0)
    return Typeset.of(content, faces.unshown)


def png_of(svg: str, width_cm: float) -> Typeset:
    """Return a picture of an SVG, so many cm wide at 200 points per inch."""
    import typst

    faces = faces_for(svg)
    given = {"svg": svg, "width": f"{width_cm:.4f}cm"}
    content = typst.compile(PICTURE.encode(), format="png", ppi=PPI, sys_inputs=given,
                            ignore_system_fonts=not faces.of_the_machine, timestamp=0)  # fmt: skip
    return Typeset.of(content, faces.unshown)
