// Print buttons: the one thing here that needs a script, so without it they stay hidden.

/** Shows the print buttons of the page and lets them print it. */
export function printOnRequest(page: Document): void {
  for (const button of page.querySelectorAll<HTMLElement>("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}
