/** What tells two products of one form apart: tones and sizes, by SKU. */
const tealTool = { body: 'teal', accent: 'amber' };

export const defaultLook = tealTool;

export const looks = {
  'SKU-1007': { ...tealTool, tall: true },
  'SKU-1010': { body: 'amber', accent: 'teal', battery: 56, nose: 'graphite', scale: 0.84 },
  'SKU-1005': { body: 'teal', accent: 'amber' },
  'SKU-1011': { body: 'amber', accent: 'teal', tape: 'white', disc: 'graphite', scale: 0.88 },
  'SKU-1016': { body: 'amber', accent: 'teal' },
  'SKU-1017': { body: 'steel', accent: 'amber' },
  'SKU-1019': { ...tealTool, wide: true },
  'SKU-1020': { body: 'amber', accent: 'graphite' },
  'SKU-1021': { label: 'teal', head: 'brass', count: 5, length: 120 },
  'SKU-1022': { label: 'amber', head: 'steel', count: 3, length: 270, washer: true },
  'SKU-1023': { label: 'graphite', head: 'graphite', count: 6, length: 100 },
  'SKU-1030': { body: 'amber', accent: 'teal' },
  'SKU-1101': { body: 'graphite', accent: 'teal', knit: 'steel' },
  'SKU-1102': { body: 'graphite', accent: 'amber' },
  'SKU-1103': { body: 'orange', accent: 'graphite' },
  'SKU-1104': { body: 'orange', accent: 'teal', scale: 0.84 },
  'SKU-1028': { body: 'graphite', accent: 'amber' },
  'SKU-1029': { body: 'white', accent: 'teal', thick: true },
};
