// SPDX-License-Identifier: Apache-2.0
// Everything about one destination in a dialog: why it is so, what happened, what it is told to do.

import * as api from './api.js';
import { ago, local, millis, pauseText } from './format.js';

const $ = (id) => document.getElementById(id);
let shown = null;

function element(tag, text, ...children) {
  const made = document.createElement(tag);
  if (text !== null) made.textContent = text;
  made.append(...children);
  return made;
}

function facts(pairs) {
  return pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .flatMap(([name, value]) => [element('dt', name), element('dd', value)]);
}

const targetText = ({ state, since, reason, roundTrips: times }) =>
  `${state} for ${ago(since)}: ${reason}${times ? `, median ${millis(times.medianMillis)}` : ''}`;

/** What happened to it and to its addresses, latest first. */
function changes({ history, targets }) {
  const ofTargets = targets.flatMap(({ address, history: own }) => own.map((change) => ({ ...change, address })));
  return [...history, ...ofTargets].sort((a, b) => new Date(b.at) - new Date(a.at));
}

function fill(destination) {
  shown = destination;
  const times = destination.roundTrips;
  $('detail-title').textContent = destination.uri;
  $('detail-facts').replaceChildren(
    ...facts([
      ['State', `${destination.state} for ${ago(destination.since)}`],
      ['Why', destination.reason],
      ['Last code', destination.code],
      ['Owner', destination.owner],
      ['Group', destination.group],
      ['Pinged from', destination.source],
      ['Last ping', local(destination.lastPing)],
      ['Last success', local(destination.lastUp)],
      ['Last failure', local(destination.lastDown)],
      ['Round trips', times && `median ${millis(times.medianMillis)}, 95 % ${millis(times.p95Millis)}, 99 % ${millis(times.p99Millis)}, of ${times.count}`],
      ['Paused', destination.pause && pauseText(destination.pause)],
      ['Maintenance', destination.maintenance ? 'nobody is told of changes' : null],
      ['Changed', destination.changed && `${destination.changed.what} by ${destination.changed.by}, ${local(destination.changed.at)}`],
      ...destination.targets.map((target) => [target.address, targetText(target)]),
    ]),
  );
  $('detail-history').replaceChildren(
    ...changes(destination).map(({ at, address, previous, state, reason }) =>
      element('li', `${local(at)}: ${address ? `${address} ` : ''}${previous} → ${state}, ${reason}`),
    ),
  );
  $('detail-settings').replaceChildren(
    ...facts(Object.entries(destination.settings).map(([name, value]) => [
      destination.own.includes(name) ? `${name} (own)` : name,
      value,
    ])),
  );
  $('detail-pause').textContent = destination.pause ? 'Go on' : 'Pause';
  $('detail-maintenance').textContent = destination.maintenance ? 'End maintenance' : 'Maintenance';
}

export async function open(id) {
  $('detail-problem').hidden = true;
  fill(await api.destination(id));
  $('detail').showModal();
}

/** Fills the dialog anew when the destination it shows is news. */
export function refresh(id) {
  if ($('detail').open && shown?.id === id) {
    const still = (act) => (answer) => {
      if (shown.id === id) act(answer); // else another one has been opened meanwhile
    };
    const gone = (problem) => {
      if (problem.status === 404) $('detail').close();
    };
    api.destination(id).then(still(fill), still(gone));
  }
}

async function attempt(work) {
  try {
    fill(await work());
    $('detail-problem').hidden = true;
  } catch (problem) {
    $('detail-problem').hidden = false;
    $('detail-problem').textContent = problem.message;
  }
}

export function wire(admin) {
  $('detail-close').addEventListener('click', () => $('detail').close());
  $('detail-actions').hidden = !admin;
  $('detail-pause').addEventListener('click', () =>
    attempt(() => {
      if (shown.pause) return api.resume(shown.id);
      return api.pause(shown.id, { reason: $('detail-reason').value });
    }),
  );
  $('detail-maintenance').addEventListener('click', () =>
    attempt(() => api.change(shown.id, { maintenance: shown.maintenance ? null : 1 })),
  );
  $('detail-set').addEventListener('submit', (event) => {
    event.preventDefault();
    const { name, value } = event.target.elements;
    attempt(() => api.change(shown.id, { [name.value.trim()]: value.value === '' ? null : value.value }));
  });
}
