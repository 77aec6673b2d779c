const key = "hourglass-transparent";

/** Whether the reader wants pictures without a ground; kept by the browser where it keeps things. */
export function isTransparent(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return chosen;
  }
}

/** Where the browser keeps nothing. */
let chosen = false;

export function setTransparent(isWanted: boolean): void {
  chosen = isWanted;
  try {
    if (isWanted) localStorage.setItem(key, "");
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing for pages: it holds until the page is left.
  }
}
