import { customerIds } from "./accounts.ts";
import { letters } from "./words.ts";

/** Amounts of a year, whatever the term. */
const perYear = `
  arr, acv, annual contract value, annual recurring revenue, annual value, annual amount,
  annual fee, annual price, annual revenue, yearly fee, yearly price, yearly amount,
  price per year, amount per year,
  jahresbetrag, jahrespreis, jahresgebühr, preis pro jahr, betrag pro jahr, jährlicher betrag,
  montant annuel, montant annuel ht, prix annuel, prix par an,
  importe anual, precio anual, cuota anual, monto anual, precio por año`;

const perQuarter = `
  quarterly amount, quarterly fee, quarterly price, quarterly value, amount per quarter,
  price per quarter, quartalsbetrag, quartalspreis, preis pro quartal, betrag pro quartal,
  montant trimestriel, prix trimestriel, importe trimestral, cuota trimestral, precio trimestral`;

const perMonth = `
  monthly recurring revenue, monthly amount, monthly price, monthly charges, monthly charge,
  monthly fee, monthly value, monthly, price per month, amount per month, fee per month,
  monatsbetrag, monatspreis, monatsgebühr, monatliche gebühr, monatlicher betrag,
  monatlicher preis, preis pro monat, betrag pro monat, gebühr pro monat, mtl betrag, mtl preis,
  monatlich, montant mensuel, montant mensuel ht, prix mensuel, prix par mois, mensualité,
  importe mensual, cuota mensual, precio mensual, monto mensual, precio por mes`;

export const contracts = {
  contract_id: `
    contract number, contract no, contract id, contract, subscription id, subscription no,
    subscription number, subscription, charge number, order id, order no, order number, line id,
    agreement id, agreement no, deal id, subscription name, id,
    invoice line id, invoice number, invoice no, invoice id, invoice,
    rechnungsnummer, rechnungs nr, rechnung, numéro de facture, n° facture, número de factura,
    vertragsnummer, vertrags nr, vertrags id, vertrag, abo nr, abo nummer, abo id,
    auftragsnummer, auftrags nr, auftrag,
    n° contrat, no contrat, numéro de contrat, numéro contrat, id contrat, contrat, référence,
    n° abonnement, numéro d'abonnement, id abonnement,
    número de contrato, nº contrato, n° contrato, id contrato, contrato, id suscripción,
    suscripción, número de pedido`,
  account_id: `${customerIds}, account name, customer name, client name, company name, kundenname, firma`,
  starts_on: `
    start date, contract start date, contract start, subscription start, service start,
    term start date, term start, effective start date, effective date, commencement date,
    commencement, valid from, period start, period from, activation date, activated at, start, starts, started, started at,
    starts at, begin date, begin, from,
    vertragsbeginn, vertragsstart, laufzeitbeginn, startdatum, beginn, beginnt am, gültig ab,
    gültig von, von, ab,
    date de début, début du contrat, date d'effet, début, du,
    fecha de inicio, fecha inicio, inicio del contrato, vigente desde, inicio, desde`,
  ends_on: `
    end date, contract end date, contract end, subscription end, service end, term end date,
    term end, effective end date, termination date, termination, expiration date, expiry date,
    expiry, expires at, valid to, valid until, period end, period to, end, ends, ended, ended at, ends at, until, to,
    vertragsende, laufzeitende, enddatum, ende, endet am, gültig bis, ablaufdatum, bis,
    date de fin, fin du contrat, date d'échéance, échéance, date d'expiration, fin, au,
    fecha de fin, fecha fin, fin del contrato, fecha de término, fecha de vencimiento,
    vencimiento, fecha de baja, hasta`,
  amount: `
    contract value, value, total amount, net amount, total, price, fee, subscription fee, tcv,
    total contract value, ${perYear}, ${perQuarter},
    vertragswert, auftragswert, betrag, nettobetrag, wert, preis, gebühr, summe,
    montant, montant ht, valeur du contrat, valeur, prix,
    importe, importe neto, monto, valor del contrato, valor, precio,
    unit amount, unit price, plan unit price, price per unit, price per seat, stückpreis,
    einzelpreis, preis pro nutzer, prix unitaire, precio unitario`,
  mrr: perMonth,
  term_months: `
    term in months, contract term months, contract term, term, duration months, duration, months,
    laufzeit in monaten, laufzeit monate, vertragslaufzeit, laufzeit,
    durée en mois, durée du contrat, durée, duración en meses, duración, plazo`,
  billing: `
    billing frequency, billing interval, billing cycle, billing period, billing period unit,
    payment frequency, interval, frequency, payment terms, invoicing,
    abrechnungszeitraum, abrechnungsintervall, abrechnungsperiode, abrechnung, zahlungsweise,
    zahlweise, zahlungsintervall, turnus,
    périodicité, fréquence de facturation, période de facturation, fréquence, facturation,
    periodicidad, frecuencia de facturación, frecuencia, facturación`,
  kind: `
    line type, contract type, order type, deal type, type, vertragsart, auftragsart, art,
    type de contrat, nature, tipo de contrato, tipo`,
  recurring: "is recurring, recurring revenue, wiederkehrend, récurrent, recurrente",
  seats: `
    quantity, licenses, licences, users, seat count, plan quantity, menge, anzahl, lizenzen,
    anzahl nutzer, nutzer, plätze, quantité, utilisateurs, nombre de licences,
    cantidad, licencias, usuarios`,
  currency: "currency code, ccy, cur, währung, waehrung, devise, monnaie, moneda, divisa",
  signed_on: `
    signed, signature date, signed at, signed date, sign date, closed date, close date,
    booking date, order date, unterschrieben am, unterzeichnet am, abschlussdatum, vertragsabschluss,
    date de signature, signé le, fecha de firma, firmado el`,
  cancelled_on: `
    cancelled, canceled, cancelled at, canceled at, cancellation date, cancel date, notice date,
    notice given, kündigungsdatum, kündigung am, kündigung, gekündigt am,
    date de résiliation, résilié le, résiliation, fecha de cancelación, cancelado el`,
  product: `
    product name, plan name, plan id, plan code, plan, sku, item, service, package,
    produkt, produktname, tarif, paket, artikel, leistung,
    produit, offre, formule, prestation, producto, servicio, tarifa`,
};

