"""The stuff that generated manifestos are made of: areas of policy with their subjects and their measures."""

from __future__ import annotations

AREAS: dict[str, tuple[str, ...]] = {
    "Policing": (
        "neighbourhood police officers in every ward",
        "stop and search that is led by intelligence",
        "the vetting of every police officer",
        "answering urgent 999 calls within ten minutes",
        "a police counter in each district library",
        "detectives who work on burglary and on nothing else",
    ),
    "Violence against women and girls": (
        "refuge places for survivors of domestic abuse",
        "specialist teams for rape and sexual assault",
        "tags for convicted stalkers",
        "lessons on consent in secondary schools",
        "safer journeys for women on night buses",
        "a register of serial domestic abusers",
    ),
    "Fire safety": (
        "a second engine at the busiest fire stations",
        "sprinklers in every tall block",
        "the removal of unsafe cladding from homes",
        "firefighters and the training they need",
        "safe stores for lithium batteries on estates",
    ),
    "Homes": (
        "council homes on the old rail yards",
        "a licence for landlords with more than three flats",
        "insulation for terraces built before 1930",
        "longer tenancies for families who rent",
        "co-operatives that build on public land",
    ),
    "Schools": (
        "smaller classes in the first three years",
        "music and sport after lessons",
        "teachers who stay longer than five years",
        "hot meals for every primary pupil",
        "apprenticeships that begin at sixteen",
    ),
    "Health": (
        "evening appointments with a family doctor",
        "mental health nurses in colleges",
        "a dentist within reach of every village",
        "shorter waits in emergency departments",
        "carers who are paid for their travel",
    ),
    "Getting about": (
        "a tram that reaches the marshes",
        "buses that run until midnight",
        "pavements without holes",
        "a ferry with one ticket for the day",
        "cycle routes that are lit in winter",
    ),
    "Work and trade": (
        "rates relief for shops that take on an apprentice",
        "berths for larger ships in the eastern channel",
        "a public bank for small firms",
        "wages that cover the rent",
        "markets that open on Sunday mornings",
    ),
    "Land, sea and air": (
        "clean water on every beach",
        "hedges along the new roads",
        "wind turbines beyond the harbour wall",
        "farms that keep their topsoil",
        "an end to sewage in the estuary",
    ),
}

# The areas that are topics of the program.
TOPICS = ("Policing", "Violence against women and girls", "Fire safety")

OPENINGS: tuple[str, ...] = (
    "We will pay for {}, and publish what it costs each spring.",
    "We will begin in our first year with {}.",
    "Since the last election we have secured {} in {n} places.",
    "The present council has failed to deliver {}, and everybody knows it.",
    "People in the harbour towns tell us that they want {} more than anything else.",
    "Our plan gives {n} million pounds to {} over four years.",
    "Nothing has been neglected for so long as {}.",
    "It costs less to provide {} than to go without.",
    "In {n} of our streets there is still no sign of {}.",
    "We shall report every six months on {}, with figures for each ward.",
    "A council that cannot manage {} should not ask for higher taxes.",
    "Other cities have shown that {} can be had within a single term.",
)

ITEMS: tuple[str, ...] = (
    "Invest in {} by {year}.",
    "Double the money for {}.",
    "Write {} into the county plan, and keep to it.",
    "Ask residents each year what they think of {}.",
    "End the delays that hold up {}.",
    "Bring {} to {n} more wards.",
)
