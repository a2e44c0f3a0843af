"""What columns of words and dates are called, and how hedges are written in other tables."""

from __future__ import annotations

from claims.imports.suggesting.role import Role
from claims.imports.suggesting.words import either
from claims.vocabulary import PartyKind

NO_WORDS = either(
    "code iso iso2 iso3 fips precision accuracy lat latitude lon longitude geom* wkt coord* scale "
    "geo.precision sha hash"
)
"""Words of columns about a place or a source that do not name it."""
HEDGES = either(
    "qualifier hedge hedging approx* accuracy estimate estimated certainty modifier about circa "
    "exactness confidence rounded prefix sign estimation firmness reliability qualif* genauigkeit "
    "ungefahr precision"
)
TEXTS: tuple[tuple[Role, str], ...] = (
    (Role.CLAIMANT, ("claimant claimed.by asserted.by according.to reported.by said.by attribut* "
     "stated.by announced.by selon laut segun spokesperson spokesman authority")),
    (Role.ADDRESS, "url link href web.address website uri permalink source.url lien enlace"),
    (Role.UNIT, "unit unit.of.measure* uom einheit unite unidad"),
    (Role.CLAIMANT, ("source organisation organization agency provider outlet reporter "
     "quelle fuente organismo organisme behorde ministry sourced.from")),
    (Role.KEY, ("event incident event.name incident.name ereignis evenement evento attack.name "
     "battle id key uuid ref reference record case.number")),
    (Role.CATEGORY, ("indicator metric measure variable category item statistic series type "
     "kennzahl indicateur indicador categorie kategorie categoria equipment status side sex gender "
     "age.group age.band age.range age altersgruppe alter edad grupo.de.edad ethnicity "
     "religion profession occupation civilian.status population.group sexo genre "
     "population group what outcome belligerent perpetrator weapon service branch army faction "
     "class "
     "kind subject merkmal art tipo geschlecht sexe sexo nationality contingent actor")),
    (Role.PLACE, ("country place location city town village governorate province region district "
     "state area admin admin1 admin2 admin3 adm1 adm2 adm3 oblast raion municipality county base "
     "territory site camp island where theatre theater front locality settlement zone "
     "ort stadt land bundesland landkreis stadtkreis stadtteil "
     "distrito wilaya gemeinde bezirk kreis gebiet pays ville lieu departement commune "
     "ciudad pais lugar provincia municipio departamento estado localidad zona")),
    (Role.NOTE, ("note comment remark description detail summary headline title narrative context "
     "bemerkung* kommentar anmerkung* beschreibung hinweis* commentaire remarque observacion* nota "
     "comentario descripcion text explanation caveat")),
)  # fmt: skip
"""What a column of words is, by its name; the first that matches counts."""
ROLES_OF_TEXT = tuple((role, either(words)) for role, words in TEXTS)
METRIC = either("indicator metric measure variable statistic series kennzahl indicateur indicador")
"""Names of a column that says what each row counts."""
EVENT = either("event eventid incident ereignis evenement evento battle attack accident")
"""Names of a column that tells events apart."""
COORDINATES = either("lat latitude lon lng longitude latitud longitud coord*")
SAID = either(
    "report reported published publication announced announcement said statement stated release "
    "released posted meldung meldedatum gemeldet bericht berichtsdatum veroffentlich* publie "
    "publication annonce publicado publicacion informe issued as.reported"
)
"""Names of dates on which something was said."""
HOUSEKEEPING = either(
    "accessed created modified updated entered imported retrieved downloaded last.update crawl* "
    "archived abgerufen aktualisiert actualizado edited upload* recorded.by inserted verified.on"
)
"""Names of dates that say something about the row, not about the figure."""
UPDATED = either("update last.update updated aktualisiert actualizado")
"""Names of dates on which a row was last changed, and so last stated."""
AGES = either("age alter altersgruppe altersklasse edad grupo.de.edad tranche.d.age")
"""Names of the ages of people, which break figures down where they are groups."""
WHOSE = either(
    "contributing contributor sending sender donor supplier origin nationality citizenship "
    "belligerent perpetrator actor operator owner"
)
"""Names of countries that say whose something is, not where."""
START = either("start from begin beginning since first von ab debut du desde inicio anfang beginn")
END = either("end to until till last through bis ende fin au hasta finish stop")
DATE = either(
    "date day datum fecha jour tag when period month week year time timestamp dt mois monat mes "
    "jahr annee ano semaine woche semana quarter quartal trimestre as.of asof stand "
    "zeitraum periode periodo"
)
WEEK_ENDING = either(
    "week.ending week.ended week.end week.to wk.ending we semaine.finissant woche.bis "
    "semana.hasta semana.que.termina"
)
"""Names of the last days of weeks."""
WEEK = either("week weekly wk semaine woche semana reporting.week")
"""Names of weeks that leave open which of their days is given."""
YEAR = either("year jahr annee ano yr iyear")
MONTH = either("month monat mois mes imonth")
DAY = either("day tag jour dia iday")

