#!/usr/bin/env python3
"""Writes Sources/CModels/Lists/reporting_verbs.txt: every form of the verbs below, with its act and complements.

    tools/lists/reporting-verbs.py > Sources/CModels/Lists/reporting_verbs.txt

The table is written by hand. Complements: T that-clause, C clause without "that", Q quotation or a place behind the
content, I to-infinitive, O object and to-infinitive, N noun phrase or gerund, W whether, how, why …, A object and
"as", V object and "of", F object and "for", K object and what it is called, R an addressee may stand before the rest,
D only with a document that speaks; P object and "at", H object and "with", L object and "to" or "with", X only behind "wanted to";
w: only with a subject that can speak. "for:N": with the particle "for"; "for:N:urge": which
makes it another act.
"-z": not in the third person, "-b": not in the base form, "-g": not as a participle, "-d": not in the past.
"""

TABLE = """
accuse accuse V
acknowledge say TCQN
add add TCQ
admit say TCQ to:N
admonish urge TOQ
advise urge ROTQC against:N -
advocate propose TN for:N
affirm stress TCNQ
agree agree TCIQ on:N upon:N with:w -
alert warn RT
allege accuse TCQ
allow say TQw
announce announce TCNQI
answer say TQ -z -b
anticipate hope Tw
appeal urge TQ to:O for:N -z -b
apprise say RT
argue say TCQ for:N against:N
ask ask OWQIF for:N
assert stress TCQN
assess say Tw
assume believe Tw
assure say RTCQ
attest say TC
aver say TC
avow say TC
banter say Q
bark say Q -z -b
beg urge O for:N
begin say Qw
believe believe TCw
bellow say Q
bemoan say TQ
beseech urge O -d
bet believe T
blame accuse FN
bluster say Q
boast say TQ of:N
brag say TQ of:N
brand describe KA -b -z
brief say RTQ
calculate say Tw
call describe K for:N:urge on:O:urge upon:O:urge
caution warn TCQO against:N about:N
certify announce T
chant say Q
characterise describe A
characterize describe A
charge accuse TQ -z -b
chide say Q
chime say - in:Q
chip say - in:Q
chuckle say Q
claim say TCQI
clamour demand - for:N
clarify say TCQW
command demand O -z -b
comment say TQ -z -b
commit pledge - to:NI
communicate say Tw
compare describe L
complain say TCQ of:N about:N
concede say TCQ
conclude say TCQ
concur agree TC with:N
condemn accuse A
confess say TCQ to:N
confide say TCQ
confirm announce TCQW
conjecture believe T
contend say TCQ
continue say Qw
convey say Tw
counsel urge TO
counter say TCQ -b
credit describe H
crow say Q -z -b
cry say Q -b -z
decide agree TIw
declare announce TCQNI
decree announce T
decry accuse A
deduce believe T
deem believe Aw
demand demand TNIQ
denounce accuse A
deny deny TCNQ
depict describe A
deplore say T
describe describe A
detail say W
direct demand Ow -z -b
disclose announce TCNQ
dismiss deny A
dispute deny TC
divulge announce TC
doubt deny TWw
dub describe K
echo say Q
elaborate say Qw
elucidate say WT
emphasise stress TCQNW
emphasize stress TCQNW
encourage urge O
enjoin urge O
enquire ask WQ
enthuse say TQ
entreat urge O
envisage hope TNw
envision hope TNw
equate describe HL
estimate believe TCQPw
exclaim say Q
exhort urge O
expect hope Tw
explain say TCQW
extol describe A
fault accuse F -b -z
fear warn TCw
feel believe Tw
find believe Tw
flag warn Tw
forecast say TCNQ
foresee hope TNw
foretell say T
fume say TQ
gasp say Q
gloat say Q
go say - on:Qw
gripe say TCQ
groan say Q
grumble say TCQ
guarantee pledge TCw
guess believe TQ
gush say Q
hail describe A
highlight stress TNw
hint say TCQ at:N
hold believe T -d -g
hope hope TCIw
hypothesise believe T
hypothesize believe T
implore urge OQ
imply say T
indicate say TCw
inform say RTC
inquire ask WQ
insinuate say TC
insist stress TCQ on:N upon:N
instruct demand O
interject say Q -z
interpret describe Aw
intimate say TCQ -z -b
intone say Q
invite urge Ow
jest say Q
joke say TCQ
judge believe TQw -z -b
know ask WX -z -d -g
label describe A -z
lament say TQ
laugh say Q
lecture say TQ -z -b
liken describe L
lobby urge - for:N
maintain say Tw
mandate demand O -b -z
marvel say TQ
mention say TNw
moan say TQ
mull believe Ww
mumble say Q
murmur say Q
muse say TQ
mutter say TQ
narrate say TQW
nickname describe K
note say TCQNw
notify say RT
object say TCQ -z -b
observe say TCQNw
offer propose IQ
opine say TCQ
order demand O
outline say W
peg believe P
plead urge TCQ for:N with:O -
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
price believe P -z -b
proclaim announce TCNQ
profess say T
promise pledge RTCINQ
pronounce announce KA
prophesy say T
propose propose TCINQ
protest say TCQ -z
put propose P forward:N forth:N
quantify say P
query ask WQ
question ask W
quip say TCQ
quote say A
rage say Q -b -z
rail say - against:N
raise propose - -
rant say Q
react say Q
read say TCQD
reaffirm stress TCNQI
reason say TCQ -z -b
reassert stress TNQ
reassure say RT
rebut deny TQ
recall say TCNQw
recite say Q
reckon believe TCQP
recognise say TNw
recognize say TNw
recollect say T
recommend propose TCNQ
recount say TCWQ
reflect say Qw
refute deny T
regard describe Aw
register say T -b -z
regret say T
reiterate stress TCNQW
reject deny A
rejoice say TQ
rejoin say Q -z -b
relate say Tw
relay say T
remark say TCQ
remember say TCQw
remind say RTCO of:N
reminisce say T
remonstrate say TQ
repeat say TQ
reply say TCQ
report say TCQw
request ask TON
resolve agree TIw -z
respond say TQ
restate stress TN
retell say T
retort say TQ
reveal announce TCNQw
riposte say Q
roar say Q
rule say Tw out:N:deny
say say TCQW
scoff say TQ
scold say Q
scream say Q
seek demand - assurances:T
shout say TQ
show say TDw
shriek say Q
shrug say TCQ
sigh say Q
signal say Tw
smile say Q -b -z
snap say Q
snarl say Q
sneer say Q
snort say Q
sob say Q
speak say - of:N
specify say TCW
speculate say TCQ
spell say - out:W
stammer say Q
state say TCQN -z -b
stipulate say TCN
stress stress TCQN
submit say TC -z
suggest propose TCQNw
sum say - up:Q
summarise say Q
summarize say Q
surmise believe T
suspect believe Tw
swear pledge TCI
task urge OH
taunt say Q
tease say Q
tell say RTCQOW
term describe K -b -z
testify say TCQ
theorise believe T
theorize believe T
think believe TCQw
threaten warn TI
thunder say TQ
tout describe A
trust believe Tw
tweet say TCQ
underline stress TCNQ
underscore stress TCNQ
undertake pledge Iw
urge urge TOQN
utter say Q -b -z
vaunt describe A
venture say TCQ
verify say T
view describe Aw
voice say TN
volunteer propose IQ
vouch say T
vow pledge TCINQ
wager believe T
wail say Q
warn warn RTCQO of:N against:N about:N
weigh say - in:Q
welcome welcome T -b -z
whine say TQ
whisper say TQ
wish hope T -z
wonder ask WQ
worry warn TQw
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
    "bet": ("bets", "bet", "bet", "betting"), "foretell": ("foretells", "foretold", "foretold", "foretelling"), "retell": ("retells", "retold", "retold", "retelling"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "begin": ("begins", "began", "begun", "beginning"), "go": ("goes", "went", "gone", "going"),
    "seek": ("seeks", "sought", "sought", "seeking"), "know": ("knows", "knew", "known", "knowing"),
    "signal": ("signals", "signaled", "signaled", "signaling"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
}
DOUBLED = {"admit", "aver", "chip", "beg", "bet", "commit", "concur", "flag", "quip", "rebut", "regret", "shrug", "snap", "sob", "submit", "sum"}
CLASH = {"found", "thought"}


def forms(verb):
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    stem = verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    elif verb.endswith("e"):
        past, stem = verb + "d", verb if verb.endswith("ee") else verb[:-1]
    elif verb in DOUBLED:
        past = verb + verb[-1] + "ed"
        stem = verb + verb[-1]
    else:
        past = verb + "ed"
    return third, past, past, stem + "ing"


# Second spellings, and forms that report in fewer ways than their verb.
MORE = """
signalled dn say Tw
signalling g say Tw
states z say TCQD
"""

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

for line in MORE.strip().splitlines():
    rows[line.split()[0]] = "\t".join(line.split()) + "\t"

print("# Verbs that report, in all their forms: form, inflections (b base, z third person, d past, n past participle,")
print("# g -ing), act, complements, complements (and act) with a particle. Made by tools/lists/reporting-verbs.py, which explains")
print("# the letters.")
for form in sorted(rows, key=lambda s: s.encode()):
    print(rows[form])
