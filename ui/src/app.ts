// The page's script. Every page works without it: it saves round trips, moves what moves with time,
// and keeps the programme at hand when the network is gone.

import { startClock } from "./clock.ts";
import { startDoor } from "./door.ts";
import { startFavourites } from "./favourites.ts";
import { closeMenus } from "./menus.ts";
import { showAge } from "./offline-note.ts";
import { startOnlyMine } from "./only-mine.ts";
import { startPasskeys } from "./passkeys.ts";
import { printOnRequest } from "./print.ts";
import { showCurrentPart } from "./rail.ts";
import { submitOnChange } from "./selects.ts";
import { startTheme } from "./theme.ts";
import { registerWorker } from "./worker.ts";

document.documentElement.classList.add("js");
const door = startDoor(document);
startClock(document);
startTheme(document);
startFavourites(document);
startOnlyMine(document);
startPasskeys(document);
submitOnChange(document);
printOnRequest(document);
closeMenus(document);
showCurrentPart(document);
showAge(document);
registerWorker(document);
door.watch();
