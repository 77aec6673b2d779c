import { type ZipEntry, zip } from "../../intake/zip-bytes.ts";
import type { CheckCase } from "./case.ts";

const usage = "account_id,day,module\nA1,2024-02-01,reports\n";
const table = { name: "a.csv", content: usage };

const archive = (...entries: ZipEntry[]) => ({
  files: { "usage.zip": zip(entries) },
  datasets: { usage: "usage.zip" },
});
const whole = archive(table);

export const archiveCases: readonly CheckCase[] = [
  {
    check: "broken_zip",
    trips: {
      files: { "usage.zip": zip([table]).subarray(0, -30) },
      datasets: { usage: "usage.zip" },
    },
    message:
      "usage.zip: the zip archive is broken: its end is missing, as where it was copied in part, or is no zip archive; expected a whole zip archive; copy or pack the file again, or give it unpacked",
    passes: whole,
  },
  {
    check: "empty_archive",
    trips: archive({ name: "x.xlsx", content: "x" }),
    message:
      "usage.zip: the zip archive holds no table; expected members that end in .csv, .tsv or .txt; pack the exported tables, or take the archive out of the configuration",
    passes: whole,
  },
  {
    check: "ignored_members",
    trips: archive(table, { name: "readme.md", content: "x" }),
    message:
      "usage.zip: these members of the zip archive are no tables: readme.md; expected members that end in .csv, .tsv or .txt; nothing to do, if they hold no rows; else export them as CSV",
    passes: whole,
  },
  {
    check: "nested_archive",
    trips: archive({ name: "b.zip", content: zip([table]) }),
    message:
      "usage.zip/b.zip: this is a zip archive within another; expected tables in the archive itself; unpack the outer archive and name the inner one",
    passes: whole,
  },
  {
    check: "encrypted_member",
    trips: archive({ ...table, says: { flags: 1 } }),
    message:
      "usage.zip/a.csv: this member of the zip archive is encrypted; expected a member without a password; pack the file again without a password, or give it unpacked",
    passes: whole,
  },
  {
    check: "unknown_packing",
    trips: archive({ ...table, says: { method: 93 } }),
    message:
      "usage.zip/a.csv: this member of the zip archive is packed by method 93; expected stored (0) or deflated (8), which every zip program can; pack the file again with the usual settings, or give it unpacked",
    passes: whole,
  },
  {
    check: "too_many_members",
    trips: archive(
      ...Array.from({ length: 1_001 }, (_, index) => ({ name: `${index}.csv`, content: "" })),
    ),
    message:
      "usage.zip: the zip archive has too many members; expected at most 1000 members; unpack the archive and name the files by a pattern",
    passes: whole,
  },
  {
    check: "unpacks_too_large",
    trips: archive({ name: "a.csv", content: Buffer.alloc(10 * 1024 ** 2, "\n") }),
    message:
      "usage.zip/a.csv: the file unpacks to 11 MB or more, as only a file made to do harm would; expected at most 300 times the packed size, and 20 GB; check where the file comes from; if it is sound, unpack it and name the unpacked file",
    passes: whole,
  },
];
