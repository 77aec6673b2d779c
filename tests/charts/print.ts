import { edges } from "./edges.ts";
import { gallery } from "./gallery.ts";

/** Writes every picture, for a test that runs this in other time zones. */
for (const draw of [...Object.values(gallery), ...Object.values(edges)]) {
  process.stdout.write(`${draw(328).svg}\n${draw(720).svg}\n`);
}
