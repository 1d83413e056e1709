// Fonts: cuts the two Polish typefaces down to what pages use and writes their @font-face rules.
//
// The sources are the whole fonts, one file a weight: packages that come cut into latin and latin-ext would
// split Polish words between two files. A single weight of Brygada is half the size of its variable font, and
// a first visit to the programme needs one of them.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";
import { CORE, REST, unicodeRange } from "./characters.mjs";

const require = createRequire(import.meta.url);

// Figures that line up and figures that do not, ligatures, kerning, accents, Polish forms of letters.
const FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum", "pnum"];

const brygada = (name, file, weight, style = "normal") => ({ family: "Brygada 1918", name: `brygada-${name}`, source: `@expo-google-fonts/brygada-1918/${file}`, weight, style });
const lato = (name, file, weight, style = "normal") => ({ family: "Lato", name: `lato-${name}`, source: `@expo-google-fonts/lato/${file}`, weight, style });

// `first`: the faces that the first page anyone opens is set in. They are preloaded and kept for offline use.
const FACES = [
  { ...lato("400", "400Regular/Lato_400Regular.ttf", "400"), first: true },
  { ...lato("700", "700Bold/Lato_700Bold.ttf", "700"), first: true },
  lato("400-italic", "400Regular_Italic/Lato_400Regular_Italic.ttf", "400 700", "italic"),
  { ...brygada("600", "600SemiBold/Brygada1918_600SemiBold.ttf", "600"), first: true },
  brygada("500", "500Medium/Brygada1918_500Medium.ttf", "400 500"),
  brygada("700", "700Bold/Brygada1918_700Bold.ttf", "700"),
  brygada("500-italic", "500Medium_Italic/Brygada1918_500Medium_Italic.ttf", "400 700", "italic"),
];

// Metric-matched fallbacks: nothing jumps when the fonts arrive late over the wifi of a full hall.
const FALLBACKS = `@font-face{font-family:"Lato fallback";src:local("Arial"),local("Liberation Sans"),local("Roboto");size-adjust:98.4%;ascent-override:100%;descent-override:22%;line-gap-override:0%}
@font-face{font-family:"Brygada fallback";src:local("Georgia"),local("Liberation Serif"),local("Noto Serif");size-adjust:99%;ascent-override:93%;descent-override:25%;line-gap-override:0%}
`;

/** Cuts one face and adds both of its files to the output; returns their rules. */
async function cut(face, output) {
  const source = await readFile(require.resolve(face.source));
  const rules = [];
  for (const [part, characters] of [["", CORE], ["-rest", REST]]) {
    // Without hinting Lato is half the size; every system of the last decade smooths its letters itself.
    const data = await subsetFont(source, characters, { targetFormat: "woff2", keepFeatures: FEATURES, noHinting: true });
    const asset = output.add(`${face.name}${part}.woff2`, "font/woff2", data, { preload: Boolean(face.first) && part === "" });
    rules.push(`@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:swap;src:url(/${asset.path}) format("woff2");unicode-range:${unicodeRange(characters)}}`);
  }
  return rules.join("\n");
}

/** Returns the text of `fonts.css` after adding all font files to the output. */
export async function fonts(output) {
  // One after the other: the WebAssembly heap holds one font at a time anyway.
  const rules = [];
  for (const face of FACES) rules.push(await cut(face, output));
  return `${rules.join("\n")}\n${FALLBACKS}`;
}
