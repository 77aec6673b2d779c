/** Starts the engine first, then the rest of the console while the engine is on its way. */
import { say } from "../text/index.ts";
import { paneOf } from "./console/panes.ts";
import { openSession } from "./console/session/session.ts";

const host = document.querySelector<HTMLElement>("#console");

if (host) {
  const { base = "/", bytes, sha256 = "" } = host.dataset;
  const status = paneOf(host, "status");
  const tell = (text: string) => {
    status.textContent = text;
  };
  const opening = openSession({ base, bytes: Number(bytes), sha256 }, (come, all) =>
    tell(say.console.session.fetching(come, all)),
  );
  // Whoever waits for it tells why it failed; until then nobody does.
  opening.catch(() => undefined);
  const { openPage } = await import("./console/page.ts");
  openPage(host, base, opening, tell);
}
