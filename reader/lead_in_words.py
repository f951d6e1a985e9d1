"""The words by which lead-ins and sentences limit, oppose, report or plainly promise, language by language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language as regular expressions, over lower-case text with straight quotes and single spaces.

    They are compiled when first asked for, and `re` keeps them: a start needs few, and all take a fiftieth of it.

    `limits` are words of condition, negation and contrast: a sentence with one may take back what the sentence before
    it says, or limit it. `opposes` are verbs that want their object gone; `reports` begins what tells of things done or
    gone wrong; `points` are words that point at what follows; `announces` is how a finished sentence tells of a list to
    come ("There are three reasons."); `speaks` is the author as subject.

    `verbs` are those of a sentence of its own, in whatever it says; `joins` begin a clause within a sentence, which has
    one of these verbs for itself; `refers` begins what leans on the words before it ("It would close ...").

    `promises` matches in full a lead-in that only promises ("In our first year we will also"), with what comes before
    its subject as `opening`; `label` one that only names pledges ("Our priorities are"). Neither counts where a word of
    `acts` stands in the opening or the label: there another verb, a condition or a purpose comes in.
    """

    limits: str
    opposes: str
    reports: str
    points: str
    announces: str
    speaks: str
    verbs: str
    joins: str
    refers: str
    promises: str
    label: str
    acts: str


def _words(alternatives: str) -> str:
    return rf"\b(?:{alternatives})\b"


_OURS = (
    r"(?:government|party|council|administration|team|group|mps|councillors|candidates?|mayor|plans?|manifesto"
    r"|polic(?:y|ies)|programme)"
)
_LISTED = (
    r"(?:pledges|promises|priorities|steps|measures|points|things|ways|aims|goals|commitments|proposals|principles"
    r"|reasons|causes|mistakes|failures|failings|problems|challenges|tests|policies|reforms|changes)"
)
_VERBS = r"(?:will|would|shall|must|should|can|cannot|could|may|might|is|are|was|were|has|have|had|do|does|did|am)"
_LATER = r"(?:,? (?:also|therefore|now|then|first|immediately|in addition|in government|in office|together))*"

