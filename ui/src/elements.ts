// The script of pages where people write, and of the clock on stage: its elements keep what is typed, and every
// page does without them.

import { StageTimer } from "./calls/stage-timer.ts";
import { HideWords } from "./calls/hide-words.ts";
import { KeptForm } from "./kept/kept-form.ts";
import { sweepDrafts } from "./kept/draft-store.ts";
import { LetterCount } from "./letter-count.ts";
import { AmendText } from "./register/amend-text.ts";
import { LastVisit } from "./register/last-visit.ts";
import { SectionHold } from "./register/section-hold.ts";

sweepDrafts();
customElements.define("kept-form", KeptForm);
customElements.define("letter-count", LetterCount);
customElements.define("amend-text", AmendText);
customElements.define("section-hold", SectionHold);
customElements.define("last-visit", LastVisit);
customElements.define("stage-timer", StageTimer);
customElements.define("hide-words", HideWords);
