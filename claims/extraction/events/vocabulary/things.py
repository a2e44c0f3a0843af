"""Nouns that are no people, and words that tell something of people only."""

from __future__ import annotations

THINGS = frozenset(
    "cases posts banks offices stores shots rounds copies votes seats points percent percentage "
    "dollars euros "
    "rupees dinars dirhams riyals rials lira francs crowns kroner baht ringgit rand yen "
    "roubles rubles shekels pesos naira colones pesetas shillings years year months month weeks "
    "week days day "
    "nights night hours hour minutes minute seconds decades centuries kilometers kilometres km "
    "miles meters metres feet inches tons tonnes kilograms kilos kg pounds grams litres liters "
    "barrels gallons sticks degrees times occasions acres hectares pages floors stories storeys "
    "places towns cities districts municipalities provinces departments countries states fronts "
    "counties continents nations charges counts reasons phases stages parts meetings talks "
    "elections positions areas rallies discussions games matches sessions interviews documents "
    "records assets stakes shares contracts goals medals titles races rounds sets innings wickets "
    "runs episodes films songs albums books chapters articles papers letters orders numbers "
    "containers computers phones calls messages emails trailers boosters parameters factors "
    "sectors quarters trips laps steps ways sides teams clubs companies firms brands "
    "products items pieces bags boxes sacks packets doses jabs kits tickets coins notes volumes "
    "features versions users sites pages websites servers centers centres meters thermometers "
    "characters chambers borders rivers corners colors colours flavors layers papers "
    "drawers errors mirrors motors tractors reactors indicators behaviours doors floors "
    "armies parties governments ministries agencies organisations organizations unions claims "
    "proposals lawsuits complaints petitions resolutions laws bills questions answers "
    "tournaments championships concerts ceremonies workshops courses programmes programs "
    "projects plans initiatives jobs vacancies schemes loans grants".split()
)
"""Nouns for what is no victim, though a verb of death stands near."""

AMBIGUOUS = frozenset(
    "buried bury burying claim claimed claiming claims consume consumed consumes consuming crush "
    "crushed crushing drown drowned drowning eliminated eliminate eliminating execute executed "
    "executes executing expire expired felled hacked hack hanged lives losses lost poisoned "
    "remains smothered starve starved stoned suffocated toll body slaughtered "
    "beaten bruised burned burnt blind blinded bitten cripple crippled hurt treat treated "
    "treating treats "
    "bust busted capture captured captures capturing collared cuffed hold holding holds held net "
    "nets netted netting nicked seize seized seizes seizing snatch snatched snatching shackled "
    "surrender surrendered netted "
    "accommodate accommodated airlift airlifted bring bringing brings brought dislodged displace "
    "evict host hosted hosting hosts housed lodged pick picked picking picks pluck "
    "plucked plucking pull pulled pulling pulls relocated relocating rescue save saved saves "
    "saving shelter sheltered survive survived uprooted vanish vanished winched disappeared "
    "base based deploy deployed deploying dispatch dispatched dispatching force "
    "reinforced send sending sends sent shot stationed stationing withdraw withdrawing "
    "fed feed feeding feeds charge charged charges convict dismiss dismissed escape escaped fine "
    "fined free freed grounded "
    "isolated pardon prosecute release released releases releasing sack sacked sentence sentenced "
    "suspended trapped victims".split()
)
"""Words that tell something of people only: `holding six men`, not `holding six meetings`."""
