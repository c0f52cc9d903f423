"""All that the catalogue knows as rows: each module of knowledge gives its own, here they are laid together.

A module that brings knowledge writes `rows(catalogue) -> Iterator[CatalogueRow]` and is put in `MODULES` with
the files it explains. A file that no module explains is listed as it stands, so that no number is hidden.
"""

from collections.abc import Iterator
from importlib import import_module

from vildplan.model.catalogue import Catalogue
from vildplan.model.knowledge import GROUPS, CatalogueRow
from vildplan.reading.file_rows import file_names, rows_of_file

# Module -> the files of the catalogue whose rows it gives. Imported only where somebody looks something up.
MODULES = {
    "vildplan.reading.planning_rows": (
        "surfaces", "zone_types", "clearances", "worth", "care", "rules", "prices", "planting", "advice",
        "following",
    ),
    "vildplan.reading.plant_rows": ("species", "invasives", "avoided", "schemes"),
    "vildplan.reading.guidance_rows": ("looks", "texts", "law", "specifications", "labour"),
    "vildplan.reading.insects": ("insects", "measures", "insect_names"),
}  # fmt: skip
NOT_LISTED = ("sources",)


def catalogue_rows(catalogue: Catalogue) -> tuple[CatalogueRow, ...]:
    """Return every row, group by group, with the user's own numbers where `catalogue` has them."""
    order = {group.key: place for place, group in enumerate(GROUPS)}
    rows = sorted(_rows(catalogue), key=lambda row: order.get(row.group, len(order)))
    return tuple(rows)


def _rows(catalogue: Catalogue) -> Iterator[CatalogueRow]:
    for module in MODULES:
        yield from import_module(module).rows(catalogue)
    explained = {*NOT_LISTED, *(name for names in MODULES.values() for name in names)}
    for name in file_names():
        if name not in explained:
            yield from rows_of_file(name)
