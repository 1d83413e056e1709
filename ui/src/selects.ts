// Filters apply when they are chosen; without the script their form has a button.

/** Submits the form of each marked select when it changes. */
export function submitOnChange(page: Document): void {
  page.addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement && event.target.matches("[data-autosubmit]")) event.target.form?.requestSubmit();
  });
}
