"""Words of arrest and of abduction."""

from __future__ import annotations

from claims.extraction.events.vocabulary.row import expressions, row
from claims.vocabulary import Kind

DETAINED = row(
    Kind.DETENTION,
    "detained",
    verbs="arrest rearrest recapture detain hold capture imprison jail apprehend intern remand "
    "incarcerate nab collar "
    "bust handcuff cuff shackle manacle nick interrogate",
    happens="surrender languish",
    done="netted pinioned",
    itself="custody",
    name="arrest arrests detention detentions capture imprisonment surrender apprehension "
    "incarceration internment roundup round-up",
    counted="arrests detainees detentions suspects prisoners arrest internees warrants pows",
)
DETAINED_SEVERAL = expressions(
    verbs="round up|haul in|haul up|haul away|haul off|lead away|take in|pull in|bring in|"
    "lock up|lock away|cart off|cart away|take into custody|take prisoner|place under arrest|"
    "put under arrest|put behind bars|throw in jail|throw into jail|throw behind bars|"
    "remand in custody|smoke out|scoop up|sweep up|pounce on|book for|book under|swoop on",
    happens="turn themselves in|give themselves up|hand themselves over|hand themselves in|"
    "turn themselves over|land in jail|land in custody|land in the police net|"
    "land in police net|end up in police|end up in custody|end up in jail|spend the night in the "
    "cells|"
    "fall into the hands of|fall into the hands|be in the cells|lay down their arms",
    itself="behind bars|in custody|in detention|in handcuffs|in chains|in irons|under arrest|"
    "under house arrest|on remand|in police vans|in the police net|in police net|"
    "in the dock|in the cells|in police cells|in prison|in jail|in jails|in prisons|"
    "in police custody|into custody|in the net|to cells|into captivity by",
    doing="net|nets|netting|warrants against|warrants for|warrant for|slapped the cuffs on",
)
KIDNAPPED = row(
    Kind.OTHER_COUNT,
    "kidnapped",
    verbs="kidnap abduct snatch seize",
    done="pressganged ganged waylaid",
    itself="hostage captive",
    name="kidnapping abduction kidnappings abductions abductors kidnap ransom",
    counted="hostages captives abductees kidnappings abductions",
)
KIDNAPPED_SEVERAL = expressions(
    verbs="carry off|march away|march off|whisk away|whisk off|spirit away|spirit off|take away|"
    "drag away|drag off|bundle into|bundle off|make off with|take hostage|take captive|"
    "hold hostage|hold captive|hold to ransom|hold for ransom|keep in their power|"
    "keep captive|lead off into|force into a car|force into a vehicle",
    itself="in the hands of|in captivity|in their power|in their hands|in their grip|"
    "in their clutches|at gunpoint|being held captive|against their will|for ransom|"
    "into captivity|as hostages|as hostage",
)
POLICE = frozenset(
    "police policemen officers detectives constables gendarmes soldiers troops army agents "
    "plainclothes authorities security intelligence prosecutors immigration customs guards cops "
    "sleuths operatives rangers gardaí gardai militia marines troopers sheriff".split()
)
"""Those who, taking people, arrest them: `was picked up by police`."""
GANGS = frozenset(
    "gunmen bandits kidnappers pirates hoodlums rebels militants insurgents jihadists gang gangs "
    "cultists guerrillas dissidents cartel herders raiders assailants attackers robbers hitmen "
    "abductors captors terrorists militiamen masked militia extremists".split()
)
"""Those who, taking people, abduct them."""
TAKEN = frozenset(
    "took taken takes taking grabbed seized seizing picked hold held holding holds keep keeping "
    "kept captured bundled whisked marched dragged lifted hauled snatched forced".split()
)
"""Verbs of taking people that their doers explain."""
