import { same, say, type Wording } from '../wording.ts';
import { fact, units, type Product } from './product.ts';

/** One value of an option; `code` ends the SKU of the variants that have it. */
export type OptionValue = Readonly<{ code: string; label: Wording }>;
export type ProductOption = Readonly<{ name: Wording; values: readonly OptionValue[] }>;

/** One combination, by the codes of its values in the options' order. */
export type Variant = Readonly<{
  codes: readonly string[];
  stock: number;
  /** Where it costs something else than the product's other variants. */
  usd?: string;
  eur?: string;
  weightGrams?: number;
}>;

/** A product that is chosen in versions; what stands at the product itself holds for all of them. */
export type ProductWithOptions = Omit<Product, 'kind' | 'stock'> & Readonly<{
  options: readonly ProductOption[];
  variants: readonly Variant[];
  /** The option whose values have a picture each, drawn in the tone of that name. */
  drawnBy?: number;
}>;

const size = say('Size', 'Größe', 'Talla');
const colour = say('Colour', 'Farbe', 'Color');
const length = say('Length', 'Länge', 'Longitud');
const value = (code: string, label: Wording = same(code)): OptionValue => ({ code, label });
const every = (first: readonly string[], second: readonly string[], stock: (place: number) => number): Variant[] =>
  first.flatMap((one, at) => second.map((two, and) => ({ codes: [one, two], stock: stock(at * second.length + and) })));

const black = value('graphite', say('Black', 'Schwarz', 'Negro'));
const teal = value('teal', say('Petrol', 'Petrol', 'Petróleo'));
const amber = value('amber', say('Signal yellow', 'Signalgelb', 'Amarillo señal'));
const orange = value('orange', say('Fluorescent orange', 'Leuchtorange', 'Naranja fluorescente'));
const white = value('white', say('White', 'Weiß', 'Blanco'));

