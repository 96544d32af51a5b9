/* oxlint-disable max-params -- geometry reads as x, y, width, height */
import { box, ngon, oval, poly } from './pen.mjs';

/** A screw pointing down from its head at the origin. */
export function screw(p, { x, y, angle, length, tone, washer, width = 22 }) {
  const w = width / 2;
  return p.copy(`translate(${x} ${y}) rotate(${angle})`,
    p.solid(poly([[-w * 0.7, 10], [w * 0.7, 10], [w * 0.62, length * 0.9], [0, length], [-w * 0.62, length * 0.9]], 1), tone, 'h', 1),
    `<path d="M0 ${(length * 0.34).toFixed(0)}V${(length * 0.95).toFixed(0)}" stroke="#000" stroke-opacity=".38" stroke-width="${width}" stroke-linecap="butt" stroke-dasharray="3 6"/>`,
    washer ? p.solid(poly([[-w * 2.6, -8], [w * 2.6, -8], [w * 2.2, 6], [-w * 2.2, 6]], 5), tone, 'h', 1)
      : p.solid(poly([[-w * 1.9, -10], [w * 1.9, -10], [w * 0.7, 16], [-w * 0.7, 16]], 3), tone, 'h', 1),
    p.solid(oval(0, washer ? -8 : -10, washer ? w * 2.6 : w * 1.9, w * 0.6), tone, 'diag', 1),
    p.flat(oval(0, washer ? -8 : -10, w * 0.7, w * 0.26), '#15181b', 0.75));
}

const thread = (x, y, h, width) => `<path d="M${x} ${y}v${h}" stroke="#000" stroke-opacity=".4" stroke-width="${width}" stroke-linecap="butt" stroke-dasharray="5 8"/>`;

/** Hexagon nut seen from above and in front. */
function nut(p, x, y, r, tone, ring) {
  return p.copy(`translate(${x} ${y}) scale(${(r / 100).toFixed(2)})`, nutAtOrigin(p, tone, ring));
}

function nutAtOrigin(p, tone, ring) {
  const [x, y, r] = [0, 0, 100];
  const top = ngon(x, y, r, 6, 0.26, 0.62);
  const h = r * 0.62;
  const side = (i, j, run) => p.solid(poly([top[i], top[j], [top[j][0], top[j][1] + h], [top[i][0], top[i][1] + h]], 4), tone, run, 1);
  return [
    side(0, 1, 'dark'), side(1, 2, 'face'), side(2, 3, 'lit'),
    p.solid(poly(top, 8), tone, 'diag'),
    p.line(oval(x, y, r * 0.82, r * 0.51), '#fff', 4, 0.5),
    ring ? p.solid(oval(x, y - r * 0.06, r * 0.66, r * 0.41), ring, 'diag', 2) : '',
    p.flat(oval(x, y, r * 0.46, r * 0.29), '#191c1f'), p.flat(oval(x + r * 0.04, y + r * 0.06, r * 0.4, r * 0.22), p.paint(tone, 'dark')),
    p.line(`M${x - r * 0.4} ${y}a${r * 0.44} ${r * 0.27} 0 0 1 ${r * 0.6} ${-r * 0.2}`, '#000', 5, 0.5),
  ];
}

function bolt(p, x, top, length) {
  const y = top + 74;
  return [
    p.solid(box(x - 28, y + 10, 56, length, 6), 'steel', 'h', 2), thread(x, y + length * 0.45, length * 0.55, 56),
    p.solid(poly([[x - 70, top + 16], [x - 34, top + 28], [x - 34, y + 12], [x - 70, y]], 3), 'steel', 'lit', 1),
    p.solid(poly([[x - 34, top + 28], [x + 34, top + 28], [x + 34, y + 12], [x - 34, y + 12]], 3), 'steel', 'face', 1),
    p.solid(poly([[x + 34, top + 28], [x + 70, top + 16], [x + 70, y], [x + 34, y + 12]], 3), 'steel', 'dark', 1),
    p.solid(poly([[x - 70, top + 16], [x - 34, top + 2], [x + 34, top + 2], [x + 70, top + 16], [x + 34, top + 30], [x - 34, top + 30]], 4), 'steel', 'lit', 2),
    p.flat(oval(x, top + 16, 36, 8), '#fff', 0.5),
  ];
}

