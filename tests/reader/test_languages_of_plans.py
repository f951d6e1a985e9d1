"""The language of short plans, in languages that have stemmers and in those that have none: the right name or none."""

from __future__ import annotations

import unicodedata

import pytest

from reader.language import language_name, language_of

# Written after the lists of words were, and not looked at while they were made.
PLANS = {
    "sk": (
        "Stojíme na strane rodín, ktoré pracujú a platia svoje účty. Naša vláda postaví desaťtisíc bytov "
        "a zvýši platy učiteľov aj zdravotných sestier. Nikto nebude čakať na lekára dlhšie ako mesiac."
    ),
    "cs": (
        "Stojíme na straně rodin, které pracují a platí své účty. Naše vláda postaví deset tisíc bytů a "
        "zvýší platy učitelů i zdravotních sester. Nikdo nebude čekat na lékaře déle než měsíc."
    ),
    "pl": (
        "Stoimy po stronie rodzin, które pracują i płacą rachunki. Nasz rząd zbuduje dziesięć tysięcy "
        "mieszkań i podniesie pensje nauczycieli oraz pielęgniarek. Nikt nie będzie czekał na lekarza "
        "dłużej niż miesiąc."
    ),
    "el": "Στεκόμαστε στο πλευρό των οικογενειών που εργάζονται. Θα χτίσουμε δέκα χιλιάδες σπίτια.",
    "uk": (
        "Ми стоїмо на боці родин, які працюють і сплачують рахунки. Наш уряд збудує десять тисяч квартир "
        "та підвищить зарплати вчителів і медсестер. Ніхто не чекатиме на лікаря довше ніж місяць."
    ),
    "ru": (
        "Мы стоим на стороне семей, которые работают и платят по счетам. Наше правительство построит "
        "десять тысяч квартир и повысит зарплаты учителей. Никто не будет ждать врача дольше месяца."
    ),
    "ro": (
        "Suntem de partea familiilor care muncesc și își plătesc facturile. Guvernul nostru va construi "
        "zece mii de locuințe și va crește salariile profesorilor și ale asistentelor. Nimeni nu va "
        "aștepta medicul mai mult de o lună."
    ),
    "hr": (
        "Stojimo na strani obitelji koje rade i plaćaju svoje račune. Naša vlada izgradit će deset "
        "tisuća stanova i povećati plaće učitelja i medicinskih sestara. Nitko neće čekati liječnika "
        "dulje od mjesec dana."
    ),
    "hu": (
        "Azoknak a családoknak az oldalán állunk, amelyek dolgoznak és fizetik a számláikat. Kormányunk "
        "tízezer lakást épít, és emeli a tanárok és az ápolók bérét. Senki sem vár majd egy hónapnál "
        "tovább az orvosra."
    ),
    "tr": (
        "Çalışan ve faturalarını ödeyen ailelerin yanındayız. Hükümetimiz on bin konut yapacak ve "
        "öğretmenlerin maaşlarını artıracak. Hiç kimse doktor için bir aydan uzun süre beklemeyecek ve "
        "bu bizim için bir söz."
    ),
    "et": (
        "Me seisame nende perede eest, kes töötavad ja maksavad oma arveid. Meie valitsus ehitab kümme "
        "tuhat kodu ning tõstab õpetajate palka. Keegi ei pea arsti ootama kauem kui kuu."
    ),
    "lv": (
        "Mēs esam to ģimeņu pusē, kas strādā un maksā savus rēķinus. Mūsu valdība uzcels desmit "
        "tūkstošus dzīvokļu un paaugstinās skolotāju algas. Neviens negaidīs ārstu ilgāk par mēnesi."
    ),
    "lt": (
        "Mes esame šeimų, kurios dirba ir moka sąskaitas, pusėje. Mūsų vyriausybė pastatys dešimt "
        "tūkstančių butų ir padidins mokytojų algas. Niekas nelauks gydytojo ilgiau nei mėnesį."
    ),
    "ca": (
        "Som al costat de les famílies que treballen i paguen les factures. El nostre govern construirà "
        "deu mil habitatges i apujarà els sous dels mestres. Ningú no esperarà el metge més d'un mes."
    ),
    "eu": (
        "Lan egiten duten eta fakturak ordaintzen dituzten familien alde gaude. Gure gobernuak hamar "
        "mila etxebizitza eraikiko ditu eta irakasleen soldatak igoko ditu. Inork ez du medikuaren zain "
        "hilabete baino gehiago egongo."
    ),
    "gl": (
        "Estamos do lado das familias que traballan e pagan as súas facturas. O noso goberno construirá "
        "dez mil vivendas e subirá os soldos do profesorado. Ninguén agardará polo médico máis dun mes."
    ),
    "pt": (
        "Estamos do lado das famílias que trabalham e pagam as suas contas. O nosso governo construirá "
        "dez mil casas e aumentará os salários dos professores. Ninguém esperará pelo médico mais de um "
        "mês."
    ),
    "ga": (
        "Seasaimid leis na teaghlaigh a oibríonn agus a íocann a gcuid billí. Tógfaidh ár rialtas deich "
        "míle teach agus ardóidh sé pá na múinteoirí. Ní bheidh aon duine ag fanacht ar dhochtúir níos "
        "faide ná mí."
    ),
    "mt": (
        "Aħna man-naħa tal-familji li jaħdmu u jħallsu l-kontijiet tagħhom. Il-gvern tagħna se jibni "
        "għaxart elef dar u jgħolli l-pagi tal-għalliema. Ħadd ma jistenna lit-tabib aktar minn xahar."
    ),
    "is": (
        "Við stöndum með fjölskyldum sem vinna og greiða reikningana sína. Ríkisstjórn okkar byggir tíu "
        "þúsund íbúðir og hækkar laun kennara. Enginn bíður eftir lækni lengur en í mánuð."
    ),
    "af": (
        "Ons staan aan die kant van gesinne wat werk en hulle rekeninge betaal. Ons regering sal "
        "tienduisend huise bou en die salarisse van onderwysers verhoog. Niemand sal langer as 'n maand "
        "vir 'n dokter wag nie."
    ),
    "nl": (
        "Wij staan aan de kant van gezinnen die werken en hun rekeningen betalen. Onze regering bouwt "
        "tienduizend woningen en verhoogt het loon van leraren. Niemand wacht langer dan een maand op "
        "een dokter."
    ),
    "sl": (
        "Stojimo na strani družin, ki delajo in plačujejo svoje račune. Naša vlada bo zgradila deset "
        "tisoč stanovanj in zvišala plače učiteljev. Nihče ne bo čakal na zdravnika dlje kot mesec dni."
    ),
    "bg": (
        "Ние сме на страната на семействата, които работят и плащат сметките си. Нашето правителство ще "
        "построи десет хиляди жилища и ще увеличи заплатите на учителите. Никой няма да чака лекар "
        "повече от месец."
    ),
    "mk": (
        "Ние сме на страната на семејствата кои работат и ги плаќаат сметките. Нашата влада ќе изгради "
        "десет илјади станови и ќе ги зголеми платите на наставниците."
    ),
    "sq": (
        "Ne jemi në krah të familjeve që punojnë dhe paguajnë faturat e tyre. Qeveria jonë do të "
        "ndërtojë dhjetë mijë banesa dhe do të rrisë pagat e mësuesve."
    ),
    "no": (
        "Vi står på familienes side, de som arbeider og betaler regningene sine. Regjeringen vår skal "
        "bygge ti tusen boliger og øke lønna til lærerne. Ingen skal vente på lege lenger enn en måned "
        "etter henvisning."
    ),
    "da": (
        "Vi står på familiernes side, dem der arbejder og betaler deres regninger. Vores regering vil "
        "bygge ti tusind boliger og hæve lønnen for lærerne. Ingen skal vente på en læge i mere end en "
        "måned efter henvisning."
    ),
    "sv": (
        "Vi står på familjernas sida, de som arbetar och betalar sina räkningar. Vår regering ska bygga "
        "tio tusen bostäder och höja lönen för lärarna. Ingen ska vänta på läkare längre än en månad."
    ),
    "fi": (
        "Me olemme niiden perheiden puolella, jotka tekevät työtä ja maksavat laskunsa. Hallituksemme "
        "rakentaa kymmenentuhatta asuntoa ja nostaa opettajien palkkoja. Kukaan ei odota lääkäriä "
        "kuukautta kauemmin, ja se on lupaus."
    ),
    "cy": (
        "Rydym yn sefyll gyda'r teuluoedd sy'n gweithio ac yn talu eu biliau. Bydd ein llywodraeth yn "
        "codi deng mil o dai ac yn codi cyflogau athrawon."
    ),
    "gd": (
        "Tha sinn a' seasamh còmhla ris na teaghlaichean a tha ag obair agus a' pàigheadh nam bilean "
        "aca. Togaidh an riaghaltas againn deich mìle dachaigh."
    ),
    "sr": (
        "Стојимо на страни породица које раде и плаћају своје рачуне. Наша влада ће изградити десет "
        "хиљада станова и повећати плате наставника."
    ),
    "id": (
        "Kami berpihak kepada keluarga yang bekerja dan membayar tagihan mereka. Pemerintah kami akan "
        "membangun sepuluh ribu rumah untuk rakyat."
    ),
    "kw": (
        "Yth eson ni ryb an teyluyow usi owth oberi hag ow pe aga recknow. Agan governans a vynn byldya "
        "deg mil chi ha derevel gober an dhyscadoryon."
    ),
}
# In languages that nobody looks for.
OTHERS = {
    "ha": (
        "Muna tare da iyalai masu aiki da biyan kuɗaɗensu. Gwamnatinmu za ta gina gidaje dubu goma kuma "
        "za ta ƙara albashin malamai. Babu wanda zai jira likita fiye da wata ɗaya."
    ),
    "mg": (
        "Miara-dia amin'ny fianakaviana miasa sy mandoa ny faktiorany izahay. Hanorina trano iray alina "
        "ny governemantanay ary hampiakatra ny karaman'ny mpampianatra."
    ),
    "ht": (
        "Nou kanpe bò kote fanmi k ap travay epi k ap peye bòdwo yo. Gouvènman nou an pral bati dis mil "
        "kay epi l ap ogmante salè pwofesè yo. Pèsonn p ap tann doktè plis pase yon mwa."
    ),
    "ku": (
        "Em li kêleka malbatên ku dixebitin û fatûreyên xwe didin in. Hikûmeta me wê deh hezar xaniyan "
        "ava bike û meaşên mamosteyan zêde bike. Kes dê ji mehekê zêdetir li benda bijîşk nemîne."
    ),
    "sc": (
        "Istamus a costadu de sas famìlias chi traballant e pagant is contos issoro. Su guvernu nostru "
        "at a fraigare deghe mìgia domos e at a pesare is pagas de sos maistros."
    ),
    "yo": (
        "A duro pelu awon idile ti won n sise ti won si n san owo won. Ijoba wa yoo ko ile egberun mewa "
        "yoo si fi kun owo osu awon oluko."
    ),
}
# Nobody who knows what a language is called would take the one for the other.
STEMMED = ("en", "da", "nl", "fi", "fr", "de", "hu", "it", "no", "pt", "ro", "ru", "es", "sv", "tr", "ar")


