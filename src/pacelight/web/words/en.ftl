## The language

language-name = English
language-locale = en-GB
language-choice = Language

## Shared: the race and its parts

state-idle = Not yet called
state-loaded = Next race
state-checked = Ready
state-armed = On the start line
state-running = Running
state-held = Lights held
state-finished = Finished
state-official = Official
state-aborted = Called off
state-recalled = False start
sex-men = Men
sex-women = Women
sex-mixed = Mixed
point-start = start
point-finish = finish
pattern-comet = comet
pattern-solid = solid
pattern-dashed = dashed
pattern-blinking = blinking
look-countdown = to the gun
look-false-start = False start: back to the line
look-recall = False start: back to the line
look-abort = The race is called off
way-ahead = ahead
way-behind = behind
way-level = level
column-at = At
column-time = Time
column-segment = Segment
column-gap = To the light
column-metres = Metres
column-place = Place
column-bib = Bib
column-name = Name
column-nation = Nation
column-mark = Mark
column-light = Light
column-pattern = Pattern
column-record = Record
column-event = Event
column-athlete = Athlete
column-better = Better by
column-stood = Stood
column-since = Since
column-status = Status
column-finish = Finish
point-at = at { $point }
point-at-finish = at the finish
look-clap = Clap along

## Shared: records

level-WR = World record
level-WB = World best
level-AR = Area record
level-NR = National record
level-CR = Championship record
level-MR = Meeting record
level-PB = Personal best
level-SB = Season best
area-AFR = African record
area-ASI = Asian record
area-EUR = European record
area-NAC = NACAC record
area-OCE = Oceanian record
area-SAM = South American record
level-scoped = { $level } { $scope }
status-candidate = candidate: found by Pacelight, not yet submitted
status-pending = pending: submitted, not yet decided
status-ratified = ratified
status-rejected = rejected
status-annulled = annulled
record-provisional = provisional
record-en-route = en route
record-better = { $by } s under { $stood }
record-equalled = equals { $stood }
record-since = since { $day }, { $days ->
    [one] 1 day
   *[other] { $days } days
}
short-candidate = candidate
short-pending = pending
short-ratified = ratified
short-rejected = rejected
short-annulled = annulled
short-hand = by hand
correction-title = Correction
correction-other = { $name }, { $what }: { $now }, not { $before }.
correction-gone = { $name }, { $what }: { $before } does not stand.
correction-result = { $name }: { $now }, not { $before }.
correction-result-gone = { $name }: { $before } does not stand.
correction-place = { $place }. in { $mark }
correction-away = Put away
correction-more = and { $count } more
level-WL = World lead
level-AL = Area lead
level-NL = National lead
level-AB = Area best
level-NB = National best
level-LR = Series record
level-FR = Stadium record
level-of = { $level } of { $whose }
level-at = { $level }: { $whose }
level-aged = { $level }, { $age }
scope-world = World
list-of-best = All-time list, best of each athlete
list-of-all = All-time list, every mark
days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
scope-AFR = Africa
scope-ASI = Asia
scope-EUR = Europe
scope-NAC = North and Central America and the Caribbean
scope-OCE = Oceania
scope-SAM = South America
number = { $number }

## Shared: events

event-metres = { $length } m
event-kilometres = { $length } km
event-mile = Mile
event-miles = { $length } miles
kind-short-track = { $event } short track
event-yards = { $length } yards
event-two-miles = Two miles
event-one-hour = One hour
event-two-hours = Two hours
event-hours = { $length } hours
event-half-marathon = Half marathon
event-marathon = Marathon
event-high-jump = High jump
event-pole-vault = Pole vault
event-long-jump = Long jump
event-triple-jump = Triple jump
event-shot-put = Shot put
event-discus-throw = Discus throw
event-hammer-throw = Hammer throw
event-javelin-throw = Javelin throw
event-weight-throw = Weight throw
event-pentathlon = Pentathlon
event-heptathlon = Heptathlon
event-octathlon = Octathlon
event-decathlon = Decathlon
event-distance-medley = Distance medley
kind-road = { $event } road
kind-race-walk = { $event } race walk
kind-relay = { $event } relay
kind-steeplechase = { $event } steeplechase
kind-hurdles = { $event } hurdles

## Shared: connection, clock, lights

connection-connecting = connecting
connection-live = live
connection-stale = stale { $seconds } s
connection-offline = offline
connection-connecting-help = Waiting for the first news of the race.
connection-live-help = What you see is what is known now.
connection-stale-help = Nothing was heard for a while; the page tries again by itself.
connection-offline-help = No connection; the page tries again by itself for as long as it is open.
clock-error = clock ±{ $ms } ms
clock-unset = clock not yet set
output-frames = { $frames } light frames sent, { $late } late
controllers-up = { $count ->
    [one] 1 controller, up
   *[other] { $count } controllers, all up
}
controller-refusing = { $name } refuses, for { $seconds } s
controller-away = { $name } away for { $seconds } s
other-standby = standby { $name }
other-node = light node { $name }
other-clock = { $other }, clock { $offset } ms ± { $error }
other-silent = { $other }, silent for { $seconds } s
theme-dark = Dark theme
theme-light = Light theme
source-waiting = waiting
source-connected = connected
source-silent = silent
source-lost = lost
source-refused = refused
theme-sunlight = Sunlight: black on white, heavy
screen-awake = The screen stays on while this page is shown.
screen-asleep = The screen may fall asleep
screen-asleep-why = This browser does not keep the screen on here: open the page over https, or let the device sleep never.
source-up = reached
source-refusing = refusing
source-away = away

## The record chase

chase-description = A race against the record, live: lights, runners, gaps, splits, records.
chase-no-script = The moving picture needs JavaScript.
chase-no-script-results = Results, records and splits do not.
chase-untitled = Waiting for the race
chase-waiting = The engine has not been heard yet. The page goes on by itself as soon as it is.
chase-speed = { $rate }× speed
chase-speed-help = A recording, played faster than it was run
chase-results = Results
chase-plain = Results as plain text
chase-less-motion = Less motion
chase-less-motion-help = The picture steps twice a second
chase-skip = Skip to the results
chase-race-clock = Race clock
chase-before-gun = before the gun
chase-winner = winning time, { $name }
chase-to-go = { $metres } m to go
chase-to-go-about = about { $metres } m to go
chase-last-lap = last lap
chase-laps-to-go = { $laps ->
    [one] 1 lap to go
   *[other] { $laps } laps to go
}
chase-stage = The track
chase-canvas = The track, { $track }, with { $lamps ->
    [one] 1 lamp
   *[other] { $lamps } lamps
} along the kerb. Race over { $distance }.
chase-heading = The chase
chase-as-of = as the book had it on { $day }
chase-no-gap = First gap at the first split
chase-last-seen = { $gap } s { $at }, the last gap
chase-status-DNS = did not start
chase-status-DNF = did not finish
chase-status-DQ = disqualified
chase-status-NM = no mark
chase-against = against { $light }
chase-pace-help = projected, not measured
chase-splits = Splits
chase-splits-of = Splits: { $name }
chase-runner = Runner
chase-no-splits = No split yet
chase-official = official
chase-official-note = official time; the others are for display
chase-finish-only = finish only
chase-start-list = Start list and results
chase-records = Records
chase-no-records = None yet. A record is shown here the moment it is found.
chase-legend = What is shown
chase-legend-runner = at the last split
chase-legend-projected = projected from its pace
chase-record-caption = { $level } { $mark }, provisional: { $name }
chase-said-before = The race has not started.
chase-said-leads = { $name } { $at } in { $time }
chase-said-ahead = { $seconds } seconds, { $metres } metres ahead of { $light }
chase-said-behind = { $seconds } seconds, { $metres } metres behind { $light }
chase-said-level = level with { $light }
chase-said-out = { $name }: { $status }.
chase-leader = whoever leads
chase-lines = Lines on the track
chase-legend-line = line, not a lamp: even pace
chase-to = Gaps to
chase-follow = Follow
chase-gaps = Gaps over the race
chase-gaps-of = Seconds ahead of { $line } (up) or behind (down), at each split
chase-as-table = The gaps as a table
chase-now = now about { $gap } s, projected
chase-finish-pace = Finish at this pace
chase-finish-lap = at the pace of the last lap
chase-finish-even = at the average pace so far
chase-not-calibrated = not calibrated
chase-delay = Delay for television
chase-delay-value = { $seconds } s behind
chase-delay-none = none: as it happens
chase-delay-help = Everything here, the clock and the records too, is shown as it was known then.
chase-delay-missing = Nothing is known here of that moment. The page begins in { $seconds } s.
chase-replay = Replay
chase-play = Play
chase-pause = Pause
chase-seek = Race time
chase-replay-speed = Speed
chase-to-live = To the live page
chase-again = Watch this race again
chase-earlier = Earlier races
chase-no-earlier = No race is kept here.
chase-not-kept = This race is not kept here.
chase-fetching = Fetching the race.
chase-gun-error = gun ±{ $ms } ms
chase-settings = What is shown
chase-leader-short = leader
chase-more-lines = { $count } more

## Results without scripts

results-title = Results
results-unheard = The race has not been heard yet.
results-not-official = { $state }, not official yet
results-corrected = { $state }, and corrected since
results-again = Read again
results-live = The live page
results-now = Results of the race on the track
results-others = Results of other races
results-book = The record book
results-lights = Lights
results-records = Records
results-splits = Splits: { $name }
results-corrections = Put right since the result was official first
results-en-route = { $event } (en route)
results-equalled = equalled
results-by = { $by } s

## The shell: what every page has

shell-no-race = Waiting for the race
shell-settings = Settings and keys
shell-close = Close
shell-theme = Theme
shell-signed-in = Signed in
shell-dismiss = Put away
shell-hold = Hold for { $seconds } s
shell-hold-again = Press again to confirm
shell-keys = Keys
shell-keys-how = Press the button beside a line, then the key or foot switch that is to do it. Kept in this browser.
shell-keys-reset = The usual keys
shell-key-none = none
shell-key-held = held
shell-key-press = Press a key
shell-key-choose = { $what }: { $key }. Choose another key
shell-key-taken = That key does something already: { $what }
shell-sign-in = Sign in
shell-sign-in-how = The director makes a code for this post. Type it here.
shell-sign-in-go = Sign in
shell-sign-in-waits = { $count ->
    [one] What you asked waits, and goes on with your code.
   *[other] { $count } things that you asked wait, and go on with your code.
}
shell-sign-in-nobody = This server lets nobody in: open the page of one that does.
shell-sign-in-unreached = The server was not reached: try again.
shell-signed-out = You are not signed in any more
shell-code = Code
shell-waits-answer = on its way
shell-waits-network = waiting for the network, { $seconds } s
shell-waits-sign-in = waiting for your code
key-Space = Space
key-Escape = Esc
key-Enter = Enter
key-PageUp = Page up
key-PageDown = Page down
key-ArrowUp = ↑
key-ArrowDown = ↓
key-ArrowLeft = ←
key-ArrowRight = →

## Shared: acts

act-load = load
act-unload = unload
act-reload = read the meet again
act-check = check
act-arm = arm
act-override = arm all the same
act-disarm = disarm
act-gun = gun
act-started = started
act-move-gun = move the gun
act-hold = hold
act-go-on = go on
act-finish = finish
act-official = official
act-reopen = reopen
act-recall = recall
act-abort = call off
act-reset = reset
act-blackout = blackout
act-light = light again
act-replan = replan
act-take-lights = take the lights
act-leave-lights = leave the lights
act-split = split
act-status = status
act-strike = strike out
act-restore = restore
act-reassign = reassign
act-swap = swap
act-correct = correct
act-undo = undo
act-settle = settle
act-fade = fade
act-nudge = nudge
act-show = show
act-walk = walk the lamps

## Shared: roles

role-spectator = spectator
role-display = display
role-announcer = announcer
role-statistician = statistician
role-timer = timer
role-operator = operator
role-director = director

## Signing in

pair-title = Sign in
pair-how = Scan the code that you were given, or type it here. To watch, nobody needs one:
pair-race = the race
pair-code = Code
pair-submit = Sign in
pair-hint = The director makes a code for each post. It is good for ten minutes, once.
pair-open-network = What is sent to this address can be read by others on the network, so nobody signs in here.
pair-use-https = Open the page by its https address. To watch, nobody needs to sign in:
pair-wrong-code = This code lets nobody in: it was used, is too old, or mistyped.
pair-too-many = Too many attempts: wait a minute.
pair-director-only = Only the director lets others in and out.
pair-no-such-role = There is no such role.
pair-for = For { $by }
pair-qr = QR code of { $address }
pair-invited = { $role }, until { $time } UTC, once.
pair-near = Only this machine reaches this address.
pair-signed-in = Signed in as
pair-until = until { $time } UTC if nothing is asked before.
pair-acts = What you may ask
pair-sees = You see everything, and change nothing.
pair-to-race = To the race
pair-to-stopwatch = To the stopwatch
pair-unsent = Times and bibs taken in this browser that are not sent yet:
pair-unsent-kept = They stay here, also after signing out, and are sent once a timer signs in.
pair-sign-out = Sign out
pair-invite = Let somebody in
pair-as = As
pair-called = Called
pair-called-example = timing desk
pair-make-code = Make a code
pair-sessions = Signed in
pair-seen = seen { $time }
pair-you = you
pair-revoke = Revoke
pair-revoke-whom = Revoke { $by }

## The authority of the meet

authority-title = Trust this meet
authority-why = A stadium without internet has no certificate that a phone knows by itself. Install this authority once, and the pages open without a warning. It can vouch for machines of a stadium’s own network alone.
authority-take = Take the authority
authority-then = Then, on your device
authority-iphone = Settings, Profile Downloaded, Install; then General, About, Certificate Trust Settings, switch it on.
authority-android = Settings, Security, More security settings, Install from storage, CA certificate.
authority-firefox = Settings, Privacy, View Certificates, Authorities, Import.
authority-chromium = Settings, Privacy and security, Security, Manage certificates, Import.
authority-on-computer = Chromium on a computer
authority-compare = Compare before you trust it
authority-terminal = The terminal of the meet shows the same:
authority-until = { $authority }, until { $day }. Take it off your phone after the meet if you do not need it again.

## Announcer

announcer-title = Announcer
announcer-description = Now and next, for whoever speaks: sentences ready to read, who comes when, and what the book says of each.
announcer-no-script = It needs JavaScript.
announcer-now = Now
announcer-next = Next
announcer-say = Ready to read
announcer-nothing-to-say = Nothing to read yet: sentences come with the first time.
announcer-runners = Who comes, and when
announcer-entries = Start list
announcer-stakes = At stake
announcer-no-stakes = No record that the book knows is at stake.
announcer-stake-whose = for { $whose }
announcer-clock = Race clock
announcer-laps = { $laps ->
    [one] 1 lap to go
   *[other] { $laps } laps to go
}
announcer-last-lap = Last lap
announcer-due = any moment
announcer-unknown = no time yet
announcer-expected = expected, not measured
announcer-raw = raw, not confirmed
announcer-confirmed = confirmed
announcer-column-best = Best
announcer-column-season = Season
announcer-column-lane = Lane
announcer-said-as = say: { $say }
announcer-needs = { $name } needs { $time } for the last { $metres } m for { $record }: { $mark } or better.
announcer-needs-lap = { $name } needs { $time } for the last lap for { $record }: { $mark } or better.
announcer-needs-short = { $time } for { $mark }
announcer-record-of = { $record } of the { $event }
announcer-the-WR = the world record
announcer-the-WB = the world best
announcer-the-AR = the area record ({ $scope })
announcer-the-NR = the national record ({ $scope })
announcer-the-CR = the championship record
announcer-the-MR = the meeting record
announcer-the-LR = the league record
announcer-the-FR = the track record
announcer-the-PB = a personal best
announcer-the-SB = a season best
announcer-the-AFR = the African record
announcer-the-ASI = the Asian record
announcer-the-EUR = the European record
announcer-the-NAC = the NACAC record
announcer-the-OCE = the Oceanian record
announcer-the-SAM = the South American record
announcer-fell = { $name } beats { $record }: { $mark }.
announcer-equalled = { $name } equals { $record }: { $mark }.
announcer-stood = { $by } s under { $stood }, { $name }, { $day }.
announcer-stood-equalled = It was set on { $day } by { $name }.
announcer-fell-too = Also { $records }.
announcer-caution = Record alert
announcer-caution-candidate = Say: pending ratification. Nobody has confirmed it yet.
announcer-caution-pending = Say: pending ratification. It is submitted, and not decided yet.
announcer-caution-rejected = Say: it was not ratified.
announcer-caution-annulled = Say: it was annulled.
announcer-leads = { $name } leads at { $point }: { $time }.
announcer-gap = { $name } is { $gap } s behind.
announcer-ahead-of = { $name } is { $gap } s ahead of the light: { $light }.
announcer-behind = { $name } is { $gap } s behind the light: { $light }.
announcer-level = { $name } is level with the light: { $light }.
announcer-pace = At the pace of the last lap { $name } finishes in { $mark }.
announcer-place = { $place }. { $name } ({ $nation }), { $mark }.
announcer-not-official = Not official yet.
announcer-news = From a race before
announcer-news-official = The result is official.
announcer-news-reopened = The result was opened again: it is not official.
announcer-news-record = { $name }, { $what }: { $mark }. Pending ratification.
announcer-best = Personal best
announcer-season = Season best
announcer-was-placed = place { $place }
announcer-medal-gold = Gold
announcer-medal-silver = Silver
announcer-medal-bronze = Bronze
announcer-part-bests = Bests
announcer-part-held = Records held
announcer-part-last = Last races
announcer-part-progression = How the best came
announcer-part-honours = Medals
announcer-no-card = The book knows nothing of this athlete.
announcer-no-book = No book is open here: bests and records come with one (pacelight web --book).
announcer-born = born { $born }
announcer-close = Close
announcer-card = Card of { $name }
announcer-starts-at = { $at }
announcer-after = then { $races }
announcer-key-up = Runner above
announcer-key-down = Runner below
announcer-key-card = Card of the runner, or away with it
announcer-key-say = Put away the corrections
announcer-key-next = The next race, or back to this one
announcer-show-next = Show the next race
announcer-show-now = Back to this race
announcer-finish-only = no splits
announcer-code = On another tablet
announcer-code-how = Scan it on the same network. Nobody has to sign in to read.
announcer-record-in = { $record }, { $event }
announcer-column-national = National
announcer-waiting = The engine has not been heard yet. The page goes on by itself as soon as it is.

