import { z } from "zod";

type Issue = z.core.$ZodIssue;

/** One line of every field that is wrong: its path, its value, what was expected. */
export function explainConfig(schema: z.ZodType, value: unknown, issues: readonly Issue[]): string {
  return issues
    .flatMap((issue) => concrete(issue, []))
    .map((issue) => `  ${explainIssue(schema, value, issue)}`)
    .join("\n");
}

/** A union tells of every branch; the one that fits best, with the fewest complaints, is meant. */
function concrete(issue: Issue, above: readonly PropertyKey[]): Issue[] {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union") return [{ ...issue, path }];
  const branches = issue.errors
    .map((branch) => branch.flatMap((inner) => concrete(inner, path)))
    .toSorted((left, right) => misfit(left, path) - misfit(right, path));
  return branches[0] ?? [{ ...issue, path }];
}

/** A branch of another type altogether comes last. */
function misfit(branch: readonly Issue[], path: readonly PropertyKey[]): number {
  const isOther = branch.some(
    (issue) => issue.code === "invalid_type" && issue.path.length === path.length,
  );
  return branch.length + (isOther ? 1_000 : 0);
}

function explainIssue(schema: z.ZodType, value: unknown, issue: Issue): string {
  const found = valueAt(value, issue.path);
  const where = issue.path.map(String).join(".") || "the configuration";
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => JSON.stringify(key)).join(", ");
    const known = knownKeys(schema, issue.path);
    const isKnown = issue.keys.every((key) => known.includes(key));
    const fact = isKnown ? `${keys} cannot stand beside the other fields` : `unknown field ${keys}`;
    return `${where}: ${fact}; known: ${known.join(", ")}`;
  }
  if (issue.code === "custom") return `${where}: ${issue.message}`;
  const description = schemasAt(schema, issue.path).find((inner) => inner.description)?.description;
  const meaning = description === undefined ? "" : ` (${description})`;
  const expected = `expected ${expectation(issue)}${meaning}`;
  if (found === undefined) return `${where}: is missing; ${expected}`;
  return `${where}: ${JSON.stringify(found)} is not allowed; ${expected}`;
}

function expectation(issue: Issue): string {
  if (issue.code === "invalid_type")
    return `${/^[aeiou]/.test(issue.expected) ? "an" : "a"} ${issue.expected}`;
  if (issue.code === "invalid_value")
    return issue.values.map((value) => JSON.stringify(value)).join(" or ");
  if (issue.code === "too_small")
    return `${issue.minimum} or more${issue.origin === "string" ? " characters" : ""}`;
  if (issue.code === "too_big") return `${issue.maximum} or less`;
  if (issue.code === "invalid_key") return "a name in lower case, digits and _";
  if (issue.code === "invalid_format" && issue.format === "date") return "a day as YYYY-MM-DD";
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
