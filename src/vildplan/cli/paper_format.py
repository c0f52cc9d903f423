"""Which kind of file a paper becomes: by what was typed, else by the ending of its name."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vildplan.errors import UnusableInputError, WrongUsageError, text
from vildplan.model.wishes import Language
from vildplan.proposal.document import Document


class PaperFormat(StrEnum):
    """The kinds of file."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MD = "md"


@dataclass(frozen=True)
class PaperFile:
    """Where a paper goes, as which kind, and on which template (the bytes of a Word file)."""

    path: Path
    format: PaperFormat
    template: bytes | None = None
    template_name: str = ""

    def content(self, document: Document, language: Language) -> bytes:
        """Return the file's bytes; the library of its kind is loaded only now.

        Raises:
            UnusableInputError: when the template is no Word file.
        """
        if self.format is PaperFormat.DOCX:
            return self._word(document, language)
        if self.format is PaperFormat.PDF:
            from vildplan.export.pdf import pdf

            return pdf(document, language)
        if self.format is PaperFormat.HTML:
            from vildplan.export.html import report_html

            return report_html(document, None, language).encode()
        from vildplan.export.markdown import markdown

        return markdown(document, language).encode()

    def _word(self, document: Document, language: Language) -> bytes:
        from vildplan.export.docx import docx

        try:
            return docx(document, language, self.template)
        except ValueError:
            raise UnusableInputError(
                text("--template {file}: det er ikke en Word-fil (.docx).",
                     "--template {file}: it is no Word file (.docx).", file=self.template_name),
                text("Åbn den i Word, og gem den som .docx; .dotx og .doc kan ikke bruges.",
                     "Open it in Word and save it as .docx; .dotx and .doc cannot be used."),
            ) from None  # fmt: skip


def paper_file(
    out: Path | None, typed: str | None, template: Path | None, also: tuple[str, ...] = ()
) -> PaperFile | None:
    """Return what is to be written, nothing where no file was asked for.

    `also` are endings that the command can write besides, to be told with the others.

    Raises:
        WrongUsageError: when the kind is not known, or does not go with the rest.
        UnusableInputError: when the template cannot be read.
    """
    if out is None:
        if typed is None and template is None:
            return None
        raise WrongUsageError(
            text("--format og --template siger, hvordan en fil skal være, men der er ingen -o FIL.",
                 "--format and --template say what a file is to be, but there is no -o FILE."),
            text("Skriv f.eks. -o oplaeg.docx.", "Type for example -o paper.docx."),
        )  # fmt: skip
    kind = _kind(out, typed, also)
    if template is not None and kind is not PaperFormat.DOCX:
        raise WrongUsageError(
            text("--template er til Word, men filen bliver {kind}.",
                 "--template is for Word, but the file becomes {kind}.", kind=kind.value),
            text("Skriv -o med .docx, eller udelad --template.",
                 "Type -o with .docx, or leave --template out."),
        )  # fmt: skip
    return PaperFile(out, kind, None if template is None else _read(template), str(template or ""))


def _kind(out: Path, typed: str | None, also: tuple[str, ...]) -> PaperFormat:
    said = (typed or out.suffix).casefold().lstrip(".")
    said = {"htm": "html", "markdown": "md"}.get(said, said)
    if said in set(PaperFormat):
        return PaperFormat(said)
    endings = (*(f".{one.value}" for one in PaperFormat), *also)
    if typed is not None:
        raise WrongUsageError(
            text("--format {typed}: den slags kendes ikke.", "--format {typed}: that kind is not known.",
                 typed=typed),
            text("Vælg mellem {kinds}.", "Choose between {kinds}.",
                 kinds=(*(one.value for one in PaperFormat), "meeting")),
        )  # fmt: skip
    raise WrongUsageError(
        text("{file}: den slags fil kan ikke skrives.", "{file}: that kind of file cannot be written.",
             file=str(out)),
        text("Brug en af endelserne {endings}.", "Use one of the endings {endings}.", endings=endings)
        if also else
        text("Brug en af endelserne {endings}, eller skriv --format.",
             "Use one of the endings {endings}, or type --format.", endings=endings),
    )  # fmt: skip


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise UnusableInputError(
            text("--template {file} kan ikke læses: {why}.", "--template {file} cannot be read: {why}.",
                 file=str(template), why=error.strerror or type(error).__name__),
            text("Tjek, at filen findes, og luk den i andre programmer.",
                 "Check that the file exists, and close it in other programs."),
        ) from None  # fmt: skip
