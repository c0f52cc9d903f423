"""A Darwin Core archive -> its table of finds, by the text guide (dwc.tdwg.org/text)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from vildplan.errors import Finding, Text, text
from vildplan.reading.observations.delimited import delimited_table
from vildplan.reading.observations.lines import Opener, Shape, cut
from vildplan.reading.observations.pack import Pack
from vildplan.reading.observations.table import Kind, Row, Table, again, note, unusable

META = "meta.xml"
DATA = (".csv", ".txt", ".tsv")
MOST_META = 1 << 20
MOST_EVENTS = 200_000
ESCAPES = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\r\\n": "\n", "\r\n": "\n"}
FINDS, EVENTS = "Occurrence", "Event"


@dataclass(frozen=True)
class _Field:
    term: str
    index: int | None
    default: str


@dataclass(frozen=True)
class _Part:
    """One file of the archive as meta.xml describes it; `id` is the column of its own or its core's id."""

    row_type: str
    locations: tuple[str, ...]
    shape: Shape
    id: int | None
    fields: tuple[_Field, ...]


def archive_table(pack: Pack) -> Table:
    """Return the finds of an archive: its core, or an extension with those of its events joined on.

    Raises:
        UnusableInputError: when meta.xml is missing or broken, or a file that it names is not there.
    """
    metas = sorted((name for name in pack.sizes if name.rpartition("/")[2] == META), key=len)
    if not metas:
        return _without_meta(pack)
    folder = metas[0].removesuffix(META)
    parts = _parts(_root(pack, metas[0]), pack)
    core, *extensions = parts
    finds = next((part for part in parts if part.row_type == FINDS), core)
    _demand_files(finds, folder, pack)
    joined: Mapping[str, Row] = {}
    if finds is not core:
        _demand_files(core, folder, pack)
        joined = _by_id(core, folder, pack)
    notes = _left_alone([part for part in extensions if part is not finds], pack)
    columns = tuple(dict.fromkeys(field.term for part in (finds, core) for field in part.fields))
    kind = Kind.FINDS if finds.row_type == FINDS else Kind.CHECKLIST
    return Table(pack.file, columns, _rows(finds, folder, pack, joined), kind, notes)


def _without_meta(pack: Pack) -> Table:
    """One file with names of columns is an archive too; of several nobody can say which it is."""
    data = [name for name in pack.sizes if name.lower().endswith(DATA)]
    if len(data) != 1:
        raise unusable(
            pack.file,
            text(
                "der er ingen meta.xml, som siger, hvad kolonnerne er.",
                "there is no meta.xml that says what the columns are.",
            ),
            text(
                "Hent et Darwin Core-arkiv fra GBIF igen, eller giv filen med fund i det for sig selv.",
                "Fetch a Darwin Core archive from GBIF again, or give the file of finds in it by itself.",
            ),
        )
    told = note(
        pack.file,
        text(
            "har ingen meta.xml; {name} er læst efter sine kolonnenavne.",
            "has no meta.xml; {name} was read by the names of its columns.",
            name=data[0],
        ),
        text("Se efter, at tallene passer.", "Check that the numbers fit."),
    )
    table = delimited_table(lambda: pack.opened(data[0]), pack.file)
    return replace(table, notes=(told, *table.notes))


def _root(pack: Pack, name: str) -> ET.Element:
    """The document; what could make it grow without end (a DTD and its entities) is refused unread."""
    why: Text | None = None
    with pack.opened(name) as stream:
        content = stream.read(MOST_META + 1)
    if len(content) > MOST_META or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        why = text("meta.xml er ikke, som den skal være.", "meta.xml is not as it should be.")
        raise unusable(pack.file, why, again())
    try:
        return ET.fromstring(content)  # noqa: S314 - without a DTD, and small
    except (ET.ParseError, ValueError, LookupError) as fault:
        why = text(
            "meta.xml kan ikke læses ({fault}).", "meta.xml cannot be read ({fault}).", fault=str(fault)
        )
        raise unusable(pack.file, why, again()) from None


def _parts(root: ET.Element, pack: Pack) -> tuple[_Part, ...]:
    try:
        found = [_part(node) for name in ("core", "extension") for node in root if _plain(node.tag) == name]
        if not found or sum(_plain(node.tag) == "core" for node in root) != 1:
            raise ValueError("core")
    except (KeyError, ValueError) as fault:
        raise unusable(
            pack.file,
            text(
                "meta.xml mangler noget eller er forkert ({fault}).",
                "meta.xml lacks something or is wrong ({fault}).",
                fault=str(fault),
            ),
            again(),
        ) from None
    return tuple(found)


