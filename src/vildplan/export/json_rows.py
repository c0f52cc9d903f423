"""The catalogue's rows and sources as JSON."""

import json
from collections.abc import Sequence
from typing import Any

from vildplan.errors import Text
from vildplan.model.knowledge import CatalogueRow, Content
from vildplan.model.wishes import Language
from vildplan.proposal.catalogue_sources import Resting
from vildplan.proposal.words import say


def rows_json(rows: Sequence[CatalogueRow], language: Language) -> str:
    """Return rows of the catalogue as a list of records; a list of names is a list."""
    return json.dumps([_row(row, language) for row in rows], ensure_ascii=False, indent=2)


def sources_json(found: Sequence[Resting]) -> str:
    """Return the sources with the values that rest on each."""
    records = [
        {
            "tag": one.source.tag,
            "title": one.source.title,
            "address": one.source.address,
            "years": list(one.years),
            "statuses": [status.value for status in one.statuses],
            "values": [row.key for row in one.rows],
        }
        for one in found
    ]
    return json.dumps(records, ensure_ascii=False, indent=2)


def _row(row: CatalogueRow, language: Language) -> dict[str, Any]:
    return {
        "key": row.key,
        "group": row.group,
        "name": say(row.name, language),
        "value": _content(row.value, language),
        "unit": row.unit,
        "source": row.source,
        "year": row.year,
        "status": row.status.value,
        **({"low": row.low, "high": row.high} if row.low is not None else {}),
        **({"zone_types": list(row.about)} if row.about else {}),
    }


def _content(value: Content, language: Language) -> float | str | list[str]:
    if isinstance(value, Text):
        return say(value, language)
    return [say(name, language) for name in value] if isinstance(value, tuple) else value
