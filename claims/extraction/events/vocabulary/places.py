"""Verbs of motion, and the places that tell what became of those who move or are moved."""

from __future__ import annotations

from claims.extraction.events.vocabulary.row import What

TAKING = frozenset(
    "pulled hauled fished plucked dragged led lifted coaxed flown flew flies fly ferried ferry "
    "ferries took taken takes take taking brought carried bused bussed bundled marched whisked "
    "herded pushed turned thrown winched freed dug removed rushed moved "
    "transferred transported airlifted pulling hauling lifting lift dragging ferrying flying "
    "bringing taking moving rushing snatched sent sending sends admitted shifted move "
    "cut stretchered trucked conveyed helped recovered shipped chased flushed retrieved hoisted "
    "seized grabbed helicoptered escorted guided pull haul drag pluck bring".split()
)
"""Verbs of taking people somewhere, told by where: `hauled 12 kayakers from the water`."""
MOVING = frozenset(
    "fled flee fleeing "
    "poured pour pouring streamed stream streaming trekked trek limp limped "
    "limping flocked flooded surged walked trudged scrambled scrambling swarmed spilled spilt "
    "arrived arriving arrive entered moved moving headed crossed crossing cross ran run running "
    "escaped crowded crammed packed huddled squeezed spent spend slept sleeping sleep "
    "camped camping live living lives lived stayed staying stay sheltered sought seek "
    "landed reached went gone going come came climbed clambered crawled swam staggered turned "
    "checked ended herded bedded returned abandoned left leave leaving leaves emptied "
    "quit remain remained waiting".split()
)
"""Verbs of people who move or stay, told by where: `poured into the camp`."""
FROM = frozenset("from off out beneath under underneath".split())
"""Words before the place that people are taken from."""
TO = frozenset("to into in at on onto inside for aboard across over through towards toward".split())
"""Words before the place that people are taken to, or are at."""
_LEFT = {
    What.RESCUED: "water waters sea surf waves river lake canal rubble wreckage debris ruins shaft "
    "well mine pit cave cliff cliffs ledge rocks roof roofs rooftop rooftops treetops tree trees "
    "blaze flames inferno tunnel mountain mountainside slope slopes summit peak snow mud mudslide "
    "floodwater floodwaters flood floods dinghy dinghies raft boat boats ship vessel lift lifts "
    "elevator gorge ravine avalanche staircase crevasse glacier cable cradle ice islet sandbank "
    "balcony balconies gondola trawler ferry shipwreck wreck silo building hotel basement "
    "cellar captivity hideout kidnappers captors captor creek crater marsh swamp",
    What.DISPLACED: "home homes house houses village villages land lands settlement settlements "
    "neighbourhood neighbourhoods neighborhood neighborhoods cottage flat flats apartment "
    "apartments country quarter quarters district districts area areas farm farms hamlet "
    "hamlets town towns tenement tenements block estate slum slums shanties dwellings zone "
    "region",
    What.KIDNAPPED: "school schools dormitory dormitories hostel classroom classrooms bed beds bus "
    "buses vehicle vehicles car church churches mosque seminary convent wedding",
}
"""Places left, by what happened to those who were taken out of them."""
_REACHED = {
    What.DETAINED: "custody cell cells jail prison station van vans detention court "
    "precinct lockup lock-up stockade",
    What.WOUNDED: "hospital hospitals clinic clinics ward wards infirmary surgeons doctors "
    "treatment care icu theatre",
    What.RESCUED: "safety shore ashore surface lifeboat helicopter helicopters",
    What.KILLED: "morgue morgues mortuary mortuaries grave graves cemetery",
    What.DISPLACED: "camp camps shelter shelters school schools gym gymnasium gyms hall halls "
    "church churches mosque mosques hills ground border frontier centre centres center centers "
    "stadium stadiums tent tents court relatives neighbours cousin friends buildings "
    "classrooms monastery monasteries convents roadside bank country tarpaulins hotels "
    "forests barns basement basements bunkers metro subway",
    What.KIDNAPPED: "bush forest jungle captivity gunpoint creeks mangroves hideout",
}
"""Places reached, by what happened to those who were taken or went there."""
LEFT = {noun: what for what, nouns in _LEFT.items() for noun in nouns.split()}
"""What became of those taken out of a place, by its noun."""
REACHED = {noun: what for what, nouns in _REACHED.items() for noun in nouns.split()}
"""What became of those taken to a place, by its noun."""
BY_FORCE = frozenset(
    "dragged hauled marched took taken takes taking seized snatched grabbed herded bundled whisked "
    "forced pulled drag haul".split()
)
"""Verbs of taking people against their will."""
FLEEING = frozenset("fled flee fleeing ran run running scattered bolted".split())
"""Verbs of fleeing: whoever flees to safety is displaced, not rescued."""
STAYING = frozenset(
    "spent spend slept sleeping sleep camped camping sheltered huddled squeezed crammed packed "
    "poured pour pouring streamed stream streaming trekked flocked bedded live living lives lived "
    "staying scrambled herded ended found".split()
)
"""Verbs of people for whom an ordinary place is a shelter: `slept in the school`."""
VISITED = frozenset(
    "school schools church churches mosque mosques stadium stadiums hall halls court buildings "
    "classrooms monastery monasteries convents country ground centre centres center centers gym "
    "gyms gymnasium hotels hotel metro subway bank roadside border frontier friends relatives "
    "cousin neighbours forests barns treatment care doctors town towns area areas district "
    "districts region zone house houses home homes flat flats village villages boat boats ship "
    "ships vessel ferry trawler building mountain mountains river lake sea waves island islet "
    "rocks tree trees lift lifts elevator slopes peak summit mine roof cliff cliffs "
    "basement cellar bunkers".split()
)
"""Places that people go to and leave every day, so that only other verbs tell."""
