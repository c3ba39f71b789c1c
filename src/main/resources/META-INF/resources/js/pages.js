// SPDX-License-Identifier: Apache-2.0
// A table that shows a list page by page, all of it or what is searched for.

import { Table } from './table.js';

const PAGE = 50;

export class Pages extends Table {
  #before = []; // where the pages in front of this one began
  #next = null; // where the page behind this one begins; null when there is none, or nobody knows

  /** As a table; `ask` asks for a page by what is searched for, `after` and `limit`. */
  constructor(name, { search, ...rest }) {
    super(name, rest);
    this.search = search;
    this.view = { [search]: '', after: 0, limit: PAGE };
  }

  show(answer) {
    super.show(answer);
    this.#next = answer.next;
    const first = this.#before.length * PAGE;
    const count = this.rows().length;
    const shown = count === 0 ? '0' : `${first + 1}–${first + count}`;
    this.part('shown').textContent = `${shown} of ${answer.matching}`;
    this.part('previous').disabled = this.#before.length === 0;
    this.part('next').disabled = this.#next === null;
    this.part('empty').hidden = count > 0;
  }

  #turn(part) {
    this.#next = null;
    Object.assign(this.view, part);
    this.showProblem(null);
    this.reload();
  }

  /** Asks for something else, from its first page on. */
  change(part) {
    this.#before.length = 0;
    this.#turn({ ...part, after: 0 });
  }

  /** Has the search field and the buttons work. */
  wire() {
    this.whenSearched((text) => this.change({ [this.search]: text }));
    // A button may be pressed once more before an answer says whether there is such a page.
    this.part('previous').addEventListener('click', () => {
      if (this.#before.length > 0) this.#turn({ after: this.#before.pop() });
    });
    this.part('next').addEventListener('click', () => {
      if (this.#next === null) return;
      this.#before.push(this.view.after);
      this.#turn({ after: this.#next });
    });
  }
}
