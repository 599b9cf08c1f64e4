/**
 * Bundles every admin extension of `extensions/` into one file of `build/extensions/`, as the Shopify CLI does; for the simulated admin and the tests.
 * Must never be taken for `shopify app build`, which also checks the configuration with Shopify.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";

/** Bytes, compressed; our own bound, because each opens with a page of Shopify's. Shopify's limit is not confirmed (06 §9). */
const MOST_BYTES = 32 * 1024;

export async function buildExtensions(root) {
  const sources = join(root, "extensions");
  const outDir = join(root, "build/extensions");
  for (const name of readdirSync(sources).filter((folder) => existsSync(join(sources, folder, "shopify.extension.toml")))) {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: "error",
      // Nothing of Node is there where an extension runs.
      define: { "process.env.NODE_ENV": '"production"' },
      build: { outDir, emptyOutDir: false, minify: "esbuild", lib: { entry: join(sources, name, "src/index.tsx"), formats: ["es"], fileName: () => `${name}.js` } },
    });
    const size = gzipSync(readFileSync(join(outDir, `${name}.js`))).length;
    if (size > MOST_BYTES) throw new Error(`the extension ${name} has ${size} bytes, compressed; ${MOST_BYTES} are allowed`);
  }
}
