// SPDX-License-Identifier: Apache-2.0
// The REST interface: every call answers JSON or throws a Problem (RFC 9457).

// Without the name and password that the address of the page may carry: fetch refuses those.
export const address = (path) => `${location.origin}${new URL('api/', location.href).pathname}${path}`;

export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail || body?.title || `The server answered ${status}.`);
    this.status = status;
    this.field = body?.field;
  }
}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(address(path), { credentials: 'same-origin', ...options });
  } catch {
    throw new Problem(0, { detail: 'The server cannot be reached.' });
  }
  const json = (response.headers.get('content-type') || '').includes('json');
  const body = json ? await response.json() : undefined;
  if (!response.ok) throw new Problem(response.status, body);
  return body;
}

let about;

/** What runs here and who asks: asked once for the whole page. */
export const server = () => (about ??= call('server'));

const send = (method, path, body) =>
  call(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const filled = (query) => new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));

export const destinations = (query) => call(`destinations?${filled(query)}`);
export const destination = (id) => call(`destinations/${id}`);
export const add = (destination) => send('POST', 'destinations', destination);
export const remove = (id) => call(`destinations/${id}`, { method: 'DELETE' });
export const change = (id, settings) => send('PATCH', `destinations/${id}`, { settings });
export const pause = (id, why) => send('PUT', `destinations/${id}/pause`, why);
export const resume = (id) => call(`destinations/${id}/pause`, { method: 'DELETE' });
export const pauseOfAll = () => call('destinations/pause');
export const pauseAll = (why) => send('PUT', 'destinations/pause', why);
export const resumeAll = () => call('destinations/pause', { method: 'DELETE' });

export const connections = (query) => call(`connections?${filled(query)}`);
export const closeConnection = (id) => call(`connections/${id}`, { method: 'DELETE' });
export const setLifetime = (id, seconds) => send('PUT', `connections/${id}/lifetime`, { seconds });
export const keepalive = (id, probing) => send('PUT', `connections/${id}/keepalive`, probing);
export const keepaliveOff = (id) => call(`connections/${id}/keepalive`, { method: 'DELETE' });

export const messages = (query) => call(`messages?${filled(query)}`);
export const message = (number) => call(`messages/${number}`);
export const removeMessage = (number) => call(`messages/${number}`, { method: 'DELETE' });
export const replayMessage = (number, how) => send('POST', `messages/${number}/replay`, how);

export const waiting = (query) => call(`waiting?${filled(query)}`);
export const resumeWaiting = (id) => send('POST', `waiting/${id}/resume`);
export const extend = (id, seconds) => send('POST', `waiting/${id}/extend?seconds=${seconds}`);
export const cancel = (id, code) => call(`waiting/${id}?code=${code}`, { method: 'DELETE' });
