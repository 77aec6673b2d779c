import { z } from "zod";

/**
 * Paths of every field that a schema takes and that holds no fields itself, read from zod's own
 * objects; `*` stands for any name. The fields of every dataset are the same ones: `datasets.*`.
 */
export function leafFields(schema: z.ZodType): string[] {
  const paths = leavesOf(schema, "").map((path) => path.replace(/^datasets\.[a-z]+/, "datasets.*"));
  return [...new Set(paths)];
}

function leavesOf(schema: z.ZodType, path: string): string[] {
  const inner = fieldsWithin(schema, path);
  return inner.length > 0 ? inner : [path];
}

/** Fields of an object, of the objects that a union allows, of the items of a list, of the values of a record. */
function fieldsWithin(schema: z.ZodType, path: string): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return fieldsWithin(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodPrefault) return fieldsWithin(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodPipe) return fieldsWithin(schema.in as z.ZodType, path);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => fieldsWithin(option as z.ZodType, path));
  if (schema instanceof z.ZodRecord)
    return fieldsWithin(schema.valueType as z.ZodType, `${path}.*`);
  if (schema instanceof z.ZodArray) return fieldsWithin(schema.element as z.ZodType, `${path}.*`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    leavesOf(field as z.ZodType, path === "" ? name : `${path}.${name}`),
  );
}
