// Builds the two files a browser gets: assistant.js (the widget) and answer.css (what the
// server-rendered pages share with it). Both are committed, so that a clone needs no Node.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import path from "node:path";
import * as esbuild from "esbuild";

const LIMIT = 10 * 1024;
const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, "../static"));
// Private members and constructable style sheets: browsers of 2023 and later.
const target = "es2022";
const cssTarget = ["chrome111", "firefox113", "safari16.4"];

const styles = {
  name: "styles",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const css = await esbuild.transform(await readFile(file, "utf8"), { loader: "css", minify: true, target: cssTarget });
      return { contents: css.code.trim(), loader: "text" };
    });
  },
};

const widget = await esbuild.build({
  entryPoints: [path.join(here, "src/index.ts")],
  bundle: true,
  minify: true,
  format: "iife",
  charset: "utf8",
  legalComments: "none",
  target,
  mangleProps: /^\$/,
  plugins: [styles],
  write: false,
});
const code = widget.outputFiles[0].contents;

const shared = await Promise.all(
  ["theme.css", "answer.css"].map((name) => readFile(path.join(here, "src", name), "utf8")),
);
const note = "/* Generated from api/widget/src/theme.css and answer.css by api/widget/build.mjs. */\n";

await mkdir(out, { recursive: true });
await writeFile(path.join(out, "assistant.js"), code);
await writeFile(path.join(out, "answer.css"), note + shared.join("\n"));

const size = gzipSync(code, { level: 9 }).length;
console.log(`assistant.js: ${code.length} bytes, ${size} gzipped (limit ${LIMIT})`);
if (size > LIMIT) process.exit(1);
