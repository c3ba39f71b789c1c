// SPDX-License-Identifier: Apache-2.0
// A line of round-trip times, oldest on the left.

const SVG = 'http://www.w3.org/2000/svg';

export function sparkline(svg, values) {
  const line = svg.firstElementChild || svg.appendChild(document.createElementNS(SVG, 'polyline'));
  if (values.length < 2) {
    line.setAttribute('points', '');
    svg.setAttribute('aria-label', 'no history yet');
    return;
  }
  const most = Math.max(...values);
  const least = Math.min(...values);
  const height = most - least || 1;
  const points = values.map((v, i) => `${(i / (values.length - 1)) * 96},${20 - ((v - least) / height) * 18}`);
  line.setAttribute('points', points.join(' '));
  svg.setAttribute('aria-label', `the last ${values.length} round trips took ${least} to ${most} ms`);
}

export function newSparkline() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 96 22');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('role', 'img');
  return svg;
}
