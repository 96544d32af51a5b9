import { say } from '../wording.ts';
import { fact, units, type Product } from './product.ts';

const category = 'power-tools';
const kind = 'simple';

export const powerTools: readonly Product[] = [
  {
    sku: 'SKU-1001', slug: 'drill-driver-18v-60', category, kind, drawing: 'drill-driver',
    name: say('Drill driver 18 V, 60 Nm', 'Akku-Bohrschrauber 18 V, 60 Nm', 'Taladro atornillador 18 V, 60 Nm'),
    summary: say('Brushless, two speeds, metal chuck. The one most vans carry.', 'Bürstenlos, zwei Gänge, Metallfutter. Der meistverkaufte im Handwerk.', 'Sin escobillas, dos velocidades, portabrocas metálico. El más vendido.'),
    description: say(
      'Brushless motor with 60 Nm in the hard joint and a 13 mm metal chuck. Drills 40 mm in softwood and 13 mm in steel. The two-speed gearbox and 20 clutch settings keep small screws intact. Comes with a 2.0 Ah battery, belt clip and bit holder; the charger is sold separately.',
      'Bürstenloser Motor mit 60 Nm im harten Schraubfall und 13-mm-Metallbohrfutter. Bohrt 40 mm in Weichholz und 13 mm in Stahl. Zweiganggetriebe und 20 Drehmomentstufen schonen kleine Schrauben. Mit Akku 2,0 Ah, Gürtelclip und Bithalter; das Ladegerät gibt es einzeln.',
      'Motor sin escobillas con 60 Nm de par duro y portabrocas metálico de 13 mm. Perfora 40 mm en madera blanda y 13 mm en acero. Dos velocidades y 20 ajustes de par protegen los tornillos pequeños. Con batería de 2,0 Ah, clip y portapuntas; el cargador se vende aparte.',
    ),
    facts: [fact('voltage', '18 V'), fact('torque', '60 Nm'), fact('speed', '0–550 / 0–2,000 min⁻¹'), fact('chuck', '1.5–13 mm'), fact('weight', '1.2 kg')],
    usd: '100.00', eur: '92.00', costShare: 0.58, unit: units.piece, stock: 142, weightGrams: 1200,
    tiers: [{ from: 10, usd: '85.00', eur: '78.20' }],
  },
  {
    sku: 'SKU-1002', slug: 'impact-driver-18v-180', category, kind, drawing: 'impact-driver',
    name: say('Impact driver 18 V, 180 Nm', 'Akku-Schlagschrauber 18 V, 180 Nm', 'Atornillador de impacto 18 V, 180 Nm'),
    summary: say('Drives 8 × 300 mm structural screws without pre-drilling.', 'Treibt Holzbauschrauben 8 × 300 mm ohne Vorbohren ein.', 'Inserta tornillos estructurales de 8 × 300 mm sin taladrar antes.'),
    description: say(
      'Three impact stages and a self-stop mode for metal screws. The head is only 127 mm long and fits between joists. Quarter-inch hex holder takes bits with one hand.',
      'Drei Schlagstufen und ein Abschaltmodus für Blechschrauben. Nur 127 mm Kopflänge, passt zwischen die Balken. Die Sechskantaufnahme 1/4" nimmt Bits einhändig auf.',
      'Tres niveles de impacto y modo de parada automática para tornillos de chapa. Con solo 127 mm de cabeza cabe entre viguetas. El portapuntas de 1/4" admite puntas con una mano.',
    ),
    facts: [fact('voltage', '18 V'), fact('torque', '180 Nm'), fact('speed', '0–3,400 min⁻¹'), fact('chuck', '1/4" hex'), fact('weight', '1.1 kg')],
    usd: '149.00', eur: '137.00', costShare: 0.6, unit: units.piece, stock: 58, weightGrams: 1100,
    tiers: [{ from: 5, usd: '139.00', eur: '127.90' }],
  },
  {
    sku: 'SKU-1003', slug: 'circular-saw-18v-190', category, kind, drawing: 'circular-saw',
    name: say('Circular saw 18 V, 190 mm', 'Akku-Handkreissäge 18 V, 190 mm', 'Sierra circular 18 V, 190 mm'),
    summary: say('70 mm depth of cut, magnesium base, fits guide rails.', '70 mm Schnitttiefe, Magnesium-Grundplatte, führungsschienentauglich.', '70 mm de corte, base de magnesio, compatible con carril guía.'),
    description: say(
      'Cuts 70 mm at 90° and 50 mm at 45°, enough for rafters and laminated board. The magnesium base plate stays true after a fall and runs on common guide rails. Electric brake stops the blade in under two seconds.',
      'Schneidet 70 mm bei 90° und 50 mm bei 45°, genug für Sparren und Schichtholz. Die Magnesium-Grundplatte bleibt auch nach einem Sturz plan und läuft auf gängigen Führungsschienen. Die Bremse stoppt das Blatt in unter zwei Sekunden.',
      'Corta 70 mm a 90° y 50 mm a 45°, suficiente para cabios y tablero laminado. La base de magnesio no se deforma tras una caída y corre por carriles guía habituales. El freno detiene la hoja en menos de dos segundos.',
    ),
    facts: [fact('voltage', '18 V'), fact('blade', '190 × 30 mm, 24 T'), fact('depth', '70 mm (90°), 50 mm (45°)'), fact('speed', '5,200 min⁻¹'), fact('weight', '3.4 kg')],
    usd: '189.00', eur: '173.90', costShare: 0.61, unit: units.piece, stock: 31, weightGrams: 3400,
  },
  {
    sku: 'SKU-1004', slug: 'angle-grinder-18v-125', category, kind, drawing: 'angle-grinder',
    name: say('Angle grinder 18 V, 125 mm', 'Akku-Winkelschleifer 18 V, 125 mm', 'Amoladora angular 18 V, 125 mm'),
    summary: say('Kick-back stop, tool-free guard, restart protection.', 'Rückschlagstopp, werkzeuglose Schutzhaube, Wiederanlaufschutz.', 'Parada por rebote, protector sin llaves, protección de rearranque.'),
    description: say(
      'Brushless motor with the cutting power of a 1,000 W corded machine. Kick-back stop switches off as soon as the disc jams. The guard turns without tools, and the side handle damps vibration.',
      'Bürstenloser Motor mit der Trennleistung einer 1.000-W-Netzmaschine. Der Rückschlagstopp schaltet ab, sobald die Scheibe klemmt. Die Haube verstellt sich ohne Werkzeug, der Seitengriff dämpft Vibrationen.',
      'Motor sin escobillas con la potencia de corte de una máquina de red de 1.000 W. La parada por rebote desconecta en cuanto el disco se atasca. El protector gira sin herramientas y la empuñadura lateral amortigua la vibración.',
    ),
    facts: [fact('voltage', '18 V'), fact('disc', '125 mm, M14'), fact('speed', '3,000–9,000 min⁻¹'), fact('weight', '2.0 kg')],
    usd: '139.00', eur: '127.90', costShare: 0.6, unit: units.piece, stock: 44, weightGrams: 2000,
    tiers: [{ from: 5, usd: '129.00', eur: '118.70' }],
  },
  {
    sku: 'SKU-1005', slug: 'jigsaw-18v-135', category, kind, drawing: 'jigsaw',
    name: say('Jigsaw 18 V, 135 mm', 'Akku-Stichsäge 18 V, 135 mm', 'Sierra de calar 18 V, 135 mm'),
    summary: say('Three-point blade guide, four pendulum stages.', 'Dreipunkt-Blattführung, vier Pendelstufen.', 'Guía de hoja de tres puntos, cuatro niveles pendulares.'),
    description: say(
      'Cuts 135 mm in wood and 10 mm in steel. Jaws hold the blade on three sides, so worktop cut-outs stay square. Blade change without tools, with ejector for hot blades.',
      'Schneidet 135 mm in Holz und 10 mm in Stahl. Backen führen das Blatt auf drei Seiten, so bleiben Ausschnitte in Arbeitsplatten winklig. Werkzeugloser Blattwechsel mit Auswurf für heiße Blätter.',
      'Corta 135 mm en madera y 10 mm en acero. Las mordazas guían la hoja por tres lados y los cortes en encimeras quedan a escuadra. Cambio de hoja sin herramientas, con expulsor.',
    ),
    facts: [fact('voltage', '18 V'), fact('strokes', '0–3,500 min⁻¹'), fact('depth', '135 mm'), fact('weight', '1.9 kg')],
    usd: '159.00', eur: '146.30', costShare: 0.62, unit: units.piece, stock: 3, weightGrams: 1900,
  },
  {
    sku: 'SKU-1006', slug: 'battery-18v-4ah', category, kind, drawing: 'battery-pack',
    name: say('Battery 18 V, 4.0 Ah', 'Akku 18 V, 4,0 Ah', 'Batería 18 V, 4,0 Ah'),
    summary: say('Compact pack for drilling and driving, fits all 18 V tools.', 'Kompakt für Bohren und Schrauben, passt auf alle 18-V-Geräte.', 'Compacta para taladrar y atornillar, válida para todas las máquinas de 18 V.'),
    description: say(
      'Ten cells with single-cell monitoring and a charge display that also works in gloves. Charges at 0 °C and above. 1,000 cycles to 70 % of capacity.',
      'Zehn Zellen mit Einzelzellüberwachung und Ladeanzeige, die sich mit Handschuhen bedienen lässt. Lädt ab 0 °C. 1.000 Zyklen bis 70 % Restkapazität.',
      'Diez celdas con control individual e indicador de carga que se usa con guantes. Carga desde 0 °C. 1.000 ciclos hasta el 70 % de capacidad.',
    ),
    facts: [fact('voltage', '18 V'), fact('capacity', '4.0 Ah / 72 Wh'), fact('charging', '40 min'), fact('weight', '0.62 kg')],
    usd: '79.00', eur: '72.70', costShare: 0.55, unit: units.piece, stock: 210, weightGrams: 620,
    tiers: [{ from: 4, usd: '74.00', eur: '68.10' }, { from: 10, usd: '69.00', eur: '63.50' }],
  },
  {
    sku: 'SKU-1007', slug: 'battery-18v-8ah', category, kind, drawing: 'battery-pack',
    name: say('Battery 18 V, 8.0 Ah', 'Akku 18 V, 8,0 Ah', 'Batería 18 V, 8,0 Ah'),
    summary: say('High-output pack for saws, grinders and rotary hammers.', 'Hochleistungsakku für Sägen, Schleifer und Bohrhämmer.', 'Alto rendimiento para sierras, amoladoras y martillos.'),
    description: say(
      'Large-format cells deliver 1,400 W without heating up. Rubber-edged housing survives a fall from two metres. Works in every 18 V tool and charger of the series.',
      'Großformatige Zellen liefern 1.400 W, ohne heiß zu werden. Das gummierte Gehäuse übersteht einen Fall aus zwei Metern. Passt in jedes 18-V-Gerät und Ladegerät der Serie.',
      'Celdas de gran formato que entregan 1.400 W sin calentarse. La carcasa con cantos de goma resiste caídas de dos metros. Válida para todas las máquinas y cargadores de 18 V de la serie.',
    ),
    facts: [fact('voltage', '18 V'), fact('capacity', '8.0 Ah / 144 Wh'), fact('charging', '65 min'), fact('weight', '1.05 kg')],
    usd: '139.00', eur: '127.90', costShare: 0.57, unit: units.piece, stock: 76, weightGrams: 1050,
    tiers: [{ from: 4, usd: '129.00', eur: '118.70' }],
  },
  {
    sku: 'SKU-1008', slug: 'rapid-charger-18v', category, kind, drawing: 'charger',
    name: say('Rapid charger 18 V, 8 A', 'Schnellladegerät 18 V, 8 A', 'Cargador rápido 18 V, 8 A'),
    summary: say('80% in 22 minutes, cooled, wall-mountable.', '80 % in 22 Minuten, gekühlt, für die Wand geeignet.', '80 % en 22 minutos, refrigerado, montaje en pared.'),
    description: say(
      'Charges a 4.0 Ah battery to 80% in 22 minutes. A fan cools warm packs before charging starts. Mains plug to match the country of the store.',
      'Lädt einen 4,0-Ah-Akku in 22 Minuten auf 80 %. Ein Lüfter kühlt warme Akkus, bevor das Laden beginnt. Netzstecker passend zum Land des Shops.',
      'Carga una batería de 4,0 Ah al 80 % en 22 minutos. Un ventilador enfría las baterías calientes antes de cargar. Enchufe según el país de la tienda.',
    ),
    facts: [fact('rating', '100–240 V AC, 50/60 Hz'), fact('charging', '22 min (4.0 Ah, 80 %)'), fact('length', '2.0 m'), fact('weight', '0.9 kg')],
    usd: '69.00', eur: '63.50', costShare: 0.54, unit: units.piece, stock: 64, weightGrams: 900,
  },
  {
    sku: 'SKU-1009', slug: 'rotary-hammer-sds-plus', category, kind, drawing: 'rotary-hammer',
    name: say('Rotary hammer SDS-plus, 2.8 J', 'Bohrhammer SDS-plus, 2,8 J', 'Martillo perforador SDS-plus, 2,8 J'),
    summary: say('Drilling, hammer drilling and chiselling at 18 V.', 'Bohren, Hammerbohren und Meißeln mit 18 V.', 'Taladrar, percutir y cincelar con 18 V.'),
    description: say(
      'Sets 6–16 mm anchors in concrete in seconds. The handle is decoupled and holds vibration under 9 m/s². Lock for chisel position in 36 steps, kick-back stop on board.',
      'Setzt Dübellöcher von 6 bis 16 mm in Beton in Sekunden. Der entkoppelte Griff hält die Vibration unter 9 m/s². Meißelstellung in 36 Stufen arretierbar, mit Rückschlagstopp.',
      'Perfora en segundos taladros de 6 a 16 mm en hormigón. La empuñadura desacoplada mantiene la vibración por debajo de 9 m/s². Cincel con 36 posiciones y parada por rebote.',
    ),
    facts: [fact('voltage', '18 V'), fact('energy', '2.8 J'), fact('chuck', 'SDS-plus'), fact('speed', '0–980 min⁻¹'), fact('weight', '2.9 kg')],
    usd: '279.00', eur: '256.70', costShare: 0.63, unit: units.piece, stock: 18, weightGrams: 2900,
  },
  {
    sku: 'SKU-1010', slug: 'compact-drill-driver-12v-30', category, kind, drawing: 'drill-driver',
    name: say('Compact drill driver 12 V, 30 Nm', 'Kompakt-Bohrschrauber 12 V, 30 Nm', 'Taladro compacto 12 V, 30 Nm'),
    summary: say('Under a kilogram, for cabinets and overhead work.', 'Unter einem Kilogramm, für Möbel und Überkopfarbeit.', 'Menos de un kilo, para muebles y trabajos en altura.'),
    description: say(
      '144 mm long and 0.8 kg light: fits into wall units and switchgear cabinets. 10 mm keyless chuck, LED ring without shadow. Two 2.0 Ah batteries and charger included.',
      '144 mm kurz und 0,8 kg leicht: passt in Hängeschränke und Schaltschränke. 10-mm-Schnellspannfutter, schattenfreier LED-Ring. Zwei Akkus 2,0 Ah und Ladegerät liegen bei.',
      '144 mm de largo y 0,8 kg: cabe en muebles altos y cuadros eléctricos. Portabrocas rápido de 10 mm y anillo LED sin sombras. Incluye dos baterías de 2,0 Ah y cargador.',
    ),
    facts: [fact('voltage', '12 V'), fact('torque', '30 Nm'), fact('chuck', '0.8–10 mm'), fact('weight', '0.8 kg')],
    usd: '129.00', eur: '118.70', costShare: 0.59, unit: units.set, stock: 27, weightGrams: 2100,
  },
];
