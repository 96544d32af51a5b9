/* oxlint-disable max-params -- geometry reads as x, y, width, height */
import { box, ngon, oval, poly } from './pen.mjs';

function driver(p, x, top, length, width, tone, tip) {
  const grip = 150 + width;
  const y = top + length;
  return [
    p.solid(poly([[x - 8, top + 20], [x + 8, top + 20], [x + 8, y + 10], [x - 8, y + 10]]), tone === 'white' ? 'steel' : 'graphite', 'h', 1),
    tip === 'flat' ? p.solid(poly([[x - 12, top], [x + 12, top], [x + 8, top + 40], [x - 8, top + 40]], 2), 'steel', 'h', 1)
      : p.solid(poly([[x - 3, top], [x + 3, top], [x + 9, top + 30], [x + 8, top + 44], [x - 8, top + 44], [x - 9, top + 30]], 2), 'steel', 'h', 1),
    p.solid(poly([[x - 15, y - 14], [x + 15, y - 14], [x + width * 0.6, y + 16], [x - width * 0.6, y + 16]], 6), tone, 'h', 2),
    p.solid(poly([[x - width * 0.42, y + 8], [x + width * 0.42, y + 8], [x + width * 0.34, y + 40, 20], [x + width * 0.56, y + 90, 30], [x + width * 0.5, y + grip], [x - width * 0.5, y + grip], [x - width * 0.56, y + 90, 30], [x - width * 0.34, y + 40, 20]], 16), tone, 'h'),
    p.solid(box(x - width * 0.3, y + 64, width * 0.6, grip - 84, 12), 'graphite', 'h', 1),
    p.line(`M${x - width * 0.14} ${y + 80}v${grip - 116}`, '#fff', 4, 0.25),
  ];
}

