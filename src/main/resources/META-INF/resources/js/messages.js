// SPDX-License-Identifier: Apache-2.0
// The table of kept messages: there when the module siprepo is loaded.

import * as api from './api.js';
import { button, cell } from './cells.js';
import { ago, local } from './format.js';
import { Pages } from './pages.js';

const pages = new Pages('messages', { ask: api.messages, search: 'callId', key: 'number', newRow, fill, answered });
const $ = (id) => pages.part(id);
let admin = false;

function newRow(number) {
  const tr = document.createElement('tr');
  const row = { tr, number: cell(tr, 'number') };
  row.line = cell(tr, '', 'th');
  row.line.scope = 'row';
  for (const name of ['callId', 'id']) row[name] = cell(tr, 'text');
  row.source = cell(tr);
  row.stored = cell(tr, 'since');
  row.bytes = cell(tr, 'number');
  const actions = cell(tr, 'actions');
  row.show = button(actions, 'Show', () => show(number));
  if (admin) {
    row.replay = button(actions, 'Replay', (pressed) => replay(number, pressed));
    row.remove = button(actions, 'Remove', (pressed) => remove(number, pressed));
  }
  return row;
}

function fill(row, message) {
  row.number.textContent = message.number;
  row.line.textContent = message.line;
  row.callId.textContent = message.callId;
  row.id.textContent = message.id;
  row.source.textContent = message.source ?? 'here';
  row.source.title = message.listener ? `to ${message.listener}` : '';
  row.stored.textContent = ago(message.stored);
  row.stored.title = local(message.stored);
  row.bytes.textContent = message.bytes;
  for (const name of ['show', 'replay', 'remove']) {
    row[name]?.setAttribute('aria-label', `${row[name].textContent} message ${message.number} of ${message.callId}`);
  }
}

async function show(number) {
  try {
    const message = await api.message(number);
    $('title').textContent = `Message ${number}`;
    $('text').textContent = message.text.replaceAll('\r\n', '\n');
    $('dialog').showModal();
  } catch (problem) {
    pages.showProblem(problem);
    pages.reload();
  }
}

function replay(number, pressed) {
  const route = prompt(`Run message ${number} through which route? The copy stays.`);
  if (route) pages.act(pressed, () => api.replayMessage(number, { route, keep: true }));
}

function remove(number, pressed) {
  if (confirm(`Remove message ${number}?`)) pages.act(pressed, () => api.removeMessage(number));
}

function answered(answer) {
  $('section').hidden = !answer.loaded;
}

async function start() {
  admin = (await api.server()).user.admin;
  $('close').addEventListener('click', () => $('dialog').close());
  pages.wire();
  await pages.reload();
  pages.keepLoading(); // also without the module: a reload may bring it
}

start().catch((problem) => pages.showProblem(problem));
