/** A table as a reader sees it: every cell already in words. */
export interface Table {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
}

export interface TableColumn {
  label: string;
  isNumber?: boolean;
  /** Never broken over lines, such as a date. */
  isWhole?: boolean;
}
