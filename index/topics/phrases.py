"""The words by which sentences of manifestos show what they do: verbs, modals, blame and achievement."""

from __future__ import annotations

# Verbs in their base form, as a pledge written as an imperative or an infinitive begins ("Introduce a ...").
_BASE_VERBS = """
    abandon abolish accelerate achieve act adapt add address adopt advance advocate aim align allocate allow amend
    apply appoint argue arm ask assess assist attract back ban banish begin block boost bring broaden build call
    campaign cancel cap carry cease celebrate challenge champion change change check clamp clarify clean clear close
    collaborate collect combat come commission commit complete conduct confiscate confront consider consolidate
    construct consult continue convene coordinate co-ordinate crack create criminalise criminalize cut deal decarbonise
    decrease decriminalise dedicate defend deliver deploy deport design designate detect deter develop devolve digitise
    direct disband discourage dismantle disrupt divert do double draw drive drop ease educate eliminate embed embrace
    empower enable enact encourage end enforce engage enhance enlist enrich enshrine ensure equalise equip eradicate
    establish examine exempt expand expedite expel explore expose extend face facilitate fast-track fight fill find
    finish fix focus follow force form foster free freeze fulfil fund further gather get give go grant grow guarantee
    halt halve harness have help hire hold honour host identify implement impose improve incentivise include
    incorporate increase inspect install instigate instruct integrate intensify intervene introduce invest investigate
    invite issue join keep launch lead learn legislate lift limit link listen lobby look lower maintain make mandate
    match maximise measure merge minimise mobilise modernise monitor move name nationalise negotiate offer open oppose
    outlaw overhaul oversee partner pass pause pay phase pilot pioneer place plan plant pledge press pressure
    prevent prioritise professionalise progress prohibit promote propose prosecute protect provide publish pull pursue
    push put quadruple raise ratify re-establish reach realise rebalance rebuild recognise recommend recruit redirect
    reduce refocus reform refurbish refuse regulate reinforce reinstate reintroduce reinvest reject release remain
    remove renew repair repeal replace report require rescind resist resource respect respond restore restrict retain
    retrain return review revise reverse revisit revoke reward ring-fence ringfence roll root run safeguard save scale
    scrap scrutinise secure see seek seize send set share shift show shut simplify slash spend speed stamp stand start
    step stop strengthen strike strip study subsidise suspend support sustain tackle take target teach tear tell test
    tighten toughen track train transfer transform treat triple turn uncover undertake unify unite update upgrade uphold
    urge use value veto wage welcome widen withdraw work write
    sicrhau cyflwyno cefnogi gwella diogelu creu cynyddu lleihau sefydlu parhau gweithio darparu buddsoddi amddiffyn
    datganoli rhoi gwneud ymestyn ehangu cryfhau diwygio diddymu mynnu hyrwyddo cynnal annog atal hybu gwahardd
    canolbwyntio adolygu penodi gweithredu defnyddio dileu disodli datblygu galluogi ymgyrchu brwydro herio mynd
    blaenoriaethu cydnabod caniatáu ychwanegu adfer agor ailagor cadw codi ariannu cyllido recriwtio hyfforddi rhwystro
    torri gostwng haneru dyblu adeiladu gwrthwynebu pwyso galw ceisio anelu cynnwys archwilio disgwyl eirioli penodi
"""
BASE_VERBS = frozenset(_BASE_VERBS.split())
# Of these, those that are nouns or adjectives as often: what follows decides.
_ALSO_NOUNS = """
    clean clear direct double further lower open secure free complete
    act address aim call campaign cap challenge change check combat cut deal design double draw drive end face fight
    fix focus force form free fund grant help host increase issue join lead lift limit link look match measure move
    name offer open partner pass pause pay phase pilot place plan plant pledge press pressure progress push
    raise reach reform release report return review reverse reward roll run scale share shift show spend stand start
    step stop strike study support tackle target test track train transfer turn use value veto wage welcome work
"""
ALSO_NOUNS = frozenset(_ALSO_NOUNS.split())


def is_doing(word: str) -> bool:
    """Whether a word in -ing is made from one of the verbs that pledges begin with ("building", "using", "cutting")."""
    stem = word.removesuffix("ing").removeprefix("re-")
    return any(verb in BASE_VERBS for verb in (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem))


