import { say } from "../../text/index.ts";
import type { Editor } from "./editor/editor.ts";
import type { History } from "./history/pane.ts";
import { buttonOf, paneOf } from "./panes.ts";
import { QueryError, type QueryProblem } from "./session/problem.ts";
import { type Answered, RestartedError, rowLimit, type Session } from "./session/session.ts";

interface Parts {
  editor: Editor;
  history: History;
  result: { show(answered: Answered): void; clear(): void };
  tell: (text: string) => void;
  /** After every run, with what was sent: it may have made tables. */
  onRun: (sql: string) => void;
}

/** Runs what the editor has, shows what comes, and stops. */
export interface Runner {
  run(): void;
  /** From now on there is somebody to ask. */
  connect(session: Session): void;
}

export function openRunner(host: HTMLElement, parts: Parts): Runner {
  const { editor, history, result, tell, onRun } = parts;
  const words = say.console.session;
  const run = buttonOf(host, "run");
  const stop = buttonOf(host, "stop");
  const failure = paneOf(host, "failure");
  let session: Session | undefined;
  let running: AbortController | undefined;

  const showRunning = (isRunning: boolean) => {
    const [gone, come] = isRunning ? [run, stop] : [stop, run];
    const hadFocus = document.activeElement === gone;
    gone.hidden = true;
    come.hidden = false;
    // One stands where the other stood, for the keyboard too.
    if (hadFocus) come.focus();
    host.classList.toggle("running", isRunning);
  };
  const showFailure = (problem: QueryProblem | undefined) => {
    failure.hidden = problem === undefined;
    failure.replaceChildren(...(problem ? failureLines(problem) : []));
  };

  const runNow = async () => {
    const sent = editor.sent();
    if (!session || running || sent.sql.trim() === "") return;
    const current = new AbortController();
    running = current;
    showRunning(true);
    showFailure(undefined);
    const started = performance.now();
    tell(words.running);
    const at = new Date().toISOString();
    const keep = (outcome: Parameters<History["add"]>[0]["outcome"]) =>
      history.add({ sql: sent.sql, at, milliseconds: performance.now() - started, outcome });
    try {
      const answered = await session.run(sent.sql, current.signal);
      const { table, milliseconds, isCut } = answered;
      editor.mark(undefined, sent);
      result.show(answered);
      tell(words.answered(table.numRows, milliseconds) + (isCut ? words.cut(rowLimit) : ""));
      keep({ rows: table.numRows, isCut });
    } catch (error) {
      const took = performance.now() - started;
      if (error instanceof RestartedError) {
        tell(`${current.signal.aborted ? words.stopped(took) : words.broke} ${words.restarted}`);
      } else if (current.signal.aborted) {
        tell(words.stopped(took));
      } else {
        const { problem } = error instanceof QueryError ? error : { problem: told(error) };
        editor.mark(problem, sent);
        result.clear();
        showFailure(problem);
        tell(words.refused);
        keep({ problem: problem.message });
      }
    } finally {
      running = undefined;
      showRunning(false);
      onRun(sent.sql);
    }
  };

  run.addEventListener("click", () => void runNow());
  stop.addEventListener("click", () => {
    tell(words.stopping);
    running?.abort();
  });
  return {
    run: () => void runNow(),
    connect: (opened) => {
      session = opened;
      run.disabled = false;
    },
  };
}

function told(error: unknown): QueryProblem {
  return { message: error instanceof Error ? error.message : String(error) };
}

function failureLines({ message, hint }: QueryProblem): HTMLElement[] {
  return [message, hint].flatMap((text) => {
    if (text === undefined) return [];
    const line = document.createElement("p");
    line.textContent = text;
    return [line];
  });
}
