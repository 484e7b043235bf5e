## The language

language-name = norsk
language-locale = nb-NO
language-choice = Språk

## Shared: the race and its parts

state-idle = Ikke ropt opp ennå
state-loaded = Neste løp
state-checked = Klar
state-armed = På startstreken
state-running = Løpet er i gang
state-held = Lysene står
state-finished = I mål
state-official = Offisielt
state-aborted = Avlyst
state-recalled = Tyvstart
sex-men = Menn
sex-women = Kvinner
sex-mixed = Blandet
point-start = start
point-finish = mål
pattern-comet = komet
pattern-solid = heltrukket
pattern-dashed = stiplet
pattern-blinking = blinkende
look-countdown = til startskuddet
look-false-start = Tyvstart: tilbake til streken
look-recall = Tyvstart: tilbake til streken
look-abort = Løpet er avlyst
way-ahead = foran
way-behind = bak
way-level = jevnt
column-at = Ved
column-time = Tid
column-segment = Delstrekk
column-gap = Til lyset
column-metres = Meter
column-place = Plass
column-bib = Startnr.
column-name = Navn
column-nation = Nasjon
column-mark = Resultat
column-light = Lys
column-pattern = Mønster
column-record = Rekord
column-event = Øvelse
column-athlete = Utøver
column-better = Forbedret med
column-stood = Sto på
column-since = Siden
column-status = Status
column-finish = Mål
point-at = ved { $point }
point-at-finish = i mål
look-clap = Klapp med

## Shared: records

level-WR = Verdensrekord
level-WB = Verdensbeste
level-AR = Kontinentalrekord
level-NR = Nasjonal rekord
level-CR = Mesterskapsrekord
level-MR = Stevnerekord
level-PB = Personlig rekord
level-SB = Årsbeste
area-AFR = Afrikarekord
area-ASI = Asiarekord
area-EUR = Europarekord
area-NAC = NACAC-rekord
area-OCE = Oseania-rekord
area-SAM = Søramerikansk rekord
level-scoped = { $level } { $scope }
status-candidate = kandidat: funnet av Pacelight, ikke sendt inn ennå
status-pending = til behandling: sendt inn, ikke avgjort ennå
status-ratified = godkjent
status-rejected = avslått
status-annulled = annullert
record-provisional = foreløpig
record-en-route = underveis
record-better = { $by } s under { $stood }
record-equalled = tangerer { $stood }
record-since = siden { $day }, { $days ->
    [one] 1 dag
   *[other] { $days } dager
}
short-candidate = kandidat
short-pending = til behandling
short-ratified = godkjent
short-rejected = avslått
short-annulled = annullert
short-hand = for hånd
correction-title = Rettelse
correction-other = { $name }, { $what }: { $now }, ikke { $before }.
correction-gone = { $name }, { $what }: { $before } gjelder ikke.
correction-result = { $name }: { $now }, ikke { $before }.
correction-result-gone = { $name }: { $before } gjelder ikke.
correction-place = { $place }. på { $mark }
correction-away = Legg bort
level-WL = Verdensårsbeste
level-AL = Kontinentalt årsbeste
level-NL = Nasjonalt årsbeste
level-AB = Kontinentalt beste
level-NB = Nasjonalt beste
level-LR = Serierekord
level-FR = Banerekord
level-of = { $level }: { $whose }
level-at = { $level }: { $whose }
level-aged = { $level }, { $age }
scope-world = Verden
list-of-best = Alle tiders liste, beste for hver utøver
list-of-all = Alle tiders liste, alle resultater
days = { $days ->
    [one] 1 dag
   *[other] { $days } dager
}
scope-AFR = Afrika
scope-ASI = Asia
scope-EUR = Europa
scope-NAC = Nord- og Mellom-Amerika og Karibia
scope-OCE = Oseania
scope-SAM = Sør-Amerika
number = { $number }

## Shared: events

event-metres = { $length } m
event-kilometres = { $length } km
event-mile = Engelsk mil
event-miles = { $length } engelske mil
kind-short-track = { $event } kortbane
event-yards = { $length } yards
event-two-miles = To engelske mil
event-one-hour = Én time
event-two-hours = To timer
event-hours = { $length } timer
event-half-marathon = Halvmaraton
event-marathon = Maraton
event-high-jump = Høyde
event-pole-vault = Stav
event-long-jump = Lengde
event-triple-jump = Tresteg
event-shot-put = Kule
event-discus-throw = Diskos
event-hammer-throw = Slegge
event-javelin-throw = Spyd
event-weight-throw = Vektkast
event-pentathlon = Femkamp
event-heptathlon = Sjukamp
event-octathlon = Åttekamp
event-decathlon = Tikamp
event-distance-medley = Distansemedley
kind-road = { $event } gateløp
kind-race-walk = { $event } kappgang
kind-relay = { $event } stafett
kind-steeplechase = { $event } hinder
kind-hurdles = { $event } hekk

## Shared: connection, clock, lights

connection-connecting = kobler til
connection-live = direkte
connection-stale = utdatert, { $seconds } s
connection-offline = frakoblet
connection-connecting-help = Venter på det første nytt fra løpet.
connection-live-help = Det du ser, er det som er kjent nå.
connection-stale-help = Ingenting er hørt på en stund; siden prøver igjen av seg selv.
connection-offline-help = Ingen forbindelse; siden prøver igjen av seg selv så lenge den er åpen.
clock-error = klokke ±{ $ms } ms
clock-unset = klokken er ikke stilt ennå
output-frames = { $frames } lysbilder sendt, { $late } for sent
controllers-up = { $count ->
    [one] 1 styreenhet, i drift
   *[other] { $count } styreenheter, alle i drift
}
controller-refusing = { $name } avviser, i { $seconds } s
controller-away = { $name } borte i { $seconds } s
other-standby = reserve { $name }
other-node = lysnode { $name }
other-clock = { $other }, klokke { $offset } ms ± { $error }
other-silent = { $other }, taus i { $seconds } s
theme-dark = Mørkt tema
theme-light = Lyst tema
source-waiting = venter
source-connected = tilkoblet
source-silent = taus
source-lost = tapt
source-refused = avvist
theme-sunlight = Sollys: svart på hvitt, kraftig
screen-awake = Skjermen holdes på så lenge denne siden vises.
screen-asleep = Skjermen kan slå seg av
screen-asleep-why = Denne nettleseren holder ikke skjermen på her: åpne siden over https, eller la enheten aldri slå seg av.
source-up = nådd
source-refusing = avvisende
source-away = borte

## The record chase

chase-description = Et løp mot rekorden, direkte: lys, løpere, avstander, mellomtider, rekorder.
chase-no-script = Det levende bildet trenger JavaScript.
chase-no-script-results = Resultater, rekorder og mellomtider klarer seg uten.
chase-untitled = Venter på løpet
chase-waiting = Motoren er ikke hørt ennå. Siden går videre av seg selv så snart den er det.
chase-speed = { $rate }× fart
chase-speed-help = Et opptak, spilt fortere enn det ble løpt
chase-results = Resultater
chase-plain = Resultater som ren tekst
chase-less-motion = Mindre bevegelse
chase-less-motion-help = Bildet flytter seg to ganger i sekundet
chase-skip = Gå til resultatene
chase-race-clock = Løpsklokke
chase-before-gun = før startskuddet
chase-winner = vinnertid, { $name }
chase-to-go = { $metres } m igjen
chase-to-go-about = omtrent { $metres } m igjen
chase-last-lap = siste runde
chase-laps-to-go = { $laps ->
    [one] 1 runde igjen
   *[other] { $laps } runder igjen
}
chase-stage = Banen
chase-canvas = Banen, { $track }, med { $lamps ->
    [one] 1 lampe
   *[other] { $lamps } lamper
} langs kanten. Løp over { $distance }.
chase-heading = Jakten
chase-as-of = slik boken hadde den { $day }
chase-no-gap = Første avstand ved første mellomtid
chase-last-seen = { $gap } s { $at }, siste avstand
chase-status-DNS = startet ikke
chase-status-DNF = brøt
chase-status-DQ = diskvalifisert
chase-status-NM = uten resultat
chase-against = mot { $light }
chase-pace-help = beregnet, ikke målt
chase-splits = Mellomtider
chase-splits-of = Mellomtider: { $name }
chase-runner = Løper
chase-no-splits = Ingen mellomtid ennå
chase-official = offisiell
chase-official-note = offisiell tid; de andre er bare til visning
chase-finish-only = bare sluttid
chase-start-list = Startliste og resultater
chase-records = Rekorder
chase-no-records = Ingen ennå. En rekord vises her i det øyeblikket den er funnet.
chase-legend = Hva som vises
chase-legend-runner = ved siste passering
chase-legend-projected = beregnet av farten der
chase-record-caption = { $level } { $mark }, foreløpig: { $name }
chase-said-before = Løpet har ikke startet.
chase-said-leads = { $name } { $at } på { $time }
chase-said-ahead = { $seconds } sekunder, { $metres } meter foran { $light }
chase-said-behind = { $seconds } sekunder, { $metres } meter bak { $light }
chase-said-level = jevnt med { $light }
chase-said-out = { $name }: { $status }.
chase-leader = den som leder
chase-lines = Linjer på banen
chase-legend-line = linje, ikke lampe: jevn fart
chase-to = Avstand til
chase-follow = Følg
chase-gaps = Avstander gjennom løpet
chase-gaps-of = Sekunder foran { $line } (opp) eller bak (ned), ved hver passering
chase-as-table = Avstandene som tabell
chase-now = nå omtrent { $gap } s, beregnet
chase-finish-pace = Sluttid i denne farten
chase-finish-lap = i farten fra siste runde
chase-finish-even = i snittfarten så langt
chase-not-calibrated = ikke kalibrert
chase-delay = Forsinkelse for TV
chase-delay-value = { $seconds } s etter
chase-delay-none = ingen: mens det skjer
chase-delay-help = Alt her, også klokken og rekordene, vises slik det var kjent da.
chase-delay-missing = Her er ingenting kjent om det øyeblikket. Siden begynner om { $seconds } s.
chase-replay = Opptak
chase-play = Spill av
chase-pause = Pause
chase-seek = Løpstid
chase-replay-speed = Hastighet
chase-to-live = Til direktesiden
chase-again = Se dette løpet igjen
chase-earlier = Tidligere løp
chase-no-earlier = Ingen løp er lagret her.
chase-not-kept = Dette løpet er ikke lagret her.
chase-fetching = Henter løpet.
chase-gun-error = start ±{ $ms } ms
chase-settings = Hva som vises
chase-leader-short = leder
chase-more-lines = { $count } til

## Results without scripts

results-title = Resultater
results-unheard = Løpet er ikke hørt ennå.
results-not-official = { $state }, ikke offisielt ennå
results-corrected = { $state }, og rettet siden
results-again = Les på nytt
results-live = Den direkte siden
results-now = Resultatene fra løpet som er på banen
results-others = Resultater fra andre løp
results-book = Rekordboken
results-lights = Lys
results-records = Rekorder
results-splits = Mellomtider: { $name }
results-corrections = Rettet siden resultatet først var offisielt
results-en-route = { $event } (underveis)
results-equalled = tangert
results-by = { $by } s

## The shell: what every page has

shell-no-race = Venter på løpet
shell-settings = Innstillinger og taster
shell-close = Lukk
shell-theme = Tema
shell-signed-in = Innlogget
shell-dismiss = Legg bort
shell-hold = Hold i { $seconds } s
shell-hold-again = Trykk igjen for å bekrefte
shell-keys = Taster
shell-keys-how = Trykk på knappen ved en linje, så på tasten eller fotbryteren som skal gjøre det. Huskes i denne nettleseren.
shell-keys-reset = De vanlige tastene
shell-key-none = ingen
shell-key-held = holdes
shell-key-press = Trykk en tast
shell-key-choose = { $what }: { $key }. Velg en annen tast
shell-key-taken = Den tasten gjør noe allerede: { $what }
shell-sign-in = Logg inn
shell-sign-in-how = Stevneleder lager en kode for denne posten. Skriv den her.
shell-sign-in-go = Logg inn
shell-sign-in-waits = { $count ->
    [one] Det du ba om venter, og går videre med koden din.
   *[other] { $count } ting du ba om venter, og går videre med koden din.
}
shell-sign-in-nobody = Denne serveren slipper ingen inn: åpne siden til en som gjør det.
shell-sign-in-unreached = Serveren svarte ikke: prøv igjen.
shell-signed-out = Du er ikke innlogget lenger
shell-code = Kode
shell-waits-answer = på vei
shell-waits-network = venter på nettet, { $seconds } s
shell-waits-sign-in = venter på koden din
key-Space = Mellomrom
key-Escape = Esc
key-Enter = Enter
key-PageUp = Side opp
key-PageDown = Side ned
key-ArrowUp = ↑
key-ArrowDown = ↓
key-ArrowLeft = ←
key-ArrowRight = →

## Shared: acts

act-load = hent
act-unload = legg bort
act-reload = les stevnet på nytt
act-check = sjekk
act-arm = gjør klar
act-override = gjør klar likevel
act-disarm = avbryt klargjøring
act-gun = startskudd
act-started = startet
act-move-gun = flytt startskuddet
act-hold = stans lysene
act-go-on = fortsett
act-finish = målgang
act-official = offisielt
act-reopen = åpne igjen
act-recall = omstart
act-abort = avlys
act-reset = nullstill
act-blackout = slukk alt
act-light = tenn igjen
act-replan = endre plan
act-take-lights = overta lysene
act-leave-lights = gi fra deg lysene
act-split = mellomtid
act-status = status
act-strike = stryk
act-restore = sett tilbake
act-reassign = gi til en annen
act-swap = bytt
act-correct = rett
act-undo = angre
act-settle = avgjør
act-fade = ton ut
act-nudge = juster
act-show = show
act-walk = gå langs lampene

## Shared: roles

role-spectator = tilskuer
role-display = skjerm
role-announcer = speaker
role-statistician = statistiker
role-timer = tidtaker
role-operator = lysoperatør
role-director = stevneleder

## Signing in

pair-title = Logg inn
pair-how = Skann koden du har fått, eller skriv den her. For å se på trenger ingen en kode:
pair-race = løpet
pair-code = Kode
pair-submit = Logg inn
pair-hint = Stevnelederen lager en kode for hver post. Den gjelder i ti minutter, én gang.
pair-open-network = Det som sendes til denne adressen, kan leses av andre på nettet; derfor logger ingen inn her.
pair-use-https = Åpne siden med https-adressen. For å se på trenger ingen å logge inn:
pair-wrong-code = Denne koden slipper ingen inn: den er brukt, for gammel eller feilskrevet.
pair-too-many = For mange forsøk: vent et minutt.
pair-director-only = Bare stevnelederen slipper andre inn og ut.
pair-no-such-role = Den rollen finnes ikke.
pair-for = For { $by }
pair-qr = QR-kode for { $address }
pair-invited = { $role }, til { $time } UTC, én gang.
pair-near = Bare denne maskinen når denne adressen.
pair-signed-in = Logget inn som
pair-until = til { $time } UTC om ingenting blir gjort før.
pair-acts = Det du kan gjøre
pair-sees = Du ser alt, og endrer ingenting.
pair-to-race = Til løpet
pair-to-stopwatch = Til stoppeklokken
pair-unsent = Tider og startnumre tatt i denne nettleseren som ikke er sendt ennå:
pair-unsent-kept = De blir her, også etter utlogging, og sendes når en tidtaker logger inn.
pair-sign-out = Logg ut
pair-invite = Slipp noen inn
pair-as = Som
pair-called = Kalt
pair-called-example = tidtakerbordet
pair-make-code = Lag en kode
pair-sessions = Innlogget
pair-seen = sett { $time }
pair-you = deg
pair-revoke = Trekk tilbake
pair-revoke-whom = Trekk tilbake { $by }

## The authority of the meet

authority-title = Stol på dette stevnet
authority-why = Et stadion uten internett har ikke noe sertifikat som en telefon kjenner av seg selv. Installer denne utstederen én gang, så åpner sidene uten advarsel. Den kan bare gå god for maskiner på stadionets eget nett.
authority-take = Hent utstederen
authority-then = Så, på enheten din
authority-iphone = Innstillinger, Profil lastet ned, Installer; så Generelt, Om, Innstillinger for sertifikattillit, slå den på.
authority-android = Innstillinger, Sikkerhet, Flere sikkerhetsinnstillinger, Installer fra lagring, CA-sertifikat.
authority-firefox = Innstillinger, Personvern, Vis sertifikater, Utstedere, Importer.
authority-chromium = Innstillinger, Personvern og sikkerhet, Sikkerhet, Administrer sertifikater, Importer.
authority-on-computer = Chromium på en datamaskin
authority-compare = Sammenlign før du stoler på den
authority-terminal = Terminalen til stevnet viser det samme:
authority-until = { $authority }, til { $day }. Ta den av telefonen etter stevnet om du ikke trenger den igjen.

## Announcer

announcer-title = Speaker
announcer-description = Nå og neste, for den som snakker: setninger klare til opplesning, hvem som kommer når, og hva boka sier om hver enkelt.
announcer-no-script = Siden trenger JavaScript.
announcer-now = Nå
announcer-next = Neste
announcer-say = Klart til å leses opp
announcer-nothing-to-say = Ingenting å lese ennå: setningene kommer med første mellomtid.
announcer-runners = Hvem kommer, og når
announcer-entries = Startliste
announcer-stakes = Rekorder som kan falle
announcer-no-stakes = Ingen rekord som boka kjenner, står på spill.
announcer-stake-whose = for { $whose }
announcer-clock = Løpstid
announcer-laps = { $laps ->
    [one] 1 runde igjen
   *[other] { $laps } runder igjen
}
announcer-last-lap = Siste runde
announcer-due = når som helst
announcer-unknown = ingen tid ennå
announcer-expected = anslått, ikke målt
announcer-raw = rå, ikke bekreftet
announcer-confirmed = bekreftet
announcer-column-best = Pers
announcer-column-season = Sesong
announcer-column-lane = Bane
announcer-said-as = uttales: { $say }
announcer-needs = { $name } må løpe de siste { $metres } m på { $time } for { $record }: { $mark } eller bedre.
announcer-needs-lap = { $name } må løpe siste runde på { $time } for { $record }: { $mark } eller bedre.
announcer-needs-short = { $time } for { $mark }
announcer-record-of = { $record } på { $event }
announcer-the-WR = verdensrekorden
announcer-the-WB = verdens beste tid
announcer-the-AR = verdensdelsrekorden ({ $scope })
announcer-the-NR = den nasjonale rekorden ({ $scope })
announcer-the-CR = mesterskapsrekorden
announcer-the-MR = stevnerekorden
announcer-the-LR = ligarekorden
announcer-the-FR = banerekorden
announcer-the-PB = personlig rekord
announcer-the-SB = årsbeste
announcer-the-AFR = den afrikanske rekorden
announcer-the-ASI = den asiatiske rekorden
announcer-the-EUR = europarekorden
announcer-the-NAC = NACAC-rekorden
announcer-the-OCE = den oseaniske rekorden
announcer-the-SAM = den søramerikanske rekorden
announcer-fell = { $name } slår { $record }: { $mark }.
announcer-equalled = { $name } tangerer { $record }: { $mark }.
announcer-stood = { $by } s under { $stood }, { $name }, { $day }.
announcer-stood-equalled = Den ble satt { $day } av { $name }.
announcer-fell-too = Også { $records }.
announcer-caution = Rekordvarsel
announcer-caution-candidate = Si: venter på godkjenning. Ingen har bekreftet den ennå.
announcer-caution-pending = Si: venter på godkjenning. Den er innsendt, men ikke avgjort.
announcer-caution-rejected = Si: den ble ikke godkjent.
announcer-caution-annulled = Si: den ble annullert.
announcer-leads = { $name } leder ved { $point }: { $time }.
announcer-gap = { $name } er { $gap } s bak.
announcer-ahead-of = { $name } er { $gap } s foran lyset: { $light }.
announcer-behind = { $name } er { $gap } s bak lyset: { $light }.
announcer-level = { $name } er jevnt med lyset: { $light }.
announcer-pace = I tempoet fra siste runde kommer { $name } i mål på { $mark }.
announcer-place = { $place }. { $name } ({ $nation }), { $mark }.
announcer-not-official = Ikke offisielt ennå.
announcer-news = Fra et tidligere løp
announcer-news-official = Resultatet er offisielt.
announcer-news-reopened = Resultatet ble åpnet igjen: det er ikke offisielt.
announcer-news-record = { $name }, { $what }: { $mark }. Venter på godkjenning.
announcer-best = Personlig rekord
announcer-season = Årsbeste
announcer-was-placed = { $place }. plass
announcer-medal-gold = Gull
announcer-medal-silver = Sølv
announcer-medal-bronze = Bronse
announcer-part-bests = Beste tider
announcer-part-held = Rekorder
announcer-part-last = Siste løp
announcer-part-progression = Utviklingen av pers
announcer-part-honours = Medaljer
announcer-no-card = Boka kjenner ikke denne utøveren.
announcer-no-book = Ingen bok er åpen her: beste tider og rekorder kommer med en (pacelight web --book).
announcer-born = født { $born }
announcer-close = Lukk
announcer-card = Kort for { $name }
announcer-starts-at = kl. { $at }
announcer-after = deretter { $races }
announcer-key-up = Løper over
announcer-key-down = Løper under
announcer-key-card = Løperens kort, eller bort med det
announcer-key-say = Legg bort rettelsene
announcer-key-next = Neste løp, eller tilbake til dette
announcer-show-next = Vis neste løp
announcer-show-now = Tilbake til dette løpet
announcer-finish-only = ingen mellomtider
announcer-code = På et annet nettbrett
announcer-code-how = Skann på samme nettverk. Ingen trenger å logge inn for å lese.
announcer-record-in = { $record }, { $event }
announcer-column-national = Nasjonal
announcer-waiting = Motoren er ikke hørt ennå. Siden fortsetter av seg selv så snart den er det.

