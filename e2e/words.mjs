// What the journeys look for in each language.

/** Polish, the language of the congress. */
export const POLISH = {
  lang: "pl",
  home: "/",
  day: "/program/15-listopada",
  otherDay: "/program/16-listopada",
  mine: "/moje",
  query: { theme: "temat", kind: "rodzaj", access: "dostepnosc", mine: "moje" },
  added: "Dodane do mojego programu",
  removed: "Usunięte z mojego programu",
  queued: "Zapisane na tym urządzeniu, czeka na połączenie",
  session: "/sesje/noc-wtop-nielatwe-drogi-do-sukcesu",
};

/** English, into which everything is translated. */
export const ENGLISH = {
  lang: "en",
  home: "/en",
  day: "/en/programme/15-november",
  otherDay: "/en/programme/16-november",
  mine: "/en/mine",
  query: { theme: "theme", kind: "kind", access: "access", mine: "mine" },
  added: "Added to my programme",
  removed: "Removed from my programme",
  queued: "Kept on this device, waiting for a connection",
  session: "/en/sessions/night-of-flops-the-uneasy-roads-to-success",
};