export const fastenerForms = {
  'screw-box': (p, o) => [
    p.ground(400, 610, 290, 34),
    p.solid(poly([[200, 290], [270, 236], [640, 236], [574, 290]], 4), 'kraft', 'dark', 1),
    p.group('translate(0 8)', Array.from({ length: 9 }, (_, i) => screw(p, { x: 250 + i * 41, y: 266 + (i % 3) * 10, angle: (i % 2 ? 14 : -18) + i, length: 80, tone: o.head, washer: o.washer, width: 20 }))),
    p.solid(poly([[574, 290], [640, 236], [640, 530], [574, 590]], 4), 'kraft', 'dark', 2),
    p.solid(poly([[200, 290], [574, 290], [574, 590], [200, 590]], 6), 'kraft', 'face'),
    p.solid(poly([[200, 340], [574, 340], [574, 500], [200, 500]]), o.label, 'face', 0),
    p.flat(poly([[574, 340], [640, 284], [640, 442], [574, 500]]), p.paint(o.label, 'dark')),
    p.mark(256, 420, 24, o.label),
    p.group('translate(330 366)', p.solid(box(0, 0, 210, 108, 8), 'white', 'face', 0),
      p.group('translate(30 54) rotate(-90)', screw(p, { x: 0, y: 0, angle: 0, length: o.length > 200 ? 160 : 112, tone: o.head, washer: o.washer, width: 18 }))),
    p.laid(Array.from({ length: o.count }, (_, i) => screw(p, {
      x: 110 + i * (o.length > 200 ? 190 : 96), y: o.length > 200 ? 640 + (i % 2) * 16 : 640 + (i % 2) * 34,
      angle: -68 - i * 9 + (i % 2) * 30, length: o.length, tone: o.head, washer: o.washer, width: o.length > 200 ? 26 : 20,
    }))),
  ],
  bolts: (p) => [
    p.ground(400, 640, 300, 30),
    bolt(p, 250, 190, 370), bolt(p, 410, 150, 410), bolt(p, 570, 230, 330),
    nut(p, 150, 606, 74, 'steel'), nut(p, 668, 614, 70, 'steel'),
  ],
  nuts: (p) => [
    p.ground(400, 650, 300, 40),
    nut(p, 404, 250, 124, 'steel', 'teal'), nut(p, 228, 400, 132, 'steel', 'teal'), nut(p, 586, 420, 132, 'steel', 'teal'), nut(p, 408, 556, 140, 'steel', 'teal'),
  ],
  'wall-plugs': (p) => [
    p.turn(28, p.laid([0, 1, 2, 3].map((i) => p.copy(`translate(${172 + i * 150} ${i % 2 ? 40 : -10})`,
      p.solid(poly([[-44, 150], [44, 150], [40, 580], [20, 640], [-20, 640], [-40, 580]], 12), i === 2 ? 'amber' : 'teal', 'h'),
      p.solid(box(-58, 130, 116, 34, 14), i === 2 ? 'amber' : 'teal', 'h'),
      p.flat(oval(0, 136, 30, 9), '#0d1214', 0.7),
      p.groove('M0 250V610', 9), [290, 350, 410, 470, 530].map((y) => p.groove(`M-40 ${y}l30 14M40 ${y}l-30 14`, 7)),
      p.solid(poly([[-44, 200], [-62, 236], [-42, 262]], 3), i === 2 ? 'amber' : 'teal', 'lit', 1),
      p.solid(poly([[44, 200], [62, 236], [42, 262]], 3), i === 2 ? 'amber' : 'teal', 'dark', 1),
    )))),
  ],
  anchors: (p) => [
    p.turn(-32, p.laid([0, 1, 2].map((i) => p.copy(`translate(${220 + i * 180} ${i === 1 ? -30 : 20})`,
      p.solid(box(-26, 90, 52, 500, 8), 'steel', 'h', 2), thread(0, 96, 170, 52),
      p.solid(poly([[-32, 470], [32, 470], [32, 560], [-32, 560]], 8), 'steel', 'h', 2),
      p.line('M-6 474v82M-30 500h12M18 500h12M-30 530h12M18 530h12', '#2a3035', 5, 0.7),
      p.solid(poly([[-28, 560], [28, 560], [42, 650], [-42, 650]], 8), 'steel', 'h', 2),
      p.solid(box(-72, 300, 144, 18, 7), 'steel', 'h', 2),
      p.solid(poly([[-56, 238], [-22, 230], [-22, 302], [-56, 302]], 4), 'steel', 'lit', 1),
      p.solid(box(-24, 230, 48, 72, 4), 'steel', 'face', 1), p.solid(poly([[24, 230], [56, 238], [56, 302], [24, 302]], 4), 'steel', 'dark', 1),
      p.solid(box(-27, 336, 54, 22, 2), 'amber', 'h', 0),
    )))),
  ],
  'cable-ties': (p, o) => {
    const w = o.thick ? 30 : 20;
    const tie = (i) => p.copy(`rotate(${-13 + i * 6.5} 400 1240)`,
      p.tube('M400 650V190', w, o.body, 'butt'), p.solid(poly([[400 - w / 2, 194], [400 + w / 2, 194], [400 + w / 5, 116], [400 - w / 5, 116]], 4), o.body, 'h', 1),
      `<path d="M400 210V560" stroke="#000" stroke-opacity=".22" stroke-width="${w * 0.5}" stroke-linecap="butt" stroke-dasharray="3 5"/>`,
      p.solid(box(400 - w, 640, w * 2, w * 1.7, 6), o.body, 'h', 2), p.flat(box(400 - w * 0.45, 640 + w * 0.5, w * 0.9, w * 0.6, 2), '#000', 0.5));
    return [
      p.laid([0, 1, 2, 3, 4].map(tie)),
      p.laid(p.solid(poly([[216, 490], [584, 490], [568, 572], [232, 572]], 16), o.accent, 'v'), p.mark(400, 531, 20, o.accent)),
    ];
  },
};
