"""A file -> its JSON, or the sentence that says why not."""

import json
from pathlib import Path
from typing import Any

from vildplan.errors import Text, UnusableInputError, text
from vildplan.reading.opening import content_of, lies_there

ENDINGS = (".geojson", ".json")


def means_a_file(word: str) -> bool:
    """Tell whether a typed word means a file: there is one, or it has the ending or the folders of one."""
    path = Path(word)
    return (lies_there(path) and path.is_file()) or path.suffix.lower() in ENDINGS or len(path.parts) > 1


def load_json(path: Path) -> Any:
    """Read the JSON of a file.

    Raises:
        UnusableInputError: when the file is missing, cannot be opened, is empty or is no JSON.
    """
    return _parse(content_of(path), path)


def _parse(content: bytes, path: Path) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnusableInputError(
            text("{file} er ikke UTF-8-tekst, så den er ikke GeoJSON.",
                 "{file} is not UTF-8 text, so it is no GeoJSON.", file=path.name),
            text("Gem som GeoJSON (UTF-8) fra QGIS. Andre formater kan ikke læses endnu.",
                 "Save as GeoJSON (UTF-8) from QGIS. Other formats cannot be read yet."),
        ) from None  # fmt: skip
    except json.JSONDecodeError as error:
        other = _other_kind(error, path)
        if other is not None:
            raise other from None
        cut = error.pos >= len(error.doc.rstrip()) - 1
        raise UnusableInputError(
            text(
                "{file} er ikke gyldig JSON: {what} i linje {line:int}, tegn {column:int}.",
                "{file} is not valid JSON: {what} at line {line:int}, column {column:int}.",
                file=path.name, line=error.lineno, column=error.colno,
                what=text("filen er skåret over", "the file is cut off") if cut
                else text("der er en fejl", "there is a fault"),
            ),
            text("Hent eller eksportér filen igen.", "Fetch or export the file again."),
        ) from None  # fmt: skip
    except RecursionError:
        deep = text("den er alt for dybt indlejret", "it is nested far too deeply")
        raise not_geojson(path, deep) from None


def _other_kind(error: json.JSONDecodeError, path: Path) -> UnusableInputError | None:
    """Say what a text is that is no JSON: XML, or GeoJSON with one feature a line."""
    if error.doc.lstrip().startswith("<"):
        xml = text("den er XML (f.eks. OSM, KML eller GML)", "it is XML (such as OSM, KML or GML)")
        return not_geojson(path, xml)
    if error.msg == "Extra data" and error.doc.lstrip().startswith("{"):
        return not_geojson(
            path,
            text("den har flere JSON-objekter efter hinanden (GeoJSONL)",
                 "it has several JSON objects after each other (GeoJSONL)"),
        )  # fmt: skip
    return None


def not_geojson(path: Path, why: Text) -> UnusableInputError:
    """Say that a file is JSON but not GeoJSON, and why."""
    return UnusableInputError(
        text("{file} er ikke GeoJSON: {why}.", "{file} is not GeoJSON: {why}.", file=path.name, why=why),
        text(
            "Gem laget som GeoJSON fra QGIS (Eksportér > Gem objekter som).",
            "Save the layer as GeoJSON from QGIS (Export > Save features as).",
        ),
    )  # fmt: skip
