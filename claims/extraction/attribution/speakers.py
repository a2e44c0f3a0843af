"""The tables of words that attribution is read by: who speaks, and the verbs of saying.

All are lower case.
"""

from __future__ import annotations

PLAIN_VERBS = frozenset("said says told".split())
"""Verbs whose subject is always a speaker."""

SAYING_VERBS = PLAIN_VERBS | frozenset(
    """
    say tell announced announces announce reported report reports confirmed confirms confirm
    claimed claims claim declared declares declare estimated estimates estimate acknowledged
    acknowledges acknowledge admitted admits denied denies deny warned warns warn wrote writes
    stated added adds noted notes alleged alleges allege asserted asserts insisted insists
    revealed reveals disclosed explained stressed emphasized emphasised indicated indicates
    showed shows show suggested suggests put puts accused accuses blamed blames reiterated
    maintained argued tweeted posted commented remarked pointed specified recalled affirmed
    recounted testified conceded predicted clarified counted recorded documented learned found
    rejected dismissed believe believes
    """.split()
)
"""Verbs that say something; but for the plain ones only after a word for a speaker."""

PARTICIPLES = frozenset("saying adding claiming warning noting stating alleging telling".split())
"""Forms that go on with the speaker of the sentence: "..., adding that"."""

DENYING = frozenset("denied denies deny denying rejected dismissed".split())
"""Verbs that say that something is not so."""

NEED_THAT = frozenset(
    "found learned indicated indicates suggested suggests revealed posted tweeted maintained "
    "showed shows show recorded argued pointed commented remarked".split()
)
"""Verbs that say something only before "that" or a quotation, or after a record."""

COUNTED_AT = frozenset("put puts".split())
"""Verbs that say something only with a number: "put the toll at"."""

CALLED_FALSE = frozenset("rejected dismissed".split())
FALSE = frozenset(
    """
    claim claims report reports allegation allegations accusation accusations figure figures
    suggestion suggestions charge charges statement statements that
    """.split()
)
"""What is rejected where rejecting says that something is not so."""

LIKE_NOUNS = frozenset("report reports claim claims estimate estimates notes show shows".split())
"""Verbs that are nouns too."""

HEARSAY = frozenset("reportedly allegedly purportedly supposedly apparently".split())
"""Adverbs that give no speaker."""

BELIEVED = frozenset(
    """
    believed thought feared presumed suspected understood rumored rumoured reported said alleged
    claimed estimated announced assumed
    """.split()
)
"""Participles after "is" or "were" that give no speaker: "are believed to"."""

ACCUSED = frozenset("accused blamed suspected alleged".split())
"""Those of them that accuse."""

BEING = frozenset("is are was were be been being stand stands stood remain remains".split())
HAVING = frozenset("has have had having".split())
NEGATED = frozenset(
    """
    not to or never cannot can could would should must will may might shall did do does didn't
    don't doesn't didn’t don’t doesn’t wouldn't wouldn’t couldn't couldn’t nor
    """.split()
)
"""Words before a verb of saying by which nothing was said: "did not say", "declined to say"."""

ADVERBS = frozenset(
    """
    also later earlier then further repeatedly previously initially today yesterday tonight again
    publicly officially subsequently now however meanwhile still already only just formally
    separately simply even jointly recently finally once merely explicitly bluntly briefly
    therefore thus often sometimes
    """.split()
)
"""Words between a speaker and the verb."""

