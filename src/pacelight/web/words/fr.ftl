## The language

language-name = français
language-locale = fr-FR
language-choice = Langue

## Shared: the race and its parts

state-idle = Pas encore appelée
state-loaded = Prochaine course
state-checked = Prête
state-armed = Sur la ligne de départ
state-running = En course
state-held = Lumières arrêtées
state-finished = Course terminée
state-official = Officiel
state-aborted = Course annulée
state-recalled = Faux départ
sex-men = Hommes
sex-women = Femmes
sex-mixed = Mixte
point-start = départ
point-finish = arrivée
pattern-comet = comète
pattern-solid = continue
pattern-dashed = en tirets
pattern-blinking = clignotante
look-countdown = avant le coup de pistolet
look-false-start = Faux départ : retour sur la ligne
look-recall = Faux départ : retour sur la ligne
look-abort = La course est annulée
way-ahead = devant
way-behind = derrière
way-level = à hauteur
column-at = À
column-time = Temps
column-segment = Intervalle
column-gap = Sur la lumière
column-metres = Mètres
column-place = Place
column-bib = Dossard
column-name = Nom
column-nation = Pays
column-mark = Perf.
column-light = Lumière
column-pattern = Motif
column-record = Record
column-event = Épreuve
column-athlete = Athlète
column-better = Amélioré de
column-stood = Ancien
column-since = Depuis
column-status = Statut
column-finish = Arrivée
point-at = à { $point }
point-at-finish = à l’arrivée
look-clap = Frappez des mains

## Shared: records

