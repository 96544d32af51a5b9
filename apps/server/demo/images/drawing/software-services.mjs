/* oxlint-disable max-params -- geometry reads as x, y, width, height */
import { box, oval, poly } from './pen.mjs';

const sheetOfPaper = (p, x, y, w, h) => [p.solid(box(x, y, w, h, 14), 'white', 'diag', 3)];
const lines = (p, x, y, widths, step = 34) => widths.map((w, i) => p.line(`M${x} ${y + i * step}h${w}`, '#a9a194', 10, 0.7));

export const serviceForms = {
  certificate: (p, o) => [
    p.turn(-7, p.laid(sheetOfPaper(p, 150, 120, 470, 560)), p.laid(
      p.solid(box(190, 100, 470, 580, 14), 'white', 'diag', 3), p.line(box(216, 126, 418, 528, 8), '#17707a', 6, 0.6),
      p.mark(425, 206, 32, 'white'), p.solid(box(300, 262, 250, 22, 11), o.body, 'face', 0), lines(p, 262, 330, [320, 320, 240]),
      p.tube('M262 480Q300 420 340 470T420 460T500 440', 6, o.body),
    ), p.laid(
      p.solid(poly([[486, 560], [548, 560], [560, 730], [517, 700], [476, 730]], 4), o.accent, 'dark', 2),
      p.solid(poly(Array.from({ length: 32 }, (_, i) => { const r = i % 2 ? 92 : 80; const a = (i * Math.PI) / 16; return [517 + r * Math.cos(a), 540 + r * Math.sin(a)]; }), 6), o.accent, 'diag', 3),
      p.solid(oval(517, 540, 60), o.accent, 'lit', 2), p.line('M490 542l20 22 36-46', '#fff', 13),
    )),
  ],
  training: (p, o) => [
    p.ground(400, 700, 250, 24),
    p.tube('M400 560L250 704M400 560L550 704M400 560V690', 20, 'kraft'),
    p.laid(p.solid(box(120, 120, 560, 430, 20), 'graphite', 'diag', 4), p.solid(box(142, 142, 516, 386, 8), 'white', 'diag', 2)),
    p.solid(poly([[440, 186], [330, 360], [404, 360], [366, 486], [488, 306], [412, 306]], 8), o.accent, 'diag', 3),
    lines(p, 180, 210, [110, 80, 100], 40), p.line('M540 220h80M540 262h60M540 304h76', '#17707a', 10, 0.7), p.line('M520 430l26 26 54-64', '#17707a', 14),
    p.solid(box(110, 536, 580, 30, 12), o.body, 'v', 2), p.mark(206, 480, 16, 'white'),
  ],
  warranty: (p, o) => [
    p.ground(400, 700, 200, 26),
    p.solid('M400 84Q520 160 650 164Q664 500 400 694Q136 500 150 164Q280 160 400 84Z', o.body, 'diag', 5),
    p.flat('M400 130Q500 196 612 204Q616 470 400 646Z', '#000', 0.16), p.line('M400 128Q506 196 612 204Q616 470 400 646Q184 470 188 204Q294 196 400 128Z', '#fff', 6, 0.4),
    p.line('M306 396l66 70 132-148', '#0b3b41', 46, 0.45, ' transform="translate(8 12)"'), p.line('M306 396l66 70 132-148', p.paint('amber', 'lit'), 44),
    p.flat('M190 212Q290 204 392 138L394 176Q300 232 214 240Q214 330 250 420Q192 330 190 212Z', '#fff', 0.25), p.mark(400, 572, 20),
  ],
  'software-box': (p, o) => [
    p.ground(410, 680, 230, 28),
    p.cuboid(200, 150, 350, 520, [80, 50], o.body, 8),
    p.solid(box(200, 150, 350, 150, 8), 'white', 'face', 0), p.mark(375, 226, 34, 'white'),
    p.line('M240 600H510M240 600V380', '#bfe0e0', 6, 0.8), [0, 1, 2, 3, 4].map((i) => p.solid(box(258 + i * 50, 560 - i * 34 + (i % 2) * 30, 34, 40 + i * 34 - (i % 2) * 30, 6), i === 3 ? 'amber' : 'steel', 'h', 1)),
    p.line('M250 500Q330 480 380 420T504 350', '#ffd08a', 9), p.gloss(poly([[208, 310], [400, 310], [210, 560]], 4), 0.2),
    p.laid(p.solid(oval(604, 610, 84), o.accent, 'diag', 4), p.line('M604 566v74M572 612l32 32 32-32M564 664h80', '#fff', 14)),
  ],
  'wiring-diagram': (p, o) => [
    p.turn(6, p.laid(sheetOfPaper(p, 110, 190, 560, 440)), p.laid(
      p.solid(box(130, 150, 560, 460, 10), 'white', 'diag', 3), p.line(box(156, 176, 508, 408, 4), '#17707a', 4, 0.6),
      p.line('M200 230H620M200 260H620M200 290H620', '#25282c', 6, 0.75), p.line('M260 230V340M260 380V450M380 260V340M380 380V450M500 290V340M500 380V450', '#17707a', 7), p.line('M260 380l-22-40M380 380l-22-40M500 380l-22-40', '#17707a', 7),
      [260, 380, 500].map((x, i) => [p.flat(oval(x, 230 + i * 30, 9), '#25282c'), p.line(oval(x, 478, 28), '#b56c18', 7), p.line(`M${x - 19} 459l38 38M${x + 19} 459l-38 38`, '#b56c18', 6)]),
      p.line('M260 506V548H500V506M380 506V548', '#17707a', 7), p.solid(box(540, 520, 116, 56, 4), o.body, 'face', 1), p.mark(598, 548, 12),
    ), p.laid(p.solid(oval(640, 640, 76), o.accent, 'diag', 4), p.line('M640 600v66M612 642l28 28 28-28M604 688h72', '#fff', 13))),
  ],
  'report-forms': (p, o) => [
    p.turn(-5, p.laid(p.solid(box(170, 110, 440, 590, 30), o.body, 'diag', 4)), p.solid(box(202, 156, 376, 512, 10), 'white', 'diag', 2),
      p.solid(box(300, 84, 180, 74, 20), 'steel', 'v', 3), p.solid(box(340, 70, 100, 40, 16), 'graphite', 'v', 2),
      p.solid(box(234, 200, 150, 24, 8), o.body, 'face', 0), p.mark(530, 212, 15, 'white'),
      [270, 330, 390, 450].map((y, i) => [p.line(box(236, y, 34, 34, 6), '#17707a', 6), i < 3 ? p.line(`M242 ${y + 14}l12 14 24-32`, '#e59a35', 9) : '', p.line(`M296 ${y + 18}h${[220, 180, 230, 150][i]}`, '#a9a194', 10, 0.8)]),
      p.line('M236 540h306M236 590h306M380 520v92', '#17707a', 4, 0.5),
      p.laid(p.group('rotate(38 560 560)', p.solid(box(540, 380, 36, 250, 10), o.accent, 'h'), p.solid(poly([[540, 630], [576, 630], [562, 690], [554, 690]], 2), 'kraft', 'h', 1), p.solid(box(540, 360, 36, 44, 10), 'graphite', 'h', 2)))),
  ],
};
