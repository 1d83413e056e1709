// `<hide-words>` around the form that hides words from blind members: what is selected in the text of the page,
// in an element with `data-mark`, comes into the form. It does without: the words can be typed.

/** The element around the form, with its fields `field` and `words`. */
export class HideWords extends HTMLElement {
  readonly #taken = ({ target }: Event): void => {
    // What is put right in the form stays, though words in the text may still be selected.
    if (!(target instanceof Node && this.contains(target))) this.#take(document.getSelection());
  };

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
    if (!selection || words === "") return;
    const range = selection.getRangeAt(0);
    const marked = elementOf(range.startContainer)?.closest<HTMLElement>("[data-mark]");
    if (!marked || !standsIn(marked, range)) return;
    const field = this.querySelector<HTMLSelectElement>("[name=field]");
    const typed = this.querySelector<HTMLTextAreaElement>("[name=words]");
    if (!field || !typed) return;
    field.value = marked.dataset["mark"] ?? field.value;
    typed.value = words;
  }
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** Whether all selected words stand in this text. A whole paragraph is selected up to where the next one begins. */
function standsIn(marked: HTMLElement, range: Range): boolean {
  if (marked.contains(range.endContainer)) return true;
  const inside = range.cloneRange();
  inside.setEnd(marked, marked.childNodes.length);
  return inside.toString().trim() === range.toString().trim();
}
