"""The story of `vildplan export`: open the plan, make the file that its ending asks for."""

from pathlib import Path

from vildplan.cli.export_format import MAKERS, Export, kind_of, without_zones
from vildplan.cli.language import speaking, spoken
from vildplan.cli.output import put_note
from vildplan.cli.planned_care import open_care, tell_if_edited
from vildplan.cli.unshown import put_unshown
from vildplan.errors import Text, text
from vildplan.model.wishes import Language
from vildplan.store.text_file import write_new
from vildplan.terminal.progress import Progress

DONE = 0


def tell(
    folder: Path, out: Path | None, typed: str | None, year: str | None, *, lang: Language | None
) -> int:
    """Write one file of one plan; return the exit code.

    Raises:
        UnusableInputError: when the plan has no zones, and so nothing to export.
    """
    language = spoken(lang)
    with speaking(language):
        path, kind = kind_of(out, typed, year)
        with Progress(language) as progress:
            care = open_care(folder, progress.tell)
        tell_if_edited(care, language)
        if not care.plan.zones:
            raise without_zones(str(folder))
        content = MAKERS[kind](Export(care, year, language))
        put_note(told(write_new(path, content), path), language)
        put_unshown(content, language)
    return DONE


def told(written: bool, path: Path) -> Text:
    """Say where a file lies."""
    if written:
        return text("Filen ligger i {file}.", "The file is in {file}.", file=str(path))
    return text("Filen {file} er uændret.", "The file {file} is unchanged.", file=str(path))
