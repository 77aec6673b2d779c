/** How files refer to a customer, whatever they are about. */
export const customerIds = `
  account no, account number, account code, account, customer id, customer no, customer number,
  customer code, customer, client id, client no, client number, client code, client, company id,
  company, organization id, organisation id, organization, organisation, org id, org, tenant id,
  tenant, associated company id, associated company ids, associated company,
  kundennummer, kunden nr, kunden id, kunde, debitor, debitorennummer, mandant,
  zugeordnete unternehmen ids, zugeordnetes unternehmen,
  n° client, no client, numéro client, numéro de client, id client, code client, compte,
  id cliente, número de cliente, nº cliente, n° cliente, código de cliente, código cliente, cliente,
  cuenta`;

export const accounts = {
  account_id: `${customerIds}, id, record id, datensatz id, identifiant, identificador`,
  name: `
    account name, customer name, client name, company name, organization name, organisation name,
    legal name, business name, company, customer, client, account, organization, organisation,
    kundenname, firma, firmenname, unternehmensname, unternehmen, kunde, bezeichnung,
    raison sociale, nom du client, nom de l'entreprise, société, entreprise, nom,
    razón social, nombre del cliente, nombre de la empresa, empresa, cliente, nombre`,
  tier: `
    account tier, customer tier, account type, customer type, segment, class, customer class,
    size segment, size, category,
    kundenklasse, kundentyp, kundengruppe, kundensegment, abc klasse, größe,
    taille, catégorie client, catégorie, type de client,
    tipo de cliente, segmento, tamaño, categoría`,
  industry: `
    sector, vertical, branch, industry name, branche, wirtschaftszweig,
    secteur, secteur d'activité, sector de actividad, industria, rubro`,
  region: `
    country, territory, geo, billing country, market, country code, state,
    land, land region, bundesland, pays, région, país, región, provincia`,
  fit: "icp, icp fit, target fit, profile, zielprofil",
  channel: `
    acquisition channel, lead source, source, origin, sales channel,
    vertriebskanal, kanal, herkunft, quelle, canal, origine, origen, fuente`,
  plan: `
    plan name, subscription plan, package, edition, tarif, paket, abo, formule, offre, tarifa`,
  owner: `
    csm, customer success manager, account owner, account manager, success manager, company owner,
    owner name, betreuer, kundenbetreuer, unternehmensinhaber, zuständig, chargé de compte,
    gestionnaire, responsable, responsable de cuenta, gestor, propietario`,
  stage: `
    lifecycle stage, status, lifecycle, phase, lifecycle phase, state, statut, étape,
    estado, etapa, fase`,
  first_contact_on: `
    customer since, client since, since, first contact, created, created at, created date,
    create date, creation date, kunde seit, erstkontakt, erstellungsdatum, erstellt am,
    angelegt am, client depuis, date de création, créé le, cliente desde, fecha de alta,
    fecha de creación, creado el`,
  referred_by: `
    referrer, referral, referred by id, empfohlen von, parrain, parrainé par, referido por`,
};