export const handToolForms = {
  'spray-can': (p, o) => [
    p.ground(400, 700, 170, 24),
    p.solid(box(286, 250, 228, 446, 22), 'steel', 'h', 3), p.solid(box(286, 318, 228, 318, 4), o.body, 'h', 0),
    p.solid('M286 262Q290 206 340 190L460 190Q510 206 514 262Z', 'steel', 'h', 3), p.solid(box(336, 172, 128, 26, 8), 'steel', 'h', 2),
    p.solid(poly([[346, 82, 22], [454, 82, 22], [462, 180], [338, 180]], 10), o.body, 'h', 3), p.solid(box(372, 104, 56, 26, 8), 'graphite', 'dark', 2), p.flat(oval(400, 117, 8), '#f4efe7'),
    p.solid(box(280, 676, 240, 26, 12), 'steel', 'v', 2), p.flat(box(306, 400, 188, 130, 10), '#fffdf9', 0.92), p.mark(400, 446, 22, 'white'),
    p.line('M330 496h140M330 514h84', '#6c757c', 8, 0.7), p.line('M330 566l44-30M386 566l44-30M442 566l30-20', '#fff', 10, 0.5), p.flat(box(312, 262, 22, 420, 11), '#fff', 0.3),
  ],
  'tape-measure': (p, o) => [
    p.ground(420, 610, o.wide ? 270 : 240, 28),
    p.solid(poly([[60, 556], [300, 556], [300, 590], [60, 590]], 2), o.tape ?? 'amber', 'lit', 1),
    Array.from({ length: 15 }, (_, i) => p.line(`M${84 + i * 14} 557v${i % 5 === 0 ? 22 : 12}`, '#2a2118', 3, 0.8)),
    p.solid(poly([[44, 548], [68, 548], [68, 560], [58, 560], [58, 628], [44, 628]], 3), 'steel', 'h', 1),
    p.solid('M240 600L240 360Q250 190 430 184Q640 184 664 380L668 580Q666 604 640 604L250 604Z', 'graphite', 'diag', 4),
    p.solid('M262 566L262 370Q276 222 430 214Q612 216 634 382L640 566Z', o.body, 'diag', 3),
    p.solid(poly([[236, 560], [668, 560], [668, 606], [236, 606]], 14), 'graphite', 'v', 2),
    p.solid(oval(446, 390, 122), 'graphite', 'diag'), p.solid(oval(446, 390, 104), o.disc ?? 'white', 'diag', 2),
    p.mark(446, 390, 34, o.disc ?? 'white'),
    p.solid(poly([[300, 196], [380, 170], [404, 206], [322, 236]], 14), o.accent, 'lit', 2),
    p.flat('M276 470L276 372Q290 236 430 228L440 244Q320 254 300 372L298 470Z', '#fff', 0.35),
    o.wide ? [p.solid(box(40, 600, 34, 18, 4), 'graphite', 'v', 1)] : '',
  ],
  hammer: (p, o) => [
    p.turn(38, p.laid(
      p.solid(poly([[378, 200], [422, 200], [424, 420], [376, 420]], 6), 'steel', 'h'),
      p.solid(poly([[366, 410], [434, 410], [442, 520, 30], [432, 620, 30], [446, 740], [354, 740], [368, 620, 30], [358, 520, 30]], 24), 'graphite', 'h'),
      p.solid(poly([[378, 440], [422, 440], [428, 530, 30], [420, 620, 30], [424, 700], [376, 700], [380, 620, 30], [372, 530, 30]], 16), o.body, 'h', 1),
      [470, 500, 530, 620, 650].map((y) => p.groove(`M384 ${y}h32`, 6)),
      p.solid('M330 128L330 214Q360 222 400 220L470 216Q560 214 640 268Q600 166 480 128Q420 112 330 128Z', 'steel', 'v'),
      p.flat('M470 168Q560 176 622 244Q560 196 470 190Z', '#20262b', 0.45),
      p.solid(poly([[244, 128], [300, 128], [334, 142], [334, 202], [300, 216], [244, 216]], 8), 'steel', 'v'),
      p.solid(box(216, 116, 40, 112, 10), 'steel', 'v'),
      p.line('M340 140Q420 126 480 146', '#fff', 8, 0.8),
      p.solid(poly([[372, 204], [428, 204], [424, 240], [376, 240]], 6), 'steel', 'h', 1),
    )),
  ],
  'screwdriver-set': (p, o) => [
    p.turn(-8, p.laid(
      driver(p, 130, 250, 170, 52, o.body, 'flat'), driver(p, 236, 190, 220, 58, o.accent, 'cross'),
      driver(p, 348, 130, 262, 66, o.body, 'flat'), driver(p, 466, 150, 240, 66, o.accent, 'cross'),
      driver(p, 576, 220, 190, 58, o.body, 'flat'), driver(p, 674, 300, 130, 46, 'white', 'flat'),
    )),
  ],
  pliers: (p, o) => [
    p.turn(20, p.laid(
      p.tube('M432 356C500 440 520 560 474 726', 62, o.body), p.tube('M474 640Q470 690 468 722', 62, o.accent),
      p.tube('M368 356C300 440 280 560 326 726', 62, o.body), p.tube('M326 640Q330 690 332 722', 62, o.accent),
      p.line('M310 440C282 540 292 600 312 650', '#fff', 6, 0.3),
      p.solid('M398 70L372 74Q330 150 320 250Q324 340 380 384L410 380L398 230Z', 'steel', 'h'),
      p.solid('M402 70L428 74Q470 150 480 250Q476 340 420 384L390 380L402 230Z', 'steel', 'diag'),
      Array.from({ length: 8 }, (_, i) => p.line(`M380 ${92 + i * 10}h40`, '#353c42', 3, 0.6)),
      p.flat(oval(400, 208, 16, 30), '#22272b', 0.8), p.line('M400 244v44', '#1b1f23', 4, 0.8),
      p.solid(oval(400, 322, 34), 'steel', 'diag'), p.solid(oval(400, 322, 18), 'graphite', 'diag', 1),
    )),
  ],
  'side-cutters': (p, o) => [
    p.turn(-24, p.laid(
      p.tube('M436 340C516 430 530 560 486 716', 58, o.body), p.tube('M364 340C284 430 270 560 314 716', 58, o.body),
      p.tube('M488 420Q516 500 510 560', 60, o.accent, 'butt'), p.tube('M312 420Q284 500 290 560', 60, o.accent, 'butt'),
      p.solid('M396 132Q322 150 306 246Q314 344 386 372L412 366L400 250Z', 'graphite', 'diag'),
      p.solid('M404 132Q478 150 494 246Q486 344 414 372L388 366L400 250Z', 'graphite', 'diag'),
      p.flat('M398 134Q356 176 356 240L398 262Z', '#e3e7e9', 0.9), p.flat('M402 134Q444 176 444 240L402 262Z', '#a9b1b7', 0.95),
      p.line('M400 136v124', '#14171a', 4), p.solid(oval(400, 308, 36), 'steel', 'diag'), p.solid(oval(400, 308, 18), 'graphite', 'diag', 1),
      p.line('M290 470C276 540 286 600 300 650', '#fff', 6, 0.3),
    )),
  ],
  spanner: (p) => [
    p.turn(34, p.laid([0, 1, 2, 3, 4].map((i) => {
      const s = 1 - i * 0.11;
      return p.copy(`translate(${140 + i * 128} 400) scale(${s.toFixed(2)})`,
        p.solid(poly([[-20, -230], [20, -230], [15, 0], [20, 230], [-20, 230], [-15, 0]], 8), 'steel', 'h'),
        p.solid(poly([[-6, -190], [6, -190], [5, 190], [-5, 190]], 4), 'steel', 'dark', 0),
        p.solid(`${oval(0, 282, 62)}${poly(ngon(0, 282, 38, 12), 3)}`, 'steel', 'diag'),
        p.solid('M-22 -210Q-74 -238 -72 -296Q-64 -336 -38 -352L-30 -292L0 -276L30 -292L38 -352Q64 -336 72 -296Q74 -238 22 -210Z', 'steel', 'diag'),
        p.line('M-56 -276Q-54 -310 -44 -326', '#fff', 5, 0.9), p.line('M-48 262Q-36 236 -12 230', '#fff', 5, 0.9));
    }))),
  ],
  'utility-knife': (p, o) => [
    p.turn(-42, p.laid(
      p.solid(poly([[40, 366], [110, 366], [260, 366], [260, 428], [60, 428]], 1), 'steel', 'lit', 2),
      p.line('M110 366l-22 62M160 366l-22 62M210 366l-22 62', '#5c666d', 3),
      p.flat('M60 418h200v10h-198z', '#fff', 0.8),
      p.solid(poly([[226, 350], [330, 344], [330, 450], [226, 442]], 8), 'steel', 'v'),
      p.solid(poly([[300, 330], [560, 326, 60], [700, 346], [736, 380], [730, 440], [690, 466], [520, 470, 60], [420, 452, 40], [300, 464]], 20), o.body, 'v', 4),
      p.solid(poly([[330, 372], [690, 372], [700, 400], [690, 424], [330, 424]], 12), 'graphite', 'dark', 2),
      p.solid(box(300, 384, 390, 20, 6), 'steel', 'v', 1),
      p.solid(poly([[392, 352], [500, 352], [512, 440], [384, 440]], 14), o.accent, 'v'),
      [410, 430, 450, 470].map((x) => p.groove(`M${x} 368v56`, 6)),
      p.gloss(poly([[310, 338], [680, 346], [660, 362], [310, 360]], 8), 0.5), p.mark(716, 398, 8, o.body),
    )),
  ],
  'spirit-level': (p, o) => [
    p.turn(-30, p.laid(
      p.solid(box(16, 336, 768, 30, 6), o.body, 'lit', 2), p.solid(box(16, 360, 768, 96, 6), o.body, 'face', 3),
      p.solid(box(16, 450, 768, 18, 5), 'steel', 'v', 1),
      p.solid(box(0, 330, 44, 142, 14), 'graphite', 'diag'), p.solid(box(756, 330, 44, 142, 14), 'graphite', 'diag'),
      [[400, 0], [160, 90], [640, 90]].map(([x, turned]) => [
        p.solid(turned ? box(x - 38, 368, 76, 80, 10) : box(x - 76, 350, 152, 74, 14), 'graphite', 'diag', 2),
        turned ? p.solid(box(x - 17, 376, 34, 64, 15), 'brass', 'h', 1) : p.solid(box(x - 60, 362, 120, 38, 18), 'brass', 'v', 1),
        turned ? p.flat(oval(x, 408, 11, 13), '#fffbe8', 0.9) : p.flat(oval(x, 380, 19, 12), '#fffbe8', 0.9),
        p.line(turned ? `M${x - 16} 392h32M${x - 16} 424h32` : `M${x - 24} 363v36M${x + 24} 363v36`, '#1d1a12', 3),
      ]),
      [250, 530].map((x) => p.solid(box(x - 42, 388, 84, 46, 22), 'graphite', 'dark', 2)),      p.line('M50 342H748', '#fff', 4, 0.6),
    )),
  ],
  'laser-level': (p, o) => {
    const beam = (long, across) => [p.flat(long, '#2fd7a4', 0.4), p.flat(across, '#eafff6', 0.95)];
    return [
      beam('M0 285H800v6H0z', 'M0 287H800v2H0z'), beam('M397 0h6v700h-6z', 'M399 0h2v700h-2z'),
      p.ground(400, 706, 220, 24),
      p.tube('M400 560L236 700M400 560L564 700', 26, 'graphite'), p.tube('M400 560V716', 28, 'graphite'),
      p.solid(poly([[330, 520], [470, 520], [452, 580], [348, 580]], 10), 'steel', 'h'),
      p.solid(poly([[486, 210], [548, 232], [548, 480], [486, 500]], 10), 'graphite', 'dark', 2),
      p.solid(poly([[276, 196], [486, 196], [500, 220], [500, 500], [478, 524], [290, 524], [262, 500], [262, 220]], 26), 'graphite', 'diag', 4),
      p.solid(poly([[286, 322], [476, 322], [478, 478], [462, 502], [300, 502], [284, 478]], 18), o.body, 'diag', 3),
      p.solid(poly([[290, 216], [472, 216], [476, 310], [286, 310]], 16), 'graphite', 'dark', 2),
      p.flat(poly([[302, 228], [460, 228], [464, 300], [298, 300]], 10), p.radial(0.5, 0.82, 0.6, [[0, '#e6fff5'], [0.2, '#54dfb4'], [0.6, '#0b4a44'], [1, '#041d1e']])),
      p.gloss(poly([[306, 232], [380, 232], [330, 298], [302, 298]], 8), 0.6),
      p.solid(box(262, 206, 26, 306, 12), o.accent, 'h', 2), p.solid(box(476, 206, 26, 306, 12), o.accent, 'h', 2),
      p.solid(box(322, 438, 116, 40, 18), 'graphite', 'v', 2), p.solid(box(328, 443, 56, 30, 14), 'steel', 'v', 1),
      [350, 380, 410].map((x) => p.flat(oval(x, 412, 6), x === 350 ? '#54dfb4' : '#06272b')), p.mark(380, 366, 20),
    ];
  },
};
