"""Words of what else is counted: things hit, people freed, cut off, sick, in need or tried."""

from __future__ import annotations

from claims.extraction.events.vocabulary.row import expressions, row
from claims.vocabulary import Kind

OTHER = row(
    Kind.OTHER_COUNT,
    "people",
    verbs="free release liberate pardon acquit repatriate deport extradite trap strand maroon "
    "isolate quarantine destroy damage torch raze level flatten loot demolish gut wreck ransack "
    "vandalise vandalize plunder pillage submerge inundate deluge swamp topple crack sink capsize "
    "derail overturn ruin obliterate affect infect orphan widow bereave vaccinate inoculate feed "
    "immunise immunize ground cancel divert suspend dismiss sack charge indict convict sentence "
    "fine prosecute arraign deprive cull shear unroof dent scorch blacken",
    happens="escape collapse",
    done="sickened closed shut blocked stolen burgled robbed swapped exchanged besieged starving "
    "malnourished severed flooded deroofed uninhabitable disconnected impassable",
    itself="stranded ill sick malnourished hungry underground contaminated ablaze marooned "
    "trapped unusable",
    name="release destruction liberation demolition collapse freeing",
    counted="houses homes buildings schools hospitals clinics vehicles trucks tunnels villages "
    "groups factions churches mosques shops bridges boats tents shelters pylons stalls "
    "animals cattle livestock sheep goats hamlets inmates customers dwellings huts shacks "
    "bungalows flats apartments towers warehouses factories temples shrines synagogues classrooms "
    "granaries barns silos roofs chimneys kiosks shanties lorries cars buses motorcycles "
    "motorbikes ambulances tankers barges trawlers dinghies ferries ships vessels trains carriages "
    "wagons coaches flights planes airliners trees poles substations transformers wells pumps "
    "dams embankments culverts roads orchards fields greenhouses vineyards cows buffaloes pigs "
    "poultry chickens hens camels donkeys horses yaks beasts businesses premises "
    "storehouses boreholes windows structures outposts checkpoints bunkers neighbourhoods "
    "settlements incidents orphans widows posts dogs birds calves lambs ewes",
)
OTHER_SEVERAL = expressions(
    verbs="cut off|blow up|blow apart|let go|set free|set ablaze|set alight|set on fire|set fire "
    "to|burn down|"
    "write off|carry away|blow off|rip off|lay waste|knock out|knock down|lay off|bring down|"
    "strip of|put out of action|let out|shut down|tear down|pull down|bulldoze away|sweep away "
    "with|"
    "grant amnesty to|reduce to rubble|reduce to ashes|burn to the ground|turn away|snow in",
    happens="walk free|fall ill|fall sick|test positive|return home|go hungry|go without|"
    "need food|need aid|need help|need assistance|need urgent|need water|"
    "need shelter|need humanitarian|face hunger|face starvation|face famine|face eviction|"
    "depend on aid|rely on aid|have no access|lack access|lack clean|await the gallows|"
    "await execution|await trial|stand trial|go on trial|have to drink|drink from|go free|"
    "take direct hits|take a direct hit|catch fire|go up in flames|go up in smoke|cave in",
    itself="need treatment|needs treatment|needing treatment|without power|without electricity|"
    "without water|without food|without light|"
    "without heating|without clean|in need|direct hits|at risk|in flames|under water|"
    "in ruins|in the dark|on death row|on trial|out of action|out of school|off school|"
    "sick with|ill with|on hunger strike|on board when|in debris|food for|"
    "rations for|water for",
    done="sentenced to death|condemned to death|sentenced to hang|condemned to hang",
    doing="roofs of|tops off|roofs off|bail for|flour for|relief for",
)
ALWAYS = frozenset("groups factions inmates customers".split())
"""Things counted whatever happens to them; the others only where something does."""
