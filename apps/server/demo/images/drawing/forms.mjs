import { electricalForms } from './electrical.mjs';
import { fastenerForms } from './fasteners.mjs';
import { handToolForms } from './hand-tools.mjs';
import { lightingForms } from './lighting.mjs';
import { powerToolForms } from './power-tools.mjs';
import { safetyForms } from './safety-workwear.mjs';
import { serviceForms } from './software-services.mjs';
import { siteForms } from './site-storage.mjs';

const drawn = {
  ...powerToolForms,
  ...handToolForms,
  ...fastenerForms,
  ...safetyForms,
  ...electricalForms,
  ...lightingForms,
  ...siteForms,
  ...serviceForms,
};

/** Composition: how far a form moves and grows (around the middle) to sit well on its sheet. */
const frames = {
  'drill-driver': [56, 0, 1.02], 'impact-driver': [56, 0, 1.02], 'rotary-hammer': [32, -10, 1], 'battery-pack': [0, -70, 1.12], charger: [-10, -60, 1.06],
  'circular-saw': [0, 0, 1.04], 'angle-grinder': [0, 10, 0.95], jigsaw: [0, -10, 1], 'tape-measure': [20, 0, 1], 'screwdriver-set': [4, 0, 1.06],
  pliers: [0, 0, 0.94], spanner: [6, 6, 0.8], 'screw-box': [0, -40, 1], 'wall-plugs': [0, 0, 0.88], anchors: [0, 20, 0.92], nuts: [-4, -8, 1],
  'cable-ties': [0, 30, 0.98], gloves: [-6, -20, 0.9], 'damp-proof-light': [0, 0, 0.94], 'safety-glasses': [0, -30, 1.06], helmet: [0, 0, 1.06],
  'lever-connectors': [0, 0, 0.96], socket: [-26, -60, 1], 'junction-box': [0, -40, 1], tarpaulin: [0, -60, 1.06], 'tool-case': [0, -40, 1.02], 'circuit-breaker': [-10, 20, 0.92], 'led-panel': [-10, 0, 1],
};

const framed = (name, draw) => (p, look) => {
  const [dx, dy, scale] = frames[name] ?? [0, 0, 1];
  const shift = (by) => Math.round(400 * (1 - scale) + by);
  return [p.group(`translate(${shift(dx)} ${shift(dy)}) scale(${scale})`, draw(p, look))];
};

/** Every form of the vocabulary: (pen, look) → SVG fragments on an 800 × 800 sheet. */
export const forms = Object.fromEntries(Object.entries(drawn).map(([name, draw]) => [name, framed(name, draw)]));