## The pages that the server writes

frame-skip = Hopp til innholdet
frame-pages = Sider
frame-race = Løpet
frame-results = Resultater
frame-book = Rekordbok
frame-records = Rekordbord
frame-plan = Fartsplan
frame-theme = Tema
frame-theme-system = som systemet
frame-theme-dark = mørkt
frame-theme-light = lyst
frame-theme-sunlight = sollys

## Record desk

records-waiting = { $count ->
    [0] Ingenting venter på avgjørelse.
    [one] Én prestasjon venter på avgjørelse.
   *[other] { $count } prestasjoner venter på avgjørelse.
}
records-none = Ingenting venter her. Nye rekorder vises straks boka har dem.
records-more = { $count } til vises ikke: velg en øvelse eller et nivå.
records-event = Øvelse
records-every-event = alle
records-level = Nivå
records-every-level = alle
records-show = Vis
records-lately = Sist avgjort
records-none-lately = Ingenting er avgjort ennå.
records-en-route-of = underveis til { $event }
records-signed-in = Logget inn: { $by }, { $role }.
records-may-look = Denne rollen ser, og avgjør ingenting.
records-session = Økt
records-signed-out = Den som avgjør, er logget inn.
records-sign-in = Logg inn
records-not-private = Ingen logger inn på denne adressen: det som sendes, kan leses underveis. Åpne siden med https.
records-nobody = Her avgjøres ingenting: siden bare viser.
records-refused-title = Dette kan ikke vises
records-evidence-denied = Bevismaterialet er for stevnelederen og statistikeren. Logg inn på /pair.
records-fallen = Hva som ble slått
records-fallen-none = Ingen rekord på noen liste som boka dekker.
records-list = Rekord
records-better = Bedre med
records-equalled = tangert
records-stood = Sto
records-stood-by = Innehaver
records-since = Siden
records-to-event = Rekord og utvikling
records-to-athlete = Utøveren
records-to-nation = Nasjonen
records-conditions = Hva godkjenning krever
records-open = { $count ->
    [0] Ingen krav er åpne.
    [one] Ett krav er åpent.
   *[other] { $count } krav er åpne.
}
records-not-confirmed = Vi hadde ikke regelteksten foran oss: slå den opp før du stoler på den.
records-verdict-met = oppfylt
records-verdict-not-met = ikke oppfylt
records-verdict-not-known = ukjent
records-verdict-needs-a-person = krever et menneske
records-looked = { $by } har sett, { $at }
records-looked-somebody = Noen har sett på det.
records-look = Jeg har sett på det
records-says = Kravet er
records-says-open = åpent igjen
records-attested-met = oppfylt
records-attested-not-met = ikke oppfylt
records-attested-open = åpent igjen
records-how = Hvordan du vet det: hvor skjemaet ligger, hva attesten sier
records-keep = Noter det
records-decide = Avgjør
records-decide-who = For stevnelederen og statistikeren.
records-what = Hva som ble avgjort
records-do-submit = Sendt inn
records-do-submit-help = det offisielle resultatet er sendt til dem som avgjør: til behandling
records-do-ratify = Godkjent
records-do-ratify-help = det er en rekord
records-do-reject = Avvist
records-do-reject-help = ingen rekord; resultatet er fortsatt utøverens
records-do-annul = Annullert
records-do-annul-help = selve resultatet er ugyldig
records-do-withdraw = Trekk tilbake
records-whose = For hvilken rekord
records-whose-every = for alle rekorder det er
records-by = Av hvem
records-on = Hvilken dag
records-learned = Kjent fra, om senere
records-why = Av hvilken grunn
records-write = Skriv det i boka
records-history = Hva som har skjedd med det
records-taken = trukket tilbake
records-known-from = kjent fra { $day }
records-take-back = Trekk tilbake: { $what }, { $day }
records-kind-said = Oppgitt
records-kind-submitted = Sendt inn
records-kind-ratified = Godkjent
records-kind-rejected = Avvist
records-kind-annulled = Annullert
records-kind-corrected = Rettet
records-kind-withdrawn = Trukket tilbake
records-kind-merged = Slått sammen
records-kind-unmerged = Skilt igjen
records-evidence = Bevis fra løpet
records-evidence-none = Det finnes ingen her. Oppgi journalen eller mappen med --evidence.
records-exhibit-journal = journal
records-exhibit-report = rapport fra løpet
records-exhibit-result = publisert resultat
records-size = { $kilobytes } kB
records-proved = Kjeden er hel: { $lines } linjer, ingen endret, ingen tapt.
records-done-submitted = Skrevet: sendt inn.
records-done-ratified = Skrevet: godkjent.
records-done-rejected = Skrevet: avvist.
records-done-annulled = Skrevet: annullert.
records-done-withdrawn = Skrevet: trukket tilbake.
records-done-attested = Notert.
records-code = Koden din, for å logge inn og sende
records-meanwhile = Noen har avgjort i mellomtiden. Ingenting ble skrevet; se etter, og send igjen om det fortsatt gjelder.
records-wrong-session = Du er ikke lenger logget inn. Ingenting du skrev, er tapt: logg inn og send.
records-wrong-role = Dette er ikke for rollen { $role }. Stevnelederen og statistikeren avgjør.
records-wrong-code = Denne koden slipper ingen inn: den er brukt, for gammel eller feilskrevet.
records-wrong-often = For mange forsøk: vent et minutt og send igjen.
records-wrong-kind = Velg hva som ble avgjort.
records-wrong-annul = Et resultat er ugyldig i sin helhet: velg «for alle rekorder», eller avvis den ene.
records-wrong-whose = Det finnes ingen slik rekord.
records-wrong-by = Si hvem som avgjorde: World Athletics, forbundet, juryen.
records-wrong-why = Si hvorfor: grunnen blir stående i boka.
records-wrong-not-met = Si hva som mangler.
records-wrong-says = Velg hva du så.
records-wrong-day = Ikke en dag: «{ $text }». Skriv år-måned-dag, som 2025-03-21.
records-wrong-future = Den dagen er ikke kommet ennå.
records-wrong-before-run = Det ble løpt { $day }: ingen avgjorde før det.
records-wrong-before-decided = Det ble avgjort { $day }: ingen trakk det tilbake før.
records-wrong-learned = Det ble kjent mellom dagen det ble avgjort og i dag.
records-wrong-long = { $length } tegn; det er plass til { $most }. Gjør det kortere.
records-wrong-sign = Det er et tegn i det som ikke kan trykkes. Skriv det på nytt.
records-wrong-gone = Den avgjørelsen gjelder ikke lenger: noen har trukket den tilbake.
records-condition-official = Resultatet ble målt og dømt som en målgang
records-condition-result = Løpets egen journal viser samme resultat
records-condition-competitors = Minst tre utøvere konkurrerte for alvor, eller to lag
records-condition-meeting = Stevnet var godkjent, kunngjort på forhånd og holdt etter reglene
records-condition-nation = Utøveren kunne representere nasjonen den dagen
records-condition-one_nation = Alle på laget er fra én nasjon
records-condition-timing = Tiden ble tatt med helautomatisk målfoto
records-condition-precision = Tiden er lest så fint som øvelsen krever
records-condition-photo = Målfotoet og bildet av nulltesten foreligger
records-condition-start = Startinformasjonssystemet var i bruk, og utskriften foreligger
records-condition-wind = Vinden ble målt, og ikke over +2,0 m/s i ryggen
records-condition-lap = Banen har den lengden øvelsen krever
records-condition-certificate = Banen har en gyldig måleattest
records-condition-course = Løypa ble målt av en sertifisert måler, og ikke funnet kortere etterpå
records-condition-race = Det er sagt om kvinner løp alene eller med menn
records-condition-finished = Den som satte rekord underveis, fullførte hele distansen
records-condition-lights = Det er notert at fartslys var i bruk: de er ingen hindring
records-condition-shoes = Skoene var slike som reglene tillater
records-condition-implement = Redskapet ble kontrollert før konkurransen, og igjen etter resultatet
records-condition-doping = Utøveren ble dopingtestet etter øvelsen
records-condition-esa = Prøven ble analysert for stoffer som øker dannelsen av røde blodceller
records-condition-form = Skjemaet ble sendt innen tretti dager
records-condition-signed = Presidenten og generalsekretæren i World Athletics har undertegnet
records-parts = På denne siden
records-done-known = Boka har denne avgjørelsen allerede: ingenting ble skrevet.
records-wrong-taken = En avgjørelse av dette slaget og denne dagen er trukket tilbake: gi den nye dagen den ble tatt.

## Nations that are in no list of territories

nation-ANA = Autoriserte nøytrale utøvere
nation-ART = Flyktninglaget
nation-ENG = England
nation-EUN = Det forente laget
nation-FRG = Vest-Tyskland
nation-GDR = Øst-Tyskland
nation-NIR = Nord-Irland
nation-SCG = Serbia og Montenegro
nation-SCO = Skottland
nation-TCH = Tsjekkoslovakia
nation-TPE = Kinesisk Taipei
nation-URS = Sovjetunionen
nation-WAL = Wales
nation-YUG = Jugoslavia

## The record book: on every page

book-title = Rekordbok
book-skip = Gå til innholdet
book-search-label = Søk etter en utøver, en øvelse eller en nasjon
book-search-hint = Utøver, øvelse eller nasjon
book-search = Søk
book-nav = Bok
book-levels = Hva et resultat ville være
book-compare = Sammenlign to dager
book-verify = Etterprøv
book-conflicts = Uenigheter
book-as-data = Dette svaret som
book-or = eller
book-front = Boken
book-race = Løpet
book-permalink = Denne siden for godt
book-unknown = Ikke kjent.
book-not-known = ikke kjent
book-as-of = per { $day }
book-as-known-at = per { $day }, slik det var kjent { $known }
book-ratified-only = { $asked }, bare godkjente
book-en-route = underveis til en lengre distanse: { $event }
book-on-the-way = underveis til { $event }
book-nothing-better = boken går god for at ingenting bedre mangler
book-json-of = { $what } som JSON
book-csv-of = { $what } som CSV
book-more = og { $more } til
book-question = Spørsmål
book-ask = Spør
book-all = alle
book-candidate = kandidat: i boken, ikke sendt inn ennå

## The record book: columns and fields

column-list = Liste
column-day = Dag
column-venue = Sted
column-best = Beste
column-age = Alder
column-set = Satt
column-beaten = Slått
column-lasted = Sto i
column-year = År
column-rank = Plass
column-level = Nivå
column-lists = Lister
column-events = Øvelser
column-from = Fra
column-to = Til
column-change = Endring
column-was = Var
column-is = Er
column-followed = Fulgt
column-apart = Avstand
column-sources = Kildene sier
column-why = Hvorfor
column-would-be = Ville være
column-by = Med
column-stands = Står
column-holder = Innehaver
column-in = I
column-published = Publisert
field-class = Klasse
field-as-of = Per
field-known-at = Slik kjent
field-age = Aldersklasse
field-race = Løp
field-whose = Hvems
field-lines = Linjer
field-area = Verdensdel
field-against = Mot
class-men = menn
class-women = kvinner
class-mixed = blandet
race-women-only = bare kvinner
race-mixed = blandet
race-any = alle
group-track = Bane
group-short = Kortbane
group-road = Gateløp
group-hurdles = Hekk
group-steeplechase = Hinder
group-relay = Stafetter
group-walk = Kappgang
group-jump = Hopp
group-throw = Kast
group-combined = Mangekamp

## The record book: its front, its search

front-heading = Rekordboken
front-find = Finn en utøver, en øvelse, en nasjon
front-whole = Hele boken
front-example = Ingebrigtsen, indoor mile, NOR
front-latest = Siste rekorder
front-latest-note = Nasjonale rekorder står på nasjonenes sider, personlige rekorder på utøvernes.
front-no-records = boken dekker ingen rekordliste på den dagen
front-events = Øvelser
front-empty = Boken er tom.
front-covers = Hva boken dekker
front-lists = { $lists ->
    [one] 1 liste.
   *[other] { $lists } lister.
}
front-beyond = Utover dem er svaret «ikke kjent», aldri en gjetning.
front-who = Hvem som går god for dem
front-count = { $lists ->
    [one] 1 liste
   *[other] { $lists } lister
}
search-found = Funnet for «{ $query }»
search-athletes = { $athletes ->
    [one] 1 utøver
   *[other] { $athletes } utøvere
}
search-events = { $events ->
    [one] 1 øvelse
   *[other] { $events } øvelser
}
search-nations = { $nations ->
    [one] 1 nasjon
   *[other] { $nations } nasjoner
}
search-write = Skriv et navn, eller en del av et.
search-nothing = Ingenting med det navnet
search-not-in-book = ingenting i boken
search-athletes-heading = Utøvere
search-nations-heading = Nasjoner
search-also = også { $names }
search-more = og { $more } til: skriv mer av navnet
refused-404-title = Ingenting her
refused-title = Ikke besvart
refused-404 = Det finnes ingenting her
refused-400 = Det kan det ikke spørres om
refused-503 = Boken kan ikke leses
refused-search = Søk ovenfor, eller
refused-begin = begynn fremst i boken

## The record book: an event

page-event-both-tracks = begge banetyper
page-event-stands = Den har stått i { $days }.
page-event-stands-better = Den har stått i { $days }, { $by } bedre enn { $mark } av { $athlete }, som sto i { $before }.
page-event-equalled-by = tangert av
page-event-until-decided = Til det er avgjort, er den godkjente rekorden
page-event-covered-from = Dekket fra { $day }:
page-event-chart = Slik ble den til
page-event-chart-title = { $list }, { $event }, { $sex }: { $steps ->
    [one] 1 trinn
   *[other] { $steps } trinn
}, fra { $first } til { $last }. Tabellen nedenfor sier det samme.
page-event-not-yet = ikke, eller ikke ennå
page-event-progression = Utvikling
page-event-record = Rekord
page-event-list = Alle tiders liste
page-event-list-of = { $list }: { $whose }
page-event-equalled = tangert
page-event-so-far = så langt
page-event-beyond = utenfor det listen dekker
page-event-no-mark = Ingen resultater på denne listen.
page-event-first = De første { $lines }
page-event-complete = Komplett
page-event-down-to = Komplett ned til { $mark }
page-event-ranks-of-all = { $depth } for hver utøvers beste; plasser blant alle resultater er ikke kjent
page-event-ranks-of-year = { $depth } for hver utøvers beste; plasser innen et år er ikke kjent
page-event-ranks-beyond = { $depth }; utover det er plassene ikke kjent
page-event-covered = Hva boken dekker av den
page-event-races = løp: { $race }
page-event-from = fra
page-event-complete-to = komplett ned til { $mark }
page-event-national = Nasjonale rekorder
page-event-of-nations = { $nations ->
    [one] fra 1 nasjon
   *[other] fra { $nations } nasjoner
}
page-event-personal = Personlige rekorder
page-event-of-athletes = { $athletes ->
    [one] fra 1 utøver
   *[other] fra { $athletes } utøvere
}
page-event-no-list = boken dekker ingen liste for { $event }, { $sex }
page-event-every-list = Rekorder på hver liste
page-event-national-count = { $records ->
    [one] 1 nasjonal rekord
   *[other] { $records } nasjonale rekorder
}
page-event-another = En annen dag, en annen liste
page-event-both = Begge
page-event-both-together = begge banetyper sammen
page-event-the-record = Rekorden
page-event-whose-example = EUR, NOR, et stevne
page-event-only-ratified = bare det som er godkjent
page-event-the-list = Alle tiders liste
page-event-every-mark = alle resultater
page-event-today = Slik det er i dag
page-event-would = Hva ville et resultat være?
page-event-by-time = { $by } s
page-event-by-length = { $by } m
page-event-by-points = { $by } poeng

## The record book: an athlete, a nation

athlete-born = født { $born }
athlete-aliases = også kjent som { $names }
athlete-nothing = boken har intet resultat av { $athlete } til den dagen
athlete-held = Rekorder nå
athlete-bests = Beste resultater i boken
athlete-bests-note = * Boken går god for at ingenting bedre mangler; om de andre sier den bare hva den har.
athlete-once = Tidligere rekorder
athlete-medals = Medaljer
athlete-gold = gull
athlete-silver = sølv
athlete-bronze = bronse
athlete-aged = { $age } år
athlete-rise = { $event }: slik kom personlig rekord
athlete-rise-title = Beste av { $athlete }, { $event }: fra { $first } til { $last }, trinn for trinn.
athlete-steps = { $steps ->
    [one] 1 trinn
   *[other] { $steps } trinn
}
athlete-seasons = Årsbeste
athlete-beaten = slått
nation-since = siden { $day }
nation-until = til { $day }
nation-followed-by = Etterfulgt av
nation-from-only = boken dekker nasjonale rekorder for { $nation } fra { $day }, og ingen av dem til den dagen
nation-none = boken dekker ingen nasjonal rekord for { $nation }
nation-covers = { $records ->
    [one] 1 nasjonal rekord, fra { $day }.
   *[other] { $records } nasjonale rekorder, fra { $day }.
} I alle andre øvelser er den nasjonale rekorden «ikke kjent».
nation-no-lists = Ingen liste over nasjonale rekorder. Ingen går god for en slik i denne boken.
nation-all-time = Alle tiders lister

## The record book: questions

