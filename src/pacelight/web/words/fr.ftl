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
chase-record-caption = { $level }, provisoire : { $name }
chase-said-before = La course n’a pas commencé.
chase-said-leads = { $name } { $at } en { $time }
chase-said-ahead = { $seconds } secondes, { $metres } mètres devant { $light }
chase-said-behind = { $seconds } secondes, { $metres } mètres derrière { $light }
chase-said-level = à hauteur de { $light }
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
results-again = Relire
results-live = La page en direct
results-book = Le livre des records
results-lights = Lumières
results-records = Records
results-splits = Temps de passage : { $name }
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
announcer-unknown = pas encore de temps
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
announcer-pace = À l’allure du dernier tour, { $name } finit en { $mark }.
announcer-place = { $place }. { $name } ({ $nation }), { $mark }.
announcer-place-short = { $place }. en { $mark }
announcer-not-official = Pas encore officiel.
announcer-correction = Correction
announcer-correction-other = { $name }, { $what } : { $now }, et non { $before }.
announcer-correction-gone = { $name }, { $what } : { $before } ne compte pas.
announcer-correction-result = { $name } : { $now }, et non { $before }.
announcer-correction-result-gone = { $name } : { $before } ne compte pas.
announcer-heard = Ranger
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
records-condition-meeting = La réunion était autorisée, annoncée à l’avance et tenue selon les règles
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
reason-changed = la course a changé depuis la révision { $revision } : { $what }
reason-clocks = il aurait été pris dans { $seconds } s : les deux horloges ne s’accordent pas
reason-after-gun = un passage vient après le coup de pistolet
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
reason-timing-why = chronométrage « { $name } » : { $source } : { $what }
reason-timing = chronométrage « { $name } » : { $source }
reason-journal-elsewhere = le journal continue dans { $file } : { $what }
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
reason-instead-load = chargez-la
reason-instead-abort = annulez-la
reason-instead-check = vérifiez-la encore
reason-not-a-distance = pas une distance : « { $text } » (écrivez 1500, 1609.344 m, 10 km ou 2 miles)
reason-not-whole-mm = « { $text } » n’est pas un nombre entier de millimètres
reason-not-a-time = pas un temps : « { $text } » ({ $what })
reason-nudge = une lumière se décale d’un peu et d’au plus { $most } ms par tour, pas de { $text }
reason-no-lap = cette piste n’a pas de tour : donnez un autre temps à la lumière (changer le plan)
reason-last-lap = la lumière { $light } est dans son dernier tour : donnez-lui un autre temps (changer le plan)
reason-no-meet-file = ce moteur mène un fichier de course : pas de fichier du meeting à relire

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
setup-missing = Aucun meeting n’est préparé ici : lancez les pages avec --setup et un dossier.
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
setup-splits = Temps
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
plan-wrong-no-book = Il n’y a pas de livre à interroger ici.
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
console-recall = Faux départ
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
console-holder = Qui tient les lumières
console-holds-own = Vous tenez les lumières
console-holds-none = Personne ne tient les lumières
console-holds-other = { $by } tient les lumières
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

## What somebody did

reason-did-load = chargée
reason-did-unload = déchargée
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
reason-did-status = dossard { $bib } { $text }
reason-did-status-rule = dossard { $bib } { $text } selon { $rule }
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
reason-book-several-athletes = plusieurs athlètes s’appellent « { $text } » : { $list }
reason-book-world-no-scope = un record du monde n’a pas de portée, pas « { $text } » (nommez un niveau : AR, NR, MR, ...)
reason-book-no-area = pas de continent « { $text } » (il y a { $list })
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
log-pages = Pages du journal
log-newer = Plus récent
log-older = Plus ancien
log-no-journal = Aucun journal de course ne se trouve sur cette machine.
frame-log = Journal

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
timer-recall = Faux départ
timer-finish = Tous arrivés
timer-restore = Rétablir
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
timer-field-time = Temps, 3:45.14 (vide : maintenant, ou inchangé)
timer-field-point = À mètres (vide : arrivée, ou inchangé)
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

## What set-up refuses

