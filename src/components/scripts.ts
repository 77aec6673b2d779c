/** The scripts of `src/client` by their names, as JSON: they are bundled apart. */
export const scriptsVariable = "HOURGLASS_SCRIPTS";

export interface BundledScript {
  /** In the site. */
  path: string;
  /** Paths of what it imports. */
  needs: readonly string[];
}

/** @throws where no such script was bundled; the message lists those that were */
export function bundledScript(name: string): BundledScript {
  const scripts: Record<string, BundledScript> = JSON.parse(process.env[scriptsVariable] ?? "{}");
  const script = scripts[name];
  if (script === undefined) {
    const known = Object.keys(scripts).join(", ") || "none";
    throw new Error(
      `no script "${name}" was bundled; name a file of src/client, and build by npm run build; known: ${known}`,
    );
  }
  return script;
}
