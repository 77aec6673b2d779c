import { customerIds } from "./accounts.ts";

export const usage = {
  account_id: customerIds,
  day: `
    date, activity date, usage date, event date, datum, tag, jour, día, fecha`,
  module: `
    feature, product, area, screen, modul, funktion, bereich, fonction, fonctionnalité,
    módulo, función`,
  active_users: `
    users, dau, unique users, active user count, aktive nutzer, nutzer, benutzer,
    utilisateurs actifs, utilisateurs, usuarios activos, usuarios`,
  events: `
    event count, actions, count, hits, sessions, clicks, logins, ereignisse, aktionen, anmeldungen,
    événements, connexions, eventos, acciones, sesiones`,
  minutes: `
    duration, time spent, usage minutes, duration minutes, minuten, dauer, durée, minutos, duración`,
  platform: "device, client, plattform, gerät, plateforme, plataforma, dispositivo",
};

export const seats = {
  account_id: customerIds,
  month: "date, period, monat, mois, mes",
  purchased: `
    licenses purchased, licences purchased, licenses bought, purchased seats, seats, licenses,
    licences, bought, seats purchased, lizenzen, lizenzen gekauft, gekauft, licences achetées,
    licencias, licencias compradas`,
  activated: `
    licenses used, licences used, licenses assigned, activated seats, active seats, assigned,
    used seats, seats activated, lizenzen genutzt, genutzt, aktiviert, licences utilisées,
    licencias usadas, licencias activas`,
};

export const surveys = {
  response_id: `
    response, answer id, survey id, submission id, respondent id, id, antwort id, antwort,
    id réponse, réponse, id respuesta, respuesta`,
  account_id: customerIds,
  answered_on: `
    timestamp, response time, answered, date, answered at, response date, responded at,
    submitted at, submit date, completed at, survey date, created at, datum, antwortdatum, beantwortet am,
    date de réponse, répondu le, fecha, fecha de respuesta`,
  kind: "survey type, type, question type, survey, umfrage, type d'enquête, encuesta, tipo",
  score: `
    likelihood to recommend, how likely are you to recommend us, nps score, nps, rating, csat,
    value, answer, punkte, bewertung, weiterempfehlung, note, note nps, puntuación, nota,
    valoración`,
  respondent_id: `
    contact id, user id, email, respondent, contact, kontakt, ansprechpartner, contacto, correo`,
  role: `
    job title, title, contact role, persona, position, rolle, funktion, fonction, rôle, poste,
    cargo, rol`,
  module: "product, feature, produkt, modul, produit, producto, módulo",
  service: "team",
  comment: `
    feedback, verbatim, text, reason, remarks, kommentar, begründung, commentaire, remarque,
    comentario, motivo`,
  themes: "theme, topics, topic, themen, thema, thème, thèmes, temas, tema",
  touchpoint: "occasion, trigger, anlass, occasion de l'enquête",
};

export const tickets = {
  ticket_id: `
    ticket, ticket no, ticket number, case id, case number, issue id, id, ticketnummer, vorgang,
    n° ticket, numéro de ticket, número de ticket`,
  account_id: customerIds,
  opened_at: `
    created, created at, opened, created date, open date, date opened, created on, submitted,
    submitted at, erstellt,
    erstellt am, geöffnet am, ouvert le, créé le, date de création, abierto el, fecha de apertura`,
  first_response_at: `
    first response, first reply, first reply at, first response time, erste antwort,
    première réponse, primera respuesta`,
  solved_at: `
    solved, resolved, resolved at, closed at, closed, resolution date, closed date, gelöst am,
    geschlossen am, résolu le, fermé le, resuelto el, cerrado el, fecha de cierre`,
  confirmed_at: "confirmed, customer confirmed, bestätigt am, confirmé le, confirmado el",
  priority: "severity, urgency, prio, priorität, dringlichkeit, priorité, prioridad",
  type: "category, ticket type, kind, case type, kategorie, typ, catégorie, categoría, tipo",
  channel: "via, source, origin, kanal, canal",
  reopened: "reopens, reopen count, times reopened, is reopened, wiedereröffnet",
};

export const touchpoints = {
  account_id: customerIds,
  on: "date, day, meeting date, activity date, held on, datum, fecha",
  kind: "type, meeting type, activity type, activity, art, typ, tipo",
  attended: "attendance, showed up, customer attended, teilgenommen, présent, asistió",
  contact_role: "role, contact title, attendee role, rolle, fonction, rol",
};
