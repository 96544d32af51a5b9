import { say } from '../wording.ts';
import { fact, units, type Product } from './product.ts';

const category = 'site-storage';
const kind = 'simple';

export const siteStorage: readonly Product[] = [
  {
    sku: 'SKU-1050', slug: 'tool-case-stackable', category, kind, drawing: 'tool-case',
    name: say('Tool case, stackable, size 2', 'Werkzeugkoffer, stapelbar, Größe 2', 'Maletín apilable, tamaño 2'),
    summary: say('Clicks onto every case of the series, 20 kg in one hand.', 'Rastet auf jeden Koffer der Serie, 20 kg in einer Hand.', 'Encaja con todos los maletines de la serie, 20 kg en una mano.'),
    description: say(
      'ABS walls, two latches, handle on top. Cases lock onto each other and onto van shelving. Lid carries 100 kg, so it doubles as a work surface.',
      'ABS-Wände, zwei Verschlüsse, Griff oben. Koffer rasten aufeinander und in der Fahrzeugeinrichtung ein. Der Deckel trägt 100 kg und dient als Ablage.',
      'Paredes de ABS, dos cierres y asa superior. Los maletines se enganchan entre sí y a la estantería de la furgoneta. La tapa soporta 100 kg.',
    ),
    facts: [fact('size', '442 × 357 × 151 mm'), fact('load', '25 kg'), fact('protection', 'IP54'), fact('weight', '1.9 kg')],
    usd: '64.00', eur: '58.90', costShare: 0.55, unit: units.piece, stock: 67, weightGrams: 1900,
    tiers: [{ from: 4, usd: '59.00', eur: '54.30' }],
  },
  {
    sku: 'SKU-1051', slug: 'organiser-box-18', category, kind, drawing: 'storage-box',
    name: say('Organiser with 18 compartments', 'Sortimentsbox mit 18 Fächern', 'Organizador con 18 compartimentos'),
    summary: say('Clear lid, nothing wanders between compartments.', 'Klarer Deckel, nichts wandert zwischen den Fächern.', 'Tapa transparente, nada pasa de un compartimento a otro.'),
    description: say(
      'The lid closes on every divider, also upright in the van. Removable bins in two sizes. Polycarbonate lid withstands −20 °C.',
      'Der Deckel schließt auf jeder Trennwand, auch hochkant im Fahrzeug. Herausnehmbare Einsätze in zwei Größen. Polycarbonatdeckel hält −20 °C aus.',
      'La tapa cierra sobre cada separador, también en vertical. Cubetas extraíbles de dos tamaños. La tapa de policarbonato aguanta −20 °C.',
    ),
    facts: [fact('size', '440 × 355 × 80 mm'), fact('contents', say('18 bins', '18 Einsätze', '18 cubetas')), fact('weight', '1.6 kg')],
    usd: '36.00', eur: '33.10', costShare: 0.52, unit: units.piece, stock: 110, weightGrams: 1600,
  },
  {
    sku: 'SKU-1052', slug: 'hand-truck-200kg', category, kind, drawing: 'hand-truck',
    name: say('Hand truck 200 kg, folding', 'Sackkarre 200 kg, klappbar', 'Carretilla plegable 200 kg'),
    summary: say('Steel tube, puncture-proof wheels.', 'Stahlrohr, pannensichere Räder.', 'Tubo de acero, ruedas antipinchazos.'),
    description: say(
      'Folding plate 480 × 300 mm carries appliances and cable drums. Solid polyurethane wheels, 260 mm, cannot go flat. Folded it is 26 cm deep and fits behind the seats.',
      'Klappschaufel 480 × 300 mm trägt Geräte und Kabeltrommeln. Vollräder aus Polyurethan, 260 mm, ohne Plattfuß. Zusammengeklappt 26 cm tief, passt hinter die Sitze.',
      'La pala abatible de 480 × 300 mm lleva electrodomésticos y bobinas. Ruedas macizas de poliuretano de 260 mm. Plegada mide 26 cm y cabe tras los asientos.',
    ),
    facts: [fact('load', '200 kg'), fact('size', '1,150 × 500 mm'), fact('weight', '11 kg')],
    usd: '98.00', eur: '90.20', costShare: 0.58, unit: units.piece, stock: 19, weightGrams: 11000,
  },
  {
    sku: 'SKU-1053', slug: 'step-ladder-5', category, kind, drawing: 'ladder',
    name: say('Step ladder, aluminium, 5 steps', 'Stehleiter, Aluminium, 5 Stufen', 'Escalera de aluminio, 5 peldaños'),
    summary: say('80 mm steps, tool tray, 150 kg.', '80-mm-Stufen, Ablageschale, 150 kg.', 'Peldaños de 80 mm, bandeja, 150 kg.'),
    description: say(
      'Deep ribbed steps let you stand for hours. Platform with guard rail and tray at 1.10 m. Feet with two-component pads that do not mark floors.',
      'Tiefe, geriffelte Stufen für langes Stehen. Plattform mit Haltebügel und Ablage auf 1,10 m. Zweikomponentenfüße hinterlassen keine Spuren.',
      'Peldaños anchos y estriados para estar horas de pie. Plataforma con barandilla y bandeja a 1,10 m. Los tacos bicomponente no marcan el suelo.',
    ),
    facts: [fact('load', '150 kg'), fact('standard', say('EN 131, professional', 'EN 131, beruflich', 'EN 131, profesional')), fact('range', '3.10 m'), fact('weight', '5.9 kg')],
    usd: '124.00', eur: '114.10', costShare: 0.6, unit: units.piece, stock: 0, weightGrams: 5900,
  },
  {
    sku: 'SKU-1054', slug: 'tarpaulin-4x6', category, kind, drawing: 'tarpaulin',
    name: say('Tarpaulin 4 × 6 m, 200 g/m²', 'Gewebeplane 4 × 6 m, 200 g/m²', 'Lona 4 × 6 m, 200 g/m²'),
    summary: say('Eyelets every half metre, reinforced hem.', 'Ösen alle 50 cm, verstärkter Saum.', 'Ojetes cada medio metro, dobladillo reforzado.'),
    description: say(
      'Woven polyethylene, coated on both sides, waterproof and tear-resistant. Rope in the hem, aluminium eyelets every 50 cm. UV-stabilised for two summers.',
      'Polyethylengewebe, beidseitig beschichtet, wasserdicht und reißfest. Seil im Saum, Aluösen alle 50 cm. UV-stabil für zwei Sommer.',
      'Tejido de polietileno recubierto por ambas caras, impermeable y resistente. Cuerda en el dobladillo, ojetes de aluminio cada 50 cm. Tratamiento UV para dos veranos.',
    ),
    facts: [fact('size', '4 × 6 m'), fact('material', say('PE fabric', 'PE-Gewebe', 'Tejido PE')), fact('weight', '4.8 kg')],
    usd: '46.00', eur: '42.30', costShare: 0.5, unit: units.piece, stock: 56, weightGrams: 4800,
    tiers: [{ from: 5, usd: '41.50', eur: '38.20' }],
  },
];
