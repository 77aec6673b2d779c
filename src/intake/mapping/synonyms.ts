import type { DatasetName } from "../../contracts/index.ts";

/**
 * What files of other tools call our columns, beside our own names; case, spaces and signs do not
 * count. German names are those of the usual ERP and CRM exports.
 */
export const synonyms: Readonly<Record<DatasetName, Readonly<Record<string, string>>>> = {
  accounts: {
    account_id:
      "account number, account no, account code, customer id, customer no, customer number, customer code, client id, client no, company id, organization id, org id, tenant id, id, kundennummer, kunden nr",
    name: "account name, customer, customer name, client, client name, company, company name, organization, organization name, kunde, kundenname, firma, firmenname",
    tier: "account type, customer type, segment, class, customer class, size, size segment, category, account tier, customer tier, kundenklasse",
    industry: "sector, vertical, branch, branche, industry name",
    region: "country, territory, geo, billing country, market, land, state",
    fit: "icp, icp fit, target fit, profile",
    channel: "acquisition channel, lead source, source, origin, sales channel, kanal, quelle",
    plan: "plan name, subscription plan, package, edition, tarif",
    owner:
      "csm, customer success manager, account owner, account manager, success manager, betreuer",
    stage: "lifecycle stage, status, lifecycle, phase",
    first_contact_on:
      "customer since, client since, since, created, created at, created date, create date, first contact, erstkontakt",
    referred_by: "referrer, referral, referred by id",
  },
  contracts: {
    contract_id:
      "contract number, contract no, contract, subscription id, subscription, subscription no, order id, order no, line id, agreement id, deal id, id, vertragsnummer, vertrag, vertrags nr",
    account_id:
      "account no, account code, customer code, client, client id, client code, client no, org, organisation, account, account number, customer, customer id, customer no, customer number, client id, client, company id, company, organization id, tenant id, kunde, kundennummer, kunden nr",
    starts_on:
      "commencement, commencement date, term start, start, start date, starts, started, started at, starts at, valid from, from, begin, begin date, effective date, activation date, activated at, contract start, subscription start, service start, vertragsbeginn, beginn",
    ends_on:
      "termination, termination date, term end, end, end date, ends, ended, ended at, ends at, valid to, valid until, to, until, expiry, expiry date, expiration date, expires at, contract end, subscription end, service end, vertragsende, ende",
    amount:
      "annual fee, annual price, yearly fee, yearly price, subscription fee, value, contract value, price, total, total amount, net amount, fee, tcv, total contract value, arr, acv, annual contract value, annual recurring revenue, annual value, annual amount, betrag, wert, preis",
    mrr: "monthly recurring revenue, monthly amount, monthly price, monthly charges, monthly fee, monthly value, monatlich, monatsbetrag",
    term_months: "term, term in months, months, duration, duration months, contract term, laufzeit",
    billing:
      "billing period, billing cycle, billing frequency, billing interval, interval, frequency, payment terms, invoicing, abrechnung, zahlweise",
    kind: "type, line type, contract type, order type, deal type, art",
    recurring: "is recurring, recurring revenue",
    seats: "quantity, licenses, licences, users, seat count, menge, lizenzen",
    currency: "currency code, ccy, cur, waehrung, währung",
    signed_on:
      "signed, signature date, signed at, signed date, closed date, booking date, order date",
    cancelled_on:
      "cancelled, canceled, cancelled at, canceled at, cancellation date, cancel date, notice date, notice given, kündigungsdatum, gekündigt am",
    product: "product name, plan, plan name, sku, item, service, package, produkt",
  },
  costs: {
    month: "date, period, posting month, monat",
    category: "cost type, type, department, cost center, kostenart",
    amount: "cost, costs, spend, expense, value, total, betrag",
    channel: "campaign, marketing channel, source, kanal",
    tier: "segment",
  },
  fx: {
    month: "date, period, monat",
    currency: "currency code, from currency, ccy, from",
    rate: "fx rate, exchange rate, kurs",
  },
  goals: {
    metric: "kpi, measure, goal",
    period: "year, quarter, time",
    target: "value, target value, ziel",
  },
  opportunities: {
    opportunity_id: "deal id, opportunity, opportunity no, id, record id",
    account_id:
      "account no, account code, customer code, client, client id, client code, client no, org, organisation, account, customer id, company id, customer no, kundennummer",
    created_on: "created, created date, create date, created at, date created",
    stage: "deal stage, sales stage, pipeline stage, status",
    closed_on: "close date, closed date, closed at, expected close date",
    won: "is won, is closed won, closed won",
    amount: "value, deal value, deal amount, opportunity amount",
    source: "lead source, channel, origin",
  },
  people: {
    owner: "csm, manager, name, success manager, employee",
    level: "seniority, grade, role, title",
    capacity_strategic: "strategic capacity, max strategic",
    capacity_enterprise: "enterprise capacity, max enterprise",
    capacity_small: "small capacity, smb capacity, max small",
  },
  projects: {
    account_id:
      "account no, account code, customer code, client, client id, client code, client no, org, organisation, account, customer id, customer, customer no, company id, kundennummer",
    kicked_off_on:
      "kick off, kickoff, kickoff date, kick off date, project start, start date, start",
    due_on: "due, due date, planned go live, target date, deadline",
    live_on: "live, go live, go live date, launched, launch date",
    budget_days: "budget, planned days, planned effort",
    actual_days: "actual, spent days, actual effort, days spent",
    acceptance: "accepted, sign off, abnahme",
  },
  requests: {
    request_id: "id, feature request id, idea id, request no",
    account_id:
      "account no, account code, customer code, client, client id, client code, client no, org, organisation, account, customer id, customer no, company id, kundennummer",
    raised_on: "created, created at, date, submitted, requested on",
    title: "request, feature, summary, idea, name, subject",
    fit: "product fit, strategic fit",
    customer: "customer score, customer weight",
    requester: "requester score, requester weight",
    impact: "impact score",
    status: "state",
  },
  seats: {
    account_id:
      "account no, account code, customer code, client, client id, client code, client no, org, organisation, account, customer id, customer, customer no, company id, tenant id, kundennummer",
    month: "date, period, monat",
    purchased:
      "licenses purchased, licences purchased, licenses bought, purchased seats, seats, licenses, licences, bought, seats purchased",
    activated:
      "licenses used, licences used, licenses assigned, activated seats, active seats, assigned, used seats, seats activated",
  },
  surveys: {
    response_id: "id, response, answer id, survey id, respondent id, submission id",
    account_id:
      "account no, account code, customer code, client, client id, client code, client no, org, organisation, account, customer id, customer, customer no, company id, tenant id, kundennummer",
    answered_on:
      "timestamp, response time, answered, date, answered at, response date, responded at, submitted at, completed at, survey date, created at, datum",
    kind: "survey type, type, question type, survey",
    score:
      "likelihood to recommend, how likely are you to recommend us, nps score, nps, rating, csat, value, answer, punkte, bewertung",
    respondent_id: "contact id, user id, email, respondent, contact",
    role: "job title, title, contact role, persona, position",
    module: "product, feature",
    service: "team",
    comment: "feedback, verbatim, text, reason, remarks, kommentar",
    touchpoint: "occasion, trigger",
  },
  tickets: {
    ticket_id: "id, ticket, ticket no, ticket number, case id, case number, issue id",
    account_id:
      "account no, account code, customer code, client, client id, client code, client no, org, organisation, account, customer id, customer, customer no, company id, organization, organization id, kundennummer",
    opened_at: "created, created at, opened, created date, open date, date opened, created on",
    first_response_at: "first response, first reply, first reply at, first response time",
    solved_at: "solved, resolved, resolved at, closed at, closed, resolution date, closed date",
    confirmed_at: "confirmed, customer confirmed",
    priority: "severity, urgency, prio",
    type: "category, ticket type, kind, case type",
    channel: "via, source, origin",
    reopened: "reopens, reopen count, times reopened, is reopened",
  },
  touchpoints: {
    account_id:
      "account no, account code, customer code, client, client id, client code, client no, org, organisation, account, customer id, customer, customer no, company id, kundennummer",
    on: "date, day, meeting date, activity date, held on, datum",
    kind: "type, meeting type, activity type, activity",
    attended: "attendance, showed up, customer attended",
    contact_role: "role, contact title, attendee role",
  },
  usage: {
    account_id:
      "account no, account code, customer code, client, client id, client code, client no, org, organisation, account, customer id, customer, customer no, company id, tenant id, tenant, kundennummer",
    day: "date, activity date, usage date, event date, datum",
    module: "feature, product, area, screen, modul",
    active_users: "users, dau, unique users, active user count",
    events: "event count, actions, count, hits, sessions, clicks",
    minutes: "duration, time spent, usage minutes, duration minutes",
    platform: "device, client",
  },
};

