// Calendar files: their lines by the letter of RFC 5545, their events by ical.js.
import ICAL from 'ical.js';

/** What is wrong with the lines themselves. */
export function calendarProblems(text) {
  const problems = [];
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) problems.push('a line does not end with CRLF');
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) problems.push(`${Buffer.byteLength(line)} octets: ${line}`);
    if (line.includes('\ufffd')) problems.push(`a character is torn: ${line}`);
  }
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const [name, wanted] of [['version', '2.0'], ['method', 'PUBLISH'], ['calscale', 'GREGORIAN']]) {
    if (calendar.getFirstPropertyValue(name) !== wanted) problems.push(`${name} is ${calendar.getFirstPropertyValue(name)}`);
  }
  for (const name of ['prodid', 'x-wr-calname']) if (!calendar.getFirstPropertyValue(name)) problems.push(`no ${name}`);
  for (const component of calendar.getAllSubcomponents()) {
    if (component.name !== 'vevent') problems.push(`a ${component.name}`);
    for (const name of ['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'description', 'sequence'])
      if (component.getAllProperties(name).length !== 1) problems.push(`${component.getAllProperties(name).length} of ${name}`);
  }
  return problems;
}

/** {uid, summary, description, start, days, sequence, alarm} of each event; `alarm` is the day of its alarm, null without one. */
export function eventsOf(text) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    if (!event.startDate.isDate || !event.endDate.isDate) throw new Error(`${event.summary} is no all-day event`);
    const [alarm] = component.getAllSubcomponents('valarm');
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      days: event.duration.toSeconds() / 86_400,
      sequence: event.sequence,
      alarm: alarm ? alarmDay(event, alarm) : null,
    };
  });
}

function alarmDay(event, alarm) {
  if (alarm.getFirstPropertyValue('action') !== 'DISPLAY' || !alarm.getFirstPropertyValue('description')) throw new Error('an alarm that shows nothing');
  const at = event.startDate.clone();
  at.isDate = false;
  at.addDuration(alarm.getFirstPropertyValue('trigger'));
  if (at.hour !== 9 || at.minute !== 0) throw new Error(`an alarm at ${at.hour}:${at.minute}`);
  return at.toString().slice(0, 10);
}
