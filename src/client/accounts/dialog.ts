import {
  type AccountList,
  type AccountSegments,
  type AccountsReport,
  formatsOf,
  listAccounts,
  openShippedAccounts,
  type ShippedAccounts,
} from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { element } from "../filter/elements.ts";
import { tableElement } from "../filter/table.ts";
import { wordsOf } from "../filter/words.ts";

let fetched: Promise<AccountsReport> | undefined;

/**
 * Shows the accounts behind a cell or a step over the page, those of the filter only; the focus goes
 * back where it was.
 */
export async function openAccounts(
  address: string,
  opens: string,
  segments: AccountSegments,
): Promise<void> {
  fetched ??= fetchAccounts(address);
  const report = await fetched.catch(() => undefined);
  if (!report) fetched = undefined;
  const list = report && listAccounts(report, opens, segments);
  const dialog = element("dialog", { class: "accounts", "aria-labelledby": "accounts-title" });
  const close = element("button", { type: "button" }, say.retention.accounts.close);
  close.addEventListener("click", () => dialog.close());
  const scope = report ? wordsOf({ segments, period: {} }, formatsOf(report)).segments : "";
  const title = list?.title ?? say.retention.accounts.failed;
  dialog.append(
    element("h2", { id: "accounts-title" }, title),
    ...(list && scope !== "" ? [element("p", { class: "scope" }, scope)] : []),
    element("div", { class: "buttons" }, list && copyButton(list), close),
    ...(list ? [tableElement(list.table), sqlElement(list)] : []),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

async function fetchAccounts(address: string): Promise<AccountsReport> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return openShippedAccounts((await answer.json()) as ShippedAccounts);
}

/** Cells with tabs between, as a sheet takes them. */
function copyButton({ table }: AccountList): HTMLElement {
  const { accounts } = say.retention;
  const button = element("button", { type: "button", "aria-live": "polite" }, accounts.copy);
  const lines = [table.columns.map(({ label }) => label), ...table.rows];
  const text = lines.map((cells) => cells.join("\t")).join("\n");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = accounts.copied;
  });
  return button;
}

function sqlElement({ query }: AccountList): HTMLElement {
  return element(
    "details",
    { class: "more" },
    element("summary", {}, say.site.sql),
    element("pre", { tabindex: "0" }, query.sql),
  );
}
