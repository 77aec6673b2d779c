import { openReport, type PageName, tellPage, viewOf } from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { rememberShown } from "../export/shown.ts";
import { element } from "../filter/elements.ts";
import { fetchShipped } from "../filter/shipped.ts";
import { openChoices, optionElements } from "./choice.ts";

/** Gives a figure of the page as it was built the drawings that did not come with it. */
export async function openBuilt(section: HTMLElement): Promise<void> {
  const { page = "overview", rows = "" } =
    document.querySelector<HTMLElement>("#filter")?.dataset ?? {};
  try {
    const report = openReport(await fetchShipped(rows));
    const { figures } = tellPage(page as PageName, viewOf(report));
    const model = figures.find(({ id }) => id === section.id);
    if (!model) return;
    const [first] = section.querySelectorAll<HTMLElement>(".content .drawing");
    const size = first && getComputedStyle(first).display === "none" ? "wide" : "narrow";
    const own = section.querySelectorAll(".content > .drawing, .content > .readings").length;
    section.querySelector(".content")?.append(...optionElements(model).slice(own));
    rememberShown(section, { figure: model });
    openChoices(section, model, size);
  } catch (error) {
    for (const fieldset of section.querySelectorAll<HTMLFieldSetElement>(
      "fieldset.choice, .steps",
    )) {
      const [shown] = fieldset.querySelectorAll("input");
      if (shown) shown.checked = true;
      fieldset.disabled = true;
    }
    section
      .querySelector(".notes")
      ?.append(element("p", { role: "status" }, say.exports.unfetched));
    throw error;
  }
}
