import { buildSite } from "./site/build-site.ts";
import { projectRoot } from "./site/options.ts";
import { run } from "./site/run.ts";

await run(async (options) => {
  const site = await buildSite(options);
  if (!site) return false;
  const { preview } = await import("astro");
  const server = await preview({
    root: projectRoot,
    outDir: options.out,
    base: site.base,
    server: { port: options.port, host: "localhost" },
    logLevel: "error",
  });
  console.log(`  open     http://localhost:${server.port}${site.base}   (Ctrl+C ends it)\n`);
  await server.closed();
  return true;
});
