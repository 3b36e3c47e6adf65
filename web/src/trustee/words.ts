// What the page says, in the reader's language.
const WORDS = {
  en: {
    title: 'Trustee of a secret ballot', lead: 'This page works without a network: save it, switch the network off, and open it from your own device. Your key never leaves it.',
    begin: '1. Begin the key', 'begin-how': 'Each trustee has a number. Keep my.secret to yourself, and give the certificate to the others.', member: 'My number', size: 'How many trustees', threshold: 'How many open together', make: 'Make my files',
    share: '2. Share', 'share-how': 'When the certificates of all are there: choose them all, and my.secret. Give what is made to the others.', files: 'Files', finish: '3. Finish', 'finish-how': 'When the contributions of all and the shares for you are there: choose them, all certificates and my.secret. Keep my.key; destroy my.secret.',
    decrypt: 'Open the sum', 'decrypt-how': 'Choose the closed box (.bel) and my.key. The page adds the ballots up itself and opens only their sum. Compare the head with the one in the record before you give your share away. Rankings are opened with mandate ballot decrypt.', 'decrypt-files': 'The box and my key', open: 'Make my share',
    made: 'Your files', working: 'Working …', save: 'Save each of these.', secret: 'secret: keep it', public: 'for the others', opened: 'The sum of {ballots} ballots. Head of the box: {head}', 'not-made': 'Nothing was made.', 'bad-numbers': 'Whole numbers: your number is 1 to the number of trustees, and so is how many open together.', missing: '{name} is missing.',
  },
  sv: {
    title: 'Nyckelhållare i en sluten omröstning', lead: 'Sidan fungerar utan nät: spara den, stäng av nätet och öppna den från din egen enhet. Din nyckel lämnar den aldrig.',
    begin: '1. Börja nyckeln', 'begin-how': 'Varje nyckelhållare har ett nummer. Behåll my.secret för dig själv och ge certifikatet till de andra.', member: 'Mitt nummer', size: 'Antal nyckelhållare', threshold: 'Hur många som öppnar tillsammans', make: 'Gör mina filer',
    share: '2. Dela', 'share-how': 'När allas certifikat finns: välj dem alla och my.secret. Ge det som görs till de andra.', files: 'Filer', finish: '3. Avsluta', 'finish-how': 'När allas bidrag och delarna till dig finns: välj dem, alla certifikat och my.secret. Behåll my.key; förstör my.secret.',
    decrypt: 'Öppna summan', 'decrypt-how': 'Välj den stängda urnan (.bel) och my.key. Sidan lägger själv ihop rösterna och öppnar bara summan. Jämför huvudet med det i protokollet innan du lämnar ut din del. Rangordningar öppnas med mandate ballot decrypt.', 'decrypt-files': 'Urnan och min nyckel', open: 'Gör min del',
    made: 'Dina filer', working: 'Arbetar …', save: 'Spara var och en.', secret: 'hemlig: behåll den', public: 'för de andra', opened: 'Summan av {ballots} röster. Urnans huvud: {head}', 'not-made': 'Ingenting gjordes.', 'bad-numbers': 'Heltal: ditt nummer är 1 till antalet nyckelhållare, liksom hur många som öppnar tillsammans.', missing: '{name} saknas.',
  },
  nl: {
    title: 'Sleutelhouder van een geheime stemming', lead: 'Deze pagina werkt zonder netwerk: bewaar haar, zet het netwerk uit en open haar vanaf je eigen toestel. Je sleutel verlaat het nooit.',
    begin: '1. De sleutel beginnen', 'begin-how': 'Elke sleutelhouder heeft een nummer. Houd my.secret voor jezelf en geef het certificaat aan de anderen.', member: 'Mijn nummer', size: 'Aantal sleutelhouders', threshold: 'Hoeveel er samen openen', make: 'Mijn bestanden maken',
    share: '2. Delen', 'share-how': 'Als de certificaten van allen er zijn: kies ze allemaal, en my.secret. Geef wat gemaakt wordt aan de anderen.', files: 'Bestanden', finish: '3. Afronden', 'finish-how': 'Als de bijdragen van allen en de delen voor jou er zijn: kies ze, alle certificaten en my.secret. Bewaar my.key; vernietig my.secret.',
    decrypt: 'De som openen', 'decrypt-how': 'Kies de gesloten stembus (.bel) en my.key. De pagina telt de stemmen zelf op en opent alleen de som. Vergelijk de kop met die in het register voordat je je deel afgeeft. Rangordes worden geopend met mandate ballot decrypt.', 'decrypt-files': 'De stembus en mijn sleutel', open: 'Mijn deel maken',
    made: 'Jouw bestanden', working: 'Bezig …', save: 'Bewaar elk ervan.', secret: 'geheim: houd het bij je', public: 'voor de anderen', opened: 'De som van {ballots} stemmen. Kop van de stembus: {head}', 'not-made': 'Er is niets gemaakt.', 'bad-numbers': 'Gehele getallen: je nummer is 1 tot het aantal sleutelhouders, net als hoeveel er samen openen.', missing: '{name} ontbreekt.',
  },
  fr: {
    title: 'Dépositaire d’un vote secret', lead: 'Cette page fonctionne sans réseau : enregistrez-la, coupez le réseau et ouvrez-la depuis votre appareil. Votre clé n’en sort jamais.',
    begin: '1. Commencer la clé', 'begin-how': 'Chaque dépositaire a un numéro. Gardez my.secret pour vous et donnez le certificat aux autres.', member: 'Mon numéro', size: 'Nombre de dépositaires', threshold: 'Combien ouvrent ensemble', make: 'Faire mes fichiers',
    share: '2. Partager', 'share-how': 'Quand les certificats de tous sont là : choisissez-les tous, et my.secret. Donnez aux autres ce qui est fait.', files: 'Fichiers', finish: '3. Terminer', 'finish-how': 'Quand les contributions de tous et les parts pour vous sont là : choisissez-les, tous les certificats et my.secret. Gardez my.key ; détruisez my.secret.',
    decrypt: 'Ouvrir la somme', 'decrypt-how': 'Choisissez l’urne fermée (.bel) et my.key. La page additionne elle-même les votes et n’ouvre que leur somme. Comparez la tête avec celle du registre avant de donner votre part. Les classements s’ouvrent avec mandate ballot decrypt.', 'decrypt-files': 'L’urne et ma clé', open: 'Faire ma part',
    made: 'Vos fichiers', working: 'En cours …', save: 'Enregistrez chacun.', secret: 'secret : gardez-le', public: 'pour les autres', opened: 'La somme de {ballots} bulletins. Tête de l’urne : {head}', 'not-made': 'Rien n’a été fait.', 'bad-numbers': 'Nombres entiers : votre numéro va de 1 au nombre de dépositaires, de même que combien ouvrent ensemble.', missing: '{name} manque.',
  },
} as const;

const language = ((navigator.languages ?? ['en']).map(l => l.slice(0, 2)).find(l => l in WORDS) ?? 'en') as keyof typeof WORDS;
document.documentElement.lang = language;

export const say = (key: string): string => (WORDS[language] as Record<string, string>)[key] ?? key;
