// Builds what the browser is given, from the sources beside this file, into base/ui/assets: one
// stylesheet, one script, the fonts and the mark, each named by its content, and a manifest.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const modules = join(root, "node_modules");
const out = join(here, "assets");
const family = "atkinson-hyperlegible";
const faces = ["400-normal", "400-italic", "700-normal"];
// The browser asks for the second file only when a page has a letter of it.
const scripts = ["latin", "latin-ext"];

const manifest = {};

function hashed(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return name.replace(/(\.[a-z0-9]+)$/, `.${hash}$1`);
}

async function put(name, content) {
  const bytes = Buffer.from(content);
  const file = hashed(name, bytes);
  manifest[name] = file;
  await writeFile(join(out, file), bytes);
  if (!name.endsWith(".woff2")) {
    await writeFile(join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(join(out, `${file}.br`), brotliCompressSync(bytes, { params }));
  }
  return `/assets/${file}`;
}

// The ranges that the font's makers publish, so that each file is fetched for its letters only.
async function ranges() {
  const css = await readFile(join(modules, `@fontsource/${family}/400.css`), "utf8");
  const found = css.matchAll(/\/\* [a-z-]*?(latin(?:-ext)?)-400-normal \*\/[^}]*unicode-range: ([^;]+);/g);
  return Object.fromEntries([...found].map(([, script, range]) => [script, range]));
}

async function fonts() {
  const range = await ranges();
  const rules = [];
  for (const script of scripts) {
    if (!range[script]) throw new Error(`no unicode-range for ${script} in @fontsource/${family}`);
    for (const face of faces) {
      const name = `${family}-${script}-${face}.woff2`;
      const url = await put(name, await readFile(join(modules, `@fontsource/${family}/files`, name)));
      const [weight, style] = face.split("-");
      rules.push(
        `@font-face{font-family:"Atkinson Hyperlegible";font-style:${style};font-weight:${weight};` +
          `font-display:swap;src:url(${url}) format("woff2");unicode-range:${range[script]}}`,
      );
    }
  }
  await put("font-licence.txt", await readFile(join(modules, `@fontsource/${family}/LICENSE`)));
  return rules.join("");
}

function compiled(name) {
  const options = { style: "compressed", loadPaths: [modules], quietDeps: true };
  return sass.compile(join(here, "styles", name), options).css.replace(/^\uFEFF|^@charset "UTF-8";/, "");
}

// What govuk-frontend repeats for every component and a page says once: the fallbacks of colours
// that _tokens.scss defines, the type, the sizes on paper. And variants that no component has.
function lean(css) {
  const rule = "[^{}]*\\{[^{}]*\\}";
  return css
    .replace(/var\((--govuk-[a-z-]+-colour),\s*#?[a-z0-9]+\)/g, "var($1)")
    .replace(new RegExp(`@media print\\{(?:${rule})*\\}`, "g"), "")
    .replace(/font-family:"?Atkinson Hyperlegible"?,system-ui,sans-serif;?/g, "")
    .replace(/-(?:webkit|moz-osx)-font-smoothing:[a-z]+;?/g, "")
    .replace(new RegExp(rule, "g"), withoutUnused);
}

const unused =
  /govuk-(?:summary-card|summary-list(?:__row)?--no-border|notification-banner__link|link-image|visually-hidden-focusable|pagination__(?:list|item)|body-|caption-|button--(?:start|inverse)|(?:radios|checkboxes)--small|list--spaced|link--|table__caption--xl|back-link--inverse|error-message--|fieldset__legend--xl)/;

function withoutUnused(rule) {
  const [selectors, body] = rule.slice(0, -1).split("{");
  if (selectors.startsWith("@")) return rule;
  const kept = selectors.split(",").filter((it) => !unused.test(it));
  return kept.length > 0 ? `${kept.join(",")}{${body}}` : "";
}

async function styles(fontFaces) {
  const css = `@charset "UTF-8";${fontFaces}${lean(compiled("govuk.scss"))}${compiled("tributary.scss")}`;
  const target = ["chrome111", "firefox115", "safari16"];
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, target });
  await put("tributary.css", code);
  return code.length;
}

async function islands() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, "islands/tributary.ts")],
    bundle: true,
    format: "esm",
    minify: true,
    target: ["es2022"],
    write: false,
  });
  await put("tributary.js", outputFiles[0].contents);
  return outputFiles[0].contents.length;
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const faceRules = await fonts();
const css = await styles(faceRules);
const js = await islands();
await put("mark.svg", await readFile(join(here, "mark.svg")));
const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(join(out, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
console.log(`assets: ${Object.keys(manifest).length} files, css ${css} bytes, script ${js} bytes`);
