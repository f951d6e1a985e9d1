"""Three more invented manifestos of Brackenmouth, so that six can be compared; the last is silent on the topics."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ui.scenes.homes import folder
from ui.theme.topic_colours import TOPIC_COLOURS

SILENT = "Isla Marrow"
_KILN = """# Fired up together

The Kiln Party's manifesto for the Brackenmouth mayoral election of 2024. Town, party and figures are invented.

## Police who stay

- We will fund 150 police community support officers by 2026, one for each school and market.
- We will not close a police station unless the ward has another within a mile of it.
- Officers who leave within five years cost this city £4m a year. We will pay an allowance of £1,800 to those who stay.
- Stop and search must follow intelligence. We will publish every month who was stopped, why, and what was found.

Under this Mayor the force has lost its burglary squad. Calls to 101 go unanswered for nine minutes, and nobody
at City Hall can say why. The control room was promised new equipment three years ago and still waits for it. A
city that makes things cannot be run by people who file things away. We would begin with the control room,
subject to a review of what it costs, and we would hold its chief to a target that anybody can read: nine calls
in ten answered within ten seconds.

## Safe at home

- We will double the number of refuge places for women and children who flee domestic abuse, to 96, by 2027.
- No victim of rape should wait longer than a day to be heard by a specialist officer.
- We will teach boys and girls about consent and about coercive control, in every secondary school.

## Buildings that do not burn

We will send fire engineers into every block over four storeys within two years, provided that the owners pay.
Where a landlord has not removed dangerous cladding by the end of 2025, we will have it done and send the bill.
Sprinklers belong in every care home. The two fire stations on the north bank will stay open, with their engines
and their crews.

## Work

The pottery quarter had forty kilns and has three. We will let empty works to makers at a penny a foot.
"""
_REED = """# The long reeds

Manifesto of the Reedbed Greens for the mayoral election in Brackenmouth, 2024. Everything in it is invented.

## Water first

The river was here before the city. We will plant reeds along four miles of bank, and take the concrete out.

## A police force that listens

Trust in the police has fallen in every survey since 2016. We will set up a citizens' panel that sees every
complaint against an officer, and publishes what became of it. Facial recognition in public places will end.
Neighbourhood officers will stay in their ward for at least three years, unless they ask to leave it. We cut no
officer; we ask more of each.

## An end to violence against women

- We will make misogyny a strand of hate crime in the city's own plan from the first day.
- We will fund advisers for victims of domestic abuse and sexual violence in all 14 health centres.
- Every night bus will carry a member of staff trained to step in when women are harassed.
- Perpetrators, not those who fled from them, should have to leave the home.

The last Mayor signed the pledge on violence against women and girls, and then cut the grant of two refuges.

## Fire and water

Gorse fires doubled in the dry summers. The fire and rescue service will have four boats and a second wildfire crew by
2026. We support residents who are still paying for a waking watch because their cladding has not been made safe: the
builder should pay, not the leaseholder. Smoke alarms will be fitted free of charge in 3,000 homes a year.
"""
_PURSE = """# What it costs, and what it is worth

The Common Purse stands for the mayoral election in Brackenmouth in 2024. It is as invented as the city.

## The purse

Every household will get one page each spring that says what came in, what went out, and what it bought. We will
not raise the council tax until that page has been sent twice. The Mayor's car goes.

## Buses

Ten routes will run until midnight, and every half hour on Sundays. Children ride free. Drivers will be paid for
the time between two shifts, which they now spend on a wall behind the depot.

## Streets and squares

Street wardens will walk the market and the quay each evening; they carry a lamp, a map and a telephone. Anti-social
behaviour begins where nobody looks after a place. People want to feel safe on their own street after
dark, so 600 lamps will be mended by the autumn.

## Homes

Damp is the first thing that we would mend. An inspector will visit any tenant who asks within two weeks, and look at
walls, windows, wiring and stairs. High rents are a choice that somebody made.

## Libraries

The four libraries that were closed will open again, in the evening too, with a warm room and somebody to ask.
"""
_COMMON = {
    "office": "mayor",
    "election": "Brackenmouth mayoral election 2024 (fictional)",
    "year": "2024",
    "language": "en",
    "extent": "whole",
}
_BALLOT = (
    ("kiln-2024.md", _KILN, "Fired up together (fictional)", "Kiln Party (fictional)", "Ada Thornbury", "Brick"),
    ("reedbed-2024.md", _REED, "The long reeds (fictional)", "Reedbed Greens (fictional)", "Tomas Fell", "Green"),
    ("purse-2024.md", _PURSE, "What it costs (fictional)", "Common Purse (fictional)", SILENT, "Violet"),
)


def ballot_files() -> list[tuple[Path, Mapping[str, str]]]:
    """The three files, each with what is known of it."""
    place = folder()
    colours = dict(TOPIC_COLOURS)
    files: list[tuple[Path, Mapping[str, str]]] = []
    for name, text, title, party, candidate, colour in _BALLOT:
        file = place / name
        file.write_text(text, encoding="utf-8")
        fields = {**_COMMON, "title": title, "party": party, "candidate": candidate, "colour": colours[colour]}
        files.append((file, fields))
    return files
