"""Words that tell a name from an ordinary word by what stands beside it. All in lower case, without accents."""

from __future__ import annotations

from index.welsh import mutated


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What people, bodies and papers of a party are called: what stands before one of these is a party.
OFFICES = _words(
    """
    party parties government governments govt administration administrations council councils councillor councillors
    cllr mp mps am ams ms mss msp msps mla mlas mep meps td tds peer peers lord lords mayor mayors minister
    ministers chancellor chancellors leader leaders leadership candidate candidates manifesto manifestos voter
    voters member members activist activists supporter supporters conference politician politicians policy policies
    secretary deputy group team campaign campaigners movement representative representatives majority majorities
    opposition led run controlled held backbencher backbenchers donor donors parliamentarians spokesman spokesperson
    spokeswoman vote votes seat seats cabinet coalition prime first assembly westminster stormont holyrood senedd
    """
)
# Of these those that are persons: after a word that may be a verb ("Reform council tax") only they tell a party.
PERSONS = _words(
    """
    party mp mps councillor councillors candidate candidates mayor mayors minister ministers mep meps am ams msp
    msps mla mlas voter voters manifesto activists supporters politicians peers
    """
)
# What parties and politicians do, and words that follow a name but never a noun's adjective.
ACTS = _words(
    """
    will would shall believe believes believed want wants wanted support supports supported oppose opposes opposed
    welcome welcomes recognise recognises recognize recognizes propose proposes proposed call calls called continue
    continues pledge pledges pledged promise promises promised stand stands stood fight fights fought demand demands
    demanded seek seeks understand understands think thinks say says said argue argues argued campaign campaigns
    campaigned deliver delivers delivered intend intends plan plans planned commit commits committed vow vows vowed
    introduce introduces introduced refuse refuses refused fail fails failed acknowledge acknowledges accept accepts
    accepted reject rejects rejected advocate advocates claim claims claimed urge urges urged insist insists
    insisted spent cut sold tells told admits admitted announced acknowledged aims aim led leads voted votes
    """
)
NOUNS_TOO = _words(
    """
    plan plans support supports call calls stand stands fight fights demand demands claim claims aim aims vote votes cut
    promise promises pledge pledges campaign campaigns vow vows urge urges leads lead led welcome
    """
)
# What may stand after a party's name, and after many a noun too.
STATES = _words(
    "is are was were has have had can cannot could should must does do did may might also remains remain needs need"
)
FUNCTION = _words(
    """
    and or but nor in on at to of for from with by as than who whom whose which that when where while because if so
    then not never only too both since until after before over under into about against between through during
    without within towards across among like just now already always still again even alone instead here there
    """
)
DETERMINERS = _words(
    "a an the this that these those our your their its his her my any every each no some another which what"
)
ARTICLES = _words("a an")
# "A Tory", "one Liberal Democrat": one of them, where nothing follows that the name could belong to.
ONE_OF = _words("a an one every each any another no")
VOTING = _words("vote votes voted voting elect elects electing choose back join joined pleidleisiwch pleidleisio")
PRONOUNS = _words("i we you he she it they us them only")
SENDERS = _words("from by with for")
AFTER_HYPHEN = _words("led run controlled held backed supporting voting dominated leaning inspired style appointed")

# Words of parties that, written with a capital, mean the party unless a neighbour says otherwise.
STRONG = _words("labour llafur conservative conservatives greens piraten gruenen linke plaid")
# Words for a party alone, however they are written.
SURE = _words("tory tories binface ceidwadwyr")
# What "and" joins one party's name to another's with.
NAMED_WITH = (
    STRONG | SURE | _words("democrats democrat dems dem party ukip snp dup sdlp uup cymru fein reform alliance green")
)
# After "conservative" or "labour" written small too, these mean the party.
GOVERNING = _words(
    """
    government governments administration party mp mps councillor councillors minister ministers manifesto mayor
    """
)
# Names that may begin a sentence as verbs: "Reform UK company law", "Respect others".
VERBS = _words("reform change respect reclaim rejoin abolish vote")
# Words of names that are ordinary in any text: a name of nothing else needs its capitals.
ORDINARY = _words(
    """
    people before profit national front britain british first english change uk real london party of the and for
    workers animal welfare independent group social democrats ireland democratic union unionist traditional voice
    alliance heritage women's equality new old action rejoin eu reform christian peoples
    """
)

