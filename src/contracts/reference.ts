import { z } from "zod";
import { type CheckSettings, checkCatalogue, settingOf } from "./checks/catalogue.ts";
import type { Check, CheckSetting } from "./checks/check.ts";
import { configSchema } from "./config.ts";
import { datasetNames, datasetOf } from "./datasets/index.ts";
import { deckSchema } from "./deck.ts";

/** One field of the configuration or the deck file, for its reference page. */
export interface ConfigField {
  /** Such as churn.grace_days; `*` stands for any name. */
  path: string;
  type: string;
  /** As JSON; absent where the field has none. */
  default?: string;
  isRequired: boolean;
  description: string;
}

export interface DatasetReference {
  name: string;
  grain: string;
  lights: string;
  isRequired: boolean;
  columns: {
    name: string;
    isRequired: boolean;
    isPrivate: boolean;
    expected: string;
    description: string;
  }[];
}

/** A check of the catalogue, with the severity in force. */
export interface CheckReference
  extends Pick<Check, "id" | "scope" | "settings" | "reason" | "remedy"> {
  setting: CheckSetting;
  isChanged: boolean;
}

export interface Reference {
  config: ConfigField[];
  /** Of the deck file. */
  deck: ConfigField[];
  datasets: DatasetReference[];
  checks: CheckReference[];
}

type Schema = z.core.JSONSchema.BaseSchema;

/** Everything a data owner may write, read from the schemas that check it. */
export function contractReference(settings: CheckSettings = {}): Reference {
  const schema = (of: z.ZodType) => z.toJSONSchema(of, { io: "input", unrepresentable: "any" });
  return {
    config: fieldsOf(schema(configSchema), ""),
    deck: fieldsOf(schema(deckSchema), ""),
    datasets: datasetNames.map((name) => {
      const { grain, lights, required, columns } = datasetOf(name);
      return {
        name,
        grain,
        lights,
        isRequired: required,
        columns: columns.map((column) => ({
          name: column.name,
          isRequired: column.isRequired,
          isPrivate: column.isPrivate ?? false,
          expected: column.expected,
          description: column.description,
        })),
      };
    }),
    checks: [...checkCatalogue.values()].map((check) => {
      const { id, scope, reason, remedy } = check;
      const setting = settingOf(check, settings);
      const isChanged = setting !== check.severity;
      return { id, scope, reason, remedy, settings: check.settings, setting, isChanged };
    }),
  };
}

/** The fields of a source are the same for every dataset; they are told once, as datasets.*. */
function fieldsOf(schema: Schema, path: string): ConfigField[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, value], index) => {
    if (typeof value === "boolean") return [];
    const isDataset = path === "datasets";
    if (isDataset && index > 0) return [];
    const field = `${path}${path ? "." : ""}${isDataset ? "*" : name}`;
    const inner = innerFields(value, field);
    const description = value.description ?? "";
    if (inner.length > 0 && description === "" && !isDataset) return inner;
    return [
      {
        path: field,
        type: typeOf(value),
        ...(value.default === undefined ? {} : { default: JSON.stringify(value.default) }),
        isRequired: required.has(name) && value.default === undefined && !isDataset,
        description: isDataset ? "Path, or the fields below, or { sql }" : description,
      },
      ...inner,
    ];
  });
}

/** Of an object, of the objects a union allows, of the items of a list, or of the values of a record. */
function innerFields(schema: Schema, path: string): ConfigField[] {
  const variants = [schema, ...(schema.anyOf ?? [])].filter((one) => typeof one !== "boolean");
  const own = variants.flatMap((one) => fieldsOf(one, path));
  if (own.length > 0) return onceEach(own);
  const values = schema.additionalProperties ?? schema.items;
  const isOfObjects = typeof values === "object" && !Array.isArray(values);
  return isOfObjects ? innerFields(values as Schema, `${path}.*`) : [];
}

/** A field that several objects of a union have is told once, with all that it may be. */
function onceEach(fields: readonly ConfigField[]): ConfigField[] {
  const told = new Map<string, ConfigField>();
  for (const field of fields) {
    const before = told.get(field.path);
    const isNew = before !== undefined && !before.description.includes(field.description);
    const description = isNew ? `${before.description}; ${field.description}` : field.description;
    told.set(field.path, before ? { ...before, ...(isNew && { description }) } : field);
  }
  return [...told.values()];
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf) {
    const types = schema.anyOf.map((one) => (typeof one === "boolean" ? "" : typeOf(one)));
    return [...new Set(types)].filter(Boolean).join(" | ");
  }
  if (schema.type === "array") {
    return typeof schema.items === "object" && !Array.isArray(schema.items)
      ? `list of ${typeOf(schema.items as Schema)}`
      : "list";
  }
  if (schema.type === "object") return "fields";
  return schema.format ? `${schema.type} (${schema.format})` : String(schema.type ?? "");
}
