// `<hide-words>` around the form that hides words from blind members: what is selected in the text of the page,
// in an element with `data-mark`, comes into the form. It does without: the words can be typed.

/** The element around the form, with its fields `field` and `words`. */
export class HideWords extends HTMLElement {
  readonly #taken = (): void => this.#take(document.getSelection());

  connectedCallback(): void {
    document.addEventListener("mouseup", this.#taken);
    document.addEventListener("keyup", this.#taken);
  }

  disconnectedCallback(): void {
    document.removeEventListener("mouseup", this.#taken);
    document.removeEventListener("keyup", this.#taken);
  }

  #take(selection: Selection | null): void {
    const words = selection?.toString().trim() ?? "";
    const from = selection?.anchorNode?.parentElement?.closest<HTMLElement>("[data-mark]");
    const to = selection?.focusNode?.parentElement?.closest("[data-mark]");
    if (words === "" || !from || from !== to) return;
    const field = this.querySelector<HTMLSelectElement>("[name=field]");
    const typed = this.querySelector<HTMLTextAreaElement>("[name=words]");
    if (!field || !typed) return;
    field.value = from.dataset["mark"] ?? field.value;
    typed.value = words;
  }
}
