import type { Question } from "../../../shared/questions.ts";
import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import { fetchQuestions } from "./fetch.ts";

export { fetchQuestions } from "./fetch.ts";

export interface QuestionsHost {
  /** Puts a question's SQL into the editor; it does not run. */
  open: (question: Pick<Question, "address" | "title" | "sql">) => void;
  /** Address of the site, as /board/metrics/ */
  base: string;
}

const words = say.console.schema;

/** Worked questions, and the query of every figure and metric, to be searched and opened. */
export function questionsPane(pane: HTMLElement, { open, base }: QuestionsHost): void {
  const search = element("input", {
    type: "search",
    "aria-label": words.findQuestion,
    placeholder: words.findQuestion,
  });
  const status = element("p", { class: "note", role: "status" });
  const lists = element("div");
  pane.classList.add("questions");
  pane.replaceChildren(element("p", { class: "note" }, words.questionsLead), search, status, lists);
  const draw = async () => {
    let questions: readonly Question[];
    try {
      questions = await fetchQuestions(base);
    } catch {
      status.textContent = words.noQuestions;
      return;
    }
    const asked = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = questions.filter((question) => hasAll(question, asked));
    status.textContent = asked.length > 0 ? words.foundQuestions(shown.length) : "";
    const groups = Map.groupBy(shown, ({ group }) => group);
    lists.replaceChildren(
      ...[...groups].map(([group, members], place) =>
        groupElement(group, members, asked.length > 0 || place === 0, open),
      ),
    );
  };
  search.addEventListener("input", () => void draw());
  void draw();
}

function hasAll({ title, about, address, group }: Question, asked: readonly string[]): boolean {
  const text = `${title} ${about} ${address} ${group}`.toLowerCase();
  return asked.every((word) => text.includes(word));
}

function groupElement(
  group: string,
  questions: readonly Question[],
  isOpen: boolean,
  open: QuestionsHost["open"],
): HTMLElement {
  const list = element("ul");
  const details = element(
    "details",
    { class: "group" },
    element("summary", {}, words.groupOf(group, questions.length)),
    list,
  );
  const fill = () => {
    if (details.open && !list.hasChildNodes())
      list.append(...questions.map((question) => questionElement(question, open)));
  };
  details.addEventListener("toggle", fill);
  details.open = isOpen;
  fill();
  return details;
}

function questionElement(question: Question, open: QuestionsHost["open"]): HTMLElement {
  const { title, about, missing } = question;
  const button = element("button", { type: "button", class: "question" }, title);
  button.addEventListener("click", () => open(question));
  return element(
    "li",
    {},
    button,
    about !== "" && element("p", { class: "note" }, about),
    missing.length > 0 && element("p", { class: "note lacks" }, words.lacks(missing)),
  );
}
