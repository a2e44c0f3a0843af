"""The tables of words that tell a place from a person, a paper or an ordinary word.

All are lower case and without accents, as the gazetteer looks words up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTRY_NAMES: Mapping[str, str] = {
    name: country
    for line in """
        US: u.s.|u.s|usa|u.s.a.|u.s.a|united states of america
        GB: u.k.|u.k|britain|great britain|england|scotland|wales|northern ireland
        AE: u.a.e.|emirates
        CD: dr congo|drc|democratic republic of congo|democratic republic of the congo|zaire
        CG: republic of congo|republic of the congo|congo brazzaville
        CI: ivory coast|cote d ivoire|cote divoire
        CZ: czech republic|czechoslovakia
        MM: myanmar|burma
        MK: macedonia
        TR: turkey
        PS: palestine|occupied palestinian territory|occupied palestinian territories
        RU: russian federation|soviet union|ussr|u.s.s.r.
        DE: west germany|east germany
        KR: republic of korea|s. korea
        KP: democratic peoples republic of korea|n. korea
        SY: syrian arab republic
        BA: bosnia|bosnia and herzegovina
        CV: cape verde
        TL: east timor
        SZ: swaziland
        CF: central african republic
        VA: vatican|holy see
        NL: holland
        HK: hong kong
        MO: macau|macao
        TT: trinidad|trinidad and tobago
        AG: antigua and barbuda
        LC: saint lucia
        VC: saint vincent and the grenadines
        CN: mainland china
        LA: lao|laos
    """.split("\n")
    if ":" in line
    for country, names in [line.strip().split(": ")]
    for name in names.split("|")
}
"""Names of countries beside those of the library, one line a country: ISO 3166-1, names."""

REGION_NAMES = """
    IR: Kurdistan|West Azerbaijan|East Azerbaijan|Sistan and Baluchestan|Sistan-Baluchestan|\
Isfahan|Razavi Khorasan|North Khorasan|South Khorasan
    IQ: Kurdistan|Kurdistan Region|Iraqi Kurdistan|Nineveh|Babylon|Salahaddin|Salah al-Din|\
Dhi Qar|Muthanna|Anbar|Diyala
    SY: Aleppo|Homs|Hama|Deir ez-Zor|Deir al-Zor|Daraa|Latakia|Hasakah|Hasaka|Rojava|\
Eastern Ghouta
    PS: West Bank|Gaza Strip|Gaza|East Jerusalem
    UA: Donbas|Donbass|Crimea|Zakarpattia|Volyn
    YE: Hodeidah|Hodeida|Marib|Shabwa|Saada|Hadramawt|Hadhramaut
    SD: Darfur|North Darfur|South Darfur|West Darfur|South Kordofan
    ET: Tigray|Amhara|Oromia
    CD: North Kivu|South Kivu|Ituri
    MM: Rakhine|Kachin State|Shan State|Chin State
    IN: Jammu and Kashmir
    AF: Helmand|Nangarhar|Panjshir|Ghor|Kunar
    PK: Khyber Pakhtunkhwa|Balochistan|Baluchistan|Waziristan|North Waziristan|South Waziristan
    SO: Puntland|Jubaland|Somaliland
    PH: Mindanao
    ID: Papua|West Papua|Aceh|East Java|West Java|Central Java|Central Sulawesi
    DE: Bavaria|Saxony|Lower Saxony|North Rhine-Westphalia|Hesse|Thuringia
    IT: Lombardy|Sicily|Tuscany|Sardinia|Piedmont
    ES: Catalonia|Andalusia|Basque Country
    FR: Brittany|Normandy|Corsica
    RU: Chechnya|Dagestan|Ingushetia|North Ossetia|Siberia
    CN: Xinjiang|Tibet|Inner Mongolia
