#!/usr/bin/env python3
"""Writes Sources/CModels/Lists/reporting_verbs.txt: every form of the verbs below, with its act and complements.

    tools/lists/reporting-verbs.py > Sources/CModels/Lists/reporting_verbs.txt
    tools/lists/reporting-verbs.py phrases > Sources/CModels/Lists/reporting_phrases.txt

The table is written by hand. Complements: T that-clause, C clause without "that", Q quotation or a place behind the
content, I to-infinitive, O object and to-infinitive, N noun phrase or gerund, W whether, how, why …, A object and
"as", V object and "of", F object and "for", K object and what it is called, R an addressee may stand before the rest,
D only with a document that speaks; P object and "at", H object and "with", L object and "to" or "with", S an object that is itself a claim ("the charge that"),
X only behind "wanted to";
w: only with a subject that can speak. "for:N": with the particle "for"; "for:N:urge": which
makes it another act.
The second table is of verbs that report with a noun or adjective: act, complements, and the words behind the verb, up to
four others before them; "=" before words that follow the verb at once. "go": what a report in the infinitive may follow
("took to the floor to say").

"-z": not in the third person, "-b": not in the base form, "-g": not as a participle, "-d": not in the past.
"""

import sys

TABLE = """
accede agree I to:N
accept say T
acclaim describe A
accuse accuse V
acknowledge say TCQN
add add TCQ
adjudge believe A
adjure urge O
admit say TCQ to:N
admonish urge TOQ
advise urge ROTQC against:N -
advocate propose TN for:N
affirm stress TCNQ
agitate urge - for:N
agree agree TCIQ on:N upon:N with:w -
alert warn RT
allege accuse TCQ
allow say TQw
allude say - to:N
announce announce TCNQI
answer say TQ -z -b
anticipate hope Tw
apologise say Q for:N -z -b
apologize say Q for:N -z -b
appeal urge TQ to:O for:N -z -b
appraise describe A
apprise say RT
argue say TCQ for:N against:N
ascertain believe T
ascribe describe L
ask ask OWQIFT for:N
assail describe A
assent agree TIw to:N
assert stress TCQN
assess say Tw
assume believe Tw
assure say RTCQV
attack describe A -z -b
attest say TC
attribute describe L
aver say TC
avouch say T
avow say TC
babble say Q
backpedal say Q
banter say Q
bare announce TN -b -z
bark say Q -z -b
bawl say Q
beam say Q -b -z
beg urge O for:N
begin say Qw
believe believe TCw
bellow say Q
bemoan say TQ
beseech urge O -d
bet believe T
bewail say T
bid urge O -d -n
bill describe A
bitch say TQ
blame accuse FN
blast accuse A -b -z
bleat say Q
blog say TQ
blurt say Q out:TQ
bluster say Q
boast say TQ of:N
boom say Q -b -z
brag say TQ of:N
brand describe KA -b -z
break say - in:Q
breathe say Q
bridle say Q
brief say RTQ
bristle say Q
broadcast announce T -b -z
cable say TQ -b -z
cackle say Q
calculate say Tw
call describe K for:N:urge on:O:urge upon:O:urge
canvass urge - for:N
carp say TQ
carry say - on:Qw
cast describe Aw -b -z
castigate accuse AF
caution warn TCQO against:N about:N
censure accuse F -b -z
certify announce T
challenge urge O -z -b
champion describe A -b -z
chant say Q
characterise describe A
characterize describe A
charge accuse TQO -z -b
chastise accuse F
cheer say Q -b -z
chide say QF
chime say - in:Q
chip say - in:Q
chirp say Q
chorus say Q -b -z
chuckle say Q
cite say N -z -b -g
claim say TCQI
clamor demand - for:N
clamour demand - for:N
clarify say TCQW
coax urge O
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
consent agree TIw to:N
consider believe TAw
contend say TCQ
contest deny T
continue say Qw
convey say Tw
coo say Q
counsel urge TOQ
counter say TCQ -b
covenant pledge TI
crack say Q -b -z
credit describe H
criticise accuse AF
criticize accuse AF
croak say Q
crow say Q -z -b
cry say Q -b -z
cut say - in:Q
dare urge O
deadpan say Q
decide agree TIw
declare announce TCQNI
decree announce T
decry accuse A
deduce believe T
deem believe Aw
defend describe A
deflect say Q
demand demand TNIQ
demur say TQ
denounce accuse A
deny deny TCNQ
depict describe A
deplore say TA
deride accuse A
describe describe A
detail say W
determine believe Tw
diagnose believe ATw
dictate demand T
direct demand Ow -z -b
disagree say TQ -z
disavow deny S
disclaim deny S
disclose announce TCNQ
discount deny A
dismiss deny A
disparage accuse A
dispute deny TS
dissent say Q
divine believe T
divulge announce TC
doubt deny TWw
drawl say Q
drone say Q
dub describe K
echo say TQS
elaborate say Qw
elucidate say WT
email say RTQ -b -z
emphasise stress TCQNW
emphasize stress TCQNW
encourage urge OQ
end say Q -b -z -n
endorse say S
enjoin urge O
enquire ask WQ
enthuse say TQ
entreat urge O
envisage hope TNw
envision hope TNw
equate describe HL
estimate believe TCQPw
eulogise describe A
eulogize describe A
exclaim say Q
exhort urge O
expand say Qw
expect hope Tw
explain say TCQWw
expound say W
extol describe A
extrapolate believe T
fault accuse F -b -z
fear warn TCw
feel believe Tw
fess say - up:TQ to:N
find believe Tw
finish say Q -b -z
fire say - back:TQ
flag warn TNw
float propose S
forecast say TCNQ
foresee hope TNw
foretell say T
forewarn warn RT
forswear pledge T
frame describe A
fret warn TQ
fulminate say Q
fume say TQ
gabble say Q
gasp say Q
gauge believe Tw
giggle say Q
gloat say Q
glorify describe A
glower say Q
go say - on:Qw
goad urge O
grant say T
grin say Q -b -z
gripe say TCQ
groan say Q
grouch say TQ
grouse say TQ
growl say Q
grumble say TCQ
grunt say Q
guarantee pledge TCw
guess believe TQ
guffaw say Q
gush say Q
hail describe A
hazard say TQ
heckle say Q -z -b
hector say Q
herald describe A
highlight stress TNw
hint say TCQ at:N
hiss say Q
hit say - back:TQ out:Q
hold believe T -d -g
holler say TQ
hoot say Q
hope hope TCIwQ
howl say Q
hypothesise believe T
hypothesize believe T
imagine believe TCw
implore urge OQ
imply say T
incite urge O
indicate say TCw
infer believe T
inform say RTCQV
inquire ask WQ
insinuate say TC
insist stress TCQ on:N upon:N
instruct demand O
interject say Q -z
interpret describe Aw
intimate say TCQ -z -b
intone say Q
inveigh say - against:N
invite urge Ow
jeer say Q
jest say Q
jibe say Q
joke say TCQ
josh say Q
judge believe TQw -z -b
jump say - in:Q
kid say Q -b -z
know ask WX -z -d -g
kvetch say TQ
label describe A -z
lambast accuse A
lambaste accuse A
lament say TQ
laugh say Q
leak announce T -b -z
lecture say TQ -z -b
let say - on:T
liken describe L
lobby urge O for:N
maintain say TQw
malign accuse A
mandate demand TO -b -z
marvel say TQ
mention say TNw
message say RTQ -b -z
moan say TQ
mock describe A
moot propose T
mouth say Q -b -z
move propose T -b -z
mull believe Ww
mumble say Q
murmur say Q
muse say TQ
mutter say TQ
nag urge O
narrate say TQW
needle say Q -b -z
nickname describe K
nod say Q -b -z
note say TCQNw
notify say RTV
nudge urge O -b -z
object say TCQ to:N -z -b
observe say TCQNw
offer propose IQ
opine say TCQ
ordain demand T
order demand O
outline say W
paint describe Aw
pan accuse A -b -z
pant say Q
parrot say TQ
parry say Q
peg believe P
persist say Q
petition urge O for:N -b -z
philosophise say TQ
philosophize say TQ
pipe say - up:Q in:Q
pitch propose A in:Q -b -z
plead urge TCQ for:N with:O
pledge pledge TCINQ
point say - out:TCQN to:N
ponder ask W
pontificate say Q
portray describe A
posit say T
post say Qw -z -b
postulate say T
pout say Q
praise describe A
prattle say Q
pray hope T
preach say TQ
predict say TCQN
press urge O for:N -z -b
pressure urge O -b -z
presume believe Tw
presuppose believe T
prevail urge - on:O upon:O
price believe P -z -b
probe ask Q -b -z
proclaim announce TCNQ
prod urge O
profess say TI
prognosticate believe T
project believe TCPw -b -z
promise pledge RTCINQ
prompt say Q -b -z
pronounce announce KA
prophesy say T
propose propose TCINQ
propound say T
protest say TCQ -z
pun say Q
purr say Q
push urge O for:N back:TQ -b -z
put propose P forward:N forth:N in:Q
quantify say P
quaver say Q
query ask WQ
question ask W
quip say TCQ
quiz ask Q -z -b
quote say A
rage say Q -b -z
rail say Q against:N
raise propose - -
rant say TQ
rap say Q -b -z
rasp say Q
rave say TQ
react say Q
read say TCQD out:Q
reaffirm stress TCNQI
reason say TCQ -z -b
reassert stress TNQ
reassure say RT
rebut deny TQ
recall say TCNQw
recant say T
recap say TQ
recite say Q
reckon believe TCQPN
recognise say TNw
recognize say TNw
recollect say T
recommend propose TCNQO
reconfirm stress TN
recount say TCWQ
refer say - to:A
reflect say Qw
refute deny T
regard describe Aw
register say T -b -z
regret say T
reiterate stress TCNQW
reject deny AS
rejoice say TQ
rejoin say Q -z -b
relate say Tw
relay say T
remark say TCQ
remember say TCQw
remind say RTCOV
reminisce say T
remonstrate say TQ
repeat say TQ
rephrase say Q
reply say TCQ
report say TCQw
represent say TAw
reprimand accuse F -b -z
reproach accuse F -b -z
reprove accuse F
request ask TON
resolve agree TIw -z
respond say TQ
restate stress TN
retell say T
retort say TQ
retweet say Q -b -z
reveal announce TCNQWw
ridicule describe A
riposte say Q
roar say Q -b -z
rubbish deny A -b -z
rule say Tw out:N:deny
rumble say Q
savage accuse A -b -z
say say TCQW
scoff say TQ
scold say Q
scorn deny A
scrawl say Q
scream say TQ
screech say Q
scribble say Q
seek demand - assurances:T
sermonise say Q
sermonize say Q
shoot say - back:TQ
shout say TQ
show say TDw
shriek say Q
shrug say TCQ
sigh say Q
signal say TCw
simper say Q
slam accuse A
slate accuse A -b -z
smile say Q -b -z
smirk say Q
snap say Q
snarl say Q
sneer say Q
snicker say Q
sniff say TQ
snigger say Q
snort say Q
sob say Q
speak say - of:N
specify say TCW
speculate say TCQ
spell say - out:W
spit say Q -b -z
splutter say Q
sputter say Q
squawk say Q
squeak say Q
squeal say Q
stammer say Q
state say TCQN -z -b
step say - in:Q
stipulate say TCN
stress stress TCQN
stutter say Q
submit say TC -z
suggest propose TCQNw
sum say - up:Q
summarise say QTW
summarize say QTW
suppose believe TCw
surmise believe T
suspect believe Tw
swear pledge TCIQ
sympathise say TQ
sympathize say TQ
task urge OH
taunt say TQ
tease say Q
telegraph say T -b -z
tell say RTCQOW of:N
term describe K -b -z
testify say TCQ
text say RTQ -b -z
theorise believe T
theorize believe T
think believe TCQw
threaten warn TIQ
throw say - in:Q
thunder say TQ
tout describe A
trill say Q
trumpet describe AT -b -z
trust believe Tw
tweet say TCQ
twitter say Q
type say Q -b -z
underline stress TCNQ
underscore stress TCNQ
undertake pledge Iw
upbraid accuse F
update say RT -b -z
urge urge TOQN
utter say Q -b -z
vaunt describe A
vent say TQ
venture say TCQ
verify say T
view describe Aw
vilify accuse A
vocalise say T
voice say T
volunteer propose IQ
vouch say T
vouchsafe say T
vow pledge TCINQ
waffle say Q
wager believe TC
wail say Q
warn warn RTCQOV of:N against:N about:N
weep say Q
weigh say - in:Q
welcome welcome T -b -z
wheeze say Q
whimper say Q
whine say TQ
whinge say TQ
whisper say TQ
whoop say Q
wink say Q -b -z
wire say TQ -b -z
wisecrack say Q
wish hope T -z
wonder ask WQ
worry warn TQw
write say TCQ
yammer say Q
yap say Q
yell say TQ
yelp say Q
yowl say Q
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
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"), "break": ("breaks", "broke", "broken", "breaking"),
    "broadcast": ("broadcasts", "broadcast", "broadcast", "broadcasting"), "cast": ("casts", "cast", "cast", "casting"),
    "cut": ("cuts", "cut", "cut", "cutting"), "hit": ("hits", "hit", "hit", "hitting"), "bid": ("bids", "bade", "bidden", "bidding"),
    "forswear": ("forswears", "forswore", "forsworn", "forswearing"), "shoot": ("shoots", "shot", "shot", "shooting"),
    "sing": ("sings", "sang", "sung", "singing"), "spit": ("spits", "spat", "spat", "spitting"),
    "throw": ("throws", "threw", "thrown", "throwing"), "weep": ("weeps", "wept", "wept", "weeping"),
    "retweet": ("retweets", "retweeted", "retweeted", "retweeting"), "lead": ("leads", "led", "led", "leading"),
    "leave": ("leaves", "left", "left", "leaving"), "let": ("lets", "let", "let", "letting"),
    "make": ("makes", "made", "made", "making"), "give": ("gives", "gave", "given", "giving"),
    "take": ("takes", "took", "taken", "taking"), "draw": ("draws", "drew", "drawn", "drawing"),
    "be": ("is", "was", "been", "being"), "have": ("has", "had", "had", "having"),
    "lay": ("lays", "laid", "laid", "laying"), "send": ("sends", "sent", "sent", "sending"),
    "come": ("comes", "came", "come", "coming"), "set": ("sets", "set", "set", "setting"),
    "stand": ("stands", "stood", "stood", "standing"), "strike": ("strikes", "struck", "struck", "striking"),
    "think": ("thinks", "thought", "thought", "thinking"), "get": ("gets", "got", "got", "getting"),
    "rise": ("rises", "rose", "risen", "rising"), "stick": ("sticks", "stuck", "stuck", "sticking"), "choose": ("chooses", "chose", "chosen", "choosing"),
    "keep": ("keeps", "kept", "kept", "keeping"),
    "begin": ("begins", "began", "begun", "beginning"), "go": ("goes", "went", "gone", "going"),
    "seek": ("seeks", "sought", "sought", "seeking"), "know": ("knows", "knew", "known", "knowing"),
    "signal": ("signals", "signaled", "signaled", "signaling"),
    "forecast": ("forecasts", "forecast", "forecast", "forecasting"),
}
DOUBLED = {"nag", "prod", "rap", "quiz", "kid", "demur", "deadpan", "pan", "blog", "slam", "drop", "recap", "pen", "admit", "aver", "chip", "beg", "bet", "commit", "concur", "flag", "quip", "rebut", "regret", "shrug", "snap", "sob", "submit", "sum"}
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
states z say TQN
ends z say QD
closes z say QD
opens z say QD
figured d believe TCQ
ordered dn demand OQ
held dn believe T
"""