## The pages that the server writes

frame-skip = Skip to the content
frame-pages = Pages
frame-race = The race
frame-results = Results
frame-book = Record book
frame-records = Record desk
frame-plan = Pace plan
frame-theme = Theme
frame-theme-system = as the system
frame-theme-dark = dark
frame-theme-light = light
frame-theme-sunlight = sunlight

## Record desk

records-waiting = { $count ->
    [0] Nothing waits for a decision.
    [one] 1 performance waits for a decision.
   *[other] { $count } performances wait for a decision.
}
records-none = Nothing waits here. Found records appear as soon as the book has them.
records-more = { $count } more are not shown: choose an event or a level.
records-event = Event
records-every-event = all
records-level = Level
records-every-level = all
records-show = Show
records-lately = Decided last
records-none-lately = Nothing was decided yet.
records-en-route-of = on the way to { $event }
records-signed-in = Signed in: { $by }, { $role }.
records-may-look = This role looks and decides nothing.
records-session = Session
records-signed-out = Who decides has signed in.
records-sign-in = Sign in
records-not-private = Nobody signs in at this address: what is sent can be read on the way. Open the page over https.
records-nobody = Nothing is decided on this page: it only shows.
records-refused-title = This cannot be shown
records-evidence-denied = Evidence is for the director and the statistician. Sign in at /pair.
records-fallen = What was broken
records-fallen-none = No record of a list that the book covers.
records-list = Record
records-better = Better by
records-equalled = equalled
records-stood = Stood
records-stood-by = Held by
records-since = Since
records-to-event = Record and progression
records-to-athlete = The athlete
records-to-nation = The nation
records-conditions = What ratification asks for
records-open = { $count ->
    [0] No condition is open.
    [one] 1 condition is open.
   *[other] { $count } conditions are open.
}
records-not-confirmed = The text of the rule was not before us: look it up before you rely on it.
records-verdict-met = met
records-verdict-not-met = not met
records-verdict-not-known = not known
records-verdict-needs-a-person = needs a person
records-looked = { $by } looked, { $at }
records-looked-somebody = Somebody has looked.
records-look = I have looked
records-says = The condition is
records-says-open = open again
records-attested-met = met
records-attested-not-met = not met
records-attested-open = open again
records-how = How you know: where the form lies, what the certificate says
records-keep = Note it down
records-decide = Decide
records-decide-who = For the director and the statistician.
records-what = What was decided
records-do-submit = Submitted
records-do-submit-help = the official result went to those who decide: pending
records-do-ratify = Ratified
records-do-ratify-help = it is a record
records-do-reject = Rejected
records-do-reject-help = no record; the mark stays the athlete's own
records-do-annul = Annulled
records-do-annul-help = the result itself is void
records-do-withdraw = Take back
records-whose = Of which record
records-whose-every = of every record that it is
records-by = By whom
records-on = On which day
records-learned = Known from, if later
records-why = For which reason
records-write = Write it into the book
records-history = What has happened to it
records-taken = taken back
records-known-from = known from { $day }
records-take-back = Take back: { $what }, { $day }
records-kind-said = Said
records-kind-submitted = Submitted
records-kind-ratified = Ratified
records-kind-rejected = Rejected
records-kind-annulled = Annulled
records-kind-corrected = Corrected
records-kind-withdrawn = Taken back
records-kind-merged = Merged
records-kind-unmerged = Told apart
records-evidence = Evidence of the race
records-evidence-none = There is none here. Name the journal or its folder with --evidence.
records-exhibit-journal = journal
records-exhibit-report = report of the race
records-exhibit-result = published result
records-size = { $kilobytes } kB
records-proved = The chain is whole: { $lines } lines, none changed, none lost.
records-done-submitted = Written: submitted.
records-done-ratified = Written: ratified.
records-done-rejected = Written: rejected.
records-done-annulled = Written: annulled.
records-done-withdrawn = Written: taken back.
records-done-attested = Noted.
records-code = Your code, to sign in and send it
records-meanwhile = Somebody has decided meanwhile. Nothing was written; look, then send it again if it still holds.
records-wrong-session = You are not signed in any more. Nothing you typed is lost: sign in, and send it.
records-wrong-role = This is not for the role { $role }. The director and the statistician decide.
records-wrong-code = This code lets nobody in: it was used, is too old, or mistyped.
records-wrong-often = Too many attempts: wait a minute, then send it again.
records-wrong-kind = Choose what was decided.
records-wrong-annul = A result is void as a whole: choose “of every record”, or reject the one record.
records-wrong-whose = There is no such record.
records-wrong-by = Say who decided: World Athletics, the federation, the jury.
records-wrong-why = Say why: the reason stays in the book.
records-wrong-not-met = Say what is missing.
records-wrong-says = Choose what you saw.
records-wrong-day = Not a day: “{ $text }”. Write year-month-day, as in 2025-03-21.
records-wrong-future = That day has not come yet.
records-wrong-before-run = It was run on { $day }: nobody decided before.
records-wrong-before-decided = It was decided on { $day }: nobody took it back before.
records-wrong-learned = It became known between the day it was decided and today.
records-wrong-long = { $length } characters; { $most } fit. Shorten it.
records-wrong-sign = There is a sign in it that cannot be printed. Type it anew.
records-wrong-gone = That decision stands no more: somebody has taken it back.
records-condition-official = The mark was measured and judged as a finish is
records-condition-result = The race's own record of it gives the same mark
records-condition-competitors = Three athletes at least competed in earnest, or two teams
records-condition-meeting = The meeting was authorised, announced before the day, and held under the rules
records-condition-nation = The athlete was eligible for the nation named, on that day
records-condition-one_nation = All of the team are of one nation
records-condition-timing = The time was taken by a fully automatic photo finish
records-condition-precision = The time is as fine as one of the event is read
records-condition-photo = The photo-finish image and that of the zero-control test are at hand
records-condition-start = The start information system was in use, and its print is at hand
records-condition-wind = The wind was read, and no more than +2.0 m/s from behind
records-condition-lap = The track is of the length that the event asks for
records-condition-certificate = The track has a certificate of measurement that is in force
records-condition-course = The course was measured by a certified measurer, and found no shorter afterwards
records-condition-race = It is told whether women ran alone or men with them
records-condition-finished = Who set a record on the way finished the whole distance
records-condition-lights = That pacing lights ran is noted: they are no bar
records-condition-shoes = The shoes were such as the rules allow
records-condition-implement = The implement was checked before the competition, and again after the mark
records-condition-doping = The athlete was tested at the end of the event
records-condition-esa = The sample was analysed for agents that stimulate the making of red blood cells
records-condition-form = The form was sent within thirty days
records-condition-signed = The President and the Chief Executive of World Athletics have signed
records-parts = On this page
records-done-known = The book has this decision already: nothing was written.
records-wrong-taken = A decision of this kind and day was taken back: give the new one the day on which it was taken.

## Nations that are in no list of territories

nation-ANA = Authorised Neutral Athletes
nation-ART = Athlete Refugee Team
nation-ENG = England
nation-EUN = Unified Team
nation-FRG = Federal Republic of Germany
nation-GDR = German Democratic Republic
nation-NIR = Northern Ireland
nation-SCG = Serbia and Montenegro
nation-SCO = Scotland
nation-TCH = Czechoslovakia
nation-TPE = Chinese Taipei
nation-URS = Soviet Union
nation-WAL = Wales
nation-YUG = Yugoslavia

## The record book: on every page

book-title = Record book
book-skip = Skip to the content
book-search-label = Search for an athlete, an event or a nation
book-search-hint = Athlete, event or nation
book-search = Search
book-nav = Book
book-levels = What a mark would be
book-compare = Compare two days
book-verify = Verify
book-conflicts = Conflicts
book-as-data = This answer as
book-or = or
book-front = The book
book-race = The race
book-permalink = This page for good
book-unknown = Not known.
book-not-known = not known
book-as-of = as of { $day }
book-as-known-at = as of { $day }, as known at { $known }
book-ratified-only = { $asked }, ratified only
book-en-route = on the way to a longer distance: { $event }
book-on-the-way = on the way to { $event }
book-nothing-better = the book vouches that nothing better is missing
book-json-of = { $what } as JSON
book-csv-of = { $what } as CSV
book-more = and { $more } more
book-question = Question
book-ask = Ask
book-all = all
book-candidate = candidate: in the book, not yet submitted

## The record book: columns and fields

column-list = List
column-day = Day
column-venue = Venue
column-best = Best
column-age = Age
column-set = Set
column-beaten = Beaten
column-lasted = Stood
column-year = Year
column-rank = Rank
column-level = Level
column-lists = Lists
column-events = Events
column-from = From
column-to = To
column-change = Change
column-was = Was
column-is = Is
column-followed = Followed
column-apart = Apart
column-sources = Sources say
column-why = Why
column-would-be = Would be
column-by = By
column-stands = Stands
column-holder = Holder
column-in = In
column-published = Published
field-class = Class
field-as-of = As of
field-known-at = As known at
field-age = Age group
field-race = Race
field-whose = Whose
field-lines = Lines
field-area = Area
field-against = Against
class-men = men
class-women = women
class-mixed = mixed
race-women-only = women only
race-mixed = mixed
race-any = any
group-track = Track
group-short = Short track
group-road = Road
group-hurdles = Hurdles
group-steeplechase = Steeplechase
group-relay = Relays
group-walk = Walks
group-jump = Jumps
group-throw = Throws
group-combined = Combined events

## The record book: its front, its search

front-heading = The record book
front-find = Find an athlete, an event, a nation
front-whole = The whole book
front-example = Ingebrigtsen, indoor mile, NOR
front-latest = Latest records
front-latest-note = National records stand on the pages of the nations, personal bests on those of the athletes.
front-no-records = the book covers no record list on that day
front-events = Events
front-empty = The book is empty.
front-covers = What the book covers
front-lists = { $lists ->
    [one] 1 list.
   *[other] { $lists } lists.
}
front-beyond = Beyond them the answer is not known, never a guess.
front-who = Who vouches for them
front-count = { $lists ->
    [one] 1 list
   *[other] { $lists } lists
}
search-found = Found for “{ $query }”
search-athletes = { $athletes ->
    [one] 1 athlete
   *[other] { $athletes } athletes
}
search-events = { $events ->
    [one] 1 event
   *[other] { $events } events
}
search-nations = { $nations ->
    [one] 1 nation
   *[other] { $nations } nations
}
search-write = Write a name, or a part of one.
search-nothing = Nothing of that name
search-not-in-book = nothing in the book
search-athletes-heading = Athletes
search-nations-heading = Nations
search-also = also { $names }
search-more = and { $more } more: write more of the name
refused-404-title = Nothing here
refused-title = Not answered
refused-404 = There is nothing here
refused-400 = That cannot be asked
refused-503 = The book cannot be read
refused-search = Search above, or
refused-begin = begin at the front of the book

## The record book: an event

page-event-both-tracks = both tracks
page-event-stands = It stands for { $days }.
page-event-stands-better = It stands for { $days }, { $by } better than { $mark } of { $athlete }, which stood { $before }.
page-event-equalled-by = equalled by
page-event-until-decided = Until it is decided, the ratified record is
page-event-covered-from = Covered from { $day } on:
page-event-chart = How it came to stand
page-event-chart-title = { $list }, { $event }, { $sex }: { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}, from { $first } to { $last }. The table below says the same.
page-event-not-yet = not, or not yet
page-event-progression = Progression
page-event-record = Record
page-event-list = All-time list
page-event-list-of = { $list }: { $whose }
page-event-equalled = equalled
page-event-so-far = so far
page-event-beyond = beyond what the list covers
page-event-no-mark = No mark on this list.
page-event-first = The first { $lines }
page-event-complete = Complete
page-event-down-to = Complete down to { $mark }
page-event-ranks-of-all = { $depth } for the best of each athlete; ranks of performances are not known
page-event-ranks-of-year = { $depth } for the best of each athlete; ranks of a year are not known
page-event-ranks-beyond = { $depth }; beyond it ranks are not known
page-event-covered = What the book covers of it
page-event-races = { $race } races
page-event-from = from
page-event-complete-to = complete down to { $mark }
page-event-national = National records
page-event-of-nations = { $nations ->
    [one] of 1 nation
   *[other] of { $nations } nations
}
page-event-personal = Personal bests
page-event-of-athletes = { $athletes ->
    [one] of 1 athlete
   *[other] of { $athletes } athletes
}
page-event-no-list = the book covers no list of { $event }, { $sex }
page-event-every-list = Records on every list
page-event-national-count = { $records ->
    [one] 1 national record
   *[other] { $records } national records
}
page-event-another = Another day, another list
page-event-both = Both
page-event-both-together = both tracks together
page-event-the-record = The record
page-event-whose-example = EUR, NOR, a meeting
page-event-only-ratified = only what was ratified
page-event-the-list = The all-time list
page-event-every-mark = every mark
page-event-today = As it is today
page-event-would = What would a mark be?
page-event-by-time = { $by } s
page-event-by-length = { $by } m
page-event-by-points = { $by } points

## The record book: an athlete, a nation

