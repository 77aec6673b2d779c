import { parseFilter } from "../shared/filter.ts";
import { type OpenedReading, openedEvent } from "./reading/open-chart.ts";

/** Lists accounts once a reader asks for those behind a cell or a step; what that needs is fetched then. */
const { rows } = document.querySelector<HTMLElement>("#accounts")?.dataset ?? {};

if (rows) {
  document.addEventListener(openedEvent, (event) => {
    const { detail } = event as CustomEvent<OpenedReading>;
    void import("./accounts/dialog.ts").then(({ openAccounts }) =>
      openAccounts(rows, detail.opens, parseFilter(location.search).segments),
    );
  });
}