HEADS = frozenset(
    """
    spokesman spokeswoman spokesperson spokesmen ministry minister police policeman official
    officials source sources witness witnesses eyewitness eyewitnesses media agency agencies
    resident residents activist activists monitor monitors group groups hospital hospitals
    governor president government authorities authority army military navy command commander
    general colonel major captain lieutenant officer officers statement communique report reports
    radio television tv channel station newspaper newspapers daily paper press network networks
    bureau department office service services court prosecutor prosecutors judge lawyer lawyers
    attorney family relatives relative mother father brother neighbor neighbors neighbours
    doctor doctors medic medics paramedics rescuers firefighters organization organisation
    organizations organisations ngo charity committee commission council congress parliament
    senator senators lawmaker lawmakers mayor ambassador embassy diplomat diplomats analyst
    analysts expert experts researchers researcher scientists observatory watch party leader
    leaders chief director coordinator secretary rebels rebel guerrillas guerrilla militants
    militia insurgents taliban front forces force troops coalition alliance union federation
    association institute university study survey data figures statistics records count tally
    estimates archbishop bishop priest church pope king prince sheikh envoy delegate delegation
    representative representatives administration state un nato eu peasants villagers survivors
    survivor assembly family locals observers intelligence agents team investigators inspector
    sheriff superintendent coroner editor professor reporter correspondent journalist aide adviser
    advisor teacher engineer driver owner farmer shopkeeper member members
    """.split()
)
"""Nouns for people and bodies that speak."""

RECORDS = frozenset(
    """
    statement statements report reports figures data count counts tally tallies estimate estimates
    statistics records document documents communique survey study toll findings release bulletin
    announcement footage dispatch dispatches interview
    """.split()
)
"""Nouns for what a speaker puts out: the speaker is who put it out."""

REFERRING = frozenset(
    "report statement communique announcement broadcast bulletin dispatch".split()
)
"""With "the", they stand for the speaker named before."""

ISSUED = frozenset(
    """
    carried published released issued broadcast obtained compiled collected seen made given aired
    posted provided printed quoted cited reported reviewed gathered kept signed distributed
    """.split()
)
"""Participles between what was put out and who did so: "statements carried by"."""

PRONOUNS = frozenset("he she it they we i".split())

OUTLETS = frozenset(
    """
    afp ap reuters bbc cnn efe dpa upi tass itar-tass interfax xinhua anadolu irna isna fars tasnim
    al-jazeera aljazeera acan-efe ansa kyodo nhk npr cbs nbc abc times post guardian telegraph
    journal herald tribune news radio television tv agency newspaper daily magazine channel
    network press media gazette standard star observer jazeera arabiya agence
    weekly sky dw rfi ndtv dawn monde pais spiegel haaretz wikinews independent examiner chronicle
    """.split()
)
"""Agencies and words for outlets: those that relay."""

HEARERS = frozenset(
    """
    reporters journalists parliament lawmakers court congress senate investigators council
    conference rally hearing crowd audience
    """.split()
)
"""Whom a speaker tells that relays nothing."""

ARTICLES = frozenset("the a an".split())
STOPS = frozenset(
    """
    that which who whose whom but because while when as after before if whether although though
    where than so since until unless how why what
    """.split()
)
"""Words that no name of a speaker reaches across."""

DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec
    """.split()
)
NO_ADVERB = frozenset(
    "tally family assembly ally italy july emily kelly reply daily weekly".split()
)
"""Words in -ly that are nouns."""

OPENERS = ADVERBS | frozenset(
    """
    of in on at by since during after before last this next late early mid and but yet so although
    though while when as for from late according despite under over within amid until
    """.split()
)
"""Words that open a sentence before its subject: "Meanwhile", "In July 2020"."""

TIME_WORDS = DAYS | frozenset(
    """
    year month week day night morning afternoon evening today yesterday tonight weekend ago noon
    midnight hours hour days weeks months years
    """.split()
)

SENT_TO = frozenset("ambassador envoy adviser advisor delegate representative secretary".split())
"""Those who are sent "to" somewhere."""

PREPOSITIONS = frozenset("of for from in at with to by near on under inside within".split())
"""Words that go on with the name of a speaker: "a spokesman for", "police in"."""
ADDING = frozenset("after at during in near from outside inside following on".split())
"""Words that begin where or when something was said."""
COUNTING = frozenset("over about around some nearly almost least than roughly".split())
"""Words before a number that belong to no name: "the ministry over 345 people"."""