PHRASES = """
be: believe T of the view; believe T of the opinion; believe T of the belief; believe T of the conviction
be: stress T adamant; stress T emphatic; stress T categorical; stress T unequivocal; stress T insistent; stress T =clear
be: believe T =confident; believe T =convinced; believe T =optimistic; hope T =hopeful; believe T =sceptical; believe T =skeptical
be: go at pains; go careful; go =keen; go =quick; go =eager; go =anxious
call: stress N =attention to; question N =into question; go =to; go a press conference; go a news conference
cast: deny W doubt on; deny N doubt on
come: say N =out against; say N =out in favour of; say N =out in favor of; go =out; go =forward
deliver: say T message; warn T warning; pledge T assurance; pledge T assurances
draw: stress N attention to; say T conclusion; describe N parallel with
extend: urge O invitation to; say N =apologies for
get: say T message across
give: pledge T assurance; pledge T assurances; pledge TI undertaking; pledge T word; announce T notice; warn T warning; pledge TI promise; pledge TI pledge
give: pledge T guarantee; pledge T guarantees; say N an account of; announce T notice
go: go =as far as; go =so far as; go on television; go =online; go =public; go =live
hasten: go =to
have: say Q =this to say; stress T no doubt; go =taken to; believe T =no doubt; believe T no illusions
hold: believe T the view; believe T the position; believe T the opinion; go a press conference; go a news conference; go a briefing
intervene: go =to
issue: warn T warning; say T statement; urge N =a call for; urge N =an appeal for; urge N =a plea for; warn N =a warning against; urge O =a call on; demand N =a demand for; go statement
keep: go =repeating
lay: accuse N blame on; accuse N blame at; stress N stress on; stress N emphasis on
leave: stress TW no doubt; stress T =open the possibility; say W =open
let: announce T =it be known; announce T =it be understood; say T =slip
lodge: accuse T complaint; accuse T protest
make: stress T case; stress N the case for; say T point; say T argument; say T claim; say T observation; say T assertion; stress T plain; stress TW clear; announce T known; pledge TI promise; pledge TI pledge; pledge TI commitment; propose IT offer; propose T suggestion; propose T proposal; demand T demand; urge N plea for; urge N appeal for; urge N call for; accuse T allegation; accuse T accusation; say N reference to; say N mention of; demand T request; deny N no secret of; deny T no secret; stress N the point of; say T =it known; pledge T assurance; say T remark; say T prediction; go an appearance; go a call
offer: pledge T assurance; pledge T assurances; say T view; say T opinion; hope T hope; say T explanation; pledge T guarantee; pledge T guarantees; propose I =again
pass: say T =word; say T message
paint: describe N =a picture of; describe N a picture of
place: accuse N blame on; stress N emphasis on; stress N importance on
point: accuse N the finger at
pose: ask W question; ask W =the question of
pour: accuse N scorn on; deny N cold water on
put: stress N emphasis on; accuse N blame on; ask W question; ask W =the question of; announce T =it on record; say T =on record; say Q =it this way; say Q =it like this; say Q =it so
raise: ask W question; ask W question of; say T possibility; warn T concern; warn T concerns; warn T fear; warn T fears; deny W doubt about; deny W doubts about; deny T doubts; say T point; accuse T objection; accuse T complaint
reach: agree TI agreement; agree TI understanding; agree T consensus; agree T conclusion
record: say T view; warn T concern
register: warn T concern; accuse T protest; accuse T objection; deny T doubt
reiterate: urge N =his call for; urge N =her call for; urge N =its call for; urge N =their call for
renew: urge N call for; urge N appeal for; urge N plea for; demand N demand for; pledge TI pledge; pledge TI promise; pledge TI offer; pledge TI commitment; pledge I vow; urge O =a call on; urge O call on
repeat: urge N =his call for; urge N =her call for; urge N =its call for; urge N =their call for; urge N call for; demand N demand for; pledge TI promise; pledge TI pledge; warn T warning; accuse T claim; accuse T accusation
reserve: say I the right
return: go =to
rise: go =to
seek: demand T assurances; demand T assurance; demand T guarantees; urge N =clarification on
send: say T message; say T =word; say T clear signal; say T signal; warn T warning; go letter
serve: announce T notice
set: announce T =out plans; ask T question
sound: warn T warning; warn N =the alarm over; warn N =the alarm about; warn N alarm about; warn N alarm over
speak: say N =in favour of; say N =in favor of; say N =out against; say N =out in favour of; say N =up for; say N =in support of; say N sorrowfully of; say N =warmly of; say N =highly of; go =out; go =up
stand: stress T =firm; go =up
state: believe T view; believe T belief; hope T hope; believe T conviction; believe T position
step: go =forward
stick: say N =to
strike: say T note
summon: go ambassador; go envoy
take: say T position; say T view; say T stance; say T line; say N note of; say T =note; go =to; go =the floor; go opportunity; go =the stage; go =aim; accuse N =issue with; accuse N exception to; go advantage of
throw: deny N cold water on
tweet: go =to
use: go interview; go speech; go address; go letter; go statement; go call; go meeting; go visit; go post; go remarks; go appearance; go press conference; go briefing; go occasion; go opportunity; go platform; go debate; go hearing
voice: warn T concern; hope T hope
write: go =to; go letter; go =back
phone: go =to
telephone: go =to
rush: go =to
pause: go =to
proceed: go =to
appear: go =on; go =before; go court
interrupt: go =to
convene: go press conference; go news conference
post: go =to; go video
release: go statement; go video
seize: go opportunity; go occasion
log: go =on
break: go silence
contact: go =us
choose: go =to
"""

if sys.argv[1:] == ["phrases"]:
    found = {}
    for line in PHRASES.strip().splitlines():
        verb, phrases = line.split(": ")
        third, past, participle, gerund = forms(verb)
        for letter, form in (("b", verb), ("z", third), ("d", past), ("n", participle), ("g", gerund)):
            letters, own = found.setdefault(form, (set(), []))
            letters.add(letter)
            own += [p for p in phrases.split("; ") if p not in own]
    found.setdefault("were", ({"d"}, found["was"][1]))
    found.setdefault("are", ({"b"}, found["is"][1]))
    print("# Verbs that report with a noun or adjective, in all their forms: form, inflections (b base, z third person, d past,")
    print("# n past participle, g -ing), phrases: act, complements, the words behind the verb. Made by")
    print("# tools/lists/reporting-verbs.py, which explains the letters.")
    for form in sorted(found, key=lambda s: s.encode()):
        letters, own = found[form]
        print(form, "".join(l for l in "bzdng" if l in letters), "; ".join(own), sep="\t")
    sys.exit()

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
