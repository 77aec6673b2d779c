import { z } from "zod";
import { suggestion } from "../suggestion.ts";

type Issue = z.core.$ZodIssue;

/** One line of every field that is wrong: its path, its value, what was expected. */
export function explainConfig(schema: z.ZodType, value: unknown, issues: readonly Issue[]): string {
  return issues
    .flatMap((issue) => concrete(issue, []))
    .flatMap((issue) => explainIssue(schema, value, issue))
    .map((line) => `  ${line}`)
    .join("\n");
}

/**
 * A union tells of every branch; the one that fits best, with the fewest complaints, is meant.
 * Where none fits from its outside on, the union itself says what may stand there.
 */
function concrete(issue: Issue, above: readonly PropertyKey[]): Issue[] {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union") return [{ ...issue, path }];
  const branches = issue.errors
    .map((branch) => branch.flatMap((inner) => concrete(inner, path)))
    .toSorted((left, right) => misfit(left, path) - misfit(right, path));
  const [best = []] = branches;
  const isAnother = best.every(
    (inner) => inner.path.length === path.length && inner.code !== "unrecognized_keys",
  );
  return isAnother ? [{ ...issue, path }] : best;
}

/** A branch of another type altogether comes last. */
function misfit(branch: readonly Issue[], path: readonly PropertyKey[]): number {
  const isOther = branch.some(
    ({ code, path: at }) =>
      (code === "invalid_type" || code === "invalid_union") && at.length === path.length,
  );
  return branch.length + (isOther ? 1_000 : 0);
}

function explainIssue(schema: z.ZodType, value: unknown, issue: Issue): string[] {
  const found = valueAt(value, issue.path);
  const where = issue.path.map(String).join(".") || "the configuration";
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => `${where}: ${explainKey(key, known)}`);
  }
  if (issue.code === "custom") return [`${where}: ${issue.message}`];
  const description = schemasAt(schema, issue.path).find((inner) => inner.description)?.description;
  const meaning = description === undefined ? "" : ` (${description})`;
  const expected = `expected ${expectation(issue)}${meaning}`;
  if (found === undefined) return [`${where}: is missing; ${expected}`];
  return [`${where}: ${JSON.stringify(found)} is not allowed; ${expected}`];
}

function explainKey(key: string, known: readonly string[]): string {
  const quoted = JSON.stringify(key);
  if (known.includes(key)) {
    return `${quoted} cannot stand beside the other fields; known: ${known.join(", ")}`;
  }
  return `unknown field ${quoted}; ${suggestion(key, known)}known: ${known.join(", ")}`;
}

const types: Readonly<Record<string, string>> = {
  string: "text in quotes",
  int: "a whole number",
  array: "a list in [ ]",
  object: "fields in { }",
  record: "fields in { }",
};

function expectation(issue: Issue): string {
  if (issue.code === "invalid_type") return types[issue.expected] ?? `a ${issue.expected}`;
  if (issue.code === "invalid_value")
    return issue.values.map((value) => JSON.stringify(value)).join(" or ");
  const counted = "origin" in issue && issue.origin === "string" ? " characters" : "";
  if (issue.code === "too_small") return `${issue.minimum} or more${counted}`;
  if (issue.code === "too_big") return `${issue.maximum} or less${counted}`;
  if (issue.code === "invalid_key") return "a name in lower case, digits and _";
  return issue.message;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) found = (found as Record<PropertyKey, unknown> | undefined)?.[key];
  return found;
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const objects = schemasAt(schema, path).filter((inner) => inner instanceof z.ZodObject);
  return [...new Set(objects.flatMap((inner) => Object.keys(inner.shape)))];
}

/** The schemas that may stand at a path, with what they wrap. */
function schemasAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  let found = unwrapped(schema);
  for (const key of path) {
    found = found.flatMap((inner) => {
      if (inner instanceof z.ZodObject)
        return unwrapped(inner.shape[String(key)] as z.ZodType | undefined);
      if (inner instanceof z.ZodArray) return unwrapped(inner.element as z.ZodType);
      return inner instanceof z.ZodRecord ? unwrapped(inner.valueType as z.ZodType) : [];
    });
  }
  return found;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType[] {
  if (schema === undefined) return [];
  if (schema instanceof z.ZodUnion) {
    return [schema, ...schema.options.flatMap((option) => unwrapped(option as z.ZodType))];
  }
  const isWrapper =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  return isWrapper ? [schema, ...unwrapped(schema.unwrap() as z.ZodType)] : [schema];
}
