"""What columns are called: the words of figures, in English, French, German and Spanish.

Words are small letters without accents; `verletz*` stands for every word that begins so, and
an English plural need not be listed. The first concept that a name matches counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.vocabulary import Basis, Kind


def either(words: str) -> re.Pattern[str]:
    """Return a pattern for any of some words, or phrases joined by dots: `to.date`.

    >>> bool(either("killed verletz*").search("verletzte"))
    True
    """
    listed = (re.escape(one).replace(r"\*", r"\w*").replace(r"\.", " ") for one in words.split())
    return re.compile(rf"\b(?:{'|'.join(listed)})s?\b")


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that is counted: its words, unit and kind."""

    name: str
    words: re.Pattern[str]
    unit: str
    """The unit; empty where the column's own words are the best."""
    kind: Kind
    basis: Basis | None = None
    """How such numbers count, where that goes without saying."""


CASUALTIES = Concept(
    "casualties", either("casualt* victim victime opfer victima*"), "casualties",
    Kind.CASUALTY_FIGURE,
)  # fmt: skip
KILLED_WORDS = (
    "killed kill nkill killing dead death fatalit* died deceased toll kia slain martyr* "
    "corpse bodies executed murdered "
    "mort morte tue tuee deces decede* "
    "tot tote toten todesf* todesopfer getot* getoet* gefallene* verstorbene* "
    "muert* fallecid* asesinad*"
)
KILLED = Concept(
    "deaths",
    either(KILLED_WORDS),
    "deaths",
    Kind.CASUALTY_FIGURE,
)
INJURED = Concept(
    "injured",
    either(
        "injur* wounded wound nwound wia hurt maimed blesse* verletz* verwund* herid* lesionad*"
    ),
    "injured",
    Kind.CASUALTY_FIGURE,
)
LOSSES = Concept(
    "losses", either("loss losses lost perte verlust* perdida*"), "", Kind.OTHER_COUNT
)  # fmt: skip
CONCEPTS = (
    KILLED,
    INJURED,
    Concept(
        "missing", either("missing disappear* disparu* vermiss* desaparecid*"), "missing",
        Kind.CASUALTY_FIGURE, Basis.LEVEL,
    ),
    Concept(
        "hostages", either("hostage abduct* kidnap* otage geisel* entfuhrt* rehen* secuestrad*"),
        "abducted", Kind.DETENTION,
    ),
    Concept(
        "detained",
        either(
            "detain* detention arrest* imprison* prisoner pow captive jailed "
            "detenu* festnahm* festgenomm* verhaft* inhaftiert* gefangene* detenid* preso"
        ),
        "detained",
        Kind.DETENTION,
    ),
    Concept(
        "refugees", either("idp refugee refugie* fluchtling* refugiad* asylum.seeker returnee"),
        "", Kind.OTHER_COUNT, Basis.LEVEL,
    ),
    Concept(
        "displaced", either("displac* evacu* deplace* vertrieben* evakuier* desplazad*"),
        "displaced people", Kind.OTHER_COUNT, Basis.LEVEL,
    ),
    CASUALTIES,
    Concept(
        "attacks",
        either(
            "attacks strikes airstrikes raids incident events bombings shellings shelling "
            "explosion clash "
            "clashes battles massacre assaults violations sorties "
            "attaques frappes angriff* anschl* vorfall* vorfalle ataques incidente"
        ),
        "attacks",
        Kind.ATTACK_TALLY,
    ),
    Concept(
        "buildings",
        either(
            "home house housing building school hospital mosque church dwelling bridge shelter "
            "maison ecole hopital hauser gebaude schule* krankenhauser casas edificio escuela"
        ),
        "",
        Kind.OTHER_COUNT,
    ),
    Concept(
        "weapons",
        either(
            "tank aircraft airplane plane jet helicopter drone uav uavs uas missile rocket "
            "artillery "
            "howitzer mortar gun apc afv ifv mrl mlr mlrs vehicle truck auto ship boat vessel "
            "warship "
            "submarine launcher radar equipment materiel ammunition shell weapon bomb armor armour "
            "armored armoured air.defence air.defense system loitering "
            "char avion helicoptere vehicule panzer flugzeuge hubschrauber fahrzeuge schiffe "
            "drohne "
            "drohnen raketen tanque avione helicoptero vehiculo misil misiles dron drones buque"
        ),
        "",
        Kind.WEAPONS_COUNT,
    ),
    LOSSES,
    Concept(
        "destroyed", either("destroyed damaged captured abandoned seized"), "", Kind.OTHER_COUNT
    ),
    Concept(
        "troops",
        either(
            "troop soldier personnel force strength servicem* manpower adviser advisor contractor "
            "fighter militant combatant peacekeeper "
            "soldat effectif* truppe truppen soldaten streitkrafte tropa soldado efectivo"
        ),
        "troops",
        Kind.TROOP_COUNT,
        Basis.LEVEL,
    ),
    Concept("attacks", either("attack strike raid bombing assault attaque ataque"), "attacks",
            Kind.ATTACK_TALLY),
    Concept(
        "people",
        either(
            "child children women woman men civilian journalist people person household family "
            "families affected hospitali* hosp reanimation* intensive.care intensiv* icu "
            "patient caso falle infected infection infektion* infiziert* contagi* "
            "rescued survivor protester worker medic case "
            "staff enfant femme kinder frauen zivilist* nino nina mujer mujeres civil civiles"
        ),
        "",
        Kind.OTHER_COUNT,
    ),
)  # fmt: skip
"""What is counted, the surer word first: soldiers killed are deaths, drone attacks are attacks."""
GROUPS = {"household": "households", "famil": "families"}
"""Words of a name that make families the unit, not people."""
GENERIC = either(
    "value count number total sum amount figure estimate n num qty quantity best "
    "wert anzahl zahl summe gesamt gesamtzahl valeur nombre valor numero cantidad cifra"
)
"""Names of a number that leave open what it counts."""
HARD = either(
    "ext extrapol* estimated projected projection projections forecast* modelled modeled imput* "
    "interpolat* predict* "
    "diff difference delta change increase decrease rate ratio percent* pct prct share per average "
    "avg mean median smoothed rolling std index idx population pop inhabitant lat latitude lon lng "
    "longitude coord* code fips iso iso2 iso3 zip postal id gid uid uuid timestamp epoch "
    "taux pourcent* moyenne differenz veranderung quote anteil prozent* durchschnitt einwohner* "
    "bevolkerung breitengrad langengrad tasa porcentaje promedio poblacion latitud longitud "
    "diferencia hochgerechnet geschatzt estime estimado proyect* extrapole* usd eur price cost"
)
"""Words of numbers that are no count of anything, whatever else their name says."""
SOFT = either(
    "round year month day week quarter hour minute time duration age rank page line row version "
    "precision "
    "clarity phase wave start end offset position distance km radius elevation altitude depth "
    "source id nr no ref level score rating grade class sequence seq serial key word char phone "
    "jahr monat tag woche annee mois jour ano mes dia semana semaine period budget temperature size"
)
"""Words of numbers that are no count, unless the name also says what is counted."""
TALLY = either(
    "cum cumul* total.to.date to.date running since so.far overall accumulat* kumul* bislang "
    "bisher "
    "acumulad* running.total depuis seit desde itd ytd "
    "hasta.la.fecha a.ce.jour bis.heute to.now until.now"
)
"""Words of running totals."""
TOTAL = either("total totale totaux totales gesamt* insgesamt overall sum summe")
"""Words of totals, which may run or be the sum of the numbers beside them."""
FILLING = either(
    "of the de du des der die das la le les el los las number nombre numero anzahl zahl report "
    "reported confirmed cum so far"
)
"""Words of a name that say nothing about what is counted."""
GROWING = either(
    KILLED_WORDS + " injur* wounded blesse* verletz* verwund* herid* casualt* case destroyed attack"
)
"""Words of things that only become more as time goes on."""
AS_OF = either("as.of asof stand a.fecha.de situation.au etat.au")
"""Names of dates on which something stood."""
INTERVAL = either(
    "new newly daily weekly monthly yearly today yesterday added last.24h 24h 24 in.24h per.day "
    "neu neue neuer neues quotidien* nouveau nouveaux nouvelle nuevo nuevos nueva diari* taglich* "
    "day week month recent additional"
)
"""Words of counts within a row's own period."""
LEVEL = either(
    "strength present deployed stationed held currently current remaining active stock inventory "
    "operational in.custody headcount on.hand stationiert bestand presents desplegad* now "
    "sheltered in.shelters in.shelter in.hospital in.icu intensive* intensiv* reanimation* "
    "hospitali* hosp icu patient beds in.treatment "
    "in.camps in.detention aktuell actuellement actualmente still derzeit"
)
"""Words of a stock at a time."""
LOW = either(
    "low lower min minimum lowest least from.estimate untere mindest* bas niedrig minimo bajo"
)
HIGH = either("high higher upper max maximum highest most obere hochst* haut hoch maximo alto")
BEST = either("best mid middle central point estimate est likely main bound figure range")
"""Words beside those of the least and the most; a best estimate has them, or none."""