/** Headers whose amount is a year's, whatever the term. */
export const yearly = new Set(
  [
    "arr",
    "acv",
    "annual contract value",
    "annual recurring revenue",
    "annual value",
    "annual amount",
    "annual fee",
    "annual price",
    "yearly fee",
    "yearly price",
  ].map((name) => name.replaceAll(" ", "")),
);

/** Words of other tools for our choices; those of ours are known anyway. */
export const choiceWords: Readonly<Record<string, string>> = {
  keyaccount: "strategic",
  key: "strategic",
  vip: "strategic",
  global: "strategic",
  large: "strategic",
  grosskunde: "strategic",
  großkunde: "strategic",
  midmarket: "enterprise",
  mid: "enterprise",
  medium: "enterprise",
  corporate: "enterprise",
  ent: "enterprise",
  mittelstand: "enterprise",
  smb: "small",
  sme: "small",
  smallbusiness: "small",
  startup: "small",
  starter: "small",
  kleinkunde: "small",
  month: "monthly",
  m: "monthly",
  monatlich: "monthly",
  permonth: "monthly",
  quarter: "quarterly",
  q: "quarterly",
  quartalsweise: "quarterly",
  vierteljährlich: "quarterly",
  year: "annual",
  yearly: "annual",
  annually: "annual",
  y: "annual",
  jährlich: "annual",
  peryear: "annual",
  prepaid: "upfront",
  inadvance: "upfront",
  newbusiness: "new",
  neu: "new",
  initial: "new",
  renew: "renewal",
  verlängerung: "renewal",
  upsell: "expansion",
  upgrade: "expansion",
  addon: "expansion",
  crosssell: "cross_sell",
  services: "service",
  professionalservices: "service",
  training: "service",
  cogs: "service",
  hosting: "service",
  cs: "success",
  customersuccess: "success",
  rd: "research",
  ga: "overhead",
  icp: "target",
  phone: "call",
  phonecall: "call",
  onsite: "visit",
  qbr: "review",
  ebr: "executive",
  mobile: "app",
  desktop: "web",
  browser: "web",
  netpromoterscore: "nps",
};

export const flagWords: Readonly<Record<string, string>> = {
  ja: "true",
  oui: "true",
  si: "true",
  sí: "true",
  x: "true",
  t: "true",
  won: "true",
  nein: "false",
  non: "false",
  f: "false",
  lost: "false",
};
