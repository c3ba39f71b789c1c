// SPDX-License-Identifier: Apache-2.0
// The table of kept messages: there when the module siprepo is loaded, asked for anew every two seconds while somebody looks.

import * as api from './api.js';
import { ago, local } from './format.js';

const PAGE = 50;
const EVERY_MILLIS = 2000;
const $ = (id) => document.getElementById(`messages-${id}`);
const view = { callId: '', after: 0, limit: PAGE };
const before = []; // where the pages in front of this one began
const rows = new Map();
let next = null;
let admin = false;
let asked = 0; // only the latest answer counts

function showProblem(problem) {
  $('problem').hidden = !problem;
  $('problem').textContent = problem ? problem.message : '';
}

function cell(tr, name, tag = 'td') {
  const element = document.createElement(tag);
  if (name) element.className = name;
  tr.append(element);
  return element;
}

function button(parent, text, action) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', () => action(element));
  parent.append(element);
  return element;
}

function newRow(number) {
  const tr = document.createElement('tr');
  const row = { tr, number: cell(tr, 'number') };
  row.line = cell(tr, '', 'th');
  row.line.scope = 'row';
  for (const name of ['callId', 'id', 'source', 'stored']) row[name] = cell(tr, name === 'stored' ? 'since' : 'why');
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

async function load() {
  const question = ++asked;
  const answer = await api.messages(view);
  if (question !== asked) return;
  $('section').hidden = false;
  const present = new Set(answer.messages.map((m) => m.number));
  for (const [number, row] of rows) {
    if (!present.has(number)) {
      row.tr.remove();
      rows.delete(number);
    }
  }
  answer.messages.forEach((message, at) => {
    const row = rows.get(message.number) || newRow(message.number);
    rows.set(message.number, row);
    fill(row, message);
    if ($('rows').children[at] !== row.tr) $('rows').insertBefore(row.tr, $('rows').children[at] || null);
  });
  next = answer.next;
  const first = before.length * PAGE;
  const shown = rows.size === 0 ? '0' : `${first + 1}–${first + rows.size}`;
  $('shown').textContent = `${shown} of ${answer.matching}`;
  $('previous').disabled = before.length === 0;
  $('next').disabled = next === null;
  $('empty').hidden = rows.size > 0;
  showProblem(null);
}

const reload = () => load().catch(showProblem);

async function show(number) {
  try {
    const message = await api.message(number);
    $('title').textContent = `Message ${number}`;
    $('text').textContent = message.text.replaceAll('\r\n', '\n');
    $('dialog').showModal();
  } catch (problem) {
    showProblem(problem);
    reload();
  }
}

async function attempt(pressed, action) {
  pressed.disabled = true;
  try {
    await action();
    await load();
  } catch (problem) {
    showProblem(problem);
  } finally {
    pressed.disabled = false;
  }
}

function replay(number, pressed) {
  const route = prompt(`Run message ${number} through which route? The copy stays.`);
  if (route) attempt(pressed, () => api.replayMessage(number, { route, keep: true }));
}

function remove(number, pressed) {
  if (confirm(`Remove message ${number}?`)) attempt(pressed, () => api.removeMessage(number));
}

function turn(part) {
  Object.assign(view, part);
  reload();
}

function wire() {
  let typing = 0;
  $('search').addEventListener('input', (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      before.length = 0;
      turn({ callId: event.target.value.trim(), after: 0 });
    }, 200);
  });
  $('previous').addEventListener('click', () => turn({ after: before.pop() }));
  $('next').addEventListener('click', () => {
    before.push(view.after);
    turn({ after: next });
  });
  $('close').addEventListener('click', () => $('dialog').close());
  setInterval(() => {
    if (document.visibilityState === 'visible') reload();
  }, EVERY_MILLIS);
}

async function start() {
  admin = (await api.server()).user.admin;
  if (!(await api.messages({ limit: 1 })).loaded) return;
  await load();
  wire();
}

start().catch(showProblem);
