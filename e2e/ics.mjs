// Calendar files, read by a parser that is not ours.

import assert from "node:assert/strict";
import ICAL from "ical.js";

/**
 * Reads the one calendar of a letter and demands what RFC 5546 asks of it.
 *
 * Answers `{ method, events }`; an event is `{ uid, sequence, status, summary, location, start, end }` with times as
 * milliseconds.
 */
export function calendarOf(letter) {
  const files = letter.attachments.filter(({ contentType }) => contentType === "text/calendar");
  assert.equal(files.length, 1, `${letter.subject}: ${files.length} calendars`);
  assert.match(files[0].filename ?? "", /\.ics$/);
  return readCalendar(files[0].content.toString("utf8"));
}

/** As `calendarOf`, for the text of a file. */
export function readCalendar(text) {
  assert.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75), "a line is not folded");
  assert.ok(!/[^\r]\n/.test(text), "a line ends without CR");
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.name, "vcalendar");
  assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
  assert.ok(calendar.getFirstPropertyValue("prodid"));
  const events = calendar.getAllSubcomponents("vevent").map(event);
  const uids = events.map(({ uid }) => uid);
  assert.equal(new Set(uids).size, uids.length, "an event stands in it twice");
  return { method: calendar.getFirstPropertyValue("method"), events };
}

function event(component) {
  for (const needed of ["uid", "dtstamp", "dtstart"]) {
    assert.equal(component.getAllProperties(needed).length, 1, `an event with no ${needed}, or with two`);
  }
  const { uid, sequence, summary, location, startDate, endDate } = new ICAL.Event(component);
  assert.ok(endDate.compare(startDate) > 0, `${uid} ends before it starts`);
  return {
    uid,
    sequence,
    status: component.getFirstPropertyValue("status"),
    summary,
    location,
    start: startDate.toUnixTime() * 1000,
    end: endDate.toUnixTime() * 1000,
  };
}
