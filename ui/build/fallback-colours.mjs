// Colours for browsers that do not know light-dark() yet, made from tokens.css so that no value is written twice.
//
// Letting Lightning CSS lower the function would resolve it on the root element, and dark islands on a light
// page would stay light. These browsers get the light page instead, and dark where it is asked for by name.

/** Replaces each light-dark(a, b) in a value with its first or second part. */
function pick(value, part) {
  return value.replace(/light-dark\(((?:[^(),]|\([^)]*\))+),\s*((?:[^(),]|\([^)]*\))+)\)/g, (_, light, dark) => (part === "light" ? light : dark).trim());
}

/** The text of `fallback-colours.css`. */
export function fallbackColours(tokens) {
  const declarations = [...tokens.matchAll(/(--[\w-]+):\s*([^;]*light-dark\([^;]*);/g)];
  const block = (part) => declarations.map(([, name, value]) => `${name}:${pick(value, part)}`).join(";");
  return `@supports not (color:light-dark(#000,#fff)){:root{${block("light")}}:root[data-theme="dark"],.noc{${block("dark")}}}`;
}
