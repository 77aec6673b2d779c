import { z } from "zod";

/** What `surveys.themes` holds of a comment of no theme. */
export const noTheme = "none";

const longestName = 40;

function refuseName(name: string): string | undefined {
  const quoted = JSON.stringify(name);
  if (name.trim() === "" || name !== name.trim())
    return `the name ${quoted} is blank, or begins or ends in one; write it without`;
  if (name.includes(";"))
    return `the name ${quoted} has a semicolon, which stands between themes; leave it out`;
  if (name.toLowerCase() === noTheme)
    return `the name ${quoted} stands for comments of no theme; choose another`;
  return name.length > longestName
    ? `the name ${quoted} has more than ${longestName} characters; choose a shorter one`
    : undefined;
}

/** Themes of comments: their names, which are published, with the keywords by which they are found. */
export const commentThemes = z
  .record(z.string(), z.array(z.string().trim().min(1)).min(1))
  .superRefine(
    (themes, context) => {
      for (const name of Object.keys(themes)) {
        const refusal = refuseName(name);
        if (refusal)
          context.addIssue({ code: "custom", path: [name], message: refusal, input: name });
      }
    },
    { when: () => true },
  )
  .default({})
  .describe(
    'Themes of comments as { name: [keywords] }, such as { price: ["price", "too expensive"] }: whole words in any case; Chinese, Japanese, Korean and Thai ones anywhere. Names are published, keywords and comments are not; none = comments are not counted by theme',
  );