ADVERBS = (
    r"(?:\s+(?:also|always|never|not|therefore|now|then|still|just|already|only|further|instead|continually|currently"
    r"|immediately|today|together|too|all|both|each|fully|strongly|firmly|clearly|certainly|really|actively|urgently"
    r"|proudly|rightly|quickly|recently|previously|consistently|successfully|repeatedly|long|wholeheartedly|absolutely"
    r"|in government|in office|as mayor|in london|in scotland|in wales|at westminster|in parliament"
    r"|first|once again|again|once))*"
)

# What follows an author as subject when the sentence commits or calls for something.
COMMITS = (
    r"(?:will|shall|would|must|should|pledges?|commits?|promises?|guarantees?|undertakes?|vows?|proposes?"
    r"|plans? to|aims? to|intends? to|seeks? to|supports?|backs?|opposes?|favours?|calls? (?:for|on|upon)|demands?"
    r"|advocates?|urges?|rejects?|hopes? to|looks? to|wants? to|wishe?s? to"
    r"|'d like to|would like to|(?:(?:am|are|is|'m|'re|'s|remains?|remain)"
    r"(?:\s+(?:also|therefore|fully|absolutely|completely|firmly|strongly|still|both))*"
    r"\s+(?:committed|determined|dedicated|pledged|pledging|calling|proposing|going to|planning|seeking|resolved"
    r"|opposed to|in favour of|clear that we will))"
    r"|(?:have|has|'ve|'s)(?:\s+(?:also|therefore))*\s+(?:(?:committed|pledged|promised|resolved) to"
    r"|made an? (?:pledge|promise|commitment))"
    r"|(?:need|needs|have|has) to (?:ensure|make sure|do more to))\b"
)

# Past forms that do not end in -ed.
IRREGULAR_PAST = (
    "became|began|fell|bought|brought|built|chose|cut|did|drove|fought|found|gave|got|grew|held|kept|laid|led|left|made|met"
    "|oversaw|paid|put|ran|rebuilt|rose|saw|sent|set|showed|shut|sold|spent|spoke|stood|struck|taught|told|took|went|won|wrote"
)
PARTICIPLE = (
    r"(?:\w+ed|been|beaten|begun|broken|brought|built|bought|chosen|come|cut|done|drawn|driven|fallen|fought|found"
    r"|frozen|given"
    r"|gone|got|grown|held|helped|kept|laid|led|left|made|met|overseen|paid|put|risen|run|seen|sent|set|shown|sought"
    r"|spent"
    r"|spoken|stood|struck|taken|taught|told|won|withdrawn|written)"
)
# Words in -ed that are no past, and "we have ..." that is no achievement.
NO_PAST = r"(?:need|feed|succeed|proceed|exceed|speed|heed|breed|indeed|shed|embed|believed|wanted|needed|agreed)\b"
NO_RECORD = (
    r"(?:to|a|an|the|no|not|never|some|any|many|more|far|less|fewer|too|all|our|an?other|one|two|seen|heard|lost"
    r"|been told|become|(?:spoken|talked|listened) (?:to|with)|witnessed|suffered|had enough|faced|reached"
    r"|long (?:argued|called|believed|campaigned for))\b"
)
# What is under way: "we are investing ..." tells of what is done, but not these.
NO_PROGRESS = (
    r"(?:asking|calling|facing|fighting|going|living|looking|paying|planning|proposing|seeing|seeking|standing|talking"
    r"|suffering|losing|falling|failing|being|running|offering|asked|told)\b"
)