export const productsWithOptions: readonly ProductWithOptions[] = [
  {
    sku: 'SKU-1101', slug: 'assembly-gloves', category: 'safety-workwear', drawing: 'gloves', drawnBy: 1,
    name: say('Assembly gloves, breathable', 'Montagehandschuhe, atmungsaktiv', 'Guantes de montaje transpirables'),
    summary: say('Foam nitrile on a seamless knit, by size and colour.', 'Schaumnitril auf nahtlosem Strick, nach Größe und Farbe.', 'Nitrilo espumado sobre punto sin costuras, por talla y color.'),
    description: say(
      'A light glove for a whole shift: the back breathes, the palm grips dry and slightly oily parts. Fingertips feel a 3 mm screw. Free of silicone, fit for paint shops.',
      'Ein leichter Handschuh für die ganze Schicht: Der Rücken atmet, die Handfläche hält trockene und leicht ölige Teile. Die Fingerspitzen spüren eine 3-mm-Schraube. Silikonfrei und damit lackverträglich.',
      'Un guante ligero para toda la jornada: el dorso transpira y la palma agarra piezas secas y algo aceitosas. Las yemas notan un tornillo de 3 mm. Sin silicona, apto para pintura.',
    ),
    facts: [fact('standard', same('EN 388: 4121X')), fact('material', say('Polyamide, nitrile foam', 'Polyamid, Nitrilschaum', 'Poliamida, espuma de nitrilo'))],
    usd: '6.90', eur: '6.40', costShare: 0.46, unit: units.pair, weightGrams: 40, tiers: [{ from: 12, usd: '5.90', eur: '5.50' }, { from: 72, usd: '4.90', eur: '4.60' }],
    options: [{ name: size, values: [value('7'), value('8'), value('9'), value('10'), value('11')] }, { name: colour, values: [black, teal] }],
    variants: every(['7', '8', '9', '10', '11'], ['graphite', 'teal'], (place) => [40, 24, 180, 96, 260, 140, 210, 5, 36, 0][place] ?? 0),
  },
  {
    sku: 'SKU-1102', slug: 'work-trousers', category: 'safety-workwear', drawing: 'trousers', drawnBy: 1,
    name: say('Work trousers with knee pockets', 'Arbeitshose mit Kniepolstertaschen', 'Pantalón de trabajo con rodilleras'),
    summary: say('Stretch at the seat, Cordura where it rubs.', 'Stretch im Schritt, Cordura an den Scheuerstellen.', 'Elástico donde se mueve, Cordura donde roza.'),
    description: say(
      'Ten pockets, two of them for knee pads that slide in from below. The hem lets out by 5 cm. Triple seams inside and at the seat, washable at 60 °C.',
      'Zehn Taschen, zwei davon für Kniepolster, die von unten eingeschoben werden. Der Saum lässt sich um 5 cm verlängern. Dreifachnähte innen und im Schritt, bei 60 °C waschbar.',
      'Diez bolsillos, dos de ellos para rodilleras que entran por abajo. El bajo se alarga 5 cm. Triple costura interior, lavable a 60 °C.',
    ),
    facts: [fact('material', say('65 % polyester, 35 % cotton', '65 % Polyester, 35 % Baumwolle', '65 % poliéster, 35 % algodón')), fact('standard', same('EN 14404 Type 2')), fact('weight', '0.62 kg')],
    usd: '64.00', eur: '58.90', costShare: 0.5, unit: units.piece, weightGrams: 620,
    options: [{ name: size, values: ['46', '48', '50', '52', '54', '56', '58', '60'].map((code) => value(code)) }, { name: colour, values: [black, teal] }],
    variants: [
      ...every(['46', '48', '50', '52', '54'], ['graphite', 'teal'], (place) => 12 + ((place * 7) % 20)),
      { codes: ['56', 'graphite'], stock: 9 },
      { codes: ['58', 'graphite'], stock: 4, usd: '69.00', eur: '63.50', weightGrams: 690 },
      { codes: ['60', 'graphite'], stock: 0, usd: '69.00', eur: '63.50', weightGrams: 710 },
    ],
  },
  {
    sku: 'SKU-1103', slug: 'marking-spray', category: 'hand-tools', drawing: 'spray-can', drawnBy: 0,
    name: say('Marking spray, 500 ml', 'Markierungsspray, 500 ml', 'Spray de marcaje, 500 ml'),
    summary: say('Sprays upside down, dry in ten minutes.', 'Sprüht über Kopf, in zehn Minuten trocken.', 'Pulveriza boca abajo, seca en diez minutos.'),
    description: say(
      'For lines on concrete, asphalt, timber and grass, also on damp ground. The cap locks against spraying by accident. Readable for about six months.',
      'Für Linien auf Beton, Asphalt, Holz und Rasen, auch auf feuchtem Grund. Die Kappe sperrt gegen ungewolltes Sprühen. Etwa sechs Monate lesbar.',
      'Para líneas sobre hormigón, asfalto, madera y césped, también en suelo húmedo. El tapón evita pulverizaciones accidentales. Legible unos seis meses.',
    ),
    facts: [fact('contents', '500 ml'), fact('weight', '0.55 kg')],
    usd: '7.80', eur: '7.20', costShare: 0.44, unit: units.piece, weightGrams: 550, tiers: [{ from: 12, usd: '6.90', eur: '6.40' }],
    options: [{ name: colour, values: [orange, amber, white, teal] }],
    variants: [{ codes: ['orange'], stock: 260 }, { codes: ['amber'], stock: 140 }, { codes: ['white'], stock: 88 }, { codes: ['teal'], stock: 7 }],
  },
  {
    sku: 'SKU-1104', slug: 'rubber-extension-lead', category: 'electrical', drawing: 'cable-ring',
    name: say('Rubber extension lead H07RN-F 3G1.5', 'Gummi-Verlängerung H07RN-F 3G1,5', 'Prolongador de goma H07RN-F 3G1,5'),
    summary: say('For building sites, oil-resistant, stays soft at −25 °C.', 'Für die Baustelle, ölbeständig, bei −25 °C noch weich.', 'Para obra, resistente al aceite y flexible a −25 °C.'),
    description: say(
      'Moulded plug and socket with self-closing lid, splash-proof to IP44. The sheath bears being driven over. Tested to DGUV 3.',
      'Angespritzter Stecker und Kupplung mit selbstschließendem Deckel, spritzwassergeschützt nach IP44. Der Mantel verträgt das Überfahren. Geprüft nach DGUV 3.',
      'Clavija y base inyectadas con tapa de cierre automático, protección IP44. La cubierta soporta el paso de vehículos. Ensayado según DGUV 3.',
    ),
    facts: [fact('protection', same('IP44')), fact('rating', '230 V, 16 A')],
    usd: '29.00', eur: '26.90', costShare: 0.58, unit: units.piece, weightGrams: 1500,
    options: [{ name: length, values: [value('10', same('10 m')), value('25', same('25 m')), value('50', same('50 m'))] }],
    variants: [
      { codes: ['10'], stock: 64 },
      { codes: ['25'], stock: 38, usd: '54.00', eur: '49.90', weightGrams: 3500 },
      { codes: ['50'], stock: 11, usd: '98.00', eur: '90.50', weightGrams: 6800 },
    ],
  },
];

const labelCodes: Readonly<Record<string, string>> = { graphite: 'BLK', teal: 'PET', amber: 'YEL', orange: 'ORG', white: 'WHT' };

/** "SKU-1101-9-BLK". */
export const variantSku = ({ sku }: ProductWithOptions, { codes }: Variant): string => [sku, ...codes.map((code) => labelCodes[code] ?? code)].join('-');

/** The file that shows a variant; without a value that has a picture of its own, the product. */
export function variantImage({ sku, drawnBy }: ProductWithOptions, { codes }: Variant): string {
  const code = drawnBy === undefined ? undefined : codes[drawnBy];
  return code === undefined ? `${sku.toLowerCase()}.svg` : `${sku.toLowerCase()}-${code}.svg`;
}
