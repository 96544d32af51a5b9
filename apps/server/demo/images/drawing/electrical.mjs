/* oxlint-disable max-params -- geometry reads as x, y, width, height */
import { box, oval, poly } from './pen.mjs';

/** Round outlet face without pins of any country. */
function outlet(p, cx, cy, size, tone) {
  const [x, y, r] = [0, 0, 100];
  return p.copy(`translate(${cx} ${cy}) scale(${size / 100})`,
    p.solid(oval(x, y, r), tone, 'diag', 3), p.solid(oval(x, y, r * 0.74), 'graphite', 'dark', 1),
    p.flat(oval(x - r * 0.3, y, r * 0.13), '#000'), p.flat(oval(x + r * 0.3, y, r * 0.13), '#000'),
    p.line(`M${x} -70v20M${x} 50v20`, '#d9b25a', 6),
  );
}

export const electricalForms = {
  'cable-reel': (p, o) => [
    p.ground(400, 690, 250, 28),
    p.tube('M560 560C690 560 740 640 640 690', 22, 'graphite'),
    p.tube('M250 686L330 400M550 686L470 400M216 690H584', 26, 'steel'),
    p.tube('M330 420L300 150Q300 96 350 96H450Q500 96 500 150L470 420', 26, 'steel'), p.tube('M352 96H448', 46, 'graphite'),
    p.solid(oval(424, 404, 216), 'graphite', 'dark'),
    [196, 180, 164, 148].map((r) => p.tube(oval(416, 404, r), 20, o.accent)),
    p.solid(`${oval(396, 404, 212)}${oval(396, 404, 152)}`, o.body, 'diag', 4),
    p.solid(oval(396, 404, 156), o.body, 'diag', 3), p.flat('M220 404A176 176 0 0 1 396 228L396 244A160 160 0 0 0 236 404Z', '#fff', 0.35),
    [[396, 322], [324, 446], [468, 446]].map(([x, y]) => outlet(p, x, y, 50, 'graphite')),
    p.solid(oval(396, 404, 20), 'steel', 'diag', 2),
  ],
  socket: (p, o) => [
    p.ground(400, 630, 290, 26),
    p.cuboid(110, 300, 520, 310, [54, 44], 'white', 14),
    [[250, 0], [490, 1]].map(([x, open]) => [
      p.solid(box(x - 106, 336, 212, 238, 24), 'white', 'face', 3),
      open ? [p.solid(box(x - 90, 382, 180, 176, 20), 'graphite', 'diag', 2), outlet(p, x, 470, 72, 'white'), p.solid(poly([[x - 98, 380], [x + 98, 380], [x + 112, 290], [x - 90, 290]], 16), o.body, 'lit', 3), p.line(`M${x - 70} 304H${x + 84}`, '#fff', 6, 0.5)]
        : [p.solid(box(x - 92, 354, 184, 204, 22), o.body, 'diag', 3), p.solid(box(x - 36, 520, 72, 26, 10), o.body, 'dark', 1), p.gloss(box(x - 80, 366, 120, 90, 16), 0.4), p.mark(x, 446, 22)],
    ]),
    p.solid(box(336, 596, 68, 34, 8), 'graphite', 'h', 2),
  ],
  'junction-box': (p, o) => [
    p.ground(410, 640, 260, 28),
    p.tube('M190 470H70', 34, 'graphite', 'butt'), p.tube('M400 620V730', 34, 'graphite', 'butt'),
    p.cuboid(170, 250, 400, 370, [60, 50], 'white', 18),
    [[170, 470], [170, 350]].map(([x, y]) => p.solid(oval(x, y, 26, 42), 'graphite', 'h', 2)),
    [[270, 620], [400, 620], [490, 620]].map(([x, y]) => p.solid(oval(x, y, 42, 20), 'graphite', 'v', 2)),
    [[606, 330], [606, 460]].map(([x, y]) => p.solid(oval(x, y, 17, 40), 'graphite', 'h', 2)),
    p.solid(box(196, 274, 348, 322, 26), 'white', 'diag', 3), p.groove(box(224, 302, 292, 266, 18), 4),
    [[232, 310], [508, 310], [232, 560], [508, 560]].map(([x, y]) => [p.solid(oval(x, y, 20), 'steel', 'diag', 2), p.line(`M${x - 9} ${y - 9}l18 18`, '#333', 5, 0.8)]),
    p.solid(box(316, 404, 108, 64, 12), o.body, 'face', 2), p.mark(370, 436, 16),
  ],
  multimeter: (p, o) => [
    p.ground(400, 690, 190, 26),
    p.tube('M352 640C330 740 120 740 120 560V380', 16, 'graphite'), p.tube('M448 640C470 750 690 740 690 560V380', 16, o.accent),
    p.tube('M120 400V250', 32, 'graphite'), p.tube('M690 400V250', 32, o.accent), p.solid(poly([[115, 232], [125, 232], [122, 150], [118, 150]]), 'steel', 'h', 1), p.solid(poly([[685, 232], [695, 232], [692, 150], [688, 150]]), 'steel', 'h', 1),
    p.solid(poly([[236, 110], [564, 110], [582, 400, 80], [564, 690], [236, 690], [218, 400, 80]], 44), 'graphite', 'diag', 4),
    p.solid(poly([[262, 134], [538, 134], [552, 400, 60], [538, 664], [262, 664], [248, 400, 60]], 34), o.body, 'diag', 3),
    p.solid(box(282, 158, 236, 140, 16), 'graphite', 'dark'), p.flat(box(294, 170, 212, 116, 8), p.linear([0, 0, 1, 1], [[0, '#dfe8d8'], [1, '#a9b8a4']])),
    p.line('M330 200h30M330 200v26M360 200v26M330 226h30M330 226v26M360 226v26M330 252h30M392 200v52M424 200h30M424 200v26M424 226h30M454 226v26M424 252h30', '#23302c', 7), p.flat(oval(376, 254, 4), '#23302c'),
    p.gloss(poly([[294, 170], [420, 170], [350, 286], [294, 286]], 8), 0.5),
    [300, 350, 400].map((x) => p.solid(box(x - 8, 318, 44, 24, 10), 'graphite', 'v', 1)), p.solid(box(450, 318, 60, 24, 10), o.accent, 'v', 1),
    p.solid(oval(400, 464, 92), 'graphite', 'diag'), p.line(Array.from({ length: 11 }, (_, i) => { const a = Math.PI * (0.75 + i * 0.15); return `M${(400 + 104 * Math.cos(a)).toFixed(0)} ${(464 + 104 * Math.sin(a)).toFixed(0)}l${(10 * Math.cos(a)).toFixed(0)} ${(10 * Math.sin(a)).toFixed(0)}`; }).join(''), '#f4efe7', 5, 0.9),
    p.solid(oval(400, 464, 70), 'graphite', 'diag'), p.group('rotate(-40 400 464)', p.solid(box(378, 398, 44, 132, 18), 'graphite', 'h'), p.line('M400 408v32', '#f2b04e', 7)),
    [320, 400, 480].map((x, i) => [p.solid(oval(x, 618, 24), i ? o.accent : 'graphite', 'diag', 2), p.flat(oval(x, 618, 11), '#0b0d0f')]),
  ],
  'wire-stripper': (p, o) => [
    p.turn(14, p.laid(
      p.tube('M470 330C540 430 560 540 540 700', 70, o.body), p.tube('M560 600Q558 660 542 706', 72, 'graphite'),
      p.tube('M360 340C310 440 300 560 320 706', 70, 'graphite'), p.tube('M312 430C298 500 300 560 308 600', 40, o.body),
      p.solid(poly([[250, 110], [390, 96], [396, 190], [360, 200], [360, 260], [520, 250], [556, 330], [500, 400], [330, 410], [262, 330]], 26), o.body, 'diag', 4),
      p.solid(poly([[404, 90], [470, 100], [520, 180], [524, 250], [392, 256], [392, 200], [404, 190]], 18), 'graphite', 'diag', 3),
      p.solid(poly([[376, 92], [400, 90], [400, 200], [376, 204]], 3), 'steel', 'h', 1), p.solid(poly([[404, 90], [424, 92], [424, 196], [404, 200]], 3), 'steel', 'dark', 1),
      p.line('M376 112h22M376 132h22M376 152h22M376 172h22', '#3a4248', 4, 0.7),
      p.solid(box(282, 146, 60, 34, 10), o.accent, 'v', 2), p.line('M296 154v18M312 154v18M328 154v18', '#000', 4, 0.35),
      p.solid(oval(440, 330, 40), 'steel', 'diag'), p.solid(oval(440, 330, 20), 'graphite', 'diag', 1), p.mark(340, 330, 16),
    )),
  ],
  'cable-ring': (p, o) => [
    p.ground(400, 640, 290, 44),
    [0, 1, 2, 3, 4].map((i) => p.copy(`translate(${(i % 2) * 5} ${-i * 40})`, [190, 222, 254].map((r) => p.tube(oval(400, 568, r, r * 0.42), 36, 'steel')))),
    p.tube('M636 410Q720 400 736 300', 34, 'steel'), p.tube('M736 300L742 246', 15, o.accent, 'butt'), p.tube('M730 300L712 250', 15, o.body, 'butt'), p.tube('M742 300L772 256', 15, 'graphite', 'butt'),
    [[-1, 190], [1, 602]].map(([side, x]) => p.solid(poly([[x - 44, 360 + side * 4], [x + 44, 360 + side * 4], [x + 50, 660], [x - 50, 660]], 14), 'white', 'h', 2)),
    p.solid(poly([[342, 470], [470, 476], [474, 700], [336, 694]], 10), o.body, 'h', 3), p.mark(405, 560, 24), p.line('M366 620h78M366 644h52', '#f4efe7', 8, 0.8),
  ],
  'circuit-breaker': (p, o) => [
    p.ground(400, 690, 200, 26),
    p.cuboid(252, 130, 200, 552, [120, 70], 'white', 10),
    [150, 594].map((y) => p.copy(`translate(352 ${y + 34})`, p.solid(oval(0, 0, 40), 'graphite', 'dark', 2), p.solid(oval(0, 0, 30), 'steel', 'diag', 1), p.line('M-16 -12L16 12M16 -12L-16 12', '#2b3136', 6))),
    p.cuboid(218, 246, 200, 310, [52, 30], 'white', 10),
    p.solid(box(262, 284, 112, 150, 14), 'graphite', 'dark', 2),
    p.solid(poly([[276, 298], [360, 298], [360, 376], [276, 376]], 12), o.body, 'v'), p.line('M292 316h52M292 334h52M292 352h52', '#fff', 4, 0.35),
    p.flat(box(290, 448, 56, 22, 4), '#c14c12'), p.line('M246 496h140M246 520h70', '#7b848b', 8, 0.8), p.mark(372, 522, 11, 'white'),
    p.line('M232 262V540', '#fff', 6, 0.7),
  ],
  'lever-connectors': (p, o) => {
    const connector = (transform, up) => p.group(transform, p.laid(
      p.tube('M-104 176V270', 26, 'graphite', 'butt'), p.tube('M0 176V280', 26, 'teal', 'butt'), p.tube('M104 176V270', 26, 'kraft', 'butt'),
      p.cuboid(-164, 20, 328, 164, [34, 46], 'white', 14),
      [-104, 0, 104].map((x, i) => [
        p.solid(box(x - 40, 112, 80, 60, 22), 'graphite', 'dark', 2), p.solid(oval(x, 142, 20), 'brass', 'diag', 1),
        i === up ? p.solid(poly([[x - 40, 30], [x + 40, 30], [x + 52, -128], [x - 28, -128]], 16), o.accent, 'diag') : [p.solid(poly([[x - 40, 30], [x + 40, 30], [x + 66, -14], [x - 12, -14]], 10), o.accent, 'lit', 2), p.solid(box(x - 42, 26, 84, 58, 12), o.accent, 'face', 2)],
      ])));
    return [connector('translate(540 190) rotate(8) scale(.86)', 9), connector('translate(300 430) rotate(-6) scale(1.12)', 1)];
  },
};
