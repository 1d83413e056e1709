// The script of pages where people write: its elements keep what is typed, and every form does without them.

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
