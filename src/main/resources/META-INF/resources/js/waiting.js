// SPDX-License-Identifier: Apache-2.0
// The requests that wait: there when the module async is loaded.

import * as api from './api.js';
import { button, cell } from './cells.js';
import { ago, duration, local } from './format.js';
import { Table } from './table.js';

const MOST = 50;
const $ = (id) => document.getElementById(id);
const table = new Table('waiting', { ask, key: 'id', newRow, fill, answered });
let admin = false;

const searched = () => $('waiting-search').value.trim();

const secondsLeft = ({ until }) => Math.max(0, (Date.parse(until) - Date.now()) / 1000);

const ACTIONS = [
  ['Resume', ({ id }) => api.resumeWaiting(id)],
  ['One minute more', (request) => api.extend(request.id, Math.round(secondsLeft(request)) + 60)],
  ['Answer 503', ({ id }) => api.cancel(id, 503)],
];

function ask() {
  return api.waiting({ callId: searched(), limit: MOST });
}

function newRow() {
  const tr = document.createElement('tr');
  const row = { tr, request: cell(tr, '', 'th') };
  row.request.scope = 'row';
  row.source = cell(tr);
  for (const name of ['since', 'until']) row[name] = cell(tr, 'since');
  for (const name of ['route', 'group']) row[name] = cell(tr);
  const actions = cell(tr, 'actions');
  row.buttons = (admin ? ACTIONS : []).map(([text, action]) =>
    button(actions, text, (pressed) => table.act(pressed, () => action(row.waiting))),
  );
  return row;
}

function fill(row, request) {
  row.waiting = request;
  row.request.textContent = `${request.method} ${request.callId}`;
  row.source.textContent = request.source;
  row.since.textContent = ago(request.since);
  row.since.title = local(request.since);
  row.until.textContent = duration(secondsLeft(request));
  row.until.title = local(request.until);
  row.route.textContent = request.route || 'request_route';
  row.group.textContent = request.group;
  for (const each of row.buttons) {
    each.setAttribute('aria-label', `${each.textContent} ${row.request.textContent}`);
  }
}

function describe(group) {
  const late = group.queued > 0 ? `, ${group.queued} queued, the oldest for ${group.oldestMillis} ms` : '';
  const refused = group.refused > 0 ? `, ${group.refused} refused` : '';
  return `${group.name}: ${group.busy} of ${group.workers} busy${late}${refused}`;
}

function shown(rows, total) {
  if (searched()) return rows ? `${rows} of ${total}` : 'Nobody of that call waits.';
  return rows < total ? `the ${rows} that go on next` : '';
}

function answered(answer) {
  $('waiting').hidden = answer.most === 0; // the module is not loaded
  $('waiting-total').textContent = answer.total;
  $('waiting-shown').textContent = shown(answer.waiting.length, answer.total);
  $('groups').textContent = answer.groups.map(describe).join(' · ');
}

async function start() {
  admin = (await api.server()).user.admin;
  table.whenSearched(() => table.reload());
  await table.reload();
  table.keepLoading(); // also without the module: a reload may bring it
}

start().catch(() => {}); // the rest of the page says that the server is gone
