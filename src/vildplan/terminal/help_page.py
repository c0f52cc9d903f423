"""A help page as rich renderables: how to type it, what it does, and panels of two columns."""

from dataclasses import dataclass

from rich.box import ROUNDED
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as RichText

Row = tuple[str, str]


@dataclass(frozen=True)
class HelpPage:
    """The words of a help page, in one language; a panel is its title and (what to type, meaning)."""

    usage: str
    about: str
    panels: tuple[tuple[str, tuple[Row, ...]], ...]


def help_page(page: HelpPage) -> RenderableType:
    """Return the page as one renderable."""
    width = max((len(typed) for _, rows in page.panels for typed, _ in rows), default=0)
    return Group(
        RichText(),
        Padding(RichText(page.usage, style="bold"), (0, 1)),
        RichText(),
        Padding(RichText(page.about), (0, 1)),
        RichText(),
        *(_panel(title, rows, width) for title, rows in page.panels),
    )


def _panel(title: str, rows: tuple[Row, ...], width: int) -> Panel:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True, width=width, style="bold cyan")
    table.add_column(ratio=1)
    for typed, meaning in rows:
        table.add_row(RichText(typed), RichText(meaning))
    return Panel(table, box=ROUNDED, title=RichText(title), title_align="left", border_style="dim")
