/** A table as a reader sees it: every cell already in words. */
export interface Table {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly string[])[];
  /** Whether the first column stays where the others scroll aside. */
  isPinned?: boolean;
  /** Places of the rows that rest on too little to be read like the others. */
  faint?: ReadonlySet<number>;
  /** Places of the rows that start a group. */
  starts?: ReadonlySet<number>;
}

export interface TableColumn {
  label: string;
  isNumber?: boolean;
  /** Never broken over lines, such as a date. */
  isWhole?: boolean;
}
