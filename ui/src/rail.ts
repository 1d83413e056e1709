// The office's bar on narrow screens scrolls sideways: the part that one is in shall be in sight.

/** Brings the current entry of the bar into sight. */
export function showCurrentPart(page: Document): void {
  const bar = page.querySelector<HTMLElement>(".rail__in");
  const current = bar?.querySelector<HTMLElement>("[aria-current]");
  if (!bar || !current) return;
  bar.scrollLeft = current.offsetLeft - (bar.clientWidth - current.offsetWidth) / 2;
}
