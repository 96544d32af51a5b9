import { box, oval, poly } from './pen.mjs';

function wheel(p, x, y, r) {
  return [p.solid(oval(x, y, r), 'graphite', 'diag', 3), p.line(oval(x, y, r * 0.86), '#000', 5, 0.4), p.solid(oval(x, y, r * 0.6), 'amber', 'diag', 2), p.solid(oval(x, y, r * 0.24), 'steel', 'diag', 2)];
}

/** Corners of the organiser's trays, in perspective: the far row is narrower. */
const trayX = (column, row) => 196 + column * 68 + (3 - row) * (22 - column * 7.4);
const trayY = (row) => 336 + row * 80;

export const siteForms = {
  'tool-case': (p, o) => [
    p.ground(410, 640, 300, 30),
    o.stacked ? '' : p.tube('M290 296V236Q290 206 320 206H500Q530 206 530 236V280', 34, 'graphite'),
    p.cuboid(110, 330, 540, 300, [70, 56], o.body, 20),
    p.solid(box(110, 330, 540, 112, 20), o.body, 'lit', 3), p.groove('M118 446H644', 7), p.groove('M656 440L718 388', 6),
    [180, 520].map((x) => [p.solid(box(x - 20, 392, 100, 118, 14), 'graphite', 'diag', 3), p.solid(box(x - 4, 404, 68, 60, 10), o.accent, 'diag', 2), p.line(`M${x + 10} 480h40`, '#000', 6, 0.5)]),
    [150, 560].map((x) => p.solid(box(x, 610, 70, 26, 8), 'graphite', 'v', 2)), p.mark(376, 540, 26, o.body),
    p.solid(poly([[240, 322], [300, 286], [600, 286], [560, 322]], 8), 'graphite', 'lit', 1), p.gloss(box(122, 340, 300, 70, 16), 0.35),
  ],
  'storage-box': (p, o) => {
    const tones = ['amber', 'teal', 'steel', 'graphite', 'brass', 'teal', 'steel', 'amber', 'graphite'];
    const cell = (c, r) => {
      const corners = [[trayX(c, r) + 5, trayY(r) + 5], [trayX(c + 1, r) - 5, trayY(r) + 5], [trayX(c + 1, r + 1) - 5, trayY(r + 1) - 5], [trayX(c, r + 1) + 5, trayY(r + 1) - 5]];
      const cx = (corners[0][0] + corners[2][0]) / 2;
      const cy = (corners[0][1] + corners[2][1]) / 2;
      const tone = tones[(c * 2 + r * 5) % 9];
      const piece = (x, y) => p.copy(`translate(${x} ${y})`, p.solid(oval(0, 0, 14, 9), tone, 'diag', 1));
      return [p.flat(poly(corners, 8), '#1d2023'), p.copy(`translate(${cx.toFixed(0)} ${cy.toFixed(0)})`, piece(-9, 6), piece(10, 10), piece(2, -6))];
    };
    return [
      p.ground(400, 656, 310, 28),
      p.solid(poly([[236, 316], [564, 316], [640, 596], [160, 596]], 18), 'graphite', 'diag', 3),
      [0, 1, 2].map((r) => [0, 1, 2, 3, 4, 5].map((c) => cell(c, r))),
      p.solid(poly([[236, 316], [564, 316], [588, 130], [212, 130]], 20), 'steel', 'diag', 2), p.flat(poly([[252, 304], [548, 304], [568, 148], [232, 148]], 14), '#d9ecec', 0.75), p.gloss(poly([[246, 160], [420, 156], [330, 300], [256, 300]], 12), 0.8),
      p.solid(box(214, 304, 372, 20, 8), o.body, 'v', 2), p.solid(poly([[156, 588], [644, 588], [650, 656], [150, 656]], 18), o.body, 'face', 3),
      [236, 504].map((x) => p.solid(box(x, 578, 64, 52, 10), o.accent, 'v', 2)), p.tube('M352 636Q352 668 372 668H428Q448 668 448 636', 18, 'graphite'), p.mark(400, 614, 12),
    ];
  },
  'hand-truck': (p, o) => [
    p.ground(410, 702, 260, 26),
    p.tube('M300 640V180Q300 90 350 90H450Q500 90 500 180V640', 30, o.body), p.tube('M346 90H454', 44, 'graphite'),
    p.tube('M300 230H500M300 350H500M300 470H500', 20, o.body), p.tube('M360 230V600M440 230V600', 14, 'steel', 'butt'),
    p.tube('M250 612H550', 22, 'steel'), wheel(p, 230, 612, 84), wheel(p, 570, 612, 84),
    p.solid(poly([[290, 600], [510, 600], [510, 664], [290, 664]], 8), 'steel', 'face', 2),
    p.solid(poly([[290, 652], [510, 652], [586, 706], [214, 706]], 10), 'steel', 'lit'), p.solid(poly([[214, 700], [586, 700], [586, 714], [214, 714]], 5), 'graphite', 'v', 1),
    p.solid(box(336, 262, 128, 60, 10), o.accent, 'face', 2), p.mark(400, 292, 14, o.accent),
  ],
  ladder: (p, o) => [
    p.ground(400, 720, 270, 24),
    p.tube('M470 150L640 690', 24, 'graphite'), p.tube('M350 150L560 640', 18, 'graphite'), p.tube('M520 420H582M560 540H610', 12, 'graphite'),
    p.tube('M300 130L170 712', 34, 'steel', 'butt'), p.tube('M500 130L474 712', 34, 'steel', 'butt'), p.tube('M300 140V90Q300 66 324 66H470Q498 66 498 90V140', 20, 'graphite'),
    [0, 1, 2, 3, 4].map((i) => {
      const y = 240 + i * 94;
      const l = 300 - (y - 130) * 0.223;
      const r = 500 - (y - 130) * 0.045;
      return [p.solid(poly([[l - 8, y - 16], [r + 8, y - 16], [r + 4, y + 8], [l - 14, y + 8]], 4), 'steel', 'lit', 2), p.solid(poly([[l - 14, y + 6], [r + 4, y + 6], [r + 4, y + 26], [l - 14, y + 26]], 3), i === 0 ? o.accent : 'graphite', 'v', 1)];
    }),
    p.solid(poly([[262, 116], [538, 116], [530, 160], [254, 160]], 12), o.body, 'v', 3), p.mark(396, 138, 11),
    [[168, 708], [474, 708], [644, 688], [562, 640]].map(([x, y]) => p.solid(box(x - 24, y - 14, 48, 28, 8), o.body, 'v', 2)),
  ],
  tarpaulin: (p, o) => [
    p.ground(400, 640, 300, 32),
    p.flat(poly([[146, 400], [640, 400], [668, 610], [128, 610]]), '#072d33'),
    [0, 1, 2, 3].map((i) => [
      p.solid(`M${124 + i * 3} ${590 - i * 58}Q${96 + i * 3} ${616 - i * 58} ${130 + i * 3} ${636 - i * 58}L${660 - i * 4} ${636 - i * 58}Q${690 - i * 4} ${610 - i * 58} ${660 - i * 4} ${580 - i * 58}Z`, o.body, 'v', 3),
      p.line(`M150 ${622 - i * 58}Q400 ${630 - i * 58} 650 ${618 - i * 58}`, '#000', 4, 0.25),
    ]),
    p.solid('M136 412L236 290Q250 276 280 276L610 280Q640 284 650 310L664 400Q664 420 640 424L150 432Q126 430 136 412Z', o.body, 'lit', 4),
    p.solid('M430 279L610 280Q640 284 650 310L664 400Q664 420 640 424L520 427Z', o.body, 'face', 2), p.line('M250 318Q360 330 440 312M200 380Q330 394 470 372', '#fff', 5, 0.25), p.line('M430 280L520 428', '#000', 4, 0.35),
    [[556, 322], [584, 400]].map(([x, y]) => [p.solid(oval(x, y, 22, 15), 'steel', 'diag', 2), p.flat(oval(x, y, 11, 7), '#0c2e33')]),
    p.tube('M330 270C310 420 316 520 322 646', 16, o.accent), p.tube('M332 276Q420 230 470 276M330 290Q250 236 262 300Q290 330 330 290Q360 340 400 330', 14, o.accent), p.mark(250, 352, 14),
  ],
};
