// SPDX-License-Identifier: Apache-2.0
// The table of stream connections.

import * as api from './api.js';
import { button, cell } from './cells.js';
import { ago, duration, local } from './format.js';
import { Pages } from './pages.js';
import * as steering from './steering.js';

const pages = new Pages('connections', { ask: api.connections, search: 'search', key: 'id', newRow, fill });
let admin = false;

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
  const actions = cell(tr, 'actions');
  if (admin) {
    row.steer = button(actions, 'Steer', () => steering.open(row.connection));
    row.button = button(actions, 'Close', () => close(id, row));
  }
  return row;
}

function fill(row, connection) {
  row.connection = connection;
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
  row.steer?.setAttribute('aria-label', `Steer connection ${connection.id} with ${connection.peer}`);
  row.button?.setAttribute('aria-label', `Close connection ${connection.id} with ${connection.peer}`);
}

function close(id, row) {
  if (!confirm(`Close connection ${id} with ${row.peer.textContent}?`)) return;
  pages.act(row.button, () => api.closeConnection(id));
}

async function start() {
  pages.wire();
  steering.wire(() => pages.reload());
  admin = (await api.server()).user.admin;
  await pages.load();
  pages.keepLoading();
}

start().catch((problem) => pages.showProblem(problem));
