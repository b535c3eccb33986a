import { GERMAN } from "../loader/words";
import type { Texts } from "./texts";

const texts: Texts = {
  locale: "de-DE",
  title: GERMAN.ask + GERMAN.topic,
  subtitle: "Automatischer Assistent, antwortet auf Englisch",
  emergency: "Nicht für Notfälle. Im Notfall rufen Sie {number} an.",
  menu: "Mehr",
  large: "Großes Fenster",
  close: "Schließen",
  // Consent
  before: "Bevor Sie beginnen",
  intro:
    "Die Antworten sind vorab geprüfte Texte auf Englisch, mit Quellen. Hier schreibt kein Mensch.",
  what: "Was gespeichert wird",
  whatText:
    "Ihre Nachrichten, die Antworten und Ihre Region. Lassen Sie weg, was nicht gespeichert werden soll.",
  where: "Wo",
  whereText:
    "Auf dem Server von {clinic}, {host}. In diesem Browser nur ein Schlüssel zum Gespräch.",
  long: "Wie lange",
  longText: "Bis Sie es löschen, höchstens {days} Tage nach Ihrer letzten Nachricht.",
  privacy: "Datenschutzhinweise",
  region: "Wo leben Sie?",
  uk: "Vereinigtes Königreich",
  us: "Vereinigte Staaten",
  eu: "Europäische Union",
  agree: "Zustimmen und beginnen",
  decline: "Jetzt nicht",
  // Conversation
  log: "Gespräch",
  you: "Sie",
  assistant: "Assistent",
  staff: "Praxis",
  typing: "Ich sehe nach …",
  caveat: "Wichtig zu wissen",
  emergencyFlag: "Notfall: Handeln Sie jetzt",
  sameDay: "Noch heute ärztlich abklären",
  soon: "Bald ärztlich abklären",
  flag: "Bitte lesen Sie dies zuerst",
  call: "{label} anrufen",
  newTab: "öffnet neuen Tab",
  checked: "Geprüft am {date}",
  helpful: "Hilfreich?",
  yes: "Ja",
  no: "Nein",
  thanks: "Danke.",
  comment: "Möchten Sie etwas anmerken? (freiwillig)",
  copy: "Kopieren",
  copied: "Kopiert",
  question: "Ihre Frage",
  send: "Senden",
  tooLong: "Zeichen zu viel: {count}",
  waiting: "Noch nicht gesendet",
  // Care of the conversation
  save: "Kopie speichern",
  erase: "Dieses Gespräch löschen",
  sure: "Dieses Gespräch löschen? Es wird sofort vom Server gelöscht und ist nicht wiederherstellbar.",
  delete: "Löschen",
  keep: "Behalten",
  deleted: "Das Gespräch wurde gelöscht, hier und auf dem Server.",
  elsewhere: "Das Gespräch wurde in einem anderen Tab gelöscht.",
  expired: "Dieses Gespräch ist abgelaufen. Was noch nicht gesendet ist, geht nicht verloren.",
  again: "Neues beginnen",
  idle: "Noch da? Dieses Gespräch bleibt bis {time} offen. Löschen Sie es an einem geteilten Gerät danach.",
  dismiss: "In Ordnung",
  // Trouble
  offline:
    "Sie sind offline. Was Sie senden, bleibt erhalten und geht hinaus, sobald Sie zurück sind.",
  unreachable: "Der Assistent ist nicht erreichbar. Nichts geht verloren.",
  busy: "Das war viel auf einmal.",
  fault: "Bei uns ist etwas schiefgegangen. Nichts geht verloren.",
  byItself: "In {seconds} Sekunden wird es erneut versucht.",
  refused: "Das konnte nicht gesendet werden: {detail}",
  retry: "Jetzt erneut versuchen",
};

export default texts;
