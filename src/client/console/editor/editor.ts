import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { SQLDialect, sql } from "@codemirror/lang-sql";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import { say } from "../../../text/index.ts";
import type { QueryProblem } from "../session/problem.ts";
import { completeWith } from "./completion/complete.ts";
import type { Vocabulary } from "./completion/vocabulary.ts";
import { markOf } from "./mark.ts";
import { theme } from "./theme.ts";

/** SQL that is sent, and where in the editor it begins. */
export interface Sent {
  sql: string;
  from: number;
}

export interface Editor {
  text(): string;
  /** The selection where there is one, else everything. */
  sent(): Sent;
  /** Another text with an own past; the one before comes back with its past by the same key. */
  show(key: string, text: string): void;
  /** A new text in the place of the old, which undo brings back. */
  replace(text: string): void;
  /** At the cursor, in the place of what is selected. */
  insert(text: string): void;
  /** Nothing where there is no problem any more. */
  mark(problem: QueryProblem | undefined, sent: Sent): void;
  learn(vocabulary: Vocabulary): void;
  focus(): void;
}

interface Heard {
  onRun: () => void;
  onFormat: () => void;
  onChange: (text: string) => void;
}

/**
 * The editor in a shadow tree: its styles are adopted sheets there, which the page's policy allows,
 * while a style element would need unsafe-inline.
 */
export function openEditor(host: HTMLElement, heard: Heard): Editor {
  const root = host.attachShadow({ mode: "open" });
  const language = new Compartment();
  let known: Extension = sql({ dialect: dialectOf() });
  const states = new Map<string, EditorState>();
  let shown = "";
  const stateOf = (text: string) =>
    EditorState.create({ doc: text, extensions: [language.of(known), extensionsOf(heard)] });
  const view = new EditorView({ root, parent: root, state: stateOf("") });
  const write = (from: number, to: number, insert: string) =>
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      scrollIntoView: true,
    });
  return {
    text: () => view.state.doc.toString(),
    sent: () => {
      const { from, to } = view.state.selection.main;
      const selected = view.state.sliceDoc(from, to);
      if (selected.trim() !== "") return { sql: selected, from };
      return { sql: view.state.doc.toString(), from: 0 };
    },
    show: (key, text) => {
      if (shown !== "") states.set(shown, view.state);
      const kept = states.get(key);
      shown = key;
      view.setState(kept?.doc.toString() === text ? kept : stateOf(text));
      view.dispatch({ effects: language.reconfigure(known) });
    },
    replace: (text) => write(0, view.state.doc.length, text),
    insert: (text) => {
      const { from, to } = view.state.selection.main;
      write(from, to, text);
      view.focus();
    },
    mark: (problem, sent) => {
      const mark = problem && markOf(problem, sent, view.state.doc.toString());
      view.dispatch(setDiagnostics(view.state, mark ? [mark] : []));
      if (mark) view.dispatch({ selection: { anchor: mark.from }, scrollIntoView: true });
    },
    learn: (vocabulary) => {
      const dialect = dialectOf(vocabulary);
      const completion = dialect.language.data.of({ autocomplete: completeWith(vocabulary) });
      known = [dialect.language, completion];
      view.dispatch({ effects: language.reconfigure(known) });
    },
    focus: () => view.focus(),
  };
}

function extensionsOf({ onRun, onFormat, onChange }: Heard): Extension {
  const words = say.console.session;
  const does = (action: () => void) => () => {
    action();
    return true;
  };
  const own = [
    { key: "Mod-Enter", run: does(onRun) },
    { key: "Shift-Alt-f", run: does(onFormat) },
  ];
  return [
    Prec.highest(keymap.of(own)),
    lineNumbers(),
    placeholder(say.console.session.empty),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    indentUnit.of("    "),
    EditorState.allowMultipleSelections.of(true),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false, maxRenderedOptions: 60 }),
    highlightSelectionMatches(),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      tabindex: "0",
      "aria-label": words.editor,
      "aria-description": words.editorKeys,
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    theme,
  ];
}

function dialectOf(vocabulary?: Vocabulary): SQLDialect {
  return SQLDialect.define({
    keywords: (vocabulary?.keywords ?? basicKeywords).join(" "),
    types: (vocabulary?.types ?? []).join(" "),
    // Functions are not named here: columns such as age, lower and month would look like them.
    builtin: "",
    doubleDollarQuotedStrings: true,
    caseInsensitiveIdentifiers: true,
    operatorChars: "*+-%<>!=&|^~/:@",
  });
}

/** Until the engine names all of its own. */
const basicKeywords =
  "select from where group by order limit with as on using join inner left right full outer cross and or not in is null case when then else end distinct having union all create table view insert into values qualify over partition asc desc between like exists interval filter".split(
    " ",
  );
