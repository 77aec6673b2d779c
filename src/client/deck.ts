/** The page of the reader's own deck: its slides in order, their words, and the file of them. */
import { say } from "../text/index.ts";
import { download } from "./console/result/take/hand-over.ts";
import { siteBase } from "./deck/base.ts";
import type { DeckSite } from "./deck/file.ts";
import {
  type KeptDeck,
  keepDeck,
  movedSlide,
  readDeck,
  rewordedSlide,
  withoutSlide,
} from "./deck/kept.ts";
import { slideElement } from "./deck/list.ts";

const words = say.deck.builder;
const base = siteBase();
const part = <Type extends HTMLElement>(name: string) =>
  document.querySelector<Type>(`[data-deck=${name}]`) as Type;
const [list, empty, told] = [part("slides"), part("empty"), part("told")];
const [file, clear] = [part<HTMLButtonElement>("file"), part<HTMLButtonElement>("clear")];
const title = part<HTMLInputElement>("title");
const site = JSON.parse(part("site").dataset.site ?? "") as DeckSite;

let deck = readDeck(localStorage, base);

function keep(next: KeptDeck): void {
  deck = next;
  try {
    keepDeck(localStorage, base, deck);
  } catch {
    told.textContent = words.full;
  }
}

/** Draws the list again; what had the focus has it afterwards, or its slide. */
function show(focus?: { key: number; act?: string }): void {
  const { slides } = deck;
  list.replaceChildren(
    ...slides.map((slide, place) =>
      slideElement(
        slide,
        { place, count: slides.length, isOld: slide.inputHash !== site.inputHash, base },
        {
          move: (key, by) => {
            keep(movedSlide(deck, key, by));
            show({ key, act: by < 0 ? "up" : "down" });
            const at = deck.slides.findIndex((one) => one.key === key) + 1;
            told.textContent = words.moved(at, deck.slides.length);
          },
          remove: (key) => {
            const at = deck.slides.findIndex((one) => one.key === key);
            keep(withoutSlide(deck, key));
            const next = deck.slides[Math.min(at, deck.slides.length - 1)];
            show(next && { key: next.key });
            told.textContent = words.removed(deck.slides.length);
          },
          reword: (key, field, text) => {
            keep(rewordedSlide(deck, key, field, text));
            if (field !== "title") return;
            const own = deck.slides.find((one) => one.key === key);
            const head = list.querySelector(`[data-key="${key}"] h2`);
            if (own && head) head.textContent = own.title ?? own.provenance.title;
          },
        },
      ),
    ),
  );
  empty.hidden = slides.length > 0;
  file.disabled = slides.length === 0;
  clear.disabled = slides.length === 0;
  if (!focus) return;
  const own = list.querySelector<HTMLElement>(`[data-key="${focus.key}"]`);
  const button = own?.querySelector<HTMLButtonElement>(`[data-act=${focus.act ?? "remove"}]`);
  (button?.disabled ? own : button)?.focus();
}

title.placeholder = site.company.name;
title.value = deck.title ?? "";
title.addEventListener("input", () => {
  keep({ ...deck, title: title.value.trim() === "" ? undefined : title.value });
});

file.addEventListener("click", async () => {
  told.textContent = words.working;
  try {
    const { fileOf } = await import("./deck/file.ts");
    download(await fileOf(deck, site), words.fileName);
    told.textContent = words.saved(words.fileName);
  } catch (error) {
    told.textContent = words.failed(error instanceof Error ? error.message : String(error));
  }
});

clear.addEventListener("click", () => {
  if (!confirm(words.sure(deck.slides.length))) return;
  title.value = "";
  keep({ slides: [] });
  show();
  told.textContent = words.cleared;
});

// Another tab may add a figure.
addEventListener("storage", () => {
  deck = readDeck(localStorage, base);
  show();
});

show();
