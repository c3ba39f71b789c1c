// SPDX-License-Identifier: Apache-2.0
// Live events. EventSource reconnects by itself; after each gap the page has to load again.

import { address } from './api.js';

const KINDS = ['added', 'changed', 'updated', 'paused', 'removed', 'flushed', 'target', 'answered', 'counts', 'overflow'];
const RETRY_MILLIS = 3000;

export function listen(handlers, linkChanged) {
  let opened = false;

  const connect = () => {
    const source = new EventSource(address('destinations/events?answers=true'));
    source.onopen = () => {
      linkChanged('live');
      if (opened) handlers.overflow();
      opened = true;
    };
    source.onerror = () => {
      linkChanged('lost');
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY_MILLIS);
    };
    for (const kind of KINDS) {
      source.addEventListener(kind, (event) => handlers[kind]?.(JSON.parse(event.data || '{}')));
    }
  };
  connect();
}
