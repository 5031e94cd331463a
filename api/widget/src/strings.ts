/**
 * Every word the widget shows, in its two languages. `{}` stands for a number or a name.
 *
 * Their names begin with `$`, so that the build may shorten them.
 */

const fr = {
  code: "fr",
  $start: "Poser une question",
  $greeting:
    "Bonjour, je suis Greffier, un assistant automatique. Je réponds aux questions sur le programme Entrepreneurs d’intérêt général et sur les rapports publics de la Cour des comptes, et je cite mes sources.",
  $subtitle: "Assistant automatique",
  $log: "Conversation",
  $you: "Vous :",
  $me: "Greffier :",
  $field: "Votre question",
  $send: "Envoyer",
  $privacy: "N’indiquez aucune donnée personnelle.",
  $more: "En savoir plus",
  $close: "Fermer",
  $enlarge: "Agrandir",
  $restart: "Recommencer",
  $restarted: "Nouvelle conversation",
  $waiting: "Greffier consulte ses sources…",
  $retry: "Renvoyer la question",
  $long: "Question trop longue : 2 000 caractères au plus.",
  $offline: "Vous semblez hors connexion. Votre question est conservée.",
  $network: "Le service est injoignable. Votre question est conservée.",
  $timeout: "La réponse tarde trop. Votre question est conservée.",
  $server: "Le service a rencontré une erreur. Votre question est conservée.",
  $busy: "Trop de questions en peu de temps. Vous pourrez renvoyer la vôtre dans {} s.",
  $sources: "Sources",
  $all: "Tout afficher ({})",
  $less: "Réduire",
  $published: "Publié le {}",
  $checked: "Vérifié le {}",
  $read: "Consulter la source",
  $tab: "(nouvel onglet)",
  $source: "Source {}",
  $replies: "Réponses proposées",
  $yes: "Utile",
  $no: "Pas utile",
  $copy: "Copier",
  $copied: "Réponse copiée",
  $why: "Pourquoi cette réponse ?",
  $comment: "Une précision ? (facultatif, sans donnée personnelle)",
  $comment_send: "Envoyer la précision",
  $thanks: "Merci, votre avis est enregistré.",
  $unsent: "Votre avis n’a pas pu être envoyé.",
  $contact: "Écrire à l’équipe",
  $to: "À : {}",
  $subject: "Objet : {}",
  $body: "Message à relire et à modifier avant l’envoi",
  $mail: "Ouvrir dans ma messagerie",
};

export type Strings = typeof fr;

const en: Strings = {
  code: "en-GB",
  $start: "Ask a question",
  $greeting:
    "Hello, I am Greffier, an automatic assistant. I answer questions about the Entrepreneurs d’intérêt général programme and the public reports of the French Cour des comptes, and I name my sources.",
  $subtitle: "Automatic assistant",
  $log: "Conversation",
  $you: "You:",
  $me: "Greffier:",
  $field: "Your question",
  $send: "Send",
  $privacy: "Please give no personal data.",
  $more: "Learn more",
  $close: "Close",
  $enlarge: "Enlarge",
  $restart: "Start again",
  $restarted: "New conversation",
  $waiting: "Greffier is looking it up…",
  $retry: "Send the question again",
  $long: "Too long: 2,000 characters at most.",
  $offline: "You seem to be offline. Your question is kept.",
  $network: "The service cannot be reached. Your question is kept.",
  $timeout: "The answer takes too long. Your question is kept.",
  $server: "The service met an error. Your question is kept.",
  $busy: "Too many questions in a short time. You can send yours again in {} s.",
  $sources: "Sources",
  $all: "Show all ({})",
  $less: "Show less",
  $published: "Published {}",
  $checked: "Checked {}",
  $read: "Read the source",
  $tab: "(new tab)",
  $source: "Source {}",
  $replies: "Suggested replies",
  $yes: "Helpful",
  $no: "Not helpful",
  $copy: "Copy",
  $copied: "Answer copied",
  $why: "Why this answer?",
  $comment: "Anything to add? (optional, no personal data)",
  $comment_send: "Send the comment",
  $thanks: "Thank you, your opinion is recorded.",
  $unsent: "Your opinion could not be sent.",
  $contact: "Write to the team",
  $to: "To: {}",
  $subject: "Subject: {}",
  $body: "Message to read and edit before sending",
  $mail: "Open in my mail program",
};

/** The words for a language tag: English for `en`, `en-GB`…, French for anything else. */
export const stringsFor = (lang: string): Strings => (/^en\b/i.test(lang) ? en : fr);

/** An ISO day as the language writes it; anything less precise as it is. */
export const day = (iso: string, { code }: Strings): string =>
  /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(iso).toLocaleDateString(code, { dateStyle: "long", timeZone: "UTC" }) : iso;

/** A sentence with its placeholder filled in. */
export const fill = (sentence: string, value: string | number): string => sentence.replace("{}", () => `${value}`);