_AFTER_LABOUR = _words(
    """
    market markets force forces cost costs costing shortage shortages supply standard standards exploitation abuse
    inspectorate inspection inspectors inspector right rights law laws relation relations productivity mobility
    intensive saving organisation organization organisations ward wards pain pains camp camps demand migration
    turnover input inputs condition conditions dispute disputes contract contracts provider providers user users
    practices economics economists statistics court attache pool share flexibility protection protections regulation
    regulations code day exchange exchanges power time agreement agreements
    """
)
_AFTER_CONSERVATIVE = _words(
    """
    estimate estimates estimated estimation assumption assumptions reckoning reckonings treatment treatments
    forecast forecasts projection projections calculation calculations guess figure figures management dentistry
    surgery dress accounting
    """
)
_AFTER_GREEN = _words(
    """
    belt belts paper papers deal deals new space spaces job jobs energy economy growth flag fund climate investment
    bank infrastructure technology technologies industry industries industrial book bond bonds corridor corridors
    roof roofs wall walls homes lane lanes man tea light lights park parks power tax taxes transport travel skills
    future futures
    """
)
# Neighbours that make an ordinary word of it, by the word.
INNOCENT_AFTER = {
    "labour": _AFTER_LABOUR,
    "conservative": _AFTER_CONSERVATIVE,
    "green": _AFTER_GREEN,
    "greens": _words("fees"),
    "plaid": _words("shirt shirts blanket blankets skirt skirts scarf rug"),
    "reform": _words("act acts bill bills of programme programmes agenda club"),
}
INNOCENT_BEFORE = {
    "labour": _words(
        """
    child forced slave hard manual skilled unskilled cheap migrant agency casual bonded domestic seasonal sweated in
    of
    """
    )
    - _words("in of"),
    "conservative": _words("small-c more most very too"),
}

TITLES = _words(
    """
    mr mrs ms miss mx sir dame lord lady baroness baron dr rt hon prof professor cllr councillor mayor president
    chancellor taoiseach tanaiste minister premier comrade herr frau senor
    """
)
# What follows a surname that is a street's or a school's.
PLACES = _words(
    """
    road street avenue house hall college school park station academy airport institute square lane bridge hospital
    university island islands estate court centre gardens close way hill terrace crescent drive green town city
    county river bay foundation prize group review commission report
    """
)
# Surnames that are words: in a sentence they need more than a capital.
SURNAMES_AS_WORDS = _words(
    """
    may brown lo long wood price hall cable foster ford fox hunt major rose bailey green straw foot castle balls reed
    steel lamb laws baker black lake hope walker crow bull ham hill hart german darling heath eden peel cook butler
    chambers mason miller young page law field day marsh kohl roth merz hague low lucky sharp speller grant gill
    bolton abbott cooper clarke gray wright stephen martin michael james george thomas alexander gabriel wigley jr
    habib cleverly swann berry rice kane raab
    """
)
# Of these those that have a capital as words too.
NEVER_ALONE = _words("may black german day english")
# Surnames so common that a capital alone tells nobody who is meant at the beginning of a sentence.
SURNAMES_OF_MANY = _words(
    """
    smith jones williams davies evans thomas roberts lewis hughes morgan griffiths edwards owen price campbell
    johnson wilson howard robinson davis murray murphy harris collins reid kelly kennedy ross taylor scott wallace
    allen webb jenkins rodgers russell forbes simpson shannon bradley hamilton bennett griffin powell phillips
    pearson kramer dobson norris adams hume leonard watson jackson armstrong carroll muir napier elliott cox khan
    patel churchill cairns mitchell gardiner gaston o'toole o'neill o'hara dickson fransen lucke reynolds schmidt
    fischer schulz
    gonzalez diaz smyth brand beckett elliot milne anderson lowe hewison lennon rennie mayer lloyd carr bell brady
    molloy daly regan martin mcdonald macdonald callaghan bevan owens carter parkin cole swann goldsmith berry
    """
)
# What stands after the name of whoever led it.
LED = _words("government governments administration premiership era years cabinet ministers legacy leadership")
# What is called after whoever led it, and is no act of a party.
CALLED_AFTER = _words(
    "report review commission inquiry convention plan principles formula rule doctrine disease syndrome effect"
)
MONTH_BEFORE = _words(
    """
    in by since until till from of late early next last this mid during every to and between for through end before
    after on
    """
)
# Domains of public bodies, whose addresses are no party's.
PUBLIC_DOMAINS = (
    ".gov.uk",
    ".nhs.uk",
    ".ac.uk",
    ".police.uk",
    ".parliament.uk",
    ".gov.wales",
    ".gov.scot",
    ".europa.eu",
    ".int",
    ".gov.ie",
)
# Words that show a name to be Welsh, whose first letters change.
WELSH = _words(
    """
    plaid llafur ceidwadwyr ceidwadol toriaid toriaidd democratiaid rhyddfrydol rhyddfrydwyr cymru gwyrddion werdd
    genedlaethol
    """
)
WELSH_FORMS = frozenset(form for word in WELSH for form in mutated(word))
