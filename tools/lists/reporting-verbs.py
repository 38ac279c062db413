#!/usr/bin/env python3
"""Writes Sources/CModels/Lists/reporting_verbs.txt: every form of the verbs below, with its act and complements.

    tools/lists/reporting-verbs.py > Sources/CModels/Lists/reporting_verbs.txt

The table is written by hand. Complements: T that-clause, C clause without "that", Q quotation or a place behind the
content, I to-infinitive, O object and to-infinitive, N noun phrase or gerund, W whether, how, why …, A object and
"as", V object and "of", F object and "for", K object and what it is called, R an addressee may stand before the rest,
D only with a document that speaks; w: only with a subject that can speak. "for:N": with the particle "for"; "for:N:urge": which
makes it another act.
"-z": not in the third person, "-b": not in the base form, "-g": not as a participle, "-d": not in the past.
"""

TABLE = """
accuse accuse V
acknowledge say TCQ
add add TCQ
admit say TCQ
advise urge ROTQ against:N -
advocate propose TN for:N
affirm stress TCNQ
agree agree TCIQ on:N upon:N with:w -
allege accuse TC
announce announce TCNQI
answer say TQ -z -b
anticipate hope Tw
appeal urge TQ to:O for:N -z -b
apprise say RT
argue say TCQ for:N against:N
ask ask OWQI for:N
assert stress TCQN
assess say Tw
assume believe Tw
assure say RTCQ
attest say T
aver say TC
avow say TC
beg urge O
believe believe TCw
bemoan say TQ
beseech urge O -d
bet believe T
blame accuse F
boast say TQ of:N
brief say Q
call describe K for:N:urge on:O:urge upon:O:urge
caution warn TCQO against:N about:N
certify announce T
characterise describe A
characterize describe A
charge accuse TQ -z -b
chide say Q
chuckle say Q
claim say TCQ
clamour demand - for:N
clarify say TCQW
command demand O -z -b
comment say TQ -z -b
commit pledge - to:N to:I
communicate say Tw
complain say TCQ of:N about:N
concede say TCQ
conclude say TCQ
concur agree T
condemn accuse A
confess say TCQ
confide say TCQ
confirm announce TCQW
conjecture believe T
contend say TCQ
continue say Qw
convey say Tw
counsel urge TO
counter say TQ -z -b
decide agree Tw
declare announce TCQNI
decree announce T
decry accuse A
deem believe Aw
demand demand TNIQ
denounce accuse A
deny deny TCNQ
deplore say T
describe describe A
detail say W
direct demand Ow -z -b
disclose announce TCNQ
dismiss deny A
dispute deny TC
divulge announce TC
doubt deny TWw
elaborate say Qw
elucidate say WT
emphasise stress TCQNW
emphasize stress TCQNW
encourage urge O
enjoin urge O
entreat urge O
envisage hope TNw
envision hope TNw
estimate believe TCw
exclaim say Q
exhort urge O
expect hope Tw
explain say TCQW
fear warn TCw
feel believe Tw
find believe Tw
flag warn Tw
forecast say TCNQ
foresee hope Tw
fume say TQ
gloat say Q
grumble say TQ
guarantee pledge TCw
hail describe A
highlight stress TNw
hint say T
hold believe T -d -g
hope hope TCIw
hypothesise believe T
hypothesize believe T
implore urge OQ
imply say T
indicate say TCw
inform say RT
inquire ask WQ
insinuate say TC
insist stress TCQ on:N upon:N
instruct demand O
interject say Q -z
interpret describe Aw
intimate say T -z -b
intone say Q
invite urge Ow
joke say TQ
label describe A -z
lament say TQ
laugh say Q
lobby urge - for:N
maintain say Tw
mention say TNw
mull believe Ww
muse say TQ
narrate say TQ
note say TCQNw
notify say RT
object say TQ -z -b
observe say TCQNw
offer propose I
opine say TCQ
order demand O
plead urge TQ for:N -
pledge pledge TCINQ
point say - out:TCQN
ponder ask W
portray describe A
posit say T
post say Qw -z -b
postulate say T
praise describe A
pray hope T
predict say TCQN
press urge O for:N -z -b
presume believe Tw
proclaim announce TCNQ
profess say T
promise pledge RTCINQ
prophesy say T
propose propose TCINQ
protest say TQ -z -b
put propose - forward:N forth:N
query ask WQ
question ask W
quip say TQ
rail say - against:N
raise propose - -
react say Q
read say TCQD
reaffirm stress TCNQI
reason say TQ -z -b
reassert stress TNQ
reassure say RT
rebut deny TQ
recall say TCNw
reckon believe TCQ
recognise say Tw
recognize say Tw
recollect say T
recommend propose TCNQ
recount say TWQ
reflect say Qw
refute deny T
regard describe Aw
regret say T
reiterate stress TCNQW
reject deny A
rejoin say Q -z -b
relay say T
remark say TCQ
remember say Tw
remind say RTO of:N
reminisce say T
repeat say TQ
reply say TCQ
report say TCQw
request ask TON
resolve agree TIw -z
respond say TQ
restate stress TN
retort say TQ
reveal announce TCNw
riposte say Q
rule say Tw
say say TCQW
scoff say TQ
shout say TQ
show say TDw
sigh say Q
signal say Tw
snap say Q
sneer say Q
speak say - of:N
speculate say T
state say TCQN -z -b
stipulate say TCN
stress stress TCQN
submit say T -z
suggest propose TCQNw
surmise believe T
suspect believe Tw
swear pledge TI
task urge O
tease say Q
tell say RTCQOW
testify say TCQ
theorise believe T
theorize believe T
think believe TCQw
threaten warn TI
thunder say TQ
trust believe Tw
tweet say TCQ
underline stress TCNQ
underscore stress TCNQ
undertake pledge Iw
urge urge TOQN
venture say TQ
verify say T
view describe Aw
voice say TNw
volunteer propose IQ
vouch say T
vow pledge TCINQ
warn warn RTCQO of:N against:N about:N
whisper say TQ
wish hope T -z
wonder ask WQ
worry warn Tw
write say TCQ
yell say TQ
"""

