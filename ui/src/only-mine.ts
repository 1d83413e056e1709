// "Only mine" without the network: the server filters a fresh page; a stored one is filtered here.

/** Takes over the chip on pages that came from the device's own store. */
export function startOnlyMine(page: Document): void {
  const chip = page.querySelector<HTMLAnchorElement>("a[data-only-mine]");
  if (!chip || page.documentElement.dataset["storedAt"] === undefined) return;
  // A page stored with the filter on holds nothing else: leaving it is the link's own work.
  const wholePage = chip.getAttribute("aria-current") !== "true";
  if (!wholePage) return;
  const parameter = chip.dataset["onlyMine"] || "moje";
  let on = new URLSearchParams(location.search).has(parameter);
  const show = () => filter(page, chip, on);
  chip.addEventListener("click", (event) => {
    event.preventDefault();
    on = !on;
    history.replaceState(history.state, "", address(parameter, on));
    show();
  });
  page.addEventListener("wiec:mine", show);
  show();
}

function address(parameter: string, on: boolean): string {
  const url = new URL(location.href);
  if (on) url.searchParams.set(parameter, "1");
  else url.searchParams.delete(parameter);
  return url.href;
}

function filter(page: Document, chip: HTMLAnchorElement, on: boolean): void {
  if (on) chip.setAttribute("aria-current", "true");
  else chip.removeAttribute("aria-current");
  // Breaks stand between one's sessions; without any they would look like them.
  const some = page.querySelector('.slot [data-fav][aria-pressed="true"]') !== null;
  for (const slot of page.querySelectorAll<HTMLElement>(".slot")) {
    const star = slot.querySelector("[data-fav]");
    const stays = slot.classList.contains("is-break") ? some : star?.getAttribute("aria-pressed") === "true";
    slot.hidden = on && !stays;
  }
  for (const group of page.querySelectorAll<HTMLElement>(".slotgroup")) group.hidden = !group.querySelector(".slot:not([hidden])");
}
