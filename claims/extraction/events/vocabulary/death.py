"""Words of dying and of being killed, and of casualties that are counted together."""

from __future__ import annotations

from claims.extraction.events.vocabulary.row import expressions, row
from claims.vocabulary import Kind

KILLED = row(
    Kind.CASUALTY_FIGURE,
    "deaths",
    verbs="kill slay murder assassinate massacre execute slaughter butcher behead decapitate lynch "
    "electrocute neutralise neutralize eliminate liquidate exterminate annihilate garrotte "
    "strangle throttle smother crush trample bayonet hack incinerate claim consume drown bury "
    "dismember disembowel",
    happens="die perish succumb suffocate asphyxiate starve expire",
    done="gunned mowed mown shot hanged felled lost lynched martyred stoned immolated asphyxiated "
    "smothered suffocated entombed interred cremated",
    itself="dead deceased lifeless slain perished drowned dying",
    name="death deaths killing killings murder murders assassination assassinations execution "
    "executions massacre massacres slaying slayings killers murderers assassins killer murderer "
    "assassin toll tally bodies body corpses corpse remains lives fatality fatalities victims "
    "martyrs beheading beheadings lynching lynchings hanging hangings drowning drownings suicide "
    "suicides demise slaughter martyrdom homicide "
    "homicides manslaughter electrocution decapitation strangling carcasses",
    counted="deaths fatalities dead bodies corpses lives death fatality killings murders "
    "executions "
    "assassinations martyrs drownings coffins homicides suicides lynchings beheadings "
    "hangings cadavers skeletons",
)
KILLED_SEVERAL = expressions(
    verbs="cost their lives|cost their life|gun down|mow down|cut down|strike down|shoot dead|"
    "shoot down dead|put to death|"
    "wipe out|snuff out|finish off|pick off|bump off|string up|club to death|burn alive|"
    "bury alive|tear apart|roast alive|hack down|stab dead|"
    "crush to death",
    happens="lose their lives|lose their life|lay down their lives|lay down their life|"
    "give their lives|give their life|take their own lives|take their own life|"
    "end their own lives|end their lives|end their life|meet their death|meet their deaths|"
    "meet their end|meet their maker|meet a violent death|meet violent deaths|"
    "meet a watery grave|meet watery grave|find a watery grave|breathe their last|pass away|"
    "commit suicide|pay with their lives|pay with their life|pay the ultimate price|pay the "
    "supreme price|make the supreme sacrifice|"
    ""
    "make the ultimate sacrifice|attain martyrdom|embrace martyrdom|fall in battle|fall in an "
    "encounter|fall in an ambush|fall in a clash|"
    "fall in combat|fall in the line of duty|go down with|go to the gallows|bleed to death|"
    "plunge to their deaths|fall to their deaths|come home in coffins|drop dead|lose its life|"
    "leave behind orphans|kick the bucket|give up the ghost",
    itself="to hell|to their doom|to death|to pieces|to cinders|to ashes|to their deaths|to their "
    "death|"
    "to their graves|to their grave|to early graves|to an early grave|to their early graves|"
    "to an untimely death|laid to rest|found dead|declared dead|pronounced dead|brought dead|"
    "dead on arrival|presumed dead|feared dead|did not survive|failed to survive|not survive|"
    "did not make it|not make it out|didn’t make it|didn't make it|never came home|"
    "never made it|no longer alive|in body bags|in coffins|to hang|at the morgue|"
    "in the morgue|in the mortuary|burned beyond recognition|burnt beyond recognition|"
    "charred beyond recognition|came too late|died of|hacked to",
    done="carried off by|burnt alive|burnt to|blown to|torn to",
    doing="took the life of|took the lives of|taken the lives of|taken the life of|"
    "taking the lives of|take the lives of|takes the lives of|claim the lives of|"
    "cost the lives of|cost the life of|costing the lives of|costing the life of|"
    "fatal to|fatal for|deadly for|throats of|throat of|too late for|put to the sword|"
    "responsible for the deaths of",
    name="fatal shooting|fatal stabbing|fatal shootings|body count|death toll|"
    "dead bodies|last rites",
)
CASUALTIES = row(
    Kind.CASUALTY_FIGURE,
    "casualties",
    name="casualties losses",
    counted="casualties victims",
)
