"""MeetingPage -> one HTML file that fetches nothing: the map, a slider, switches, a sheet to vote on."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files

from vildplan.export.charts import chart_svg
from vildplan.export.legend import legend_of
from vildplan.export.meeting_data import as_script, page_data, short_path
from vildplan.export.patterns import fill_of, has_pattern, pattern
from vildplan.export.svg import PATTERN_PART, drawn_map, key_svg, size_m
from vildplan.model.wishes import Base, Language
from vildplan.proposal.charts import Chart
from vildplan.proposal.meeting import MeetingPage
from vildplan.proposal.meeting.words import ABOUT, WORDS
from vildplan.proposal.words import day, m2, say

TILES = ("zones", "share", "hours", "paid", "begin", "lawn")


def meeting_html(page: MeetingPage, base: Base, commands: tuple[str, ...], language: Language) -> bytes:
    """Return the whole page; `commands` (one for each stand) record what was agreed."""
    style, script = _template("meeting.css"), _template("meeting.js")
    rules = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; "
        "form-action 'none'"
    )
    title = escape(say(page.title, language))
    data = as_script(page_data(page, base, commands, language))
    return (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{rules}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n{_body(page, title, language)}\n"
        f'<script type="application/json" id="data">{data}</script>\n<script>{script}</script>\n'
        "</body>\n</html>\n"
    ).encode()


def _template(name: str) -> str:
    return (files("vildplan") / "export" / "templates" / name).read_text("utf-8")


def _hash(words: str) -> str:
    return f"'sha256-{b64encode(sha256(words.encode()).digest()).decode()}'"


def _body(page: MeetingPage, title: str, language: Language) -> str:
    w = {key: escape(say(words, language)) for key, words in WORDS.items()}
    return "\n".join([
        _sheet_top(page, w, language),
        f'<header><h1>{title}</h1><p class="quiet">{w["intro"]}</p>'
        f'<noscript><p class="caution">{w["no_script"]}</p></noscript></header>',
        f'<main>{_map(page, w, language)}<div id="side">{_slider(page, w)}{_totals(w)}'
        f'<div id="rest">{_zones(w)}{_agreed(page, w)}</div></div></main>',
        _more(page, w, language),
        _sheet_end(page, language),
    ])  # fmt: skip


def _map(page: MeetingPage, w: dict[str, str], language: Language) -> str:
    size = size_m(page.under)
    left, bottom, right, top = page.under.bounds
    looks = [kind.look for kind in page.kinds if has_pattern(kind.look)]
    patterns = "".join(pattern(look, size * PATTERN_PART) for look in looks)
    grounds = "".join(
        f'<path fill="{colour}" fill-rule="evenodd" d="{short_path(kind.ground, page.under)}"/>'
        for kind in page.kinds if kind.ground is not None for colour in (kind.look.colour, fill_of(kind.look))
    )  # fmt: skip
    label = w["map"].replace("{name}", escape(page.name))
    svg = (
        f'<svg id="map" role="img" tabindex="0" aria-label="{label}" '
        f'viewBox="0 0 {right - left:.2f} {top - bottom:.2f}">'
        f'<defs>{patterns}<clipPath id="cut"><path id="cut-path" clip-rule="evenodd"/></clipPath></defs>'
        f"{drawn_map(page.under, language)}"
        f'<g id="sketch" clip-path="url(#cut)">{grounds}</g><path id="sketch-line"/>'
        f'<g id="zones"></g>{drawn_map(page.above, language)}<g id="labels"></g>'
        '<g id="scale" aria-hidden="true"><path/><text></text><text></text></g></svg>'
    )
    buttons = "".join(
        f'<button type="button" id="{key}" aria-label="{w[key]}" title="{w[key]}">{sign}</button>'
        for key, sign in (("closer", "+"), ("farther", "−"), ("whole", "⤢"))
    )
    return (
        f'<section id="where"><div id="frame">{svg}'
        f'<div id="zoom">{buttons}</div><div id="tip" hidden></div></div>'
        f'<details id="legend"><summary>{w["legend"]}</summary>{_legend(page, language)}</details></section>'
    )  # fmt: skip


def _legend(page: MeetingPage, language: Language) -> str:
    entries = [
        (key_svg(fill_of(kind.look), page.under, under=kind.look.colour), kind.look.name)
        for kind in page.kinds
    ]
    entries += [*legend_of(page.under)]
    entries += [*legend_of(page.above)]
    told = "".join(f"<span>{key}{escape(say(words, language))}</span>" for key, words in entries)
    notes = "".join(f'<p class="quiet">{escape(say(note, language))}</p>' for note in page.notes)
    return f'<div class="keys">{told}</div>{notes}'


def _slider(page: MeetingPage, w: dict[str, str]) -> str:
    most = len(page.stands) - 1
    return (
        f'<section id="choose"><label for="amount">{w["slider"]}</label>'
        f'<div class="row"><output id="percent" for="amount"></output><span id="kind"></span></div>'
        f'<input type="range" id="amount" min="0" max="{most}" step="1" value="0">'
        f'<div id="ticks" aria-hidden="true"></div><p id="short" aria-hidden="true"></p>'
        f'<div class="row buttons"><button type="button" id="earlier">‹ {w["earlier"]}</button>'
        f'<button type="button" id="to-plan">{w["to_plan"]}</button>'
        f'<button type="button" id="later">{w["later"]} ›</button></div></section>'
    )


def _totals(w: dict[str, str]) -> str:
    tiles = "".join(
        f'<div id="t-{key}"><dt></dt><dd></dd><dd class="quiet"></dd></div>' for key in TILES
    )
    return (
        f'<section id="totals" aria-label="{w["totals"]}"><dl>{tiles}</dl>'
        '<p id="live" class="unseen" role="status" aria-live="polite"></p></section>'
    )


def _zones(w: dict[str, str]) -> str:
    return (
        f'<section id="one" aria-live="polite"><h2>{w["one_zone"]}</h2>'
        f'<p class="quiet">{w["press"]}</p></section>'
        f'<section id="all"><h2>{w["list"]}</h2><ul id="list"></ul>'
        f'<button type="button" id="all-in" hidden>{w["all_in"]}</button></section>'
    )


def _agreed(page: MeetingPage, w: dict[str, str]) -> str:
    held = page.meeting.date.isoformat() if page.meeting.date else ""
    return (
        f'<section id="agreed"><h2>{w["decided"]}</h2><div class="row fields">'
        f'<label>{w["date"]} <input type="date" id="day" value="{held}"></label>'
        f'<label>{w["yes"]} <input type="number" id="yes" min="0" inputmode="numeric"></label>'
        f'<label>{w["no"]} <input type="number" id="no" min="0" inputmode="numeric"></label></div>'
        f'<p>{w["command"]}:</p><pre id="command" tabindex="0"></pre><p id="lies" class="quiet"></p>'
        f'<div class="row buttons"><button type="button" id="copy">{w["copy"]}</button>'
        f'<button type="button" id="print">{w["print"]}</button><span id="copied" role="status"></span></div>'
        "</section>"
    )


def _more(page: MeetingPage, w: dict[str, str], language: Language) -> str:
    shown: tuple[Chart, ...] = (*page.trade_offs, *page.bars)
    charts = "".join(f"<figure>{chart_svg(one, language)}</figure>" for one in shown)
    about = "".join(
        f"<p>{escape(say(words, language)).replace('{m2}', m2(page.convertible_m2, language))}</p>"
        for words in ABOUT
    )
    return (
        f'<details id="charts"><summary>{w["charts"]}</summary><div class="charts">{charts}</div>'
        f'<p class="quiet">{w["bars_are"]}</p></details>'
        f'<details id="about"><summary>{w["about_page"]}</summary>{about}</details>'
    )


def _sheet_top(page: MeetingPage, w: dict[str, str], language: Language) -> str:
    when = "" if page.meeting.date is None else f"<p>{escape(day(page.meeting.date, language))}</p>"
    return (
        f'<section id="sheet-top" class="sheet"><h1>{w["sheet"]}</h1><p class="name">{escape(page.name)}</p>'
        f'{when}<p id="sheet-kind"></p></section>'
    )


def _sheet_end(page: MeetingPage, language: Language) -> str:
    lead = escape(say(page.lead, language))
    points = "".join(f"<li>{escape(say(point, language))}</li>" for point in page.points)
    choices = "".join(f"<span>☐ {escape(say(choice, language))}</span>" for choice in page.choices)
    notes = " ".join(escape(say(note, language)) for note in page.notes)
    return (
        f'<section id="sheet-end" class="sheet"><div id="sheet-keys" class="keys"></div>'
        f'<div class="vote"><p><b>{lead}</b></p>'
        f'<ol><li id="vote-area"></li><li id="vote-money"></li><li id="vote-phases" hidden></li>{points}</ol>'
        f'<p class="choices">{choices}</p></div><table id="sheet-zones"></table>'
        f'<p class="quiet">{notes}</p></section>'
    )  # fmt: skip