ABOUT, AT_LEAST, MORE, AT_MOST, FEWER, NEARLY = (
    "about", "at least", "more than", "up to", "fewer than", "nearly",
)  # fmt: skip
MEANT = {
    **dict.fromkeys(
        "ca ca. c. circa approx approx. approximate approximated approximation est est. e estimate "
        "estimated ~ ≈ environ env. env rund etwa ungefähr zirka aproximadamente cerca "
        "aprox aprox. rounded unos unas vers autour".split(),
        ABOUT,
    ),
    **dict.fromkeys(
        "min min. minimum + >= ≥ mindestens wenigstens atleast floor".split(), AT_LEAST
    ),
    **dict.fromkeys("more > über plus mehr más exceeding".split(), MORE),
    **dict.fromkeys("max max. maximum <= ≤ höchstens maximal ceiling".split(), AT_MOST),
    **dict.fromkeys("less < fewer unter weniger menos moins".split(), FEWER),
    **dict.fromkeys("fast knapp presque casi beinahe almost".split(), NEARLY),
    "approximate number": ABOUT,
    "a peu pres": ABOUT,
    "à peu près": ABOUT,
    "alrededor": ABOUT,
    "au moins": AT_LEAST,
    "como mínimo": AT_LEAST,
    "por lo menos": AT_LEAST,
    "au minimum": AT_LEAST,
    "au maximum": AT_MOST,
    "como máximo": AT_MOST,
    "au plus": AT_MOST,
    "al menos": AT_LEAST,
    "or more": AT_LEAST,
    "plus de": MORE,
    "más de": MORE,
    "mehr als": MORE,
    "jusqu'à": AT_MOST,
    "bis zu": AT_MOST,
    "hasta": AT_MOST,
    "or fewer": AT_MOST,
    "weniger als": FEWER,
    "moins de": FEWER,
    "menos de": FEWER,
    "alrededor de": ABOUT,
    "in etwa": ABOUT,
    "cerca de": ABOUT,
}
"""Words of hedge columns that our own table of hedges does not list, and what they mean."""
YES = frozenset("true yes y ja oui si sí x 1 wahr".split())
"""A yes in a column that is called approximate or estimated."""
NO = frozenset(
    "false no n nein non 0 falsch exact exactly precise genau exacto confirmed none".split()
)
"""Words that leave a figure as firm as it stands."""
PARTIES = tuple((kind, either(words)) for kind, words in (
    (PartyKind.HEALTH, "health hospital* sante gesundheit* salud moh medical ambulance"),
    (PartyKind.POLICE, "police polizei policia gendarmerie"),
    (PartyKind.GOVERNMENT, "military.administration civil.administration"),
    (PartyKind.ARMED_FORCES, ("army military armed.forces general.staff navy air.force pentagon "
     "centcom defence defense idf armee bundeswehr ejercito")),
    (PartyKind.COURT, "court tribunal prosecutor gericht"),
    (PartyKind.INTERGOVERNMENTAL, "un united.nations ocha unicef unhcr ohchr nato iom unrwa osce"),
    (PartyKind.RIGHTS_GROUP, ("rights amnesty observatory red.cross croix.rouge rotes.kreuz "
     "red.crescent cruz.roja ngo msf menschenrechte droits")),
    (PartyKind.AGENCY, "reuters afp ap dpa xinhua tass interfax anadolu upi efe irna news.agency"),
    (PartyKind.OUTLET, "news times post tv radio media herald bbc cnn newspaper zeitung guardian"),
    (PartyKind.GOVERNMENT, ("ministr* government governor ministere minister* "
     "state.department embassy municipality mayor white.house gobierno regierung gouvernement")),
    (PartyKind.RESEARCH, "university institute research universitat universidad"),
))  # fmt: skip
"""What a party is, by words of its name."""
ADDRESS_START = ("http://", "https://")
