import { say, type Wording } from './wording.ts';

export type Category = Readonly<{ code: string; slug: string; name: Wording; text: Wording }>;

/** In the order of the shop's navigation. */
export const categories = [
  {
    code: 'power-tools', slug: 'power-tools',
    name: say('Power tools', 'Elektrowerkzeuge', 'Herramientas eléctricas'),
    text: say(
      'Cordless tools on one 18 V battery, with spare parts for at least ten years.',
      'Akkuwerkzeuge auf einer 18-V-Plattform, Ersatzteile mindestens zehn Jahre lang.',
      'Herramientas a batería con una sola plataforma de 18 V y recambios durante al menos diez años.',
    ),
  },
  {
    code: 'hand-tools', slug: 'hand-tools',
    name: say('Hand tools', 'Handwerkzeuge', 'Herramientas manuales'),
    text: say(
      'Forged, hardened and measured tools for every day on site and in the workshop.',
      'Geschmiedet, gehärtet, vermessen: Werkzeug für jeden Tag auf der Baustelle und in der Werkstatt.',
      'Herramientas forjadas, templadas y verificadas para el día a día en obra y taller.',
    ),
  },
  {
    code: 'fasteners', slug: 'fasteners',
    name: say('Fasteners', 'Befestigung', 'Fijaciones'),
    text: say(
      'Screws, bolts, anchors and ties in trade packs, approved where the load matters.',
      'Schrauben, Bolzen, Dübel und Kabelbinder im Handwerkergebinde, mit Zulassung, wo die Last zählt.',
      'Tornillos, pernos, anclajes y bridas en envases profesionales, homologados donde importa la carga.',
    ),
  },
  {
    code: 'safety-workwear', slug: 'safety-workwear',
    name: say('Safety & workwear', 'Arbeitsschutz & Kleidung', 'Protección y ropa laboral'),
    text: say(
      'Protection that people keep on: certified, light, in every size from stock.',
      'Schutz, den man gern anbehält: zertifiziert, leicht, in allen Größen ab Lager.',
      'Protección que se lleva puesta con gusto: certificada, ligera y con todas las tallas en almacén.',
    ),
  },
  {
    code: 'electrical', slug: 'electrical',
    name: say('Electrical', 'Elektroinstallation', 'Material eléctrico'),
    text: say(
      'Cable, outlets, protection and test gear for the installation trade.',
      'Leitungen, Steckdosen, Schutzgeräte und Messtechnik für das Elektrohandwerk.',
      'Cables, tomas, protecciones y equipos de medida para instaladores.',
    ),
  },
  {
    code: 'lighting', slug: 'lighting',
    name: say('Lighting', 'Beleuchtung', 'Iluminación'),
    text: say(
      'Site lights and fixed luminaires with replaceable drivers and honest lumen figures.',
      'Baustrahler und feste Leuchten mit tauschbaren Treibern und ehrlichen Lumenangaben.',
      'Focos de obra y luminarias fijas con driver sustituible y lúmenes reales.',
    ),
  },
  {
    code: 'site-storage', slug: 'site-storage',
    name: say('Site & storage', 'Baustelle & Lager', 'Obra y almacenaje'),
    text: say(
      'Cases, ladders, trolleys and covers that keep the van and the site in order.',
      'Koffer, Leitern, Karren und Planen, die Fahrzeug und Baustelle in Ordnung halten.',
      'Maletines, escaleras, carretillas y lonas para tener en orden la furgoneta y la obra.',
    ),
  },
  {
    code: 'software-services', slug: 'software-services',
    name: say('Software & services', 'Software & Service', 'Software y servicios'),
    text: say(
      'Calibration, training and the paperwork that goes with the job.',
      'Kalibrierung, Schulung und die Unterlagen, die zum Auftrag gehören.',
      'Calibración, formación y la documentación que acompaña cada trabajo.',
    ),
  },
] as const satisfies readonly Category[];

export type CategoryCode = (typeof categories)[number]['code'];
