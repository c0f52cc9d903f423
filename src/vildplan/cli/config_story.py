"""The story of `vildplan config`: read `vildplan.toml`, try it on the land, show or explain it."""

import json as notation
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vildplan.cli.answers import file_answer
from vildplan.cli.language import speaking, spoken
from vildplan.cli.output import put, put_page
from vildplan.cli.request import Request
from vildplan.cli.understanding import understand
from vildplan.cli.usual_questions import ANY_TARGET
from vildplan.errors import Text, VildplanError
from vildplan.export.json_object import error_record
from vildplan.model.catalogue import OWN_VALUES, Catalogue
from vildplan.model.money_keys import money_keys
from vildplan.model.value import Value
from vildplan.model.wishes import Language, PlantWishes
from vildplan.proposal.records import SCHEMA_VERSION
from vildplan.proposal.settings import Settings, explained_document, settings_document, settings_record
from vildplan.reading.catalogue import read_catalogue
from vildplan.reading.flora import read_flora
from vildplan.reading.labour import read_tasks
from vildplan.reading.own_document import own_language
from vildplan.reading.own_wishes import OwnFile, read_own_file
from vildplan.terminal.report import document_report


@dataclass(frozen=True)
class _Place:
    """Where `vildplan.toml` would lie, and the file of areas beside it if one was named."""

    folder: Path
    areas: Path | None


def tell(file: Path | None, *, explain: bool, json: bool, lang: Language | None) -> int:
    """Show or explain the settings; return the exit code.

    Raises:
        VildplanError: when the file cannot be used, once what is asked for is shown.
    """
    place = _place(file)
    language = spoken(lang or own_language(place.folder))
    with speaking(language):
        settings, trouble = _settings(place)
        if trouble is not None and not explain:
            raise trouble
        if json:
            return _put_json(settings, trouble, language, explain=explain)
        document = explained_document(settings) if explain else settings_document(settings)
        put_page(document_report(document, language))
        if trouble is not None:
            raise trouble
    return 0


def _place(file: Path | None) -> _Place:
    """A folder and `vildplan.toml` itself may be named too."""
    if file is None or file.is_dir():
        return _Place(file or Path(), None)
    if file.name == OWN_VALUES:
        return _Place(file.parent, None)
    areas = file_answer(str(file), ())
    return _Place(areas.parent, areas)


def _settings(place: _Place) -> tuple[Settings, VildplanError | None]:
    """What is set, and why it cannot be used, where it cannot."""
    path, usual = place.folder / OWN_VALUES, read_catalogue()
    settings = Settings(str(path), path.exists(), usual, money_keys=money_keys(read_tasks()))
    try:
        own = read_own_file(place.folder, usual)
        settings = replace(
            settings, catalogue=own.catalogue, wishes=_as_typed(own.written),
            values=_own_values(own.catalogue, usual), plants=_named(own.plants), site=own.site.said,
            money=own.money_said, crew=own.crew,
        )  # fmt: skip
        return _tried(settings, own, place.areas), None
    except VildplanError as trouble:
        return settings, trouble


def _tried(settings: Settings, own: OwnFile, areas: Path | None) -> Settings:
    """Try the wishes on the land, as `vildplan plan` would."""
    if areas is None or own.path is None:
        return settings
    land = understand(Request(areas), otherwise=ANY_TARGET).department
    return replace(settings, tried_on=areas.name, areas=len(land.areas))


def _as_typed(wishes: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(map(_one_typed, wish if isinstance(wish, tuple) else (wish,)))
            for name, wish in wishes.items()}  # fmt: skip


def _one_typed(wish: Any) -> str:
    return str(wish).lower() if isinstance(wish, bool) else str(wish)


def _named(plants: PlantWishes) -> tuple[tuple[str, tuple[Text, ...]], ...]:
    """The plants under `[plants]`, by name."""
    found = (("avoid", plants.avoid), ("want", plants.want))
    return tuple(
        (key, tuple(read_flora().species[one].name for one in keys)) for key, keys in found if keys
    )


def _own_values(own: Catalogue, usual: Catalogue) -> tuple[tuple[Value, Value], ...]:
    before = {value.key: value for value in usual.values()}
    return tuple((value, before[value.key]) for value in own.values() if value.source == OWN_VALUES)


def _put_json(
    settings: Settings, trouble: VildplanError | None, language: Language, *, explain: bool
) -> int:
    error = {} if trouble is None else {"error": error_record(trouble, language)}
    record = {"schema_version": SCHEMA_VERSION} | settings_record(settings, language, explained=explain)
    put(notation.dumps(record | error, ensure_ascii=False, indent=2) + "\n")
    return 0 if trouble is None else trouble.exit_code
