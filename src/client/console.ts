import { say } from "../text/index.ts";
import { questionsPane } from "./console/questions/index.ts";
import { schemaPane } from "./console/schema/index.ts";
import { QueryError } from "./console/session/problem.ts";
import type { Publication } from "./console/session/published.ts";
import { openSession, rowLimit, type Session } from "./console/session/session.ts";

const host = document.querySelector<HTMLElement>("#console");
if (host) void openConsole(host);

async function openConsole(host: HTMLElement): Promise<void> {
  const words = say.console.session;
  const pane = (name: string) => {
    const found = host.querySelector<HTMLElement>(`[data-pane=${name}]`);
    if (!found) throw new Error(`no pane ${name} in the console`);
    return found;
  };
  const run = host.querySelector<HTMLButtonElement>("[data-do=run]");
  const stop = host.querySelector<HTMLButtonElement>("[data-do=stop]");
  const editor = document.createElement("textarea");
  editor.setAttribute("aria-label", words.editor);
  pane("editor").append(editor);
  const tell = (text: string) => {
    pane("status").textContent = text;
  };
  questionsPane(pane("questions"), {
    base: host.dataset.base ?? "/",
    open: ({ sql }) => {
      editor.value = sql;
      editor.focus();
    },
  });
  let session: Session;
  try {
    session = await openSession(publicationOf(host), (bytes, all) =>
      tell(words.fetching(bytes, all)),
    );
  } catch (error) {
    tell(words.failed(error instanceof Error ? error.message : String(error)));
    return;
  }
  if (!run || !stop) return;
  run.disabled = false;
  tell(words.ready);
  const schema = schemaPane(pane("schema"), {
    rows: session.rows,
    insert: (text) => {
      editor.setRangeText(text, editor.selectionStart, editor.selectionEnd, "end");
      editor.focus();
    },
  });
  let running = new AbortController();
  stop.addEventListener("click", () => running.abort());
  run.addEventListener("click", async () => {
    running = new AbortController();
    stop.hidden = false;
    pane("failure").hidden = true;
    try {
      const { table, milliseconds, isCut } = await session.run(editor.value, running.signal);
      tell(words.answered(table.numRows, milliseconds) + (isCut ? words.cut(rowLimit) : ""));
      void schema.refresh();
      pane("result").textContent = table.slice(0, 20).toString();
    } catch (error) {
      if (running.signal.aborted) tell(words.stopped);
      else if (error instanceof QueryError) {
        pane("failure").hidden = false;
        pane("failure").textContent = [error.problem.message, error.problem.hint].join("\n");
      } else throw error;
    } finally {
      stop.hidden = true;
    }
  });
}

function publicationOf({ dataset }: HTMLElement): Publication {
  const { base = "/", bytes, sha256 = "" } = dataset;
  return { base, bytes: Number(bytes), sha256 };
}
