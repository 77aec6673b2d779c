import type { DatasetName } from "../../../contracts/index.ts";
import { accounts } from "./accounts.ts";
import { contracts, costs, fx, goals } from "./money.ts";
import { seats, surveys, tickets, touchpoints, usage } from "./observed.ts";
import { opportunities, people, projects, requests } from "./team.ts";

/**
 * What files of other tools call our columns, beside our own names, in English, German, French and
 * Spanish; case, accents, spaces and signs do not count. The likelier of two stands first.
 */
export const synonyms: Readonly<Record<DatasetName, Readonly<Record<string, string>>>> = {
  accounts,
  contracts,
  costs,
  fx,
  goals,
  opportunities,
  people,
  projects,
  requests,
  seats,
  surveys,
  tickets,
  touchpoints,
  usage,
};
