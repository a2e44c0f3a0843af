"""Words of people who are missed, who flee, or who are saved."""

from __future__ import annotations

from claims.extraction.events.vocabulary.row import expressions, row
from claims.vocabulary import Kind

MISSING = row(
    Kind.CASUALTY_FIGURE,
    "missing",
    happens="vanish disappear",
    itself="missing unaccounted untraced untraceable awol",
    name="disappearance disappearances",
    counted="missing disappearances",
)
MISSING_SEVERAL = expressions(
    happens="go missing|fail to return|drop out of sight|remain to be found|remain buried|"
    "disappear without trace|go unaccounted",
    itself="not been found|not been seen|not been traced|not been heard|not been located|"
    "not been recovered|not been accounted|not heard from|never been found|never been seen|"
    "never been heard|never seen again|nowhere to be found|nowhere to be seen|"
    "not be traced|not be found|not be located|not be reached|yet to be found|"
    "yet to be located|yet to be traced|yet to be accounted|whereabouts unknown|"
    "whereabouts are unknown|whereabouts remain|fate is unknown|fate remains|"
    "feared drowned|feared lost|feared buried|feared trapped|lost at sea|lost in the|"
    "without a trace|without trace|swept away|swept out|swept off|swept overboard|washed "
    "overboard|washed away|washed out to|"
    "still being sought|being sought|being searched for|being looked for|did not return|"
    "not returned|never returned|not come back|never came back|under the rubble|"
    "under the debris|beneath the rubble|under rubble|off the radar|not accounted",
    doing="no trace of|no sign of|no word of|no word from|no news of|whereabouts of|"
    "contact was lost with|contact has been lost with|contact had been lost with|lost contact "
    "with|losing contact with|contact was lost|"
    "search for|searching for|searched for|searches for|looking for|looked for|hunt for|"
    "hunting for|hunted for|combing the|called off for|lost track of|lost sight of|fate of|fears "
    "for|"
    "concern for|fear for|comb for",
)
DISPLACED = row(
    Kind.OTHER_COUNT,
    "displaced",
    verbs="displace evacuate uproot relocate expel evict dislodge dispossess rehouse resettle "
    "shelter accommodate host",
    happens="flee",
    done="housed lodged billeted unhoused ousted",
    itself="homeless sheltering refuge roofless shelterless",
    name="displacement evacuation exodus eviction evictions expulsion flight relocation influx",
    counted="displaced refugees evacuees returnees asylum-seekers idps",
)
DISPLACED_SEVERAL = expressions(
    verbs="drive out|drive away|drive from|force out|force from|move out|order out|turn out|"
    "throw out|kick out|chase away|chase out|push out|chase from|turf out|flush from|"
    "make homeless|render homeless|leave homeless|put up in|put up at|take in as|put to flight",
    happens="take refuge|take shelter|take to the hills|take to the road|take to the roads|"
    "take to the bush|take to the forest|take to the mountains|take to boats|take flight|"
    "take to their heels|seek refuge|seek shelter|seek safety|seek sanctuary|seek asylum|"
    "find refuge|find shelter|find sanctuary|head for the hills|run for their lives|"
    "run for safety|sleep rough|sleep in|sleep outdoors|sleep under|camp out|camp in|"
    "live in camps|live in tents|live in shelters|live under|lose their homes|lose their home|"
    "lose their houses|lose the roof|abandon their homes|abandon their villages|"
    "abandon their houses|leave their homes|leave their villages|leave their houses|"
    "leave the country|quit their homes|vacate their homes|desert their homes|pack up|"
    "spend the night|stream across|pour across|cross into|cross the border|cross the river|"
    "cross over into|pour into|flood into|stream into|stay with relatives|spill over|"
    "scramble for|trek to|run from their homes|move to higher|move in with",
    itself="in camps|in tents|in shelters|in relief camps|in evacuation centres|"
    "in evacuation centers|in temporary shelters|in makeshift shelters|in makeshift camps|"
    "under tarpaulins|under canvas|under plastic sheeting|without shelter|without homes|"
    "without a home|without a roof|on the move|forced to leave|forced to flee|forced to move|"
    "told to leave|told to evacuate|told to move|ordered to leave|ordered to evacuate|"
    "ordered off|to leave their|asked to leave|hour to leave|hours to leave|minutes to leave|"
    "on camp beds|staying with|to higher ground|to safer ground|to safer areas|in the open|"
    "have left|has left|to their heels|sleep in the open|rough in|from their homes|"
    "out of their homes|out of their houses|scrambling for|have abandoned|to leave the|to leave "
    "homes|given shelter|given refuge|given sanctuary|granted asylum|to evacuate|to abandon|"
    "to vacate|off the land",
)
RESCUED = row(
    Kind.OTHER_COUNT,
    "rescued",
    verbs="rescue save pluck winch extricate airlift pull pick bring",
    happens="survive outlive",
    itself="alive ashore unharmed",
    name="rescue",
    counted="survivors castaways rescues",
)
RESCUED_SEVERAL = expressions(
    verbs="dig out|fish out|pull out|haul out|pick up|bring up|bring ashore|bring out|"
    "bring to safety|lead to safety|take aboard|take on board|take off|lift off|winch up|"
    "winch off|cut free|cut out|let go of|coax off|coax down|talk down|help off|free from|"
    "help down|ferry down|fly off|rope down|pluck off",
    happens="swim to|swim ashore|crawl out|crawl free|crawl to|clamber out|clamber to|"
    "climb out|come out alive|get out alive|walk out alive|escape alive|escape death|escape unhurt|"
    "escape unscathed|escape unharmed|walk away|make it out|make it ashore|make it to safety|"
    "make it to shore|cheat death|live to tell|return home alive|regain their freedom|"
    "return to their families|make it back",
    itself="to safety|found alive|found safe|safe and sound|safe and well|to dry land|"
    "to the surface|to shore|out alive|in one piece|reunited with",
)
