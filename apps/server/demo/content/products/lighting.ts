import { say } from '../wording.ts';
import { fact, units, type Product } from './product.ts';

const category = 'lighting';
const kind = 'simple';

export const lighting: readonly Product[] = [
  {
    sku: 'SKU-1045', slug: 'led-work-light-50w', category, kind, drawing: 'work-light',
    name: say('LED work light 50 W on stand', 'LED-Baustrahler 50 W mit Gestell', 'Foco LED de obra 50 W con soporte'),
    summary: say('5,500 lm, glare-free lens, 5 m rubber cable.', '5.500 lm, entblendete Linse, 5 m Gummileitung.', '5.500 lm, lente antideslumbrante, 5 m de cable de goma.'),
    description: say(
      'Even light without hard edges, colour rendering Ra 90 for painters. Die-cast aluminium housing on a folding steel stand. Survives a fall from one metre.',
      'Gleichmäßiges Licht ohne harte Kanten, Farbwiedergabe Ra 90 für Maler. Aluminiumdruckguss auf klappbarem Stahlgestell. Übersteht einen Fall aus einem Meter.',
      'Luz uniforme sin bordes duros, reproducción cromática Ra 90 para pintores. Aluminio fundido sobre soporte plegable de acero. Resiste caídas de un metro.',
    ),
    facts: [fact('power', '50 W'), fact('light', '5,500 lm'), fact('colour', '4,000 K, Ra 90'), fact('protection', 'IP65, IK08'), fact('weight', '2.9 kg')],
    usd: '89.00', eur: '81.90', costShare: 0.58, unit: units.piece, stock: 45, weightGrams: 2900,
    tiers: [{ from: 4, usd: '82.00', eur: '75.40' }],
  },
  {
    sku: 'SKU-1046', slug: 'head-torch-500lm', category, kind, drawing: 'head-torch',
    name: say('Head torch 500 lm, rechargeable', 'Stirnlampe 500 lm, aufladbar', 'Linterna frontal 500 lm, recargable'),
    summary: say('Spot and flood, hand-wave switch, USB-C.', 'Spot und Flutlicht, Gestenschalter, USB-C.', 'Foco y luz difusa, sensor de gesto, USB-C.'),
    description: say(
      'A wave of the hand switches it on when gloves are dirty. Silicone-backed band and helmet clips included. The battery is replaceable.',
      'Eine Handbewegung schaltet ein, wenn die Handschuhe schmutzig sind. Silikoniertes Band und Helmclips liegen bei. Der Akku ist tauschbar.',
      'Un gesto la enciende cuando los guantes están sucios. Cinta con silicona y clips de casco incluidos. Batería sustituible.',
    ),
    facts: [fact('light', '500 lm'), fact('runtime', '4–60 h'), fact('protection', 'IP54'), fact('weight', '0.11 kg')],
    usd: '44.50', eur: '40.90', costShare: 0.54, unit: units.piece, stock: 92, weightGrams: 110,
    tiers: [{ from: 6, usd: '40.90', eur: '37.60' }],
  },
  {
    sku: 'SKU-1047', slug: 'led-panel-60x60', category, kind, drawing: 'led-panel',
    name: say('LED panel 60 × 60 cm, 36 W', 'LED-Panel 60 × 60 cm, 36 W', 'Panel LED 60 × 60 cm, 36 W'),
    summary: say('UGR below 19, for grid ceilings.', 'UGR unter 19, für Rasterdecken.', 'UGR inferior a 19, para techo modular.'),
    description: say(
      'Microprismatic cover for screen workplaces. Driver with plug connection is replaceable without opening the panel. 50,000 hours to 80% of the light output.',
      'Mikroprismatische Abdeckung für Bildschirmarbeitsplätze. Treiber mit Steckverbinder, tauschbar ohne Öffnen des Panels. 50.000 Stunden bis 80 % Lichtstrom.',
      'Difusor microprismático para puestos con pantalla. Driver con conector, sustituible sin abrir el panel. 50.000 horas hasta el 80 % del flujo.',
    ),
    facts: [fact('power', '36 W'), fact('light', '4,300 lm'), fact('colour', '4,000 K, Ra 80'), fact('size', '595 × 595 × 10 mm')],
    usd: '54.00', eur: '49.70', costShare: 0.57, unit: units.piece, stock: 120, weightGrams: 2300,
    tiers: [{ from: 10, usd: '48.50', eur: '44.60' }, { from: 40, usd: '44.00', eur: '40.50' }],
  },
  {
    sku: 'SKU-1048', slug: 'inspection-lamp-foldable', category, kind, drawing: 'inspection-lamp',
    name: say('Inspection lamp, foldable', 'Inspektionsleuchte, klappbar', 'Lámpara de inspección plegable'),
    summary: say('600 lm, magnet foot, hook, dimmable.', '600 lm, Magnetfuß, Haken, dimmbar.', '600 lm, base imantada, gancho, regulable.'),
    description: say(
      'The lamp head turns 270° and folds into the handle. A strong magnet in the foot holds on steel profiles, a hook everywhere else. Charge state shown in four steps.',
      'Der Leuchtenkopf dreht um 270° und klappt in den Griff. Ein starker Magnet im Fuß hält an Stahlprofilen, ein Haken überall sonst. Ladestand in vier Stufen.',
      'El cabezal gira 270° y se pliega en el mango. Un imán potente se fija a perfiles de acero, y un gancho a todo lo demás. Nivel de carga en cuatro pasos.',
    ),
    facts: [fact('light', '80–600 lm'), fact('runtime', '3–12 h'), fact('protection', 'IP54, IK07'), fact('charging', 'USB-C, 3 h')],
    usd: '49.90', eur: '45.90', costShare: 0.55, unit: units.piece, stock: 2, weightGrams: 320,
  },
  {
    sku: 'SKU-1049', slug: 'damp-proof-luminaire-120', category, kind, drawing: 'damp-proof-light',
    name: say('Damp-proof luminaire 120 cm, 30 W', 'Feuchtraumleuchte 120 cm, 30 W', 'Luminaria estanca 120 cm, 30 W'),
    summary: say('IP65, through-wired, stainless clips.', 'IP65, Durchgangsverdrahtung, Edelstahlclips.', 'IP65, cableado pasante, clips de acero inoxidable.'),
    description: say(
      'For garages, cellars and workshops. Terminal at the end, no need to open the housing; through-wiring 5 × 2.5 mm² saves a cable. Polycarbonate, impact class IK08.',
      'Für Garage, Keller und Werkstatt. Anschluss an der Stirnseite ohne Öffnen des Gehäuses, Durchgangsverdrahtung 5 × 2,5 mm² spart eine Leitung. Polycarbonat, Stoßfestigkeit IK08.',
      'Para garajes, sótanos y talleres. Conexión en el extremo sin abrir la luminaria; el cableado pasante 5 × 2,5 mm² ahorra una línea. Policarbonato, IK08.',
    ),
    facts: [fact('power', '30 W'), fact('light', '4,200 lm'), fact('protection', 'IP65, IK08'), fact('length', '1,200 mm')],
    usd: '39.00', eur: '35.90', costShare: 0.56, unit: units.piece, stock: 83, weightGrams: 1500,
    tiers: [{ from: 10, usd: '35.50', eur: '32.70' }],
  },
];
