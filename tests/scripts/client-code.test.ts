import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleClient, shipClient } from "../../scripts/site/client-code.ts";

let project: string;
const write = (name: string, content: string) => writeFile(join(project, name), content);

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "hourglass-client-"));
  await mkdir(join(project, "src/client/greet"), { recursive: true });
  await mkdir(join(project, "src/shared"));
  await write("package-lock.json", "{}");
  await write("src/client/greet.ts", 'void import("./greet/late.ts");\n');
  await write(
    "src/client/greet/late.ts",
    'import { name } from "../../shared/name.ts";\nconsole.log(name);\n',
  );
  await write("src/shared/name.ts", 'export const name: string = "Ada";\n');
});

afterEach(() => rm(project, { recursive: true, force: true }));

describe("the browser's code", () => {
  it("is bundled once, and again when any code or package changes", async () => {
    const first = await bundleClient(project);
    const made = (await stat(join(first.folder, "scripts.json"))).mtimeMs;
    const again = await bundleClient(project);
    expect(again).toEqual(first);
    expect((await stat(join(again.folder, "scripts.json"))).mtimeMs).toBe(made);
    await write("src/shared/name.ts", 'export const name: string = "Bob";\n');
    const changed = await bundleClient(project);
    expect(changed.folder).not.toBe(first.folder);
    await write("package-lock.json", '{ "packages": {} }');
    expect((await bundleClient(project)).folder).not.toBe(changed.folder);
  });

  it("is named by its file, and shipped with what it fetches later", async () => {
    const code = await bundleClient(project);
    const site = join(project, "site");
    await shipClient(site, code);
    expect(Object.keys(code.scripts)).toEqual(["greet"]);
    const entry = await readFile(join(site, code.scripts.greet?.path ?? ""), "utf8");
    const late = (await readdir(join(site, "_astro"))).find((name) => name.startsWith("late."));
    expect(entry).toContain(`./${late}`);
    expect(code.scripts.greet?.needs).toEqual([`_astro/${late}`]);
    expect(await readFile(join(site, "_astro", late ?? ""), "utf8")).toContain("Ada");
  });

  it("is bundled anew where what was kept is not whole", async () => {
    const { folder, files } = await bundleClient(project);
    await rm(join(folder, files[0] ?? ""));
    expect(await readdir((await bundleClient(project)).folder)).toContain(files[0]);
    await writeFile(join(folder, "scripts.json"), "{");
    expect((await bundleClient(project)).scripts.greet?.path).toMatch(/^_astro\/greet\./);
  });

  it("comes whole from two builds at once", async () => {
    const [one, other] = await Promise.all([bundleClient(project), bundleClient(project)]);
    expect(one).toEqual(other);
    expect(await readdir(one?.folder ?? "")).toContain("scripts.json");
  });
});
