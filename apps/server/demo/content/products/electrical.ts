import { say, same } from '../wording.ts';
import { fact, units, type Product } from './product.ts';

const category = 'electrical';
const kind = 'simple';

export const electrical: readonly Product[] = [
  {
    sku: 'SKU-1037', slug: 'cable-reel-40m', category, kind, drawing: 'cable-reel',
    name: say('Cable reel 40 m, site grade', 'Kabeltrommel 40 m, Baustelle', 'Enrollacables 40 m, para obra'),
    summary: say('Rubber cable, three outlets, thermal cut-out.', 'Gummileitung, drei Steckdosen, Überhitzungsschutz.', 'Cable de goma, tres tomas, protección térmica.'),
    description: say(
      'Oil-resistant rubber cable H07RN-F 3G2.5, flexible down to −25 °C. Galvanised frame with brake and cable guide. Outlets to match the country of the store, with lids.',
      'Ölfeste Gummischlauchleitung H07RN-F 3G2,5, flexibel bis −25 °C. Verzinktes Gestell mit Bremse und Kabelführung. Steckdosen passend zum Land des Shops, mit Deckel.',
      'Cable de goma H07RN-F 3G2,5 resistente al aceite, flexible hasta −25 °C. Bastidor galvanizado con freno y guía. Tomas con tapa según el país de la tienda.',
    ),
    facts: [fact('length', '40 m'), fact('size', '3G2.5 mm²'), fact('protection', 'IP44'), fact('weight', '11.8 kg')],
    usd: '159.00', eur: '146.30', costShare: 0.6, unit: units.piece, stock: 26, weightGrams: 11800,
  },
  {
    sku: 'SKU-1038', slug: 'surface-outlet-double-ip55', category, kind, drawing: 'socket',
    name: say('Surface outlet, double, IP55', 'Aufputz-Doppelsteckdose, IP55', 'Toma doble de superficie, IP55'),
    summary: say('Spring lids, tool-free cover, cable entry on all sides.', 'Federdeckel, Abdeckung werkzeuglos, Einführung von allen Seiten.', 'Tapas con muelle, cubierta sin herramientas, entradas por todos los lados.'),
    description: say(
      'For workshops, garages and outside walls. Spring terminals take 1.5 to 2.5 mm² solid or stranded. Version to match the country of the store.',
      'Für Werkstatt, Garage und Außenwand. Federklemmen nehmen 1,5 bis 2,5 mm² ein- oder feindrähtig auf. Ausführung passend zum Land des Shops.',
      'Para talleres, garajes y muros exteriores. Bornes de resorte para 1,5 a 2,5 mm², rígido o flexible. Versión según el país de la tienda.',
    ),
    facts: [fact('rating', '16 A / 20 A'), fact('protection', 'IP55'), fact('material', say('Halogen-free thermoplastic', 'Halogenfreier Thermoplast', 'Termoplástico sin halógenos'))],
    usd: '17.80', eur: '16.40', costShare: 0.49, unit: units.piece, stock: 165, weightGrams: 240,
    tiers: [{ from: 10, usd: '15.90', eur: '14.60' }],
  },
  {
    sku: 'SKU-1039', slug: 'junction-box-ip65', category, kind, drawing: 'junction-box',
    name: say('Junction box 100 × 100, IP65', 'Abzweigkasten 100 × 100, IP65', 'Caja de derivación 100 × 100, IP65'),
    summary: say('Eight soft entries, five-pole terminal block.', 'Acht Weichmembranen, fünfpolige Klemme.', 'Ocho entradas flexibles, regleta de cinco polos.'),
    description: say(
      'Push the cable through the soft membrane, no cutting needed. Quarter-turn lid screws stay in the lid. UV-stable for outdoor use.',
      'Leitung durch die Weichmembran stecken, kein Schneiden nötig. Viertelumdrehungsschrauben bleiben im Deckel. UV-beständig für außen.',
      'El cable entra por la membrana sin cortar. Tornillos de un cuarto de vuelta imperdibles. Resistente a UV para exterior.',
    ),
    facts: [fact('size', '100 × 100 × 57 mm'), fact('protection', 'IP65'), fact('rating', '5 × 4 mm², 450 V')],
    usd: '7.90', eur: '7.30', costShare: 0.46, unit: units.piece, stock: 540, weightGrams: 150,
    tiers: [{ from: 20, usd: '6.90', eur: '6.30' }, { from: 100, usd: '5.90', eur: '5.40' }],
  },
  {
    sku: 'SKU-1040', slug: 'digital-multimeter-trms', category, kind, drawing: 'multimeter',
    name: say('Digital multimeter, true RMS', 'Digitalmultimeter, Echteffektiv', 'Multímetro digital de verdadero valor eficaz'),
    summary: say('CAT III 600 V, auto range, low-pass filter.', 'CAT III 600 V, Autorange, Tiefpassfilter.', 'CAT III 600 V, autorrango, filtro paso bajo.'),
    description: say(
      'Measures voltage, current, resistance, capacitance, frequency and temperature. Low-impedance mode removes ghost voltages. Comes with test leads, thermocouple and calibration sheet.',
      'Misst Spannung, Strom, Widerstand, Kapazität, Frequenz und Temperatur. Der niederohmige Modus blendet Streuspannungen aus. Mit Messleitungen, Thermofühler und Prüfprotokoll.',
      'Mide tensión, corriente, resistencia, capacidad, frecuencia y temperatura. El modo de baja impedancia elimina tensiones fantasma. Con puntas, termopar y hoja de calibración.',
    ),
    facts: [fact('standard', same('EN 61010, CAT III 600 V')), fact('accuracy', '±0.5 % DC'), fact('range', '0.1 mV – 600 V'), fact('weight', '0.34 kg')],
    usd: '119.00', eur: '109.50', costShare: 0.6, unit: units.piece, stock: 37, weightGrams: 340,
  },
  {
    sku: 'SKU-1041', slug: 'wire-stripper-automatic', category, kind, drawing: 'wire-stripper',
    name: say('Automatic wire stripper 0.2–6 mm²', 'Abisolierzange automatisch 0,2–6 mm²', 'Pelacables automático 0,2–6 mm²'),
    summary: say('Adjusts itself to the cross-section, with cutter.', 'Stellt sich selbst auf den Querschnitt ein, mit Schneider.', 'Se ajusta solo a la sección, con cortador.'),
    description: say(
      'Strips solid and stranded conductors from 0.2 to 6 mm² without nicking the copper. Length stop 6 to 18 mm, cutter up to 2.5 mm². Glass-fibre body, 136 g.',
      'Isoliert ein- und feindrähtige Leiter von 0,2 bis 6 mm² ab, ohne das Kupfer zu verletzen. Längenanschlag 6 bis 18 mm, Schneider bis 2,5 mm². Glasfaserverstärkter Körper, 136 g.',
      'Pela conductores rígidos y flexibles de 0,2 a 6 mm² sin dañar el cobre. Tope de 6 a 18 mm, cortador hasta 2,5 mm². Cuerpo de fibra de vidrio, 136 g.',
    ),
    facts: [fact('range', '0.2–6 mm²'), fact('length', '190 mm'), fact('weight', '0.136 kg')],
    usd: '39.50', eur: '36.30', costShare: 0.53, unit: units.piece, stock: 71, weightGrams: 136,
    tiers: [{ from: 5, usd: '36.50', eur: '33.60' }],
  },
  {
    sku: 'SKU-1042', slug: 'installation-cable-3g25', category, kind, drawing: 'cable-ring',
    name: say('Installation cable 3G2.5 mm², 100 m', 'Mantelleitung 3G2,5 mm², 100 m', 'Cable de instalación 3G2,5 mm², 100 m'),
    summary: say('Solid copper, printed metre marks.', 'Massives Kupfer, Meterbedruckung.', 'Cobre macizo, marcado por metros.'),
    description: say(
      'PVC-sheathed cable for fixed installation in dry and damp rooms, on and under plaster. Fire class Eca. The metre marks save measuring on site.',
      'PVC-Mantelleitung für feste Verlegung in trockenen und feuchten Räumen, auf und unter Putz. Brandklasse Eca. Die Meterbedruckung spart das Messen auf der Baustelle.',
      'Cable con cubierta de PVC para instalación fija en locales secos y húmedos, en superficie o empotrado. Clase Eca. El marcado por metros ahorra mediciones.',
    ),
    facts: [fact('size', '3G2.5 mm²'), fact('rating', '300/500 V'), fact('length', '100 m'), fact('weight', '18.6 kg')],
    usd: '138.00', eur: '127.00', costShare: 0.68, unit: units.ring, stock: 48, weightGrams: 18600,
    tiers: [{ from: 5, usd: '129.00', eur: '118.70' }, { from: 20, usd: '119.00', eur: '109.50' }],
  },
  {
    sku: 'SKU-1043', slug: 'circuit-breaker-b16', category, kind, drawing: 'circuit-breaker',
    name: say('Circuit breaker B16, 1-pole', 'Leitungsschutzschalter B16, 1-polig', 'Interruptor automático B16, 1 polo'),
    summary: say('6 kA, DIN rail, both-sided terminals.', '6 kA, Hutschiene, beidseitige Klemmen.', '6 kA, carril DIN, bornes por ambos lados.'),
    description: say(
      'Miniature circuit breaker with contact position indicator. Busbar top or bottom, terminals up to 25 mm². Mounts on 35 mm rail without tools.',
      'Leitungsschutzschalter mit Schaltstellungsanzeige. Phasenschiene oben oder unten, Klemmen bis 25 mm². Rastet ohne Werkzeug auf die 35-mm-Schiene.',
      'Interruptor automático con indicador de posición. Peine arriba o abajo, bornes hasta 25 mm². Se fija al carril de 35 mm sin herramientas.',
    ),
    facts: [fact('rating', '16 A, B, 6 kA'), fact('standard', same('IEC 60898-1')), fact('size', same('1 TE / 18 mm'))],
    usd: '8.40', eur: '7.70', costShare: 0.55, unit: units.piece, stock: 310, weightGrams: 115,
    tiers: [{ from: 12, usd: '7.60', eur: '7.00' }],
  },
  {
    sku: 'SKU-1044', slug: 'lever-connectors-3-way', category, kind, drawing: 'lever-connectors',
    name: say('Lever connectors, 3-way, 50', 'Verbindungsklemmen mit Hebel, 3-polig, 50 St.', 'Conectores de palanca, 3 vías, 50 uds.'),
    summary: say('For solid and stranded wire up to 4 mm².', 'Für ein- und feindrähtige Leiter bis 4 mm².', 'Para hilo rígido y flexible hasta 4 mm².'),
    description: say(
      'Lift the lever, insert the conductor, close. Clear housing shows the strip length, test slot on both sides. Reusable, 32 A.',
      'Hebel auf, Leiter hinein, Hebel zu. Das klare Gehäuse zeigt die Abisolierlänge, Prüföffnung auf beiden Seiten. Wiederverwendbar, 32 A.',
      'Levantar la palanca, introducir el conductor y cerrar. La carcasa transparente deja ver el pelado, con punto de prueba en ambos lados. Reutilizable, 32 A.',
    ),
    facts: [fact('rating', '450 V, 32 A'), fact('size', '0.14–4 mm²'), fact('contents', say('50 pieces', '50 Stück', '50 unidades'))],
    usd: '28.90', eur: '26.60', costShare: 0.57, unit: units.box, stock: 0, weightGrams: 190,
  },
];
