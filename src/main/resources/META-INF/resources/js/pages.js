// SPDX-License-Identifier: Apache-2.0
// A table that shows a list page by page, asked for anew every two seconds while somebody looks.

const PAGE = 50;
const EVERY_MILLIS = 2000;

export class Pages {
  #rows = new Map();
  #before = []; // where the pages in front of this one began
  #next = null;
  #asked = 0; // only the latest answer counts

  /**
   * A table whose elements have ids that begin with `name`, which is also what the list is called in
   * the answers. `ask` asks for a page by what is searched for, `after` and `limit`; `key` tells
   * an item from the others; `newRow` makes a row with its element `tr`; `fill` shows an item in it.
   */
  constructor(name, { ask, search, key, newRow, fill }) {
    Object.assign(this, { name, ask, search, key, newRow, fill });
    this.view = { [search]: '', after: 0, limit: PAGE };
  }

  part(id) {
    return document.getElementById(`${this.name}-${id}`);
  }

  showProblem(problem) {
    this.part('problem').hidden = !problem;
    this.part('problem').textContent = problem ? problem.message : '';
  }

  async load() {
    const question = ++this.#asked;
    const answer = await this.ask(this.view);
    if (question !== this.#asked) return;
    this.#show(answer[this.name]);
    this.#next = answer.next;
    const first = this.#before.length * PAGE;
    const count = this.#rows.size;
    const shown = count === 0 ? '0' : `${first + 1}–${first + count}`;
    this.part('shown').textContent = `${shown} of ${answer.matching}`;
    this.part('previous').disabled = this.#before.length === 0;
    this.part('next').disabled = this.#next === null;
    this.part('empty').hidden = count > 0;
    this.showProblem(null);
  }

  #show(items) {
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

  reload() {
    return this.load().catch((problem) => this.showProblem(problem));
  }

  #turn(part) {
    Object.assign(this.view, part);
    this.reload();
  }

  /** Has the search field and the buttons work, and asks again and again. */
  wire() {
    let typing = 0;
    this.part('search').addEventListener('input', (event) => {
      clearTimeout(typing);
      typing = setTimeout(() => {
        this.#before.length = 0;
        this.#turn({ [this.search]: event.target.value.trim(), after: 0 });
      }, 200);
    });
    this.part('previous').addEventListener('click', () => this.#turn({ after: this.#before.pop() }));
    this.part('next').addEventListener('click', () => {
      this.#before.push(this.view.after);
      this.#turn({ after: this.#next });
    });
    setInterval(() => {
      if (document.visibilityState === 'visible') this.reload();
    }, EVERY_MILLIS);
  }
}
