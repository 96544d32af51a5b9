import { same, say } from '../wording.ts';
import { fact, units, type Product } from './product.ts';

const category = 'fasteners';
const kind = 'simple';
const zinc = say('Zinc plated, blue', 'Blau verzinkt', 'Cincado azul');
const perBox = (count: string) => say(`${count} pieces`, `${count.replace(',', '.')} Stück`, `${count.replace(',', '.')} unidades`);

export const fasteners: readonly Product[] = [
  {
    sku: 'SKU-1021', slug: 'wood-screws-4x40', category, kind, drawing: 'screw-box',
    name: say('Wood screws 4 × 40 mm, 500', 'Holzschrauben 4 × 40 mm, 500 St.', 'Tornillos madera 4 × 40 mm, 500 uds.'),
    summary: say('Countersunk, TX20, milling ribs against splitting.', 'Senkkopf, TX20, Fräsrippen gegen Aufspalten.', 'Cabeza avellanada, TX20, estrías que evitan rajar la madera.'),
    description: say(
      'Partial thread pulls boards tight; the milling ribs sink the head flush. Wax coating lowers the driving torque by a third. European Technical Assessment for load-bearing timber.',
      'Das Teilgewinde zieht Bretter fest zusammen, die Fräsrippen versenken den Kopf bündig. Gleitbeschichtung senkt das Eindrehmoment um ein Drittel. Europäische Technische Bewertung für tragende Holzverbindungen.',
      'La rosca parcial aprieta las tablas y las estrías embuten la cabeza a ras. El recubrimiento deslizante reduce un tercio el par. Evaluación Técnica Europea para madera estructural.',
    ),
    facts: [fact('size', '4.0 × 40 mm'), fact('drive', 'TX20'), fact('coating', zinc), fact('contents', perBox('500'))],
    usd: '18.90', eur: '17.40', costShare: 0.46, unit: units.box, stock: 640, weightGrams: 1250,
    tiers: [{ from: 10, usd: '16.90', eur: '15.50' }, { from: 50, usd: '14.90', eur: '13.70' }],
  },
  {
    sku: 'SKU-1022', slug: 'structural-screws-6x120', category, kind, drawing: 'screw-box',
    name: say('Structural screws 6 × 120 mm, 100', 'Holzbauschrauben 6 × 120 mm, 100 St.', 'Tornillos estructurales 6 × 120 mm, 100 uds.'),
    summary: say('Washer head, TX30, for rafters and battens.', 'Tellerkopf, TX30, für Sparren und Lattung.', 'Cabeza con arandela, TX30, para cabios y rastreles.'),
    description: say(
      'The wide washer head holds battens and insulation down without pulling through. Cutting point starts on hardwood without drilling. Assessed for load-bearing joints.',
      'Der breite Tellerkopf hält Lattung und Dämmung, ohne durchzuziehen. Die Schneidspitze greift auch in Hartholz ohne Vorbohren. Bewertet für tragende Verbindungen.',
      'La cabeza ancha sujeta rastreles y aislamiento sin atravesarlos. La punta cortante arranca en madera dura sin taladrar. Evaluado para uniones portantes.',
    ),
    facts: [fact('size', '6.0 × 120 mm'), fact('drive', 'TX30'), fact('coating', zinc), fact('contents', perBox('100'))],
    usd: '27.50', eur: '25.30', costShare: 0.48, unit: units.box, stock: 280, weightGrams: 2100,
    tiers: [{ from: 10, usd: '24.90', eur: '22.90' }],
  },
  {
    sku: 'SKU-1023', slug: 'drywall-screws-35x35', category, kind, drawing: 'screw-box',
    name: say('Drywall screws 3.5 × 35 mm, 1,000', 'Schnellbauschrauben 3,5 × 35 mm, 1.000 St.', 'Tornillos placa de yeso 3,5 × 35 mm, 1.000 uds.'),
    summary: say('Bugle head, fine thread, phosphated.', 'Trompetenkopf, Feingewinde, phosphatiert.', 'Cabeza trompeta, rosca fina, fosfatado.'),
    description: say(
      'For gypsum board on steel studs up to 0.7 mm. The bugle head presses the paper without tearing it. Phosphated black, ready for filler.',
      'Für Gipsplatten auf Metallständer bis 0,7 mm. Der Trompetenkopf drückt den Karton ein, ohne ihn zu zerreißen. Schwarz phosphatiert, direkt spachtelbar.',
      'Para placa de yeso sobre perfil metálico de hasta 0,7 mm. La cabeza trompeta hunde el cartón sin romperlo. Fosfatado negro, listo para emplastecer.',
    ),
    facts: [fact('size', '3.5 × 35 mm'), fact('drive', 'PH2'), fact('standard', 'EN 14566'), fact('contents', perBox('1,000'))],
    usd: '16.50', eur: '15.20', costShare: 0.45, unit: units.box, stock: 410, weightGrams: 1700,
    tiers: [{ from: 10, usd: '14.90', eur: '13.70' }, { from: 40, usd: '13.20', eur: '12.10' }],
  },
  {
    sku: 'SKU-1024', slug: 'hex-bolts-m10x60', category, kind, drawing: 'bolts',
    name: say('Hex bolts M10 × 60, 8.8, 50', 'Sechskantschrauben M10 × 60, 8.8, 50 St.', 'Tornillos hexagonales M10 × 60, 8.8, 50 uds.'),
    summary: say('Partial thread, ISO 4014, with nut.', 'Teilgewinde, ISO 4014, mit Mutter.', 'Rosca parcial, ISO 4014, con tuerca.'),
    description: say(
      'Strength class 8.8, marked on every head, with certificate 3.1 on request. Nut M10 class 8 included. Zinc plated for dry interiors.',
      'Festigkeitsklasse 8.8, auf jedem Kopf gekennzeichnet, Zeugnis 3.1 auf Anfrage. Mutter M10 Klasse 8 liegt bei. Verzinkt für trockene Innenräume.',
      'Clase de resistencia 8.8 marcada en cada cabeza, certificado 3.1 a petición. Incluye tuerca M10 clase 8. Cincado para interiores secos.',
    ),
    facts: [fact('size', same('M10 × 60 mm')), fact('standard', say('ISO 4014, class 8.8', 'ISO 4014, Klasse 8.8', 'ISO 4014, clase 8.8')), fact('coating', zinc), fact('contents', perBox('50'))],
    usd: '31.00', eur: '28.50', costShare: 0.5, unit: units.box, stock: 130, weightGrams: 3100,
    tiers: [{ from: 5, usd: '28.50', eur: '26.20' }],
  },
  {
    sku: 'SKU-1025', slug: 'lock-nuts-m10', category, kind, drawing: 'nuts',
    name: say('Lock nuts M10, stainless, 100', 'Sicherungsmuttern M10, Edelstahl, 100 St.', 'Tuercas autoblocantes M10 inox, 100 uds.'),
    summary: say('With nylon ring, A2 stainless, DIN 985.', 'Mit Polyamidring, Edelstahl A2, DIN 985.', 'Con anillo de nailon, inox A2, DIN 985.'),
    description: say(
      'The nylon ring clamps the thread and holds under vibration. Stainless A2-70 for outdoor railings and machine frames.',
      'Der Polyamidring klemmt das Gewinde und hält auch bei Vibration. Edelstahl A2-70 für Geländer im Freien und Maschinengestelle.',
      'El anillo de nailon frena la rosca y aguanta la vibración. Inoxidable A2-70 para barandillas exteriores y bastidores de máquinas.',
    ),
    facts: [fact('size', 'M10, SW 17'), fact('standard', 'DIN 985'), fact('material', say('Stainless steel A2', 'Edelstahl A2', 'Acero inoxidable A2')), fact('contents', perBox('100'))],
    usd: '24.00', eur: '22.10', costShare: 0.52, unit: units.box, stock: 96, weightGrams: 1150,
  },
  {
    sku: 'SKU-1026', slug: 'wall-plugs-8x40', category, kind, drawing: 'wall-plugs',
    name: say('Nylon wall plugs 8 × 40 mm, 100', 'Nylondübel 8 × 40 mm, 100 St.', 'Tacos de nailon 8 × 40 mm, 100 uds.'),
    summary: say('Knots in cavities, expands in solid walls.', 'Verknotet im Hohlraum, spreizt im Vollstein.', 'Se anuda en huecos y se expande en macizo.'),
    description: say(
      'One plug for concrete, brick, hollow block and board. The collar keeps it from slipping into the hole. Nylon, stable from −40 to +80 °C.',
      'Ein Dübel für Beton, Ziegel, Lochstein und Platte. Der Rand verhindert das Durchrutschen ins Bohrloch. Nylon, beständig von −40 bis +80 °C.',
      'Un solo taco para hormigón, ladrillo, bloque hueco y placa. El collarín evita que se cuele. Nailon estable de −40 a +80 °C.',
    ),
    facts: [fact('size', '8 × 40 mm'), fact('material', say('Nylon PA6', 'Nylon PA6', 'Nailon PA6')), fact('load', '1.1 kN (C20/25)'), fact('contents', perBox('100'))],
    usd: '12.40', eur: '11.40', costShare: 0.45, unit: units.pack, stock: 520, weightGrams: 160,
    tiers: [{ from: 20, usd: '10.90', eur: '10.00' }],
  },
  {
    sku: 'SKU-1027', slug: 'wedge-anchors-m10x95', category, kind, drawing: 'anchors',
    name: say('Wedge anchors M10 × 95, 25', 'Bolzenanker M10 × 95, 25 St.', 'Anclajes de cuña M10 × 95, 25 uds.'),
    summary: say('Approved for cracked concrete, fire resistance R120.', 'Zugelassen für gerissenen Beton, Feuerwiderstand R120.', 'Homologado para hormigón fisurado, resistencia al fuego R120.'),
    description: say(
      'Option 1 assessment for cracked and uncracked concrete, seismic category C1. Setting mark on the head shows the length after installation. With nut and large washer.',
      'Bewertung Option 1 für gerissenen und ungerissenen Beton, Seismik C1. Die Kopfprägung zeigt die Länge auch nach dem Setzen. Mit Mutter und großer Scheibe.',
      'Evaluación opción 1 para hormigón fisurado y no fisurado, sísmica C1. La marca de la cabeza indica la longitud una vez instalado. Con tuerca y arandela ancha.',
    ),
    facts: [fact('size', 'M10 × 95 mm'), fact('load', '7.6 kN (C20/25)'), fact('coating', zinc), fact('contents', perBox('25'))],
    usd: '36.50', eur: '33.60', costShare: 0.54, unit: units.box, stock: 4, weightGrams: 1700,
    tiers: [{ from: 10, usd: '32.90', eur: '30.30' }],
  },
  {
    sku: 'SKU-1028', slug: 'cable-ties-48x200-black', category, kind, drawing: 'cable-ties',
    name: say('Cable ties 4.8 × 200 mm, black, 100', 'Kabelbinder 4,8 × 200 mm, schwarz, 100 St.', 'Bridas 4,8 × 200 mm, negras, 100 uds.'),
    summary: say('UV-stable for roofs and facades.', 'UV-beständig für Dach und Fassade.', 'Resistentes a UV, para cubiertas y fachadas.'),
    description: say(
      'Polyamide 6.6 with UV stabiliser, tested for ten years outdoors. Holds 22 kg. Rounded edges spare hands and cable sheaths.',
      'Polyamid 6.6 mit UV-Stabilisator, geprüft für zehn Jahre im Freien. Hält 22 kg. Gerundete Kanten schonen Hände und Leitungsmantel.',
      'Poliamida 6.6 con estabilizador UV, ensayada para diez años a la intemperie. Soporta 22 kg. Los cantos redondeados cuidan las manos y el cable.',
    ),
    facts: [fact('size', '4.8 × 200 mm'), fact('load', '22 kg'), fact('material', 'PA 6.6 UV'), fact('contents', perBox('100'))],
    usd: '8.90', eur: '8.20', costShare: 0.45, unit: units.pack, stock: 900, weightGrams: 140,
    tiers: [{ from: 10, usd: '7.60', eur: '7.00' }, { from: 100, usd: '6.40', eur: '5.90' }],
  },
  {
    sku: 'SKU-1029', slug: 'cable-ties-76x370-natural', category, kind, drawing: 'cable-ties',
    name: say('Cable ties 7.6 × 370 mm, natural, 100', 'Kabelbinder 7,6 × 370 mm, natur, 100 St.', 'Bridas 7,6 × 370 mm, naturales, 100 uds.'),
    summary: say('Heavy duty for cable trays and pipes.', 'Für schwere Bündel auf Pritschen und an Rohren.', 'Para cargas pesadas en bandejas y tuberías.'),
    description: say(
      'Holds bundles up to 102 mm with 54 kg. Polyamide 6.6, halogen-free, flame class V-2.',
      'Hält Bündel bis 102 mm mit 54 kg. Polyamid 6.6, halogenfrei, Brandklasse V-2.',
      'Sujeta mazos de hasta 102 mm con 54 kg. Poliamida 6.6 libre de halógenos, clase V-2.',
    ),
    facts: [fact('size', '7.6 × 370 mm'), fact('load', '54 kg'), fact('material', 'PA 6.6'), fact('contents', perBox('100'))],
    usd: '19.80', eur: '18.20', costShare: 0.46, unit: units.pack, stock: 240, weightGrams: 430,
  },
];
