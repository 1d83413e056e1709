// Menus made of <details> open by themselves; they close on Escape and on a click elsewhere.

/** Closes open menus the ways people expect. */
export function closeMenus(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open(page)) {
      const inside = menu.contains(page.activeElement);
      menu.open = false;
      // Focus inside a closed menu would be lost at the top of the page.
      if (inside) menu.querySelector("summary")?.focus();
    }
  });
  page.addEventListener("click", (event) => {
    for (const menu of open(page)) if (!menu.contains(event.target as Node)) menu.open = false;
  });
}

const open = (page: Document) => page.querySelectorAll<HTMLDetailsElement>("details.menu[open]");
