"""What languages are told by: their most common small words, and the letters that they write beyond a to z."""

from __future__ import annotations

# By ISO 639-1 code (ISO 639-3 where there is none). Words that languages share weigh little, since each brings others
# of its own; of neighbours (Danish and Norwegian, Czech and Slovak) those that differ are among them.
COMMON: dict[str, str] = {
    "en": (
        "the and of to in that is for with be are will we our this have by from which not it on as has their "
        "they people who more"
    ),
    "cy": (
        "y yr yn ac i o ei eu ar gyda bydd fydd byddwn gan sydd mae am wedi hynny ein i'r o'r a'r fel hefyd bod "
        "cymru rydym neu er mwyn pob nid ni"
    ),
    "ga": (
        "agus an na is ar le go sa do bhfuil tá chun seo leis atá mar nó sin ina ag bheith ó den éireann againn "
        "gach faoi raibh"
    ),
    "gd": (
        "agus an na air le gu tha anns airson bidh dhan nan nam agus ris às seo sin ann bhith gun chan againn "
        "gach fo alba"
    ),
    "de": (
        "der die das und ist nicht wir für mit ein eine den von zu auf dem des sich werden auch im als wird "
        "sind oder einer wollen durch bei"
    ),
    "fr": (
        "le la les des et est pour une dans que qui par sur avec nous du au plus sont pas en ce aux être cette nos leur"
    ),
    "es": "el la los las de y que en para una por con del se es como al más sus su no lo son sobre este entre nuestra",
    "it": "il di che e la per un una con non del della le dei nel alla sono gli più anche delle ed come nella da si",
    "pt": "o a os as de que e do da em para um uma com não dos das na no por mais ao se como pela são nos",
    "nl": "de het een en van in is dat op te zijn voor met die niet wij aan er ook om worden naar bij we onze als moet",
    "da": (
        "og i at det er en til af for på med de som den vi ikke har skal der et også fra være eller danmark flere "
        "vores mere efter hele op ud blive bliver få hvor have borgere vigtigt meget samfund børn mod"
    ),
    "sv": (
        "och att det i en är som för på med av till den har vi inte ska ett om kan ska också från eller fler alla vår"
    ),
    "no": (
        "og i at det er en til av for på med de som den vi ikke har skal et også fra være eller norge flere vår ut "
        "mer etter hele opp bli blir få hvor ha våre innbyggere viktig mye samfunn barn mot"
    ),
    "fi": (
        "ja on ei se että ovat oli joka myös kuin sekä mutta tai suomen voi olla niin kun jotta hän ovat ole kaikki sen"
    ),
    "hu": "a az és hogy nem is egy van meg ez mint csak de már vagy el kell lesz magyar azt minden ki nem mert",
    "ro": "și de în la a cu pe că este un o din pentru care nu mai sau prin se sunt ale al vom românia fi va",
    "ru": "и в не на что с по для как это из мы от к его или также все но а за при до будет так",
    "tr": "ve bir bu için ile de da olarak olan daha gibi en çok kadar sonra her var türkiye ne ya biz olacak edilecek",
    "ar": "في من على إلى أن هذا التي الذي مع عن كل لا ما هو هي بين كان قد هذه ذلك",
    "af": (
        "die en van is in het te vir nie om wat met word sal ons dit aan as op deur hulle moet sy ook hierdie meer "
        "alle uit daar wees"
    ),
    "ast": (
        "la el de y que en para una por con del se ye los les más a pola pol nun na son esti esta tolos toles "
        "asturies ensin o d'asturies tamién les"
    ),
    "be": "і ў не на што з па для як гэта мы ад да яго або таксама усе але за пры будзе каб ці ва каля",
    "bg": "и на да за се от в с не по е са ще като че до при или това който които през без както ние към този още",
    "br": (
        "ar an ha da e a er en eus evit gant ez ec'h ur un ul zo hag o hon ne ket ma d'ar d'an dre war holl gwelloc'h"
    ),
    "bs": (
        "i u je na da se za su od sa o koji koje će kao iz do ne biti ili što svih svi kroz ćemo smo bosne "
        "hiljada općina evropske evropskoj također gdje djece prije vrijeme mjesto cijeloj uvijek"
    ),
    "ca": (
        "el la els les de i que en per una amb del dels és com al més no les amb ens sobre aquest aquesta també als "
        "són per nostra seva hem volem dins"
    ),
    "cs": (
        "a se v na je že s z do o k pro i ve jsou které který za od jako nebo také by bude budeme jsme své při po "
        "ale všech více co jejich"
    ),
    "el": "και το να η του της για με που στην από τα των την στο οι θα είναι ο σε τις τους τη στη δεν μας κάθε",
    "eo": "la kaj de en por estas ni al kiu kiuj ke sur pri kun aŭ ne ankaŭ tiu pli niaj nia ĉiuj estu devas",
    "et": (
        "ja on et ei see kui ka ning või oma eesti mis kes saab meie selle peab oleme mida välja aga nii kõik kõigi "
        "rohkem iga üle ole"
    ),
    "eu": (
        "eta da ez dira bat du izan dugu duen baina gure ere egin behar egingo dituen beste dute hau hori izango "
        "euskal edo dituzte den guztien bai"
    ),
    "fo": "og í at á er til ein av við fyri sum tað vit ikki skal ella frá eru hava verða eisini okkara øll kunnu tey",
    "fy": (
        "de it fan en in is dat op te foar mei ek net wy binne by oan wurde hawwe moat ús mear nei troch as om safolle"
    ),
    "gl": (
        "o a os as de que e do da en para unha un con non dos das na no por máis ao se como pola son nos galicia "
        "á é ás nosa tamén coa cos polo ata"
    ),
    "gv": "yn as dy ny ta er lesh da ayns shen ec ass nagh jeh son ooilly mannin vannin shin dooin nyn bee cur dagh ve",
    "hr": (
        "i u je na da se za su od s o koji koje će kao iz do ne biti ili što svih svi kroz ćemo smo hrvatske "
        "tisuća općina europske europskoj također gdje djece prije vrijeme mjesto cijeloj uvijek te tijekom"
    ),
    "id": (
        "yang dan di untuk dengan dari dalam pada ini itu akan tidak kami kita adalah oleh sebagai atau juga setiap "
        "para lebih bagi serta karena"
    ),
    "is": (
        "og að í á er við sem til en um það ekki við með fyrir eru af verður skal hefur eða þess allir íslands vera "
        "verði þarf okkar því öllum"
    ),
    "kw": (
        "an ha hag yn a dhe rag gans dhyworth ni agan yw vydh vynn yma bos mes oll kernow "
        "kernewek usi may pub ow dhyn war"
    ),
    "lb": "an de den d'an ass fir mat déi vun net ze eng een datt mir sinn op och ginn vum iwwer gëtt awer um zu all",
    "lt": (
        "ir į kad yra su iš ar bei tai už apie mes kaip bus nuo lietuvos taip pat dėl per visų mūsų kurie turi būti "
        "savo ne po"
    ),
    "lv": (
        "un ir uz no ar par ka kā lai arī vai pie mēs latvijas tiek visu mūsu kas tā pēc gan būs nav šo savu ikviens "
        "jābūt kuri"
    ),
    "mk": "и на да се за од во не со ќе е кои како што или по до сите ние го ја нема тоа при без оваа исто",
    "mt": (
        "u li ta' il ta tal f' fil għal ma' biex is l hija ma mill bħala aktar għandu kif jew dan din jkun lill "
        "tagħna kull huma mhux nagħmlu sabiex irridu"
    ),
    "pl": (
        "i w na z się do nie że to jest o za dla jak od po są oraz które przez przy który co będzie będziemy tym "
        "także lub nas już wszystkich"
    ),
    "sk": (
        "a sa v na je že s z do o k pre aj vo sú ktoré ktorý za od ako alebo tiež by bude budeme sme svoje pri po "
        "ale všetkých viac čo ich"
    ),
    "sl": (
        "in v je na da se za so bo bomo s z o ki po pri tudi ne kot ali iz od do pa ter vseh več lahko naše smo bodo "
        "slovenije kar mora vsem"
    ),
    "sq": (
        "të e në dhe i për me një që nga do është se nuk si më ne ka janë tonë ose shqipërisë duke të gjithë "
        "këtë mund ndaj"
    ),
    "sr": (
        "i u je na da se za su od sa o koji koje će kao iz do ne biti ili što svih svi kroz ćemo smo srbije "
        "hiljada opština evropske evropskoj takođe gde dece pre vreme mesto celoj uvek tokom"
    ),
    "sr-cyrl": (
        "и у је на да се за су од са о који које ће као из до не бити или што свих сви кроз ћемо смо србије такође где"
    ),
    "sw": (
        "na ya wa kwa ni katika za la kama hii kuwa yetu watu serikali cha vya hiyo au pia tutaweza nchi si bila kila"
    ),
    "tl": "ang ng sa na mga at ay para ni natin ating hindi ito kung may kami bawat lahat upang nito",
    "uk": "і в не на що з по для як це та ми від до його або також усі але за при буде у й є які має щоб наша",
    "vi": "và của các cho là trong có với những được một không để người chúng tôi này từ trên ra sẽ",
    "oc": (
        "la lo los las de e que en per una un amb del dels es coma al pus mai nòstra son sus aquel aquesta tanben "
        "dins als nos"
    ),
    "fa": "و در به از که این را با است برای آن یک ما هر خود تا باید شود می کند",
    "ur": "کے میں کی اور ہے کا سے کو پر کہ ہیں نے یہ گا گی اس ہم لئے بھی ایک",
}
# The code that a list stands for, where one language is written in two alphabets.
SAME = {"sr-cyrl": "sr"}
# Languages near to each other: where their words do not tell which it is, none is named.
NEAR = (
    frozenset(("cs", "sk")),
    frozenset(("hr", "sr", "bs", "sl")),
    frozenset(("da", "no")),
    frozenset(("ga", "gd", "gv")),
    frozenset(("br", "kw")),
    frozenset(("pt", "gl", "es", "ca", "ast", "oc")),
    frozenset(("nl", "af", "fy")),
    frozenset(("bg", "mk", "sr-cyrl")),
    frozenset(("ru", "uk", "be")),
)
# Languages whose endings say what other languages have small words for: fewer of their words are common ones.
SPARSE = frozenset(
    ("be", "bg", "bs", "cs", "el", "et", "eu", "fi", "hr", "hu", "lt", "lv", "mk", "mt", "pl", "ru", "sk", "sl", "sr")
) | {"sr-cyrl", "tr", "uk"}
# Languages in which there are more of them than in most.
DENSE = frozenset(("ast", "ca", "es", "fr", "gl", "it", "oc", "pt", "ro"))
# The letters beyond a to z that each language writes; in English those of loanwords.
ALPHABETS = {
    language: frozenset(letters)
    for language, letters in {
        "en": "éèêëàâäçîïôöûüñ",
        "cy": "âêîôûŵŷäëïöáéíóúàèìòùẃý",
        "ga": "áéíóú",
        "gd": "àèìòùáéó",
        "de": "äöüßéè",
        "fr": "àâæçéèêëîïôœùûüÿ",
        "es": "áéíóúüñçàèïò",
        "it": "àèéìíîòóùú",
        "pt": "áâãàçéêíóôõúü",
        "nl": "áéëïóöüèê",
        "da": "æøåéèêóòôü",
        "no": "æøåéèêóòôü",
        "sv": "åäöéàü",
        "fi": "äöåšžé",
        "hu": "áéíóöőúüű",
        "ro": "ăâîșțşţ",
        "tr": "çğıöşüâîİ",
        "pl": "ąćęłńóśźż",
        "cs": "áčďéěíňóřšťúůýž",
        "sk": "áäčďéíĺľňóôŕšťúýž",
        "hr": "čšžćđ",
        "et": "äöõüšž",
        "lv": "āčēģīķļņšūž",
        "lt": "ąčęėįšųūž",
        "is": "áðéíóúýþæö",
        "mt": "ċġħżàèìòù",
    }.items()
}
# Of those, and of others whose texts no encoding of western or central Europe holds or tells.
_MORE_ALPHABETS = {
    "af": "êëéèïôûáöü",
    "ast": "áéíóúüñḥ",
    "br": "âêîôûùüñé",
    "bs": "čšžćđ",
    "ca": "àçèéíïòóúü·",
    "eo": "ĉĝĥĵŝŭ",
    "eu": "ñçü",
    "fo": "áðíóúýæø",
    "fy": "âêîôûúëïé",
    "gl": "áéíóúüñïç",
    "id": "é",
    "lb": "äëéèêöüçî",
    "oc": "àáçèéíïòóúü",
    "sl": "čšžćđ",
    "sq": "çë",
    "sr": "čšžćđ",
    "sw": "",
    "tl": "ñáéíóúàâ",
    "vi": "".join(chr(code) for code in range(0x1EA0, 0x1EFA)) + "àáâãèéêìíòóôõùúýăđĩũơư",
}
# All that is known of the letters of languages in Latin script.
LATIN_LETTERS = ALPHABETS | {language: frozenset(letters) for language, letters in _MORE_ALPHABETS.items()}
# Codes as above and English names: those that are recognised, and others in which manifestos are written.
NAMES: dict[str, str] = {
    "en": "English",
    "cy": "Welsh",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "da": "Danish",
    "sv": "Swedish",
    "no": "Norwegian",
    "fi": "Finnish",
    "hu": "Hungarian",
    "ro": "Romanian",
    "ru": "Russian",
    "tr": "Turkish",
    "ar": "Arabic",
    "af": "Afrikaans",
    "ast": "Asturian",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "br": "Breton",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "el": "Greek",
    "eo": "Esperanto",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fo": "Faroese",
    "fy": "Frisian",
    "gl": "Galician",
    "gv": "Manx",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "ja": "Japanese",
    "ka": "Georgian",
    "ko": "Korean",
    "kw": "Cornish",
    "lb": "Luxembourgish",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "mt": "Maltese",
    "oc": "Occitan",
    "pa": "Punjabi",
    "pl": "Polish",
    "sk": "Slovak",
    "sl": "Slovene",
    "sq": "Albanian",
    "sr": "Serbian",
    "sw": "Swahili",
    "ta": "Tamil",
    "th": "Thai",
    "tl": "Filipino",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
