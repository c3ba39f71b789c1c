// SPDX-License-Identifier: Apache-2.0
// A table that shows a list. Rows that stay are filled anew where they are, so they keep the focus.

const EVERY_MILLIS = 2000;
const TYPING_MILLIS = 200;

export class Table {
  #rows = new Map();
  #asked = 0; // only the latest answer counts
  #unanswered = false; // whether the problem shown is that the list could not be read

  /**
   * A table whose elements have ids that begin with `name`, which is also what the list is called in
   * the answers. `ask` asks for the list; `key` tells an item from the others; `newRow` makes a row
   * with its element `tr`; `fill` shows an item in it; `answered` sees each answer.
   */
  constructor(name, { ask, key, newRow, fill, answered }) {
    Object.assign(this, { name, ask, key, newRow, fill });
    this.answered = answered ?? (() => {});
  }

  part(id) {
    return document.getElementById(`${this.name}-${id}`);
  }

  row(key) {
    return this.#rows.get(key);
  }

  rows() {
    return [...this.#rows.values()];
  }

  showProblem(problem) {
    this.#unanswered = false;
    this.part('problem').hidden = !problem;
    this.part('problem').textContent = problem ? problem.message : '';
  }

  async load() {
    const question = ++this.#asked;
    const answer = await this.ask(this.view);
    if (question !== this.#asked) return;
    this.#fillRows(answer[this.name]);
    this.show(answer);
    if (this.#unanswered) this.showProblem(null);
  }

  /** What an answer says besides the items. */
  show(answer) {
    this.answered(answer);
  }

  #fillRows(items) {
    const present = new Set(items.map((item) => item[this.key]));
    for (const [key, row] of this.#rows) {
      if (!present.has(key)) {
        row.tr.remove();
        this.#rows.delete(key);
      }
    }
    const body = this.part('rows');
    items.forEach((item, at) => {
      const row = this.#rows.get(item[this.key]) || this.newRow(item[this.key]);
      this.#rows.set(item[this.key], row);
      this.fill(row, item);
      if (body.children[at] !== row.tr) body.insertBefore(row.tr, body.children[at] || null);
    });
  }

  /** Loads, and says it when that fails: until an answer comes again. */
  reload() {
    return this.load().catch((problem) => {
      this.showProblem(problem);
      this.#unanswered = true;
    });
  }

  /** Tells what the search field holds, when nobody types any more. */
  whenSearched(tell) {
    let typing = 0;
    this.part('search').addEventListener('input', (event) => {
      clearTimeout(typing);
      typing = setTimeout(() => tell(event.target.value.trim()), TYPING_MILLIS);
    });
  }

  /** Asks again and again while somebody looks. */
  keepLoading() {
    setInterval(() => {
      if (document.visibilityState === 'visible') this.reload();
    }, EVERY_MILLIS);
  }

  /** Does what a button is for, once, and shows what became of it. */
  async act(pressed, work) {
    const focused = document.activeElement === pressed; // a disabled button loses the focus
    pressed.disabled = true;
    try {
      await work();
      this.showProblem(null);
      await this.reload();
    } catch (problem) {
      this.showProblem(problem);
    } finally {
      pressed.disabled = false;
      if (focused) pressed.focus();
    }
  }
}
