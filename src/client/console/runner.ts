import { say } from "../../text/index.ts";
import type { Editor, Sent } from "./editor/editor.ts";
import type { History } from "./history/pane.ts";
import { buttonOf, paneOf } from "./panes.ts";
import { QueryError, type QueryProblem } from "./session/problem.ts";
import { type Answered, RestartedError, rowLimit, type Session } from "./session/session.ts";

const words = say.console.session;

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
  /** Ends with what runs now, however that ends. */
  readonly running: Promise<void> | undefined;
}

/** @param opening what is run before the engine is there waits for it */
export function openRunner(host: HTMLElement, opening: Promise<Session>, parts: Parts): Runner {
  const { editor, tell } = parts;
  const run = buttonOf(host, "run");
  const stop = buttonOf(host, "stop");
  let running: Promise<void> | undefined;
  let stopping = new AbortController();

  const showRunning = (isRunning: boolean) => {
    const [gone, come] = isRunning ? [run, stop] : [stop, run];
    const hadFocus = document.activeElement === gone;
    gone.hidden = true;
    come.hidden = false;
    // One stands where the other stood, for the keyboard too.
    if (hadFocus) come.focus();
    host.classList.toggle("running", isRunning);
  };
  const ask = askedOf(host, parts);
  const runSent = async (sent: Sent, signal: AbortSignal) => {
    showRunning(true);
    try {
      const session = await Promise.race([opening, stopped(signal)]);
      if (session) await ask(session, sent, signal);
      else tell(words.notStarted);
    } catch {
      // The page tells why there is no engine.
    } finally {
      running = undefined;
      showRunning(false);
    }
  };
  const runNow = () => {
    const sent = editor.sent();
    if (running || run.disabled || sent.sql.trim() === "") return;
    stopping = new AbortController();
    tell(words.waiting);
    running = runSent(sent, stopping.signal);
  };

  run.addEventListener("click", runNow);
  stop.addEventListener("click", () => {
    tell(words.stopping);
    stopping.abort();
  });
  run.disabled = false;
  opening.catch(() => {
    run.disabled = true;
  });
  return {
    run: runNow,
    get running() {
      return running;
    },
  };
}

/** Asks the engine, and shows and keeps what comes of it. */
function askedOf(host: HTMLElement, { editor, history, result, tell, onRun }: Parts) {
  const failure = paneOf(host, "failure");
  const showFailure = (problem: QueryProblem | undefined) => {
    failure.hidden = problem === undefined;
    failure.replaceChildren(...(problem ? failureLines(problem) : []));
  };
  return async (session: Session, sent: Sent, signal: AbortSignal): Promise<void> => {
    showFailure(undefined);
    const started = performance.now();
    tell(words.running);
    const at = new Date().toISOString();
    const keep = (outcome: Parameters<History["add"]>[0]["outcome"]) =>
      history.add({ sql: sent.sql, at, milliseconds: performance.now() - started, outcome });
    try {
      const answered = await session.run(sent.sql, signal);
      const { table, milliseconds, isCut } = answered;
      editor.mark(undefined, sent);
      result.show(answered);
      tell(words.answered(table.numRows, milliseconds) + (isCut ? words.cut(rowLimit) : ""));
      keep({ rows: table.numRows, isCut });
    } catch (error) {
      const took = performance.now() - started;
      if (error instanceof RestartedError) {
        tell(`${signal.aborted ? words.stopped(took) : words.broke} ${words.restarted}`);
      } else if (signal.aborted) {
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
      onRun(sent.sql);
    }
  };
}

function stopped(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
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
