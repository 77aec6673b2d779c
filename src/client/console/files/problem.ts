/** What is wrong with a reader's file, in words for the reader. */
export class FileProblem extends Error {
  override name = "FileProblem";
}
