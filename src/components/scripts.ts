/** The path in the site of each script of `src/client` by its name, as JSON: they are bundled apart. */
export const scriptsVariable = "HOURGLASS_SCRIPTS";

/** @throws where no such script was bundled; the message lists those that were */
export function scriptPath(name: string): string {
  const paths: Record<string, string> = JSON.parse(process.env[scriptsVariable] ?? "{}");
  const path = paths[name];
  if (path === undefined) {
    const known = Object.keys(paths).join(", ") || "none";
    throw new Error(
      `no script "${name}" was bundled; name a file of src/client, and build by npm run build; known: ${known}`,
    );
  }
  return path;
}