levels-example = indoor mile
levels-none = boken dekker ingen slik liste på den dagen
levels-better = bedre
levels-equal = likt
levels-short = svakere
levels-all-time = { $whose }, alle tider:
levels-beyond = utenfor det som er kjent
levels-place = plass { $place }
compare-heading = Hva som endret seg mellom to dager
compare-note = Hver rekordliste i boken som ikke er den samme
compare-do = Sammenlign
compare-days = { $first } og { $second }
compare-nothing = Ingenting er endret.
compare-was = var
compare-and = og
conflicts-heading = Der kildene er uenige
conflicts-known-at = slik det var kjent { $day }
conflicts-count = { $performances ->
    [one] 1 resultat
   *[other] { $performances } resultater
}
conflicts-none = Ingen to kilder sier forskjellige ting.
verify-heading = Utledet mot publisert
verify-source-key = nøkkelen til en kilde
verify-do = Etterprøv
verify-against = mot { $source }
verify-counts = { $agreed } er like, { $differ } er ulike, { $unexplained } uten begrunnelse
verify-derived = utledet
verify-both = begge
verify-published = publisert
verify-unexplained = ikke forklart
change-new = ny
change-improved = forbedret
change-equalled = tangert
change-decided = avgjort
change-corrected = rettet
change-spelling = skrivemåte
change-no-source = ingen kilde
change-refused = avvist
change-vanished = borte

## Why the engine refuses

