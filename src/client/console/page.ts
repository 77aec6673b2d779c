import { say } from "../../text/index.ts";
import { fetchAhead } from "./ahead.ts";
import { readVocabulary } from "./editor/completion/vocabulary.ts";
import { type Editor, openEditor } from "./editor/editor.ts";
import { FormatterMissing, formatSql } from "./editor/format.ts";
import { type FilesPane, filesPane } from "./files/index.ts";
import { historyPane } from "./history/pane.ts";
import { arriveBy } from "./links/arrive.ts";
import { encodeQuery, limit } from "./links/query-link.ts";
import { buttonOf, paneOf, switchPanes } from "./panes.ts";
import { questionsPane } from "./questions/index.ts";
import { resultPane } from "./result/index.ts";
import { openRunner, type Runner } from "./runner.ts";
import { type SchemaPane, schemaPane } from "./schema/index.ts";
import { reasonOf } from "./session/failure.ts";
import type { Session } from "./session/session.ts";
import { openTabs, type Tabs } from "./tabs/tabs.ts";

const words = say.console.session;

/**
 * The parts of the console, put together. They work while the engine is on its way; what is run waits for it.
 *
 * @param base address of the site, as /board/metrics/
 */
export function openPage(
  host: HTMLElement,
  base: string,
  opening: Promise<Session>,
  tell: (text: string) => void,
): void {
  const editor: Editor = openEditor(paneOf(host, "editor"), {
    onRun: () => runner.run(),
    onFormat: () => void format(editor, tell),
    onChange: (sql) => tabs.typed(sql),
  });
  const tabs: Tabs = openTabs(paneOf(host, "tabs"), base, ({ id, sql }) => editor.show(id, sql));
  const { id, sql } = tabs.shown();
  editor.show(id, sql);
  const open = (title: string | undefined, query: string) => {
    tabs.open(title, query);
    editor.focus();
  };
  const history = historyPane(paneOf(host, "history"), base, (past) => open(undefined, past));
  questionsPane(paneOf(host, "questions"), {
    base,
    open: (question) => open(question.title, question.sql),
  });
  let schema: SchemaPane | undefined;
  let files: FilesPane | undefined;
  const runner = openRunner(host, opening, {
    editor,
    history,
    tell,
    result: resultPane(paneOf(host, "result")),
    onRun: (sent) => {
      void schema?.refresh();
      void files?.refresh();
      if (/\b(?:create|drop|alter)\b/i.test(sent)) void learn();
    },
  });
  const learn = async () => editor.learn(await readVocabulary((await opening).rows));
  switchPanes(paneOf(host, "side-tabs"));
  foldOnPhone(host);
  buttonOf(host, "format").addEventListener("click", () => void format(editor, tell));
  buttonOf(host, "link").addEventListener("click", () => void copyLink(editor, tell));
  const arriving = arriveHere(base, tabs);
  addEventListener("hashchange", async () => {
    const told = await arriveHere(base, tabs);
    if (told) tell(told);
  });
  opening.then(
    async (session) => {
      host.dataset.engine = "ready";
      const arrived = await arriving;
      if (!runner.running) tell(arrived ?? words.ready);
      await letReaderFirst(runner);
      schema = schemaPane(paneOf(host, "schema"), { rows: session.rows, insert: editor.insert });
      files = filesPane(paneOf(host, "files"), session, () => {
        void schema?.refresh();
        void learn();
      });
      fetchAhead();
      await learn();
    },
    (error: unknown) => showNoEngine(host, error),
  );
}

/** Somebody who has pressed Run, or is about to, gets an answer before the lists are read. */
async function letReaderFirst(runner: Runner): Promise<void> {
  const wait = (milliseconds: number) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    });
  await wait(150);
  await Promise.race([runner.running, wait(1_000)]);
}

/**
 * Shows the query of the address, which never runs by itself.
 *
 * @returns what there is to say of it, if the address brings one
 */
async function arriveHere(base: string, tabs: Tabs): Promise<string | undefined> {
  const { hash, pathname, search } = location;
  // Reloading would open it again, over what the reader made of it.
  const forget = () => window.history.replaceState(null, "", pathname + search);
  try {
    const arrived = await arriveBy(hash, base);
    if (!arrived) return undefined;
    tabs.open(arrived.title, arrived.sql);
    forget();
    return words.links.arrived;
  } catch (error) {
    forget();
    return (error as Error).message;
  }
}

async function format(editor: Editor, tell: (text: string) => void): Promise<void> {
  const text = editor.text();
  try {
    const formatted = await formatSql(text);
    if (editor.text() === text) editor.replace(formatted);
  } catch (error) {
    tell(error instanceof FormatterMissing ? words.noFormatter : words.notFormatted);
  }
}

async function copyLink(editor: Editor, tell: (text: string) => void): Promise<void> {
  const hash = await encodeQuery(editor.text());
  if (hash.length > limit) return tell(words.links.tooLong(hash.length, limit));
  const address = new URL(hash, location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    tell(words.links.copied);
  } catch {
    window.history.replaceState(null, "", address);
    tell(words.links.inAddress);
  }
}

function showNoEngine(host: HTMLElement, error: unknown): void {
  paneOf(host, "status").textContent = words.noEngineHere;
  const notice = paneOf(host, "no-engine");
  notice.hidden = false;
  notice.prepend(words.failed(reasonOf(error)));
}

/** Beside the editor there is room for it, above or below there is not. */
function foldOnPhone(host: HTMLElement): void {
  const side = host.querySelector<HTMLDetailsElement>("details.side");
  if (side && matchMedia("(max-width: 61.99rem)").matches) side.open = false;
}
