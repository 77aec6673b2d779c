/** Words of other tools for our choices; those of ours are known anyway. */
const choices: Readonly<Record<string, string>> = {
  strategic: "key account, key, vip, global, large, grosskunde, grand compte, gran cuenta, a kunde",
  enterprise: `
    mid market, mid, medium, corporate, ent, mittelstand, b kunde, eti, entreprise, mediana`,
  small: `
    smb, sme, small business, startup, starter, kleinkunde, c kunde, pme, tpe, pyme, pequeña`,
  monthly: `
    month, months, m, 1 month, per month, monat, monatlich, mtl, mois, mensuel, mensuelle, mes, mensual`,
  quarterly: `
    quarter, q, 3 months, per quarter, quartal, quartalsweise, vierteljährlich, trimestre,
    trimestriel, trimestrielle, trimestral`,
  annual: `
    year, years, 1 year, yearly, annually, y, 12 months, per year, jahr, jährlich, an, année, annuel,
    annuelle, año, anual`,
  upfront: "prepaid, in advance, vorauszahlung, d'avance, por adelantado",
  new: "new business, neu, neukunde, neuvertrag, initial, nouveau, nouvelle affaire, nuevo",
  renewal: "renew, verlängerung, renouvellement, renovación",
  expansion: "upsell, upgrade, add on, erweiterung, extension, ampliación",
  cross_sell: "cross sell, zusatzverkauf, venta cruzada",
  service: `
    services, professional services, training, schulung, cogs, hosting, support, kundendienst,
    betrieb, hébergement, formation, soporte, servicio, servicios`,
  marketing: "werbung, publicité, publicidad, mercadotecnia",
  sales: "vertrieb, verkauf, ventes, commercial, ventas, comercial",
  success: "cs, customer success, kundenerfolg",
  research: "rd, r&d, research and development, entwicklung, forschung, développement, desarrollo",
  overhead: `
    ga, g&a, admin, administration, verwaltung, gemeinkosten, frais généraux, gastos generales,
    administración`,
  target: "icp, ja, cible, objetivo",
  exploratory: "non icp, opportunistic",
  call: "phone, phone call, anruf, appel, llamada",
  visit: "onsite, besuch, visite, visita",
  review: "qbr, business review",
  executive: "ebr, executive business review",
  app: "mobile, ios, android",
  web: "desktop, browser",
  nps: "net promoter score",
};

const flags: Readonly<Record<string, string>> = {
  true: "ja, oui, si, sí, x, t, won, wahr, vrai, verdadero, gewonnen",
  false: "nein, non, f, lost, falsch, faux, falso, verloren",
};

/** Letters and digits alone, without accents: `Customer No.` and `customer_no` are one name. */
export function letters(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replaceAll("ß", "ss")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

function byTheirs(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([ours, list]) =>
      list.split(",").map((theirs) => [letters(theirs), ours] as const),
    ),
  );
}

/** Our words by theirs, as `letters` writes them. */
export const choiceWords = byTheirs(choices);
export const flagWords = byTheirs(flags);
