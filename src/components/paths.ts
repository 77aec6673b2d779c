/** Address of a page or file of the site, under the path that the site is served at. */
export function addressOf(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/?$/, "/")}${path}`;
}
