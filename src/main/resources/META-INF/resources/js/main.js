// SPDX-License-Identifier: Apache-2.0
// The page: one view (filter, search, page) of the destinations, kept true by the event stream.

import * as api from './api.js';
import * as detail from './detail.js';
import { Row } from './row.js';
import { listen } from './stream.js';

const PAGE = 100;
const $ = (id) => document.getElementById(id);
const view = { state: '', search: '', after: 0, limit: PAGE };
const before = []; // where the pages in front of this one began
const rows = new Map();
let matching = 0;
let next = null;
let admin = false;
let reloadTimer = 0;

function showProblem(problem) {
  $('problem').hidden = !problem;
  $('problem').textContent = problem ? problem.message : '';
}

function showCounts({ up, down, unknown }) {
  $('count-all').textContent = up + down + unknown;
  $('count-up').textContent = up;
  $('count-down').textContent = down;
  $('count-unknown').textContent = unknown;
  document.title = down > 0 ? `(${down} down) Signalbox` : 'Signalbox';
}

function showRange() {
  const first = before.length * PAGE;
  $('shown').textContent = rows.size === 0 ? `0 of ${matching}` : `${first + 1}–${first + rows.size} of ${matching}`;
  $('previous').disabled = before.length === 0;
  $('next').disabled = next === null;
  $('empty').hidden = rows.size > 0;
}

function put(destination) {
  let row = rows.get(destination.id);
  if (!row) {
    row = new Row((id) => detail.open(id).catch(showProblem), admin ? removeDestination : null);
    rows.set(destination.id, row);
    $('rows').append(row.element);
  }
  row.fill(destination);
  detail.refresh(destination.id);
}

function showPause({ pause }) {
  $('pause').hidden = !pause && !admin;
  $('pause').dataset.state = pause ? 'paused' : 'none';
  $('pause-text').textContent = pause
    ? `All pings are paused: ${pause.reason || 'no reason given'} (${pause.by}${pause.until ? `, until ${new Date(pause.until).toLocaleString()}` : ''})`
    : '';
  $('pause-all').textContent = pause ? 'Let all go on' : 'Pause all';
  $('pause-all').hidden = !admin;
  $('pause-all').onclick = () => {
    const reason = pause ? '' : prompt('Why are all pings paused?');
    if (reason === null) return;
    (pause ? api.resumeAll() : api.pauseAll({ reason })).then(showPause, showProblem);
  };
}

async function load() {
  const answer = await api.destinations(view);
  const present = new Set(answer.destinations.map((d) => d.id));
  for (const [id, row] of rows) {
    if (!present.has(id)) {
      row.element.remove();
      rows.delete(id);
    }
  }
  for (const destination of answer.destinations) {
    put(destination);
    $('rows').append(rows.get(destination.id).element);
  }
  matching = answer.matching;
  next = answer.next;
  showCounts(answer.counts);
  showRange();
}

/** Loads soon, once for many events: membership of the view may have changed. */
function reloadSoon() {
  if (reloadTimer) return;
  reloadTimer = setTimeout(() => {
    reloadTimer = 0;
    load().catch(showProblem);
  }, 250);
}

async function removeDestination(destination, button) {
  if (!confirm(`Stop watching ${destination.uri} of ${destination.owner}?`)) return;
  button.disabled = true;
  try {
    await api.remove(destination.id);
    showProblem(null);
    reloadSoon();
  } catch (problem) {
    button.disabled = false;
    showProblem(problem);
  }
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

const known = (destination) => rows.has(destination.id);
const handlers = {
  added: reloadSoon,
  removed: reloadSoon,
  flushed: reloadSoon,
  overflow: reloadSoon,
  counts: showCounts,
  changed: (destination) => {
    if (known(destination)) put(destination);
    if (view.state) reloadSoon();
  },
  updated: (destination) => {
    if (known(destination)) put(destination);
    if (view.state) reloadSoon();
  },
  paused: (news) => {
    showPause(news);
    reloadSoon();
  },
  answered: ({ destinations }) => destinations.filter(known).forEach(put),
};

function show(part) {
  Object.assign(view, part);
  load().then(() => showProblem(null), showProblem);
}

function change(part) {
  before.length = 0;
  show({ after: 0, ...part });
}

function wire() {
  for (const button of document.querySelectorAll('[data-filter]')) {
    button.addEventListener('click', () => {
      document.querySelectorAll('[data-filter]').forEach((b) => b.setAttribute('aria-pressed', String(b === button)));
      change({ state: button.dataset.filter });
    });
  }
  let typing = 0;
  $('search').addEventListener('input', (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ search: event.target.value.trim() }), 200);
  });
  $('previous').addEventListener('click', () => show({ after: before.pop() }));
  $('next').addEventListener('click', () => {
    before.push(view.after);
    show({ after: next });
  });
  $('add').addEventListener('submit', addDestination);
  setInterval(() => rows.forEach((row) => row.tick()), 1000);
}

function showLink(state) {
  $('link').dataset.state = state;
  $('link').textContent = state === 'live' ? 'live' : 'connection lost, trying again';
}

async function start() {
  wire();
  const about = await api.server();
  admin = about.user.admin;
  $('add').hidden = !admin;
  const listeners = about.listeners.map((l) => `${l.protocol}:${l.host}:${l.port}`).join(', ');
  $('server').textContent = `${about.version} · listening on ${listeners || 'nothing'} · ${about.configuration}`;
  detail.wire(admin);
  showPause(await api.pauseOfAll());
  await load();
  listen(handlers, showLink);
}

start().catch(showProblem);
