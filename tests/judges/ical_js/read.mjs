// Reads a calendar from standard input and prints what ical.js makes of its events, as JSON.
// Instants come from the VTIMEZONEs of the file itself; a TZID without one gives null.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function instant(property, calendar) {
  if (!property) return null;
  const time = property.getFirstValue();
  if (time.isDate) return time.toString();
  const tzid = property.getParameter("tzid");
  if (!tzid) return time.zone === ICAL.Timezone.utcTimezone ? iso(time.toUnixTime()) : null;
  const zone = calendar.getTimeZoneByID(tzid);
  if (!zone) return null;
  time.zone = zone;
  return iso(time.toUnixTime());
}

function iso(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

function reading(event, calendar) {
  const start = event.getFirstProperty("dtstart");
  return {
    uid: event.getFirstPropertyValue("uid"),
    sequence: event.getFirstPropertyValue("sequence") ?? 0,
    status: event.getFirstPropertyValue("status") ?? "",
    start_utc: instant(start, calendar),
    end_utc: instant(event.getFirstProperty("dtend"), calendar),
    all_day: start?.getFirstValue().isDate ?? false,
  };
}

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent");
process.stdout.write(JSON.stringify(events.map((event) => reading(event, calendar))) + "\n");
