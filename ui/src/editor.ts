// The script of the office's schedule: everything it does a form does as well.

import { ScheduleGrid } from "./editor/schedule-grid.ts";

customElements.define("schedule-grid", ScheduleGrid);
