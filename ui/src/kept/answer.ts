// What a server's answer to a kept form means.

/** What of an answer matters. */
export interface Answered {
  readonly status: number;
  /** The address that the answer came from in the end, or that its `Location` leads to; with the fragment if known. */
  readonly address: string;
  /** Whether the answer leads, or led, to another page. */
  readonly leads: boolean;
}

/**
 * `taken`: the text is the server's now. `shown`: the answer is a page to be shown, and the text is not taken.
 * `later`: the server cannot take it now. The draft goes only when it is taken.
 */
export type Meaning = "taken" | "shown" | "later";

/** Reads an answer. `signIn` is the path of the page for signing in: who is led there has not been heard. */
export function meaning({ status, address, leads }: Answered, signIn: string | undefined): Meaning {
  if (status >= 500 || status === 429) return "later";
  if (status >= 400) return "shown";
  if (leads && signIn !== undefined && new URL(address).pathname === signIn) return "shown";
  return "taken";
}
