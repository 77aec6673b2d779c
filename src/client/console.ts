/**
 * Starts the engine first, then the rest of the console while the engine is on its way: putting the
 * editor together would keep the worker from starting.
 */
import { say } from "../text/index.ts";
import { paneOf } from "./console/panes.ts";
import { openSession } from "./console/session/session.ts";

/** In milliseconds; of a worker that is still to be fetched nobody waits for the start. */
const patience = 150;

const host = document.querySelector<HTMLElement>("#console");

if (host) {
  const { base = "/", bytes, sha256 = "" } = host.dataset;
  const status = paneOf(host, "status");
  const tell = (text: string) => {
    status.textContent = text;
  };
  const awake = Promise.withResolvers<void>();
  const opening = openSession(
    { base, bytes: Number(bytes), sha256 },
    {
      onProgress: (come, all) => tell(say.console.session.fetching(come, all)),
      onAwake: awake.resolve,
    },
  );
  // Whoever waits for it tells why it failed; until then nobody does.
  opening.catch(() => undefined);
  setTimeout(awake.resolve, patience);
  await awake.promise;
  const { openPage } = await import("./console/page.ts");
  openPage(host, base, opening, tell);
}