"""
"""Regions under their English names where the library has the local one: country, names."""

CITY_NAMES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("Basra", "IQ"): ("Basrah",),
    ("Fallujah", "IQ"): ("Al Fallujah",),
    ("Raqqa", "SY"): ("Ar Raqqah",),
    ("Gaza City", "PS"): ("Gaza",),
    ("Khan Younis", "PS"): ("Khan Yunis",),
    ("Jenin", "PS"): ("Janin",),
    ("Mekelle", "ET"): ("Mek'ele",),
    ("New York", "US"): ("New York City",),
    ("Kiev", "UA"): ("Kyiv",),
    ("Zaporizhzhia", "UA"): ("Zaporizhzhya",),
    ("Mecca", "SA"): ("Makkah",),
    ("Bangalore", "IN"): ("Bengaluru",),
    ("Cologne", "DE"): ("Koln",),
    ("Marawi", "PH"): ("Marawi City",),
    ("Hodeidah", "YE"): ("Al Hudaydah",),
    ("Odessa", "UA"): ("Odesa",),
}
"""English names of cities where the library has another one: (name, country), names there."""

DEMONYMS: Mapping[str, str] = {
    word: country
    for line in """
        AF afghan|AL albanian|DZ algerian|US american|AO angolan|AR argentine argentinian
        AM armenian|AU australian|AT austrian|AZ azerbaijani azeri|BH bahraini|BD bangladeshi
        BY belarusian belarussian|BE belgian|BJ beninese|BO bolivian|BA bosnian|BW motswana
        BR brazilian|GB british|BG bulgarian|BF burkinabe|BI burundian|KH cambodian|CM cameroonian
        CA canadian|TD chadian|CL chilean|CN chinese|CO colombian|CD congolese
        HR croatian|CU cuban|CY cypriot|CZ czech|DK danish|DO dominican|NL dutch
        EC ecuadorian ecuadoran ecuadorean|EG egyptian|SV salvadoran salvadorian salvadorean
        ER eritrean|EE estonian|ET ethiopian|FJ fijian|FI finnish|FR french|GM gambian
        GE georgian|DE german
        GH ghanaian|GR greek|GT guatemalan|GN guinean|GY guyanese|HT haitian|HN honduran
        HU hungarian|IS icelandic|IN indian|ID indonesian|IR iranian|IQ iraqi|IE irish|IL israeli
        IT italian|CI ivorian|JM jamaican|JP japanese|JO jordanian|KZ kazakh kazakhstani|KE kenyan
        XK kosovar kosovan|KW kuwaiti|KG kyrgyz|LA laotian|LV latvian|LB lebanese|LR liberian
        LY libyan|LT lithuanian|MG malagasy|MW malawian|MY malaysian|ML malian|MT maltese
        MR mauritanian|MX mexican|MD moldovan|MN mongolian|ME montenegrin|MA moroccan
        MZ mozambican|MM burmese|NA namibian|NP nepali nepalese|NI nicaraguan|NG nigerian
        NE nigerien|NO norwegian|OM omani|PK pakistani|PS palestinian gazan|PA panamanian
        PY paraguayan|PE peruvian|PH philippine filipino|PL polish|PT portuguese|QA qatari
        RO romanian|RU russian soviet|RW rwandan|SA saudi|SN senegalese|RS serbian serb
        SL leonean|SG singaporean|SK slovak slovakian|SI slovenian|SO somali
        ES spanish|LK lankan|SD sudanese|SE swedish|CH swiss|SY syrian|TW taiwanese|TJ tajik
        TZ tanzanian|TH thai|TG togolese|TN tunisian|TR turkish|TM turkmen|UG ugandan
        UA ukrainian|AE emirati|GB english scottish welsh|UY uruguayan|UZ uzbek
        VE venezuelan|VN vietnamese|YE yemeni yemenite|ZM zambian|ZW zimbabwean
    """.replace("\n", "|").split("|")
    if line.strip()
    for country, *words in [line.split()]
    for word in words
}
"""Adjectives of countries, and with an s the people: a hint of the country, not a place."""

NOT_DEMONYM_AFTER = frozenset({"latin", "central", "south", "north", "african", "native", "saint"})
"""Words that make another meaning of the adjective after them: "Latin American"."""

LOCATIVE = frozenset(
    "in at near outside inside around across throughout within into over above off through "
    "toward towards along".split()
)
"""Prepositions that say that something is in the place they name."""

POINTING = frozenset("from to of on between via for by leaving reaching hit hits".split())
"""Words before a name that may be a place."""

PASSED_OVER = frozenset(
    """
    the a an its this that and & northern southern eastern western northeastern northwestern
    southeastern southwestern north south east west northeast northwest southeast southwest
    central downtown greater upper lower coastal nearby neighboring neighbouring rural remote
    border capital port old embattled besieged war-torn occupied rebel-held capital's of
    city cities town towns village villages hamlet province provinces department departments
    region regions district districts governorate state municipality suburb suburbs outskirts
    neighborhood neighbourhood neighborhoods area areas part parts country island peninsula
    valley county canton camp largest second biggest main metropolitan federal mainly
    predominantly
    """.split()
)
"""Words that may stand between the preposition and the name: "in the northern city of"."""

PLACE_NOUNS = frozenset(
    """
    city town village province department region district governorate state municipality county
    airport university street avenue square bridge port island valley river border area suburb
    neighborhood neighbourhood prison hospital camp canton oblast prefecture coast peninsula
    strip time local international highway church
    """.split()
)
"""Words that may follow the name of a place and leave it one: "Medellin Airport"."""

REGION_NOUNS = frozenset(
    "province department region governorate state oblast prefecture provincial county".split()
)
CITY_NOUNS = frozenset("city town village municipality capital port".split())

NAMES_A_PLACE = frozenset(
    """
    city town village hamlet neighborhood neighbourhood district municipality suburb province
    department canton borough locality township settlement island corregimiento
    """.split()
)
"""Words whose "of" names a place, in the gazetteer or not: "the village of"."""

DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec
    """.split()
)

