// SPDX-License-Identifier: Apache-2.0
// The requests that wait, asked for again and again while the module async is loaded.

import * as api from './api.js';
import { ago, duration, local } from './format.js';

const MOST = 50;
const EVERY = 2000;
const $ = (id) => document.getElementById(id);
let admin = false;

const until = (instant) => duration((Date.parse(instant) - Date.now()) / 1000);

function cell(row, text, title = '', tag = 'td') {
  const element = document.createElement(tag);
  element.textContent = text;
  element.title = title;
  row.append(element);
  return element;
}

function action(cell, label, request, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.setAttribute('aria-label', `${label} ${request.method} ${request.callId}`);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await act(request.id);
      await load();
    } catch (problem) {
      $('problem').hidden = false;
      $('problem').textContent = problem.message;
    }
  });
  cell.append(button);
}

function row(request) {
  const tr = document.createElement('tr');
  cell(tr, `${request.method} ${request.callId}`, '', 'th').scope = 'row';
  cell(tr, request.source);
  cell(tr, ago(request.since), local(request.since));
  cell(tr, until(request.until), local(request.until));
  cell(tr, request.route || 'request_route');
  cell(tr, request.group);
  const actions = cell(tr, '');
  if (admin) {
    action(actions, 'Resume', request, api.resumeWaiting);
    action(actions, 'One minute more', request, (id) => api.extend(id, 60));
    action(actions, 'Answer 503', request, (id) => api.cancel(id, 503));
  }
  return tr;
}

function describe(group) {
  const late = group.queued > 0 ? `, ${group.queued} queued, the oldest for ${group.oldestMillis} ms` : '';
  const refused = group.refused > 0 ? `, ${group.refused} refused` : '';
  return `${group.name}: ${group.busy} of ${group.workers} busy${late}${refused}`;
}

async function load() {
  const answer = await api.waiting(MOST);
  $('waiting').hidden = answer.most === 0; // the module is not loaded
  $('waiting-total').textContent = answer.total;
  $('groups').textContent = answer.groups.map(describe).join(' · ');
  if (!$('waiting-rows').contains(document.activeElement)) {
    $('waiting-rows').replaceChildren(...answer.waiting.map(row));
  }
}

async function start() {
  admin = (await api.server()).user.admin;
  await load();
  if (!$('waiting').hidden) setInterval(() => load().catch(() => {}), EVERY);
}

start().catch(() => {}); // the rest of the page says that the server is gone
