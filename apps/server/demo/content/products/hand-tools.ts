import { say } from '../wording.ts';
import { fact, units, type Product } from './product.ts';

const category = 'hand-tools';
const kind = 'simple';

export const handTools: readonly Product[] = [
  {
    sku: 'SKU-1011', slug: 'tape-measure-5m', category, kind, drawing: 'tape-measure',
    name: say('Tape measure 5 m', 'Taschenbandmaß 5 m', 'Flexómetro 5 m'),
    summary: say('Nylon-coated blade, class II, belt clip.', 'Polyamidbeschichtetes Band, Klasse II, Gürtelclip.', 'Cinta con capa de nailon, clase II, clip de cinturón.'),
    description: say(
      '19 mm steel blade with matt nylon coating, printed on both sides. Stands out 1.8 m unsupported. The shock-absorbing case sits safely in wet hands.',
      '19 mm breites Stahlband, matt polyamidbeschichtet und beidseitig bedruckt. Steht 1,8 m frei. Das stoßdämpfende Gehäuse liegt auch in nassen Händen sicher.',
      'Cinta de acero de 19 mm con capa mate de nailon, impresa por ambas caras. Se sostiene 1,8 m sin apoyo. La caja antigolpes no resbala con las manos mojadas.',
    ),
    facts: [fact('length', '5 m × 19 mm'), fact('accuracy', say('EC class II', 'EG-Klasse II', 'clase CE II')), fact('weight', '0.25 kg')],
    usd: '14.50', eur: '13.30', costShare: 0.48, unit: units.piece, stock: 320, weightGrams: 250,
    tiers: [{ from: 12, usd: '12.90', eur: '11.90' }],
  },
  {
    sku: 'SKU-1012', slug: 'claw-hammer-20oz', category, kind, drawing: 'hammer',
    name: say('Claw hammer, 20 oz', 'Klauenhammer, 570 g', 'Martillo de uña, 570 g'),
    summary: say('Forged in one piece, shock-damping grip.', 'Aus einem Stück geschmiedet, dämpfender Griff.', 'Forjado en una pieza, mango antivibración.'),
    description: say(
      'Head and shaft forged from one piece of tool steel, so nothing comes loose. The magnetic groove holds the first nail. Two-component grip takes the sting out of a full day of nailing.',
      'Kopf und Stiel aus einem Stück Werkzeugstahl geschmiedet, da lockert sich nichts. Die Magnetnut hält den ersten Nagel. Der Zweikomponentengriff nimmt dem Schlag die Härte.',
      'Cabeza y mango forjados en una sola pieza de acero: nada se afloja. La ranura imantada sujeta el primer clavo. El mango bicomponente suaviza el golpe durante toda la jornada.',
    ),
    facts: [fact('weight', '0.57 kg'), fact('length', '330 mm'), fact('material', say('Forged tool steel', 'Geschmiedeter Werkzeugstahl', 'Acero forjado'))],
    usd: '34.90', eur: '32.10', costShare: 0.5, unit: units.piece, stock: 85, weightGrams: 780,
  },
  {
    sku: 'SKU-1013', slug: 'insulated-screwdriver-set-6', category, kind, drawing: 'screwdriver-set',
    name: say('Insulated screwdriver set, 6 pieces', 'VDE-Schraubendrehersatz, 6-teilig', 'Juego de destornilladores aislados, 6 piezas'),
    summary: say('Tested one by one at 10,000 V for live work up to 1,000 V.', 'Einzeln geprüft mit 10.000 V, für Arbeiten bis 1.000 V.', 'Probados uno a uno a 10.000 V para trabajos hasta 1.000 V.'),
    description: say(
      'Slotted 2.5, 4.0 and 5.5 mm, Phillips PH1 and PH2, and a voltage tester. Blades of chrome-molybdenum steel, tips black finished. Each one is tested at 10,000 V to IEC 60900.',
      'Schlitz 2,5, 4,0 und 5,5 mm, Kreuzschlitz PH1 und PH2 sowie ein Spannungsprüfer. Klingen aus Chrom-Molybdän-Stahl, Spitzen brüniert. Jeder einzeln geprüft mit 10.000 V nach IEC 60900.',
      'Plano de 2,5, 4,0 y 5,5 mm, Phillips PH1 y PH2 y un buscapolos. Varillas de acero al cromo-molibdeno con punta pavonada. Cada uno probado a 10.000 V según IEC 60900.',
    ),
    facts: [fact('contents', say('6 pieces', '6 Teile', '6 piezas')), fact('standard', 'IEC 60900'), fact('rating', '1,000 V AC')],
    usd: '42.00', eur: '38.60', costShare: 0.52, unit: units.set, stock: 96, weightGrams: 640,
    tiers: [{ from: 6, usd: '38.50', eur: '35.40' }],
  },
  {
    sku: 'SKU-1014', slug: 'combination-pliers-180', category, kind, drawing: 'pliers',
    name: say('Combination pliers 180 mm, insulated', 'VDE-Kombizange 180 mm', 'Alicates universales 180 mm aislados'),
    summary: say('Cuts hard wire up to 2.0 mm, grips flat and round.', 'Schneidet harten Draht bis 2,0 mm, greift flach und rund.', 'Corta alambre duro hasta 2,0 mm, agarra plano y redondo.'),
    description: say(
      'Vanadium steel, oil hardened, with induction-hardened cutting edges of 62 HRC. Multi-component grips with slip guard to IEC 60900. The joint has no play and stays that way.',
      'Vanadiumstahl, ölgehärtet, Schneiden induktiv auf 62 HRC gehärtet. Mehrkomponentengriffe mit Abgleitschutz nach IEC 60900. Das Gelenk ist spielfrei und bleibt es.',
      'Acero al vanadio templado en aceite, filos de 62 HRC por inducción. Mangos multicomponente con tope según IEC 60900. Articulación sin holgura, también con los años.',
    ),
    facts: [fact('length', '180 mm'), fact('material', say('Vanadium steel', 'Vanadiumstahl', 'Acero al vanadio')), fact('standard', 'IEC 60900, 1,000 V'), fact('weight', '0.24 kg')],
    usd: '29.90', eur: '27.50', costShare: 0.51, unit: units.piece, stock: 118, weightGrams: 240,
    tiers: [{ from: 10, usd: '26.90', eur: '24.70' }],
  },
  {
    sku: 'SKU-1015', slug: 'combination-spanner-set-8-19', category, kind, drawing: 'spanner',
    name: say('Combination spanner set, 8–19 mm', 'Ringmaulschlüsselsatz, 8–19 mm', 'Juego de llaves combinadas, 8–19 mm'),
    summary: say('Five spanners, open end and ring, matt chrome.', 'Fünf Schlüssel, Maul und Ring, matt verchromt.', 'Cinco llaves, boca y estrella, cromo mate.'),
    description: say(
      'Sizes 8, 10, 13, 17 and 19 mm to DIN 3113. The ring is offset by 15° and loads the flats, not the corners of the nut. Chrome-vanadium steel, drop forged.',
      'Weiten 8, 10, 13, 17 und 19 mm nach DIN 3113. Der Ring ist um 15° gekröpft und greift an den Flächen, nicht an den Kanten. Chrom-Vanadium-Stahl, im Gesenk geschmiedet.',
      'Medidas 8, 10, 13, 17 y 19 mm según DIN 3113. La estrella, acodada 15°, apoya en las caras y no en las aristas de la tuerca. Acero al cromo-vanadio forjado.',
    ),
    facts: [fact('contents', say('5 spanners', '5 Schlüssel', '5 llaves')), fact('standard', 'DIN 3113 A'), fact('material', 'CrV')],
    usd: '48.00', eur: '44.20', costShare: 0.5, unit: units.set, stock: 40, weightGrams: 720,
  },
  {
    sku: 'SKU-1016', slug: 'utility-knife-18', category, kind, drawing: 'utility-knife',
    name: say('Utility knife 18 mm, auto-lock', 'Cuttermesser 18 mm, mit Arretierung', 'Cúter 18 mm con bloqueo automático'),
    summary: say('Snap-off blade, metal guide, one-hand slider.', 'Abbrechklinge, Metallführung, Einhandschieber.', 'Hoja troceable, guía metálica, deslizador con una mano.'),
    description: say(
      'Full-length steel guide keeps the 18 mm blade from twisting in gypsum board and roofing felt. The slider locks by itself. Three spare blades sit in the handle.',
      'Die durchgehende Stahlführung hält die 18-mm-Klinge in Gipskarton und Dachbahn verwindungsfrei. Der Schieber arretiert selbsttätig. Drei Ersatzklingen sitzen im Griff.',
      'La guía de acero mantiene recta la hoja de 18 mm en placa de yeso y tela asfáltica. El deslizador se bloquea solo. Lleva tres hojas de repuesto en el mango.',
    ),
    facts: [fact('blade', '18 mm'), fact('length', '165 mm'), fact('weight', '0.12 kg')],
    usd: '9.90', eur: '9.10', costShare: 0.45, unit: units.piece, stock: 460, weightGrams: 120,
    tiers: [{ from: 10, usd: '8.50', eur: '7.80' }, { from: 50, usd: '7.20', eur: '6.60' }],
  },
  {
    sku: 'SKU-1017', slug: 'spirit-level-60', category, kind, drawing: 'spirit-level',
    name: say('Spirit level 60 cm', 'Wasserwaage 60 cm', 'Nivel de burbuja 60 cm'),
    summary: say('Milled aluminium profile, 0.5 mm/m in both positions.', 'Gefrästes Aluprofil, 0,5 mm/m in beiden Lagen.', 'Perfil de aluminio fresado, 0,5 mm/m en ambas posiciones.'),
    description: say(
      'Closed aluminium profile with milled measuring face. One horizontal and two vertical vials, cast in and fade-free. Accuracy 0.5 mm/m, also overhead. Shock-absorbing end caps come off for corners.',
      'Geschlossenes Aluminiumprofil mit gefräster Messfläche. Eine Horizontal- und zwei Vertikallibellen, eingegossen und lichtecht. Genauigkeit 0,5 mm/m, auch über Kopf. Endkappen für Ecken abnehmbar.',
      'Perfil cerrado de aluminio con cara de medida fresada. Una burbuja horizontal y dos verticales, fijas y resistentes a la luz. Precisión de 0,5 mm/m, también invertido. Tapas extraíbles para esquinas.',
    ),
    facts: [fact('length', '600 mm'), fact('accuracy', '0.5 mm/m'), fact('material', say('Aluminium, anodised', 'Aluminium, eloxiert', 'Aluminio anodizado')), fact('weight', '0.48 kg')],
    usd: '38.00', eur: '35.00', costShare: 0.53, unit: units.piece, stock: 52, weightGrams: 480,
  },
  {
    sku: 'SKU-1018', slug: 'cross-line-laser-green', category, kind, drawing: 'laser-level',
    name: say('Cross-line laser, green', 'Kreuzlinienlaser, grün', 'Láser de líneas cruzadas, verde'),
    summary: say('Self-levelling, 30 m, rotating mount with magnets.', 'Selbstnivellierend, 30 m, drehbare Magnethalterung.', 'Autonivelante, 30 m, soporte giratorio magnético.'),
    description: say(
      'Green lines, four times as visible as red ones, up to 30 m indoors and 60 m with a receiver. Self-levels within 4° and warns outside it. Mount with magnets and 1/4" thread included.',
      'Grüne Linien, viermal so gut sichtbar wie rote, bis 30 m im Innenraum und 60 m mit Empfänger. Nivelliert sich bis 4° selbst und warnt darüber. Magnethalterung mit 1/4"-Gewinde liegt bei.',
      'Líneas verdes, cuatro veces más visibles que las rojas, hasta 30 m en interior y 60 m con receptor. Se nivela dentro de 4° y avisa fuera de ese margen. Incluye soporte con imanes y rosca de 1/4".',
    ),
    facts: [fact('accuracy', '±0.3 mm/m'), fact('range', '30 m'), fact('protection', 'IP54'), fact('battery', '12 V / 4 × AA'), fact('weight', '0.6 kg')],
    usd: '219.00', eur: '201.50', costShare: 0.62, unit: units.piece, stock: 22, weightGrams: 600,
  },
  {
    sku: 'SKU-1019', slug: 'tape-measure-8m-magnetic', category, kind, drawing: 'tape-measure',
    name: say('Tape measure 8 m, magnetic', 'Taschenbandmaß 8 m, magnetisch', 'Flexómetro 8 m, magnético'),
    summary: say('27 mm blade, three metres stand-out, magnetic hook.', '27 mm Band, drei Meter freistehend, Magnethaken.', 'Cinta de 27 mm, tres metros sin apoyo, gancho magnético.'),
    description: say(
      'The wide blade stands out three metres, enough to measure a ceiling alone. Magnets in the hook hold on studs and pipes. Scale in metric and imperial units.',
      'Das breite Band steht drei Meter frei, genug, um eine Decke allein zu messen. Magnete im Haken halten an Ständern und Rohren. Skala metrisch und in Zoll.',
      'La cinta ancha se sostiene tres metros, lo justo para medir un techo sin ayuda. Los imanes del gancho se fijan a perfiles y tubos. Escala métrica y en pulgadas.',
    ),
    facts: [fact('length', '8 m × 27 mm'), fact('accuracy', say('EC class II', 'EG-Klasse II', 'clase CE II')), fact('weight', '0.44 kg')],
    usd: '27.50', eur: '25.30', costShare: 0.49, unit: units.piece, stock: 0, weightGrams: 440,
  },
  {
    sku: 'SKU-1020', slug: 'diagonal-cutters-160', category, kind, drawing: 'side-cutters',
    name: say('Diagonal cutters 160 mm, insulated', 'VDE-Seitenschneider 160 mm', 'Alicates de corte diagonal 160 mm aislados'),
    summary: say('Flush cut for copper, 1.6 mm piano wire.', 'Sauberer Schnitt in Kupfer, Klavierdraht bis 1,6 mm.', 'Corte limpio en cobre, cuerda de piano hasta 1,6 mm.'),
    description: say(
      'Precision cutting edges for soft and hard wire, hardened to 64 HRC. Slim head for work in distribution boards. Insulated grips to IEC 60900.',
      'Präzisionsschneiden für weichen und harten Draht, auf 64 HRC gehärtet. Schlanker Kopf für Arbeiten im Verteiler. Isolierte Griffe nach IEC 60900.',
      'Filos de precisión para alambre blando y duro, templados a 64 HRC. Cabeza estrecha para trabajar en cuadros. Mangos aislados según IEC 60900.',
    ),
    facts: [fact('length', '160 mm'), fact('standard', 'IEC 60900, 1,000 V'), fact('weight', '0.2 kg')],
    usd: '27.90', eur: '25.70', costShare: 0.51, unit: units.piece, stock: 74, weightGrams: 200,
    tiers: [{ from: 10, usd: '24.90', eur: '22.90' }],
  },
];
