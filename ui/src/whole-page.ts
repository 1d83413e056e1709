// A page that came as an answer takes the place of the one that asked for it.

/** Shows all of another page, with the focus where a new page has it; false if it has no content of ours. */
export function showWhole(page: Document): boolean {
  const [main, other] = [document.querySelector("main"), page.querySelector("main")];
  if (!main || !other) return false;
  document.title = page.title;
  const shown = document.importNode(other, true);
  main.replaceWith(shown);
  const heading = shown.querySelector<HTMLElement>("[autofocus]") ?? shown.querySelector<HTMLElement>("h1");
  if (!heading?.hasAttribute("tabindex")) heading?.setAttribute("tabindex", "-1");
  heading?.focus();
  return true;
}
