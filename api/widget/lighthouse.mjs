// Lighthouse 12 on a running server's demonstration page: npm run lighthouse -- http://127.0.0.1:8000/demo
// Not part of the tests: its figures depend on the machine. Fetched on demand, for its size.
import { spawnSync } from "node:child_process";
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const WANTED = { performance: 98, accessibility: 100 };
const url = process.argv[2] ?? "http://127.0.0.1:8000/demo";
const folder = mkdtempSync(path.join(tmpdir(), "lighthouse-"));
const report = path.join(folder, "report.json");
const flags = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync";

const run = spawnSync(
  "npx",
  ["--yes", "lighthouse@12", url, "--quiet", "--output=json", `--output-path=${report}`, `--chrome-flags=${flags}`],
  {
    stdio: ["ignore", "inherit", "inherit"],
    env: { CHROME_PATH: "/usr/bin/chromium", ...process.env },
  },
);
if (run.status !== 0) process.exit(run.status ?? 1);

const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
rmSync(folder, { recursive: true });
for (const [name, { score }] of Object.entries(categories)) console.log(`${name}: ${Math.round(score * 100)}`);
for (const name of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"])
  console.log(`${name}: ${audits[name].displayValue}`);
for (const { id, score, scoreDisplayMode } of Object.values(audits))
  if (score !== null && score < 1 && scoreDisplayMode === "binary") console.log(`failed: ${id}`);

const missed = Object.entries(WANTED).filter(([name, least]) => Math.round(categories[name].score * 100) < least);
const still = audits["cumulative-layout-shift"].numericValue === 0 && audits["total-blocking-time"].numericValue <= 50;
if (missed.length || !still) process.exit(1);
