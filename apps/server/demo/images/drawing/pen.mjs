/* oxlint-disable max-params -- geometry reads as x, y, width, height */
/**
 * The drawing vocabulary: one key light from the upper left, materials in light, mid, dark and deep,
 * a warm ground. A pen collects the gradients of one picture and hands out SVG fragments that use
 * presentation attributes only, so that a strict content security policy has nothing to object to.
 */

/** Materials: light, mid, dark, deep. */
export const tones = {
  teal: ['#4fa3a8', '#17707a', '#0c4a52', '#072d33'],
  amber: ['#f9c97f', '#e59a35', '#b56c18', '#70410c'],
  graphite: ['#777c83', '#44494f', '#282b30', '#141619'],
  steel: ['#fbfcfc', '#bcc4c9', '#7f888f', '#4a5258'],
  white: ['#ffffff', '#f1ede6', '#cdc6bb', '#968e82'],
  kraft: ['#ecd3ab', '#cfab76', '#a07a48', '#664b28'],
  orange: ['#ffa769', '#f27333', '#c14c12', '#7e2e08'],
  brass: ['#fbe9b4', '#d9b25a', '#9d772a', '#5f4514'],
};

const n = (value) => String(Math.round(value * 10) / 10);
const whole = (value) => String(Math.round(value));

/** Path of a polygon with rounded corners; a point may carry its own radius. */
export function poly(points, radius = 0) {
  return `${points.map(([x, y, own], i) => {
    const [px, py] = points.at(i - 1);
    const [qx, qy] = points[(i + 1) % points.length];
    const before = Math.hypot(px - x, py - y);
    const after = Math.hypot(qx - x, qy - y);
    const r = Math.min(own ?? radius, before / 2, after / 2);
    const move = i === 0 ? 'M' : 'L';
    if (r === 0) return `${move}${n(x)} ${n(y)}`;
    const from = [x + ((px - x) * r) / before, y + ((py - y) * r) / before];
    const to = [x + ((qx - x) * r) / after, y + ((qy - y) * r) / after];
    return `${move}${whole(from[0])} ${whole(from[1])}Q${whole(x)} ${whole(y)} ${whole(to[0])} ${whole(to[1])}`;
  }).join('')}Z`;
}

export const box = (x, y, w, h, r = 0) => poly([[x, y], [x + w, y], [x + w, y + h], [x, y + h]], r);
export const oval = (x, y, rx, ry = rx) => `M${n(x - rx)} ${n(y)}a${n(rx)} ${n(ry)} 0 1 1 ${n(2 * rx)} 0a${n(rx)} ${n(ry)} 0 1 1 ${n(-2 * rx)} 0Z`;

/** Regular polygon with flat or pointed top. */
export const ngon = (x, y, r, count, turn = 0, squash = 1) =>
  Array.from({ length: count }, (_, i) => {
    const a = turn + (i * 2 * Math.PI) / count;
    return [x + r * Math.cos(a), y + r * Math.sin(a) * squash];
  });

const runs = {
  diag: { line: [0, 0, 1, 1], stops: [[0, 0], [0.45, 1], [1, 2]] },
  face: { line: [0, 0, 0.5, 1], stops: [[0, 1], [1, 2]] },
  lit: { line: [0, 0, 1, 0.6], stops: [[0, 0], [1, 1]] },
  dark: { line: [0, 0, 0.4, 1], stops: [[0, 2], [1, 3]] },
  v: { line: [0, 0, 0, 1], stops: [[0, 1], [0.2, 0], [0.5, 1], [0.86, 2], [1, 3]] },
  h: { line: [0, 0, 1, 0], stops: [[0, 1], [0.24, 0], [0.52, 1], [0.86, 2], [1, 3]] },
};

const stop = ([offset, color, opacity]) =>
  `<stop offset="${offset}" stop-color="${color}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`;

