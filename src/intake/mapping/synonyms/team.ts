import { customerIds } from "./accounts.ts";

export const opportunities = {
  opportunity_id: `
    deal id, opportunity, opportunity no, opportunity number, record id, datensatz id, id`,
  account_id: customerIds,
  created_on: `
    created, created date, create date, created at, date created, erstellungsdatum, erstellt am,
    date de création, fecha de creación`,
  stage: `
    deal stage, sales stage, pipeline stage, status, dealphase, phase, verkaufsphase, étape,
    phase de la transaction, etapa, etapa del negocio, fase`,
  closed_on: `
    close date, closed date, closed at, expected close date, abschlussdatum, date de fermeture,
    date de clôture, fecha de cierre`,
  won: "is won, is closed won, closed won, gewonnen, gagné, ganado",
  amount:
    "value, deal value, deal amount, opportunity amount, betrag, wert, montant, importe, valor",
  source: "lead source, channel, origin, quelle, herkunft, origine, fuente, origen",
};

export const people = {
  owner: "csm, manager, name, success manager, employee, betreuer, mitarbeiter",
  level: "seniority, grade, role, title",
  capacity_strategic: "strategic capacity, max strategic",
  capacity_enterprise: "enterprise capacity, max enterprise",
  capacity_small: "small capacity, smb capacity, max small",
};

export const projects = {
  account_id: customerIds,
  kicked_off_on: `
    kick off, kickoff, kickoff date, kick off date, project start, start date, start, projektstart`,
  due_on: "due, due date, planned go live, target date, deadline, fällig am",
  live_on: "live, go live, go live date, launched, launch date, livegang",
  budget_days: "budget, planned days, planned effort, geplante tage",
  actual_days: "actual, spent days, actual effort, days spent, geleistete tage",
  acceptance: "accepted, sign off, abnahme",
};

export const requests = {
  request_id: "id, feature request id, idea id, request no",
  account_id: customerIds,
  raised_on: "created, created at, date, submitted, requested on, erstellt am",
  title: "request, feature, summary, idea, name, subject, titel, wunsch",
  fit: "product fit, strategic fit",
  customer: "customer score, customer weight",
  requester: "requester score, requester weight",
  impact: "impact score",
  status: "state",
};
