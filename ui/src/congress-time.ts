// The congress has a clock of its own: a demonstration runs on the day of its programme, whatever today is.

/** Now at the congress, in seconds since the epoch; the server says how far it is from the device's clock. */
export function congressNow(page: Document, deviceMs = Date.now()): number {
  return deviceMs / 1000 + Number(page.documentElement.dataset["shift"] ?? 0);
}

/** An instant as people say it: `10:42`, without a leading zero in the morning. */
export function timeOfDay(seconds: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", hourCycle: "h23", timeZone: zone }).formatToParts(seconds * 1000);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${Number(part("hour"))}:${part("minute")}`;
}

/** The zone that an element's times are told in. */
export function zoneOf(element: Element): string {
  return element.closest<HTMLElement>("[data-zone]")?.dataset["zone"] ?? "Europe/Warsaw";
}