ENGLISH = Words(
    limits=_words(
        r"not|cannot|\w+n't|no|nor|neither|never|none|nothing|nobody|nowhere|without|hardly"
        r"|if|unless|until|except|excluding|other than|provided|providing|subject to|depending on|dependent on"
        r"|conditional|on condition|as long as|so long as|assuming|only|but|however|yet|although|though|otherwise"
        r"|even so|even then|that said|in return|instead"
    ),
    opposes=_words(
        r"oppos(?:e[sd]?|ing|ition)|against|reject(?:s|ed|ing|ion)?|resist(?:s|ed|ing)?|scrap(?:s|ped|ping)?"
        r"|abolish(?:es|ed|ing)?|abolition|repeal(?:s|ed|ing)?|revers(?:e[sd]?|ing|al)|condemn(?:s|ed|ing)?|axe[sd]?"
        r"|refus(?:e[sd]?|ing|al)|fail(?:s|ed|ing|ures?)?|block(?:s|ed|ing)?|cancel(?:s|led|ling)?|withdraw(?:s|ing"
        r"|al)?"
        r"|revok(?:e[sd]?|ing)|deplor(?:e[sd]?|ing)|denounc(?:e[sd]?|ing)|disagree[sd]?|veto(?:es|ed)?|ban(?:s|ned"
        r"|ning)?"
        r"|prevent(?:s|ed|ing)?|outlaw(?:s|ed|ing)?|halt(?:s|ed|ing)?|wrong"
    ),
    reports=(
        r"(?:what|where|how|why)\b.* (?:wrong|failed)\b"
        r"|(?:\w+ ){0,3}(?:\w+'s?|our|my|their|the|his|her|its) (?:\w+ ){0,2}(?:record|achievements?|successes"
        r"|failures?|failings|mistakes|legacy)\b"
        r"|(?:record|achievements?|failures?|broken promises|promises kept|a record of)\b"
        r"|what (?:\w+ ){1,4}(?:have |has |had |'ve )?(?:done|did|achieved|delivered)\b|what (?:we|i)'ve\b"
        r"|(?:already )?(?:delivered|done|achieved|completed)$|(?:(?:the|our|my) )?promises? (?:kept|delivered)$"
        r"|the story so far\b|.*\bstatus quo\b"
    ),
    points=_words(r"following|follows|below|these|here"),
    announces=(
        r"\b(?:(?:the|do) following|as follows|(?:set out|listed|given) here|below)\b|^(?:these|here) (?:is|are)\b"
        r"|\bthese (?:\w+ )?(?:pledges|promises|priorities|steps|measures|principles|things|aims)\b"
        rf"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some) (?:[\w-]+ ){{0,2}}{_LISTED}\b"
        rf"|^(?:our|my) (?:[\w-]+ ){{0,2}}(?:{_LISTED}|plan|programme|offer)(?: (?:for|in|on) [\w ]{{1,40}})?"
        r" (?:is|are)(?: \w+)?(?: simple| clear| plain| short)?\W*$"
    ),
    speaks=_words(r"we|i|we'll|we'd|i'll|i'd|we're"),
    verbs=rf"\b{_VERBS}\b|\w'(?:ll|d|re|ve|m)\b|\w+n't\b",
    joins=(
        r"\b(?:whom|whose|where|when|because|if|while|whilst|unless"
        r"|(?:as|before|after|since|until|than) (?:it|they|we))\b"
        # One with another verb ("owners who move away will ...") leaves the next to the sentence.
        rf"|\b(?:who|which|that) (?:{_VERBS}|it|they|he|she|we|you|i|the|an?|our|their|his|her|nobody|no one)\b"
    ),
    refers=r"(?:and |but )?(?:it|they|he|she|this|that|these|those|its|their)\b",
    promises=(
        r"(?P<opening>(?:(?:this|that)(?: is|'s) why,? )?(?:(?:in|within|over|during|for|from|at|on|after|by|across|as"
        r"|through|throughout|under|alongside|among|with|to (?:this|that) end|therefore|accordingly|so|also|and|again"
        r"|then|once|first|furthermore|moreover|additionally|finally|specifically|particularly|today|now)\b.*?)?)"
        rf"(?:\b(?:we|i)|\b(?:our|my) (?:\w+ ){{0,2}}{_OURS}|\b(?:a|the|this|any) (?:\w+ ){{1,3}}of ours)"
        rf"{_LATER}(?: (?:will|shall|would)|'ll|'d|(?: am| are| is|'m|'re|'s){_LATER} (?:going|committed|pledged) to"
        r"| (?:pledge|promise|commit|vow|undertake|intend|plan)s? to| (?:pledge|promise)s?)"
        rf"{_LATER}(?: do the following| take (?:the following|these) (?:steps|measures|actions?))?"
    ),
    label=(
        r"(?:(?:these|here) are |(?:this|here) is )?(?:our|my|key|main|top|other|specific|further)(?: [\w-]+){0,3}? "
        r"(?:priorit(?:y|ies)|pledges?|plans?|polic(?:y|ies)|commitments?|promises?|proposals?|aims?|goals?|programme"
        r"|manifesto|demands|objectives?|offer|ambitions?|vision)(?: (?:for|in|on|over) .{1,60}?)?"
        r"(?: (?:is|are|will be|include|will include|(?:(?:is|are) )?as follows))?|(?:pledges|policies|priorities)"
    ),
    acts=_words(
        r"to(?! (?:this|that) end\b)|who|which|what|when|where|while|whilst|because|since|than|that(?! reason\b| end\b)"
        r"|(?!coming\b|during\b|according\b|following\b)\w+ing|\w{3,}ed|is|are|was|were|be|been|has|have|had|do|does"
        r"|did"
        r"|can|could|may|might|must|should|will|would|they|he|she|you|cuts?|threat"
    ),
)

