// SPDX-License-Identifier: Apache-2.0
// One table row: built once, then filled again with whatever is news.

import { button, cell } from './cells.js';
import { ago, local, millis } from './format.js';
import { newSparkline, sparkline } from './sparkline.js';

export class Row {
  constructor(onOpen, onRemove) {
    this.element = document.createElement('tr');
    this.state = document.createElement('span');
    this.state.className = 'state';
    cell(this.element).append(this.state);
    this.uri = cell(this.element, '', 'th');
    this.uri.scope = 'row';
    this.name = document.createElement('a');
    this.name.addEventListener('click', (event) => {
      event.preventDefault();
      onOpen(this.destination.id);
    });
    this.uri.append(this.name);
    this.owner = cell(this.element);
    this.since = cell(this.element, 'since');
    this.why = cell(this.element, 'why');
    this.roundTrip = cell(this.element, 'number');
    this.history = newSparkline();
    cell(this.element).append(this.history);
    this.pings = cell(this.element, 'number');
    this.failures = cell(this.element, 'number');
    const action = cell(this.element);
    if (onRemove) {
      this.button = button(action, 'Remove', (pressed) => onRemove(this.destination, pressed));
    }
  }

  fill(destination) {
    const changed = this.destination && this.destination.state !== destination.state;
    this.destination = destination;
    this.element.dataset.id = destination.id;
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
    this.element.classList.remove('changed');
    void this.element.offsetWidth; // restarts the animation
    this.element.classList.add('changed');
  }

  tick() {
    this.since.textContent = ago(this.destination.since);
    this.since.title = local(this.destination.since);
  }
}
