// Passkeys: the browser's own dialogue between a form of ours and an authenticator.
//
// A form says what it does (`data-passkey`: use or make) and whom it asks. Its button is hidden until
// the browser is known to have passkeys. Where the browser can offer one while an address is being
// typed, it does; that waits in the background and gives way to the button.

interface Options<T> {
  publicKey: T;
}

/** What our server sends for a challenge; the bytes in it are base64url. */
type Making = Options<PublicKeyCredentialCreationOptionsJSON>;
type Using = Options<PublicKeyCredentialRequestOptionsJSON>;

/** Takes over the forms with passkeys of a page. */
export function startPasskeys(page: Document): void {
  const forms = [...page.querySelectorAll<HTMLFormElement>("form[data-passkey]")];
  if (forms.length === 0 || typeof PublicKeyCredential === "undefined") return;
  const offer = new Offer();
  for (const form of forms) {
    form.querySelector<HTMLButtonElement>("button[hidden]")?.removeAttribute("hidden");
    form.querySelector("[data-passkey-none]")?.remove();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      offer.end();
      void run(form, () => credentialOf(form));
    });
    if (form.dataset["passkey"] === "use") void offer.begin(form);
  }
}

/** The offer beside an address that is being typed. Only one dialogue can be open at a time. */
class Offer {
  readonly #ending = new AbortController();

  end(): void {
    this.#ending.abort();
  }

  async begin(form: HTMLFormElement): Promise<void> {
    const field = document.querySelector('input[autocomplete~="webauthn"]');
    if (!field || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    // Nobody pays for a challenge who does not touch the field.
    field.addEventListener("focus", () => void this.#wait(form), { once: true });
    if (field === document.activeElement) void this.#wait(form);
  }

  async #wait(form: HTMLFormElement): Promise<void> {
    if (this.#ending.signal.aborted) return;
    const silently = async (): Promise<PublicKeyCredential | null> => {
      const { publicKey } = await ask<Using>(form, {});
      const options: CredentialRequestOptions = {
        publicKey: requestOf(publicKey),
        mediation: "conditional",
        signal: this.#ending.signal,
      };
      return (await navigator.credentials.get(options)) as PublicKeyCredential | null;
    };
    try {
      const credential = await silently();
      if (credential) await finish(form, credential);
    } catch {
      // Nobody asked for it: its failing is no news.
    }
  }
}

async function credentialOf(form: HTMLFormElement): Promise<PublicKeyCredential | null> {
  if (form.dataset["passkey"] === "use") {
    const { publicKey } = await ask<Using>(form, {});
    return (await navigator.credentials.get({ publicKey: requestOf(publicKey) })) as PublicKeyCredential | null;
  }
  const name = String(new FormData(form).get("name") ?? "");
  const { publicKey } = await ask<Making>(form, { name });
  return (await navigator.credentials.create({ publicKey: creationOf(publicKey) })) as PublicKeyCredential | null;
}

async function run(form: HTMLFormElement, get: () => Promise<PublicKeyCredential | null>): Promise<void> {
  const button = form.querySelector("button");
  button?.setAttribute("aria-busy", "true");
  say(form, "");
  try {
    const credential = await get();
    if (credential) await finish(form, credential);
    else say(form, form.dataset["refused"] ?? "");
  } catch (problem) {
    const stopped = problem instanceof DOMException && ["NotAllowedError", "AbortError"].includes(problem.name);
    say(form, form.dataset[stopped ? "refused" : "failed"] ?? "");
  } finally {
    button?.removeAttribute("aria-busy");
  }
}

async function finish(form: HTMLFormElement, credential: PublicKeyCredential): Promise<void> {
  const next = form.querySelector<HTMLInputElement>('input[name="next"]')?.value;
  const body = next ? { credential: written(credential), next } : { credential: written(credential) };
  const answer = await post<{ next: string }>(form.dataset["answer"] ?? "", body);
  location.assign(answer.next);
}

const ask = <T>(form: HTMLFormElement, body: object): Promise<T> => post<T>(form.dataset["ask"] ?? "", body);

async function post<T>(address: string, body: object): Promise<T> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return (await response.json()) as T;
}

function say(form: HTMLFormElement, words: string): void {
  const place = form.querySelector<HTMLElement>("[data-passkey-says]");
  if (!place) return;
  place.textContent = words;
  place.hidden = words === "";
}

// Browsers have functions for these too, but not those of two years ago.

function creationOf(options: PublicKeyCredentialCreationOptionsJSON): PublicKeyCredentialCreationOptions {
  return {
    ...(options as object as PublicKeyCredentialCreationOptions),
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: (options.excludeCredentials ?? []).map(descriptor),
  };
}

function requestOf(options: PublicKeyCredentialRequestOptionsJSON): PublicKeyCredentialRequestOptions {
  return {
    ...(options as object as PublicKeyCredentialRequestOptions),
    challenge: bytes(options.challenge),
    allowCredentials: (options.allowCredentials ?? []).map(descriptor),
  };
}

function descriptor(known: PublicKeyCredentialDescriptorJSON): PublicKeyCredentialDescriptor {
  return { type: "public-key", id: bytes(known.id) };
}

/** A credential as our server reads it. */
function written(credential: PublicKeyCredential): object {
  const { response } = credential;
  const shared = { id: credential.id, rawId: text(credential.rawId), type: credential.type, extensions: {} };
  if (response instanceof AuthenticatorAttestationResponse) {
    const { attestationObject, clientDataJSON } = response;
    return { ...shared, response: { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) } };
  }
  const { authenticatorData, clientDataJSON, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return {
    ...shared,
    response: {
      authenticatorData: text(authenticatorData),
      clientDataJSON: text(clientDataJSON),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : null,
    },
  };
}

function bytes(words: string): Uint8Array<ArrayBuffer> {
  const binary = atob(words.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