SMALL_WORDS = frozenset(
    """
    a about after again against all also although amid among an and another any are as at be
    because been before being between both but by can could despite did do does during each earlier
    even every few first following for former four from had has have he her here him his how
    however i if in into is it its last later less like many meanwhile more most much near no not
    now of off on once one only or other our out outside over said says several she since so some
    still such than that the their them then there these they this those three through thus to today
    tomorrow tonight two under until up was we were what when where which while who whose why
    will with within without would yesterday yet you
    """.split()
)
"""Words that begin a sentence with a capital and are part of no name."""

NEVER = (
    SMALL_WORDS
    | LOCATIVE
    | POINTING
    | PASSED_OVER
    | PLACE_NOUNS
    | frozenset({"coast", "mountain", "police", "batman"})
)
"""Words that alone are never looked up."""

ORDINARY = frozenset(
    """
    of nice reading mobile bath orange young most same split police man bar sur central union
    ho ba bo wa as is it an am or to so no us me my by be up on el la les los san santa santo
    saint st mar sale male same such date of man men us eu un
    normal liberal hope opportunity independence commerce progress liberty victory battle enterprise
    university college hospital president general major colonel sergeant corporal republic
    independencia libertad esperanza victoria bolivar mercedes florida granada asuncion
    concepcion trinidad march may august bell power summit laurel rose violet sandy grace
    success surprise golden fairfield best much wells banks force imperial loving price
    plant burns lead long short marks king kings queen prince duke hill hills lake forest park
    garden gardens ocean oceans bay beach harbor harbour port ford rich love sun star moon
    van de del di do das cut gap buy call come cox dover along moore see marine maria carmen
    armenia buga carolina christian cruz david douglas eagle field franklin garcia george
    gonzalez grant harper harvey henry hernandez howell hunter hussein irving jackson
    james jefferson johnson kelly kennedy kerry lawrence lee lincoln logan lopez madison marina
    marion marshall martinez mission monroe montgomery morales nelson norman oscar perez perry
    ramos reagan reno roy salem salvador santos tyler vega vernon walker warren warner wayne
    webster wilson army clinton colon cesar meta media ali omar hassan ahmed mohammed
    plaza nation delta alpha patterson pearl patrick republican southern northern eastern western
    """.split()
)
"""Names of places that are ordinary words, forenames or surnames more often."""

OFTEN_UNKNOWN = frozenset(
    """
    province governorate neighborhood neighbourhood municipality canton suburb oblast
    corregimiento department district
    """.split()
)
"""Words after a name that make it a place where it is not in the gazetteer."""

PARTICLES = frozenset(
    """
    san santa santo st saint el la los las al ar as de del do da dos das le les ciudad villa
    puerto nueva nuevo new fort mount abu umm beit bir ain deir tel tell khan kafr
    """.split()
)
"""Words of a place's name that another word of it follows."""

NO_NAME_OF_PLACE = frozenset(
    """
    state police defense defence justice health fire federal interior labor labour education
    agriculture treasury energy finance military army school business shopping residential
    financial industrial entire whole same each every capital security commerce transit first
    second third historic red-light wealthy poor working-class middle-class upper-class
    residential exclusive populous
    """.split()
)
"""Words before "department" or "district" that make it no place by that name."""
