import { say, same } from '../wording.ts';
import { fact, units, type Product } from './product.ts';

const category = 'software-services';
const shelf = { stock: 9999, weightGrams: 0 } as const;
const allLanguages = say('English, German, Spanish', 'Englisch, Deutsch, Spanisch', 'Inglés, alemán, español');

export const softwareServices: readonly Product[] = [
  {
    sku: 'SKU-1055', slug: 'calibration-service', category, kind: 'virtual', drawing: 'certificate',
    name: say('Calibration with certificate', 'Kalibrierung mit Zertifikat', 'Calibración con certificado'),
    summary: say('For multimeters, testers and torque tools, five working days.', 'Für Multimeter, Prüfgeräte und Drehmomentwerkzeug, fünf Werktage.', 'Para multímetros, comprobadores y llaves dinamométricas, cinco días hábiles.'),
    description: say(
      'We collect the instrument, calibrate it against traceable standards and send it back with a certificate and sticker. Values before and after adjustment are recorded. A reminder comes a month before the next date.',
      'Wir holen das Gerät ab, kalibrieren es gegen rückgeführte Normale und senden es mit Zertifikat und Plakette zurück. Werte vor und nach der Justage stehen im Protokoll. Einen Monat vor dem nächsten Termin kommt eine Erinnerung.',
      'Recogemos el equipo, lo calibramos con patrones trazables y lo devolvemos con certificado y etiqueta. Se registran los valores antes y después del ajuste. Avisamos un mes antes de la siguiente fecha.',
    ),
    facts: [fact('standard', same('ISO/IEC 17025')), fact('duration', say('5 working days', '5 Werktage', '5 días hábiles')), fact('contents', say('Pick-up, certificate, label', 'Abholung, Zertifikat, Plakette', 'Recogida, certificado, etiqueta'))],
    usd: '85.00', eur: '78.20', costShare: 0.55, unit: units.service, ...shelf,
  },
  {
    sku: 'SKU-1056', slug: 'training-electrical-safety', category, kind: 'virtual', drawing: 'training',
    name: say('On-site training: electrical safety, half a day', 'Schulung vor Ort: Elektrosicherheit, halber Tag', 'Formación en obra: seguridad eléctrica, media jornada'),
    summary: say('Up to twelve people at your premises, with record of attendance.', 'Bis zu zwölf Personen bei Ihnen, mit Teilnahmenachweis.', 'Hasta doce personas en su empresa, con justificante.'),
    description: say(
      'Four hours with a trainer from the trade: lock-out, testing for absence of voltage, first aid. Exercises on your own installation where possible. Certificates for every participant.',
      'Vier Stunden mit einem Trainer aus dem Handwerk: Freischalten, Spannungsfreiheit prüfen, Erste Hilfe. Übungen möglichst an der eigenen Anlage. Nachweis für alle Teilnehmenden.',
      'Cuatro horas con un formador del oficio: consignación, comprobación de ausencia de tensión y primeros auxilios. Prácticas en su propia instalación si es posible. Certificado para cada asistente.',
    ),
    facts: [fact('duration', say('4 hours', '4 Stunden', '4 horas')), fact('place', say('Your premises', 'Bei Ihnen im Betrieb', 'En su empresa')), fact('capacity', say('12 people', '12 Personen', '12 personas'))],
    usd: '640.00', eur: '588.80', costShare: 0.65, unit: units.service, ...shelf,
  },
  {
    sku: 'SKU-1057', slug: 'tool-cover-3-years', category, kind: 'virtual', drawing: 'warranty',
    name: say('Tool cover, three years', 'Geräteschutz, drei Jahre', 'Protección de herramientas, tres años'),
    summary: say('Repair or replacement within 72 hours, batteries included.', 'Reparatur oder Ersatz in 72 Stunden, Akkus inklusive.', 'Reparación o sustitución en 72 horas, baterías incluidas.'),
    description: say(
      'Covers wear, falls and water for one registered power tool with its batteries. Pick-up from the site, loan tool during the repair. Transferable when the tool is sold.',
      'Deckt Verschleiß, Sturz und Wasser für ein registriertes Elektrowerkzeug samt Akkus. Abholung auf der Baustelle, Leihgerät während der Reparatur. Beim Verkauf übertragbar.',
      'Cubre desgaste, caídas y agua para una herramienta registrada con sus baterías. Recogida en obra y equipo de préstamo. Transferible si se vende la herramienta.',
    ),
    facts: [fact('duration', say('36 months', '36 Monate', '36 meses')), fact('contents', say('Repair, pick-up, loan tool', 'Reparatur, Abholung, Leihgerät', 'Reparación, recogida, préstamo'))],
    usd: '59.00', eur: '54.30', costShare: 0.5, unit: units.service, ...shelf,
  },
  {
    sku: 'SKU-1058', slug: 'load-calculation-licence', category, kind: 'downloadable', drawing: 'software-box',
    name: say('Load calculation, annual licence', 'Lastberechnung, Jahreslizenz', 'Cálculo de cargas, licencia anual'),
    summary: say('Cable cross-sections, voltage drop and short circuit in one file.', 'Leitungsquerschnitt, Spannungsfall und Kurzschluss in einer Datei.', 'Sección de cable, caída de tensión y cortocircuito en un archivo.'),
    description: say(
      'Calculates circuits up to 400 A and prints the proof for the customer file. Tables of the common cable types are built in. Runs without a network, updates for twelve months.',
      'Berechnet Stromkreise bis 400 A und druckt den Nachweis für die Kundenakte. Tabellen der gängigen Leitungstypen sind enthalten. Läuft ohne Netz, Aktualisierungen für zwölf Monate.',
      'Calcula circuitos de hasta 400 A e imprime el justificante. Incluye tablas de los cables habituales. Funciona sin red, con doce meses de actualizaciones.',
    ),
    facts: [fact('licence', say('1 workstation, 12 months', '1 Arbeitsplatz, 12 Monate', '1 puesto, 12 meses')), fact('languages', allLanguages), fact('system', same('Windows, macOS, Linux'))],
    usd: '180.00', eur: '165.60', costShare: 0.45, unit: units.licence, ...shelf,
  },
  {
    sku: 'SKU-1059', slug: 'wiring-diagram-templates', category, kind: 'downloadable', drawing: 'wiring-diagram',
    name: say('Wiring diagram templates', 'Stromlaufplan-Vorlagen', 'Plantillas de esquemas eléctricos'),
    summary: say('120 sheets for houses, workshops and charging points.', '120 Blätter für Wohnhaus, Werkstatt und Ladepunkte.', '120 hojas para viviendas, talleres y puntos de recarga.'),
    description: say(
      'Symbols to IEC 60617, title block ready for your logo. From the two-way switch to a distribution board with three-phase meter. Editable vector files and print-ready sheets.',
      'Symbole nach IEC 60617, Schriftfeld für das eigene Logo. Von der Wechselschaltung bis zum Verteiler mit Drehstromzähler. Bearbeitbare Vektordateien und druckfertige Blätter.',
      'Símbolos según IEC 60617 y cajetín para su logotipo. Desde la conmutada hasta el cuadro con contador trifásico. Archivos vectoriales editables y hojas para imprimir.',
    ),
    facts: [fact('contents', say('120 sheets', '120 Blätter', '120 hojas')), fact('format', same('DXF, SVG, PDF')), fact('languages', allLanguages)],
    usd: '48.00', eur: '44.20', costShare: 0.45, unit: units.licence, ...shelf,
  },
  {
    sku: 'SKU-1060', slug: 'site-report-templates', category, kind: 'downloadable', drawing: 'report-forms',
    name: say('Site report and quotation templates', 'Vorlagen für Bautagebuch und Angebot', 'Plantillas de parte de obra y presupuesto'),
    summary: say('Daily report, handover, quotation, time sheet.', 'Bautagebuch, Abnahme, Angebot, Stundenzettel.', 'Parte diario, entrega, presupuesto, horas.'),
    description: say(
      'Eleven forms that a small firm needs every week, worded with a trade lawyer. Fields add up by themselves. Works on a tablet and on paper.',
      'Elf Formulare, die ein kleiner Betrieb jede Woche braucht, mit Fachanwalt formuliert. Felder rechnen selbst. Für Tablet und Papier.',
      'Once formularios que una pequeña empresa usa cada semana, redactados con un abogado del sector. Los campos suman solos. Para tableta y papel.',
    ),
    facts: [fact('contents', say('11 forms', '11 Formulare', '11 formularios')), fact('format', same('XLSX, ODS, PDF')), fact('languages', allLanguages)],
    usd: '29.00', eur: '26.70', costShare: 0.45, unit: units.licence, ...shelf,
  },
];