reason-swap-itself = startnummer { $bib } byttes med et annet, ikke med seg selv
reason-say-who = si hvem som spør, og med hvilken nøkkel
reason-key-of-another = denne nøkkelen tilhører en annen forespørsel (lag en ny for hver)
reason-role = «{ $act }» er ikke for rollen { $role } (for: { $roles })
reason-no-race = løpet «{ $race }» er ikke hentet her (det finnes: { $races })
reason-needs-reason = «{ $act }» trenger en begrunnelse
reason-official = resultatet er offisielt (en stevneleder kan åpne det igjen, med en begrunnelse)
reason-lights-held = { $by } styrer lysene (overta dem først)
reason-lights-held-take = { $by } styrer lysene (overta dem)
reason-say-revision = si hvilken utgave av løpet du så (den er { $revision } nå)
reason-revision-unknown = utgave { $revision1 } av dette løpet er ikke kjent her (den er { $revision2 } nå)
reason-changed = løpet er endret siden utgave { $revision }: { $what }
reason-clocks = den ville vært tatt om { $seconds } s: de to klokkene er ikke enige
reason-error = en tid er feil med 0 s eller mer, ikke med { $seconds } s
reason-ahead = løpet er ikke kommet til den tiden ennå: den ligger { $seconds } s foran
reason-second = startnummer { $bib } har allerede en håndtatt tid ved { $distance }: { $time } (stryk den først)
reason-memory = melder et startskudd kl. { $clock }, fra et annet løp hvis klokken går rett: ingenting ble startet (start for hånd hvis det var dette)
reason-after-gun = en passering kommer etter startskuddet
reason-no-point = { $distance1 } er ikke et punkt i dette løpet (etter start, inntil { $distance2 })
reason-no-status = ingen status «{ $text }» (det finnes { $list }; ingenting tar den tilbake)
reason-names-rule = en diskvalifikasjon navngir regelen, som TR17.3.1
reason-struck-already = denne tiden er alt strøket
reason-not-struck = denne tiden ble ikke strøket
reason-bib-already = denne tiden tilhører alt startnummer { $bib }
reason-nothing-corrected = ingenting er rettet (gi en tid, en distanse, eller om den er offisiell)
reason-no-conflict = ingen konflikt har nøkkelen «{ $key }» (eller den er avgjort)
reason-no-conflict-of-race = ingen konflikt i dette løpet har nøkkelen «{ $key }»
reason-race-busy = løpet «{ $race }»: { $state }; ingen andre lastes nå
reason-race-file = løpsfilen til «{ $race1 }» er den til «{ $race2 }»
reason-opened-before = løpet «{ $race }» er åpnet før (hent det)
reason-not-on-track = løpet «{ $race1 }» er ikke på banen, «{ $race2 }» er det (hent det først)
reason-gun-ago = et løp begynte nå eller den siste timen, ikke for { $seconds } s siden
reason-gun-by = et startskudd flyttes med noe og mindre enn en time, ikke med { $seconds } s
reason-gun-future = startskuddet gikk for { $seconds } s siden: det flyttes ikke inn i framtiden
reason-no-gun = det var ikke noe startskudd som kunne flyttes
reason-gun-of-system = startskuddet der et tidtakersystem har det, tas ikke tilbake (flytt det: det gjelder)
reason-not-settled-of = ikke avgjort: { $reason } (startnummer { $bib })
reason-not-settled = ikke avgjort: { $reason }
reason-which-console = hvilken konsoll er det? (en forespørsel som overtar lysene, navngir klienten sin)
reason-no-console = denne konsollen styrer ikke lysene
reason-plan-while-running = løpet: { $state }; planen for et lys endres mens det går
reason-no-light = ikke noe lys «{ $light }» (det finnes: { $lights })
reason-no-gun-yet = løpet: { $state }; startskuddet er ikke gått ennå
reason-nothing-back = det er ingenting som kan tas tilbake
reason-back-already = linje { $line } er alt tatt tilbake
reason-role-back = «{ $act }» er ikke for rollen { $role }, heller ikke å ta det tilbake
reason-followed = andre kommandoer har fulgt: det kan ikke tas tilbake lenger
reason-arm-it = ingenting gjøres klart ved å ta noe tilbake (gjør det klart)
reason-started-anew = lysene er startet på nytt siden, etter sine første planer
reason-light-changed = lyset { $light } er endret igjen siden (i linje { $line })
reason-line-nothing = det som står i denne linjen, kan ikke tas tilbake
reason-line-none = linje { $line } i journalen hører ikke til dette løpet
reason-timing-back = det et tidtakersystem har sagt, tas ikke tilbake (stryk det, eller rett det)
reason-not-back = «{ $act }» tas ikke tilbake ({ $reason })
reason-gun-back = et startskudd tas ikke tilbake ({ $reason })
reason-state = løpet: { $state }; «{ $act }» er ikke mulig nå (mulig: { $acts })
reason-not-dark = lampene er ikke mørke: «{ $act }» er ikke mulig nå (mulig: { $acts })
reason-no-bib = startnummer { $bib } står ikke på startlisten ({ $list })
reason-no-time = ingen tid i dette løpet har nøkkelen «{ $key }» (nøklene står ved mellomtidene)
reason-late = resultatet er offisielt: det som kommer nå, venter til det åpnes igjen
reason-beyond-finish = startnummer { $bib }: { $distance1 } er forbi mål ved { $distance2 }
reason-two-official = startnummer { $bib }: to offisielle tider ved { $distance }: { $time1 } ({ $source1 }) og { $time2 } ({ $source2 })
reason-not-later = startnummer { $bib }: mellomtiden ved { $distance1 } ({ $time1 }) er ikke senere enn den ved { $distance2 } ({ $time2 }); rett en av dem
reason-key-names = startnummer { $bib }: nøkkelen «{ $key }» navngir alt en annen passering
reason-before-gun = startnummer { $bib }: ingen passerer { $metres } m før startskuddet
reason-finished-twice = startnummer { $bib } kom i mål to ganger; ta en av dem tilbake
reason-timing-why = tidtaking «{ $name }» er { $source }: { $what }
reason-timing = tidtaking «{ $name }» er { $source }
reason-journal-elsewhere = journalen fortsetter i { $file }: { $what }
reason-alarm-meet = stevnefilen er ikke i orden, og stevnet går videre slik den sist ble lest: { $what } (rett den, og la den leses på nytt)
reason-alarm-race = løpsfilen er ikke i orden, og løpet går videre slik det ble åpnet: { $what }
reason-alarm-race-other = { $file } er en annen siden
reason-alarm-output = stevnefilen har en annen utgang, «{ $text }»: midt i løpet blir lampene som de er (start på nytt når løpet er over)
reason-alarm-part-output = utgangen i stevnefilen er ikke i orden, og blir som den var: { $what } (rett den, og start så på nytt)
reason-alarm-part-timing = et tidtakersystem i stevnefilen er ikke i orden, og blir som det var: { $what } (rett det, og start så på nytt)
reason-alarm-part-book = boken i stevnefilen er ikke i orden, og blir som den var: { $what } (rett den, og start så på nytt)
reason-meet-now-other = { $file } er nå av stevnet «{ $name }», og «{ $name2 }» kjøres (skriv id = "{ $name3 }")
reason-meet-other = { $file } er av stevnet «{ $name }», og { $file2 } av «{ $name2 }» (skriv id = "{ $name3 }" der, eller oppgi en annen --journal)
reason-instead-recall = gi omstart
reason-instead-disarm = avbryt klargjøringen
reason-instead-arm = gjør det klart
reason-instead-go-on = fortsett
reason-instead-hold = stans lysene
reason-instead-reopen = åpne det igjen
reason-instead-official = gjør det offisielt
reason-instead-light = tenn lampene
reason-instead-blackout = slukk dem
reason-instead-unload = legg det bort
reason-instead-load-another = last en annen
reason-instead-load = hent det
reason-instead-abort = avlys det
reason-instead-check = sjekk det igjen
reason-not-a-distance = ikke en distanse: «{ $text }» (skriv 1500, 1609.344 m, 10 km eller 2 miles)
reason-not-whole-mm = «{ $text }» er ikke et helt antall millimeter
reason-not-a-time = ikke en tid: «{ $text }» ({ $hint })
reason-nudge = et lys dyttes med noe og høyst { $most } ms per runde, ikke med { $text }
reason-no-lap = denne banen har ingen runde: gi lyset en annen tid (endre plan)
reason-last-lap = lyset { $light } er på sin siste runde: gi det en annen tid (endre plan)
reason-no-meet-file = denne motoren kjører en løpsfil: det er ingen stevnefil å lese på nytt
reason-no-show-now = løpet er { $state }: ingen show og ingen rundgang mens et løp kan være i gang
reason-show-dark = lampene er mørke: tenn dem først
reason-show-on-its-way = løpets lys er underveis ennå (vent til de er i mål)
reason-no-such-show = det finnes ingen show «{ $name }» (det finnes { $list })
reason-walk-range = lampene har nummer 0 til { $most }: skriv et av dem, ikke { $first } til { $last }
reason-walk-from = lamper er nummerert fra 0: skriv en av dem, ikke { $first } til { $last }
reason-nothing-asked = det ble ikke spurt om noe
reason-undo-on-track = det ville være tilbake ({ $state }), og løpet «{ $race }» er på banen
reason-tally-none = ingen tid venter på { $bib }
reason-tally-not-done = ingenting å angre: det siste ble ikke gjort
reason-no-race-session = det er ikke noe løp «{ $race }» i denne økten (det er: { $races })
reason-not-loaded-yet = løpet «{ $race }» er ikke hentet ennå (hent det først)
reason-look-by-itself = «{ $look }» vises av lysene selv (skriv stand, run eller dark)
reason-look-colour = bilde «{ $look }»: «{ $text }» er ingen farge (skriv den som #19e36b)
reason-look-length = bilde «{ $look }»: en lengde på { $number } mm finnes ikke (skriv 0 eller mer)
reason-look-lamps = bilde «{ $look }»: lamper nummereres fra 0, ikke { $first } til { $last }
reason-look-single = bilde «{ $look }» gjelder ikke enkeltlamper (skriv walk)
reason-look-lasts = bilde «{ $look }» varer { $number } til { $number2 } s, ikke { $number3 }
reason-look-beats = bilde «{ $look }»: { $number } slag i minuttet (skriv { $number2 } til { $number3 }: raskere blink er farlige)
reason-other-meet = { $name } er nå fra stevnet «{ $text }», og «{ $text2 }» kjøres (skriv id = "{ $text3 }")
reason-no-lamps-known = intet løp er hentet, så ingen vet hvor lampene er

## The stopwatch

stopwatch-title = Stoppeklokke
stopwatch-description = Tider for hånd: ett trykk er én tid, hvem den tilhører, kommer etterpå.
stopwatch-no-script = Den trenger JavaScript. I en terminal tar denne tider med tast eller fotbryter:
stopwatch-split = Ta tid
stopwatch-closed-idle = Ikke ropt opp ennå: tider tas fra startskuddet
stopwatch-closed-loaded = Ikke startet: tider tas fra startskuddet
stopwatch-closed-checked = Ikke startet: tider tas fra startskuddet
stopwatch-closed-armed = På streken: tider tas fra startskuddet
stopwatch-closed-official = Resultatet er offisielt: ingenting tas før det åpnes igjen
stopwatch-closed-recalled = Tyvstart: tider tas fra neste startskudd
stopwatch-closed-aborted = Løpet ble avlyst: ingenting tas
stopwatch-unknown-gun = Ikke nytt om startskuddet: det du tar, lagres, og regnes ut når det er kjent
stopwatch-no-race = Venter på løpet
stopwatch-finished = I mål: tider tas fortsatt til det er offisielt
stopwatch-held = Lysene står; klokken går videre
stopwatch-clock = ±{ $ms } ms
stopwatch-clock-name = Denne telefonens klokke mot motorens
stopwatch-clock-unknown = ± måler
stopwatch-points = Tas ved
stopwatch-to-go = { $laps ->
    [one] 1 runde igjen
   *[other] { $laps } igjen
}
stopwatch-times = Tider
stopwatch-no-times = Ingen tid ennå. Trykk på Ta tid, eller en tast på en fotbryter, idet noen passerer.
stopwatch-no-bib = uten nummer
stopwatch-kept-time = lagret
stopwatch-mark-sending = sender
stopwatch-mark-network = venter på nettet
stopwatch-mark-clock = måler klokken
stopwatch-mark-sign-in = venter: logg inn igjen
stopwatch-mark-taken = tatt
stopwatch-mark-refused = avvist
stopwatch-why = { $mark }: { $why }
stopwatch-whose = Hvem har { $time } ({ $point })?
stopwatch-whose-none = Alle tider har sitt nummer
stopwatch-typed = Nummer { $typed }: Enter
stopwatch-no-such-bib = Ikke noe nummer { $bib } i dette løpet
stopwatch-bibs = Startliste
stopwatch-has = har en tid her
stopwatch-undo = Angre
stopwatch-undo-press = Angre { $time }
stopwatch-undo-give = Angre nummer { $bib }
stopwatch-undo-strike = Sett den tilbake
stopwatch-undo-nothing = Ingenting å angre
stopwatch-strike = Ingen tid
stopwatch-strike-reason = trykket ved en feil
stopwatch-settings = Innstillinger
stopwatch-close = Ferdig
stopwatch-advance = Neste punkt velges
stopwatch-advance-stay = bare med et trykk
stopwatch-advance-each = etter hver tid
stopwatch-advance-all = etter alle som løper
stopwatch-line = Punkter ved
stopwatch-line-finish = målstreken
stopwatch-line-start = startstreken
stopwatch-keys-on = Taster og fotbryter
stopwatch-awake = Hold skjermen på
stopwatch-keys = Mellomrom, eller en fotbryter: ta tid. Tall, Enter: nummer. u: angre.
stopwatch-hand = En tid for hånd er god til omtrent ±0,2 s: det er hånden, ikke klokken.
stopwatch-sign-in = Logg inn for å ta tider
stopwatch-signed-in-as = Du er logget inn som { $by }, som ikke tar tider.
stopwatch-sign-in-how = Stevnelederen lager en kode for tidtakerbordet. Skann den, eller skriv den der.
stopwatch-sign-in-link = Logg inn med en kode
stopwatch-signed-out = Du er ikke logget inn lenger. Det du tar, lagres her til du er det.
stopwatch-unsent = { $count ->
    [one] 1 tid venter på denne telefonen på å bli sendt.
   *[other] { $count } tider venter på denne telefonen på å bli sendt.
}
stopwatch-no-sign-in = Denne tjeneren slipper ingen inn. Åpne siden til en som gjør det.
stopwatch-no-store = Denne nettleseren lagrer ingenting: ikke last siden på nytt eller lukk den mens tider er underveis.
stopwatch-watch = Se løpet
stopwatch-time-refused = tiden ble ikke tatt
stopwatch-struck-meanwhile = den ble strøket imens
stopwatch-bib-back-meanwhile = nummeret ble tatt tilbake imens
stopwatch-given-meanwhile = den er nummer { $bib } nå
stopwatch-no-line = den kan ikke tas tilbake herfra lenger
stopwatch-said-split = { $time }, { $point }
stopwatch-said-kept = Tid lagret: { $point }
stopwatch-said-gave = Nummer { $bib }
stopwatch-said-undone = Tatt tilbake
stopwatch-said-struck = Strøket

## Set-up

setup-title = Oppsett
setup-no-script = Denne siden trenger JavaScript. Det den skriver, er filer: endre dem for hånd og kontroller dem med pacelight meet check.
setup-missing = Her forberedes ingen stevner: start sidene med --setup og en mappe.
setup-unreached = Tjeneren svarer ikke: ingenting ble lagret. Det du skrev, står her fortsatt.
setup-director-only = Bare stevnelederen endrer dette.
setup-tab-meet = Stevne
setup-tab-track = Bane
setup-tab-controllers = Styreenheter
setup-tab-walk = Rundgang
setup-tab-races = Løp
setup-tab-roles = Poster
setup-tab-doctor = Sjekk
setup-mark-changed = ikke lagret
setup-mark-done = klar
setup-mark-open = ikke klar ennå
setup-save = Lagre
setup-saved = Lagret.
setup-undo = Angre
setup-undone = Forrige versjon er tilbake.
setup-drop = Forkast endringer
setup-changed = Ikke lagret ennå.
setup-kept = Dette ble skrevet før og er ikke lagret ennå.
setup-last = Sist lagret av { $by }.
setup-not-saved = { $count ->
    [one] Ikke lagret: ett felt kan ikke leses.
   *[other] Ikke lagret: { $count } felt kan ikke leses.
}
setup-faults = { $count } feil
setup-unready = { $count ->
    [one] Mangler ennå: 1 ting
   *[other] Mangler ennå: { $count } ting
}
setup-remove = Fjern { $what }
setup-name = Navn
setup-short-name = Kortnavn
setup-short-name-hint = Til filer; lages av navnet hvis tomt.
setup-whole-number = Et helt tall fra { NUMBER($least, useGrouping: 0, maximumFractionDigits: 0) } til { $most }
setup-meet-name = Stevnets navn
setup-meet-venue = Sted
setup-meet-day = Dag
setup-meet-day-hint = Som 2026-06-13.
setup-meet-competition = Stevnerekorder under
setup-meet-competition-hint = Bare hvis det er et annet navn.
setup-meet-lamps = Bane og lamper
setup-track = Bane
setup-meet-survey = Oppmålingsfil
setup-meet-survey-hint = Tegnes under Bane; i stevnets mappe.
setup-meet-count = Lamper uten oppmåling
setup-meet-count-hint = Jevnt langs kanten; la da oppmålingen stå tom.
setup-meet-output = Lampenes adresse
setup-meet-output-hint = Bare der oppmålingen ikke sier noe.
setup-meet-more = Mer
setup-meet-book = Rekordbok
setup-meet-spare = Reserveplass for journalen
setup-meet-spare-hint = En mappe på en annen disk.
setup-meet-host = Denne maskinens adresse
setup-meet-host-hint = På nettet til telefoner og nettbrett.
setup-meet-port = Sidenes port
setup-meet-kept = Alt annet i meet.toml, også kommentarer, blir stående.
setup-timing = Tidtakersystemer
setup-timing-none = Ingen: tidene tas for hånd.
setup-timing-add = Legg til tidtakersystem
setup-timing-address = Adresse
setup-timing-hint = Som lynx+udp://10.0.0.5:9000.
setup-timing-allow = Hvem som får sende
setup-timing-allow-hint = Maskiner eller nett; bare denne maskinen hvis tomt.
setup-open = Åpne stevnet
setup-open-go = Start kveldens motor
setup-open-hint = Motoren overtar lampene, tidtakingen og journalen. Fra da av styres løpene fra konsollen.
setup-open-first = Først må stevnet være komplett: minst ett løp, med løpere og lys.
setup-open-starting = Motoren starter.
setup-open-runs = Motoren går.
setup-open-next = Det du endrer nå, tar den med knappen under, for løp som ikke har begynt.
setup-open-command = Start kveldens motor med:
setup-reload-go = La motoren lese stevnet på nytt
setup-reloaded = Motoren har lest stevnet på nytt.
setup-survey-none = Ingenting er målt opp ennå. Begynn med lamper i jevn avstand, og si så hva som ble målt.
setup-survey-whole = Oppmålingen er komplett.
setup-plan-anew = Begynn på nytt
setup-plan-lamps = Lamper
setup-plan-controllers = Styreenheter
setup-plan-go = Legg dem ut jevnt
setup-drawn = { $track } med segmentene
setup-segment = Styreenhet { $controller }, segment { $segment }
setup-segment-of = Styreenhet { $controller }, segment { $segment }, { $from } til { $to }
setup-legend-finish = mållinje
setup-legend-dead = død lampe
setup-lamps = { $count ->
    [one] 1 lampe
   *[other] { $count } lamper
}
setup-apart = { $least } til { $most } m mellom dem
setup-chosen = Segment
setup-segment-add = Nytt segment
setup-segment-remove = Fjern dette segmentet
setup-controller-add = Ny styreenhet
setup-controller = Styreenhet { $name }
setup-controller-lamps = Lamper i alt
setup-first = Første lampe
setup-count = Antall lamper
setup-direction = Numrene øker
setup-direction-with = i løpsretningen
setup-direction-against = mot den
setup-offset = Forskyvning i meter
setup-offset-hint = Alt så mye lenger fram, som 0.25 eller -0.1.
setup-points = Oppmålte lamper
setup-points-hint = Lampe og hvor den står, som 0 finish, 99 99.01. Merker: finish, 100 m, tangent 1, start of 1500 m.
setup-dead = Døde lamper
setup-dead-hint = Som 17, 44, 60-63.
setup-gaps = Åpninger
setup-gaps-hint = Etter hvilken lampe hvor mange meter, som 120 1.5.
setup-spacing = Meter fra lampe til lampe
setup-spacing-hint = Bare hvis én lampe ble målt.
setup-colours = Fargerekkefølge
setup-output = Adresse
setup-output-hint = Som sacn://10.0.0.11, artnet://10.0.0.12 eller ddp://10.0.0.13.
setup-controllers-first = Mål opp banen først: styreenheter settes på segmentene.
setup-found = På nettet
setup-find = Se etter styreenheter
setup-finding = Ser etter i tre sekunder
setup-found-none = Ingen svarte.
setup-by-hand = Eller adressen
setup-by-hand-go = Legg til
setup-address-fault = En adresse skrives som sacn://10.0.0.11 eller ddp://10.0.0.11.
setup-kind-artnet = Art-Net
setup-kind-wled = WLED
setup-kind-sacn = sender E1.31
setup-only-sends = Den sender selv til lamper: se til at den ikke sender til dine.
setup-on = På styreenhet { $controller }
setup-put-on = Sett på
setup-put-go = Tildel
setup-put = { $controller } lyser { $segment } nå.
setup-hung = På banen
setup-no-address = ingen adresse ennå
setup-move-to = Flytt til
setup-moved = Segmentet henger på { $controller } nå.
setup-walk-begin = Tenn første lampe
setup-walk-next = Neste
setup-walk-back = Tilbake
setup-walk-blink = Blink
setup-walk-blinks = blinker
setup-walk-segment = Hele segmentet
setup-walk-is-dead = Denne lampen er død
setup-walk-shines = Den lyser likevel
setup-walk-end = Alt mørkt
setup-walk-go-to = Lampenummer rundt banen
setup-walk-go = Gå dit
setup-walk-number = Nummeret på en lampe, som 120
setup-walk-hung = Styreenhet { $controller }, segment { $segment }, lampe
setup-walk-lamp = Lampe
setup-walk-count = { $count } lamper lyser
setup-walk-of = { $lamp } av { $lamps } rundt banen
setup-walk-dead = Merket som død
setup-walk-dark = Alle lamper er mørke.
setup-walk-errors = Nettet nektet { $count } ganger.
setup-walk-nowhere = Ingen adresse: ingen lampe lyser (sim://).
setup-walk-hint = Gå i løpsretningen fra mållinjen. Lampen ved siden av deg skal være den som nevnes; er den mørk, så si det her. Piltastene går fram og tilbake.
setup-race = Løp { $race }
setup-race-new = Nytt løp
setup-race-add = Legg til løp
setup-race-remove = Fjern dette løpet
setup-earlier = Tidligere
setup-later = Senere
setup-races-first = Stevnefilen kan ikke leses: rett den under Stevne.
setup-races-none = Ingen løp står på tidsskjemaet ennå.
setup-race-at = Starter kl.
setup-race-at-hint = Som 20:45.
setup-race-event = Øvelse
setup-race-event-hint = Kode eller navn, som 1500, MILEsh, indoor mile.
setup-race-sex = Klasse
setup-race-name = Navn, som annonsert
setup-race-heat = Heat
setup-race-heat-hint = Bare hvis det er flere.
setup-race-file = Løpsfil
setup-race-file-hint = Øvelse, klasse og navn står i den.
setup-race-number = Tidtakersystemets nummer
setup-race-number-hint = Øvelse, runde og heat, som 12 1 1.
setup-race-stakes = Rekorder som kan falle
setup-race-stakes-hint = Som WR, NR NOR, MR; alle boken kjenner hvis tomt.
setup-lights = Lys
setup-light-add = Legg til lys
setup-plan = Løper
setup-plan-record = farten til en rekord
setup-plan-even = jevnt mot en tid
setup-plan-splits = gjennom gitte mellomtider
setup-level = Rekord
setup-scope = Hvis
setup-scope-hint = Som NOR for NR, EUR for AR.
setup-mark = Tid i mål
setup-mark-hint = Som 3:45.00.
setup-splits = Mellomtider
setup-splits-hint = Som 400 m 55.0, 800 m 1:52.00, målet sist.
setup-colour = Farge
setup-colour-hint = Som #19e36b; velges hvis tomt.
setup-runners-title = Startliste
setup-runners = { $count ->
    [one] 1 løper
   *[other] { $count } løpere
}
setup-runner-add = Legg til løper
setup-runner-name = Utøverens navn
setup-bib = Startnummer
setup-nation = Nasjon
setup-lane = Bane
setup-athlete = Nøkkel i boken
setup-say = Uttale
setup-look-up = Slå dem opp i boken
setup-looked-up = { $count ->
    [one] 1 løper er kjent.
   *[other] { $count } løpere er kjent.
}
setup-doubt = Hvem er { $name }?
setup-doubt-new = En ny
setup-entries-file = Startlistefil
setup-entries-file-hint = I stevnets mappe; tom for å skrive løperne her.
setup-entries-choose = Les en startlistefil
setup-entries-paste = Lim inn en startliste
setup-entries-pasted = Startliste
setup-entries-hint = En tabell med overskriftslinje, som bib,name,nation; eller et format i referansen.
setup-entries-read = Ta disse løperne
setup-entries-which = Den har { $count } startlister. Hvilken?
setup-taken = { $count ->
    [one] 1 løper tatt inn
   *[other] { $count } løpere tatt inn
}
setup-posts = Innlogget
setup-post = Post
setup-post-hint = Slik det står i journalen: tidtakerbordet.
setup-role = Rolle
setup-mine = denne nettleseren
setup-end = Avslutt økten
setup-end-of = Logg ut { $by }
setup-invite = Slipp noen inn
setup-invite-go = Lag en kode
setup-invited = For { $by }, én gang, innen ti minutter:
setup-invited-code = QR-kode for { $by }
setup-invited-hint = Telefonen leser koden, eller koden skrives der en side spør.
setup-pair-page = Siden for innlogging
setup-displays = Skjermene på stadion får bildene sine på en egen side.
setup-displays-page = Skjermer
setup-doctor-looking = Alt blir sett på.
setup-doctor-going = Ser på: { $what }
setup-doctor-again = Se igjen
setup-doctor-red = { $count ->
    [one] Ikke klar: 1 ting å rette
   *[other] Ikke klar: { $count } ting å rette
}
setup-doctor-amber = { $count ->
    [one] Klar; noen ser på 1 ting
   *[other] Klar; noen ser på { $count } ting
}
setup-doctor-green = Klar
setup-doctor-state-green = ok
setup-doctor-state-amber = se på
setup-doctor-state-red = rett
setup-doctor-do = Gjør dette:
setup-phone = På en telefon
setup-phone-none = Sidene er bare for denne maskinen: start dem med --host og maskinens adresse, og --tls.
setup-phone-code = QR-kode for { $address }
setup-walk-engine = Kveldens motor tenner lampene, mellom løpene; et minutt etter siste trykk lyser de ikke lenger.
setup-walk-nobody = Ingen går: lampene viser det løpet har.
setup-walk-over = Det er slutt: et minutt uten trykk, eller noe ble gjort med et løp.
setup-walk-again = Tenn den igjen
setup-laid = Lampe { $first } til { $last }, fra { $from } m til { $to } m
setup-laid-apart = en hver { $metres } m

## Pace plan

plan-lead = Hvor et lys skal være i hvert punkt: fra en tid, fra mellomtider eller fra en rekord i boka.
plan-ask = Hvilken plan
plan-make = Lag planen
plan-event = Øvelse
plan-sex = Klasse
plan-how = Hvordan den går
plan-kind-even = jevnt
plan-kind-negative = andre halvdel raskere
plan-kind-splits = gjennom mellomtider
plan-kind-record = en rekord i boka
plan-kind-none = ikke
plan-time = Tid
plan-faster = Raskere med, i sekunder
plan-points = Punkter: distanse og løpstid, ett per linje; mål til slutt
plan-level = Rekord
plan-scope = Hvem sin
plan-as-of = Per
plan-as-of-day = per { $day }
plan-ratified = bare godkjente
plan-where = Tabellen
plan-every = En rad hver
plan-every-usual = som vanlig
plan-every-lap = runde
plan-track = Bane
plan-track-usual = øvelsens egen
plan-lane = Bane nr.
plan-pacers = Harene løper til
plan-compare = Sammenlign med
plan-table = Tabell
plan-curve = Kurve
plan-curve-title = { $plan }: fart og forsprang på jevn fart gjennom løpet. Tabellen sier det samme.
plan-curve-speed = Fart, m/s
plan-curve-lead = Foran jevn fart, s
plan-curve-metres = meter
plan-metres = { NUMBER($length, useGrouping: 0, maximumFractionDigits: 3) } m
plan-average = { $distance }, { NUMBER($seconds, minimumFractionDigits: 2, maximumFractionDigits: 2) } s per 100 m i snitt
plan-lap = { $track }, bane { $lane }: runder på { $lap }
plan-other = Den andre
plan-apart = Senere med
plan-past = Forbi målstreken
plan-take = Ta den med
plan-pdf = Kort til harene, til utskrift
plan-pdf-help = PDF, A6, ett kort til hver; siden selv skriver ut det samme.
plan-lasting = Denne planen for godt
plan-lasting-help = Den som har adressen, har planen.
plan-files-help = For programmer og regneark.
plan-toml = Linjer til en løpsfil
plan-toml-help = Sett dem inn der lysene står.
plan-to-book = Rekorden i boka
plan-cards = Kort til harene
plan-card = Hare { $number }, til { $until }
plan-card-all = Fartskort
plan-card-note = Planlagte tider, til nærmeste hundredel.
plan-nothing-asked = her er ingenting spurt om ennå
plan-wrong-kind = Velg hvordan den går.
plan-wrong-event = Si hvilken øvelse: 1500, MILEsh, indoor mile.
plan-wrong-no-distance = «{ $text }» har ingen distanse: ikke noe lys kan løpe den.
plan-wrong-no-time = Skriv tiden i mål, som 3:45.14.
plan-wrong-time = Ikke en tid: «{ $text }». Skriv den som 3:45.14.
plan-wrong-no-faster = Skriv hvor mange sekunder raskere andre halvdel er.
plan-wrong-faster = Ikke sekunder: «{ $text }». Skriv dem som 2.0.
plan-wrong-no-points = Skriv punktene, ett per linje, som 400 55.8.
plan-wrong-no-book = Det er ingen bok å spørre her (lag en med pacelight book create, vis den med pacelight web --book).
plan-wrong-level = Det finnes ikke noe slikt nivå: WR, AR, NR, CR, LR, MR, FR, PB, SB.
plan-wrong-day = Ikke en dag: «{ $text }». Skriv år-måned-dag, som 2025-02-12.
plan-wrong-sex = Velg menn, kvinner eller blandet.
plan-wrong-track = Ingen slik bane: «{ $text }».
plan-wrong-lane = Skriv banen som et tall, 1 til 8.
plan-wrong-every = Så mange rader leser ingen: la dem stå lenger fra hverandre.
plan-wrong-pacers = Ikke distanser: «{ $text }». Skriv dem som 800, 1200.
plan-wrong-many-pacers = Høyst { $most } harer.
plan-wrong-far-pacers = En hare løper ikke lenger enn løpet, { $most }.
plan-wrong-long = Høyst { $most } tegn.
plan-title = { $event }: { $plan }
plan-title-day = { $title }, per { $day }
plan-title-standing = { $title }, fra stående start

## Console

console-title = Operatørkonsoll
console-no-script = Den trenger JavaScript. I en terminal gjør pacelight race ask det samme.
console-next = Hva som er neste
console-dark = Mørklagt
console-start-hand = Start: for hånd, her
console-start-sources = Start: { $sources }, eller for hånd
console-gun = Startskudd
console-gun-from = Startskudd fra { $source }
console-gun-error = { $gun }, ± { $ms } ms
console-gun-error-unknown = { $gun }, ingen vet hvor nøyaktig
console-then-idle = Hent et løp
console-then-finished = Tidtakingen gjør resultatet offisielt
console-then-official = Hent neste løp
console-check = Sjekk
console-arm = Klargjør
console-disarm = Avbryt klar
console-gun-go = GÅ
console-finish = Alle er i mål
console-go-on = Fortsett
console-hold = Stans
console-recall = Omstart
console-fade = Ton ut
console-blackout = MØRKLEGG
console-light = Tenn igjen
console-abort = Avlys
console-reset = Gjør klart på nytt
console-undo = Angre
console-key-held = hold { $key }
console-stops = Det som stanser noe
console-waiting = Det som venter på svar
console-withdraw = Ikke spør mer
console-took-help = Fra trykket til det første bildet av det var sendt til lampene
console-took-none = Trykk til lampe: intet ennå
console-took-waits = intet svar ennå
console-took-answer = svar { $ms } ms
console-ms = { $ms } ms
console-checks = Før løpet klargjøres
console-checks-none = Ikke sjekket ennå.
console-checks-good = Alt er i orden, sjekket av { $by }
console-override-reason = Grunn til å klargjøre likevel
console-override = Klargjør likevel
console-override-wants = Skriv grunnen: den står i loggen.
console-override-director = Stevneleder kan klargjøre likevel, med en grunn.
console-lights = Lys
console-gap-none = Avstanden fra lederen til hvert lys vises når løpet er i gang.
console-gap-of = { $name } fra hvert lys
console-gap-error = (startskuddet og denne klokken: ± { $seconds } s)
console-lap = { $seconds } s per runde
console-seconds = { $seconds } s
console-metres = { $metres } m
console-projected = beregnet
console-measured = ved siste mellomtid
console-nudge-of = { $light }, fra neste linje
console-faster = { $light }: 0,1 s raskere per runde, fra neste linje
console-slower = { $light }: 0,1 s saktere per runde, fra neste linje
console-replan-of = En annen tid for { $light }
console-replan-send = Send
console-replan-back = Tilbake til planen
console-replan-wrong = Den tiden kan lyset ikke nå lenger (skriv den som { $example }).
console-replan-change = { $seconds } s per runde. Se det på banen, hold så Send.
console-replan-how = Skriv en tid: banen viser den før den sendes.
console-preview = Forhåndsvisning: { $light } for { $mark }
console-lamps = Lamper
console-frames = Bilder
console-missed = Tapt
console-late-99 = Sent, 99 %
console-late-most = Senest
console-part = Del
console-part-state = Tilstand
console-part-clock = Klokke, hvor
console-controllers = { $count ->
    [one] 1 styreenhet
   *[other] { $count } styreenheter
}
console-up = oppe
console-refusing = avviser, i { $seconds } s
console-away = borte i { $seconds } s
console-silent = taus i { $seconds } s
console-behind = { $lines ->
    [one] 1 linje bak
   *[other] { $lines } linjer bak
}
console-offset = { $offset } ms ± { $error }
console-source = tidtaking { $name }
console-races = Løp
console-on-track = på banen
console-load = Hent
console-load-race = Hent { $race }
console-load-busy = Intet annet løp lastes mens ett er klart, i gang eller stanset.
console-log = Logg
console-log-none = Ingen har gjort noe med dette løpet ennå.
console-undone = angret, var av { $by }
console-engine = motoren
console-conflicts = { $count ->
    [one] Én uenighet venter på tidtakingen:
   *[other] { $count } uenigheter venter på tidtakingen:
}
console-stale = Siden har ikke hørt motoren på en stund. Det du trykker sendes igjen til det besvares.
console-offline = Ingen forbindelse. Det du trykker sendes igjen til det besvares; lysene går videre av seg selv.
console-not-up = Motoren er ikke oppe: { $why }
console-holder = Hvem som styrer lysene
console-holds-own = Du styrer lysene
console-holds-none = Ingen styrer lysene
console-holds-other = { $by } styrer lysene
console-holds-silent = { $by } styrer lysene, men er ikke hørt på { $seconds } s
console-take = Ta dem
console-take-over = Ta over fra { $by }
console-leave = Gi dem fra deg
console-lock = Lås pulten
console-locked = Låst: det som stanser noe virker fortsatt
console-unlock = Lås opp
console-unanswered = { $act }: intet svar, spørres ikke mer. Se på tilstanden før du trykker igjen.
console-changed = { $act }: ikke gjort, løpet er endret i mellomtiden:
console-refused = { $act }: ikke gjort
console-key-fade = ton ut; to ganger: mørklegg
console-key-hold = stans, eller fortsett
console-key-faster = 0,1 s raskere per runde
console-key-slower = 0,1 s saktere per runde
console-key-next-light = neste lys
console-key-previous-light = forrige lys
console-key-plan = skriv en annen tid
console-key-lock = lås, lås opp
console-then-running = Løpet går
console-finish-how = Lysene går videre til mål, og løpet er over. Tidtakerbordet bekrefter resultatet.
console-shows = Mellom løpene
console-shows-how = Klargjøring, mørklegging og uttoning avslutter det; av seg selv slutter det etter ti minutter.
console-show-clap = Klapp med
console-show-chase = Løpende lys
console-show-presentation = Presentasjon
console-show-idle = Svake merker
console-show-end = Avslutt
console-walked = Noen går langs lampene. Klargjøring eller Avslutt slukker dem.
console-end = Slutten på løpet
console-gun-hand = Startskudd for hånd

## What somebody did

reason-did-load = hentet
reason-did-unload = lagt bort
reason-did-return = tilbake på pulten
reason-did-check = sjekket
reason-did-arm = klargjort
reason-did-disarm = klargjøring avbrutt
reason-did-gun = startskuddet
reason-did-hold = lysene stanset
reason-did-go-on = lysene gikk videre
reason-did-finish = i mål
reason-did-official = offisielt
reason-did-reopen = åpnet igjen
reason-did-recall = omstart
reason-did-abort = avlyst
reason-did-reset = klar til å løpes på nytt
reason-did-blackout = alt slukket
reason-did-light = tent igjen
reason-did-despite = { $reason1 } på tross av: { $reason2 }
reason-did-move-earlier = startskuddet { $seconds } s tidligere
reason-did-move-later = startskuddet { $seconds } s senere
reason-did-split = startnummer { $bib } ved { $distance } på { $time }
reason-did-split-nobody = noen ved { $distance } på { $time }
reason-did-status = startnummer { $bib } { $text }
reason-did-status-rule = startnummer { $bib } { $text } etter { $rule }
reason-did-in-again = startnummer { $bib } med i løpet igjen
reason-did-strike = strøket: { $reason }
reason-did-restore = satt tilbake: { $reason }
reason-did-reassign = { $reason } tilhører startnummer { $bib }
reason-did-swap = startnummer { $bib1 } og { $bib2 } byttet
reason-did-replan = lyset { $light } til { $time }
reason-did-settle-said = en konflikt avgjort: det som ble sagt, gjelder
reason-did-settle-stood = en konflikt avgjort: det som sto, gjelder
reason-did-undo = linje { $line } tatt tilbake
reason-did-which = tiden «{ $key }»
reason-did-fade = tonet ut
reason-now-dark = lampene er mørke
reason-now-dark-race = lampene er mørke; løpet går videre
reason-now-dark-armed = lampene er mørke; løpet er fortsatt klart til start
reason-now-fade-race = lampene er mørke innen et sekund; løpet går videre
reason-now-fade-armed = lampene er mørke innen et sekund; løpet er fortsatt klart til start
reason-now-lit = lampene lyser igjen
reason-now-goes-for = lyset { $light } går mot { $mark }
reason-now-show = lampene viser «{ $name }»
reason-now-show-race = lampene viser det løpet har
reason-now-lamp = lampe { $lamp } lyser
reason-now-lamp-blinks = lampe { $lamp } blinker
reason-now-lamps = lampene { $first } til { $last } lyser
reason-now-lamps-blink = lampene { $first } til { $last } blinker
reason-now-fade = lampene er mørke innen et sekund
reason-now-hold = lysene står der de er; løpsklokken går videre
reason-now-go-on = lysene går videre derfra de sto
reason-log-opened = løpet åpnes
reason-log-passed = startnummer { $bib } ved { $distance } på { $time } ({ $method }, { $from })
reason-log-passed-official = startnummer { $bib } ved { $distance } på { $time } ({ $method }, { $from }, offisiell)
reason-log-somebody = noen ved { $distance } på { $time } ({ $method }, { $from })
reason-log-somebody-official = noen ved { $distance } på { $time } ({ $method }, { $from }, offisiell)
reason-log-finished = startnummer { $bib } i mål ({ $from })
reason-log-finished-rule = startnummer { $bib } i mål etter { $rule } ({ $from })
reason-log-judged = startnummer { $bib } { $verdict } ({ $from })
reason-log-judged-rule = startnummer { $bib } { $verdict } etter { $rule } ({ $from })
reason-log-otherwise = { $name } sier noe annet om startnummer { $bib }: { $reason }
reason-log-refused = { $act } avslått: { $reason }
reason-log-timing = { $name } { $standing }
reason-log-credited = inn i rekordboken: startnummer { $bib }
reason-log-candidates = inn i rekordboken: startnummer { $bib }, kandidater { $list }
reason-log-withdrawn = trukket ut av rekordboken: startnummer { $bib }, { $reason }
reason-log-resumed = motoren går videre
reason-log-wind = vind { $text }
reason-log-sealed = journalen fortsetter et annet sted: { $reason }
reason-log-takes = overtar lysene
reason-log-leaves = gir fra seg lysene
reason-log-reread = stevnefilen lest på nytt: { $number } løp
reason-log-gun = startskuddet, { $from }
reason-log-gun-moved = startskuddet flyttet { $seconds } s, { $from }
reason-log-shown = hva lysene gjorde
reason-log-done = løpet er over og står i rekordboken
reason-log-sent = hva lampene ble sendt
reason-and-also = { $reason1 }; { $reason2 }

## What the doctor finds

reason-found = { $reason1 }: { $reason2 } ({ $reason3 })
reason-of-light-loop = lyssløyfe
reason-of-lamps = lamper
reason-of-lamps-named = lamper { $name }
reason-of-timing = tidtaking
reason-of-timing-named = tidtaking { $name }
reason-of-journal = journal
reason-of-book = bok
reason-of-survey = oppmåling
reason-of-standby = reserve
reason-of-node = lysnode
reason-of-engine = motor
reason-of-pages = sider
reason-of-clock = klokke
reason-of-power = strøm
reason-of-priority = prioritet
reason-of-firewall = brannmur
reason-of-secret = hemmelighet
reason-of-sheets = ark
reason-of-spare = reserveplass
reason-found-runs = den går
reason-found-runs-not = den går ikke
reason-do-start-engine = start motoren på nytt
reason-found-nobody-there = ingen lytter der: { $what }
reason-found-nobody = ingen lytter der
reason-found-no-way-why = det er ingen vei dit: { $what }
reason-found-no-way = det er ingen vei dit
reason-do-power-cable = se på strømmen og kabelen
reason-do-power-cable-short = se på strøm og kabel
reason-do-power-cable-address = se på strømmen, kabelen og adressen
reason-found-one-controller = 1 styreenhet svarer
reason-found-controllers = { $count } styreenheter svarer
reason-found-written = den skrives
reason-found-elsewhere = den fortsetter et annet sted: { $what }
reason-do-room = lag plass, eller bytt disken
reason-do-make-room = lag plass
reason-found-follow = { $there } av { $promised } følger
reason-found-follow-all = { $there } av { $promised } følger, og har hver linje
reason-do-start-missing = start det som mangler ({ $reason }), eller gjør klart uten, med en begrunnelse
reason-do-start = start: { $reason }
reason-found-whole = den er hel
reason-found-answers = den svarer
reason-found-unlit = ingen er tent (sim://)
reason-do-say-where = si hvor de er: i oppmålingen, eller som engine.output
reason-found-no-answer = { $address } svarer ikke
reason-do-lights-test = se at lampene lyser: pacelight lights test
reason-do-mend-url = rett dens `url` i stevnefilen, eller stopp det som holder porten
reason-found-served = vises på { $address }
reason-found-this-machine = de er bare for denne maskinen
reason-do-web-host = oppgi denne maskinens adresse som web.host i stevnefilen, for telefoner
reason-found-unserved = ingen viser { $address } ennå
reason-do-start-web = start dem: pacelight web, eller serve
reason-found-no-survey = ingen oppmåling sier hvor de er
reason-do-mend-survey = rett oppmålingen først
reason-found-by-hand = ikke noe tidtakersystem er oppgitt: tider tas for hånd
reason-do-name-timing = oppgi det med [[timing]] i stevnefilen
reason-do-start-engine-serve = start den: pacelight engine, eller serve
reason-found-engine-runs = den kjører { $race }: { $state }
reason-found-not-listening = motoren lytter ikke til det
reason-do-start-with-file = start den med denne stevnefilen
reason-found-reaches-all = motoren når alle sine { $count } styreenheter
reason-found-no-engine = ingen motor går som den kunne følge
reason-do-engine-first = start motoren først
reason-do-next-race = ordne det før neste løp
reason-found-lines-behind = { $count } linjer er ikke trygge der ennå
reason-do-wait = vent, eller se på nettet
reason-found-no-spare = ingen er oppgitt: etter en diskfeil fortsetter journalen ved siden av den første
reason-do-name-spare = oppgi en mappe på en annen disk som `spare` i stevnefilen
reason-found-clock-alone = den går for seg selv; løpet trenger den ikke, klokkeslett fra et tidtakersystem gjør det
reason-do-chrony = start chrony eller systemd-timesyncd, eller oppgi én maskin som alle følger
reason-found-clock-held-by = den holdes lik andre av { $name }
reason-found-clock-held = den holdes lik andre
reason-found-clock-unknown = ingen kan si om den går riktig
reason-do-compare-clock = sammenlign den med en annen
reason-found-power-unknown = maskinen sier ikke hvor den kommer fra
reason-do-ups = se til at den har en UPS
reason-found-mains = fra nettet
reason-found-battery = fra batteriet
reason-do-plug = sett i støpselet
reason-found-priority = lyssløyfen får gå foran alt annet
reason-found-no-priority = lyssløyfen har ikke rett til å gå foran alt annet: bilder kan komme for sent under last
reason-do-priority = gi den CAP_SYS_NICE, eller LimitRTPRIO=50 i enheten (pacelight engine --print-unit)
reason-found-firewall = hva den slipper gjennom, ses ikke herfra
reason-do-firewall = åpne siden fra en telefon, og la tidtakersystemet sende noe
reason-do-another-place = oppgi et annet sted
reason-do-faster-disk = bruk en raskere disk: det som skjer, meldes sent
reason-do-track-check = se alt med: pacelight track check
reason-do-name-book = oppgi riktig fil som `book` i stevnefilen, eller rett den
reason-do-import-missing = importer det som mangler (pacelight book import), eller endre det lyset
reason-found-empty = { $name } er tom
reason-do-import-list = importer en liste: pacelight book import
reason-do-import-newer = oppdater den: pacelight book import
reason-found-no-secret-needed = ingen trengs: ingenting lytter på et nett
reason-found-secret-open = andre kan lese { $file }
reason-found-secret-yours = { $file } er bare din
reason-found-no-secret = noe lytter på nettet, og ingen hemmelighet vokter det
reason-do-name-secret = oppgi filen som engine.secret i stevnefilen
reason-do-make-secret = lag en: openssl rand -hex 32 > FILE; chmod 600 FILE
reason-found-no-sheet = ingen ark kan settes: { $what }
reason-do-install-again = installer Pacelight på nytt
reason-found-printer = ark kan settes; skriver: { $name }
reason-do-print-elsewhere = skriv ut PDF-en et annet sted, eller legg til en skriver
reason-of-meet = stevne
reason-of-machine = maskin
reason-found-meet-one = stevnefilen er hel: 1 løp
reason-found-meet = stevnefilen er hel: { $number } løp
reason-do-complete = gjør den ferdig på sidene for stevnet
reason-do-mend-this = rett dette, og la det sjekkes igjen
reason-do-see-runs = se at det går, og at det er der det lyttes eller kalles
reason-do-see-sending = se at det går og fortsatt sender
reason-do-cable-program = se på kabelen og programmet
reason-do-may-speak = se hvem som kan snakke der: `allow` i stevnefilen
reason-do-have-send = la det sende noe: en startliste holder
reason-found-heard-nothing = ingenting er hørt ennå
reason-found-heard-nothing-why = ingenting er hørt ennå: { $reason }
reason-found-standing = { $standing }
reason-found-heard = { $standing }, hørt for { $number } s siden
reason-found-clock-offset = { $reason }, klokken er { $offset } ms mot vår
reason-found-clock-offset-to = { $reason }, klokken er { $offset } ms mot vår (innenfor { $number } ms)
reason-found-finds = motoren finner det { $standing }
reason-found-finds-why = motoren finner det { $standing }: { $reason }
reason-found-free = { $size } GB ledig på { $file }, en linje er trygg på { $size2 } ms
reason-found-clock-held-to = den holdes etter andre, innenfor { $number } ms
reason-found-mains-left = fra strømnettet, { $number } % igjen
reason-found-battery-left = fra batteriet, { $number } % igjen
reason-found-book-told = { $name }, revisjon { $number }: { $count } lister, lest til og med { $day }
reason-found-book-known = { $name }, revisjon { $number }: { $count } lister, lest til og med { $day }; alle lys i kveld er kjent
reason-found-more = { $reason }, og { $number } til
reason-do-let-write = la motoren skrive i rekordboken
reason-do-chmod = kjør: chmod 600 { $file }
reason-found-no-printing = ark kan settes som PDF; det er ikke noe utskriftssystem her
reason-found-no-printer = ark kan settes som PDF; ingen skriver er satt opp
reason-found-other-version = den som svarer på { $address }, er ingen motor av denne utgaven: { $reason }
reason-found-said-nothing = motoren på { $address } sa ingenting på { $seconds } s
reason-found-protocol = denne protokollen har ikke noe svar
reason-found-artnet = { $name } svarer med Art-Net
reason-found-artnet-says = { $name } svarer med Art-Net, { $text }
reason-found-wled = { $name }: { $text }, { $number } lamper
reason-found-no-line = det er ingen seriell linje på { $file }
reason-found-not-yours = du har ikke skrivetilgang til { $file } (bli med i gruppen som eier den)
reason-found-no-engine-at = ingen motor svarer på { $address }: { $reason }
reason-bus-none = ingen buss: «{ $text }» (skriv en sti, eller { $address }://HOST:PORT)
reason-bus-reached = { $address } kan nås av andre: oppgi hemmeligheten til begge med --secret FILE
reason-bus-long = stien til en buss er høyst { $number } byte lang: { $text }
reason-bus-unopened = ingen buss kan åpnes på { $address }: { $reason }
reason-bus-another = en annen motor lytter på { $address }; stopp den, eller oppgi en annen --bus
reason-bus-no-end = det som sies på { $address }, tar ikke slutt: det er ingen motor
reason-bus-asks-secret = motoren på { $address } spør etter hemmeligheten: oppgi den med --secret FILE
reason-bus-other-secret = motoren på { $address } tar ikke denne hemmeligheten (den er én for alle)
reason-bus-no-secret = den som svarer på { $address }, kjenner ikke hemmeligheten: det er ikke motoren
reason-bus-short-secret = en hemmelighet har minst { $number } tegn, ikke { $number2 } (lag en med: openssl rand -hex 32)

## Why the book cannot tell

reason-book-holds-none = boken har ikke noe resultat på denne listen til { $day }
reason-book-holds-no-ratified = boken har ikke noe godkjent resultat på denne listen til { $day }
reason-book-none-kept = ingen { $label } føres for { $what }
reason-book-two-kept = to { $label } føres for { $what }: for rene kvinneløp og for blandede
reason-book-not-covered-list = boken dekker ikke alle tiders liste for { $event }, { $sex }
reason-book-from-list = boken dekker alle tiders liste for { $event }, { $sex } fra { $day1 }, ikke per { $day2 }
reason-book-not-covered = boken dekker ikke { $label } for { $event }, { $sex }
reason-book-from = boken dekker { $label } for { $event }, { $sex } fra { $day1 }, ikke per { $day2 }
reason-book-bests-only = boken dekker hver utøvers beste, ikke alle resultater i et år
reason-book-no-year = boken har ikke noe resultat fra { $year } på denne listen
reason-book-year-down = listen er komplett ned til { $mark }, og ingen resultater fra { $year } er like gode
reason-book-no-performance = boken har intet resultat av { $name }
reason-book-parameter = denne siden har ingen parameter «{ $name }» (den tar { $list })
reason-book-parameter-none = denne siden har ingen parameter «{ $name }» (den tar ingen)
reason-book-twice = «{ $name }» er gitt to ganger (én er nok)
reason-book-not-a-day = { $name } er ikke en dag: «{ $text }» (skriv år-måned-dag, som i 2025-02-12)
reason-book-yes-no = { $name } er yes eller no, ikke «{ $text }»
reason-book-no-level = ikke noe nivå «{ $text }» (det finnes { $list })
reason-book-sex = sex er { $list }, ikke «{ $text }»
reason-book-race = race er { $list }, ikke «{ $text }»
reason-book-top = top er fra 1 til 1000, ikke «{ $text }»
reason-book-year = year er et kalenderår, som 2025, ikke «{ $text }»
reason-book-write-too = skriv også { $name }
reason-book-no-class = ingen klasse «{ $text }» (det finnes { $list })
reason-book-no-event = ingen øvelse «{ $text }» ({ $hint })
reason-book-no-nation = ingen nasjon «{ $text }» ({ $hint })
reason-book-no-athlete = boken kjenner ingen utøver «{ $text }» ({ $hint })
reason-book-not-known = ikke kjent: { $reason }
reason-book-several-athletes = flere utøvere heter «{ $text }»: { $list }
reason-book-world-no-scope = en verdensrekord har ikke noe område, ikke «{ $text }» (oppgi et nivå: AR, NR, MR, ...)
reason-book-no-area = ingen verdensdel «{ $text }» (det finnes { $list })
reason-book-needs-scope = { $label } må ha et område: { $hint }
reason-scope-area = en verdensdel ({ $list })
reason-scope-nation = en nasjon, som NOR
reason-scope-meeting = et stevne, slik resultatlistene skriver det
reason-scope-championship = et mesterskap, slik resultatlistene skriver det
reason-scope-series = en serie, som Diamond League
reason-scope-venue = et sted, slik resultatlistene skriver det
reason-scope-athlete = en utøver
reason-book-no-age = ingen aldersklasse «{ $text }» (det finnes { $list })
reason-book-not-for-event = ikke en tid for { $event }: «{ $text }» ({ $hint })
reason-book-not-of-event = ikke et resultat i { $event }: «{ $text }» ({ $hint })
reason-book-corrected = rettet av { $by } { $day }: { $what }
reason-book-corrected-bare = rettet av { $by } { $day }
reason-book-said-first = { $source } sa det først, og ingen har rettet det
reason-verify-later = senere enn kilden, som er fra { $day }
reason-verify-before = før kildens første resultat, fra { $day }
reason-verify-equalled = det tangerte det som sto, og kilden fører den som var først
reason-verify-not-ratified = { $status }, ikke godkjent
reason-verify-not-official = ikke offisielt
reason-verify-wind = for mye vind, eller ingen måling
reason-verify-stood = { $mark } ({ $name }, { $day }) sto alt
reason-verify-beaten-before = slått før listen begynner { $day }

## Why signing in is refused

reason-pair-name = et navn har 1 til { $most } tegn som kan skrives ut (skriv: tidtakerbordet)
reason-pair-codes = { $codes } koder venter på å bli brukt: bruk en, eller vent noen minutter
reason-too-much = for mye på en gang: vent et sekund
reason-too-much-displays = for mange skjermer på en gang: vent litt
reason-no-engine-again = ingen motor svarer: send den samme forespørselen igjen, med nøkkelen
reason-too-long = ingen motor tar imot en så lang forespørsel: skriv en kortere grunn
reason-same-key = en annen forespørsel er underveis med denne nøkkelen: lag en nøkkel for hver
reason-sign-in = logg inn på /pair
reason-for-others = { $reason }: logg inn på /pair
reason-log-whose = loggen er for dem som tar tiden, styrer lys, fører rekorder eller leder: logg inn på /pair
reason-no-journal = det er ingen slik journal her
reason-director-ends = bare stevnelederen avslutter andres økter
reason-director-lets-in = bare stevnelederen slipper noen inn
reason-no-session = det er ingen slik økt lenger
reason-over-https = logg inn over https: det som sendes her, kan leses av andre
reason-too-many-attempts = for mange forsøk: vent et minutt
reason-code-nobody = denne koden slipper ingen inn: den er brukt, for gammel eller feil tastet

## Log

log-title = Hvem gjorde hva
log-denied = Loggen er for dem som tar tiden, styrer lysene, fører rekordene eller leder stevnet.
log-sign-in = Logg inn
log-lines = { $count ->
    [one] { $count } linje
   *[other] { $count } linjer
}
log-whole = { $count ->
    [one] { $count } linje, ingenting endret
   *[other] { $count } linjer, ingenting endret og ingen borte imellom
}
log-damaged = Denne journalen er skadet. Bare linjene før skaden er til å stole på.
log-next = Neste linje følger
log-note = Noter det et annet sted: da oppdages også linjer som er kuttet av på slutten.
log-files = Den står i { $count } filer.
log-journal = Journal
log-race = Løp
log-every-race = alle løp
log-by = Av
log-everybody = alle
log-everything = Også tider og motor
log-show = Vis
log-line = Linje
log-when = Når, UTC
log-who = Hvem
log-what = Hva
log-nobody = av seg selv
log-because = fordi: { $why }
log-undone = trukket tilbake
log-nothing = Ingen har gjort noe ennå.
log-nothing-wanted = Ingen linje i denne journalen er fra det løpet og av den personen.
log-pages = Sider i loggen
log-newer = Nyere
log-older = Eldre
log-no-journal = Det ligger ingen journal fra et løp på denne maskinen.
frame-log = Logg
log-nothing-believed = I linjene som kan tros, har ingen gjort noe.

## Timer's desk

timer-title = Tidtakerbord
timer-description = Rå passeringer etter hvert som de kommer, tider for hånd, startnumre, rettelser, konflikter, offisielt resultat.
timer-no-script = Siden trenger JavaScript.
timer-take = Ta en tid
timer-split = Tid
timer-point = Tas ved
timer-laps-to-go = { $laps ->
    [one] 1 runde igjen
   *[other] { $laps } runder igjen
}
timer-whose = Hvem har { $time }?
timer-all-have-bibs = Alle tider har startnummer
timer-assign = Gi startnummer
timer-no-bib = uten startnummer
timer-crossings = Passeringer
timer-show = Hvilke som vises
timer-show-all = Alle
timer-show-open = Åpne
timer-show-out = Ute
timer-no-crossings = Ingenting her. Tid for hånd: trykk mellomrom når noen passerer.
timer-choose-first = Velg en passering først (piltaster)
timer-not-struck = Denne tiden er ikke strøket
timer-stands-official = offisiell
timer-stands-split = rå
timer-stands-waiting = venter på startnummer
timer-stands-struck = strøket
timer-stands-refused = avvist
timer-waits-answer = på vei
timer-waits-network = venter på nettet
timer-waits-sign-in = venter på koden din
timer-method-photo = målfoto
timer-method-cell = fotocelle
timer-method-video = video
timer-method-transponder = brikke
timer-method-hand = for hånd
timer-acts = Løpet
timer-gun = Start nå
timer-recall = Omstart
timer-finish = Alle er i mål
timer-restore = Ta inn igjen
timer-undo-last = Angre siste
timer-form-split = Tid for hånd
timer-form-reassign = Annet startnummer
timer-form-correct = Rett
timer-form-strike = Stryk
timer-form-status = DNS, DNF, DQ
timer-form-swap = Bytt to startnumre
timer-form-move-gun = Flytt startskuddet
timer-form-started = Det startet tidligere
timer-form-official = Gjør offisielt
timer-form-reopen = Åpne igjen
timer-field-bib = Startnummer
timer-field-other = Og startnummer
timer-field-time = Tid, 3:45.14 (tom: nå, eller som den er)
timer-field-point = Ved meter (tom: mål, eller som det er)
timer-field-reason = Hvorfor
timer-field-rule = Regel, TR17.3.1
timer-field-status = Status
timer-field-judged = Offisiell
timer-field-shift = Sekunder, -0.35 hvis det var tidligere
timer-field-ago = Hvor lenge siden, 12.5 eller 1:20
timer-status-DNS = DNS, startet ikke
timer-status-DNF = DNF, brøt
timer-status-DQ = DQ, diskvalifisert
timer-status-none = ingen: med i løpet igjen
timer-judged-stays = som den er
timer-judged-yes = offisiell
timer-judged-no = ikke offisiell
timer-send = Utfør
timer-send-official = Gjør offisielt: hold inne
timer-close = Lukk
timer-done = Gjort
timer-changed = Løpet er endret i mellomtiden. Se, og be om det på nytt:
timer-unanswered = Ingen motor svarte. Det spørres ikke mer: se om det ble gjort.
timer-withdrawn = Spørres ikke mer
timer-why-bib-empty = Skriv et startnummer
timer-why-bib = Startnummeret finnes ikke i dette løpet
timer-why-none-waits = Ingen tid venter på startnummer: velg en for å endre startnummeret
timer-why-same = Et annet startnummer enn det første
timer-why-time = Ingen tid: skriv 3:45.14 eller 62.3
timer-why-time-empty = Skriv en tid: 3:45.14
timer-why-time-zero = En passering kommer etter startskuddet
timer-why-point = Ingen distanse: skriv 400 eller 209.34
timer-why-point-beyond = Ikke på veien: etter start, til og med mål
timer-why-reason = Si hvorfor, med få ord
timer-reason-left-out = kan utelates
timer-why-long = Kortere: høyst 200 tegn
timer-why-rule = En diskvalifikasjon nevner regelen, som i TR17.3.1
timer-why-shift = Ikke sekunder: skriv -0.35 eller +1:02
timer-why-shift-sign = Med fortegn: - hvis skuddet var tidligere, + hvis senere
timer-why-shift-zero = Med mer enn ingenting
timer-why-ago = Hvor lenge siden: skriv 12.5 eller 1:20
timer-why-ago-zero = Hvis det starter nå, er det startskuddet
timer-why-ago-long = Høyst en time
timer-why-nothing = Ingenting rettes: gi en tid, et punkt, eller om den er offisiell
timer-conflicts = To sier hver sitt
timer-keep = Behold det som står
timer-take-said = Ta det { $source } sier
timer-nothing-stands = ingenting ennå
timer-check = Kontroll av resultatet
timer-check-good = Ingenting er åpent: det kan gjøres offisielt
timer-check-official = Resultatet er offisielt
timer-check-conflicts = { $count ->
    [one] 1 konflikt må avgjøres
   *[other] { $count } konflikter må avgjøres
}
timer-check-unfinished = Løpet pågår ennå
timer-check-missing = { $count ->
    [one] 1 løper har verken tid eller status
   *[other] { $count } løpere har verken tid eller status
}
timer-check-waiting = { $count ->
    [one] 1 tid venter på startnummer
   *[other] { $count } tider venter på startnummer
}
timer-check-refused = { $count ->
    [one] 1 tid ble avvist
   *[other] { $count } tider ble avvist
}
timer-check-unofficial = { $count ->
    [one] 1 måltid er ikke bedømt ennå
   *[other] { $count } måltider er ikke bedømt ennå
}
timer-check-ties = { $count ->
    [one] 1 løper deler plass
   *[other] { $count } løpere deler plass
}
timer-changes = Hvem gjorde hva
timer-no-changes = Ingenting er gjort ennå
timer-by-timing = tidtakersystem
timer-undone = angret
timer-undo = Angre
timer-undo-line = Angre: { $text }
timer-races = Løp
timer-load = Hent
timer-load-race = Hent { $name }
timer-put-right = Rett opp
timer-waits = { $count } åpne
timer-key-switch = Løpet før, for å rette det opp; og tilbake
timer-another = Et annet løp er fremme: { $name }. Det som ble skrevet, er bevart.
timer-hand = Løpet som er fremme
timer-hand-other = Du retter opp: { $name } ({ $state })
timer-hand-on = På banen: { $name } ({ $state }). Tider tas, og start og stopp gjelder, for dette løpet.
timer-hand-back = Tilbake til banen
timer-hand-take = Rett opp: { $name }
timer-hand-fetching = Dette løpet hentes ennå: send når passeringene er her.
timer-hand-waits = { $name }: { $count ->
    [one] { $count } ting venter på noen
   *[other] { $count } ting venter på noen
}
timer-other-role = Du er logget inn som { $by }, som ikke tar tider.
timer-other-sign-in = Logg inn med en kode
timer-key-split = En tid, nå
timer-key-bib = Startnummer for tiden som venter (eller sifre)
timer-key-down = Passering under
timer-key-up = Passering over
timer-key-point-next = Neste punkt
timer-key-point-before = Forrige punkt
timer-key-undo = Angre det siste som kan angres
timer-key-keep = Første konflikt: det som står, gjelder
timer-key-take = Første konflikt: det som sies, gjelder
timer-key-close = Lukk skjemaet, gå ut av feltet
timer-withdraw = Ikke spør mer
timer-withdraw-this = Ikke spør mer: { $what }
timer-check-run = Ingenting å se på
timer-waiting = Motoren er ikke hørt ennå. Siden fortsetter av seg selv så snart den er det.
timer-take-hand = Ta håndtiden

## What set-up refuses

reason-cell-missing = { $thing } mangler (skriv { $like })
reason-cell-long = { $thing } er én linje på høyst { $most } tegn
reason-cell-id = { $thing } skrives med små bokstaver, tall og bindestreker, som mens-mile, ikke «{ $text }»
reason-cell-time-of-day = et klokkeslett skrives 20:45, ikke «{ $text }»
reason-cell-number = et helt tall fra { $least } til { $most }, ikke «{ $text }»
reason-cell-one-of = { $thing } er en av { $list }, ikke «{ $text }»
reason-cell-colour = en farge skrives #19e36b, ikke «{ $text }»
reason-cell-timing = det er ikke noe tidtakersystem på «{ $address }» (skriv en av { $list } foran ://)
reason-cell-folder = { $thing } ligger i stevnets mappe: skriv navnet, som lamps.toml, ikke «{ $text }»
reason-cell-day = en dag skrives 2026-06-13, ikke «{ $text }»
reason-nobody-starts = { $name }: ingen starter der
reason-nothing-pasted = ingenting er limt inn, og ingen fil er valgt
reason-came-damaged = { $name } kom fram skadet: send den igjen
reason-no-version = det finnes ingen utgave av { $name } før denne
reason-no-engine-here = ingen motor startes herfra (start den med: pacelight serve)
reason-direction = retningen er «{ $with }» eller «{ $against }» løpsretningen, ikke «{ $text }»
reason-no-such-lamp = denne oppmålingen har ingen slik lampe, eller ingen styreenheter: døde lamper lagres ikke
reason-race-number = nummeret er øvelse, runde og heat, som 12 1 1, ikke «{ $text }»
reason-points-missing = punkter mangler (skriv 400 m 55.0, 800 m 1:52.00, mål til slutt)
reason-point = et punkt er en distanse og en tid, som 400 m 55.0, ikke «{ $text }»
reason-who-of-book = hvem i boken er det? (slå opp navnet, eller si at det er en ny)
reason-lamps-range = oppmålingen har lampene 0 til { $most }: skriv en av dem
reason-lamps-not-dark = lampene ble ikke mørke: nettet tar ikke imot noe (se på kabelen)
reason-setup-role = '{ $task }' i oppsettet er ikke for rollen '{ $role }' (for: { $roles })
reason-setup-disarm = { $reason } nå: '{ $name }' er klar til start (ta den av først)
reason-setup-changed-by = { $file } ble endret av { $by } siden du åpnet den: se på den igjen (det du skrev, er bevart her)
reason-setup-no-address = styreenheten '{ $controller }' har ingen adresse ennå (tildel en)
reason-setup-walk-idle = ingen har spurt på en stund: lampene er mørke
reason-setup-nobody-runs = ingen løper
reason-setup-no-races = ingen løp står på tidsskjemaet
reason-setup-not-ready = stevnet er ikke klart: { $why }
reason-setup-list = { $file } er ingen startliste som er kjent her (formater: { $formats })
reason-setup-list-pasted = det som ble limt inn, er ingen startliste som er kjent her (formater: { $formats })
reason-setup-two-races = to løp har kortnavnet '{ $name }'
reason-setup-two-bibs = to har startnummer '{ $bib }'
reason-setup-dead = dette segmentet har { $lamps }, ikke lampene { $text }
reason-setup-numbers = lampenumre, som '17, 44, 60-63', ikke '{ $text }'
reason-setup-point = en lampe og hvor den står, som '0 finish' eller '299 49.83', ikke '{ $text }'
reason-setup-address = en adresse skrives som sacn://10.0.0.11 eller ddp://10.0.0.11, ikke '{ $text }'
reason-reload-again = '{ $race }' er endret nå: hent det på nytt
reason-reload-begun = '{ $race }' har begynt og blir som det ble åpnet
reason-reload-none = denne motoren kjører en løpsfil: det finnes ingen stevnefil å lese på nytt
reason-setup-walk-between = mellom lampene i dette segmentet er det lamper fra andre: gå dem én for én
reason-setup-walk-again = ingen motor svarer: trykk igjen
reason-not-now-meet = intet tidligere stevne settes tilbake
reason-not-now-race = dette løpet endres ikke
reason-not-now-nothing = ingenting av det endres
reason-not-now-lamps = ingen lamper gås gjennom
reason-not-now-survey = oppmålingen endres ikke
reason-not-now-running = { $reason } nå: «{ $name }» – { $state } (vent til det er ferdig)
reason-displays-whose = skjermer er for lysoperatøren og stevnelederen
reason-thing-meeting-name = navnet på stevnet
reason-thing-venue = stedet
reason-thing-short-name = kortnavnet
reason-thing-competition = konkurransen
reason-thing-book = rekordboken
reason-thing-spare = reserveplassen
reason-thing-output = adressen til lampene
reason-thing-host = adressen til denne maskinen
reason-thing-track = banen
reason-thing-survey = oppmålingen
reason-thing-its-name = navnet
reason-thing-race-name = navnet på løpet
reason-thing-heat = heatet
reason-thing-race-file = løpsfilen
reason-thing-start-list = startlisten
reason-thing-light-name = navnet på lyset
reason-thing-plan = planen
reason-thing-class = klassen
reason-thing-time = tiden
reason-thing-bib = startnummeret
reason-thing-name = navnet
reason-thing-lane = banen eller startplassen
reason-thing-said = uttalen av navnet
reason-thing-key = nøkkelen i rekordboken
reason-thing-event = øvelsen
reason-thing-nation = nasjonen
reason-thing-address = adressen
reason-thing-transponders = listen over transpondere
reason-thing-senders = listen over hvem som kan sende
reason-like-announced = slik det kunngjøres
reason-like-town = byen
reason-like-nation = koden, som NOR
reason-like-runner = fornavn og etternavn
reason-like-event = 1500 eller MILEsh
reason-like-light = WR eller fart
reason-hint-nation = skriv koden til World Athletics, som NOR eller USA
reason-hint-event = skriv en kode fra World Athletics, som 1500, MILEsh eller 10K
reason-hint-nearest = nærmest: { $text }
reason-hint-the-nearest = de nærmeste: { $names }
reason-hint-as-results = skriv navnet slik resultatlistene gjør
reason-hint-write = skriv { $mark }
reason-named-no-file = det ligger ingen fil «{ $text }» i mappen til stevnet
reason-named-unread = { $thing } kan ikke leses: { $reason }
reason-named-nothing = der kan det ikke ligge noe: { $reason }
reason-named-no-folder = det finnes ingen mappe { $text }: ingen rekordbok kan lages i den
reason-named-spare = reserveplassen er en mappe, og «{ $text }» er en fil
reason-named-home = { $text }: en slik hjemmemappe finnes ikke
reason-named-host = adressen til denne maskinen er et nummer eller et navn, som 10.0.0.2, ikke «{ $text }»
reason-named-no-book = { $file }: rekordboken kan ikke leses ({ $reason }); skriv navnet på en fil som `pacelight book` har laget
reason-named-no-server = ingen rekordbok føres på { $text } (skriv navnet på en fil, eller postgresql://USER@HOST/NAME)
reason-named-no-survey = { $file } er ingen oppmåling: { $reason }
reason-named-no-race = ingen løpsfil: { $reason }
reason-named-field = { $reason } mangler (en oppmåling har track og metres, eller track, lamps og points, eller track og [[controller]])
reason-named-where = { $reason } (linje { $number }, kolonne { $number2 })
reason-cell-beside-runners = det står løpere nedenfor også (la startlisten stå tom, eller ta dem ut)
reason-cell-two-called = to heter «{ $text }»
reason-cell-survey-says = oppmålingen sier hvor mange lamper det er (la et av de to stå tomt)
reason-track-none = ingen slik bane: «{ $text }» (det finnes { $list } og { $list2 })
reason-track-no-road = ingen løype kan leses fra { $file }: { $reason }
reason-lamps-nowhere = det er ingen lamper på «{ $text }» (skriv sim:// for ingen, eller en av { $list })
reason-lamps-no-address = ingen adresse til lamper: «{ $text }» (skriv { $list })
reason-like-host = { $address }://HOST, som i { $address2 }://10.0.0.20
reason-lamps-sim = lamper som ikke finnes, har ingen adresse: skriv sim://, ikke «{ $text }»
reason-lamps-line = ingen seriell linje: «{ $text }» (skriv adalight:///dev/ttyUSB0)
reason-lamps-flag = { $name } er 0 eller 1, ikke { $number }
reason-lamps-interface = ikke noe nettverkskort: «{ $text }» (skriv { $address }:// og adressen som denne maskinen har på lampenes nettverk, som i { $address2 }://10.0.0.5)
reason-lamps-broadcast = { $name } er 0, 1 eller adressen til alle maskiner på et nettverk, som i { $name2 }=10.0.0.255, ikke «{ $text }»
reason-lamps-pace = pace er 1 til { $number } megabit i sekundet, eller 0 for ingen, ikke { $number2 }
reason-lamps-port = «{ $text }» har ingen port som det kan sendes til (skriv 1 til 65535, eller ingen for { $number })
reason-lamps-option = en utgang har ingen «{ $text }» (det finnes { $list })
reason-lamps-whole = { $name } er et helt tall, ikke «{ $text }» (som i { $text2 })
reason-lamps-unfound = lampene på «{ $text }» finnes ikke: { $what }
reason-lamps-group = «{ $text }» er ikke én styreenhet: det sendes til hver på dens egen adresse
reason-lamps-baud = serielle linjer her har ikke { $number } baud (vanlig er 115200, 500000, 921600, 1500000)
reason-lamps-fps = lampene får { $first } til { $last } bilder i sekundet, ikke { $number }
reason-lamps-same-frames = alle styreenheter får de samme bildene: «{ $text }» vil ha fps={ $number }, «{ $text2 }» fps={ $number2 } (skriv det samme for begge)
reason-lamps-controller = styreenhet «{ $text }»: { $reason }
reason-lamps-none-hang = en styreenhet uten lamper får ingenting (gi den noen, eller ta den ut)
reason-lamps-controllers = bilder går til 1 til { $number } styreenheter, ikke { $number2 }
reason-lamps-two-called = to styreenheter heter «{ $text }» (gi hver sitt navn)
reason-lamps-both-take = styreenhetene «{ $text }» og «{ $text2 }» tar begge { $text3 }
reason-lamps-adalight = Adalight teller 1 til { $number } lamper, ikke { $number2 } (tenn færre lamper)
reason-lamps-adalight-rate = en linje på { $number } baud bærer { $number2 } bilder i sekundet for { $number3 } lamper, ikke { $number4 } (skriv lavere fps, høyere baud, eller tenn færre lamper)
reason-lamps-artnet = { $number } kanaler fra univers { $number2 } trenger { $number3 } universer (Art-Net har { $first } til { $last })
reason-lamps-sacn = { $number } kanaler fra univers { $number2 } trenger { $number3 } universer (det finnes { $first } til { $last })
reason-lamps-sync = bilder synkroniseres av et univers fra { $first } til { $last }, ikke { $number } (skriv sync=0 for ingen)
reason-lamps-priority = en prioritet er 0 til { $last }, ikke { $number } (100 er vanlig)
reason-lamps-ddp = DDP teller { $number } kanaler, ikke { $number2 } (tenn færre lamper)
reason-lamps-wled-waits = WLED venter 1 til 254 sekunder, eller for alltid ved 255, ikke { $number }
reason-lamps-wled = WLED teller { $number } lamper, ikke { $number2 } (send til den med ddp://)
reason-timing-no-address = ingen adresse: «{ $text }» (skriv { $text2 })
reason-timing-options = «{ $address }»: { $name } tar { $list }, hver én gang, ikke «{ $text }»
reason-timing-no-options = «{ $address }»: { $name } tar ingen valg, ikke «{ $text }»
reason-timing-laps = «{ $address }»: runder telles ved linjen (line) eller står for punkter (points), ikke «{ $text }»
reason-timing-trigger = «{ $address }»: utløseren til en dekoder er fotocelle (cell) eller startskudd (gun), ikke «{ $text }»
reason-timing-baud = «{ $address }»: hastigheten på en linje er et tall, ikke «{ $text }» (baud=9600)
reason-timing-write = «{ $address }»: skriv { $text }
reason-timing-secret = «{ $address }»: et startsignal trenger en hemmelighet (?secret=FILE)
reason-timing-late = «{ $address }»: late er et antall millisekunder, ikke «{ $text }» (late=16)
reason-timing-reached = { $address } kan nås av andre: skriv hvem som kan sende, som 10.0.0.7
reason-timing-no-machine = «{ $text }» er ikke nummeret til en maskin eller et nettverk (10.0.0.7, 10.0.0.0/29)
reason-timing-folder = «{ $address }»: skriv lynx+folder:///PATH, stien med tre skråstreker foran
reason-timing-listen = listen er yes eller no, ikke «{ $text }»
reason-timing-poll = poll er et antall millisekunder fra 50 til 60000, ikke «{ $text }»
reason-timing-dialect = ingen dialekt «{ $text }»: skriv en av { $list }
reason-timing-unfound = «{ $text }» finnes ikke: { $what }
reason-timing-input = en seriell linje har ingen inngang «{ $text }» (skriv en av { $list }, eller byte)
reason-timing-gpio = GPIO-linjer trenger et bibliotek (installer pacelight[gpio])
reason-timing-secret-short = hemmeligheten i { $file } har { $number } tegn, ikke { $number2 } (openssl rand -hex 32)
reason-timing-secret-read = andre kan lese hemmeligheten i { $file } (skriv: chmod 600 { $file2 })
reason-timing-secret-none = ingen hemmelighet kan leses fra { $file }: { $what }
reason-timing-every = { $address } er alle nettverkskort: skriv adressen til det som apparatet er på
reason-timing-speed = { $number } er ingen hastighet for en seriell linje ({ $list })
reason-survey-colours = en av { $list }, ikke «{ $text }»
reason-survey-not-lamp = dette segmentet har { $reason }, ikke lampe { $number }
reason-survey-no-mark = «{ $text }» er ikke noe merke på { $text2 } (det finnes { $list }, eller meter)
reason-survey-outside = { $metres } m er utenfor { $reason }
reason-survey-extent-open = banen fra { $metres } m til { $metres2 } m
reason-survey-extent-lap = runden på { $distance }
reason-survey-gap = en lampe og meterne til den neste, som '120 1.5' eller 'before 0 4.0', ikke «{ $text }»
reason-survey-name = et navn er noen bokstaver eller sifre, som 'north' eller '1'
reason-survey-name-taken = «{ $text }» er navnet på en annen styreenhet
reason-survey-address-taken = { $address } er adressen til en annen styreenhet
reason-survey-metres = meter, som 0.1667, ikke «{ $text }»
reason-survey-metres-least = meter, som 0.1667, { $number } eller mer, ikke «{ $text }»
reason-survey-no-controller = en oppmåling har minst én styreenhet (legg til en)
reason-survey-nothing-hangs = det henger ingen lamper på den (legg til et segment, eller slett den)
reason-survey-even = { $number } lamper henger på 1 til { $number2 } styreenheter, ikke på { $number3 }
reason-survey-lamps-count = en oppmåling har { $first } til { $last } lamper, ikke { $number }
reason-survey-against = lampene er nummerert mot løpsretningen, fra { $metres } m ned til { $metres2 } m (nummerer dem den andre veien)
reason-survey-not-first = lampe 0 står ved { $metres } m, og lampe { $number } ved { $metres2 } m er den første etter mål (nummerer dem derfra)
reason-survey-hole-bare = et hull på { $metres } m etter lampe { $number }, fra { $metres2 } m til { $metres3 } m
reason-survey-hole = et hull på { $metres } m etter { $reason }, fra { $metres2 } m til { $metres3 } m, der { $reason2 } står
reason-survey-hole-told = { $reason } ({ $metres } m av det er oppgitt som mellomrom)
reason-survey-out-of-order = lampe { $number } ved { $metres } m er i feil rekkefølge: den står bak lampe { $number2 } ved { $metres2 } m
reason-survey-one-place = { $reason } og { $reason2 } står på samme sted, { $metres } m
reason-survey-one-place-lamps = lampe { $number } og { $number2 } står på samme sted, { $metres } m
reason-survey-more = { $reason } (og { $number } til av lampene deres)
reason-survey-more-its = { $reason } (og { $number } til av lampene)
reason-survey-short-after = et mellomrom på { $metres } m etter { $reason } ved { $metres2 } m, men { $reason2 } står { $metres3 } m lenger fram
reason-survey-short-before = et mellomrom på { $metres } m før { $reason } ved { $metres2 } m, men { $reason2 } står { $metres3 } m lenger tilbake
reason-survey-lamp-of = lampe { $number } på { $reason }
reason-survey-lamp = lampe { $number }
reason-survey-lamps = lampene { $first } til { $last }
reason-survey-segment = styreenhet { $name }, segment { $number }
reason-survey-segment-says = styreenhet { $name }, segment { $number }: { $reason }
reason-survey-controller-says = styreenhet { $name }: { $reason }
reason-survey-lamp-outside = lampe { $number } ved { $metres } m er utenfor { $reason }
reason-survey-unnamed = styreenhet { $number } har ikke noe navn
reason-survey-called = { $number } styreenheter heter { $name }
reason-survey-one-address = styreenhetene { $name } sendes til samme adresse, { $address }
reason-survey-size = en styreenhet har 1 til { $number } lamper, ikke { $number2 }
reason-survey-no-segments = styreenhet { $name } har ingen segmenter (ta den ut, eller si hva som henger på den)
reason-survey-twice = lampe { $number } er i segment { $first } og i segment { $last }
reason-survey-twice-many = lampene { $number } til { $number2 } er i segment { $first } og i segment { $last }
reason-survey-overlap = { $reason } og { $reason2 } overlapper fra { $metres } m til { $metres2 } m
reason-survey-overlap-two = { $reason } og { $reason2 } overlapper fra { $metres } m til { $metres2 } m og fra { $metres3 } m til { $metres4 } m
reason-survey-turn-against = lampene er nummerert mot løpsretningen, fra { $metres } m til { $metres2 } m (velg retningen mot)
reason-survey-turn-with = lampene er nummerert med løpsretningen, fra { $metres } m til { $metres2 } m (velg retningen med)
reason-survey-not-beyond = { $reason } står ikke bortenfor { $reason2 }
reason-survey-point = lampe { $number } ved { $metres } m
reason-survey-point-named = lampe { $number } ved { $name }, { $metres } m
reason-survey-first-number = den første lampen har nummer { $number } (lamper nummereres fra 0)
reason-survey-count = antallet er 1 eller mer, ikke { $number }
reason-survey-last-beyond = den siste lampen er { $number }, men styreenheten har { $number2 } (0 til { $last })
reason-survey-last-many = den siste lampen er { $number } (en styreenhet har lampene 0 til { $last })
reason-survey-dead = død { $list }: det finnes { $reason }
reason-survey-dead-one = død { $list }: det finnes bare { $reason }
reason-survey-no-points = ingen lampe på det er målt (oppgi minst ett kjent punkt)
reason-survey-one-point = ett kjent punkt sier ikke hvor langt fra hverandre lampene står (oppgi ett til, eller avstanden)
reason-survey-gap-after = et mellomrom etter lampe { $number }: det finnes { $reason }
reason-survey-gap-after-one = et mellomrom etter lampe { $number }: det finnes bare { $reason }
reason-survey-gap-nothing = et mellomrom på { $metres } m etter lampe { $number } (et mellomrom har noen meter)
reason-survey-gaps = { $number } mellomrom etter lampe { $number2 } (legg dem sammen til ett)
reason-survey-known = et kjent punkt, { $reason }: det finnes { $reason2 }
reason-survey-known-one = et kjent punkt, { $reason }: det finnes bare { $reason2 }
reason-survey-known-outside = et kjent punkt, { $reason }, er utenfor { $reason2 }
reason-survey-mark-none = lampe { $number } ved «{ $text }»: { $text2 } har ikke noe slikt merke (det finnes { $list })
reason-survey-two-places = lampe { $number } er ved { $metres } m og ved { $metres2 } m
reason-survey-too-dense = lampene ville stått { $distance } fra hverandre, som på ingen stripe (et kjent punkt, et mellomrom eller antallet er feil)
reason-survey-kerb-gaps = { $reason } og { $reason2 }: { $metres } m sarg, men mellomrom på { $metres2 } m
reason-survey-gaps-longer = { $reason } og { $reason2 }: mellomrommene mellom dem er lengre enn { $metres } m sarg
reason-survey-apart = { $reason } og { $reason2 }: lampene mellom dem ville stått { $distance } fra hverandre, andre { $distance2 } (en av de to er feil, eller et mellomrom er ikke oppgitt)
reason-survey-longer = lampene er lengre enn { $reason }, en hver { $distance }
reason-survey-before-finish = lampe { $number } ville stått { $metres } m før mål (nummerer lampene slik at lampe 0 er den første etter mål)
reason-survey-beyond-finish = lampe { $number } ville stått { $metres } m etter mål (nummerer lampene slik at lampe 0 er den første etter mål)
reason-meet-two-outputs = oppmålingen sier hvor lampene er, { $address }, og det gjør «{ $text }» også (ta ut en av dem)
reason-meet-no-output = styreenhet «{ $text }» i oppmålingen har ingen adresse (gi hver sin, eller ingen)
reason-meet-one-output = oppmålingen har { $number } styreenheter, og «{ $text }» er én (gi hver sin adresse i oppmålingen)
reason-meet-same-heat = «{ $text }» er samme øvelse (skill dem ved heat, som «2»)
reason-meet-same-heat-form = «{ $text }» er samme øvelse (skill dem ved heat, som «2»)
reason-meet-file-id = { $file } kaller det «{ $text }» (skriv det samme her)
reason-meet-file-day = { $file } er fra { $day }, stevnet fra { $day2 } (endre en av dem)
reason-meet-water = { $event } går gjennom en vanngrav: si med { $text } hvor lang en runde gjennom den er, og hvor veien forlater runden og kommer inn igjen
reason-meet-no-water = { $event } har ingen vanngrav: slett { $text }
reason-meet-no-distance = { $event } har ingen distanse: lys løper distanser
reason-meet-no-record = rekorden er ikke kjent: { $reason }
reason-meet-light = lyset «{ $text }»: { $reason }
reason-meet-book = rekordboken: { $reason }
reason-meet-level = ikke noe nivå «{ $text }» (det finnes { $list }; som «WR» eller «NR NED»)
reason-meet-scope = { $text } for hvem? (skriv det etter, som «{ $text2 }»)
reason-meet-made-book = { $file } ble laget, med rekordene som følger med
reason-setup-changed = { $file } er endret siden du åpnet den: se på den igjen (det du skrev, er tatt vare på her)
reason-setup-wled = det letes ikke etter WLED ({ $what })
reason-setup-survey-back = { $reason } (eller legg tilbake en tidligere utgave)
reason-setup-anew = den har ingen styreenheter: begynn på nytt for å endre den her, eller endre filen
reason-system-no-file = det finnes ikke
reason-system-permission = ingen tilgang
reason-system-folder = det er en mappe
reason-system-long = navnet er for langt
reason-system-database = filen er ingen database
reason-system-not-text = det er ikke UTF-8-tekst
reason-hint-time = skriv minutter:sekunder.hundredeler, som 3:45.14
reason-hint-seconds = sekundene etter et kolon går fra 00 til 59
reason-hint-minutes = minuttene etter et kolon går fra 00 til 59
reason-hint-longer = en tid er lengre enn null
reason-hint-runner = en løper gjør { $metres } til { $metres2 } m i sekundet
reason-hint-walker = en kappgjenger gjør { $metres } til { $metres2 } m i sekundet
reason-thing-club = klubben
reason-hint-hurdler = en hekkeløper gjør { $metres } til { $metres2 } m i sekundet
reason-hint-barriers = en hinderløper gjør { $metres } til { $metres2 } m i sekundet
reason-hint-team = et lag gjør { $metres } til { $metres2 } m i sekundet
reason-system-refused = forbindelsen ble avslått
reason-system-no-route = ingen vei dit
reason-system-unreachable = nettverket kan ikke nås
reason-system-unknown-name = navnet er ukjent
reason-system-timed-out = ingen svarte i tide
reason-list-line = { $file } linje { $number }: { $reason }
reason-list-torn = { $file } er revet over: den siste linjen slutter ikke («{ $text }»); ta hele filen
reason-list-quotes = anførselstegn passer ikke sammen, eller det er ingen tabell ({ $text })
reason-list-nobody = verken navn, nummer eller bane: ta ut linjen
reason-list-one-line = { $name } { $text } står ikke på én linje (skriv { $text2 })
reason-list-worn = startnummer { $bib } bæres av { $name } og av { $name2 }
reason-list-chip-worn = brikke { $text } bæres av { $name } og av { $name2 }
reason-list-no-columns = { $file } linje { $number } navngir ingen kolonne i en startliste (skriv bib, lane, name, nation ...)
reason-list-unknown-column = ingen kolonne «{ $text }» er kjent her (kall den { $list }, eller ta den ut)
reason-list-columns = { $number } kolonner der overskriften har { $number2 }
reason-list-two-columns = to kolonner sier { $name }; ta ut en av dem
reason-list-team = lag: «{ $text }» er verken ja eller nei
reason-list-birth = ingen fødselsdato: «{ $text }» (skriv 2001, 2001-05-31 eller 31.05.2001)
reason-list-day = ingen dag: «{ $text }» (skriv 2025-02-13 eller 13.02.2025)
reason-list-status = «{ $text }» er ingen status (skriv DNS, DNF, DQ eller NM)
reason-list-month = ingen måned: { $text }
reason-list-formats = { $reason } (formater: { $list })
reason-doubt-several = flere utøvere har dette navnet
reason-doubt-teams = flere lag har dette navnet
reason-doubt-birth = samme navn, en annen fødselsdato
reason-doubt-nation = samme navn, en annen nasjon, og ingen fødselsdato å skille på
reason-doubt-little = samme navn, og for lite annet å skille på
reason-survey-point-range = punkt { $number } (lampe { $number2 } ved { $metres } m): det finnes lampene 0 til { $last }
reason-survey-point-outside = punkt { $number } (lampe { $number2 } ved { $metres } m) er utenfor { $reason }
reason-survey-point-order = punkt { $number } (lampe { $number2 } ved { $metres } m) følger ikke etter punkt { $number3 } (lampe { $number4 } ved { $metres2 } m)
reason-list-heat = { $file }, heat { $text }: { $reason }

## What is to be settled

reason-and-why = { $reason1 }: { $reason2 }
reason-placed-too-far = ingen kommer så langt på den tiden
reason-placed-too-fast = ingen løper { $metres } m på den tiden
reason-placed-word = det ordet er ikke kjent her
reason-placed-entered = en person har ført det annerledes
reason-refuses-marks = boken nekter å ta imot resultater fra løpet «{ $race }», startnummer { $list }: { $what }
reason-refuses-bib = boken nekter å ta imot startnummer { $bib }: { $what }
reason-untimed-one = 1 løper har verken tid eller DNS, DNF eller DQ: startnummer { $bib }
reason-untimed = { $number } løpere har verken tid eller DNS, DNF eller DQ: startnummer { $list }
reason-placed-out = et menneske har sagt { $status }, og her er en målpassering
reason-found-book-unwilling = den tar ikke imot resultater: { $what }
reason-placed-official = { $name } har en annen offisiell tid der
reason-placed-put-right = tidtakersystemet tar det tilbake, og en person har rettet det
reason-placed-who = det er ikke sagt hvem det var
reason-placed-not-listed = { $name } står ikke på startlisten
reason-placed-none-listed = { $name } står ikke på startlisten
reason-placed-another = { $name1 } er en annen løper enn { $name2 } (startnummer { $bib })
reason-placed-beam = en stråle ser noen, ikke hvem
reason-clock-set-ahead = klokken til { $name } ble stilt { $seconds } s fram
reason-clock-set-back = klokken til { $name } ble stilt { $seconds } s tilbake
reason-gun-heard-late = startskuddet fra { $name } var { $seconds } s før det ble hørt: linjen er treg, eller klokken ble stilt tilbake
reason-gun-not-believed = { $name } tros ikke om startskuddet: { $reason }
reason-gun-earlier = det er tidligere enn { $name } ({ $what }) tillater
reason-gun-later = det er senere enn { $name } ({ $what }) tillater
reason-gun-before-armed = det var før løpet ble gjort klart
reason-timing-confirms = tidtakersystemet sier at resultatet av «{ $race }» er bekreftet
reason-timing-false-start = { $name } sier at det var tyvstart
reason-timing-false-start-ask = { $name } melder om tyvstart: gi omstart hvis det var det

## Overlays

overlay-title = Overlegg
overlay-laps = { $laps ->
    [one] runde igjen
   *[other] runder igjen
}
overlay-last-lap = siste runde
overlay-ahead = foran
overlay-behind = bak
overlay-official = offisielt
overlay-corrected = offisielt, rettet
overlay-provisional = foreløpig
overlay-not-ratified = ikke godkjent ennå

## Displays

display-title = Skjerm
display-no-script = En skjerm trenger JavaScript. Uten det finnes
display-asking = Spør hva som skal vises
display-waiting = Venter på løpet
display-number = Skjerm { $number }
display-fill = Stevnekontoret bestemmer hva som vises her
display-code = Løpet på telefonen din
display-no-record = Ingen rekord ennå
display-shows-number = nummeret sitt
display-shows-scoreboard = resultattavle
display-shows-clock = klokke
display-shows-start-list = startliste
display-shows-results = resultater
display-shows-records = rekord
display-shows-code = QR-kode til løpet
display-shows-text = melding
display-shows-black = ingenting, svart
displays-title = Skjermer
displays-no-script = Å styre skjermer trenger JavaScript. Uten det finnes
displays-how = Åpne /display på en hvilken som helst skjerm: den viser nummeret sitt og står her.
displays-open = Åpne en her
displays-none = Ingen skjerm er kjent ennå.
displays-alive = på
displays-off = av
displays-shows = Viser
displays-name = Hvor den henger
displays-text = Melding
displays-save = Lagre
displays-remove = Fjern
displays-remove-sure = Fjern: trykk en gang til
displays-unanswered = Tjeneren svarte ikke: prøv igjen.

## Shared: what lights are called

reason-light-record = { $reason } { $mark }, { $name }
reason-light-even = { $mark } jevnt
reason-light-splits = { $mark } etter mellomtider
reason-level-world = Verdensrekord
reason-level-world-best = Verdensbeste
reason-level-africa = Afrikarekord
reason-level-asia = Asiarekord
reason-level-europe = Europarekord
reason-level-nacac = NACAC-rekord
reason-level-oceania = Oseania-rekord
reason-level-south-america = Søramerikansk rekord
reason-level-national = Nasjonal rekord: { $nation }
reason-level-championship = Mesterskapsrekord
reason-level-series = Serierekord
reason-level-meeting = Stevnerekord
reason-level-stadium = Banerekord
reason-level-personal = Personlig rekord
reason-level-season = Årsbeste
reason-label-changed = { $mark }, endret
method-photo = målfoto
method-cell = fotocelle
method-transponder = brikke
method-hand = for hånd
method-video = video
from-hand = for hånd
reason-light-negative = { $mark } negativ
reason-light-again = { $mark } igjen

## Published results

published-title = Resultater
published-all = Alle løp
published-unofficial-title = { $race } (uoffisielt)
published-official = Offisielt
published-unofficial = Uoffisielt
published-state-not-yet-called = ikke ropt opp ennå
published-state-on-the-start-line = på startstreken
published-state-running = i gang
published-state-finished = ferdig
published-state-recalled-false-start = omstart: tyvstart
published-state-aborted = avbrutt
published-start = start { $time } (UTC{ $zone })
published-wind = vind { $wind } m/s
published-lane = Bane
published-laps-behind = { $laps ->
    [one] 1 runde bak
   *[other] { $laps } runder bak
}
published-not-timed = ikke offisielt tidtatt
published-records = Rekorder
published-en-route = { $code } underveis
published-equals = tangerer { $stood }
published-before = før: { $stood }
published-pending = kandidat, venter på godkjenning
published-splits = Mellomtider
published-took = Brukte
published-by = Tatt med
published-judged = offisiell
published-finish = mål
published-lights = Fartslys: { $lights }.
published-not-official = Ikke offisielt: dommerne har ikke bekreftet dette resultatet, og det kan bli endret.
published-found = Rekorder er funnet av programvare og venter på godkjenning.
published-proof = Bevis: de første { $lines } linjene av journalen { $journal } ender i
published-file-html = side

## Check sheet

sheet-title = Kontrollark
sheet-document = Kontrollark for { $name }
sheet-page = side { $page } av { $pages }
sheet-lap = { $lamps ->
    [one] 1 lampe
   *[other] { $lamps } lamper
}, runde { $length } m.
sheet-end-to-end = { $lamps ->
    [one] 1 lampe
   *[other] { $lamps } lamper
}, { $length } m fra ende til ende.
sheet-how = Tenn lampene én etter én ({ $command }): den ene leser en linje, den andre står ved merket. Kryss av der lampen som er nevnt, lyser ved merket; der den ikke gjør det, skriv hvilken som gjør det.
sheet-controller = Styreenhet { $name }
sheet-controller-at = Styreenhet { $name } på { $output }
sheet-lamps = { $lamps ->
    [one] 1 lampe
   *[other] { $lamps } lamper
}
sheet-segment = segment { $number }: { $told }
sheet-span = lampe { $first } til { $last } fra { $from } m til { $to } m
sheet-span-one = lampe { $first } ved { $from } m
sheet-apart = én hver { $distance }
sheet-with = nummerert med løpsretningen
sheet-against = nummerert mot løpsretningen
sheet-offset = alt sammen { $metres } m lenger fram
sheet-gap-before = en åpning på { $metres } m før lampe { $lamp }
sheet-gap-after = en åpning på { $metres } m etter lampe { $lamp }
sheet-dead-lamps = døde: { $lamps }
sheet-and-more = { $lamps } og { $more } til
sheet-finish = mål
sheet-tangent = tangent { $number }
sheet-start = start { $events }
sheet-dead = død
sheet-head-ok = ok
sheet-head-metre = meter
sheet-head-mark = merke
sheet-head-controller = styreenhet
sheet-head-segment = seg.
sheet-head-lamp = lampe
sheet-head-stands = står
sheet-head-found = funnet
sheet-note = Meter: forbi mållinjen, langs den målte linjen. Lampe: nummeret. Står: meter som den står forbi merket (− før det).
sheet-note-wired = Meter: forbi mållinjen, langs den målte linjen. Lampe: nummeret på styreenheten. Står: meter som den står forbi merket (− før det).
sheet-sign-read = lest av
sheet-sign-kerb = ved kanten
sheet-sign-day = dag og klokkeslett
drawn-title = { $name }: runde { $lap } m, kant { $kerb } m
drawn-open-title = { $name }: { $lap } m, kant { $kerb } m
drawn-lamps = , { $count } lamper
drawn-kerb = kant
drawn-line = målt linje
drawn-lamp = lampe
drawn-finish = mållinje
drawn-close = mållinjen, sett på nært hold
drawn-tangent = tangent
drawn-controller = styreenhet { $name }
drawn-segment = { $name }, segment { $number }
drawn-segment-lamps = lampe { $first } til { $last }
drawn-segment-lamp = lampe { $first }
drawn-against = imot
drawn-dead = død lampe
drawn-gap = åpning

## Record dossier

dossier-title = Rekorddokumentasjon
dossier-link = Dokumentasjon til utskrift (PDF)
dossier-page = side { $page } av { $pages }
dossier-made = per { $day }
dossier-how = Det som boken og bevisene fra løpet vet, er trykt. En tom linje er til en penn. Programvare finner kandidater; mennesker godkjenner.
dossier-claimed = Rekorden
dossier-athlete = Utøveren
dossier-team = Laget
dossier-name = Navn
dossier-born = Fødselsdato
dossier-nation = Nasjon, den dagen
dossier-class = Klasse
dossier-club = Klubb
dossier-bib = Startnummer
dossier-runners = Løpere, i rekkefølge
dossier-performance = Prestasjonen
dossier-event = Øvelse
dossier-mark = Resultat
dossier-en-route = Underveis til
dossier-place = Plass
dossier-competition = Stevne
dossier-round = Runde
dossier-venue = Sted
dossier-day = Dag
dossier-hour = Starttid, lokal
dossier-gun = Startskudd, etter motorens klokke
dossier-wind = Vind
dossier-wind-text = { $wind } m/s
dossier-started = Deltakere som startet
dossier-track = Banen
dossier-lap = Runde
dossier-roof = Innendørs
dossier-yes = ja
dossier-no = nei
dossier-altitude = Over havet
dossier-altitude-text = { $metres } m
dossier-radius = Svingradius, kant
dossier-certificate = Målebevis: nummer, gyldig til
dossier-course = Måler av løypa, og målt på nytt den
dossier-timing = Tidtaking
dossier-method = Tatt med
dossier-official = Målt og dømt som en målgang
dossier-system = System: produsent, modell, nummer
dossier-image = Målfotobilde: fil eller nummer
dossier-zero = Nulltest: klokkeslett, resultat
dossier-start-system = Startkontrollsystem: utskriftsnummer
dossier-gauge = Vindmåler: modell, nummer
dossier-splits = Mellomtider
dossier-no-splits = Ingen mellomtid er kjent her.
dossier-field = Hvem som deltok
dossier-field-book = Så langt boken har dem; startlisten og stevnets resultatliste avgjør.
dossier-shoes-and-doping = Sko, redskap, dopingkontroll
dossier-shoes = Sko: modell, på dagens liste
dossier-implement = Redskap: produsent, kontrollert før og etter
dossier-sample = Dopingprøve: nummer, klokkeslett
dossier-laboratory = Laboratorium
dossier-esa = Analysert for ESA
dossier-conditions = Hva godkjenning krever
dossier-condition = Krav
dossier-known = Hva som er kjent
dossier-looked = Sett på av, når
dossier-not-confirmed = Spørsmålstegn: regelteksten forelå ikke for oss. Slå den opp.
dossier-history = Hva som er sagt og bestemt
dossier-history-none = Ingenting er bestemt ennå.
dossier-what = Hva
dossier-by = Av
dossier-why = Hvorfor
dossier-lights = Fartslys
dossier-light = Lys
dossier-shown = Hva det viste
dossier-plan-print = SHA-256 av planen
dossier-evidence = Bevis fra løpet
dossier-evidence-none = Ingen forelå for denne siden. Filer som sendes med:
dossier-file = Fil, SHA-256
dossier-kind = Hva det er
dossier-bytes = Byte
dossier-chain = Journalen { $name } er hel: { $lines } linjer, ingen endret, ingen tapt. En neste linje ville bære { $link }. For å bevise det på nytt:
dossier-enclosed = Vedlagt
dossier-enclosed-image = målfotobilde
dossier-enclosed-zero = bilde av nulltesten
dossier-enclosed-start-system = utskrift fra startkontrollsystemet
dossier-enclosed-certificate = målebevis for bane eller løype
dossier-enclosed-doping = dopingkontrollskjema
dossier-enclosed-start-list = startliste
dossier-enclosed-result = offisiell resultatliste
dossier-enclosed-programme = trykt program
dossier-enclosed-files = bevisfilene
dossier-signed = Underskrevet, etter verv
dossier-sign = navn, underskrift, dag
dossier-post-referee = Overdommer
dossier-post-starter = Starter
dossier-post-photo = Måldommer, målfoto
dossier-post-judge = Leder for øvelsen
dossier-post-wind = Vindmåleransvarlig
dossier-post-measurer = Måler
dossier-post-doping = Dopingkontrollør
dossier-post-statistician = Statistiker
dossier-post-director = Stevneleder
dossier-post-federation = For forbundet

## What the checklist finds

reason-check-untold = intet i boken forteller det; noen må se etter
reason-check-official = boken har det som offisielt
reason-check-not-official = boken har det som ikke offisielt: det gir ingen rekord
reason-check-no-evidence = ingen bevis fra løpet forteller om det (oppgi dem med --evidence)
reason-check-evidence = bevisene har { $mark }
reason-check-evidence-other = bevisene har { $mark }, boken { $mark2 }
reason-check-evidence-not-official = bevisene har { $mark }, ikke offisielt, boken { $mark2 }
reason-check-started = { $count } startet, ifølge bevisene
reason-check-holds = boken har { $count } fra det løpet
reason-check-holds-only = boken har { $count } fra det løpet, og ikke hvem andre som løp
reason-check-no-nation = { $code } er ingen nasjon som har rekorder
reason-check-nation = meldt på for { $code }, som gjaldt da; om det var tillatt, må mennesker se på
reason-check-by-photo = bevisene har det fra målfoto
reason-check-by-cell = bevisene har det fra fotocelle
reason-check-by-transponder = bevisene har det fra brikke
reason-check-by-hand = bevisene har det tatt for hånd
reason-check-by-video = bevisene har det fra video
reason-check-timing-untold = hvordan tiden ble tatt, er ikke oppgitt
reason-check-automatic = boken har tiden som tatt elektronisk
reason-check-timed-hand = boken har tiden som tatt for hånd
reason-check-timed-transponder = boken har tiden som tatt med brikke
reason-check-no-time = det er ingen tid
reason-check-decimals = { $mark } har { $count } desimaler
reason-check-decimals-other = { $mark } har { $count } desimaler, { $event } leses med { $digits }
reason-check-one-decimal = { $mark } har 1 desimal
reason-check-one-decimal-other = { $mark } har 1 desimal, { $event } leses med { $digits }
reason-check-no-decimals = { $mark } har ingen desimaler
reason-check-no-decimals-other = { $mark } har ingen desimaler, { $event } leses med { $digits }
reason-check-photo = bevisene nevner målfoto; bildene må mennesker ta vare på
reason-check-images = bildene må mennesker ta vare på
reason-check-no-reading = ingen måling ble tatt
reason-check-reading-untold = ingen måling er oppgitt
reason-check-wind = boken har { $speed } m/s
reason-check-no-lap = øvelsen løpes ikke på en rundbane
reason-check-lap-untold = boken kjenner ikke runden på stedet
reason-check-lap = runden er { $metres } m
reason-check-race-untold = ingen sier det: det står på ingen av listene (legg Wo eller Mx til merkene)
reason-check-mixed = et blandet løp
reason-check-women-only = et løp bare for kvinner
reason-check-no-result = bevisene har intet resultat for utøveren
reason-check-status = bevisene har { $status }
reason-check-says-so = bevisene sier det
reason-check-whole = boken har { $code } { $mark } fra samme løp
reason-check-no-whole = boken har ingen { $code } av dem fra den dagen
reason-check-lights = boken nevner dem
reason-check-lights-untold = boken nevner ingen, og om de gikk, er ikke oppgitt
reason-check-lights-ran = de gikk, ifølge bevisene, og boken sier det ikke
reason-check-lights-none = ingen gikk, ifølge bevisene
reason-check-no-submission = boken kjenner ingen innsending
reason-check-submitted = sendt inn { $day }
reason-strayed = innenfor { $count } cm av planen i 99,9 % av { $frames } bilder
reason-strayed-missed = innenfor { $count } cm av planen i 99,9 % av { $frames } bilder, { $frames2 } øyeblikk gikk tapt
reason-strayed-dark = intet bilde viste det

## Why a plan is refused

reason-plan-off-way = ved { $seconds } s er lyset ikke underveis lenger, eller ikke igjen ennå
reason-plan-too-sudden = fra { $metres } m kan ikke { $metres2 } m løpes på { $seconds } s: et lys endrer farten med { $metres3 } m/s på ett sekund og bruker { $seconds2 } s på det
reason-plan-too-fast = for å være i mål på { $seconds } s måtte det løpe { $metres } m/s fra { $metres2 } m (et lys løper { $metres3 } til { $metres4 })
reason-plan-last-point = planen slutter ved { $distance }: det siste punktet må være mål, { $distance2 }
reason-plan-no-point = planen har intet punkt: det siste må være mål, { $distance }
reason-plan-backwards = planen går baklengs: { $distance } kommer etter { $distance2 }
reason-plan-backwards-in-time = planen går bakover i tid: { $seconds } s ved { $distance } etter { $seconds2 } s ved { $distance2 }
reason-plan-speed = fra { $distance } til { $distance2 } løper planen { $metres } m/s (en løper tilbakelegger { $metres2 } til { $metres3 } m på ett sekund)
reason-plan-standing-start = en stående start tar mer enn 0 og mindre enn { $seconds } s, ikke { $seconds2 } s
reason-plan-standing-speed = en stående start på { $seconds } s innen { $distance } krever { $metres } m/s der { $metres2 } er det meste: gi den flere meter eller mindre tid
reason-plan-negative = den andre halvdelen må være raskere enn den første, og selv ta tid
reason-plan-only-finish = bare mål ble tidtatt, det er ingenting å løpe på nytt: lag en jevn plan av det
reason-plan-no-distance = { $event } har ingen distanse: intet lys kan løpe den
reason-plan-no-points = ingen punkter (skriv distanse og løpstid, ett per linje: 400 55.8)
reason-plan-many-points = { $count } punkter er flere enn en plan har (høyst { $count2 })
reason-plan-not-a-point = linje { $number }: ikke et punkt: «{ $text }» (skriv distanse og løpstid: 400 55.8)
reason-plan-line = linje { $number }: { $reason }
reason-plan-lane = bane { $number } finnes ikke (skriv 1 til { $number2 })
reason-plan-lanes-hall = banene på { $name } er slik hallen ble bygd: se i målebeviset
reason-plan-no-laps = det er ingen runder på { $name }: den har to ender
reason-plan-rows = radene i en tabell har avstand: skriv hver 100 m, eller hver runde
reason-plan-no-pace = ingen fart fra { $text } til { $text2 }: det andre punktet må være lenger fram og senere

## Why a mark is refused

reason-mark-nothing = et resultat er lengre enn ingenting, ikke { $text }
reason-mark-fine = finere enn { $event } tidtas: «{ $text }» (skriv { $text2 }, rundet opp)
reason-mark-fine-length = finere enn { $event } måles: «{ $text }» (skriv { $text2 }, rundet ned)
reason-mark-not-timed = { $event } måles ikke i tid ({ $what }): «{ $text }»
reason-mark-not-a-length = ikke en lengde: «{ $text }» ({ $hint })
reason-mark-no-points = ingen poeng: «{ $text }» ({ $hint })
reason-distance-not-whole = «{ $text }» er ikke et helt antall millimeter
reason-distance-negative = en distanse er ikke negativ: { $text } mm
reason-mark-points-of = ingen poeng for { $event }: «{ $text }» (de ligger { $hint })

## Why the book does not decide

reason-book-no-performance-to-decide = intet resultat «{ $text }» i boken (en avgjørelse trenger ett)
reason-book-known-before = { $name }: avgjort { $day } ({ $what }), kan ikke være kjent { $day2 }
reason-book-not-withdrawn-twice = { $name }: en tilbaketrekking trekkes ikke tilbake (avgjør på nytt)
reason-book-withdrawn-before = { $name }: det som ble avgjort { $day }, trekkes ikke tilbake { $day2 }
reason-book-of-a-level = { $name }: for ett rekordnivå sendes et resultat inn, godkjennes eller avslås, ikke { $what } som { $text }
reason-book-decided-meanwhile = { $name }: noen har avgjort det imens (se på det igjen)
reason-book-say-who-looked = { $name }: si hvem som så etter
reason-book-no-condition = intet krav «{ $text }» stilles til { $name } (det finnes { $names })
reason-book-other-evidence = bevisene er fra et annet løp: { $text }, ikke { $text2 }
reason-book-one-scope = en årsbeste gjelder ett område, ikke to: { $text }, { $text2 }
reason-book-lines = en liste har minst én linje, ikke { $number }
reason-book-nation-or-area = en liste gjelder en nasjon eller et kontinent, ikke begge: { $text }, { $text2 }
reason-book-no-parameter = denne siden har ingen parameter «{ $text }» ({ $names })
reason-book-is-not = { $name } er { $text }, ikke «{ $text2 }»
reason-announcer-runners = det spørres om 1 til { $count } løpere, ikke { $count2 } (entry=BIB KEY NATION)
reason-announcer-say = si øvelse, kjønn og dag for løpet
reason-book-year-not-begun = per { $day } har ikke året { $number } begynt
reason-book-no-such-performance = intet resultat «{ $text }» i boken (nøkkelen står i svarene med `--json`)
reason-book-attest-what = hva bevitnes? (nevn et resultat og et krav på sjekklisten)
reason-book-looked-before = { $name }: ingen så etter før 1970
reason-book-scope-of-level = { $name }: et område hører til et nivå (nevn nivået også)

## Shared: why a display is refused

reason-display-text = høyst { $count } tegn som kan trykkes, på én linje ({ $name })
reason-display-message = en melding har en tekst: skriv en, eller vis noe annet
reason-display-many = det er { $count } skjermer allerede: ta bort en først
reason-display-kept = { $name } beholder ikke skjermene: { $text }

## Why a meet is refused

reason-meet-no-race = intet løp «{ $text }» på dette stevnet (det finnes { $names })
reason-meet-no-races = intet løp står på tidsskjemaet (skriv en [[race]] for hvert)
reason-meet-two-races = id: to løp heter «{ $text }»
reason-meet-number = nummer: «{ $text }» har det også
reason-meet-nobody = ingen løper (skriv entries = "mile.csv", eller en [[race.runner]] for hver)
reason-meet-zone = ingen tidssone «{ $text }» (skriv den som Europe/Paris, eller +01:00)
reason-meet-offset = ikke en forskjell fra UTC: «{ $text }» (skriv den som +01:00)
reason-meet-stakes-scope = { $text } for hvem? (skriv området bak, som i «{ $text2 } NED»)
reason-meet-two-lights = to lys heter «{ $text }»
reason-meet-source = kilden «{ $text }» er ikke blant kildene ({ $names })
reason-meet-survey-of = { $text } er en oppmåling av { $name }, ikke av { $name2 }
reason-meet-nation = startnummer { $bib }: skriv nasjonen med koden, «{ $text }»
reason-meet-chip = startnummer { $bib }: brikke { $text } bæres også av startnummer { $bib2 }: utelat en av dem
reason-meet-brighter = lamps.daylight: sola krever alt lyset som finnes (skriv brightness = 1, eller daylight = false)
reason-meet-mend = ikke en stevnefil: { $text } (rett den for hånd, eller sett tilbake en tidligere versjon)
reason-meet-not-text = { $name } er ikke UTF-8-tekst (sett tilbake en tidligere versjon)
reason-meet-not-here = stevnefilen kan ikke endres her (skriv tabellene som [track], [[race]])
reason-meet-not-so = stevnefilen kan ikke endres slik: { $text } (skriv tabeller som [[race]])
reason-meet-folder = stevnets mappe kan ikke lages på { $name }: { $text }
reason-meet-no-version = ingen versjon kan beholdes i { $name }: { $text }
reason-meet-version = versjon { $number } av { $name } kan ikke leses: { $text }
reason-file-not-written = { $name } kan ikke skrives: { $text }

## Why a journal is not believed

reason-journal-damaged = { $name }: linje { $number } ved byte { $bytes } er skadet: { $reason }
reason-journal-breaks-off = den bryter av
reason-journal-no-line = den er ikke en linje i en journal
reason-journal-checksum = kontrollsummen stemmer ikke
reason-journal-number = den sier den er linje { $number }
reason-journal-follows = den følger ikke av linjen før
reason-journal-written = den er ikke skrevet slik en journal er
reason-journal-begin = den er ingen linje å begynne med
reason-journal-goes-on = den fortsetter ikke fra filen før
