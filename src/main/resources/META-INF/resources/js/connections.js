// SPDX-License-Identifier: Apache-2.0
// The table of stream connections: asked for anew every two seconds while somebody looks.

import * as api from './api.js';
import { ago, duration, local } from './format.js';

const PAGE = 50;
const EVERY_MILLIS = 2000;
const $ = (id) => document.getElementById(`connections-${id}`);
const view = { search: '', after: 0, limit: PAGE };
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

function newRow(id) {
  const tr = document.createElement('tr');
  const row = { tr, id: cell(tr, 'number') };
  row.state = document.createElement('span');
  row.state.className = 'state';
  cell(tr).append(row.state);
  row.peer = cell(tr, '', 'th');
  row.peer.scope = 'row';
  row.local = cell(tr);
  for (const name of ['since', 'idle', 'left']) row[name] = cell(tr, 'since');
  row.received = cell(tr, 'number');
  row.sent = cell(tr, 'number');
  const action = cell(tr);
  if (admin) {
    row.button = document.createElement('button');
    row.button.type = 'button';
    row.button.textContent = 'Close';
    row.button.addEventListener('click', () => close(id, row));
    action.append(row.button);
  }
  return row;
}

function fill(row, connection) {
  row.id.textContent = connection.id;
  row.state.dataset.state = connection.state;
  row.state.textContent = connection.state;
  row.peer.textContent = `${connection.protocol}:${connection.peer}`;
  row.peer.title = connection.proxy ? `through the proxy at ${connection.proxy}` : '';
  row.local.textContent = `${connection.outgoing ? 'from' : 'to'} ${connection.local}`;
  row.since.textContent = ago(connection.created);
  row.since.title = local(connection.created);
  row.idle.textContent = duration(connection.idleSeconds);
  row.left.textContent = connection.remainingSeconds === null ? 'never' : duration(connection.remainingSeconds);
  row.received.textContent = connection.messagesReceived;
  row.received.title = `${connection.bytesReceived} bytes`;
  row.sent.textContent = connection.messagesSent;
  row.sent.title = `${connection.bytesSent} bytes, ${connection.queuedBytes} more wait`;
  row.button?.setAttribute('aria-label', `Close connection ${connection.id} with ${connection.peer}`);
}

async function load() {
  const question = ++asked;
  const answer = await api.connections(view);
  if (question !== asked) return;
  const present = new Set(answer.connections.map((c) => c.id));
  for (const [id, row] of rows) {
    if (!present.has(id)) {
      row.tr.remove();
      rows.delete(id);
    }
  }
  answer.connections.forEach((connection, at) => {
    const row = rows.get(connection.id) || newRow(connection.id);
    rows.set(connection.id, row);
    fill(row, connection);
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

async function close(id, row) {
  if (!confirm(`Close connection ${id} with ${row.peer.textContent}?`)) return;
  row.button.disabled = true;
  try {
    await api.closeConnection(id);
    reload();
  } catch (problem) {
    row.button.disabled = false;
    showProblem(problem);
  }
}

function show(part) {
  Object.assign(view, part);
  reload();
}

function wire() {
  let typing = 0;
  $('search').addEventListener('input', (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      before.length = 0;
      show({ search: event.target.value.trim(), after: 0 });
    }, 200);
  });
  $('previous').addEventListener('click', () => show({ after: before.pop() }));
  $('next').addEventListener('click', () => {
    before.push(view.after);
    show({ after: next });
  });
  setInterval(() => {
    if (document.visibilityState === 'visible') reload();
  }, EVERY_MILLIS);
}

async function start() {
  wire();
  admin = (await api.server()).user.admin;
  await load();
}

start().catch(showProblem);
