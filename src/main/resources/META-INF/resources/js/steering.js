// SPDX-License-Identifier: Apache-2.0
// What one connection is told in a dialog: how long it may be idle, and whether its peer is probed.

import * as api from './api.js';

const $ = (part) => document.getElementById(`connection-${part}`);
const dialog = document.getElementById('connection');
let shown = null;

export function open(connection) {
  shown = connection;
  $('title').textContent = `Connection ${connection.id} with ${connection.peer}`;
  $('lifetime').elements.seconds.value = connection.lifetimeSeconds ?? '';
  $('told').textContent = '';
  dialog.showModal();
}

const number = (form, name) => Number(form.elements[name].value);

const probing = (form) =>
  Object.fromEntries(['idleSeconds', 'intervalSeconds', 'count'].map((name) => [name, number(form, name)]));

/** Makes the dialog work; `changed` hears of what the table may show. */
export function wire(changed) {
  async function tell(order, done) {
    try {
      await order();
      $('told').textContent = done;
      changed();
    } catch (problem) {
      $('told').textContent = problem.message;
    }
  }
  const submitted = (part, tells) =>
    $(part).addEventListener('submit', (event) => {
      event.preventDefault();
      tells(event.target);
    });
  submitted('lifetime', (form) => {
    const seconds = form.elements.seconds.value === '' ? null : number(form, 'seconds');
    tell(() => api.setLifetime(shown.id, seconds), seconds === null ? 'It never ends by itself.' : 'Its lifetime is set.');
  });
  submitted('keepalive', (form) => tell(() => api.keepalive(shown.id, probing(form)), 'Keepalive is on.'));
  $('off').addEventListener('click', () => tell(() => api.keepaliveOff(shown.id), 'Keepalive is off.'));
  $('done').addEventListener('click', () => dialog.close());
}
