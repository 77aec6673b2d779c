/**
 * What the console keeps in this browser from visit to visit. Where the browser keeps nothing, or has
 * no room, it lasts as long as the page.
 */
export interface Kept<Value> {
  read(): Value;
  write(value: Value): void;
}

/**
 * @param key such as "tabs"; sites under other paths of the same host have their own
 * @param parse what was kept, by whatever version of this page; undefined where it is of no use
 */
export function kept<Value>(
  base: string,
  key: string,
  parse: (value: unknown) => Value | undefined,
  otherwise: Value,
): Kept<Value> {
  const name = `hourglass:${base}:${key}`;
  return {
    read: () => {
      try {
        return parse(JSON.parse(localStorage.getItem(name) ?? "null")) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    write: (value) => {
      try {
        localStorage.setItem(name, JSON.stringify(value));
      } catch {
        return;
      }
    },
  };
}

/** Whether a parsed value is an object, to look into. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
