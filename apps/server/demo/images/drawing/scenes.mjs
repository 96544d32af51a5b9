/* oxlint-disable max-params -- geometry reads as x, y, width, height */
import { forms } from './forms.mjs';
import { oval } from './pen.mjs';

const look = { body: 'teal', accent: 'amber' };
const warm = { body: 'amber', accent: 'teal' };

/** One form as an extra in a scene. */
const place = (p, form, x, y, scale, o = look) =>
  p.group(`translate(${x} ${y}) scale(${scale})`, ...forms[form](p, o).flat(9));

const groups = {
  'power-tools': (p) => [place(p, 'drill-driver', 70, 10, 0.84), place(p, 'battery-pack', 60, 390, 0.46, warm)],
  'hand-tools': (p) => [place(p, 'pliers', -60, 30, 0.88), place(p, 'tape-measure', 340, 300, 0.58, { ...warm, tape: 'white', disc: 'graphite' })],
  fasteners: (p) => [place(p, 'bolts', 40, 0, 0.84), place(p, 'wall-plugs', 480, 440, 0.4)],
  'safety-workwear': (p) => [place(p, 'helmet', 30, 20, 0.86, warm), place(p, 'ear-defenders', 430, 370, 0.46)],
  electrical: (p) => [place(p, 'multimeter', 150, 0, 0.86), place(p, 'socket', 20, 400, 0.46)],
  lighting: (p) => [place(p, 'work-light', 60, 20, 0.86), place(p, 'head-torch', 420, 430, 0.42, warm)],
  'site-storage': (p) => [place(p, 'tool-case', 70, 180, 0.82, { ...look, stacked: true }), place(p, 'tool-case', 150, 8, 0.62, warm)],
  'software-services': (p) => [place(p, 'certificate', 30, 10, 0.84), place(p, 'software-box', 430, 370, 0.46, warm)],
};

export const drawCategory = (p, code) => groups[code](p);

export const heroSize = { width: 1600, height: 800 };

/** Two people, one order: the mark as two lights behind the tools of the trade. */
export const drawHero = (p) => [
  p.flat(oval(950, 380, 310), '#e59a35', 0.2),
  p.flat(oval(1250, 380, 310), '#17707a', 0.18),
  place(p, 'tool-case', 900, 240, 0.7, { ...look, stacked: true }),
  place(p, 'helmet', 996, 128, 0.5, warm),
  place(p, 'drill-driver', 600, 210, 0.76),
  place(p, 'tape-measure', 1230, 480, 0.42, { ...warm, tape: 'white', disc: 'graphite' }),
];
