// SPDX-License-Identifier: Apache-2.0
// What table rows are made of.

/** A cell at the end of a row. */
export function cell(tr, name, tag = 'td') {
  const element = document.createElement(tag);
  if (name) element.className = name;
  tr.append(element);
  return element;
}

/** A button that has `action` done, which learns what was pressed. */
export function button(parent, text, action) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', () => action(element));
  parent.append(element);
  return element;
}
