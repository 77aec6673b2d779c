/** After a reader who waits for a first answer has it. */
const afterStart = 1_500;

/**
 * Fetches what a first answer does not need, a little later: the network may be gone when it is
 * asked for. Whoever asks sooner fetches it then, and is told where it does not come.
 */
export function fetchAhead(): void {
  setTimeout(() => {
    void Promise.allSettled([
      import("sql-formatter"),
      import("./chart/panel.ts"),
      import("./result/take/workbook.ts"),
    ]);
  }, afterStart);
}
