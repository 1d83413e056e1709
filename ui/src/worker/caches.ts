// The worker's caches. All carry the version of the assets, because a page is worth nothing without its style sheet.

declare const __ASSETS__: string[];
declare const __VERSION__: string;

/** Scripts, style sheet, icons, fonts. */
export const ASSETS = `wiec-assets-${__VERSION__}`;
/** Pages that the visitor opened, as they were. */
export const VISITS = `wiec-visits-${__VERSION__}`;
/** All pages of the programme, as of one release. */
export const BUNDLE = `wiec-bundle-${__VERSION__}`;

/** The page that is left when nothing else is; the English one is under `/en`. */
export const LAST_RESORT = "/offline";

/** Stores what every page needs. */
export async function keepShell(): Promise<void> {
  const assets = await caches.open(ASSETS);
  await assets.addAll(__ASSETS__);
  const visits = await caches.open(VISITS);
  // Not worth failing the installation for.
  await visits.addAll([LAST_RESORT, `/en${LAST_RESORT}`]).catch(() => undefined);
}

/** The bundles of other versions. */
export async function olderBundles(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith("wiec-bundle-") && name !== BUNDLE);
}

/** Deletes the caches of other versions. */
export async function dropOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("wiec-") && ![ASSETS, VISITS, BUNDLE].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}
