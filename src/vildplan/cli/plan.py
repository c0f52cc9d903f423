"""`vildplan plan`: what can be typed. What then happens stands in `begin`, imported when needed."""

from vildplan.cli import plan_options as typed
from vildplan.model.wishes import Count


def plan(
    file: typed.File,
    target: typed.Target,
    base: typed.OfBase = "outdoor",
    count: typed.WhatCounts = Count.ALL,
    surface: typed.Surface = None,
    boundary: typed.Boundary = None,
    rest: typed.Rest = None,
    play_lawn: typed.PlayLawn = None,
    clearance: typed.Clearance = None,
    keep: typed.Keep = None,
    keep_class: typed.KeepClass = None,
    include: typed.Include = None,
    border_strip: typed.BorderStrip = None,
    max_zones: typed.MaxZones = None,
    max_hours: typed.MaxHours = None,
    max_cost: typed.MaxCost = None,
    min_area: typed.MinArea = None,
    min_width: typed.MinWidth = None,
    dwellings: typed.Dwellings = None,
    mower: typed.Mower = None,
    out: typed.Out = None,
    dry_run: typed.DryRun = False,
    json: typed.Json = False,
    open_report: typed.OpenReport = False,
    lang: typed.Lang = None,
) -> int:
    """Collect what was typed, and tell the story of it."""
    from vildplan.cli.begin import begin
    from vildplan.cli.request import Request

    return begin(
        Request(
            file, target, base=base, count=count, surface=surface, boundary=boundary, rest=rest,
            play_lawn=play_lawn, clearance=tuple(clearance or ()), keep=tuple(keep or ()),
            keep_class=tuple(keep_class or ()), include=tuple(include or ()), border_strip=border_strip,
            max_zones=max_zones, max_hours=max_hours, max_cost=max_cost, min_area=min_area,
            min_width=min_width, dwellings=dwellings, mower=mower, out=out, dry_run=dry_run, json=json,
            open_report=open_report, lang=lang,
        )
    )  # fmt: skip
