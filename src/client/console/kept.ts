/**
 * What the console keeps in this browser from visit to visit. Where the browser keeps nothing, or has
 * no room, it lasts as long as the page.
 */
export interface Kept<Value> {
  read(): Value;
  write(value: Value): void;
  /** Calls with what another tab of the browser has written. */
  watch(heard: (value: Value) => void): void;
}

/**
 * @param key such as "tabs"; sites under other paths of the same host have their own
 * @param parse what was kept, by whatever version of this page; undefined where it is of no use
 * @param isOwn whether each tab of the browser has its own, which a reload gives back whatever the
 *   others wrote; a new one begins with what was written last
 */
export function kept<Value>(
  base: string,
  key: string,
  parse: (value: unknown) => Value | undefined,
  otherwise: Value,
  isOwn = false,
): Kept<Value> {
  const name = `hourglass:${base}:${key}`;
  const read = () => (isOwn ? parsed(() => sessionStorage) : undefined) ?? shared();
  const shared = () => parsed(() => localStorage) ?? otherwise;
  const parsed = (storeOf: () => Storage) => {
    try {
      return parse(JSON.parse(storeOf().getItem(name) ?? "null"));
    } catch {
      return undefined;
    }
  };
  const put = (storeOf: () => Storage, text: string) => {
    try {
      storeOf().setItem(name, text);
    } catch {
      return;
    }
  };
  return {
    read,
    write: (value) => {
      const text = JSON.stringify(value);
      if (isOwn) put(() => sessionStorage, text);
      put(() => localStorage, text);
    },
    watch: (heard) =>
      addEventListener("storage", (event) => {
        if (event.key === name) heard(shared());
      }),
  };
}

/** Whether a parsed value is an object, to look into. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
