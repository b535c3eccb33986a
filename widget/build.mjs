// Builds the core and the locales, named by their content, then the loader, which knows those names.
// Usage: node build.mjs FOLDER

import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";

const OUT = process.argv[2] ?? "dist";
const TARGET = ["chrome123", "firefox128", "safari17.5"];
const LOCALES = "src/locales";
const FOLDER = "thatch";

const minifiedStyles = {
  name: "minified styles",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const options = { bundle: true, minify: true, target: TARGET, write: false };
      const { outputFiles } = await build({ ...options, entryPoints: [path] });
      return { contents: outputFiles[0].text.trim(), loader: "text" };
    });
  },
};

const common = { bundle: true, minify: true, target: TARGET, plugins: [minifiedStyles] };

async function buildChunks(entryPoints, options) {
  const { metafile } = await build({
    ...common,
    ...options,
    entryPoints,
    entryNames: "[name]-[hash]",
    outdir: join(OUT, FOLDER),
    format: "esm",
    metafile: true,
  });
  return Object.fromEntries(
    Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [
      basename(entryPoint).split(".")[0],
      basename(path, ".js"),
    ]),
  );
}

/** The hash in each locale's name. */
async function buildLocales() {
  const names = (await readdir(LOCALES)).filter((name) => /^[a-z]{2}-[A-Z]{2}\.ts$/.test(name));
  const chunks = await buildChunks(names.map((name) => join(LOCALES, name)));
  return Object.fromEntries(
    Object.entries(chunks).map(([locale, name]) => [locale, name.slice(locale.length + 1)]),
  );
}

async function buildCore() {
  const { core } = await buildChunks(["src/core.tsx"], {
    // A smaller bundle than the automatic runtime of tsconfig.json makes.
    tsconfigRaw: {
      compilerOptions: { jsx: "react", jsxFactory: "h", jsxFragmentFactory: "Fragment" },
    },
    inject: ["src/jsx.ts"],
  });
  return core;
}

async function buildLoader(core, locales) {
  await build({
    ...common,
    entryPoints: { thatch: "src/loader/index.ts" },
    outdir: OUT,
    format: "iife",
    define: { CORE: JSON.stringify(core), LOCALES: JSON.stringify(locales) },
  });
}

await rm(OUT, { recursive: true, force: true });
await buildLoader(await buildCore(), await buildLocales());
