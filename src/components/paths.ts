const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** Address of a page or file of the site, under the path that the site is served at. */
export function addressOf(path: string): string {
  return `${base}${path}`;
}

/** Path of a page under the site's base, as the navigation has it: "cash-flow/"; "" is the overview. */
export function pageOf(address: string): string {
  return address.replace(/\/?$/, "/").slice(base.length);
}