@pytest.mark.parametrize("language", PLANS)
def test_a_plan_of_three_sentences_has_the_language_that_it_is_in(language: str) -> None:
    assert language_of(PLANS[language]) == language
    assert language_name(language) != language


@pytest.mark.parametrize("language", PLANS)
def test_its_capitals_and_accents_may_be_set_in_any_way(language: str) -> None:
    loud = PLANS[language].upper() if language not in ("tr", "el", "ga") else PLANS[language]
    assert language_of(unicodedata.normalize("NFD", loud)) == language


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_that_nobody_looks_for_is_taken_for_no_other(language: str) -> None:
    assert language_of(OTHERS[language]) == ""


@pytest.mark.parametrize(
    "text", ["Volební program strany\n\nPolicie.", "Łódź: żłobki", "Πρόγραμμα", "Программа", "מצע"]
)
def test_a_title_alone_in_other_letters_is_not_english(text: str) -> None:
    assert language_of(text) not in STEMMED


@pytest.mark.parametrize("names", ["Dáil Éireann Taoiseach Gardaí", "Łódź Kraków Gdańsk", "Müller Søren Peña"])
def test_names_of_another_language_leave_english_english(names: str) -> None:
    plain = "We will light every lane of the harbour and mend the quay, because it is the people who pay for it."
    assert language_of(f"{plain} {names}. {plain}") == "en"


@pytest.mark.parametrize(("many", "few"), [("cy", "ga"), ("ga", "cy"), ("gl", "pt"), ("nl", "af"), ("uk", "ru")])
def test_of_two_languages_the_one_with_most_of_the_text_counts(many: str, few: str) -> None:
    assert language_of(f"{PLANS[many]} {PLANS[many]} {PLANS[many]} {PLANS[few]}") == many
