// Favourites as values: a list of session codes, and what has not reached the server yet.

/** What is done to a favourite. */
export type Act = "add" | "remove";

/** Acts not yet sent, at most one for each session: only the last press counts. */
export type Queue = Readonly<Record<string, Act>>;

/** The list with the queue done to it, in the order in which sessions were added. */
export function merged(list: readonly string[], queue: Queue): string[] {
  const kept = list.filter((code, index) => queue[code] !== "remove" && list.indexOf(code) === index);
  const added = Object.keys(queue).filter((code) => queue[code] === "add" && !kept.includes(code));
  return [...kept, ...added];
}

/** The queue after one more press. */
export function queued(queue: Queue, code: string, act: Act): Queue {
  return { ...queue, [code]: act };
}

/** The queue after the server took an act, unless the star was pressed again in the meantime. */
export function settled(queue: Queue, code: string, act: Act): Queue {
  if (queue[code] !== act) return queue;
  return Object.fromEntries(Object.entries(queue).filter(([other]) => other !== code));
}

/** A queue that gives a server which knows nothing what the device knows: sending it twice changes nothing. */
export function restoring(list: readonly string[], queue: Queue): Queue {
  return { ...Object.fromEntries(list.map((code): [string, Act] => [code, "add"])), ...queue };
}
