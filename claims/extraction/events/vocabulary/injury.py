"""Words of being hurt, treated and taken to hospital; nouns of wounds and of the body."""

from __future__ import annotations

from claims.extraction.events.vocabulary.row import expressions, row
from claims.vocabulary import Kind

WOUNDED = row(
    Kind.CASUALTY_FIGURE,
    "wounded",
    verbs="wound injure hurt harm maim stab hospitalise hospitalize scald scar blind cripple "
    "mutilate disfigure lacerate gore bruise batter bludgeon knife slash maul concuss paralyse "
    "paralyze deafen manhandle poison treat",
    happens="faint",
    done="burned burnt beaten clubbed bitten bloodied shell-shocked teargassed tear-gassed gassed "
    "scratched grazed singed amputated",
    name="wounding injuring injury injuries wounds stabbing stabbings maiming",
    counted="wounded injured injuries injury amputees",
)
WOUNDED_SEVERAL = expressions(
    verbs="operate on|patch up|stitch up|treat for|beat up|rough up|tear gas",
    happens="fight for life|battle for life|battle for their lives|fight for their life|fight for "
    "their lives|cling to life|undergo surgery|"
    "lose consciousness|lose their sight|lose both|come to harm|require stitches|need stitches|"
    "require oxygen|need oxygen|require hospital|need hospital|"
    "require medical|need medical attention|seek medical|lose an eye|lose an arm|"
    "lose a leg|lose a hand|lose a limb|lose limbs|lose their legs|lose their arms|lose their "
    "hands|"
    "faint from|collapse from",
    itself="needed treatment|required treatment|needed hospital|in hospital|in hospitals|to "
    "hospital|to hospitals|in intensive care|on life support|"
    "on a ventilator|in a coma|in the icu|in icu|in a critical|in critical|critical condition|"
    "serious condition|stable condition|in a serious|in a stable|between life and death|"
    "hospital treatment|medical treatment|medical attention|under treatment|"
    "for treatment|for burns|first aid|receiving treatment|received treatment|broken bones|"
    "smoke inhalation|cuts and bruises|bumps and bruises|under the knife|under observation|"
    "worse for wear|less fortunate|walking wounded",
)
SUFFERED = frozenset(
    "suffered sustained received suffering sustaining suffer sustain have had has with got nursed "
    "nursing incurred treated bearing picked".split()
)
"""Verbs and words that lead to an injury: `suffered burns`, `with stab wounds`."""
INJURIES = frozenset(
    "injuries wounds burns injury wound fractures fracture bruises cuts lacerations concussion "
    "concussions abrasions contusions scratches gashes amputations hypothermia trauma bleeding "
    "whiplash grazes sprains dehydration exhaustion shock heatstroke frostbite poisoning "
    "suffocation scalds stitches".split()
)
"""What is wrong with the injured."""
BREAKING = frozenset(
    "broke broken breaking fractured fracturing lost losing shattered severed dislocated crushed "
    "mangled sprained twisted cracked amputated blew tore cut split hit struck grazed pierced "
    "burned slashed injured".split()
)
"""Verbs that hurt a part of the body."""
BODY = frozenset(
    "leg legs arm arms hand hands foot feet eye eyes eyesight sight limb limbs skull skulls rib "
    "ribs finger fingers toe toes hip hips knee knees ankle ankles wrist wrists shoulder shoulders "
    "collarbone jaw nose teeth neck spine pelvis back chest stomach abdomen thigh thighs face "
    "faces head heads ear ears hearing bones bone elbow heel throat".split()
)
"""Parts of the body."""
