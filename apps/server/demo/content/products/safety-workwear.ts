import { say, same } from '../wording.ts';
import { fact, units, type Product } from './product.ts';

const category = 'safety-workwear';
const kind = 'simple';

export const safetyWorkwear: readonly Product[] = [
  {
    sku: 'SKU-1030', slug: 'safety-helmet-vented', category, kind, drawing: 'helmet',
    name: say('Safety helmet, vented', 'Schutzhelm, belüftet', 'Casco de seguridad ventilado'),
    summary: say('Six-point harness, ratchet, 360 g.', 'Sechspunktgurt, Drehverschluss, 360 g.', 'Arnés de seis puntos, ruleta, 360 g.'),
    description: say(
      'ABS shell with closable vents and a short peak for a free view upwards. The ratchet fits 52 to 63 cm and works with gloves. Slots for ear defenders and visor.',
      'ABS-Schale mit verschließbarer Belüftung und kurzem Schirm für freie Sicht nach oben. Der Drehverschluss passt von 52 bis 63 cm und geht mit Handschuhen. Aufnahmen für Gehörschutz und Visier.',
      'Casquete de ABS con ventilación regulable y visera corta para ver hacia arriba. La ruleta ajusta de 52 a 63 cm, también con guantes. Ranuras para orejeras y pantalla.',
    ),
    facts: [fact('standard', same('EN 397, ANSI Z89.1')), fact('sizes', '52–63 cm'), fact('material', 'ABS'), fact('weight', '0.36 kg')],
    usd: '26.50', eur: '24.40', costShare: 0.5, unit: units.piece, stock: 150, weightGrams: 360,
    tiers: [{ from: 10, usd: '23.90', eur: '22.00' }],
  },
  {
    sku: 'SKU-1031', slug: 'cut-resistant-gloves-c', category, kind, drawing: 'gloves',
    name: say('Cut-resistant gloves, level C', 'Schnittschutzhandschuhe, Stufe C', 'Guantes anticorte, nivel C'),
    summary: say('Thin enough for screws, touch-screen tips.', 'Dünn genug für Schrauben, bedient auch Displays.', 'Finos para coger tornillos, aptos para pantallas.'),
    description: say(
      'Seamless 15-gauge liner of HPPE and glass fibre, palm in micro-foam nitrile. Dry and oily parts stay in the hand. Washable five times at 40 °C.',
      'Nahtloses 15er-Gestrick aus HPPE und Glasfaser, Handfläche mit Mikroschaum-Nitril. Trockene und ölige Teile bleiben in der Hand. Fünfmal bei 40 °C waschbar.',
      'Tejido sin costuras galga 15 de HPPE y fibra de vidrio, palma de nitrilo microespumado. Agarre en seco y con aceite. Cinco lavados a 40 °C.',
    ),
    facts: [fact('standard', same('EN 388: 4X42C')), fact('sizes', same('7–11')), fact('material', say('HPPE, nitrile', 'HPPE, Nitril', 'HPPE, nitrilo'))],
    usd: '11.90', eur: '10.90', costShare: 0.47, unit: units.pair, stock: 380, weightGrams: 70,
    tiers: [{ from: 12, usd: '10.50', eur: '9.70' }, { from: 60, usd: '9.20', eur: '8.50' }],
  },
  {
    sku: 'SKU-1032', slug: 'safety-glasses-clear', category, kind, drawing: 'safety-glasses',
    name: say('Safety glasses, clear', 'Schutzbrille, klar', 'Gafas de seguridad, transparentes'),
    summary: say('Anti-fog inside, scratch-resistant outside.', 'Innen beschlagfrei, außen kratzfest.', 'Antivaho por dentro, antirrayado por fuera.'),
    description: say(
      'Polycarbonate lens with a wide field of view, optical class 1. Soft temples that lie flat under ear defenders. UV filter to 400 nm.',
      'Polycarbonatscheibe mit weitem Sichtfeld, optische Klasse 1. Weiche Bügel, die flach unter dem Gehörschutz liegen. UV-Filter bis 400 nm.',
      'Lente de policarbonato de amplio campo, clase óptica 1. Patillas blandas y planas bajo las orejeras. Filtro UV hasta 400 nm.',
    ),
    facts: [fact('standard', same('EN 166 1 F, ANSI Z87.1')), fact('material', say('Polycarbonate', 'Polycarbonat', 'Policarbonato')), fact('weight', '0.026 kg')],
    usd: '9.50', eur: '8.70', costShare: 0.45, unit: units.piece, stock: 430, weightGrams: 26,
    tiers: [{ from: 20, usd: '8.20', eur: '7.50' }],
  },
  {
    sku: 'SKU-1033', slug: 'safety-boots-s3', category, kind, drawing: 'boots',
    name: say('Safety boots S3, ankle high', 'Sicherheitsstiefel S3, knöchelhoch', 'Botas de seguridad S3'),
    summary: say('Nubuck, aluminium toe cap, metal-free midsole.', 'Nubuk, Aluminiumkappe, metallfreier Durchtrittschutz.', 'Nobuk, puntera de aluminio, plantilla sin metal.'),
    description: say(
      'Water-repellent nubuck with a breathable lining. Flexible textile midsole stops nails. The rubber outsole resists 300 °C for short contact and grips on ceramic tile with detergent and on oily steel.',
      'Wasserabweisendes Nubukleder mit atmungsaktivem Futter. Die textile Zwischensohle hält Nägel auf. Die Gummilaufsohle verträgt kurzzeitig 300 °C und greift auf nasser Fliese wie auf öligem Stahl.',
      'Nobuk hidrófugo con forro transpirable. La plantilla textil detiene los clavos. La suela de goma soporta 300 °C en contacto breve y agarra en baldosa mojada y acero con aceite.',
    ),
    facts: [fact('standard', same('EN ISO 20345 S3 SRC')), fact('sizes', same('EU 36–49')), fact('weight', '1.3 kg')],
    usd: '94.00', eur: '86.50', costShare: 0.56, unit: units.pair, stock: 61, weightGrams: 1300,
  },
  {
    sku: 'SKU-1034', slug: 'hi-vis-vest-class-2', category, kind, drawing: 'hi-vis-vest',
    name: say('High-visibility vest, class 2', 'Warnweste, Klasse 2', 'Chaleco de alta visibilidad, clase 2'),
    summary: say('Zip, three pockets, ID window.', 'Reißverschluss, drei Taschen, Ausweisfach.', 'Cremallera, tres bolsillos, portaidentificación.'),
    description: say(
      'Fluorescent orange polyester, 120 g/m², with two reflective bands around the body and over the shoulders. Holds 25 washes at 60 °C. Room on the back for your own print.',
      'Leuchtorange, Polyester 120 g/m², Reflexstreifen um den Körper und über die Schultern. Hält 25 Wäschen bei 60 °C. Platz für den eigenen Rückendruck.',
      'Poliéster naranja fluorescente de 120 g/m², bandas reflectantes en torso y hombros. Soporta 25 lavados a 60 °C. Espacio en la espalda para rotular.',
    ),
    facts: [fact('standard', same('EN ISO 20471')), fact('sizes', same('S–4XL')), fact('material', say('Polyester', 'Polyester', 'Poliéster'))],
    usd: '15.90', eur: '14.60', costShare: 0.46, unit: units.piece, stock: 275, weightGrams: 210,
    tiers: [{ from: 10, usd: '13.90', eur: '12.80' }, { from: 50, usd: '11.90', eur: '10.90' }],
  },
  {
    sku: 'SKU-1035', slug: 'ear-defenders-31db', category, kind, drawing: 'ear-defenders',
    name: say('Ear defenders, 31 dB', 'Kapselgehörschutz, 31 dB', 'Orejeras, 31 dB'),
    summary: say('Padded headband, replaceable cushions.', 'Gepolsterter Bügel, tauschbare Polster.', 'Diadema acolchada, almohadillas recambiables.'),
    description: say(
      'Double-shell cups keep high and low frequencies out, for grinders and wall saws. Steel headband with even pressure. Hygiene set available for ten years.',
      'Doppelschalen dämmen hohe und tiefe Frequenzen, für Schleifer und Wandsägen. Stahlbügel mit gleichmäßigem Andruck. Hygieneset zehn Jahre lieferbar.',
      'Cazoletas de doble carcasa que aíslan agudos y graves, para amoladoras y sierras. Diadema de acero de presión uniforme. Recambios higiénicos durante diez años.',
    ),
    facts: [fact('standard', same('EN 352-1')), fact('rating', 'SNR 31 dB'), fact('weight', '0.29 kg')],
    usd: '32.00', eur: '29.40', costShare: 0.52, unit: units.piece, stock: 88, weightGrams: 290,
  },
  {
    sku: 'SKU-1036', slug: 'respirators-ffp2-valve', category, kind, drawing: 'respirator',
    name: say('Dust respirators FFP2, 10', 'Atemschutzmasken FFP2, 10 St.', 'Mascarillas FFP2, 10 uds.'),
    summary: say('With valve, soft seal, for cutting and grinding dust.', 'Mit Ventil und Dichtlippe, für Schleif- und Trennstaub.', 'Con válvula y sellado suave, para polvo de corte y lijado.'),
    description: say(
      'Filters quartz and wood dust up to ten times the limit value. The valve keeps glasses clear. Individually wrapped, reusable for one shift.',
      'Filtert Quarz- und Holzstaub bis zum Zehnfachen des Grenzwerts. Das Ventil hält die Brille frei. Einzeln verpackt, für eine Schicht.',
      'Filtra polvo de sílice y madera hasta diez veces el valor límite. La válvula evita el vaho en las gafas. Envase individual, para un turno.',
    ),
    facts: [fact('standard', same('EN 149 FFP2 NR D')), fact('contents', say('10 pieces', '10 Stück', '10 unidades')), fact('weight', '0.02 kg')],
    usd: '22.50', eur: '20.70', costShare: 0.48, unit: units.pack, stock: 190, weightGrams: 260,
    tiers: [{ from: 10, usd: '19.90', eur: '18.30' }],
  },
];
