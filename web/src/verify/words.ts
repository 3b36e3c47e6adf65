// What the page says, in the reader's language.
const WORDS = {
  en: {
    title: 'Check this record', lead: 'This page reads the record on your own device. Nothing is sent anywhere, and no connection is needed.',
    folder: 'Choose the folder of the record', drop: 'or drop the folder here', here: 'Check the copy that this page lies in', known: 'The ledger’s key as you know it from elsewhere', optional: '(optional)',
    'known-hint': 'From a letter, a notice board, another member: a record cannot vouch for its own key.', 'receipt-field': 'A receipt of yours (.tlog-proof)',
    working: 'Checked {0} of {1}', good: 'What this page can check holds.', bad: 'This record does not hold.', first: 'First fault: {0}', faults: 'All faults found',
    meaning: 'It is the record that was signed, whole and unchanged. Whether every decision was lawful is checked by executing it again: mandate verify FOLDER. No check proves that the rules are fair or that the members on the roll exist.',
    holds: 'holds', fails: 'fails', withheld: 'withheld by rule', 'not-checked': 'not checked', what: 'Check', outcome: 'Outcome', found: 'What was found', entry: 'entry {0}',
    key: 'Key', checkpoint0: 'Checkpoint', tree0: 'Entries and tree', manifest0: 'Files', blobs0: 'Texts and ballots', witnesses0: 'Witnesses', receipt0: 'Receipt', decisions0: 'Decisions', personal0: 'Personal data',
    'key-unreadable': 'holds no verifier key', 'key-other': 'is another key than the one you gave', 'key-known': 'the key that you gave: {0}', 'key-own': 'taken from the record itself: {0}; compare it with one that you know from elsewhere',
    unreadable: 'cannot be read', missing: 'is missing', changed: 'has been changed since the manifest was signed', unlisted: 'is not listed in the manifest', 'not-signed': 'is not signed by the key', 'other-log': 'is of another log',
    checkpoint: 'signed by {0} over {1} entries', 'leaf-differs': 'its bytes do not have the hash that the tree holds', 'tile-differs': 'does not hold the hashes that the entries have', 'root-differs': 'is signed over another root than the entries have', forked: 'shows another history than the entries: two were signed. Keep this copy, it is evidence',
    tree: '{0} entries hash to the root that was signed, every tile is theirs, and every earlier checkpoint is of the same history', manifest: '{0} files are listed and unchanged, and nothing else is there', 'manifest-remote': '{0} files are listed and unchanged; whether others lie beside them cannot be seen from here',
    'blob-differs': 'does not have the SHA-256 that is its name', blobs: '{0} texts and ballot files have the hash that is their name', 'no-witnesses': 'the record names no witnesses: another copy could have been shown to others. Compare with a copy or receipt that somebody else kept',
    'no-quorum': 'the quorum of the record’s own policy is not reached; cosigned by: {0}', witnesses: 'cosigned by {0}: the quorum of the record’s own policy', 'receipt-unreadable': 'the receipt cannot be read', 'receipt-not-signed': 'the receipt is not signed by this key', 'receipt-other': 'the record holds another entry under that number than your receipt. Keep both, they are evidence', 'receipt-fails': 'the receipt’s own proof does not hold', receipt: 'your receipt is of entry {0} of this record',
    decisions: 'whether every act was lawful when it was done: mandate verify executes the rules again', personal: 'names and addresses are not part of any export',
  },
  sv: {
    title: 'Kontrollera protokollet', lead: 'Sidan läser protokollet på din egen enhet. Ingenting skickas, och ingen uppkoppling behövs.',
    folder: 'Välj protokollets mapp', drop: 'eller släpp mappen här', here: 'Kontrollera kopian som denna sida ligger i', known: 'Liggarens nyckel, som du känner den från annat håll', optional: '(frivilligt)',
    'known-hint': 'Från ett brev, en anslagstavla, en annan medlem: ett protokoll kan inte gå i god för sin egen nyckel.', 'receipt-field': 'Ett kvitto som du har (.tlog-proof)',
    working: 'Kontrollerat {0} av {1}', good: 'Det som denna sida kan kontrollera stämmer.', bad: 'Detta protokoll stämmer inte.', first: 'Första felet: {0}', faults: 'Alla fel som hittades',
    meaning: 'Det är det protokoll som undertecknades, helt och oförändrat. Om varje beslut var lagenligt kontrolleras genom att utföra det igen: mandate verify MAPP. Ingen kontroll bevisar att reglerna är rättvisa eller att medlemmarna i rullan finns.',
    holds: 'stämmer', fails: 'stämmer inte', withheld: 'undanhålls enligt regel', 'not-checked': 'inte kontrollerat', what: 'Kontroll', outcome: 'Utfall', found: 'Vad som fanns', entry: 'post {0}',
    key: 'Nyckel', checkpoint0: 'Kontrollpunkt', tree0: 'Poster och träd', manifest0: 'Filer', blobs0: 'Texter och röstsedlar', witnesses0: 'Vittnen', receipt0: 'Kvitto', decisions0: 'Beslut', personal0: 'Personuppgifter',
    'key-unreadable': 'innehåller ingen nyckel', 'key-other': 'är en annan nyckel än den du angav', 'key-known': 'nyckeln som du angav: {0}', 'key-own': 'tagen ur protokollet självt: {0}; jämför med en som du känner från annat håll',
    unreadable: 'kan inte läsas', missing: 'saknas', changed: 'har ändrats sedan förteckningen undertecknades', unlisted: 'står inte i förteckningen', 'not-signed': 'är inte undertecknad med nyckeln', 'other-log': 'hör till en annan logg',
    checkpoint: 'undertecknad av {0} över {1} poster', 'leaf-differs': 'dess byte har inte den hash som trädet har', 'tile-differs': 'har inte posternas hashvärden', 'root-differs': 'är undertecknad över en annan rot än posternas', forked: 'visar en annan historia än posterna: två har undertecknats. Behåll kopian, den är bevis',
    tree: '{0} poster ger den rot som undertecknades, varje bricka är deras och varje tidigare kontrollpunkt hör till samma historia', manifest: '{0} filer står i förteckningen, oförändrade, och inget annat finns där', 'manifest-remote': '{0} filer står i förteckningen, oförändrade; om andra ligger bredvid syns inte härifrån',
    'blob-differs': 'har inte den SHA-256 som är dess namn', blobs: '{0} texter och sedelfiler har den hash som är deras namn', 'no-witnesses': 'protokollet nämner inga vittnen: en annan kopia kan ha visats för andra. Jämför med en kopia eller ett kvitto som någon annan har',
    'no-quorum': 'kravet i protokollets egen policy är inte uppfyllt; medundertecknat av: {0}', witnesses: 'medundertecknat av {0}: så många som protokollets egen policy kräver', 'receipt-unreadable': 'kvittot kan inte läsas', 'receipt-not-signed': 'kvittot är inte undertecknat med denna nyckel', 'receipt-other': 'protokollet har en annan post under det numret än ditt kvitto. Behåll båda, de är bevis', 'receipt-fails': 'kvittots eget bevis stämmer inte', receipt: 'ditt kvitto gäller post {0} i detta protokoll',
    decisions: 'om varje handling var lagenlig när den gjordes: mandate verify utför reglerna igen', personal: 'namn och adresser ingår inte i någon export',
  },
  nl: {
    title: 'Dit register controleren', lead: 'Deze pagina leest het register op uw eigen apparaat. Er wordt niets verzonden en er is geen verbinding nodig.',
    folder: 'Kies de map van het register', drop: 'of zet de map hier neer', here: 'Controleer de kopie waarin deze pagina ligt', known: 'De sleutel van het grootboek zoals u die van elders kent', optional: '(optioneel)',
    'known-hint': 'Uit een brief, van een prikbord, van een ander lid: een register kan niet instaan voor zijn eigen sleutel.', 'receipt-field': 'Een bewijs van u (.tlog-proof)',
    working: '{0} van {1} gecontroleerd', good: 'Wat deze pagina kan controleren, klopt.', bad: 'Dit register klopt niet.', first: 'Eerste fout: {0}', faults: 'Alle gevonden fouten',
    meaning: 'Dit is het register dat is ondertekend, volledig en ongewijzigd. Of elk besluit rechtmatig was, wordt nagegaan door het opnieuw uit te voeren: mandate verify MAP. Geen controle bewijst dat de regels eerlijk zijn of dat de leden op de rol bestaan.',
    holds: 'klopt', fails: 'klopt niet', withheld: 'achtergehouden volgens regel', 'not-checked': 'niet gecontroleerd', what: 'Controle', outcome: 'Uitkomst', found: 'Wat is gevonden', entry: 'inschrijving {0}',
    key: 'Sleutel', checkpoint0: 'Controlepunt', tree0: 'Inschrijvingen en boom', manifest0: 'Bestanden', blobs0: 'Teksten en stembiljetten', witnesses0: 'Getuigen', receipt0: 'Bewijs', decisions0: 'Besluiten', personal0: 'Persoonsgegevens',
    'key-unreadable': 'bevat geen sleutel', 'key-other': 'is een andere sleutel dan u opgaf', 'key-known': 'de sleutel die u opgaf: {0}', 'key-own': 'uit het register zelf: {0}; vergelijk met een die u van elders kent',
    unreadable: 'is onleesbaar', missing: 'ontbreekt', changed: 'is gewijzigd sinds de lijst is ondertekend', unlisted: 'staat niet op de lijst', 'not-signed': 'is niet met de sleutel ondertekend', 'other-log': 'is van een ander logboek',
    checkpoint: 'ondertekend door {0} over {1} inschrijvingen', 'leaf-differs': 'de bytes hebben niet de hash die de boom heeft', 'tile-differs': 'bevat niet de hashes van de inschrijvingen', 'root-differs': 'is ondertekend over een andere wortel dan die van de inschrijvingen', forked: 'toont een andere geschiedenis dan de inschrijvingen: er zijn er twee ondertekend. Bewaar deze kopie, het is bewijs',
    tree: '{0} inschrijvingen geven de ondertekende wortel, elke tegel is van hen en elk eerder controlepunt hoort bij dezelfde geschiedenis', manifest: '{0} bestanden staan op de lijst, ongewijzigd, en er is niets anders', 'manifest-remote': '{0} bestanden staan op de lijst, ongewijzigd; of er andere naast liggen is van hier niet te zien',
    'blob-differs': 'heeft niet de SHA-256 die de naam is', blobs: '{0} teksten en stembestanden hebben de hash die hun naam is', 'no-witnesses': 'het register noemt geen getuigen: aan anderen kan een andere kopie zijn getoond. Vergelijk met een kopie of bewijs dat iemand anders bewaarde',
    'no-quorum': 'het quorum van het beleid in het register is niet bereikt; medeondertekend door: {0}', witnesses: 'medeondertekend door {0}: het quorum van het beleid in het register', 'receipt-unreadable': 'het bewijs is onleesbaar', 'receipt-not-signed': 'het bewijs is niet met deze sleutel ondertekend', 'receipt-other': 'het register heeft onder dat nummer een andere inschrijving dan uw bewijs. Bewaar beide, het is bewijs', 'receipt-fails': 'het eigen bewijs van het stuk klopt niet', receipt: 'uw bewijs is van inschrijving {0} van dit register',
    decisions: 'of elke handeling rechtmatig was toen zij werd verricht: mandate verify voert de regels opnieuw uit', personal: 'namen en adressen maken geen deel uit van een export',
  },
  fr: {
    title: 'Vérifier ce registre', lead: 'Cette page lit le registre sur votre propre appareil. Rien n’est envoyé, et aucune connexion n’est nécessaire.',
    folder: 'Choisissez le dossier du registre', drop: 'ou déposez le dossier ici', here: 'Vérifier la copie où se trouve cette page', known: 'La clé du livre telle que vous la connaissez par ailleurs', optional: '(facultatif)',
    'known-hint': 'Par une lettre, un panneau d’affichage, un autre membre : un registre ne peut pas garantir sa propre clé.', 'receipt-field': 'Un reçu à vous (.tlog-proof)',
    working: '{0} sur {1} vérifiés', good: 'Ce que cette page peut vérifier est exact.', bad: 'Ce registre est inexact.', first: 'Première faute : {0}', faults: 'Toutes les fautes trouvées',
    meaning: 'C’est le registre qui a été signé, entier et inchangé. La régularité de chaque décision se vérifie en l’exécutant de nouveau : mandate verify DOSSIER. Aucune vérification ne prouve que les règles sont justes ni que les membres inscrits existent.',
    holds: 'exact', fails: 'inexact', withheld: 'retenu selon la règle', 'not-checked': 'non vérifié', what: 'Vérification', outcome: 'Issue', found: 'Ce qui a été trouvé', entry: 'entrée {0}',
    key: 'Clé', checkpoint0: 'Point de contrôle', tree0: 'Entrées et arbre', manifest0: 'Fichiers', blobs0: 'Textes et bulletins', witnesses0: 'Témoins', receipt0: 'Reçu', decisions0: 'Décisions', personal0: 'Données personnelles',
    'key-unreadable': 'ne contient pas de clé', 'key-other': 'est une autre clé que celle que vous avez donnée', 'key-known': 'la clé que vous avez donnée : {0}', 'key-own': 'tirée du registre lui-même : {0} ; comparez-la à une clé connue par ailleurs',
    unreadable: 'est illisible', missing: 'manque', changed: 'a été modifié depuis la signature de la liste', unlisted: 'ne figure pas dans la liste', 'not-signed': 'n’est pas signé par la clé', 'other-log': 'est d’un autre journal',
    checkpoint: 'signé par {0} pour {1} entrées', 'leaf-differs': 'ses octets n’ont pas l’empreinte que contient l’arbre', 'tile-differs': 'ne contient pas les empreintes des entrées', 'root-differs': 'est signé sur une autre racine que celle des entrées', forked: 'montre une autre histoire que les entrées : deux ont été signées. Gardez cette copie, c’est une preuve',
    tree: '{0} entrées donnent la racine signée, chaque tuile est la leur, et chaque point de contrôle antérieur est de la même histoire', manifest: '{0} fichiers sont listés et inchangés, et il n’y a rien d’autre', 'manifest-remote': '{0} fichiers sont listés et inchangés ; on ne peut voir d’ici s’il y en a d’autres à côté',
    'blob-differs': 'n’a pas le SHA-256 qui est son nom', blobs: '{0} textes et fichiers de bulletins ont l’empreinte qui est leur nom', 'no-witnesses': 'le registre ne nomme aucun témoin : une autre copie a pu être montrée à d’autres. Comparez avec une copie ou un reçu gardé par quelqu’un d’autre',
    'no-quorum': 'le quorum de la politique du registre n’est pas atteint ; cosigné par : {0}', witnesses: 'cosigné par {0} : le quorum de la politique du registre', 'receipt-unreadable': 'le reçu est illisible', 'receipt-not-signed': 'le reçu n’est pas signé par cette clé', 'receipt-other': 'le registre contient sous ce numéro une autre entrée que votre reçu. Gardez les deux, ce sont des preuves', 'receipt-fails': 'la preuve du reçu lui-même est inexacte', receipt: 'votre reçu est celui de l’entrée {0} de ce registre',
    decisions: 'la régularité de chaque acte au moment où il fut fait : mandate verify exécute de nouveau les règles', personal: 'les noms et adresses ne font partie d’aucun export',
  },
} as const;

export type Key = keyof typeof WORDS.en;

export type Say = (key: Key, ...values: (string | number)[]) => string;

export const language: keyof typeof WORDS = (navigator.languages.map(l => l.slice(0, 2)).find(l => l in WORDS) ?? 'en') as keyof typeof WORDS;

export const say: Say = (key, ...values) => values.reduce<string>((text, value, i) => text.replaceAll(`{${i}}`, typeof value === 'number' ? value.toLocaleString(language) : value), WORDS[language][key]);
