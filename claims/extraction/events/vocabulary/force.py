"""Words of armed forces, attacks and weapons."""

from __future__ import annotations

from claims.extraction.events.vocabulary.row import expressions, row
from claims.vocabulary import Kind

TROOPS = row(
    Kind.TROOP_COUNT,
    "troops",
    verbs="deploy station redeploy dispatch mobilise mobilize garrison reinforce send base "
    "rotate loan lend withdraw recruit enlist amass muster "
    "draft fly",
    itself="patrolling",
    name="deployment contingent garrison withdrawal force redeployment mobilisation mobilization "
    "contingents reinforcement call-up dispatch strength",
    counted="troops soldiers servicemen servicemembers personnel peacekeepers marines reservists "
    "troop paratroopers fighters guardsmen conscripts reinforcements advisers advisors instructors "
    "battalions strong mercenaries legionnaires infantrymen sappers combatants "
    "cavalrymen gunners airmen draftees auxiliaries commandos militiamen",
)
TROOPS_SEVERAL = expressions(
    verbs="call up|bring home|stand down|send in|draw down|fly in|put on the streets",
    happens="dig in|stand guard|take up positions|take up position|man the|set foot|mass on|"
    "mass along|serve in|keep watch",
    itself="dug in|on patrol|in position|on standby|on alert|under arms|on duty|on the streets|"
    "on the ground|in all|troop levels",
)
ARMED = frozenset(
    "troops soldiers servicemen servicemembers servicewomen personnel peacekeepers marines "
    "reservists troop paratroopers fighters guardsmen conscripts reinforcements advisers advisors "
    "instructors battalions brigades regiments mercenaries legionnaires infantrymen sappers "
    "combatants airmen auxiliaries commandos militiamen police policemen officers gendarmes "
    "guards rangers recruits cadets men women forces infantry constables agents volunteers "
    "gunners sailors pilots engineers trainers monitors observers specialists medics military "
    "militants insurgents rebels guerrillas snipers scouts members operatives vigilantes tanks "
    "members detectives patrolmen".split()
)
"""Who can be sent or stationed: armed people, or those who go with them."""
ATTACKS = row(
    Kind.ATTACK_TALLY,
    "attacks",
    counted="attacks strikes airstrikes bombings explosions ambushes raids clashes shootings "
    "shellings blasts assaults attack strike airstrike raid sorties incursions violations "
    "bombardments skirmishes arsons breaches detonations gunfights firefights shootouts stabbings "
    "lootings hijackings carjackings salvos volleys barrages infringements intrusions offensives "
    "car-bombings explosion bombing ambush blast shelling",
)
STRUCK = frozenset(
    "attack attacked attacks shelled shell bombed bomb hit hits struck strike raided raid targeted "
    "fire fired ambushed pounded bombarded assaulted stormed violated breached probed rocketed "
    "torched vandalised vandalized looted mortared strafed dropped launched opened broke clashed "
    "shot stoned attacking shelling bombing striking raiding firing violating set exchanged "
    "exploded robbed invaded truce ceasefire artillery arsonists".split()
)
"""Words near a number of times that is one of attacks: `was shelled 47 times`."""
WEAPONS = row(
    Kind.WEAPONS_COUNT,
    "weapons",
    counted="rockets missiles drones rifles grenades mortars weapons tanks bombs shells mines "
    "aircraft helicopters artillery pistols rocket missile guns landmines firearms launchers "
    "howitzers machine-guns revolvers projectiles munitions warheads jets warplanes uavs "
    "detonators cartridges ammunition explosives devices ied ieds shotguns carbines magazines "
    "bullets torpedoes interceptors apcs submunitions bomblets machetes knives swords daggers "
    "kalashnikovs ak-47s submachine-guns handguns silencers bayonets cannons cannon flamethrowers "
    "quadcopters gunships bombers torpedo drone rifle pistol revolver shotgun shell bomb mine "
    "grenade mortar howitzer tank launcher gun helicopter jet firearm landmine",
)
ARMS_SEIZED = frozenset(
    "seized recovered found confiscated impounded surrendered recovers seizes seize captured cache "
    "destroyed downed intercepted discovered unearthed".split()
)
"""Words with which one weapon is a figure: `a pistol was recovered`."""
