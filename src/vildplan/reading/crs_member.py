"""The legacy `crs` member of a GeoJSON file -> the name of its coordinate system."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vildplan.errors import UnusableInputError, text


def crs_member(document: Mapping[str, Any], path: Path) -> str | None:
    """Return the CRS that a file names: `{"type": "name", ...}`, the older `EPSG` form, or a bare name.

    Raises:
        UnusableInputError: when there is a `crs` member, but no name in it.
    """
    member = document.get("crs")
    if member is None:
        return None
    if isinstance(member, str) and member.strip():
        return member.strip()
    properties = member.get("properties") if isinstance(member, dict) else None
    if isinstance(properties, dict):
        name, code = properties.get("name"), properties.get("code")
        if isinstance(name, str) and name.strip():
            return name.strip()
        if isinstance(code, int | str) and not isinstance(code, bool) and str(code).strip().isdigit():
            return f"EPSG:{str(code).strip()}"
    raise UnusableInputError(
        text("{file}: koordinatsystemet i “crs” kan ikke læses.",
             "{file}: the coordinate system in “crs” cannot be read.", file=path.name),
        text("Gem filen igen i EPSG:4326 eller EPSG:25832.",
             "Save the file again in EPSG:4326 or EPSG:25832."),
    )  # fmt: skip
