// SPDX-License-Identifier: Apache-2.0
// How numbers and times read on the page.

const UNITS = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];

/** "3 min 12 s", two units at most. */
export function duration(seconds) {
  let rest = Math.max(0, Math.floor(seconds));
  const parts = [];
  for (const [name, size] of UNITS) {
    const n = Math.floor(rest / size);
    rest -= n * size;
    if (n > 0) parts.push(`${n} ${name}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ') || '0 s';
}

export const ago = (instant) => (instant ? duration((Date.now() - Date.parse(instant)) / 1000) : '–');

export const millis = (value) =>
  value === null || value === undefined ? '–' : `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;

export const local = (instant) => (instant ? new Date(instant).toLocaleString() : '');

export const pauseText = ({ reason, by, since, until }) =>
  `${reason || 'no reason given'}, by ${by} since ${local(since)}${until ? `, until ${local(until)}` : ''}`;