athlete-born = born { $born }
athlete-aliases = also known as { $names }
athlete-nothing = the book holds no performance of { $athlete } by that day
athlete-held = Records held
athlete-bests = Bests in the book
athlete-bests-note = * The book vouches that nothing better is missing; of the others it only says what it holds.
athlete-once = Records once held
athlete-medals = Medals
athlete-gold = gold
athlete-silver = silver
athlete-bronze = bronze
athlete-aged = aged { $age }
athlete-rise = { $event }: how the best came
athlete-rise-title = Best of { $athlete }, { $event }: from { $first } to { $last }, step by step.
athlete-steps = { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
athlete-seasons = Season bests
athlete-beaten = beaten
nation-since = since { $day }
nation-until = until { $day }
nation-followed-by = Followed by
nation-from-only = the book covers national records of { $nation } from { $day } on, and none of them by that day
nation-none = the book covers no national record of { $nation }
nation-covers = { $records ->
    [one] 1 national record, from { $day } on.
   *[other] { $records } national records, from { $day } on.
} Of every other event the national record is not known.
nation-no-lists = No list of national records. Nobody vouches for one in this book.
nation-all-time = All-time lists

## The record book: questions

levels-example = indoor mile
levels-none = the book covers no such list on that day
levels-better = better
levels-equal = equal
levels-short = short
levels-all-time = { $whose } all-time:
levels-beyond = beyond what is known
levels-place = place { $place }
compare-heading = What changed between two days
compare-note = Every record list of the book that is not the same
compare-do = Compare
compare-days = { $first } and { $second }
compare-nothing = Nothing has changed.
compare-was = was
compare-and = and
conflicts-heading = Where sources differ
conflicts-known-at = as known at { $day }
conflicts-count = { $performances ->
    [one] 1 performance
   *[other] { $performances } performances
}
conflicts-none = No two sources say different things.
verify-heading = Derived against published
verify-source-key = key of a source
verify-do = Verify
verify-against = against { $source }
verify-counts = { $agreed } agree, { $differ } differ, { $unexplained } without a reason
verify-derived = derived
verify-both = both
verify-published = published
verify-unexplained = not explained
change-new = new
change-improved = improved
change-equalled = equalled
change-decided = decided
change-corrected = corrected
change-spelling = spelling
change-no-source = no source
change-refused = refused
change-vanished = vanished

## Why the engine refuses

reason-swap-itself = bib { $bib } is swapped with another one, not with itself
reason-say-who = say who asks, and under which key
reason-key-of-another = this key is that of another request (make a new one for each)
reason-role = '{ $act }' is not for the role { $role } (for: { $roles })
reason-no-race = no race '{ $race }' is loaded here (there are: { $races })
reason-needs-reason = '{ $act }' needs a reason
reason-official = the result is official (a director may reopen it, for a reason)
reason-lights-held = { $by } operates the lights (take them over first)
reason-lights-held-take = { $by } operates the lights (take them over)
reason-say-revision = say which revision of the race was seen (it is { $revision } now)
reason-revision-unknown = revision { $revision1 } of this race is not known here (it is { $revision2 } now)
reason-changed = the race is another since revision { $revision }: { $reason }
reason-clocks = it would have been taken in { $seconds } s: the two clocks do not agree
reason-error = a time is wrong by 0 s or more, not by { $seconds } s
reason-ahead = the race has not come to that time yet: it is { $seconds } s ahead
reason-second = bib { $bib } has a time by hand at { $distance } already: { $time } (strike it first)
reason-memory = says that a gun was at { $clock }, of another race if its clock is right: nothing was started (start by hand if it was this one)
reason-after-gun = a passing comes after the gun
reason-after-gun-of = bib { $bib }: a passing at { $distance } comes after the gun
reason-beyond-start = bib { $bib }: a passing is beyond the start line, not at 0 m
reason-no-point = { $distance1 } is not a point of this race (beyond the start, up to { $distance2 })
reason-no-status = no status '{ $text }' (there are { $list }; nothing takes it back)
reason-names-rule = a disqualification names its rule, as in TR17.3.1
reason-struck-already = this time is struck out already
reason-not-struck = this time was not struck out
reason-bib-already = this time is that of bib { $bib } already
reason-nothing-corrected = nothing is put right (give a time, a distance, or whether it is official)
reason-no-conflict = no conflict has the key '{ $key }' (or it is settled)
reason-no-conflict-of-race = no conflict of this race has the key '{ $key }'
reason-race-busy = the race '{ $race }' is { $state }: no other is loaded now
reason-race-file = the race file of '{ $race1 }' is that of '{ $race2 }'
reason-opened-before = the race '{ $race }' was opened before (load it)
reason-not-on-track = the race '{ $race1 }' is not on the track, '{ $race2 }' is (load it first)
reason-gun-ago = a race began now or within the last hour, not { $seconds } s ago
reason-gun-by = a gun is moved by something and by less than an hour, not by { $seconds } s
reason-gun-future = the gun was { $seconds } s ago: it is not moved into the future
reason-no-gun = there was no gun that could be moved
reason-gun-of-system = where a timing system has the gun is not taken back (move it: that holds)
reason-not-settled-of = not settled: { $reason } (bib { $bib })
reason-not-settled = not settled: { $reason }
reason-which-console = which console is it? (a request that takes the lights names its client)
reason-no-console = this console does not operate the lights
reason-plan-while-running = the race is { $state }: the plan of a light is changed while it runs
reason-no-light = no light '{ $light }' (there are: { $lights })
reason-no-gun-yet = the race is { $state }: there was no gun yet
reason-nothing-back = there is nothing that can be taken back
reason-back-already = line { $line } was taken back already
reason-role-back = '{ $act }' is not for the role { $role }, nor is taking it back
reason-followed = other commands have followed it: it cannot be taken back any more
reason-arm-it = nothing is armed by taking something back (arm it)
reason-started-anew = the lights have been started anew since, by their first plans
reason-light-changed = the light { $light } was changed again since (in line { $line })
reason-line-nothing = what stands in this line is nothing that could be taken back
reason-line-none = line { $line } of the journal is none of this race
reason-timing-now = the timing system says so now
reason-timing-takes-back = the timing system takes it back
reason-timing-again = the timing system says it again
reason-timing-back = what a timing system said is not taken back (strike it out, or correct it)
reason-not-back = '{ $act }' is not taken back ({ $reason })
reason-gun-back = a gun is not taken back ({ $reason })
reason-state = the race is { $state }: '{ $act }' is not possible now (possible: { $acts })
reason-not-dark = the lamps are not dark: '{ $act }' is not possible now (possible: { $acts })
reason-no-bib = bib { $bib } is not on the start list ({ $list })
reason-no-time = no time of this race has the key '{ $key }' (the keys stand beside the splits)
reason-late = the result is official: what comes now waits until it is opened again
reason-beyond-finish = bib { $bib }: { $distance1 } is beyond the finish at { $distance2 }
reason-two-official = bib { $bib }: two official times at { $distance }: { $time1 } ({ $source1 }) and { $time2 } ({ $source2 })
reason-not-later = bib { $bib }: the split at { $distance1 } ({ $time1 }) is not later than the one at { $distance2 } ({ $time2 }); correct one of the two
reason-key-names = bib { $bib }: key '{ $key }' already names another passing
reason-before-gun = bib { $bib }: nobody passes { $metres } m before the gun
reason-finished-twice = bib { $bib } finished twice; take one of the two finishes back
reason-timing-why = timing '{ $name }' is { $source }: { $reason }
reason-timing = timing '{ $name }' is { $source }
reason-journal-elsewhere = the journal goes on in { $file }: { $what }
reason-journal-sealed = { $file } is sealed ({ $text }): the journal goes on in { $file2 }
reason-journal-no-disk = no disk takes the journal ({ $text }): nothing is acknowledged, the lights run on
reason-alarm-meet = the meet file is not right, and the meet goes on as it was last read: { $reason } (mend it and reload)
reason-alarm-race = the race file is not right, and the race goes on as it was opened: { $reason }
reason-alarm-race-other = { $file } is another one since
reason-alarm-output = the meet file has another output, '{ $text }': in mid-race the lamps stay as they are (start again when the race is over)
reason-alarm-part-output = the output of the meet file is not right, and stays as it was: { $reason } (mend it, then start again)
reason-alarm-part-timing = a timing system of the meet file is not right, and stays as it was: { $reason } (mend it, then start again)
reason-alarm-part-book = the book of the meet file is not right, and stays as it was: { $reason } (mend it, then start again)
reason-meet-now-other = { $file } is of the meet '{ $name }' now, and '{ $name2 }' runs (write id = "{ $name3 }")
reason-meet-other = { $file } is of the meet '{ $name }', and { $file2 } of '{ $name2 }' (write id = "{ $name3 }" there, or name another --journal)
reason-instead-recall = recall the race
reason-instead-disarm = disarm it
reason-instead-arm = arm it
reason-instead-go-on = go on
reason-instead-hold = hold
reason-instead-reopen = reopen it
reason-instead-official = make it official
reason-instead-light = light the lamps
reason-instead-blackout = black them out
reason-instead-unload = unload it
reason-instead-load-another = load another one
reason-instead-load = load it
reason-instead-abort = call it off
reason-instead-check = check it again
reason-not-a-distance = not a distance: '{ $text }' (write 1500, 1609.344 m, 10 km or 2 miles)
reason-not-whole-mm = '{ $text }' is not a whole number of millimetres
reason-not-a-time = not a time: '{ $text }' ({ $hint })
reason-nudge = a light is nudged by something and by at most { $most } ms a lap, not by { $text }
reason-no-lap = this track has no lap: give the light another time (replan)
reason-last-lap = the light { $light } is on its last lap: give it another time (replan)
reason-no-meet-file = this engine runs a race file: there is no meet file to read again
reason-no-show-now = the race is { $state }: no show and no walk while a race may be on
reason-show-dark = the lamps are dark: light them first
reason-show-on-its-way = the lights of the race are on their way yet (wait until they are at the finish)
reason-no-such-show = no show '{ $name }' (there are { $list })
reason-walk-range = the lamps have numbers 0 to { $most }: write one of them, not { $first } to { $last }
reason-walk-from = lamps are numbered from 0: write one of them, not { $first } to { $last }
reason-nothing-asked = nothing was asked
reason-undo-on-track = it would be { $state } again, and the race '{ $race }' is on the track
reason-tally-none = no time waits for { $bib }
reason-tally-not-done = nothing to undo: the last thing was not done
reason-no-race-session = no race '{ $race }' is in this session (there are: { $races })
reason-not-loaded-yet = the race '{ $race }' is not loaded yet (load it first)
reason-look-by-itself = '{ $look }' is shown by the lights themselves (write stand, run or dark)
reason-look-colour = look '{ $look }': '{ $text }' is no colour (write it as #19e36b)
reason-look-length = look '{ $look }': a length of { $number } mm is none (write 0 or more)
reason-look-lamps = look '{ $look }': lamps are numbered from 0, not { $first } to { $last }
reason-look-single = look '{ $look }' is about no single lamps (write walk)
reason-look-lasts = look '{ $look }' lasts { $number } to { $number2 } s, not { $number3 }
reason-look-beats = look '{ $look }': { $number } beats a minute (write { $number2 } to { $number3 }: faster flashes are dangerous)
reason-other-meet = { $name } is of the meet '{ $text }' now, and '{ $text2 }' runs (write id = "{ $text3 }")
reason-no-lamps-known = no race is loaded, so nobody knows where its lamps are

## The stopwatch

stopwatch-title = Stopwatch
stopwatch-description = Times by hand: a press is a time, whose it is comes after.
stopwatch-no-script = It needs JavaScript. In a terminal, this takes times by key or foot switch:
stopwatch-split = Split
stopwatch-closed-idle = Not called yet: times are taken from the gun on
stopwatch-closed-loaded = Not started: times are taken from the gun on
stopwatch-closed-checked = Not started: times are taken from the gun on
stopwatch-closed-armed = On the line: times are taken from the gun on
stopwatch-closed-official = The result is official: nothing is taken until it is reopened
stopwatch-closed-recalled = False start: times are taken from the next gun on
stopwatch-closed-aborted = The race was called off: nothing is taken
stopwatch-unknown-gun = No news of the gun: what you take is kept, and counted when it is known
stopwatch-no-race = Waiting for the race
stopwatch-finished = Finished: times are still taken until it is official
stopwatch-held = The lights stand; the clock runs on
stopwatch-clock = ±{ $ms } ms
stopwatch-clock-name = Clock of this phone against the engine’s
stopwatch-clock-unknown = ± measuring
stopwatch-points = Taken at
stopwatch-to-go = { $laps ->
    [one] 1 lap to go
   *[other] { $laps } to go
}
stopwatch-times = Times
stopwatch-no-times = No time yet. Press Split, or any key of a foot switch, as somebody passes.
stopwatch-no-bib = no bib
stopwatch-kept-time = kept
stopwatch-mark-sending = sending
stopwatch-mark-network = waiting for network
stopwatch-mark-clock = measuring the clock
stopwatch-mark-sign-in = waiting: sign in again
stopwatch-mark-taken = taken
stopwatch-mark-refused = refused
stopwatch-why = { $mark }: { $why }
stopwatch-whose = Whose is { $time } at { $point }?
stopwatch-whose-none = Every time has its bib
stopwatch-typed = Bib { $typed }: Enter
stopwatch-no-such-bib = No bib { $bib } in this race
stopwatch-bibs = Start list
stopwatch-has = has a time here
stopwatch-undo = Undo
stopwatch-undo-press = Undo { $time }
stopwatch-undo-give = Undo bib { $bib }
stopwatch-undo-strike = Put it back
stopwatch-undo-nothing = Nothing to undo
stopwatch-strike = No time
stopwatch-strike-reason = pressed by mistake
stopwatch-settings = Settings
stopwatch-close = Done
stopwatch-advance = The next point is chosen
stopwatch-advance-stay = by a tap alone
stopwatch-advance-each = after each time
stopwatch-advance-all = after all who run
stopwatch-line = Points of
stopwatch-line-finish = the finish line
stopwatch-line-start = the start line
stopwatch-keys-on = Keys and foot switch
stopwatch-awake = Keep the screen on
stopwatch-keys = Space, or a foot switch: split. Figures, Enter: bib. u: undo.
stopwatch-hand = A time by hand is good to about ±0.2 s: that is the hand, not the clock.
stopwatch-sign-in = Sign in to take times
stopwatch-signed-in-as = You are signed in as { $by }, which takes no times.
stopwatch-sign-in-how = The director makes a code for the timing desk. Scan it, or type it there.
stopwatch-sign-in-link = Sign in with a code
stopwatch-signed-out = You are not signed in any more. What you take is kept here until you are.
stopwatch-unsent = { $count ->
    [one] 1 time waits on this phone to be sent.
   *[other] { $count } times wait on this phone to be sent.
}
stopwatch-no-sign-in = This server lets nobody in. Open the page of one that does.
stopwatch-no-store = This browser keeps nothing: do not reload or close the page while times are on their way.
stopwatch-watch = Watch the race
stopwatch-time-refused = its time was not taken
stopwatch-struck-meanwhile = it was struck out meanwhile
stopwatch-bib-back-meanwhile = its bib was taken back meanwhile
stopwatch-given-meanwhile = it is bib { $bib } meanwhile
stopwatch-no-line = it cannot be taken back from here any more
stopwatch-said-split = { $time } at { $point }
stopwatch-said-kept = Time kept, at { $point }
stopwatch-said-gave = Bib { $bib }
stopwatch-said-undone = Taken back
stopwatch-said-struck = Struck out

## Set-up

setup-title = Set-up
setup-no-script = This page needs JavaScript. What it writes are files: change them by hand, and check them with pacelight meet check.
setup-missing = No meet is prepared here: these pages were started without the folder of one. End them, and start on this machine instead:
setup-missing-then = The terminal shows a link: whoever opens it first is the director. The folder may be a new one.
setup-unreached = The server is not reached: nothing was saved. What you typed is still here.
setup-director-only = Only the director of the meet changes this.
setup-tab-meet = Meet
setup-tab-track = Track
setup-tab-controllers = Controllers
setup-tab-walk = Walk
setup-tab-races = Races
setup-tab-roles = Posts
setup-tab-doctor = Doctor
setup-mark-changed = not saved
setup-mark-done = ready
setup-mark-open = not ready yet
setup-save = Save
setup-saved = Saved.
setup-undo = Undo
setup-undone = The version before is back.
setup-drop = Drop changes
setup-changed = Not saved yet.
setup-kept = This was typed before and is not saved yet.
setup-last = Last saved by { $by }.
setup-not-saved = { $count ->
    [one] Not saved: one field cannot be read.
   *[other] Not saved: { $count } fields cannot be read.
}
setup-faults = { $count ->
    [one] 1 fault
   *[other] { $count } faults
}
setup-unready = { $count ->
    [one] Still missing: 1 thing
   *[other] Still missing: { $count } things
}
setup-remove = Remove { $what }
setup-name = Name
setup-short-name = Short name
setup-short-name-hint = For files; made from the name if empty.
setup-whole-number = A whole number from { NUMBER($least, useGrouping: 0, maximumFractionDigits: 0) } to { $most }
setup-meet-name = Name of the meeting
setup-meet-venue = Venue
setup-meet-day = Day
setup-meet-day-hint = As 2026-06-13.
setup-meet-competition = Meeting records under
setup-meet-competition-hint = Only if that is another name.
setup-meet-lamps = Track and lamps
setup-track = Track
setup-meet-survey = Survey file
setup-meet-survey-hint = Drawn under Track; in the folder of the meet.
setup-meet-count = Lamps without a survey
setup-meet-count-hint = Even along the kerb; then leave the survey empty.
setup-meet-output = Address of the lamps
setup-meet-output-hint = Only where the survey names none.
setup-meet-more = More
setup-meet-book = Record book
setup-meet-spare = Spare place of the journal
setup-meet-spare-hint = A folder on another disk.
setup-meet-host = Address of this machine
setup-meet-host-hint = On the network of phones and tablets.
setup-meet-port = Port of the pages
setup-meet-kept = Whatever else stands in meet.toml, comments too, stays as it is.
setup-timing = Timing systems
setup-timing-none = None: times are taken by hand.
setup-timing-add = Add a timing system
setup-timing-address = Address
setup-timing-hint = As lynx+udp://10.0.0.5:9000.
setup-timing-allow = Who may speak
setup-timing-allow-hint = Machines or networks; this machine alone if empty.
setup-open = Open the meet
setup-open-go = Start the engine of tonight
setup-open-hint = The engine takes the lamps, the timing and the journal. From then on the console runs the races.
setup-open-first = First the meet must be whole: one race at least, with runners and lights.
setup-open-starting = The engine starts.
setup-open-runs = The engine runs.
setup-open-next = What you change now it takes with the button below, for races that have not begun.
setup-open-command = Start the engine of tonight with:
setup-reload-go = Have the engine read the meet again
setup-reloaded = The engine has read the meet again.
setup-survey-none = Nothing is surveyed yet. Begin with lamps at even distances, then say what was measured.
setup-survey-whole = The survey is whole.
setup-plan-anew = Begin anew
setup-plan-lamps = Lamps
setup-plan-controllers = Controllers
setup-plan-go = Lay them out evenly
setup-drawn = { $track } with its segments
setup-segment = Controller { $controller }, segment { $segment }
setup-segment-of = Controller { $controller }, segment { $segment }, { $from } to { $to }
setup-legend-finish = finish line
setup-legend-dead = dead lamp
setup-lamps = { $count ->
    [one] 1 lamp
   *[other] { $count } lamps
}
setup-apart = { $least } to { $most } m apart
setup-chosen = Segment
setup-segment-add = Add a segment
setup-segment-remove = Remove this segment
setup-controller-add = Add a controller
setup-controller = Controller { $name }
setup-controller-lamps = Lamps in all
setup-first = First lamp
setup-count = How many lamps
setup-direction = Numbers grow
setup-direction-with = in running direction
setup-direction-against = against it
setup-offset = Offset in metres
setup-offset-hint = All of it so much further on, as 0.25 or -0.1.
setup-points = Measured lamps
setup-points-hint = Lamp and where it stands, as 0 finish, 99 99.01. Marks: finish, 100 m, tangent 1, start of 1500 m.
setup-dead = Dead lamps
setup-dead-hint = As 17, 44, 60-63.
setup-gaps = Gaps
setup-gaps-hint = After which lamp how many metres, as 120 1.5.
setup-spacing = Metres from lamp to lamp
setup-spacing-hint = Only if one lamp alone was measured.
setup-colours = Colour order
setup-output = Address
setup-output-hint = As sacn://10.0.0.11, artnet://10.0.0.12 or ddp://10.0.0.13.
setup-controllers-first = First survey the track: controllers are put on its segments.
setup-found = On the network
setup-find = Look for controllers
setup-finding = Looking for three seconds
setup-found-none = Nobody answered.
setup-by-hand = Or its address
setup-by-hand-go = Add
setup-address-fault = An address is written as sacn://10.0.0.11 or ddp://10.0.0.11.
setup-kind-artnet = Art-Net
setup-kind-wled = WLED
setup-kind-sacn = sends E1.31
setup-only-sends = It sends to lamps itself: see that it does not send to yours.
setup-on = On controller { $controller }
setup-put-on = Put on
setup-put-go = Assign
setup-put = { $controller } lights { $segment } now.
setup-hung = On the track
setup-no-address = no address yet
setup-move-to = Move to
setup-moved = The segment hangs on { $controller } now.
setup-walk-begin = Light the first lamp
setup-walk-next = Next
setup-walk-back = Back
setup-walk-blink = Blink
setup-walk-blinks = blinking
setup-walk-segment = Whole segment
setup-walk-is-dead = This lamp is dead
setup-walk-shines = It shines after all
setup-walk-end = All dark
setup-walk-go-to = Lamp number round the track
setup-walk-go = Go there
setup-walk-number = A number of a lamp, as 120
setup-walk-hung = Controller { $controller }, segment { $segment }, lamp
setup-walk-lamp = Lamp
setup-walk-count = { $count } lamps are lit
setup-walk-of = { $lamp } of { $lamps } round the track
setup-walk-dead = Marked as dead
setup-walk-dark = All lamps are dark.
setup-walk-errors = The network refused { $count } times.
setup-walk-nowhere = No address: no lamp shines (sim://).
setup-walk-hint = Walk in running direction from the finish line. The lamp beside you must be the one that is named; if it stays dark, say so here. Arrow keys go on and back.
setup-race = Race { $race }
setup-race-new = New race
setup-race-add = Add a race
setup-race-remove = Remove this race
setup-earlier = Earlier
setup-later = Later
setup-races-first = The meet file cannot be read: mend it under Meet.
setup-races-none = No race is on the timetable yet.
setup-race-at = Start at
setup-race-at-hint = As 20:45.
setup-race-event = Event
setup-race-event-hint = Code or name, as 1500, MILEsh, indoor mile.
setup-race-sex = Class
setup-race-name = Name, as announced
setup-race-heat = Heat
setup-race-heat-hint = Only if there are several.
setup-race-file = Race file
setup-race-file-hint = Event, class and name stand in it.
setup-race-number = Number of the timing system
setup-race-number-hint = Event, round and heat, as 12 1 1.
setup-race-stakes = Records at stake
setup-race-stakes-hint = As WR, NR NOR, MR; all that the book knows if empty.
setup-lights = Lights
setup-light-add = Add a light
setup-plan = Runs
setup-plan-record = the pace of a record
setup-plan-even = evenly to a time
setup-plan-splits = through given times
setup-level = Record
setup-scope = Whose
setup-scope-hint = As NOR of NR, EUR of AR.
setup-mark = Time at the finish
setup-mark-hint = As 3:45.00.
setup-splits = Times
setup-splits-hint = As 400 m 55.0, 800 m 1:52.00, the finish last.
setup-colour = Colour
setup-colour-hint = As #19e36b; chosen if empty.
setup-runners-title = Start list
setup-runners = { $count ->
    [one] 1 runner
   *[other] { $count } runners
}
setup-runner-add = Add a runner
setup-runner-name = Name of the athlete
setup-bib = Bib
setup-nation = Nation
setup-lane = Lane
setup-athlete = Key in the book
setup-say = Said as
setup-look-up = Look them up in the book
setup-looked-up = { $count ->
    [one] 1 runner is known.
   *[other] { $count } runners are known.
}
setup-doubt = Who is { $name }?
setup-doubt-new = Somebody new
setup-entries-file = Start list file
setup-entries-file-hint = In the folder of the meet; empty to type the runners here.
setup-entries-choose = Read a start list file
setup-entries-paste = Paste a start list
setup-entries-pasted = Start list
setup-entries-hint = A table with a head line, as bib,name,nation; or any format of the reference.
setup-entries-read = Take these runners
setup-entries-which = It holds { $count } start lists. Which one?
setup-taken = { $count ->
    [one] 1 runner taken
   *[other] { $count } runners taken
}
setup-posts = Signed in
setup-post = Post
setup-post-hint = As it stands in the journal: timing desk.
setup-role = Role
setup-mine = this browser
setup-end = End the session
setup-end-of = Sign { $by } out
setup-invite = Let somebody in
setup-invite-go = Make a code
setup-invited = For { $by }, once, within ten minutes:
setup-invited-code = QR code for { $by }
setup-invited-hint = The phone reads the code, or the code is typed where a page asks for it.
setup-pair-page = The page for signing in
setup-displays = Screens of the stadium are given their pictures on their own page.
setup-displays-page = Displays
setup-doctor-looking = Everything is being looked at.
setup-doctor-going = Looking at: { $what }
setup-doctor-again = Look again
setup-doctor-red = { $count ->
    [one] Not ready: 1 thing to mend
   *[other] Not ready: { $count } things to mend
}
setup-doctor-amber = { $count ->
    [one] Ready; a person looks at 1 thing
   *[other] Ready; a person looks at { $count } things
}
setup-doctor-green = Ready
setup-doctor-state-green = ok
setup-doctor-state-amber = look
setup-doctor-state-red = mend
setup-doctor-do = What to do:
setup-phone = On a phone
setup-phone-none = The pages are for this machine alone: start them with --host and the address of this machine, and --tls.
setup-phone-code = QR code of { $address }
setup-walk-engine = The engine of tonight lights the lamps, between races; a minute after the last tap they are no longer lit.
setup-walk-nobody = Nobody walks: the lamps show what the race has.
setup-walk-over = It is over: a minute without a tap, or something was done to a race.
setup-walk-again = Light it again
setup-laid = Lamps { $first } to { $last }, from { $from } m to { $to } m
setup-laid-apart = one every { $metres } m

## Pace plan

plan-lead = Where a light has to be at each point: from a time, from splits, or from a record of the book.
plan-ask = Which plan
plan-make = Make the plan
plan-event = Event
plan-sex = Class
plan-how = How it runs
plan-kind-even = even
plan-kind-negative = second half faster
plan-kind-splits = through splits
plan-kind-record = a record of the book
plan-kind-none = with nothing
plan-time = Time
plan-faster = Faster by, in seconds
plan-points = Points: distance and running time, one a line; the finish last
plan-level = Record
plan-scope = Whose
plan-as-of = As of
plan-as-of-day = as of { $day }
plan-ratified = ratified only
plan-where = The table
plan-every = A row every
plan-every-usual = as usual
plan-every-lap = lap
plan-track = Track
plan-track-usual = of the event
plan-lane = Lane
plan-pacers = Pacemakers run to
plan-compare = Compare with
plan-table = Table
plan-curve = Curve
plan-curve-title = { $plan }: speed and lead over even pace along the race. The table says the same.
plan-curve-speed = Speed, m/s
plan-curve-lead = Ahead of even pace, s
plan-curve-metres = metres
plan-metres = { NUMBER($length, useGrouping: 0, maximumFractionDigits: 3) } m
plan-average = { $distance }, { NUMBER($seconds, minimumFractionDigits: 2, maximumFractionDigits: 2) } s for 100 m on average
plan-lap = { $track }, lane { $lane }: laps of { $lap }
plan-other = Other
plan-apart = Later by
plan-past = Past the finish
plan-take = Take it along
plan-pdf = Cards for pacemakers, to print
plan-pdf-help = PDF, A6, one card each; the page itself prints the same.
plan-lasting = This plan for good
plan-lasting-help = Whoever has the address has the plan.
plan-files-help = For programs and for spreadsheets.
plan-toml = Lines for a race file
plan-toml-help = Put them where its lights are.
plan-to-book = The record in the book
plan-cards = Cards for pacemakers
plan-card = Pacemaker { $number }, to { $until }
plan-card-all = Pace card
plan-card-note = Planned times, to the nearest hundredth.
plan-nothing-asked = nothing is asked here yet
plan-wrong-kind = Choose how it runs.
plan-wrong-event = Say which event: 1500, MILEsh, indoor mile.
plan-wrong-no-distance = “{ $text }” has no distance: no light can run it.
plan-wrong-no-time = Write the time at the finish, as in 3:45.14.
plan-wrong-time = Not a time: “{ $text }”. Write it as in 3:45.14.
plan-wrong-no-faster = Write by how many seconds the second half is faster.
plan-wrong-faster = Not seconds: “{ $text }”. Write them as in 2.0.
plan-wrong-no-points = Write the points, one a line, as in 400 55.8.
plan-wrong-no-book = There is no book here to ask (make one with pacelight book create, serve it with pacelight web --book).
plan-wrong-level = There is no such level: WR, AR, NR, CR, LR, MR, FR, PB, SB.
plan-wrong-day = Not a day: “{ $text }”. Write year-month-day, as in 2025-02-12.
plan-wrong-sex = Choose men, women or mixed.
plan-wrong-track = No such track: “{ $text }”.
plan-wrong-lane = Write the lane as a number, 1 to 8.
plan-wrong-every = So many rows nobody reads: let them be further apart.
plan-wrong-pacers = Not distances: “{ $text }”. Write them as in 800, 1200.
plan-wrong-many-pacers = { $most } pacemakers at most.
plan-wrong-far-pacers = A pacemaker runs no further than the race, { $most }.
plan-wrong-long = { $most } characters at most.
plan-title = { $event }: { $plan }
plan-title-day = { $title }, as of { $day }
plan-title-standing = { $title }, from a standing start

## Console

console-title = Operator console
console-no-script = It needs JavaScript. In a terminal, pacelight race ask does the same.
console-next = What is next
console-dark = Blacked out
console-start-hand = Start: by hand, here
console-start-sources = Start: { $sources }, or by hand
console-gun = Gun
console-gun-from = Gun from { $source }
console-gun-error = { $gun }, ± { $ms } ms
console-gun-error-unknown = { $gun }, nobody can say how exactly
console-then-idle = Load a race
console-then-finished = The timing desk makes the result official
console-then-official = Load the next race
console-check = Check
console-arm = Arm
console-disarm = Disarm
console-gun-go = GO
console-finish = Everyone is in
console-go-on = Go on
console-hold = Hold
console-recall = Recall
console-fade = Fade
console-blackout = BLACKOUT
console-light = Light again
console-abort = Call off
console-reset = Ready it anew
console-undo = Undo
console-key-held = hold { $key }
console-stops = What stops something
console-waiting = What waits for an answer
console-withdraw = Ask no more
console-took-help = From the press until the first frame of it had left for the lamps
console-took-none = Press to lamp: nothing yet
console-took-waits = no answer yet
console-took-answer = answer { $ms } ms
console-ms = { $ms } ms
console-checks = Before it is armed
console-checks-none = Not checked yet.
console-checks-good = All is right, checked by { $by }
console-override-reason = Reason to arm all the same
console-override = Arm all the same
console-override-wants = Write the reason: it stands in the log.
console-override-director = The director may arm all the same, for a reason.
console-lights = Lights
console-gap-none = How far the leader is from each light is shown once the race runs.
console-gap-of = { $name } from each light
console-gap-error = (the gun and this clock: ± { $seconds } s)
console-lap = { $seconds } s a lap
console-seconds = { $seconds } s
console-metres = { $metres } m
console-other-role = You are signed in as { $by }, which does not operate the lights: BLACKOUT, Fade and Hold are refused.
console-projected = projected
console-measured = at the last split
console-nudge-of = { $light }, from the next line on
console-faster = { $light }: 0.1 s a lap faster, from the next line on
console-slower = { $light }: 0.1 s a lap slower, from the next line on
console-replan-of = Another time for { $light }
console-replan-send = Send
console-replan-back = Back to its plan
console-replan-wrong = That is no time it could still run (write it like { $example }).
console-replan-change = { $seconds } s a lap. Look at it on the track, then hold Send.
console-replan-how = Type a time: the track shows it before it is sent.
console-preview = Preview: { $light } for { $mark }
console-lamps = Lamps
console-frames = Frames
console-missed = Missed
console-late-99 = Late, 99 %
console-late-most = Latest
console-part = Part
console-part-state = State
console-part-clock = Clock, where to
console-controllers = { $count ->
    [one] 1 controller
   *[other] { $count } controllers
}
console-up = up
console-refusing = refuses, for { $seconds } s
console-away = away for { $seconds } s
console-silent = silent for { $seconds } s
console-behind = { $lines ->
    [one] 1 line behind
   *[other] { $lines } lines behind
}
console-offset = { $offset } ms ± { $error }
console-source = timing { $name }
console-races = Races
console-on-track = on the track
console-load = Load
console-load-race = Load { $race }
console-load-busy = No other race is loaded while one is armed, running or held.
console-log = Log
console-log-none = Nothing was done to this race yet.
console-undone = taken back, was by { $by }
console-engine = the engine
console-conflicts = { $count ->
    [one] One conflict waits for the timing desk:
   *[other] { $count } conflicts wait for the timing desk:
}
console-stale = This page has not heard the engine for a while. What you press is sent again until it is answered.
console-offline = No connection. What you press is sent again until it is answered; the lights run on by themselves.
console-not-up = The engine is not up: { $why }
console-holder = Who operates the lights
console-holds-own = You operate the lights
console-holds-none = Nobody operates the lights
console-holds-other = { $by } operates the lights
console-holds-silent = { $by } operates the lights, and was not heard for { $seconds } s
console-take = Take them
console-take-over = Take over from { $by }
console-leave = Leave them
console-lock = Lock the desk
console-locked = Locked: what stops something still works
console-unlock = Unlock
console-unanswered = { $act }: no answer, asked no more. Look at the state before you press again.
console-changed = { $act }: not done, the race is another meanwhile:
console-refused = { $act }: not done
console-key-fade = fade; twice: blackout
console-key-hold = hold, or go on
console-key-faster = 0.1 s a lap faster
console-key-slower = 0.1 s a lap slower
console-key-next-light = next light
console-key-previous-light = light before
console-key-plan = type another time
console-key-lock = lock, unlock
console-then-running = The race is on
console-finish-how = The lights go on to their finish, and the race is over. The timing desk confirms the result.
console-shows = Between races
console-shows-how = Arming, blackout and fade end it; by itself it ends after ten minutes.
console-show-clap = Clap along
console-show-chase = Running light
console-show-presentation = Presentation
console-show-idle = Faint marks
console-show-end = End it
console-walked = Somebody walks along the lamps. Arming, or End it, puts them out.
console-end = The end of the race
console-gun-hand = Gun by hand

## What somebody did

reason-did-load = loaded
reason-did-unload = put away
reason-did-return = back on the desk
reason-did-check = checked
reason-did-arm = armed
reason-did-disarm = disarmed
reason-did-gun = the gun
reason-did-hold = the lights held
reason-did-go-on = the lights gone on
reason-did-finish = finished
reason-did-official = official
reason-did-reopen = opened again
reason-did-recall = recalled
reason-did-abort = called off
reason-did-reset = ready to be run anew
reason-did-blackout = blacked out
reason-did-light = lit again
reason-did-despite = { $reason1 } despite: { $reason2 }
reason-did-move-earlier = the gun { $seconds } s earlier
reason-did-move-later = the gun { $seconds } s later
reason-did-split = bib { $bib } at { $distance } in { $time }
reason-did-split-nobody = somebody at { $distance } in { $time }
reason-did-status = bib { $bib } { $verdict }
reason-did-status-rule = bib { $bib } { $verdict } by { $rule }
reason-did-in-again = bib { $bib } in the race again
reason-did-strike = struck out: { $reason }
reason-did-restore = put back: { $reason }
reason-did-reassign = { $reason } is that of bib { $bib }
reason-did-swap = bibs { $bib1 } and { $bib2 } swapped
reason-did-replan = the light { $light } to { $time }
reason-did-settle-said = a conflict settled: what was said holds
reason-did-settle-stood = a conflict settled: what stood holds
reason-did-undo = line { $line } taken back
reason-did-which = the time '{ $key }'
reason-did-fade = faded out
reason-did-correct = bib { $bib } at { $distance } in { $time }: { $reason }
reason-did-correct-official = bib { $bib } at { $distance } in { $time }: official
reason-did-correct-not-official = bib { $bib } at { $distance } in { $time }: not official
reason-did-correct-nobody = somebody at { $distance } in { $time }: { $reason }
reason-did-correct-nobody-official = somebody at { $distance } in { $time }: official
reason-did-correct-nobody-not-official = somebody at { $distance } in { $time }: not official
reason-did-correct-which = the time '{ $key }': { $reason }
reason-did-correct-which-official = the time '{ $key }': official
reason-did-correct-which-not-official = the time '{ $key }': not official
reason-did-correct-to-point = { $size } m
reason-did-correct-to-both = { $time }, { $size } m
reason-did-correct-to-official = { $reason }, official
reason-did-correct-to-not-official = { $reason }, not official
reason-did-reassign-bib = bib { $bib1 } at { $distance } in { $time } is that of bib { $bib2 }
reason-did-reassign-nobody = somebody at { $distance } in { $time } is that of bib { $bib }
reason-did-all-the-same = despite: { $reason }
reason-did-by = { $reason }, by { $by }
reason-did-by-timing = { $reason }, by the timing
reason-did-more = { $reason } and { $number } more
reason-now-dark = the lamps are dark
reason-now-dark-all-the-same = the lamps are dark all the same
reason-now-dark-race = the lamps are dark; the race goes on
reason-now-dark-armed = the lamps are dark; the race stays armed
reason-now-fade-race = the lamps are dark within a second; the race goes on
reason-now-fade-armed = the lamps are dark within a second; the race stays armed
reason-now-lit = the lamps are lit again
reason-now-goes-for = the light { $light } goes for { $mark }
reason-now-show = the lamps show '{ $name }'
reason-now-show-race = the lamps show what the race has
reason-now-lamp = lamp { $lamp } is lit
reason-now-lamp-blinks = lamp { $lamp } blinks
reason-now-lamps = lamps { $first } to { $last } are lit
reason-now-lamps-blink = lamps { $first } to { $last } blink
reason-now-fade = the lamps are dark within a second
reason-now-hold = the lights stand where they are; the race clock runs on
reason-now-go-on = the lights go on from where they stood
reason-log-opened = the race is opened
reason-log-passed = bib { $bib } at { $distance } in { $time } ({ $method }, { $from })
reason-log-passed-official = bib { $bib } at { $distance } in { $time } ({ $method }, { $from }, official)
reason-log-somebody = somebody at { $distance } in { $time } ({ $method }, { $from })
reason-log-somebody-official = somebody at { $distance } in { $time } ({ $method }, { $from }, official)
reason-log-finished = bib { $bib } finished ({ $from })
reason-log-finished-rule = bib { $bib } finished by { $rule } ({ $from })
reason-log-judged = bib { $bib } { $verdict } ({ $from })
reason-log-judged-rule = bib { $bib } { $verdict } by { $rule } ({ $from })
reason-log-otherwise = { $name } says otherwise of bib { $bib }: { $reason }
reason-log-refused = { $act } refused: { $reason }
reason-log-timing = { $name } { $standing }
reason-log-credited = into the book: bib { $bib }
reason-log-candidates = into the book: bib { $bib }, candidates { $list }
reason-log-withdrawn = withdrawn from the book: bib { $bib }, { $reason }
reason-log-resumed = the engine goes on
reason-log-wind = wind { $text }
reason-log-sealed = the journal goes on elsewhere: { $reason }
reason-log-takes = takes the lights
reason-log-leaves = leaves the lights
reason-log-reread = the meet file read again: { $number } races
reason-log-gun = the gun, by { $from }
reason-log-gun-moved = the gun moved by { $seconds } s, by { $from }
reason-log-shown = what the lights did
reason-log-done = the race is over and in the book
reason-log-sent = what the lamps were sent
reason-and-also = { $reason1 }; { $reason2 }

## What the doctor finds

reason-found = { $reason1 }: { $reason2 } ({ $reason3 })
reason-of-light-loop = light loop
reason-of-lamps = lamps
reason-of-lamps-named = lamps { $name }
reason-of-timing = timing
reason-of-timing-named = timing { $name }
reason-of-journal = journal
reason-of-book = book
reason-of-survey = survey
reason-of-standby = standby
reason-of-node = light node
reason-of-engine = engine
reason-of-pages = pages
reason-of-clock = clock
reason-of-power = power
reason-of-priority = priority
reason-of-firewall = firewall
reason-of-secret = secret
reason-of-sheets = sheets
reason-of-spare = spare place
reason-found-runs = it runs
reason-found-runs-not = it does not run
reason-do-start-engine = start the engine again
reason-found-nobody-there = nobody listens there: { $what }
reason-found-nobody = nobody listens there
reason-found-no-way-why = there is no way to it: { $what }
reason-found-no-way = there is no way to it
reason-do-power-cable = look at its power and its cable
reason-do-power-cable-short = look at power and cable
reason-do-power-cable-address = look at its power, its cable and its address
reason-found-one-controller = 1 controller reached
reason-found-controllers = { $count } controllers reached
reason-found-written = it is written
reason-found-elsewhere = it goes on elsewhere: { $what }
reason-do-room = make room, or change the disk
reason-do-make-room = make room
reason-found-follow = { $there } of { $promised } follow
reason-found-follow-all = { $there } of { $promised } follow, and hold every line
reason-do-start-missing = start the { $reason } that is missing, or arm without it for a reason
reason-do-start = start the { $reason }
reason-found-whole = it is whole
reason-found-answers = it answers
reason-found-unlit = none are lit (sim://)
reason-do-say-where = say where they are: in the survey, or as engine.output
reason-found-no-answer = { $address } does not answer
reason-do-lights-test = see the lamps shine: pacelight lights test
reason-do-mend-url = mend its `url` in the meet file, or stop what holds the port
reason-found-served = served at { $address }
reason-found-this-machine = they are for this machine alone
reason-do-web-host = name the address of this machine as web.host in the meet file, for phones
reason-found-unserved = nobody serves { $address } yet
reason-do-start-web = start them: pacelight web, or serve
reason-found-no-survey = no survey says where they are
reason-do-mend-survey = mend the survey first
reason-found-by-hand = no timing system is named: times are taken by hand
reason-do-name-timing = name it with [[timing]] in the meet file
reason-do-start-engine-serve = start it: pacelight engine, or serve
reason-found-engine-runs = it runs { $race }, which is { $state }
reason-found-not-listening = the engine does not listen to it
reason-do-start-with-file = start it with this meet file
reason-found-reaches-all = the engine reaches all of its { $count } controllers
reason-found-no-engine = no engine runs that it could follow
reason-do-engine-first = start the engine first
reason-do-next-race = see to it before the next race
reason-found-lines-behind = { $count } lines are not safe with it yet
reason-do-wait = wait, or look at the network
reason-found-no-spare = none is named: after an error of the disk the journal goes on beside the first
reason-do-name-spare = name a folder on another disk as `spare` in the meet file
reason-found-clock-alone = it runs by itself; the race does not need it, times of day of a timing system do
reason-do-chrony = start chrony or systemd-timesyncd, or name one machine that all follow
reason-found-clock-held-by = it is held to others by { $name }
reason-found-clock-held = it is held to others
reason-found-clock-unknown = nobody can say whether it is right
reason-do-compare-clock = compare it with another
reason-found-power-unknown = the machine does not say where it comes from
reason-do-ups = see that it has a UPS
reason-found-mains = from the mains
reason-found-battery = from the battery
reason-do-plug = plug it in
reason-found-priority = the light loop may run before everything else
reason-found-no-priority = the light loop has no right to run before everything else: frames may be late under load
reason-do-priority = give it CAP_SYS_NICE, or LimitRTPRIO=50 in its unit (pacelight engine --print-unit)
reason-found-firewall = what it lets through is not seen from here
reason-do-firewall = open the page from a phone, and have the timing system send something
reason-do-another-place = name another place
reason-do-faster-disk = use a faster disk: what happens is told late
reason-do-track-check = see all of it with: pacelight track check
reason-do-name-book = name the right file as `book` in the meet file, or mend it
reason-do-import-missing = import what is missing (pacelight book import), or change that light
reason-found-empty = { $name } is empty
reason-do-import-list = import a list: pacelight book import
reason-do-import-newer = bring it up to date: pacelight book import
reason-found-no-secret-needed = none is needed: nothing listens on a network
reason-found-secret-open = others may read { $file }
reason-found-secret-yours = { $file } is yours alone
reason-found-no-secret = something listens on the network and no secret guards it
reason-do-name-secret = name its file as engine.secret in the meet file
reason-do-make-secret = make one: openssl rand -hex 32 > FILE; chmod 600 FILE
reason-found-no-sheet = no sheet can be set: { $what }
reason-do-install-again = install Pacelight again
reason-found-printer = sheets can be set; printer: { $name }
reason-do-print-elsewhere = print the PDF elsewhere, or add a printer
reason-of-meet = meet
reason-of-machine = machine
reason-found-meet-one = the meet file is whole: 1 race
reason-found-meet = the meet file is whole: { $number } races
reason-do-complete = complete it on the pages of the meet
reason-do-mend-this = mend this, and have it looked at again
reason-do-see-runs = see that it runs, and that it is there that it is listened to or called
reason-do-see-sending = see that it runs and is still sending
reason-do-cable-program = look at its cable and at its program
reason-do-may-speak = see who may speak there: `allow` in the meet file
reason-do-have-send = have it send something: a start list will do
reason-found-heard-nothing = nothing was heard yet
reason-found-heard-nothing-why = nothing was heard yet: { $reason }
reason-found-standing = { $standing }
reason-found-heard = { $standing }, heard { $number } s ago
reason-found-clock-offset = { $reason }, its clock is { $offset } ms against ours
reason-found-clock-offset-to = { $reason }, its clock is { $offset } ms against ours (to { $number } ms)
reason-found-finds = the engine finds it { $standing }
reason-found-finds-why = the engine finds it { $standing }: { $reason }
reason-found-free = { $size } GB free at { $file }, a line is safe in { $size2 } ms
reason-found-clock-held-to = it is held to others, to { $number } ms
reason-found-mains-left = from the mains, { $number } % left
reason-found-battery-left = from the battery, { $number } % left
reason-found-book-told = { $name }, revision { $number }: { $count } lists, read up to { $day }
reason-found-book-known = { $name }, revision { $number }: { $count } lists, read up to { $day }; every light of tonight is known
reason-found-more = { $reason }, and { $number } more
reason-do-let-write = let the engine write to the book
reason-do-chmod = chmod 600 { $file }
reason-found-no-printing = sheets can be set as PDF; no printing system is here
reason-found-no-printer = sheets can be set as PDF; no printer is set up
reason-found-other-version = who answers at { $address } is no engine of this version: { $reason }
reason-found-said-nothing = the engine at { $address } said nothing for { $seconds } s
reason-found-protocol = this protocol has no answer
reason-found-artnet = { $name } answers by Art-Net
reason-found-artnet-says = { $name } answers by Art-Net, { $text }
reason-found-wled = { $name }: { $text }, { $number } lamps
reason-found-no-line = no serial line is at { $file }
reason-found-not-yours = { $file } is not yours to write (join the group that owns it)
reason-found-no-engine-at = no engine answers at { $address }: { $reason }
reason-bus-none = not a bus: '{ $text }' (write a path, or { $address }://HOST:PORT)
reason-bus-reached = { $address } can be reached by others: name the secret of both with --secret FILE
reason-bus-long = the path of a bus is at most { $number } bytes long: { $text }
reason-bus-unopened = no bus can be opened at { $address }: { $reason }
reason-bus-another = another engine listens at { $address }; stop it, or name another --bus
reason-bus-no-end = what is said at { $address } has no end: it is no engine
reason-bus-asks-secret = the engine at { $address } asks for its secret: name it with --secret FILE
reason-bus-other-secret = the engine at { $address } does not take this secret (it is one for all)
reason-bus-no-secret = who answers at { $address } does not know the secret: it is not the engine
reason-bus-short-secret = a secret has at least { $number } characters, not { $number2 } (write one with: openssl rand -hex 32)

## Why the book cannot tell

reason-book-holds-none = the book holds no mark of this list by { $day }
reason-book-holds-no-ratified = the book holds no ratified mark of this list by { $day }
reason-book-none-kept = no { $label } is kept of { $what }
reason-book-two-kept = two { $label } are kept of { $what }: of women-only races and of mixed ones
reason-book-not-covered-list = the book does not cover the all-time list of { $event }, { $sex }
reason-book-from-list = the book covers the all-time list of { $event }, { $sex } from { $day1 } on, not as of { $day2 }
reason-book-not-covered = the book does not cover the { $label } of { $event }, { $sex }
reason-book-from = the book covers the { $label } of { $event }, { $sex } from { $day1 } on, not as of { $day2 }
reason-book-bests-only = the book covers the best of each athlete, not every mark of a year
reason-book-no-year = the book holds no mark of { $year } on this list
reason-book-year-down = the list is complete down to { $mark }, and no mark of { $year } is as good
reason-book-no-performance = the book holds no performance of { $name }
reason-book-parameter = this page has no parameter '{ $name }' (it takes { $list })
reason-book-parameter-none = this page has no parameter '{ $name }' (it takes none)
reason-book-twice = '{ $name }' is given twice (once is enough)
reason-book-not-a-day = { $name } is not a day: '{ $text }' (write year-month-day, as in 2025-02-12)
reason-book-yes-no = { $name } is yes or no, not '{ $text }'
reason-book-no-level = no level '{ $text }' (there are { $list })
reason-book-sex = sex is { $list }, not '{ $text }'
reason-book-race = race is { $list }, not '{ $text }'
reason-book-top = top is from 1 to 1000, not '{ $text }'
reason-book-year = year is a calendar year, as 2025, not '{ $text }'
reason-book-write-too = write { $name } too
reason-book-no-class = no class '{ $text }' (there are { $list })
reason-book-no-event = no event '{ $text }' ({ $hint })
reason-book-no-nation = no nation '{ $text }' ({ $hint })
reason-book-no-athlete = the book knows no athlete '{ $text }' ({ $hint })
reason-book-not-known = not known: { $reason }
reason-book-several-athletes = several athletes are called '{ $text }': { $list }
reason-book-world-no-scope = a world record has no scope, not '{ $text }' (name a level: AR, NR, MR, ...)
reason-book-no-area = no area '{ $text }' (there are { $list })
reason-book-needs-scope = { $label } needs a scope: { $hint }
reason-scope-area = an area ({ $list })
reason-scope-nation = a nation, as NOR
reason-scope-meeting = a meeting, as results name it
reason-scope-championship = a championship, as results name it
reason-scope-series = a series, as the Diamond League
reason-scope-venue = a venue, as results name it
reason-scope-athlete = an athlete
reason-book-no-age = no age group '{ $text }' (there are { $list })
reason-book-not-for-event = not a time for { $event }: '{ $text }' ({ $hint })
reason-book-not-of-event = not a mark of { $event }: '{ $text }' ({ $hint })
reason-book-corrected = corrected by { $by } on { $day }: { $what }
reason-book-corrected-bare = corrected by { $by } on { $day }
reason-book-said-first = { $source } said so first, and nobody has corrected it
reason-verify-later = later than the source, which is of { $day }
reason-verify-before = before the first mark of the source, of { $day }
reason-verify-equalled = it equalled what stood, and the source lists who was first
reason-verify-not-ratified = { $status }, not ratified
reason-verify-not-official = not official
reason-verify-wind = too much wind, or no reading
reason-verify-stood = { $mark } ({ $name }, { $day }) stood already
reason-verify-beaten-before = beaten before the list begins on { $day }

## Why signing in is refused

reason-pair-name = a name has 1 to { $most } characters that can be printed (write: timing desk)
reason-pair-codes = { $codes } codes wait to be used: use one, or wait some minutes
reason-too-much = too much at once: wait a second
reason-too-much-displays = too many displays at once: wait a little
reason-no-engine-again = no engine answers: send the same request again, with its key
reason-too-long = no engine takes so long a request: write a shorter reason
reason-same-key = another request is on its way with this key: make a key for each
reason-sign-in = sign in at /pair
reason-for-others = { $reason }: sign in at /pair
reason-log-whose = the log is for those who time, light, keep records or direct: sign in at /pair
reason-no-journal = there is no such journal here
reason-director-ends = only the director ends the session of somebody else
reason-director-lets-in = only the director lets somebody in
reason-no-session = there is no such session any more
reason-over-https = sign in over https: what is sent here can be read by others
reason-too-many-attempts = too many attempts: wait a minute
reason-code-nobody = this code lets nobody in: it was used, is too old, or mistyped

## Log

log-title = Who did what
log-denied = The log is for those who time, light, keep records or direct.
log-sign-in = Sign in
log-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
log-whole = { $count ->
    [one] { $count } line, nothing changed
   *[other] { $count } lines, nothing changed and none lost between them
}
log-damaged = This journal is damaged. Only the lines before the damage can be believed.
log-next = The next line follows
log-note = Note that down elsewhere: with it, lines cut off the end are found out, too.
log-files = It stands in { $count } files.
log-journal = Journal
log-race = Race
log-every-race = every race
log-by = By
log-everybody = everybody
log-everything = Times and engine, too
log-show = Show
log-line = Line
log-when = When, UTC
log-who = Who
log-what = What
log-nobody = by itself
log-because = because: { $why }
log-undone = taken back
log-nothing = Nobody did anything yet.
log-nothing-wanted = No line of this journal is of that race and by that person.
log-pages = Pages of the log
log-newer = Newer
log-older = Older
log-no-journal = No journal of a race lies on this machine.
frame-log = Log
log-nothing-believed = Nobody did anything in the lines that can be believed.

## Timer's desk

timer-title = Timer's desk
timer-description = Raw crossings as they come, times by hand, bibs, corrections, conflicts, the official result.
timer-no-script = It needs JavaScript.
timer-take = Take a time
timer-split = Split
timer-point = Taken at
timer-laps-to-go = { $laps ->
    [one] 1 lap to go
   *[other] { $laps } laps to go
}
timer-whose = Whose is { $time }?
timer-all-have-bibs = Every time has its bib
timer-assign = Give the bib
timer-no-bib = no bib yet
timer-crossings = Crossings
timer-show = Which are shown
timer-show-all = All
timer-show-open = Open
timer-show-out = Out
timer-no-crossings = Nothing here. A time by hand: press Space as somebody passes.
timer-choose-first = Choose a crossing first (arrow keys)
timer-not-struck = This time is not struck out
timer-stands-official = official
timer-stands-split = raw
timer-stands-waiting = waits for a bib
timer-stands-struck = struck out
timer-stands-refused = refused
timer-waits-answer = on its way
timer-waits-network = waits for the network
timer-waits-sign-in = waits for your code
timer-method-photo = photo finish
timer-method-cell = light cell
timer-method-video = video
timer-method-transponder = transponder
timer-method-hand = by hand
timer-acts = The race
timer-gun = Gun now
timer-recall = False start
timer-finish = All are in
timer-restore = Put back
timer-undone-in = Taken back in { $name }
timer-not-yours = Not for you: { $what }
timer-undo-last = Undo the last
timer-form-split = Time by hand
timer-form-reassign = Another bib
timer-form-correct = Correct
timer-form-strike = Strike out
timer-form-status = DNS, DNF, DQ
timer-form-swap = Swap two bibs
timer-form-move-gun = Move the gun
timer-form-started = It began earlier
timer-form-official = Make official
timer-form-reopen = Open again
timer-field-bib = Bib
timer-field-other = And bib
timer-field-time = Time, 3:45.14 (empty: now)
timer-field-point = At metres (empty: finish)
timer-field-point-correct = At metres (empty: as it is)
timer-field-time-correct = Time, 3:45.14 (empty: as it is)
timer-field-reason = Why
timer-field-rule = Rule, TR17.3.1
timer-field-status = Status
timer-field-judged = Official
timer-field-shift = Seconds, -0.35 if it was earlier
timer-field-ago = How long ago, 12.5 or 1:20
timer-status-DNS = DNS, did not start
timer-status-DNF = DNF, did not finish
timer-status-DQ = DQ, disqualified
timer-status-none = none: in the race again
timer-judged-stays = as it is
timer-judged-yes = official
timer-judged-no = not official
timer-send = Do it
timer-send-official = Make official: hold
timer-close = Close
timer-done = Done
timer-changed = The race is another meanwhile. Look, and ask again:
timer-unanswered = No engine answered. It is not asked any more: look whether it was done.
timer-withdrawn = Not asked any more
timer-why-bib-empty = Type a bib
timer-why-bib = No such bib in this race
timer-why-none-waits = No time waits for a bib: choose one to change its bib
timer-why-same = Another bib than the first
timer-why-time = Not a time: write 3:45.14, or 62.3
timer-why-time-empty = Type a time: 3:45.14
timer-why-time-zero = A crossing comes after the gun
timer-why-point = Not a distance: write 400, or 209.34
timer-why-point-beyond = Not on the way: beyond the start, up to the finish
timer-why-reason = Say why, in a few words
timer-reason-left-out = may be left out
timer-why-long = Shorter: 200 letters at most
timer-why-rule = A disqualification names its rule, as in TR17.3.1
timer-why-shift = Not seconds: write -0.35, or +1:02
timer-why-shift-sign = With its sign: - if the gun was earlier, + if it was later
timer-why-shift-zero = By more than nothing
timer-why-ago = How long ago: write 12.5, or 1:20
timer-why-ago-zero = If it begins now, it is the gun
timer-why-ago-long = An hour at most
timer-why-nothing = Nothing is put right: give a time, a point, or whether it is official
timer-conflicts = Two say different things
timer-keep = Keep what stands
timer-take-said = Take what { $source } says
timer-nothing-stands = nothing yet
timer-check = Check of the result
timer-check-good = Nothing is open: it can be made official
timer-check-official = The result is official
timer-check-conflicts = { $count ->
    [one] 1 conflict has to be settled
   *[other] { $count } conflicts have to be settled
}
timer-check-unfinished = The race is still run
timer-check-missing = { $count ->
    [one] 1 runner has neither a time nor a status
   *[other] { $count } runners have neither a time nor a status
}
timer-check-waiting = { $count ->
    [one] 1 time waits for a bib
   *[other] { $count } times wait for a bib
}
timer-check-refused = { $count ->
    [one] 1 time was refused
   *[other] { $count } times were refused
}
timer-check-unofficial = { $count ->
    [one] 1 finish is not judged yet
   *[other] { $count } finishes are not judged yet
}
timer-check-ties = { $count ->
    [one] 1 runner shares a place
   *[other] { $count } runners share a place
}
timer-changes = Who did what
timer-no-changes = Nothing was done yet
timer-by-timing = timing system
timer-undone = taken back
timer-undo = Undo
timer-undo-line = Undo: { $text }
timer-races = Races
timer-load = Load
timer-load-race = Load { $name }
timer-put-right = Put right
timer-waits = { $count } open
timer-key-switch = The race before, to put it right; and back
timer-another = Another race is in hand: { $name }. What was typed is kept.
timer-hand = The race in hand
timer-hand-other = You put right: { $name } ({ $state })
timer-hand-on = On the track: { $name } ({ $state }). Times are taken, and starts and stops are those, of this race.
timer-hand-back = Back to the track
timer-hand-take = Put right: { $name }
timer-hand-fetching = This race is still being fetched: send it once its crossings are there.
timer-hand-wait = Its crossings are on their way.
timer-hand-waits = { $name }: { $count ->
    [one] { $count } thing waits for somebody
   *[other] { $count } things wait for somebody
}
timer-other-role = You are signed in as { $by }, which takes no times.
timer-other-sign-in = Sign in with a code
timer-key-split = A time, now
timer-key-bib = Bib of the time that waits (or figures)
timer-key-down = Crossing below
timer-key-up = Crossing above
timer-key-point-next = Next point
timer-key-point-before = Point before
timer-key-undo = Undo the last that can be
timer-key-keep = First conflict: what stands holds
timer-key-take = First conflict: what is said holds
timer-key-close = Close the form, leave the field
timer-withdraw = Ask it no more
timer-withdraw-this = Ask it no more: { $what }
timer-check-run = Nothing to look at
timer-waiting = The engine has not been heard yet. The page goes on by itself as soon as it is.
timer-take-hand = Take the time by hand

## What set-up refuses

reason-cell-missing = { $thing } is missing (write { $like })
reason-cell-long = { $thing } is one line of { $most } characters at most
reason-cell-id = { $thing } is written in small letters, digits and hyphens, as mens-mile, not '{ $text }'
reason-cell-time-of-day = a time of day is written 20:45, not '{ $text }'
reason-cell-number = a whole number from { $least } to { $most }, not '{ $text }'
reason-cell-one-of = { $thing } is one of { $list }, not '{ $text }'
reason-cell-colour = a colour is written #19e36b, not '{ $text }'
reason-cell-timing = no timing system is at '{ $address }' (write one of { $list } before ://)
reason-cell-folder = { $thing } lies in the folder of the meet: write its name, as lamps.toml, not '{ $text }'
reason-cell-day = a day is written 2026-06-13, not '{ $text }'
reason-nobody-starts = { $name }: nobody starts in it
reason-nothing-pasted = nothing was pasted, and no file was chosen
reason-came-damaged = { $name } came damaged: send it again
reason-no-version = there is no version of { $name } before this one
reason-no-engine-here = no engine is started from here (start it with: pacelight serve)
reason-direction = the direction is '{ $with }' or '{ $against }' the running direction, not '{ $text }'
reason-no-such-lamp = this survey has no such lamp, or no controllers: its dead lamps are not kept
reason-race-number = the number is event, round and heat, as 12 1 1, not '{ $text }'
reason-points-missing = points are missing (write 400 m 55.0, 800 m 1:52.00, the finish last)
reason-point = a point is a distance and a time, as 400 m 55.0, not '{ $text }'
reason-who-of-book = who of the book is it? (look the name up, or say that it is somebody new)
reason-lamps-range = the survey has lamps 0 to { $most }: write one of them
reason-lamps-not-dark = the lamps did not go dark: the network takes nothing (look at its cable)
reason-setup-role = '{ $task }' of the set-up is not for the role '{ $role }' (for: { $roles })
reason-setup-disarm = { $reason } now: '{ $name }' is armed (disarm it first)
reason-setup-changed-by = { $file } was changed by { $by } since you opened it: look at it again (what you typed is kept here)
reason-setup-no-address = controller '{ $controller }' has no address yet (assign one)
reason-setup-walk-idle = nobody asked for a while: the lamps are dark
reason-setup-nobody-runs = nobody runs
reason-setup-no-races = no race is on the timetable
reason-setup-not-ready = the meet is not ready: { $why }
reason-setup-list = { $file } is no start list that is known here (formats: { $formats })
reason-setup-list-pasted = pasted is no start list that is known here (formats: { $formats })
reason-setup-two-races = two races have the short name '{ $name }'
reason-setup-two-bibs = two wear the number '{ $bib }'
reason-setup-dead = this segment has { $lamps }, not lamps { $text }
reason-setup-numbers = numbers of lamps, as '17, 44, 60-63', not '{ $text }'
reason-setup-point = a lamp and where it stands, as '0 finish' or '299 49.83', not '{ $text }'
reason-setup-address = an address is written as sacn://10.0.0.11 or ddp://10.0.0.11, not '{ $text }'
reason-reload-again = '{ $race }' is another now: load it again
reason-reload-begun = '{ $race }' has begun, and stays as it was opened
reason-reload-none = this engine runs a race file: there is no meet file to read again
reason-setup-walk-between = between the lamps of this segment are lamps of others: walk them one by one
reason-setup-walk-again = no engine answers: tap again
reason-not-now-meet = no earlier meet is put back
reason-not-now-race = this race is not changed
reason-not-now-nothing = nothing of it is changed
reason-not-now-lamps = no lamps are walked
reason-not-now-survey = the survey is not changed
reason-not-now-running = { $reason } now: '{ $name }' is { $state } (wait until it is finished)
reason-displays-whose = displays are for the operator and the director
reason-thing-meeting-name = the name of the meeting
reason-thing-venue = the venue
reason-thing-short-name = the short name
reason-thing-competition = the competition
reason-thing-book = the book
reason-thing-spare = the spare place
reason-thing-output = the address of the lamps
reason-thing-host = the address of this machine
reason-thing-track = the track
reason-thing-survey = the survey
reason-thing-its-name = its name
reason-thing-race-name = the name of the race
reason-thing-heat = the heat
reason-thing-race-file = the race file
reason-thing-start-list = the start list
reason-thing-light-name = the name of the light
reason-thing-plan = the plan
reason-thing-class = the class
reason-thing-time = the time
reason-thing-bib = the number to wear
reason-thing-name = the name
reason-thing-lane = the lane
reason-thing-said = how the name is said
reason-thing-key = the key of the book
reason-thing-event = the event
reason-thing-nation = the nation
reason-thing-address = the address
reason-thing-transponders = the list of transponders
reason-thing-senders = the list of who may send
reason-like-announced = as it is announced
reason-like-town = the town
reason-like-nation = its code, as NOR
reason-like-runner = given name and family name
reason-like-event = 1500 or MILEsh
reason-like-light = WR or pace
reason-hint-nation = write the code of World Athletics, as NOR or USA
reason-hint-event = write a code of World Athletics, as 1500, MILEsh or 10K
reason-hint-nearest = nearest: { $text }
reason-hint-the-nearest = the nearest: { $names }
reason-hint-as-results = write the name as results do
reason-hint-write = write { $mark }
reason-named-no-file = no file '{ $text }' lies in the folder of the meet
reason-named-unread = { $thing } cannot be read: { $reason }
reason-named-nothing = nothing can be there: { $reason }
reason-named-no-folder = there is no folder { $text }: no book can be made in it
reason-named-spare = the spare place is a folder, and '{ $text }' is a file
reason-named-home = { $text }: Could not determine home directory.
reason-named-host = the address of this machine is a number or a name, as 10.0.0.2, not '{ $text }'
reason-named-no-book = { $file }: the book cannot be read ({ $reason }); name a file that `pacelight book` made
reason-named-no-server = no book is kept on { $text } (name a file, or postgresql://USER@HOST/NAME)
reason-named-no-survey = { $file } is not a survey: { $reason }
reason-named-no-race = not a race file: { $reason }
reason-named-field = { $reason } is missing (a survey has track and metres, or track, lamps and points, or track and [[controller]])
reason-named-where = { $reason } (at line { $number }, column { $number2 })
reason-cell-beside-runners = runners stand below too (leave the start list empty, or them out)
reason-cell-two-called = two are called '{ $text }'
reason-cell-survey-says = the survey says how many lamps there are (leave one of the two empty)
reason-track-none = no such track: '{ $text }' (there are { $list }, and { $list2 })
reason-track-no-road = no road can be read at { $file }: { $reason }
reason-lamps-nowhere = no output is at '{ $text }' (write sim:// for none, or one of { $list })
reason-lamps-no-address = not an address of lamps: '{ $text }' (write { $list })
reason-like-host = { $address }://HOST, as in { $address2 }://10.0.0.20
reason-lamps-sim = lamps that are not there have no address: write sim://, not '{ $text }'
reason-lamps-line = not a serial line: '{ $text }' (write adalight:///dev/ttyUSB0)
reason-lamps-flag = { $name } is 0 or 1, not { $number }
reason-lamps-interface = not an interface: '{ $text }' (write { $address }:// and the address that this machine has on the network of the lamps, as in { $address2 }://10.0.0.5)
reason-lamps-broadcast = { $name } is 0, 1 or the address of all machines of a network, as in { $name2 }=10.0.0.255, not '{ $text }'
reason-lamps-pace = pace is 1 to { $number } megabits a second, or 0 for none, not { $number2 }
reason-lamps-port = '{ $text }' names no port that can be sent to (write 1 to 65535, or none for { $number })
reason-lamps-option = an output has no '{ $text }' (there are { $list })
reason-lamps-whole = { $name } is a whole number, not '{ $text }' (as in { $text2 })
reason-lamps-unfound = the lamps at '{ $text }' cannot be found: { $what }
reason-lamps-group = '{ $text }' is no one controller: lamps are sent to each by its own address
reason-lamps-baud = serial lines here have no { $number } baud (usual are 115200, 500000, 921600, 1500000)
reason-lamps-fps = lamps are sent { $first } to { $last } frames a second, not { $number }
reason-lamps-same-frames = all controllers are sent the same frames: '{ $text }' asks for fps={ $number }, '{ $text2 }' for fps={ $number2 } (write the same for both)
reason-lamps-controller = controller '{ $text }': { $reason }
reason-lamps-none-hang = a controller without lamps is sent nothing (give it some, or leave it out)
reason-lamps-controllers = frames go to 1 to { $number } controllers, not { $number2 }
reason-lamps-two-called = two controllers are called '{ $text }' (give each a name of its own)
reason-lamps-both-take = controllers '{ $text }' and '{ $text2 }' both take { $text3 }
reason-lamps-adalight = Adalight counts 1 to { $number } lamps, not { $number2 } (light fewer lamps)
reason-lamps-adalight-rate = a line of { $number } baud carries { $number2 } frames a second of { $number3 } lamps, not { $number4 } (write a lower fps, a higher baud, or light fewer lamps)
reason-lamps-artnet = { $number } channels from universe { $number2 } on need { $number3 } universes (Art-Net has { $first } to { $last })
reason-lamps-sacn = { $number } channels from universe { $number2 } on need { $number3 } universes (there are { $first } to { $last })
reason-lamps-sync = frames are synchronized by a universe of { $first } to { $last }, not { $number } (write sync=0 for none)
reason-lamps-priority = a priority is 0 to { $last }, not { $number } (100 is usual)
reason-lamps-ddp = DDP counts { $number } channels, not { $number2 } (light fewer lamps)
reason-lamps-wled-waits = WLED waits 1 to 254 seconds, or for good at 255, not { $number }
reason-lamps-wled = WLED counts { $number } lamps, not { $number2 } (send to it by ddp://)
reason-timing-no-address = not an address: '{ $text }' (write { $text2 })
reason-timing-options = '{ $address }': { $name } takes { $list }, each once, not '{ $text }'
reason-timing-no-options = '{ $address }': { $name } takes no options, not '{ $text }'
reason-timing-laps = '{ $address }': laps are counted at the line, or stand for points, not '{ $text }'
reason-timing-trigger = '{ $address }': the trigger of a decoder is a cell or a gun, not '{ $text }'
reason-timing-baud = '{ $address }': the speed of a line is a number, not '{ $text }' (baud=9600)
reason-timing-write = '{ $address }': write { $text }
reason-timing-secret = '{ $address }': a start signal needs a secret (?secret=FILE)
reason-timing-late = '{ $address }': late is a number of milliseconds, not '{ $text }' (late=16)
reason-timing-reached = { $address } can be reached by others: name who may send (allow = ["10.0.0.7"])
reason-timing-no-machine = '{ $text }' is no number of a machine or a network (10.0.0.7, 10.0.0.0/29)
reason-timing-folder = '{ $address }': write lynx+folder:///PATH, the path with three strokes before it
reason-read-ipico-line = no line of IPICO: '{ $text }'
reason-read-ipico-sum = IPICO: the checksum of '{ $text }' would be { $text2 }
reason-read-ipico-hundredths = IPICO: { $number } hundredths of a second in '{ $text }'
reason-read-ipico-day = IPICO: { $name } is no day (YYMMDD)
reason-read-jchip-line = no line of JChip: '{ $text }'
reason-read-mylaps-like = no message of MYLAPS: '{ $text }' ({ $text2 })
reason-read-mylaps-message = no message of MYLAPS: '{ $text }'
reason-read-mylaps-unknown = '{ $name }' is no message that is known of MYLAPS
reason-read-mylaps-number = a list of { $name } without a number
reason-read-mylaps-chip = a passing at '{ $name }' without a chip: '{ $text }'
reason-read-omega-message = no message of a Scan'O'Vision: '{ $text }'
reason-read-omega-whose = { $name }: neither bib nor lane in '{ $text }'
reason-read-omega-number = { $name }: '{ $text }' is no number in '{ $text2 }'
reason-read-omega-unknown = '{ $name }' is no message that is known of a Scan'O'Vision
reason-read-omega-count = a ranking of '{ $text }' runners
reason-read-omega-ends = a ranking ends that did not begin
reason-read-omega-race = race { $name } is official, and the one spoken of is { $name2 }
reason-read-omega-thousandths-of = thousandths of bib { $bib }, who has no time in the ranking
reason-read-omega-thousandths-make = bib { $bib }: the thousandths { $time } do not make { $time2 }
reason-read-omega-thousandths = '{ $text }' are no thousandths
reason-read-omega-rows = a ranking of { $number } runners with { $number2 } rows: left aside
reason-read-rr-version = RACE RESULT: '{ $text }' is no version of a protocol (3.2)
reason-read-rr-next = RACE RESULT: passing { $number } where { $number2 } comes next
reason-read-rr-answer = no answer of RACE RESULT: '{ $text }'
reason-read-rr-count = RACE RESULT: '{ $text }' is no count of passings
reason-read-start-secret = a start signal that was not sent under the secret of this meet
reason-read-start-unknown = a start signal says '{ $text }', which is not known here
reason-read-start-fields = a start signal with { $number } fields, where '{ $name }' has { $number2 }
reason-read-start-as = a start signal with { $text } as { $name }
reason-read-of-day = not a time of day: '{ $text }' ({ $text2 })
reason-read-gone = { $file } is gone: what it said stands
reason-read-large = { $file } is larger than any result: { $number } bytes
reason-read-written = { $file } is still being written: its last line does not end
reason-read-unanswered = { $file } has not answered for { $seconds } s
reason-read-zeros = not a text file: too many of its bytes are zero (UTF-16 needs its mark)
reason-read-torn = the file is still being written or torn: half a UTF-16 character at its end
reason-read-encoding = not a text file: neither UTF-8 nor cp1252 (Western European Windows)
reason-timing-listen = listen is yes or no, not '{ $text }'
reason-timing-poll = poll is a number of milliseconds from 50 to 60000, not '{ $text }'
reason-timing-dialect = no dialect '{ $text }': write one of { $list }
reason-timing-unfound = '{ $text }' cannot be found: { $what }
reason-timing-input = a serial line has no input '{ $text }' (write one of { $list }, or byte)
reason-timing-gpio = GPIO lines need a library (install pacelight[gpio])
reason-timing-secret-short = the secret in { $file } has { $number } characters, not { $number2 } (openssl rand -hex 32)
reason-timing-secret-read = others can read the secret in { $file } (write: chmod 600 { $file2 })
reason-timing-secret-none = no secret can be read at { $file }: { $what }
reason-timing-every = { $address } is every interface: name the address of the one the device is on
reason-timing-speed = { $number } is no speed of a serial line ({ $list })
reason-survey-colours = one of { $list }, not '{ $text }'
reason-survey-not-lamp = this segment has { $reason }, not lamp { $number }
reason-survey-no-mark = '{ $text }' is no mark of { $text2 } (there are { $list }, or metres)
reason-survey-outside = { $metres } m is outside { $reason }
reason-survey-extent-open = the track from { $metres } m to { $metres2 } m
reason-survey-extent-lap = the lap of { $distance }
reason-survey-gap = a lamp and the metres to the next, as '120 1.5' or 'before 0 4.0', not '{ $text }'
reason-survey-name = a name is some letters or digits, as 'north' or '1'
reason-survey-name-taken = '{ $text }' is the name of another controller
reason-survey-address-taken = { $address } is the address of another controller
reason-survey-metres = metres, as 0.1667, not '{ $text }'
reason-survey-metres-least = metres, as 0.1667, { $number } or more, not '{ $text }'
reason-survey-no-controller = a survey has one controller at least (add one)
reason-survey-nothing-hangs = no lamps hang on it (add a segment, or delete it)
reason-survey-even = { $number } lamps hang on 1 to { $number2 } controllers, not on { $number3 }
reason-survey-lamps-count = a survey has { $first } to { $last } lamps, not { $number }
reason-survey-against = the lamps are numbered against the running direction, from { $metres } m down to { $metres2 } m (number them the other way round)
reason-survey-not-first = lamp 0 stands at { $metres } m, and lamp { $number } at { $metres2 } m is the first past the finish (number them from there)
reason-survey-hole-bare = a hole of { $metres } m after lamp { $number }, from { $metres2 } m to { $metres3 } m
reason-survey-hole = a hole of { $metres } m after { $reason }, from { $metres2 } m to { $metres3 } m, where { $reason2 } stands
reason-survey-hole-told = { $reason } ({ $metres } m of it are told as a gap)
reason-survey-out-of-order = lamp { $number } at { $metres } m is out of order: it stands behind lamp { $number2 } at { $metres2 } m
reason-survey-one-place = { $reason } and { $reason2 } stand at one place, { $metres } m
reason-survey-one-place-lamps = lamps { $number } and { $number2 } stand at one place, { $metres } m
reason-survey-more = { $reason } (and { $number } more of their lamps)
reason-survey-more-its = { $reason } (and { $number } more of its lamps)
reason-survey-short-after = a gap of { $metres } m after { $reason } at { $metres2 } m, but { $reason2 } stands { $metres3 } m further on
reason-survey-short-before = a gap of { $metres } m before { $reason } at { $metres2 } m, but { $reason2 } stands { $metres3 } m further back
reason-survey-lamp-of = lamp { $number } of { $reason }
reason-survey-lamp = lamp { $number }
reason-survey-lamps = lamps { $first } to { $last }
reason-survey-segment = controller { $name }, segment { $number }
reason-survey-segment-says = controller { $name }, segment { $number }: { $reason }
reason-survey-controller-says = controller { $name }: { $reason }
reason-survey-lamp-outside = lamp { $number } at { $metres } m is outside { $reason }
reason-survey-unnamed = controller { $number } has no name
reason-survey-called = { $number } controllers are called { $name }
reason-survey-one-address = controllers { $name } are sent to one address, { $address }
reason-survey-size = a controller has 1 to { $number } lamps, not { $number2 }
reason-survey-no-segments = controller { $name } has no segments (leave it out, or say what hangs on it)
reason-survey-twice = lamp { $number } is in segment { $first } and in segment { $last }
reason-survey-twice-many = lamps { $number } to { $number2 } are in segment { $first } and in segment { $last }
reason-survey-overlap = { $reason } and { $reason2 } overlap from { $metres } m to { $metres2 } m
reason-survey-overlap-two = { $reason } and { $reason2 } overlap from { $metres } m to { $metres2 } m and from { $metres3 } m to { $metres4 } m
reason-survey-turn-against = its lamps are numbered against the running direction, from { $metres } m to { $metres2 } m (write direction = "against")
reason-survey-turn-with = its lamps are numbered with the running direction, from { $metres } m to { $metres2 } m (write direction = "with")
reason-survey-not-beyond = { $reason } does not stand beyond { $reason2 }
reason-survey-point = lamp { $number } at { $metres } m
reason-survey-point-named = lamp { $number } at { $name }, { $metres } m
reason-survey-first-number = its first lamp has the number { $number } (lamps are numbered from 0)
reason-survey-count = count is 1 or more, not { $number }
reason-survey-last-beyond = its last lamp is { $number }, but the controller has { $number2 } (0 to { $last })
reason-survey-last-many = its last lamp is { $number } (a controller has lamps 0 to { $last })
reason-survey-dead = dead { $list }: there are { $reason }
reason-survey-dead-one = dead { $list }: there is { $reason }
reason-survey-no-points = no lamp of it was measured (give at least one known point)
reason-survey-one-point = one known point does not tell how far apart its lamps stand (give another, or apart)
reason-survey-gap-after = a gap after lamp { $number }: there are { $reason }
reason-survey-gap-after-one = a gap after lamp { $number }: there is { $reason }
reason-survey-gap-nothing = a gap of { $metres } m after lamp { $number } (a gap has some metres)
reason-survey-gaps = { $number } gaps after lamp { $number2 } (add them up to one)
reason-survey-known = a known point, { $reason }: there are { $reason2 }
reason-survey-known-one = a known point, { $reason }: there is { $reason2 }
reason-survey-known-outside = a known point, { $reason }, is outside { $reason2 }
reason-survey-mark-none = lamp { $number } at '{ $text }': { $text2 } has no such mark (there are { $list })
reason-survey-two-places = lamp { $number } is at { $metres } m and at { $metres2 } m
reason-survey-too-dense = its lamps would stand { $distance } apart, as on no strip (a known point, a gap or the count is wrong)
reason-survey-kerb-gaps = { $reason } and { $reason2 }: { $metres } m of kerb, but gaps of { $metres2 } m
reason-survey-gaps-longer = { $reason } and { $reason2 }: the gaps between them are longer than { $metres } m of kerb
reason-survey-apart = { $reason } and { $reason2 }: the lamps between them would stand { $distance } apart, others { $distance2 } (one of the two is wrong, or a gap is not told)
reason-survey-longer = its lamps are longer than { $reason }, one every { $distance }
reason-survey-before-finish = lamp { $number } would stand { $metres } m before the finish (number the lamps so that lamp 0 is the first past it)
reason-survey-beyond-finish = lamp { $number } would stand { $metres } m beyond the finish (number the lamps so that lamp 0 is the first past it)
reason-meet-two-outputs = the survey says where its lamps are, { $address }, and so does '{ $text }' (leave one of them out)
reason-meet-no-output = controller '{ $text }' of the survey has no output (give each one, or none)
reason-meet-one-output = the survey has { $number } controllers, and '{ $text }' is one (give each its output in the survey)
reason-meet-same-heat = heat: '{ $text }' is the same event (tell them apart, as in heat = "2")
reason-meet-same-heat-form = heat: '{ $text }' is the same event
reason-meet-file-id = id: { $file } calls it '{ $text }' (write the same here)
reason-meet-file-day = file: { $file } is of { $day }, the meet of { $day2 } (change one)
reason-meet-water = { $event } leads through a water jump: say with { $text } how long a lap through it is, and where its way leaves the lap and joins it
reason-meet-no-water = { $event } has no water jump: delete { $text }
reason-meet-no-distance = { $event } has no distance: lights run races of a distance
reason-meet-no-record = the record is not known: { $reason }
reason-meet-light = light '{ $text }': { $reason }
reason-meet-book = book: { $reason }
reason-meet-level = no level '{ $text }' (there are { $list }; as in "WR" or "NR NED")
reason-meet-scope = { $text } of whom? (write its scope behind it, as in "{ $text2 }")
reason-meet-made-book = { $file } was made, with the records that are shipped
reason-setup-changed = { $file } was changed since you opened it: look at it again (what you typed is kept here)
reason-setup-wled = WLED is not searched for ({ $what })
reason-setup-survey-back = { $reason } (or put an earlier version back)
reason-setup-anew = it has no controllers: begin anew to change it here, or change the file
reason-system-no-file = No such file or directory
reason-system-permission = Permission denied
reason-system-folder = Is a directory
reason-system-long = File name too long
reason-system-database = file is not a database
reason-system-not-text = it is not UTF-8 text
reason-hint-time = write minutes:seconds.hundredths, as in 3:45.14
reason-hint-seconds = seconds after a colon run from 00 to 59
reason-hint-minutes = minutes after a colon run from 00 to 59
reason-hint-longer = a mark is longer than nothing
reason-hint-runner = a runner covers { $metres } to { $metres2 } m in a second
reason-hint-walker = a walker covers { $metres } to { $metres2 } m in a second
reason-thing-club = the club
reason-hint-hurdler = a hurdler covers { $metres } to { $metres2 } m in a second
reason-hint-barriers = a runner over barriers covers { $metres } to { $metres2 } m in a second
reason-hint-team = a team covers { $metres } to { $metres2 } m in a second
reason-system-refused = Connection refused
reason-system-no-route = No route to host
reason-system-unreachable = Network is unreachable
reason-system-unknown-name = Name or service not known
reason-system-timed-out = timed out
reason-list-line = { $file } line { $number }: { $reason }
reason-list-torn = { $file } is torn: its last line does not end ('{ $text }'); take the whole file
reason-list-quotes = quotation marks do not match, or it is no table ({ $text })
reason-list-nobody = neither a name nor a number nor a lane: leave the line out
reason-list-one-line = { $name } { $text } is not on one line (write { $text2 })
reason-list-worn = bib { $bib } is worn by { $name } and by { $name2 }
reason-list-chip-worn = chip { $text } is worn by { $name } and by { $name2 }
reason-list-no-columns = { $file } line { $number } names no column of a start list (write bib, lane, name, nation ...)
reason-list-unknown-column = no column '{ $text }' is known here (name it { $list }, or leave it out)
reason-list-columns = { $number } columns where the header has { $number2 }
reason-list-two-columns = two columns say { $name }; leave one of them out
reason-list-team = team: '{ $text }' is neither yes nor no
reason-list-birth = no birth: '{ $text }' (write 2001, 2001-05-31 or 31.05.2001)
reason-list-day = no day: '{ $text }' (write 2025-02-13 or 13.02.2025)
reason-list-status = '{ $text }' is no status (write DNS, DNF, DQ or NM)
reason-list-month = no month: { $text }
reason-list-formats = { $reason } (formats: { $list })
reason-doubt-several = several athletes have this name
reason-doubt-teams = several teams have this name
reason-doubt-birth = the same name, another birth
reason-doubt-nation = the same name, another nation, and no day of birth to tell by
reason-doubt-little = the same name, and too little else to tell by
reason-survey-point-range = point { $number } (lamp { $number2 } at { $metres } m): there are lamps 0 to { $last }
reason-survey-point-outside = point { $number } (lamp { $number2 } at { $metres } m) is outside { $reason }
reason-survey-point-order = point { $number } (lamp { $number2 } at { $metres } m) does not follow point { $number3 } (lamp { $number4 } at { $metres2 } m)
reason-list-heat = { $file }, heat { $text }: { $reason }

## What is to be settled

reason-and-why = { $reason1 }: { $reason2 }
reason-placed-too-far = nobody comes so far in that time
reason-placed-too-fast = nobody runs { $metres } m in that time
reason-placed-word = that word is not known here
reason-placed-entered = a person has entered it otherwise
reason-refuses-marks = the book refuses marks of race '{ $race }', bib { $list }: { $what }
reason-refuses-bib = the book refuses bib { $bib }: { $reason }
reason-untimed-one = 1 runner has neither a time nor a DNS, DNF or DQ: bib { $bib }
reason-untimed = { $number } runners have neither a time nor a DNS, DNF or DQ: bib { $list }
reason-placed-out = a person has said { $status }, and here is a finish
reason-found-book-unwilling = it does not take marks: { $what }
reason-placed-official = { $name } has another official time there
reason-placed-put-right = the timing system takes it back, and a person has put it right
reason-placed-who = it is not said who it was
reason-placed-not-listed = { $thing } is not on the start list
reason-placed-none-listed = { $thing } are not on the start list
reason-placed-another = { $thing1 } is another runner than { $thing2 } (bib { $bib })
reason-placed-beam = a beam sees somebody, not whom
reason-placed-the-beam = the beam
reason-placed-no-point = no point of { $name } is called '{ $text }'
reason-placed-no-time = no time comes with it
reason-placed-other-race = the race is not as old as that: it is a time of another one
reason-placed-bib = bib { $bib }
reason-placed-lane = lane { $lane }
reason-placed-chip = chip { $chip }
reason-placed-bib-lane = bib { $bib }, lane { $lane }
reason-placed-bib-chip = bib { $bib }, chip { $chip }
reason-placed-lane-chip = lane { $lane }, chip { $chip }
reason-clock-set-ahead = the clock of { $name } was set ahead by { $seconds } s
reason-clock-set-back = the clock of { $name } was set back by { $seconds } s
reason-gun-heard-late = the gun of { $name } was { $seconds } s before it was heard: its line is slow, or its clock was set back
reason-gun-not-believed = { $name } is not believed about the gun: { $reason }
reason-gun-earlier = it is earlier than { $name } ({ $what }) allows
reason-gun-later = it is later than { $name } ({ $what }) allows
reason-gun-before-armed = it was before the race was armed
reason-timing-confirms = the timing system says that the result of '{ $race }' is confirmed
reason-timing-false-start = { $name } says that it was a false start
reason-timing-false-start-ask = { $name } speaks of a false start: recall the race if it was one
reason-source-nothing-heard = nothing was heard for { $seconds } s
reason-source-start-silent = the start signal has not been heard for { $seconds } s
reason-source-pulled-out = the line was pulled out
reason-source-closed = the other end closed the line
reason-source-unread = it does not read what it is answered
reason-source-unfinished = it began a message and did not end it
reason-source-not-allowed = { $name } may not send here: name it in allow
reason-source-deaf = cannot listen at { $address }: { $text }

## Overlays

overlay-title = Overlay
overlay-laps = { $laps ->
    [one] lap to go
   *[other] laps to go
}
overlay-last-lap = last lap
overlay-ahead = ahead
overlay-behind = behind
overlay-official = official
overlay-corrected = official, corrected
overlay-provisional = provisional
overlay-not-ratified = not ratified yet

## Displays

display-title = Display
display-no-script = A display needs JavaScript. Without it there are
display-asking = Asking what to show
display-waiting = Waiting for the race
display-number = Display { $number }
display-fill = The meet office says what is shown here
display-code = The race on your phone
display-no-record = No record yet
display-shows-number = its number
display-shows-scoreboard = scoreboard
display-shows-clock = clock
display-shows-start-list = start list
display-shows-results = results
display-shows-records = record
display-shows-code = QR code of the race
display-shows-text = message
display-shows-black = nothing, black
displays-title = Displays
displays-no-script = To fill displays needs JavaScript. Without it there are
displays-how = Open /display on any screen: it shows its number, and stands here.
displays-open = Open one here
displays-none = No display is known yet.
displays-alive = on
displays-off = off
displays-shows = Shows
displays-name = Where it hangs
displays-text = Message
displays-save = Say so
displays-remove = Take away
displays-remove-sure = Take it away: press again
displays-unanswered = The server did not answer: try again.

## Shared: what lights are called

reason-light-record = { $reason } { $mark }, { $name }
reason-light-even = { $mark } even
reason-light-splits = { $mark } by splits
reason-level-world = World record
reason-level-world-best = World best
reason-level-africa = African record
reason-level-asia = Asian record
reason-level-europe = European record
reason-level-nacac = NACAC record
reason-level-oceania = Oceanian record
reason-level-south-america = South American record
reason-level-national = National record of { $nation }
reason-level-championship = Championship record
reason-level-series = Series record
reason-level-meeting = Meeting record
reason-level-stadium = Stadium record
reason-level-personal = Personal best
reason-level-season = Season best
reason-label-changed = { $mark }, changed
method-photo = photo finish
method-cell = light cell
method-transponder = transponder
method-hand = by hand
method-video = video
from-hand = by hand
reason-light-negative = { $mark } negative
reason-light-again = { $mark } again

## Published results

published-title = Results
published-all = All races
published-unofficial-title = { $race } (unofficial)
published-official = Official
published-unofficial = Unofficial
published-state-not-yet-called = not yet called
published-state-on-the-start-line = on the start line
published-state-running = running
published-state-finished = finished
published-state-recalled-false-start = recalled: false start
published-state-aborted = aborted
published-start = start { $time } (UTC{ $zone })
published-wind = wind { $wind } m/s
published-lane = Lane
published-laps-behind = { $laps ->
    [one] 1 lap behind
   *[other] { $laps } laps behind
}
published-not-timed = not timed officially
published-records = Records
published-en-route = { $code } on the way
published-equals = equals { $stood }
published-before = before: { $stood }
published-pending = candidate, pending ratification
published-splits = Splits
published-took = Took
published-by = Timed by
published-judged = official
published-finish = finish
published-lights = Pacing lights: { $lights }.
published-not-official = Not official: the judges have not confirmed this result, and it may change.
published-found = Records were found by software and are pending ratification.
published-proof = Proof: the first { $lines } lines of the journal { $journal } end in
published-file-html = page

## Check sheet

sheet-title = Check sheet
sheet-document = Check sheet of { $name }
sheet-page = page { $page } of { $pages }
sheet-lap = { $lamps ->
    [one] 1 lamp
   *[other] { $lamps } lamps
}, lap { $length } m.
sheet-end-to-end = { $lamps ->
    [one] 1 lamp
   *[other] { $lamps } lamps
}, { $length } m from end to end.
sheet-how = Light the lamps one by one ({ $command }): one of you reads a line, the other stands at the mark. Tick the box where the lamp named shines beside the mark; where it does not, write down which one does.
sheet-controller = Controller { $name }
sheet-controller-at = Controller { $name } at { $output }
sheet-lamps = { $lamps ->
    [one] 1 lamp
   *[other] { $lamps } lamps
}
sheet-segment = segment { $number }: { $told }
sheet-span = lamps { $first } to { $last } from { $from } m to { $to } m
sheet-span-one = lamp { $first } at { $from } m
sheet-apart = one every { $distance }
sheet-with = numbered with the running direction
sheet-against = numbered against the running direction
sheet-offset = all of it { $metres } m on
sheet-gap-before = a gap of { $metres } m before lamp { $lamp }
sheet-gap-after = a gap of { $metres } m after lamp { $lamp }
sheet-dead-lamps = dead: { $lamps }
sheet-and-more = { $lamps } and { $more } more
sheet-finish = finish
sheet-tangent = tangent { $number }
sheet-start = start of { $events }
sheet-dead = dead
sheet-head-ok = ok
sheet-head-metre = metre
sheet-head-mark = mark
sheet-head-controller = controller
sheet-head-segment = seg.
sheet-head-lamp = lamp
sheet-head-stands = stands
sheet-head-found = found
sheet-note = Metre: past the finish line, along the measured line. Lamp: its number. Stands: metres that it stands beyond the mark (− before it).
sheet-note-wired = Metre: past the finish line, along the measured line. Lamp: its number on the controller. Stands: metres that it stands beyond the mark (− before it).
sheet-sign-read = read by
sheet-sign-kerb = at the kerb
sheet-sign-day = day and hour
drawn-title = { $name }: lap { $lap } m, kerb { $kerb } m
drawn-open-title = { $name }: { $lap } m, kerb { $kerb } m
drawn-lamps = , { $count } lamps
drawn-kerb = kerb
drawn-line = measured line
drawn-lamp = lamp
drawn-finish = finish line
drawn-close = the finish line, seen close
drawn-tangent = tangent
drawn-controller = controller { $name }
drawn-segment = { $name }, segment { $number }
drawn-segment-lamps = lamps { $first } to { $last }
drawn-segment-lamp = lamp { $first }
drawn-against = against
drawn-dead = dead lamp
drawn-gap = gap

## Record dossier

dossier-title = Record dossier
dossier-link = Dossier to print (PDF)
dossier-page = page { $page } of { $pages }
dossier-made = as of { $day }
dossier-how = What the book and the evidence of the race know stands in print. A line that is empty is for a pen. Software finds candidates; people ratify.
dossier-claimed = The record
dossier-athlete = The athlete
dossier-team = The team
dossier-name = Name
dossier-born = Date of birth
dossier-nation = Nation, on that day
dossier-class = Class
dossier-club = Club
dossier-bib = Bib
dossier-runners = Runners, in order
dossier-performance = The performance
dossier-event = Event
dossier-mark = Mark
dossier-en-route = On the way to
dossier-place = Place
dossier-competition = Competition
dossier-round = Round
dossier-venue = Venue
dossier-day = Day
dossier-hour = Hour of the start, local
dossier-gun = Gun, by the clock of the engine
dossier-wind = Wind
dossier-wind-text = { $wind } m/s
dossier-started = Competitors who started
dossier-track = The track
dossier-lap = Lap
dossier-roof = Under a roof
dossier-yes = yes
dossier-no = no
dossier-altitude = Above the sea
dossier-altitude-text = { $metres } m
dossier-radius = Radius of the bends, rail
dossier-certificate = Certificate of measurement: number, valid until
dossier-course = Measurer of the course, and measured again on
dossier-timing = Timing
dossier-method = Taken by
dossier-official = Measured and judged as a finish
dossier-system = System: maker, model, number
dossier-image = Photo-finish image: file or number
dossier-zero = Zero-control test: hour, result
dossier-start-system = Start information system: print number
dossier-gauge = Wind gauge: model, number
dossier-splits = Intermediate times
dossier-no-splits = No intermediate time is known here.
dossier-field = Who competed
dossier-field-book = As far as the book holds them; the start list and the result of the meeting decide.
dossier-shoes-and-doping = Shoes, implement, doping control
dossier-shoes = Shoes: model, on the list of the day
dossier-implement = Implement: maker, checked before and after
dossier-sample = Doping sample: number, hour
dossier-laboratory = Laboratory
dossier-esa = Analysed for ESA
dossier-conditions = What ratification asks for
dossier-condition = Condition
dossier-known = What is known
dossier-looked = Looked at by, when
dossier-not-confirmed = Question mark: the text of the rule was not before us. Look it up.
dossier-history = What was said and decided
dossier-history-none = Nothing was decided yet.
dossier-what = What
dossier-by = By
dossier-why = Why
dossier-lights = Pacing lights
dossier-light = Light
dossier-shown = What it showed
dossier-plan-print = SHA-256 of its plan
dossier-evidence = Evidence of the race
dossier-evidence-none = None lay before this page. Files that are sent with it:
dossier-file = File, SHA-256
dossier-kind = What it is
dossier-bytes = Bytes
dossier-chain = The journal { $name } is whole: { $lines } lines, none changed, none lost. A next line would carry { $link }. To prove it again:
dossier-enclosed = Enclosed
dossier-enclosed-image = photo-finish image
dossier-enclosed-zero = image of the zero-control test
dossier-enclosed-start-system = print of the start information system
dossier-enclosed-certificate = certificate of the track or course
dossier-enclosed-doping = doping control form
dossier-enclosed-start-list = start list
dossier-enclosed-result = official result
dossier-enclosed-programme = printed programme
dossier-enclosed-files = the files of the evidence
dossier-signed = Signed, by post
dossier-sign = name, signature, day
dossier-post-referee = Referee
dossier-post-starter = Starter
dossier-post-photo = Chief photo-finish judge
dossier-post-judge = Chief judge of the event
dossier-post-wind = Wind gauge operator
dossier-post-measurer = Measurer
dossier-post-doping = Doping control officer
dossier-post-statistician = Statistician
dossier-post-director = Meeting director
dossier-post-federation = For the federation

## What the checklist finds

reason-check-untold = no fact of the book tells; somebody has to look
reason-check-official = the book has it as official
reason-check-not-official = the book has it as not official: it makes no record
reason-check-no-evidence = no evidence of the race tells of it (give it by --evidence)
reason-check-evidence = the evidence has { $mark }
reason-check-evidence-other = the evidence has { $mark }, the book { $mark2 }
reason-check-evidence-not-official = the evidence has { $mark }, not official, the book { $mark2 }
reason-check-started = { $count } started, as the evidence has it
reason-check-holds = the book holds { $count } of that race
reason-check-holds-only = the book holds { $count } of that race, and not who else ran
reason-check-no-nation = { $code } is no nation that holds records
reason-check-nation = entered for { $code }, which counted then; eligibility is for people to look at
reason-check-by-photo = the evidence has it by photo
reason-check-by-cell = the evidence has it by cell
reason-check-by-transponder = the evidence has it by transponder
reason-check-by-hand = the evidence has it by hand
reason-check-by-video = the evidence has it by video
reason-check-timing-untold = how it was timed is not told
reason-check-automatic = the book has it as timed automatically
reason-check-timed-hand = the book has it as timed by hand
reason-check-timed-transponder = the book has it as timed by transponder
reason-check-no-time = it is no time
reason-check-decimals = { $mark } has { $count } decimals
reason-check-decimals-other = { $mark } has { $count } decimals, { $event } is read to { $digits }
reason-check-one-decimal = { $mark } has 1 decimals
reason-check-one-decimal-other = { $mark } has 1 decimals, { $event } is read to { $digits }
reason-check-no-decimals = { $mark } has 0 decimals
reason-check-no-decimals-other = { $mark } has 0 decimals, { $event } is read to { $digits }
reason-check-photo = the evidence names a photo finish; the images are for people to keep
reason-check-images = the images are for people to keep
reason-check-no-reading = no reading was taken
reason-check-reading-untold = no reading is told
reason-check-wind = the book has { $speed } m/s
reason-check-no-lap = the event is not run round a lap
reason-check-lap-untold = the book does not know the lap of the venue
reason-check-lap = the lap is { $metres } m
reason-check-race-untold = nobody says: it stands on neither list (add Wo or Mx to its flags)
reason-check-mixed = a mixed race
reason-check-women-only = a women-only race
reason-check-no-result = the evidence has no result of the athlete
reason-check-status = the evidence has { $status }
reason-check-says-so = the evidence says so
reason-check-whole = the book holds { $code } { $mark } of the same race
reason-check-no-whole = the book holds no { $code } of theirs of that day
reason-check-lights = the book notes them
reason-check-lights-untold = the book notes none, and whether they ran is not told
reason-check-lights-ran = they ran, as the evidence has it, and the book does not say so
reason-check-lights-none = none ran, as the evidence has it
reason-check-no-submission = the book knows of no submission
reason-check-submitted = submitted on { $day }
reason-strayed = within { $count } cm of its plan in 99.9 % of { $frames } frames
reason-strayed-missed = within { $count } cm of its plan in 99.9 % of { $frames } frames, { $frames2 } instants missed
reason-strayed-dark = no frame showed it

## Why a plan is refused

reason-plan-off-way = at { $seconds } s the light is not on its way any more, or not yet again
reason-plan-too-sudden = from { $metres } m on, { $metres2 } m in { $seconds } s cannot be run: a light changes its speed by { $metres3 } m/s in a second and takes { $seconds2 } s for it
reason-plan-too-fast = to be at the finish in { $seconds } s it would have to run { $metres } m/s from { $metres2 } m on (a light runs { $metres3 } to { $metres4 })
reason-plan-last-point = the plan ends at { $distance }: its last point has to be the finish, { $distance2 }
reason-plan-no-point = the plan has no point: its last point has to be the finish, { $distance }
reason-plan-backwards = the plan runs backwards: { $distance } comes after { $distance2 }
reason-plan-backwards-in-time = the plan runs backwards in time: { $seconds } s at { $distance } after { $seconds2 } s at { $distance2 }
reason-plan-speed = from { $distance } to { $distance2 } the plan runs { $metres } m/s (a runner covers { $metres2 } to { $metres3 } m in a second)
reason-plan-standing-start = a standing start takes more than 0 and less than { $seconds } s, not { $seconds2 } s
reason-plan-standing-speed = a standing start of { $seconds } s within { $distance } asks for { $metres } m/s where { $metres2 } is the most: give it more metres or less time
reason-plan-negative = the second half has to be faster than the first, and take time itself
reason-plan-only-finish = only the finish was timed, there is nothing to run again: make an even plan of it
reason-plan-no-distance = { $event } has no distance: no light can run it
reason-plan-no-points = no points (write distance and running time, one a line: 400 55.8)
reason-plan-many-points = { $count } points are more than a plan has ({ $count2 } at most)
reason-plan-not-a-point = line { $number }: not a point: '{ $text }' (write distance and running time: 400 55.8)
reason-plan-line = line { $number }: { $reason }
reason-plan-lane = lane { $number } is none of a track (write 1 to { $number2 })
reason-plan-lanes-hall = the lanes of { $name } are as the hall was built: look at its certificate
reason-plan-no-laps = there are no laps on { $name }: it has two ends
reason-plan-rows = the rows of a table are apart: write every 100 m, or every lap
reason-plan-no-pace = no pace from { $text } to { $text2 }: the second point must be further and later

## Why a mark is refused

reason-mark-nothing = a mark is longer than nothing, not { $text }
reason-mark-fine = finer than { $event } is timed: '{ $text }' (write { $text2 }, rounded up)
reason-mark-fine-length = finer than { $event } is measured: '{ $text }' (write { $text2 }, rounded down)
reason-mark-not-timed = { $event } is { $what }, not timed: '{ $text }'
reason-mark-not-a-length = not a length: '{ $text }' ({ $hint })
reason-mark-no-points = no points: '{ $text }' ({ $hint })
reason-distance-not-whole = '{ $text }' is not a whole number of millimetres
reason-distance-negative = a distance is not negative: { $text } mm
reason-mark-points-of = no points of { $event }: '{ $text }' (they lie { $hint })

## Why the book does not decide

reason-book-no-performance-to-decide = no performance '{ $text }' in the book (a decision needs one)
reason-book-known-before = { $name }: { $what } on { $day } cannot be known on { $day2 }
reason-book-not-withdrawn-twice = { $name }: a withdrawal is not withdrawn (decide anew)
reason-book-withdrawn-before = { $name }: what was decided on { $day } is not withdrawn on { $day2 }
reason-book-of-a-level = { $name }: of one record level a mark is submitted, ratified or rejected, not { $what } as { $text }
reason-book-decided-meanwhile = { $name }: somebody has decided about it meanwhile (look at it again)
reason-book-say-who-looked = { $name }: say who looked
reason-book-no-condition = no condition '{ $text }' is asked of { $name } (there are { $names })
reason-book-other-evidence = the evidence is of another race: { $text }, not { $text2 }
reason-book-one-scope = a lead is of one scope, not of two: { $text }, { $text2 }
reason-book-lines = a list has at least one line, not { $number }
reason-book-nation-or-area = a list is of a nation or of an area, not of both: { $text }, { $text2 }
reason-book-no-parameter = this page has no parameter '{ $text }' ({ $names })
reason-book-is-not = { $name } is { $text }, not '{ $text2 }'
reason-announcer-runners = from 1 to { $count } runners are asked about, not { $count2 } (entry=BIB KEY NATION)
reason-announcer-say = say event, sex and day of the race
reason-book-year-not-begun = as of { $day } the year { $number } has not begun
reason-book-no-such-performance = no performance '{ $text }' in the book (its key stands in `--json` answers)
reason-book-attest-what = what is attested? (name a performance and a condition of its checklist)
reason-book-looked-before = { $name }: nobody looked before 1970
reason-book-scope-of-level = { $name }: a scope is that of a level (name the level too)

## Shared: why a display is refused

reason-display-text = a { $name } has at most { $count } characters that can be printed, on one line
reason-display-message = a message has a text: write one, or show something else
reason-display-many = there are { $count } displays already: take one away first
reason-display-kept = { $name } does not keep the displays: { $text }

## Why a meet is refused

reason-meet-no-race = no race '{ $text }' at this meet (there are { $names })
reason-meet-no-races = no race is on the timetable (write a [[race]] for each)
reason-meet-two-races = id: two races are called '{ $text }'
reason-meet-number = number: '{ $text }' has it too
reason-meet-nobody = nobody runs (write entries = "mile.csv", or a [[race.runner]] for each)
reason-meet-zone = no time zone '{ $text }' (write it as in Europe/Paris, or +01:00)
reason-meet-offset = not a difference to UTC: '{ $text }' (write it as in +01:00)
reason-meet-stakes-scope = { $text } of whom? (write its scope behind it, as in "{ $text2 } NED")
reason-meet-two-lights = two lights are called '{ $text }'
reason-meet-source = source '{ $text }' is not among the sources ({ $names })
reason-meet-survey-of = { $text } is a survey of { $name }, not of { $name2 }
reason-meet-nation = bib { $bib }: write the nation by its code, '{ $text }'
reason-meet-chip = bib { $bib }: chip { $text } is worn by bib { $bib2 } too: leave one of them out
reason-meet-brighter = lamps.daylight: the sun needs all the light there is (write brightness = 1, or daylight = false)
reason-meet-mend = not a meet file: { $text } (mend it by hand, or put an earlier version back)
reason-meet-not-text = { $name } is no UTF-8 text (put an earlier version back)
reason-meet-not-here = the meet file cannot be changed here (write its tables as [track], [[race]])
reason-meet-not-so = the meet file cannot be changed so: { $text } (write tables as [[race]])
reason-meet-folder = the folder of the meet cannot be made at { $name }: { $text }
reason-meet-no-version = no version can be kept in { $name }: { $text }
reason-meet-version = version { $number } of { $name } cannot be read: { $text }
reason-file-not-written = { $name } cannot be written: { $text }

## Why a journal is not believed

reason-journal-damaged = { $name }: line { $number } at byte { $bytes } is damaged: { $reason }
reason-journal-breaks-off = it breaks off
reason-journal-no-line = it is not a line of a journal
reason-journal-checksum = its checksum does not fit
reason-journal-number = it says it is line { $number }
reason-journal-follows = it does not follow from the line before
reason-journal-written = it is not written as a journal is
reason-journal-begin = it is no line to begin with
reason-journal-goes-on = it does not go on from the file before
