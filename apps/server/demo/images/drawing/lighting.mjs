import { box, oval, poly } from './pen.mjs';

const glow = (p) => p.radial(0.5, 0.45, 0.7, [[0, '#fffdf4'], [0.6, '#fdeec7'], [1, '#f3cf86']]);
const halo = (p, x, y, r) => p.flat(oval(x, y, r), p.radial(0.5, 0.5, 0.5, [[0, '#fff6d8', 0.95], [0.4, '#ffedbd', 0.5], [1, '#ffe7a8', 0]]));

export const lightingForms = {
  'work-light': (p, o) => [
    halo(p, 400, 325, 396), p.ground(400, 680, 290, 30),
    p.tube('M150 676L250 560H550L650 676M120 680H190M610 680H680', 28, o.accent), p.tube('M232 560L206 330M568 560L594 330', 26, o.accent),
    p.tube('M300 150Q300 96 350 96H450Q500 96 500 150', 30, o.accent), p.tube('M360 96H440', 46, 'graphite'),
    p.solid(box(176, 140, 448, 370, 44), 'graphite', 'diag', 4), p.solid(box(200, 164, 400, 322, 30), o.body, 'face', 3),
    p.flat(box(226, 190, 348, 270, 20), glow(p)),
    [0, 1, 2].map((r) => [0, 1, 2, 3].map((c) => p.flat(oval(280 + c * 80, 246 + r * 78, 25), '#fff', 0.85))), p.gloss(poly([[226, 190], [430, 190], [300, 460], [226, 460]], 18), 0.5),
    [206, 594].map((x) => [p.solid(oval(x, 336, 34), 'graphite', 'diag'), p.solid(oval(x, 336, 16), 'steel', 'diag', 1)]), p.mark(400, 474, 9),
  ],
  'head-torch': (p, o) => [
    p.ground(400, 640, 230, 28),
    `<ellipse cx="400" cy="390" rx="250" ry="186" fill="none" stroke="${p.paint('graphite', 'dark')}" stroke-width="62"/>`,
    p.line(oval(400, 384, 250, 186), '#e59a35', 10), p.tube('M180 306C230 120 570 120 620 306', 40, o.body, 'butt'),
    p.solid('M146 420Q160 600 400 632Q640 600 654 420L640 360Q600 520 400 540Q200 520 160 360Z', 'graphite', 'v', 3),
    p.line('M160 436Q200 566 400 590Q600 566 640 436', '#e59a35', 12),
    p.solid(box(262, 428, 276, 220, 48), 'graphite', 'diag', 4), p.solid(box(280, 446, 240, 184, 38), o.body, 'diag', 3),
    p.solid(oval(362, 538, 74), 'steel', 'diag'), p.flat(oval(362, 538, 60), glow(p)), p.flat(oval(362, 538, 26), '#fff'), halo(p, 362, 538, 150),
    p.solid(box(452, 490, 52, 96, 22), 'steel', 'diag', 2), p.flat(box(460, 500, 36, 76, 16), glow(p)),
    p.solid(box(330, 428, 90, 20, 8), o.accent, 'v', 2),
  ],
  'led-panel': (p) => [
    halo(p, 330, 390, 396), p.ground(410, 660, 250, 26),
    p.tube('M560 300C680 300 700 420 640 520', 14, 'graphite'), p.cuboid(566, 540, 130, 62, [26, 20], 'graphite', 8), p.flat(box(584, 560, 40, 22, 3), '#e59a35'),
    p.solid(poly([[552, 128], [578, 146], [578, 618], [552, 650]], 4), 'steel', 'dark', 2),
    p.solid(poly([[130, 190], [556, 124], [556, 652], [130, 600]], 10), 'steel', 'diag', 4),
    p.flat(poly([[152, 210], [534, 152], [534, 624], [152, 580]], 6), p.linear([0, 0, 1, 1], [[0, '#fff'], [0.6, '#fff8e6'], [1, '#fbe6b8']])),
    [1, 2, 3, 4, 5].map((i) => p.line(`M${152 + i * 64} ${210 - i * 9.700}V${580 + i * 7.300}M152 ${210 + i * 62}L534 ${152 + i * 79}`, '#d9b25a', 2, 0.5)),
  ],
  'inspection-lamp': (p, o) => [
    p.ground(420, 684, 160, 24), halo(p, 340, 240, 300),
    p.tube('M474 640C480 700 540 700 540 650', 10, 'steel'),
    p.solid(poly([[354, 380], [492, 380], [500, 520, 50], [492, 684], [354, 684], [346, 520, 50]], 30), 'graphite', 'h', 4),
    p.solid(poly([[374, 430], [472, 430], [478, 520, 40], [472, 640], [374, 640], [368, 520, 40]], 24), o.body, 'h', 2),
    [0, 1, 2, 3].map((i) => p.flat(oval(423, 560 + i * 20, 6), i < 3 ? '#ffd08a' : '#0c3a40')), p.solid(oval(423, 490, 28), o.accent, 'diag', 3), p.solid(box(362, 660, 122, 26, 8), 'steel', 'h', 2),
    p.group('rotate(-24 423 370)', p.solid(poly([[340, 60], [500, 60], [506, 350], [334, 350]], 40), 'graphite', 'diag', 4), p.flat(box(360, 84, 120, 236, 26), glow(p)),
      [0, 1, 2, 3, 4].map((i) => [p.flat(oval(398, 116 + i * 43, 15), '#fff', 0.95), p.flat(oval(444, 116 + i * 43, 15), '#fff', 0.95)]), p.gloss(poly([[360, 84], [440, 84], [380, 320], [360, 320]], 20), 0.5)),
    p.solid(oval(423, 376, 44), 'graphite', 'diag'), p.solid(oval(423, 376, 24), o.accent, 'diag', 2),
  ],
  'damp-proof-light': (p, o) => [
    p.turn(-32, p.laid(
      p.tube('M10 410H-80', 22, 'graphite', 'butt'),
      p.solid(box(10, 340, 780, 120, 50), 'steel', 'v', 3), p.flat(box(30, 352, 740, 84, 40), p.linear([0, 0, 0, 1], [[0, '#fffaea'], [0.4, '#ffffff'], [1, '#f6dca3']])),
      p.solid(box(10, 430, 780, 36, 14), 'white', 'v', 2),
      p.solid(box(-4, 336, 70, 132, 34), 'graphite', 'diag', 3), p.solid(box(734, 336, 70, 132, 34), 'graphite', 'diag', 3),
      [150, 310, 490, 650].map((x) => p.solid(poly([[x - 14, 416], [x + 14, 416], [x + 18, 478], [x - 18, 478]], 5), 'steel', 'h', 2)),
      p.line('M80 366H720', '#fff', 10, 0.95), p.solid(box(-10, 386, 24, 40, 8), o.accent, 'v', 2),
      p.line('M80 412H720', '#e2b866', 3, 0.5, ' stroke-dasharray="14 12"'),
    )),
  ],
};
