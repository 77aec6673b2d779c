import { describe, expect, it } from "vitest";
import type { FileSource } from "../../../src/contracts/index.ts";
import { mapFiles } from "./company.ts";

/** The columns of ours that a file with this header and these rows is mapped to. */
async function columnsOf(file: string, ...lines: string[]): Promise<Record<string, string>> {
  const mapped = await mapFiles({ [file]: lines.join("\n") });
  const [guess] = mapped.guesses.datasets;
  const pairs = guess?.columns.map(({ column, header }) => [column, header]) ?? [];
  return { dataset: guess?.dataset ?? "none", ...Object.fromEntries(pairs) };
}

describe("headers of other languages", () => {
  it("German customers: an id is what is unique and a code, a name is words", async () => {
    const lines = ["Kunde;Firma;PLZ;Branche;Kundentyp", "K-1001;Müller GmbH;10115;Bau;Großkunde"];
    expect(await columnsOf("liste.csv", ...lines, "K-1002;Bäcker & Söhne;80331;Bau;PME")).toEqual({
      dataset: "accounts",
      account_id: "Kunde",
      name: "Firma",
      tier: "Kundentyp",
      industry: "Branche",
    });
    const names = ["Kunden-Nr.;Kunde;Bundesland", "17;Müller GmbH;Bayern", "18;Bäcker AG;Hessen"];
    expect(await columnsOf("liste.csv", ...names)).toEqual({
      dataset: "accounts",
      account_id: "Kunden-Nr.",
      name: "Kunde",
      region: "Bundesland",
    });
  });

  it.each([
    [
      "German contracts",
      "abos.csv",
      [
        "Abo-Nr.;Kunde;Tarif;Beginn;Ende;Preis pro Monat;Währung;Kündigung am",
        "1;K-1;Profi;01.01.2023;;1.250,50;EUR;",
        "2;K-1;Basis;15.02.2023;14.02.2024;49,90;EUR;10.12.2023",
      ],
      {
        dataset: "contracts",
        contract_id: "Abo-Nr.",
        account_id: "Kunde",
        starts_on: "Beginn",
        ends_on: "Ende",
        mrr: "Preis pro Monat",
        currency: "Währung",
        cancelled_on: "Kündigung am",
        product: "Tarif",
      },
    ],
    [
      "German contracts by the term",
      "liste.csv",
      [
        "Vertragsnummer;Kundennummer;Vertragsbeginn;Vertragsende;Laufzeit in Monaten;Betrag;Anzahl Nutzer",
        "V1;17;2023-01-01;2023-12-31;12;1200;5",
      ],
      {
        dataset: "contracts",
        contract_id: "Vertragsnummer",
        account_id: "Kundennummer",
        starts_on: "Vertragsbeginn",
        ends_on: "Vertragsende",
        amount: "Betrag",
        term_months: "Laufzeit in Monaten",
        seats: "Anzahl Nutzer",
      },
    ],
    [
      "French customers",
      "clients.csv",
      ["N° client;Raison sociale;Secteur;Pays;Taille", "C001;Café Noir;Restauration;France;PME"],
      {
        dataset: "accounts",
        account_id: "N° client",
        name: "Raison sociale",
        tier: "Taille",
        industry: "Secteur",
        region: "Pays",
      },
    ],
    [
      "French contracts",
      "contrats.csv",
      [
        "Numéro de contrat;N° client;Date de début;Date de fin;Montant mensuel;Devise;Date de résiliation",
        "CT1;C001;2023-02-01;2024-01-31;1250,00;EUR;",
      ],
      {
        dataset: "contracts",
        contract_id: "Numéro de contrat",
        account_id: "N° client",
        starts_on: "Date de début",
        ends_on: "Date de fin",
        mrr: "Montant mensuel",
        currency: "Devise",
        cancelled_on: "Date de résiliation",
      },
    ],
    [
      "Spanish contracts",
      "contratos.csv",
      [
        "Número de contrato;ID cliente;Fecha de inicio;Fecha de fin;Importe;Periodicidad;Moneda",
        "N1;1;2023-02-01;2024-01-31;1250;mensual;EUR",
      ],
      {
        dataset: "contracts",
        contract_id: "Número de contrato",
        account_id: "ID cliente",
        starts_on: "Fecha de inicio",
        ends_on: "Fecha de fin",
        amount: "Importe",
        billing: "Periodicidad",
        currency: "Moneda",
      },
    ],
    [
      "plain English orders",
      "orders.csv",
      [
        "Order no,Customer number,Order date,Valid from,Valid until,Net amount,Currency",
        "7,1,2023-01-02,2023-02-01,2024-01-31,12000,USD",
      ],
      {
        dataset: "contracts",
        contract_id: "Order no",
        account_id: "Customer number",
        signed_on: "Order date",
        starts_on: "Valid from",
        ends_on: "Valid until",
        amount: "Net amount",
        currency: "Currency",
      },
    ],
    [
      "French costs",
      "depenses.csv",
      ["Mois;Catégorie;Montant", "2023-02;Ventes;1000", "2023-02;Marketing;500"],
      { dataset: "costs", month: "Mois", category: "Catégorie", amount: "Montant" },
    ],
    [
      "German usage",
      "nutzung.csv",
      ["Kundennummer;Datum;Modul;Aktive Nutzer;Anmeldungen", "1001;2024-01-01;Kern;5;20"],
      {
        dataset: "usage",
        account_id: "Kundennummer",
        day: "Datum",
        module: "Modul",
        active_users: "Aktive Nutzer",
        events: "Anmeldungen",
      },
    ],
    [
      "Spanish survey",
      "encuesta.csv",
      [
        "ID respuesta;ID cliente;Fecha de respuesta;Puntuación;Comentario;Cargo",
        "R1;1001;2024-01-02;9;bien;Usuario",
      ],
      {
        dataset: "surveys",
        response_id: "ID respuesta",
        account_id: "ID cliente",
        answered_on: "Fecha de respuesta",
        score: "Puntuación",
        comment: "Comentario",
        role: "Cargo",
      },
    ],
  ])("%s", async (_, file, lines, expected) => {
    expect(await columnsOf(file, ...lines)).toEqual(expected);
  });

  it("days with points are day first, though the file alone does not prove it", async () => {
    const mapped = await mapFiles({
      "kosten.csv": "Monat;Kostenart;Betrag\n01.02.2024;Vertrieb;10\n",
    });
    expect(mapped.text).toContain('date_format: "DD.MM.YYYY",');
    expect(mapped.text).toContain("// ? days with points are taken as day, month, year");
    expect(mapped.configuration.dashboard.datasets.costs as FileSource).toMatchObject({
      values: { category: { Vertrieb: "sales" } },
    });
  });
});
