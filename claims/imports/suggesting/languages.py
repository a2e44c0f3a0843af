"""The language of a table, by the words of its headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.imports.suggesting.names import words_of
from claims.imports.suggesting.words import either

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = {
    "de": either(
        "datum tote toten getotete verletzte vermisste vertriebene quelle stand bundesland land "
        "ort stadt gemeinde gesamt insgesamt neue anzahl zahl laut bemerkung monat jahr verluste "
        "festgenommene verwundete opfer todesopfer woche tag kreis bezirk geschlecht alter"
    ),
    "fr": either(
        "deces mort tue blesse disparu lieu pays ville departement selon nouveau nouveaux nouvelle "
        "hospitalisation reanimation cumul mois annee jour sexe age.du evenement deplace "
        "commune remarque organisme debut fin otage refugie"
    ),
    "es": either(
        "fecha muerto fallecido herido desaparecido municipio provincia pais ciudad fuente lugar "
        "nuevos mes ano dia acumulado detenido desplazado sexo edad segun localidad "
        "departamento secuestrado observaciones"
    ),
}
"""Words of headings that are of one language and not English; accents left out."""
ENGLISH = either(
    "killed injured wounded dead death missing displaced city country place source note report "
    "reported month year week day state county"
)
CLEARLY = 2
"""How many headings must be of a language."""


def language_of(headings: Iterable[str]) -> str:
    """Return the language of headings, English unless it is clearly another.

    >>> language_of(["Datum", "Tote", "Quelle"]), language_of(["Date", "Killed", "Land"])
    ('de', 'en')
    """
    words = [words_of(heading) for heading in headings]
    found = {code: sum(bool(p.search(w)) for w in words) for code, p in LANGUAGES.items()}
    best = max(found, key=found.__getitem__)
    others = [count for code, count in found.items() if code != best]
    english = sum(bool(ENGLISH.search(one)) for one in words)
    is_clear = found[best] >= CLEARLY and found[best] > max(*others, english)
    return best if is_clear else "en"