reason-cell-missing = { $name } manque (écrivez { $what })
reason-cell-long = { $name } est une ligne de { $most } caractères au plus
reason-cell-id = { $name } s’écrit en minuscules, chiffres et tirets, comme mens-mile, pas « { $text } »
reason-cell-time-of-day = une heure s’écrit 20:45, pas « { $text } »
reason-cell-number = un nombre entier de { $least } à { $most }, pas « { $text } »
reason-cell-one-of = { $name } est l’un de { $list }, pas « { $text } »
reason-cell-colour = une couleur s’écrit #19e36b, pas « { $text } »
reason-cell-timing = aucun système de chronométrage à « { $address } » (écrivez l’un de { $list } devant ://)
reason-cell-folder = { $name } est dans le dossier du meeting : écrivez son nom, comme lamps.toml, pas « { $text } »
reason-cell-day = une date s’écrit 2026-06-13, pas « { $text } »
reason-nobody-starts = { $name } : personne n’y part
reason-nothing-pasted = rien n’a été collé, et aucun fichier choisi
reason-came-damaged = { $name } est arrivé abîmé : renvoyez-le
reason-no-version = il n’y a pas de version de { $name } avant celle-ci
reason-no-engine-here = aucun moteur ne se démarre d’ici (démarrez-le avec : pacelight serve)
reason-direction = le sens est « { $with } » ou « { $against } » le sens de course, pas « { $text } »
reason-engine-holds-lamps = le moteur du soir tient les lampes (parcourez-les avant de le démarrer)
reason-no-such-lamp = ce relevé n’a pas cette lampe, ou pas de contrôleurs : ses lampes mortes ne sont pas gardées
reason-race-number = le numéro est épreuve, tour et série, comme 12 1 1, pas « { $text } »
reason-points-missing = des points manquent (écrivez 400 m 55.0, 800 m 1:52.00, l’arrivée en dernier)
reason-point = un point est une distance et un temps, comme 400 m 55.0, pas « { $text } »
reason-who-of-book = qui est-ce dans le livre ? (cherchez le nom, ou dites que c’est un nouveau)
reason-lamps-range = le relevé a les lampes 0 à { $most } : écrivez l’une d’elles
reason-lamps-not-dark = les lampes ne se sont pas éteintes : le réseau ne prend rien (regardez son câble)
reason-setup-role = '{ $task }' de la préparation n’est pas pour le rôle '{ $role }' (pour : { $roles })
reason-setup-disarm = { $what } maintenant : '{ $name }' est armée (désarmez-la d’abord)
reason-setup-changed-by = { $file } a été modifié par { $by } depuis que vous l’avez ouvert : revoyez-le (votre saisie est gardée ici)
reason-setup-no-address = le contrôleur '{ $controller }' n’a pas encore d’adresse (attribuez-en une)
reason-setup-walk-idle = personne n’a rien demandé depuis un moment : les lampes sont éteintes
reason-setup-nobody-runs = personne ne court
reason-setup-no-races = aucune course au programme
reason-setup-not-ready = le meeting n’est pas prêt : { $why }
reason-setup-list = { $file } n’est pas une liste de départ connue ici (formats : { $formats })
reason-setup-two-races = deux courses ont le nom court '{ $name }'
reason-setup-two-bibs = deux portent le dossard '{ $bib }'
reason-setup-dead = ce segment a { $lamps }, pas les lampes { $text }
reason-setup-numbers = des numéros de lampes, comme '17, 44, 60-63', pas '{ $text }'
reason-setup-point = une lampe et son emplacement, comme '0 finish' ou '299 49.83', pas '{ $text }'
reason-setup-address = une adresse s’écrit comme sacn://10.0.0.11 ou ddp://10.0.0.11, pas '{ $text }'
reason-reload-again = '{ $race }' a changé : chargez-la à nouveau
reason-reload-begun = '{ $race }' a commencé et reste telle qu’ouverte
reason-reload-none = ce moteur utilise un fichier de course : il n’y a pas de fichier de meeting à relire

## What is to be settled

reason-and-why = { $reason1 } : { $reason2 }
reason-placed-too-far = personne ne va si loin en ce temps
reason-placed-too-fast = personne ne court { $metres } m en ce temps
reason-placed-word = ce mot est inconnu ici
reason-placed-entered = quelqu’un l’a saisi autrement
reason-placed-official = { $name } a un autre temps officiel là
reason-placed-put-right = le système de chronométrage le retire, et quelqu’un l’a corrigé
reason-placed-who = on ne dit pas qui c’était
reason-placed-not-listed = { $name } n’est pas sur la liste de départ
reason-placed-none-listed = { $name } ne sont pas sur la liste de départ
reason-placed-another = { $name1 } est un autre coureur que { $name2 } (dossard { $bib })
reason-placed-beam = un faisceau voit quelqu’un, pas qui
reason-gun-not-believed = { $name } n’est pas cru sur le départ : { $reason }
reason-gun-earlier = c’est plus tôt que { $name } ({ $what }) ne le permet
reason-gun-later = c’est plus tard que { $name } ({ $what }) ne le permet
reason-gun-before-armed = c’était avant que la course soit armée
reason-timing-confirms = le système de chronométrage dit que le résultat de « { $race } » est confirmé
reason-timing-false-start = { $name } dit que c’était un faux départ
reason-timing-false-start-ask = { $name } parle d’un faux départ : rappelez la course si c’en était un

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