level-WR = Record du monde
level-WB = Meilleure performance mondiale
level-AR = Record continental
level-NR = Record national
level-CR = Record des championnats
level-MR = Record du meeting
level-PB = Record personnel
level-SB = Meilleure performance de la saison
area-AFR = Record d’Afrique
area-ASI = Record d’Asie
area-EUR = Record d’Europe
area-NAC = Record de la NACAC
area-OCE = Record d’Océanie
area-SAM = Record d’Amérique du Sud
level-scoped = { $level } { $scope }
status-candidate = candidat : trouvé par Pacelight, pas encore soumis
status-pending = en attente : soumis, pas encore homologué
status-ratified = homologué
status-rejected = refusé
status-annulled = annulé
record-provisional = provisoire
record-en-route = au passage
record-better = { $by } s sous { $stood }
record-equalled = égale { $stood }
record-since = depuis le { $day }, { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
short-candidate = candidat
short-pending = en attente
short-ratified = homologué
short-rejected = refusé
short-annulled = annulé
short-hand = manuel
correction-title = Correction
correction-other = { $name }, { $what } : { $now }, et non { $before }.
correction-gone = { $name }, { $what } : { $before } ne compte pas.
correction-result = { $name } : { $now }, et non { $before }.
correction-result-gone = { $name } : { $before } ne compte pas.
correction-place = { $place }. en { $mark }
correction-away = Ranger
correction-more = et { $count } de plus
level-WL = Meilleure performance mondiale de l’année
level-AL = Meilleure performance continentale de l’année
level-NL = Meilleure performance nationale de l’année
level-AB = Meilleure performance continentale
level-NB = Meilleure performance nationale
level-LR = Record du circuit
level-FR = Record du stade
level-of = { $level } : { $whose }
level-at = { $level } : { $whose }
level-aged = { $level }, { $age }
scope-world = Monde
list-of-best = Bilan de tous les temps, meilleure de chaque athlète
list-of-all = Bilan de tous les temps, toutes les performances
days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
scope-AFR = Afrique
scope-ASI = Asie
scope-EUR = Europe
scope-NAC = Amérique du Nord, centrale et Caraïbes
scope-OCE = Océanie
scope-SAM = Amérique du Sud
number = { $number }

## Shared: events

event-metres = { $length } m
event-kilometres = { $length } km
event-mile = Mile
event-miles = { $length } miles
kind-short-track = { $event } piste courte
event-yards = { $length } yards
event-two-miles = Deux miles
event-one-hour = Une heure
event-two-hours = Deux heures
event-hours = { $length } heures
event-half-marathon = Semi-marathon
event-marathon = Marathon
event-high-jump = Saut en hauteur
event-pole-vault = Saut à la perche
event-long-jump = Saut en longueur
event-triple-jump = Triple saut
event-shot-put = Lancer du poids
event-discus-throw = Lancer du disque
event-hammer-throw = Lancer du marteau
event-javelin-throw = Lancer du javelot
event-weight-throw = Lancer de poids lourd
event-pentathlon = Pentathlon
event-heptathlon = Heptathlon
event-octathlon = Octathlon
event-decathlon = Décathlon
event-distance-medley = Medley long
kind-road = { $event } sur route
kind-race-walk = { $event } marche
kind-relay = { $event } relais
kind-steeplechase = { $event } steeple
kind-hurdles = { $event } haies

## Shared: connection, clock, lights

connection-connecting = connexion
connection-live = en direct
connection-stale = figé depuis { $seconds } s
connection-offline = hors ligne
connection-connecting-help = En attente des premières nouvelles de la course.
connection-live-help = Vous voyez ce que l’on sait à cet instant.
connection-stale-help = Plus rien depuis un moment ; la page réessaie d’elle-même.
connection-offline-help = Pas de connexion ; la page réessaie d’elle-même tant qu’elle est ouverte.
clock-error = horloge ±{ $ms } ms
clock-unset = horloge pas encore réglée
output-frames = { $frames } images lumineuses envoyées, { $late } en retard
controllers-up = { $count ->
    [one] { $count } contrôleur, en service
   *[other] { $count } contrôleurs, tous en service
}
controller-refusing = { $name } refuse, depuis { $seconds } s
controller-away = { $name } absent depuis { $seconds } s
other-standby = secours { $name }
other-node = nœud lumineux { $name }
other-clock = { $other }, horloge { $offset } ms ± { $error }
other-silent = { $other }, muet depuis { $seconds } s
theme-dark = Thème sombre
theme-light = Thème clair
source-waiting = en attente
source-connected = connecté
source-silent = muet
source-lost = perdu
source-refused = refusé
theme-sunlight = Plein soleil : noir sur blanc, gras
screen-awake = L’écran reste allumé tant que cette page est affichée.
screen-asleep = L’écran peut s’éteindre
screen-asleep-why = Ce navigateur ne garde pas l’écran allumé ici : ouvrez la page en https, ou réglez l’appareil pour ne jamais s’éteindre.
source-up = joint
source-refusing = en refus
source-away = absent

## The record chase

chase-description = Une course contre le record, en direct : lumières, coureurs, écarts, temps de passage, records.
chase-no-script = L’image animée a besoin de JavaScript.
chase-no-script-results = Résultats, records et temps de passage s’en passent.
chase-untitled = En attente de la course
chase-waiting = Le moteur ne s’est pas encore fait entendre. La page continue d’elle-même dès qu’il le fait.
chase-speed = vitesse { $rate }×
chase-speed-help = Un enregistrement, joué plus vite qu’il n’a été couru
chase-results = Résultats
chase-plain = Résultats en texte simple
chase-less-motion = Moins de mouvement
chase-less-motion-help = L’image avance deux fois par seconde
chase-skip = Aller aux résultats
chase-race-clock = Chronomètre de la course
chase-before-gun = avant le coup de pistolet
chase-winner = temps du vainqueur, { $name }
chase-to-go = encore { $metres } m
chase-to-go-about = encore { $metres } m environ
chase-last-lap = dernier tour
chase-laps-to-go = { $laps ->
    [one] encore { $laps } tour
   *[other] encore { $laps } tours
}
chase-stage = La piste
chase-canvas = La piste, { $track }, avec { $lamps ->
    [one] { $lamps } lampe
   *[other] { $lamps } lampes
} le long de la lice. Course sur { $distance }.
chase-heading = La chasse
chase-as-of = tel qu’au livre le { $day }
chase-no-gap = Premier écart au premier passage
chase-last-seen = { $gap } s { $at }, dernier écart
chase-status-DNS = non partant
chase-status-DNF = abandon
chase-status-DQ = disqualifié
chase-status-NM = sans performance
chase-against = contre { $light }
chase-pace-help = projeté, non mesuré
chase-splits = Temps de passage
chase-splits-of = Temps de passage : { $name }
chase-runner = Coureur
chase-no-splits = Pas encore de temps de passage
chase-official = officiel
chase-official-note = temps officiel ; les autres sont affichés à titre indicatif
chase-finish-only = arrivée seulement
chase-start-list = Liste de départ et résultats
chase-records = Records
chase-no-records = Aucun pour l’instant. Un record s’affiche ici dès qu’il est trouvé.
chase-legend = Ce qui est montré
chase-legend-runner = au dernier passage
chase-legend-projected = projeté d’après son allure
chase-record-caption = { $level } { $mark }, provisoire : { $name }
chase-said-before = La course n’a pas commencé.
chase-said-leads = { $name } { $at } en { $time }
chase-said-ahead = { $seconds } secondes, { $metres } mètres devant { $light }
chase-said-behind = { $seconds } secondes, { $metres } mètres derrière { $light }
chase-said-level = à hauteur de { $light }
chase-said-out = { $name } : { $status }.
chase-leader = la tête de course
chase-lines = Lignes sur la piste
chase-legend-line = ligne, pas une lampe : allure régulière
chase-to = Écarts avec
chase-follow = Suivre
chase-gaps = Écarts au fil de la course
chase-gaps-of = Secondes d’avance sur { $line } (en haut) ou de retard (en bas), à chaque passage
chase-as-table = Les écarts en tableau
chase-now = maintenant environ { $gap } s, projection
chase-finish-pace = Arrivée à cette allure
chase-finish-lap = à l’allure du dernier tour
chase-finish-even = à l’allure moyenne jusqu’ici
chase-not-calibrated = non calibré
chase-delay = Décalage pour la télévision
chase-delay-value = { $seconds } s de décalage
chase-delay-none = aucun : en direct
chase-delay-help = Tout ici, le chronomètre et les records aussi, est montré tel qu’on le savait alors.
chase-delay-missing = Rien n’est connu ici de ce moment. La page commence dans { $seconds } s.
chase-replay = Rediffusion
chase-play = Lecture
chase-pause = Pause
chase-seek = Temps de course
chase-replay-speed = Vitesse
chase-to-live = Vers le direct
chase-again = Revoir cette course
chase-earlier = Courses précédentes
chase-no-earlier = Aucune course n’est conservée ici.
chase-not-kept = Cette course n’est pas conservée ici.
chase-fetching = Chargement de la course.
chase-gun-error = départ ±{ $ms } ms
chase-settings = Ce qui est affiché
chase-leader-short = en tête
chase-more-lines = { $count } de plus

## Results without scripts

results-title = Résultats
results-unheard = La course ne s’est pas encore fait entendre.
results-not-official = { $state }, pas encore officiel
results-corrected = { $state }, et rectifié depuis
results-again = Relire
results-live = La page en direct
results-now = Résultats de la course en piste
results-others = Résultats d’autres courses
results-book = Le livre des records
results-lights = Lumières
results-records = Records
results-splits = Temps de passage : { $name }
results-corrections = Rectifié depuis le premier résultat officiel
results-en-route = { $event } (au passage)
results-equalled = égalé
results-by = { $by } s

## The shell: what every page has

shell-no-race = En attente de la course
shell-settings = Réglages et touches
shell-close = Fermer
shell-theme = Thème
shell-signed-in = Connecté
shell-dismiss = Ranger
shell-hold = Maintenir { $seconds } s
shell-hold-again = Appuyer encore pour confirmer
shell-keys = Touches
shell-keys-how = Appuyez sur le bouton d’une ligne, puis sur la touche ou la pédale qui doit le faire. Gardé dans ce navigateur.
shell-keys-reset = Les touches habituelles
shell-key-none = aucune
shell-key-held = maintenue
shell-key-press = Appuyez sur une touche
shell-key-choose = { $what } : { $key }. Choisir une autre touche
shell-key-taken = Cette touche sert déjà : { $what }
shell-sign-in = Se connecter
shell-sign-in-how = Le directeur crée un code pour ce poste. Saisissez-le ici.
shell-sign-in-go = Se connecter
shell-sign-in-waits = { $count ->
    [one] Votre demande attend et repart avec votre code.
   *[other] { $count } demandes attendent et repartent avec votre code.
}
shell-sign-in-nobody = Ce serveur ne laisse entrer personne : ouvrez la page d’un autre.
shell-sign-in-unreached = Le serveur n’a pas répondu : réessayez.
shell-signed-out = Vous n’êtes plus connecté
shell-code = Code
shell-waits-answer = en route
shell-waits-network = attend le réseau, { $seconds } s
shell-waits-sign-in = attend votre code
key-Space = Espace
key-Escape = Échap
key-Enter = Entrée
key-PageUp = Page haut
key-PageDown = Page bas
key-ArrowUp = ↑
key-ArrowDown = ↓
key-ArrowLeft = ←
key-ArrowRight = →

## Shared: acts

act-load = charger
act-unload = décharger
act-reload = relire le meeting
act-check = vérifier
act-arm = armer
act-override = armer malgré tout
act-disarm = désarmer
act-gun = coup de pistolet
act-started = départ donné
act-move-gun = déplacer le départ
act-hold = arrêter les lumières
act-go-on = reprendre
act-finish = fin de course
act-official = officialiser
act-reopen = rouvrir
act-recall = rappeler
act-abort = annuler la course
act-reset = réinitialiser
act-blackout = tout éteindre
act-light = rallumer
act-replan = changer le plan
act-take-lights = prendre les lumières
act-leave-lights = laisser les lumières
act-split = temps de passage
act-status = statut
act-strike = rayer
act-restore = rétablir
act-reassign = réattribuer
act-swap = échanger
act-correct = corriger
act-undo = annuler l’action
act-settle = trancher
act-fade = fondu
act-nudge = ajuster
act-show = spectacle
act-walk = parcourir les lampes

## Shared: roles

role-spectator = spectateur
role-display = écran
role-announcer = speaker
role-statistician = statisticien
role-timer = chronométreur
role-operator = opérateur
role-director = directeur

## Signing in

pair-title = Se connecter
pair-how = Scannez le code reçu, ou saisissez-le ici. Pour regarder, nul n’en a besoin :
pair-race = la course
pair-code = Code
pair-submit = Se connecter
pair-hint = Le directeur crée un code pour chaque poste. Il vaut dix minutes, une seule fois.
pair-open-network = Ce qui est envoyé à cette adresse peut être lu par d’autres sur le réseau ; personne ne se connecte donc ici.
pair-use-https = Ouvrez la page par son adresse https. Pour regarder, nul n’a besoin de se connecter :
pair-wrong-code = Ce code ne fait entrer personne : déjà utilisé, trop ancien ou mal saisi.
pair-too-many = Trop d’essais : attendez une minute.
pair-director-only = Seul le directeur fait entrer et sortir les autres.
pair-no-such-role = Ce rôle n’existe pas.
pair-for = Pour { $by }
pair-qr = Code QR de { $address }
pair-invited = { $role }, jusqu’à { $time } UTC, une fois.
pair-near = Seule cette machine atteint cette adresse.
pair-signed-in = Connecté comme
pair-until = jusqu’à { $time } UTC si rien n’est demandé avant.
pair-acts = Ce que vous pouvez faire
pair-sees = Vous voyez tout, et ne changez rien.
pair-to-race = Vers la course
pair-to-stopwatch = Vers le chronomètre
pair-unsent = Temps et dossards pris dans ce navigateur et pas encore envoyés :
pair-unsent-kept = Ils restent ici, même après la déconnexion, et partent dès qu’un chronométreur se connecte.
pair-sign-out = Se déconnecter
pair-invite = Faire entrer quelqu’un
pair-as = Comme
pair-called = Appelé
pair-called-example = table de chronométrage
pair-make-code = Créer un code
pair-sessions = Connectés
pair-seen = vu à { $time }
pair-you = vous
pair-revoke = Révoquer
pair-revoke-whom = Révoquer { $by }

## The authority of the meet

authority-title = Faire confiance à ce meeting
authority-why = Un stade sans internet n’a pas de certificat qu’un téléphone connaisse de lui-même. Installez cette autorité une fois, et les pages s’ouvrent sans avertissement. Elle ne peut se porter garante que des machines du réseau du stade.
authority-take = Prendre l’autorité
authority-then = Puis, sur votre appareil
authority-iphone = Réglages, Profil téléchargé, Installer ; puis Général, Informations, Réglages de confiance des certificats, activez-la.
authority-android = Paramètres, Sécurité, Autres paramètres de sécurité, Installer depuis le stockage, Certificat CA.
authority-firefox = Paramètres, Vie privée, Afficher les certificats, Autorités, Importer.
authority-chromium = Paramètres, Confidentialité et sécurité, Sécurité, Gérer les certificats, Importer.
authority-on-computer = Chromium sur un ordinateur
authority-compare = Comparez avant de lui faire confiance
authority-terminal = Le terminal du meeting montre la même chose :
authority-until = { $authority }, jusqu’au { $day }. Retirez-la de votre téléphone après le meeting si elle ne vous sert plus.

## Announcer

announcer-title = Speaker
announcer-description = Maintenant et ensuite, pour qui parle : phrases prêtes à lire, qui arrive quand, et ce que dit le livre de chacun.
announcer-no-script = Cette page a besoin de JavaScript.
announcer-now = Maintenant
announcer-next = Ensuite
announcer-say = Prêt à lire
announcer-nothing-to-say = Rien à lire encore : les phrases viennent avec le premier temps de passage.
announcer-runners = Qui arrive, et quand
announcer-entries = Liste de départ
announcer-stakes = En jeu
announcer-no-stakes = Aucun record que le livre connaît n’est en jeu.
announcer-stake-whose = pour { $whose }
announcer-clock = Temps de course
announcer-laps = { $laps ->
    [one] 1 tour à courir
   *[other] { $laps } tours à courir
}
announcer-last-lap = Dernier tour
announcer-due = d’un instant à l’autre
announcer-unknown = sans temps
announcer-expected = estimé, non mesuré
announcer-raw = brut, non confirmé
announcer-confirmed = confirmé
announcer-column-best = Record pers.
announcer-column-season = Saison
announcer-column-lane = Couloir
announcer-said-as = prononcer : { $say }
announcer-needs = { $name } doit courir les { $metres } derniers m en { $time } pour { $record } : { $mark } ou mieux.
announcer-needs-lap = { $name } doit courir le dernier tour en { $time } pour { $record } : { $mark } ou mieux.
announcer-needs-short = { $time } pour { $mark }
announcer-record-of = { $record } du { $event }
announcer-the-WR = le record du monde
announcer-the-WB = la meilleure performance mondiale
announcer-the-AR = le record continental ({ $scope })
announcer-the-NR = le record national ({ $scope })
announcer-the-CR = le record des championnats
announcer-the-MR = le record du meeting
announcer-the-LR = le record de la ligue
announcer-the-FR = le record du stade
announcer-the-PB = un record personnel
announcer-the-SB = la meilleure performance de la saison
announcer-the-AFR = le record d’Afrique
announcer-the-ASI = le record d’Asie
announcer-the-EUR = le record d’Europe
announcer-the-NAC = le record de la NACAC
announcer-the-OCE = le record d’Océanie
announcer-the-SAM = le record d’Amérique du Sud
announcer-fell = { $name } bat { $record } : { $mark }.
announcer-equalled = { $name } égale { $record } : { $mark }.
announcer-stood = { $by } s de mieux que { $stood }, { $name }, { $day }.
announcer-stood-equalled = Il avait été établi le { $day } par { $name }.
announcer-fell-too = Et aussi { $records }.
announcer-caution = Alerte record
announcer-caution-candidate = Dire : en attente d’homologation. Personne ne l’a encore confirmé.
announcer-caution-pending = Dire : en attente d’homologation. Le dossier est déposé, rien n’est décidé.
announcer-caution-rejected = Dire : il n’a pas été homologué.
announcer-caution-annulled = Dire : il a été annulé.
announcer-leads = { $name } en tête à { $point } : { $time }.
announcer-gap = { $name } à { $gap } s.
announcer-ahead-of = { $name } a { $gap } s d’avance sur la lumière : { $light }.
announcer-behind = { $name } a { $gap } s de retard sur la lumière : { $light }.
announcer-level = { $name } est à hauteur de la lumière : { $light }.
announcer-pace = À l’allure du dernier tour, { $name } finit en { $mark }.
announcer-place = { $place }. { $name } ({ $nation }), { $mark }.
announcer-not-official = Pas encore officiel.
announcer-news = D’une course précédente
announcer-news-official = Le résultat est officiel.
announcer-news-reopened = Le résultat a été rouvert : il n’est pas officiel.
announcer-news-record = { $name }, { $what } : { $mark }. En attente d’homologation.
announcer-best = Record personnel
announcer-season = Meilleure de la saison
announcer-was-placed = place { $place }
announcer-medal-gold = Or
announcer-medal-silver = Argent
announcer-medal-bronze = Bronze
announcer-part-bests = Meilleures performances
announcer-part-held = Records détenus
announcer-part-last = Dernières courses
announcer-part-progression = Progression
announcer-part-honours = Médailles
announcer-no-card = Le livre ne connaît pas cet athlète.
announcer-no-book = Aucun livre n’est ouvert ici : il donne les meilleures performances et les records (pacelight web --book).
announcer-born = né(e) { $born }
announcer-close = Fermer
announcer-card = Fiche de { $name }
announcer-starts-at = { $at }
announcer-after = puis { $races }
announcer-key-up = Coureur au-dessus
announcer-key-down = Coureur en dessous
announcer-key-card = Fiche du coureur, ou la fermer
announcer-key-say = Ranger les corrections
announcer-key-next = La course suivante, ou retour à celle-ci
announcer-show-next = Voir la course suivante
announcer-show-now = Retour à cette course
announcer-finish-only = sans temps de passage
announcer-code = Sur une autre tablette
announcer-code-how = À scanner sur le même réseau. Nul besoin de se connecter pour lire.
announcer-record-in = { $record }, { $event }
announcer-column-national = National
announcer-waiting = Le moteur n’a pas encore été entendu. La page continue d’elle-même dès qu’il l’est.

## The pages that the server writes

frame-skip = Aller au contenu
frame-pages = Pages
frame-race = La course
frame-results = Résultats
frame-book = Livre des records
frame-records = Bureau des records
frame-plan = Plan d’allure
frame-theme = Thème
frame-theme-system = comme le système
frame-theme-dark = sombre
frame-theme-light = clair
frame-theme-sunlight = plein soleil

## Record desk

records-waiting = { $count ->
    [0] Rien n’attend de décision.
    [one] 1 performance attend une décision.
   *[other] { $count } performances attendent une décision.
}
records-none = Rien n’attend ici. Les records trouvés apparaissent dès que le livre les a.
records-more = { $count } autres ne sont pas affichées : choisissez une épreuve ou un niveau.
records-event = Épreuve
records-every-event = toutes
records-level = Niveau
records-every-level = tous
records-show = Afficher
records-lately = Dernières décisions
records-none-lately = Rien n’a encore été décidé.
records-en-route-of = en cours de { $event }
records-signed-in = Connecté : { $by }, { $role }.
records-may-look = Ce rôle regarde et ne décide rien.
records-session = Session
records-signed-out = Qui décide est connecté.
records-sign-in = Se connecter
records-not-private = Personne ne se connecte à cette adresse : ce qui est envoyé peut être lu en chemin. Ouvrez la page en https.
records-nobody = Rien ne se décide sur cette page : elle montre seulement.
records-refused-title = Ceci ne peut pas être montré
records-evidence-denied = Les preuves sont pour le directeur et le statisticien. Connectez-vous sur /pair.
records-fallen = Ce qui a été battu
records-fallen-none = Aucun record d’une liste que le livre couvre.
records-list = Record
records-better = Mieux de
records-equalled = égalé
records-stood = Était
records-stood-by = Détenu par
records-since = Depuis
records-to-event = Record et progression
records-to-athlete = L’athlète
records-to-nation = La nation
records-conditions = Ce que demande l’homologation
records-open = { $count ->
    [0] Aucune condition n’est ouverte.
    [one] 1 condition est ouverte.
   *[other] { $count } conditions sont ouvertes.
}
records-not-confirmed = Nous n’avions pas le texte de la règle sous les yeux : vérifiez-le avant de vous y fier.
records-verdict-met = remplie
records-verdict-not-met = non remplie
records-verdict-not-known = inconnu
records-verdict-needs-a-person = à vérifier
records-looked = { $by } a vérifié, { $at }
records-looked-somebody = Quelqu’un a vérifié.
records-look = J’ai vérifié
records-says = La condition est
records-says-open = de nouveau ouverte
records-attested-met = remplie
records-attested-not-met = non remplie
records-attested-open = de nouveau ouverte
records-how = Comment vous le savez : où est le formulaire, ce que dit le certificat
records-keep = Le noter
records-decide = Décider
records-decide-who = Pour le directeur et le statisticien.
records-what = Ce qui a été décidé
records-do-submit = Soumis
records-do-submit-help = le résultat officiel est parti chez ceux qui décident : en attente
records-do-ratify = Homologué
records-do-ratify-help = c’est un record
records-do-reject = Rejeté
records-do-reject-help = pas un record ; la performance reste à l’athlète
records-do-annul = Annulé
records-do-annul-help = le résultat lui-même est nul
records-do-withdraw = Retirer
records-whose = De quel record
records-whose-every = de tous les records que c’est
records-by = Par qui
records-on = Quel jour
records-learned = Connu depuis, si plus tard
records-why = Pour quelle raison
records-write = L’inscrire dans le livre
records-history = Ce qui s’est passé
records-taken = retiré
records-known-from = connu depuis le { $day }
records-take-back = Retirer : { $what }, { $day }
records-kind-said = Annoncé
records-kind-submitted = Soumis
records-kind-ratified = Homologué
records-kind-rejected = Rejeté
records-kind-annulled = Annulé
records-kind-corrected = Corrigé
records-kind-withdrawn = Retiré
records-kind-merged = Fusionné
records-kind-unmerged = Séparé
records-evidence = Preuves de la course
records-evidence-none = Il n’y en a pas ici. Nommez le journal ou son dossier avec --evidence.
records-exhibit-journal = journal
records-exhibit-report = rapport de la course
records-exhibit-result = résultat publié
records-size = { $kilobytes } ko
records-proved = La chaîne est entière : { $lines } lignes, aucune changée, aucune perdue.
records-done-submitted = Inscrit : soumis.
records-done-ratified = Inscrit : homologué.
records-done-rejected = Inscrit : rejeté.
records-done-annulled = Inscrit : annulé.
records-done-withdrawn = Inscrit : retiré.
records-done-attested = Noté.
records-code = Votre code, pour vous connecter et envoyer
records-meanwhile = Quelqu’un a décidé entre-temps. Rien n’a été inscrit ; regardez, puis renvoyez si cela tient toujours.
records-wrong-session = Vous n’êtes plus connecté. Rien de ce que vous avez tapé n’est perdu : connectez-vous et envoyez.
records-wrong-role = Ceci n’est pas pour le rôle { $role }. Le directeur et le statisticien décident.
records-wrong-code = Ce code ne laisse entrer personne : utilisé, trop ancien ou mal tapé.
records-wrong-often = Trop d’essais : attendez une minute, puis renvoyez.
records-wrong-kind = Choisissez ce qui a été décidé.
records-wrong-annul = Un résultat est nul en entier : choisissez « de tous les records », ou rejetez celui-là.
records-wrong-whose = Il n’y a pas de tel record.
records-wrong-by = Dites qui a décidé : World Athletics, la fédération, le jury.
records-wrong-why = Dites pourquoi : la raison reste dans le livre.
records-wrong-not-met = Dites ce qui manque.
records-wrong-says = Choisissez ce que vous avez vu.
records-wrong-day = Pas un jour : « { $text } ». Écrivez année-mois-jour, comme 2025-03-21.
records-wrong-future = Ce jour n’est pas encore venu.
records-wrong-before-run = La course a eu lieu le { $day } : personne n’a décidé avant.
records-wrong-before-decided = La décision date du { $day } : personne ne l’a retirée avant.
records-wrong-learned = Cela s’est su entre le jour de la décision et aujourd’hui.
records-wrong-long = { $length } caractères ; { $most } tiennent. Raccourcissez.
records-wrong-sign = Il contient un signe qui ne s’imprime pas. Retapez-le.
records-wrong-gone = Cette décision ne tient plus : quelqu’un l’a retirée.
records-condition-official = La performance a été mesurée et jugée comme une arrivée
records-condition-result = L’enregistrement de la course donne le même temps
records-condition-competitors = Au moins trois athlètes ont vraiment concouru, ou deux équipes
records-condition-meeting = La compétition était autorisée, annoncée à l’avance et tenue selon les règles
records-condition-nation = L’athlète pouvait représenter la nation ce jour-là
records-condition-one_nation = Toute l’équipe est d’une seule nation
records-condition-timing = Le temps a été pris par photo-finish entièrement automatique
records-condition-precision = Le temps est lu avec la finesse de l’épreuve
records-condition-photo = L’image de la photo-finish et celle du test de zéro sont disponibles
records-condition-start = Le système d’information de départ était en service, son relevé est disponible
records-condition-wind = Le vent a été mesuré, pas plus de +2,0 m/s dans le dos
records-condition-lap = La piste a la longueur que demande l’épreuve
records-condition-certificate = La piste a un certificat de mesurage en vigueur
records-condition-course = Le parcours a été mesuré par un mesureur agréé et n’a pas été trouvé plus court ensuite
records-condition-race = Il est dit si les femmes ont couru seules ou avec des hommes
records-condition-finished = Qui a battu un record en cours de route a terminé la distance
records-condition-lights = L’usage de lumières d’allure est noté : elles ne sont pas un obstacle
records-condition-shoes = Les chaussures étaient celles que les règles permettent
records-condition-implement = L’engin a été contrôlé avant le concours, puis de nouveau après la performance
records-condition-doping = L’athlète a été contrôlé à la fin de l’épreuve
records-condition-esa = L’échantillon a été analysé pour les agents stimulant l’érythropoïèse
records-condition-form = Le formulaire a été envoyé dans les trente jours
records-condition-signed = Le président et le directeur général de World Athletics ont signé
records-parts = Sur cette page
records-done-known = Le livre a déjà cette décision : rien n’a été inscrit.
records-wrong-taken = Une décision de ce genre et de ce jour a été retirée : donnez à la nouvelle le jour où elle a été prise.

## Nations that are in no list of territories

nation-ANA = Athlètes neutres autorisés
nation-ART = Équipe des athlètes réfugiés
nation-ENG = Angleterre
nation-EUN = Équipe unifiée
nation-FRG = Allemagne de l’Ouest
nation-GDR = Allemagne de l’Est
nation-NIR = Irlande du Nord
nation-SCG = Serbie-et-Monténégro
nation-SCO = Écosse
nation-TCH = Tchécoslovaquie
nation-TPE = Taipei chinois
nation-URS = Union soviétique
nation-WAL = Pays de Galles
nation-YUG = Yougoslavie

## The record book: on every page

book-title = Livre des records
book-skip = Aller au contenu
book-search-label = Chercher un athlète, une épreuve ou un pays
book-search-hint = Athlète, épreuve ou pays
book-search = Chercher
book-nav = Livre
book-levels = Ce que vaudrait une performance
book-compare = Comparer deux jours
book-verify = Vérifier
book-conflicts = Désaccords
book-as-data = Cette réponse en
book-or = ou
book-front = Le livre
book-race = La course
book-permalink = Cette page pour de bon
book-unknown = Inconnu.
book-not-known = inconnu
book-as-of = au { $day }
book-as-known-at = au { $day }, tel que connu le { $known }
book-ratified-only = { $asked }, homologués seulement
book-en-route = au passage d’une distance plus longue : { $event }
book-on-the-way = au passage, vers { $event }
book-nothing-better = le livre garantit que rien de meilleur ne manque
book-json-of = { $what } en JSON
book-csv-of = { $what } en CSV
book-more = et { $more } de plus
book-question = Question
book-ask = Demander
book-all = toutes
book-candidate = candidat : dans le livre, pas encore soumis

## The record book: columns and fields

column-list = Liste
column-day = Date
column-venue = Lieu
column-best = Meilleur
column-age = Âge
column-set = Établi
column-beaten = Battu
column-lasted = A tenu
column-year = Année
column-rank = Rang
column-level = Niveau
column-lists = Listes
column-events = Épreuves
column-from = Depuis
column-to = Jusqu’à
column-change = Changement
column-was = Était
column-is = Est
column-followed = Suivi
column-apart = Écart
column-sources = Les sources disent
column-why = Pourquoi
column-would-be = Serait
column-by = De
column-stands = Tient
column-holder = Détenteur
column-in = Dans
column-published = Publié
field-class = Catégorie
field-as-of = Au
field-known-at = Tel que connu le
field-age = Catégorie d’âge
field-race = Course
field-whose = De qui
field-lines = Lignes
field-area = Continent
field-against = Contre
class-men = hommes
class-women = femmes
class-mixed = mixte
race-women-only = femmes seules
race-mixed = mixte
race-any = toutes
group-track = Piste
group-short = Piste courte
group-road = Route
group-hurdles = Haies
group-steeplechase = Steeple
group-relay = Relais
group-walk = Marche
group-jump = Sauts
group-throw = Lancers
group-combined = Épreuves combinées

## The record book: its front, its search

front-heading = Le livre des records
front-find = Trouver un athlète, une épreuve, un pays
front-whole = Tout le livre
front-example = Ingebrigtsen, indoor mile, NOR
front-latest = Derniers records
front-latest-note = Les records nationaux sont aux pages des pays, les records personnels à celles des athlètes.
front-no-records = le livre ne couvre aucune liste de records ce jour-là
front-events = Épreuves
front-empty = Le livre est vide.
front-covers = Ce que couvre le livre
front-lists = { $lists ->
    [one] { $lists } liste.
   *[other] { $lists } listes.
}
front-beyond = Au-delà, la réponse est « inconnu », jamais une supposition.
front-who = Qui s’en porte garant
front-count = { $lists ->
    [one] { $lists } liste
   *[other] { $lists } listes
}
search-found = Trouvé pour « { $query } »
search-athletes = { $athletes ->
    [one] { $athletes } athlète
   *[other] { $athletes } athlètes
}
search-events = { $events ->
    [one] { $events } épreuve
   *[other] { $events } épreuves
}
search-nations = { $nations ->
    [one] { $nations } pays
   *[other] { $nations } pays
}
search-write = Écrivez un nom, ou une partie.
search-nothing = Rien de ce nom
search-not-in-book = rien dans le livre
search-athletes-heading = Athlètes
search-nations-heading = Pays
search-also = aussi { $names }
search-more = et { $more } de plus : écrivez davantage du nom
refused-404-title = Rien ici
refused-title = Sans réponse
refused-404 = Il n’y a rien ici
refused-400 = Cela ne peut être demandé
refused-503 = Le livre ne peut être lu
refused-search = Cherchez ci-dessus, ou
refused-begin = commencez au début du livre

## The record book: an event

page-event-both-tracks = les deux pistes
page-event-stands = Il tient depuis { $days }.
page-event-stands-better = Il tient depuis { $days }, { $by } de mieux que { $mark } de { $athlete }, qui a tenu { $before }.
page-event-equalled-by = égalé par
page-event-until-decided = En attendant l’homologation, le record homologué est
page-event-covered-from = Couvert à partir du { $day } :
page-event-chart = Comment il s’est établi
page-event-chart-title = { $list }, { $event }, { $sex } : { $steps ->
    [one] { $steps } étape
   *[other] { $steps } étapes
}, de { $first } à { $last }. Le tableau ci-dessous dit la même chose.
page-event-not-yet = non, ou pas encore
page-event-progression = Progression
page-event-record = Record
page-event-list = Bilan de tous les temps
page-event-list-of = { $list } : { $whose }
page-event-equalled = égalé
page-event-so-far = jusqu’ici
page-event-beyond = au-delà de ce que couvre la liste
page-event-no-mark = Aucune performance sur cette liste.
page-event-first = Les { $lines } premiers
page-event-complete = Complète
page-event-down-to = Complète jusqu’à { $mark }
page-event-ranks-of-all = { $depth } pour le meilleur de chaque athlète ; les rangs des performances sont inconnus
page-event-ranks-of-year = { $depth } pour le meilleur de chaque athlète ; les rangs d’une année sont inconnus
page-event-ranks-beyond = { $depth } ; au-delà les rangs sont inconnus
page-event-covered = Ce que le livre en couvre
page-event-races = courses : { $race }
page-event-from = depuis le
page-event-complete-to = complète jusqu’à { $mark }
page-event-national = Records nationaux
page-event-of-nations = { $nations ->
    [one] de { $nations } pays
   *[other] de { $nations } pays
}
page-event-personal = Records personnels
page-event-of-athletes = { $athletes ->
    [one] de { $athletes } athlète
   *[other] de { $athletes } athlètes
}
page-event-no-list = le livre ne couvre aucune liste de { $event }, { $sex }
page-event-every-list = Records de chaque liste
page-event-national-count = { $records ->
    [one] { $records } record national
   *[other] { $records } records nationaux
}
page-event-another = Un autre jour, une autre liste
page-event-both = Les deux
page-event-both-together = les deux pistes ensemble
page-event-the-record = Le record
page-event-whose-example = EUR, NOR, un meeting
page-event-only-ratified = seulement ce qui est homologué
page-event-the-list = Le bilan de tous les temps
page-event-every-mark = toutes les performances
page-event-today = Tel qu’aujourd’hui
page-event-would = Que vaudrait une performance ?
page-event-by-time = { $by } s
page-event-by-length = { $by } m
page-event-by-points = { $by } points

## The record book: an athlete, a nation

athlete-born = né(e) : { $born }
athlete-aliases = aussi : { $names }
athlete-nothing = le livre ne contient aucune performance de { $athlete } à cette date
athlete-held = Records détenus
athlete-bests = Meilleures performances du livre
athlete-bests-note = * Le livre garantit que rien de meilleur ne manque ; des autres il ne dit que ce qu’il contient.
athlete-once = Anciens records
athlete-medals = Médailles
athlete-gold = or
athlete-silver = argent
athlete-bronze = bronze
athlete-aged = { $age } ans
athlete-rise = { $event } : la montée vers le record
athlete-rise-title = Le meilleur de { $athlete }, { $event } : de { $first } à { $last }, étape par étape.
athlete-steps = { $steps ->
    [one] { $steps } étape
   *[other] { $steps } étapes
}
athlete-seasons = Meilleures performances par saison
athlete-beaten = battu le
nation-since = depuis le { $day }
nation-until = jusqu’au { $day }
nation-followed-by = Suivi de
nation-from-only = le livre couvre les records nationaux de { $nation } à partir du { $day }, et aucun à cette date
nation-none = le livre ne couvre aucun record national de { $nation }
nation-covers = { $records ->
    [one] { $records } record national, à partir du { $day }.
   *[other] { $records } records nationaux, à partir du { $day }.
} Pour toute autre épreuve, le record national est « inconnu ».
nation-no-lists = Aucune liste de records nationaux. Personne ne s’en porte garant dans ce livre.
nation-all-time = Bilans de tous les temps

## The record book: questions

levels-example = indoor mile
levels-none = le livre ne couvre aucune liste de ce genre ce jour-là
levels-better = mieux
levels-equal = égal
levels-short = insuffisant
levels-all-time = { $whose }, tous les temps :
levels-beyond = au-delà de ce qui est connu
levels-place = place { $place }
compare-heading = Ce qui a changé entre deux jours
compare-note = Chaque liste de records du livre qui n’est plus la même
compare-do = Comparer
compare-days = { $first } et { $second }
compare-nothing = Rien n’a changé.
compare-was = était
compare-and = et
conflicts-heading = Là où les sources diffèrent
conflicts-known-at = tel que connu le { $day }
conflicts-count = { $performances ->
    [one] { $performances } performance
   *[other] { $performances } performances
}
conflicts-none = Aucune source n’en contredit une autre.
verify-heading = Le calculé face au publié
verify-source-key = clé d’une source
verify-do = Vérifier
verify-against = face à { $source }
verify-counts = { $agreed } concordent, { $differ } diffèrent, { $unexplained } sans explication
verify-derived = calculé
verify-both = les deux
verify-published = publié
verify-unexplained = non expliqué
change-new = nouveau
change-improved = amélioré
change-equalled = égalé
change-decided = décidé
change-corrected = corrigé
change-spelling = graphie
change-no-source = sans source
change-refused = refusé
change-vanished = disparu

## Why the engine refuses

reason-swap-itself = le dossard { $bib } s’échange avec un autre, pas avec lui-même
reason-say-who = dites qui demande, et sous quelle clé
reason-key-of-another = cette clé est celle d’une autre demande (faites-en une nouvelle à chaque fois)
reason-role = « { $act } » n’est pas pour le rôle { $role } (pour : { $roles })
reason-no-race = aucune course « { $race } » n’est chargée ici (il y a : { $races })
reason-needs-reason = « { $act } » demande une raison
reason-official = le résultat est officiel (un directeur peut le rouvrir, avec une raison)
reason-lights-held = { $by } commande les lumières (prenez-les d’abord)
reason-lights-held-take = { $by } commande les lumières (prenez-les)
reason-say-revision = dites quelle révision de la course a été vue (c’est { $revision } maintenant)
reason-revision-unknown = la révision { $revision1 } de cette course est inconnue ici (c’est { $revision2 } maintenant)
reason-changed = la course a changé depuis la révision { $revision } : { $reason }
reason-clocks = il aurait été pris dans { $seconds } s : les deux horloges ne s’accordent pas
reason-error = une erreur sur un temps est de 0 s ou plus, pas de { $seconds } s
reason-ahead = la course n’en est pas encore à ce temps : il est en avance de { $seconds } s
reason-second = le dossard { $bib } a déjà un temps manuel à { $distance } : { $time } (le rayer d’abord)
reason-memory = donne un coup de feu à { $clock }, d’une autre course si son horloge est juste : rien n’a été lancé (lancer à la main si c’était celle-ci)
reason-after-gun = un passage vient après le coup de pistolet
reason-after-gun-of = dossard { $bib } : un passage à { $distance } vient après le coup de pistolet
reason-beyond-start = dossard { $bib } : un passage est au-delà de la ligne de départ, pas à 0 m
reason-no-point = { $distance1 } n’est pas un point de cette course (après le départ, jusqu’à { $distance2 })
reason-no-status = pas de statut « { $text } » (il y a { $list } ; rien le retire)
reason-names-rule = une disqualification nomme sa règle, comme TR17.3.1
reason-struck-already = ce temps est déjà rayé
reason-not-struck = ce temps n’a pas été rayé
reason-bib-already = ce temps est déjà celui du dossard { $bib }
reason-nothing-corrected = rien n’est corrigé (donnez un temps, une distance, ou s’il est officiel)
reason-no-conflict = aucun conflit n’a la clé « { $key } » (ou il est tranché)
reason-no-conflict-of-race = aucun conflit de cette course n’a la clé « { $key } »
reason-race-busy = course « { $race } » : { $state } ; aucune autre n’est chargée maintenant
reason-race-file = le fichier de la course « { $race1 } » est celui de « { $race2 } »
reason-opened-before = la course « { $race } » a déjà été ouverte (chargez-la)
reason-not-on-track = la course « { $race1 } » n’est pas sur la piste, « { $race2 } » l’est (chargez-la d’abord)
reason-gun-ago = une course a commencé maintenant ou dans la dernière heure, pas il y a { $seconds } s
reason-gun-by = un départ se déplace d’un peu et de moins d’une heure, pas de { $seconds } s
reason-gun-future = le départ a eu lieu il y a { $seconds } s : il ne se déplace pas dans le futur
reason-no-gun = il n’y a pas eu de départ à déplacer
reason-gun-of-system = là où un système de chronométrage place le coup de feu n’est pas repris (déplacez-le : cela tient)
reason-not-settled-of = pas tranché : { $reason } (dossard { $bib })
reason-not-settled = pas tranché : { $reason }
reason-which-console = quelle console est-ce ? (une demande qui prend les lumières nomme son client)
reason-no-console = cette console ne commande pas les lumières
reason-plan-while-running = course : { $state } ; le plan d’une lumière se change pendant la course
reason-no-light = pas de lumière « { $light } » (il y a : { $lights })
reason-no-gun-yet = course : { $state } ; pas encore de coup de pistolet
reason-nothing-back = il n’y a rien à annuler
reason-back-already = la ligne { $line } a déjà été annulée
reason-role-back = « { $act } » n’est pas pour le rôle { $role }, ni son annulation
reason-followed = d’autres commandes ont suivi : on ne peut plus l’annuler
reason-arm-it = rien n’est armé par une annulation (armez)
reason-started-anew = les lumières sont reparties depuis, selon leurs premiers plans
reason-light-changed = la lumière { $light } a encore été changée depuis (ligne { $line })
reason-line-nothing = ce que dit cette ligne ne peut être annulé
reason-line-none = la ligne { $line } du journal n’est pas de cette course
reason-timing-now = le système de chronométrage le dit maintenant
reason-timing-takes-back = le système de chronométrage le retire
reason-timing-again = le système de chronométrage le redit
reason-timing-back = ce qu’un système de chronométrage a dit ne s’annule pas (rayez-le, ou corrigez-le)
reason-not-back = « { $act } » ne s’annule pas ({ $reason })
reason-gun-back = un départ ne s’annule pas ({ $reason })
reason-state = course : { $state } ; « { $act } » n’est pas possible maintenant (possible : { $acts })
reason-not-dark = les lampes ne sont pas éteintes : « { $act } » n’est pas possible maintenant (possible : { $acts })
reason-no-bib = le dossard { $bib } n’est pas sur la liste de départ ({ $list })
reason-no-time = aucun temps de cette course n’a la clé « { $key } » (les clés sont à côté des temps)
reason-late = le résultat est officiel : ce qui vient maintenant attend qu’il soit rouvert
reason-beyond-finish = dossard { $bib } : { $distance1 } est au-delà de l’arrivée à { $distance2 }
reason-two-official = dossard { $bib } : deux temps officiels à { $distance } : { $time1 } ({ $source1 }) et { $time2 } ({ $source2 })
reason-not-later = dossard { $bib } : le temps de passage à { $distance1 } ({ $time1 }) n’est pas après celui à { $distance2 } ({ $time2 }) ; corrigez l’un des deux
reason-key-names = dossard { $bib } : la clé « { $key } » nomme déjà un autre passage
reason-before-gun = dossard { $bib } : personne ne passe { $metres } m avant le coup de pistolet
reason-finished-twice = le dossard { $bib } est arrivé deux fois ; annulez l’une des deux arrivées
reason-timing-why = chronométrage « { $name } » : { $source } : { $reason }
reason-timing = chronométrage « { $name } » : { $source }
reason-journal-elsewhere = le journal continue dans { $file } : { $what }
reason-journal-sealed = { $file } est scellé ({ $text }) : le journal continue dans { $file2 }
reason-journal-no-disk = aucun disque ne prend le journal ({ $text }) : rien n’est confirmé, les lumières continuent
reason-alarm-meet = le fichier du meeting n’est pas en ordre, et le meeting continue tel qu’il a été lu la dernière fois : { $reason } (corrigez-le et faites-le relire)
reason-alarm-race = le fichier de course n’est pas en ordre, et la course continue telle qu’elle a été ouverte : { $reason }
reason-alarm-race-other = { $file } n’est plus le même
reason-alarm-output = le fichier du meeting a une autre sortie, « { $text } » : en pleine course les lampes restent comme elles sont (redémarrez quand la course est finie)
reason-alarm-part-output = la sortie du fichier du meeting n’est pas en ordre, et reste comme elle était : { $reason } (corrigez-la, puis redémarrez)
reason-alarm-part-timing = un système de chronométrage du fichier du meeting n’est pas en ordre, et reste comme il était : { $reason } (corrigez-le, puis redémarrez)
reason-alarm-part-book = le livre du fichier du meeting n’est pas en ordre, et reste comme il était : { $reason } (corrigez-le, puis redémarrez)
reason-meet-now-other = { $file } est maintenant du meeting « { $name } », et « { $name2 } » est en cours (écrivez id = "{ $name3 }")
reason-meet-other = { $file } est du meeting « { $name } », et { $file2 } de « { $name2 } » (écrivez id = "{ $name3 }" là, ou nommez un autre --journal)
reason-instead-recall = rappelez la course
reason-instead-disarm = désarmez
reason-instead-arm = armez
reason-instead-go-on = reprenez
reason-instead-hold = arrêtez les lumières
reason-instead-reopen = rouvrez-le
reason-instead-official = officialisez-le
reason-instead-light = rallumez les lampes
reason-instead-blackout = éteignez-les
reason-instead-unload = déchargez-la
reason-instead-load-another = charger une autre
reason-instead-load = chargez-la
reason-instead-abort = annulez-la
reason-instead-check = vérifiez-la encore
reason-not-a-distance = pas une distance : « { $text } » (écrivez 1500, 1609.344 m, 10 km ou 2 miles)
reason-not-whole-mm = « { $text } » n’est pas un nombre entier de millimètres
reason-not-a-time = pas un temps : « { $text } » ({ $hint })
reason-nudge = une lumière se décale d’un peu et d’au plus { $most } ms par tour, pas de { $text }
reason-no-lap = cette piste n’a pas de tour : donnez un autre temps à la lumière (changer le plan)
reason-last-lap = la lumière { $light } est dans son dernier tour : donnez-lui un autre temps (changer le plan)
reason-no-meet-file = ce moteur mène un fichier de course : pas de fichier du meeting à relire
reason-no-show-now = la course est { $state } : ni spectacle ni parcours tant qu’une course peut être en cours
reason-show-dark = les lampes sont éteintes : rallumez-les d’abord
reason-show-on-its-way = les lumières de la course sont encore en route (attendez qu’elles soient à l’arrivée)
reason-no-such-show = pas de spectacle « { $name } » (il y a { $list })
reason-walk-range = les lampes ont les numéros 0 à { $most } : écrivez l’une d’elles, pas { $first } à { $last }
reason-walk-from = les lampes sont numérotées à partir de 0 : écrivez l’une d’elles, pas { $first } à { $last }
reason-nothing-asked = rien n’a été demandé
reason-undo-on-track = elle serait de nouveau là ({ $state }), et la course « { $race } » est sur la piste
reason-tally-none = aucun temps n’attend { $bib }
reason-tally-not-done = rien à annuler : la dernière chose n’a pas été faite
reason-no-race-session = il n’y a pas de course « { $race } » dans cette séance (il y a : { $races })
reason-not-loaded-yet = la course « { $race } » n’est pas encore chargée (chargez-la d’abord)
reason-look-by-itself = « { $look } » est montré par les lumières elles-mêmes (écrivez stand, run ou dark)
reason-look-colour = aspect « { $look } » : « { $text } » n’est pas une couleur (écrivez-la comme #19e36b)
reason-look-length = aspect « { $look } » : une longueur de { $number } mm n’en est pas une (écrivez 0 ou plus)
reason-look-lamps = aspect « { $look } » : les lampes sont numérotées à partir de 0, pas de { $first } à { $last }
reason-look-single = l’aspect « { $look } » ne concerne pas de lampes isolées (écrivez walk)
reason-look-lasts = l’aspect « { $look } » dure de { $number } à { $number2 } s, pas { $number3 }
reason-look-beats = aspect « { $look } » : { $number } battements par minute (écrivez de { $number2 } à { $number3 } : des éclats plus rapides sont dangereux)
reason-other-meet = { $name } est maintenant du meeting « { $text } », et « { $text2 } » est en cours (écrivez id = "{ $text3 }")
reason-no-lamps-known = aucune course n’est chargée, nul ne sait donc où sont ses lampes

## The stopwatch

stopwatch-title = Chronomètre
stopwatch-description = Chronométrage manuel : un appui est un temps, à qui il revient se dit après.
stopwatch-no-script = Il a besoin de JavaScript. Dans un terminal, ceci prend les temps au clavier ou à la pédale :
stopwatch-split = Top
stopwatch-closed-idle = Pas encore appelée : les temps se prennent à partir du départ
stopwatch-closed-loaded = Pas partie : les temps se prennent à partir du départ
stopwatch-closed-checked = Pas partie : les temps se prennent à partir du départ
stopwatch-closed-armed = Sur la ligne : les temps se prennent à partir du départ
stopwatch-closed-official = Le résultat est officiel : rien n’est pris tant qu’il n’est pas rouvert
stopwatch-closed-recalled = Faux départ : les temps se prennent à partir du prochain départ
stopwatch-closed-aborted = La course a été annulée : rien n’est pris
stopwatch-unknown-gun = Pas de nouvelles du départ : ce que vous prenez est gardé, et compté dès qu’il est connu
stopwatch-no-race = En attente de la course
stopwatch-finished = Terminée : les temps se prennent encore jusqu’à l’officialisation
stopwatch-held = Les lumières sont arrêtées ; l’horloge continue
stopwatch-clock = ±{ $ms } ms
stopwatch-clock-name = Horloge de ce téléphone face à celle du moteur
stopwatch-clock-unknown = ± mesure
stopwatch-points = Pris à
stopwatch-to-go = { $laps ->
    [one] encore { $laps } tour
   *[other] encore { $laps }
}
stopwatch-times = Temps
stopwatch-no-times = Pas encore de temps. Appuyez sur Top, ou sur une pédale, au passage de quelqu’un.
stopwatch-no-bib = sans dossard
stopwatch-kept-time = gardé
stopwatch-mark-sending = envoi
stopwatch-mark-network = attend le réseau
stopwatch-mark-clock = mesure l’horloge
stopwatch-mark-sign-in = attend : reconnectez-vous
stopwatch-mark-taken = pris
stopwatch-mark-refused = refusé
stopwatch-why = { $mark } : { $why }
stopwatch-whose = À qui est { $time } ({ $point }) ?
stopwatch-whose-none = Chaque temps a son dossard
stopwatch-typed = Dossard { $typed } : Entrée
stopwatch-no-such-bib = Pas de dossard { $bib } dans cette course
stopwatch-bibs = Liste de départ
stopwatch-has = a un temps ici
stopwatch-undo = Annuler
stopwatch-undo-press = Annuler { $time }
stopwatch-undo-give = Annuler le dossard { $bib }
stopwatch-undo-strike = Le rétablir
stopwatch-undo-nothing = Rien à annuler
stopwatch-strike = Pas un temps
stopwatch-strike-reason = appui par erreur
stopwatch-settings = Réglages
stopwatch-close = Terminé
stopwatch-advance = Le point suivant se choisit
stopwatch-advance-stay = d’un appui seulement
stopwatch-advance-each = après chaque temps
stopwatch-advance-all = après tous les coureurs
stopwatch-line = Points de
stopwatch-line-finish = la ligne d’arrivée
stopwatch-line-start = la ligne de départ
stopwatch-keys-on = Touches et pédale
stopwatch-awake = Garder l’écran allumé
stopwatch-keys = Espace, ou une pédale : top. Chiffres, Entrée : dossard. u : annuler.
stopwatch-hand = Un temps manuel vaut à environ ±0,2 s : c’est la main, pas l’horloge.
stopwatch-sign-in = Connectez-vous pour prendre des temps
stopwatch-signed-in-as = Vous êtes connecté comme { $by }, qui ne prend pas de temps.
stopwatch-sign-in-how = Le directeur crée un code pour la table de chronométrage. Scannez-le, ou saisissez-le là.
stopwatch-sign-in-link = Se connecter avec un code
stopwatch-signed-out = Vous n’êtes plus connecté. Ce que vous prenez est gardé ici en attendant.
stopwatch-unsent = { $count ->
    [one] { $count } temps attend sur ce téléphone d’être envoyé.
   *[other] { $count } temps attendent sur ce téléphone d’être envoyés.
}
stopwatch-no-sign-in = Ce serveur ne laisse entrer personne. Ouvrez la page d’un qui le fait.
stopwatch-no-store = Ce navigateur ne garde rien : ne rechargez ni ne fermez la page tant que des temps sont en route.
stopwatch-watch = Regarder la course
stopwatch-time-refused = son temps n’a pas été pris
stopwatch-struck-meanwhile = il a été rayé entre-temps
stopwatch-bib-back-meanwhile = son dossard a été retiré entre-temps
stopwatch-given-meanwhile = c’est désormais le dossard { $bib }
stopwatch-no-line = on ne peut plus revenir dessus d’ici
stopwatch-said-split = { $time }, { $point }
stopwatch-said-kept = Temps gardé : { $point }
stopwatch-said-gave = Dossard { $bib }
stopwatch-said-undone = Repris
stopwatch-said-struck = Rayé

## Set-up

setup-title = Préparation
setup-no-script = Cette page a besoin de JavaScript. Elle écrit des fichiers : modifiez-les à la main et vérifiez-les avec pacelight meet check.
setup-missing = Aucun meeting n’est préparé ici : ces pages ont été lancées sans dossier pour un meeting. Arrêtez-les et lancez plutôt sur cette machine :
setup-missing-then = Le terminal affiche un lien : qui l’ouvre en premier est le directeur. Le dossier peut être nouveau.
setup-unreached = Le serveur ne répond pas : rien n’a été enregistré. Ce que vous avez saisi est toujours là.
setup-director-only = Seule la direction du meeting modifie ceci.
setup-tab-meet = Meeting
setup-tab-track = Piste
setup-tab-controllers = Contrôleurs
setup-tab-walk = Tour de piste
setup-tab-races = Courses
setup-tab-roles = Postes
setup-tab-doctor = Diagnostic
setup-mark-changed = non enregistré
setup-mark-done = prêt
setup-mark-open = pas encore prêt
setup-save = Enregistrer
setup-saved = Enregistré.
setup-undo = Annuler
setup-undone = La version précédente est rétablie.
setup-drop = Abandonner
setup-changed = Pas encore enregistré.
setup-kept = Ceci a été saisi avant et n’est pas encore enregistré.
setup-last = Enregistré en dernier par { $by }.
setup-not-saved = { $count ->
    [one] Non enregistré : un champ est illisible.
   *[other] Non enregistré : { $count } champs sont illisibles.
}
setup-faults = { $count ->
    [one] 1 erreur
   *[other] { $count } erreurs
}
setup-unready = { $count ->
    [one] Il manque encore 1 élément
   *[other] Il manque encore { $count } éléments
}
setup-remove = Retirer { $what }
setup-name = Nom
setup-short-name = Nom court
setup-short-name-hint = Pour les fichiers ; tiré du nom si vide.
setup-whole-number = Un nombre entier de { NUMBER($least, useGrouping: 0, maximumFractionDigits: 0) } à { $most }
setup-meet-name = Nom du meeting
setup-meet-venue = Lieu
setup-meet-day = Date
setup-meet-day-hint = Comme 2026-06-13.
setup-meet-competition = Records du meeting sous
setup-meet-competition-hint = Seulement si c’est un autre nom.
setup-meet-lamps = Piste et lampes
setup-track = Piste
setup-meet-survey = Fichier du relevé
setup-meet-survey-hint = Dessiné sous Piste ; dans le dossier du meeting.
setup-meet-count = Lampes sans relevé
setup-meet-count-hint = Régulières le long de la lice ; laissez alors le relevé vide.
setup-meet-output = Adresse des lampes
setup-meet-output-hint = Seulement si le relevé n’en donne pas.
setup-meet-more = Plus
setup-meet-book = Livre des records
setup-meet-spare = Emplacement de secours du journal
setup-meet-spare-hint = Un dossier sur un autre disque.
setup-meet-host = Adresse de cette machine
setup-meet-host-hint = Sur le réseau des téléphones et tablettes.
setup-meet-port = Port des pages
setup-meet-kept = Tout le reste de meet.toml, commentaires compris, reste tel quel.
setup-timing = Systèmes de chronométrage
setup-timing-none = Aucun : les temps sont pris à la main.
setup-timing-add = Ajouter un système
setup-timing-address = Adresse
setup-timing-hint = Comme lynx+udp://10.0.0.5:9000.
setup-timing-allow = Qui peut parler
setup-timing-allow-hint = Machines ou réseaux ; cette machine seule si vide.
setup-open = Ouvrir le meeting
setup-open-go = Démarrer le moteur de ce soir
setup-open-hint = Le moteur prend les lampes, le chronométrage et le journal. La console conduit ensuite les courses.
setup-open-first = Le meeting doit d’abord être complet : une course au moins, avec coureurs et lumières.
setup-open-starting = Le moteur démarre.
setup-open-runs = Le moteur tourne.
setup-open-next = Ce que vous changez maintenant, il le prend avec le bouton ci-dessous, pour les courses non commencées.
setup-open-command = Démarrez le moteur de ce soir avec :
setup-reload-go = Faire relire le meeting au moteur
setup-reloaded = Le moteur a relu le meeting.
setup-survey-none = Rien n’est encore relevé. Commencez par des lampes régulières, puis indiquez ce qui a été mesuré.
setup-survey-whole = Le relevé est complet.
setup-plan-anew = Recommencer
setup-plan-lamps = Lampes
setup-plan-controllers = Contrôleurs
setup-plan-go = Répartir régulièrement
setup-drawn = { $track } et ses segments
setup-segment = Contrôleur { $controller }, segment { $segment }
setup-segment-of = Contrôleur { $controller }, segment { $segment }, de { $from } à { $to }
setup-legend-finish = ligne d’arrivée
setup-legend-dead = lampe morte
setup-lamps = { $count ->
    [one] 1 lampe
   *[other] { $count } lampes
}
setup-apart = espacées de { $least } à { $most } m
setup-chosen = Segment
setup-segment-add = Ajouter un segment
setup-segment-remove = Retirer ce segment
setup-controller-add = Ajouter un contrôleur
setup-controller = Contrôleur { $name }
setup-controller-lamps = Lampes en tout
setup-first = Première lampe
setup-count = Nombre de lampes
setup-direction = Les numéros croissent
setup-direction-with = sens de la course
setup-direction-against = sens contraire
setup-offset = Décalage en mètres
setup-offset-hint = L’ensemble d’autant plus loin, comme 0.25 ou -0.1.
setup-points = Lampes mesurées
setup-points-hint = Lampe et emplacement, comme 0 finish, 99 99.01. Repères : finish, 100 m, tangent 1, start of 1500 m.
setup-dead = Lampes mortes
setup-dead-hint = Comme 17, 44, 60-63.
setup-gaps = Vides
setup-gaps-hint = Après quelle lampe combien de mètres, comme 120 1.5.
setup-spacing = Mètres d’une lampe à l’autre
setup-spacing-hint = Seulement si une seule lampe est mesurée.
setup-colours = Ordre des couleurs
setup-output = Adresse
setup-output-hint = Comme sacn://10.0.0.11, artnet://10.0.0.12 ou ddp://10.0.0.13.
setup-controllers-first = Relevez d’abord la piste : les contrôleurs vont sur ses segments.
setup-found = Sur le réseau
setup-find = Chercher des contrôleurs
setup-finding = Recherche pendant trois secondes
setup-found-none = Personne n’a répondu.
setup-by-hand = Ou son adresse
setup-by-hand-go = Ajouter
setup-address-fault = Une adresse s’écrit sacn://10.0.0.11 ou ddp://10.0.0.11.
setup-kind-artnet = Art-Net
setup-kind-wled = WLED
setup-kind-sacn = émet en E1.31
setup-only-sends = Il émet lui-même vers des lampes : vérifiez que ce ne sont pas les vôtres.
setup-on = Sur le contrôleur { $controller }
setup-put-on = Mettre sur
setup-put-go = Attribuer
setup-put = { $controller } éclaire maintenant { $segment }.
setup-hung = Sur la piste
setup-no-address = pas encore d’adresse
setup-move-to = Déplacer vers
setup-moved = Le segment est maintenant sur { $controller }.
setup-walk-begin = Allumer la première lampe
setup-walk-next = Suivante
setup-walk-back = Retour
setup-walk-blink = Clignoter
setup-walk-blinks = clignotant
setup-walk-segment = Tout le segment
setup-walk-is-dead = Cette lampe est morte
setup-walk-shines = Elle brille finalement
setup-walk-end = Tout éteindre
setup-walk-go-to = Numéro de lampe autour de la piste
setup-walk-go = Y aller
setup-walk-number = Le numéro d’une lampe, comme 120
setup-walk-hung = Contrôleur { $controller }, segment { $segment }, lampe
setup-walk-lamp = Lampe
setup-walk-count = { $count } lampes allumées
setup-walk-of = { $lamp } sur { $lamps } autour de la piste
setup-walk-dead = Notée comme morte
setup-walk-dark = Toutes les lampes sont éteintes.
setup-walk-errors = Le réseau a refusé { $count } fois.
setup-walk-nowhere = Pas d’adresse : aucune lampe ne brille (sim://).
setup-walk-hint = Marchez dans le sens de la course depuis la ligne d’arrivée. La lampe à côté de vous doit être celle qui est nommée ; si elle reste éteinte, dites-le ici. Les flèches avancent et reculent.
setup-race = Course { $race }
setup-race-new = Nouvelle course
setup-race-add = Ajouter une course
setup-race-remove = Retirer cette course
setup-earlier = Plus tôt
setup-later = Plus tard
setup-races-first = Le fichier du meeting est illisible : corrigez-le sous Meeting.
setup-races-none = Aucune course au programme pour l’instant.
setup-race-at = Départ à
setup-race-at-hint = Comme 20:45.
setup-race-event = Épreuve
setup-race-event-hint = Code ou nom, comme 1500, MILEsh, indoor mile.
setup-race-sex = Catégorie
setup-race-name = Nom, tel qu’annoncé
setup-race-heat = Série
setup-race-heat-hint = Seulement s’il y en a plusieurs.
setup-race-file = Fichier de course
setup-race-file-hint = Épreuve, catégorie et nom y figurent.
setup-race-number = Numéro du chronométrage
setup-race-number-hint = Épreuve, tour et série, comme 12 1 1.
setup-race-stakes = Records en jeu
setup-race-stakes-hint = Comme WR, NR NOR, MR ; tous ceux du livre si vide.
setup-lights = Lumières
setup-light-add = Ajouter une lumière
setup-plan = Court
setup-plan-record = l’allure d’un record
setup-plan-even = régulièrement vers un temps
setup-plan-splits = par des temps de passage
setup-level = Record
setup-scope = De qui
setup-scope-hint = Comme NOR pour NR, EUR pour AR.
setup-mark = Temps à l’arrivée
setup-mark-hint = Comme 3:45.00.
setup-splits = Temps de passage
setup-splits-hint = Comme 400 m 55.0, 800 m 1:52.00, l’arrivée en dernier.
setup-colour = Couleur
setup-colour-hint = Comme #19e36b ; choisie si vide.
setup-runners-title = Liste de départ
setup-runners = { $count ->
    [one] 1 coureur
   *[other] { $count } coureurs
}
setup-runner-add = Ajouter un coureur
setup-runner-name = Nom de l’athlète
setup-bib = Dossard
setup-nation = Nation
setup-lane = Couloir
setup-athlete = Clé dans le livre
setup-say = Prononciation
setup-look-up = Chercher dans le livre
setup-looked-up = { $count ->
    [one] 1 coureur est connu.
   *[other] { $count } coureurs sont connus.
}
setup-doubt = Qui est { $name } ?
setup-doubt-new = Quelqu’un de nouveau
setup-entries-file = Fichier de la liste de départ
setup-entries-file-hint = Dans le dossier du meeting ; vide pour saisir les coureurs ici.
setup-entries-choose = Lire un fichier de liste
setup-entries-paste = Coller une liste
setup-entries-pasted = Liste de départ
setup-entries-hint = Un tableau avec une ligne d’en-tête, comme bib,name,nation ; ou un format de la référence.
setup-entries-read = Prendre ces coureurs
setup-entries-which = Il contient { $count } listes de départ. Laquelle ?
setup-taken = { $count ->
    [one] 1 coureur repris
   *[other] { $count } coureurs repris
}
setup-posts = Connectés
setup-post = Poste
setup-post-hint = Tel qu’il figure au journal : chronométrage.
setup-role = Rôle
setup-mine = ce navigateur
setup-end = Terminer la session
setup-end-of = Déconnecter { $by }
setup-invite = Faire entrer quelqu’un
setup-invite-go = Créer un code
setup-invited = Pour { $by }, une fois, dans les dix minutes :
setup-invited-code = Code QR pour { $by }
setup-invited-hint = Le téléphone lit le code, ou on le saisit là où une page le demande.
setup-pair-page = La page de connexion
setup-displays = Les écrans du stade reçoivent leurs images sur leur propre page.
setup-displays-page = Écrans
setup-doctor-looking = Tout est passé en revue.
setup-doctor-going = En cours : { $what }
setup-doctor-again = Revérifier
setup-doctor-red = { $count ->
    [one] Pas prêt : 1 point à corriger
   *[other] Pas prêt : { $count } points à corriger
}
setup-doctor-amber = { $count ->
    [one] Prêt ; 1 point à regarder
   *[other] Prêt ; { $count } points à regarder
}
setup-doctor-green = Prêt
setup-doctor-state-green = en ordre
setup-doctor-state-amber = à voir
setup-doctor-state-red = à corriger
setup-doctor-do = À faire :
setup-phone = Sur un téléphone
setup-phone-none = Les pages sont pour cette machine seule : lancez-les avec --host et l’adresse de la machine, et --tls.
setup-phone-code = Code QR de { $address }
setup-walk-engine = Le moteur du soir allume les lampes, entre les courses ; une minute après le dernier appui elles ne le sont plus.
setup-walk-nobody = Personne ne marche : les lampes montrent ce que la course prévoit.
setup-walk-over = C’est fini : une minute sans appui, ou une course a été commandée.
setup-walk-again = La rallumer
setup-laid = Lampes { $first } à { $last }, de { $from } m à { $to } m
setup-laid-apart = une tous les { $metres } m

## Pace plan

plan-lead = Où une lumière doit être à chaque point : d’après un temps, des temps de passage ou un record du livre.
plan-ask = Quel plan
plan-make = Faire le plan
plan-event = Épreuve
plan-sex = Catégorie
plan-how = Comment il court
plan-kind-even = régulier
plan-kind-negative = deuxième moitié plus rapide
plan-kind-splits = par temps de passage
plan-kind-record = un record du livre
plan-kind-none = avec rien
plan-time = Temps
plan-faster = Plus rapide de, en secondes
plan-points = Points : distance et temps de course, un par ligne ; l’arrivée en dernier
plan-level = Record
plan-scope = De qui
plan-as-of = Au
plan-as-of-day = au { $day }
plan-ratified = homologués seulement
plan-where = Le tableau
plan-every = Une ligne tous les
plan-every-usual = comme d’habitude
plan-every-lap = tours
plan-track = Piste
plan-track-usual = celle de l’épreuve
plan-lane = Couloir
plan-pacers = Les lièvres courent jusqu’à
plan-compare = Comparer avec
plan-table = Tableau
plan-curve = Courbe
plan-curve-title = { $plan } : vitesse et avance sur l’allure régulière au long de la course. Le tableau dit la même chose.
plan-curve-speed = Vitesse, m/s
plan-curve-lead = Avance sur l’allure régulière, s
plan-curve-metres = mètres
plan-metres = { NUMBER($length, useGrouping: 0, maximumFractionDigits: 3) } m
plan-average = { $distance }, { NUMBER($seconds, minimumFractionDigits: 2, maximumFractionDigits: 2) } s aux 100 m en moyenne
plan-lap = { $track }, couloir { $lane } : tours de { $lap }
plan-other = L’autre
plan-apart = Plus tard de
plan-past = Après l’arrivée
plan-take = L’emporter
plan-pdf = Cartes pour les lièvres, à imprimer
plan-pdf-help = PDF, A6, une carte chacun ; la page elle-même imprime la même chose.
plan-lasting = Ce plan pour toujours
plan-lasting-help = Qui a l’adresse a le plan.
plan-files-help = Pour les programmes et les tableurs.
plan-toml = Lignes pour un fichier de course
plan-toml-help = À mettre là où sont ses lumières.
plan-to-book = Le record dans le livre
plan-cards = Cartes pour les lièvres
plan-card = Lièvre { $number }, jusqu’à { $until }
plan-card-all = Carte d’allure
plan-card-note = Temps prévus, au centième le plus proche.
plan-nothing-asked = rien n’est encore demandé ici
plan-wrong-kind = Choisissez comment il court.
plan-wrong-event = Dites quelle épreuve : 1500, MILEsh, indoor mile.
plan-wrong-no-distance = « { $text } » n’a pas de distance : aucune lumière ne peut la courir.
plan-wrong-no-time = Écrivez le temps à l’arrivée, comme 3:45.14.
plan-wrong-time = Pas un temps : « { $text } ». Écrivez-le comme 3:45.14.
plan-wrong-no-faster = Écrivez de combien de secondes la deuxième moitié est plus rapide.
plan-wrong-faster = Pas des secondes : « { $text } ». Écrivez-les comme 2.0.
plan-wrong-no-points = Écrivez les points, un par ligne, comme 400 55.8.
plan-wrong-no-book = Il n’y a pas de livre à interroger ici (pacelight book create en crée un, pacelight web --book le sert).
plan-wrong-level = Il n’y a pas de tel niveau : WR, AR, NR, CR, LR, MR, FR, PB, SB.
plan-wrong-day = Pas un jour : « { $text } ». Écrivez année-mois-jour, comme 2025-02-12.
plan-wrong-sex = Choisissez hommes, femmes ou mixte.
plan-wrong-track = Pas de telle piste : « { $text } ».
plan-wrong-lane = Écrivez le couloir comme un nombre, de 1 à 8.
plan-wrong-every = Personne ne lit tant de lignes : espacez-les.
plan-wrong-pacers = Pas des distances : « { $text } ». Écrivez-les comme 800, 1200.
plan-wrong-many-pacers = { $most } lièvres au plus.
plan-wrong-far-pacers = Un lièvre ne court pas plus loin que la course, { $most }.
plan-wrong-long = { $most } caractères au plus.
plan-title = { $event } : { $plan }
plan-title-day = { $title }, au { $day }
plan-title-standing = { $title }, départ arrêté

## Console

console-title = Pupitre des lumières
console-no-script = Il faut JavaScript. Dans un terminal, pacelight race ask fait de même.
console-next = La suite
console-dark = Noir complet
console-start-hand = Départ : à la main, ici
console-start-sources = Départ : { $sources }, ou à la main
console-gun = Coup de pistolet
console-gun-from = Coup de pistolet de { $source }
console-gun-error = { $gun }, ± { $ms } ms
console-gun-error-unknown = { $gun }, précision inconnue
console-then-idle = Charger une course
console-then-finished = Le chronométrage officialise le résultat
console-then-official = Charger la course suivante
console-check = Vérifier
console-arm = Armer
console-disarm = Désarmer
console-gun-go = PARTEZ
console-finish = Tous arrivés
console-go-on = Reprendre
console-hold = Figer
console-recall = Rappel
console-fade = Fondu
console-blackout = NOIR
console-light = Rallumer
console-abort = Annuler
console-reset = Préparer à nouveau
console-undo = Défaire
console-key-held = maintenir { $key }
console-stops = Ce qui arrête
console-waiting = Ce qui attend une réponse
console-withdraw = Ne plus demander
console-took-help = De l’appui jusqu’au départ de la première image vers les lampes
console-took-none = De l’appui à la lampe : rien encore
console-took-waits = pas encore de réponse
console-took-answer = réponse { $ms } ms
console-ms = { $ms } ms
console-checks = Avant d’armer
console-checks-none = Pas encore vérifié.
console-checks-good = Tout est prêt, vérifié par { $by }
console-override-reason = Raison d’armer malgré tout
console-override = Armer malgré tout
console-override-wants = Écrivez la raison : elle figure au journal.
console-override-director = Le directeur peut armer malgré tout, en disant pourquoi.
console-lights = Lumières
console-gap-none = L’écart du coureur de tête à chaque lumière s’affiche pendant la course.
console-gap-of = { $name } par rapport à chaque lumière
console-gap-error = (pistolet et horloge : ± { $seconds } s)
console-lap = { $seconds } s au tour
console-seconds = { $seconds } s
console-metres = { $metres } m
console-other-role = Vous êtes connecté comme { $by }, qui ne commande pas les lumières : NOIR, Fondu et Figer seront refusés.
console-projected = projeté
console-measured = au dernier passage
console-nudge-of = { $light }, dès la prochaine ligne
console-faster = { $light } : 0,1 s au tour plus vite, dès la prochaine ligne
console-slower = { $light } : 0,1 s au tour plus lentement, dès la prochaine ligne
console-replan-of = Un autre temps pour { $light }
console-replan-send = Envoyer
console-replan-back = Revenir au plan
console-replan-wrong = Ce temps n’est plus possible (écrivez-le comme { $example }).
console-replan-change = { $seconds } s au tour. Regardez-le sur la piste, puis maintenez Envoyer.
console-replan-how = Saisissez un temps : la piste le montre avant l’envoi.
console-preview = Aperçu : { $light } pour { $mark }
console-lamps = Lampes
console-frames = Images
console-missed = Manquées
console-late-99 = Retard, 99 %
console-late-most = Retard max.
console-part = Élément
console-part-state = État
console-part-clock = Horloge, adresse
console-controllers = { $count ->
    [one] 1 contrôleur
   *[other] { $count } contrôleurs
}
console-up = en marche
console-refusing = refuse depuis { $seconds } s
console-away = absent depuis { $seconds } s
console-silent = muet depuis { $seconds } s
console-behind = { $lines ->
    [one] 1 ligne de retard
   *[other] { $lines } lignes de retard
}
console-offset = { $offset } ms ± { $error }
console-source = chronométrage { $name }
console-races = Courses
console-on-track = en piste
console-load = Charger
console-load-race = Charger { $race }
console-load-busy = Aucune autre course n’est chargée tant qu’une est armée, en cours ou figée.
console-log = Journal
console-log-none = Rien n’a encore été fait à cette course.
console-undone = défait, était de { $by }
console-engine = le moteur
console-conflicts = { $count ->
    [one] Un conflit attend le chronométrage :
   *[other] { $count } conflits attendent le chronométrage :
}
console-stale = Cette page n’entend plus le moteur. Ce que vous pressez est renvoyé jusqu’à la réponse.
console-offline = Pas de connexion. Ce que vous pressez est renvoyé jusqu’à la réponse ; les lumières continuent seules.
console-not-up = Le moteur ne tourne pas : { $why }
console-holder = Qui tient les lumières
console-holds-own = Vous tenez les lumières
console-holds-none = Personne ne tient les lumières
console-holds-other = { $by } tient les lumières
console-holds-silent = { $by } tient les lumières, et ne répond plus depuis { $seconds } s
console-take = Les prendre
console-take-over = Les reprendre à { $by }
console-leave = Les laisser
console-lock = Verrouiller le pupitre
console-locked = Verrouillé : ce qui arrête marche toujours
console-unlock = Déverrouiller
console-unanswered = { $act } : pas de réponse, plus demandé. Regardez l’état avant de presser à nouveau.
console-changed = { $act } : pas fait, la course a changé entre-temps :
console-refused = { $act } : pas fait
console-key-fade = fondu ; deux fois : noir
console-key-hold = figer, ou reprendre
console-key-faster = 0,1 s au tour plus vite
console-key-slower = 0,1 s au tour plus lentement
console-key-next-light = lumière suivante
console-key-previous-light = lumière précédente
console-key-plan = saisir un autre temps
console-key-lock = verrouiller, déverrouiller
console-then-running = La course est lancée
console-finish-how = Les lumières vont jusqu’à leur arrivée, et la course est finie. La table de chronométrage confirme le résultat.
console-shows = Entre les courses
console-shows-how = L’armement, le noir et le fondu y mettent fin ; de lui-même il s’arrête au bout de dix minutes.
console-show-clap = Frapper des mains
console-show-chase = Lumière qui court
console-show-presentation = Présentation
console-show-idle = Repères faibles
console-show-end = Arrêter
console-walked = Quelqu’un marche le long des lampes. L’armement ou Arrêter les éteint.
console-end = La fin de la course
console-gun-hand = Coup de pistolet à la main

## What somebody did

reason-did-load = chargée
reason-did-unload = déchargée
reason-did-return = de nouveau au poste
reason-did-check = vérifiée
reason-did-arm = armée
reason-did-disarm = désarmée
reason-did-gun = le coup de pistolet
reason-did-hold = lumières arrêtées
reason-did-go-on = lumières reparties
reason-did-finish = course terminée
reason-did-official = officiel
reason-did-reopen = rouvert
reason-did-recall = rappelée
reason-did-abort = annulée
reason-did-reset = prête à être recourue
reason-did-blackout = tout éteint
reason-did-light = rallumé
reason-did-despite = { $reason1 } malgré : { $reason2 }
reason-did-move-earlier = le départ { $seconds } s plus tôt
reason-did-move-later = le départ { $seconds } s plus tard
reason-did-split = dossard { $bib } à { $distance } en { $time }
reason-did-split-nobody = quelqu’un à { $distance } en { $time }
reason-did-status = dossard { $bib } { $verdict }
reason-did-status-rule = dossard { $bib } { $verdict } selon { $rule }
reason-did-in-again = dossard { $bib } de nouveau en course
reason-did-strike = rayé : { $reason }
reason-did-restore = rétabli : { $reason }
reason-did-reassign = { $reason } est du dossard { $bib }
reason-did-swap = dossards { $bib1 } et { $bib2 } échangés
reason-did-replan = la lumière { $light } à { $time }
reason-did-settle-said = un conflit tranché : ce qui a été dit vaut
reason-did-settle-stood = un conflit tranché : ce qui était vaut
reason-did-undo = ligne { $line } annulée
reason-did-which = le temps « { $key } »
reason-did-fade = éteint en fondu
reason-did-correct = dossard { $bib } à { $distance } en { $time } : { $reason }
reason-did-correct-official = dossard { $bib } à { $distance } en { $time } : officiel
reason-did-correct-not-official = dossard { $bib } à { $distance } en { $time } : non officiel
reason-did-correct-nobody = quelqu’un à { $distance } en { $time } : { $reason }
reason-did-correct-nobody-official = quelqu’un à { $distance } en { $time } : officiel
reason-did-correct-nobody-not-official = quelqu’un à { $distance } en { $time } : non officiel
reason-did-correct-which = le temps « { $key } » : { $reason }
reason-did-correct-which-official = le temps « { $key } » : officiel
reason-did-correct-which-not-official = le temps « { $key } » : non officiel
reason-did-correct-to-point = { $size } m
reason-did-correct-to-both = { $time }, { $size } m
reason-did-correct-to-official = { $reason }, officiel
reason-did-correct-to-not-official = { $reason }, non officiel
reason-did-reassign-bib = le temps { $time } à { $distance } du dossard { $bib1 } est celui du dossard { $bib2 }
reason-did-reassign-nobody = le temps { $time } à { $distance } est celui du dossard { $bib }
reason-did-all-the-same = malgré : { $reason }
reason-did-by = { $reason }, par { $by }
reason-did-by-timing = { $reason }, par le chronométrage
reason-did-more = { $reason } et { $number } de plus
reason-now-dark = les lampes sont éteintes
reason-now-dark-all-the-same = les lampes sont éteintes quand même
reason-now-dark-race = les lampes sont éteintes ; la course continue
reason-now-dark-armed = les lampes sont éteintes ; la course reste armée
reason-now-fade-race = les lampes seront éteintes dans une seconde ; la course continue
reason-now-fade-armed = les lampes seront éteintes dans une seconde ; la course reste armée
reason-now-lit = les lampes sont rallumées
reason-now-goes-for = la lumière { $light } vise { $mark }
reason-now-show = les lampes montrent « { $name } »
reason-now-show-race = les lampes montrent ce que la course prévoit
reason-now-lamp = la lampe { $lamp } est allumée
reason-now-lamp-blinks = la lampe { $lamp } clignote
reason-now-lamps = les lampes { $first } à { $last } sont allumées
reason-now-lamps-blink = les lampes { $first } à { $last } clignotent
reason-now-fade = les lampes seront éteintes dans une seconde
reason-now-hold = les lumières restent où elles sont ; le chronomètre continue
reason-now-go-on = les lumières repartent d’où elles étaient
reason-log-opened = la course est ouverte
reason-log-passed = dossard { $bib } à { $distance } en { $time } ({ $method }, { $from })
reason-log-passed-official = dossard { $bib } à { $distance } en { $time } ({ $method }, { $from }, officiel)
reason-log-somebody = quelqu’un à { $distance } en { $time } ({ $method }, { $from })
reason-log-somebody-official = quelqu’un à { $distance } en { $time } ({ $method }, { $from }, officiel)
reason-log-finished = dossard { $bib } à l’arrivée ({ $from })
reason-log-finished-rule = dossard { $bib } à l’arrivée selon { $rule } ({ $from })
reason-log-judged = dossard { $bib } { $verdict } ({ $from })
reason-log-judged-rule = dossard { $bib } { $verdict } selon { $rule } ({ $from })
reason-log-otherwise = { $name } dit autre chose du dossard { $bib } : { $reason }
reason-log-refused = { $act } refusé : { $reason }
reason-log-timing = { $name } { $standing }
reason-log-credited = dans le livre : dossard { $bib }
reason-log-candidates = dans le livre : dossard { $bib }, candidats { $list }
reason-log-withdrawn = retiré du livre : dossard { $bib }, { $reason }
reason-log-resumed = le moteur continue
reason-log-wind = vent { $text }
reason-log-sealed = le journal continue ailleurs : { $reason }
reason-log-takes = prend les lumières
reason-log-leaves = rend les lumières
reason-log-reread = le fichier du meeting relu : { $number } courses
reason-log-gun = le coup de pistolet, { $from }
reason-log-gun-moved = le coup de pistolet déplacé de { $seconds } s, { $from }
reason-log-shown = ce que les lumières ont fait
reason-log-done = la course est finie et inscrite au livre
reason-log-sent = ce qui a été envoyé aux lampes
reason-and-also = { $reason1 } ; { $reason2 }

## What the doctor finds

reason-found = { $reason1 } : { $reason2 } ({ $reason3 })
reason-of-light-loop = boucle des lumières
reason-of-lamps = lampes
reason-of-lamps-named = lampes { $name }
reason-of-timing = chronométrage
reason-of-timing-named = chronométrage { $name }
reason-of-journal = journal
reason-of-book = livre
reason-of-survey = relevé
reason-of-standby = secours
reason-of-node = nœud lumineux
reason-of-engine = moteur
reason-of-pages = pages
reason-of-clock = horloge
reason-of-power = courant
reason-of-priority = priorité
reason-of-firewall = pare-feu
reason-of-secret = secret
reason-of-sheets = feuilles
reason-of-spare = place de réserve
reason-found-runs = elle tourne
reason-found-runs-not = elle ne tourne pas
reason-do-start-engine = redémarrez le moteur
reason-found-nobody-there = personne n’écoute là : { $what }
reason-found-nobody = personne n’écoute là
reason-found-no-way-why = aucun chemin n’y mène : { $what }
reason-found-no-way = aucun chemin n’y mène
reason-do-power-cable = regardez son courant et son câble
reason-do-power-cable-short = regardez courant et câble
reason-do-power-cable-address = regardez son courant, son câble et son adresse
reason-found-one-controller = 1 contrôleur joint
reason-found-controllers = { $count } contrôleurs joints
reason-found-written = il s’écrit
reason-found-elsewhere = il continue ailleurs : { $what }
reason-do-room = faites de la place, ou changez le disque
reason-do-make-room = faites de la place
reason-found-follow = { $there } sur { $promised } suivent
reason-found-follow-all = { $there } sur { $promised } suivent, et ont chaque ligne
reason-do-start-missing = démarrez ce qui manque ({ $reason }), ou armez sans, avec une raison
reason-do-start = démarrez : { $reason }
reason-found-whole = il est entier
reason-found-answers = il répond
reason-found-unlit = aucune n’est allumée (sim://)
reason-do-say-where = dites où elles sont : dans le relevé, ou comme engine.output
reason-found-no-answer = { $address } ne répond pas
reason-do-lights-test = voyez les lampes briller : pacelight lights test
reason-do-mend-url = corrigez son `url` dans le fichier du meeting, ou arrêtez ce qui tient le port
reason-found-served = servies à { $address }
reason-found-this-machine = elles sont pour cette machine seule
reason-do-web-host = nommez l’adresse de cette machine comme web.host dans le fichier du meeting, pour les téléphones
reason-found-unserved = personne ne sert encore { $address }
reason-do-start-web = démarrez-les : pacelight web, ou serve
reason-found-no-survey = aucun relevé ne dit où elles sont
reason-do-mend-survey = corrigez d’abord le relevé
reason-found-by-hand = aucun système de chronométrage n’est nommé : les temps se prennent à la main
reason-do-name-timing = nommez-le avec [[timing]] dans le fichier du meeting
reason-do-start-engine-serve = démarrez-le : pacelight engine, ou serve
reason-found-engine-runs = il mène { $race } : { $state }
reason-found-not-listening = le moteur ne l’écoute pas
reason-do-start-with-file = démarrez-le avec ce fichier du meeting
reason-found-reaches-all = le moteur joint ses { $count } contrôleurs
reason-found-no-engine = aucun moteur ne tourne qu’il puisse suivre
reason-do-engine-first = démarrez d’abord le moteur
reason-do-next-race = occupez-vous-en avant la prochaine course
reason-found-lines-behind = { $count } lignes n’y sont pas encore en sûreté
reason-do-wait = attendez, ou regardez le réseau
reason-found-no-spare = aucune n’est nommée : après une erreur du disque le journal continue à côté du premier
reason-do-name-spare = nommez un dossier d’un autre disque comme `spare` dans le fichier du meeting
reason-found-clock-alone = elle va seule ; la course n’en a pas besoin, les heures d’un système de chronométrage si
reason-do-chrony = démarrez chrony ou systemd-timesyncd, ou nommez une machine que toutes suivent
reason-found-clock-held-by = elle est tenue aux autres par { $name }
reason-found-clock-held = elle est tenue aux autres
reason-found-clock-unknown = nul ne peut dire si elle est juste
reason-do-compare-clock = comparez-la à une autre
reason-found-power-unknown = la machine ne dit pas d’où il vient
reason-do-ups = voyez qu’elle ait un onduleur
reason-found-mains = du secteur
reason-found-battery = de la batterie
reason-do-plug = branchez-la
reason-found-priority = la boucle des lumières peut passer avant tout
reason-found-no-priority = la boucle des lumières n’a pas le droit de passer avant tout : des images peuvent tarder sous charge
reason-do-priority = donnez-lui CAP_SYS_NICE, ou LimitRTPRIO=50 dans son unité (pacelight engine --print-unit)
reason-found-firewall = ce qu’il laisse passer ne se voit pas d’ici
reason-do-firewall = ouvrez la page d’un téléphone, et faites envoyer quelque chose au système de chronométrage
reason-do-another-place = nommez une autre place
reason-do-faster-disk = prenez un disque plus rapide : ce qui arrive se dit tard
reason-do-track-check = voyez tout avec : pacelight track check
reason-do-name-book = nommez le bon fichier comme `book` dans le fichier du meeting, ou réparez-le
reason-do-import-missing = importez ce qui manque (pacelight book import), ou changez cette lumière
reason-found-empty = { $name } est vide
reason-do-import-list = importez une liste : pacelight book import
reason-do-import-newer = mettez-le à jour : pacelight book import
reason-found-no-secret-needed = aucun n’est requis : rien n’écoute sur un réseau
reason-found-secret-open = d’autres peuvent lire { $file }
reason-found-secret-yours = { $file } n’est qu’à vous
reason-found-no-secret = quelque chose écoute sur le réseau, et aucun secret ne le garde
reason-do-name-secret = nommez son fichier comme engine.secret dans le fichier du meeting
reason-do-make-secret = faites-en un : openssl rand -hex 32 > FILE; chmod 600 FILE
reason-found-no-sheet = aucune feuille ne peut être composée : { $what }
reason-do-install-again = réinstallez Pacelight
reason-found-printer = les feuilles peuvent être composées ; imprimante : { $name }
reason-do-print-elsewhere = imprimez le PDF ailleurs, ou ajoutez une imprimante
reason-of-meet = meeting
reason-of-machine = machine
reason-found-meet-one = le fichier du meeting est complet : 1 course
reason-found-meet = le fichier du meeting est complet : { $number } courses
reason-do-complete = complétez-le sur les pages du meeting
reason-do-mend-this = corrigez ceci, et faites revérifier
reason-do-see-runs = voyez qu’il tourne, et que c’est bien là qu’on l’écoute ou l’appelle
reason-do-see-sending = voyez qu’il tourne et envoie encore
reason-do-cable-program = regardez son câble et son programme
reason-do-may-speak = voyez qui peut y parler : `allow` dans le fichier du meeting
reason-do-have-send = faites-lui envoyer quelque chose : une liste de départ suffit
reason-found-heard-nothing = rien n’a encore été entendu
reason-found-heard-nothing-why = rien n’a encore été entendu : { $reason }
reason-found-standing = { $standing }
reason-found-heard = { $standing }, entendu il y a { $number } s
reason-found-clock-offset = { $reason }, son horloge est à { $offset } ms de la nôtre
reason-found-clock-offset-to = { $reason }, son horloge est à { $offset } ms de la nôtre (à { $number } ms près)
reason-found-finds = le moteur le trouve { $standing }
reason-found-finds-why = le moteur le trouve { $standing } : { $reason }
reason-found-free = { $size } Go libres sur { $file }, une ligne est sûre en { $size2 } ms
reason-found-clock-held-to = elle est réglée sur d’autres, à { $number } ms près
reason-found-mains-left = sur secteur, { $number } % restants
reason-found-battery-left = sur batterie, { $number } % restants
reason-found-book-told = { $name }, révision { $number } : { $count } listes, lu jusqu’au { $day }
reason-found-book-known = { $name }, révision { $number } : { $count } listes, lu jusqu’au { $day } ; chaque lumière de ce soir est connue
reason-found-more = { $reason }, et { $number } de plus
reason-do-let-write = laissez le moteur écrire dans le livre
reason-do-chmod = exécutez : chmod 600 { $file }
reason-found-no-printing = les feuilles peuvent être composées en PDF ; aucun système d’impression ici
reason-found-no-printer = les feuilles peuvent être composées en PDF ; aucune imprimante n’est installée
reason-found-other-version = qui répond à { $address } n’est pas un moteur de cette version : { $reason }
reason-found-said-nothing = le moteur à { $address } n’a rien dit pendant { $seconds } s
reason-found-protocol = ce protocole n’a pas de réponse
reason-found-artnet = { $name } répond par Art-Net
reason-found-artnet-says = { $name } répond par Art-Net, { $text }
reason-found-wled = { $name } : { $text }, { $number } lampes
reason-found-no-line = aucune ligne série à { $file }
reason-found-not-yours = vous ne pouvez pas écrire dans { $file } (rejoignez le groupe qui le possède)
reason-found-no-engine-at = aucun moteur ne répond à { $address } : { $reason }
reason-bus-none = pas un bus : « { $text } » (écrivez un chemin, ou { $address }://HOST:PORT)
reason-bus-reached = { $address } peut être joint par d’autres : nommez le secret des deux avec --secret FILE
reason-bus-long = le chemin d’un bus fait au plus { $number } octets : { $text }
reason-bus-unopened = aucun bus ne peut être ouvert à { $address } : { $reason }
reason-bus-another = un autre moteur écoute à { $address } ; arrêtez-le, ou nommez un autre --bus
reason-bus-no-end = ce qui est dit à { $address } ne finit pas : ce n’est pas un moteur
reason-bus-asks-secret = le moteur à { $address } demande son secret : nommez-le avec --secret FILE
reason-bus-other-secret = le moteur à { $address } n’accepte pas ce secret (il est le même pour tous)
reason-bus-no-secret = qui répond à { $address } ne connaît pas le secret : ce n’est pas le moteur
reason-bus-short-secret = un secret a au moins { $number } caractères, pas { $number2 } (créez-en un avec : openssl rand -hex 32)

## Why the book cannot tell

reason-book-holds-none = le livre ne contient aucune performance de cette liste au { $day }
reason-book-holds-no-ratified = le livre ne contient aucune performance homologuée de cette liste au { $day }
reason-book-none-kept = aucun { $label } n’est tenu pour { $what }
reason-book-two-kept = deux { $label } sont tenus pour { $what } : des courses de femmes seules et des mixtes
reason-book-not-covered-list = le livre ne couvre pas le bilan de { $event }, { $sex }
reason-book-from-list = le livre couvre le bilan de { $event }, { $sex } à partir du { $day1 }, pas au { $day2 }
reason-book-not-covered = le livre ne couvre pas { $label } de { $event }, { $sex }
reason-book-from = le livre couvre { $label } de { $event }, { $sex } à partir du { $day1 }, pas au { $day2 }
reason-book-bests-only = le livre couvre le meilleur de chaque athlète, pas toutes les performances d’une année
reason-book-no-year = le livre ne contient aucune performance de { $year } sur cette liste
reason-book-year-down = la liste est complète jusqu’à { $mark }, et aucune performance de { $year } n’est aussi bonne
reason-book-no-performance = le livre ne contient aucune performance de { $name }
reason-book-parameter = cette page n’a pas de paramètre « { $name } » (elle prend { $list })
reason-book-parameter-none = cette page n’a pas de paramètre « { $name } » (elle n’en prend aucun)
reason-book-twice = « { $name } » est donné deux fois (une suffit)
reason-book-not-a-day = { $name } n’est pas une date : « { $text } » (écrivez année-mois-jour, comme 2025-02-12)
reason-book-yes-no = { $name } est yes ou no, pas « { $text } »
reason-book-no-level = pas de niveau « { $text } » (il y a { $list })
reason-book-sex = sex est { $list }, pas « { $text } »
reason-book-race = race est { $list }, pas « { $text } »
reason-book-top = top va de 1 à 1000, pas « { $text } »
reason-book-year = year est une année civile, comme 2025, pas « { $text } »
reason-book-write-too = écrivez aussi { $name }
reason-book-no-class = pas de catégorie « { $text } » (il y a { $list })
reason-book-no-event = pas d’épreuve « { $text } » ({ $hint })
reason-book-no-nation = pas de pays « { $text } » ({ $hint })
reason-book-no-athlete = le livre ne connaît pas d’athlète « { $text } » ({ $hint })
reason-book-not-known = non connu : { $reason }
reason-book-several-athletes = plusieurs athlètes s’appellent « { $text } » : { $list }
reason-book-world-no-scope = un record du monde n’a pas de portée, pas « { $text } » (nommez un niveau : AR, NR, MR, ...)
reason-book-no-area = pas de continent « { $text } » (il y a { $list })
reason-book-needs-scope = { $label } demande une portée : { $hint }
reason-scope-area = un continent ({ $list })
reason-scope-nation = un pays, comme NOR
reason-scope-meeting = un meeting, comme l’écrivent les résultats
reason-scope-championship = un championnat, comme l’écrivent les résultats
reason-scope-series = une série, comme la Diamond League
reason-scope-venue = un lieu, comme l’écrivent les résultats
reason-scope-athlete = un athlète
reason-book-no-age = pas de catégorie d’âge « { $text } » (il y a { $list })
reason-book-not-for-event = pas un temps pour { $event } : « { $text } » ({ $hint })
reason-book-not-of-event = pas une performance de { $event } : « { $text } » ({ $hint })
reason-book-corrected = corrigé par { $by } le { $day } : { $what }
reason-book-corrected-bare = corrigé par { $by } le { $day }
reason-book-said-first = { $source } l’a dit en premier, et personne ne l’a corrigé
reason-verify-later = plus tard que la source, qui est du { $day }
reason-verify-before = avant la première performance de la source, du { $day }
reason-verify-equalled = elle égalait ce qui tenait, et la source liste qui fut premier
reason-verify-not-ratified = { $status }, non homologué
reason-verify-not-official = non officiel
reason-verify-wind = trop de vent, ou pas de mesure
reason-verify-stood = { $mark } ({ $name }, { $day }) tenait déjà
reason-verify-beaten-before = battu avant le début de la liste le { $day }

## Why signing in is refused

reason-pair-name = un nom a de 1 à { $most } caractères imprimables (écrivez : table de chronométrage)
reason-pair-codes = { $codes } codes attendent d’être utilisés : utilisez-en un, ou attendez quelques minutes
reason-too-much = trop à la fois : attendez une seconde
reason-too-much-displays = trop d’écrans à la fois : attendez un peu
reason-no-engine-again = aucun moteur ne répond : renvoyez la même demande, avec sa clé
reason-too-long = aucun moteur n’accepte une demande aussi longue : écrivez une raison plus courte
reason-same-key = une autre demande est en route avec cette clé : faites une clé pour chacune
reason-sign-in = connectez-vous à /pair
reason-for-others = { $reason } : connectez-vous à /pair
reason-log-whose = le journal est pour ceux qui chronomètrent, éclairent, tiennent les records ou dirigent : connectez-vous à /pair
reason-no-journal = il n’y a pas de tel journal ici
reason-director-ends = seul le directeur termine la session d’un autre
reason-director-lets-in = seul le directeur laisse entrer quelqu’un
reason-no-session = il n’y a plus de telle session
reason-over-https = connectez-vous par https : ce qui est envoyé ici peut être lu par d’autres
reason-too-many-attempts = trop d’essais : attendez une minute
reason-code-nobody = ce code ne laisse entrer personne : il a servi, est trop ancien, ou mal tapé

## Log

log-title = Qui a fait quoi
log-denied = Le journal est réservé au chronométrage, aux lumières, aux statisticiens et à la direction.
log-sign-in = S’identifier
log-lines = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
log-whole = { $count ->
    [one] { $count } ligne, rien de changé
   *[other] { $count } lignes, rien de changé ni de perdu entre elles
}
log-damaged = Ce journal est endommagé. Seules les lignes qui précèdent le dommage sont fiables.
log-next = La ligne suivante suit
log-note = Notez-le ailleurs : les lignes coupées à la fin se découvrent ainsi aussi.
log-files = Il occupe { $count } fichiers.
log-journal = Journal
log-race = Course
log-every-race = toutes les courses
log-by = Par
log-everybody = tout le monde
log-everything = Temps et moteur aussi
log-show = Afficher
log-line = Ligne
log-when = Quand, UTC
log-who = Qui
log-what = Quoi
log-nobody = de lui-même
log-because = parce que : { $why }
log-undone = retiré
log-nothing = Personne n’a encore rien fait.
log-nothing-wanted = Aucune ligne de ce journal n’est de cette course et de cette personne.
log-pages = Pages du journal
log-newer = Plus récent
log-older = Plus ancien
log-no-journal = Aucun journal de course ne se trouve sur cette machine.
frame-log = Journal
log-nothing-believed = Dans les lignes que l’on peut croire, personne n’a rien fait.

## Timer's desk

timer-title = Bureau du chronométrage
timer-description = Passages bruts à mesure, temps manuels, dossards, corrections, conflits, résultat officiel.
timer-no-script = Cette page a besoin de JavaScript.
timer-take = Prendre un temps
timer-split = Temps
timer-point = Pris à
timer-laps-to-go = { $laps ->
    [one] 1 tour à courir
   *[other] { $laps } tours à courir
}
timer-whose = À qui est { $time } ?
timer-all-have-bibs = Chaque temps a son dossard
timer-assign = Attribuer
timer-no-bib = sans dossard
timer-crossings = Passages
timer-show = Lesquels sont affichés
timer-show-all = Tous
timer-show-open = Ouverts
timer-show-out = Écartés
timer-no-crossings = Rien ici. Temps manuel : appuyer sur Espace au passage.
timer-choose-first = Choisir d’abord un passage (flèches)
timer-not-struck = Ce temps n’est pas rayé
timer-stands-official = officiel
timer-stands-split = brut
timer-stands-waiting = attend un dossard
timer-stands-struck = rayé
timer-stands-refused = refusé
timer-waits-answer = en route
timer-waits-network = attend le réseau
timer-waits-sign-in = attend votre code
timer-method-photo = photo-finish
timer-method-cell = cellule
timer-method-video = vidéo
timer-method-transponder = transpondeur
timer-method-hand = manuel
timer-acts = La course
timer-gun = Départ maintenant
timer-recall = Rappel
timer-finish = Tous arrivés
timer-restore = Rétablir
timer-undone-in = Annulé dans { $name }
timer-not-yours = Pas pour vous : { $what }
timer-undo-last = Annuler le dernier
timer-form-split = Temps manuel
timer-form-reassign = Autre dossard
timer-form-correct = Corriger
timer-form-strike = Rayer
timer-form-status = DNS, DNF, DQ
timer-form-swap = Échanger deux dossards
timer-form-move-gun = Décaler le départ
timer-form-started = Parti plus tôt
timer-form-official = Rendre officiel
timer-form-reopen = Rouvrir
timer-field-bib = Dossard
timer-field-other = Et dossard
timer-field-time = Temps, 3:45.14 (vide : maintenant)
timer-field-point = À mètres (vide : arrivée)
timer-field-point-correct = À quels mètres (vide : tels quels)
timer-field-time-correct = Temps, 3:45.14 (vide : tel quel)
timer-field-reason = Pourquoi
timer-field-rule = Règle, TR17.3.1
timer-field-status = Statut
timer-field-judged = Officiel
timer-field-shift = Secondes, -0.35 si c’était plus tôt
timer-field-ago = Depuis combien, 12.5 ou 1:20
timer-status-DNS = DNS, non partant
timer-status-DNF = DNF, abandon
timer-status-DQ = DQ, disqualifié
timer-status-none = aucun : de nouveau en course
timer-judged-stays = inchangé
timer-judged-yes = officiel
timer-judged-no = non officiel
timer-send = Valider
timer-send-official = Rendre officiel : maintenir
timer-close = Fermer
timer-done = Fait
timer-changed = La course a changé entre-temps. Regarder, puis redemander :
timer-unanswered = Aucun moteur n’a répondu. Plus rien n’est demandé : vérifier si c’est fait.
timer-withdrawn = N’est plus demandé
timer-why-bib-empty = Saisir un dossard
timer-why-bib = Ce dossard n’est pas dans cette course
timer-why-none-waits = Aucun temps n’attend de dossard : en choisir un pour changer le sien
timer-why-same = Un autre dossard que le premier
timer-why-time = Pas un temps : écrire 3:45.14 ou 62.3
timer-why-time-empty = Saisir un temps : 3:45.14
timer-why-time-zero = Un passage vient après le départ
timer-why-point = Pas une distance : écrire 400 ou 209.34
timer-why-point-beyond = Hors du parcours : après le départ, jusqu’à l’arrivée
timer-why-reason = Dire pourquoi, en peu de mots
timer-reason-left-out = facultatif
timer-why-long = Plus court : 200 caractères au plus
timer-why-rule = Une disqualification nomme sa règle, comme TR17.3.1
timer-why-shift = Pas des secondes : écrire -0.35 ou +1:02
timer-why-shift-sign = Avec son signe : - si le départ était plus tôt, + plus tard
timer-why-shift-zero = De plus que rien
timer-why-ago = Depuis combien : écrire 12.5 ou 1:20
timer-why-ago-zero = Si c’est maintenant, c’est le départ
timer-why-ago-long = Une heure au plus
timer-why-nothing = Rien n’est corrigé : donner un temps, un point, ou s’il est officiel
timer-conflicts = Deux disent autre chose
timer-keep = Garder ce qui est
timer-take-said = Prendre ce que dit { $source }
timer-nothing-stands = rien encore
timer-check = Contrôle du résultat
timer-check-good = Rien d’ouvert : il peut être officiel
timer-check-official = Le résultat est officiel
timer-check-conflicts = { $count ->
    [one] 1 conflit à trancher
   *[other] { $count } conflits à trancher
}
timer-check-unfinished = La course n’est pas finie
timer-check-missing = { $count ->
    [one] 1 coureur sans temps ni statut
   *[other] { $count } coureurs sans temps ni statut
}
timer-check-waiting = { $count ->
    [one] 1 temps attend un dossard
   *[other] { $count } temps attendent un dossard
}
timer-check-refused = { $count ->
    [one] 1 temps refusé
   *[other] { $count } temps refusés
}
timer-check-unofficial = { $count ->
    [one] 1 arrivée pas encore jugée
   *[other] { $count } arrivées pas encore jugées
}
timer-check-ties = { $count ->
    [one] 1 coureur ex æquo
   *[other] { $count } coureurs ex æquo
}
timer-changes = Qui a fait quoi
timer-no-changes = Rien n’a encore été fait
timer-by-timing = chronométrage
timer-undone = annulé
timer-undo = Annuler
timer-undo-line = Annuler : { $text }
timer-races = Courses
timer-load = Charger
timer-load-race = Charger { $name }
timer-put-right = Rectifier
timer-waits = { $count } en attente
timer-key-switch = La course d’avant, pour la rectifier ; et retour
timer-another = Une autre course est affichée : { $name }. Ce qui était saisi est gardé.
timer-hand = La course affichée
timer-hand-other = Vous rectifiez : { $name } ({ $state })
timer-hand-on = En piste : { $name } ({ $state }). Les temps pris, le départ et les arrêts sont ceux de cette course.
timer-hand-back = Retour à la piste
timer-hand-take = Rectifier : { $name }
timer-hand-fetching = Cette course est encore en train d’arriver : envoyez dès que ses passages sont là.
timer-hand-wait = Ses passages arrivent.
timer-hand-waits = { $name } : { $count ->
    [one] { $count } point attend quelqu’un
   *[other] { $count } points attendent quelqu’un
}
timer-other-role = Vous êtes connecté comme { $by }, qui ne prend pas de temps.
timer-other-sign-in = Se connecter avec un code
timer-key-split = Un temps, maintenant
timer-key-bib = Dossard du temps en attente (ou des chiffres)
timer-key-down = Passage en dessous
timer-key-up = Passage au-dessus
timer-key-point-next = Point suivant
timer-key-point-before = Point précédent
timer-key-undo = Annuler le dernier possible
timer-key-keep = Premier conflit : ce qui est tient
timer-key-take = Premier conflit : ce qui est dit tient
timer-key-close = Fermer le formulaire, quitter le champ
timer-withdraw = Ne plus demander
timer-withdraw-this = Ne plus demander : { $what }
timer-check-run = Rien à regarder
timer-waiting = Le moteur n’a pas encore été entendu. La page continue d’elle-même dès qu’il l’est.
timer-take-hand = Prendre le temps manuel

## What set-up refuses

reason-cell-missing = { $thing } manque (écrivez { $like })
reason-cell-long = { $thing } est une ligne de { $most } caractères au plus
reason-cell-id = { $thing } s’écrit en minuscules, chiffres et tirets, comme mens-mile, pas « { $text } »
reason-cell-time-of-day = une heure s’écrit 20:45, pas « { $text } »
reason-cell-number = un nombre entier de { $least } à { $most }, pas « { $text } »
reason-cell-one-of = { $thing } : l’un de { $list }, pas « { $text } »
reason-cell-colour = une couleur s’écrit #19e36b, pas « { $text } »
reason-cell-timing = aucun système de chronométrage à « { $address } » (écrivez l’un de { $list } devant ://)
reason-cell-folder = { $thing } est dans le dossier du meeting : écrivez son nom, comme lamps.toml, pas « { $text } »
reason-cell-day = une date s’écrit 2026-06-13, pas « { $text } »
reason-nobody-starts = { $name } : personne n’y part
reason-nothing-pasted = rien n’a été collé, et aucun fichier choisi
reason-came-damaged = { $name } est arrivé abîmé : renvoyez-le
reason-no-version = il n’y a pas de version de { $name } avant celle-ci
reason-no-engine-here = aucun moteur ne se démarre d’ici (démarrez-le avec : pacelight serve)
reason-direction = le sens est « { $with } » ou « { $against } » le sens de course, pas « { $text } »
reason-no-such-lamp = ce relevé n’a pas cette lampe, ou pas de contrôleurs : ses lampes mortes ne sont pas gardées
reason-race-number = le numéro est épreuve, tour et série, comme 12 1 1, pas « { $text } »
reason-points-missing = des points manquent (écrivez 400 m 55.0, 800 m 1:52.00, l’arrivée en dernier)
reason-point = un point est une distance et un temps, comme 400 m 55.0, pas « { $text } »
reason-who-of-book = qui est-ce dans le livre ? (cherchez le nom, ou dites que c’est un nouveau)
reason-lamps-range = le relevé a les lampes 0 à { $most } : écrivez l’une d’elles
reason-lamps-not-dark = les lampes ne se sont pas éteintes : le réseau ne prend rien (regardez son câble)
reason-setup-role = '{ $task }' de la préparation n’est pas pour le rôle '{ $role }' (pour : { $roles })
reason-setup-disarm = { $reason } maintenant : '{ $name }' est armée (désarmez-la d’abord)
reason-setup-changed-by = { $file } a été modifié par { $by } depuis que vous l’avez ouvert : revoyez-le (votre saisie est gardée ici)
reason-setup-no-address = le contrôleur '{ $controller }' n’a pas encore d’adresse (attribuez-en une)
reason-setup-walk-idle = personne n’a rien demandé depuis un moment : les lampes sont éteintes
reason-setup-nobody-runs = personne ne court
reason-setup-no-races = aucune course au programme
reason-setup-not-ready = le meeting n’est pas prêt : { $why }
reason-setup-list = { $file } n’est pas une liste de départ connue ici (formats : { $formats })
reason-setup-list-pasted = ce qui a été collé n’est pas une liste de départ connue ici (formats : { $formats })
reason-setup-two-races = deux courses ont le nom court '{ $name }'
reason-setup-two-bibs = deux portent le dossard '{ $bib }'
reason-setup-dead = ce segment a { $lamps }, pas les lampes { $text }
reason-setup-numbers = des numéros de lampes, comme '17, 44, 60-63', pas '{ $text }'
reason-setup-point = une lampe et son emplacement, comme '0 finish' ou '299 49.83', pas '{ $text }'
reason-setup-address = une adresse s’écrit comme sacn://10.0.0.11 ou ddp://10.0.0.11, pas '{ $text }'
reason-reload-again = '{ $race }' a changé : chargez-la à nouveau
reason-reload-begun = '{ $race }' a commencé et reste telle qu’ouverte
reason-reload-none = ce moteur utilise un fichier de course : il n’y a pas de fichier de meeting à relire
reason-setup-walk-between = entre les lampes de ce segment il y a celles d’autres : parcourez-les une à une
reason-setup-walk-again = aucun moteur ne répond : appuyez encore
reason-not-now-meet = aucune version antérieure du meeting n’est remise
reason-not-now-race = cette course n’est pas changée
reason-not-now-nothing = rien n’en est changé
reason-not-now-lamps = aucune lampe n’est parcourue
reason-not-now-survey = le relevé n’est pas changé
reason-not-now-running = { $reason } maintenant : « { $name } » – { $state } (attendez qu’elle soit finie)
reason-displays-whose = les écrans sont pour l’opérateur et le directeur
reason-thing-meeting-name = le nom du meeting
reason-thing-venue = le lieu
reason-thing-short-name = le nom court
reason-thing-competition = la compétition
reason-thing-book = le livre des records
reason-thing-spare = la place de réserve
reason-thing-output = l’adresse des lampes
reason-thing-host = l’adresse de cette machine
reason-thing-track = la piste
reason-thing-survey = le relevé
reason-thing-its-name = son nom
reason-thing-race-name = le nom de la course
reason-thing-heat = la série
reason-thing-race-file = le fichier de la course
reason-thing-start-list = la liste de départ
reason-thing-light-name = le nom de la lumière
reason-thing-plan = le plan
reason-thing-class = la catégorie
reason-thing-time = le temps
reason-thing-bib = le dossard
reason-thing-name = le nom
reason-thing-lane = le couloir
reason-thing-said = la prononciation du nom
reason-thing-key = la clé du livre
reason-thing-event = l’épreuve
reason-thing-nation = le pays
reason-thing-address = l’adresse
reason-thing-transponders = la liste des transpondeurs
reason-thing-senders = la liste de ceux qui peuvent envoyer
reason-like-announced = tel qu’il est annoncé
reason-like-town = la ville
reason-like-nation = son code, comme NOR
reason-like-runner = prénom et nom
reason-like-event = 1500 ou MILEsh
reason-like-light = WR ou allure
reason-hint-nation = écrivez le code de World Athletics, comme NOR ou USA
reason-hint-event = écrivez un code de World Athletics, comme 1500, MILEsh ou 10K
reason-hint-nearest = les plus proches : { $text }
reason-hint-the-nearest = les plus proches : { $names }
reason-hint-as-results = écrivez le nom comme le font les résultats
reason-hint-write = écrivez { $mark }
reason-named-no-file = il n’y a pas de fichier « { $text } » dans le dossier du meeting
reason-named-unread = impossible de lire { $thing } : { $reason }
reason-named-nothing = rien ne peut se trouver là : { $reason }
reason-named-no-folder = il n’y a pas de dossier { $text } : aucun livre ne peut y être créé
reason-named-spare = la place de réserve est un dossier, et « { $text } » est un fichier
reason-named-home = { $text } : ce dossier personnel n’existe pas
reason-named-host = l’adresse de cette machine est un numéro ou un nom, comme 10.0.0.2, pas « { $text } »
reason-named-no-book = { $file } : le livre ne peut être lu ({ $reason }) ; nommez un fichier créé par `pacelight book`
reason-named-no-server = aucun livre n’est tenu sur { $text } (nommez un fichier, ou postgresql://USER@HOST/NAME)
reason-named-no-survey = { $file } n’est pas un relevé : { $reason }
reason-named-no-race = pas un fichier de course : { $reason }
reason-named-field = { $reason } manque (un relevé a track et metres, ou track, lamps et points, ou track et [[controller]])
reason-named-where = { $reason } (ligne { $number }, colonne { $number2 })
reason-cell-beside-runners = il y a aussi des coureurs plus bas (laissez la liste de départ vide, ou retirez-les)
reason-cell-two-called = deux s’appellent « { $text } »
reason-cell-survey-says = le relevé dit combien il y a de lampes (laissez l’un des deux vide)
reason-track-none = pas de telle piste : « { $text } » (il y a { $list } et { $list2 })
reason-track-no-road = aucun parcours ne peut être lu dans { $file } : { $reason }
reason-lamps-nowhere = aucune lampe à « { $text } » (écrivez sim:// pour aucune, ou l’un de { $list })
reason-lamps-no-address = pas une adresse de lampes : « { $text } » (écrivez { $list })
reason-like-host = { $address }://HOST, comme { $address2 }://10.0.0.20
reason-lamps-sim = des lampes qui n’existent pas n’ont pas d’adresse : écrivez sim://, pas « { $text } »
reason-lamps-line = pas une ligne série : « { $text } » (écrivez adalight:///dev/ttyUSB0)
reason-lamps-flag = { $name } vaut 0 ou 1, pas { $number }
reason-lamps-interface = pas une interface : « { $text } » (écrivez { $address }:// et l’adresse de cette machine sur le réseau des lampes, comme { $address2 }://10.0.0.5)
reason-lamps-broadcast = { $name } vaut 0, 1 ou l’adresse de toutes les machines d’un réseau, comme { $name2 }=10.0.0.255, pas « { $text } »
reason-lamps-pace = pace va de 1 à { $number } mégabits par seconde, ou 0 pour aucun, pas { $number2 }
reason-lamps-port = « { $text } » ne donne aucun port auquel on puisse envoyer (écrivez 1 à 65535, ou aucun pour { $number })
reason-lamps-option = une sortie n’a pas de « { $text } » (il y a { $list })
reason-lamps-whole = { $name } est un nombre entier, pas « { $text } » (comme { $text2 })
reason-lamps-unfound = les lampes à « { $text } » sont introuvables : { $what }
reason-lamps-group = « { $text } » n’est pas un seul contrôleur : on envoie à chacun à sa propre adresse
reason-lamps-baud = les lignes série n’ont pas ici { $number } bauds (usuels : 115200, 500000, 921600, 1500000)
reason-lamps-fps = les lampes reçoivent de { $first } à { $last } images par seconde, pas { $number }
reason-lamps-same-frames = tous les contrôleurs reçoivent les mêmes images : « { $text } » demande fps={ $number }, « { $text2 } » fps={ $number2 } (écrivez la même valeur pour les deux)
reason-lamps-controller = contrôleur « { $text } » : { $reason }
reason-lamps-none-hang = un contrôleur sans lampes ne reçoit rien (donnez-lui-en, ou retirez-le)
reason-lamps-controllers = les images vont à 1 à { $number } contrôleurs, pas { $number2 }
reason-lamps-two-called = deux contrôleurs s’appellent « { $text } » (donnez à chacun son nom)
reason-lamps-both-take = les contrôleurs « { $text } » et « { $text2 } » prennent tous deux { $text3 }
reason-lamps-adalight = Adalight compte 1 à { $number } lampes, pas { $number2 } (allumez-en moins)
reason-lamps-adalight-rate = une ligne à { $number } bauds porte { $number2 } images par seconde de { $number3 } lampes, pas { $number4 } (écrivez un fps plus bas, un baud plus haut, ou allumez moins de lampes)
reason-lamps-artnet = { $number } canaux à partir de l’univers { $number2 } demandent { $number3 } univers (Art-Net en a de { $first } à { $last })
reason-lamps-sacn = { $number } canaux à partir de l’univers { $number2 } demandent { $number3 } univers (il y en a de { $first } à { $last })
reason-lamps-sync = les images sont synchronisées par un univers de { $first } à { $last }, pas { $number } (écrivez sync=0 pour aucun)
reason-lamps-priority = une priorité va de 0 à { $last }, pas { $number } (100 est usuel)
reason-lamps-ddp = DDP compte { $number } canaux, pas { $number2 } (allumez moins de lampes)
reason-lamps-wled-waits = WLED attend 1 à 254 secondes, ou toujours à 255, pas { $number }
reason-lamps-wled = WLED compte { $number } lampes, pas { $number2 } (envoyez-lui par ddp://)
reason-timing-no-address = pas une adresse : « { $text } » (écrivez { $text2 })
reason-timing-options = « { $address } » : { $name } prend { $list }, chacun une fois, pas « { $text } »
reason-timing-no-options = « { $address } » : { $name } ne prend pas d’options, pas « { $text } »
reason-timing-laps = « { $address } » : les tours se comptent sur la ligne (line) ou désignent des points (points), pas « { $text } »
reason-timing-trigger = « { $address } » : le déclencheur d’un décodeur est une cellule (cell) ou un coup de pistolet (gun), pas « { $text } »
reason-timing-baud = « { $address } » : la vitesse d’une ligne est un nombre, pas « { $text } » (baud=9600)
reason-timing-write = « { $address } » : écrivez { $text }
reason-timing-secret = « { $address } » : un signal de départ demande un secret (?secret=FILE)
reason-timing-late = « { $address } » : late est un nombre de millisecondes, pas « { $text } » (late=16)
reason-timing-reached = { $address } peut être joint par d’autres : dites qui peut envoyer, comme 10.0.0.7
reason-timing-no-machine = « { $text } » n’est pas le numéro d’une machine ou d’un réseau (10.0.0.7, 10.0.0.0/29)
reason-timing-folder = « { $address } » : écrivez lynx+folder:///PATH, le chemin précédé de trois barres
reason-timing-listen = listen vaut yes ou no, pas « { $text } »
reason-timing-poll = poll est un nombre de millisecondes de 50 à 60000, pas « { $text } »
reason-timing-dialect = pas de dialecte « { $text } » : écrivez l’un de { $list }
reason-timing-unfound = « { $text } » est introuvable : { $what }
reason-timing-input = une ligne série n’a pas d’entrée « { $text } » (écrivez l’un de { $list }, ou byte)
reason-timing-gpio = les lignes GPIO demandent une bibliothèque (installez pacelight[gpio])
reason-timing-secret-short = le secret dans { $file } a { $number } caractères, pas { $number2 } (openssl rand -hex 32)
reason-timing-secret-read = d’autres peuvent lire le secret dans { $file } (écrivez : chmod 600 { $file2 })
reason-timing-secret-none = aucun secret ne peut être lu dans { $file } : { $what }
reason-timing-every = { $address } désigne toutes les interfaces : donnez l’adresse de celle de l’appareil
reason-timing-speed = { $number } n’est pas une vitesse de ligne série ({ $list })
reason-survey-colours = l’un de { $list }, pas « { $text } »
reason-survey-not-lamp = ce segment a { $reason }, pas la lampe { $number }
reason-survey-no-mark = « { $text } » n’est pas un repère de { $text2 } (il y a { $list }, ou des mètres)
reason-survey-outside = { $metres } m est hors de { $reason }
reason-survey-extent-open = la piste de { $metres } m à { $metres2 } m
reason-survey-extent-lap = le tour de { $distance }
reason-survey-gap = une lampe et les mètres jusqu’à la suivante, comme '120 1.5' ou 'before 0 4.0', pas « { $text } »
reason-survey-name = un nom est fait de lettres ou de chiffres, comme 'north' ou '1'
reason-survey-name-taken = « { $text } » est le nom d’un autre contrôleur
reason-survey-address-taken = { $address } est l’adresse d’un autre contrôleur
reason-survey-metres = des mètres, comme 0.1667, pas « { $text } »
reason-survey-metres-least = des mètres, comme 0.1667, { $number } ou plus, pas « { $text } »
reason-survey-no-controller = un relevé a au moins un contrôleur (ajoutez-en un)
reason-survey-nothing-hangs = aucune lampe n’y pend (ajoutez un segment, ou supprimez-le)
reason-survey-even = { $number } lampes pendent à 1 à { $number2 } contrôleurs, pas à { $number3 }
reason-survey-lamps-count = un relevé a de { $first } à { $last } lampes, pas { $number }
reason-survey-against = les lampes sont numérotées contre le sens de course, de { $metres } m à { $metres2 } m (numérotez-les dans l’autre sens)
reason-survey-not-first = la lampe 0 est à { $metres } m, et la lampe { $number } à { $metres2 } m est la première après l’arrivée (numérotez à partir de là)
reason-survey-hole-bare = un trou de { $metres } m après la lampe { $number }, de { $metres2 } m à { $metres3 } m
reason-survey-hole = un trou de { $metres } m après { $reason }, de { $metres2 } m à { $metres3 } m, où se trouve { $reason2 }
reason-survey-hole-told = { $reason } ({ $metres } m en sont donnés comme intervalle)
reason-survey-out-of-order = la lampe { $number } à { $metres } m n’est pas dans l’ordre : elle est derrière la lampe { $number2 } à { $metres2 } m
reason-survey-one-place = { $reason } et { $reason2 } sont au même endroit, { $metres } m
reason-survey-one-place-lamps = les lampes { $number } et { $number2 } sont au même endroit, { $metres } m
reason-survey-more = { $reason } (et { $number } autres de leurs lampes)
reason-survey-more-its = { $reason } (et { $number } autres de ses lampes)
reason-survey-short-after = un intervalle de { $metres } m après { $reason } à { $metres2 } m, mais { $reason2 } est { $metres3 } m plus loin
reason-survey-short-before = un intervalle de { $metres } m avant { $reason } à { $metres2 } m, mais { $reason2 } est { $metres3 } m plus en arrière
reason-survey-lamp-of = la lampe { $number } de { $reason }
reason-survey-lamp = la lampe { $number }
reason-survey-lamps = les lampes { $first } à { $last }
reason-survey-segment = contrôleur { $name }, segment { $number }
reason-survey-segment-says = contrôleur { $name }, segment { $number } : { $reason }
reason-survey-controller-says = contrôleur { $name } : { $reason }
reason-survey-lamp-outside = la lampe { $number } à { $metres } m est hors de { $reason }
reason-survey-unnamed = le contrôleur { $number } n’a pas de nom
reason-survey-called = { $number } contrôleurs s’appellent { $name }
reason-survey-one-address = les contrôleurs { $name } sont à la même adresse, { $address }
reason-survey-size = un contrôleur a de 1 à { $number } lampes, pas { $number2 }
reason-survey-no-segments = le contrôleur { $name } n’a pas de segments (retirez-le, ou dites ce qui y pend)
reason-survey-twice = la lampe { $number } est dans le segment { $first } et dans le segment { $last }
reason-survey-twice-many = les lampes { $number } à { $number2 } sont dans le segment { $first } et dans le segment { $last }
reason-survey-overlap = { $reason } et { $reason2 } se recouvrent de { $metres } m à { $metres2 } m
reason-survey-overlap-two = { $reason } et { $reason2 } se recouvrent de { $metres } m à { $metres2 } m et de { $metres3 } m à { $metres4 } m
reason-survey-turn-against = ses lampes sont numérotées contre le sens de course, de { $metres } m à { $metres2 } m (choisissez le sens contraire)
reason-survey-turn-with = ses lampes sont numérotées dans le sens de course, de { $metres } m à { $metres2 } m (choisissez le sens de course)
reason-survey-not-beyond = { $reason } n’est pas au-delà de { $reason2 }
reason-survey-point = la lampe { $number } à { $metres } m
reason-survey-point-named = la lampe { $number } à { $name }, { $metres } m
reason-survey-first-number = sa première lampe a le numéro { $number } (les lampes sont numérotées à partir de 0)
reason-survey-count = le nombre est 1 ou plus, pas { $number }
reason-survey-last-beyond = sa dernière lampe est { $number }, mais le contrôleur en a { $number2 } (0 à { $last })
reason-survey-last-many = sa dernière lampe est { $number } (un contrôleur a les lampes 0 à { $last })
reason-survey-dead = morte { $list } : il y a { $reason }
reason-survey-dead-one = morte { $list } : il n’y a que { $reason }
reason-survey-no-points = aucune de ses lampes n’a été mesurée (donnez au moins un point connu)
reason-survey-one-point = un seul point connu ne dit pas l’écart des lampes (donnez-en un autre, ou l’écart)
reason-survey-gap-after = un intervalle après la lampe { $number } : il y a { $reason }
reason-survey-gap-after-one = un intervalle après la lampe { $number } : il n’y a que { $reason }
reason-survey-gap-nothing = un intervalle de { $metres } m après la lampe { $number } (un intervalle a quelques mètres)
reason-survey-gaps = { $number } intervalles après la lampe { $number2 } (additionnez-les en un)
reason-survey-known = un point connu, { $reason } : il y a { $reason2 }
reason-survey-known-one = un point connu, { $reason } : il n’y a que { $reason2 }
reason-survey-known-outside = un point connu, { $reason }, est hors de { $reason2 }
reason-survey-mark-none = la lampe { $number } à « { $text } » : { $text2 } n’a pas ce repère (il y a { $list })
reason-survey-two-places = la lampe { $number } est à { $metres } m et à { $metres2 } m
reason-survey-too-dense = ses lampes seraient à { $distance } l’une de l’autre, comme sur aucun ruban (un point connu, un intervalle ou le nombre est faux)
reason-survey-kerb-gaps = { $reason } et { $reason2 } : { $metres } m de lice, mais des intervalles de { $metres2 } m
reason-survey-gaps-longer = { $reason } et { $reason2 } : les intervalles entre elles dépassent { $metres } m de lice
reason-survey-apart = { $reason } et { $reason2 } : les lampes entre elles seraient à { $distance } l’une de l’autre, les autres à { $distance2 } (l’une des deux est fausse, ou un intervalle manque)
reason-survey-longer = ses lampes dépassent { $reason }, une tous les { $distance }
reason-survey-before-finish = la lampe { $number } serait à { $metres } m avant l’arrivée (numérotez les lampes pour que la lampe 0 soit la première après)
reason-survey-beyond-finish = la lampe { $number } serait à { $metres } m après l’arrivée (numérotez les lampes pour que la lampe 0 soit la première après)
reason-meet-two-outputs = le relevé dit où sont ses lampes, { $address }, et « { $text } » aussi (retirez l’un des deux)
reason-meet-no-output = le contrôleur « { $text } » du relevé n’a pas d’adresse (donnez-en une à chacun, ou à aucun)
reason-meet-one-output = le relevé a { $number } contrôleurs, et « { $text } » en est un seul (donnez à chacun son adresse dans le relevé)
reason-meet-same-heat = « { $text } » est la même épreuve (distinguez-les par la série, comme « 2 »)
reason-meet-same-heat-form = « { $text } » est la même épreuve (distinguez-les par la série, comme « 2 »)
reason-meet-file-id = { $file } l’appelle « { $text } » (écrivez la même chose ici)
reason-meet-file-day = { $file } est du { $day }, le meeting du { $day2 } (changez l’un des deux)
reason-meet-water = { $event } passe par une rivière : dites avec { $text } la longueur d’un tour par elle, et où son chemin quitte le tour et le rejoint
reason-meet-no-water = { $event } n’a pas de rivière : supprimez { $text }
reason-meet-no-distance = { $event } n’a pas de distance : les lumières courent des distances
reason-meet-no-record = le record n’est pas connu : { $reason }
reason-meet-light = la lumière « { $text } » : { $reason }
reason-meet-book = le livre : { $reason }
reason-meet-level = pas de niveau « { $text } » (il y a { $list } ; comme « WR » ou « NR NED »)
reason-meet-scope = { $text } de qui ? (écrivez-le derrière, comme « { $text2 } »)
reason-meet-made-book = { $file } a été créé, avec les records fournis
reason-setup-changed = { $file } a été modifié depuis que vous l’avez ouvert : revoyez-le (votre saisie est gardée ici)
reason-setup-wled = WLED n’est pas recherché ({ $what })
reason-setup-survey-back = { $reason } (ou remettez une version antérieure)
reason-setup-anew = il n’a pas de contrôleurs : recommencez pour le modifier ici, ou modifiez le fichier
reason-system-no-file = il n’existe pas
reason-system-permission = accès refusé
reason-system-folder = c’est un dossier
reason-system-long = le nom est trop long
reason-system-database = le fichier n’est pas une base de données
reason-system-not-text = ce n’est pas un texte UTF-8
reason-hint-time = écrivez minutes:secondes.centièmes, comme 3:45.14
reason-hint-seconds = les secondes après deux-points vont de 00 à 59
reason-hint-minutes = les minutes après deux-points vont de 00 à 59
reason-hint-longer = un temps est plus long que rien
reason-hint-runner = un coureur parcourt { $metres } à { $metres2 } m par seconde
reason-hint-walker = un marcheur parcourt { $metres } à { $metres2 } m par seconde
reason-thing-club = le club
reason-hint-hurdler = un hurdler parcourt { $metres } à { $metres2 } m par seconde
reason-hint-barriers = un coureur de steeple parcourt { $metres } à { $metres2 } m par seconde
reason-hint-team = une équipe parcourt { $metres } à { $metres2 } m par seconde
reason-system-refused = connexion refusée
reason-system-no-route = aucun chemin vers cette machine
reason-system-unreachable = réseau injoignable
reason-system-unknown-name = nom inconnu
reason-system-timed-out = délai dépassé
reason-list-line = { $file } ligne { $number } : { $reason }
reason-list-torn = { $file } est déchiré : sa dernière ligne ne finit pas (« { $text } ») ; prenez le fichier entier
reason-list-quotes = les guillemets ne vont pas par paires, ou ce n’est pas un tableau ({ $text })
reason-list-nobody = ni nom, ni dossard, ni couloir : retirez la ligne
reason-list-one-line = { $name } { $text } n’est pas sur une ligne (écrivez { $text2 })
reason-list-worn = le dossard { $bib } est porté par { $name } et par { $name2 }
reason-list-chip-worn = le transpondeur { $text } est porté par { $name } et par { $name2 }
reason-list-no-columns = { $file } ligne { $number } ne nomme aucune colonne d’une liste de départ (écrivez bib, lane, name, nation ...)
reason-list-unknown-column = aucune colonne « { $text } » n’est connue ici (nommez-la { $list }, ou retirez-la)
reason-list-columns = { $number } colonnes alors que l’en-tête en a { $number2 }
reason-list-two-columns = deux colonnes disent { $name } ; retirez-en une
reason-list-team = équipe : « { $text } » n’est ni oui ni non
reason-list-birth = pas de naissance : « { $text } » (écrivez 2001, 2001-05-31 ou 31.05.2001)
reason-list-day = pas de date : « { $text } » (écrivez 2025-02-13 ou 13.02.2025)
reason-list-status = « { $text } » n’est pas un statut (écrivez DNS, DNF, DQ ou NM)
reason-list-month = pas de mois : { $text }
reason-list-formats = { $reason } (formats : { $list })
reason-doubt-several = plusieurs athlètes portent ce nom
reason-doubt-teams = plusieurs équipes portent ce nom
reason-doubt-birth = même nom, autre naissance
reason-doubt-nation = même nom, autre pays, et pas de date de naissance pour trancher
reason-doubt-little = même nom, et trop peu d’autre pour trancher
reason-survey-point-range = point { $number } (lampe { $number2 } à { $metres } m) : il y a les lampes 0 à { $last }
reason-survey-point-outside = point { $number } (lampe { $number2 } à { $metres } m) est hors de { $reason }
reason-survey-point-order = le point { $number } (lampe { $number2 } à { $metres } m) ne suit pas le point { $number3 } (lampe { $number4 } à { $metres2 } m)
reason-list-heat = { $file }, série { $text } : { $reason }

## What is to be settled

reason-and-why = { $reason1 } : { $reason2 }
reason-placed-too-far = personne ne va si loin en ce temps
reason-placed-too-fast = personne ne court { $metres } m en ce temps
reason-placed-word = ce mot est inconnu ici
reason-placed-entered = quelqu’un l’a saisi autrement
reason-refuses-marks = le livre refuse des performances de la course « { $race } », dossard { $list } : { $what }
reason-refuses-bib = le livre refuse le dossard { $bib } : { $reason }
reason-untimed-one = 1 coureur n’a ni temps, ni DNS, DNF ou DQ : dossard { $bib }
reason-untimed = { $number } coureurs n’ont ni temps, ni DNS, DNF ou DQ : dossard { $list }
reason-placed-out = une personne a dit { $status }, et voici une arrivée
reason-found-book-unwilling = il n’accepte pas de performances : { $what }
reason-placed-official = { $name } a un autre temps officiel là
reason-placed-put-right = le système de chronométrage le retire, et quelqu’un l’a corrigé
reason-placed-who = on ne dit pas qui c’était
reason-placed-not-listed = { $thing } n’est pas sur la liste de départ
reason-placed-none-listed = { $thing } ne sont pas sur la liste de départ
reason-placed-another = { $thing1 } est un autre coureur que { $thing2 } (dossard { $bib })
reason-placed-beam = un faisceau voit quelqu’un, pas qui
reason-placed-the-beam = le faisceau
reason-placed-no-point = { $name } n’a pas de point appelé « { $text } »
reason-placed-no-time = aucun temps ne l’accompagne
reason-placed-other-race = la course n’a pas duré si longtemps : ce temps est d’une autre
reason-placed-bib = dossard { $bib }
reason-placed-lane = couloir { $lane }
reason-placed-chip = puce { $chip }
reason-placed-bib-lane = dossard { $bib }, couloir { $lane }
reason-placed-bib-chip = dossard { $bib }, puce { $chip }
reason-placed-lane-chip = couloir { $lane }, puce { $chip }
reason-clock-set-ahead = l’horloge de { $name } a été avancée de { $seconds } s
reason-clock-set-back = l’horloge de { $name } a été retardée de { $seconds } s
reason-gun-heard-late = le coup de feu de { $name } est entendu avec { $seconds } s de retard : sa ligne est lente, ou son horloge a été retardée
reason-gun-not-believed = { $name } n’est pas cru sur le départ : { $reason }
reason-gun-earlier = c’est plus tôt que { $name } ({ $what }) ne le permet
reason-gun-later = c’est plus tard que { $name } ({ $what }) ne le permet
reason-gun-before-armed = c’était avant que la course soit armée
reason-timing-confirms = le système de chronométrage dit que le résultat de « { $race } » est confirmé
reason-timing-false-start = { $name } dit que c’était un faux départ
reason-timing-false-start-ask = { $name } parle d’un faux départ : rappelez la course si c’en était un
reason-source-nothing-heard = rien n’a été entendu pendant { $seconds } s
reason-source-start-silent = le signal de départ n’a pas été entendu depuis { $seconds } s
reason-source-pulled-out = la ligne a été débranchée
reason-source-closed = l’autre bout a fermé la ligne
reason-source-unread = il ne lit pas ce qu’on lui répond
reason-source-unfinished = il a commencé un message et ne l’a pas terminé
reason-source-not-allowed = { $name } ne peut pas envoyer ici : nommez-le dans allow
reason-source-deaf = impossible d’écouter à { $address } : { $text }

## Overlays

overlay-title = Incrustation
overlay-laps = { $laps ->
    [one] tour à courir
   *[other] tours à courir
}
overlay-last-lap = dernier tour
overlay-ahead = d’avance
overlay-behind = de retard
overlay-official = officiel
overlay-corrected = officiel, rectifié
overlay-provisional = provisoire
overlay-not-ratified = pas encore homologué

## Displays

display-title = Écran
display-no-script = Un écran a besoin de JavaScript. Sans lui, il y a
display-asking = Demande de ce qu’il faut afficher
display-waiting = En attente de la course
display-number = Écran { $number }
display-fill = Le secrétariat décide de ce qui s’affiche ici
display-code = La course sur votre téléphone
display-no-record = Pas encore de record
display-shows-number = son numéro
display-shows-scoreboard = tableau d’affichage
display-shows-clock = chronomètre
display-shows-start-list = liste de départ
display-shows-results = résultats
display-shows-records = record
display-shows-code = code QR de la course
display-shows-text = message
display-shows-black = rien, noir
displays-title = Écrans
displays-no-script = Gérer les écrans demande JavaScript. Sans lui, il y a
displays-how = Ouvrez /display sur n’importe quel écran : il montre son numéro et apparaît ici.
displays-open = En ouvrir un ici
displays-none = Aucun écran connu pour l’instant.
displays-alive = allumé
displays-off = éteint
displays-shows = Affiche
displays-name = Où il se trouve
displays-text = Message
displays-save = Valider
displays-remove = Retirer
displays-remove-sure = Retirer : appuyez encore
displays-unanswered = Le serveur n’a pas répondu : réessayez.

## Shared: what lights are called

reason-light-record = { $reason } { $mark }, { $name }
reason-light-even = { $mark } régulier
reason-light-splits = { $mark } par temps de passage
reason-level-world = Record du monde
reason-level-world-best = Meilleure performance mondiale
reason-level-africa = Record d’Afrique
reason-level-asia = Record d’Asie
reason-level-europe = Record d’Europe
reason-level-nacac = Record de la NACAC
reason-level-oceania = Record d’Océanie
reason-level-south-america = Record d’Amérique du Sud
reason-level-national = Record national : { $nation }
reason-level-championship = Record des championnats
reason-level-series = Record du circuit
reason-level-meeting = Record du meeting
reason-level-stadium = Record du stade
reason-level-personal = Record personnel
reason-level-season = Meilleure performance de la saison
reason-label-changed = { $mark }, changé
method-photo = photo-finish
method-cell = cellule
method-transponder = transpondeur
method-hand = à la main
method-video = vidéo
from-hand = à la main
reason-light-negative = { $mark } négatif
reason-light-again = { $mark } de nouveau

## Published results

published-title = Résultats
published-all = Toutes les courses
published-unofficial-title = { $race } (non officiel)
published-official = Officiel
published-unofficial = Non officiel
published-state-not-yet-called = pas encore appelée
published-state-on-the-start-line = sur la ligne de départ
published-state-running = en cours
published-state-finished = terminée
published-state-recalled-false-start = rappelée : faux départ
published-state-aborted = interrompue
published-start = départ { $time } (UTC{ $zone })
published-wind = vent { $wind } m/s
published-lane = Couloir
published-laps-behind = { $laps ->
    [one] { $laps } tour de retard
   *[other] { $laps } tours de retard
}
published-not-timed = temps non officiel
published-records = Records
published-en-route = { $code } au passage
published-equals = égale { $stood }
published-before = avant : { $stood }
published-pending = candidat, en attente d’homologation
published-splits = Temps de passage
published-took = Durée
published-by = Pris par
published-judged = officiel
published-finish = arrivée
published-lights = Lumières d’allure : { $lights }.
published-not-official = Non officiel : les juges n’ont pas confirmé ce résultat, il peut changer.
published-found = Les records ont été trouvés par un logiciel et sont en attente d’homologation.
published-proof = Preuve : les { $lines } premières lignes du journal { $journal } finissent par
published-file-html = page

## Check sheet

sheet-title = Feuille de contrôle
sheet-document = Feuille de contrôle de { $name }
sheet-page = page { $page } sur { $pages }
sheet-lap = { $lamps ->
    [one] { $lamps } lampe
   *[other] { $lamps } lampes
}, tour de { $length } m.
sheet-end-to-end = { $lamps ->
    [one] { $lamps } lampe
   *[other] { $lamps } lampes
}, { $length } m d’un bout à l’autre.
sheet-how = Allumez les lampes une à une ({ $command }) : l’un lit une ligne, l’autre se tient à la marque. Cochez la case là où la lampe nommée brille à côté de la marque ; sinon, notez laquelle brille.
sheet-controller = Contrôleur { $name }
sheet-controller-at = Contrôleur { $name } à l’adresse { $output }
sheet-lamps = { $lamps ->
    [one] { $lamps } lampe
   *[other] { $lamps } lampes
}
sheet-segment = segment { $number } : { $told }
sheet-span = lampes { $first } à { $last } de { $from } m à { $to } m
sheet-span-one = lampe { $first } à { $from } m
sheet-apart = une tous les { $distance }
sheet-with = numérotées dans le sens de la course
sheet-against = numérotées contre le sens de la course
sheet-offset = le tout { $metres } m plus loin
sheet-gap-before = un vide de { $metres } m avant la lampe { $lamp }
sheet-gap-after = un vide de { $metres } m après la lampe { $lamp }
sheet-dead-lamps = mortes : { $lamps }
sheet-and-more = { $lamps } et { $more } autres
sheet-finish = arrivée
sheet-tangent = tangente { $number }
sheet-start = départ { $events }
sheet-dead = morte
sheet-head-ok = ok
sheet-head-metre = mètre
sheet-head-mark = marque
sheet-head-controller = contrôleur
sheet-head-segment = seg.
sheet-head-lamp = lampe
sheet-head-stands = écart
sheet-head-found = constaté
sheet-note = Mètre : au-delà de la ligne d’arrivée, le long de la ligne mesurée. Lampe : son numéro. Écart : mètres au-delà de la marque (− avant elle).
sheet-note-wired = Mètre : au-delà de la ligne d’arrivée, le long de la ligne mesurée. Lampe : son numéro sur le contrôleur. Écart : mètres au-delà de la marque (− avant elle).
sheet-sign-read = lu par
sheet-sign-kerb = à la bordure
sheet-sign-day = jour et heure
drawn-title = { $name } : tour { $lap } m, bordure { $kerb } m
drawn-open-title = { $name } : { $lap } m, bordure { $kerb } m
drawn-lamps = , { $count } lampes
drawn-kerb = bordure
drawn-line = ligne mesurée
drawn-lamp = lampe
drawn-finish = ligne d’arrivée
drawn-close = la ligne d’arrivée, vue de près
drawn-tangent = tangente
drawn-controller = contrôleur { $name }
drawn-segment = { $name }, segment { $number }
drawn-segment-lamps = lampes { $first } à { $last }
drawn-segment-lamp = lampe { $first }
drawn-against = en sens inverse
drawn-dead = lampe morte
drawn-gap = vide

## Record dossier

dossier-title = Dossier de record
dossier-link = Dossier à imprimer (PDF)
dossier-page = page { $page } sur { $pages }
dossier-made = au { $day }
dossier-how = Ce que savent le livre et les preuves de la course est imprimé. Une ligne vide est pour un stylo. Le logiciel trouve des candidats ; l’homologation revient aux personnes.
dossier-claimed = Le record
dossier-athlete = L’athlète
dossier-team = L’équipe
dossier-name = Nom
dossier-born = Date de naissance
dossier-nation = Nation, ce jour-là
dossier-class = Catégorie
dossier-club = Club
dossier-bib = Dossard
dossier-runners = Coureurs, dans l’ordre
dossier-performance = La performance
dossier-event = Épreuve
dossier-mark = Performance
dossier-en-route = Au passage de
dossier-place = Place
dossier-competition = Compétition
dossier-round = Tour
dossier-venue = Lieu
dossier-day = Jour
dossier-hour = Heure du départ, locale
dossier-gun = Coup de feu, d’après l’horloge du moteur
dossier-wind = Vent
dossier-wind-text = { $wind } m/s
dossier-started = Concurrents au départ
dossier-track = La piste
dossier-lap = Tour de piste
dossier-roof = Couverte
dossier-yes = oui
dossier-no = non
dossier-altitude = Altitude
dossier-altitude-text = { $metres } m
dossier-radius = Rayon des virages, lice
dossier-certificate = Certificat de mesurage : numéro, valable jusqu’au
dossier-course = Mesureur du parcours, et remesuré le
dossier-timing = Chronométrage
dossier-method = Pris par
dossier-official = Mesuré et jugé comme une arrivée
dossier-system = Système : fabricant, modèle, numéro
dossier-image = Image de photo-finish : fichier ou numéro
dossier-zero = Contrôle du zéro : heure, résultat
dossier-start-system = Système d’information sur les départs : numéro du relevé
dossier-gauge = Anémomètre : modèle, numéro
dossier-splits = Temps de passage
dossier-no-splits = Aucun temps de passage n’est connu ici.
dossier-field = Les concurrents
dossier-field-book = Autant que le livre les contient ; la liste de départ et le résultat officiel font foi.
dossier-shoes-and-doping = Chaussures, engin, contrôle antidopage
dossier-shoes = Chaussures : modèle, sur la liste du jour
dossier-implement = Engin : fabricant, contrôlé avant et après
dossier-sample = Prélèvement : numéro, heure
dossier-laboratory = Laboratoire
dossier-esa = Analyse ASE
dossier-conditions = Ce qu’exige l’homologation
dossier-condition = Condition
dossier-known = Ce qui est connu
dossier-looked = Vérifié par, quand
dossier-not-confirmed = Point d’interrogation : le texte de la règle ne nous était pas accessible. Vérifiez-le.
dossier-history = Ce qui a été dit et décidé
dossier-history-none = Rien n’est encore décidé.
dossier-what = Quoi
dossier-by = Par
dossier-why = Pourquoi
dossier-lights = Lumières d’allure
dossier-light = Lumière
dossier-shown = Ce qu’elle a montré
dossier-plan-print = SHA-256 de son plan
dossier-evidence = Preuves de la course
dossier-evidence-none = Aucune n’accompagnait cette page. Fichiers joints à l’envoi :
dossier-file = Fichier, SHA-256
dossier-kind = Ce que c’est
dossier-bytes = Octets
dossier-chain = Le journal { $name } est entier : { $lines } lignes, aucune modifiée, aucune perdue. Une ligne suivante porterait { $link }. Pour le prouver de nouveau :
dossier-enclosed = Pièces jointes
dossier-enclosed-image = image de photo-finish
dossier-enclosed-zero = image du contrôle du zéro
dossier-enclosed-start-system = relevé du système d’information sur les départs
dossier-enclosed-certificate = certificat de la piste ou du parcours
dossier-enclosed-doping = formulaire du contrôle antidopage
dossier-enclosed-start-list = liste de départ
dossier-enclosed-result = résultat officiel
dossier-enclosed-programme = programme imprimé
dossier-enclosed-files = les fichiers des preuves
dossier-signed = Signatures, par fonction
dossier-sign = nom, signature, jour
dossier-post-referee = Juge-arbitre
dossier-post-starter = Starter
dossier-post-photo = Chef juge de photo-finish
dossier-post-judge = Chef juge de l’épreuve
dossier-post-wind = Préposé à l’anémomètre
dossier-post-measurer = Mesureur
dossier-post-doping = Agent de contrôle antidopage
dossier-post-statistician = Statisticien
dossier-post-director = Directeur du meeting
dossier-post-federation = Pour la fédération

## What the checklist finds

reason-check-untold = rien dans le livre ne le dit ; quelqu’un doit vérifier
reason-check-official = le livre la donne comme officielle
reason-check-not-official = le livre ne la donne pas comme officielle : elle ne fait pas de record
reason-check-no-evidence = aucune preuve de la course n’en parle (donnez-la par --evidence)
reason-check-evidence = les preuves donnent { $mark }
reason-check-evidence-other = les preuves donnent { $mark }, le livre { $mark2 }
reason-check-evidence-not-official = les preuves donnent { $mark }, non officiel, le livre { $mark2 }
reason-check-started = { $count } au départ, d’après les preuves
reason-check-holds = le livre en contient { $count } de cette course
reason-check-holds-only = le livre en contient { $count } de cette course, et non les autres concurrents
reason-check-no-nation = { $code } n’est pas une nation qui détient des records
reason-check-nation = engagé pour { $code }, qui comptait alors ; l’éligibilité est à vérifier par quelqu’un
reason-check-by-photo = les preuves la donnent par photo-finish
reason-check-by-cell = les preuves la donnent par cellule
reason-check-by-transponder = les preuves la donnent par transpondeur
reason-check-by-hand = les preuves la donnent prise à la main
reason-check-by-video = les preuves la donnent par vidéo
reason-check-timing-untold = le mode de chronométrage n’est pas indiqué
reason-check-automatic = le livre donne le temps comme électronique
reason-check-timed-hand = le livre donne le temps comme manuel
reason-check-timed-transponder = le livre donne le temps comme pris par transpondeur
reason-check-no-time = ce n’est pas un temps
reason-check-decimals = { $mark } a { $count } décimales
reason-check-decimals-other = { $mark } a { $count } décimales, { $event } se lit à { $digits }
reason-check-one-decimal = { $mark } a 1 décimale
reason-check-one-decimal-other = { $mark } a 1 décimale, { $event } se lit à { $digits }
reason-check-no-decimals = { $mark } n’a pas de décimale
reason-check-no-decimals-other = { $mark } n’a pas de décimale, { $event } se lit à { $digits }
reason-check-photo = les preuves nomment une photo-finish ; les images sont à conserver par quelqu’un
reason-check-images = les images sont à conserver par quelqu’un
reason-check-no-reading = aucune mesure n’a été prise
reason-check-reading-untold = aucune mesure n’est indiquée
reason-check-wind = le livre donne { $speed } m/s
reason-check-no-lap = l’épreuve ne se court pas sur un tour de piste
reason-check-lap-untold = le livre ne connaît pas le tour de piste du lieu
reason-check-lap = le tour de piste fait { $metres } m
reason-check-race-untold = personne ne le dit : elle n’est sur aucune des deux listes (ajoutez Wo ou Mx à ses marques)
reason-check-mixed = une course mixte
reason-check-women-only = une course de femmes seules
reason-check-no-result = les preuves n’ont aucun résultat de l’athlète
reason-check-status = les preuves donnent { $status }
reason-check-says-so = les preuves le disent
reason-check-whole = le livre contient { $code } { $mark } de la même course
reason-check-no-whole = le livre ne contient aucun { $code } de leur part ce jour-là
reason-check-lights = le livre les note
reason-check-lights-untold = le livre n’en note pas, et rien ne dit si elles couraient
reason-check-lights-ran = elles couraient, d’après les preuves, et le livre ne le dit pas
reason-check-lights-none = aucune ne courait, d’après les preuves
reason-check-no-submission = le livre ne connaît aucune soumission
reason-check-submitted = soumise le { $day }
reason-strayed = à { $count } cm près de son plan dans 99,9 % des { $frames } images
reason-strayed-missed = à { $count } cm près de son plan dans 99,9 % des { $frames } images, { $frames2 } instants manqués
reason-strayed-dark = aucune image ne l’a montrée

## Why a plan is refused

reason-plan-off-way = à { $seconds } s la lumière n’est plus en route, ou pas encore de nouveau
reason-plan-too-sudden = à partir de { $metres } m, { $metres2 } m en { $seconds } s ne se courent pas : une lumière change sa vitesse de { $metres3 } m/s par seconde et y met { $seconds2 } s
reason-plan-too-fast = pour arriver en { $seconds } s elle devrait courir à { $metres } m/s à partir de { $metres2 } m (une lumière court de { $metres3 } à { $metres4 })
reason-plan-last-point = le plan s’arrête à { $distance } : son dernier point doit être l’arrivée, { $distance2 }
reason-plan-no-point = le plan n’a aucun point : le dernier doit être l’arrivée, { $distance }
reason-plan-backwards = le plan recule : { $distance } vient après { $distance2 }
reason-plan-backwards-in-time = le plan recule dans le temps : { $seconds } s à { $distance } après { $seconds2 } s à { $distance2 }
reason-plan-speed = de { $distance } à { $distance2 } le plan court à { $metres } m/s (un coureur parcourt { $metres2 } à { $metres3 } m par seconde)
reason-plan-standing-start = un départ arrêté prend plus de 0 et moins de { $seconds } s, pas { $seconds2 } s
reason-plan-standing-speed = un départ arrêté de { $seconds } s sur { $distance } demande { $metres } m/s alors que { $metres2 } est le maximum : donnez plus de mètres ou moins de temps
reason-plan-negative = la seconde moitié doit être plus rapide que la première, et durer elle-même
reason-plan-only-finish = seule l’arrivée a été chronométrée, il n’y a rien à recourir : faites-en un plan régulier
reason-plan-no-distance = { $event } n’a pas de distance : aucune lumière ne peut la courir
reason-plan-no-points = aucun point (écrivez distance et temps de course, un par ligne : 400 55.8)
reason-plan-many-points = { $count } points sont plus qu’un plan n’en a ({ $count2 } au plus)
reason-plan-not-a-point = ligne { $number } : ce n’est pas un point : « { $text } » (écrivez distance et temps de course : 400 55.8)
reason-plan-line = ligne { $number } : { $reason }
reason-plan-lane = le couloir { $number } n’existe pas (écrivez de 1 à { $number2 })
reason-plan-lanes-hall = les couloirs de { $name } sont ceux de la salle : voyez son certificat
reason-plan-no-laps = il n’y a pas de tours sur { $name } : elle a deux bouts
reason-plan-rows = les lignes d’un tableau sont espacées : écrivez tous les 100 m, ou chaque tour
reason-plan-no-pace = aucune allure de { $text } à { $text2 } : le second point doit être plus loin et plus tard

## Why a mark is refused

reason-mark-nothing = une performance est plus que rien, pas { $text }
reason-mark-fine = plus fin que { $event } ne se chronomètre : « { $text } » (écrivez { $text2 }, arrondi vers le haut)
reason-mark-fine-length = plus fin que { $event } ne se mesure : « { $text } » (écrivez { $text2 }, arrondi vers le bas)
reason-mark-not-timed = { $event } ne se chronomètre pas ({ $what }) : « { $text } »
reason-mark-not-a-length = ce n’est pas une longueur : « { $text } » ({ $hint })
reason-mark-no-points = pas de points : « { $text } » ({ $hint })
reason-distance-not-whole = « { $text } » n’est pas un nombre entier de millimètres
reason-distance-negative = une distance n’est pas négative : { $text } mm
reason-mark-points-of = pas de points de { $event } : « { $text } » (ils sont { $hint })

## Why the book does not decide

reason-book-no-performance-to-decide = aucune performance « { $text } » dans le livre (il en faut une pour décider)
reason-book-known-before = { $name } : décidé le { $day } ({ $what }), ne peut être connu le { $day2 }
reason-book-not-withdrawn-twice = { $name } : un retrait ne se retire pas (décidez de nouveau)
reason-book-withdrawn-before = { $name } : ce qui a été décidé le { $day } n’est pas retiré le { $day2 }
reason-book-of-a-level = { $name } : pour un seul niveau de record une performance est soumise, homologuée ou rejetée, pas { $what } comme { $text }
reason-book-decided-meanwhile = { $name } : quelqu’un en a décidé entre-temps (revoyez-la)
reason-book-say-who-looked = { $name } : dites qui a vérifié
reason-book-no-condition = aucune condition « { $text } » n’est exigée de { $name } (il y a { $names })
reason-book-other-evidence = les preuves sont d’une autre course : { $text }, pas { $text2 }
reason-book-one-scope = une meilleure performance de l’année vaut pour un seul domaine, pas deux : { $text }, { $text2 }
reason-book-lines = une liste a au moins une ligne, pas { $number }
reason-book-nation-or-area = une liste vaut pour une nation ou un continent, pas pour les deux : { $text }, { $text2 }
reason-book-no-parameter = cette page n’a pas de paramètre « { $text } » ({ $names })
reason-book-is-not = { $name } est { $text }, pas « { $text2 } »
reason-announcer-runners = on demande de 1 à { $count } coureurs, pas { $count2 } (entry=BIB KEY NATION)
reason-announcer-say = dites épreuve, sexe et jour de la course
reason-book-year-not-begun = au { $day } l’année { $number } n’a pas commencé
reason-book-no-such-performance = aucune performance « { $text } » dans le livre (sa clé est dans les réponses `--json`)
reason-book-attest-what = qu’est-ce qui est attesté ? (nommez une performance et une condition de sa liste)
reason-book-looked-before = { $name } : personne n’a vérifié avant 1970
reason-book-scope-of-level = { $name } : un domaine est celui d’un niveau (nommez aussi le niveau)

## Shared: why a display is refused

reason-display-text = au plus { $count } caractères imprimables, sur une ligne ({ $name })
reason-display-message = un message a un texte : écrivez-en un, ou montrez autre chose
reason-display-many = il y a déjà { $count } écrans : retirez-en un d’abord
reason-display-kept = { $name } ne garde pas les écrans : { $text }

## Why a meet is refused

reason-meet-no-race = aucune course « { $text } » à ce meeting (il y a { $names })
reason-meet-no-races = aucune course à l’horaire (écrivez un [[race]] pour chacune)
reason-meet-two-races = id : deux courses s’appellent « { $text } »
reason-meet-number = numéro : « { $text } » l’a aussi
reason-meet-nobody = personne ne court (écrivez entries = "mile.csv", ou un [[race.runner]] pour chacun)
reason-meet-zone = aucun fuseau horaire « { $text } » (écrivez comme Europe/Paris, ou +01:00)
reason-meet-offset = ce n’est pas un décalage avec UTC : « { $text } » (écrivez comme +01:00)
reason-meet-stakes-scope = { $text } de qui ? (écrivez ensuite son domaine, comme « { $text2 } NED »)
reason-meet-two-lights = deux lumières s’appellent « { $text } »
reason-meet-source = la source « { $text } » n’est pas parmi les sources ({ $names })
reason-meet-survey-of = { $text } est un relevé de { $name }, pas de { $name2 }
reason-meet-nation = dossard { $bib } : écrivez la nation par son code, « { $text } »
reason-meet-chip = dossard { $bib } : la puce { $text } est aussi portée par le dossard { $bib2 } : retirez-en une
reason-meet-brighter = lamps.daylight : le soleil demande toute la lumière (écrivez brightness = 1, ou daylight = false)
reason-meet-mend = ce n’est pas un fichier de meeting : { $text } (corrigez-le à la main, ou remettez une version antérieure)
reason-meet-not-text = { $name } n’est pas un texte UTF-8 (remettez une version antérieure)
reason-meet-not-here = le fichier de meeting ne peut être changé ici (écrivez ses tables comme [track], [[race]])
reason-meet-not-so = le fichier de meeting ne peut être changé ainsi : { $text } (écrivez les tables comme [[race]])
reason-meet-folder = le dossier du meeting ne peut être créé à { $name } : { $text }
reason-meet-no-version = aucune version ne peut être gardée dans { $name } : { $text }
reason-meet-version = la version { $number } de { $name } ne peut être lue : { $text }
reason-file-not-written = { $name } ne peut être écrit : { $text }

## Why a journal is not believed

reason-journal-damaged = { $name } : la ligne { $number } à l’octet { $bytes } est endommagée : { $reason }
reason-journal-breaks-off = elle s’interrompt
reason-journal-no-line = ce n’est pas une ligne d’un journal
reason-journal-checksum = sa somme de contrôle ne convient pas
reason-journal-number = elle dit être la ligne { $number }
reason-journal-follows = elle ne suit pas de la ligne précédente
reason-journal-written = elle n’est pas écrite comme un journal
reason-journal-begin = ce n’est pas une ligne de début
reason-journal-goes-on = elle ne continue pas le fichier précédent
