/** Path that the site is served under, with its slash at the end. */
export const siteBase = (): string =>
  document.querySelector<HTMLAnchorElement>("a.company")?.pathname ?? "/";
