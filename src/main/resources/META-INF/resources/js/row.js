// SPDX-License-Identifier: Apache-2.0
// One table row: built once, then filled again with whatever is news.

import { button, cell } from './cells.js';
import { ago, local, millis } from './format.js';
import { newSparkline, sparkline } from './sparkline.js';

export class Row {
  constructor(onOpen, onRemove) {
    this.tr = document.createElement('tr');
    this.state = document.createElement('span');
    this.state.className = 'state';
    cell(this.tr).append(this.state);
    this.uri = cell(this.tr, '', 'th');
    this.uri.scope = 'row';
    this.name = document.createElement('a');
    this.name.addEventListener('click', (event) => {
      event.preventDefault();
      onOpen(this.destination.id);
    });
    this.uri.append(this.name);
    this.owner = cell(this.tr);
    this.since = cell(this.tr, 'since');
    this.why = cell(this.tr, 'why');
    this.roundTrip = cell(this.tr, 'number');
    this.history = newSparkline();
    cell(this.tr).append(this.history);
    this.pings = cell(this.tr, 'number');
    this.failures = cell(this.tr, 'number');
    const action = cell(this.tr);
    if (onRemove) {
      this.button = button(action, 'Remove', (pressed) => onRemove(this.destination, pressed));
    }
  }

  fill(destination) {
    const changed = this.destination && this.destination.state !== destination.state;
    this.destination = destination;
    this.tr.dataset.id = destination.id;
    this.state.dataset.state = destination.state;
    this.state.textContent = destination.state;
    this.name.textContent = destination.uri;
    this.name.href = `api/destinations/${destination.id}`;
    this.owner.textContent = destination.owner;
    this.why.textContent = [
      destination.reason,
      destination.stopped && 'pings stopped',
      destination.pause && `paused: ${destination.pause.reason || 'no reason given'}`,
      destination.maintenance && 'in maintenance',
    ].filter(Boolean).join('; ');
    this.why.title = destination.source ? `pinged from ${destination.source} at ${local(destination.lastPing)}` : '';
    this.roundTrip.textContent = millis(destination.roundTripMillis);
    this.pings.textContent = destination.pings;
    this.failures.textContent = destination.failures;
    sparkline(this.history, destination.roundTripsMillis);
    this.button?.setAttribute('aria-label', `Remove ${destination.uri} of ${destination.owner}`);
    if (changed) this.flash();
    this.tick();
  }

  flash() {
    this.tr.classList.remove('changed');
    void this.tr.offsetWidth; // restarts the animation
    this.tr.classList.add('changed');
  }

  tick() {
    this.since.textContent = ago(this.destination.since);
    this.since.title = local(this.destination.since);
  }
}
