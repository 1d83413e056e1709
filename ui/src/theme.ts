// Light or dark: the form works by itself; with the script the page does not even load again.

const A_YEAR_SECONDS = 31_536_000;

/** Takes over the theme switches of the page. */
export function startTheme(page: Document): void {
  const forms = [...page.querySelectorAll<HTMLFormElement>("form[data-theme-form]")];
  const offer = () => forms.forEach((form) => offerOther(page, form));
  for (const form of forms) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const theme = current(page) === "dark" ? "light" : "dark";
      page.documentElement.dataset["theme"] = theme;
      page.cookie = `theme=${theme}; Path=/; SameSite=Lax; Max-Age=${A_YEAR_SECONDS}`;
      offer();
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", offer);
  offer();
}

/** The theme in force: the visitor's choice, or else the system's. */
function current(page: Document): string {
  return page.documentElement.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

/** The server cannot know the system's theme and may have offered the one that is on already. */
function offerOther(page: Document, form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[name="theme"]');
  if (button) button.value = current(page) === "dark" ? "light" : "dark";
}
