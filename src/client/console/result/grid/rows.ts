import { say } from "../../../../text/index.ts";
import { element } from "../../../filter/elements.ts";
import type { ResultColumn } from "../values/result.ts";
import { type Box, isWithin, type Place } from "./selection.ts";

/** A column in its place of a row. */
export interface Slot {
  column: ResultColumn;
  place: number;
  width: number;
  /** Where a pinned column stays. */
  stays: number | undefined;
}

export interface RowsView {
  slots: readonly Slot[];
  /** Room of the columns between the pinned ones and the first that is seen. */
  skipped: number;
  first: number;
  count: number;
  /** Pixels of the first row that are above the view. */
  above: number;
  /** Row of the result that is shown in a row. */
  rowOf: (shown: number) => number;
  box: Box | undefined;
  focus: Place | undefined;
}

interface DrawnCell {
  node: HTMLElement;
  column?: ResultColumn;
  row?: number;
  look?: string;
  isChosen?: boolean;
}

interface DrawnRow {
  node: HTMLElement;
  number: HTMLElement;
  skip: HTMLElement;
  cells: DrawnCell[];
}

/** A cell shows no more signs of its text than could ever be seen. */
const mostSigns = 300;

const counts = new Intl.NumberFormat("en-GB");

/** A text on one line. */
const lineOf = (text: string) =>
  (text.length > mostSigns ? `${text.slice(0, mostSigns)}…` : text).replace(/\r\n|[\r\n]/g, "↵");

export interface Rows {
  draw: (view: RowsView) => void;
  /** Of the cell that the keys move. */
  focusId: string;
}

/** Draws the rows that are seen, over and over into the same elements. */
export function openRows(host: HTMLElement, id: string): Rows {
  const pool: DrawnRow[] = [];
  const focusId = `${id}-focus`;
  let focused: HTMLElement | undefined;

  const drawCell = (cell: DrawnCell, slot: Slot, row: number) => {
    const { column, place, width, stays } = slot;
    const look = `${place} ${width} ${stays}`;
    if (cell.look !== look || cell.column !== column) {
      cell.look = look;
      cell.node.style.width = `${width}px`;
      cell.node.style.left = stays === undefined ? "" : `${stays}px`;
      cell.node.className = `cell ${column.kind}${stays === undefined ? "" : " pinned"}`;
      cell.node.setAttribute("aria-colindex", String(place + 2));
      delete cell.isChosen;
    }
    if (cell.row === row && cell.column === column) return;
    cell.row = row;
    cell.column = column;
    const text = column.text(row);
    cell.node.classList.toggle("null", text === null);
    cell.node.textContent = text === null ? say.console.result.null : lineOf(text);
  };

  const drawRow = (drawn: DrawnRow, shown: number, view: RowsView) => {
    const { slots, skipped, rowOf, box, focus } = view;
    const row = rowOf(shown);
    drawn.node.setAttribute("aria-rowindex", String(shown + 2));
    drawn.number.textContent = counts.format(shown + 1);
    drawn.skip.style.width = `${skipped}px`;
    while (drawn.cells.length > slots.length) drawn.cells.pop()?.node.remove();
    const pinned = slots.filter(({ stays }) => stays !== undefined).length;
    for (const [index, slot] of slots.entries()) {
      let cell = drawn.cells[index];
      if (!cell) {
        cell = { node: element("div", { role: "gridcell" }) };
        drawn.cells[index] = cell;
        drawn.node.append(cell.node);
      }
      drawCell(cell, slot, row);
      const isChosen = box !== undefined && isWithin(box, { row: shown, column: slot.place });
      if (cell.isChosen !== isChosen) {
        cell.isChosen = isChosen;
        cell.node.setAttribute("aria-selected", String(isChosen));
      }
      if (focus?.row === shown && focus.column === slot.place) focused = cell.node;
    }
    const before = drawn.cells[pinned]?.node ?? null;
    if (drawn.skip.nextSibling !== before) drawn.node.insertBefore(drawn.skip, before);
  };

  return {
    focusId,
    draw(view) {
      focused?.removeAttribute("id");
      focused = undefined;
      while (pool.length > view.count) pool.pop()?.node.remove();
      while (pool.length < view.count) {
        const number = element("div", { class: "cell count", role: "rowheader" });
        const skip = element("div", { class: "skipped", role: "presentation" });
        const node = element("div", { class: "row", role: "row" }, number, skip);
        pool.push({ node, number, skip, cells: [] });
        host.append(node);
      }
      for (const [index, drawn] of pool.entries()) drawRow(drawn, view.first + index, view);
      host.style.transform = `translateY(${-view.above}px)`;
      if (focused) (focused as HTMLElement).id = focusId;
    },
  };
}
