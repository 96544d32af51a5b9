import { measure, say, type Wording } from '../wording.ts';
import type { CategoryCode } from '../categories.ts';

export type ProductKind = 'simple' | 'virtual' | 'downloadable';
export type Fact = Readonly<{ label: Wording; value: Wording }>;
/** Price per unit from a quantity on, decimal strings. */
export type PriceTier = Readonly<{ from: number; usd: string; eur: string }>;

export type Product = Readonly<{
  sku: `SKU-${number}`;
  slug: string;
  category: CategoryCode;
  kind: ProductKind;
  name: Wording;
  summary: Wording;
  description: Wording;
  facts: readonly Fact[];
  /** Base price, decimal string, without tax. */
  usd: string;
  /** Gross price with 19 % tax, decimal string. */
  eur: string;
  /** Cost as a share of the USD price. */
  costShare: number;
  unit: Wording;
  /** Pieces on the shelf; virtual and downloadable products have no shelf and carry 9999. */
  stock: number;
  weightGrams: number;
  tiers?: readonly PriceTier[];
  /** Which form of the drawing vocabulary shows it. */
  drawing: string;
}>;

export const units = {
  piece: say('piece', 'Stück', 'unidad'),
  set: say('set', 'Satz', 'juego'),
  pair: say('pair', 'Paar', 'par'),
  box: say('box', 'Paket', 'caja'),
  pack: say('pack', 'Packung', 'paquete'),
  ring: say('100 m ring', 'Ring 100 m', 'rollo de 100 m'),
  service: say('job', 'Auftrag', 'servicio'),
  licence: say('licence', 'Lizenz', 'licencia'),
} as const;

const labels = {
  accuracy: say('Accuracy', 'Genauigkeit', 'Precisión'),
  battery: say('Battery', 'Akku', 'Batería'),
  blade: say('Blade', 'Blatt', 'Hoja'),
  capacity: say('Capacity', 'Kapazität', 'Capacidad'),
  charging: say('Charging time', 'Ladezeit', 'Tiempo de carga'),
  chuck: say('Chuck', 'Bohrfutter', 'Portabrocas'),
  coating: say('Coating', 'Beschichtung', 'Recubrimiento'),
  colour: say('Light colour', 'Lichtfarbe', 'Color de luz'),
  contents: say('Contents', 'Inhalt', 'Contenido'),
  depth: say('Cutting depth', 'Schnitttiefe', 'Profundidad de corte'),
  disc: say('Disc', 'Scheibe', 'Disco'),
  drive: say('Drive', 'Antrieb', 'Huella'),
  duration: say('Duration', 'Dauer', 'Duración'),
  energy: say('Impact energy', 'Schlagenergie', 'Energía de impacto'),
  format: say('Format', 'Format', 'Formato'),
  languages: say('Languages', 'Sprachen', 'Idiomas'),
  length: say('Length', 'Länge', 'Longitud'),
  licence: say('Licence', 'Lizenz', 'Licencia'),
  light: say('Light output', 'Lichtstrom', 'Flujo luminoso'),
  load: say('Load', 'Tragkraft', 'Carga máxima'),
  material: say('Material', 'Material', 'Material'),
  place: say('Place', 'Ort', 'Lugar'),
  power: say('Power', 'Leistung', 'Potencia'),
  protection: say('Protection', 'Schutzart', 'Grado de protección'),
  range: say('Range', 'Reichweite', 'Alcance'),
  rating: say('Rating', 'Bemessung', 'Valores nominales'),
  runtime: say('Run time', 'Laufzeit', 'Autonomía'),
  size: say('Size', 'Größe', 'Tamaño'),
  sizes: say('Sizes', 'Größen', 'Tallas'),
  speed: say('Speed', 'Drehzahl', 'Velocidad'),
  standard: say('Standard', 'Norm', 'Norma'),
  strokes: say('Stroke rate', 'Hubzahl', 'Carreras'),
  system: say('System', 'System', 'Sistema'),
  torque: say('Torque', 'Drehmoment', 'Par'),
  voltage: say('Voltage', 'Spannung', 'Tensión'),
  weight: say('Weight', 'Gewicht', 'Peso'),
} as const;

/** A technical fact; a plain string is a measured value in English notation. */
export function fact(label: keyof typeof labels, value: string | Wording): Fact {
  return { label: labels[label], value: typeof value === 'string' ? measure(value) : value };
}
