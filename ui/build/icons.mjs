// Pictures: one sprite of all icons, and the logo in the sizes that phones ask for.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Resvg } from "@resvg/resvg-js";

const SVG = "image/svg+xml";

/** Turns an SVG file into a symbol of the sprite. */
function symbol(id, svg) {
  const [, viewBox] = svg.match(/viewBox="([^"]+)"/);
  const inner = svg.replace(/^[^]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/>\s+</g, "><").trim();
  return `<symbol id="${id}" viewBox="${viewBox}">${inner}</symbol>`;
}

/** The sprite: `#i-<name>` for each icon, `#wordmark` for the logo with its name. */
async function sprite(ui) {
  const folder = path.join(ui, "icons");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".svg")).sort();
  const symbols = await Promise.all(names.map(async (name) => symbol(`i-${path.basename(name, ".svg")}`, await readFile(path.join(folder, name), "utf8"))));
  symbols.push(symbol("wordmark", await readFile(path.join(ui, "art/wordmark.svg"), "utf8")));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

const png = (svg, width) => new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { loadSystemFonts: false } }).render().asPng();

/** A maskable icon is cropped to a circle by some phones: the plate fills it and the seats keep to the middle. */
function maskable(mark) {
  const seats = mark.replace(/^[^]*?<svg[^>]*>/, "").replace(/<title[^]*?<\/title>/, "").replace(/<rect[^>]*>/g, "").replace("</svg>", "");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#17368a"/>${seats}</svg>`;
}

/** Adds the sprite, the favicon, the icons of the web manifest and the card for links in messages. */
export async function icons(ui, output) {
  const mark = await readFile(path.join(ui, "art/mark.svg"), "utf8");
  const card = await readFile(path.join(ui, "art/card.svg"), "utf8");
  output.add("icons.svg", SVG, await sprite(ui));
  output.add("mark.svg", SVG, mark.trim());
  output.add("icon-192.png", "image/png", png(mark, 192));
  output.add("icon-512.png", "image/png", png(mark, 512));
  output.add("icon-maskable-192.png", "image/png", png(maskable(mark), 192));
  output.add("icon-maskable-512.png", "image/png", png(maskable(mark), 512));
  output.add("icon-touch.png", "image/png", png(maskable(mark), 180));
  output.add("card.png", "image/png", png(card, 1200));
}
