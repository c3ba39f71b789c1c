// SPDX-License-Identifier: Apache-2.0
// The page: one view (filter, search, page) of the destinations, kept true by the event stream; it
// is there when the module keepalive is loaded.

import * as api from './api.js';
import * as detail from './detail.js';
import { pauseText } from './format.js';
import { Pages } from './pages.js';
import { Row } from './row.js';
import { listen } from './stream.js';

const $ = (id) => document.getElementById(id);
const pages = new Pages('destinations', { ask: api.destinations, search: 'search', key: 'id', newRow, fill, answered });
const showProblem = (problem) => pages.showProblem(problem);
let admin = false;
let reloadTimer = 0;

function newRow() {
  return new Row((id) => detail.open(id).catch(showProblem), admin ? removeDestination : null);
}

function fill(row, destination) {
  row.fill(destination);
  detail.refresh(destination.id);
}

function answered({ counts }) {
  showCounts(counts);
}

function showCounts({ up, down, unknown }) {
  $('count-all').textContent = up + down + unknown;
  $('count-up').textContent = up;
  $('count-down').textContent = down;
  $('count-unknown').textContent = unknown;
  document.title = down > 0 ? `(${down} down) Signalbox` : 'Signalbox';
}

function showPause({ pause }) {
  $('pause').hidden = !pause && !admin;
  $('pause').dataset.state = pause ? 'paused' : 'none';
  $('pause-text').textContent = pause ? `All pings are paused: ${pauseText(pause)}` : '';
  $('pause-all').textContent = pause ? 'Let all go on' : 'Pause all';
  $('pause-all').hidden = !admin;
  $('pause-all').onclick = () => {
    const reason = pause ? '' : prompt('Why are all pings paused?');
    if (reason === null) return;
    (pause ? api.resumeAll() : api.pauseAll({ reason })).then(showPause, showProblem);
  };
}

/** Loads soon, once for many events: membership of the view may have changed. */
function reloadSoon() {
  if (reloadTimer) return;
  reloadTimer = setTimeout(() => {
    reloadTimer = 0;
    pages.reload();
  }, 250);
}

function removeDestination(destination, pressed) {
  if (!confirm(`Stop watching ${destination.uri} of ${destination.owner}?`)) return;
  pages.act(pressed, () => api.remove(destination.id));
}

async function addDestination(event) {
  event.preventDefault();
  const form = event.target;
  const fields = Object.fromEntries(new FormData(form));
  const destination = { uri: fields.uri.trim(), owner: fields.owner.trim() };
  if (fields.intervalSeconds) destination.intervalSeconds = Number(fields.intervalSeconds);
  try {
    await api.add(destination);
    showProblem(null);
    form.elements.uri.value = '';
    form.elements.uri.focus();
    reloadSoon();
  } catch (problem) {
    showProblem(problem);
    if (problem.field) form.elements[problem.field]?.focus();
  }
}

/** Shows what is news of a destination, if this page has it. */
function put(destination) {
  const row = pages.row(destination.id);
  if (row) fill(row, destination);
}

function changed(destination) {
  put(destination);
  if (pages.view.state) reloadSoon();
}

const handlers = {
  added: reloadSoon,
  removed: reloadSoon,
  flushed: reloadSoon,
  overflow: reloadSoon,
  counts: showCounts,
  changed,
  updated: changed,
  paused: (news) => {
    showPause(news);
    reloadSoon();
  },
  target: ({ id }) => detail.refresh(id),
  answered: ({ destinations }) => destinations.forEach(put),
};

function wire() {
  const filters = document.querySelectorAll('[data-filter]');
  for (const filter of filters) {
    filter.addEventListener('click', () => {
      filters.forEach((each) => each.setAttribute('aria-pressed', String(each === filter)));
      pages.change({ state: filter.dataset.filter });
    });
  }
  pages.wire();
  $('add').addEventListener('submit', addDestination);
  setInterval(() => pages.rows().forEach((row) => row.tick()), 1000);
}

function showLink(state) {
  $('link').dataset.state = state;
  $('link').textContent = state === 'live' ? 'live' : 'connection lost, trying again';
}

function showAbsence(problem) {
  if (problem.status !== 404) throw problem;
  $('destinations-section').hidden = true;
  $('link').hidden = true;
}

async function start() {
  wire();
  const about = await api.server();
  admin = about.user.admin;
  $('add').hidden = !admin;
  const listeners = about.listeners.map((l) => `${l.protocol}:${l.host}:${l.port}`).join(', ');
  $('server').textContent = `${about.version} · listening on ${listeners || 'nothing'} · ${about.configuration}`;
  detail.wire(admin);
  const pause = await api.pauseOfAll().catch(showAbsence);
  if (!pause) return;
  showPause(pause);
  await pages.load();
  listen(handlers, showLink);
}

start().catch(showProblem);