# Blame in any mouth but one's own.
BLAME = (
    r"\b(?:fail(?:s|ed|ing|ure|ures)?(?:\s+to)?|slash(?:ed|ing|es)?|decimat\w+|gutted|gutting|hollow(?:ed|ing) out"
    r"|undermin(?:e[sd]?|ing)|neglect(?:ed|ing|s)?|ignor(?:e[sd]?|ing)|abandon(?:ed|ing|ment|s)?|betray(?:al|ed|ing|s)?"
    r"|scandal\w*|shameful(?:ly)?|disgrace(?:ful)?|disastrous(?:ly)?|disaster|chaos|chaotic|shambl\w+|fiasco|crisis of"
    r"|incompeten\w+|mismanage\w*|botched|squander(?:ed|ing)?|wast(?:ed|ing)|let(?:ting)?(?:\s+\w+){0,3}\s+down"
    r"|austerity|broken promises?"
    r"|bro(?:ke|ken) (?:its|their|his|her|every|that) (?:promises?|pledges?|word)"
    r"|underfund\w*|under-fund\w*|starv(?:ed|ing)|stripped|crippl\w+|damag(?:ed|ing)"
    r"|reckless\w*|callous\w*|cruel\w*|unfair(?:ly)?|complacen\w+|inadequate\w*|not fit for purpose|unfit for purpose"
    r"|out of touch|sham|u-turns?|refus(?:ed|es|al|ing)|blocked|opposed|left (?:\w+ ){0,3}(?:behind|exposed|vulnerable)"
    r"|lost control|allowed\b.{0,40}\bto|turned (?:a blind eye|their backs?)|eroded|worsened|made worse|held back"
    r"|deteriorat\w+|collaps\w+|far too (?:slow|late|little|few|long|many)"
    r"|privatis(?:ed|ation)|cuts (?:to|in|of|at|since|by|have|has|had|are|were|mean)"
    r"|(?:brutal|savage|deep|severe|tory|constant|budget|government|funding|police|national|swingeing|devastating) cuts"
    r"|cut(?:ting)? (?:back|by|the|our|police|officer|fire|funding|budgets?|services?)"
    r"|(?:did|do|does|would|could|will) not (?:\w+ly )?(?:value|listen|act|care|deliver|protect|fund|invest|fix|take"
    r"|see|hear)"
    r"|(?:has|have|had) (?:still |even |yet )?(?:not|never|done nothing|done little)"
    r"|(?:promised|pledged)\b.{0,60}\b(?:and|but|yet) .{0,20}\b(?:none|nothing|never|not|no)"
    r"|clos(?:ed|ing|ures?)|lack of|wrong(?:ly)?|soft on|weak(?:ness|nesses|ened)?|institutional(?:ly)?"
    r"|suppressed|withdrawn|scrapped|axed|rais(?:ed|ing) taxes|methu|methiant|toriadau|esgeulus\w*)\b"
)
# What was done to somebody, where no one says by whom.
SUFFERED = (
    r"\b(?:has|have|had|been|being|was|were|are|is)(?:\s+\w+ly)?(?:\s+(?:been|already|now|also))*"
    r"\s+(?:cut|slashed|decimated|failed|neglected|ignored|closed|lost|axed|scrapped|abandoned|betrayed|let down"
    r"|underfunded|under-resourced|overstretched|starved|hollowed out|undermined|eroded|privatised|stripped|held back"
    r"|left (?:to|without|behind|exposed|vulnerable|waiting)|sold off|driven out|starved of|run down|forced to"
    r"|hit (?:hard|harder|hardest)|made to (?:wait|feel|choose|pay)|denied|sidelined|dismissed|turned away"
    r"|short-?changed"
    r"|written off|brushed aside|covered up|swept under|hung out to dry|(?:over)?stretched|at breaking point"
    r"|on (?:its|their) knees|pushed to the (?:brink|edge|limit))\b"
)
# What is found wanting, whoever is to blame for it.
CONDEMNED = (
    r"\b(?:shameful|woeful|appalling|scandalous|disgraceful|shocking|pitiful|abysmal|inexcusab|unacceptab|laughab"
    r"|unforgivab"
    r"|miserab|dismal|outrageous|painful|hopeless)ly\s+(?:low|slow|rare|few|poor|late|weak|high|long|small|short|bad"
    r"|thin"
    r"|inadequate|under\w+|ill-\w+|out of date)\b"
    r"|\b(?:went|gone|going|go|goes) (?:\w+ly )?(?:unheeded|unanswered|unpunished|uninvestigated|unheard|unsolved"
    r"|ignored|missing)\b|\bfell on deaf ears\b|\bnothing (?:was|has been|is|is being) done\b"
    r"|\b(?:system|process|law|force|met|police|service|courts?|response|approach|model|regime|commission)"
    r" (?:(?:simply |just |still )?(?:(?:is|are|was) (?:\w+ )?(?:broken|failing|not working|not coping)|(?:do|does"
    r"|did) not work"
    r"|(?:is|are) (?:simply |just )?not (?:fit|good enough)))\b"
    r"|\b(?:force|service|brigade|police|met|council|county|city|borough|town|nation|country|region|we|wales"
    r"|scotland|london)s?"
    r" (?:has|have) lost (?:\d|more than|over|nearly|almost|around|about|a (?:third|quarter|fifth|half|tenth)|half"
    r"|hundreds"
    r"|thousands|dozens|one in)"
    r"|\btoo (?:many|few|often)\b.{0,60}\b(?:still|wait(?:ing|s)?|let down|left|turned away|fail\w*|never|ignored"
    r"|dismissed|without|go(?:es|ing)? (?:un\w+ed))\b"
    r"|\bfar too (?:slow|late|little|few|long|many|often)\b"
    r"|\b(?:is|are|was|were) (?:\w+ )?disproportionately (?:against|focused)\b"
)
# Words by which one tells what others claim and keeps one's distance; `plain` are those that say so of anybody.
CLAIMS = (
    r"(?P<plain>\b(?:boast(?:s|ed|ing)? (?:\w+ly )?(?:of|about|that|how)|brag(?:s|ged|ging)?"
    r"|(?:claim(?:s|ed|ing)?|takes?|taking|took) (?:the |all the |full )?credit(?! (?:card|union))"
    r"|pretend(?:s|ed|ing)?)\b)"
    r"|\b(?:boast(?:s|ed|ing)?|(?:likes?|loves?|liked|loved) to (?:say|claim|boast|tell|think|pretend|remind)"
    r"|trumpet(?:s|ed|ing)?|crow(?:s|ed|ing)? (?:about|over|that)|ma(?:kes?|de) much of"
    r"|(?:would|want|wants) (?:have |us to |you to )?(?:us |you )?believe"
    r"|congratulat(?:es?|ed|ing) (?:itself|himself|herself|themselves)"
    r"|pats? (?:itself|himself|herself|themselves) on the back)\b"
)
# What ought to have been and was not.
REPROACHES = (
    r"\bshould (?:never|not|have never|already|long ago)(?: ever)? have (?:been |had to )?\w+|\bshould have never\b"
    r"|\b(?:deserved?s?) (?:far |much |so much )?better than\b|\bdeserves? more than\b"
)
# "Should" of what is right in general and of what people are to feel, not of what is to be done.
VALUES = (
    r"^(?:and |but |we believe (?:that )?|i believe (?:that )?)*(?:nobody|no ?one|no-one|everyone|everybody|people"
    r"|women"
    r"|girls|children|(?:no|every|all|any|an?|our|your|where|what) (?:[\w'-]+ ){0,6}?|[\w' -]{3,50} )\s*"
    r"should(?: not| never| ever| always| all| also| both)* (?:have to|feel\b|fear\b|live (?:in|with)\b|suffer\b|face\b"
    r"|experience\b|endure\b|decide\b|determine\b|dictate\b|matter\b|mean\b|know (?:that )?\w+ (?:is|are)\b"
    r"|be (?:able to|free (?:to|from)|safe\b|afraid|scared|proud|confident|a (?:place|right|source)))"
)
# What was won from others by asking for it.
WON = (
    r"\b(?:finally|eventually|at last|belatedly|grudgingly) (?:gave (?:way|in)|given (?:way|in)|backed down|relented"
    r"|conceded"
    r"|climbed down|caved in|saw sense)\b|\bforced (?:the )?(?:\w+ ){0,2}(?:to (?:act|back down|change course"
    r"|think again)"
    r"|into an? (?:u-turn|climbdown))\b"
    r"|\b(?:after|following|thanks to|because of|due to|through) (?:[\w' ]{0,20} of )?(?:our|my) (?:\w+ ){0,2}"
    r"(?:campaign\w*|pressure|lobbying|amendments?|bill|efforts|work|intervention|persistence|questions)\b"
)
# Somebody by name who brought something about ("Jane Roe led the campaign").
NAMED_ONE = (
    r"(?P<name>(?!(?:The|This|That|These|Our|My|In|On|At|As|With|Under|When|If|For|A|An)\b)(?:[A-Z][\w'’.-]+ ){1,3}?"
    r"(?:[A-Z][\w'’-]+))(?: (?:MP|MSP|AM|MS|AS|MLA|TD|MEP))?(?:,[^,.]{1,60},| \([^)]{1,40}\))?"
    r"(?: (?:has|have|had))?(?: (?:\w+ly|also|first|already|long|since))*"
    r" (?:(?:led|leads) (?:the|an?|her|his|our|calls) (?:[\w-]+ ){0,3}?(?:campaigns?|fight|calls?|charge|battle"
    r"|effort|push|drive"
    r"|inquiry|bill|motion|opposition|for|to)|brought forward|brought in|tabled|championed|spearheaded|piloted"
    r"|campaigned|fought|secured|won"
    r"|forced"
    r"|persuaded|introduced an? (?:\w+ ){0,3}(?:bill|Bill|law|motion|amendment)|stood up for|stopped|saved|exposed)\b"
)
INSTITUTION = (
    r"\b(?:Party|Parliament|Government|Council|Commission\w*|Office|Police|Courts?|Assembly|Authority|Ministers?"
    r"|Minister"
    r"|Union|Nations|Kingdom|Britain|England|Scotland|Wales|Ireland|Department|Service|House|Lords|Commons|Act|Bill"
    r"|Report|Inquiry|Law|Order|Women|Men|Girls|Street|Fund|Agency|Board|Trust|Group|World|War)\b"
)
# Achievement that needs no author beside it.
ACHIEVED = (
    r"(?:\b(?:has|have) (?:now |already |also |since )*(?:implemented|delivered|achieved|introduced more|secured)\b"
    r"|\b(?:has|have) (?:always )?been (?:a|my|our|the) (?:top |first |number one )?(?:priority|focus)\b"
    r"|\brecord (?:investment|funding|amounts?|levels?|numbers?)\b"
    r"|\b(?:numbers? of (?:\w+ )?(?:officers?|wardens|staff|nurses|teachers|firefighters|recruits)|officer numbers"
    r"|funding|budgets?"
    r"|investment|recruitment|\w+ numbers)\b[^.;]{0,20} (?:is|are)(?: now)? at (?:its|their|the|an all-time|a record)"
    r" ?(?:highest|record|high)\b)"
)
# Things that got better, told by those who are glad of it: bad ones fewer, good ones more.
IMPROVED = (
    r"(?:\b(?:crimes?|violence|burglar\w+|homicides?|murders?|killings|robber(?:y|ies)|thefts?|muggings|offending"
    r"|re-?offending"
    r"|deaths|fires|incidents|complaints|unemployment|waiting \w+)\b[^.;:]{0,40}?"
    r"\b(?:has|have|is|are)(?: now| already)? (?:fallen|down|dropped|halved|lower|at (?:its|their|the) lowest"
    r"|been (?:cut|reduced|halved))\b"
    r"|\b(?:prosecutions?|convictions?|investment|recruitment|reporting|satisfaction)\b[^.;:]{0,40}?"
    r"\b(?:has|have|is|are)(?: now| already| more than)? (?:risen|increased|doubled|trebled|tripled|up)\b"
    r"|^(?:now |today )?every \w+ (?:\w+ )?now has\b)"
)
# A sentence that goes on from the one before.
GOES_ON = (
    r"^(?:and |but |so |,)*(?:this|these|those|that|it|they|such|as a result|as a consequence|consequently|in addition"
    r"|instead|together|meanwhile|moreover|furthermore|overall|since then|also|all of this|among)\b"
)
TELLS = r"\b(?:has|have|had|was|were|did|includes?|included|means?|meant|puts?|led|resulted|(?!need|indeed)\w{2,}ed)\b"

# What people know and think is no pledge, whatever modal stands in it ...
MUSES = (
    r"if (?:we|it|they|this) (?:fails?|do not|don't|does not)\b"
    r"|(?:but |and |yet |so |while |however,? )*(?:we|i|they|experts?|evidence|research|studies|it is|it's|there is)"
    r"\s+(?:all )?(?:know|knows|understand|estimated|expected|predicted|likely|feared|believed|clear|evidence|proof"
    r"|shows?|suggests?)\b"
)
# ... and neither is what is to happen to some, or by itself.
FORETELLS = (
    r"\b(?:(?:one|two|three) in (?:\w+) .{0,40}\bwill\b|will (?:never |not |simply |always )*be able to simply\b)"
)
