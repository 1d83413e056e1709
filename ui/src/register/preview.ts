// When a preview is asked for, and which answer counts: the last one asked for, and none twice.

/** What is asked for in a moment. */
export interface Asking {
  /** Asks in a moment, unless the answer to just this is shown; whether it will. */
  ask(body: string): boolean;
  /** Asks no more. */
  stop(): void;
}

/** What becomes of a request. */
export interface Heard {
  /** The fragment of HTML that came. */
  shown(html: string): void;
  /** No answer, or one of no use: the last good preview stays. */
  missed(): void;
}

/** Fetches a fragment; nothing if the server has none. Rejects when nobody answers. */
export type Fetch = (body: string, signal: AbortSignal) => Promise<string | undefined>;

/** Asks `pause` milliseconds after the last change; an older request that is still on its way is given up. */
export function asking(fetch: Fetch, heard: Heard, pause: number): Asking {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  let shown: string | undefined;

  const run = async (body: string) => {
    const mine = new AbortController();
    running = mine;
    const html = await fetch(body, mine.signal).catch(() => undefined);
    if (mine.signal.aborted) return;
    shown = html === undefined ? undefined : body;
    if (html === undefined) heard.missed();
    else heard.shown(html);
  };
  const stop = () => {
    clearTimeout(timer);
    running?.abort();
  };
  return {
    ask(body) {
      stop();
      if (body === shown) return false;
      timer = setTimeout(() => void run(body), pause);
      return true;
    },
    stop,
  };
}
