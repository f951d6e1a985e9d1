"""English forms that no rule gives, and the word whose forms they are.

Forms that are other words as well (found, lives, leaves, saw, left, felt, bore) are left out: a search for one word
must not find another.
"""

from __future__ import annotations

# R. Quirk et al., A Comprehensive Grammar of the English Language (1985), 3.11-19 and 5.78-92: those of public life.
_FORMS = """
man men
woman women womens
policeman policemen
policewoman policewomen
fireman firemen
chairman chairmen
gentleman gentlemen
fisherman fishermen
child children childrens
person persons
foot feet
tooth teeth
goose geese
mouse mice
knife knives
wife wives
thief thieves
half halves
shelf shelves
wolf wolves
loaf loaves
calf calves
criterion criteria
cache caches
creche creches
niche niches
cliche cliches
headache headaches
tranche tranches
avalanche avalanches
crisis crises
basis bases
analysis analyses
diagnosis diagnoses
hypothesis hypotheses
begin began begun
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
deal dealt
do does did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
fight fought
fly flew flown
forget forgot forgotten
freeze froze frozen
get got gotten
give gave given
go goes went gone
grow grew grown
have has had
hear heard
hide hid hidden
hold held
keep kept
know knew known
lead led
learn learnt
leave left
lend lent
lose lost
make made
mean meant
meet met
pay paid
ride rode ridden
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
show shown
speak spoke spoken
spend spent
stand stood
steal stole stolen
strike struck
swear swore sworn
take took taken
teach taught
tell told
think thought
throw threw thrown
undertake undertook undertaken
understand understood
uphold upheld
win won
withdraw withdrew withdrawn
wear wore worn
write wrote written
taxi taxis
iraqi iraqis
israeli israelis
pakistani pakistanis
nazi nazis
alibi alibis
die dying
lgbt lgbti lgbtq lgbtqi lgbtqia
lie lying
tie tying
"""
# Spelled like a form, and mostly another word: "the Met", "left and right".
_OTHER_WORDS = frozenset(
    {"met", "left", "saw", "fell", "rose", "meant", "thought", "bases", "lead", "led", "did", "had"}
)

IRREGULAR = {
    form: word
    for word, *forms in map(str.split, _FORMS.strip().splitlines())
    for form in forms
    if form not in _OTHER_WORDS
}