def _part(node: ET.Element) -> _Part:
    named = {_plain(child.tag): child for child in node}
    id_node = named.get("id", named.get("coreid"))
    locations = tuple((one.text or "").strip() for one in node.iter() if _plain(one.tag) == "location")
    if not locations:
        raise ValueError("files")
    shape = Shape(
        encoding=_encoding(node.get("encoding", "UTF-8")),
        delimiter=_sign(node.get("fieldsTerminatedBy", ",")),
        quote=_sign(node.get("fieldsEnclosedBy", '"')),
        ending=_sign(node.get("linesTerminatedBy", "\n")),
        heading_lines=int(node.get("ignoreHeaderLines") or 0),
    )
    fields = tuple(
        _Field(field.attrib["term"].rpartition("/")[2], _index(field), field.get("default") or "")
        for field in node
        if _plain(field.tag) == "field"
    )
    return _Part(
        (node.get("rowType") or FINDS).rpartition("/")[2],
        locations,
        shape,
        _index(id_node) if id_node is not None else None,
        fields,
    )


def _index(node: ET.Element) -> int | None:
    word = node.get("index")
    index = int(word) if word else None
    if index is not None and index < 0:
        raise ValueError(f"index {index}")
    return index


def _encoding(word: str) -> str:
    try:
        "".encode(word)
    except LookupError:
        raise ValueError(f"encoding {word}") from None
    return "utf-8-sig" if word.casefold() in ("utf-8", "utf8") else word


def _sign(word: str) -> str:
    sign = ESCAPES.get(word, word)
    if len(sign) > 1:
        raise ValueError(repr(word))
    return sign


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]


def _demand_files(part: _Part, folder: str, pack: Pack) -> None:
    for name in part.locations:
        if folder + name not in pack.sizes:
            raise unusable(
                pack.file,
                text(
                    "meta.xml nævner {name}, men den er der ikke.",
                    "meta.xml names {name}, but it is not there.",
                    name=name,
                ),
                again(),
            )
    if not part.shape.delimiter:
        raise unusable(
            pack.file,
            text(
                "meta.xml siger ikke, hvad der skiller kolonnerne.",
                "meta.xml does not say what parts the columns.",
            ),
            again(),
        )


def _opener(pack: Pack, name: str) -> Opener:
    return lambda: pack.opened(name)


def _rows(part: _Part, folder: str, pack: Pack, joined: Mapping[str, Row]) -> Iterator[tuple[int, Row]]:
    last = max((field.index for field in part.fields if field.index is not None), default=0)
    for name in part.locations:
        shown = pack.file if len(part.locations) == 1 else f"{pack.file}/{name}"
        for place, (number, cells) in enumerate(cut(_opener(pack, folder + name), part.shape, shown)):
            if place == 0 and len(cells) <= last:
                raise unusable(
                    pack.file,
                    text(
                        "meta.xml nævner {told:int} kolonner, men {name} har {there:int}.",
                        "meta.xml names {told:int} columns, but {name} has {there:int}.",
                        told=last + 1,
                        there=len(cells),
                        name=name,
                    ),
                    again(),
                )
            own = _row(part, cells)
            event = joined.get(_cell(cells, part.id), {}) if joined else {}
            yield number, {**event, **own}


def _row(part: _Part, cells: list[str]) -> dict[str, str]:
    row = {field.term: _cell(cells, field.index) or field.default for field in part.fields}
    key = _cell(cells, part.id)
    if part.row_type == FINDS and key:
        row.setdefault("id", key)
    return {name: words for name, words in row.items() if words}


def _cell(cells: list[str], index: int | None) -> str:
    return cells[index].strip() if index is not None and index < len(cells) else ""


def _by_id(core: _Part, folder: str, pack: Pack) -> dict[str, Row]:
    """The rows of the core, which finds of an extension name by their id."""
    found: dict[str, Row] = {}
    for name in core.locations:
        for _, cells in cut(_opener(pack, folder + name), core.shape, pack.file):
            found[_cell(cells, core.id)] = {**_row(core, cells), "eventID": _cell(cells, core.id)}
            if len(found) > MOST_EVENTS:
                raise unusable(
                    pack.file,
                    text(
                        "arkivet har over {most:int} optællinger.",
                        "the archive has over {most:int} counts.",
                        most=MOST_EVENTS,
                    ),
                    text("Hent et mindre udtræk.", "Fetch a smaller extract."),
                )
    return found


def _left_alone(parts: list[_Part], pack: Pack) -> tuple[Finding, ...]:
    if not parts:
        return ()
    return (
        note(
            pack.file,
            text(
                "{names} i arkivet er ikke brugt.",
                "{names} in the archive were not used.",
                names=tuple(part.locations[0] for part in parts),
            ),
            text("De hører til noget andet end fund.", "They belong to something else than finds."),
        ),
    )
