"""Four invented manifestos from which a quiz can be drawn, with everything in them that must never be asked."""

from __future__ import annotations

from pathlib import Path

from indexed import Indexed, Written

from index.topics.model import Topic, TopicQuery

FACTS = """
[[party]]
name = "Harbour Union"
names = ["harbour union"]
nicknames = ["Harbourers"]
leaders = [["Ann Otherly", 2029]]
slogans = ["a berth for every boat"]
state = "Brackenmouth"

[[party]]
name = "Quay League"
names = ["quay league"]
leaders = [["Sam Moorings", 2029]]
state = "Brackenmouth"

[[party]]
name = "Anchor Movement"
names = ["anchor movement"]
state = "Brackenmouth"

[[party]]
name = "Beacon Front"
names = ["beacon front"]
state = "Brackenmouth"
"""
LAMPS = Topic("lamps", 1, "Lamps", "#000000", "d", (TopicQuery("lamps", 1.5), TopicQuery("wicks")), languages=("en",))
HARM = Topic("harm", 1, "Harm", "#000000", "d", (TopicQuery("beaten", 2.0),), sensitive=True, languages=("en",))
PARTIES = ("Harbour Union", "Quay League", "Anchor Movement", "Beacon Front")
NAMES = ("Harbour", "Quay League", "Anchor", "Beacon", "Otherly", "Moorings", "berth", "example", "Light for All")
SHARED = "Every village shall have lamps along its main road before the first winter of the new council begins."
UNSURE = "Our sheds hold wicks for eleven winters and the ledgers that say who bought which of them and when."

_PLACES = ("the north pier", "the fish market", "the school lane", "the ferry steps", "the old mill", "the chapel path")
_ASKED = (
    "We will set {n} lamps along {place} and pay for their oil out of the council purse.",
    "Boats come home to {place} in the dark; {n} new lamps shall stand there by spring.",
    "The council is to buy {n} lamps for {place}, and whoever lights them is to be paid.",
    "Children who walk along {place} in winter deserve {n} bright lamps to walk by.",
)
# What may be asked once the names in it are hidden.
NAMED = (
    "Only the Harbour Union has counted the lamps of each street, and found eleven that were never lit at all.",
    "Sam Moorings gave the first of all our lamps to the town, out of a pocket that was never very deep.",
    "Ask Ann Otherly where the lamps of the fishing quarter went after the last storm of the last year.",
    "Vote for the Beacon Front and the lamps on both sides of the river will be lit an hour before dusk.",
)
_VIOLENT = (
    "Lamps show whoever was beaten at home the way to a door that is open at every hour of the night.",
    "Nobody should be beaten where a row of lamps would have shown the face of the one who did it.",
    "Women who were beaten told us that lamps near the bus stop would let them feel safe once more.",
    "Where people were beaten last year the council must set lamps first, ahead of all other places.",
)


_WELSH = "# Golau\nByddwn yn gosod lamps ar hyd y ffordd ac mae hynny yn bwysig iawn i ni i gyd yma."


def _text(at: int) -> str:
    """Six passages that may be asked, one whose names must be hidden, and one of each kind that may not."""
    asked = [_ASKED[at].format(n=at * 10 + number + 3, place=place) for number, place in enumerate(_PLACES)]
    never = (
        SHARED,
        UNSURE,
        "These lamps are dear, and whoever sells them to the council knows it better than anyone else does.",
        "Write to lamps@example.org and we will send somebody who tells you about lamps for your own road.",
        "Light for All is what we call our plan for lamps, and it has been costed by people who can count.",
        "We will light lamps.",
        _VIOLENT[at],
    )
    return "# Light\n" + "\n".join((*asked, NAMED[at], *never))


def quizzed(folder: Path) -> Indexed:
    """A library of them, with the facts about their parties among the user's own."""
    made = Indexed(
        folder,
        *(
            Written(_text(at), party, fields={"title": "Light for All" if at == 2 else f"Plan {at}", "year": "2031"})
            for at, party in enumerate(PARTIES)
        ),
        Written(
            "# Golau\nByddwn yn gosod lamps ar hyd y ffordd ac mae hynny yn bwysig iawn i ni i gyd yma.", "Llais", "cy"
        ),
    )
    made.home.settings.mkdir(parents=True, exist_ok=True)
    (made.home.settings / "parties.toml").write_text(FACTS, encoding="utf-8")
    return made