export const costs = {
  month: `
    date, period, posting month, monat, buchungsmonat, periode, mois, période, mes, periodo, fecha`,
  category: `
    cost type, type, department, cost center, kostenart, kategorie, kostenstelle, abteilung,
    catégorie, type de coût, nature, centre de coût, categoría, tipo de gasto, tipo de coste,
    departamento, centro de coste`,
  amount: `
    cost, costs, spend, expense, value, total, betrag, kosten, summe,
    montant, coût, coûts, dépense, dépenses, importe, monto, coste, costo, gasto`,
  channel: "campaign, marketing channel, source, kanal, kampagne, canal, campagne, campaña",
  tier: "segment, kundenklasse, segmento",
};

export const fx = {
  month: "date, period, monat, mois, mes",
  currency: "currency code, from currency, ccy, from, währung, devise, moneda, divisa",
  rate: "fx rate, exchange rate, kurs, wechselkurs, taux, taux de change, tipo de cambio, tasa",
};

export const goals = {
  metric: "kpi, measure, goal, kennzahl, indicateur, indicador",
  period: "year, quarter, time, zeitraum, jahr, période, année, período, año",
  target: "value, target value, ziel, zielwert, objectif, objetivo",
};

const namesOf = (list: string) => list.split(",").map(letters);
const annual = namesOf(perYear);
const quarterly = namesOf(perQuarter);

/** How an amount is billed whose header tells of a year or of a quarter. */
export function billingCalled(header: string): "annual" | "quarterly" | undefined {
  const theirs = letters(header);
  const isNamed = (name: string) => name.length > 2 && theirs.includes(name);
  if (annual.some(isNamed)) return "annual";
  return quarterly.some(isNamed) ? "quarterly" : undefined;
}