WELSH = Words(
    limits=_words(r"os|oni bai|nid|ni(?! yn\b)|na|nad|nac|ddim|dim|heb|ond|oni|amod|byth|peidio|beidio"),
    opposes=_words(
        r"gwrthwyneb\w*|wrthwyneb\w*|yn erbyn|gwrthod\w*|wrthod\w*|diddym\w*|ddiddym\w*|dile\w*|ddile\w*|gwahardd\w*"
        r"|wahardd\w*|gwrthdro\w*|wrthdro\w*|methu|methiant\w*|rhwystro"
    ),
    reports=(r"beth aeth o'i le|ein (?:cofnod|hanes|llwyddiannau)\b|methiannau\b|yr hyn (?:a wnaeth|rydym wedi)"),
    points=_words(r"canlynol|isod|dyma"),
    announces=_words(r"canlynol|isod|dyma"),
    speaks=_words(r"byddwn|byddaf|fyddwn|rydym|rydyn"),
    verbs=_words(r"[bf]ydd\w*|mae|mae'r|oes|yw|ydy|ydyn|rydym|rydyn|rhaid|dylai|dylid|ddylai|gall\w*|oedd"),
    joins=_words(r"sydd?|pan|lle|os|fel|oherwydd|gan|er"),
    refers=r"(?:mae|bydd|roedd) (?:hyn|hwn|hynny|e|ef|hi|nhw)\b",
    promises=(
        r"(?P<opening>(?:(?:felly|hefyd|dyna pam y|am y rhes\w+ h\w+|yn ogystal|o ganlyniad|i'r perwyl hwnnw|mewn"
        r" llywodraeth|y(?:ng|m|n) \w+),? )?)(?:fe |mi )?[bf]ydd(?:wn|af)(?: ni| i)?(?: hefyd| felly)?(?: yn| am)?"
        r"(?: g?wneud y canlynol)?"
    ),
    label=(r"ein (?:prif )?(?:blaenoriaethau|cynlluniau?|polis\w+|addewidion|hymrwymiadau|nodau)(?: yw)?"),
    acts=_words(r"er mwyn"),
)

GERMAN = Words(
    limits=_words(
        r"nicht|kein\w*|nie|niemals|ohne|wenn|falls|sofern|soweit|es sei denn|außer|ausser|nur|aber|jedoch|sondern"
        r"|unter der bedingung|weder|noch"
    ),
    opposes=_words(
        r"lehn(?:en|t)|ab(?:ge)?lehn\w*|gegen|abschaff\w*|schaff(?:en|t)\b.*\bab|streich\w*|aufheb\w*|verhinder\w*"
        r"|verbiet\w*|verbot\w*|widersetz\w*|zurückweis\w*|zurücknehm\w*|verurteil\w*|stopp\w*|beend\w*|scheiter\w*"
        r"|falsch"
    ),
    reports=(r"was (?:\w+ ){0,4}(?:schief|falsch)\b|unsere (?:bilanz|erfolge)\b|(?:die )?bilanz\b|was wir erreicht"),
    points=_words(r"folgende\w*|folgt|diese"),
    announces=_words(r"folgende\w*|folgt|das sind|hier sind"),
    speaks=_words(r"wir|ich"),
    verbs=_words(
        r"werden|wird|soll|sollen|muss|müssen|kann|können|darf|dürfen|ist|sind|war|waren|hat|haben|hatten?|wollen|will"
    ),
    joins=r", (?:der|die|das|dem|den|denen|deren|wo|wenn|weil|dass|damit)\b",
    refers=r"(?:und |aber )?(?:er|sie|es|dies|dieser|diese|dieses|damit)\b",
    promises=(
        r"(?P<opening>(?:(?:deshalb|daher|darum|dafür|dazu|außerdem|zudem|konkret|in der regierung"
        r"|in den (?:nächsten|kommenden) (?:\w+ )?jahren),? )?)"
        r"(?:wir werden|ich werde|werden wir|werde ich|wir versprechen|wir verpflichten uns(?:,? dazu)?)"
        r"(?: auch| daher| deshalb| zudem| außerdem)*(?: folgendes (?:tun|umsetzen)| folgende maßnahmen ergreifen)?,?"
    ),
    label=(r"unsere (?:\w+ )?(?:ziele|pläne|vorhaben|versprechen|schwerpunkte|prioritäten|forderungen)(?: sind)?"),
    acts=_words(r"um"),
)

LANGUAGES = {"en": ENGLISH, "cy": WELSH, "de": GERMAN}