IRREGULAR = {
    "say": ("says", "said", "said", "saying"), "tell": ("tells", "told", "told", "telling"),
    "think": ("thinks", "thought", "thought", "thinking"), "feel": ("feels", "felt", "felt", "feeling"),
    "find": ("finds", "found", "found", "finding"), "hold": ("holds", "held", "held", "holding"),
    "put": ("puts", "put", "put", "putting"), "read": ("reads", "read", "read", "reading"),
    "speak": ("speaks", "spoke", "spoken", "speaking"), "swear": ("swears", "swore", "sworn", "swearing"),
    "show": ("shows", "showed", "shown", "showing"), "write": ("writes", "wrote", "written", "writing"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "bet": ("bets", "bet", "bet", "betting"), "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
}
DOUBLED = {"admit", "aver", "beg", "bet", "commit", "concur", "flag", "quip", "rebut", "regret", "snap", "submit"}
CLASH = {"found", "thought"}


def forms(verb):
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    stem = verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    elif verb.endswith("e"):
        past, stem = verb + "d", verb[:-1]
    elif verb in DOUBLED:
        past = verb + verb[-1] + "ed"
        stem = verb + verb[-1]
    else:
        past = verb + "ed"
    return third, past, past, stem + "ing"


rows = {}
for line in TABLE.strip().splitlines():
    verb, act, frames, *more = line.split()
    without = {m[1] for m in more if m.startswith("-") and len(m) == 2}
    particles = [m for m in more if ":" in m and not m.endswith(":w")]
    third, past, participle, gerund = forms(verb)
    found = {}
    for letter, form in (("b", verb), ("z", third), ("d", past), ("n", participle), ("g", gerund)):
        if letter in without or letter == "n" and "d" in without:
            continue
        found[form] = found.get(form, "") + letter
    for form, letters in found.items():
        if frames == "-" and not particles:
            continue
        rows.setdefault(form, "\t".join((form, letters, act, frames, " ".join(particles))))

print("# Verbs that report, in all their forms: form, inflections (b base, z third person, d past, n past participle,")
print("# g -ing), act, complements, complements (and act) with a particle. Made by tools/lists/reporting-verbs.py, which explains")
print("# the letters.")
for form in sorted(rows, key=lambda s: s.encode()):
    print(rows[form])