export function createPen() {
  const defs = new Map();
  const define = (markup) => {
    if (!defs.has(markup)) defs.set(markup, defs.size.toString(36));
    return `url(#p${defs.get(markup)})`;
  };

  const pen = {
    linear: ([x1, y1, x2, y2], stops) =>
      define(`linearGradient x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops.map(stop).join('')}</linearGradient`),
    radial: (cx, cy, r, stops) =>
      define(`radialGradient cx="${cx}" cy="${cy}" r="${r}">${stops.map(stop).join('')}</radialGradient`),
    /** The paint of a material in one of the shading runs. */
    paint: (tone, run = 'diag') =>
      pen.linear(runs[run].line, runs[run].stops.map(([offset, step]) => [offset, tones[tone][step]])),
    rim: () => pen.linear([0, 0, 1, 1], [[0, '#fff', 0.75], [0.5, '#fff', 0.06], [0.56, '#000', 0.05], [1, '#000', 0.4]]),

    /** A lit body: material, shading run, a rim that catches the key light. */
    solid: (d, tone, run = 'diag', rim = 3) =>
      `<path d="${d}" fill="${pen.paint(tone, run)}"${rim ? ` stroke="${pen.rim()}" stroke-width="${rim}"` : ''}/>`,
    flat: (d, color, opacity) =>
      `<path d="${d}" fill="${color}"${opacity === undefined ? '' : ` opacity="${opacity}"`}/>`,
    line: (d, color, width, opacity = 1, extra = '') =>
      `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}"${opacity === 1 ? '' : ` opacity="${opacity}"`}${extra}/>`,
    /** Dark groove with a lit lower lip. */
    groove: (d, width = 4) => pen.line(d, '#fff', width, 0.28, ` transform="translate(${n(width * 0.4)} ${n(width * 0.5)})"`) + pen.line(d, '#0b0d0f', width, 0.55),
    gloss: (d, strength = 0.5) => pen.flat(d, pen.linear([0, 0, 0.8, 1], [[0, '#fff', strength], [0.7, '#fff', 0]])),
    dim: (d, strength = 0.45) => pen.flat(d, pen.linear([0, 0, 0.6, 1], [[0.2, '#000', 0], [1, '#000', strength]])),
    /** A bent tube: cable, strap, handle. */
    tube: (d, width, tone, cap = 'round') => {
      const [light, mid, dark, deep] = tones[tone];
      const run = (color, w, shift, opacity) =>
        `<path d="${d}" fill="none" stroke="${color}" stroke-width="${n(w)}"${cap === 'round' ? '' : ` stroke-linecap="${cap}"`}${shift ? ` transform="translate(${n(-shift)} ${n(-shift)})"` : ''}${opacity ? ` opacity="${opacity}"` : ''}/>`;
      return run(deep, width, 0) + run(dark, width * 0.9, width * 0.03) + run(mid, width * 0.66, width * 0.08) + run(light, width * 0.2, width * 0.15, 0.75);
    },
    /** Box seen from the front left below the light: front, top, right face. */
    cuboid: (x, y, w, h, [dx, dy], tone, r = 6) =>
      pen.solid(poly([[x, y], [x + dx, y - dy], [x + w + dx, y - dy], [x + w, y]], r), tone, 'lit', 2) +
      pen.solid(poly([[x + w, y], [x + w + dx, y - dy], [x + w + dx, y + h - dy], [x + w, y + h]], r), tone, 'dark', 2) +
      pen.solid(box(x, y, w, h, r), tone, 'face'),
    /** The mark, two overlapping circles, in colours that show on the given material. */
    mark: (x, y, r, on) =>
      `<circle cx="${n(x - r * 0.55)}" cy="${y}" r="${r}" fill="${on === 'amber' ? '#0c4a52' : '#e59a35'}"/><circle cx="${n(x + r * 0.55)}" cy="${y}" r="${r}" fill="${on === 'white' || on === 'steel' ? '#17707a' : '#f4efe7'}" opacity=".88"/>`,
    /** Contact shadow of something that stands. */
    ground: (x, y, rx, ry = rx * 0.11) => {
      const soft = pen.radial(0.5, 0.5, 0.5, [[0, '#2e2115', 0.5], [0.5, '#2e2115', 0.22], [1, '#2e2115', 0]]);
      return pen.flat(oval(x + rx * 0.1, y + ry * 0.25, rx * 1.28, ry * 2.1), soft, 0.75) + pen.flat(oval(x, y, rx, ry), soft);
    },
    /** Something that lies on the table: its shadow falls to the lower right. */
    laid: (...parts) =>
      `<g filter="${define('filter x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="5" dy="6" stdDeviation="5" flood-color="#2e2115" flood-opacity=".38"/><feDropShadow dx="16" dy="22" stdDeviation="18" flood-color="#2e2115" flood-opacity=".3"/></filter')}">${parts.flat(9).join('')}</g>`,
    group: (transform, ...parts) => `<g transform="${transform}">${parts.flat(9).join('')}</g>`,
    /** Draws once, shows often: the same parts share one definition. */
    copy: (transform, ...parts) => {
      const id = define(`g>${parts.flat(9).join('')}</g`).slice(4, -1);
      return `<use href="${id}" transform="${transform}"/>`;
    },
    turn: (angle, ...parts) => pen.group(`rotate(${angle} 400 400)`, ...parts),
    definitions: () =>
      [...defs].map(([markup, id]) => `<${markup.replace(/^(\w+)/u, `$1 id="p${id}"`)}>`).join(''),
  };
  return pen;
}

/** The whole picture on its ground; every page ground suits it, because it brings its own. */
export function picture(draw, { width = 800, height = 800 } = {}) {
  const pen = createPen();
  const ground = pen.radial(0.3, 0.2, 0.95, [[0, '#fbf8f3'], [0.5, '#ebe4d9'], [1, '#d4c9b9']]);
  const parts = draw(pen).flat(9).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill-rule="evenodd" stroke-linejoin="round" stroke-linecap="round"><defs>${pen.definitions()}</defs><rect width="${width}" height="${height}" fill="${ground}"/>${parts}</svg>\n`;
}
